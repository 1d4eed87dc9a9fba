"""Technical terms of a page, each explained where it first stands: a link to the glossary that a script opens in place.

What they mean is in one file for all pages (`files`), which the script reads when somebody asks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import orjson

from catalogue.finnish.formats import slug
from catalogue.site.parts import addresses
from catalogue.writing import Packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.records import Record
    from catalogue.schema.vocabulary import Term

PAGES = ("model.html", "type.html", "comparison.html", "region.html", "indicator.html")
# The beginning of a paragraph or of an item of a list: no heading, no link, no cell of a table.
TEXT = re.compile(r'(<(?:p|li|dd)(?: class="?(?:lead|known|prose)"?)?>)([^<]{20,})')
ENDING = 6  # letters of a case ending


@dataclass(frozen=True)
class Terms:
    """The glossary as pages use it."""

    terms: Mapping[str, Record[Term]]

    @cached_property
    def names(self) -> dict[str, str]:
        """The id of the term by every name and abbreviation of it, longest first."""
        found = {
            name: key
            for key, record in self.terms.items()
            for name in (record.data.name.fi, *record.data.abbreviations)
        }
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def _small(self) -> tuple[tuple[str, str], ...]:
        return tuple((name.lower(), key) for name, key in self.names.items())

    @cached_property
    def mark(self) -> str:
        """The same as long as all terms are called the same."""
        return repr(self.names)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A name with a case ending; an abbreviation as it is written, with its ending after a colon.

        Names are tried by their first letter: there are many of them, and most words of a page begin none.
        """
        short = {name for record in self.terms.values() for name in record.data.abbreviations}
        forms: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            form = re.escape(name)
            forms[name[0].lower()].append(
                form if name in short else rf"(?i:{form})\w{{0,{ENDING}}}"
            )
        letters = (
            f"(?i:(?={re.escape(letter)}))(?:{'|'.join(some)})" for letter, some in forms.items()
        )
        return re.compile(rf"(?<![\w-])(?:{'|'.join(letters)})(?::\w+)?(?![\w-])")

    def named(self, found: str) -> str:
        """The id of the term that a word of a page means."""
        plain = found.lower()
        return next(key for name, key in self._small if plain.startswith(name))

    def explained(self, html: str) -> str:
        """The page with each of its terms explained once."""
        if not self.terms:
            return html
        told: set[str] = set()

        def word(found: re.Match[str]) -> str:
            key = self.named(found[0])
            if key in told:
                return found[0]
            told.add(key)
            anchor = slug(self.terms[key].data.name.fi)
            return f'<a class="term" href="~/{addresses.TERMS}#{anchor}">{found[0]}</a>'

        return TEXT.sub(lambda text: text[1] + self.pattern.sub(word, text[2]), html)


def files(terms: Mapping[str, Record[Term]]) -> Iterator[tuple[str, Packed]]:
    """What each term means, by its anchor in the glossary."""
    means = {slug(one.data.name.fi): one.data.definition.fi for one in terms.values()}
    yield addresses.MEANINGS, Packed(orjson.dumps(means).decode())
