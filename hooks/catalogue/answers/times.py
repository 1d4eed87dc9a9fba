"""Times as people write them, and how the files say the same: `31.12.2024` -> `2024-12-31`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.answers.guesses import DASH

if TYPE_CHECKING:
    from collections.abc import Iterator

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
ABROAD = [  # how the names begin in English and Swedish
    ("jan",),
    ("feb",),
    ("mar",),
    ("apr",),
    ("may", "maj"),
    ("jun",),
    ("jul",),
    ("aug",),
    ("sep",),
    ("oct", "okt"),
    ("nov",),
    ("dec",),
]
GOES_ON = (
    r"alkaen|lähtien|eteenpäin|nykyhetki|nykyhetkeen|nyt|tähän päivään|jatkuu(?: edelleen)?|toistaiseksi"
    r"|edelleen|yhä|present|now|ongoing|-|–|—|->|…|\.\.\.?"
)
SEASONS = {"kevä": 21, "kesä": 22, "syks": 23, "talv": 24}
QUARTER = re.compile(
    r"(?:(?:q|kv|nelj\w*)\s*(?P<first>[1-4])|(?P<second>[1-4])\s*\.?\s*(?:q|kv|nelj\w*))[\s./-]*"
    r"(?P<year>20\d\d)|(?P<before>20\d\d)[\s./-]*(?:q|kv)\s*(?P<last>[1-4])"
)
DAYS = re.compile(  # a day somewhere in a text, the most exact form first
    r"(?<![\wäö./-])(?:\d{1,2}\s*\.\s*\d{1,2}\s*\.\s*20\d\d|20\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{1,2}[./-]20\d\d"
    r"|(?:\d{1,2}\.\s*)?[a-zäö]+kuu[a-zäö]*\s+20\d\d|20\d\d\s+[a-zäö]+kuu[a-zäö]*"
    r"|(?:kevä|kesä|syks|talv)[a-zäö]*\s+20\d\d|20\d\d)(?![\d/.]*\d)"
)
YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)[\s,-]+(?P<month>[a-zäö]{3,})(?P<day>)")
DAY_IN_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})\.?[\s-]*)?(?P<month>[a-zäö]+)\.?[\s,-]*(?P<year>(?:19|20)\d\d)"
)
MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"
)

IN_WORDS = (DAY_IN_WORDS, MONTH_FIRST, YEAR_FIRST)


def time_as_written(given: object, *, period: bool) -> str:
    """A time in the form of the files: `31.12.2024` -> `2024-12-31`; empty when it is none."""
    if isinstance(given, dict | list):
        return _of_parts([*(given.values() if isinstance(given, dict) else given)], period)
    if not isinstance(given, str):
        return ""
    text = re.sub(r"\s*(?:klo|kello)\s.*$", "", given.strip().lower())
    text = re.sub(
        r"^(?:vuosi\w*|v\.|aikavälillä|ajalla|ajalta|välillä)\s+(?=.*\d.*\D.*\d)", "", text
    )
    return _day(text) or (_period(text) if period else "") or _within(text, period)


def _within(text: str, period: bool) -> str:
    """The times that stand in a text of more words: `alkoi elokuussa 2023` -> `2023-08/..`."""
    days = [found.group() for found in DAYS.finditer(text)]
    found = [one for one in map(_day, days) if one]
    if len(found) == 2 and period and found[0] < found[1]:
        return "/".join(found)
    if len(found) != 1:
        return ""
    if period and re.search(r"\b(?:alkoi|alkae|alkan|aloi|läht|jatku|since|from)", text):
        return f"{found[0]}/.."
    return found[0]


def _of_parts(parts: list[object], period: bool) -> str:
    """The start and the end, or the year, the month and the day."""
    days = [_day(str(one).lower()) for one in parts]
    if period and len(days) == 2 and all(days):
        return "/".join(days)
    return _day("-".join(map(str, parts))) if len(parts) == 3 else ""


def _period(text: str) -> str:
    if quarter := _quarter(text):
        return quarter
    if found := re.fullmatch(rf"(.+?)[\s,;:/–—-]*(?:{GOES_ON})", text):
        start = _day(found[1])
        return f"{start}/.." if start else ""
    if found := re.fullmatch(r"(?:-|–|\.\.\.?)?\s*(.+?)\s*(?:asti|saakka|mennessä)", text):
        end = _day(found[1])
        return f"../{end}" if end else ""
    for start, end in _halves(text):
        first, last = _day(start), _day(end)
        if not first and last and re.fullmatch(r"1[0-2]|0?[1-9]", start):  # 8–9/2024
            first = f"{last[:4]}-{int(start):02}"
        if last and not re.search(r"\d{4}", start):  # tammi–maaliskuu 2024
            first = first or _day(f"{start}kuu {last[:4]}") or _day(f"{start} {last[:4]}")
        if first and last:
            return f"{first}/{last}"
    return ""


def _quarter(text: str) -> str:
    """`Q1/2024` -> `2024-01/2024-03`."""
    found = QUARTER.fullmatch(text)
    if not found:
        return ""
    last = 3 * int(found["first"] or found["second"] or found["last"])
    year = found["year"] or found["before"]
    return f"{year}-{last - 2:02}/{year}-{last:02}"


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Every way to part a text in two where a period may have its middle, first where the files have it."""
    first, slash, last = text.partition("/")
    if slash and re.search(r"\d{4}", first) and re.search(r"\d{4}", last):
        yield first.strip(), last.strip()
    for found in re.finditer(rf"{DASH}|\s+(?:ja|to|till|ad)\s+|/|\s+", text):
        start, end = text[: found.start()].strip(), text[found.end() :].strip()
        if start and end:
            yield start, end


