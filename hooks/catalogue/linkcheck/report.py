"""What a run found, for a maintainer: one line for the terminal, Markdown for the repository's issue."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalogue.finnish.formats import date
from catalogue.links.outcome import WORDS
from catalogue.links.register import objection

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.links.register import Reference
    from catalogue.links.state import Changes, Link, State

HEADINGS = (
    (
        "died",
        "Kuolleet",
        "Sivu ei ole vastannut eri päivien tarkistuksissa. Lukija ohjataan arkistokopioon, jos lähteellä on se.",
    ),
    (
        "moved",
        "Siirtyneet pysyvästi",
        "Palvelin ilmoittaa uuden osoitteen. `mallit links --fix` tekee muutokset, joita ei tarvitse harkita.",
    ),
    ("revived", "Palanneet", "Kuolleeksi merkitty sivu vastaa taas. Mitään ei tarvitse tehdä."),
    (
        "shut",
        "Avaa itse selaimessa",
        "Palvelin ei ole päästänyt tarkistajaa sivulle kuukausiin, joten sen kuntoa ei tiedetä. Avaa sivu: jos se toimii, "
        "kirjoita lähteen kenttään `accessed` tämä päivä, ja se riittää seuraaviksi kuukausiksi.",
    ),
    ("waiting", "Odottavat yhä muokkausta", "Kerrottu jo aiemmin."),
)
ESCAPED = str.maketrans(
    {"<": "&lt;", ">": "&gt;", "@": "&#64;"} | {c: f"\\{c}" for c in "\\`*_[]#!|"}
)


def summary(run: State, left: Iterable[str], before: State) -> str:
    """`Tarkistettu 58 osoitetta: 50 toimii, 8 poissa.` and what waits for the next run, with its age."""
    counts = Counter(WORDS[link.last.outcome] for link in run.values())
    told = ", ".join(f"{count} {words}" for words, count in counts.most_common())
    return f"Tarkistettu {_counted(len(run))}: {told or 'ei yhtään'}.{_rest([*left], before)}"


def _rest(left: Sequence[str], before: State) -> str:
    if not left:
        return ""
    ages = [before[url].last.at for url in left if url in before]
    never = len(left) - len(ages)
    told = [f"vanhin tarkistettu {date(min(ages).date())}"] if ages else []
    told += [f"{never} ei vielä kertaakaan"] if never else []
    return f" Jäi seuraavaan kertaan: {_counted(len(left))}, {', '.join(told)}."


def _counted(number: int) -> str:
    return f"{number} {'osoite' if number == 1 else 'osoitetta'}"


def markdown(
    changes: Changes, references: Sequence[Reference], taken: dict[str, str], now: datetime.datetime
) -> str:
    """The text of the issue; empty when nothing changed."""
    if not changes:
        return ""
    lines = [
        f"Linkkien viikkotarkistus {date(now.date())}. Tämä teksti on koneen kirjoittama ja päivittyy.",
        "",
    ]
    for name, heading, explained in HEADINGS:
        links: tuple[Link, ...] = getattr(changes, name)
        if links:
            lines += [f"## {heading} ({len(links)})", "", explained, ""]
            for link in links:
                lines += _entries(link, [one for one in references if one.url == link.url], taken)
            lines.append("")
    return "\n".join(lines)


def _entries(link: Link, places: Iterable[Reference], taken: dict[str, str]) -> Iterator[str]:
    for reference in places:
        yield f"- **{_plain(reference.title)}** (`{reference.source}`), `{reference.place}`"
        yield f"  - Osoite: {_code(link.url)}"
        yield f"  - Tila: {_told(link)}"
        yield from (f"  {line}" for line in _proposal(link, reference, taken))


def _told(link: Link) -> str:
    detail = f" ({_plain(link.last.detail)})" if link.last.detail else ""
    alive = (
        f"; toimi viimeksi {date(link.last_alive.date())}"
        if link.last_alive and not link.last.alive
        else ""
    )
    times = "kerran" if len(link.failed) == 1 else "kertaa"
    since = (
        f"; ei vastannut kunnolla {len(link.failed)} {times} {date(link.failed[0].date())} alkaen"
        if link.failed
        else ""
    )
    return WORDS[link.last.outcome] + detail + alive + since


def _proposal(link: Link, reference: Reference, taken: dict[str, str]) -> Iterator[str]:
    if link.last.outcome == "moved":
        against = objection(reference, link, taken)
        if against:
            yield f"- Uusi osoite: {_code(link.last.target)}"
            yield f"- Harkitse: {_plain(against)}"
        else:
            yield "- Ehdotus:"
            yield from (
                "  ```diff",
                f"  -{reference.field}: {_fenced(link.url)}",
                f"  +{reference.field}: {_fenced(link.last.target)}",
                "  ```",
            )
    elif link.verdict() == "dead":
        if reference.field == "url" and reference.archive:
            yield "- Ehdotus: arkistokopio on jo tallessa, muuta ei tarvita."
        elif reference.field == "url":
            yield "- Ehdotus: etsi uusi osoite tai lisää arkistokopio:"
            yield from (
                "  ```yaml",
                f'  archive_url: "https://web.archive.org/web/<aika>/{_fenced(link.url)}"',
                "  ```",
            )
        else:
            yield "- Ehdotus: vaihda toiseen arkistokopioon tai poista kenttä."


def _code(url: str) -> str:
    return f"`{_fenced(url)}`"


def _fenced(url: str) -> str:
    return url.replace("`", "%60").replace("\n", "%0A").replace("\r", "%0D")


def _plain(text: str) -> str:
    """Text of a server or a file that must not become Markdown, a mention or HTML."""
    return " ".join(text.split()).translate(ESCAPED)
