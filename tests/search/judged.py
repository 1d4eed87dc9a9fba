"""The judged queries of `queries.yml`: what answers each, as addresses of the site of today."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.records import Catalogue

QUERIES = Path(__file__).parent / "queries.yml"
UNSEEN = Path(__file__).parent / "unseen.yml"
LATER = Path(__file__).parent / "later.yml"
FRESH = Path(__file__).parent / "fresh.yml"
LAST = Path(__file__).parent / "last.yml"
FOLDERS = {"T": "tyypit/", "V": "vertailu/", "A": "alueet/", "M": "mallit/", "L": "lahteet/"}


class Unmatched(Exception):
    """A judgement names nothing of the catalogue."""


@dataclass(frozen=True)
class Query:
    """`best` answers, `good` helps; both are addresses. `held` queries are only run, never tuned to."""

    kind: str
    text: str
    best: frozenset[str]
    good: frozenset[str]
    held: bool

    @property
    def relevant(self) -> frozenset[str]:
        return self.best | self.good


def queries(catalogue: Catalogue) -> tuple[Query, ...]:
    """Every query of the two halves. Raises `Unmatched` where a judgement has become empty."""
    return tuple(_read(catalogue, QUERIES, every=False))


def unseen(catalogue: Catalogue) -> tuple[Query, ...]:
    """The queries that were written when the search was ready. Raises as `queries`."""
    return tuple(_read(catalogue, UNSEEN, every=True))


def later(catalogue: Catalogue) -> tuple[Query, ...]:
    """The queries that were written after those, and judged before they were run. Raises as `queries`."""
    return tuple(_read(catalogue, LATER, every=True))


def fresh(catalogue: Catalogue) -> tuple[Query, ...]:
    """The queries that were written after those, judged before they were run, and tuned to after. Raises as `queries`."""
    return tuple(_read(catalogue, FRESH, every=True))


def last(catalogue: Catalogue) -> tuple[Query, ...]:
    """The queries that were written when all that was done, and only run. Raises as `queries`."""
    return tuple(_read(catalogue, LAST, every=True))


def _read(catalogue: Catalogue, path: Path, *, every: bool) -> Iterator[Query]:
    for kind, rows in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for at, (text, best, good) in enumerate(rows):
            held = every or bool(at % 2)
            yield Query(kind, text, _addresses(catalogue, best), _addresses(catalogue, good), held)


def _addresses(catalogue: Catalogue, names: list[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        meant = set(_meant(catalogue, name))
        if not meant:
            raise Unmatched(name)
        found |= meant
    return frozenset(found)


def _meant(catalogue: Catalogue, name: str) -> Iterator[str]:
    """The addresses of `T:ips-tyohonvalmennus`, `type=koulutus@pohjanmaa`, `town=rauma`."""
    if "=" in name:
        what, _, value = name.partition("=")
        yield from _models(catalogue, what, *value.partition("@")[::2])
        return
    kind, _, key = name.partition(":")
    if kind == "P":
        yield f"{key}/".replace("#", "/#").removesuffix("/") if "#" in key else f"{key}/"
    elif kind == "S":
        yield f"sanasto/#{key}"
    elif kind == "R":
        yield f"ristiriidat/#{key}"
    elif kind == "I":
        yield f"mittarit/{key}" if key.startswith("#") else f"mittarit/{key}/"
    elif key == "*":
        yield from (f"{FOLDERS[kind]}{one}/" for one in catalogue.profiles)
    else:
        yield f"{FOLDERS[kind]}{key}/"


def _models(catalogue: Catalogue, what: str, value: str, region: str) -> Iterator[str]:
    for key, model in catalogue.models.items():
        place = key.split("/")[0]
        for part in model.data.mentions:
            if (
                (what == "part" and value in part.id)
                or (what == "type" and value == part.type and region in ("", place))
                or (what == "at" and value == place)
            ):
                yield f"mallit/{key}/#maininta-{part.id}"
        if (
            (what == "type" and value in model.data.type and region in ("", place))
            or (what == "at" and value == place)
            or (what == "town" and value in _towns(catalogue, model.data.municipalities))
        ):
            yield f"mallit/{key}/"


def _towns(catalogue: Catalogue, names: tuple[str, ...]) -> set[str]:
    return {catalogue.town_ids[name] for name in names}
