"""Every id that an author may write, by vocabulary: what it is called, what it means and how often it is used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import collation
from catalogue.finnish.words import MEASURES, MEMBERS
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.facts import Facts
    from catalogue.records import Record


MOST = 600  # ids of one kind on the page: it does not grow with the catalogue


@dataclass(frozen=True)
class Listed:
    """A vocabulary: its kind, heading, where its ids are written and in which file a new one is added."""

    kind: str
    plural: str
    heading: str
    written: str
    file: str


LISTS = (
    Listed("type", "types", "Mallityypit", "type", "models/vocabulary/types.yml"),
    Listed("programme", "programmes", "Ohjelmat", "programme", "models/vocabulary/programmes.yml"),
    Listed("region", "regions", "Alueet", "kansion nimi, also_in", "models/vocabulary/regions.yml"),
    Listed(
        "target_group",
        "target_groups",
        "Kohderyhmät",
        "target_groups",
        "models/vocabulary/target_groups.yml",
    ),
    Listed("indicator", "indicators", "Mittarit", "indicator", "models/vocabulary/indicators/"),
    Listed(
        "population",
        "populations",
        "Perusjoukot",
        "population",
        "models/vocabulary/populations.yml",
    ),
    Listed("reason", "reasons", "Syyt", "reason", "models/vocabulary/reasons.yml"),
    Listed(
        "instrument",
        "instruments",
        "Mittaristot",
        "instruments",
        "models/vocabulary/instruments.yml",
    ),
    Listed("status", "statuses", "Tilat", "states (vertailut)", "models/vocabulary/statuses.yml"),
    Listed("source", "sources", "Lähteet", "id, innokyla, links", "models/sources/"),
    Listed("model", "models", "Mallit", "model", "models/<alue>/"),
)


@dataclass(frozen=True)
class IdView:
    """One id; `more` says what else tells it from the others, `url` leads to its page where it has one."""

    id: str
    name: str
    explanation: str
    more: str
    used: int
    url: str


@dataclass(frozen=True)
class ListView:
    """A vocabulary with its ids; one of very many has none here and leads to the page that lists them."""

    anchor: str
    heading: str
    written: str
    file: str
    count: int
    ids: tuple[IdView, ...]
    all: str


def ids_view(facts: Facts) -> tuple[ListView, ...]:
    """Every list of ids with the meaning and the use of each."""
    used = _used(facts)
    found = []
    for one in LISTS:
        records = getattr(facts.catalogue, one.plural)
        few = records if len(records) <= MOST else {}
        found.append(
            ListView(
                addresses.ids_anchor(one.kind),
                one.heading,
                one.written,
                one.file,
                len(records),
                tuple(_ids(facts, one.kind, few, used)),
                addresses.FOLDERS.get(one.kind, addresses.IDS),
            )
        )
    return tuple(found)


def _used(facts: Facts) -> Counter[tuple[str, str]]:
    """How many places name each id."""
    return Counter(
        (value.kind, str(value))
        for _, record in facts.catalogue.all_records()
        for value in record.named
    )


def _ids(
    facts: Facts, kind: str, records: Mapping[str, Record[Any]], used: Counter[tuple[str, str]]
) -> Iterator[IdView]:
    """In Finnish order of names; regions count their models, which stand in their folders."""
    for key, record in sorted(records.items(), key=lambda pair: collation(_name(pair[1].data))):
        own = facts.models_by_region.get(key, ()) if kind == "region" else ()
        yield IdView(
            key,
            _name(record.data),
            _explanation(record.data),
            _more(kind, record.data),
            len(own) or used[kind, key],
            _page(kind, key),
        )


def _name(data: Any) -> str:
    return str(getattr(data, "name", None) or data.title)


def _explanation(data: Any) -> str:
    for field in ("definition", "summary", "publisher"):
        value = getattr(data, field, None)
        if value is not None:
            return str(value)
    return ""


def _more(kind: str, data: Any) -> str:
    if kind == "indicator":
        return MEASURES[data.measure]
    return MEMBERS[data.of] if kind == "population" else ""


def _page(kind: str, key: str) -> str:
    made = {
        "type": addresses.model_type,
        "programme": addresses.programme,
        "indicator": addresses.indicator,
        "instrument": addresses.instrument,
        "source": addresses.source,
        "model": addresses.model,
    }.get(kind)
    return made(key) if made else ""
