"""Files in a folder of no region, repeated ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalogue.answers.meant import answer
from catalogue.finnish.formats import slug
from catalogue.permanence.where import mention_or_model, where_in
from catalogue.records import former_id, former_names, located_results
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.reading.source import Loc
    from catalogue.records import Catalogue, Located, Record


# Pages and anchors of the site's own that stand among those of records: a record of that name would take its place.
RESERVED = {"source": ("tila",), "comparison": ("omat",), "profile": ("kunnat",)}


def misplaced_or_repeated_names(catalogue: Catalogue) -> Iterator[Problem]:
    """Files in a wrong folder, ids that meet, names that stand twice."""
    yield from _folders(catalogue)
    yield from repeated_names_in_models(catalogue)
    yield from _former_ids(catalogue)
    yield from _reserved(catalogue)


@of_every_model
def repeated_names_in_models(catalogue: Catalogue) -> Iterator[Problem]:
    """Results and mentions of one model that meet."""
    yield from _results(catalogue)
    yield from _mentions(catalogue)
    yield from _anchors(catalogue)


def _folders(catalogue: Catalogue) -> Iterator[Problem]:
    for kind, records in (("model", catalogue.models), ("profile", catalogue.profiles)):
        for record in records.values():
            region = record.id.split("/")[0]
            if (
                region not in catalogue.regions
                and not {"region:*", f"region:{region}"} & catalogue.broken
            ):
                message = f"{answer(catalogue, 'region', region)} Kansion nimi on alueen tunnus."
                yield record.problem((), "tiedostonimi", message)
            elif (
                kind == "model"
                and region not in catalogue.profiles
                and f"profile:{region}" not in catalogue.broken
            ):
                message = (
                    f"Alueen kansiosta puuttuu {region}/region.yml. Tee se: summary: …, "
                    "sources: [{id: …, at: …}] ja alueen kunnat (municipalities)."
                )
                yield record.problem((), "tiedostonimi", message)


def _results(catalogue: Catalogue) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for located in located_results(catalogue):
        if located.id in first:
            message = f"Toinen tulos samalla tunnuksella ”{located.id}”. Lisää erottava ”key”."
            yield located.problem("", "kaksoistunnus", message)
        first.setdefault(located.id, located.index)


def _mentions(catalogue: Catalogue) -> Iterator[Problem]:
    for model in catalogue.models.values():
        told = set[str]()
        for index, mention in enumerate(model.data.mentions):
            if mention.id in told:
                message = f"Toinen maininta samalla tunnuksella ”{mention.id}”. Anna eri tunnus."
                yield model.problem(("mentions", index, "id"), "kaksoistunnus", message)
            told.add(mention.id)


def _former_ids(catalogue: Catalogue) -> Iterator[Problem]:
    taken = {*where_in(catalogue).current}
    for record, loc, name, former in _former(catalogue):
        if former in taken:
            message = (
                f"Aiempi tunnus ”{name}” on tämän tietueen nykyinen tunnus. Poista se: tähän "
                "kirjoitetaan vain ne tunnukset, jotka vaihtuivat."
                if loc[0] == "former_ids" and former[1] == record.id
                else f"Aiempi tunnus ”{name}” on käytössä toisella tietueella. Poista se tästä."
            )
            yield record.problem(loc, "kaksoistunnus", message)
        taken.add(former)


def _former(catalogue: Catalogue) -> Iterator[tuple[Record[Any], Loc, str, tuple[str, str]]]:
    """Every former id as its author wrote it, with the record and the place there, and its kind and full id."""
    for kind, record in catalogue.all_records():
        if kind != "tombstone":
            for index, name in enumerate(getattr(record.data, "former_ids", ())):
                yield record, ("former_ids", index), name, (kind, former_id(record.id, name))
    for model in catalogue.models.values():
        for place, mention in enumerate(model.data.mentions):
            for index, name in enumerate(mention.former_ids):
                loc: Loc = ("mentions", place, "former_ids", index)
                yield model, loc, name, mention_or_model(model.id, name)
    for located in catalogue.results.values():
        for index, name in enumerate(located.data.former_ids):
            yield (
                located.model,
                ("results", located.index, "former_ids", index),
                name,
                ("result", name),
            )


def _reserved(catalogue: Catalogue) -> Iterator[Problem]:
    for kind, record in catalogue.all_records():
        names = (record.id, *former_names(record.data))
        for name in names:
            if name in RESERVED.get(kind, ()):
                message = (
                    f"Tunnus ”{name}” on sivuston oman sivun osoitteessa. Valitse toinen tunnus."
                )
                yield record.problem(
                    _place_of_name(record, name), "kaksoistunnus", message, key=True
                )


def _place_of_name(record: Record[Any], name: str) -> Loc:
    """Where a record says one of its names: among the former ones, or as its own key."""
    former = getattr(record.data, "former_ids", ())
    return ("former_ids", former.index(name)) if name in former else ()


def _anchors(catalogue: Catalogue) -> Iterator[Problem]:
    """Two results whose ids differ and whose places on the page would not."""
    first: dict[tuple[str, str], Located] = {}
    for located in located_results(catalogue):
        anchor = slug(located.id.removeprefix(f"{located.model.id}/"))
        other = first.setdefault((located.model.id, anchor), located)
        if other.id != located.id:
            message = f"Tulos saisi sivulla saman paikan kuin ”{other.id}”. Vaihda kentän ”key” arvo toiseksi."
            yield located.problem("", "kaksoistunnus", message)
