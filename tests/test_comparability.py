"""What design section 3 names as unlike is refused with its sentence, and only the like stands together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from catalogue.figures.comparability import column, incomparable, kind, overlap, separate_pairs
from catalogue.figures.figure import Figure, Interval, Share, figures, percentage, wilson

if TYPE_CHECKING:
    from catalogue.records import Catalogue

LATU = "laatuperusteinen-tyohonvalmennus"
NAMED_PAIRS = {
    "Keusote's people in work at the end are not people placed during the project": (
        f"keski-uusimaa/{LATU}/palkkatyossa-lopussa",
        f"varsinais-suomi/{LATU}/tyollistyneet",
        "Tässä on tilanne yhtenä hetkenä, muissa kertymä jakson aikana.",
    ),
    "contracts are not people": (
        f"pohjois-pohjanmaa/{LATU}/tyosopimukset",
        f"satakunta/{LATU}/tyollistyneet",
        "Tässä lasketaan tapahtumia, muissa ihmisiä.",
    ),
    "the work ability line from 1 is not the line from 0": (
        f"pohjois-savo/{LATU}/tyokykyjana",
        "pohjois-savo/ips-tyohonvalmennus/tyokykyjana",
        "Asteikot ovat eri: tässä 1–10, muissa 0–10.",
    ),
    "disability services' clients are not social services' clients": (
        f"pohjanmaa/{LATU}/asiakkaat",
        f"satakunta/{LATU}/asiakkaat",
        "Perusjoukot ovat eri: tässä vammaispalvelujen työhönvalmennuksen asiakkaat, "
        "muissa sosiaalihuollon työhönvalmennuksen asiakkaat.",
    ),
    "programmes are not pooled": (
        "keski-uusimaa/tyokyvyn-tuen-tiimi/tiimit",
        "pohjanmaa/tyokyvyn-tuen-tiimi/tiimit",
        "Ohjelmat ovat eri (tässä Työkykyohjelma, muissa Työkykyohjelman laajentaminen), eikä niitä lasketa yhteen.",
    ),
    "fidelity is not a result": (
        f"pohjanmaa/{LATU}/ips-laatupisteet",
        f"pohjanmaa/{LATU}/tyollistyneet",
        "Tässä lasketaan pisteitä, muissa ihmisiä.",
    ),
}
# One word, etenemisprosentti, and four meanings of it.
PROGRESS = (
    f"pohjanmaa/{LATU}/edenneet-palveluissa",
    f"varsinais-suomi/{LATU}/tyollistyneet-tai-opiskelemaan",
    f"pohjois-pohjanmaa/{LATU}/jatkopolun-loytaneet",
    f"pohjois-savo/{LATU}/palkkatyo-tai-tyokokeilu",
)


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> dict[str, Figure]:
    return figures(catalogue)


@pytest.mark.parametrize("name", NAMED_PAIRS)
def test_unlike_pair_is_refused_with_its_sentence(
    name: str, catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    one, other, sentence = NAMED_PAIRS[name]
    assert incomparable(catalogue, made[one], made[other]) == sentence


@pytest.mark.parametrize(("one", "other"), [*combinations(PROGRESS, 2)])
def test_four_meanings_of_one_word_are_four_measures(
    one: str, other: str, catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    assert incomparable(catalogue, made[one], made[other]).startswith("Mittarit ovat eri: ")


def test_kind_and_sentence_agree_on_every_pair(
    catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    present = [figure for figure in made.values() if not figure.located.data.missing][::4]
    for one, other in combinations(present, 2):
        assert (kind(catalogue, one) == kind(catalogue, other)) == (
            incomparable(catalogue, one, other) == ""
        )


def test_column_keeps_the_like_and_tells_why_the_rest_is_apart(
    catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    wanted = [
        made[key]
        for key in made
        if key.startswith(
            (
                f"pohjanmaa/{LATU}/asiakkaat",
                f"satakunta/{LATU}/asiakkaat",
                f"varsinais-suomi/{LATU}/asiakkaat",
            )
        )
    ]
    split = column(catalogue, wanted, "asiakkaat")
    assert {figure.located.model.id for figure in split.together} == {
        f"satakunta/{LATU}",
        f"varsinais-suomi/{LATU}",
    }
    assert [entry.figure.located.model.id for entry in split.apart] == [f"pohjanmaa/{LATU}"]
    assert split.apart[0].why.startswith("Perusjoukot ovat eri")


def test_column_of_an_indicator_is_not_taken_over_by_a_larger_set_of_another(
    catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    wanted = [
        made[f"satakunta/{LATU}/tyollistyneet"],
        made[f"pohjois-savo/{LATU}/tyosopimukset"],
        made[f"pohjois-pohjanmaa/{LATU}/tyosopimukset"],
    ]
    split = column(catalogue, wanted, "tyollistyneet")
    assert [figure.located.id for figure in split.together] == [f"satakunta/{LATU}/tyollistyneet"]
    assert len(split.apart) == 2


def test_intervals_that_touch_overlap_and_only_separate_ones_are_named(
    made: dict[str, Figure],
) -> None:
    def rate(count: int, of: int) -> Figure:
        low, high = (Decimal(str(round(end * 100, 1))) for end in wilson(count, of))
        first = made[f"satakunta/{LATU}/tyollistyneet"]
        assert isinstance(first, Share)
        return replace(
            first,
            numerator=count,
            denominator=of,
            percent=percentage(count, of),
            interval=Interval(low, high),
        )

    few, some, many = rate(4, 50), rate(10, 50), rate(45, 50)
    assert overlap(few, some)
    assert not overlap(some, many)
    assert separate_pairs([many, some, few]) == ((some, many), (few, many))
