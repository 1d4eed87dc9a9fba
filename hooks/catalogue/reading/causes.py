"""The likely causes of a syntax fault: each looks at one line and says what is wrong and how the line would be right."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Found = tuple[str, str]  # what is said, and the line mended
Lines = list[str]

SHOWN = 60  # characters of an example
KEY = r"[\w-]+|\"[^\"]*\"|'[^']*'"
ENTRY = re.compile(rf"(?P<head>\s*(?:- +)*(?:{KEY}) *:[ \t]+)(?P<value>\S.*)$")
ITEM = re.compile(r"(?P<head>\s*- +)(?P<value>\S.*)$")
NO_SPACE = re.compile(r"(?P<head>\s*(?:- +)*[\w-]+):(?P<value>[^\s:/].*)$")
NO_COLON = re.compile(r"(?P<head>\s*(?:- +)*[a-z_]+) +(?P<value>[^:]*)$")
DASH = re.compile(r"(?P<head>\s*)-(?P<value>[^\s-].*)$")
IN_FLOW = re.compile(r"(?P<key>[\w-]+): (?P<value>[^,{}\[\]\"']*:[ ][^,{}\[\]\"']*)")
ODD = re.compile("[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad]")
WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
ODD_NAMES = {
    "\u00a0": "sitova väli",
    "\u202f": "kapea sitova väli",
    "\u200b": "nollan levyinen väli",
    "\ufeff": "tavujärjestysmerkki",
    "\u00ad": "pehmeä tavuviiva",
}
SMART = "”“„‟«»’‘‚‛"
STARTS = "@`%&*!|>[{?,]}#-:"
OPEN, CLOSE = "[{", "]}"
PARTNER = {"[": "]", "{": "}", "]": "[", "}": "{"}


def plain_spaces(text: str) -> str:
    """The text with plain spaces for odd ones, and nothing for those without width."""
    return ODD.sub(lambda found: "" if found.group() in WIDTHLESS else " ", text)


def _quoted(value: str) -> str:
    """The value as YAML takes it, in quotation marks that it does not hold itself."""
    bare = value.rstrip()
    if '"' not in bare and "\\" not in bare:
        return f'"{bare}"'
    return "'" + bare.replace("'", "''") + "'"


def _shown(line: str) -> str:
    bare = line.strip()
    return bare if len(bare) <= SHOWN else f"{bare[:SHOWN].rstrip()}…"


def _entry(line: str) -> re.Match[str] | None:
    return ENTRY.match(line) or ITEM.match(line)


def odd_spaces(lines: Lines, number: int) -> Iterator[Found]:
    """Spaces that look like spaces and are not."""
    line = lines[number]
    for found in ODD.finditer(line):
        code = f"U+{ord(found.group()):04X}"
        name = ODD_NAMES.get(found.group()) or unicodedata.name(found.group(), "").lower()
        remedy = "Poista se" if found.group() in WIDTHLESS else "Kirjoita tilalle tavallinen väli"
        message = (
            f"Rivin {found.start() + 1}. merkki on {name} ({code}), jota YAML ei pidä välilyöntinä. "
            f"{remedy}; koko rivi on helpointa kirjoittaa uudelleen."
        )
        yield message, plain_spaces(line)
        return


def tabs(lines: Lines, number: int) -> Iterator[Found]:
    """A tab where spaces belong."""
    line = lines[number]
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" not in lead:
        return
    message = (
        "Rivi on sisennetty sarkaimella (Tab). Sisennä välilyönneillä, kaksi kutakin tasoa kohden."
    )
    for indent in _indents(lines, number):
        yield message, " " * indent + line.lstrip()


def fence(lines: Lines, number: int) -> Iterator[Found]:
    """The marks of a block of code, from a page or a chat."""
    if re.match(r"\s*(?:```|~~~)\s*\w*\s*$", lines[number]):
        yield (
            "Rivi kuuluu siihen, mistä teksti on kopioitu (``` tai ~~~), ei tiedostoon. Poista rivi.",
            "",
        )


def first_dash_missing(lines: Lines, number: int) -> Iterator[Found]:
    """A first item of a list without its dash, though those after it have theirs."""
    line = lines[number]
    above = next((lines[place] for place in range(number - 1, -1, -1) if lines[place].strip()), "")
    if not re.match(rf"\s*(?:{KEY}) *:\s*$", above) or line.lstrip().startswith("-"):
        return
    items = (one for one in lines[number + 1 :] if re.match(r"\s*- ", one))
    if (item := next(items, None)) is None or _indent(line) - _indent(item) not in (0, 2):
        return
    mended = f"{' ' * _indent(item)}- {line.lstrip()}"
    yield (
        f"Luettelon ensimmäisestä kohdasta puuttuu viiva. Kirjoita ”{_shown(mended)}”.",
        mended,
    )


def bullet(lines: Lines, number: int) -> Iterator[Found]:
    """An item of a list with a mark of a word processor."""
    found = re.match(r"(?P<head>\s*)(?P<mark>[*•‣▪◦·–—+])\s+(?P<value>\S.*)$", lines[number])
    if found:
        mended = f"{found['head']}- {found['value']}"
        yield (
            f"Luettelon kohta alkaa viivalla ja välillä, ei merkillä {found['mark']}. Kirjoita "
            f"”{_shown(mended)}”.",
            mended,
        )


def dash_without_space(lines: Lines, number: int) -> Iterator[Found]:
    """`-a` for `- a`."""
    found = DASH.match(lines[number])
    if found:
        mended = f"{found['head']}- {found['value']}"
        yield f"Viivan jäljestä puuttuu väli. Kirjoita ”{_shown(mended)}”.", mended


def colon_without_space(lines: Lines, number: int) -> Iterator[Found]:
    """`name:x` for `name: x`."""
    found = NO_SPACE.match(lines[number])
    if found:
        mended = f"{found['head']}: {found['value']}"
        yield f"Kaksoispisteen jäljestä puuttuu väli. Kirjoita ”{_shown(mended)}”.", mended


def smart_quotes(lines: Lines, number: int) -> Iterator[Found]:
    """Quotation marks of a word processor."""
    found = _entry(lines[number])
    if found and found["value"][0] in SMART:
        mended = found["head"] + _quoted(found["value"].strip(SMART + " "))
        yield (
            "Arvon ympärillä on kaarevat lainausmerkit, joita YAML ei tunne. Käytä suoria "
            f'lainausmerkkejä ("): {_shown(mended)}',
            mended,
        )


def colon_in_value(lines: Lines, number: int) -> Iterator[Found]:
    """A colon in a value that is not quoted."""
    found = _entry(lines[number])
    if found and found["value"][0] not in "\"'[{>|" and re.search(r":(?:\s|$)", found["value"]):
        mended = found["head"] + _quoted(found["value"])
        yield (
            "Tekstissä on kaksoispiste ja väli, ja YAML luulee sitä uudeksi kentäksi. Kirjoita teksti "
            f"lainausmerkkeihin: {_shown(mended)}",
            mended,
        )


def colon_in_flow(lines: Lines, number: int) -> Iterator[Found]:
    """A colon in a value inside `{}` or `[]` that is not quoted."""
    if not re.search(r"[\[{]", lines[number]):
        return
    for found in IN_FLOW.finditer(lines[number]):
        value = f"{found['key']}: {_quoted(found['value'])}"
        mended = lines[number][: found.start()] + value + lines[number][found.end() :]
        yield (
            f"Arvossa on kaksoispiste ja väli. Kirjoita arvo lainausmerkkeihin: {_shown(value)}",
            mended,
        )


def starts_like_yaml(lines: Lines, number: int) -> Iterator[Found]:
    """A value that begins with a mark that YAML takes for its own."""
    found = _entry(lines[number])
    if not found or found["value"][0] not in STARTS:
        return
    first, mended = found["value"][0], found["head"] + _quoted(found["value"])
    if first == "-":
        more = " Jos tarkoitit luetteloa, aloita sen kohdat omilta riveiltään, sisennettyinä."
    elif first in OPEN and found["value"].count(first) > found["value"].count(PARTNER[first]):
        return  # a bracket that was left open
    else:
        more = ""
    yield (
        f"Arvo alkaa merkillä {first}, jolla on YAMLissa oma merkitys. Kirjoita se lainausmerkkeihin: "
        f"{_shown(mended)}{more}",
        mended,
    )


def goes_on_after_quotes(lines: Lines, number: int) -> Iterator[Found]:
    """Text after the closing quotation mark."""
    found = _entry(lines[number])
    if not found or found["value"][0] not in "\"'":
        return
    mark = found["value"][0]
    if re.match(rf"{mark}[^{mark}]*{mark}\s*[^\s,#\]}}]", found["value"]):
        mended = found["head"] + _quoted(found["value"])
        yield (
            "Arvo jatkuu lainausmerkkien jälkeen. Kirjoita koko arvo toisenlaisiin lainausmerkkeihin: "
            f"{_shown(mended)}",
            mended,
        )


def quote_left_open(lines: Lines, number: int) -> Iterator[Found]:
    """A quotation mark without its pair."""
    line = lines[number].rstrip()
    for mark, name in (('"', 'lainausmerkki (")'), ("'", "heittomerkki (')")):
        if line.count(mark) % 2 and re.search(rf"(?:[:\[{{,-]\s*){mark}", line):
            closers = re.search(r"[\]}]*$", line.split(mark)[-1])
            end = len(line) - len(closers.group()) if closers else len(line)
            yield (
                f"Tällä rivillä alkava {name} ei lopu. Lisää se arvon loppuun.",
                f"{line[:end]}{mark}{line[end:]}",
            )


def backslash(lines: Lines, number: int) -> Iterator[Found]:
    """A backslash inside double quotation marks."""
    found = _entry(lines[number])
    if found and found["value"][0] == '"' and "\\" in found["value"]:
        mended = f"{found['head']}'{found['value'].strip().strip(chr(34))}'"
        yield (
            f"Kenoviivalla on lainausmerkeissä oma merkitys. Käytä heittomerkkejä: {_shown(mended)}",
            mended,
        )


def brackets(lines: Lines, number: int) -> Iterator[Found]:
    """A bracket that is never closed, one too many, or two commas between."""
    line = lines[number].rstrip()
    stack = []
    for place, letter in enumerate(re.sub(r"\"[^\"]*\"|'[^']*'|\s#.*", _blank, line)):
        if letter in OPEN:
            stack.append(letter)
        elif letter in CLOSE:
            if not stack or stack[-1] != PARTNER[letter]:
                yield (
                    f"Sulku {letter} on ylimääräinen: poista se.",
                    line[:place] + line[place + 1 :],
                )
                return
            stack.pop()
    if stack:
        missing = "".join(PARTNER[letter] for letter in reversed(stack))
        yield f"Rivin lopusta puuttuu sulku {missing}: lisää se.", line + missing
    found = re.search(r"([\[{,])\s*,", line)
    if found:
        mended = line[: found.start()] + found[1] + line[found.end() :]
        yield "Pilkku on liikaa: arvojen välissä on yksi pilkku. Poista toinen.", mended


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def colon_left_out(lines: Lines, number: int) -> Iterator[Found]:
    """A key without its colon."""
    found = NO_COLON.match(lines[number])
    if found:
        mended = f"{found['head']}: {_quoted(found['value'])}"
        example = f"{found['head'].strip()}: {found['value'].strip()}"
        yield f"Kentän nimen jäljestä puuttuu kaksoispiste. Kirjoita ”{_shown(example)}”.", mended


def text_without_indent(lines: Lines, number: int) -> Iterator[Found]:
    """A line of words that belongs to a text above it."""
    line = lines[number]
    if re.match(rf"\s*(?:- +|(?:{KEY}) *:(?:\s|$)|#)", line):
        return
    above = (lines[place] for place in _above(lines, number) if lines[place].strip())
    indent = next(map(_indent, above), 0) + 2
    yield (
        "Rivi ei kuulu mihinkään kenttään. Jos se jatkaa edellistä tekstiä, aloita teksti merkeillä >- "
        "(name: >-) ja sisennä kaikki sen rivit kaksi väliä kentän nimeä enemmän.",
        " " * indent + line.strip(),
    )
    yield (
        "Rivillä ei ole kenttää, eikä se jatka edellistä tekstiä. Poista rivi, tai jos se on muistiinpano "
        "tekijöille, aloita se merkillä #.",
        f"# {line.strip()}",
    )


def wrong_indent(lines: Lines, number: int) -> Iterator[Found]:
    """A line deeper or shallower than those it belongs with."""
    line = lines[number]
    own = _indent(line)
    for indent in _indents(lines, number):
        if indent == own:
            continue
        steps, way = abs(indent - own), "oikealle" if indent > own else "vasemmalle"
        much = "yksi väli" if steps == 1 else f"{steps} väliä"
        yield (
            f"Rivin sisennys ei täsmää sitä edeltäviin. Siirrä riviä {much} {way}, niin että saman "
            "tason kentät alkavat samasta sarakkeesta.",
            " " * indent + line.lstrip(),
        )


def _indents(lines: Lines, number: int) -> Iterator[int]:
    """The indents that the lines around have, the nearest first; those of list items also behind their dash."""
    near = [*_above(lines, number), *range(number + 1, min(len(lines), number + 4))]
    found: dict[int, None] = {}
    for place in near:
        line = lines[place]
        if line.strip() and not line.lstrip().startswith("#"):
            dash = re.match(r"\s*(?:- +)+", line)
            found.update(dict.fromkeys([*([len(dash.group())] if dash else []), _indent(line)]))
    yield from found


def _above(lines: Lines, number: int) -> range:
    return range(number - 1, max(-1, number - 13), -1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


# In order: what is surely seen in the line itself comes before what is guessed of its place.
CAUSES: tuple[Callable[[Lines, int], Iterator[Found]], ...] = (
    odd_spaces,
    tabs,
    fence,
    smart_quotes,
    quote_left_open,
    goes_on_after_quotes,
    backslash,
    brackets,
    colon_in_value,
    colon_in_flow,
    starts_like_yaml,
    bullet,
    first_dash_missing,
    dash_without_space,
    colon_without_space,
    colon_left_out,
    text_without_indent,
    wrong_indent,
)
CONTROL = "Rivillä on ohjausmerkki, jota tekstissä ei voi olla"
# The parser's own words, of the parser in C and of the one in Python, and what they mean.
MEANINGS = (
    ("mapping values are not allowed", "Kaksoispiste on kohdassa, johon kenttä ei sovi"),
    ("could not find expected ':'", "Rivillä ei ole kenttää: kaksoispiste puuttuu"),
    ("sequence entries are not allowed", "Luettelon kohta (- ) on kohdassa, johon se ei sovi"),
    ("that cannot start any token", "Arvo alkaa merkillä, jolla arvo ei voi alkaa"),
    ("tab character", "Rivillä on sarkain (Tab): käytä välilyöntejä"),
    ("unexpected end of stream", "Lainausmerkki tai sulku jää auki tiedoston loppuun asti"),
    ("unknown escape character", "Kenoviivalla on lainausmerkeissä oma merkitys"),
    ("control characters are not allowed", CONTROL),
    ("special characters are not allowed", CONTROL),
    ("expected ',' or", "Sulku tai pilkku puuttuu luettelosta tai ryhmästä"),
    ("node content", "Arvo puuttuu pilkun tai sulun vierestä"),
    ("expected key", "Rivin sisennys tai edellisen arvon lainausmerkit eivät täsmää"),
    ("expected <block end>", "Rivin sisennys tai edellisen arvon lainausmerkit eivät täsmää"),
    ("'-' indicator", "Luettelon kohtien sisennys ei täsmää"),
    ("alphabetic or numeric", "Arvo alkaa merkillä * tai &: kirjoita se lainausmerkkeihin"),
    ("document", "Merkit --- tai ... ovat keskellä tiedostoa"),
)


def line_of(words: str) -> str:
    """A sentence for a fault whose cause nobody knows."""
    meaning = next((said for part, said in MEANINGS if part in words), "Tiedoston muoto on rikki")
    if meaning == CONTROL:
        return f"{meaning}. Poista se; rivi on helpointa kirjoittaa uudelleen."
    return (
        f"{meaning}. Tarkista tämä ja edellinen rivi: sisennys, kaksoispisteet, sulut ja lainausmerkit; "
        "teksti, jossa on kaksoispiste, kirjoitetaan lainausmerkkeihin."
    )
