"""A version of the data is made twice with changes between: it stays as it was, and tells what has changed since."""

from __future__ import annotations

import datetime
import json
import posixpath
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from built import ROOT
from catalogue.commands.main import main
from catalogue.edition import versions
from catalogue.facts import Build, Facts, Version
from catalogue.load import assemble, checked
from catalogue.releases.changed import cell_changes
from catalogue.releases.frozen import BUDGET, fitting, frozen_page, next_name, read
from catalogue.site.pages.versions import MOST, versions_view
from catalogue.site.parts.names import name_of
from catalogue.site.render import Renderer
from catalogue.site.sitemap import pages
from pages.cases import files_of
from pages.ended import ended
from pages.harness import LINKS, TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue

DAY = datetime.date(2025, 3, 14)


def changed(files: dict[str, bytes]) -> dict[str, bytes]:
    """A wrong number mended, a number read from another place, a model gone, a text and a small number changed."""
    made = dict(files)
    name = "koivula/valmennus.yml"
    text = made[name].decode()
    text = text.replace("count: 18, of: 20", "count: 17, of: 20").replace(
        "{indicator: henkilot, count: 3, period: 2022, population: ammattilaiset, "
        "sources: [{id: koivulan-raportti, at: luku 4}]}",
        "{indicator: henkilot, count: 4, period: 2022, population: ammattilaiset, "
        "sources: [{id: koivulan-raportti, at: luku 4.2}]}",
    )
    made[name] = text.replace("Kerho oli mukana.", "Kerho oli mukana alusta.").encode()
    made["corrections/uudet.yml"] = (
        "tyytyvaiset: {of: result, id: koivula/valmennus/tyytyvaiset, date: 2025-08-30, "
        "why: our_mistake, text: Rivi oli luettu väärin.}\n"
        "henkilot: {of: result, id: koivula/valmennus/henkilot, date: 2025-08-30, why: new_rule, "
        "text: Henkilöt lasketaan kerran.}\n"
    ).encode()
    return made


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The data before and after, as folders."""
    root = tmp_path_factory.mktemp("data")
    before = {name: raw for name, raw in files_of().items() if name != LINKS}
    for side, files in (("before", before), ("after", changed(before))):
        for name, raw in files.items():
            path = root / side / "models" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
    return root / "before" / "models", root / "after" / "models"


@pytest.fixture(scope="module")
def out(site: Path, folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of versions after two of them were made."""
    before, after = folders
    made = tmp_path_factory.mktemp("versiot")
    assert (
        main(["release", str(site), str(made), "--models", str(before), "--day", "2025-03-14"]) == 0
    )
    second = ["release", str(site), str(made), "--models", str(after), "--before", str(before)]
    assert main([*second, "--day", "2025-09-01"]) == 0
    return made


def test_second_version_tells_each_cell_with_its_reason(out: Path) -> None:
    newest, first = read(out)
    assert (newest.name, first.name, first.changes) == ("2025.2", "2025.1", ())
    told = {(one["kind"], one["id"], one["field"]): one for one in newest.changes}
    mended = told["result", "koivula/valmennus/tyytyvaiset", "Tyytyväiset"]
    assert mended["reason"] == "our_mistake"
    assert "18 / 20" in mended["before"] and "17 / 20" in mended["after"]
    (reread,) = (one for one in newest.changes if one["id"] == "koivula/valmennus/henkilot")
    assert (reread["reason"], reread["told"]) == ("new_rule", "Henkilöt lasketaan kerran.")
    assert reread["reason_in_finnish"] == "luettelon sääntö muuttui"
    assert mended["told"] == "Rivi oli luettu väärin."
    assert {one["told"] for one in newest.changes if one["reason"] == "new"} <= {""}
    assert any("Kerho oli mukana alusta." in one["after"] for one in newest.changes)


