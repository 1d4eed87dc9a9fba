"""The pages written by hand are checked, each fault with its file and line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from catalogue.rules.handwritten import MAX_PAGE, faults_of_pages
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
        (b"1. - " * 4 + b"x", "markdown"),
        (b"> " * 5 + b"x", "markdown"),
        (b"    " * 4 + b"- x", "markdown"),
        (b"[" * 9 + b"x", "markdown"),
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
        b"---\ntitle: ~\ndescription: y\n---\n",
        b"---\ntitle: no\ndescription: y\n---\n",
        b"---\ntitle: x\ndescription: 2024-01-01\n---\n",
        b"---\ntitle: [a, b]\ndescription: y\n---\n",
        b"---\ntitle: x\ntitle: z\ndescription: y\n---\n",
        b"---\n<<: {title: x}\ndescription: y\n---\n",
        b"---\ntitle: &a x\ndescription: *a\n---\n",
        b"---\ntitle: !!python/name:os.system x\ndescription: y\n---\n",
        b"---\ntitle: %s\ndescription: y\n---\n" % (b"x" * 201),
        b"---\ntitle: %s\n---\n" % (b"[" * 5000),
        b"---\n%s\n---\n" % (b"- " * 5000),
        b"---\ntitle: %s%s\n---\n" % (b"{a: " * 3000, b"}" * 3000),
    ],
)
def test_front_matter_must_be_whole(tmp_path: Path, raw: bytes) -> None:
    assert found(tmp_path, raw)


@pytest.mark.parametrize(
    "unit",
    [
        "{",
        "{ on",
        "[a\n",
        "](",
        "<a",
        "<!--",
        "`",
        "```\n",
        "~~~\n```\n",
        "- ",
        "> ",
        "[",
        "*a **b ",
        "1. - ",
    ],
)
def test_page_of_any_marks_is_looked_at_at_once(tmp_path: Path, unit: str) -> None:
    """A look whose work grows with the square of the text would take minutes."""
    started = time.process_time()
    found(tmp_path, HEAD + (unit * (MAX_PAGE // len(unit) - 50)).encode())
    assert time.process_time() - started < 1


def test_page_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, HEAD + b"a" * MAX_PAGE) == [("content/sivu.md", 1, "pituus")]


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


def test_lines_may_end_as_any_system_ends_them(tmp_path: Path) -> None:
    for end in (b"\r\n", b"\r"):
        assert found(tmp_path, (HEAD + b"Teksti.\n\n{EMAIL}\n").replace(b"\n", end)) == [
            ("content/sivu.md", 8, "yksityisyys")
        ]


def test_two_names_that_are_one_on_other_machines_are_told(tmp_path: Path) -> None:
    found(tmp_path, HEAD)
    assert found(tmp_path, HEAD, "Sivu.md") == [("content/Sivu.md", 1, "tiedostonimi")]


@pytest.mark.parametrize(
    "told",
    [
        '"etu suku"' + "@" + "esimerkki.fi",
        "salasana on kissa",
        "asiakkaalla G35",
        "Kuusikuja 0 A 00",
    ],
)
def test_what_people_write_is_found_on_pages_and_in_their_comments(
    tmp_path: Path, told: str
) -> None:
    for text in (told, f"<!-- {told} -->", f"- `{told}`"):
        assert [rule for *_, rule in found(tmp_path, HEAD + text.encode())] == ["yksityisyys"]
