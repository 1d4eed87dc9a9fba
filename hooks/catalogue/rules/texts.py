"""Summaries too long for a card, HTML or script in text, Markdown that no page shows, values that say nothing."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from catalogue.reading.markdown import unshown
from catalogue.reading.quick import Quick
from catalogue.records import leaves
from catalogue.rules.files import of_every_model, of_every_record
from catalogue.schema.model import SUMMARY_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue, Record

TAG = re.compile(r"</?[a-zA-Z!][^>]*>?|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|javascript:", re.IGNORECASE)
MARKED = Quick(
    ("javascript:",), ("<", "&", "\\")
)  # what a file holds where some value may hold a tag
LANGUAGES = ("fi", "sv", "en")
EMPTY = re.compile(r"(?i)\W*|null|none|nil|~|n/a|puuttuu|ei mitään")
WRITTEN = (*LANGUAGES, "at")  # where an author writes words
TEMPLATE = (
    "Yhdellä tai kahdella kappaleella",
    "Kirjoita tähän",
)  # of the guide and of `mallit new`
NOTES = re.compile(r"^[ \t]*#(?!#).*\n?", re.MULTILINE)
NOTED = ("TODO", "FIXME", "XXX", "TBD", "lorem ipsum")
UNFINISHED = re.compile(rf"\b(?:{'|'.join(NOTED)})\b")


def long_or_marked_up_texts(catalogue: Catalogue) -> Iterator[Problem]:
    """Texts that are too long, and Markdown or HTML where neither is shown."""
    yield from long_summaries(catalogue)
    yield from marked_up_texts(catalogue)


@of_every_model
def long_summaries(catalogue: Catalogue) -> Iterator[Problem]:
    """Summaries too long for a card."""
    for model in catalogue.models.values():
        for (language,), text in leaves(getattr(model.data, "summary", None)):
            if len(text) > SUMMARY_LENGTH:
                message = f"Lyhyt kuvaus on {len(text)} merkkiä; enintään {SUMMARY_LENGTH}."
                yield model.problem(("summary", language), "pituus", message)


@of_every_record(MARKED)
def marked_up_texts(_: str, record: Record[Any]) -> Iterator[Problem]:
    """HTML or script in the texts of a record."""
    for loc, value in record.leaves:
        if isinstance(value, str) and (found := _tag(value)):
            shown = found[:40]
            message = f"HTML:ää tai skriptiä ei käytetä: ”{shown}”. Kirjoita pelkkä teksti."
            yield record.problem(loc, "html", message, part=shown)


def _tag(value: str) -> str:
    """The first piece that a browser would take for HTML; `&K;` of T&K; is none."""
    for found in TAG.finditer(value):
        if not found.group().startswith("&") or unescape(found.group()) != found.group():
            return found.group()
    return ""


@of_every_record()
def text_that_is_not_shown_as_written(kind: str, record: Record[Any]) -> Iterator[Problem]:
    """Markdown that a page would lose or change."""
    if kind == "model":
        for loc, value in record.leaves:
            if (
                loc[0] == "sections"
                and loc[-1] in LANGUAGES
                and isinstance(value, str)
                and not _tag(value)
            ):
                for fault in unshown(_without_notes(record, loc, value)):
                    yield record.problem(loc, "markdown", fault)
    elif kind == "type":
        for (language,), text in leaves(getattr(record.data, "description", None)):
            for fault in unshown(text):
                yield record.problem(("description", language), "markdown", fault)


def _without_notes(record: Record[Any], loc: Loc, text: str) -> str:
    """The text without what `texts_cut_by_a_comment` tells line by line: `# …` in a block text."""
    if not NOTES.search(text):
        return text
    line, column = record.document.place((*record.loc, *loc))
    if record.document.text.split("\n")[line - 1][column - 1 : column] not in ("|", ">"):
        return text
    return NOTES.sub("", text)


@of_every_record()
def texts_that_say_nothing(_: str, record: Record[Any]) -> Iterator[Problem]:
    """`null`, a dash or a blank where a text belongs, and what its writer left to be written."""
    for loc, value in record.leaves:
        if loc[-1] not in WRITTEN:
            continue
        if EMPTY.fullmatch(value):
            message = (
                f"Arvo ”{value[:40]}” ei kerro mitään. Kirjoita teksti, tai poista koko kenttä."
            )
            yield record.problem(loc, "tyhja-arvo", message)
        elif any(one in value for one in NOTED) and (found := UNFINISHED.search(value)):
            message = f"Teksti on kesken: ”{found.group()}”. Kirjoita kohta tai poista se."
            yield record.problem(loc, "tyhja-arvo", message, part=found.group())
        elif left := next((one for one in TEMPLATE if one in value), ""):
            message = f"Tässä on yhä pohjan oma teksti: ”{left}”. Kirjoita kohta omin sanoin."
            yield record.problem(loc, "tyhja-arvo", message, part=left.split()[0])
