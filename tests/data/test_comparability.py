"""What meaning.md section 6 names as unlike is refused with its sentence, and only the like stands together."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from catalogue.figures.comparability import (
    About,
    column,
    declared,
    incomparable,
    kind,
    machine_compares,
    pairs,
)
from catalogue.figures.figure import Missing, figures, interval
from catalogue.figures.totals import more_than_half
from catalogue.load import assemble, checked

if TYPE_CHECKING:
    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue
    from golden import Files

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
    "the work ability line of one service is not that of another": (
        f"pohjois-savo/{LATU}/tyokykyjana",
        "pohjois-savo/ips-tyohonvalmennus/tyokykyjana",
        "Mallityypit ovat eri: tässä laatuperusteinen työhönvalmennus, muissa IPS-työhönvalmennus.",
    ),
    "disability services' clients are not social services' clients": (
        f"keski-uusimaa/{LATU}/asiakkaat",
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
        f"pohjois-savo/{LATU}/tyollistyneet",
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
TYPES = b"""\
neuvonta: {name: Neuvonta, plural: Neuvonnat, kind: palvelumalli, summary: Neuvotaan.}
valmennus: {name: Valmennus, plural: Valmennukset, kind: palvelumalli, summary: Valmennetaan., former_ids: [ohjaus]}
koulutus: {name: Koulutus, plural: Koulutukset, kind: koulutus, summary: Koulutetaan.}
"""
MODEL = """\
name: {name}
type: {type}
programme: kokeiluohjelma
summary: Kokeiltiin.
sections: {{}}
status: {{decided: not_told, in_use: fully, sources: [{{id: yhteenveto, at: luku 2}}]}}
results:
  - {{indicator: tyollistyneet, count: 8, of: 40, period: 2023, population: kaikki-asiakkaat, sources: [{{id: yhteenveto, at: luku 2}}]}}
  - {{indicator: asiakkaat, count: 40, period: 2023, population: kaikki-asiakkaat, sources: [{{id: yhteenveto, at: luku 2}}]}}
