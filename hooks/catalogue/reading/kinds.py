"""Files that are no YAML at all, known by how they begin."""

from __future__ import annotations

import re

TOLD = "Tiedosto on {}, ei tekstiä. Kopioi sisältö tekstinä uuteen tiedostoon, jonka pääte on .yml."
STARTS = (
    (b"PK\x03\x04", TOLD.format("Word-, Excel- tai pakattu tiedosto")),
    (b"\xd0\xcf\x11\xe0", TOLD.format("vanhan Wordin tai Excelin tiedosto")),
    (b"{\\rtf", TOLD.format("tekstinkäsittelyn RTF-tiedosto")),
    (b"%PDF", TOLD.format("PDF")),
    (b"\x89PNG", TOLD.format("kuva")),
    (b"\xff\xd8\xff", TOLD.format("kuva")),
    (b"GIF8", TOLD.format("kuva")),
)
PAGE = re.compile(rb"\s*(?:<!doctype|<html|<\?xml|<body|<div|<p[ >])", re.IGNORECASE)


def no_yaml(raw: bytes) -> str:
    """What a file is, and what to do, when it is no text; empty when it may be."""
    for start, told in STARTS:
        if raw.startswith(start):
            return told
    if PAGE.match(raw.removeprefix(b"\xef\xbb\xbf")):
        return "Tiedosto on verkkosivu (HTML). Kopioi sivulta teksti ja kirjoita se kenttiin (avain: arvo)."
    return ""
