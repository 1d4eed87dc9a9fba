"""The files that search reads in the browser. Nothing of them is asked for before a reader opens search.

`alku.zlib` comes first: places, names that mean the same, and what the other files are called. Each of the others is
small: words by their first letters (`sanat-*.zlib`), texts of a few documents (`tekstit-*.zlib`), filters.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from catalogue.aside import Aside
from catalogue.cache import digest
from catalogue.finnish.formats import lowered
from catalogue.finnish.morphology import Morphology
from catalogue.finnish.nicknames import also_called, called
from catalogue.finnish.tokens import folded
from catalogue.finnish.villages import VILLAGES
from catalogue.search import places
from catalogue.search.concepts import Concept, Meanings, concepts, single_words
from catalogue.search.entries import entries
from catalogue.search.facets import facets
from catalogue.search.gathered import Gathered
from catalogue.search.index import Reader, segments
from catalogue.search.shards import Postings, compact, lines, shards
from catalogue.site.pages.towns import towns_view
from catalogue.site.parts import addresses
from catalogue.site.parts.common import region_link
from catalogue.site.parts.kinds import FOUND
from catalogue.writing import Packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.cache import Cache
    from catalogue.facts import Facts
    from catalogue.site.pages.towns import CountyView
    from catalogue.site.parts.card import ModelState

LAST = "alku"  # that names the others is made when they are
WORDS = "sanat.tsv"  # of the cache's folder: analysed words, which outlive a change of the program
DOCUMENTS, SEGMENTS = "haettavat", "hakemisto"  # shelves of the cache


@dataclass(frozen=True)
class Part:
    """A file of the index by its name."""

    name: str
    text: str


def files(facts: Facts, cache: Cache) -> Iterator[tuple[str, Packed]]:
    """Address from the site's root and content of each file; `cache` holds what earlier builds worked out."""
    morphology = Morphology(cache.folder / WORDS if cache.folder else None)
    if morphology.spoilt:
        cache.dropped(morphology.path)
    named = concepts(facts, morphology)
    reader = Reader(morphology, Meanings(named), digest(repr(named), morphology.edition))
    shelves = cache.shelf(DOCUMENTS), cache.shelf(SEGMENTS)
    with ExitStack() as held:
        found, postings = Gathered(Aside(held)), Postings()
        for segment in segments(found.passing(entries(facts, shelves[0])), reader, shelves[1]):
            postings.add(segment)
        for shelf in shelves:
            shelf.save()
        version = blake2b(digest_size=6)
        for part in _parts(facts, found, postings, named, morphology):
            text = part.text
            version.update(text.encode())
            if part.name == LAST:
                text = f'{{"versio":"{version.hexdigest()}",{text[1:]}'
            yield f"{addresses.SEARCH_PARTS}{part.name}.zlib", Packed(text)
    morphology.save()


def _parts(
    facts: Facts,
    found: Gathered,
    postings: Postings,
    named: Sequence[Concept],
    morphology: Morphology,
) -> Iterator[Part]:
    forms = (*places.forms(facts, morphology).items(), *_forms_of_names(facts, morphology))
    seen = sorted(postings.seen)
    told = lines(postings, seen, morphology, forms)
    prefixes = []
    for prefix, text in shards(told):
        prefixes.append(prefix)
        yield Part(f"sanat-{prefix.replace('/', '_') or '_'}", text)
    starts = []
    for start, raw in found.texts.items():
        starts.append(int(start))
        yield Part(f"tekstit-{start}", raw.decode())
    for county in towns_view(facts):
        yield Part(f"kunnat-{county.id}", compact(_county(county)))
    yield Part("rajaus", compact(facets(facts, found)))
    yield Part(
        "sanasto",
        compact(
            _vocabulary(
                [*told.terms, *places.last_words(facts), *map(folded, single_words(facts))],
                sorted({*single_words(facts), *seen}),
            )
        ),
    )
    first = _start(facts, found, named)
    first |= {"lohkot": postings.sizes, "sanat": prefixes, "tekstit": starts}
    yield Part(LAST, compact(first))


def _forms_of_names(facts: Facts, morphology: Morphology) -> Iterator[tuple[str, Sequence[str]]]:
    """What the words of the names are forms of, though no document says them."""
    for word in single_words(facts):
        yield folded(word), morphology.analysis(word).bases


def _county(county: CountyView) -> dict[str, Any]:
    """What the card of a place prints."""
    return {
        "nimi": county.name,
        "sv": county.name_sv,
        "osoite": county.link.url,
        "missa": county.where,
        "maarat": county.counts,
        "kokeiltu": [[one.type.label, one.type.url, one.count] for one in county.tried],
        "jai": [*map(_ended, county.stayed)],
        "ketka": county.named,
        "kunnat": {
            town.id: {
                "nimi": town.name,
                "sv": town.name_sv,
                "mallit": [*map(_ended, town.models)],
            }
            for town in county.towns
        },
    }


def _ended(state: ModelState) -> list[str]:
    told = f" ({state.status.told})" if state.status.told else ""
    return [state.model.label, state.model.url, f"{lowered(state.status.name)}{told}"]


def _vocabulary(terms: Iterable[str], words: Iterable[str]) -> list[str]:
    """Terms that a slip or a compound may be made of, as the sorted words are written: long enough to be told apart."""
    written = {folded(word): word for word in words}
    long = {term for term in terms if len(term) > 3 and term.isalpha()}
    return [written.get(term, term) for term in sorted(long)]


def _start(facts: Facts, found: Gathered, named: Sequence[Concept]) -> dict[str, Any]:
    catalogue = facts.catalogue
    regions, kinds = list(catalogue.regions), list(FOUND)
    return {
        "maara": len(found.kinds),
        "lajit": [[kind, *told] for kind, told in FOUND.items()],
        "laji": _codes([kinds.index(kind) for kind in found.kinds]),
        "alue": _codes([regions.index(region) if region else -1 for region in found.regions]),
        "alueet": [
            [
                key,
                record.data.short.fi,
                record.data.short.sv or "",
                called(key, record.data.brand),
                record.data.inessive,
                region_link(facts, key).url,
                record.data.tile or "",
                len(facts.models_by_region.get(key, [])),
                [*also_called(key)],
            ]
            for key, record in catalogue.regions.items()
        ],
        "kunnat": [
            [
                key,
                town.data.name.fi,
                town.data.name.sv or "",
                regions.index(town.data.region),
                [*town.data.former],
                [*VILLAGES.get(key, ())],
            ]
            for key, town in catalogue.municipalities.items()
        ],
        "nimet": [
            [one.label, one.key, [["|".join(word) for word in name] for name in one.names]]
            for one in named
        ],
    }


def _codes(values: list[int]) -> list[int]:
    """Value and how many in a row have it."""
    found: list[int] = []
    for value in values:
        if found and found[-2] == value:
            found[-1] += 1
        else:
            found += (value, 1)
    return found
