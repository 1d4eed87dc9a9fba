"""A file to begin from: valid as it is, with comments that tell what to write where and which ids there are."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import slug

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from catalogue.records import Catalogue

FEW = 6  # ids that are named in a comment


@dataclass(frozen=True)
class Wanted:
    """What the author says of the model; `source` is the id of a known source or the name of a new one."""

    region: str
    name: str
    type: str
    programme: str
    source: str
    at: str
    publisher: str = ""


def files(catalogue: Catalogue, wanted: Wanted, today: datetime.date) -> dict[str, str]:
    """New files by their path under models/; a file of sources is given whole, to be added to what is there."""
    region = wanted.region
    source = wanted.source if wanted.source in catalogue.sources else _source_id(wanted)
    made = {f"{region}/{slug(wanted.name)}.yml": _model(catalogue, wanted, source, today)}
    if region not in catalogue.profiles:
        made[f"{region}/region.yml"] = _region(catalogue, region, source, wanted.at)
    if source not in catalogue.sources:
        made[f"sources/{region}.yml"] = _source(catalogue, wanted, source)
    return made


def without_notes(text: str) -> str:
    """The file without what it tells its author: a form tells the same; the line for editors stays."""
    lines = [
        _without_note(line)
        for line in text.splitlines()
        if line.startswith("# yaml-language-server:") or not line.lstrip().startswith("#")
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines) + "\n")


def _without_note(line: str) -> str:
    kept, _, _ = line.rpartition("  #")
    return kept.rstrip() if kept and kept.count('"') % 2 == 0 else line


def _source_id(wanted: Wanted) -> str:
    own = slug(wanted.source)
    return own if own.startswith(wanted.region) else f"{wanted.region}-{own}"


def _model(catalogue: Catalogue, wanted: Wanted, source: str, today: datetime.date) -> str:
    cite = f"[{{id: {source}, at: {_quoted(wanted.at)}}}]"
    region = catalogue.regions[wanted.region].data
    programme = (
        f"programme: {wanted.programme}"
        if wanted.programme
        else "# programme: tunnus, jos malli kehitettiin ohjelmassa"
    )
    groups = ", ".join([*catalogue.target_groups][:FEW])
    reasons = ", ".join([*catalogue.reasons][:FEW])
    return f"""\
# yaml-language-server: $schema=../schema/model.json
# Tunnukset nimineen: sivuston kohta Osallistu, Tunnukset. Kentät: Osallistu, Kentät. Tarkista: mallit check
name: {_quoted(wanted.name)}
type: {wanted.type}
{programme}
summary: {_quoted(f"{wanted.name}, {region.short.fi}.")}  # tiivistä omin sanoin, enintään 250 merkkiä
# target_groups: [ ]              # kenelle: {groups} …
# place: Toteutuspaikka
# organisation: {region.name.fi}
# municipalities: [ ]             # kunnat, joissa mallia toteutettiin
# pilot: 2023-08/2024-09          # niin tarkasti kuin lähde sanoo; 2024-02/.. jos loppua ei kerrota

sections: {{}}                     # Innokylän otsikot; kirjoita vain ne, joihin lähde vastaa:
#  idea:
#    text: >-
#      Mitä tehdään ja miksi, omin sanoin.
#    sources: {cite}

# process:
#   steps:
#     - {{name: Ohjaus palveluun, does: Mitä tehdään., by: rooli}}
#   sources: {cite}

status:                           # kaksi tietoa; tilan nimi johdetaan niistä
  decided: not_told               # adopt otetaan käyttöön, continue jatketaan, end lopetetaan, not_told ei kerrota
  in_use: not_told                # fully, partly, not, never_begun, done tai not_told; {{what: not, date: 2024-12}}
  # reasons:                      # {reasons} …
  #   - {{reason: talous, effect: barrier, text: Miksi., sources: {cite}}}
  sources: {cite}

# results:                        # yksi luku kerrallaan
#   - indicator: asiakkaat        # mitä lasketaan
#     count: 37
#     period: 2023-08/2024-09     # ohjelmakausi, jos lähde ei kerro jaksoa
#     population: tiimin-asiakkaat  # keitä luku koskee
#     sources: {cite}

sources: {cite}
reviewed: {today.isoformat()}
"""


def _region(catalogue: Catalogue, region: str, source: str, at: str) -> str:
    known = catalogue.regions[region].data
    towns = "\n".join(_towns(catalogue, region))
    listed = f"municipalities:\n{towns}\n" if towns else ""
    return f"""\
# yaml-language-server: $schema=../schema/region.json
summary: {_quoted(f"{known.genitive} mallit.")}  # mitä alueella tehtiin, muutamalla virkkeellä
# project: Hankkeen nimi
# report: {source}
{listed}sources: [{{id: {source}, at: {_quoted(at)}}}]
"""


def _towns(catalogue: Catalogue, region: str) -> Iterator[str]:
    for town in catalogue.municipalities.values():
        if town.data.region == region:
            name = town.data.name
            said = (
                f"{{fi: {_quoted(name.fi)}, sv: {_quoted(name.sv)}}}"
                if name.sv
                else _quoted(name.fi)
            )
            yield f'  - {{name: {said}, code: "{town.data.code}"}}'


def _source(catalogue: Catalogue, wanted: Wanted, source: str) -> str:
    publisher = wanted.publisher or catalogue.regions[wanted.region].data.name.fi
    return f"""\
{source}:
  title: {_quoted(wanted.source)}
  publisher: {_quoted(publisher)}
  kind: report                    # report, slides, innokyla_model, web, study …
  # year: 2024-12
  # url: https://…                # julkinen osoite, jos sellainen on
  # accessed: 2026-11-28          # milloin siellä on käyty
"""


def _quoted(text: str) -> str:
    """As YAML takes it wherever it stands; plain where that is safe."""
    plain = all(letter.isalnum() or letter in " -–.()/" for letter in text)
    safe = plain and text == text.strip() and text[:1].isalpha()
    return text if safe else json.dumps(text, ensure_ascii=False)
