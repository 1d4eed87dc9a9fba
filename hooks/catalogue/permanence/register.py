"""The register of everything ever published: lines of a kind and a full id, in text files that only ever grow.

A file a region, so that two regions' changes do not meet; what is of no region is in one file. The addresses of pages
written by hand, and the anchors that templates make, are in a file of their own (`page`); a `*` in them stands for one
part of an address, because every model's page has the same ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from catalogue.problems import Problem, did_you_mean
from catalogue.records import Published
from catalogue.schema import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.records import Catalogue

FOLDER = "published"
COMMON, PAGES = "common.txt", "pages.txt"
PAGE = "page"
KINDS = (*get_args(v.Published), PAGE)
OF_REGION = ("model", "mention", "result", "profile")
LINE = re.compile(r"(?P<kind>[a-z_]+) (?P<id>\S+)")


@dataclass(frozen=True)
class List:
    """What one file of the register says."""

    entries: tuple[Published, ...]
    problems: tuple[Problem, ...]


def of_text(path: str, raw: bytes) -> List:
    """The entries of a file; a line that is none is told."""
    entries: list[Published] = []
    problems: list[Problem] = []
    for number, line in enumerate(raw.decode("utf-8", errors="replace").splitlines(), 1):
        if not line.strip():
            continue
        found = LINE.fullmatch(line.strip())
        if found and found["kind"] in KINDS:
            entries.append(Published(found["kind"], found["id"], path, number))
            continue
        kind = line.split()[0]
        hint = did_you_mean(kind, KINDS) if kind not in KINDS else ""
        message = (
            f"Rivillä pitää olla laji ja tunnus, esimerkiksi ”model pohjanmaa/ips”.{hint} "
            "Älä muokkaa rekisteriä käsin: komento mallit register kirjoittaa sen."
        )
        problems.append(Problem(path, number, 1, "rekisteri", message))
    return List(tuple(entries), tuple(problems))


def present(catalogue: Catalogue) -> Iterator[Published]:
    """Everything that the catalogue publishes now."""
    for kind, record in catalogue.all_records():
        if kind in KINDS:
            yield Published(kind, record.id)
    for model in catalogue.models.values():
        yield from (
            Published("mention", f"{model.id}#{one.id}")
            for one in model.data.mentions
            if one is not None  # a faulty one of a faulty model
        )
    yield from (Published("result", key) for key in catalogue.results)


def grown(catalogue: Catalogue, addresses: Iterable[str] = ()) -> Mapping[str, str]:
    """File name under the folder and new text of every list that grows; nothing is ever taken out.

    `addresses` are those of pages and anchors that the built site links to.
    """
    known = {(entry.kind, entry.id): entry.path.rpartition("/")[2] for entry in catalogue.published}
    wanted = [(entry.kind, entry.id) for entry in present(catalogue)]
    wanted += [(PAGE, address) for address in addresses]
    new = [entry for entry in wanted if entry not in known]
    files: dict[str, list[tuple[str, str]]] = {file_of(*entry): [] for entry in new}
    for entry in new:
        files[file_of(*entry)].append(entry)
    for entry, name in known.items():
        if name in files:
            files[name].append(entry)
    return {name: text_of(entries) for name, entries in files.items()}


def text_of(entries: Iterable[tuple[str, str]]) -> str:
    """The register as a file, sorted."""
    return "".join(f"{kind} {name}\n" for kind, name in sorted(set(entries)))


def file_of(kind: str, name: str) -> str:
    """The list that an entry belongs to."""
    if kind == PAGE:
        return PAGES
    return f"{name.partition('/')[0]}.txt" if kind in OF_REGION else COMMON
