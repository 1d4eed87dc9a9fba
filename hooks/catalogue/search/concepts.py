"""Names that mean the same: what a reader calls something, and what the catalogue calls it.

A text that says any of the names is indexed by the meaning as well, so that a query by one name finds all of them at
once, as the phrase that it is and as rare as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from catalogue.finnish.tokens import folded, words
from catalogue.search.everyday import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.facts import Facts
    from catalogue.finnish.morphology import Analysis, Morphology

MARK = "="  # ends the key of a meaning, so that it is in the same file as its word: no word ends so


_Name: TypeAlias = tuple[tuple[str, ...], ...]  # words, each its basic forms


@dataclass(frozen=True)
class Concept:
    """`label` is what the catalogue says; `key` is its term in the index."""

    key: str
    label: str
    names: tuple[_Name, ...]


def concepts(facts: Facts, morphology: Morphology) -> tuple[Concept, ...]:
    """Of the glossary, the model types, the programmes and everyday speech: those of many names, or of many words.

    What everyday speech calls by a name that another has already is of that one.
    """
    found: dict[str, Concept] = {}
    first: dict[_Name, str] = {}
    for label, told in _named(facts):
        names = dict.fromkeys(_name(one, morphology) for one in told if one)
        key = f"{'-'.join(map(folded, words(label)))}{MARK}"
        if label == told[0]:
            key = first.get(_name(label, morphology), key)
        if key in found:
            label, names = found[key].label, dict.fromkeys((*found[key].names, *names))
        for name in names:
            first.setdefault(name, key)
        found[key] = Concept(key, label, tuple(names))
    return tuple(
        one for one in found.values() if len(one.names) > 1 or any(len(n) > 1 for n in one.names)
    )


def single_words(facts: Facts) -> Iterator[str]:
    """Words of the names, as they stand: a slip or a compound may be made of them."""
    for _, names in _named(facts):
        yield from (word for name in names if name for word in words(name))


@dataclass
class _Node:
    ends: list[str] = field(default_factory=list)
    after: dict[str, _Node] = field(default_factory=dict)


Begun: TypeAlias = "list[_Node]"


class Meanings:
    """Finds the names of concepts, by their keys."""

    def __init__(self, told: Sequence[Concept]) -> None:
        self._root = _Node()
        for concept in told:
            for name in concept.names:
                _add(self._root, name, concept.key)

    def of_word(self, base: str) -> Sequence[str]:
        """Keys of the concepts of which the basic form alone is a name."""
        node = self._root.after.get(base)
        return node.ends if node else ()

    def of_name(self, analyses: Sequence[Analysis]) -> Sequence[str]:
        """Keys of the concepts of which the words are a name, all of them."""
        nodes = [self._root]
        for one in analyses:
            nodes = [node.after[base] for node in nodes for base in one.bases if base in node.after]
        return [key for node in nodes for key in node.ends]

    def beginning(self, first: Analysis) -> Begun:
        """Where the names are that begin with the word."""
        return [self._root.after[base] for base in first.bases if base in self._root.after]

    def in_text(self, analyses: Sequence[Analysis], begun: Iterable[Begun]) -> Iterator[str]:
        """The key of every name in the words, as often as it is there; a long name also holds the short ones in it.

        `begun` is the `beginning` of each word.
        """
        for at, nodes in enumerate(begun):
            if not nodes:
                continue
            found: dict[str, None] = {}
            while nodes:
                found.update((key, None) for node in nodes for key in node.ends)
                at += 1
                bases = analyses[at].bases if at < len(analyses) else ()
                nodes = [node.after[base] for node in nodes for base in bases if base in node.after]
            yield from found


def _add(node: _Node, name: Sequence[Sequence[str]], key: str) -> None:
    if name:
        for base in name[0]:
            _add(node.after.setdefault(base, _Node()), name[1:], key)
    elif key not in node.ends:
        node.ends.append(key)


def _named(facts: Facts) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    catalogue = facts.catalogue
    for term in catalogue.terms.values():
        name = term.data.name
        others = (*term.data.abbreviations, *term.data.synonyms)
        yield name.fi, (name.fi, *others, name.sv, name.en)
    for kind in catalogue.types.values():
        name, plural = kind.data.name, kind.data.plural
        yield name.fi, (name.fi, plural.fi, name.sv, plural.sv, name.en, plural.en)
    for programme in catalogue.programmes.values():
        name, short = programme.data.name, programme.data.short
        yield short.fi, (short.fi, name.fi, short.sv, name.sv, short.en, name.en)
    yield from ((names[0], names) for names in EVERYDAY)


def _name(name: str, morphology: Morphology) -> _Name:
    return tuple(morphology.analysis(word).bases for word in words(name))
