"""Golden cases: folders of input files laid over the shared valid catalogue, with the problems they must give.

`cases/<rule>/<case>/models/…` holds the files that differ from `cases/base/models/…`, and `expected.txt` the exact
lines. A case whose name begins `ok-` has no `expected.txt` and must give none. A new case is a new folder.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from catalogue.load import assemble, checked, part_of
from catalogue.problems import InvalidCatalogue, as_text

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"

# What must never stand in a public repository is put together here, of parts that are obviously made up, and what
# an editor would spoil (a byte that is not UTF-8) too. A case file says the placeholder.
PLACEHOLDERS = {
    b"{EMAIL}": b"etunimi.sukunimi" + b"@" + b"esimerkki.fi",
    b"{PHONE}": b"040" + b" 000 0000",
    b"{PHONE-INTERNATIONAL}": b"+358" + b" 40 000 0000",
    b"{PHONE-LANDLINE}": b"(09)" + b" 000 0000",
    b"{IDENTITY}": b"010100" + b"A" + b"999" + b"X",
    b"{PHONE-DOTS}": b"040" + b".000.0000",
    b"{PHONE-BRACKETS}": b"+358" + b"(0)40 000 0000",
    b"{PHONE-ZEROS}": b"00358" + b" 40 0000000",
    b"{EMAIL-WORDS}": b"nimi" + b" (at) " + b"esimerkki.fi",
    b"{IDENTITY-DASH}": b"010100" + "–".encode() + b"999" + b"X",
    b"{IDENTITY-HARD}": b"010100" + "\u2011".encode() + b"999" + b"X",
    b"{FILE}": b"file:" + b"///C:/kansio/tiedosto.docx",
    b"{MAILTO}": b"mailto" + b":neuvonta",
    b"{UNC}": b"\\\\palvelin" + b"\\jako",
    b"{CREDENTIALS}": b"salasana" + b": arvaamaton",
    b"{USERINFO}": b"nimi" + b":" + b"sana",
    b"{BYTE-E4}": b"\xe4",
    b"{BYTE-07}": b"\x07",
}

Files = dict[str, bytes]
TODAY = datetime.date(2026, 1, 1)  # the day of every check of a case
remembered = lru_cache(maxsize=2000)(part_of)  # most files of a case are those of the base


def files_of(folder: Path) -> Files:
    """Every file under `folder/models`, by its path there, with the placeholders put in."""
    models = folder / "models"
    paths = [path for path in sorted(models.rglob("*")) if path.is_file()]
    return {path.relative_to(models).as_posix(): filled(path.read_bytes()) for path in paths}


def filled(raw: bytes) -> bytes:
    for placeholder, made in PLACEHOLDERS.items():
        raw = raw.replace(placeholder, made)
    return raw


def told(files: Files) -> str:
    """What the checker says of the files, one problem a line."""
    try:
        made, problems = assemble("models", sorted(files.items()), remembered)
        return as_text(checked(replace(made, today=TODAY), problems).warnings)
    except InvalidCatalogue as error:
        return as_text(error.problems)
