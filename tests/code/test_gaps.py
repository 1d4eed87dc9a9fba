"""The map of gaps: every cell says what the data says, and every kind of empty looks different."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from built import ROOT
from catalogue.facts import Build, Facts
from catalogue.figures.gaps import near
from catalogue.load import assemble, checked
from catalogue.site.pages import gaps
from catalogue.site.pages.gaps import KINDS, counties_without_models, gaps_view, region_gaps

if TYPE_CHECKING:
    from catalogue.figures.gaps import Gap
    from catalogue.records import Catalogue
    from golden import Files

TYPES = b"""\
neuvonta: {name: Neuvonta, plural: Neuvonnat, kind: palvelumalli, summary: Neuvotaan.}
valmennus:
  name: Valmennus
  plural: Valmennukset
  kind: palvelumalli
  summary: Valmennetaan.
  about: {population: kaikki-asiakkaat, programme: kokeiluohjelma}
  key_indicators: [asiakkaat]
  former_ids: [ohjaus]
"""
STATUSES = b"""\
kaytossa:
  name: Jatkuu
  summary: Jatkuu.
  when:
    - {decided: [adopt, continue], in_use: [fully, partly, not, never_begun, done, not_told]}
    - {decided: [not_told], in_use: [fully, partly, done, not_told]}
  group: stayed
  mark: full
ei-jatkunut:
  name: Ei jatkunut
  summary: Ei jatkunut.
  when:
    - {decided: [end], in_use: [fully, partly, not, never_begun, done, not_told]}
    - {decided: [not_told], in_use: [not]}
  group: ended
  mark: cross
ei-alkanut:
  name: Ei alkanut
  summary: Ei alkanut.
  when:
    - {decided: [not_told], in_use: [never_begun]}
  group: not_tried
  mark: dash