def test_earlier_text_of_a_model_that_hides_a_number_is_not_told(out: Path) -> None:
    newest, _ = read(out)
    texts = [one for one in newest.changes if one["kind"] == "model" and one["field"]]
    assert texts
    assert all("Kerho oli mukana." not in one["before"] for one in texts)


def test_notes_are_in_finnish_and_count_by_reason(out: Path) -> None:
    assert "Ensimmäinen julkaistu versio." in (out / "2025.1.md").read_text(encoding="utf-8")
    notes = (out / "2025.2.md").read_text(encoding="utf-8")
    assert "1.9.2025" in notes and "### Oma virheemme korjattiin" in notes
    assert "(Rivi oli luettu väärin.)" in notes and "### Luettelon sääntö muuttui" in notes


def test_frozen_pages_hold_their_own_styles_and_lead_to_today(out: Path, site: Path) -> None:
    with zipfile.ZipFile(out / "2025.1.zip") as archive:
        names = set(archive.namelist())
        page = archive.read("mallit/koivula/valmennus/index.html").decode()
    assert "Tämä on jäädytetty versio 2025.1 (14.3.2025)." in page
    assert 'href="../../../../../mallit/koivula/valmennus/">Katso nykyinen sivu' in page
    assert '<meta name="robots" content="noindex">' in page
    live = set()
    for address in re.findall(r'(?:href|src)="(\.\./[^"#?]*)', page):
        parts = address.split("../")
        depth, rest = len(parts) - 1, parts[-1]
        if depth <= 3:  # stays in the version
            there = posixpath.normpath(f"mallit/koivula/valmennus/{address}")
            assert {there, f"{there}/index.html"} & names, address
        else:
            assert depth == 5, address
            live.add(rest)
            now = site / rest
            assert now.is_file() or (now / "index.html").is_file() or rest.startswith("versiot")
    assert "alueet/koivula/" in live
    assert not any(name.startswith(("haku/", "avoin-data/parquet/", "alueet/")) for name in names)
    assert "vertailu/omat/mallit.zlib" in names  # the reader's own choice, with its data


def test_address_of_a_choice_is_tied_to_what_the_version_keeps(out: Path, site: Path) -> None:
    script = (ROOT / "content" / "assets" / "release.js").read_text(encoding="utf-8")
    (written,) = re.findall(r"FROZEN =\s+/(.*)/;", script)
    ours = re.compile(written.replace(r"\/", "/"))
    with zipfile.ZipFile(out / "2025.1.zip") as archive:
        kept = {name for name in archive.namelist() if name.endswith("index.html")}
        assert b"data-searched" not in archive.read("mallit/index.html")
    pages = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert {page for page in pages if ours.match(page.removesuffix("index.html"))} == kept


def test_data_that_changed_since_a_version_are_not_tied_to_it(out: Path) -> None:
    build = Build(TODAY, "0123456789ab", release="2025.2", versions=versions(out))
    assert build.is_kept
    assert not replace(build, as_released=False).is_kept
    assert not replace(build, release="2025.3").is_kept


def test_page_of_versions_says_how_much_has_changed_since_each(out: Path) -> None:
    source = sorted((name, raw) for name, raw in files_of().items() if name != LINKS)
    catalogue = checked(*assemble("models", source))
    build = Build(TODAY, "0123456789ab", release="2025.2", versions=versions(out))
    facts = Facts(catalogue, build)
    view = versions_view(facts)
    assert [(one.name, one.later) for one in view.versions] == [
        ("2025.2", 0),
        ("2025.1", len(read(out)[0].changes)),
    ]
    assert any(cell.why == "oma virheemme korjattiin" for cell in view.versions[0].cells)
    (page,) = (one for one in pages(facts) if one.path == "versiot/")
    html = ended(Renderer(ROOT / "overrides" / "catalogue", build).html(page))
    before, after = r"<td>[^<]*18\s/\s20[^<]*</td>", r"<td>[^<]*17\s/\s20[^<]*</td>"
    assert re.search(rf"Ennen\s*</th>\s*<th scope=\"col\">Nyt.*{before}\s*{after}", html, re.DOTALL)


