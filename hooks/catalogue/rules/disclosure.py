"""Small numbers of guarded groups. They are refused in the files themselves: the repository is public too."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from catalogue.figures.disclosure import SMALLEST, groups_in
from catalogue.problems import Problem
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.figures.disclosure import Groups
    from catalogue.reading.source import Document, Loc
    from catalogue.records import Catalogue, Located
    from catalogue.schema.result import Result, Variant

WORD = r"(?:[1-4]|yksi|kaksi|kolme|neljä|yhden|kahden|kolmen|neljän)"
PERSON = r"(?:asiak|henkilö|ihmi|osallistuj|valmennettav|potila|nuor|työt[öt]|vastaaj|työllistyn|mies|mieh|nais|nain)\w*"
TOLD = re.compile(rf"(?i)(?<![\w,./–-]){WORD}\s+{PERSON}\b")
ARITHMETIC = re.compile(r"(?:[+−=≠]|\s[-–])\s*[1-4](?![\d,.]*\d)(?!\s*(?:%|prosent))")
COMMENT = re.compile(r"(?:^|\s)#(.*)$", re.MULTILINE)
WAY_OUT = "Kirjoita ”missing: suppressed”; sivulla lukee ”ei näytetä: pieni ryhmä”."


@of_every_model
def small_guarded_cells(catalogue: Catalogue) -> Iterator[Problem]:
    """Counts 1-4 of a guarded group, as count, as complement, or by the percentage that gives them away."""
    groups = groups_in(catalogue)
    for located in catalogue.results.values():
        if not groups.guarded(located) or groups.allowed(located):
            continue
        every: list[tuple[Loc, Result | Variant]] = [((), located.data)]
        every += [
            (("variants", index), variant) for index, variant in enumerate(located.data.variants)
        ]
        for loc, printed in every:
            if groups.small(located, printed):
                message = (
                    "Suojatun tai alle 20 ihmisen ryhmän luku 1–4, tai luku, josta sellainen jää "
                    f"jäljelle, jätetään pois tiedostosta. {WAY_OUT}"
                )
                field = "count" if printed.count is not None else "reported"
                yield located.model.problem(
                    ("results", located.index, *loc, field), "pieni-luku", message
                )


def derivable_hidden_cells(catalogue: Catalogue) -> Iterator[Problem]:
    """A hidden number that a sum, the other parts of a whole or the rest of a denominator gives away."""
    groups = groups_in(catalogue)
    if not groups.hidden:
        return
    yield from _by_sums(catalogue)
    yield from _by_parts(catalogue, groups)
    yield from _by_remainders(catalogue, groups)


def _by_sums(catalogue: Catalogue) -> Iterator[Problem]:
    for total in catalogue.results.values():
        parts = [catalogue.results[part] for part in total.data.sum_of if part in catalogue.results]
        hidden = [part for part in parts if part.data.missing == "suppressed"]
        if not hidden or total.data.count is None or len(parts) < len(total.data.sum_of):
            continue
        rest = total.data.count - sum(part.data.count or 0 for part in parts)
        if len(hidden) == 1 or rest <= len(hidden) or rest == len(hidden) * (SMALLEST - 1):
            message = (
                "Peitetyn luvun voi laskea summasta. Peitä myös seuraavaksi pienin osa "
                "(missing: suppressed) tai jätä summa pois."
            )
            yield total.problem("sum_of", "pieni-luku", message)


def _by_parts(catalogue: Catalogue, groups: Groups) -> Iterator[Problem]:
    """A whole and its told parts leave so few that the hidden part is known to within a few."""
    parts: dict[str, list[Located]] = defaultdict(list)
    for located in catalogue.results.values():
        if located.data.part_of:
            parts[str(located.data.part_of)].append(located)
    for key, members in parts.items():
        whole = catalogue.results.get(key)
        hidden = [part for part in members if part.id in groups.hidden]
        if whole is None or whole.data.count is None or not hidden:
            continue
        rest = whole.data.count - sum(part.data.count or 0 for part in members)
        if 0 <= rest < SMALLEST:
            message = (
                "Peitetyn luvun voi päätellä kokonaisuudesta ja muista osista "
                f"(jäljelle jää alle {SMALLEST}). Peitä myös seuraavaksi pienin osa."
            )
            yield hidden[0].problem("part_of", "pieni-luku", message)


def _by_remainders(catalogue: Catalogue, groups: Groups) -> Iterator[Problem]:
    """Told parts of one denominator that leave 1-4, where a row of the same measure and people is hidden."""
    told: dict[tuple[str, str, str, int], list[Located]] = defaultdict(list)
    for located in catalogue.results.values():
        result = located.data
        if result.of and result.count is not None:
            told[located.model.id, result.indicator, str(result.population), result.of].append(
                located
            )
    rows = {
        (located.model.id, located.data.indicator, str(located.data.population))
        for located in groups.hidden.values()
    }
    for (model, indicator, population, of), members in told.items():
        rest = of - sum(member.data.count or 0 for member in members)
        if (model, indicator, population) in rows and 0 < rest < SMALLEST:
            message = (
                "Saman nimittäjän muut luvut jättävät jäljelle alle viisi: peitetyn luvun voi "
                "laskea. Peitä myös seuraavaksi pienin (missing: suppressed)."
            )
            yield members[-1].problem("count", "pieni-luku", message)


def told_small_numbers(catalogue: Catalogue) -> Iterator[Problem]:
    """Small numbers of people in the texts and comments around a guarded group, and the arithmetic of an entry."""
    yield from told_small_numbers_in_models(catalogue)
    groups = groups_in(catalogue)
    for entry in catalogue.discrepancies.values():
        named = {*map(str, (*entry.data.results, *entry.data.related))}
        named |= {name.partition(":")[2] for name in entry.data.explains}
        models = {*map(str, entry.data.models)} | {"/".join(key.split("/")[:2]) for key in named}
        for loc, value in entry.leaves if models & groups.models else ():
            if isinstance(value, str) and (found := TOLD.search(value)):
                yield entry.problem(loc, "pieni-luku", _in_words(found.group()))
            elif loc[-1] == "fi" and named & set(groups.hidden) and ARITHMETIC.search(value):
                message = (
                    "Laskelma paljastaa peitetyn luvun. Kerro ero sanoin ilman pieniä lukuja, "
                    "tai jätä merkintä pois."
                )
                yield entry.problem(loc, "pieni-luku", message)


@of_every_model
def told_small_numbers_in_models(catalogue: Catalogue) -> Iterator[Problem]:
    """Small numbers of people in the texts and comments of a model that tells of a guarded group."""
    groups = groups_in(catalogue)
    for model in catalogue.models.values():
        if model.id in groups.models:
            for loc, value in model.leaves:
                if isinstance(value, str) and (found := TOLD.search(value)):
                    yield model.problem(loc, "pieni-luku", _in_words(found.group()))
            yield from _in_comments(model.document)


def _in_words(found: str) -> str:
    return (
        f"”{found}”: suojatun tai alle 20 ihmisen ryhmän lukua 1–4 ei kerrota tekstissäkään. "
        "Kirjoita ilman lukua, esimerkiksi ”muutama” tai ”osa”."
    )


def _in_comments(document: Document) -> Iterator[Problem]:
    for comment in COMMENT.finditer(document.text):
        if found := TOLD.search(comment.group(1)):
            line = document.text.count("\n", 0, comment.start(1)) + 1
            yield Problem(document.path, line, 1, "pieni-luku", _in_words(found.group()))
