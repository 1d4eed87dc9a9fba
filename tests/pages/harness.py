"""The made-up catalogue through the real core: everything that the site says, page by page and file by file.

The only module of these tests that knows how the core is called.
"""

from __future__ import annotations

import datetime
import io
import json
import re
import tempfile
import zipfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import openpyxl
from openpyxl.utils import get_column_letter

from catalogue.writing import Packed

from .heard import heard
from .in_full import in_full

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.cache import Contents
    from catalogue.facts import Build, Facts
    from catalogue.search.document import Document
    from catalogue.site.page import Page
    from catalogue.site.render import Renderer

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "overrides" / "catalogue"
EXPECTED = HERE / "expected"
TODAY = datetime.date(2025, 3, 14)
NOW = datetime.datetime(2025, 3, 14, 12, tzinfo=datetime.UTC)
LINKS = "links.json"
# A file beside the pages -> its golden text, by its address. A kind of file that is not here is refused.
FILES = (
    (r"api/v1/models/.+\.json", "api-models-one.json"),
    (r"api/v1/comparisons/.+\.json", "api-comparisons-one.json"),
    (r"api/v1/([a-z_]+\.json)", r"api-\1"),
    (r"avoin-data/excel/vertailut/.+-maaritelmat\.csv", "comparison-words.csv"),
    (r"avoin-data/excel/vertailut/.+\.csv", "comparison-excel.csv"),
    (r"avoin-data/html/.+\.html", "comparison-alone"),
    (r"avoin-data/csv/vertailut/.+\.csv", "comparison.csv"),
    (r"vertailu/[^/]+/kuva-\d+\.svg", "comparison-picture"),
    (r"avoin-data/excel/.+\.csv", "open-data"),
    (r"avoin-data/csv/(results|comparability)\.csv", r"\1.csv"),
    (r"avoin-data/csv/(?:.+\.csv|csv-metadata\.json)", "open-data"),
    (r"avoin-data/datapackage\.json", "open-data"),
    (r"avoin-data/dcat\.(ttl|jsonld)", r"dcat.\1"),
    (r"llms\.txt", "llms"),
    (r"versiot/(muutokset\.json)", r"\1"),
    (r"avoin-data/parquet/.+\.parquet", "parquet"),
    (r"avoin-data/tyokykymallit\.zip", "zip"),
    (r"vertailu/omat/[^/]+(?:/.+)?\.zlib", "side-by-side.json"),
    (r"sanasto/selitykset\.zlib", "terms.json"),
    (r".+/viittaus\.ris", "citation.ris"),
    (r"avoin-data/tyokykymallit\.xlsx", "workbook"),
    (r"muutokset/.+\.xml", "feed"),
    (r".+/index\.html", "redirects"),
)


@dataclass(frozen=True, eq=False)
class Said:
    """One page or file: the golden text it belongs to, its address, what the core made, and that in words."""

    golden: str
    address: str
    raw: str | bytes | Packed

    @property
    def text(self) -> str:
        return _in_words(self.golden, self.raw)


@cache  # most pages of a case are those of the base
def _in_words(golden: str, raw: str | bytes | Packed) -> str:
    if isinstance(raw, Packed):
        return json.dumps(json.loads(raw.text), ensure_ascii=False, separators=(",", ":"))
    if isinstance(raw, bytes):
        return "\n".join(OF_BYTES[golden](raw))
    if golden == "api-openapi.json":  # a test of its own holds the schemas
        return "\n".join(json.loads(raw)["paths"])
    if golden == "open-data":  # tests of their own hold that they say what the API says
        return raw.splitlines()[0]
    if golden.startswith("dcat."):
        return re.sub(r'byteSize"?:? ?\S+', "byteSize …", raw)
    if golden == "api-index.json":
        return SUMS.sub("…", raw)
    if golden.endswith(".html"):
        head, _, html = raw.partition("\n\n")
        return f"{head}\n{heard(in_full(html))}"
    return raw.replace("\r\n", "␍\n").rstrip("\n")


SUMS = re.compile(r'(?<="bytes":)\d+|(?<="sha256":")\w+')


