"""Addresses inside stay inside: every spelling, by the register's rule, at a redirect, and at the moment of connecting."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.linkcheck.asking import Asker, NoReply
from catalogue.linkcheck.polite import Manners
from catalogue.linkcheck.visitor import visit
from catalogue.links.address import faults
from catalogue.links.inside import is_inside, number_is_inside
from linkserver import linkserver, moved_to

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NUMBERS = (
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",  # a cloud's metadata
    "100.100.100.200",  # another's
    "168.63.129.16",  # a third's, on a public number
)
NAMES = (
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "localhost.localdomain",
    "ip6-localhost",
    "palvelin",
    "intra.koivula.fi",
    "koivula.local",
    "metadata.google.internal",
    "instance-data",
    "loc\u00adalhost",
    "ⓛocalhost",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[fe80::1]",
    "[fe80::1%25lo]",
    "[fec0::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[ff02::1]",
    "[64:ff9b:1::7f00:1]",
    "[2001:0:7f00:1::1]",
    "[2001:db8::1]",
    "[::ffff:0:127.0.0.1]",
    "[2a00::5efe:127.0.0.1]",
    "256.256.256.256",
    "1.2.3.4.5",
    "127.0.0.08",
    "0x7f.1.",
)
PUBLIC = (
    "koivula.fi",
    "www.koivula.fi",
    "KOIVULA.FI",
    "koivula.fi.",
    "1.koivula.fi",
    "127.0.0.1.koivula.fi",
    "0x7f.koivula.fi",
    "localhost.fi",
    "intranetti.fi",
    "local.koivula.fi",
    "internal.koivula.fi",
    "älä.fi",
    "xn--l-0ga6a.fi",
    "thl.fi",
    "innokyla.fi",
    "doi.org",
    "web.archive.org",
    "urn.fi",
    "julkaisut.valtioneuvosto.fi",
    "10.fi",
    "a.10.fi",
    "8.8.8.8",
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.1",
    "126.255.255.255",
    "128.0.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.167.255.255",
    "192.169.0.1",
    "169.253.255.255",
    "169.255.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "168.63.129.17",
    "198.17.255.255",
    "198.20.0.1",
    "223.255.255.254",
    "134744072",
    "0x08080808",
    "[2001:4860:4860::8888]",
    "[2a00:1450:400f:80c::200e]",
    "[::ffff:8.8.8.8]",
    "[64:ff9b::808:808]",
)


def spellings(text: str) -> Iterator[str]:
    """Ways of writing the host of an address that browsers, resolvers or libcurl read as one IPv4 number."""
    a, b, c, d = (int(part) for part in text.split("."))
    whole = int(ipaddress.IPv4Address(text))
    yield from (text, f"{text}.", str(whole), hex(whole), hex(whole).upper(), f"0{whole:o}")
    yield f"{a:#x}.{b:#x}.{c:#x}.{d:#x}"
    yield f"0{a:o}.0{b:o}.0{c:o}.0{d:o}"
    yield f"0000{a:o}.{b}.{c:#x}.{d}"
    yield f"{a}.{whole & 0xFFFFFF}"
    yield f"{a}.{b}.{whole & 0xFFFF}"
    yield f"{a:#x}.{b}.{whole & 0xFFFF:#x}"
    yield text.translate(WIDE)
    yield text.replace(".", "。")
    yield "".join(f"%{ord(letter):02x}" for letter in text)
    yield f"koivula.fi@{text}"
    yield f"nimi:sana@{a}.{whole & 0xFFFFFF}"
    yield f"[::ffff:{text}]"
    yield f"[::ffff:{whole >> 16:x}:{whole & 0xFFFF:x}]"
    yield f"[::{text}]"
    yield f"[64:ff9b::{text}]"
    yield f"[2002:{whole >> 16:x}:{whole & 0xFFFF:x}::1]"


HOSTS = sorted({*NAMES, *(one for number in NUMBERS for one in spellings(number))})


def test_corpus_is_as_large_as_promised() -> None:
    assert len(HOSTS) >= 120
    assert len(PUBLIC) >= 40


@pytest.mark.parametrize("host", HOSTS)
def test_registers_rule_refuses_every_spelling(host: str) -> None:
    assert is_inside(host.rpartition("@")[2])
    assert [*faults(f"https://{host}/a")]


@pytest.mark.parametrize("host", PUBLIC)
def test_public_host_is_not_inside(host: str) -> None:
    assert not is_inside(host)
    if not host.strip("[]").replace(".", "").isalnum() or not host[0].isdigit():
        assert not [one for one in faults(f"https://{host}/a") if "ei ole julkinen" in one]


@given(st.ip_addresses(v=4))
def test_a_number_is_judged_alike_in_every_spelling(number: ipaddress.IPv4Address) -> None:
    direct = number_is_inside(number)
    for spelling in [*spellings(str(number))][:-3]:
        assert is_inside(spelling.rpartition("@")[2]) == direct, spelling


class Trap:
    """A server on this machine, of both families where there are two, that must never be touched."""

    def __init__(self) -> None:
        self.touched = 0
        first = socket.create_server(("127.0.0.1", 0))
        self.port = first.getsockname()[1]
        self.listening = [first]
        with suppress(OSError):
            self.listening.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))

    def serve(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                came, _ = listening.accept()
                self.touched += 1
                came.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                came.close()


@contextmanager
def trap() -> Iterator[Trap]:
    made = Trap()
    threads = [threading.Thread(target=made.serve, args=(one,)) for one in made.listening]
    for thread in threads:
        thread.start()
    yield made
    for one in made.listening:
        one.shutdown(socket.SHUT_RDWR)
        one.close()
    for thread in threads:
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_trap_is_touched_by_who_may(no_proxy: None) -> None:
    with trap() as inside:
        url = f"http://127.0.0.1:{inside.port}/a"
        quick = Manners(delay=0, retries=0, endpoints=frozenset({("127.0.0.1", inside.port)}))
        assert visit([url], NOW, quick)[url].outcome == "works"
        assert inside.touched > 0


def targets(port: int) -> list[str]:
    """What a hostile page may redirect to."""
    made = []
    for host in HOSTS:
        made.append(f"http://{host}:{port}/a")
    made += [rf"http:/\127.0.0.1:{port}/a", rf"http:\\127.1:{port}\a", f"//127.1:{port}/a"]
    made += [rf"\\127.0.0.1:{port}/a", rf"http://koivula.fi\@127.0.0.1:{port}/a"]
    made += [f"http:///127.0.0.1:{port}/a", f"http:127.0.0.1:{port}/a", f"ftp://127.0.0.1:{port}/"]
    made += [
        f"file:///etc/passwd#{port}",
        f"gopher://127.0.0.1:{port}/_GET",
        f"dict://127.1:{port}/",
    ]
    return made


def test_redirects_inside_are_not_followed() -> None:
    with trap() as inside, linkserver() as server:
        wanted = targets(inside.port)
        for place, target in enumerate(wanted):
            server.pages[f"/{place}"] = moved_to(quote(target, safe="%/:@[]\\#?", encoding="utf-8"))
            server.pages[f"/kahdesti/{place}"] = moved_to(f"/{place}", 302)
        urls = [server.url(f"/{path}{n}") for path in ("", "kahdesti/") for n in range(len(wanted))]
        quick = Manners(delay=0, timeout=2, retries=0, endpoints=frozenset({server.endpoint}))
        found = visit(urls, NOW, quick)
        assert inside.touched == 0
    assert len(found) == len(urls)
    assert not [url for url, check in found.items() if check.alive]
    told = [check.detail for check in found.values()].count("ohjaa sisäverkkoon")
    assert told >= 2 * len(HOSTS)


def test_nothing_inside_is_connected_to_whatever_libcurl_makes_of_the_address() -> None:
    """The names' judge left out: here the guard at the socket stands alone."""
    refused = 0
    with trap() as inside, Asker(Manners(), threading.Event()) as asker:
        for target in targets(inside.port):
            host = urlsplit(target).hostname if "\\" not in target else ""
            if host and not host.isascii():
                continue  # needs the name service
            with pytest.raises(NoReply) as told:
                asker.ask("GET", target, 0.5)
            refused += told.value.inside
        assert inside.touched == 0
    assert refused > 100


NUMBERS_OF_A_NAME = ("127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]")


@pytest.mark.parametrize("number", NUMBERS_OF_A_NAME)
def test_public_name_that_resolves_inside_is_not_connected_to(number: str) -> None:
    with trap() as inside:
        url = f"http://www.koivula.fi:{inside.port}/a"
        names = (f"www.koivula.fi:{inside.port}:{number}",)
        found = visit([url], NOW, Manners(delay=0, timeout=2, retries=0, resolve=names))[url]
        assert (found.outcome, found.detail) == (
            "server_error",
            "palvelimen nimi johtaa sisäverkkoon",
        )
        assert inside.touched == 0
