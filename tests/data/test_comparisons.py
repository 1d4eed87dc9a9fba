"""The comparison pages of the real catalogue: their arithmetic, their order, and what stands apart."""

from __future__ import annotations

import csv
import datetime
import io
import math
import re
from typing import TYPE_CHECKING, Any

import pytest

from built import ROOT
from catalogue.facts import Build, Facts
from catalogue.figures.comparability import axis_kind
from catalogue.figures.placeholders import FORMS, filled
from catalogue.figures.selection import is_national, regional, selected
from catalogue.files.comparisons import files
from catalogue.files.tables import inert
from catalogue.finnish.formats import collation, counted
from catalogue.finnish.words import MODELS, SIGNS
from catalogue.site.comparison.compared import compared_view
from catalogue.site.comparison.page import (
    ComparisonView,
    comparison_cards,
    comparison_view,
    ordered,
)
from catalogue.site.pages.home import home_view

if TYPE_CHECKING:
    from catalogue.records import Catalogue
    from catalogue.site.parts.table import Cell, Group, Line

LATU = "laatuperusteinen-tyohonvalmennus"
WANTED = {
    "tyohonvalmennuksen-tulokset",
    "ips",
    "tyokyvyn-tuen-tiimit",
    "laatuarvio",
    "koettu-muutos",
    "terveystarkastukset",
    "koulutukset-ja-osallistujat",
    "digitaaliset-palvelut",
    "juurtuminen",
    "miksi-jai",
    "miksi-paattyi",
    "prosessit",
    "tavoite-ja-toteuma",
}
# Counts as the sources print them (region, placed, clients): typed here, not read from the data files.
PLACED = (
    ("Pohjois-Savo", 8, 37),
    ("Päijät-Häme", 6, 18),
    ("Satakunta", 3, 25),
    ("Varsinais-Suomi", 37, 132),
)


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return Facts(catalogue, Build(datetime.date(2026, 1, 1), "testi", "https://esimerkki.fi/"))


@pytest.fixture(scope="module")
def views(facts: Facts) -> dict[str, ComparisonView]:
    return {record.id: comparison_view(facts, record) for record in ordered(facts)}


def group(view: ComparisonView, kind: str) -> Group:
    return next(each for each in view.table.groups if each.kind == kind)


def line(view: ComparisonView, kind: str, head: str) -> Line:
    return next(each for each in group(view, kind).lines if each.head.label == head)


def said(cell: Cell) -> str:
    return " ".join(item.text for item in cell.items) or cell.empty


def interval(count: int, n: int) -> tuple[float, float]:
    """Wilson's interval by solving its defining equation: the p whose z test the count just passes. Not the core's way."""

    def gap(p: float) -> float:
        return abs(count / n - p) - 1.959963984540054 * math.sqrt(p * (1 - p) / n)

    def root(inside: float, outside: float) -> float:
        for _ in range(200):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if gap(middle) <= 0 else (inside, middle)
        return inside

    start = min(max(count / n, 1e-12), 1 - 1e-12)
    return (0.0 if count == 0 else root(start, 0.0)), (1.0 if count == n else root(start, 1.0))


def test_every_wanted_comparison_is_there(views: dict[str, ComparisonView]) -> None:
    assert set(views) >= WANTED


@pytest.mark.parametrize(("region", "count", "of"), PLACED)
def test_placed_people_of_a_region(
    region: str, count: int, of: int, views: dict[str, ComparisonView]
) -> None:
    cells = line(views["tyohonvalmennuksen-tulokset"], "rows", region).cells
    assert said(cells[0]) == str(of)
    row = cells[1].items[0].row
    assert row is not None
    low, high = (f"{100 * end:.1f}".replace(".", ",") for end in interval(count, of))
    assert (row.text.main, row.text.rate) == (
        f"{count} / {of}",
        f"{100 * count / of:.1f}".replace(".", ",") + "\u00a0%",
    )
    assert row.text.interval == f"{low}–{high}"


