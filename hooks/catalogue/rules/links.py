"""Addresses that must not be in the register, and addresses outside it."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..records import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..problems import Problem
    from ..records import Catalogue

TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_eid|mc_cid|igshid|ref_src)$")
PRIVATE = re.compile(r"(?i)(^|\.)(localhost|local|lan|intra|intranet|internal|home|corp|ad\.[\w.]+)$")
PLACEHOLDER = re.compile(r"(?i)(^|\.)example(\.(com|org|net))?$")
LOGIN = re.compile(r"(?i)(/login|/signin|/kirjaudu|sharepoint\.com|teams\.microsoft\.com|thinkingportfolio|\.ims\.fi)")
ADDRESS = re.compile(r"(?i)\b(?:https?|ftp|data|javascript):[^\s)\]>\"”]+|\]\(\s*(?:#\s*)?\)|\bwww\.[\w-]+\.\w")


def links_that_must_not_be(catalogue: Catalogue) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for source in catalogue.sources.values():
        for field in ("url", "archive_url"):
            url = getattr(source.data, field)
            for fault in faults(url) if url else ():
                yield source.problem((field,), "linkki", fault)
        url = source.data.url
        if url and seen.setdefault(trivial(url), source.id) != source.id:
            message = f"Sama osoite on jo lähteellä ”{seen[trivial(url)]}”. Käytä sitä."
            yield source.problem(("url",), "linkki", message)
    for kind, record in catalogue.all_records():
        for loc, value in leaves(record.data):
            if isinstance(value, str) and not (kind == "source" and loc[-1] in ("url", "archive_url")) and ADDRESS.search(value):
                message = "Osoite tai tyhjä linkki tekstissä. Lisää osoite lähderekisteriin (models/sources/) ja viittaa tunnuksella."
                yield record.problem(loc, "linkki", message)


def faults(url: str) -> Iterator[str]:
    """What is wrong with an address, one sentence each; nothing when it is fine."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        yield f"Osoite ei jäsenny: {url}"
        return
    if parts.scheme not in ("http", "https") or not host:
        yield "Osoitteen pitää alkaa https:// tai http:// ja siinä pitää olla palvelin."
        return
    if parts.username is not None or parts.password is not None:
        yield "Osoitteessa on käyttäjätunnus tai salasana. Poista se."
    if _is_private(host):
        yield f"Palvelin ”{host}” ei ole julkinen."
    elif not re.fullmatch(r"(?i)[a-z0-9äöå.-]+\.[a-z]{2,}", host):
        yield f"Palvelimen nimi ”{host}” näyttää kirjoitusvirheeltä."
    if LOGIN.search(url):
        yield "Sivu vaatii kirjautumisen. Linkitä julkinen sivu."
    if ":~:" in parts.fragment or any(TRACKING.match(key) for key, _ in parse_qsl(parts.query)):
        yield f"Osoitteessa on korostus tai seurantaosa. Puhdas muoto: {clean(url)}"
    if PLACEHOLDER.search(host) or url.endswith("#") or re.search(r"\s|%20$", url):
        yield "Osoite on paikanpitäjä tai siinä on ylimääräisiä merkkejä."


def clean(url: str) -> str:
    """The address without text fragments and tracking parameters."""
    parts = urlsplit(url)
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(pair[0])])
    fragment = parts.fragment.split(":~:")[0]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, fragment))


def trivial(url: str) -> str:
    """The address without what does not tell two pages apart: scheme, www., case of host, closing slash, fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = (parts.hostname or "").lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or bool(PRIVATE.search(host))
