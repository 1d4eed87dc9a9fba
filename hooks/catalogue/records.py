"""Typed records with the documents they were read from, and the catalogue that holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from catalogue.cache import digest
from catalogue.schema.scalars import Id

if TYPE_CHECKING:
    import datetime

    from catalogue.problems import Problem
    from catalogue.reading.source import Document, Loc
    from catalogue.schema import vocabulary as v
    from catalogue.schema.comparison import Comparison
    from catalogue.schema.model import Model
    from catalogue.schema.result import Result
    from catalogue.schema.status import ShortStatus, Status
    from catalogue.schema.vocabulary import Kind

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Record(Generic[M]):
    """One record: its id, what its author wrote, and where."""

    id: str
    data: M
    document: Document
    loc: Loc = ()

    def problem(
        self,
        loc: Loc,
        rule: str,
        message: str,
        *,
        key: bool = False,
        warning: bool = False,
        part: str = "",
    ) -> Problem:
        """A problem at a place of this record."""
        return self.document.problem(
            (*self.loc, *loc), rule, message, key=key, warning=warning, part=part
        )

    @cached_property
    def leaves(self) -> tuple[tuple[Loc, Any], ...]:
        """Every single value with its place, in the order of the fields."""
        return tuple(leaves(self.data))

    def forget_leaves(self) -> None:
        """Let go of what rules asked for again and again: a sixth of a loaded catalogue."""
        self.__dict__.pop("leaves", None)

    @cached_property
    def named(self) -> tuple[Id, ...]:
        """Every id of another record, in the order of the fields."""
        return tuple(value for _, value in self.leaves if isinstance(value, Id))


@dataclass(frozen=True)
class Located:
    """A result of a model: its stable id, its model and its place in the model's file."""

    id: str
    data: Result
    model: Record[Model]
    index: int

    def problem(self, field: str, rule: str, message: str, *, warning: bool = False) -> Problem:
        """A problem at a field of this result."""
        return self.model.problem(
            ("results", self.index, *((field,) if field else ())), rule, message, warning=warning
        )


@dataclass(frozen=True, order=True)
class Published:
    """A line of the register of what was ever published: the kind and the full id, and where the register says it."""

    kind: str
    id: str
    path: str = ""
    line: int = 0


Records = Mapping[str, Record[M]]


