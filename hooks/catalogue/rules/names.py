"""Files in a folder of no region, repeated ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.problems import did_you_mean
from catalogue.records import located_results

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue


def misplaced_or_repeated_names(catalogue: Catalogue) -> Iterator[Problem]:
    yield from _folders(catalogue)
    yield from _results(catalogue)
    yield from _former_ids(catalogue)


def _folders(catalogue: Catalogue) -> Iterator[Problem]:
    for kind, records in (("model", catalogue.models), ("profile", catalogue.profiles)):
        for record in records.values():
            region = record.id.split("/")[0]
            if (
                region not in catalogue.regions
                and not {"region:*", f"region:{region}"} & catalogue.broken
            ):
                message = f"Ei ole aluetta ”{region}”.{did_you_mean(region, catalogue.regions)} Kansion nimi on alueen tunnus."
                yield record.problem((), "tiedostonimi", message)
            elif (
                kind == "model"
                and region not in catalogue.profiles
                and f"profile:{region}" not in catalogue.broken
            ):
                yield record.problem(
                    (), "tiedostonimi", f"Alueen kansiosta puuttuu {region}/region.yml."
                )


def _results(catalogue: Catalogue) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for located in located_results(catalogue):
        if located.id in first:
            message = f"Toinen tulos samalla tunnuksella ”{located.id}”. Lisää erottava ”key”."
            yield located.problem("", "kaksoistunnus", message)
        first.setdefault(located.id, located.index)


def _former_ids(catalogue: Catalogue) -> Iterator[Problem]:
    taken = {f"{kind}:{record.id}" for kind, record in catalogue.all_records()}
    for kind, record in catalogue.all_records():
        for index, name in enumerate(getattr(record.data, "former_ids", ())):
            prefix, _, _ = record.id.rpartition("/")
            former = f"{kind}:{prefix}/{name}" if prefix else f"{kind}:{name}"
            if former in taken:
                message = f"Aiempi tunnus ”{name}” on käytössä toisella tietueella."
                yield record.problem(("former_ids", index), "kaksoistunnus", message)
            taken.add(former)
