"""The catalogue as one Excel workbook, for those who work in a spreadsheet: a Finnish Excel opens CSV in one column.

XlsxWriter makes the workbook and everything of it but the cells under the heads: it is kept well, needs nothing else and
gives the same bytes for the same data. openpyxl writes the clock into the file; it reads the workbook back in the tests.
Cells are plain enough to be written here, each where it belongs: by the library they cost more than all other tables
together, and are all in memory. Texts are written as texts; `inert` keeps them so also when a cell is edited or the sheet
is saved as CSV.
"""

from __future__ import annotations

import datetime
import io
import math
import re
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import blake2b
from html import escape
from itertools import islice
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import orjson

from catalogue.cache import Contents
from catalogue.files.tables import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.facts import Build, Facts
    from catalogue.files.sheets import Cell, Sheet

LINE, HIGHEST = 15, 409  # points; Excel's rows are no higher
RAGGED = 1.05  # lines break at words: a column holds a little less than its characters
MOST = 32_767  # characters of a cell: Excel takes a file with more for a spoilt one
SHEET, TEXTS = "xl/worksheets/sheet{}.xml", "xl/sharedStrings.xml"
END = b"</sheetData>"
STYLE = re.compile(rb'<col [^>]*style="(\d+)"')
SIZE = re.compile(rb'(?<=<dimension ref="A1:)([A-Z]+)\d+')
COUNTS = re.compile(rb'(?<=ount=")\d+')
CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b\x0c\x0e-\x1f]")  # `_x0041_` is A to Excel


def workbook(facts: Facts, sheets: Iterable[Sheet], contents: Contents | None = None) -> bytes:
    """The content of the .xlsx file."""
    with Book() as book:
        for sheet in sheets:
            book.add(sheet)
        return book.made(facts.build, contents)


@dataclass(frozen=True)
class Outline:
    """A sheet without its rows, and how many they are."""

    name: str
    heads: tuple[tuple[str, int], ...]
    wraps: bool
    count: int


class Book(ExitStack):
    """Sheets whose rows wait on the disk until the workbook is written; they are gone when this ends."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = blake2b()
        self.lines = self.enter_context(TemporaryFile())  # noqa: SIM115 - this closes it
        self.outlines: list[Outline] = []

    def add(self, sheet: Sheet) -> None:
        """The next sheet."""
        rows = tuple(sheet.rows)
        outline = Outline(sheet.name, sheet.heads, sheet.wraps, len(rows))
        self.outlines.append(outline)
        self.mark.update(orjson.dumps(outline))
        for row in rows:
            line = orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
            self.mark.update(line)
            self.lines.write(line)

    def made(self, build: Build, contents: Contents | None = None) -> bytes:
        """The content of the .xlsx file."""
        of = (build.revision, build.today.isoformat(), self.mark.hexdigest())
        return (contents or Contents()).made(lambda: self._written(build), "xlsx", *of)

    def _written(self, build: Build) -> bytes:
        """The library's workbook, with the rows in its sheets."""
        out = io.BytesIO()
        self.lines.seek(0)
        with (
            zipfile.ZipFile(io.BytesIO(_empty(build, self.outlines))) as empty,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as filled,
        ):
            texts = Texts(first=empty.read(TEXTS).count(b"<si>"))
            sheets = {SHEET.format(number): one for number, one in enumerate(self.outlines, 1)}
            for entry in empty.infolist():
                if entry.filename not in sheets and entry.filename != TEXTS:
                    filled.writestr(entry, empty.read(entry))
            for name, outline in sheets.items():
                rows = map(orjson.loads, islice(self.lines, outline.count))
                _fill(filled, name, _sheet(empty.read(name), outline, rows, texts))
            _fill(filled, TEXTS, texts.told(empty.read(TEXTS)))
        return out.getvalue()


def _fill(filled: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    entry = zipfile.ZipInfo(name)  # of no moment: the same bytes
    entry.compress_type = zipfile.ZIP_DEFLATED
    with filled.open(entry, "w") as part:
        for piece in pieces:
            part.write(piece)


@dataclass(eq=False)
class Texts:
    """The texts of all cells by their number, which is what a cell says."""

    numbers: dict[str, int] = field(default_factory=dict)
    cells: int = 0
    first: int = 0  # after those of the heads, which are the library's

    def number(self, text: str) -> int:
        """Of a text, which gets the next one when it is new."""
        self.cells += 1
        return self.numbers.setdefault(text, self.first + len(self.numbers))

    def told(self, raw: bytes) -> Iterator[bytes]:
        """The library's list with the texts of the cells after its own."""
        more = iter((self.cells, len(self.numbers)))
        heads = raw.removesuffix(b"</sst>")
        yield COUNTS.sub(lambda one: b"%d" % (int(one[0]) + next(more)), heads, 2)
        for text in self.numbers:
            told = CODED.sub(lambda one: f"_x{ord(one[0]):04X}_", escape(text, quote=False))
            kept = ' xml:space="preserve"' if text != text.strip() else ""
            yield f"<si><t{kept}>{told}</t></si>".encode()
        yield b"</sst>"


def _empty(build: Build, outlines: Sequence[Outline]) -> bytes:
    """A workbook of sheets that have but their heads."""
    import xlsxwriter  # here, for it takes long to load and is seldom needed

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
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
        for outline in outlines:
            page = book.add_worksheet(outline.name)
            for column, (title, width) in enumerate(outline.heads):
                page.set_column(column, column, width, wrapped if outline.wraps else plain)
                page.write_string(0, column, title, head)
            page.freeze_panes(1, 1)
            page.autofilter(0, 0, outline.count, len(outline.heads) - 1)
            page.set_paper(9)  # A4
            page.set_landscape()
            page.fit_to_pages(1, 0)
            page.repeat_rows(0)
    return out.getvalue()


def _sheet(
    raw: bytes, outline: Outline, rows: Iterable[Sequence[Cell]], texts: Texts
) -> Iterator[bytes]:
    """The library's sheet with the rows, in pieces."""
    before, after = raw.split(END)
    (found,) = {*STYLE.findall(before)}
    style = found.decode()
    yield SIZE.sub(rb"\g<1>%d" % (outline.count + 1), before, 1)
    columns = [_letters(place) for place, _ in enumerate(outline.heads)]
    widths = [width for _, width in outline.heads]
    for line, row in enumerate(rows, 2):
        height = _height(row, widths) if outline.wraps else LINE
        high = f' ht="{height}" customHeight="1"' if height > LINE else ""
        cells = (
            f'<c r="{column}{line}" s="{style}" t="s"><v>{texts.number(inert(value)[:MOST])}</v></c>'
            if isinstance(value, str)
            else f'<c r="{column}{line}" s="{style}"><v>{value:.16G}</v></c>'
            for column, value in zip(columns, row, strict=True)
            if value is not None
        )
        yield f'<row r="{line}"{high}>{"".join(cells)}</row>'.encode()
    yield END + after


def _letters(place: int) -> str:
    """What a spreadsheet calls a column: A, B … Z, AA."""
    first, last = divmod(place, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Points: told, because LibreOffice does not fit rows to wrapped text by itself."""
    return min(LINE * max(map(_lines, row, widths)), HIGHEST)


def _lines(value: Cell, width: int) -> int:
    """How many lines a text takes in a column of so many characters."""
    if not isinstance(value, str) or len(value) <= width:
        return 1
    return sum(max(1, math.ceil(len(line) * RAGGED / width)) for line in value.split("\n"))