"""
MODEL = """\
name: Valmennus
type: valmennus
programme: kokeiluohjelma
summary: Valmennetaan.
sections: {{}}
status: {{decided: not_told, in_use: {in_use}, sources: [{{id: yhteenveto, at: luku 1}}]}}
results: [{results}]
sources: [{{id: yhteenveto, at: luku 1}}]
reviewed: 2024
"""
COUNT = (
    "{{indicator: asiakkaat, count: {count}, period: 2023, population: {population}, "
    "sources: [{{id: yhteenveto, at: luku 2}}]}}"
)
CITED = "sources: [{id: yhteenveto, at: luku 2}]"


def facts_of(catalogue: Catalogue) -> Facts:
    return Facts(catalogue, Build(datetime.date(2026, 1, 1)))


def in_mantyla(base: Files, *results: str, in_use: str = "fully") -> Gap:
    """The cell of Mäntylä's customers, when its training has these results; Koivula's has 30 customers."""
    files = base | {
        "vocabulary/types.yml": TYPES,
        "vocabulary/statuses.yml": STATUSES,
        "mantyla/valmennus.yml": MODEL.format(in_use=in_use, results=", ".join(results)).encode(),
    }
    facts = facts_of(checked(*assemble("models", sorted(files.items()))))
    return next(gap for gap in facts.gaps if gap.region == "mantyla")


def test_a_figure_of_the_same_kind_exists(base: Files) -> None:
    gap = in_mantyla(base, COUNT.format(count=9, population="kaikki-asiakkaat"))
    assert (gap.kind, gap.why) == ("exists", "")
    assert [figure.located.id for figure in gap.figures] == ["mantyla/valmennus/asiakkaat"]


def test_a_figure_of_other_people_stands_apart_with_the_reason(base: Files) -> None:
    gap = in_mantyla(base, COUNT.format(count=9, population="vastanneet"))
    assert gap.kind == "apart"
    assert (
        gap.why
        == "Perusjoukot ovat eri: tässä kyselyyn vastanneet, tyypin vertailussa kaikki asiakkaat."
    )


@pytest.mark.parametrize("missing", ["not_published", "not_measured", "not_tried"])
def test_a_missing_figure_keeps_its_kind(base: Files, missing: str) -> None:
    assert (
        in_mantyla(base, f"{{indicator: asiakkaat, missing: {missing}, {CITED}}}").kind == missing
    )


def test_a_figure_goes_before_a_missing_one(base: Files) -> None:
    missing = f"{{indicator: asiakkaat, key: muut, missing: not_published, {CITED}}}"
    assert (
        in_mantyla(base, missing, COUNT.format(count=9, population="kaikki-asiakkaat")).kind
        == "exists"
    )


def test_a_model_that_was_not_tried_says_so(base: Files) -> None:
    assert in_mantyla(base, in_use="never_begun").kind == "not_tried"


def test_silence_is_unknown_and_not_zero(base: Files) -> None:
    assert in_mantyla(base).kind == "unknown"


def test_a_region_without_a_model_of_the_type_is_unknown(base: Files) -> None:
    files = base | {"vocabulary/types.yml": TYPES}
    facts = facts_of(checked(*assemble("models", sorted(files.items()))))
    assert {gap.region: gap.kind for gap in facts.gaps} == {
        "koivula": "exists",
        "mantyla": "unknown",
    }
    assert counties_without_models(facts) == ("Kuusela",)


def test_what_is_near_answers_the_same_question_of_as_many_of_the_same() -> None:
    def indicator(group: str, counts: str = "persons", highlight: int | None = None) -> Any:
        return SimpleNamespace(group=group, counts=counts, nature="outcome", highlight=highlight)

    def figure(what: Any, key: str | None = None) -> Any:
        return SimpleNamespace(
            indicator=what, located=SimpleNamespace(data=SimpleNamespace(key=key))
        )

    asked, paths = indicator("tyollistyminen"), indicator("polut")
    known = SimpleNamespace(indicators={"kysytty": SimpleNamespace(data=asked)})
    first = figure(indicator("tyollistyminen", highlight=2))
    others = [
        figure(paths),
        figure(indicator("tyollistyminen", "events")),
        figure(indicator("tyollistyminen"), "osa"),
        figure(indicator("tyollistyminen")),
    ]
    assert near(cast("Any", known), "kysytty", [*others, first]) is first
    assert near(cast("Any", known), "kysytty", others[:3]) is None


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return facts_of(catalogue)


def test_the_map_has_every_region_type_and_key_indicator_once(facts: Facts) -> None:
    asked = Counter((gap.region, gap.type, gap.indicator) for gap in facts.gaps)
    indicators = sum(len(kind.data.key_indicators) for kind in facts.catalogue.types.values())
    assert set(asked.values()) == {1}
    assert {gap.region for gap in facts.gaps} == {"koivula", "kuusela", "mantyla"}
    assert len(asked) == indicators * 3


def test_the_counts_at_the_top_add_up(facts: Facts) -> None:
    view = gaps_view(facts)
    assert sum(kind.count for kind in view.kinds) == view.asked == len(facts.gaps)
    assert view.without_count == 2  # Lepikko and Ojala


def test_every_cell_that_says_a_figure_links_to_it(facts: Facts) -> None:
    rows = [row for entry in gaps_view(facts).types for row in entry.rows]
    cells = [one.cell for row in rows for one in row.cells]
    assert {"exists", "apart"} <= {cell.kind for cell in cells}
    for cell in cells:
        assert (cell.kind in ("exists", "apart")) <= bool(cell.url)
        assert (cell.kind == "apart") == bool(cell.why)


def test_a_cell_shows_as_many_models_as_it_has_room_for_and_counts_the_others(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for most in (1, 2):
        monkeypatch.setattr(gaps, "MOST_IN_CELL", most)
        rows = next(entry for entry in gaps_view(facts).types if entry.id == "valmennus").rows
        row = next(row for row in rows if row.region_id == "kuusela")
        told.append((len(row.models), row.others))
    assert told == [(1, "1"), (2, "")]


def test_a_region_lists_gaps_only_of_types_it_has(facts: Facts) -> None:
    present = {key for model in facts.models_by_region["mantyla"] for key in model.data.type}
    told = region_gaps(facts, "mantyla")
    assert told
    for entry in told:
        assert entry.type.url.split("/")[1] in present
        assert "exists" not in {gap.cell.kind for gap in entry.cells}


def test_every_kind_of_empty_has_a_word_and_a_shape_of_its_own() -> None:
    style = (ROOT / "content/assets/gaps.css").read_text(encoding="utf-8")
    found = re.findall(r'\.gap--([a-z-]+)::before[^{]*\{[^}]*content: "(.)"', style)
    shapes = {kind.replace("-", "_"): shape for kind, shape in found}
    assert set(shapes) == set(KINDS)
    assert len(set(shapes.values())) == len({name for name, _ in KINDS.values()}) == len(KINDS)
