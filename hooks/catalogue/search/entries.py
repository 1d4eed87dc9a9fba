"""What the files of search need of each document, remembered from build to build by everything that it is made of.

A model's documents are made of its own file, of the sources that it cites, and of everything that is no model's, source's,
comparison's or discrepancy's own: vocabularies and regions. The rest are few or short and are made every time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from catalogue.cache import digest
from catalogue.search import answers, from_models, from_records
from catalogue.search.shards import compact
from catalogue.site.pages.models import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from catalogue.cache import Shelf
    from catalogue.facts import Facts
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model
    from catalogue.search.document import Document
    from catalogue.site.parts.kinds import Found

OWN = ("models", "sources", "discrepancies", "comparisons", "tombstones")  # told by nobody else


@dataclass(eq=False, slots=True)
class Making:
    """Documents that are made when somebody asks for one of them, and once; each is held until it is forgotten."""

    make: Callable[[], Iterable[Document]]
    made: dict[int, Document] | None = None

    @property
    def documents(self) -> dict[int, Document]:
        """Those that are not forgotten, by number."""
        if self.made is None:
            self.made = dict(enumerate(self.make()))
        return self.made


@dataclass(eq=False, slots=True)
class Entry:
    """A document without its words: `text` is what is shown of it, as JSON, and `mark` tells its words from others."""

    kind: Found
    url: str
    region: str
    facets: Mapping[str, Iterable[str]]
    text: str
    mark: str
    making: Making
    number: int

    @property
    def document(self) -> Document:
        """With its words, which only a segment that is not remembered asks for."""
        return self.making.documents[self.number]

    def forget(self) -> None:
        """Let go of the document: its words are in a segment."""
        if self.making.made:
            self.making.made.pop(self.number, None)


def entries(facts: Facts, shelf: Shelf) -> Iterator[Entry]:
    """Everything that search finds, in the order in which equal hits are shown.

    Models come first and in the order of their list, so that the list's script knows them by number.
    """
    later: list[Entry] = []
    for entry in _of_models(facts, shelf):
        if entry.kind in ("malli", "muu"):
            yield entry
        else:
            later.append(entry)
    yield from later
    for document in chain(from_records.documents(facts), answers.documents(facts)):
        yield from _entries(Making(tuple, {0: document}), [_told(document)])


def _of_models(facts: Facts, shelf: Shelf) -> Iterator[Entry]:
    shared = digest(*_shared(facts.catalogue))

    @cache
    def source(key: str) -> str:
        return facts.catalogue.sources[key].data.model_dump_json()

    for model in in_order(facts):
        making = Making(partial(from_models.documents, facts, model))
        key = digest(shared, model.id, model.document.raw, *map(source, _cited(model)))
        told = shelf.get(key)
        if told is None:
            told = [*map(_told, making.documents.values())]
            shelf.put(key, told)
        yield from _entries(making, told)


def _shared(catalogue: Catalogue) -> Iterator[str | bytes]:
    """What may change the documents of any model."""
    told = (one.name for one in fields(catalogue) if one.init and one.name not in OWN)
    kinds = (value for name in told if isinstance(value := getattr(catalogue, name), Mapping))
    files = {
        record.document.path: record.document.raw
        for records in kinds
        for record in records.values()
    }
    for path in sorted(files):
        yield from (path, files[path])


def _cited(model: Record[Model]) -> Iterable[str]:
    return dict.fromkeys(value for value in model.named if value.kind == "source")


def _told(document: Document) -> list[Any]:
    shown = [[one.anchor, one.heading, one.text] for one in document.passages]
    said = (part for pair in document.words for part in pair)
    return [
        document.kind,
        document.url,
        document.region,
        {name: [*ids] for name, ids in document.facets.items()},
        compact([document.title, document.url, document.note, shown]),
        digest(document.kind, document.title, *said),
    ]


def _entries(making: Making, told: list[list[Any]]) -> Iterator[Entry]:
    for number, one in enumerate(told):
        kind, url, region, facets, text, mark = one
        yield Entry(kind, url, region, facets, text, mark, making, number)