def test_page_shows_the_first_changes_of_a_long_version_and_counts_the_rest(
    catalogue: Catalogue,
) -> None:
    cell = {"kind": "model", "id": "koivula/valmennus", "field": "", "before": "", "after": ""}
    told = {**cell, "reason": "new", "reason_in_finnish": "uusi tieto", "told": ""}
    versions = (Version("2025.1", DAY, (told,) * (MOST + 2)),)
    build = Build(TODAY, "0123456789ab", release="2025.1", versions=versions)
    (page,) = (one for one in pages(Facts(catalogue, build)) if one.path == "versiot/")
    html = Renderer(ROOT / "overrides" / "catalogue", build).html(page)
    assert html.count("uusi tieto") == MOST
    assert "… ja 2 muuta muutosta" in html
    assert "Sivuston tiedot ovat nyt versio 2025.1." in html and "uudempia" not in html
    few = replace(build, versions=(replace(versions[0], changes=(told,) * MOST),))
    (page,) = (one for one in pages(Facts(catalogue, few)) if one.path == "versiot/")
    assert "muuta muutosta" not in Renderer(ROOT / "overrides" / "catalogue", few).html(page)


def test_same_site_freezes_to_the_same_bytes_and_weighs_little(
    out: Path, site: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    arguments = ["release", str(site), str(tmp_path), "--models", str(folders[0])]
    assert main([*arguments, "--day", "2025-03-14"]) == 0
    assert (tmp_path / "2025.1.zip").read_bytes() == (out / "2025.1.zip").read_bytes()
    assert (tmp_path / "2025.1.zip").stat().st_size < 2_000_000


def test_newest_versions_stay_on_the_site_while_they_fit(out: Path) -> None:
    found = read(out)
    assert fitting(found, BUDGET) == found
    assert [one.name for one in fitting(found, found[0].size)] == ["2025.2"]
    assert [one.on_site for one in versions(out)] == [True, True]


def test_names_go_on_within_a_year_and_begin_anew() -> None:
    assert next_name([], DAY) == "2025.1"
    assert next_name(["2024.7", "2025.1", "2025.10"], DAY) == "2025.11"


def test_citation_names_the_version_and_what_came_after_it() -> None:
    build = Build(TODAY, "0123456789ab", release="2025.1")
    assert build.version == "2025.1"
    assert Build(TODAY, "0123456789ab", release="2025.1", as_released=False).version == (
        "2025.1+0123456789ab"
    )
    assert Build(TODAY, "0123456789ab").version == "0123456789ab"


def test_nothing_changed_tells_nothing() -> None:
    source = sorted((name, raw) for name, raw in files_of().items() if name != LINKS)
    catalogue = checked(*assemble("models", source))
    assert cell_changes(catalogue, catalogue) == []
    assert json.dumps(cell_changes(catalogue, catalogue)) == "[]"


def test_addresses_to_elsewhere_stay_in_a_frozen_page() -> None:
    html = '<title>x</title><article><a href="https://a.fi/">a</a><a href="#b">b</a></article>'
    made = frozen_page("mallit/a/b/index.html", html, {}, "2025.1", DAY)
    assert 'href="https://a.fi/"' in made and 'href="#b"' in made


def test_contradiction_is_called_by_what_is_known_not_by_what_is_claimed() -> None:
    catalogue = checked(
        *assemble("models", sorted((n, r) for n, r in files_of().items() if n != LINKS))
    )
    facts = Facts(catalogue, Build(TODAY))
    assert catalogue.discrepancies
    for key, record in catalogue.discrepancies.items():
        assert (
            name_of(facts, "discrepancy", key) == str(record.data.known) != str(record.data.claim)
        )
