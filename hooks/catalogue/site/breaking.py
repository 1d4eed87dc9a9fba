"""Where the lines of a page may break: compounds at their joints, ranges of numbers never.

Only what is read is touched: no attribute, no code, no list of choices, no picture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# A text right after a tag; after these tags it is passed by.
TEXT = re.compile(
    r"<(?:option|code|script|style|pre|textarea|text|title|output)\b[^>]*>[^<]*|(>[^<]{5,})"
)
WORD = re.compile(r"(?<![\w/.@_-])[^\W\d_]{14,}(?![\w/@_])")
RANGE = re.compile(r"(?<![\w(–.,/])\d+(?:[.,/]\d+)*–\d+(?:[.,/]\d+)*(?:\u00a0%)?(?![\w–])")


def breaking(html: str, broken: Callable[[str], str]) -> str:
    """The page with its long words as `broken` gives them, and its ranges in one piece."""

    def text(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        words = WORD.sub(lambda word: broken(word[0]), found[0])
        return RANGE.sub(r'<span class="unbroken">\g<0></span>', words) if "–" in words else words

    return TEXT.sub(text, html)
