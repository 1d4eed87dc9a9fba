"""Folder -> Catalogue, or InvalidCatalogue with every problem. The only reader of the data files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from catalogue import rules
from catalogue.answers import meant
from catalogue.answers.messages import form_at, problems_of
from catalogue.cache import digest
from catalogue.finnish.formats import slug
from catalogue.permanence import register
from catalogue.problems import InvalidCatalogue, Problem, did_you_mean
from catalogue.reading.disk import read_all, same_elsewhere
from catalogue.reading.remains import remains_of
from catalogue.reading.source import Known, Unreadable, read
from catalogue.records import PLURALS, Catalogue, Record, home_of
from catalogue.rules.judged import without_judged
from catalogue.rules.once import told_once
from catalogue.schema import vocabulary as v
from catalogue.schema.comparison import Comparison
from catalogue.schema.model import Model
from catalogue.schema.scalars import ID
from catalogue.schema.shared import sharing

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import PurePath

    from catalogue.cache import Shelf
    from catalogue.reading.source import Document

VOCABULARIES: dict[str, tuple[str, type[BaseModel]]] = {
    "programmes": ("programme", v.Programme),
    "regions": ("region", v.Region),
    "municipalities": ("municipality", v.OfficialMunicipality),
    "types": ("type", v.ModelType),
    "indicators": ("indicator", v.Indicator),
    "instruments": ("instrument", v.Instrument),
    "statuses": ("status", v.Status),
    "reasons": ("reason", v.Named),
    "target_groups": ("target_group", v.Named),
    "populations": ("population", v.Population),
    "terms": ("term", v.Term),
}
# Folders whose files hold records of one kind each, in as many files as one likes.
REGISTERS: dict[str, tuple[str, type[BaseModel]]] = {
    "sources": ("source", v.Source),
    "discrepancies": ("discrepancy", v.Discrepancy),
    "corrections": ("correction", v.Correction),
    "tombstones": ("tombstone", v.Tombstone),
}
MANY: dict[str, type[BaseModel]] = dict((*VOCABULARIES.values(), *REGISTERS.values()))
PROFILE = "region.yml"
LONGEST_ID = 100  # an id is the name of a file and of a folder of the site
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # of Windows, whatever the ending
SHELF = "luetut"  # of the cache, for what files say
CLEAN = "puhdas"  # beside a file's key: the rules that found nothing in it


@dataclass(frozen=True, eq=False)
class Part:
    """What one file holds: its records with their kind, its problems, `kind:id` of what could not be read, and the rest of that."""

    records: tuple[tuple[str, Record[Any]], ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: tuple[str, ...] = ()
    faulty: tuple[tuple[str, Record[Any]], ...] = ()
    document: Document | None = None


def read_folder(folder: Path) -> Catalogue:
    """What can be read of `folder`, whatever is wrong with the rest of it."""
    found = read_all(folder.resolve().name, folder, _is_no_data)
    return assemble(folder.resolve().name, found.files, _remembered_part)[0]


def readable(root: str, files: Iterable[tuple[str, bytes]]) -> Catalogue:
    """What can be computed with of some files: whole records of the right shape that name only such records."""
    catalogue, _ = assemble(
        root, [one for one in files if not _is_no_data(PurePosixPath(one[0]))], _remembered_part
    )
    return rules.computable(catalogue)


def load(folder: Path, today: datetime.date | None = None, shelf: Shelf | None = None) -> Catalogue:
    """Read every file under `folder` and check everything; nothing in it may lie after `today`, if that is given.

    Returns the catalogue with its warnings; raises `InvalidCatalogue` with every error and warning of every file.
    `shelf` holds what earlier builds found out of sound files.
    """
    root = folder.resolve().name
    found = read_all(root, folder, _is_no_data)
    beside = Beside(shelf)
    catalogue, problems = assemble(root, found.files, lambda *file: _remembered_part(*file, beside))
    broken = catalogue.broken.union(*(_unread(root, problem.path) for problem in found.problems))
    catalogue = replace(catalogue, today=today, broken=broken)
    catalogue = checked(catalogue, [*problems, *found.problems])
    for one in catalogue.documents:
        beside.judged(one, catalogue.beside)
        one.forget()
    if shelf:
        shelf.save()
    return catalogue


def checked(catalogue: Catalogue, problems: list[Problem]) -> Catalogue:
    """Run every rule; the catalogue with its warnings, or `InvalidCatalogue`."""
    answered = (_answered(catalogue, problem) for problem in problems)
    found = told_once({*answered, *rules.check(catalogue)})
    whole = not catalogue.broken and all(one.severity == "warning" for one in found)
    problems = sorted(without_judged(catalogue.documents, found, whole=whole))
    if any(problem.severity == "error" for problem in problems):
        raise InvalidCatalogue(problems)
    return catalogue.with_warnings(tuple(problems))


def _answered(catalogue: Catalogue, problem: Problem) -> Problem:
    """With the id that was meant, or where ids are, when the problem is a name in an id's place."""
    if problem.sought is None:
        return problem
    sought, home = problem.sought, home_of(problem.path)
    return replace(problem, message=meant.answer(catalogue, sought.kind, sought.given, home))


