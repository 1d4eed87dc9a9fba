"""Municipalities of another region, twice, or with the code of another municipality: the official list knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.answers.meant import names, word_meant
from catalogue.rules.files import of_every_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model
    from catalogue.schema.vocabulary import Municipality, OfficialMunicipality, Profile


def wrong_municipalities(catalogue: Catalogue) -> Iterator[Problem]:
    """What regions say of their own municipalities, and models of theirs."""
    official = _official(catalogue)
    for profile in catalogue.profiles.values():
        yield from _of_region(profile, official)
    yield from wrong_municipalities_of_models(catalogue)


@of_every_model
def wrong_municipalities_of_models(catalogue: Catalogue) -> Iterator[Problem]:
    """Municipalities of another region than the model's, or twice."""
    official = _official(catalogue)
    for model in catalogue.models.values():
        yield from _of_model(catalogue, model, official)


def _official(catalogue: Catalogue) -> dict[str, OfficialMunicipality]:
    return {entry.data.name.fi: entry.data for entry in catalogue.municipalities.values()}


def _of_region(
    profile: Record[Profile], official: dict[str, OfficialMunicipality]
) -> Iterator[Problem]:
    by_code = {entry.code: name for name, entry in official.items()}
    seen: set[str] = set()
    for index, town in enumerate(profile.data.municipalities):
        for field, message in _faults(profile.id, town, official, by_code):
            yield profile.problem(("municipalities", index, field), "kunta", message)
        if town.name.fi in seen:
            yield profile.problem(("municipalities", index), "kunta", _twice(town.name.fi))
        seen.add(town.name.fi)


def _faults(
    region: str,
    town: Municipality,
    official: dict[str, OfficialMunicipality],
    by_code: dict[str, str],
) -> Iterator[tuple[str, str]]:
    """The field and a sentence, by the official list; nothing where there is none."""
    name, found = town.name.fi, official.get(town.name.fi)
    if not official:
        return
    if found is None:
        yield (
            "name",
            f"Kuntaa ”{name}” ei ole kuntaluokituksessa.{_meant(name, official, official)}",
        )
        return
    if town.code != found.code:
        other = by_code.get(town.code)
        whose = f"Koodi {town.code} on kunnan {other}" if other else f"Koodia {town.code} ei ole"
        yield "code", f"{whose}. Kunnan {name} koodi on ”{found.code}”."
    if region not in (found.region, *found.earlier):
        yield "name", f"Kunta ”{name}” kuuluu alueeseen ”{found.region}”. Poista se tästä."


def _of_model(
    catalogue: Catalogue, model: Record[Model], official: dict[str, OfficialMunicipality]
) -> Iterator[Problem]:
    region = model.id.split("/")[0]
    profile = catalogue.profiles.get(region)
    listed = {town.name.fi for town in profile.data.municipalities} if profile else set()
    others = [catalogue.profiles.get(other) for other in model.data.also_in]
    listed |= {town.name.fi for other in others if other for town in other.data.municipalities}
    moved = {name for name, entry in official.items() if region in entry.earlier}
    for index, name in enumerate(model.data.municipalities):
        if listed and name not in listed | moved:
            hint = _meant(name, listed, official) or _why(name, region, official)
            message = f"Kunta ”{name}” ei ole alueen kuntaluettelossa.{hint}"
            yield model.problem(("municipalities", index), "kunta", message)
        if name in model.data.municipalities[:index]:
            yield model.problem(("municipalities", index), "kunta", _twice(name))


def _meant(given: str, listed: Iterable[str], official: dict[str, OfficialMunicipality]) -> str:
    """The municipality that was meant: by its name, its Swedish one, or one that was joined to it."""
    found = word_meant(
        given,
        {
            name: (name, *names(official[name]), *official[name].former)
            for name in listed
            if name in official
        },
    )
    return f" Tarkoititko ”{found[0]}”?" if len(found) == 1 else ""


def _why(given: str, region: str, official: dict[str, OfficialMunicipality]) -> str:
    """What to do with a name that no municipality of the region has."""
    several = [part.strip() for part in re.split(r",|;|/|\bja\b|\s+", given) if part.strip()]
    if len(several) > 1 and all(part in official for part in several):
        return f" Kirjoita jokainen kunta erikseen: [{', '.join(several)}]."
    if given not in official:
        return " Kirjoita kunnan nimi perusmuodossa; jos työ koski koko aluetta, jätä kenttä pois."
    if official[given].region != region:
        return f" Se kuuluu alueeseen ”{official[given].region}”: poista se tästä."
    return f" Lisää se alueen tiedostoon {region}/region.yml."


def _twice(name: str) -> str:
    return f"Kunta ”{name}” on luettelossa kahdesti. Poista toinen."
