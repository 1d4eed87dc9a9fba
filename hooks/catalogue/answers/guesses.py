"""Numbers and times as people write them, and how the files say the same: sentences with the very words to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BOUNDS = (
    ("at_least", r"vähintään|ainakin|väh\.|min\.?|≥|>="),
    ("over", r"yli|enemmän kuin|>"),
    ("nearly", r"lähes|melkein"),
    ("under", r"alle|vähemmän kuin|<"),
    ("at_most", r"enintään|korkeintaan|max\.?|≤|<="),
    ("about", r"noin|n\.|suunnilleen|arviolta|arvio|about|ca\.?|~|≈"),
)
DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+"
DECIMAL = r"-?\d+(?:[.,]\d+)?"
UNITS = [
    "nolla",
    "yksi",
    "kaksi",
    "kolme",
    "neljä",
    "viisi",
    "kuusi",
    "seitsemän",
    "kahdeksan",
    "yhdeksän",
    "kymmenen",
]
MONTHS = [
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
]
SEASONS = {"kevä": 21, "kesä": 22, "syks": 23, "talv": 24}
DASH = r"\s*[-–—‐‑−]\s*"
LABELLED = re.compile(r"^[a-zA-Z]{1,12}\s*=\s*(?=\d)")  # n=20


def number_as_written(given: str, field: str) -> str:
    """How a whole number should be written; empty when the text says none."""
    text = LABELLED.sub("", given.strip())
    if found := re.fullmatch(rf"({DIGITS})\s*\+", text):
        return f"Kirjoita {field}: {_joined(found[1])} ja sen alle bound: at_least."
    bare = rf"(?P<number>{DIGITS})"
    if found := re.fullmatch(r"([1-9]\d*|0)\s*(?:/|:stä|:sta)\s*([1-9]\d*)", text):
        return f"Kirjoita kahdelle riville: count: {found[1]} ja of: {found[2]}."
    if found := re.fullmatch(rf"({DIGITS}){DASH}({DIGITS})", text):
        least, most = _joined(found[1]), _joined(found[2])
        return f"Vaihteluväli kirjoitetaan kahdelle riville: least: {least} ja most: {most}."
    for word, form in BOUNDS:
        if found := re.fullmatch(rf"(?i)(?:{form})\s*{bare}(?:\s+\D*)?", text):
            return f"Kirjoita {field}: {_joined(found['number'])} ja sen alle bound: {word}."
    if re.fullmatch(rf"-\s*{bare}", text):
        return "Määrä ei voi olla negatiivinen: pienin on nolla."
    if found := re.fullmatch(rf"({DECIMAL})\s*(?:%|prosenttia|pros\.)", text):
        share = found[1].replace(",", ".")
        return f"Tämä on prosentti: kirjoita se kenttään reported: {share}."
    if field == "persons" and (found := re.fullmatch(r"0[.,](\d{1,2})\s*(?:htv)?", text)):
        share = int(found[1].ljust(2, "0"))
        return f"Osa-aikainen työ: kirjoita persons: 1 ja full_time_share: {share}."
    if found := re.fullmatch(rf"\+?\s*{bare}(?:\s+[^\W\d][^\d]*|\s*kpl\.?|\s*hlö\.?)?", text):
        return f"Kirjoita pelkkä luku: {field}: {_joined(found['number'])}."
    if re.fullmatch(DECIMAL, text):
        return "Tähän kuuluu kokonaisluku. Prosentti kirjoitetaan kenttään reported ja keskiarvo kenttään value."
    said = said_number(text.split()[0]) if text else None
    return f"Kirjoita luku numeroin: {field}: {said}." if said is not None else ""


def decimal_as_written(given: str, field: str) -> str:
    """How a number with decimals should be written; empty when the text says none."""
    text = given.strip()
    if found := re.fullmatch(rf"({DECIMAL}){DASH}({DECIMAL})", text):
        least, most = (part.replace(",", ".") for part in found.groups())
        return f"Vaihteluväli kirjoitetaan kahdelle riville: least: {least} ja most: {most}."
    for word, form in BOUNDS:
        if found := re.fullmatch(rf"(?i)(?:{form})\s*({DECIMAL})(?:\s*[^\d]*)?", text):
            return f"Kirjoita {field}: {found[1].replace(',', '.')} ja sen alle bound: {word}."
    if found := re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?:\s*[^\d\s].*)?", text):
        digits = re.match(r"[\d \u00a0\u202f]+(?:,\d+)?", text)
        assert digits is not None
        plain = re.sub(r"[ \u00a0\u202f]", "", digits.group()).replace(",", ".")
        return f"Kirjoita pelkkä luku ilman välejä: {field}: {plain}."
    if found := re.match(rf"[+−]?\s*({DECIMAL})(?!\d)", text):
        return f"Kirjoita pelkkä luku desimaalipisteellä: {field}: {found[1].replace(',', '.')}."
    said = said_number(text.split()[0]) if text else None
    return f"Kirjoita luku numeroin: {field}: {said}." if said is not None else ""


def said_number(word: str) -> int | None:
    """A Finnish numeral up to a thousand: `kaksikymmentäviisi` -> 25."""
    text = word.lower()
    for ending, times in (("sataa", 100), ("kymmentä", 10)):
        many, found, rest = text.partition(ending)
        if found and many in UNITS[1:10]:
            more = said_number(rest) if rest else 0
            return None if more is None else UNITS.index(many) * times + more
    if text.startswith("sata"):
        more = said_number(text[4:]) if text[4:] else 0
        return None if more is None else 100 + more
    if text.endswith("toista") and text.removesuffix("toista") in UNITS[1:10]:
        return 10 + UNITS.index(text.removesuffix("toista"))
    return UNITS.index(text) if text in UNITS else None


def time_as_written(given: object, *, period: bool) -> str:
    """A time in the form of the files: `31.12.2024` -> `2024-12-31`; empty when it is none."""
    if isinstance(given, list) and period and len(given) == 2 and all(map(_is_year, given)):
        return f"{given[0]}/{given[1]}"
    if not isinstance(given, str):
        return ""
    text = given.strip().lower()
    one = _day(text)
    if one or not period:
        return one
    if found := re.fullmatch(r"(.+?)\s*(?:alkaen|lähtien|eteenpäin|-|–|—|->|…|\.\.\.?)", text):
        start = _day(found[1])
        return f"{start}/.." if start else ""
    if found := re.fullmatch(r"(?:-|–|\.\.\.?)?\s*(.+?)\s*(?:asti|saakka|mennessä)", text):
        end = _day(found[1])
        return f"../{end}" if end else ""
    for start, end in _halves(text):
        first, last = _day(start), _day(end)
        if not first and last and re.fullmatch(r"1[0-2]|0?[1-9]", start):  # 8–9/2024
            first = f"{last[:4]}-{int(start):02}"
        if not first and last:  # tammi–maaliskuu 2024
            first = _day(f"{start} {last[:4]}") or _day(f"{start}kuu {last[:4]}")
        if first and last:
            return f"{first}/{last}"
    return ""


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Every way to part a text in two where a period may have its middle."""
    for found in re.finditer(rf"{DASH}|\s+(?:ja|to|till|ad)\s+|/|\s+", text):
        start, end = text[: found.start()].strip(), text[found.end() :].strip()
        if start and end:
            yield start, end


