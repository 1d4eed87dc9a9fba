"""Relations, sums, parts and finding places that lead to themselves, and sums of unlike things."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Located

# Relations that put two models in an order; with -1 the other model is the earlier one.
ORDERS = {"precedes": 1, "follows": -1, "replaces": -1, "adapts": -1, "part_of": -1}

Arrows = dict[str, tuple[str, ...]]


def leading_to_itself(catalogue: Catalogue) -> Iterator[Problem]:
    """Whatever is before, part or sum of itself, at once or by others."""
    yield from _relations(catalogue)
    yield from _results(catalogue)
    found_at = {
        key: (str(source.data.found_at),)
        for key, source in catalogue.sources.items()
        if source.data.found_at
    }
    for key in found_at:
        if path := _circle(found_at, key):
            message = f"Löytymispaikka johtaa takaisin samaan lähteeseen: {' → '.join(path)}."
            yield catalogue.sources[key].problem(("found_at",), "keha", message)


def _relations(catalogue: Catalogue) -> Iterator[Problem]:
    """A model related to itself, and orders that close: two arrows of one pair, or a longer way round."""
    for kinds in (("part_of",), ("precedes", "follows", "replaces", "adapts")):
        arrows: dict[str, set[str]] = {}
        for model in catalogue.models.values():
            for link in model.data.relations:
                if link.kind in kinds and link.model != model.id:
                    ends = (model.id, str(link.model))[:: ORDERS[link.kind]]
                    arrows.setdefault(ends[0], set()).add(ends[1])
        ordered: Arrows = {key: tuple(sorted(ends)) for key, ends in arrows.items()}
        for key in ordered:
            if (path := _circle(ordered, key)) and key == min(path):
                message = f"Suhteet kulkevat kehää: {' → '.join(path)}. Poista tai käännä yksi."
                yield catalogue.models[key].problem(("relations",), "keha", message)
    for model in catalogue.models.values():
        for index, link in enumerate(model.data.relations):
            if link.model == model.id:
                message = "Malli ei voi olla suhteessa itseensä. Poista suhde."
                yield model.problem(("relations", index, "model"), "keha", message)


def _results(catalogue: Catalogue) -> Iterator[Problem]:
    sums = {
        key: tuple(map(str, one.data.sum_of))
        for key, one in catalogue.results.items()
        if one.data.sum_of
    }
    parts = {
        key: (str(one.data.part_of),) for key, one in catalogue.results.items() if one.data.part_of
    }
    for field, what, arrows in (
        ("sum_of", "Summa laskee itsensä", sums),
        ("part_of", "Tulos on itsensä osa", parts),
    ):
        for key in arrows:
            if path := _circle(arrows, key):
                yield catalogue.results[key].problem(field, "keha", f"{what}: {' → '.join(path)}.")


def _circle(arrows: Mapping[str, tuple[str, ...]], start: str) -> tuple[str, ...]:
    """The shortest way from `start` back to it, both ends named; nothing where there is none."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for path in waiting:
        for end in arrows.get(path[-1], ()):
            if end == start:
                return (*path, end)
            if end not in seen:
                seen.add(end)
                waiting.append((*path, end))
    return ()


def unlike_sums(catalogue: Catalogue) -> Iterator[Problem]:
    """A sum over programmes or units; over models also over indicators. An entry of the ledger may tell of it."""
    told = {
        str(result) for entry in catalogue.discrepancies.values() for result in entry.data.results
    }
    told |= {
        name.removeprefix("sum:")
        for entry in catalogue.discrepancies.values()
        for name in entry.data.explains
    }
    for total in catalogue.results.values():
        for index, key in enumerate(total.data.sum_of):
            part = catalogue.results.get(key)
            why = _unlike(catalogue, total, part) if part and total.id not in told else ""
            if why:
                message = (
                    f"Summassa on eri asioita: {why}. Poista osa ({key}) tai kerro ristiriita "
                    "kansiossa models/discrepancies/."
                )
                yield total.model.problem(
                    ("results", total.index, "sum_of", index), "eri-asioiden-summa", message
                )


def _unlike(catalogue: Catalogue, total: Located, part: Located) -> str:
    """What differs, in words; nothing where both are known and alike."""
    one, other = (catalogue.indicators.get(each.data.indicator) for each in (total, part))
    if one is None or other is None:
        return ""
    if total.model.data.programme != part.model.data.programme:
        return "ohjelmat ovat eri"
    if one.data.counts != other.data.counts:
        return f"mittari ”{one.data.name.fi}” ja mittari ”{other.data.name.fi}” laskevat eri asiaa"
    if total.model.id != part.model.id and one.id != other.id:
        return f"mittarit ovat ”{one.data.name.fi}” ja ”{other.data.name.fi}”"
    return ""
