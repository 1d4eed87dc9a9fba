"""The pages written by hand are checked, each fault with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.rules.handwritten import faults_of_pages
from golden import filled

CONTENT = Path(__file__).parents[2] / "content"
HEAD = b"---\ntitle: Sivu\ndescription: Kuvaus.\n---\n\n"
FRAME = b'<div class="table-frame" tabindex="0" role="region" aria-label="T" markdown>\n\n</div>\n'


def found(folder: Path, raw: bytes, name: str = "sivu.md") -> list[tuple[str, int, str]]:
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / name).write_bytes(filled(raw))
    return [(one.path, one.line, one.rule) for one in faults_of_pages(content)]


def test_pages_of_the_project_have_no_fault() -> None:
    assert faults_of_pages(CONTENT) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (b"Kysy {EMAIL}.", "yksityisyys"),
        (b"Soita {PHONE}.", "yksityisyys"),
        (b"`{IDENTITY}`", "yksityisyys"),
        (b"<!-- {PHONE-DOTS} -->", "yksityisyys"),
        (b"<script>a()</script>", "html"),
        (b'<p onclick="a()">x', "html"),
        (b'<img src="x">', "html"),
        (b"Teksti { onclick=a() }", "html"),
        (b"[x](javascript:a)", "linkki"),
        (b"[x](//muu.fi/)", "linkki"),
        (b"[x]()", "linkki"),
        (b"[x](http://127.1/)", "linkki"),
        (b"[x](https://login.esimerkki.fi/?utm_source=a)", "linkki"),
        ("Valmen\u200bnus".encode(), "merkki"),
        ("Pa\u0308tevä".encode(), "merkki"),
        (b"Latin \xe4", "yaml"),
    ],
)
def test_fault_is_told_with_its_line(tmp_path: Path, body: bytes, rule: str) -> None:
    assert ("content/sivu.md", 7, rule) in found(tmp_path, HEAD + b"Alku.\n" + body + b"\n")


@pytest.mark.parametrize(
    "raw",
    [
        b"# Ei alkutietoja\n",
        b"---\ntitle: [\n---\n",
        b"---\ntitle: x\n",
        b"---\nx\n---\n",
        b"---\ntitle: x\n---\n",
        b"---\ntitle: x\ndescription: y\ntemplate: z\n---\n",
    ],
)
def test_front_matter_must_be_whole(tmp_path: Path, raw: bytes) -> None:
    assert found(tmp_path, raw)


@pytest.mark.parametrize(
    "body",
    [
        FRAME,
        b"`<alue>/<malli>` ja\n\n```yaml\n<b>: [x](javascript:a)\n```\n",
        b"<https://www.thl.fi/>, [x](../lahteet/index.md#a), [y](api/v1/results.csv), [z](#tama)",
        b"{PHONE-LANDLINE} <!-- julkinen: viraston vaihde -->",
        b"a < b ja 5 > 4 { .lead }",
    ],
)
def test_what_pages_need_is_let_through(tmp_path: Path, body: bytes) -> None:
    assert found(tmp_path, HEAD + body) == []


def test_file_that_is_no_page_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, b"x", "sivu.html") == [("content/sivu.html", 1, "tiedostonimi")]
