"""`mallit links` from end to end: runs over simulated weeks against a real server that plays the whole web as a proxy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from catalogue.commands.main import main
from catalogue.links.store import MAX_BYTES
from linkserver import Site, gone, linkserver, moved_to, ok, status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from golden import Files

REPORT = "https://www.koivula.fi/raportti".replace("https", "http")
ARCHIVE = f"http://web.archive.org/web/20240301120000/{REPORT}"
COLLECTION = "http://innokyla.fi/fi/kokonaisuus/testi"
PAGE = "http://mittarit.fi/vointi"
WEEKS = ("2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22", "2026-11-29")
FAST = ["--delay", "0", "--timeout", "1.5", "--retries", "0"]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Every address of the register, on one server that works."""
    with linkserver() as site:
        for name in (
            "https_proxy",
            "all_proxy",
            "no_proxy",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            "HTTP_PROXY",
        ):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", site.address)
        site.pages = dict.fromkeys(
            ["/raportti", f"/web/20240301120000/{REPORT}", "/fi/kokonaisuus/testi", "/vointi"], ok
        )
        yield site


@pytest.fixture
def folder(base: Files, tmp_path: Path) -> Path:
    """The shared valid catalogue with the addresses of its sources over plain HTTP, and comments to keep."""
    for name, raw in base.items():
        path = tmp_path / "models" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    sources = tmp_path / "models" / "sources" / "asiakirjat.yml"
    text = (
        sources.read_text(encoding="utf-8")
        .replace("https://", "http://")
        .replace("/web/2024/", "/web/20240301120000/")
    )
    sources.write_text(f"# Alku.\n\n{text}# Loppu.\n", encoding="utf-8")
    return tmp_path / "models"


