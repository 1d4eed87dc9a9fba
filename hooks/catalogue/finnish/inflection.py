"""Place names in every case: stems are made by rule, and Voikko says which of them are right. Folded, so harmony is no matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.finnish.tokens import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# The end of a name -> the ends of the stems that it may have.
STEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nen", ("se", "si")),
    ("at", ("oi",)),
    ("us", ("ukse", "ude")),
    ("ys", ("ykse", "yde")),
    ("is", ("ikse", "ii")),
    ("das", ("taa",)),
    ("as", ("aa", "akse")),
    ("os", ("okse",)),
    ("e", ("e", "ee")),
    ("i", ("i", "e")),
)
# The strong grade before the last vowel -> the weak grades that it may have.
GRADES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kk", ("k",)),
    ("pp", ("p",)),
    ("tt", ("t",)),
    ("nk", ("ng",)),
    ("nt", ("nn",)),
    ("mp", ("mm",)),
    ("lt", ("ll",)),
    ("rt", ("rr",)),
    ("ht", ("hd",)),
    ("lk", ("l", "lj")),
    ("rk", ("r", "rj")),
    ("hk", ("h",)),
    ("t", ("d",)),
    ("p", ("v",)),
    ("k", ("", "v", "j")),
)
STRONG = re.compile(r"(kk|pp|tt|nk|nt|mp|lt|rt|ht|lk|rk|hk|t|p|k)([aeiouyäö]{1,2})$")
# The end of a name and of its partitive, where that is not made of its stem.
PARTITIVES = {"nen": "sta", "s": "sta", "e": "etta"}
WEAK_ENDS = ("n", "ssa", "sta", "lla", "lta", "lle", "ksi", "t")
STRONG_ENDS = ("na", "a", "ta", "seen")
BOTH = ("uusi", "iso", "vähä")  # first parts that are inflected too
FIRST_STEMS = {"uusi": ("uude", "uute"), "iso": ("iso", "iso"), "vähä": ("vähä", "vähä")}


def case_forms(word: str, base_forms: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Every form of a lower-case place name that a reader may type, folded: `turku`, `turun`, `turussa`, `turkuun`.

    `base_forms` tells what a form may be of. Where it knows no form of the name, the name is inflected as it is.
    """
    named = {word, *(base_forms(word) if word.endswith("t") else ())}  # `Virrat` is of `virta`
    made = _forms(word, lambda form: not named.isdisjoint(base_forms(form)))
    return tuple(dict.fromkeys(map(folded, made)))


def _forms(word: str, is_form: Callable[[str], bool]) -> Iterator[str]:
    yield word
    first = next((one for one in BOTH if word.startswith(one) and len(word) > len(one) + 2), "")
    weak_first, strong_first = FIRST_STEMS.get(first, ("", ""))
    stems = [stem for stem in _stems(word) for weak in _weak(stem) if is_form(f"{weak}n")]
    for strong in dict.fromkeys(stems or [_plain_stem(word)]):
        for weak in _weak(strong):
            if not stems or is_form(f"{weak}n"):
                yield from (weak + end for end in WEAK_ENDS)
                if first:
                    rest = weak.removeprefix(first)
                    yield from (f"{weak_first}{end}{rest}{end}" for end in WEAK_ENDS)
        vowel = strong[-1]
        yield from (strong + end for end in (*STRONG_ENDS, f"{vowel}n", f"h{vowel}n"))
        if strong.endswith("de"):  # `varkauden`, but `varkautta`
            yield f"{strong.removesuffix('de')}tta"
        if first:
            yield f"{strong_first}{strong_first[-1]}n{strong.removeprefix(first)}{vowel}n"
    for end, partitive in PARTITIVES.items():
        if word.endswith(end):
            yield word.removesuffix(end) + partitive


def _stems(word: str) -> Iterator[str]:
    for end, stems in STEMS:
        if word.endswith(end):
            yield from (word[: -len(end)] + stem for stem in stems)
            return
    yield _plain_stem(word)


def _plain_stem(word: str) -> str:
    return word if word[-1] in "aeiouyåäö" else f"{word}i"


def _weak(stem: str) -> Iterator[str]:
    """The stem itself and with its last consonants in the weak grade."""
    yield stem
    if found := STRONG.search(stem):
        weak = dict(GRADES)[found[1]]
        yield from (stem[: found.start()] + one + found[2] for one in weak)
