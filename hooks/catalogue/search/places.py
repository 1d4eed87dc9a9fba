"""Towns and regions as readers name them: in every case, in Finnish and in Swedish, by short and former names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from catalogue.finnish.nicknames import also_called, called
from catalogue.finnish.tokens import folded, words
from catalogue.finnish.villages import VILLAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.facts import Facts
    from catalogue.finnish.morphology import Morphology


def forms(facts: Facts, morphology: Morphology) -> Mapping[str, tuple[str, ...]]:
    """Form -> the place names that it may be of, folded; of a name of many words the last is inflected."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name in _names(facts):
        last = words(name)[-1]
        for form in (*morphology.case_forms(last), f"{folded(last)}s"):  # Vasa, Vasas
            found[form][folded(last)] = None
    return {form: tuple(names) for form, names in found.items()}


def last_words(facts: Facts) -> Iterator[str]:
    """The word of each place that is inflected, folded."""
    return (folded(words(name)[-1]) for name in _names(facts))


def _names(facts: Facts) -> Iterator[str]:
    for key, town in facts.catalogue.municipalities.items():
        yield from (name for name in (town.data.name.fi, town.data.name.sv) if name)
        yield from (*town.data.former, *VILLAGES.get(key, ()))
    for key, region in facts.catalogue.regions.items():
        if region.data.kind != "national":
            short, speech = region.data.short, called(key, region.data.brand)
            yield from (name for name in (short.fi, short.sv, speech, *also_called(key)) if name)
