"""The open data: every file says what the API says, and is what its description promises."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from apischema import contract, faults_of
from catalogue.api.columns import columns
from catalogue.api.made import comparability, result
from catalogue.api.openapi import LISTS, components, schema_of_file
from catalogue.facts import Facts
from catalogue.files import comparisons
from catalogue.files.all import files
from catalogue.files.sheets import sheets
from catalogue.files.tables import QUIET, calm
from catalogue.load import assemble, checked
from catalogue.site.comparison.page import comparison_view
from pages.cases import files_of
from pages.harness import LINKS, TODAY

if TYPE_CHECKING:
    from catalogue.records import Catalogue

from catalogue.facts import Build

BUILD = Build(TODAY, "0123456789ab", "https://mallit.esimerkki.fi/", release="2025.1")
FROZEN = Path(__file__).parents[1] / "api-v1.json"
API, OPEN = "api/v1/", "avoin-data/"


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return Facts(catalogue, BUILD)


@pytest.fixture(scope="module")
def made(facts: Facts) -> dict[str, bytes]:
    return {
        address: content if isinstance(content, bytes) else content.encode()
        for address, content in files(facts)
    }


def rows_of(made: dict[str, bytes], address: str) -> Any:
    return json.loads(made[address])


def test_version_1_is_frozen() -> None:
    """A field may be added (and is then written here); none goes, and none changes its type."""
    assert contract() == json.loads(FROZEN.read_text(encoding="utf-8"))


def test_every_file_of_the_api_is_as_its_document_says(made: dict[str, bytes]) -> None:
    names = [name.removeprefix(API) for name in made if name.startswith(API)]
    told = [name for name in names if name.endswith(".json") and name != "openapi.json"]
    assert len(told) > 30
    for name in told:
        assert faults_of(name, rows_of(made, API + name)) == [], name


def test_a_row_that_is_not_as_the_document_says_is_told(made: dict[str, bytes]) -> None:
    rows = rows_of(made, f"{API}results.json")
    spoiled = [
        {**rows[0], "value": "26,7"},
        {**rows[1], "uusi": 1},
        dict(list(rows[2].items())[1:]),
    ]
    assert len(faults_of("results.json", spoiled)) == 3


def test_document_names_every_file_and_its_schemas_are_sound(made: dict[str, bytes]) -> None:
    from jsonschema import Draft202012Validator  # slow to load, as frictionless below is

    document = rows_of(made, f"{API}openapi.json")
    assert document["openapi"].startswith("3.1") and document["servers"][0]["url"].endswith("/v1")
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    assert document["components"]["schemas"] == components()
    plain = {path for path in document["paths"] if "{" not in path}
    there = {
        f"/{name.removeprefix(API)}"
        for name in made
        if name.startswith(API) and "/" not in name.removeprefix(API)
    }
    assert there - {"/openapi.json"} <= plain
    assert (
        schema_of_file("models/a/b.json")
        == (
            document["paths"]["/models/{region}/{model}.json"]["get"]["responses"]["200"][
                "content"
            ]["application/json"]["schema"]
        )
    )


@pytest.mark.parametrize("name", [*LISTS, "comparability"])
def test_machine_csv_says_what_the_api_says(
    made: dict[str, bytes], facts: Facts, name: str
) -> None:
    text = made[f"{OPEN}csv/{name}.csv"].decode()
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    pairs = name == "comparability"  # a table of its own
    shown = columns("PairRow" if pairs else LISTS[name][0])
    rows = [*comparability(facts)] if pairs else rows_of(made, f"{API}{name}.json")
    assert [list(row) for row in read[:1]] == [[one.name for one in shown]] * min(1, len(rows))
    for row, told in zip(rows, read, strict=True):
        for one in shown:
            assert told[one.name].removeprefix("'") == _cell(one.cell(row)).removeprefix("'")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_parquet_says_what_the_api_says_and_a_region_is_a_file(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    read = 0
    for address, raw in made.items():
        if not address.endswith(".parquet"):
            continue
        path = tmp_path / "x.parquet"
        path.write_bytes(raw)
        table = duckdb.read_parquet(str(path))
        name = address.removeprefix(f"{OPEN}parquet/").removesuffix(".parquet").split("/")
        region = name[1].removeprefix("region=") if len(name) == 3 else ""
        if name[0] == "comparability":
            continue
        rows = [
            row
            for row in rows_of(made, f"{API}{name[0]}.json")
            if not region or row["region"] == region
        ]
        told = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
        assert len(told) == len(rows), address
        for one in columns(LISTS[name[0]][0]):
            if not one.many:
                assert [row[one.name] for row in told] == [row[one.name] for row in rows]
        read += len(rows)
    assert read > 100


def test_data_package_is_valid_and_its_references_hold(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    import frictionless

    for address, raw in made.items():
        if address.startswith(OPEN):
            (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / address).write_bytes(raw)
    package = tmp_path / OPEN / "datapackage.json"
    report = frictionless.validate(str(package))
    assert report.valid, report.flatten(["name", "fieldName", "message"])
    described = json.loads(package.read_text(encoding="utf-8"))
    assert len(described["resources"]) == len(LISTS) + 1
    assert {one["name"] for one in described["resources"] if one["schema"]["foreignKeys"]} >= {
        "models",
        "results",
    }
    broken = tmp_path / OPEN / "csv" / "results.csv"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("koivula/valmennus,koivula", "koivula/poissa,koivula", 1))
    assert not frictionless.validate(str(package)).valid


def test_missing_values_are_labelled_in_one_table(made: dict[str, bytes]) -> None:
    table = {row["id"]: row for row in rows_of(made, f"{API}missing.json")}
    assert {key: row["sdmx_obs_status"] for key, row in table.items()} == {
        "not_tried": "M",
        "not_measured": "L",
        "not_published": "O",
        "suppressed": "Q",
    }
    results = next(
        one
        for one in rows_of(made, f"{OPEN}datapackage.json")["resources"]
        if one["name"] == "results"
    )
    fields = {one["name"]: one for one in results["schema"]["fields"]}
    may_miss = ["value", "low", "high", "baseline"]
    assert {name for name, one in fields.items() if "missingValues" in one} == {*may_miss}
    assert {one["value"] for one in fields["missing"]["categories"]} == table.keys()
    labels = {one["value"]: one["label"] for one in fields["value"]["missingValues"]}
    assert {key: row["name"] for key, row in table.items()} == {
        key: label for key, label in labels.items() if key
    }
    assert [one["value"] for one in fields["missing"]["categories"]] == list(table)


def test_csvw_tells_every_column_of_every_file(made: dict[str, bytes]) -> None:
    told = rows_of(made, f"{OPEN}csv/csv-metadata.json")
    assert told["@context"][0] == "http://www.w3.org/ns/csvw"
    names = {one["url"] for one in told["tables"]}
    for table in told["tables"]:
        head = made[f"{OPEN}csv/{table['url']}"].decode().partition("\r\n")[0]
        assert [one["titles"] for one in table["tableSchema"]["columns"]] == head.split(",")
        assert {
            one["reference"]["resource"] for one in table["tableSchema"]["foreignKeys"]
        } <= names


def test_excel_twin_is_the_workbook_for_a_finnish_excel(
    made: dict[str, bytes], facts: Facts
) -> None:
    results = {key: result(facts, figure) for key, figure in facts.figures.items()}
    for sheet in [*sheets(facts, results)][1:]:
        name = sheet.name.lower().replace(" ", "-")
        raw = made[f"{OPEN}excel/{name}.csv"]
        assert raw.startswith(b"\xef\xbb\xbf") and b";" in raw
        head, *lines = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
        assert head == [title for title, _ in sheet.heads]
        for row, line in zip(sheet.rows, lines, strict=True):
            for value, cell in zip(row, line, strict=True):
                if isinstance(value, float):
                    assert cell == str(value).replace(".", ",")
                elif value is not None:
                    assert cell.lstrip(QUIET + "'") == str(value).lstrip("'")


CONVERTED = (
    "1/2 · 9/2024 · 2024-09 · 2024-09-01 · 3.4 · 24.2 · 020 · 12 % · 5 € · 1e5 · 9:30 · tosi · EPÄTOSI"
    " · syyskuu 2024 · tammi · 1. maalis · -5 % · 1 000 000"
)
LEFT = (
    "2024 · 0 · 4.11.2024 · 8/37 (21,6 %) · 8/2023–9/2024 · kesäkuussa 2024 · Pohjanmaa · maalainen"
    " · 3 valmentajaa · luku 2.3"
)


@pytest.mark.parametrize("text", CONVERTED.split(" · "))
def test_text_that_excel_would_convert_is_kept(text: str) -> None:
    assert calm(text) in (QUIET + text, f"{QUIET}'{text}")


@pytest.mark.parametrize("text", LEFT.split(" · "))
def test_text_that_excel_leaves_alone_is_left_alone(text: str) -> None:
    assert calm(text) == text


def test_formula_is_defused_in_both(tmp_path: Path) -> None:
    assert calm("=1+2") == "'=1+2"
    assert calm("@SUMMA(A1)") == "'@SUMMA(A1)"


def test_two_columns_of_one_label_stay_two(facts: Facts) -> None:
    source = {name: raw for name, raw in files_of().items() if name != LINKS}
    page = source["comparisons/valmennukset.yml"].decode()
    first = page.index("  - {indicator: tyollistyneet")
    about = "about: {population: vastanneet, programme: kokeiluohjelma}"
    twin = f"  - {{indicator: tyytyvaiset, label: Työllistyi, {about}}}\n"
    source["comparisons/valmennukset.yml"] = (page[:first] + twin + page[first:]).encode()
    catalogue = checked(*assemble("models", sorted(source.items())))
    other = Facts(catalogue, BUILD)
    view = comparison_view(other, catalogue.comparisons["valmennukset"])
    names = comparisons.labels(view)
    assert len(set(names)) == len(names)
    assert [name for name in names if name.startswith("Työllistyi")][:2] == [
        "Työllistyi (Tyytyväiset)",
        "Työllistyi (Työllistyneet)",
    ]
    table = comparisons.table_of(other, view, ids=True)
    assert len(set(table.heads)) == len(table.heads) == len(table.rows[0])
    row = next(row for row in table.named() if row["otsikko"] != "" or row["ryhmä"] == "vertautuu")
    assert (
        row["Työllistyi (Tyytyväiset): osoittaja"] != row["Työllistyi (Työllistyneet): osoittaja"]
    )


def test_zip_holds_every_table_once_and_opens_offline_with_its_sums_and_licence(
    made: dict[str, bytes], facts: Facts
) -> None:
    with zipfile.ZipFile(io.BytesIO(made[f"{OPEN}tyokykymallit.zip"])) as archive:
        inside = {
            name.removeprefix("tyokykymallit/"): archive.read(name) for name in archive.namelist()
        }
    sums = {}
    for line in inside["tarkistussummat.txt"].decode().splitlines():
        told, _, name = line.partition("  ")
        sums[name] = told
    assert sums.keys() == inside.keys() - {"tarkistussummat.txt"}
    for name, told in sums.items():
        assert sha256(inside[name]).hexdigest() == told
    outside = {
        name.removeprefix(OPEN): raw
        for name, raw in made.items()
        if name.startswith(OPEN) and not name.endswith(".zip") and "/dcat." not in name
    }
    names = [sheet.name.lower().replace(" ", "-") for sheet in sheets(facts, {})][1:]
    twins = {f"excel/{name}.csv" for name in names}  # of sheets of the workbook
    twins |= {name for name in outside if name.startswith("parquet/")}  # of CSV files
    assert outside.keys() - inside.keys() == twins
    assert all(raw == outside.get(name, raw) for name, raw in inside.items())
    assert {"lueminut.txt", "lisenssi.txt"} <= inside.keys()
    assert "Tietojen versio: 2025.1" in inside["lueminut.txt"].decode()


def test_index_lists_every_file_with_its_size_and_sum(made: dict[str, bytes]) -> None:
    index = rows_of(made, f"{API}index.json")
    listed = {entry["path"]: entry for entry in index["files"]}
    wanted = {
        name
        for name in made
        if name.startswith((API, OPEN, "versiot/")) and name != f"{API}index.json"
    }
    assert listed.keys() == wanted
    for name, entry in listed.items():
        assert (entry["bytes"], entry["sha256"]) == (
            len(made[name]),
            sha256(made[name]).hexdigest(),
        )


def test_same_data_gives_the_same_bytes(made: dict[str, bytes], facts: Facts) -> None:
    again = {
        address: content if isinstance(content, bytes) else content.encode()
        for address, content in files(Facts(facts.catalogue, BUILD))
    }
    assert [name for name, raw in made.items() if again[name] != raw] == []


def test_a_long_comparison_on_a_page_of_its_own_leads_to_the_whole(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {address: str(text) for address, text in comparisons.files(facts)}
    monkeypatch.setattr(comparisons, "LARGEST_ALONE", 1_000)
    address = "avoin-data/html/valmennukset.html"
    cut = {address: str(text) for address, text in comparisons.files(facts)}[address]
    every, shown = (text.count("<tr><td>") for text in (whole[address], cut))
    assert 0 < shown < every
    assert f"Tässä {shown} / {every} riviä." in cut and "Tässä" not in whole[address]
    assert '<a href="https://mallit.esimerkki.fi/avoin-data/csv/vertailut/valmennukset.csv"' in cut
