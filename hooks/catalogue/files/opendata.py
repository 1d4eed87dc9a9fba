"""The folder avoin-data/: every table for programs and for a Finnish Excel, Parquet, their metadata, and a zip of all."""

from __future__ import annotations

import datetime
import io
import zipfile
import zlib
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED

import orjson

from catalogue.api.columns import Column, columns
from catalogue.api.openapi import LISTS
from catalogue.cache import Contents, digest
from catalogue.files.tables import as_csv, known_excel_csv
from catalogue.finnish.formats import slug
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from catalogue.facts import Build, Facts
    from catalogue.files.sheets import Sheet

# Which field of a table names a record of which other table.
REFERENCES: dict[str, dict[str, str]] = {
    "models": {
        "region": "regions",
        "type": "types",
        "programme": "programmes",
        "status": "statuses",
    },
    "mentions": {"model": "models", "region": "regions", "type": "types", "status": "statuses"},
    "results": {
        "model": "models",
        "region": "regions",
        "type": "types",
        "programme": "programmes",
        "indicator": "indicators",
        "population": "populations",
        "missing": "missing",
        "source": "sources",
    },
    "aims": {"model": "models", "region": "regions", "indicator": "indicators"},
    "model_reasons": {
        "model": "models",
        "region": "regions",
        "status": "statuses",
        "reason": "reasons",
    },
    "comparability": {"indicator": "indicators", "one": "results", "other": "results"},
    "indicators": {"instrument": "instruments"},
    "instruments": {"link": "sources"},
    "programmes": {"collection": "sources"},
    "municipalities": {"region": "regions"},
    "sources": {"found_at": "sources"},
}
KEYS = {"aims": ("model", "number"), "model_reasons": ("model", "number")}
KEYS |= {"comparability": ("one", "other"), "former": ("kind", "id")}
PAIRS = ("PairRow", "Saman mittarin lukujen parit: vertautuvatko ne, ja jos eivät, miksi")
OF_REGION = ("models", "mentions", "results", "aims", "model_reasons")  # parted by it in Parquet
SUMS = "tarkistussummat.txt"
PAIRS_FOR_EXCEL = f"{addresses.EXCEL_CSV}vertautuvuus.csv"
README = """\
Työkykymallit: hyvinvointialueiden toimintamallit tuloksineen
=============================================================

Tietojen versio: {version}
Sivusto: {site}
Lisenssi: CC BY 4.0 (lisenssi.txt). Saat kopioida, muokata ja julkaista, kun mainitset lähteen:
Työkykymallit. Hyvinvointialueiden toimintamallit tuloksineen. Tietojen versio {version}. {site}

Mitä täällä on?
---------------
tyokykymallit.xlsx   taulukot työkirjana: avaa kaksoisnapsauttamalla
excel/               vertailut ja vertautuvuus suomalaiseen Exceliin (puolipiste, desimaalipilkku)
csv/                 taulukot ohjelmille (pilkku, UTF-8, ISO-päivät), kuvaus tiedostossa csv-metadata.json (CSVW)
datapackage.json     taulukoiden kentät, avaimet ja viittaukset (Data Package 2.0)
tarkistussummat.txt  tiedostojen SHA-256-summat: sha256sum -c tarkistussummat.txt

Sivustolla samat taulukot ovat myös Parquet-muodossa ja työkirjan välilehdet CSV-tiedostoina suomalaiseen Exceliin.

Ennen kuin vertaat
------------------
Vertaa vain lukuja, joissa kenttä comparable on sama. Tiedosto csv/comparability.csv kertoo jokaisesta saman
mittarin lukuparista, miksi luvut eivät vertaudu. Tyhjä ei ole nolla: syy on kentässä missing, ja csv/missing.csv
kertoo, mitä syyt tarkoittavat.
"""


@dataclass(frozen=True)
class Table:
    """One table: its columns by the type of its rows, and the rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: list[Any]

    @property
    def key(self) -> tuple[str, ...]:
        """The fields that together name a row."""
        return KEYS.get(self.name, ("id",))

    @property
    def references(self) -> dict[str, str]:
        """Which field names a record of which table."""
        return REFERENCES.get(self.name, {})

    def cells(self) -> Iterable[tuple[Any, ...]]:
        """The rows as the cells of the columns."""
        return zip(*(one.cells(self.rows) for one in self.columns), strict=True)


def tables(listed: Mapping[str, list[Any]], pairs: list[Any]) -> tuple[Table, ...]:
    """Every table of the open data, in the order of the API's lists."""
    made = [Table(name, LISTS[name][1], columns(LISTS[name][0]), listed[name]) for name in LISTS]
    return (*made, Table("comparability", PAIRS[1], columns(PAIRS[0]), pairs))


