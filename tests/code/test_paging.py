"""A long page goes on in further pages: nothing is lost, nothing is told twice, and no part is too large."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING

import pytest

from catalogue.facts import Build, Facts
from catalogue.site import paging
from catalogue.site.comparison import charts, word_tables
from catalogue.site.page import Page
from catalogue.site.pages import gaps
from catalogue.site.paging import Node, divided, part_view, plainer
from catalogue.site.parts import addresses
from catalogue.site.render import Printed, Renderer, as_bytes, of_bytes
from catalogue.site.sitemap import pages
from catalogue.site.terse import terse
from growing import sizes
from pages.cases import files_of
from pages.ended import ended
from pages.harness import TEMPLATES, TODAY

if TYPE_CHECKING:
    from catalogue.records import Catalogue
    from catalogue.site.paging import Divided

SMALL = (
    (paging, "LARGEST", 20_000),
    (paging, "FILLED", 16_000),
    (paging, "ITEM", 8_000),
    (gaps, "MOST_IN_CELL", 2),
    (word_tables, "MOST_IN_CELL", 2),
    (charts, "MOST_ROWS", 3),
)
ROW = '<tr id="rivi-{0}"><th scope="row">Rivi {0}</th><td>{1}</td></tr>'
TABLE = (
    '<div class="table-frame"><table><thead><tr><th>Mitä</th></tr></thead>'
    "<tbody>{}</tbody></table></div>"
)
WORDS = "Tässä on tekstiä ääkkösineen. " * 4


def rows(first: int, last: int) -> str:
    return "".join(ROW.format(number, WORDS) for number in range(first, last))


def parts(html: str) -> Divided:
    made = divided(html, len(html.encode()))
    assert made
    return made


def told(made: Divided) -> list[str]:
    pieces = [made.first, *(piece.html for page in made.rest for piece in page)]
    return re.findall(r'id="(rivi-\d+)"', "".join(pieces))


def test_a_page_that_fits_stays_whole() -> None:
    html = TABLE.format(rows(0, 100))
    assert divided(html, len(html.encode())) is None


def test_every_row_stands_once_in_its_table_and_no_part_is_too_large() -> None:
    html = f"<h1>Rivit</h1><h2 id='a'>Kaikki</h2>{TABLE.format(rows(0, 1500))}<p>Loppu</p>"
    made = parts(html)
    assert told(made) == [f"rivi-{number}" for number in range(1500)]
    for page in made.rest:
        [piece] = page
        assert piece.heading == "<h2 id='a'>Kaikki</h2>"
        assert piece.html.startswith('<div class="table-frame"><table><thead>')
        assert piece.html.endswith("</tbody></table></div>")
        assert len(piece.html.encode()) <= paging.FILLED
        if page is not made.rest[-1]:
            assert len(piece.html.encode()) > paging.FILLED - 2 * len(rows(1, 2).encode())
    assert len(made.first.encode()) <= paging.FILLED + 1000
    assert made.first.endswith("<p>Loppu</p>")
    shown = made.first.count("rivi-")
    assert f'</div><p class="goes-on">Tässä {shown} / 1500. <a href="@/sivu/2/">' in made.first
    assert made.anchors == {
        anchor: number
        for number, page in enumerate(made.rest, 2)
        for piece in page
        for anchor in re.findall(r'id="(rivi-\d+)"', piece.html)
    }


def test_heading_far_before_a_list_is_not_told_to_be_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paging, "LARGEST", 20_000)
    monkeypatch.setattr(paging, "FILLED", 16_000)
    for gap, heading in ((19_000, "<h2>Otsikko</h2>"), (20_001, "")):
        html = f"<h2>Otsikko</h2>{' ' * gap}{TABLE.format(rows(0, 60))}"
        assert {piece.heading for page in parts(html).rest for piece in page} == {heading}


def test_nothing_of_a_page_is_held_after_it_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody collects circles while a site is built."""
    monkeypatch.setattr(paging, "LARGEST", 5_000)
    gc.collect()
    gc.disable()
    try:
        parts(TABLE.format(rows(0, 60)))
        assert not [one for one in gc.get_objects() if isinstance(one, Node)]
    finally:
        gc.enable()


def test_printed_parts_are_read_back_as_they_were() -> None:
    page = Page("mallit/", "Mallit", "", "models.html", None)
    told = as_bytes((Printed(page, "<h1>a</h1>", {"a": 2}), Printed(page, "<h1>b</h1>")))
    first, second = of_bytes(page, told)
    assert (first.page, first.html, first.anchors) == (page, "<h1>a</h1>", {"a": 2})
    assert (second.page.path, second.html) == ("mallit/sivu/2/", "<h1>b</h1>")


def test_a_short_list_stays_whole_where_a_long_one_is_cut() -> None:
    short = TABLE.format(rows(5000, 5020))
    made = parts(f"{short}<h2>Pitkä</h2>{TABLE.format(rows(0, 2000))}")
    assert short in made.first
    assert sorted(told(made)) == sorted(f"rivi-{n}" for n in (*range(2000), *range(5000, 5020)))