def test_national_total_stands_alone_and_its_parts_are_the_regions(
    views: dict[str, ComparisonView],
) -> None:
    view = views["tyohonvalmennuksen-tulokset"]
    total = group(view, "total").lines
    assert [each.head.label for each in total] == ["Alueet yhteensä"]
    assert said(total[0].cells[1]).startswith("59 / 248")
    assert "Alueet yhteensä" not in [each.head.label for each in group(view, "rows").lines]
    assert (
        sum(of for _, _, of in PLACED) + 25 + 12 == 249
    )  # the known difference to 248 is on the page of discrepancies


def test_clients_of_disability_services_stand_apart(views: dict[str, ComparisonView]) -> None:
    item = line(views["tyohonvalmennuksen-tulokset"], "apart", "Pohjanmaa").cells[1].items[0]
    assert "0 / 12" in item.text
    assert item.why.startswith("Perusjoukot ovat eri: tässä vammaispalvelujen")


def test_people_in_work_at_the_end_stand_apart_with_their_sentence(
    views: dict[str, ComparisonView],
) -> None:
    view = views["tyohonvalmennuksen-tulokset"]
    assert "Keski-Uusimaa" not in [each.head.label for each in group(view, "rows").lines]
    item = line(view, "apart", "Keski-Uusimaa").cells[1].items[0]
    assert "38 / 63" in item.text and item.name == "Palkkatyössä tarkasteluhetkellä"
    assert item.why == "Tässä on tilanne yhtenä hetkenä, muissa kertymä jakson aikana."
    contracts = line(view, "apart", "Pohjois-Pohjanmaa").cells[1].items[0]
    assert (
        contracts.text == "Työsopimukset: 6"
        and contracts.why == "Tässä lasketaan tapahtumia, muissa ihmisiä."
    )
    told = line(view, "rows", "Pohjois-Pohjanmaa").cells[1].items
    assert [item.text for item in told] == ["ei julkaistu", "Työsopimukset: 6"]
    assert told[1].figure is None and told[1].why == contracts.why  # a pointer, not a number


def test_regions_stand_in_finnish_order_and_no_rank_is_printed(
    views: dict[str, ComparisonView],
) -> None:
    heads = [each.head.label for each in group(views["tyohonvalmennuksen-tulokset"], "rows").lines]
    assert {region for region, _, _ in PLACED} <= {*heads}
    assert heads == sorted(heads, key=collation)
    assert not any(
        re.search(r"\b\d+\. |sija", head.label)
        for view in views.values()
        for head in view.table.heads
    )


def test_regions_beside_each_other_are_not_ranked_and_the_uneven_total_is_told(
    views: dict[str, ComparisonView],
) -> None:
    chart = views["tyohonvalmennuksen-tulokset"].charts[0]
    assert chart.caution == (
        "Asiakkaat valikoituivat eri tavoin ja luvut ovat pieniä; tästä ei voi päätellä paremmuutta. "
        "Välien päällekkäisyys ei ole testi eikä niiden erillisyys todiste. "
        "Yli puolet on yhdeltä alueelta: Varsinais-Suomi 132 / 248. Yhteisluku kertoo eniten siitä."
    )
    assert [row.label.label for row in chart.panels[0].rows][-1] == "Alueet yhteensä"
    assert [row.told for row in chart.panels[0].rows if row.kind == "missing"] == ["ei julkaistu"]


def test_reference_lines_have_their_people_and_sources(views: dict[str, ComparisonView]) -> None:
    lines = views["tyohonvalmennuksen-tulokset"].charts[0].panels[0].references
    assert [each.value for each in lines] == ["noin 4\u00a0%", "noin 50\u00a0%"]
    assert all(each.population and each.cites for each in lines)


def test_each_scale_has_a_panel_of_its_own(views: dict[str, ComparisonView]) -> None:
    headings = [panel.heading for panel in views["koettu-muutos"].charts[0].panels]
    assert [heading for heading in headings if heading.startswith("Työkykyjana")] == [
        "Työkykyjana, asteikko 0–10 · IPS-työhönvalmennus, IPS-laajennus",
        "Työkykyjana, asteikko 1–10 · Laatuperusteinen työhönvalmennus, Työkykyohjelman laajentaminen",
    ]
    assert len(headings) == len(set(headings))


