"""`mallit links` from end to end: runs over simulated weeks against a real server that plays the whole web as a proxy."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from catalogue.commands import links
from catalogue.commands.main import main
from catalogue.linkcheck import visitor
from catalogue.linkcheck.answers import Answer
from catalogue.links.store import MAX_BYTES
from linkserver import Site, gone, linkserver, moved_to, ok, status

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def __call__(self, day: str, *options: str, previous: str = "", status: int = 0) -> str:
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
        assert main(arguments) == status
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


@pytest.mark.parametrize("options", [[], ["--only-read"]])
def test_state_that_cannot_be_read_is_kept_aside_and_nothing_changes(
    web: Site, runs: Runs, options: list[str]
) -> None:
    runs(WEEKS[0])
    raw = runs.out.read_bytes()[:-40]
    runs.out.write_bytes(raw)
    asked = len(web.log)
    told = runs(WEEKS[1], *options, status=1)
    assert "Aiempaa tilaa ei voi lukea: tiedosto ei ole JSONia. Se on tallessa: " in told
    assert runs.out.with_name("links.json.rikki").read_bytes() == raw
    assert runs.out.read_bytes() == raw
    assert len(web.log) == asked


def test_bad_entry_is_told_and_only_its_history_is_lost(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    made = json.loads(runs.out.read_text(encoding="utf-8"))
    made["links"][0]["target"] = "http://koivula.fi/" + "a" * 60_000
    runs.out.write_text(json.dumps(made), encoding="utf-8")
    told = runs(WEEKS[1])
    assert "Aiemmasta tilasta jätettiin pois kohta 1: ei ole oikeaa muotoa: target" in told
    firsts = {
        link["first_seen"][:10]
        for link in json.loads(runs.out.read_text(encoding="utf-8"))["links"]
    }
    assert firsts == {WEEKS[0], WEEKS[1]}


def test_location_of_any_length_leaves_a_state_that_is_read(web: Site, runs: Runs) -> None:
    web.pages["/vointi"] = moved_to("http://mittarit.fi/" + "a" * 60_000)
    runs(WEEKS[0])
    told = runs(WEEKS[1])
    assert "jätettiin pois" not in told
    assert runs[PAGE]["first_seen"] == f"{WEEKS[0]}T04:00:00Z"


def test_previous_state_is_fetched_from_the_published_site(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    raw = runs.out.read_bytes()
    web.pages["/api/v1/links.json"] = lambda visit: visit.say(
        200, raw, Content_Type="application/json"
    )
    runs(WEEKS[1], previous="http://sivusto.fi/api/v1/links.json")
    assert runs[REPORT]["first_seen"] == "2026-11-01T04:00:00Z"
    web.pages["/api/v1/links.json"] = lambda visit: visit.say(200, b" " * (MAX_BYTES + 2))
    told = runs(WEEKS[2], previous="http://sivusto.fi/api/v1/links.json", status=1)
    assert "liian suuri" in told


ADDRESS = "http://sivusto.fi/api/v1/links.json"


def test_site_that_was_never_published_starts_anew_but_one_out_of_reach_changes_nothing(
    web: Site, runs: Runs
) -> None:
    assert "Aiempaa tilaa ei ole: aloitetaan alusta." in runs(WEEKS[0], previous=ADDRESS)
    before = runs.out.read_bytes()
    web.pages["/api/v1/links.json"] = status(503)
    assert runs(WEEKS[1], previous=ADDRESS, status=1) == (
        "Aiempaa tilaa ei saatu (503).\nMitään ei muuteta, jotta osoitteiden historia ei katoa.\n"
    )
    assert runs.out.read_bytes() == before


def test_site_out_of_reach_does_not_stop_what_only_reads(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    before = runs.out.read_bytes()
    web.pages["/api/v1/links.json"] = status(503)
    runs(WEEKS[1], "--only-read", previous=ADDRESS)
    assert runs.out.read_bytes() == before
    runs.out.unlink()
    assert "tarkistamattomina" in runs(WEEKS[1], "--only-read", previous=ADDRESS)
    assert runs[REPORT]["class"] == "not_checked"


def test_second_home_of_the_state_is_used_when_the_site_is_out_of_reach(
    web: Site, runs: Runs
) -> None:
    runs(WEEKS[0])
    copy = runs.out.with_name("varalla.json")
    copy.write_bytes(runs.out.read_bytes())
    web.pages["/api/v1/links.json"] = status(503)
    told = runs(WEEKS[1], "--previous", str(copy), previous=ADDRESS)
    assert "Aiempaa tilaa ei saatu (503)." in told
    assert runs[REPORT]["first_seen"] == f"{WEEKS[0]}T04:00:00Z"


def test_two_homes_of_the_state_are_joined(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    first = runs.out.with_name("varalla.json")
    first.write_bytes(runs.out.read_bytes())
    runs.out.unlink()
    runs(WEEKS[1])
    runs(WEEKS[2], "--only-read", "--previous", str(first))
    assert runs[REPORT]["first_seen"] == f"{WEEKS[0]}T04:00:00Z"
    assert runs[REPORT]["last_checked"] == f"{WEEKS[1]}T04:00:00Z"
    runs.out.unlink()
    runs(WEEKS[1])
    second = runs.out.with_name("toinen.json")
    second.write_bytes(runs.out.read_bytes())
    runs(WEEKS[2], "--only-read", "--previous", str(second), previous=str(first))
    assert runs[REPORT]["first_seen"] == f"{WEEKS[0]}T04:00:00Z"


def test_schedule_that_fell_asleep_is_told_by_every_publication(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    assert "::warning::" not in runs(WEEKS[3], "--only-read")
    told = runs(WEEKS[4], "--only-read")
    assert "::warning::Linkkejä ei ole tarkistettu 28 päivään." in told


def test_page_that_refuses_robots_for_months_becomes_a_persons_task(web: Site, runs: Runs) -> None:
    web.pages["/vointi"] = status(403)
    runs("2026-01-05")
    runs("2026-02-05")
    assert runs.told == ""
    runs("2026-03-09")
    assert "## Avaa itse selaimessa (1)" in runs.told
    assert "palvelin estää tarkistuksen (403)" in runs.told
    runs("2026-03-16")
    assert runs.told == ""
    sources = runs.folder / "sources" / "asiakirjat.yml"
    text = sources.read_text(encoding="utf-8")
    url = f'url: "{PAGE}"'
    assert url in text
    sources.write_text(text.replace(url, f"{url}, accessed: 2026-03-10"), encoding="utf-8")
    web.pages["/raportti"] = gone
    runs("2026-03-23")
    runs("2026-03-30")
    assert "## Kuolleet (1)" in runs.told
    assert PAGE not in runs.told  # somebody has looked


@pytest.mark.parametrize(
    "options",
    [
        ["--timeout", "0"],
        ["--timeout", "-1"],
        ["--timeout", "nan"],
        ["--timeout", "inf"],
        ["--deadline", "0"],
        ["--delay", "-1"],
        ["--retries", "-1"],
        ["--out", "ei-ole/links.json"],
        ["--report", "ei-ole/r.md"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_refused_before_the_visits(
    web: Site, folder: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["links", str(folder), *options])
    assert ended.value.code == 2
    assert options[0] in capsys.readouterr().err
    assert not web.log


def test_file_that_cannot_be_written_leaves_the_old_one(web: Site, runs: Runs) -> None:
    runs(WEEKS[0])
    before = runs.out.read_bytes()
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limit[1]))  # as a full disk
    try:
        runs(WEEKS[1], status=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, kept)
    assert runs.out.read_bytes() == before
    assert {path.name for path in runs.out.parent.iterdir()} == {
        "models",
        "links.json",
        "report.md",
    }


def test_deadline_keeps_what_was_seen_and_tells_what_is_left(web: Site, runs: Runs) -> None:
    more = [f"http://www.koivula.fi/{n}" for n in range(6)]
    (runs.folder / "sources" / "muut.yml").write_text(
        "".join(
            f'sivu-{n}: {{title: Sivu {n}, publisher: Koivula, kind: web, url: "{url}"}}\n'
            for n, url in enumerate(more)
        ),
        encoding="utf-8",
    )
    web.pages |= dict.fromkeys([f"/{n}" for n in range(6)], ok)
    runs(WEEKS[0])
    told = runs(WEEKS[1], "--delay", "0.5", "--deadline", "0.8")
    left = re.search(
        r"Jäi seuraavaan kertaan: (\d) osoitetta, vanhin tarkistettu 1\.11\.2026\.", told
    )
    assert left
    seen = [
        link["last_checked"][:10]
        for link in json.loads(runs.out.read_text(encoding="utf-8"))["links"]
    ]
    assert (seen.count(WEEKS[0]), seen.count(WEEKS[1])) == (int(left[1]), 10 - int(left[1]))
    assert runs[REPORT]["first_seen"] == f"{WEEKS[0]}T04:00:00Z"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_run_writes_what_it_saw(web: Site, runs: Runs, number: int) -> None:
    """The slow page is asked for ever; the others are seen at once."""
    web.pages["/raportti"] = lambda visit: time.sleep(20)
    command = [sys.executable, "-m", "catalogue.commands.main", "links", str(runs.folder), *FAST]
    command += ["--timeout", "15", "--out", str(runs.out), "--now", f"{WEEKS[0]}T04:00:00Z"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(links.__file__).parents[2])},
    ) as running:
        until = time.monotonic() + 60
        while len(web.log) < 8 and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)
        running.send_signal(number)
        told, _ = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Tarkistus keskeytettiin" in told
    assert "3 toimii" in told
    assert "Jäi seuraavaan kertaan: 1 osoite, 1 ei vielä kertaakaan." in told
    assert (runs[REPORT]["class"], runs[PAGE]["class"]) == ("not_checked", "works")


def test_run_that_breaks_off_by_a_fault_of_ours_is_told_and_keeps_what_it_saw(
    web: Site, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(run: Any) -> None:
        run.answers[PAGE] = Answer("works")
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(visitor._Run, "carry_out", broken)
    assert "katkesi omaan vikaan" in runs(WEEKS[0], status=1)
    assert (runs[PAGE]["class"], runs[REPORT]["class"]) == ("works", "not_checked")


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


def test_missing_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", str(tmp_path / "ei-ole")]) == 2
    assert "ei-ole ei ole" in capsys.readouterr().err


def test_broken_catalogue_is_told(runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    (runs.folder / "sources" / "uudet.yml").write_text("uusi: {}\n", encoding="utf-8")
    assert main(["links", str(runs.folder)]) == 1
    assert "uudet.yml" in capsys.readouterr().out
