"""Small numbers of guarded groups in the real catalogue: the test tries to work them out of what is published.

It reads the published rows only, and does its own arithmetic: subtraction of every published part, sum, variant and
percentage, by brute force where more than one number is unknown.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.facts import Facts

SMALL = range(1, 5)
FEW = 20
Row = dict[str, Any]


@pytest.fixture(scope="module")
def texts(published: Mapping[str, str | bytes]) -> dict[str, str]:
    """The files of the API."""
    made = published.items()
    return {name: text for name, text in made if name.startswith("api/") and isinstance(text, str)}


@pytest.fixture(scope="module")
def rows(texts: dict[str, str]) -> dict[str, Row]:
    """The published results by id, as the API has them."""
    listed = json.loads(next(texts[name] for name in texts if name.endswith("v1/results.json")))
    return {row["id"]: row for row in listed}


def printed_by_the_summary(facts: Facts, row: Row) -> bool:
    cited = {str(cite.id) for cite in facts.catalogue.results[row["id"]].data.sources}
    return "thl-yhteenveto" in cited


def counts(row: Row) -> set[int]:
    """Every whole number that the row's own printed numbers allow for the part and for the rest."""
    of, part, percent = row["denominator"], row["numerator"], row["value"]
    if part is None and of and percent is not None:
        digits = len(str(percent).partition(".")[2])
        fits = {k for k in range(of + 1) if round(100 * k / of, digits) == percent}
        return fits | {of - k for k in fits}
    if part is None:
        return {int(row["value"])} if row["value"] is not None else set()
    return {part} | ({of - part} if of else set())


def of_people(facts: Facts, row: Row) -> bool:
    population = facts.catalogue.populations.get(row["population"] or "")
    return population is not None and population.data.of in ("persons", "responses")


def test_something_is_hidden_and_some_groups_are_guarded(rows: dict[str, Row]) -> None:
    assert sum(row["missing"] == "suppressed" for row in rows.values()) > 5
    assert sum(row["disclosure"] == "guarded" for row in rows.values()) > 20


def test_hidden_row_has_no_number(rows: dict[str, Row]) -> None:
    numbers = ("numerator", "denominator", "value", "baseline", "n", "low", "high", "reported")
    for row in rows.values():
        if row["missing"] == "suppressed":
            assert [row[name] for name in numbers] == [None] * len(numbers), row["id"]


def test_no_part_or_rest_of_a_guarded_group_is_small(facts: Facts, rows: dict[str, Row]) -> None:
    tried = 0
    for row in rows.values():
        counted = row["unit"] in ("persons", "responses", "events")
        small_group = row["denominator"] is not None and row["denominator"] < FEW
        if not counted or not of_people(facts, row) or printed_by_the_summary(facts, row):
            continue
        if row["disclosure"] == "guarded" or small_group:
            tried += 1
            assert not counts(row) & {*SMALL}, row["id"]
    assert tried > 10


def test_no_total_gives_a_hidden_part_away(facts: Facts, rows: dict[str, Row]) -> None:
    """Every way of splitting the rest of every total over its hidden parts: each part must have more than one."""
    for total in facts.catalogue.results.values():
        parts = [rows[str(part)] for part in total.data.sum_of]
        hidden = [row for row in parts if row["missing"] == "suppressed"]
        if not hidden or total.data.count is None:
            continue
        known = sum(row["numerator"] or int(row["value"] or 0) for row in parts)
        rest = total.data.count - known
        ways = [
            split for split in itertools.product(SMALL, repeat=len(hidden)) if sum(split) == rest
        ]
        for place in range(len(hidden)):
            assert len({split[place] for split in ways}) != 1, total.id


def test_no_whole_or_denominator_leaves_a_hidden_part(facts: Facts, rows: dict[str, Row]) -> None:
    """Subtract every set of told parts of one whole, or of one denominator and measure, where a part is hidden."""
    wholes: dict[tuple[str, str, int], list[Row]] = {}
    for key, located in facts.catalogue.results.items():
        row, whole = rows[key], rows.get(str(located.data.part_of or ""))
        if whole and whole["value"] is not None:
            wholes.setdefault((row["model"], whole["id"], int(whole["value"])), []).append(row)
    for row in rows.values():
        if row["denominator"]:
            kind = (row["model"], f"{row['indicator']} {row['population']}", row["denominator"])
            hidden = [
                other
                for other in rows.values()
                if other["missing"] == "suppressed"
                and (other["model"], f"{other['indicator']} {other['population']}") == kind[:2]
            ]
            wholes.setdefault(kind, [*hidden]).append(row)
    for (model, name, size), members in wholes.items():
        hidden = [row for row in members if row["missing"] == "suppressed"]
        told = [row["numerator"] for row in members if row["numerator"] is not None]
        if hidden and told and sum(told) <= size:
            assert size - sum(told) not in SMALL, (model, name)


WORDS = {"yksi": 1, "kaksi": 2, "kolme": 3, "neljä": 4}
PEOPLE = r"asiak|henkilö|ihmi|osallistuj|valmennettav|potila|vastaaj|työttö"


def test_no_published_text_of_a_guarded_group_tells_a_small_number(
    texts: dict[str, str], rows: dict[str, Row]
) -> None:
    """The whole record of every model that hides something or tells of a guarded group, and its ledger entries."""
    guarded = {row["model"] for row in rows.values() if row["disclosure"] == "guarded"}
    guarded |= {row["model"] for row in rows.values() if row["missing"] == "suppressed"}
    pattern = re.compile(rf"(?<![\w,.])({'|'.join(WORDS)}|[1-4]) ({PEOPLE})", re.IGNORECASE)
    for name, text in texts.items():
        if any(name.endswith(f"models/{model}.json") for model in guarded):
            assert not pattern.search(text), (name, pattern.search(text))
    for entry in json.loads(
        next(texts[name] for name in texts if name.endswith("v1/discrepancies.json"))
    ):
        if guarded & {*entry["models"]}:
            assert not pattern.search(json.dumps(entry, ensure_ascii=False)), entry["id"]
