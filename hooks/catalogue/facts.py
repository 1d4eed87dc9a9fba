"""The catalogue with everything computed from it once: figures, disagreements, who cites what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from catalogue.figures import figure as derive
from catalogue.figures import gaps, reconcile
from catalogue.figures.alike import Alike, alike
from catalogue.figures.disclosure import groups_in
from catalogue.finnish.formats import collation
from catalogue.permanence.where import where_in
from catalogue.records import places

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping

    from catalogue.changes.news import News
    from catalogue.figures.disclosure import Groups
    from catalogue.figures.figure import Figure
    from catalogue.figures.gaps import Gap
    from catalogue.figures.reconcile import Finding
    from catalogue.links.state import State
    from catalogue.permanence.where import Where
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Link, Mention, Model
    from catalogue.schema.vocabulary import Discrepancy, ModelType


K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True)
class DeskParts:
    """The programs of the writing page: their folder's address, and what fetching them costs."""

    address: str
    megabytes: int


@dataclass(frozen=True)
class Version:
    """A published version of the data: its name (`2026.1`), its day, what changed with it, and whether it is on the site."""

    name: str
    day: datetime.date
    changes: tuple[Mapping[str, str], ...] = field(default=(), compare=False)
    on_site: bool = True


@dataclass(frozen=True)
class Build:
    """What the pages say of themselves. `revision` is the data's version, `today` the build date.

    `desk` is there when this build has the programs of the writing page.
    `release` is the newest published version of the data (`2026.1`), nothing before the first one.
    `as_released` tells whether the data are still exactly that version; `versions` are all published ones, newest first.
    `changed` is the day of the last change of each file of the project, where git tells it.
    """

    today: datetime.date
    revision: str = "kehitysversio"
    site_url: str = ""
    desk: DeskParts | None = None
    release: str = ""
    history: tuple[News, ...] | None = None  # what became of the models; None where nobody can tell
    as_released: bool = True
    changed: Mapping[str, datetime.date] = field(default_factory=dict, compare=False)
    versions: tuple[Version, ...] = ()

    @property
    def version(self) -> str:
        """What a citation names: the published version, or that and what came after it, or the commit."""
        newest = self.release
        if not newest:
            return self.revision
        return newest if self.as_released else f"{newest}+{self.revision}"

    @property
    def is_kept(self) -> bool:
        """Whether the pages of this very data stay on the site as they are, in its newest frozen version."""
        return self.as_released and any(
            one.name == self.release and one.on_site for one in self.versions
        )


