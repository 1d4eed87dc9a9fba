"""What a figure says: every shape, with every reservation, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalogue.figures.figure import figures
from catalogue.figures.placeholders import FORMS, said
from catalogue.figures.text import text_of
from made import catalogue_of

if TYPE_CHECKING:
    from catalogue.figures.text import FigureText
    from golden import Files

# A result, its figure where there is room for one number only, and the whole of it.
SAID = [
    ("asiakkaat, count: 1128", "1\xa0128", "1\xa0128"),
    ("asiakkaat, count: 300, bound: over", "yli 300", "yli 300"),
    ("asiakkaat, least: 10, most: 20", "10–20", "10–20"),
    (
        "tyollistyneet, count: 8, of: 37",
        "8 / 37",
        "8 / 37 · 21,6\xa0%, väli 11,4–37,2",
    ),
    (
        "tyollistyneet, count: 0, of: 9",
        "0 / 9",
        "0 / 9 · 0,0\xa0%, väli 0,0–29,9, pieni n",
    ),
    (
        "tyollistyneet, of: 37, reported: 21.6",
        "21,6\xa0%",
        "21,6\xa0%, väli 11,4–37,2, n = 37",
    ),
    (
        "tyollistyneet, of: 1200, reported: 80, bound: about",
        "noin 80\xa0%",
        "noin 80\xa0%, n = 1\xa0200",
    ),
    ("tyollistyneet, reported: 60", "60\xa0%", "60\xa0%, nimittäjää ei kerrota"),
    ("tyollistyneet, least: 20, most: 30, of: 40", "20–30\xa0%", "20–30\xa0%, n = 40"),
    ("vointi, value: 6.5, n: 20", "6,5 / 10", "6,5 / 10, n = 20"),
    ("vointi, value: 6.5, n: 4", "6,5 / 10", "6,5 / 10, n = 4, pieni n"),
    (
        "vointi, before: 6.6, after: 6.45, n: 20",
        "6,6 → 6,45 (−0,15)",
        "6,6 → 6,45 (−0,15), n = 20",
    ),
    ("vointi, before: 5, after: 5", "5 → 5 (±0)", "5 → 5 (±0)"),
    ("vointi, least: 3, most: 9", "3–9", "3–9"),
    ("kesto, value: 1", "1 kuukausi", "1 kuukausi"),
    ("kesto, value: 6, bound: at_most", "enintään 6 kuukautta", "enintään 6 kuukautta"),
    ("kesto, least: 2, most: 11", "2–11 kuukautta", "2–11 kuukautta"),
    ("asiakkaat, missing: not_tried", "ei kokeiltu", "ei kokeiltu"),
    ("tyollistyneet, missing: not_measured", "ei mitattu", "ei mitattu"),
    ("tyollistyneet, missing: not_published", "ei julkaistu", "ei julkaistu"),
    ("lopettaneet, missing: suppressed", "ei näytetä: pieni ryhmä", "ei näytetä: pieni ryhmä"),
    ("kesto, missing: not_measured, n: 4", "ei mitattu", "ei mitattu"),
]


def text(base: Files, row: str) -> FigureText:
    catalogue = catalogue_of(base, f"indicator: {row}")
    return text_of(catalogue, figures(catalogue)[f"mantyla/uusi/{row.split(',')[0]}"])


@pytest.mark.parametrize(("row", "lead", "sentence"), SAID, ids=[row for row, _, _ in SAID])
def test_figure_is_said_as_its_shape_is(base: Files, row: str, lead: str, sentence: str) -> None:
    said = text(base, row)
    assert (said.lead, said.sentence) == (lead, sentence)


def test_a_scale_that_is_the_results_own_stands_before_the_indicators(base: Files) -> None:
    own = text(base, "vointi, value: 6.5, scale: 1-7")
    assert (own.lead, own.scale) == ("6,5 / 7", "1–7")
    assert text(base, "vointi, value: 6.5").scale == "0–10"
    assert text(base, "tyollistyneet, count: 8, of: 37").scale == ""


def test_people_time_and_the_printed_percentage_stand_beside_the_figure(base: Files) -> None:
    shown = text(base, "tyollistyneet, count: 8, of: 37, reported: 21.6")
    assert (shown.population, shown.period, shown.reported) == (
        "Kaikki asiakkaat",
        "2023",
        "21,6\xa0%",
    )
    assert text(base, "tyollistyneet, of: 37, reported: 21.6").reported == ""


@pytest.mark.parametrize(
    ("row", "forms"),
    [
        ("asiakkaat, count: 1128", {"": "1\xa0128", "luku": "1\xa0128"}),
        (
            "tyollistyneet, count: 8, of: 37",
            {
                "": "8 / 37",
                "luku": "8",
                "nimittaja": "37",
                "osuus": "21,6\xa0%",
                "vali": "11,4–37,2",
                "n": "37",
            },
        ),
        (
            "tyollistyneet, of: 1200, reported: 80, bound: about",
            {"": "noin 80\xa0%", "nimittaja": "1\xa0200", "osuus": "80\xa0%", "n": "1\xa0200"},
        ),
        (
            "vointi, before: 6.6, after: 6.45, n: 20",
            {
                "": "6,6 → 6,45",
                "luku": "6,45",
                "n": "20",
                "ennen": "6,6",
                "jalkeen": "6,45",
                "muutos": "−0,15",
            },
        ),
        ("kesto, value: 6", {"": "6 kuukautta", "luku": "6"}),
        ("kesto, missing: not_measured, n: 4", {}),
    ],
)
def test_placeholder_asks_a_figure_for_what_it_has(
    base: Files, row: str, forms: dict[str, str]
) -> None:
    catalogue = catalogue_of(base, f"indicator: {row}")
    figure = figures(catalogue)[f"mantyla/uusi/{row.split(',')[0]}"]
    every = {form: said(catalogue, figure, form) for form in ("", *FORMS)}
    assert {form: found for form, found in every.items() if found} == forms
