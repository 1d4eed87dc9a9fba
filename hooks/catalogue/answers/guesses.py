"""Numbers as people write them, and how the files say the same: sentences with the very words to write."""

from __future__ import annotations

import re

BOUNDS = (
    ("at_least", r"vähintään|ainakin|tai enemmän|tai yli|väh\.|min\.?|≥|>="),
    ("over", r"yli|reilu[t]?|runsaat?|enemmän kuin|>"),
    ("nearly", r"lähes|melkein|vajaa[t]?|liki|hieman alle"),
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
DASH = r"\s*[-–—‐‑−]\s*"
LABELLED = re.compile(r"^[a-zA-Z]{1,12}\s*=\s*(?=\d)")  # n=20
HUNDREDS = {
    "sata": 100,
    "pari": 2,
    "tuhat": 1000,
    "kymmenkunta": 10,
    "parikymmentä": 20,
    "satakunta": 100,
}
SHARES = {"puolet": 50, "neljännes": 25, "neljäsosa": 25, "viidennes": 20, "kaikki": 100}
PEOPLE = r"(?:\s*[^\W\d]+\.?){0,2}"
PERCENT = r"(?:%|prosenttia|pros\.?|prosentin)"
PART_OF_ALL = re.compile(  # 8/37, 8 henkilöä 37:stä, 8 (n=37), 37:stä 8
    rf"(?P<part>\d+){PEOPLE}\s*(?:/|:stä|:sta|\bof\b|\bav\b|\(\s*[nN]\s*=\s*)\s*(?P<whole>\d+){PEOPLE}\)?"
    rf"|(?P<part_>\d+){PEOPLE}\s+(?P<whole_>\d+)\s*(?::?s?t[aä]|:?n joukosta|\w+st[aä]){PEOPLE}"
    rf"|(?P<whole__>\d+){PEOPLE},?\s+(?:joista|heistä)\s+(?P<part__>\d+){PEOPLE}"
)
ARROW = r"\s*(?:→|-+>|=+>|⇒|»)\s*"
NONE = re.compile(r"(?i)ei (?:yhtään|ketään|kukaan|yksikään|lainkaan|ollenkaan)\b.*|zero|noll")
UNKNOWN = re.compile(
    r"(?i)[-–—?~.…x*/]+|null|none|n\.?/?a\.?|nan|puuttuu|ei (?:ole |ole vielä )?"
    r"(?:tiedossa|tietoa|tiedetä|kerrota|kerrottu|ilmoitettu|saatavilla|saatavissa|raportoitu|mitattu)"
    r"|tieto puuttuu|tuntematon|unknown|okänd|vet ej|salattu|alle viisi|<\s*5"
)


def number_as_written(given: str, field: str) -> str:
    """How a whole number should be written; empty when the text says none."""
    text = LABELLED.sub("", given.strip())
    text = text.strip("()") if text.startswith("(") else text
    if re.fullmatch(r"\d{1,6}(?:\s*\+\s*\d{1,6})+", text):
        return f"Kirjoita luvut yhteen laskettuina: {field}: {sum(map(int, text.split('+')))}."
    if NONE.fullmatch(text):
        return f"Kirjoita luku numeroin: {field}: 0."
    if found := re.fullmatch(rf"({DIGITS})\s*\+", text):
        return f"Kirjoita {field}: {_joined(found[1])} ja sen alle bound: at_least."
    if two := _two_numbers(text):
        return two
    text = re.sub(r"\s*\([^()]*\)$", "", text)
    if bound := _bounded(text, DIGITS):
        word, number = bound
        return f"Kirjoita {field}: {_joined(number)} ja sen alle bound: {word}."
    if re.fullmatch(rf"[-−]\s*(?:{DIGITS})", text):
        return "Määrä ei voi olla negatiivinen: pienin on nolla."
    if found := re.fullmatch(rf"({DECIMAL})\s*{PERCENT}", text):
        return f"Tämä on prosentti: kirjoita se kenttään reported: {_pointed(found[1])}."
    if field == "persons" and (found := re.fullmatch(r"0[.,](\d{1,2})\s*(?:htv)?", text)):
        share = int(found[1].ljust(2, "0"))
        return f"Osa-aikainen työ: kirjoita persons: 1 ja full_time_share: {share}."
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", text):
        return (
            f"Jos pilkku erottaa tuhannet, kirjoita {field}: {_joined(text)}; muuten tähän kuuluu "
            "kokonaisluku."
        )
    numbers = re.findall(rf"(?<![\d.,])(?:{DIGITS})(?![.,]?\d)", text)
    numbers = [one for one in numbers if not re.fullmatch("20[0-4]\\d", one)] or numbers
    if len(numbers) == 1 and not re.search(r"\d[.,]\d{1,2}(?!\d)", text):
        return f"Kirjoita pelkkä luku: {field}: {_joined(numbers[0])}."
    if re.fullmatch(DECIMAL, text):
        return "Tähän kuuluu kokonaisluku. Prosentti kirjoitetaan kenttään reported ja keskiarvo kenttään value."
    return _in_words(text, field)


def _two_numbers(text: str) -> str:
    """Two numbers in one value: a part and its whole, a number with its percentage, the ends of a range."""
    found = PART_OF_ALL.fullmatch(text) or PART_OF_ALL.fullmatch(re.sub(r"\s*\(.*\)$", "", text))
    if found:
        part, whole = (
            next(filter(None, (found[f"{name}{more}"] for more in ("", "_", "__"))))
            for name in ("part", "whole")
        )
        return f"Kirjoita kahdelle riville: count: {part} ja of: {whole}."
    if found := re.fullmatch(rf"({DIGITS}){PEOPLE}\s*\(\s*({DECIMAL})\s*{PERCENT}\)", text):
        share = _pointed(found[2])
        return f"Kirjoita kahdelle riville: count: {_joined(found[1])} ja reported: {share}."
    if found := re.fullmatch(rf"({DIGITS}){DASH}({DIGITS}){PEOPLE}", text):
        least, most = _joined(found[1]), _joined(found[2])
        return f"Vaihteluväli kirjoitetaan kahdelle riville: least: {least} ja most: {most}."
    return ""


def decimal_as_written(given: str, field: str) -> str:
    """How a number with decimals should be written; empty when the text says none."""
    text = given.strip()
    if found := re.fullmatch(rf"({DECIMAL}){ARROW}({DECIMAL})", text):
        first, last = map(_pointed, found.groups())
        return f"Muutos kirjoitetaan kahdelle riville: before: {first} ja after: {last}."
    if found := re.fullmatch(rf"({DECIMAL})\s*{PERCENT}?{DASH}({DECIMAL})(?:\s*[^\d\s].*)?", text):
        least, most = map(_pointed, found.groups())
        return f"Vaihteluväli kirjoitetaan kahdelle riville: least: {least} ja most: {most}."
    if bound := _bounded(text, DECIMAL):
        return f"Kirjoita {field}: {_pointed(bound[1])} ja sen alle bound: {bound[0]}."
    if found := re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?:\s*[^\d\s].*)?", text):
        digits = re.match(r"[\d \u00a0\u202f]+(?:,\d+)?", text)
        assert digits is not None
        plain = _pointed(re.sub(r"[ \u00a0\u202f]", "", digits.group()))
        return f"Kirjoita pelkkä luku ilman välejä: {field}: {plain}."
    if found := re.match(rf"(?:[^\W\d]+\.?\s*[:=]?\s*)?[+−]?\s*({DECIMAL})(?!\d)", text):
        return f"Kirjoita pelkkä luku desimaalipisteellä: {field}: {_pointed(found[1])}."
    return _in_words(text, field)


