"""Words of documents -> postings, in segments of consecutive documents that are remembered from build to build.

How much a word tells of a document does not depend on other documents (the browser weighs rare words itself), so a
segment whose documents say what they said is not made again. Where a segment ends is told by the documents themselves,
so that a new document moves no segment but its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

from catalogue.cache import digest
from catalogue.finnish.tokens import words
from catalogue.search.document import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalogue.cache import Shelf
    from catalogue.finnish.morphology import Analysis, Morphology
    from catalogue.search.concepts import Begun, Meanings
    from catalogue.search.document import Document
    from catalogue.search.entries import Entry

BEINGS = ("termi", "tyyppi", "ohjelma")
USUAL, LARGEST = 8, 64  # documents of a segment
LENGTH = 0.4  # how much a long field is held against its words
REPEATED = 1.2  # the less a second mention adds
WHOLE = 100  # per cent of a word
FULL, HALF = 255, 9  # the greatest weight of a word in a document; the sum that gives half of it
NUMBERS = (*map(str, range(FULL + 1)),)  # as postings say them


@dataclass(frozen=True)
class Segment:
    """`postings` by term: `[document,weight,…]` with documents counted from the segment's first; `words` as they stand."""

    size: int
    postings: Mapping[str, str]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Word:
    """What a word is, and the terms that it counts for, each in per cent; and where names that begin with it go on."""

    analysis: Analysis
    shares: tuple[tuple[str, int], ...]
    begun: Begun


class Words(dict[str, Word]):
    """What each word says, worked out when it is first met."""

    def __init__(self, morphology: Morphology, meanings: Meanings) -> None:
        self.morphology, self.meanings = morphology, meanings

    def __missing__(self, word: str) -> Word:
        analysis = self.morphology.analysis(word)
        shares = [(base, WHOLE) for base in analysis.bases]
        for part, share in analysis.parts:
            shares += [(part, share), *((key, share) for key in self.meanings.of_word(part))]
        made = self[word] = Word(analysis, tuple(shares), self.meanings.beginning(analysis))
        return made


@dataclass(frozen=True)
class Reader:
    """What words are and what they mean; `edition` is of all that both say."""

    morphology: Morphology
    meanings: Meanings
    edition: str = ""

    @cached_property
    def words(self) -> Words:
        """The words that were met."""
        return Words(self.morphology, self.meanings)


def segments(entries: Iterable[Entry], reader: Reader, shelf: Shelf) -> Iterator[Segment]:
    """The segments of the entries in order, from the shelf where no word of theirs changed."""
    for members in _cut(entries):
        yield _remembered(members, reader, shelf)
        for entry in members:
            entry.forget()


def _cut(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    held: list[Entry] = []
    for entry in entries:
        held.append(entry)
        if len(held) == LARGEST or blake2b(entry.url.encode()).digest()[0] % USUAL == 0:
            yield held
            held = []
    if held:
        yield held


def _remembered(members: Sequence[Entry], reader: Reader, shelf: Shelf) -> Segment:
    key = digest(reader.edition, *(entry.mark for entry in members))
    if told := shelf.get(key):
        size, postings, seen = told
        return Segment(size, postings, tuple(seen.split()))
    made = _segment([entry.document for entry in members], reader)
    shelf.put(key, [made.size, made.postings, " ".join(made.words)])
    return made


def _segment(members: Sequence[Document], reader: Reader) -> Segment:
    postings: dict[str, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for number, document in enumerate(members):
        cut = _cut_words(document)
        seen.update(*(text for texts in cut.values() for text in texts))
        own = dict.fromkeys(_own(document, reader), FULL)
        for term, weight in {**_weights(cut, reader), **own}.items():
            postings[term] += (NUMBERS[number], NUMBERS[weight])
    joined = {term: f"[{','.join(postings[term])}]" for term in sorted(postings)}
    return Segment(len(members), joined, tuple(sorted(seen)))


def _own(document: Document, reader: Reader) -> Sequence[str]:
    """What the thing is itself: a term of its own meaning, and a type or a programme of that name."""
    if document.kind not in BEINGS:
        return ()
    return reader.meanings.of_name(
        [reader.morphology.analysis(word) for word in words(document.title)]
    )


def _cut_words(document: Document) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for name, text in document.words:
        found[name].append(words(text))
    return found


def _weights(cut: Mapping[str, list[list[str]]], reader: Reader) -> dict[str, int]:
    """BM25F in spirit: each field saturates, then their sum; 1–255."""
    sums: dict[str, float] = defaultdict(float)
    for name, (weight, usual) in FIELDS.items():
        if name not in cut:
            continue
        length = 1 - LENGTH + LENGTH * sum(map(len, cut[name])) / usual
        most = weight * (1 + REPEATED)
        for term, often in _times(cut[name], reader).items():
            told = often / length
            sums[term] += most * told / (told + REPEATED)
    # `FULL` is for what is the document's own
    return {
        term: min(FULL - 1, round(FULL * told / (told + HALF))) or 1 for term, told in sums.items()
    }


def _times(texts: list[list[str]], reader: Reader) -> Mapping[str, float]:
    """How often each basic form, part of a compound and meaning is in the texts."""
    times: dict[str, float] = defaultdict(float)
    known = reader.words
    for word, count in Counter(chain.from_iterable(texts)).items():
        for term, share in known[word].shares:
            times[term] += count * share / WHOLE
    for text in texts:
        begun = [known[word].begun for word in text]
        if any(begun):
            analyses = [known[word].analysis for word in text]
            for key in reader.meanings.in_text(analyses, begun):
                times[key] += 1
    return times
