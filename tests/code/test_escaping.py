"""Whatever marks an author's text holds, the page that a generator writes shows them and obeys none."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from built import MODEL
from odd import FIELDS, HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

PAGE = f"mallit/{MODEL}/index.html"


class Reader(HTMLParser):
    """Every tag with its attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def page(odd_site: Path) -> Reader:
    """A page whose every short text is hostile."""
    reader = Reader()
    reader.feed((odd_site / PAGE).read_text(encoding="utf-8"))
    return reader


def test_no_text_becomes_an_order_to_the_browser(page: Reader) -> None:
    orders = {attributes.get("http-equiv") for _, attributes in page.tags}
    assert orders == {None, "Content-Security-Policy"}
    assert [
        tag for tag, attributes in page.tags if any(name.startswith("on") for name in attributes)
    ] == []


def test_description_is_the_summary_to_the_letter(page: Reader) -> None:
    found = [
        one["content"]
        for tag, one in page.tags
        if tag == "meta" and one.get("name") == "description"
    ]
    assert found == [f"summary {HOSTILE}"]


@pytest.mark.parametrize("field", FIELDS)
def test_every_text_is_shown_to_the_letter(page: Reader, field: str) -> None:
    assert f"{field} {HOSTILE}" in page.text
