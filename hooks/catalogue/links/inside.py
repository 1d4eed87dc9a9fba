"""Which hosts are inside: this machine, private and link-local networks, clouds' metadata. Pure.

A number has many spellings (`127.1`, `0x7f000001`, `0177.0.0.1`, `[::ffff:127.0.0.1]`); here each is read as the
resolvers read it, and what only looks like a number is inside, too: nobody public is called so. A *name* that leads
inside cannot be told from its spelling: `linkcheck.asking` judges the very number that is connected to.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import unquote

Number = ipaddress.IPv4Address | ipaddress.IPv6Address

NAMES = re.compile(
    r"((^|\.)(localhost|localdomain|local|lan|intra|intranet|internal|home|corp|test|invalid|onion|home\.arpa|ad\.[\w.]+)"
    r"|^(.+\.)?(intra|intranet|extranet)\..+)$"
)
DOTS = str.maketrans("。．｡", "...")
LIKE_A_NUMBER = re.compile(r"(^|\.)(\d+|0x[0-9a-f]*)$")
MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Inside whatever the standard library of this Python's version says of them: a cloud's metadata on a public number,
# relays, and the ways of writing an IPv4 number in IPv6 that no public server is reached by.
INSIDE_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        ("168.63.129.16/32", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3"),
    )
)
INSIDE_V6 = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "::/96",
            "::ffff:0:0:0/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",  # Teredo and other protocols' own
            "2001:db8::/32",
            "2002::/16",  # 6to4
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/9",  # link-local and what was site-local
            "ff00::/8",
        ),
    )
)
ISATAP = (0x00005EFE, 0x02005EFE)


def is_inside(host: str) -> bool:
    """Whether a host as an address writes it, name or number, is not one of the public network."""
    host = plain(host)
    if ":" in host or LIKE_A_NUMBER.search(host):
        try:
            return number_is_inside(_number(host))
        except ValueError:
            return True
    return "." not in host or bool(NAMES.search(host))


def plain(host: str) -> str:
    """A host as the resolver gets it: escapes, full-width letters, odd dots and invisible characters read."""
    read = unicodedata.normalize("NFKC", unquote(host).translate(DOTS)).translate(DOTS).lower()
    seen = "".join(c for c in read if unicodedata.category(c) != "Cf")
    return seen.strip("[]").rstrip(".")


def number_is_inside(number: Number) -> bool:
    """Whether what is connected to is not public; an IPv4 number in IPv6 is judged by itself."""
    if isinstance(number, ipaddress.IPv4Address):
        return not number.is_global or any(number in network for network in INSIDE_V4)
    if number in MAPPED or number in NAT64:
        return number_is_inside(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
    return (
        not number.is_global
        or any(number in network for network in INSIDE_V6)
        or int(number) >> 32 & 0xFFFFFFFF in ISATAP
    )


def _number(host: str) -> Number:
    """The number of a host that looks like one. Raises ValueError."""
    if ":" in host:
        return ipaddress.IPv6Address(host.split("%")[0])
    *leading, last = (_part(part) for part in host.split("."))
    if len(leading) > 3 or any(part > 255 for part in leading) or last >= 256 ** (4 - len(leading)):
        raise ValueError(host)
    return ipaddress.IPv4Address(
        sum(part << 24 - 8 * place for place, part in enumerate(leading)) + last
    )


def _part(text: str) -> int:
    """A part of a dotted number as inet_aton reads it: decimal, octal after 0, hexadecimal after 0x."""
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    if not text.isascii() or not text.isdigit():
        raise ValueError(text)
    return int(text, 8 if text.startswith("0") else 10)