def _day(text: str) -> str:
    text = re.sub(r"^(?:vuosi|vuonna|v\.)\s*|t?\d\d:\d\d.*$", "", text.strip()).strip()
    text = re.sub(r"\s+(?:loppuun|lopussa|alussa|alusta|aikana|kuluessa|puolivälissä)$", "", text)
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return text
    if found := re.fullmatch(r"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*((?:19|20)?\d\d)", text):
        return _iso(_year(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})\s*([,/-])\s*(\d{1,2})\s*\2\s*((?:19|20)\d\d)", text):
        first, second, year = int(found[1]), int(found[3]), found[4]
        return _iso(year, second, first) if second <= 12 else _iso(year, first, second)
    if found := re.fullmatch(r"(\d{1,2})/([1-3]\d)", text):  # 5/24
        return _iso(f"20{found[2]}", int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})\s*[./-]\s*((?:19|20)\d\d)", text):
        return _iso(found[2], int(found[1]))
    if found := re.fullmatch(r"((?:19|20)\d\d)[./-](\d{1,2})(?:[./-](\d{1,2}))?t?", text):
        month, day = int(found[2]), int(found[3]) if found[3] else None
        return _iso(found[1], month, day) or (_iso(found[1], day, month) if day else "")
    if found := re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", text):
        return _iso(found[1], int(found[2]), int(found[3]))
    if found := next(filter(None, (form.fullmatch(text) for form in IN_WORDS)), None):
        told = found.groupdict()
        if month := _month(told["month"]):
            return _iso(told["year"], month, int(told["day"]) if told["day"] else None)
        season = next((n for name, n in SEASONS.items() if told["month"].startswith(name)), 0)
        return f"{told['year']}-{season}" if season else ""
    return ""


def _month(word: str) -> int:
    """The month of a Finnish, Swedish or English name, or of its beginning: `marraskuuta`, `nov`."""
    finnish = (n for n, name in enumerate(MONTHS, 1) if word.startswith(f"{name}kuu"))
    short = (n for n, names in enumerate(ABROAD, 1) if len(word) >= 3 and word[:3] in names)
    bare = MONTHS.index(word) + 1 if word in MONTHS and word not in SEASONS else 0
    return next(finnish, bare or next(short, 0))


def _iso(year: str, month: int, day: int | None = None) -> str:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day is not None else "")


def _year(digits: str) -> str:
    return digits if len(digits) == 4 else f"20{digits}"


def _is_year(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"(?:19|20)\d\d", value))