def test_columns_of_one_table_hold_only_what_compares(
    facts: Facts, views: dict[str, ComparisonView]
) -> None:
    for view in views.values():
        for index, head in enumerate(view.table.heads):
            figures = [
                item.figure
                for each in view.table.groups
                if each.kind in ("rows", "total")
                for row in each.lines
                for item in row.cells[index].items
                if head.figures and item.figure
            ]
            kinds = {
                axis_kind(facts.catalogue, figure)
                for figure in figures
                if not figure.located.data.missing
            }
            assert view.layout != "models" or len(kinds) <= 1, (view.id, head.label)
    assert any(head.figures for view in views.values() for head in view.table.heads)


def test_four_kinds_of_nothing_differ_in_word_and_in_style(facts: Facts) -> None:
    rows = {
        item.row.text.missing_kind: item.row.text.missing
        for view in (comparison_view(facts, record) for record in ordered(facts))
        for each in view.table.groups
        for row in each.lines
        for cell in row.cells
        for item in cell.items
        if item.row and item.row.text.missing
    }
    assets = ROOT / "content" / "assets"
    css = "".join(path.read_text(encoding="utf-8") for path in sorted(assets.glob("*.css")))
    marks = [
        re.search(rf'\.missing--{kind}::before {{\s+content: "(.) ?";', css)
        for kind in ("not-tried", "not-measured", "not-published", "suppressed", "none")
    ]
    assert len({mark[1] for mark in marks if mark}) == 5
    assert len(set(rows.values())) == len(rows) >= 2


def test_finding_and_titles_hold_no_unfilled_placeholder(
    views: dict[str, ComparisonView], facts: Facts
) -> None:
    texts = [view.finding for view in views.values()] + [
        chart.title for view in views.values() for chart in view.charts
    ]
    assert not [text for text in texts if "{" in text or "}" in text]
    assert all(card.finding for card in comparison_cards(facts))


def test_placeholder_follows_the_data(facts: Facts) -> None:
    record = facts.catalogue.comparisons["tyohonvalmennuksen-tulokset"]
    key = f"satakunta/{LATU}/tyollistyneet"
    got = {form: filled(facts.catalogue, record.data, f"{{{key}|{form}}}") for form in FORMS}
    assert got == {
        "luku": "3",
        "nimittaja": "25",
        "osuus": "12,0\u00a0%",
        "vali": "4,2–30,0",
        "n": "25",
        "ennen": "",
        "jalkeen": "",
        "muutos": "",
    }
    chosen = selected(facts.catalogue, record.data)
    regional = [model.id for model in chosen if not is_national(facts.catalogue, model.id)]
    regions = {key.split("/")[0] for key in regional}
    told = f"{len(regional)} {len(regions)}"
    assert filled(facts.catalogue, record.data, "{mallit} {alueet}") == told


def test_status_matrix_counts_every_model_once(
    facts: Facts, views: dict[str, ComparisonView]
) -> None:
    models = regional(facts.catalogue, facts.catalogue.comparisons["juurtuminen"].data)
    states = [
        item
        for row in group(views["juurtuminen"], "rows").lines
        for cell in row.cells
        for item in cell.items
        if item.status
    ]
    assert len(states) == len(models)


def test_reasons_are_shown_in_both_directions(
    facts: Facts, views: dict[str, ComparisonView]
) -> None:
    seen: set[str] = set()
    for name in ("miksi-jai", "miksi-paattyi"):
        models = regional(facts.catalogue, facts.catalogue.comparisons[name].data)
        wanted = sorted(
            SIGNS[reason.effect] for model in models for reason in model.data.status.reasons
        )
        shown = [
            item.sign
            for row in group(views[name], "rows").lines
            for cell in row.cells
            for item in cell.items
        ]
        assert wanted and sorted(shown) == wanted
        seen.update(wanted)
    assert {"+", "−"} <= seen