def test_groups_of_a_table_keep_their_headings() -> None:
    head = '<tr class="group__head"><th scope="rowgroup">Ryhmä {}</th></tr>'
    bodies = "".join(
        f"<tbody>{head.format(n)}{rows(n * 700, n * 700 + 700)}</tbody>" for n in (1, 2)
    )
    made = parts(f"<table><thead></thead>{bodies}</table>")
    assert sorted(told(made)) == sorted(f"rivi-{n}" for n in range(700, 2100))
    for page in made.rest:
        for piece in page:
            groups = {int(n) // 700 for n in re.findall(r"rivi-(\d+)", piece.html)}
            assert re.findall(r"Ryhmä (\d)", piece.html) == [str(n) for n in sorted(groups)]


def test_lists_without_end_tags_are_divided_like_those_that_have_them() -> None:
    points = "".join(f'<li id="rivi-{n}">{WORDS}<ul><li>a</li></ul></li>' for n in range(2000))
    groups = f"<tbody>{rows(2000, 2700)}</tbody><tbody>{rows(2700, 3400)}</tbody>"
    whole = f"<h2>A</h2><ul>{points}</ul><h2>B</h2><div><table><thead><tr><th>C</th></tr></thead>{groups}</table></div>"
    made = parts(terse(whole))
    pieces = [made.first, *(piece.html for page in made.rest for piece in page)]
    assert sorted(told(made)) == sorted(f"rivi-{n}" for n in range(3400))
    assert [terse(ended(piece)) for piece in pieces] == [*map(terse, pieces)]
    longer = len([*(p for page in parts(whole).rest for p in page)]) + 1
    assert longer - 1 <= len(pieces) <= longer  # tags that are there take room


def test_groups_of_a_table_that_are_small_stay_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in (("LARGEST", 20_000), ("FILLED", 16_000)):
        monkeypatch.setattr(paging, name, size)
    groups = "".join(f"<tbody>{rows(n * 10, n * 10 + 10)}</tbody>" for n in range(20))
    made = parts(f"<table><thead></thead>{groups}</table>")
    assert told(made) == [f"rivi-{n}" for n in range(200)]
    for html in (made.first, *(piece.html for page in made.rest for piece in page)):
        assert html.count("<tr") == 10 * html.count("<tbody>") > 0


def test_a_table_of_a_few_large_rows_is_cut_between_them() -> None:
    made = parts(TABLE.format("".join(ROW.format(n, WORDS * 250) for n in range(10))))
    assert told(made) == [f"rivi-{n}" for n in range(10)]
    shown = (made.first, *(piece.html for page in made.rest for piece in page))
    assert [html.count("<tr id") for html in shown] == [2] * 5


def test_every_part_of_a_page_says_which_it_is_and_leads_to_the_others(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, size in (("LARGEST", 3_000), ("FILLED", 2_500)):
        monkeypatch.setattr(paging, name, size)
    build = Build(TODAY)
    (page,) = (one for one in pages(Facts(catalogue, build)) if one.path == "mallit/")
    printed = Renderer(TEMPLATES, build).pages(page)
    count = len(printed)
    assert count > 2
    for number, part in enumerate(printed, 1):
        assert part.page.path == addresses.further("mallit/", number)
        assert re.findall(r'aria-current="page">(\d+)<', part.html) == [str(number)]
        linked = re.findall(r"Sivu </span>(\d+)</a>", part.html)
        assert max(number, *map(int, linked)) == count
        assert (f"sivu {number} / {count}</h1>" in part.html) is (number > 1)


def test_a_filter_of_what_is_not_whole_becomes_a_form_of_the_search() -> None:
    form = '<form class="facets" data-facets="x"{} hidden><input name="haku"><button type="reset">T</button></form>'
    searched = plainer(form.format(' data-searched="1"'))
    assert 'action="~/haku/"' in searched and 'name="q"' in searched and "hidden" not in searched
    assert plainer(form.format("")) == ""
    assert plainer("<table data-sortable>") == "<table>"


def test_a_list_that_is_not_whole_says_nothing_that_only_its_filter_or_sorting_asks() -> None:
    form = '<form class="facets" data-facets="tr"><select name="alue"></select></form>'
    row = '<tr data-doc="3" data-alue="a b"{0}><td data-sort="8"{0}>8</td></tr>'
    choice = '<p class="sort-choice"><label>Järjestä <select data-sort-choice></select></label></p>'
    assert plainer(form + choice + row.format(' data-at="x"')) == (
        '<tr data-at="x"><td data-at="x">8</td></tr>'
    )


@pytest.mark.parametrize(
    ("number", "count", "links"), [(1, 2, [1, 2]), (6, 20, [1, 0, 4, 5, 6, 7, 8, 0, 20])]
)
def test_pages_near_are_linked_to_and_the_ends(number: int, count: int, links: list[int]) -> None:
    page = Page("mallit/", "Mallit", "", "models.html", None)
    view = part_view(page, number, count)
    assert [link.number for link in view.links] == links
    assert [link.url for link in view.links if link.number == 2] in ([], ["mallit/sivu/2/"])


def test_no_page_of_lists_grows_with_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up catalogue with its models four and fourteen times: with small limits, so that a small one is large."""
    for module, name, small_limit in SMALL:
        monkeypatch.setattr(module, name, small_limit)
    files = files_of()
    small, large = sizes(files, 4), sizes(files, 14)
    assert small.keys() <= large.keys()
    grown = {
        path: (size, large[path])
        for path, size in small.items()
        if large[path] > max(size * 1.1, 24_000)
    }
    assert grown == {}
    assert len(large) > len(small)
