"""Figures that do not agree, found by computing. Each finding has an id that an editor's explanation names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures import figure as derive
from catalogue.figures.text import parts_of
from catalogue.finnish.formats import fraction, number, percent, slug
from catalogue.finnish.words import CONCLUSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from catalogue.records import Catalogue, Located
    from catalogue.schema.result import Conclusion


@dataclass(frozen=True)
class Finding:
    """`id` is `<kind>:<result id>`; `claim` is what is printed and `computed` the arithmetic, in Finnish."""

    id: str
    kind: str
    results: tuple[Located, ...]
    claim: str
    computed: str


def findings(catalogue: Catalogue) -> dict[str, Finding]:
    """Every disagreement by id, in order of result."""
    return catalogue.once("findings", lambda: _findings(catalogue))


def _findings(catalogue: Catalogue) -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    for located in catalogue.results.values():
        for check in (
            _sum,
            _part,
            _rate,
            _impossible,
            _numerator,
            _variants,
            _direction,
            _population,
        ):
            for finding in check(catalogue, located):
                found[finding.id] = finding
    found |= {finding.id: finding for finding in _definitions(catalogue)}
    return found


def _sum(catalogue: Catalogue, total: Located) -> Iterator[Finding]:
    parts = [catalogue.results[part] for part in total.data.sum_of if part in catalogue.results]
    counts = [part.data.count for part in parts if part.data.count is not None]
    if total.data.count is None or not counts or len(counts) < len(total.data.sum_of):
        return
    if sum(counts) != total.data.count:
        arithmetic = f"{' + '.join(map(number, counts))} = {number(sum(counts))} ≠ {number(total.data.count)}"
        yield Finding(
            f"sum:{total.id}",
            "sum",
            (total, *parts),
            f"Yhteensä {number(total.data.count)}",
            arithmetic,
        )


def _part(catalogue: Catalogue, part: Located) -> Iterator[Finding]:
    whole = catalogue.results.get(part.data.part_of or "")
    if (
        whole
        and part.data.count is not None
        and whole.data.count is not None
        and part.data.count > whole.data.count
    ):
        arithmetic = f"{number(part.data.count)} > {number(whole.data.count)}"
        yield Finding(
            f"part:{part.id}", "sum", (part, whole), f"Osa {number(part.data.count)}", arithmetic
        )


def _rate(catalogue: Catalogue, located: Located) -> Iterator[Finding]:
    result = located.data
    if (
        result.reported is None
        or result.count is None
        or not result.of
        or result.bound
        or result.count > result.of
    ):
        return
    if not derive.agrees(result.reported, result.count, result.of):
        rate = derive.rounded(result.count * 100 / result.of, 2)
        arithmetic = (
            f"{fraction(result.count, result.of)} = {percent(rate)} ≠ {percent(result.reported)}"
        )
        yield Finding(
            f"rate:{located.id}",
            "rate",
            (located,),
            f"Lähteessä {percent(result.reported)}",
            arithmetic,
        )


def _impossible(catalogue: Catalogue, located: Located) -> Iterator[Finding]:
    result = located.data
    if result.reported is None or result.count is not None or not result.of or result.bound:
        return
    if 0 <= result.reported <= 100 and not derive.possible_numerators(result.reported, result.of):
        below = int(result.reported * result.of / 100)
        near = " ja ".join(
            f"{fraction(k, result.of)} = {percent(derive.percentage(k, result.of))}"
            for k in (below, below + 1)
            if k <= result.of
        )
        yield Finding(
            f"impossible:{located.id}",
            "impossible",
            (located,),
            f"{percent(result.reported)}, n = {number(result.of)}",
            f"Lähimmät mahdolliset: {near}",
        )


def _numerator(catalogue: Catalogue, located: Located) -> Iterator[Finding]:
    result = located.data
    if result.count is not None and result.of is not None and result.count > result.of:
        yield Finding(
            f"numerator:{located.id}",
            "numerator",
            (located,),
            fraction(result.count, result.of),
            f"{number(result.count)} > {number(result.of)}",
        )


def _variants(catalogue: Catalogue, located: Located) -> Iterator[Finding]:
    result = located.data
    if not result.variants:
        return
    texts = [_plain(result.count, result.of, result.value, result.reported)]
    texts += [
        _plain(other.count, other.of, other.value, other.reported) for other in result.variants
    ]
    if len(set(texts)) > 1:
        yield Finding(
            f"sources:{located.id}",
            "sources",
            (located,),
            texts[0],
            " ≠ ".join(dict.fromkeys(texts)),
        )


def _direction(catalogue: Catalogue, located: Located) -> Iterator[Finding]:
    result, indicator = located.data, catalogue.indicators.get(located.data.indicator)
    if result.conclusion is None or indicator is None or indicator.data.direction == "none":
        return
    figure = derive.figure(catalogue, located)
    if isinstance(figure, derive.Change):
        change = figure.after - figure.before
    elif isinstance(figure, derive.Score):
        change = figure.value
    else:
        return
    better = change if indicator.data.direction == "up" else -change
    measured: Conclusion = "improved" if better > 0 else "worsened" if better < 0 else "unchanged"
    if measured != result.conclusion:
        text = parts_of(figure)
        yield Finding(
            f"direction:{located.id}",
            "direction",
            (located,),
            f"Lähde: {CONCLUSIONS[result.conclusion]}",
            f"{text.pair or text.main}: {CONCLUSIONS[measured]}",
        )


def _population(catalogue: Catalogue, located: Located) -> Iterator[Finding]:
    result = located.data
    if (
        result.printed_population
        and result.population
        and result.printed_population != result.population
    ):
        claimed, actual = (
            catalogue.populations[key].data.name.fi if key in catalogue.populations else key
            for key in (result.printed_population, result.population)
        )
        n = result.of or result.n
        yield Finding(
            f"population:{located.id}",
            "population",
            (located,),
            f"Lähteessä: {claimed}",
            f"Luku koskee: {actual}" + (f" (n = {n})" if n else ""),
        )


def _definitions(catalogue: Catalogue) -> Iterator[Finding]:
    by_name: dict[str, list[Located]] = defaultdict(list)
    for located in catalogue.results.values():
        if located.data.printed_name:
            by_name[slug(located.data.printed_name)].append(located)
    for name, results in by_name.items():
        meanings = {located.data.indicator for located in results}
        if len(meanings) > 1:
            words = sorted(
                catalogue.indicators[key].data.name.fi
                for key in meanings
                if key in catalogue.indicators
            )
            yield Finding(
                f"definition:{name}",
                "definition",
                tuple(results),
                f"”{results[0].data.printed_name}”",
                f"{len(words)} eri merkitystä: {'; '.join(words)}",
            )


def _plain(
    count: int | None, of: int | None, value: Decimal | None, reported: Decimal | None
) -> str:
    if count is not None:
        return fraction(count, of) if of is not None else number(count)
    if reported is not None:
        return percent(reported)
    return number(value) if value is not None else "–"
