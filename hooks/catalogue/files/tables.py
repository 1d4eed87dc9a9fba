"""Tables as CSV, for programs and for a Finnish Excel, and the one place where a text is kept from being a formula.

A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@` or a tab. Such a text gets an apostrophe before it, which
spreadsheets know as the mark of a text; numbers stay as they are. The page of open data tells it to those who read the
files with a program.

A Finnish Excel parts columns at `;`, writes decimals with a comma and takes `9/2024`, `1/2` and `2024-09` for dates. A text
that it would take for a date, a number or a truth value gets a word joiner (U+2060) before it, which nobody sees.
LibreOffice does the same conversions, and strips a no-break space but not this.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import orjson

from catalogue.cache import Contents, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

REMEMBERED = 50_000  # texts: most cells of a table say what others said
ALIKE = {bool, float, Decimal}  # may be equal to a whole number and are written otherwise
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?", re.ASCII)


def known_csv(
    contents: Contents | None, fields: Sequence[str], rows: Sequence[Sequence[object]]
) -> str:
    """The table as `as_csv` writes it, where no earlier build wrote the same."""
    of = digest(orjson.dumps((fields, rows), default=str))  # the rows are not held twice
    return (contents or Contents()).text(partial(as_csv, fields, rows), "csv", of)


def known_excel_csv(
    contents: Contents | None, heads: Sequence[str], rows: Sequence[Sequence[Value]]
) -> str:
    """The table as `as_excel_csv` writes it, where no earlier build wrote the same."""
    of = digest(orjson.dumps((heads, rows), default=str))
    return (contents or Contents()).text(partial(as_excel_csv, heads, rows), "excel", of)


@lru_cache(maxsize=REMEMBERED)
def inert(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def as_csv(fields: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A header and the rows; a truth value is written as in JSON, an absent value as nothing."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([inert(name) for name in fields])
    writer.writerows(_by_column(rows, _cell))
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str):
        return inert(value)
    return str(value).lower() if isinstance(value, bool) else value


def _by_column(
    rows: Iterable[Sequence[object]], cell: Callable[[Any], object]
) -> Iterable[Sequence[object]]:
    """The rows with every value as `cell` has it: a column says most of its values many times, and few are changed."""
    return zip(*(_column(one, cell) for one in zip(*rows, strict=True)), strict=True)


def _column(values: Sequence[object], cell: Callable[[Any], object]) -> Sequence[object]:
    if ALIKE & {*map(type, values)}:
        return [*map(cell, values)]
    changed = {one: made for one in {*values} if (made := cell(one)) != one}
    return [changed.get(one, one) for one in values] if changed else values


BOM, QUIET = "\ufeff", "\u2060"
# What a Finnish Excel makes something else of: dates, fractions, times, numbers, percentages, truth values.
CONVERTED = re.compile(
    r"[-+]?\d[\d\s.,:/-]*\s*[%€]?|\d+(?:[.,]\d+)?e[-+]?\d+|tosi|epätosi|true|false|"
    r"(?:\d{1,2}\.?\s*)?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)"
    r"(?:kuu)?\.?(?:[\s.-]*\d{1,4})?",
    re.IGNORECASE,
)
PLAIN_NUMBER = re.compile(r"0|[1-9]\d{0,14}", re.ASCII)
WHOLE_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}", re.ASCII)  # the same day, as a date
Value = str | int | float | Decimal | bool | None


def as_excel_csv(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """The table for a Finnish Excel: it opens in columns, and every cell says there what it says here."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([calm(name) for name in heads])
    writer.writerows(_by_column(rows, _finnish))
    return BOM + out.getvalue()


@lru_cache(maxsize=REMEMBERED)
def calm(text: str) -> str:
    """The text as a cell that a Finnish Excel leaves as it is."""
    defused = inert(text)
    if PLAIN_NUMBER.fullmatch(text) or WHOLE_DAY.fullmatch(text):
        return defused
    return QUIET + defused if CONVERTED.fullmatch(text.strip()) else defused


def _finnish(value: Value) -> object:
    if isinstance(value, str):
        return calm(value)
    if isinstance(value, bool):
        return "kyllä" if value else "ei"
    return str(value).replace(".", ",") if isinstance(value, float | Decimal) else value
