"""Where the lines of a page may break: compounds at their joints, ranges and numbers with their units never.

Only what is read is touched: no attribute, no code, no picture; in a list of choices no word. Most pieces of text stand on
many pages (headings, labels, states): each is worked out once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.finnish.formats import unbroken

if TYPE_CHECKING:
    from collections.abc import Callable

# Between two texts: a tag, what is not read as text with its content, or a tag with the words that no line breaks.
MARKUP = re.compile(
    r"(<(?:code\b.*?</code>|pre\b.*?</pre>|script\b.*?</script>|style\b.*?</style>"
    r"|(?:option|textarea|text|title|output)\b[^>]*>[^<]*|[^>]*>))",
    re.DOTALL,
)
WORD = re.compile(r"(?<![\w/.@_-])[^\W\d_]{14,}(?![\w/@_])")
RANGE = re.compile(r"(?<![\w(–.,/])\d+(?:[.,/]\d+)*–\d+(?:[.,/]\d+)*(?:\u00a0%)?(?![\w–])")
SHORTEST = 5  # characters of a text that has something to break
LONGEST, MOST = 200, 100_000  # characters of a text that is remembered, and how many are


class Texts(dict[str, str]):
    """Each text as it may break; `broken` gives a long word with its joints."""

    def __init__(self, broken: Callable[[str], str]) -> None:
        self.broken = broken

    def __missing__(self, text: str) -> str:
        made = unbroken(self._joined(text)) if len(text) >= SHORTEST else unbroken(text)
        if len(text) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[text] = made
        return made

    def _joined(self, text: str) -> str:
        words = WORD.sub(lambda word: self.broken(word[0]), text)
        return RANGE.sub(r"<bdi>\g<0></bdi>", words) if "–" in words else words

    def breaking(self, html: str) -> str:
        """The page with its long words as `broken` gives them, and its ranges and numbers in one piece."""
        pieces = MARKUP.split(html)
        pieces[::2] = [self[text] for text in pieces[::2]]
        pieces[1::2] = [one if one[-1] == ">" else unbroken(one) for one in pieces[1::2]]
        return "".join(pieces)