@dataclass(frozen=True)
class Facts:
    """`catalogue` and what follows from it; every property is computed once."""

    catalogue: Catalogue
    build: Build
    links: State = field(
        default_factory=dict
    )  # what is known of external addresses; nothing unless told
    remembered: dict[tuple[str, str], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # what several pages show of one thing, made once: see `once`

    def forget_rows(self) -> None:
        """Let go of what pages show of one thing, but for comparisons, which have files of their own."""
        for what, key in [*self.remembered]:
            if what != "comparison":
                del self.remembered[what, key]

    def forget_comparisons(self) -> None:
        """Let go of them, too: their files are made."""
        self.remembered.clear()

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure by the id of its result."""
        return derive.figures(self.catalogue)

    @cached_property
    def where(self) -> Where:
        """Where everything is that was ever published."""
        return where_in(self.catalogue)

    @cached_property
    def groups(self) -> Groups:
        """Which figures compare with which."""
        return groups_in(self.catalogue)

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """What the machine finds to disagree, by id."""
        return reconcile.findings(self.catalogue)

    @cached_property
    def news_by_model(self) -> dict[str, list[News]]:
        """What became of each model, the latest first; nothing where nobody can tell."""
        return _grouped((one.model, one) for one in self.build.history or ())

    @cached_property
    def figures_by_model(self) -> dict[str, list[Figure]]:
        """The figures of a model in the order of its file."""
        return _grouped((figure.located.model.id, figure) for figure in self.figures.values())

    @cached_property
    def figures_by_indicator(self) -> dict[str, list[Figure]]:
        """The figures of an indicator in the order of the models' files."""
        return _grouped((figure.located.data.indicator, figure) for figure in self.figures.values())

    @cached_property
    def alike(self) -> dict[tuple[str, ...], Alike]:
        """Figures that are there, by everything that must agree for two to compare."""
        return alike(self.catalogue, self.figures.values())

    @cached_property
    def models_by_region(self) -> dict[str, list[Record[Model]]]:
        """The models of a region, also of those that are of many regions."""
        return _grouped((region, model) for model in self.models for region in places(model))

    @cached_property
    def models_by_type(self) -> dict[str, list[Record[Model]]]:
        """The models of a type, also of those that are of many types."""
        return _grouped((key, model) for model in self.models for key in model.data.type)

    @cached_property
    def mentions_by_type(self) -> dict[str, list[tuple[Record[Model], Mention]]]:
        """What the sources only mention, by its type, with the model on whose page it stands."""
        return _grouped(
            (mention.type, (model, mention))
            for model in self.models
            for mention in model.data.mentions
            if mention.type
        )

    @cached_property
    def models(self) -> list[Record[Model]]:
        """Every model in Finnish order of region and name."""
        regions = self.catalogue.regions
        return sorted(
            self.catalogue.models.values(),
            key=lambda model: (
                regions[model.id.split("/")[0]].data.kind == "national",
                collation(regions[model.id.split("/")[0]].data.short.fi),
                collation(model.data.name.fi),
            ),
        )

    @cached_property
    def regions_with_models(self) -> list[str]:
        """In Finnish order, what is national last."""
        regions = self.catalogue.regions
        return sorted(
            self.models_by_region,
            key=lambda key: (
                regions[key].data.kind == "national",
                collation(regions[key].data.short.fi),
            ),
        )

    @cached_property
    def types_in_order(self) -> dict[str, Record[ModelType]]:
        """Types in the order their author gave them."""
        return dict(
            sorted(
                self.catalogue.types.items(),
                key=lambda pair: pair[1].document.place(pair[1].loc, key=True),
            )
        )

    @cached_property
    def discrepancies_by_result(self) -> dict[str, list[Record[Discrepancy]]]:
        """Entries of the ledger by the id of every result whose reading they change."""
        found: dict[str, list[Record[Discrepancy]]] = defaultdict(list)
        for entry in self.catalogue.discrepancies.values():
            for result in self.changed_by(entry):
                found[result].append(entry)
        return found

    def changed_by(self, entry: Record[Discrepancy]) -> tuple[str, ...]:
        """Ids of the results whose reading an entry changes: of a sum that does not add up the sum, not its parts."""
        named = [str(result) for result in entry.data.results]
        for name in entry.data.explains:
            if name in self.findings:
                found = self.findings[name]
                results = found.results[:1] if found.kind == "sum" else found.results
                named += [located.id for located in results]
        return tuple(dict.fromkeys(named))

    @cached_property
    def discrepancies_by_model(self) -> dict[str, list[Record[Discrepancy]]]:
        """The entries of the ledger that concern a model."""
        found: dict[str, list[Record[Discrepancy]]] = defaultdict(list)
        for entry in self.catalogue.discrepancies.values():
            for model in self.models_of(entry):
                found[model].append(entry)
        return found

    def results_of(self, entry: Record[Discrepancy]) -> tuple[str, ...]:
        """Ids of the results that an entry speaks of: named by its editor, or by the findings it explains."""
        named = [str(result) for result in (*entry.data.results, *entry.data.related)]
        for name in entry.data.explains:
            if name in self.findings:
                named += [located.id for located in self.findings[name].results]
        return tuple(dict.fromkeys(named))

    def models_of(self, entry: Record[Discrepancy]) -> tuple[str, ...]:
        """Ids of the models that an entry of the ledger concerns, each once."""
        named = [str(model) for model in entry.data.models]
        named += ["/".join(result.split("/")[:2]) for result in self.results_of(entry)]
        return tuple(dict.fromkeys(named))

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What is known and not known of every region, type and key indicator."""
        return gaps.find(self.catalogue, self.figures)

    @cached_property
    def gaps_by_type(self) -> dict[str, list[Gap]]:
        """What the sources do not tell, by type."""
        return _grouped((gap.type, gap) for gap in self.gaps)

    @cached_property
    def gaps_by_region(self) -> dict[str, list[Gap]]:
        """What the sources do not tell, by region."""
        return _grouped((gap.region, gap) for gap in self.gaps)

    @cached_property
    def relations_to(self) -> dict[str, list[tuple[Record[Model], Link]]]:
        """Relations by the model they point at, with the model that tells of them."""
        return _grouped(
            (link.model, (model, link))
            for model in self.models
            for link in model.data.relations
            if link.model
        )

    @cached_property
    def citing_models(self) -> dict[str, list[Record[Model]]]:
        """Models by the id of every source they cite or link to."""
        found: dict[str, dict[str, Record[Model]]] = defaultdict(dict)
        for model in self.models:
            for value in model.named:
                if value.kind == "source":
                    found[value][model.id] = model
        return {source: list(models.values()) for source, models in found.items()}


def once(facts: Facts, what: str, key: str, of: object, make: Callable[[], T]) -> T:
    """`make()` of the thing `of`, made the first time: a row that ten pages show is one row."""
    found = facts.remembered.get((what, key))
    if found is None or found[0] is not of:
        found = facts.remembered[what, key] = (of, make())
    made: T = found[1]
    return made


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