def _bounded(text: str, number: str) -> tuple[str, str] | None:
    """The word of a reservation and the number that it is of."""
    for word, form in BOUNDS:
        found = re.fullmatch(rf"(?i)(?:{form})\s*({number})(?:\s*[^\d]*)?", text)
        found = found or re.fullmatch(rf"(?i)({number})\s*(?:{form})(?:\s+[^\d]*)?", text)
        if found:
            return word, found[1]
    return None


def _in_words(text: str, field: str) -> str:
    """A number that stands in words, with what is counted after it."""
    if field == "reported" and text.lower() in SHARES:
        return f"Kirjoita prosentti numeroin: reported: {SHARES[text.lower()]}."
    words = text.split()
    bound = next((word for word, form in BOUNDS if words and re.fullmatch(form, words[0])), "")
    said = next((one for word in words[:2] if (one := said_number(word)) is not None), None)
    if said is None:
        return ""
    more = f" ja sen alle bound: {bound}" if bound else ""
    return f"Kirjoita luku numeroin: {field}: {said}{more}."


def untold(given: str, *, of_result: bool) -> str:
    """What to write when the source does not tell the number; empty when the text says something."""
    if not UNKNOWN.fullmatch(given.strip()):
        return ""
    if not of_result:
        return "Tähän kuuluu luku. Jos lähde ei kerro sitä, poista koko kenttä."
    return (
        "Jos lähde ei kerro lukua, kirjoita luvun tilalle missing: not_published (ei julkaistu), "
        "not_measured (ei mitattu), not_tried (ei kokeiltu) tai suppressed (salattu pienenä)."
    )


def said_number(word: str) -> int | None:
    """A Finnish numeral: `kaksikymmentäviisi` -> 25."""
    text = word.lower()
    if text in HUNDREDS:
        return HUNDREDS[text]
    for ending, times in (("tuhatta", 1000), ("sataa", 100), ("kymmentä", 10)):
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


def _pointed(number: str) -> str:
    return number.replace(",", ".")


def _joined(digits: str) -> str:
    return re.sub(r"\D", "", digits)
