"""Rules that look at one file, record or model at a time: an unchanged one is looked at once, however often a site is built."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any

from catalogue.reading.quick import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalogue.problems import Problem
    from catalogue.reading.quick import Quick
    from catalogue.reading.source import Document
    from catalogue.records import Catalogue, Record

    OfCatalogue = Callable[[Catalogue], Iterator[Problem]]
    OfRecord = Callable[[str, Record[Any]], Iterator[Problem]]


def of_every_file(
    rule: Callable[[Document], Iterator[Problem]],
) -> Callable[[Catalogue], Iterator[Problem]]:
    """The rule over every file of a catalogue. What it says of a file is kept with the file."""

    @wraps(rule)
    def over_all(catalogue: Catalogue) -> Iterator[Problem]:
        for document in catalogue.documents:
            if rule.__name__ not in document.judged:
                document.judged[rule.__name__] = tuple(rule(document))
            yield from document.judged[rule.__name__]

    return over_all


def of_every_record(
    maybe: Quick | None = None,
) -> Callable[[OfRecord], Callable[[Catalogue], Iterator[Problem]]]:
    """A rule over every record, told its kind. A file in whose records it finds nothing is not looked at again.

    `maybe`: what a file holds where the rule may find something; a quick look, so that the values of most need none.
    """

    def made(rule: OfRecord) -> Callable[[Catalogue], Iterator[Problem]]:
        name = rule.__name__

        @wraps(rule)
        def over_all(catalogue: Catalogue) -> Iterator[Problem]:
            records: dict[Document, list[tuple[str, Record[Any]]]] = defaultdict(list)
            for kind, record in catalogue.all_records():
                if name not in record.document.judged:
                    records[record.document].append((kind, record))
            for document, held in records.items():
                quiet = maybe is not None and not maybe.sees(Text(document.text))
                found = [] if quiet else [one for record in held for one in rule(*record)]
                yield from found
                if quiet or (not found and _is_whole(document, held)):
                    document.judged[name] = ()

        return over_all

    return made


def of_every_model(rule: OfCatalogue) -> OfCatalogue:
    """A rule whose word on a model is told by the model's own file and by vocabularies, regions and sources.

    It is given nothing else. A model in which it found nothing is looked at again when one of those is another.
    """
    name = rule.__name__

    @wraps(rule)
    def over_all(catalogue: Catalogue) -> Iterator[Problem]:
        models = {
            key: model
            for key, model in catalogue.models.items()
            if model.document.sound.get(name) != catalogue.beside
        }
        few = len(models) < len(catalogue.models)
        found = [*rule(replace(catalogue.alone, models=models) if few else catalogue.alone)]
        yield from found
        told = {problem.path for problem in found}
        for model in models.values():
            if model.document.path not in told:
                model.document.sound[name] = catalogue.beside

    return over_all


def _is_whole(document: Document, records: list[tuple[str, Record[Any]]]) -> bool:
    """Whether these are all records of the file; where one is faulty or told twice they are not."""
    return not records[0][1].loc or len(records) == document.entries