@dataclass(frozen=True)
class Beside:
    """What makes reading quicker and nothing else: all are equal, so that a remembered file is found with any of them."""

    shelf: Shelf | None = field(default=None, compare=False)

    def known(self, path: str, raw: bytes) -> Known | None:
        """What the shelf holds of a file with this content."""
        key = digest(path, raw)
        found = self.shelf.get(key) if self.shelf else None
        if not self.shelf or not found:
            return None
        clean, mark, sound = self.shelf.seen(f"{key} {CLEAN}") or ((), "", ())
        return Known(found[0], tuple(found[1]), tuple(clean), dict.fromkeys(sound, mark))

    def read(self, document: Document) -> None:
        """Keep what the file says."""
        if self.shelf:
            self.shelf.put(document.mark, [document.said, [*document.odd]])

    def judged(self, document: Document, mark: str) -> None:
        """Keep which rules found nothing in the file, some beside all that has the `mark`; and what it says."""
        if self.shelf:
            self.shelf.keep(document.mark)
            clean = [rule for rule, problems in document.judged.items() if not problems]
            sound = [rule for rule, beside in document.sound.items() if beside == mark]
            self.shelf.put(f"{document.mark} {CLEAN}", [clean, mark, sound])


def part_of(root: str, name: str, raw: bytes, beside: Beside | None = None) -> Part:
    """What the file `root/name` with the content `raw` holds, whatever the other files say."""
    place = place_of_file(PurePosixPath(name))
    if isinstance(place, str):
        return Part(problems=(Problem(f"{root}/{name}", 1, 1, "tiedostonimi", place),))
    kind, record_id, schema = place
    path = f"{root}/{name}"
    known = beside.known(path, raw) if beside else None
    try:
        document = read(path, raw, known)
    except Unreadable as error:
        return _rest_of(error, kind, record_id, schema)
    made = _part(document, kind, record_id, schema)
    if beside and not known:
        beside.read(document)
    document.forget()
    return made


def _rest_of(error: Unreadable, kind: str, record_id: str | None, schema: type[BaseModel]) -> Part:
    """What a file with syntax faults holds besides them; of their lines, and of what is missing, nothing is told."""
    broken = (f"{kind}:{record_id or '*'}",)
    if error.rest is None:
        return Part(problems=tuple(error.problems), broken=broken)
    lines = {problem.line for problem in error.problems}
    rest = _part(error.rest, kind, record_id, schema)
    more = (one for one in rest.problems if one.line not in lines and one.rule != "puuttuu")
    return Part(
        problems=(*error.problems, *more), broken=broken, faulty=(*rest.records, *rest.faulty)
    )


