"""What was once published is found for ever: renames and a deletion, followed through pages, anchors and files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from browsing import visiting
from built import ROOT
from catalogue.commands.main import main
from catalogue.facts import Build, Facts
from catalogue.files.all import files as files_beside
from catalogue.linkcheck.lasting import anchors_linked_to, lost
from catalogue.load import assemble, checked
from catalogue.permanence.register import grown, of_text, present
from catalogue.permanence.where import Where
from catalogue.records import Published
from catalogue.site.parts import addresses
from catalogue.site.render import Renderer
from catalogue.site.sitemap import pages
from pages.cases import files_of
from pages.harness import LINKS, TODAY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Browser

    from catalogue.records import Catalogue

Files = dict[str, bytes]
BUILD = Build(TODAY, "0123456789ab", "https://mallit.esimerkki.fi/")
GRAVE = """\
kortti:
  of: model
  id: mantyla/ryhma
  name: Vertaisryhmä
  date: 2025-03-01
  reason: Ryhmä ei ollut alueen oma.
  models: [koivula/valmennus]
""".encode()


def catalogue_of(files: Mapping[str, bytes]) -> Catalogue:
    return checked(*assemble("models", sorted(files.items())))


def registered(files: Files) -> Files:
    """The files with everything that they publish in the register."""
    found = grown(catalogue_of(files))
    return files | {f"published/{name}": text.encode() for name, text in found.items()}


def renamed(files: Files) -> Files:
    """A region, a model, an indicator and a result's key under other names, and a model taken out with a word."""
    made: Files = {}
    for name, raw in files.items():
        if name == "mantyla/ryhma.yml":
            continue
        text = raw.decode()
        if not name.startswith("published/"):
            text = re.sub(r"\bkuusela\b(?=[/:\],}\n])", "kuusisto", text)
            text = re.sub(r"\bmantyla/valmennus\b", "mantyla/tyovalmennus", text)
            text = text.replace("model: mantyla/ryhma", "model: mantyla/neuvonta")
            text = re.sub(r"\basiakkaat/lehtola\b", "asiakkaat/lehtolassa", text)
            text = text.replace("key: lehtola,", "key: lehtolassa,").replace(
                "part_of: koivula/valmennus/asiakkaat, sources: [{id: koivulan-raportti, at: luku 2}]}",
                "part_of: koivula/valmennus/asiakkaat, sources: [{id: koivulan-raportti, at: luku 2}], "
                "former_ids: [koivula/valmennus/asiakkaat/lehtola]}",
            )
            text = text.replace("former_ids: [kuusikko]", "former_ids: [kuusikko, kuusela]")
            name = name.replace("kuusela/", "kuusisto/")
        if name == "mantyla/valmennus.yml":
            name, text = "mantyla/tyovalmennus.yml", f"{text}former_ids: [valmennus]\n"
        made[name] = text.encode()
    return made | {"tombstones/kortti.yml": GRAVE}


@pytest.fixture(scope="module")
def before() -> Files:
    return registered({name: raw for name, raw in files_of().items() if name != LINKS})


@pytest.fixture(scope="module")
def after(before: Files) -> Catalogue:
    return catalogue_of(renamed(before))


@pytest.fixture(scope="module")
def site_after(after: Catalogue) -> dict[str, str]:
    """Every page and file of text after the changes, by address."""
    facts, renderer = Facts(after, BUILD), Renderer(ROOT / "overrides" / "catalogue", BUILD)
    made = {page.uri: renderer.html(page) for page in pages(facts)}
    return made | {address: text for address, text in files_beside(facts) if isinstance(text, str)}


def follow(site: dict[str, str], address: str) -> tuple[str, str]:
    """The page and the anchor where a reader ends who asks for an address of the site."""
    page, _, anchor = address.partition("#")
    html = site[f"{page}index.html"]
    if 'name="robots"' not in html:
        return page, anchor
    found = re.search(r'<a href="((?:\.\./)+)([^"#]*)#?([^"]*)"', html)
    assert found, html
    assert len(found[1]) == 3 * page.count("/")
    return follow(site, f"{found[2]}#{found[3] or anchor}" if found[3] or anchor else found[2])


def test_every_address_that_was_published_leads_to_its_place(
    before: Files, site_after: dict[str, str]
) -> None:
    old = catalogue_of(before)
    asked = 0
    for entry in present(old):
        address = addresses.place_of(entry.kind, entry.id)
        if entry.kind == "region" or not address:
            continue
        page, anchor = follow(site_after, address)
        html = site_after[f"{page}index.html"]
        assert not anchor or "Poistettu: " in html or f'id="{anchor}"' in html, address
        asked += 1
    assert asked > 150


def test_renamed_region_takes_the_addresses_of_all_its_models_along(
    after: Catalogue, site_after: dict[str, str]
) -> None:
    where = Where(after)
    for model in ("ryhma", "tyopaja", "valmennus"):
        assert where.now("model", f"kuusela/{model}") == ("model", f"kuusisto/{model}")
        assert where.now("model", f"kuusikko/{model}") == ("model", f"kuusisto/{model}")
        told = json.loads(site_after[f"api/v1/models/kuusela/{model}.json"])
        assert (told["now"], told["removed"]) == (f"kuusisto/{model}", None)
    assert where.now("result", "kuusikko/valmennus/tyollistyneet") == (
        "result",
        "kuusisto/valmennus/tyollistyneet",
    )
    assert follow(site_after, "alueet/kuusikko/") == ("alueet/kuusisto/", "")


