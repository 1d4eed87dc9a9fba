"""Old addresses lead to the present ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.files.redirects import redirects
from catalogue.load import assemble, checked

if TYPE_CHECKING:
    from golden import Files


def test_former_ids_lead_to_the_present_pages(base: Files) -> None:
    made = dict(redirects(checked(*assemble("models", sorted(base.items())))))
    assert set(made) == {"mallit/koivula/vanha-valmennus/index.html", "tyypit/ohjaus/index.html"}
    text = made["mallit/koivula/vanha-valmennus/index.html"]
    assert 'content="0; url=../valmennus/"' in text
    assert '<a href="../valmennus/">' in text
