"""A real web server on loopback whose pages misbehave in every way that a link check must tell apart.

It answers as a proxy as well: a request for `http://koivula.fi/a` is answered as `/a`, so that addresses that the
register accepts can be visited without leaving the machine.
"""

from __future__ import annotations

import datetime
import email.utils
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

SLOW = 1.5  # longer than the tests' time-out

SHORT = b"<p>sivu</p>"

Page = Callable[["Visit"], None]


class Visit(BaseHTTPRequestHandler):
    """One request. `site` is the server's shared state."""

    protocol_version = "HTTP/1.1"
    site: Site

    def handle_any(self) -> None:
        path = urlsplit(self.path).path
        with self.site.lock:
            self.site.log.append(
                (self.command, self.path, self.headers.get("User-Agent", ""), time.monotonic())
            )
            self.site.times[path] += 1
            self.nth = self.site.times[path]
        with suppress(BrokenPipeError, ConnectionResetError, ssl.SSLError):
            (self.site.pages.get(path) or PAGES.get(path) or gone)(self)

    do_GET = do_HEAD = handle_any  # noqa: N815

    def say(self, status: int, body: bytes = SHORT, **headers: str) -> None:
        self.send_response(status)
        for name, value in (
            {"Content_Type": "text/html", "Content_Length": str(len(body))} | headers
        ).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


class Site:
    """What the server remembers and what a test may change: `pages` come before the standing ones."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.log: list[tuple[str, str, str, float]] = []
        self.times: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.address = ""

    def url(self, path: str) -> str:
        return self.address + path

    @property
    def endpoint(self) -> tuple[str, int]:
        """Its number and port, for a visitor that would else not connect to this machine."""
        parts = urlsplit(self.address)
        return parts.hostname or "", parts.port or 0

    def methods(self, path: str) -> list[str]:
        return [command for command, asked, *_ in self.log if urlsplit(asked).path == path]


def ok(visit: Visit) -> None:
    visit.say(200)


def gone(visit: Visit) -> None:
    visit.say(404)


def status(code: int, **headers: str) -> Page:
    return lambda visit: visit.say(code, SHORT, **headers)


def page(html: str) -> Page:
    return lambda visit: visit.say(200, html.encode())


def sleepy(visit: Visit) -> None:
    time.sleep(SLOW)
    visit.say(200)


def dripping(visit: Visit) -> None:
    """Headers at once, then a page that never ends."""
    visit.send_response(200)
    visit.send_header("Content-Type", "text/html")
    visit.send_header("Content-Length", "100000")
    visit.end_headers()
    for _ in range(40):
        visit.wfile.write(b"x" * 100)
        visit.wfile.flush()
        time.sleep(0.05)
    visit.close_connection = True


def flapping(visit: Visit) -> None:
    """Fails twice, then works: HEAD and the GET after it fail, the second try does not."""
    visit.say(503 if visit.nth <= 2 else 200)


def busy_for_a_moment(visit: Visit) -> None:
    if visit.nth == 1:
        visit.say(429, Retry_After="1")
    else:
        visit.say(200)


def busy_until(visit: Visit) -> None:
    """Asks to come back at a time of day, an hour away."""
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)
    visit.say(429, Retry_After=email.utils.format_datetime(later, usegmt=True))


def too_short(visit: Visit) -> None:
    """Promises more than it sends."""
    visit.say(200, b"<p id='luku'>", Content_Length="5000")
    visit.close_connection = True


def hangs_up(visit: Visit) -> None:
    visit.close_connection = True
    visit.connection.shutdown(2)


def head_refused(visit: Visit) -> None:
    visit.say(405 if visit.command == "HEAD" else 200)


def head_hangs_up(visit: Visit) -> None:
    (hangs_up if visit.command == "HEAD" else ok)(visit)


def head_lies(visit: Visit) -> None:
    visit.say(404 if visit.command == "HEAD" else 200)


def moved_to(target: str, code: int = 301) -> Page:
    return lambda visit: visit.say(code, b"", Location=target)


PAGES: dict[str, Page] = {
    "/": ok,
    "/toimii": ok,
    "/404": gone,
    "/410": status(410),
    "/500": status(500),
    "/503": status(503),
    "/401": status(401),
    "/403": status(403),
    "/406": status(406),
    "/429": status(429),
    "/hidas": sleepy,
    "/tippuu": dripping,
    "/katkeaa": hangs_up,
    "/lyhyt": too_short,
    "/lepattaa": flapping,
    "/kiireinen": busy_for_a_moment,
    "/kiireinen-tunnin": busy_until,
    "/ei-head": head_refused,
    "/head-katkeaa": head_hangs_up,
    "/head-valehtelee": head_lies,
    "/muuttanut": moved_to("/uusi"),
    "/muuttanut-308": moved_to("/uusi", 308),
    "/kaymassa": moved_to("/uusi", 302),
    "/kaymassa-307": moved_to("/uusi", 307),
    "/ketju": moved_to("/muuttanut"),
    "/seka": moved_to("/kaymassa"),
    "/muuttanut-pois": moved_to("/404"),
    "/keha-a": moved_to("/keha-b"),
    "/keha-b": moved_to("/keha-a"),
    "/kirjautumiseen": moved_to("/login?next=/kirjautumiseen", 302),
    "/login": ok,
    "/etusivulle": moved_to("/"),
    "/etusivulle-toistaiseksi": moved_to("/", 302),
    "/virhesivulle": moved_to("/fi/sivua-ei-loydy", 302),
    "/virhesivulle-pysyvasti": moved_to("/404.html"),
    "/fi/sivua-ei-loydy": ok,
    "/404.html": ok,
    "/kirjautumista-kiertava": moved_to("/login?keha", 302),
    "/muualle": moved_to("ftp://tiedostot.fi/a"),
    "/seurantaan": moved_to("/uusi?utm_source=x"),
    "/ei-minnekaan": status(302),
    "/uusi": page("<h1 id='luku-3'>3</h1><a name=vanha></a><p id='ä'>"),
    "/kielletty": ok,
    "/pdf": lambda visit: visit.say(200, b"%PDF", Content_Type="application/pdf"),
    "/robots.txt": lambda visit: visit.say(
        200, b"User-agent: *\nDisallow: /kielletty\n", Content_Type="text/plain"
    ),
}


@contextmanager
def linkserver(certificate: Any = None) -> Iterator[Site]:
    """A server of its own port for the time of the block; over TLS with a trustme certificate."""
    site = Site()
    handler = type("Visit", (Visit,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    site.address = f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
