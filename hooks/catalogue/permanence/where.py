"""Where something once published is now: under another id, under a tombstone, or nowhere.

A region, a model and an indicator carry the ids of what they hold: when one of them is renamed, everything under it is
found by the parts of its old id, and no author has to list it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from catalogue.permanence.register import PAGE, present
from catalogue.records import former_id, former_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.records import Catalogue, Published, Record
    from catalogue.schema.vocabulary import Tombstone

Name = tuple[str, str]  # kind and full id
TOLD = {"of", "id", "name", "date", "reason"}  # of what is removed


@dataclass(frozen=True)
class Where:
    """Answers for one catalogue: `where_in` has them."""

    catalogue: Catalogue

    @cached_property
    def current(self) -> frozenset[Name]:
        """What is published now."""
        return frozenset((entry.kind, entry.id) for entry in present(self.catalogue))

    @cached_property
    def former(self) -> dict[Name, Name]:
        """What is found under each former id that an author gives."""
        found: dict[Name, Name] = {}
        for kind, record in self.catalogue.all_records():
            if kind != "tombstone":
                for name in former_names(record.data):
                    found[kind, former_id(record.id, name)] = (kind, record.id)
        for model in self.catalogue.models.values():
            for mention in filter(None, model.data.mentions):  # but a faulty one of a faulty model
                for name in former_names(mention):
                    now = ("mention", f"{model.id}#{mention.id}")
                    found[mention_or_model(model.id, name)] = now
        for key, located in self.catalogue.results.items():
            found |= {("result", name): ("result", key) for name in former_names(located.data)}
        for one, other in (("region", "profile"), ("profile", "region")):
            for (kind, old), (_, new) in [*found.items()]:
                if kind == one and (other, new) in self.current:
                    found.setdefault((other, old), (other, new))
        return found

    @cached_property
    def graves(self) -> dict[Name, Record[Tombstone]]:
        """Tombstones by everything that was ever the id of what they tell of."""
        return {
            (record.data.of, name): record
            for record in self.catalogue.tombstones.values()
            if record.data.model_fields_set >= TOLD  # else a faulty one, told elsewhere
            for name in (record.data.id, *former_names(record.data))
        }

    @cached_property
    def moved(self) -> dict[Name, Name]:
        """Every old name that is known, and what is there now: told by authors, and found by the register."""
        old = {name for name in self.former if name not in self.current}
        old |= {(one.kind, one.id) for one in self.catalogue.published if one.kind != PAGE}
        old |= {*self._under_old_regions()}
        found = {name: self.now(*name) for name in sorted(old - self.current)}
        return {name: now for name, now in found.items() if now}

    @cached_property
    def _older(self) -> dict[Name, list[str]]:
        found: dict[Name, list[str]] = {}
        for (kind, old), now in self.moved.items():
            if kind == now[0]:
                found.setdefault(now, []).append(old)
        return found

    def older(self, kind: str, name: str) -> tuple[str, ...]:
        """Every id that something had before."""
        return tuple(self._older.get((kind, name), ()))

    def now(self, kind: str, name: str) -> Name | None:
        """What has the name today, or what took its place; nothing where nobody says."""
        return self._now((kind, name), frozenset())

    def gone(self, kind: str, name: str) -> Record[Tombstone] | None:
        """The tombstone of a name, or of the model whose part it was."""
        if (kind, name) in self.graves:
            return self.graves[kind, name]
        model = model_of(kind, name)
        return self.graves.get(("model", model)) if model != name else None

    def vanished(self) -> Iterator[Published]:
        """What was published and is neither here nor told of. Of a vanished model its parts are not named again."""
        for entry in self.catalogue.published:
            if entry.kind == PAGE or self.now(entry.kind, entry.id):
                continue
            model = model_of(entry.kind, entry.id)
            with_it = model not in ("", entry.id) and not self.now("model", model)
            if not with_it and not self.gone(entry.kind, entry.id):
                yield entry

    def _now(self, name: Name, seen: frozenset[Name]) -> Name | None:
        if name in self.current:
            return name
        if name in seen:
            return None
        if name in self.former:
            return self.former[name]
        for older in self._by_parts(*name):
            if older[0] == "mention" and name[0] == "model":
                return older
            if found := self._now(older, seen | {name}):
                return found
        return None

    def _by_parts(self, kind: str, name: str) -> Iterator[Name]:
        """The same name with one part of it as it is called now."""
        region, _, rest = name.partition("/")
        if kind in ("model", "mention", "result") and ("region", region) in self.former:
            yield kind, f"{self.former['region', region][1]}/{rest}"
        model = model_of(kind, name)
        if kind in ("mention", "result"):
            now = self._now(("model", model), frozenset())
            if now and now[0] == "mention":
                yield now
            elif now and now[1] != model:
                yield kind, f"{now[1]}{name.removeprefix(model)}"
        if kind == "result":
            indicator, _, key = name.removeprefix(f"{model}/").partition("/")
            if ("indicator", indicator) in self.former:
                now = self.former["indicator", indicator]
                yield kind, "/".join(part for part in (model, now[1], key) if part)

    def _under_old_regions(self) -> Iterator[Name]:
        """Models of renamed regions, under the old name."""
        for (kind, old), (_, new) in self.former.items():
            if kind == "region":
                for model in self.catalogue.models:
                    if model.startswith(f"{new}/"):
                        yield "model", f"{old}/{model.removeprefix(f'{new}/')}"


def where_in(catalogue: Catalogue) -> Where:
    """The answers for the catalogue, the same for all who ask."""
    return catalogue.once("where", lambda: Where(catalogue))


def mention_or_model(model: str, name: str) -> Name:
    """A former id of a mention: of a model that was folded into one, or of the mention itself."""
    if name.startswith("#"):
        return "mention", f"{model}{name}"
    return ("mention", name) if "#" in name else ("model", former_id(model, name))


def model_of(kind: str, name: str) -> str:
    """The model whose part something is; an empty text where it is of none."""
    if kind not in ("model", "mention", "result"):
        return ""
    return "/".join(name.partition("#")[0].split("/")[:2])
