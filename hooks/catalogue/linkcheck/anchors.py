"""Whether a page has a place: looked for as the page comes, so that no page is ever held whole."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from catalogue.linkcheck.asking import Reply

CHARSET = re.compile(rb"(?i)charset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
HELD = (
    32 * 1024
)  # of a tag that does not end: the parser's own pattern takes 300 times as much memory


def can_be_told(anchor: str, reply: Reply) -> bool:
    """Whether a page's text shows a place; scripts' own routes and places of other than web pages it does not."""
    named = bool(anchor) and anchor != "top" and not anchor.startswith(("/", "!"))
    return named and "html" in reply.headers.get("content-type", "").lower()


class Anchors(HTMLParser):
    """A reader of one page that stops at the place `anchor`; `found` tells whether it came."""

    def __init__(self, anchor: str, content_type: str) -> None:
        super().__init__(convert_charrefs=True)
        self.wanted = {anchor, unquote(anchor)}
        self.found = False
        self.content_type = content_type
        self.decoder: codecs.IncrementalDecoder | None = None

    def take(self, part: bytes) -> bool:
        """A part of the page; whether more of it is wanted."""
        if self.decoder is None:
            told = CHARSET.search(self.content_type.encode()) or CHARSET.search(part[:2048])
            self.decoder = _decoder(told[1].decode() if told else "utf-8")
        self.feed(self.decoder.decode(part))
        if len(self.rawdata) > HELD:
            self.rawdata = self.rawdata[-16:]  # nobody's tag is so long; what came of it is let go
        return not self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the anchors that a tag makes."""
        for name, value in attrs:
            if value in self.wanted and (name == "id" or (name == "name" and tag == "a")):
                self.found = True


def _decoder(name: str) -> codecs.IncrementalDecoder:
    try:
        return codecs.getincrementaldecoder(name)("replace")
    except LookupError:
        return codecs.getincrementaldecoder("utf-8")("replace")
