"""Words of a text as search compares them. `content/assets/search/words.js` cuts in the same way: a test compares them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

GAP = "[ \u00a0\u202f]"
FRACTION = re.compile(rf"(?<=\d){GAP}*/{GAP}*(?=\d)")
THOUSAND = re.compile(rf"{GAP}(?<=\d.)(?=\d{{3}}(?!\d))")
SUFFIX = re.compile(r":[a-zåäö]{1,6}(?![^\W_])")  # STM:n, IPS:ään
TOKEN = re.compile(r"\d+(?:[.,/]\d+)*(?![^\W_])|[^\W_]+")


def words(text: str) -> list[str]:
    """Lower-case words and numbers in order: `8/37`, `3.6`, `1128`, `3x10d`, `työhönvalmennus`."""
    plain = unicodedata.normalize("NFC", text.replace("\u00ad", "")).lower()
    joined = FRACTION.sub("/", plain) if "/" in plain else plain
    return TOKEN.findall(SUFFIX.sub("", THOUSAND.sub("", joined)))


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Without marks over letters, so that it is found with them and without them: `tyohonvalmennus`."""
    parted = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
