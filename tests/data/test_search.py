"""The floors of the shipped search, on the queries that it was not tuned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browsing import visiting
from catalogue.finnish.tokens import folded
from catalogue.finnish.villages import VILLAGES
from search.asked import ask, score, table
from search.judged import last, queries, unseen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from catalogue.records import Catalogue

RECALL, RANK = 0.90, 0.90  # of the half that is only run
LATER_RECALL, LATER_RANK = 0.84, 0.92  # of the queries that were written when the search was ready
LEAST, KINDS = 160, 8


def test_queries_are_many_and_of_eight_kinds(catalogue: Catalogue) -> None:
    judged = queries(catalogue)
    assert len({query.text for query in judged}) == len(judged) >= LEAST
    assert len({query.kind for query in judged}) == KINDS
    assert {query.kind for query in last(catalogue)} == {query.kind for query in judged}


def test_villages_are_of_municipalities_and_no_name_has_two_meanings(catalogue: Catalogue) -> None:
    towns = catalogue.municipalities
    assert VILLAGES.keys() <= towns.keys()
    named = [
        name
        for town in towns.values()
        for name in (town.data.name.fi, town.data.name.sv, *town.data.former)
        if name
    ]
    villages = [name for names in VILLAGES.values() for name in names]
    assert not {*map(folded, villages)} & {*map(folded, named)}
    assert len({*map(folded, villages)}) == len(villages)


def test_what_was_not_tuned_to_is_found(
    browser: Browser, served: str, catalogue: Catalogue
) -> None:
    held = [query for query in queries(catalogue) if query.held]
    after = unseen(catalogue)
    with visiting(browser, served) as visit:
        answers = ask(visit.page, served, [*held, *after])
        assert visit.errors == []
    for asked, recall, rank in (
        (answers[: len(held)], RECALL, RANK),
        (answers[len(held) :], LATER_RECALL, LATER_RANK),
    ):
        found = score(asked)
        told = table(asked)
        assert found.unanswered == 0, told
        assert found.recall >= recall, told
        assert found.rank >= rank, told
