"""A new region changes no sentence about an old one, except counts: made-up models of three kinds beside the real ones."""

from __future__ import annotations

import datetime
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from catalogue.facts import Build, Facts
from catalogue.files.comparisons import table_of
from catalogue.load import assemble, checked
from catalogue.site.comparison.page import comparison_view, ordered
from catalogue.site.pages.model import model_view
from catalogue.site.pages.type import type_view

ROOT = Path(__file__).parents[2]
NEW = "etela-savo"
REGION = b"""\
summary: Keksitty kuvaus testi\xc3\xa4 varten.
sources: [{id: thl-yhteenveto, at: luku 1}]
"""
MODEL = """\
name: Keksitty malli {type}
type: {type}
programme: {programme}
summary: Keksitty malli testi\u00e4 varten.
sections: {{}}
status: {{decided: not_told, in_use: fully, sources: [{{id: thl-yhteenveto, at: luku 1}}]}}
results:
{results}
sources: [{{id: thl-yhteenveto, at: luku 1}}]
reviewed: 2026-11-28
"""
RESULT = (
    "  - {{indicator: {indicator}, {numbers}, period: 2024, population: {population}, "
    "sources: [{{id: thl-yhteenveto, at: luku 1}}]}}"
)
# A model that compares with the old ones, one of another programme and of more clients, and a course.
MADE_UP = {
    "valmennus": (
        "laatuperusteinen-tyohonvalmennus",
        "tyokykyohjelman-laajentaminen",
        (
            ("asiakkaat", "count: 400", "latu-asiakkaat"),
            ("tyollistyneet", "count: 90, of: 400", "latu-asiakkaat"),
        ),
    ),
    "ips": (
        "ips-tyohonvalmennus",
        "hyte-palvelukonsepti",
        (
            ("asiakkaat", "count: 96", "ips-asiakkaat"),
            ("tyollistyneet", "count: 47, of: 96", "ips-asiakkaat"),
        ),
    ),
    "kurssi": (
        "koulutus",
        "tyokykyohjelman-laajentaminen",
        (("osallistujat", "count: 700", "koulutukseen-osallistuneet"),),
    ),
}


@pytest.fixture(scope="module")
def old(facts: Facts) -> Facts:
    return facts


@pytest.fixture(scope="module")
def new() -> Facts:
    folder = ROOT / "models"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.yml"))
    }
    files[f"{NEW}/region.yml"] = REGION
    for name, (kind, programme, results) in MADE_UP.items():
        told = "\n".join(
            RESULT.format(indicator=indicator, numbers=numbers, population=population)
            for indicator, numbers, population in results
        )
        made = MODEL.format(type=kind, programme=programme, results=told)
        files[f"{NEW}/{name}.yml"] = made.encode()
    catalogue = checked(*assemble("models", sorted(files.items())))
    return Facts(catalogue, Build(datetime.date(2026, 11, 28)))


def without_counts(text: str) -> str:
    return re.sub(r"\d+(?:[,.]\d+)?", "0", text)


def test_the_new_region_is_there(new: Facts) -> None:
    assert {model.id for model in new.models if model.id.startswith(NEW)} == {
        f"{NEW}/{name}" for name in MADE_UP
    }
    view = comparison_view(new, new.catalogue.comparisons["ips"])
    assert any("47" in str(row) for row in table_of(new, view, ids=True).rows)


def test_row_of_an_old_region_says_the_same_in_every_comparison(old: Facts, new: Facts) -> None:
    for record in ordered(old):
        before, after = (
            comparison_view(facts, facts.catalogue.comparisons[record.id]) for facts in (old, new)
        )
        assert without_counts(before.finding) == without_counts(after.finding), record.id
        told = [lines(old, before), lines(new, after)]
        assert [line for line in told[0] if line not in told[1]] == [], record.id


def lines(facts: Facts, view: Any) -> list[tuple[tuple[str, Any], ...]]:
    """The rows of a comparison without what is of the new region: its row, or its column."""
    return [
        tuple((name, value) for name, value in row.items() if name != "Etelä-Savo")
        for row in table_of(facts, view, ids=True).named()
    ]


def test_old_model_and_type_say_the_same_everywhere(old: Facts, new: Facts) -> None:
    for kind in old.catalogue.types:
        before, after = type_view(old, kind), type_view(new, kind)
        assert before.known == after.known and before.caution == after.caution
        assert [row for row in before.rows if row not in after.rows] == [], kind
    for model in old.models:
        told = [model_view(facts, facts.catalogue.models[model.id]) for facts in (old, new)]
        for name in (each.name for each in fields(told[0])):
            if name != "compared":
                assert getattr(told[0], name) == getattr(told[1], name), (model.id, name)
        for own, wider in zip(told[0].compared.rows, told[1].compared.rows, strict=True):
            assert {*own.others} <= {*wider.others}
            assert replace(own, others=()) == replace(wider, others=()), model.id


def test_gap_of_an_old_region_is_the_same(old: Facts, new: Facts) -> None:
    before, after = (
        {
            (gap.region, gap.type, gap.indicator): (gap.kind, gap.why)
            for gap in facts.gaps
            if gap.region != NEW
        }
        for facts in (old, new)
    )
    assert before == after
