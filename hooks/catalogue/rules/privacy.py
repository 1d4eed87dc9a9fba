"""What is never published: a machine sees the patterns, comments included, an editor sees the rest.

What an office has published for everyone may be told: `# julkinen: Kelan palvelunumero` at the end of the line, or on a
line of its own just above it (`<!-- julkinen: … -->` in Markdown). Codes of persons, paths and logins have no such way out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.problems import Problem
from catalogue.reading.places import hits
from catalogue.reading.quick import Text
from catalogue.rules.files import of_every_file
from catalogue.rules.private_forms import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.reading.source import Document


# Each for one sign, so that places stay: hyphens and spaces that look like the plain ones.
PLAIN = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\uff20": "@", "\uff0b": "+"}
    | dict.fromkeys("\t\u00ad\u200b\u200c\u200d\u2060\ufeff", " ")
    | dict.fromkeys("\u2012\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | {chr(space): " " for space in range(0x2000, 0x200B)}
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
)
ODD = re.compile(
    "[\t\u00a0\u00ad\u2000-\u200d\u2010-\u2012\u2015\u202f\u2060\u2212\ufe58\ufe63\ufeff\uff0b\uff0d\uff10-\uff19\uff20]"
)
APART = "\n|\n"  # between values that are looked at together: no form reaches over it
NATIONWIDE = re.compile(r"0[678]00")  # no person has such a number
# A number of a company or an office, where the words before it say that it is everybody's.
OFFICE = re.compile(r"0(?:10|100|200|20|29|300|30|39|71|73|75)[ \d-]")
SERVICE = re.compile(
    r"(?i)\b(?:palvelunumero|asiakaspalvelu|puhelinpalvelu|palvelupuhelin|neuvonta|vaihde|päivystys|"
    r"päivystysapu|kirjaamo|ajanvaraus|auttava puhelin|Kela)[a-zäö]*[^.\n\d]{0,40}$"
)
# Mailboxes of an office, not of a person.
MAILBOX = re.compile(
    r"(?i)(?:kirjaamo|registratur|registrator|info|neuvonta|asiakaspalvelu|palaute|viestinta|viestintä|"
    r"tietosuoja|toimisto|tiedotus|yhteydenotot|ajanvaraus)[\w.+-]{0,20}@"
)
NAMED = re.compile(r"(?i)\b(?:ISBN|ISSN|Y-tunnus|OID|URN)\b[\w:. -]{0,30}$")
MARK = re.compile(r"(?:#|<!--)\s*julkinen: *[^\s>-]")


@of_every_file
def what_is_never_published(document: Document) -> Iterator[Problem]:
    """Personal identity codes, private addresses, passwords and paths, wherever they stand."""
    told = set[tuple[int, str]]()
    marked = _marked(document)
    for problem in private(document.path, document.text, marked):
        told.add((problem.line, problem.message))
        yield problem
    yield from _in_values(document, marked, told)


def private(path: str, text: str, more: frozenset[int] = frozenset()) -> Iterator[Problem]:
    """Hits in a file as it is written, comments included, each at its place; `more`: lines that a mark speaks of, too."""
    plain = text.translate(PLAIN) if ODD.search(text) else text
    looked_at = Text(plain)
    kinds = [kind for kind in KINDS if not kind.quick or kind.quick.sees(looked_at)]
    marked = public_lines(text) | more
    for kind in kinds:
        for hit in hits(kind.form, plain):
            if kind.may_be_public and (hit.line in marked or _is_no_ones(hit.found)):
                continue
            if not kind.asks(hit.found):
                continue
            yield Problem(path, hit.line, hit.column, "yksityisyys", kind.message)


def public_lines(text: str) -> frozenset[int]:
    """The lines that a mark calls public: its own, or the next one where it stands alone."""
    if "julkinen" not in text:
        return frozenset()
    return frozenset(
        number + (not line[: found.start()].strip())
        for number, line in enumerate(text.split("\n"), 1)
        for found in MARK.finditer(line)
    )


def _marked(document: Document) -> frozenset[int]:
    """Also every line of a block text whose first line is marked: inside it there can be no mark."""
    first = public_lines(document.text)
    if not first:
        return first
    blocks = (node for node in document.nodes() if node.style in ("|", ">"))
    return first.union(
        *(
            range(node.start_mark.line + 1, node.end_mark.line + 1)
            for node in blocks
            if node.start_mark.line + 1 in first
        )
    )


def _is_no_ones(found: re.Match[str]) -> bool:
    """Whether what looks private is known to be something else: a code with its check digit, an office's own."""
    written = found.group()
    if "@" in written:
        return bool(MAILBOX.match(written))
    if not written.strip("(+").startswith("0"):
        return False
    before = found.string[max(0, found.start() - 80) : found.start()]
    if OFFICE.match(written) and SERVICE.search(before):
        return True
    return bool(
        NATIONWIDE.match(written)
        or _checks(written, r"\d{7}-\d", (7, 9, 10, 5, 8, 4, 2, 1))  # Y-tunnus
        or _checks(written, r"\d{4}-\d{4}", (8, 7, 6, 5, 4, 3, 2, 1))  # ISSN
        or NAMED.search(found.string, max(0, found.start() - 60), found.start())
    )


def _checks(written: str, form: str, weights: tuple[int, ...]) -> bool:
    """Whether the digits of this form add up by their weights to a multiple of 11."""
    if not re.fullmatch(form, written):
        return False
    digits = [int(digit) for digit in written if digit != "-"]
    return sum(map(int.__mul__, digits, weights)) % 11 == 0


def _in_values(
    document: Document, marked: frozenset[int], told: set[tuple[int, str]]
) -> Iterator[Problem]:
    """Hits that only reading brings out, written with escapes or folded over lines: those not told in its lines."""
    together = APART.join(" ".join(value.split("\n")) for value in document.odd)
    # a path may end with its value, which the look at all together cannot see
    some = "\\" in together or any(private(document.path, together))
    suspect = {value for value in (document.odd if some else ()) if _faults(document, value)}
    for node in document.nodes() if suspect else ():
        if node.value not in suspect or node.value in document.text:
            continue
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        lines = range(line, node.end_mark.line + 2)
        seen = {message for at, message in told if at in lines}
        for message, may_be_public in _faults(document, node.value).items():
            public = may_be_public and not marked.isdisjoint(lines)
            if message not in seen and not public:
                yield Problem(document.path, line, column, "yksityisyys", message)


def _faults(document: Document, value: str) -> dict[str, bool]:
    """What is told of a value read as one line, and whether a mark may call it public."""
    told = {problem.message for problem in private(document.path, " ".join(value.split("\n")))}
    return {kind.message: kind.may_be_public for kind in KINDS if kind.message in told}
