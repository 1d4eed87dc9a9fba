"""A worksheet whose rows go to the disk as they come: XlsxWriter holds each cell until the workbook ends, in six times its room.

Its own way of doing that writes every text where it stands and not once; the file is larger, and another.
"""

from __future__ import annotations

import shutil
from io import StringIO
from tempfile import TemporaryFile
from typing import IO

from xlsxwriter.worksheet import Worksheet

BLOCK = 16  # rows of which the file tells together how wide they are


class Flowing(Worksheet):  # type: ignore[misc]
    """Writes the file that a plain one would; rows come in order."""

    dim_rowmin: int
    dim_rowmax: int
    fh: IO[str]

    def __init__(self) -> None:
        super().__init__()
        self.told = TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115
        self.flowed = 0  # rows that are on the disk

    def flow(self, line: int) -> None:
        """The row is complete: after the last of a block its cells are let go."""
        if (line + 1) % BLOCK == 0:
            self._flow(line)

    def _flow(self, last: int) -> None:
        kept = self.dim_rowmin, self.dim_rowmax, self.fh
        if (
            not self.flowed
        ):  # formats are numbered as they are met: those of columns are before all rows
            self.fh = StringIO()
            self._write_cols()
        self.dim_rowmin, self.dim_rowmax, self.fh = self.flowed, last, self.told
        super()._write_rows()
        self.dim_rowmin, self.dim_rowmax, self.fh = kept
        self.table.clear()
        self.flowed = last + 1

    def end(self) -> None:
        """All rows are there."""
        self._flow(self.dim_rowmax)

    def _write_rows(self) -> None:
        with self.told:
            self.told.seek(0)
            shutil.copyfileobj(self.told, self.fh)