def test_renamed_result_keeps_its_anchor_and_says_its_new_id(site_after: dict[str, str]) -> None:
    page = site_after["mallit/koivula/valmennus/index.html"]
    line = re.search(
        r'<li id="tulos-asiakkaat-lehtola"\s+data-moved>.*?(?=<li|</ul>)', page, re.DOTALL
    )
    assert line and "#tulos-asiakkaat-lehtolassa" in line[0]
    told = {(one["kind"], one["id"]): one for one in json.loads(site_after["api/v1/former.json"])}
    assert told["result", "koivula/valmennus/asiakkaat/lehtola"]["now"] == (
        "koivula/valmennus/asiakkaat/lehtolassa"
    )
    # the indicator had another name long before, and the key has a new one now
    assert told["result", "koivula/valmennus/asiakasmaara/lehtola"]["now"] == (
        "koivula/valmennus/asiakkaat/lehtolassa"
    )


def test_deleted_model_leaves_a_page_and_a_file_that_say_why(site_after: dict[str, str]) -> None:
    page = site_after["mallit/mantyla/ryhma/index.html"]
    assert "Poistettu: Vertaisryhmä" in page
    assert "Ryhmä ei ollut alueen oma." in page
    assert 'href="../../../mallit/koivula/valmennus/"' in page
    told = json.loads(site_after["api/v1/models/mantyla/ryhma.json"])
    assert (told["removed"], told["now"]) == ("2025-03-01", None)


def test_register_only_grows(before: Files, after: Catalogue) -> None:
    files = grown(after)
    old = {line for name, raw in before.items() if "published/" in name for line in _lines(raw)}
    new = {line for text in files.values() for line in _lines(text.encode())}
    kept = {f"{one.kind} {one.id}" for one in after.published}
    assert old == kept
    assert "model kuusisto/valmennus" in new
    for name, text in files.items():
        known = set(_lines(before.get(f"published/{name}", b"")))
        assert known <= set(_lines(text.encode())), name
    everything = {(one.kind, one.id) for one in present(after)}
    listed = {tuple(line.split()) for line in kept | new}
    assert everything <= listed
    assert grown(catalogue_of(registered(renamed(before)))) == {}


def test_command_adds_what_is_new_and_check_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "models"
    for name, raw in files_of().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    (folder / LINKS).unlink()
    assert main(["register", str(folder), "--check"]) == 0
    told = capsys.readouterr().err
    assert "Rekisteristä puuttuu" in told
    assert "puuttuu 0 osoitetta" not in told
    assert main(["register", str(folder)]) == 0
    assert main(["register", str(folder), "--check"]) == 0
    assert "Rekisteristä puuttuu 0 osoitetta" in capsys.readouterr().err
    (folder / "mantyla" / "ryhma.yml").unlink()
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "Malli ”mantyla/ryhma” on julkaistu" in told
    assert told.count("[rekisteri]") == 1


def test_places_that_the_site_links_to_are_registered_and_missed(site: Path) -> None:
    found = anchors_linked_to(site)
    assert {"mallit/*/*/#juurtuminen", "osallistu/#virhe", "avoin-data/", "./"} <= set(found)
    assert not [one for one in found if "#tulos-" in one or "#maininta-" in one]
    kept = [Published("page", one, "models/published/pages.txt", 1) for one in found]
    assert lost(site, kept) == ()
    gone = Published("page", "mallit/*/*/#kadonnut", "models/published/pages.txt", 7)
    assert [str(problem) for problem in lost(site, [*kept, gone])] == [
        "models/published/pages.txt:7:1: Osoite mallit/*/*/#kadonnut on julkaistu, "
        "mutta rakennetulla sivustolla sitä ei enää ole. [rekisteri]"
    ]


def test_old_address_keeps_query_and_anchor_with_script_and_leads_on_without(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served, bypass_csp=False) as visit:
        page = visit.open("mallit/kuusikko/valmennus/?x=1#tulokset")
        page.wait_for_url("**/mallit/kuusela/valmennus/?x=1#tulokset")
        page = visit.open("mallit/koivula/valmennus/#tulos-asiakkaat-niemessa")
        page.wait_for_url("**#tulos-asiakkaat-niemi")
        assert visit.errors == []
    text = (
        '<noscript><meta http-equiv="refresh" content="0; url=../../../mallit/kuusela/valmennus/"'
    )
    made = dict(
        files_beside(
            Facts(catalogue_of({n: r for n, r in files_of().items() if n != LINKS}), BUILD)
        )
    )
    assert text in str(made["mallit/kuusikko/valmennus/index.html"])


def test_line_of_the_register_with_odd_bytes_is_told() -> None:
    found = of_text("models/published/x.txt", b"model a/b\nmodel \xff\xfe c\n")
    assert [entry.id for entry in found.entries] == ["a/b"]
    assert [problem.line for problem in found.problems] == [2]


def _lines(raw: bytes) -> list[str]:
    return raw.decode().splitlines()
