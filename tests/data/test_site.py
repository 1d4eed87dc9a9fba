"""The built site as files: what it holds, that it can be built again, and that pages and the static API say the same."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from apischema import faults_of
from built import ROOT, files
from catalogue.finnish.formats import number

if TYPE_CHECKING:
    from catalogue.records import Catalogue

LINK = re.compile(r'<a\s[^>]*?href="([^"]*)"')
EDIT = re.compile(r'<a href="([^"]*)" rel="edit"')
ROW = re.compile(r'<tr[^>]* id="(tulos-[^"]+)"[^>]*>(.*?)(?=<tr|</table>)', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
REFRESH = 'http-equiv="refresh"'
MAX_CLICKS = 3

NUMBERS = {"numerator", "denominator", "value", "baseline", "n", "low", "high", "reported"}
LISTS = (
    "mentions",
    "regions",
    "types",
    "programmes",
    "indicators",
    "instruments",
    "sources",
    "terms",
    "discrepancies",
)


def pages(site: Path) -> dict[str, str]:
    """Address from the root and HTML of every page, without the pages that only lead to another."""
    found = {}
    for name, path in files(site).items():
        if name.endswith("index.html"):
            html = path.read_text(encoding="utf-8")
            if REFRESH not in html:
                found[name.removesuffix("index.html")] = html
    return found


@pytest.fixture(scope="module")
def html(site: Path) -> dict[str, str]:
    return pages(site)


@pytest.mark.parametrize("path", ["mallit/", "ristiriidat/", "lahteet/"])
def test_a_list_of_the_real_catalogue_is_whole_and_can_be_filtered(
    html: dict[str, str], path: str
) -> None:
    assert f"{path}sivu/2/" not in html
    assert "<select" in html[path]


def test_every_real_list_is_whole_on_its_page(html: dict[str, str]) -> None:
    """One that is cut needs lighter entries or a larger limit in `site/paging.py`: readers of today see it whole."""
    assert [page for page in html if "/sivu/" in page] == []


@pytest.fixture(scope="module")
def api(site: Path) -> dict[str, Any]:
    """Every JSON file directly under `/api/v1/` by its name."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in (site / "api" / "v1").glob("*.json")
    }


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mallit/",
        "alueet/",
        "tyypit/",
        "vertailu/",
        "aukot/",
        "ohjelmat/",
        "mittarit/",
        "lahteet/",
        "ristiriidat/",
        "sanasto/",
        "avoin-data/",
        "osallistu/",
        "osallistu/kentat/",
        "saavutettavuus/",
    ],
)
def test_page_stands_at_the_address_of_the_design(html: dict[str, str], address: str) -> None:
    assert address in html


def test_every_record_has_its_page(html: dict[str, str], catalogue: Catalogue) -> None:
    wanted = {
        *(f"mallit/{key}/" for key in catalogue.models),
        *(f"alueet/{key}/" for key in catalogue.profiles),
        *(f"tyypit/{key}/" for key in catalogue.types),
        *(f"ohjelmat/{key}/" for key in catalogue.programmes),
        *(f"mittarit/{key}/" for key in catalogue.indicators),
        *(f"lahteet/{key}/" for key in catalogue.sources),
        *(f"vertailu/{key}/" for key in catalogue.comparisons),
    }
    assert wanted - set(html) == set()


def test_every_page_is_reached_from_the_front_page_in_three_clicks(html: dict[str, str]) -> None:
    distance, waiting = {"": 0}, [""]
    for page in waiting:
        for address in LINK.findall(html[page]):
            target = unquote(
                urlsplit(urljoin(f"https://site.invalid/{page}", address)).path
            ).lstrip("/")
            if address.startswith(("http:", "https:")) or target in distance or target not in html:
                continue
            distance[target] = distance[page] + 1
            waiting.append(target)
    assert {page for page in html if distance.get(page, 99) > MAX_CLICKS} == set()


def test_edit_link_leads_to_a_file_that_is_there(html: dict[str, str]) -> None:
    told = [(page, address) for page, text in html.items() for address in EDIT.findall(text)]
    assert len(told) > len(html) / 2
    for page, address in told:
        path = address.partition("/edit/main/")[2]
        assert (ROOT / path).is_file(), f"{page}: {address}"


def test_edit_link_of_a_model_leads_to_its_yaml(html: dict[str, str], catalogue: Catalogue) -> None:
    for key in catalogue.models:
        assert EDIT.findall(html[f"mallit/{key}/"])[0].endswith(f"/edit/main/models/{key}.yml")


def test_history_of_a_model_is_that_of_its_yaml(html: dict[str, str], catalogue: Catalogue) -> None:
    for key in catalogue.models:
        assert re.search(
            rf'href="[^"]*/commits/main/models/{key}\.yml">Muutoshistoria<', html[f"mallit/{key}/"]
        ), key


def test_every_page_states_the_licence_and_the_version(html: dict[str, str]) -> None:
    for page, text in html.items():
        assert 'rel="license"' in text and "Tietojen versio" in text, page


def test_page_speaks_finnish_and_asks_nothing_of_a_third_party(html: dict[str, str]) -> None:
    loaded = re.compile(
        r'<(?:script|link|img|iframe|source|video)[^>]+(?:src|href)="((?:https?:)?//[^"]+)"'
    )
    for page, text in html.items():
        assert '<html lang="fi"' in text, page
        assert set(loaded.findall(text)) <= set(canonical(text)), page


