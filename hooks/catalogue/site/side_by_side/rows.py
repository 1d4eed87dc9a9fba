"""The rows in words of the reader's own comparison: the same for every model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day, join, period
from catalogue.finnish.words import KINDS
from catalogue.site.parts.background import cost_text, costs, evaluation_text, evaluations
from catalogue.site.parts.common import checked, claim_mark, marked, status_view
from catalogue.site.parts.finding import finding
from catalogue.site.parts.narrative import reasons, staffing

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.scalars import Localised
    from catalogue.schema.sections import Section

MARKUP = re.compile(r"[*_`]+|^\s*(?:[-+*]|\d+\.|#+|>)\s+", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """A field in words, one line a thing; `means` is its definition for the file that a reader takes home.

    `said` is the finding as a sentence, where the field is one.
    """

    label: str
    lines: tuple[str, ...]
    means: str = ""
    said: str = ""


@dataclass(frozen=True)
class Part:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


def parts(facts: Facts, model: Record[Model]) -> tuple[Part, ...]:
    """The rows in words, the same for every model; a row without lines is one that the sources do not tell."""
    data, catalogue, status = model.data, facts.catalogue, status_view(facts, model)
    steps = (
        step.name.fi
        + (f": {step.does.fi}" if step.does else "")
        + (f" ({step.by.fi})" if step.by else "")
        for step in data.steps
    )
    staff = (one.role + (f": {one.amount}" if one.amount else "") for one in staffing(facts, data))
    partners = (one.name.fi + (f": {one.role.fi}" if one.role else "") for one in data.partners)
    decided = (
        f"{one.body.fi}{', ' + day(one.date) if one.date else ''}: {one.text.fi}"
        for one in data.decisions
    )
    because = {
        effect: tuple(
            marked(f"{one.name}: {one.text}", one.mark) for one in reasons(facts, data, effect)
        )
        for effect in ("enabler", "barrier", "either")
    }
    kind = catalogue.kind(data)
    return (
        Part(
            "Perustiedot",
            (
                Row("Tiivistelmä", (data.summary.fi,)),
                Row("Laji", _one(KINDS[kind] if kind else "")),
                Row(
                    "Mallityyppi",
                    tuple(catalogue.types[key].data.name.fi for key in data.type),
                    catalogue.types[data.main_type].data.summary.fi,
                ),
                Row(
                    "Ohjelma",
                    tuple(catalogue.programmes[key].data.short.fi for key in data.programme),
                ),
                Row("Toiminnan aika", _one(period(data.pilot)), "Pilotin tai toiminnan jakso"),
                Row("Toteutuspaikka", _text(data.place)),
                Row("Toteuttaja", _text(data.organisation)),
                Row(
                    "Kunnat", _one(join(data.municipalities)), "Kunnat, joissa mallia toteutettiin"
                ),
            ),
        ),
        Part(
            "Kohderyhmä",
            (
                Row(
                    "Kohderyhmät",
                    tuple(catalogue.target_groups[key].data.name.fi for key in data.target_groups),
                ),
                Row("Kohderyhmä ja asiakasymmärrys", _section(data.sections.target_group)),
            ),
        ),
        Part(
            "Prosessi",
            (Row("Vaiheet", tuple(f"{place}. {step}" for place, step in enumerate(steps, 1))),),
        ),
        Part(
            "Henkilöstö",
            (
                Row("Tekijät", tuple(staff)),
                Row("Kumppanit", tuple(partners)),
                Row(
                    "Mittaristot",
                    tuple(catalogue.instruments[key].data.name.fi for key in data.instruments),
                ),
            ),
        ),
        Part(
            "Tila",
            (
                Row(
                    "Tila lähteiden mukaan",
                    (f"{status.name}{', ' + status.date if status.date else ''}",),
                    catalogue.statuses[catalogue.label(data.status)].data.summary.fi,
                    finding(facts, model),
                ),
                Row("Tila sanoin", _text(data.status.text)),
                Row("Päätökset", tuple(decided)),
                Row("Tarkistettu myöhemmin", tuple(checked(one) for one in data.status.checks)),
            ),
        ),
        Part(
            "Syyt",
            (
                Row(
                    "Mikä edisti?",
                    because["enabler"],
                    "Lähteiden nimeämät syyt, jotka tukivat jatkumista",
                ),
                Row(
                    "Mikä esti?",
                    because["barrier"],
                    "Lähteiden nimeämät syyt, jotka estivät jatkumista",
                ),
                Row(
                    "Mikä vaikuttaa, mutta suuntaa ei kerrota?",
                    because["either"],
                    "Lähteiden nimeämät syyt, joiden suuntaa ne eivät kerro",
                ),
            ),
        ),
        Part(
            "Kustannukset ja arviointi",
            (
                Row("Kustannukset", tuple(cost_text(one) for one in costs(facts, data))),
                Row("Arvioinnit", tuple(evaluation_text(one) for one in evaluations(facts, data))),
            ),
        ),
        Part(
            "Ehdot", (Row("Toimivuuden ja käyttöönoton ehdot", _section(data.sections.conditions)),)
        ),
    )


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _section(section: Section | None) -> tuple[str, ...]:
    if section is None:
        return ()
    *texts, last = _text(section.text)
    return (*texts, marked(last, claim_mark(section.basis, section.scope)))


def _text(value: Localised | None) -> tuple[str, ...]:
    """Paragraphs and list items of an author's Markdown, without its marks."""
    if value is None:
        return ()
    paragraphs = re.split(r"\n\s*\n|\n(?=\s*(?:[-+*]|\d+\.)\s)", value.fi)
    return tuple(
        " ".join(MARKUP.sub("", paragraph).split()) for paragraph in paragraphs if paragraph.strip()
    )
