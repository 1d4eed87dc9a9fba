"""Old addresses lead to the present ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.files.redirects import redirects
from catalogue.load import assemble, checked

if TYPE_CHECKING:
    from golden import Files


def test_former_ids_lead_to_the_present_pages(base: Files) -> None:
    made = dict(redirects(checked(*assemble("models", sorted(base.items())))))
    assert set(made) == {
        "mallit/koivula/vanha-valmennus/index.html",
        "mallit/koivula/ohjeet/index.html",
        "mallit/mantyla/vanhat-ohjeet/index.html",
        "tyypit/ohjaus/index.html",
    }
    text = made["mallit/koivula/vanha-valmennus/index.html"]
    assert 'content="0; url=../../koivula/valmennus/"' in text
    assert '<a href="../../koivula/valmennus/">' in text
    assert 'url=../valmennus/"' in made["tyypit/ohjaus/index.html"]


def test_former_id_of_a_mention_leads_to_its_place_on_the_page_of_its_parent(base: Files) -> None:
    made = dict(redirects(checked(*assemble("models", sorted(base.items())))))
    for old in ("koivula/ohjeet", "mantyla/vanhat-ohjeet"):
        text = made[f"mallit/{old}/index.html"]
        assert 'content="0; url=../../koivula/valmennus/#maininta-ohjeet"' in text
        assert ">Valmentajan ohjeet</a>" in text
