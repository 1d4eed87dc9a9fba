"""Tables for spreadsheets: CSV, and the one place where a text is kept from being taken for a formula.

A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@` or a tab. Such a text gets an apostrophe before it, which
spreadsheets know as the mark of a text; numbers stay as they are. The page of open data tells it to those who read the
files with a program.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?", re.ASCII)


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def as_csv(fields: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A header and the rows; a truth value is written as in JSON, an absent value as nothing."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([inert(name) for name in fields])
    writer.writerows([_cell(row.get(name)) for name in fields] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return inert(value) if isinstance(value, str) else value