def _day(text: str) -> str:
    text = re.sub(r"^(?:vuosi|vuonna|v\.)\s*|t?\d\d:\d\d.*$", "", text.strip()).strip()
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return text
    if found := re.fullmatch(r"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*((?:19|20)?\d\d)", text):
        return _iso(_year(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})\s*[./-]\s*((?:19|20)\d\d)", text):
        return _iso(found[2], int(found[1]))
    if found := re.fullmatch(r"((?:19|20)\d\d)[./-](\d{1,2})(?:[./-](\d{1,2}))?t?", text):
        return _iso(found[1], int(found[2]), int(found[3]) if found[3] else None)
    if found := re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", text):
        return _iso(found[1], int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(?:(\d{1,2})\.\s*)?([a-zäö]+)\s+((?:19|20)\d\d)", text):
        month = next(
            (n for n, name in enumerate(MONTHS, 1) if found[2].startswith(f"{name}kuu")), 0
        )
        if month:
            return _iso(found[3], month, int(found[1]) if found[1] else None)
        season = next((n for name, n in SEASONS.items() if found[2].startswith(name)), 0)
        return f"{found[3]}-{season}" if season else ""
    return ""


def _iso(year: str, month: int, day: int | None = None) -> str:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day is not None else "")


def _year(digits: str) -> str:
    return digits if len(digits) == 4 else f"20{digits}"


def _is_year(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"(?:19|20)\d\d", value))


def _joined(digits: str) -> str:
    return re.sub(r"\D", "", digits)