def canonical(text: str) -> list[str]:
    return re.findall(
        r'<link rel="(?:canonical|prev|next|alternate)"(?: property="og:url")? href="([^"]+)"', text
    )


def test_every_file_of_the_api_is_as_its_document_says(site: Path) -> None:
    root = site / "api" / "v1"
    paths = [*root.rglob("*.json")]
    assert len(paths) > 100
    for path in paths:
        name = path.relative_to(root).as_posix()
        if name != "openapi.json":
            faults = faults_of(name, json.loads(path.read_text(encoding="utf-8")))
            assert faults == [], name


def test_mentions_lead_to_their_place(api: dict[str, Any], html: dict[str, str]) -> None:
    for row in api["mentions"]:
        path, anchor = row["url"].split("/tyokykymallit/", 1)[1].split("#")
        assert f'id="{anchor}"' in html[path], row["url"]
        assert row["id"] == f"{row['model']}#{anchor.removeprefix('maininta-')}"


@pytest.mark.parametrize("name", ["results", "models", "mentions", "discrepancies"])
def test_field_has_one_type_always(api: dict[str, Any], name: str) -> None:
    types = defaultdict(set)
    for row in api[name]:
        for field, value in row.items():
            if value is not None:
                types[field].add(
                    "number"
                    if field in NUMBERS and isinstance(value, int | float)
                    else type(value).__name__
                )
    assert {field: found for field, found in types.items() if len(found) > 1} == {}


def test_index_lists_every_file_and_counts_right(
    api: dict[str, Any], site: Path, catalogue: Catalogue
) -> None:
    index = api["index"]
    assert index["version"] == 1 and index["build_date"] == "2026-12-01"
    assert index["counts"]["models"] == len(catalogue.models) == len(api["models"])
    assert index["counts"]["results"] == len(catalogue.results) == len(api["results"])
    listed = {entry["path"]: entry for entry in index["files"]}
    there = {
        path.relative_to(site).as_posix(): path
        for folder in ("api/v1", "avoin-data", "versiot")
        for path in (site / folder).rglob("*")
        if path.is_file() and path.name != "index.html"
    }
    del there["api/v1/index.json"]
    assert listed.keys() == there.keys()
    for name, path in there.items():
        raw = path.read_bytes()
        assert (listed[name]["bytes"], listed[name]["sha256"]) == (
            len(raw),
            hashlib.sha256(raw).hexdigest(),
        ), name


def written(value: object) -> str:
    """How a value stands in the CSV file: nothing for null, true and false as in JSON."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "|".join(f"{one['id']}, {one['at']}" for one in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_csv_says_the_same_as_json(site: Path, api: dict[str, Any]) -> None:
    text = (site / "avoin-data" / "csv" / "results.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows == [{key: written(value) for key, value in row.items()} for row in api["results"]]


def test_every_model_has_its_file(site: Path, api: dict[str, Any]) -> None:
    for row in api["models"]:
        whole = json.loads(
            (site / "api" / "v1" / "models" / f"{row['id']}.json").read_text(encoding="utf-8")
        )
        assert {name: whole[name] for name in row} == row
        told = [one for one in api["results"] if one["model"] == row["id"]]
        assert [one["indicator"] for one in told] == [
            one["indicator"] for one in whole["written"].get("results", ())
        ]
        for figures, one in zip(whole["results"], told, strict=True):
            assert figures == {name: one[name] for name in figures} and "value" in figures


def test_every_figure_on_a_model_page_is_in_the_api_and_the_reverse(
    html: dict[str, str], api: dict[str, Any]
) -> None:
    shown = {
        (page, anchor): TAG.sub(" ", body)
        for page, text in html.items()
        if page.startswith("mallit/")
        for anchor, body in ROW.findall(text)
    }
    told = {}
    for row in api["results"]:
        path, anchor = row["url"].split("/mallit/", 1)[1].split("#")
        told[f"mallit/{path}", anchor] = row
    assert set(shown) == set(told)
    for place, row in told.items():
        for text in numbers(row):
            assert text in shown[place], f"{place}: {text} not in {shown[place]}"


def numbers(row: dict[str, Any]) -> list[str]:
    """How the page must print the numbers of a result."""
    wanted = (
        ["numerator", "denominator", "baseline"]
        if row["numerator"] is not None
        else ["value", "baseline", "low", "high"]
    )
    return [
        number(Decimal(str(row[field]))).lstrip("\u2212")
        for field in wanted
        if row[field] is not None
    ]


def test_addresses_in_the_api_are_addresses_of_the_site(
    api: dict[str, Any], html: dict[str, str]
) -> None:
    for row in (*api["results"], *api["models"]):
        path = urlsplit(row["url"]).path.partition("/tyokykymallit/")[2]
        assert path in html, row["url"]


def test_address_of_a_page_is_lower_case_ascii(html: dict[str, str]) -> None:
    assert [
        page
        for page in html
        if not re.fullmatch(r"[a-z0-9/-]*", str(PurePosixPath(page)).replace(".", ""))
    ] == []
