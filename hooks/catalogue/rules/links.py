"""Addresses that must not be in the register, and addresses outside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from catalogue.links.address import archive_faults, faults, trivial
from catalogue.reading.quick import Quick
from catalogue.rules.files import of_every_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Record
    from catalogue.schema.vocabulary import Source

ADDRESS = re.compile(
    r"(?i)\b(?:https?|ftp|data|javascript):[^\s)\]>\"”]+|\]\(\s*(?:#\s*)?\)|\bwww\.[\w-]+\.\w"
)
# What a file holds where a value may hold an address; in an escape there may be anything.
MAYBE = Quick(("http", "ftp:", "data:", "javascript:", "www."), ("](", "\\"))
DOI = re.compile(r"10\.\d{4,9}/\S+")


def links_that_must_not_be(catalogue: Catalogue) -> Iterator[Problem]:
    """Addresses that are none or not public, one address of two sources, and addresses in texts."""
    yield from addresses_that_must_not_be(catalogue)
    seen: dict[str, str] = {}
    for source in catalogue.sources.values():
        url = source.data.url
        if url and seen.setdefault(trivial(url), source.id) != source.id:
            message = f"Sama osoite on jo lähteellä ”{seen[trivial(url)]}”. Käytä sitä."
            yield source.problem(("url",), "linkki", message)
    yield from addresses_in_texts(catalogue)


@of_every_record()
def addresses_that_must_not_be(kind: str, record: Record[Any]) -> Iterator[Problem]:
    """Addresses of a source that are none, or not public."""
    for field, fault in _source_faults(record.data) if kind == "source" else ():
        yield record.problem((field,), "linkki", fault)


@of_every_record(MAYBE)
def addresses_in_texts(kind: str, record: Record[Any]) -> Iterator[Problem]:
    """Addresses where a text belongs."""
    for loc, value in record.leaves:
        own = kind == "source" and loc[-1] in ("url", "archive_url", "doi")
        if isinstance(value, str) and not own and (found := ADDRESS.search(value)):
            message = (
                "Osoite tai tyhjä linkki tekstissä. Lisää osoite lähderekisteriin (models/sources/) "
                "ja viittaa tunnuksella."
            )
            yield record.problem(loc, "linkki", message, part=found.group())


def _source_faults(source: Source) -> Iterator[tuple[str, str]]:
    """What is wrong with the addresses of one source: the field and a sentence."""
    for fault in faults(source.url) if source.url else ():
        yield "url", fault
    if source.archive_url:
        wrong = [*faults(source.archive_url)]
        for fault in wrong or archive_faults(source.archive_url, source.url):
            yield "archive_url", fault
    if source.doi and not DOI.fullmatch(source.doi):
        yield "doi", "Kirjoita DOI ilman osoitetta, esimerkiksi 10.3233/JVR-150770."