def test_aims_of_every_selected_model_are_listed(
    facts: Facts, views: dict[str, ComparisonView]
) -> None:
    models = selected(facts.catalogue, facts.catalogue.comparisons["tavoite-ja-toteuma"].data)
    shown = sum(len(each.lines) for each in views["tavoite-ja-toteuma"].table.groups)
    assert shown == sum(len(model.data.aims) for model in models)


def test_files_hold_exactly_the_table(facts: Facts, views: dict[str, ComparisonView]) -> None:
    made = dict(files(facts))
    for view in views.values():
        text = str(made[f"avoin-data/csv/vertailut/{view.id}.csv"])
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        plain: Any = made[f"api/v1/comparisons/{view.id}.json"]
        lines = [each for one in view.table.groups for each in one.lines]
        assert [row[view.table.first] for row in rows] == [each.head.label for each in lines]
        told = [{name: inert(text) for name, text in row.items()} for row in plain["rows"]]
        assert told == [{name: text for name, text in row.items() if text} for row in rows]
        assert plain["finding"] == view.finding
        assert [entry["nimi"] for entry in plain["definitions"]] == [
            entry.name for entry in view.definitions
        ]


def test_csv_of_the_results_has_its_parts_as_plain_numbers(facts: Facts) -> None:
    made = dict(files(facts))
    text = str(made["avoin-data/csv/vertailut/tyohonvalmennuksen-tulokset.csv"])
    rows = {
        (row["ryhmä"], row["Alue"]): row for row in csv.DictReader(io.StringIO(text, newline=""))
    }
    savo = rows["vertautuu", "Pohjois-Savo"]
    parts = {
        name.partition(": ")[2]: value
        for name, value in savo.items()
        if name.startswith("Työllistyneet: ")
    }
    assert (
        parts["osoittaja"],
        parts["nimittäjä"],
        parts["arvo"],
        parts["alaraja"],
        parts["yläraja"],
    ) == ("8", "37", "21.6", "11.4", "37.2")
    apart = rows["ei vertaudu", "Keski-Uusimaa"]
    assert apart["Työllistyneet: miksi ei vertaudu"].startswith("Tässä on tilanne")


def test_model_page_lists_only_figures_that_compare(facts: Facts) -> None:
    view = compared_view(facts, facts.catalogue.models[f"pohjois-savo/{LATU}"])
    placed = next(row for row in view.rows if row.indicator.url == "mittarit/tyollistyneet/")
    others = [other.whose.label for other in placed.others]
    assert {"Päijät-Häme", "Satakunta", "Varsinais-Suomi"} <= {*others}
    assert others == sorted(others, key=collation)
    assert placed.total and placed.total.whose.label == "Alueet yhteensä, THL"
    assert placed.caution.startswith("Asiakkaat valikoituivat eri tavoin")
    assert placed.uneven.startswith("Yli puolet on yhdeltä alueelta: Varsinais-Suomi 132 / 248.")
    assert "mittarit/tyokykyjana/" not in [row.indicator.url for row in view.rows]


def test_model_with_nothing_comparable_has_no_rows(facts: Facts) -> None:
    assert compared_view(facts, facts.catalogue.models[f"keski-uusimaa/{LATU}"]).rows == ()


def test_selection_puts_national_models_last(facts: Facts) -> None:
    for record in facts.catalogue.comparisons.values():
        national = [
            is_national(facts.catalogue, model.id)
            for model in selected(facts.catalogue, record.data)
        ]
        assert national == sorted(national)


def test_front_page_counts_what_the_comparison_of_statuses_lists(facts: Facts) -> None:
    view = home_view(facts)
    listed = next(card for card in comparison_cards(facts) if card.url == "vertailu/juurtuminen/")
    assert listed.models == counted(view.services, MODELS)
    assert view.services == sum(end.count for end in view.outcomes)
