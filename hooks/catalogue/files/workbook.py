"""The catalogue as one Excel workbook, for those who work in a spreadsheet: a Finnish Excel opens CSV in one column.

XlsxWriter writes it: it is kept well, needs nothing else and gives the same bytes for the same data. openpyxl writes
the clock into the file; it reads the workbook back in the tests. Texts are written as texts; `inert` keeps them
so also when a cell is edited or the sheet is saved as CSV. Rows go to the disk as they come: each text then stands where it
belongs, not once in a list of its own, and what is held does not grow with the catalogue.
"""

from __future__ import annotations

import datetime
import io
import math
from contextlib import ExitStack
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import orjson

from catalogue.cache import Contents
from catalogue.files.sheets import Sheet
from catalogue.files.tables import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from catalogue.facts import Build, Facts
    from catalogue.files.sheets import Cell

LINE, HIGHEST = 15, 409  # points; Excel's rows are no higher
RAGGED = 1.05  # lines break at words: a column holds a little less than its characters


def workbook(facts: Facts, sheets: Iterable[Sheet], contents: Contents | None = None) -> bytes:
    """The content of the .xlsx file."""
    with Book() as book:
        for sheet in sheets:
            book.add(replace(sheet, rows=tuple(sheet.rows)))
        return book.made(facts.build, contents)


class Book(ExitStack):
    """Sheets whose rows wait on the disk until the workbook is written; they are gone when this ends."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = blake2b()
        self.lines = self.enter_context(TemporaryFile())  # noqa: SIM115 - this closes it

    def add(self, sheet: Sheet) -> None:
        """The next sheet."""
        rows = tuple(sheet.rows)
        self._line([sheet.name, sheet.heads, sheet.wraps, len(rows)])
        for row in rows:
            self._line(row)

    def _line(self, told: object) -> None:
        line = orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE)
        self.mark.update(line)
        self.lines.write(line)

    def sheets(self) -> Iterator[Sheet]:
        """The sheets, whose rows are read one at a time."""
        self.lines.seek(0)
        for line in self.lines:
            name, heads, wraps, count = orjson.loads(line)
            rows = map(orjson.loads, islice(self.lines, count))
            yield Sheet(name, tuple(heads), rows, wraps)

    def made(self, build: Build, contents: Contents | None = None) -> bytes:
        """The content of the .xlsx file."""
        of = (build.revision, build.today.isoformat(), self.mark.hexdigest())
        return (contents or Contents()).made(lambda: _written(build, self.sheets()), "xlsx", *of)


def _written(build: Build, sheets: Iterable[Sheet]) -> bytes:
    import xlsxwriter  # here, for it takes long to load and is seldom needed

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        book.set_properties(
            {
                "title": "Työkykymallit",
                "comments": f"CC BY 4.0. Tietojen versio {build.revision}.",
                "created": datetime.datetime.combine(build.today, datetime.time()),
            }
        )
        head, wrapped, plain = (
            book.add_format({"valign": "top", **style})
            for style in ({"bold": True, "text_wrap": True, "bottom": 1}, {"text_wrap": True}, {})
        )
        for sheet in sheets:
            page, line = book.add_worksheet(sheet.name), 0
            for column, (title, width) in enumerate(sheet.heads):
                page.set_column(column, column, width, wrapped if sheet.wraps else plain)
                page.write_string(0, column, title, head)
            for line, row in enumerate(sheet.rows, 1):
                if sheet.wraps:
                    page.set_row(line, _height(row, sheet.heads))
                _write(page, line, row)
            page.freeze_panes(1, 1)
            page.autofilter(0, 0, line, len(sheet.heads) - 1)
            page.set_paper(9)  # A4
            page.set_landscape()
            page.fit_to_pages(1, 0)
            page.repeat_rows(0)
    return out.getvalue()


def _write(page: Worksheet, line: int, row: Sequence[Cell]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, str):
            page.write_string(line, column, inert(value))
        elif value is not None:
            page.write_number(line, column, value)


def _height(row: Sequence[Cell], heads: Sequence[tuple[str, int]]) -> int:
    """Points: told, because LibreOffice does not fit rows to wrapped text by itself."""
    lines = (_lines(value, width) for value, (_, width) in zip(row, heads, strict=True))
    return min(LINE * max(lines), HIGHEST)


def _lines(value: Cell, width: int) -> int:
    """How many lines a text takes in a column of so many characters."""
    if not isinstance(value, str) or len(value) <= width:
        return 1
    return sum(max(1, math.ceil(len(line) * RAGGED / width)) for line in value.split("\n"))
