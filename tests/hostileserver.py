"""Real servers on loopback that do to a visitor whatever a server can: each behaviour has a server of its own.

They speak over bare sockets, for no well-kept server can be made to answer like this. A behaviour is a generator of
the parts of an answer; it may sleep between them and may never end.
"""

from __future__ import annotations

import itertools
import socket
import threading
import time
import zlib
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Behaviour = Callable[["Asked"], Iterator[bytes]]

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
MOVED = b"HTTP/1.1 301 Moved\r\nLocation: /uusi\r\nConnection: close\r\n"
SHORT = OK + b"Content-Length: 2\r\n\r\nok"
MUCH = b"x" * 65536
DRIP = 0.05


@dataclass(frozen=True)
class Asked:
    """A request: its method and path, and which request to this server it is, from 1."""

    method: str
    path: str
    nth: int


@cache
def packed(part: bytes, times: int) -> bytes:
    """A part over and over, as one gzip stream."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return b"".join([packer.compress(part) for _ in range(times)]) + packer.flush()


def bomb() -> bytes:
    return packed(b" " * 1_000_000, 400)


def drip(text: bytes = b"x") -> Iterator[bytes]:
    for letter in itertools.cycle(text):
        yield bytes([letter])
        time.sleep(DRIP)


def dripped_headers(_: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX-Pitka: "
    yield from drip()


def endless_header(_: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX-Pitka: "
    yield from itertools.repeat(MUCH)


def endless_headers(_: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    for n in itertools.count():
        yield b"X-%d: a\r\n" % n * 100


def endless_status(_: Asked) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 "
    yield from itertools.repeat(MUCH)


def endless_continue(_: Asked) -> Iterator[bytes]:
    yield from itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def dripped_continue(_: Asked) -> Iterator[bytes]:
    for _n in itertools.count():
        yield b"HTTP/1.1 100 Continue\r\n\r\n"
        time.sleep(DRIP)


def no_http(_: Asked) -> Iterator[bytes]:
    yield from itertools.repeat(MUCH)


def silent(_: Asked) -> Iterator[bytes]:
    time.sleep(3600)
    yield b""


def dripped_redirect(asked: Asked) -> Iterator[bytes]:
    if asked.path == "/uusi":
        yield SHORT
        return
    yield MOVED + b"Content-Length: 100000\r\n\r\n"
    yield from drip()


def endless_redirect(asked: Asked) -> Iterator[bytes]:
    if asked.path == "/uusi":
        yield SHORT
        return
    yield MOVED + b"\r\n"
    yield from itertools.repeat(MUCH)


def endless_after_405(asked: Asked) -> Iterator[bytes]:
    if asked.method == "HEAD":
        yield b"HTTP/1.1 405 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    else:
        yield from endless_redirect(asked)


def bomb_redirect(asked: Asked) -> Iterator[bytes]:
    if asked.path == "/uusi":
        yield SHORT
        return
    yield MOVED + b"Content-Encoding: gzip\r\n\r\n" + bomb()


def bomb_page(_: Asked) -> Iterator[bytes]:
    yield OK + b"Content-Encoding: gzip\r\n\r\n" + bomb()


def double_bomb_page(_: Asked) -> Iterator[bytes]:
    yield OK + b"Content-Encoding: gzip, gzip\r\n\r\n" + packed(bomb(), 1)


def packed_nothing(_: Asked) -> Iterator[bytes]:
    """Much that comes and nothing that unpacks: empty blocks without end."""
    yield OK + b"Content-Encoding: gzip\r\n\r\n" + b"\x1f\x8b\x08" + bytes(6) + b"\x03"
    yield from itertools.repeat(b"\x00\x00\x00\xff\xff" * 10_000)


def bomb_of_tags(_: Asked) -> Iterator[bytes]:
    yield OK + b"Content-Encoding: gzip\r\n\r\n" + packed(b"<b>" * 333_000, 100)


def endless(*parts: bytes) -> Behaviour:
    def behave(_: Asked) -> Iterator[bytes]:
        yield OK + b"\r\n"
        yield from itertools.chain(parts[:-1], itertools.repeat(parts[-1]))

    return behave


def dripped_page(_: Asked) -> Iterator[bytes]:
    yield OK + b"\r\n"
    yield from drip(b"<p>sivu</p>")


def endless_chunk_header(_: Asked) -> Iterator[bytes]:
    yield OK + b"Transfer-Encoding: chunked\r\n\r\n5;"
    yield from itertools.repeat(MUCH)


def small_chunks(_: Asked) -> Iterator[bytes]:
    yield OK + b"Transfer-Encoding: chunked\r\n\r\n"
    yield from itertools.repeat(b"1\r\nx\r\n" * 5000)


def endless_trailer(_: Asked) -> Iterator[bytes]:
    yield OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Pitka: "
    yield from itertools.repeat(MUCH)


def location(size: int) -> Behaviour:
    def behave(asked: Asked) -> Iterator[bytes]:
        if "aaa" in asked.path:
            yield SHORT
        else:
            yield MOVED.replace(b"/uusi", b"/" + b"a" * size) + b"Content-Length: 0\r\n\r\n"

    return behave


def loop(_: Asked) -> Iterator[bytes]:
    yield MOVED.replace(b"/uusi", b"/uusi") + b"Content-Length: 0\r\n\r\n"


def new_loop(asked: Asked) -> Iterator[bytes]:
    yield MOVED.replace(b"/uusi", b"/%d" % asked.nth) + b"Content-Length: 0\r\n\r\n"


def loop_of_cookies(asked: Asked) -> Iterator[bytes]:
    cookies = b"".join(b"Set-Cookie: k%d-%d=%s\r\n" % (asked.nth, n, b"x" * 900) for n in range(50))
    yield MOVED.replace(b"/uusi", b"/%d" % asked.nth) + cookies + b"Content-Length: 0\r\n\r\n"


def slow_loop(asked: Asked) -> Iterator[bytes]:
    time.sleep(0.3)
    yield from new_loop(asked)


PAGES: dict[str, Behaviour] = {
    "headers dripped": dripped_headers,
    "header without end": endless_header,
    "headers without end": endless_headers,
    "status line without end": endless_status,
    "100 Continue without end": endless_continue,
    "100 Continue dripped": dripped_continue,
    "no HTTP at all": no_http,
    "silence": silent,
    "redirect, body dripped": dripped_redirect,
    "redirect, endless body": endless_redirect,
    "405 to HEAD, then such": endless_after_405,
    "redirect, gzip bomb": bomb_redirect,
    "page, gzip bomb": bomb_page,
    "page, bomb in a bomb": double_bomb_page,
    "page, packed nothing without end": packed_nothing,
    "page, bomb of tags": bomb_of_tags,
    "page without end": endless(b"<p>sivu</p>" * 5000),
    "page, one tag without end": endless(b"<a ", b"x=y " * 16000),
    "page, one value without end": endless(b"<a id='", MUCH),
    "page, brackets without end": endless(b"<" * 65536),
    "page, comments begun": endless(b"<!--" * 16000),
    "page, entities": endless(b"&" * 65536),
    "page, script without end": endless(b"<script>", MUCH),
    "page dripped": dripped_page,
    "chunk header without end": endless_chunk_header,
    "chunks of one byte": small_chunks,
    "trailer without end": endless_trailer,
    "Location of 60,000": location(60_000),
    "Location of 10 million": location(10_000_000),
    "redirect loop": loop,
    "redirects without end": new_loop,
    "redirects with cookies": loop_of_cookies,
    "slow redirects": slow_loop,
}
ROBOTS: dict[str, Behaviour] = {
    "robots.txt dripped": dripped_page,
    "robots.txt, headers dripped": dripped_headers,
    "robots.txt without end": endless(b"User-agent: *\n" + b"Disallow: /a\n" * 5000),
    "robots.txt, one line": endless(b"User-agent: *\nDisallow: /", MUCH),
    "robots.txt, stars": endless(b"User-agent: *\n", b"Disallow: /" + b"*a" * 5000 + b"$\n"),
    "robots.txt, gzip bomb": bomb_page,
    "robots.txt, redirects": new_loop,
}


@contextmanager
def server(behaviour: Behaviour, robots: Behaviour | None = None) -> Iterator[str]:
    """The address of a server that behaves so, for robots.txt as told or with an error."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=50)
    counted = itertools.count(1)

    def talk(came: socket.socket) -> None:
        with came, suppress(OSError, ValueError, IndexError):
            came.settimeout(60)
            head = b""
            while b"\r\n\r\n" not in head and (part := came.recv(65536)):
                head += part
            method, path = head.decode("latin-1").split()[:2]
            asked = Asked(method, path, next(counted))
            if path == "/robots.txt":
                if robots is None:
                    came.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
                    return
                parts = robots(asked)
            else:
                parts = behaviour(asked)
            for part in parts:
                came.sendall(part)

    with _accepting(listening, talk):
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@contextmanager
def tls(behaviour: str) -> Iterator[str]:
    """A server whose TLS never gets ready: silent, garbage, or a greeting that drips."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=50)

    def talk(came: socket.socket) -> None:
        with came, suppress(OSError):
            if behaviour == "silent":
                time.sleep(60)
            for part in itertools.repeat(MUCH) if behaviour == "garbage" else drip(b"\x16\x03\x03"):
                came.sendall(part)

    with _accepting(listening, talk):
        yield f"https://127.0.0.1:{listening.getsockname()[1]}"


@contextmanager
def _accepting(listening: socket.socket, talk: Callable[[socket.socket], None]) -> Iterator[None]:
    def accept() -> None:
        with suppress(OSError):
            while True:
                came, _ = listening.accept()
                threading.Thread(target=talk, args=(came,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


@contextmanager
def every_kind() -> Iterator[dict[str, str]]:
    """An address of every kind of hostile server, by what it does; the place makes the whole page wanted."""
    with ExitStack() as stack:
        started: Any = stack.enter_context
        made = {name: started(server(one)) + "/a#kohta" for name, one in PAGES.items()}
        made |= {
            name: started(server(endless(b"<p>ok</p>"), one)) + "/b" for name, one in ROBOTS.items()
        }
        made |= {f"TLS {name}": started(tls(name)) + "/c" for name in ("silent", "garbage", "drip")}
        yield made
