"""Old addresses lead to the present ones."""

from __future__ import annotations

from catalogue.load import assemble, checked
from catalogue.redirects import redirects
from golden import Files


def test_former_id_of_a_model_leads_to_its_page(base: Files) -> None:
    renamed = base | {"koivula/valmennus.yml": base["koivula/valmennus.yml"] + b"former_ids: [vanha-valmennus]\n"}
    made = dict(redirects(checked(*assemble("models", sorted(renamed.items())))))
    text = made["mallit/koivula/vanha-valmennus/index.html"]
    assert 'content="0; url=../valmennus/"' in text
    assert '<a href="../valmennus/">' in text


def test_catalogue_without_former_ids_has_no_redirects(base: Files) -> None:
    catalogue = checked(*assemble("models", sorted(base.items())))
    former = [name for _, record in catalogue.all_records() for name in getattr(record.data, "former_ids", ())]
    assert len(list(redirects(catalogue))) == len(former)
