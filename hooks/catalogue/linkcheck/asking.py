"""One request to a server that may be as hostile as it likes, with libcurl.

libcurl rather than LinkChecker's sessions (requests): a limit of time that covers everything, name look-up, TLS,
dripped headers and endless `100 Continue` included; callbacks that see every header line and every part of a body as
it comes, so that neither is ever held whole; and the very number of a connection before it is opened, which is the
only place where a name that leads inside can be told. Redirects are not followed here: `trail` does that.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import certifi
import pycurl

from catalogue.linkcheck.polite import Stopped
from catalogue.links.inside import number_is_inside

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from types import TracebackType

    from catalogue.linkcheck.polite import Manners

    Take = Callable[[bytes], bool]  # a part of a body; whether more is wanted
    Reader = Callable[["Reply"], Take | None]  # what an answer's body is read with, if at all

MAX_HEADERS = 64 * 1024  # of all answers to one question together
MAX_BODY = 5 * 1024 * 1024  # both as it comes and as it unpacks


@dataclass(frozen=True)
class NoReply(Exception):
    """There was no whole answer. `code` and `words` are libcurl's, `errno` the system's.

    `inside`: our own guard refused a connection; `large`: the headers did not end.
    """

    code: int
    words: str = ""
    errno: int = 0
    inside: bool = False
    large: bool = False


@dataclass
class Reply:
    """A server's answer without its body. `headers` by lower-case name, the last of each."""

    url: str
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)


class Asker:
    """A libcurl handle for one visit: its cookies live as long, every request has a connection of its own."""

    def __init__(
        self,
        manners: Manners,
        stop: threading.Event,
        *,
        trusted: bool = False,
        most: int = MAX_BODY,
    ) -> None:
        """`trusted`: the operator's own address, which may be inside; `most`: bytes of a body."""
        self.manners, self.stop, self.trusted, self.most = manners, stop, trusted, most
        self.curl = pycurl.Curl()
        setting = self.curl.setopt
        setting(pycurl.NOSIGNAL, 1)
        setting(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        setting(pycurl.FOLLOWLOCATION, 0)
        setting(pycurl.FORBID_REUSE, 1)  # else libcurl asks twice where a kept connection is dead
        setting(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_1_1)
        setting(pycurl.USERAGENT, manners.agent)
        setting(
            pycurl.COOKIEFILE, ""
        )  # cookies in memory: some pages redirect until theirs come back
        setting(pycurl.NOPROXY, "")
        setting(
            pycurl.CAINFO,
            str(manners.certificates or os.environ.get("SSL_CERT_FILE") or certifi.where()),
        )
        setting(pycurl.NOPROGRESS, 0)
        if manners.resolve:
            setting(pycurl.RESOLVE, [*manners.resolve])

    def __enter__(self) -> Asker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.curl.close()

    def ask(
        self,
        method: str,
        url: str,
        seconds: float,
        reader: Reader = lambda _: None,
    ) -> Reply:
        """The answer; its body goes to what `reader` makes of the headers, part by part, and is else left unread.

        Raises `NoReply`, and `Stopped` when the run is to end.
        """
        question = _Question(self, url, reader)
        return question.put(method, seconds)


class _Question:
    """One request under way: what its callbacks see and decide."""

    def __init__(
        self,
        asker: Asker,
        url: str,
        reader: Reader,
    ) -> None:
        self.asker, self.reader = asker, reader
        self.reply = Reply(url)
        self.proxied = False
        self.inside = self.large = self.enough = False
        self.seen = self.unpacked = 0
        self.take: Take | None = None
        self.until = 0.0
        self.sockets: list[socket.socket] = []

    def put(self, method: str, seconds: float) -> Reply:
        curl, proxy = self.asker.curl, proxy_for(self.reply.url)
        self.proxied, self.until = bool(proxy), time.monotonic() + seconds
        curl.setopt(pycurl.URL, self.reply.url)
        curl.setopt(pycurl.PROXY, proxy)
        curl.setopt(pycurl.NOBODY, method == "HEAD")
        if method != "HEAD":
            curl.setopt(pycurl.HTTPGET, 1)
        curl.setopt(pycurl.ACCEPT_ENCODING, "gzip, deflate" if method == "GET" else None)
        curl.setopt(pycurl.TIMEOUT_MS, max(1, int(seconds * 1000)))
        curl.setopt(pycurl.CONNECTTIMEOUT_MS, max(1, int(seconds * 1000)))
        curl.setopt(pycurl.HEADERFUNCTION, self.header)
        curl.setopt(pycurl.WRITEFUNCTION, self.part)
        curl.setopt(pycurl.XFERINFOFUNCTION, self.progress)
        curl.setopt(pycurl.OPENSOCKETFUNCTION, self.open)
        try:
            curl.perform()
        except pycurl.error as error:
            if self.asker.stop.is_set():
                raise Stopped from None
            if not self.enough:
                code, words = int(error.args[0]), curl.errstr()
                late = time.monotonic() >= self.until
                raise NoReply(
                    pycurl.E_OPERATION_TIMEDOUT if late else code,
                    words,
                    int(curl.getinfo(pycurl.OS_ERRNO)),
                    self.inside,
                    self.large,
                ) from None
        finally:
            for one in self.sockets:
                one.close()  # libcurl has its own copy
        self.reply.status = int(curl.getinfo(pycurl.RESPONSE_CODE))
        return self.reply

    def open(self, _: int, address: tuple[int, int, int, tuple[str | bytes, int]]) -> object:
        """The guard: a socket to what is about to be connected to, or none where that is inside."""
        family, kind, protocol, place = address
        if not (self.proxied or self.asker.trusted or self._public(*place[:2])):
            self.inside = True
            return pycurl.SOCKET_BAD
        made = socket.socket(family, kind, protocol)
        self.sockets.append(made)
        return made

    def _public(self, host: str | bytes, port: int) -> bool:
        text = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        try:
            number = ipaddress.ip_address(text.split("%")[0])
        except ValueError:
            return False
        return (str(number), port) in self.asker.manners.endpoints or not number_is_inside(number)

    def header(self, line: bytes) -> int:
        self.seen += len(line)
        if self.seen > MAX_HEADERS:
            self.large = True
            return -1
        if line.startswith(b"HTTP/"):
            self.reply.headers.clear()
            with suppress(IndexError, ValueError):
                self.reply.status = int(line.split()[1])
        elif b":" in line:
            name, _, value = line.partition(b":")
            self.reply.headers[_text(name).lower()] = _text(value)
        return len(line)

    def part(self, data: bytes) -> int:
        if self.unpacked == 0:
            self.take = self.reader(self.reply)
        self.unpacked += len(data)
        self.enough = not (self.take and self.take(data)) or self.unpacked >= self.asker.most
        return 0 if self.enough or time.monotonic() >= self.until else len(data)

    def progress(self, _: float, down: float, *__: float) -> bool:
        if down > self.asker.most:
            self.enough = True
        return self.enough or self.asker.stop.is_set()


def proxy_for(url: str) -> str:
    """The operator's proxy for an address, by the environment; an empty text without one."""
    parts, proxies = urlsplit(url), urllib.request.getproxies()
    if urllib.request.proxy_bypass(parts.netloc):
        return ""
    return proxies.get(parts.scheme) or proxies.get("all") or ""


def _text(raw: bytes) -> str:
    try:
        return raw.decode().strip()
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip()