sources: [{{id: yhteenveto, at: luku 2}}]
reviewed: 2024
"""


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> dict[str, Figure]:
    return figures(catalogue)


def with_models(
    base: Files, across: bytes = b"", **models: str
) -> tuple[Catalogue, dict[str, Figure]]:
    """The made-up catalogue with a model of each name and type."""
    indicators = re.sub(rb"  across: .*\n", b"", base["vocabulary/indicators/testi.yml"])
    wider = indicators.replace(b"tyollistyneet:\n", b"tyollistyneet:\n" + across)
    files = base | {"vocabulary/types.yml": TYPES, "vocabulary/indicators/testi.yml": wider}
    for place, kind_of in models.items():
        path = f"{place.replace('__', '/')}.yml"
        files[path] = MODEL.format(name=f"Malli {place}", type=kind_of).encode()
    catalogue = checked(*assemble("models", sorted(files.items())))
    return catalogue, figures(catalogue)


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
    present = [figure for figure in made.values() if not isinstance(figure, Missing)][::4]
    assert len(present) > 50
    for one, other in combinations(present, 2):
        assert (kind(catalogue, one) == kind(catalogue, other)) == (
            incomparable(catalogue, one, other) == ""
        )


def test_another_type_is_unlike_and_the_same_type_is_like(base: Files) -> None:
    catalogue, found = with_models(
        base, koivula__yksi="neuvonta", mantyla__kaksi="neuvonta", mantyla__kolme="valmennus"
    )
    one, like, unlike = (
        found[f"{model}/tyollistyneet"]
        for model in ("koivula/yksi", "mantyla/kaksi", "mantyla/kolme")
    )
    assert incomparable(catalogue, one, like) == ""
    assert incomparable(catalogue, one, unlike) == (
        "Mallityypit ovat eri: tässä neuvonta, muissa valmennus."
    )


def test_an_indicator_may_name_the_types_among_which_it_compares(base: Files) -> None:
    catalogue, found = with_models(
        base,
        b"  across: [neuvonta, valmennus]\n",
        koivula__yksi="neuvonta",
        mantyla__kolme="valmennus",
        mantyla__kurssi="koulutus",
    )
    one, other, course = (
        found[f"{model}/tyollistyneet"]
        for model in ("koivula/yksi", "mantyla/kolme", "mantyla/kurssi")
    )
    assert incomparable(catalogue, one, other) == ""
    assert incomparable(catalogue, one, course).startswith("Mallityypit ovat eri")


def test_a_course_compares_with_no_other_course(base: Files) -> None:
    catalogue, found = with_models(base, koivula__yksi="koulutus", mantyla__kaksi="koulutus")
    one, other = (found[f"{model}/tyollistyneet"] for model in ("koivula/yksi", "mantyla/kaksi"))
    assert incomparable(catalogue, one, other) == (
        "Koulutukset ovat eri: tässä ”Malli koivula__yksi”, muissa ”Malli mantyla__kaksi”."
    )


def test_reach_is_not_compared_by_the_machine_and_an_outcome_is(base: Files) -> None:
    catalogue, found = with_models(base, koivula__yksi="neuvonta", mantyla__kaksi="neuvonta")
    assert machine_compares(found["koivula/yksi/tyollistyneet"])
    assert not machine_compares(found["koivula/yksi/asiakkaat"])
    why = {
        (pair.one.located.id, pair.other.located.id): pair.why
        for pair in pairs(catalogue, found.values())
    }
    assert why["koivula/yksi/tyollistyneet", "mantyla/kaksi/tyollistyneet"] == ""
    assert why["koivula/yksi/asiakkaat", "mantyla/kaksi/asiakkaat"].startswith(
        "Luku kertoo toiminnan laajuudesta"
    )


def test_column_holds_what_it_is_about_however_many_others_there_are(
    catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    wanted = [made[f"{region}/{LATU}/asiakkaat"] for region in ("satakunta", "keski-uusimaa")]
    few = declared(
        catalogue, About("asiakkaat", "vammaispalvelujen-valmennettavat", "tyokykyohjelma")
    )
    split = column(catalogue, [*wanted, made[f"varsinais-suomi/{LATU}/asiakkaat"]], few)
    assert [figure.located.model.id for figure in split.together] == [f"keski-uusimaa/{LATU}"]
    assert [entry.why for entry in split.apart] == [
        "Perusjoukot ovat eri: tässä sosiaalihuollon työhönvalmennuksen asiakkaat, "
        "muissa vammaispalvelujen työhönvalmennuksen asiakkaat."
    ] * 2


def test_figure_of_another_indicator_or_scale_stands_apart(
    catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    about = declared(catalogue, About("tyollistyneet", "latu-asiakkaat"))
    contracts = made[f"pohjois-pohjanmaa/{LATU}/tyosopimukset"]
    assert column(catalogue, [contracts], about).apart[0].why == (
        "Tässä lasketaan tapahtumia, muissa ihmisiä."
    )
    line = made[f"pohjois-savo/{LATU}/tyokykyjana"]
    assert column(catalogue, [line], declared(catalogue, About("tyokykyjana"))).apart[0].why == (
        "Asteikot ovat eri: tässä 1–10, muissa 0–10."
    )


def test_a_complete_count_has_no_interval_and_a_share_of_people_has(
    catalogue: Catalogue, made: dict[str, Figure]
) -> None:
    shares = [figure for figure in made.values() if figure.indicator.measure == "share"]
    people = {
        catalogue.populations[str(figure.located.data.population)].data.of: bool(interval(figure))
        for figure in shares
        if figure.located.data.count is not None
    }
    assert people == {"persons": True, "responses": True, "organisations": False}


def test_one_region_that_is_more_than_half_of_a_total_is_found(made: dict[str, Figure]) -> None:
    part = more_than_half(made, made[f"kansallinen/{LATU}/tyollistyneet"])
    assert part is not None
    assert (part.figure.located.id, part.count, part.of) == (
        f"varsinais-suomi/{LATU}/tyollistyneet",
        132,
        248,
    )
    assert (
        more_than_half(made, made["kansallinen/tyokyvyn-tuen-palvelukokonaisuus/asiakkaat"]) is None
    )


def test_a_total_is_never_called_its_own_region(made: dict[str, Figure]) -> None:
    total = made[f"kansallinen/{LATU}/tyollistyneet-tai-opiskelemaan"]
    parts = {str(part).split("/")[0] for part in total.located.data.sum_of}
    assert parts == {"kansallinen"}
    assert more_than_half(made, total) is None
