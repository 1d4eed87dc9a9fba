"""Names that mean the same: what a reader calls something, and what the catalogue calls it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.tokens import words
from catalogue.search.everyday import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts
    from catalogue.finnish.morphology import Morphology


@dataclass(frozen=True)
class Concept:
    """`label` is what the catalogue says; each name is a tuple of words, each word its basic forms."""

    label: str
    names: tuple[tuple[tuple[str, ...], ...], ...]


def concepts(facts: Facts, morphology: Morphology) -> tuple[Concept, ...]:
    """Of the glossary, the model types and everyday speech: those that have more names than one."""
    found = []
    for label, told in _named(facts):
        names = dict.fromkeys(_name(one, morphology) for one in told if one)
        if len(names) > 1:
            found.append(Concept(label, tuple(names)))
    return tuple(found)


def single_words(facts: Facts) -> Iterator[str]:
    """Words of the names, as they stand: a slip or a compound may be made of them."""
    for _, names in _named(facts):
        yield from (word for name in names if name for word in words(name))


def _named(facts: Facts) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    catalogue = facts.catalogue
    for term in catalogue.terms.values():
        name = term.data.name
        others = (*term.data.abbreviations, *term.data.synonyms)
        yield name.fi, (name.fi, *others, name.sv, name.en)
    for kind in catalogue.types.values():
        name, plural = kind.data.name, kind.data.plural
        yield name.fi, (name.fi, plural.fi, name.sv, plural.sv, name.en, plural.en)
    yield from ((names[0], names) for names in EVERYDAY)


def _name(name: str, morphology: Morphology) -> tuple[tuple[str, ...], ...]:
    return tuple(morphology.analysis(word).bases for word in words(name))
