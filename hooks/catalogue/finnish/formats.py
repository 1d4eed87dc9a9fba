"""Finnish numbers, dates, lists and sorting."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from catalogue.finnish.words import Unit
    from catalogue.schema.edtf import Day, Period

NBSP = "\u00a0"
CHAPTERS = re.compile(r"(?:kohta|kohdat) ([\d.]+(?:(?:, | ja )[\d.]+)*)")
CHAPTER = re.compile(r"\b(?:luku|luvut)(?= \d)")
FI = Locale("fi")
MINUS = "\u2212"  # Babel writes a hyphen for it
UNREAD = re.compile(r"<(code|pre|script|style)\b.*?</\1>", re.DOTALL)
GAP = re.compile(
    r" (?:(?<=\d )(?=\d{3}(?!\d)|%)|(?<=\bn )(?== \d)|(?<=\bn = )(?=\d))"
)  # in `1 069`, `80 %`, `n = 20`


def number(value: Decimal | int) -> str:
    """`1 128`, `6,45`, `−9,2` with as many decimals as it has; groups of three are parted by a no-break space."""
    return _number(str(value))


@cache
def _number(value: str) -> str:
    """Of the digits as they are written: `8` and `8.0` are equal and look different."""
    exact = Decimal(value)
    decimals = max(0, -int(exact.as_tuple().exponent))
    shown = format_decimal(abs(exact), f"#,##0.{'0' * decimals}", locale=FI)
    return f"{MINUS}{shown}" if exact < 0 else shown


def counted(count: int, unit: Unit) -> str:
    """`1 malli`, `7 mallia`, `1 128 asiakasta`."""
    return f"{number(count)} {noun(count, unit)}"


def noun(value: Decimal | int, unit: Unit) -> str:
    """The form of the noun that follows the number."""
    return unit.one if FI.plural_form(value) == "one" else unit.many


def place(at: str) -> str:
    """`kohta 3.9`: a place in a source. On a page a `luku` is always a figure, so a chapter is a `kohta`."""
    return CHAPTER.sub(lambda found: "kohta" if found[0] == "luku" else "kohdat", at)


def places(at: Iterable[str]) -> str:
    """Places in one source together: `kohta 2.2` and `kohdat 2.1 ja 2.2` are `kohdat 2.1 ja 2.2`; others stand after."""
    chapters: set[str] = set()
    others = []
    for one in at:
        if found := CHAPTERS.fullmatch(one):
            chapters.update(re.split(", | ja ", found[1]))
        else:
            others.append(one)
    told = sorted(chapters, key=lambda one: [int(part) for part in re.findall(r"\d+", one)])
    first = [f"{'kohdat' if len(told) > 1 else 'kohta'} {join(told)}"] if told else []
    return ", ".join([*first, *others])


def fraction(numerator: int, denominator: int) -> str:
    """`8 / 37`."""
    return f"{number(numerator)} / {number(denominator)}"


def span(low: Decimal | int, high: Decimal | int) -> str:
    """`11,4–37,2`: from the one to the other."""
    return f"{number(low)}–{number(high)}"


def percent(value: Decimal | int) -> str:
    """`34,1 %`."""
    return f"{number(value)}{NBSP}%"


def change(value: Decimal) -> str:
    """A change with its sign: `+1,6`, `−0,15`, `±0`."""
    return "±0" if value == 0 else ("+" if value > 0 else "") + number(value)


def day(value: Day | None) -> str:
    """`2024`, `syksy 2024`, `9/2024` or `4.11.2024`: never more exact than the source."""
    if value is None:
        return ""
    if value.season:
        return f"{value.season} {value.year}"
    if value.month is None:
        return str(value.year)
    return f"{value.day}.{value.month}.{value.year}" if value.day else f"{value.month}/{value.year}"


def period(value: Period | None) -> str:
    """`8/2023–9/2024`, `2023–2024`, `1.7.–31.12.2024`, `2/2024 alkaen`, `9/2024 asti`."""
    if value is None:
        return ""
    start, end = day(value.start), day(value.end)
    if value.end is None:
        return f"{start} alkaen"
    if value.start is None:
        return f"{end} asti"
    if start == end:
        return start
    if value.start.day and value.end.day and value.start.year == value.end.year:
        start = f"{value.start.day}.{value.start.month}."
    dash = " – " if value.start.season or value.end.season else "–"
    return f"{start}{dash}{end}"


def date(value: datetime.date) -> str:
    """`22.11.2026`."""
    return f"{value.day}.{value.month}.{value.year}"


def join(words: Iterable[str]) -> str:
    """`a, b ja c`."""
    return format_list([*words], locale=FI)


def unbroken(html: str) -> str:
    """The page with its numbers in one piece: authors write `1 069 asiakasta` and `80 %` with a common space.

    Only what is read is touched: no attribute, no code, no script.
    """
    made, end = [], 0
    unread = [found.span() for found in UNREAD.finditer(html)]
    for gap in GAP.finditer(html):
        at = gap.start()
        in_tag = html.rfind("<", 0, at) > html.rfind(">", 0, at)
        if not in_tag and not any(first < at < last for first, last in unread):
            made += [html[end:at], NBSP]
            end = gap.end()
    return "".join([*made, html[end:]])


def lowered(name: str) -> str:
    """A name in the middle of a sentence: `työikäiset`, but `IPS-työhönvalmennus`."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def capitalised(text: str) -> str:
    """The text at the start of a line: only its first letter changes."""
    return text[:1].upper() + text[1:]


@cache
def slug(text: str) -> str:
    """Lower-case ASCII with hyphens: an id or an anchor made of a name."""
    folded = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


@cache
def collation(text: str) -> str:
    """Sort key in Finnish order: å, ä and ö last, other marks ignored."""
    kept = {"å": "{", "ä": "|", "ö": "}"}  # the characters that come next after z
    return "".join(
        kept.get(c) or unicodedata.normalize("NFKD", c)[0]
        for c in unicodedata.normalize("NFC", text.lower())
    )
