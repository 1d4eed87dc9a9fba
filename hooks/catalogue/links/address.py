"""Addresses as text: what must not be written, which two are the same page, what names a copy. Pure."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from catalogue.links.inside import is_inside

if TYPE_CHECKING:
    from collections.abc import Iterator

TRACKING = re.compile(
    r"(?i)^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|mc_eid|mc_cid|igshid|igsh|ref_src|_ga|_gl|_hsenc|_hsmi"
    r"|mkt_tok|vero_id)$"
)
SHARED = re.compile(
    r"(?i)(^|\.)(youtube\.com|youtu\.be|spotify\.com)$"
)  # hosts whose `si` tells who shared the link
PLACEHOLDER = re.compile(r"(?i)(^|\.)(example|esimerkki|osoite|xxx+|todo|tbd)(\.[a-z]{2,})?$")
MARKED = re.compile(r"\s|%20$|[<>{}\\^`|]|…|\.\.\.|#$|(?i:/(?:todo|tbd|xxx+)/?$)")
WRAPPED = re.compile(r"(?:<|\[[^\]]*\]\(|\(|\[)(?P<url>https?://[^<>()\[\]\s]+)[>)\]]+")
BARE_HOST = re.compile(r"(?i)(?:[\w-]+\.)+[a-z]{2,}(?:/|$)")
LOGIN = re.compile(
    r"(?i)(/(log-?in|sign-?in|wp-login|wp-admin|kirjaudu|kirjautuminen|tunnistaudu)\b"
    r"|/(idp|saml2?|shibboleth\.sso|oauth2?)/|sharepoint\.com|teams\.microsoft\.com|login\.microsoftonline\.com|accounts\.google\.com|tunnistus\.suomi\.fi|thinkingportfolio|\.ims\.fi)"
)
NOT_FOUND = re.compile(
    r"(?i)/(?:[\w-]*[-_])?(?:404|not-?_?found|ei-?l(?:oydy|öydy|%C3%B6ydy)\w*|virhe(?:sivu)?|error)"
    r"(?:[-_][\w-]*)?(?:\.\w{2,5})?/?$"
)
COPY = re.compile(r"/(?P<stamp>\d{4,14})(?:[a-z]{2}_)?/(?P<original>https?:/{1,2}.+)$")
ARCHIVE_HOW = "Käytä muotoa https://web.archive.org/web/<aika>/<osoite>."


def faults(url: str) -> Iterator[str]:
    """What is wrong with an address, one sentence each; nothing when it is fine."""
    if bare := WRAPPED.fullmatch(url.strip()):
        yield f"Kirjoita pelkkä osoite ilman sulkuja ja muita merkkejä: {bare['url']}"
        return
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        yield f"Osoite ei jäsenny: {url}"
        return
    if parts.scheme not in ("http", "https") or not host:
        told = f" Kirjoita https://{url}" if BARE_HOST.match(url) else ""
        yield f"Osoitteen pitää alkaa https:// tai http:// ja siinä pitää olla palvelin.{told}"
        return
    if parts.username is not None or parts.password is not None:
        yield "Osoitteessa on käyttäjätunnus tai salasana. Poista se."
    if is_inside(host):
        yield f"Palvelin ”{host}” ei ole julkinen."
    elif not re.fullmatch(r"(?i)[a-z0-9äöå.-]+\.(xn--[a-z0-9-]+|[a-z]{2,})", host):
        yield f"Palvelimen nimi ”{host}” näyttää kirjoitusvirheeltä."
    if LOGIN.search(url):
        yield "Sivu vaatii kirjautumisen. Linkitä julkinen sivu."
    if clean(url) != urlunsplit(parts):
        yield f"Osoitteessa on korostus tai seurantaosa. Puhdas muoto: {clean(url)}"
    if PLACEHOLDER.search(host) or MARKED.search(url):
        yield "Osoite on esimerkki tai keskeneräinen, tai siinä on ylimääräisiä merkkejä."


def archive_faults(archive: str, url: str | None) -> Iterator[str]:
    """Why an archive's address is not a copy of `url`; the address of a copy shows what was copied and when."""
    if url is None:
        yield "Arkisto-osoite tarvitsee rinnalleen alkuperäisen osoitteen: lisää kenttä url."
        return
    original = archived(archive)
    if original is None:
        yield f"Arkisto-osoitteesta ei näy, minkä sivun kopio se on ja miltä ajalta. {ARCHIVE_HOW}"
    elif trivial(original) != trivial(url):
        yield f"Arkisto-osoite on eri sivun kopio: {original}"


def archived(archive: str) -> str | None:
    """The address whose copy an archive's address names, as web.archive.org/web/<stamp>/<url> does."""
    parts = urlsplit(archive)
    found = COPY.search(parts.path + (f"?{parts.query}" if parts.query else ""))
    return re.sub(r"^(https?:)/+", r"\1//", found["original"]) if found else None


def clean(url: str) -> str:
    """The address without text fragments and tracking parameters; the rest stays as it was written."""
    parts = urlsplit(url)
    shared = bool(SHARED.search(parts.hostname or ""))
    kept = [
        pair for pair in parts.query.split("&") if not _tracks(unquote(pair.split("=")[0]), shared)
    ]
    return urlunsplit(
        (parts.scheme, parts.netloc, parts.path, "&".join(kept), parts.fragment.split(":~:")[0])
    )


def trivial(url: str) -> str:
    """The address without what does not tell two pages apart.

    Scheme, www., case and script of the host, default port, index page, closing slash, spelling of escapes, order of
    parameters, fragment.
    """
    try:
        parts = urlsplit(clean(url))
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").rstrip(".").removeprefix("www.").removeprefix("dx.")
    with contextlib.suppress(UnicodeError):
        host = host.encode("idna").decode()
    path = re.sub(r"/(index|default)\.(html?|php|aspx?)$", "/", quote(unquote(parts.path)))
    query = "&".join(sorted(quote(unquote(pair), safe="=+") for pair in parts.query.split("&")))
    return f"{host}{f':{port}' if port not in (None, 80, 443) else ''}{path.rstrip('/')}?{query}"


def is_front_page(url: str) -> bool:
    """Whether an address is a site's first page, in whatever language."""
    parts = urlsplit(url)
    return (
        parts.path.strip("/").lower() in ("", "fi", "sv", "en", "etusivu", "home", "index.html")
        and not parts.query
    )


def _tracks(name: str, shared: bool) -> bool:
    return bool(TRACKING.match(name)) or (shared and name == "si")