class Runs:
    """Runs of the command, each from the state that the one before wrote."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys, self.out = folder, capsys, folder.parent / "links.json"
        self.report = folder.parent / "report.md"

    def __call__(self, day: str, *options: str, previous: str = "") -> str:
        arguments = [
            "links",
            str(self.folder),
            *FAST,
            "--previous",
            previous or str(self.out),
            "--out",
            str(self.out),
            "--report",
            str(self.report),
            "--now",
            f"{day}T04:00:00Z",
            *options,
        ]
        assert main(arguments) == 0
        return self.capsys.readouterr().out

    def __getitem__(self, url: str) -> dict[str, Any]:
        return next(
            link
            for link in json.loads(self.out.read_text(encoding="utf-8"))["links"]
            if link["url"] == url
        )

    @property
    def told(self) -> str:
        return self.report.read_text(encoding="utf-8")


@pytest.fixture
def runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> Runs:
    return Runs(folder, capsys)


def test_first_run_says_that_it_starts_anew(web: Site, runs: Runs) -> None:
    assert (
        runs(WEEKS[0])
        == "Aiempaa tilaa ei ole: aloitetaan alusta.\nTarkistettu 4 osoitetta: 4 toimii.\n"
    )
    assert runs[REPORT]["last_alive"] == "2026-11-01T04:00:00Z"
    assert runs.told == ""


def test_a_page_dies_moves_and_comes_back(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    web.pages["/raportti"] = gone
    assert "3 toimii, 1 poissa" in runs(WEEKS[1])
    assert (runs[REPORT]["verdict"], runs.told) == ("doubt", "")
    runs(WEEKS[2])
    assert runs[REPORT]["verdict"] == "dead"
    assert runs[REPORT]["last_alive"] == "2026-11-01T04:00:00Z"
    assert "## Kuolleet (1)" in runs.told
    assert "`models/sources/asiakirjat.yml:8:8`" in runs.told
    assert (
        "poissa (404); toimi viimeksi 1.11.2026; ei vastannut kunnolla 2 kertaa 8.11.2026 alkaen"
        in runs.told
    )
    assert "arkistokopio on jo tallessa" in runs.told
    runs(WEEKS[3])
    assert runs.told == ""  # told once
    web.pages["/raportti"] = ok
    web.pages["/vointi"] = moved_to("http://mittarit.fi/uusi")
    runs(WEEKS[4])
    assert "## Palanneet (1)" in runs.told
    assert "-url: http://mittarit.fi/vointi\n    +url: http://mittarit.fi/uusi" in runs.told
    assert (runs[REPORT]["verdict"], runs[REPORT]["consecutive_failures"]) == ("alive", 0)


def test_dead_page_without_a_copy_gets_a_line_of_yaml(web: Site, runs: Runs) -> None:
    web.pages["/vointi"] = status(410)
    runs(WEEKS[0])
    runs(WEEKS[1])
    assert f'archive_url: "https://web.archive.org/web/<aika>/{PAGE}"' in runs.told


def test_run_without_network_changes_nothing(
    web: Site, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(WEEKS[0])
    before = runs.out.read_bytes()
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert (
        runs(WEEKS[1]) == "Yksikään osoite ei vastannut: verkkoa ei ole, joten mitään ei muuteta.\n"
    )
    assert runs.out.read_bytes() == before
    assert runs.told == ""


def test_corrupt_previous_state_is_refused_and_the_check_starts_anew(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    runs.out.write_text(
        runs.out.read_text(encoding="utf-8").replace("works", "fine"), encoding="utf-8"
    )
    assert "Aiempaa tilaa ei käytetä: tiedosto ei ole oikeaa muotoa: kohta links.0.class" in runs(
        WEEKS[1]
    )
    assert runs[REPORT]["first_seen"] == "2026-11-08T04:00:00Z"


def test_previous_state_is_fetched_from_the_published_site(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    raw = runs.out.read_bytes()
    web.pages["/api/v1/links.json"] = lambda visit: visit.say(
        200, raw, Content_Type="application/json"
    )
    runs(WEEKS[1], previous="http://sivusto.fi/api/v1/links.json")
    assert runs[REPORT]["first_seen"] == "2026-11-01T04:00:00Z"
    web.pages["/api/v1/links.json"] = lambda visit: visit.say(200, b" " * (MAX_BYTES + 2))
    assert "liian suuri" in runs(WEEKS[2], previous="http://sivusto.fi/api/v1/links.json")


def test_site_that_was_never_published_starts_anew_but_one_out_of_reach_changes_nothing(
    web: Site, runs: Runs
) -> None:
    address = "http://sivusto.fi/api/v1/links.json"
    assert "Aiempaa tilaa ei ole: aloitetaan alusta." in runs(WEEKS[0], previous=address)
    runs.out.unlink()
    web.pages["/api/v1/links.json"] = status(503)
    assert (
        runs(WEEKS[1], previous=address)
        == "Aiempaa tilaa ei saatu (HTTPError): mitään ei muuteta.\n"
    )
    assert not runs.out.exists()
    assert (
        main(
            [
                "links",
                str(runs.folder),
                "--only-read",
                "--previous",
                address,
                "--out",
                str(runs.out),
            ]
        )
        == 1
    )


def test_only_reading_visits_nothing_and_keeps_the_state(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    before, asked = runs.out.read_bytes(), len(web.log)
    runs(WEEKS[1], "--only-read")
    assert runs.out.read_bytes() == before
    assert len(web.log) == asked


def test_address_that_left_the_register_leaves_the_state(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    sources = runs.folder / "sources" / "asiakirjat.yml"
    sources.write_text(
        sources.read_text(encoding="utf-8").replace(PAGE, PAGE + "-uusi"), encoding="utf-8"
    )
    runs(WEEKS[1], "--only-read")
    assert [link["url"] for link in json.loads(runs.out.read_text(encoding="utf-8"))["links"]][
        1
    ] == PAGE + "-uusi"
    assert runs[PAGE + "-uusi"]["class"] == "not_checked"


def test_fix_writes_permanent_moves_and_shows_the_diff(web: Site, runs: Runs) -> None:
    sources = runs.folder / "sources" / "asiakirjat.yml"
    before = sources.read_text(encoding="utf-8")
    web.pages |= {
        "/vointi": moved_to("http://mittarit.fi/uusi?utm_source=x"),
        "/uusi": ok,
        "/fi/kokonaisuus/testi": moved_to("http://innokyla.fi/fi/toinen", 302),
        "/fi/toinen": ok,
    }
    told = runs(WEEKS[0], "--fix")
    after = sources.read_text(encoding="utf-8")
    assert after == before.replace(
        'url: "http://mittarit.fi/vointi"', 'url: "http://mittarit.fi/uusi"'
    )
    assert after != before
    assert "--- a/models/sources/asiakirjat.yml\n+++ b/models/sources/asiakirjat.yml\n" in told
    assert [line[:1] for line in told.splitlines() if "mittarin-sivu" in line] == ["-", "+"]


@pytest.mark.parametrize(
    ("path", "target", "why"),
    [
        ("/vointi", "http://mittarit.fi/", "etusivulle"),
        ("/vointi", "http://mittarit.fi/fi/", "etusivulle"),
        ("/vointi", "http://innokyla.fi/fi/kokonaisuus/testi/", "jo lähteellä ”kokoelma”"),
        ("/raportti", "http://www.koivula.fi/uusi", "Arkistokopio on vanhasta osoitteesta"),
        (f"/web/20240301120000/{REPORT}", "http://web.archive.org/uusi", "vaihdetaan käsin"),
    ],
)
def test_move_that_a_person_must_judge_is_not_written(
    web: Site, runs: Runs, path: str, target: str, why: str
) -> None:
    sources = runs.folder / "sources" / "asiakirjat.yml"
    before = sources.read_bytes()
    web.pages |= {
        path: moved_to(target),
        "/": ok,
        "/fi/": ok,
        "/uusi": ok,
        "/fi/kokonaisuus/testi/": ok,
    }
    runs(WEEKS[0], "--fix")
    assert sources.read_bytes() == before
    assert why in runs.told


def test_file_of_unusual_layout_is_left_alone(web: Site, runs: Runs) -> None:
    sources = runs.folder / "sources" / "asiakirjat.yml"
    sources.write_text(
        sources.read_text(encoding="utf-8").replace("  kind: report", "  kind:   report"),
        encoding="utf-8",
    )
    before = sources.read_bytes()
    web.pages |= {"/vointi": moved_to("/uusi"), "/uusi": ok}
    assert "Vaihda osoitteet käsin" in runs(WEEKS[0], "--fix")
    assert sources.read_bytes() == before


def test_hostile_words_of_a_server_do_not_become_markdown(web: Site, runs: Runs) -> None:
    web.pages["/vointi"] = moved_to("http://mittarit.fi/`](http://paha.fi)@kaikki")
    web.pages["/%60%5D(http://paha.fi)@kaikki"] = ok
    runs(WEEKS[0])
    fenced = [line for line in runs.told.splitlines() if "paha.fi" in line]
    assert fenced
    assert all(
        line.strip().startswith(("+url:", "- Uusi osoite: `")) and line.count("`") in (0, 2)
        for line in fenced
    )


def test_broken_catalogue_is_told(runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    (runs.folder / "sources" / "uudet.yml").write_text("uusi: {}\n", encoding="utf-8")
    assert main(["links", str(runs.folder)]) == 1
    assert "uudet.yml" in capsys.readouterr().out
