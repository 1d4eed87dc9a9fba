"""What a headline counts: services of regions, of a told time, the same on every page."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from catalogue.facts import Build, Facts
from catalogue.load import assemble, checked
from catalogue.site.parts.counts import by_kind, services, years

if TYPE_CHECKING:
    from golden import Files

MODEL = """\
name: Uusi
type: {type}
programme: kokeiluohjelma
summary: Lyhyt kuvaus.
sections: {{}}
status: {{decided: not_told, in_use: {{what: fully, date: {date}}}, sources: [{{id: yhteenveto, at: luku 2}}]}}
sources: [{{id: yhteenveto, at: luku 2}}]
reviewed: 2025
"""


def with_models(base: Files, **models: str) -> Facts:
    """The base and models more: a word is `<region>_<slug>`."""
    files = base | {f"{name.replace('_', '/')}.yml": text.encode() for name, text in models.items()}
    files["kansallinen/region.yml"] = files["mantyla/region.yml"]
    made = checked(*assemble("models", sorted(files.items())))
    return Facts(made, Build(datetime.date(2026, 1, 1)))


def test_services_are_counted_and_other_kinds_named(base: Files) -> None:
    course = MODEL.format(type="neuvonta", date=2024) + "kind: koulutus\n"
    facts = with_models(base, mantyla_kurssi=course)
    assert {model.id for model in services(facts, facts.models)} == {
        "koivula/valmennus",
        "mantyla/neuvonta",
    }
    assert by_kind(facts, facts.models) == "2 palvelumallia ja 1 koulutus"


def test_national_record_is_no_service_and_an_aggregate_is_counted_nowhere(base: Files) -> None:
    national = MODEL.format(type="neuvonta", date=2024)
    facts = with_models(
        base,
        kansallinen_uusi=national,
        kansallinen_summa=national.replace("Uusi", "Summa") + "aggregate: true\n",
    )
    assert len(services(facts, facts.models)) == 2
    assert by_kind(facts, facts.models) == "3 palvelumallia"


@pytest.mark.parametrize(("date", "told"), [("2023-12", "2023"), ("2024-23", "2023–2024")])
def test_years_are_those_that_statuses_are_told_of(base: Files, date: str, told: str) -> None:
    facts = with_models(base, mantyla_uusi=MODEL.format(type="neuvonta", date=date))
    assert years(services(facts, facts.models)) == told


def test_years_of_no_dates_are_an_empty_text(base: Files) -> None:
    assert years([]) == ""


def test_a_model_of_two_types_is_counted_once(base: Files) -> None:
    facts = with_models(base)
    assert facts.catalogue.models["koivula/valmennus"].data.type == ("valmennus", "neuvonta")
    assert by_kind(facts, facts.models) == "2 palvelumallia"
