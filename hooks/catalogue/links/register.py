"""The register of references: every external address of the data, with the place that an editor would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.links.address import archive_faults, faults, is_front_page, trivial

if TYPE_CHECKING:
    import datetime

    from catalogue.links.state import Link
    from catalogue.records import Catalogue


@dataclass(frozen=True)
class Reference:
    """An address of a source. `field` is `url` or `archive_url`; line and column are those of its value."""

    url: str
    source: str
    field: str
    title: str
    path: str
    line: int
    column: int
    archive: str = ""
    looked: datetime.date | None = None  # when a person last opened it

    @property
    def place(self) -> str:
        """Where the address stands: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


def references(catalogue: Catalogue) -> tuple[Reference, ...]:
    """Every address of the register, in the order of the sources' ids; archived copies are visited like the rest."""
    found = []
    for source in catalogue.sources.values():
        for field in ("url", "archive_url"):
            url = getattr(source.data, field)
            if url:
                line, column = source.document.place((*source.loc, field))
                page, accessed = field == "url", source.data.accessed
                found.append(
                    Reference(
                        url,
                        source.id,
                        field,
                        source.data.title.fi,
                        source.document.path,
                        line,
                        column,
                        source.data.archive_url or "" if page else "",
                        accessed.first() if page and accessed else None,
                    )
                )
    return tuple(found)


def addresses(catalogue: Catalogue) -> list[str]:
    """Every external address of the register, where nobody asks for its place."""
    data = (source.data for source in catalogue.sources.values())
    return [url for one in data for url in (one.url, one.archive_url) if url]


def objection(reference: Reference, link: Link, taken: dict[str, str]) -> str:
    """Why a move must be judged by a person, or an empty text. `taken`: sources by the trivial form of their address."""
    target = link.last.target
    fault = next(faults(target), "")
    if fault:
        return fault
    if reference.field != "url":
        return "Arkistokopion osoite vaihdetaan käsin."
    if is_front_page(target) and not is_front_page(reference.url):
        return "Ohjaus vie etusivulle: sivu on luultavasti poissa."
    owner = taken.get(trivial(target))
    if owner and owner != reference.source:
        return f"Uusi osoite on jo lähteellä ”{owner}”."
    if reference.archive and next(archive_faults(reference.archive, target), ""):
        return "Arkistokopio on vanhasta osoitteesta: vaihda molemmat käsin."
    return ""


def owners(catalogue: Catalogue) -> dict[str, str]:
    """The source of each address, by the address's trivial form."""
    return {
        trivial(source.data.url): source.id
        for source in catalogue.sources.values()
        if source.data.url
    }
