"""The click paths of the guide are there: every label on a real page, every picture made and told in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from built import ROOT
from catalogue.desk.form import forms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GUIDE = (ROOT / "content" / "osallistu" / "index.md").read_text(encoding="utf-8")
FOLDER = ROOT / "content" / "assets" / "guide"
STEP = re.compile(r"(?m)^\d+\. .*$|^.*valitset \*\*tekstinä\*\*.*$")
LABEL = re.compile(r"\*\*([^*]+)\*\*")
PICTURE = re.compile(r"!\[([^\]]*)\]\(\.\./assets/guide/([a-z]+)\.webp\)")
SIZE = re.compile(
    r"\(\.\./assets/guide/([a-z]+)\.webp\)\{ loading=lazy width=(\d+) height=(\d+) \}"
)
# What is pressed on pages of GitHub, which are not ours to look at.
GITHUB = {
    "Commit changes",
    "Commit changes…",
    "Propose changes",
    "Add file → Create new file",
    "Create pull request",
    "Lisää samaan ehdotukseen muut tiedostot",
}
PAGES = ("osallistu/kirjoita", "osallistu/tunnukset", "mallit/pohjanmaa/opetusklinikka-nova")
MOST = 400_000  # bytes of all pictures


def shown(html: str) -> set[str]:
    """Every piece of text of a page, as it stands in one element."""
    plain = re.sub(r"(?s)<(script|style).*?</\1>", "", html).replace("\u00ad", "")
    return {piece.strip() for piece in re.findall(r">([^<>]+)<", plain)}


def labels_of(node: dict[str, Any]) -> Iterator[str]:
    """The labels of a form, however deep."""
    for field in node.get("fields", ()):
        yield field["label"]
        yield from labels_of(field["node"])
    yield from labels_of(node["item"]) if "item" in node else ()


def test_every_label_of_a_click_path_is_on_the_pages(site: Path) -> None:
    pages = [(site / page / "index.html").read_text(encoding="utf-8") for page in PAGES]
    labels = {label for line in STEP.findall(GUIDE) for label in LABEL.findall(line)}
    program = "".join(
        (ROOT / "hooks" / "editor" / f"{name}.js").read_text(encoding="utf-8")
        for name in ("form", "main")
    )
    pool = set().union(*map(shown, pages))
    model = forms()["model"]["fields"]
    pool |= {field["label"] for field in model}
    pool |= {part["label"] for field in model for part in field["node"].get("fields", ())}
    pool |= {"Kohta", "Mittari"} & {
        part["label"] for field in model for part in field["node"].get("item", {}).get("fields", ())
    }
    assert len(labels) > 20
    lacking = {
        one
        for one in labels - GITHUB - pool
        if f'"{one}"' not in program and f"`{one} " not in program
    }
    assert lacking == set()
    assert labels >= GITHUB


def size_of(raw: bytes) -> tuple[int, int]:
    """Width and height of a WebP, so that nothing moves when it comes."""
    if raw[12:16] == b"VP8X":
        wide, high = (int.from_bytes(raw[start : start + 3], "little") + 1 for start in (24, 27))
    else:
        wide, high = (
            int.from_bytes(raw[start : start + 2], "little") & 0x3FFF for start in (26, 28)
        )
    return wide, high


def test_every_picture_is_made_told_in_words_and_small() -> None:
    made = set(
        re.findall(r"taken\(page, \"([a-z]+)\"", (ROOT / "tests" / "pictures.py").read_text())
    )
    told = {name: words for words, name in PICTURE.findall(GUIDE)}
    files = {path.stem: path.stat().st_size for path in FOLDER.iterdir()}
    assert {*told} == made == {*files}
    assert all(len(words) > 40 and words.endswith(".") for words in told.values())
    assert sum(files.values()) < MOST
    sizes = {name: (int(width), int(height)) for name, width, height in SIZE.findall(GUIDE)}
    assert sizes == {path.stem: size_of(path.read_bytes()) for path in FOLDER.iterdir()}
