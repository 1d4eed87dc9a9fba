"""Authors' Markdown -> safe HTML. Markdown by Python-Markdown, cleaning by nh3 (ammonia): both better kept than ours.

Only paragraphs, lists, emphasis, quotations, code and sub-headings are shown. Everything else would lose its form or
its words on the way, so it is refused by name (`unshown`) rather than repaired.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING

import markdown
import nh3

if TYPE_CHECKING:
    from collections.abc import Iterator

REMEMBERED = 20_000  # texts: pages show some again and again
ALLOWED = {"p", "ul", "ol", "li", "em", "strong", "h3", "h4", "blockquote", "code", "br"}
TAGS = re.compile(r"<[^>]+>")
WORD = re.compile(r"[^\W_]+")
# A text of these characters alone, without these forms, is its paragraphs: most texts need no parser (tested against it).
SPECIAL = re.compile(r"[^\w \n,.;:()/%–—”’'?…€+=§°-]")
DASHED = re.compile(r"(?:\A|\n)[–—]")
GAPS = ("\n\n\n", " \n", "  ")
LIST = re.compile(r"\n(?:[-+=: ]|\d+[.)])")  # or something else that the beginning of a line makes
BLOCK = re.compile(r"\n\s*\n")
ITEM = re.compile(r"^ *(\d+)\.(?= )", re.MULTILINE)
# What is not shown as it is written: its form at the beginning of a line or anywhere, what it is, and how to write it.
FORMS = (
    (
        re.compile(r"^ {0,3}#{1,2}(?!#)", re.MULTILINE),
        "otsikko",
        "Kirjoita väliotsikko: ### Väliotsikko",
    ),
    (re.compile(r"^ {0,3}#{5,}", re.MULTILINE), "otsikko", "Kirjoita väliotsikko: ### Väliotsikko"),
    (
        re.compile(r"^(?=.*\S).*\n {0,3}(=+|-{2,})\s*$", re.MULTILINE),
        "alleviivattu otsikko",
        "Kirjoita väliotsikko: ### Väliotsikko",
    ),
    (re.compile(r"!\[[^\]]*\]"), "kuva", "Kuvia ei näytetä: kerro sisältö tekstinä."),
    (
        re.compile(r"^\s*\|.*\|\s*$|^[^\n|]*\|[^\n]*\n\s*\|?\s*:?-{2,}", re.MULTILINE),
        "taulukko",
        "Taulukkoa ei näytetä: kirjoita luettelo (- Ensimmäinen) tai luvut kohtaan results.",
    ),
    (
        re.compile(r"(?<!!)\[[^\]]*\]\((?!\s*(?:https?:|ftp:|data:|javascript:|#|\)))"),
        "linkki",
        "Lisää osoite lähteisiin (models/sources/) ja viittaa siihen tunnuksella.",
    ),
    (
        re.compile(r"\[\^[^\]]+\]"),
        "alaviite",
        "Alaviitettä ei näytetä: lisää lähde kohtaan sources.",
    ),
    (
        re.compile(r"^\s*[•·●▪◦–—]\s|\s[•●▪◦] ", re.MULTILINE),
        "luettelomerkki",
        "Kirjoita luettelo: - Ensimmäinen",
    ),
    (
        re.compile(r"^ {0,3}(?:\*\s*){3,}$|^ {0,3}(?:_\s*){3,}$", re.MULTILINE),
        "viiva",
        "Jätä viiva pois.",
    ),
    (re.compile(r"^\s*(?:```|~~~)", re.MULTILINE), "koodilohko", "Kirjoita tavallista tekstiä."),
    (
        re.compile(r"^(?: {4}|\t)(?! *[-*\d])", re.MULTILINE),
        "sisennetty rivi",
        "Poista sisennys rivin alusta.",
    ),
    (
        re.compile(r"^ {2,3}[-*] ", re.MULTILINE),
        "sisäkkäinen luettelo",
        "Kirjoita luettelo yhdelle tasolle.",
    ),
    (
        re.compile(
            r"^[ >]*(?:[-*+]|\d+[.)])[ \t]+(?:>|(?:[-*+]|\d+[.)])(?:[ \t]|$))", re.MULTILINE
        ),
        "sisäkkäinen luettelo",
        "Kirjoita luettelo yhdelle tasolle.",
    ),
    (
        re.compile(r"^ {0,3}(?:>[ \t]?){2,}", re.MULTILINE),
        "lainaus lainauksen sisällä",
        "Kirjoita lainaus yhdelle tasolle.",
    ),
)
DEEPEST = 3  # brackets within brackets: Python-Markdown's work grows with their square


@lru_cache(maxsize=REMEMBERED)
def is_simple(text: str) -> bool:
    """Whether the text is nothing but its paragraphs."""
    if not text or "_" in text or SPECIAL.search(text):
        return False
    if text[0].isspace() or text[-1].isspace() or any(gap in text for gap in GAPS):
        return False
    return not LIST.search(f"\n{text}")


@lru_cache(maxsize=REMEMBERED)
def html(text: str) -> str:
    """Paragraphs, lists, emphasis and sub-headings; quotation marks are written so that no text looks like an attribute."""
    if is_simple(text):
        return "\n".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    made = nh3.clean(_parser().reset().convert(text), tags=ALLOWED, attributes={})
    return made.replace('"', "&quot;")


def unshown(text: str) -> Iterator[str]:
    """What of the text the page would not show as it is written, each as a Finnish sentence with a way out."""
    if is_simple(text) and not DASHED.search(text):
        return
    found = [(name, how) for form, name, how in FORMS if form.search(text)]
    if deepest(text) > DEEPEST:
        found.append(("hakasulkeiden ketju", "Jätä ylimääräiset hakasulkeet pois."))
    for name, how in dict.fromkeys(found):
        yield f"Tekstissä on {name}, joka ei näkyisi sivulla niin kuin se on kirjoitettu. {how}"
    number = _renumbered(text)
    if number:
        yield (
            f"Kappale alkaa ”{number}.”, ja sivu tekisi siitä numeroidun luettelon kohdan 1. "
            f"Kirjoita {number}\\. tai aloita virke toisella sanalla."
        )
    elif not found:
        shown = _shown(text)
        lost = [word for word in WORD.findall(_unnumbered(text)) if word not in shown]
        if lost:
            yield f"Sivulta jäisi pois ”{lost[0]}”. Kirjoita kohta ilman Markdownin erikoismerkkejä."


def deepest(text: str) -> int:
    """How many square brackets are open at once, at most."""
    most = depth = 0
    for bracket in re.findall(r"[\[\]]", text):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        most = max(most, depth)
    return most


def _renumbered(text: str) -> str:
    """The number that begins a paragraph but not a list that starts from 1."""
    for block in BLOCK.split(text):
        expected = 1
        for found in ITEM.finditer(block) if ITEM.match(block) else ():
            if int(found[1]) != expected:
                return found[1]
            expected += 1
    return ""


def _unnumbered(text: str) -> str:
    """The text without the numbers of its lists, which the page counts by itself."""
    return "\n\n".join(
        ITEM.sub("", block) if ITEM.match(block) else block for block in BLOCK.split(text)
    )


def _shown(text: str) -> set[str]:
    return set(WORD.findall(unescape(TAGS.sub(" ", html(text)))))


@cache
def _parser() -> markdown.Markdown:
    """One parser for every text: building one costs three times what a text does."""
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")
