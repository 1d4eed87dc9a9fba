"""How near two names are, by words and their stems; what differs in meaning is never near, however it is spelt."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import permutations

from rapidfuzz.distance import OSA

SAME, INFLECTED, MISSPELT, PART, WIDER = range(5)  # from the surest to what is only a guess
FAR = 99
PRIVATIVE = re.compile(r"(?:(?<!s)t[oö]n|tt[oö]m\w*|m[aä]t[oö]n|m[aä]tt[oö]m\w*)$")
NEGATIONS = frozenset(("ei", "eivat", "ilman", "epa", "non", "not", "un"))
SMALL = frozenset(("ja", "tai", "seka", "the", "of", "and", "och"))
LONGEST_END = 5  # letters of an ending: asia|kkaita, tyolli|styneet
MOST_WORDS = 4  # beyond this words are compared in their own order


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Lower-case words without diacritics, invisible characters and small words: `Työkyvyn_tuen Tiimi` -> 3 words."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in bare if unicodedata.category(letter) not in ("Mn", "Cf"))
    return tuple(word for word in re.findall(r"[a-z0-9]+", kept) if word not in SMALL)


def nearness(given: str, name: str) -> int:
    """`SAME` … `WIDER`, or `FAR`."""
    one, two = words(given), words(name)
    if not one or not two:
        return FAR
    if one == two or "".join(one) == "".join(two):
        return SAME
    if _denies(one) != _denies(two):
        return FAR
    if _digits(one) - _digits(
        two
    ):  # another year is another thing; a year where the name has none may be the same
        plain = tuple(word for word in one if not word.isdigit())
        more = bool(_digits(two)) or not plain or nearness(" ".join(plain), name) > MISSPELT
        return FAR if more else WIDER
    if len(one) == len(two):
        if _pairs(one, two, _same_stem):
            return INFLECTED
        if _pairs(one, two, _misspelt):
            return MISSPELT
    if _misspelt("".join(one), "".join(two)) and len(one) > 1:
        return MISSPELT
    if all(any(_same_stem(word, other) for other in two) for word in one):
        return PART
    if all(any(_same_stem(word, other) for other in one) for word in two) and _weighs(two):
        return WIDER
    return FAR


def _pairs(one: tuple[str, ...], two: tuple[str, ...], fit: object) -> bool:
    """Whether each word has its pair in the other name, in whatever order where they are few."""
    assert callable(fit)
    orders = permutations(two) if len(two) <= MOST_WORDS else (two,)
    return any(all(map(fit, one, order)) for order in orders)


def _same_stem(one: str, two: str) -> bool:
    if one == two:
        return True
    if one.isdigit() or two.isdigit() or bool(PRIVATIVE.search(one)) != bool(PRIVATIVE.search(two)):
        return False
    common = next(
        (place for place, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(two)),
    )
    ends = len(one) - common, len(two) - common
    return common >= max(4, max(len(one), len(two)) / 2) and max(ends) <= LONGEST_END


def _misspelt(one: str, two: str) -> bool:
    if _same_stem(one, two):
        return True
    if bool(PRIVATIVE.search(one)) != bool(PRIVATIVE.search(two)):
        return False
    if one[0] != two[0]:  # a letter or two slipped in front, or fell off
        short, long = sorted((one, two), key=len)
        more = len(long) - len(short)
        return long.endswith(short) and more <= (2 if len(short) >= 6 else 1) and len(short) >= 3
    allowed = 0 if min(len(one), len(two)) < 4 else 1 if len(one) <= 6 else 2
    return bool(OSA.distance(one, two, score_cutoff=allowed) <= allowed)


def _denies(found: tuple[str, ...]) -> bool:
    return bool(NEGATIONS & set(found))


def _digits(found: tuple[str, ...]) -> set[str]:
    return {word for word in found if word.isdigit()}


def _weighs(found: tuple[str, ...]) -> bool:
    """Whether a name says enough to be recognised inside a longer one."""
    return max(map(len, found)) >= 5
