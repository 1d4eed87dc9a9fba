"""Folder -> Catalogue, or InvalidCatalogue with every problem. The only reader of the data files."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from yaml import MappingNode

from . import rules
from .messages import problem_of
from .problems import InvalidCatalogue, Problem, did_you_mean
from .records import PLURALS, Catalogue, Record
from .schema import vocabulary as v
from .schema.comparison import Comparison
from .schema.model import Model
from .schema.scalars import ID
from .source import Document, Unreadable, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VOCABULARIES: dict[str, tuple[str, type[BaseModel]]] = {
    "programmes": ("programme", v.Programme), "regions": ("region", v.Region), "types": ("type", v.ModelType),
    "indicators": ("indicator", v.Indicator), "instruments": ("instrument", v.Instrument),
    "statuses": ("status", v.Status), "reasons": ("reason", v.Named), "target_groups": ("target_group", v.Named),
    "populations": ("population", v.Named), "terms": ("term", v.Term),
}
PROFILE = "region.yml"


def load(folder: Path) -> Catalogue:
    """Read every file under `folder` and check everything.

    Returns the catalogue with its warnings; raises `InvalidCatalogue` with every error and warning of every file.
    """
    catalogue, problems = assemble(folder.resolve().name, _files(folder))
    return checked(catalogue, problems)


def checked(catalogue: Catalogue, problems: list[Problem]) -> Catalogue:
    """Run every rule; the catalogue with its warnings, or `InvalidCatalogue`."""
    problems = sorted({*problems, *rules.check(catalogue)})
    if any(problem.severity == "error" for problem in problems):
        raise InvalidCatalogue(problems)
    return catalogue.with_warnings(tuple(problems))


def assemble(root: str, files: Iterable[tuple[str, bytes]]) -> tuple[Catalogue, list[Problem]]:
    """Records of the files that can be read, and the problems of the rest. `files`: path under the root, content."""
    problems: list[Problem] = []
    documents: list[Document] = []
    found: dict[str, dict[str, Record[Any]]] = {plural: {} for plural in PLURALS.values()}
    broken: set[str] = set()
    for name, raw in files:
        place = _place(PurePosixPath(name))
        if isinstance(place, str):
            problems.append(Problem(f"{root}/{name}", 1, 1, "tiedostonimi", place))
            continue
        kind, record_id, schema = place
        try:
            document = read(f"{root}/{name}", raw)
        except Unreadable as error:
            problems += error.problems
            broken.add(f"{kind}:{record_id or '*'}")
            continue
        documents.append(document)
        if record_id is None and not isinstance(document.root, MappingNode):
            problems.append(document.problem((), "arvo", "Tiedostossa pitää olla tunnuksia ja niiden kenttiä."))
            broken.add(f"{kind}:*")
            continue
        for entry_id, loc, data in _entries(document, record_id, problems):
            record = _record(entry_id, loc, data, document, schema, problems)
            if record is None:
                broken.add(f"{kind}:{entry_id}")
            elif entry_id in found[PLURALS[kind]]:
                other = found[PLURALS[kind]][entry_id].document.path
                message = f"Tunnus ”{entry_id}” on jo tiedostossa {other}."
                problems.append(record.problem((), "kaksoistunnus", message, key=True))
            else:
                found[PLURALS[kind]][entry_id] = record
    ordered = {plural: dict(sorted(records.items())) for plural, records in found.items()}
    return Catalogue(**ordered, documents=tuple(documents), broken=frozenset(broken)), problems  # type: ignore[arg-type]


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and name.parts[0] != "schema" and path.suffix != ".md":
            yield name.as_posix(), path.read_bytes()


def _place(path: PurePosixPath) -> tuple[str, str | None, type[BaseModel]] | str:
    """Kind, id (None for a file of many entries) and schema of a file by its name, or what is wrong with the name."""
    if path.suffix != ".yml":
        return f"Tiedostopääte on ”{path.suffix}”. Luettelon tiedostot päättyvät .yml."
    first, *_ = parts = (*path.parts[:-1], path.stem)
    if first == "vocabulary" and len(parts) in (2, 3):
        if parts[1] not in VOCABULARIES:
            return f"Tuntematon sanasto ”{parts[1]}”.{did_you_mean(parts[1], VOCABULARIES)}"
        kind, schema = VOCABULARIES[parts[1]]
        return kind, None, schema
    if len(parts) != 2:
        return "Tiedosto on väärässä paikassa. Malli kuuluu kansioon models/<alue>/."
    if not re.fullmatch(ID, parts[1]):
        return "Tiedostonimi on mallin tunnus: pieniä kirjaimia a–z, numeroita ja yhdysviivoja."
    if first in ("sources", "discrepancies"):
        return ("source", None, v.Source) if first == "sources" else ("discrepancy", None, v.Discrepancy)
    if first == "comparisons":
        return "comparison", parts[1], Comparison
    if path.name == PROFILE:
        return "profile", first, v.Profile
    return "model", f"{first}/{parts[1]}", Model


def _entries(document: Document, record_id: str | None, problems: list[Problem]) -> Iterator[tuple[str, Any, Any]]:
    data = document.data()
    if record_id is not None:
        yield record_id, (), data
    else:
        for entry_id, entry in data.items():
            if not re.fullmatch(ID, entry_id):
                message = f"Tunnus ”{entry_id}” ei käy: pieniä kirjaimia a–z, numeroita ja yhdysviivoja."
                problems.append(document.problem((entry_id,), "tunnus", message, key=True))
            yield entry_id, (entry_id,), entry


def _record(
    record_id: str, loc: Any, data: Any, document: Document, schema: type[BaseModel], problems: list[Problem]
) -> Record[Any] | None:
    try:
        return Record(record_id, schema.model_validate(data), document, loc)
    except ValidationError as error:
        # pydantic calls a list too short when its only item is faulty: the fault of the item is told, that suffices
        details = [one for one in error.errors(include_url=False) if one["type"] != "too_short" or not one["input"]]
        problems += [problem_of(detail, document, loc, schema) for detail in details]
        return None