def _part(document: Document, kind: str, record_id: str | None, schema: type[BaseModel]) -> Part:
    if told := _of_another_kind(document, kind, record_id):
        problem = document.problem((), *told)
        return Part(problems=(problem,), broken=(f"{kind}:{record_id or '*'}",), document=document)
    problems: list[Problem] = []
    made = [
        (
            _record(entry_id, loc, data, document, schema, problems),
            Record(entry_id, data, document, loc),
        )
        for entry_id, loc, data in _entries(document, record_id, problems)
    ]
    faulty = tuple(
        (kind, replace(plain, data=remains_of(schema, plain.data)))
        for record, plain in made
        if record is None
    )
    return Part(
        tuple((kind, record) for record, _ in made if record),
        tuple(problems),
        tuple(f"{kind}:{record.id}" for _, record in faulty),
        faulty,
        document,
    )


def _of_another_kind(
    document: Document, kind: str, record_id: str | None
) -> tuple[str, str] | None:
    """The rule and a sentence, when a file of many entries is a list, or holds the fields of a model."""
    data = document.said
    if record_id is not None:
        return None
    if not isinstance(data, dict):
        form = form_at(MANY[kind], ())
        shown = next(
            (str(one["id"]) for one in data if isinstance(one, dict) and "id" in one), "tunnus"
        )
        message = (
            "Tiedostossa pitää olla tunnuksia ja niiden kenttiä, ei luetteloa eikä pelkkää tekstiä. "
            f"Kirjoita {shown}: {form}."
        )
        return "arvo", message
    if len({"type", "summary", "status", "sections", "results", "reviewed"} & set(data)) >= 3:
        return (
            "tiedostonimi",
            "Tämä on malli. Siirrä se alueen kansioon: models/<alue>/<malli>.yml.",
        )
    return None


_remembered_part = lru_cache(maxsize=50_000)(
    part_of
)  # a site that is served reads a file again when it changes


def assemble(
    root: str,
    files: Iterable[tuple[str, bytes]],
    part: Callable[[str, str, bytes], Part] = part_of,
) -> tuple[Catalogue, list[Problem]]:
    """Records of the files that can be read, and the problems of the rest. `files`: path under the root, content."""
    kept = [(name, raw) for name, raw in files if not _is_left_over(PurePosixPath(name))]
    lists = [register.of_text(f"{root}/{name}", raw) for name, raw in kept if _is_register(name)]
    parts = [part(root, name, raw) for name, raw in kept if not _is_register(name)]
    problems = [*same_elsewhere(root, [name for name, _ in kept])]
    twice = {problem.path for problem in problems}
    problems += [
        problem
        for one in parts
        for problem in one.problems
        if problem.rule != "tiedostonimi" or problem.path not in twice
    ]
    problems += [problem for one in lists for problem in one.problems]
    found: dict[str, dict[str, Record[Any]]] = {plural: {} for plural in PLURALS.values()}
    for kind, record in (entry for one in parts for entry in one.records):
        first = found[PLURALS[kind]].setdefault(record.id, record)
        if first is not record:
            message = f"Tunnus ”{record.id}” on jo tiedostossa {first.document.path}."
            problems.append(record.problem((), "kaksoistunnus", message, key=True))
    ordered = {plural: dict(sorted(records.items())) for plural, records in found.items()}
    documents = tuple(one.document for one in parts if one.document)
    broken = frozenset(name for one in parts for name in one.broken)
    faulty = tuple(record for one in parts for record in one.faulty)
    published = tuple(entry for one in lists for entry in one.entries)
    return Catalogue(
        **ordered,  # type: ignore[arg-type]
        published=published,
        documents=documents,
        broken=broken,
        faulty=faulty,
    ), problems


def _is_no_data(name: PurePath) -> bool:
    """The schemas of editors, and notes to maintainers."""
    return name.suffix == ".md" or (name.parts[0] == "schema" and name.suffix == ".json")


def _is_register(name: str) -> bool:
    """A list of what was ever published, which only the command `mallit register` writes."""
    return name.startswith(f"{register.FOLDER}/") and name.endswith(".txt")


def _unread(root: str, path: str) -> set[str]:
    """The record of a file that could not be read, so that nobody is told that it is missing."""
    place = place_of_file(PurePosixPath(path.removeprefix(f"{root}/")))
    return set() if isinstance(place, str) else {f"{place[0]}:{place[1] or '*'}"}