@dataclass(frozen=True)
class Catalogue:
    """Everything that the folder says. Mappings are keyed by id and sorted by it."""

    programmes: Records[v.Programme] = field(default_factory=dict)
    regions: Records[v.Region] = field(default_factory=dict)
    municipalities: Records[v.OfficialMunicipality] = field(default_factory=dict)
    profiles: Records[v.Profile] = field(default_factory=dict)
    types: Records[v.ModelType] = field(default_factory=dict)
    indicators: Records[v.Indicator] = field(default_factory=dict)
    instruments: Records[v.Instrument] = field(default_factory=dict)
    statuses: Records[v.Status] = field(default_factory=dict)
    reasons: Records[v.Named] = field(default_factory=dict)
    target_groups: Records[v.Named] = field(default_factory=dict)
    populations: Records[v.Population] = field(default_factory=dict)
    terms: Records[v.Term] = field(default_factory=dict)
    sources: Records[v.Source] = field(default_factory=dict)
    discrepancies: Records[v.Discrepancy] = field(default_factory=dict)
    comparisons: Records[Comparison] = field(default_factory=dict)
    models: Records[Model] = field(default_factory=dict)
    corrections: Records[v.Correction] = field(default_factory=dict)
    tombstones: Records[v.Tombstone] = field(default_factory=dict)
    published: tuple[Published, ...] = ()  # what anybody may have linked to, now or ever
    documents: tuple[Document, ...] = ()
    broken: frozenset[str] = frozenset()  # `kind:id` of records that exist but could not be read
    faulty: tuple[tuple[str, Record[Any]], ...] = ()  # what could be read of them, with their kind
    warnings: tuple[Problem, ...] = ()
    today: datetime.date | None = (
        None  # the day of the build, after which nothing can have happened
    )

    remembered: dict[object, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # what was worked out of all of it: see `once`

    @cached_property
    def results(self) -> dict[str, Located]:
        """Every result of every model by id; of a repeated id the first (a rule reports the rest)."""
        found: dict[str, Located] = {}
        for located in located_results(self):
            found.setdefault(located.id, located)
        return found

    @cached_property
    def labels(self) -> dict[tuple[str, str], str]:
        """The label of every pair of facts; of a pair that has two the first (a rule reports it)."""
        found: dict[tuple[str, str], str] = {}
        for key, record in self.statuses.items():
            for when in record.data.when:
                for pair in product(when.decided, when.in_use):
                    found.setdefault(pair, key)
        return found

    @cached_property
    def town_ids(self) -> dict[str, str]:
        """The id of every municipality by its Finnish name."""
        return {town.data.name.fi: key for key, town in self.municipalities.items()}

    def label(self, status: Status | ShortStatus) -> str:
        """The id of the label of a status; an empty text when the vocabulary gives none."""
        return self.labels.get((status.decided.what, status.in_use.what), "")

    def kind(self, model: Model) -> Kind | None:
        """What kind of record a model is: its own word, else its type's; none where the type could not be read."""
        if model.kind:
            return model.kind
        found = self.types.get(model.main_type)
        return found.data.kind if found else None

    def once(self, what: object, make: Callable[[], T]) -> T:
        """What `make` works out of the whole catalogue, worked out when it is first asked for."""
        if what not in self.remembered:
            self.remembered[what] = make()
        found: T = self.remembered[what]
        return found

    def with_warnings(self, warnings: tuple[Problem, ...]) -> Catalogue:
        """The same catalogue with warnings beside it, and with what was worked out of it."""
        made = copy(self)
        object.__setattr__(made, "warnings", warnings)
        return made

    @cached_property
    def alone(self) -> Catalogue:
        """The models with what a rule of one model may read: vocabularies, regions and sources."""
        none: dict[str, Any] = {PLURALS[kind]: {} for kind in OF_OTHERS}
        return replace(
            self, **none, published=(), documents=(), broken=frozenset(), faulty=(), warnings=()
        )

    @cached_property
    def beside(self) -> str:
        """The same where all that `alone` holds besides the models is the same."""
        records = [(kind, one) for kind, one in self.alone.all_records() if kind != "model"]
        names = (f"{kind}:{record.id}" for kind, record in records)
        documents = {record.document.path: record.document for _, record in records}
        return digest(str(self.today), *names, *(one.mark for one in documents.values()))

    def with_faulty(self, *kinds: str) -> Catalogue:
        """Also the records that have faults, of all kinds or these, as far as they could be read."""
        if not self.faulty:
            return self
        more: dict[str, dict[str, Record[Any]]] = {}
        for kind, record in self.faulty:
            if not kinds or kind in kinds:
                more.setdefault(PLURALS[kind], {})[record.id] = record
        merged: dict[str, Any] = {
            plural: records | dict(getattr(self, plural)) for plural, records in more.items()
        }
        return replace(self, **merged, faulty=())

    def forget(self) -> None:
        """Let go of what can be worked out again: texts of files with their places, and single values of records."""
        for document in self.documents:
            document.forget()
        for _, record in self.all_records():
            record.forget_leaves()

    def known(self, kind: str) -> Mapping[str, Any]:
        """The records that an id of `kind` may name."""
        return self.results if kind == "result" else getattr(self, PLURALS[kind])

    def all_records(self) -> Iterator[tuple[str, Record[Any]]]:
        """Every record with its kind."""
        for kind, plural in PLURALS.items():
            yield from ((kind, record) for record in getattr(self, plural).values())


OF_OTHERS = ("discrepancy", "comparison", "correction", "tombstone")  # what is told of others
PLURALS = {
    "programme": "programmes",
    "region": "regions",
    "municipality": "municipalities",
    "profile": "profiles",
    "type": "types",
    "indicator": "indicators",
    "instrument": "instruments",
    "status": "statuses",
    "reason": "reasons",
    "target_group": "target_groups",
    "population": "populations",
    "term": "terms",
    "source": "sources",
    "discrepancy": "discrepancies",
    "comparison": "comparisons",
    "model": "models",
    "correction": "corrections",
    "tombstone": "tombstones",
}


def located_results(catalogue: Catalogue) -> Iterator[Located]:
    """Every result with its model and its place."""
    for model in catalogue.models.values():
        for index, result in enumerate(model.data.results):
            if result is not None:  # a faulty one of a faulty model
                yield Located(result_id(model.id, result), result, model, index)


def result_id(model: str, result: Result) -> str:
    """`<region>/<model>/<indicator>[/<key>]`; stable as long as the author does not rename."""
    return "/".join(part for part in (model, result.indicator, result.key) if part)


def places(model: Record[Model]) -> tuple[str, ...]:
    """The regions that a model is of: its folder's, and the others where the same was done."""
    return (model.id.split("/")[0], *(str(region) for region in model.data.also_in))


def home_of(path: str) -> str:
    """The region in whose folder a file is, or which the file of sources or contradictions is named for; else empty."""
    parts = path.removesuffix(".yml").split("/")[1:]
    if len(parts) < 2:
        return ""
    return parts[1] if parts[0] in ("sources", "discrepancies") else parts[0]


def former_names(data: object) -> tuple[str, ...]:
    """The former ids that an author gives; a record with a faulty one has a hole in its place, told elsewhere."""
    return tuple(name for name in getattr(data, "former_ids", ()) if name)


def former_id(record_id: str, former: str) -> str:
    """A former id in full: of a model in the same region its author writes only the last part."""
    region, _, _ = record_id.rpartition("/")
    return former if "/" in former or not region else f"{region}/{former}"


def leaves(value: Any) -> list[tuple[Loc, Any]]:
    """Every single value under `value` with its place, in the order of the fields."""
    found: list[tuple[Loc, Any]] = []
    if isinstance(value, BaseModel):
        _gather((), value.__dict__.items(), found)
    elif value is not None:
        found.append(((), value))
    return found


def _gather(
    place: Loc, held: Iterable[tuple[str | int, Any]], found: list[tuple[Loc, Any]]
) -> None:
    """Most values are texts, so that those are looked for first."""
    for name, item in held:
        if item.__class__ is str:
            found.append(((*place, name), item))
        elif isinstance(item, BaseModel):
            _gather((*place, name), item.__dict__.items(), found)
        elif isinstance(item, tuple):
            _gather((*place, name), enumerate(item), found)
        elif item is not None:
            found.append(((*place, name), item))
