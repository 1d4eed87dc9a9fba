"""The built site's own links and anchors: none broken, and planted broken ones found."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from catalogue.commands.main import main
from catalogue.linkcheck.internal import inspect

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "https://koivula.fi/luettelo/"
HOME = f'<link rel="canonical" href="{ROOT}"><h1 id="alku">a</h1><a href="mallit/">m</a>'


def site(folder: Path, **pages: str | bytes) -> Path:
    made = {"index.html": HOME, "mallit/index.html": '<h2 id="ä">b</h2>', "tiedot.json": "{}"}
    for name, text in (made | pages).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.mark.parametrize(
    "link",
    [
        '<a href="mallit/">',
        '<a href="mallit/#%C3%A4">',
        '<a href="mallit/#ä">',
        '<a href="mallit">',
        '<a href="mallit/index.html">',
        '<a href="#alku">',
        '<a href="#">',
        '<a href="#top">',
        '<a href="?alue=a#alku">',
        '<a href="tiedot.json">',
        '<a href="/luettelo/mallit/">',
        f'<a href="{ROOT}mallit/">',
        '<a href="https://muualla.fi/ei-ole/">',
        '<a href="mailto:a">',
        '<link rel="preconnect" href="https://muualla.fi">',
        '<a name="vanha"></a><a href="#vanha">',
        "<a>",
        '<a href="">',
        '<meta http-equiv="refresh" content="0; url=mallit/">',
    ],
)
def test_whole_link(tmp_path: Path, link: str) -> None:
    assert inspect(site(tmp_path, **{"index.html": HOME + link})).problems == ()


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ('<a href="ei-ole/">', "sivua tai tiedostoa ei ole"),
        ('<a href="mallit/#ei-ole">', "sivulla ei ole kohtaa #ei-ole"),
        ('<a href="#ei-ole">', "sivulla ei ole kohtaa #ei-ole"),
        ('<a href="/mallit/">', "osoite on sivuston ulkopuolella"),
        ('<a href="../mallit/">', "osoite on sivuston ulkopuolella"),
        (f'<a href="{ROOT}ei-ole/">', "sivua tai tiedostoa ei ole"),
        ('<img src="kuva.png">', "sivua tai tiedostoa ei ole"),
        ('<img srcset="kuva.png 2x">', "sivua tai tiedostoa ei ole"),
        ('<script src="ei-ole.js"></script>', "sivua tai tiedostoa ei ole"),
        ('<a href="http://[a">', "osoite ei jäsenny"),
        ('<p style="background: url(kuva.png)">', "sivua tai tiedostoa ei ole"),
        ('<a href="MALLIT/">', "sivua tai tiedostoa ei ole"),
        ('<meta http-equiv="refresh" content="0; url=ei-ole/">', "sivua tai tiedostoa ei ole"),
    ],
)
def test_broken_link(tmp_path: Path, link: str, why: str) -> None:
    found = inspect(site(tmp_path, **{"index.html": HOME + "\n" + link})).problems
    assert [(problem.path, problem.line) for problem in found] == [("index.html", 2)]
    assert why in found[0].message


def test_fault_of_a_template_is_told_once(tmp_path: Path) -> None:
    pages = {f"mallit/{n}/index.html": '<a href="../../ei-ole/">' for n in range(5)}
    found = inspect(site(tmp_path, **pages)).problems
    assert len(found) == 1
    assert "4 muussa kohdassa" in found[0].message


def test_style_sheets_and_search_are_read_too(tmp_path: Path) -> None:
    texts = b'[["Malli", "mallit/", "", [["ei-ole", "Tulokset", "Luku."]]]]'
    pages: dict[str, str | bytes] = {
        "a/a.css": "b {\n background: url('../kuva.png') }",
        "haku/osat/tekstit-0.zlib": zlib.compress(texts),
    }
    found = inspect(site(tmp_path, **pages)).problems
    assert [(problem.path, problem.line) for problem in found] == [
        ("a/a.css", 2),
        ("haku/osat/tekstit-0.zlib", 1),
    ]


def test_exit_status_and_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--site", str(tmp_path)]) == 2
    made = site(tmp_path)
    assert main(["links", "--site", str(made)]) == 0
    (made / "mallit" / "index.html").write_text('<a href="ei-ole">', encoding="utf-8")
    assert main(["links", "--site", str(made), "--github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=mallit/index.html,line=1")