def _is_left_over(name: PurePosixPath) -> bool:
    """Whether an editor or a system put the file or its folder there for itself: `.x.yml.swp`, `x.yml~`, `.DS_Store`."""
    return name.name.endswith("~") or any(part.startswith((".", "#")) for part in name.parts)


def place_of_file(path: PurePosixPath) -> tuple[str, str | None, type[BaseModel]] | str:
    """Kind, id (None for a file of many entries) and schema of a file by its name, or what is wrong with the name."""
    if path.suffix != ".yml":
        return f"Tiedostopääte on ”{path.suffix}”. Luettelon tiedostojen pääte on .yml."
    first, *_ = parts = (*path.parts[:-1], path.stem)
    if first == "vocabulary" and len(parts) in (2, 3):
        if parts[1] not in VOCABULARIES:
            meant = did_you_mean(parts[1], VOCABULARIES)
            home = f" Malli kuuluu alueen kansioon: models/<alue>/{slug(parts[-1]) or 'malli'}.yml."
            return f"Tuntematon sanasto ”{parts[1]}”.{meant or home}"
        kind, schema = VOCABULARIES[parts[1]]
        return kind, None, schema
    if len(parts) != 2:
        return (
            "Tiedosto on väärässä paikassa. Malli kuuluu suoraan alueen kansioon: "
            f"models/<alue>/{slug(parts[-1]) or 'malli'}.yml."
        )
    if not re.fullmatch(ID, parts[1]):
        folder = "" if re.fullmatch(ID, first) else f"{slug(first) or '<alue>'}/"
        return (
            "Tiedostonimi on mallin tunnus: pieniä kirjaimia a–z, numeroita ja yhdysviivoja. "
            f"Nimeä tiedosto uudelleen: {folder}{slug(parts[1]) or 'malli'}.yml."
        )
    for name in parts:
        if len(name) > LONGEST_ID:
            return f"Tunnus on {len(name)} merkkiä pitkä; enintään {LONGEST_ID}."
        if RESERVED.fullmatch(name):
            return f"Windows ei salli nimeä ”{name}”. Vaihda tunnusta."
    if first in REGISTERS:
        kind, schema = REGISTERS[first]
        return kind, None, schema
    if first == "comparisons":
        return "comparison", parts[1], Comparison
    if path.name == PROFILE:
        return "profile", first, v.Profile
    return "model", f"{first}/{parts[1]}", Model


def _entries(
    document: Document, record_id: str | None, problems: list[Problem]
) -> Iterator[tuple[str, Any, Any]]:
    data = document.said
    if record_id is not None:
        yield record_id, (), data
    else:
        for entry_id, entry in data.items():
            if not re.fullmatch(ID, entry_id):
                message = (
                    f"Tunnus ”{entry_id}” ei käy: pieniä kirjaimia a–z, numeroita ja yhdysviivoja. "
                    f"Kirjoita ”{slug(entry_id) or 'tunnus'}”."
                )
                problems.append(document.problem((entry_id,), "tunnus", message, key=True))
            elif len(entry_id) > LONGEST_ID:
                message = f"Tunnus on {len(entry_id)} merkkiä pitkä; enintään {LONGEST_ID}."
                problems.append(document.problem((entry_id,), "tunnus", message, key=True))
            # an id that is spelt otherwise is told once: what names it as it should be written finds it
            yield slug(entry_id) or entry_id, (entry_id,), entry


def _record(
    record_id: str,
    loc: Any,
    data: Any,
    document: Document,
    schema: type[BaseModel],
    problems: list[Problem],
) -> Record[Any] | None:
    try:
        return Record(record_id, sharing(schema.model_validate(data)), document, loc)
    except ValidationError as error:
        # pydantic calls a list too short when its only item is faulty: the fault of the item is told, that suffices
        details = [
            one
            for one in error.errors(include_url=False)
            if one["type"] != "too_short" or not one["input"]
        ]
        problems += problems_of(details, document, loc, schema)
        return None