def machine_csv(table: Table, contents: Contents | None = None) -> str:
    """The table for programs: comma, UTF-8, point, ISO dates."""
    names = [one.name for one in table.columns]
    of = digest(orjson.dumps((names, table.rows)))  # the rows are not held twice
    made = partial(_as_csv, names, table)
    return (contents or Contents()).text(made, "csv of rows", of)


def _as_csv(names: Sequence[str], table: Table) -> str:
    return as_csv(names, table.cells())


def excel_csv(sheet: Sheet, contents: Contents | None = None) -> tuple[str, str]:
    """Address and text of a table in Finnish words, for a Finnish Excel."""
    heads = [head for head, _ in sheet.heads]
    text = known_excel_csv(contents, heads, [*sheet.rows])
    return f"{addresses.EXCEL_CSV}{slug(sheet.name)}.csv", text


def excel_csv_of_pairs(
    facts: Facts, pairs: Sequence[Any], contents: Contents | None = None
) -> tuple[str, str]:
    """The same of the pairs of figures."""
    indicators = facts.catalogue.indicators
    told = [
        (
            indicators[pair["indicator"]].data.name.fi,
            pair["one"],
            pair["other"],
            pair["compares"],
            pair["why"],
        )
        for pair in pairs
    ]
    heads = ["Mittari", "Tulos", "Toinen tulos", "Vertautuuko", "Miksi ei"]
    return PAIRS_FOR_EXCEL, known_excel_csv(contents, heads, told)


def is_twin(address: str) -> bool:
    """Whether the zip says the same without the file: Parquet is the CSV, and a table for Excel a sheet of the workbook."""
    of_sheet = address.rpartition("/")[0] + "/" == addresses.EXCEL_CSV
    return address.startswith(addresses.PARQUET) or (of_sheet and address != PAIRS_FOR_EXCEL)


def readme(build: Build) -> str:
    """What lies beside the tables in the zip, in plain Finnish."""
    version = build.version
    day = f"{build.today.day}.{build.today.month}.{build.today.year}"
    return README.format(version=f"{version}, {day}", site=build.site_url or "–")


def archive(build: Build, files: Mapping[str, bytes], contents: Contents | None = None) -> bytes:
    """All tables in one file that opens without a network; the same bytes for the same data."""
    beside = {
        "lueminut.txt": readme(build).encode(),
        "lisenssi.txt": (
            "Tiedot ja tekstit: Creative Commons Nimeä 4.0 Kansainvälinen (CC BY 4.0)\n"
            "https://creativecommons.org/licenses/by/4.0/legalcode.fi\n"
        ).encode(),
    }

    def content(name: str) -> bytes:
        return beside[name] if name in beside else files[addresses.OPEN_DATA + name]

    names = sorted((*beside, *(address.removeprefix(addresses.OPEN_DATA) for address in files)))
    members = [_member(name, content(name)) for name in names]
    sums = "".join(f"{one.sha256}  {one.name}\n" for one in members).encode()
    beside[SUMS] = sums
    day = max(build.today, datetime.date(1980, 1, 1))  # the first that a zip can tell
    out, known = io.BytesIO(), contents or Contents()
    with zipfile.ZipFile(out, "w") as made:
        for one in (*members, _member(SUMS, sums)):
            make = partial(_deflated, content, one.name)
            packed = known.made(make, "deflated", one.sha256)
            entry = zipfile.ZipInfo(
                f"tyokykymallit/{one.name}", (day.year, day.month, day.day, 0, 0, 0)
            )
            entry.external_attr = 0o644 << 16
            made.writestr(entry, packed)
            # What was written is deflated: the entry says so, and of what.
            entry.compress_type, entry.CRC, entry.file_size = ZIP_DEFLATED, one.crc, one.size
            out.seek(entry.header_offset)
            out.write(entry.FileHeader())
    return out.getvalue()


@dataclass(frozen=True)
class _Member:
    """A file of the zip: its sums and its size."""

    name: str
    sha256: str
    crc: int
    size: int


def _member(name: str, raw: bytes) -> _Member:
    return _Member(name, sha256(raw).hexdigest(), zlib.crc32(raw), len(raw))


def _deflated(content: Callable[[str], bytes], name: str) -> bytes:
    """As a zip holds it: a file that did not change is not deflated again."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content(name)) + packer.flush()
