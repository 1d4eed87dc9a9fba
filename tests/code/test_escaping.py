"""Whatever marks an author's text holds, the page that a generator writes shows them and obeys none."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from built import MODEL, build, made_up_project

HOSTILE = "0; url=//esimerkki.invalid/x\" http-equiv='refresh' & < \"~/ loppu"
FIELDS = {
    "name": r"^name: .*",
    "summary": r"^summary: (?:>-\n(?:  .*\n)+|.*\n)",
    "place": r"^place: .*",
    "organisation": r"^organisation: .*",
}
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
def page(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A page whose every short text is hostile."""
    project = made_up_project(tmp_path_factory.mktemp("hostile"))
    model = project / "models" / f"{MODEL}.yml"
    text = model.read_text(encoding="utf-8")
    quoted = HOSTILE.replace("'", "''")
    for field, pattern in FIELDS.items():
        text = re.sub(pattern, "", text, count=1, flags=re.MULTILINE)
        text = f"{field}: '{field} {quoted}'\n{text}"
    model.write_text(text, encoding="utf-8")
    done = build("mkdocs", project / "site", project)
    assert done.returncode == 0, done.stderr
    reader = Reader()
    reader.feed((project / "site" / PAGE).read_text(encoding="utf-8"))
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