def folder_files(folder: Path) -> dict[str, bytes]:
    """The files under a folder of models by their path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def said(
    files: Mapping[str, bytes], today: datetime.date = TODAY, known: Contents | None = None
) -> Iterator[Said]:
    """Everything that the site of these files says. Raises `InvalidCatalogue` where they are not right."""
    return said_of(facts_of(files, today), known)


def facts_of(files: Mapping[str, bytes], today: datetime.date = TODAY) -> Facts:
    """What the files tell, with the state of the links. Raises `InvalidCatalogue` where they are not right."""
    from catalogue.changes.news import News
    from catalogue.facts import Build, DeskParts, Facts
    from catalogue.links.register import addresses
    from catalogue.links.store import of_register
    from catalogue.load import assemble, checked
    from golden import remembered

    from .published import versions

    models = sorted((name, raw) for name, raw in files.items() if name != LINKS)
    assembled, problems = assemble("models", models, remembered)
    catalogue = checked(replace(assembled, today=today), problems)
    state = of_register(files[LINKS], NOW, addresses(catalogue)).links if LINKS in files else {}
    parts = DeskParts("osallistu/kirjoita/0123456789ab/", 8)
    told = (
        "Korjattuja lukuja: 2 lukua{osallistujat}{poistettu-luku}.",
        "Tilan tietoja tarkennettiin.",
    )
    news = (News("2025-03-10", "koivula/koulutus", "Koulutus", told),)
    build = Build(today, "0123456789ab", "https://mallit.esimerkki.fi/", parts)
    if (
        LINKS in files
    ):  # who knows nothing of what is outside knows of no history and no version either
        build = replace(build, history=news, as_released=False, versions=versions())
    return Facts(catalogue, build, state)


def said_of(facts: Facts, known: Contents | None = None) -> Iterator[Said]:
    """Everything that the site of these facts says; `known` are the files' contents that others of them left."""
    from catalogue.cache import Cache
    from catalogue.figures.coverage import as_text, coverage
    from catalogue.files.all import files as catalogue_files
    from catalogue.search.entries import entries
    from catalogue.site import explained
    from catalogue.site.side_by_side import page as side_by_side
    from catalogue.site.sitemap import pages
    from reference import text as reference_text

    renderer = _renderer(facts.build)
    cited: list[tuple[str, str]] = []
    for page in pages(facts):
        yield Said(page.template, page.path, f"{_head(page)}\n\n{renderer.html(page)}")
        if page.citations:
            cited.append((f"{page.path}viittaus.ris", reference_text(page.citations)))
    read = (*side_by_side.files(facts), *explained.files(facts.catalogue.terms))
    for address, raw in (*cited, *catalogue_files(facts, known), *read):
        yield Said(golden_of(address), address, raw)
    for entry in entries(facts, Cache().shelf("")):
        yield Said("search", entry.url, "\n".join(_found(entry.document)))
    yield Said("coverage", "mallit coverage", as_text(coverage(facts.catalogue)))


@cache  # templates are compiled once for all catalogues
def _renderer(build: Build) -> Renderer:
    from catalogue.site.render import Renderer

    return Renderer(TEMPLATES, build)


def golden_of(address: str) -> str:
    """The golden text of a file beside the pages."""
    for form, name in FILES:
        if found := re.fullmatch(form, address):
            return found.expand(name)
    raise LookupError(f"no golden text for files like {address}: name the kind in FILES")


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """Golden name -> the whole expected text of the site of these files."""
    found: dict[str, list[str]] = {}
    for one in said(files):
        found.setdefault(one.golden, []).append(f"=== {one.address or '(etusivu)'}\n{one.text}\n")
    return {name: "\n".join(parts) for name, parts in found.items()}


def _found(document: Document) -> Iterator[str]:
    """What search knows of a thing: how its hit looks, by which words it is found, what the hit may show."""
    yield f"{document.kind}: {document.title} [{document.note}] {document.region}".rstrip()
    yield from (f"  {name}: {text}" for name, text in document.words)
    yield from (f"  > #{one.anchor} {one.heading}: {one.text}" for one in document.passages)
    yield from (f"  {name} = {' '.join(ids)}" for name, ids in document.facets.items())


def _head(page: Page) -> str:
    told = [f"{name}: {value}" for name, value in page.meta.items() if name != "head"]
    return "\n".join([*told, f"edit: {page.edit}"] if page.edit else told)


def _sheets(raw: bytes) -> Iterator[str]:
    """Every sheet, cell by cell under its column's head; numbers are told from texts."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    about = book.properties
    yield f"title: {about.title}; comments: {about.description}; created: {about.created}"
    for sheet in book.worksheets:
        rows = [*sheet.iter_rows()]
        heads = [str(cell.value or "") for cell in rows[0]]
        setup = f"frozen at {sheet.freeze_panes}, filter {sheet.auto_filter.ref}"
        page = f"{sheet.page_setup.orientation}, paper {sheet.page_setup.paperSize}"
        yield f"sheet {sheet.title}: {setup}, {page}, heads repeat {sheet.print_title_rows}"
        for column, head in enumerate(heads, 1):
            width = sheet.column_dimensions[get_column_letter(column)].width
            bold, wraps = sheet.cell(1, column).font.bold, sheet.cell(2, column).alignment.wrap_text
            yield f"  column {head}: {round(width)} wide{', bold' * bold}{', wraps' * bool(wraps)}"
        for line, row in enumerate(rows[1:], 2):
            yield f"  row {line}, {sheet.row_dimensions[line].height or 15} high:"
            for head, cell in zip(heads, row, strict=True):
                if cell.value is not None:
                    shown = f"“{cell.value}”" if isinstance(cell.value, str) else cell.value
                    yield f"    {head}: {shown}"


def _zipped(raw: bytes) -> Iterator[str]:
    """The names of the files, and what those say that are nowhere else."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for entry in archive.infolist():
            yield f"{entry.filename} {entry.date_time[:3]}"
        yield archive.read("tyokykymallit/lueminut.txt").decode()


def _columns(raw: bytes) -> Iterator[str]:
    """The columns with their types, and how many rows there are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "taulukko.parquet")
        path.write_bytes(raw)
        read = duckdb.read_parquet(str(path))
        told = zip(read.columns, read.types, strict=True)
        yield ", ".join(f"{name} {kind}" for name, kind in told)
        yield f"{len(read)} rows"


OF_BYTES = {"workbook": _sheets, "zip": _zipped, "parquet": _columns}
