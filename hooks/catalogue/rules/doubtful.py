"""What only a person can judge: each is a warning, and a mark in the file tells that it has been judged."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import collation
from catalogue.finnish.given_names import GIVEN_NAMES
from catalogue.rules.files import of_every_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue, Record

LANGUAGES = ("fi", "sv", "en")
LONG_SECTION, LONG_TEXT = 2000, 700
SURNAME = r"(?:(?:von|af|de) )?[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
CAPITALS = re.compile(r"[A-ZÅÄÖ](?<!\w.)[\w-]+ (?:(?:von|af|de) )?[A-ZÅÄÖ]")  # as of two names
PERSON = re.compile(rf"\b(?:{'|'.join(GIVEN_NAMES)})(?:-[A-ZÅÄÖ]\w+)? {SURNAME}\b")
EXACT = re.compile(r"\d|: ?\S|^[A-ZÅÄÖ]|^(?:tiivistelmä|johdanto|esipuhe|etusivu)$")
NAMED_ONCE = (
    "indicators",
    "instruments",
    "populations",
    "types",
    "programmes",
    "reasons",
    "statuses",
    "target_groups",
    "terms",
    "sources",
)


def doubtful(catalogue: Catalogue) -> Iterator[Problem]:
    """Every value that may be right but often is not."""
    yield from doubtful_values(catalogue)
    yield from _same_names(catalogue)


@of_every_record()
def doubtful_values(kind: str, record: Record[Any]) -> Iterator[Problem]:
    """What one record says."""
    for loc, value in record.leaves:
        if isinstance(value, str):
            yield from _value(kind, record, loc, value)
    yield from _same_in_two_languages(kind, record)


def _same_in_two_languages(kind: str, record: Record[Any]) -> Iterator[Problem]:
    """A translation that is the original: names of one word are often alike."""
    told = dict(record.leaves)
    for loc, value in record.leaves:
        if loc[-1] in ("sv", "en") and value == told.get((*loc[:-1], "fi")) and " " in value:
            message = (
                f"Teksti on sama suomeksi ja kielellä {loc[-1]}. Käännä se tai poista {loc[-1]}."
            )
            yield record.problem(loc, "sama-teksti", message, warning=True)


def _value(kind: str, record: Record[Any], loc: Loc, value: str) -> Iterator[Problem]:
    field = loc[-1]
    if field == "at" and not EXACT.search(value):
        message = f"Kohta ”{value}” on epämääräinen. Kerro luku, sivu, dia tai otsikko."
        yield record.problem(loc, "epamaarainen-kohta", message, warning=True)
    if field not in LANGUAGES:
        return
    if CAPITALS.search(value) and (found := PERSON.search(value)):
        message = f"”{found.group()}” näyttää henkilön nimeltä. Kirjoita rooli, ei nimeä."
        yield record.problem(loc, "henkilon-nimi", message, warning=True, part=found.group())
    most = LONG_SECTION if loc[0] == "sections" else LONG_TEXT
    if kind == "model" and len(value) > most:
        message = f"Teksti on {len(value)} merkkiä pitkä (yli {most}). Tiivistä tai jaa se."
        yield record.problem(loc, "pitka-teksti", message, warning=True)


def _same_names(catalogue: Catalogue) -> Iterator[Problem]:
    """Two records of a vocabulary, or two sources of one publisher, that a reader cannot tell apart."""
    for plural in NAMED_ONCE:
        named: dict[str, list[Record[Any]]] = defaultdict(list)
        for record in getattr(catalogue, plural).values():
            data = record.data
            words = (
                f"{data.title.fi} / {data.publisher.fi}" if plural == "sources" else data.name.fi
            )
            named[collation(words)].append(record)
        for first, *others in named.values():
            for record in others:
                field = "title" if plural == "sources" else "name"
                message = (
                    f"Sama nimi on jo tietueella ”{first.id}”. Tarkenna, jotta lukija erottaa ne."
                )
                yield record.problem((field,), "sama-nimi", message, warning=True)
