"""Templates read only what their views have, in every branch."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from dataclasses import fields as fields_of
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import pytest
from jinja2 import nodes

from catalogue.facts import Build
from catalogue.site import paging
from catalogue.site.comparison import page as comparison
from catalogue.site.page import Page
from catalogue.site.pages import (
    discrepancies,
    fields,
    gaps,
    home,
    ids,
    indicator,
    indicators,
    link_states,
    model,
    models,
    news,
    open_fields,
    programme,
    region,
    regions,
    search,
    sources,
    terms,
    towns,
    type,
    types,
    versions,
    write,
)
from catalogue.site.parts import addresses, left
from catalogue.site.parts.citation import Citation
from catalogue.site.parts.left import Left
from catalogue.site.side_by_side import page as side_by_side
from templates import Reader, hints, parsed

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[2] / "overrides" / "catalogue"
GIVEN = {"build": frozenset([Build]), "to": frozenset([addresses]), "build_day": frozenset([str])}
# What prints each page: the template, and the function that makes its view.
VIEWS: dict[str, Callable[..., Any]] = {
    "comparison.html": comparison.comparison_view,
    "comparisons.html": comparison.comparison_cards,
    "discrepancies.html": discrepancies.ledger_view,
    "fields.html": fields.fields_view,
    "gaps.html": gaps.gaps_view,
    "home.html": home.home_view,
    "indicator.html": indicator.indicator_view,
    "indicators.html": indicators.indicators_view,
    "link-states.html": link_states.states_view,
    "model.html": model.model_view,
    "ids.html": ids.ids_view,
    "write.html": write.write_view,
    "models.html": models.models_view,
    "news.html": news.news_view,
    "part.html": paging.part_view,
    "open-fields.html": open_fields.open_fields_view,
    "programme.html": programme.programme_view,
    "programmes.html": programme.programmes_view,
    "region.html": region.region_view,
    "regions.html": regions.regions_view,
    "search.html": search.search_view,
    "side-by-side.html": side_by_side.side_by_side_view,
    "source.html": sources.source_view,
    "sources.html": sources.sources_view,
    "tombstone.html": left.grave_view,
    "terms.html": terms.term_views,
    "towns.html": towns.towns_view,
    "type.html": type.type_view,
    "versions.html": versions.versions_view,
    "types.html": types.types_view,
}

# Macros that pages use, and what `render` prints around a page.
PARTS = {
    "citation.html",
    "compare.html",
    "compared.html",
    "contents.html",
    "external.html",
    "facets.html",
    "left.html",
    "macros.html",
    "record-id.html",
    "tiles.html",
}


def reader() -> Reader:
    return Reader(FOLDER, dict(GIVEN))


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_template_reads_only_what_its_view_has(name: str) -> None:
    read = reader()
    read.template(name, view=hints(VIEWS[name])["return"], page=Page)
    assert sorted(read.faults) == []


def test_every_template_is_a_page_or_a_part() -> None:
    assert {path.name for path in FOLDER.glob("*.html")} == {*VIEWS, *PARTS}


def test_parts_around_a_page_read_only_what_they_are_given() -> None:
    read = reader()
    read.template("contents.html", headings=tuple[tuple[str, str], ...])
    read.template("citation.html", citations=tuple[Citation, ...])
    read.template("left.html", left=tuple[Left, ...])
    read.template("record-id.html", record=str)
    assert sorted(read.faults) == []


# Fields of what templates are given that only code reads.
OF_CODE = {
    "AddressView.kind",  # the filter of the list of sources
    "Card.facets",
    "ChartRow.cites",
    "ComparisonView.id",
    "FigureText.bound",
    "FigureText.base",
    "FigureText.before",
    "FigureText.value",
    "FigureText.change",
    "FigureText.of",
    "FigureText.unit",
    "FigureText.percent",
    "Item.figure",  # for the files of comparisons
    "Known.told",  # whether it stands among what nobody tells
    "Question.elsewhere",  # for the sentence above the questions
    "ResultRow.id",
    "ResultRow.place",  # in the sentence of the figure
    "SourceView.whole",
}


def test_every_field_of_a_view_is_printed() -> None:
    read = reader()
    for name, make in VIEWS.items():
        read.template(name, view=hints(make)["return"], page=Page)
    kinds = {kind for kind, _ in read.read if is_dataclass(kind)} - {Build, Page}
    unread = {
        f"{kind.__name__}.{one.name}"
        for kind in kinds
        for one in fields_of(kind)
        if (kind, one.name) not in read.read
    }
    assert unread == OF_CODE


T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    name: str
    note: str | None = None

    @property
    def long(self) -> str:
        return self.name


@dataclass(frozen=True)
class Many(Generic[T]):
    items: tuple[T, ...]
    first: T


@dataclass(frozen=True)
class Whole:
    many: Many[Part]
    parts: tuple[Part, ...]
    pairs: tuple[tuple[Part, int], ...]
    other: Part | None


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{{ view.other.long }}{{ view.parts | length }}", []),
        ("{{ view.nimi }}", ["Whole has no nimi"]),
        ("{% if view.other %}{{ view.other.nime }}{% endif %}", ["Part has no nime"]),
        ("{% if 1 %}{% elif view.x %}{% else %}{{ view.y }}{% endif %}", ["no x", "no y"]),
        ("{% for one in view.parts %}{{ one.n }}{{ loop.lost }}{% endfor %}", ["no n", "no lost"]),
        ("{% for one, count in view.pairs %}{{ one.name }}{{ count.x }}{% endfor %}", ["no x"]),
        ("{% for one, two in view.parts %}{% endfor %}", ["Part is unpacked"]),
        ("{% for one in view.other %}{% endfor %}", ["Part is looped over"]),
        ("{% set one = view.parts[0] %}{{ one.x }}", ["no x"]),
        ("{% macro m(one) %}{{ one.x }}{% endmacro %}{{ m(view.other) }}", ["no x"]),
        ("{% macro m(one) %}{{ ooen }}{% endmacro %}{{ m(view.other) }}", ["no ooen"]),
        ("{% macro m(one) %}{% endmacro %}{{ m() }}{{ m(two=1) }}", ["its one", "its two"]),
        ("{{ view.parts | map(attribute='x') | join }}", ["Filter map is not read"]),
        (
            "{% for one in view.many.items %}{{ one.name }}{{ one.x }}{% endfor %}",
            ["Part has no x"],
        ),
        ("{{ view.many.first.name }}{{ view.many.first.x }}", ["Part has no x"]),
        ("{{ to.GAPS }}{{ to.GABS }}", ["addresses has no GABS"]),
        ("{{ missing }}", ["no missing"]),
    ],
)
def test_misspelt_name_in_any_branch_is_found(tmp_path: Path, text: str, faults: list[str]) -> None:
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    read = Reader(tmp_path, dict(GIVEN))
    read.template("a.html", view=Whole)
    found = " ".join(read.faults)
    assert [fault for fault in faults if fault not in found] == []
    assert bool(read.faults) == bool(faults)


def test_no_template_chooses_between_words() -> None:
    """Plural forms and labels are made in the views."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in sorted(FOLDER.glob("*.html"))
        for node in parsed(path).find_all(nodes.CondExpr)
        if isinstance(node.expr1, nodes.Const) and isinstance(node.expr2, nodes.Const)
    ]
    assert found == []


def test_every_line_of_a_template_can_be_read_without_scrolling() -> None:
    """A newline after a block tag is trimmed, and `{%-` takes one before it: a line can always be broken there."""
    long = [
        f"{path.name}:{number}"
        for path in sorted(FOLDER.parent.rglob("*.html"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 100
    ]
    assert long == []
