"""A model, and what its page only mentions, as things to find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.figures.figure import Missing
from catalogue.figures.selection import is_national
from catalogue.figures.text import text_of
from catalogue.finnish.formats import join, number, period
from catalogue.finnish.nicknames import called
from catalogue.finnish.words import DECIDED, IN_USE, KINDS, STATUS_GROUPS
from catalogue.schema.sections import Sections
from catalogue.search.document import Document, Passage
from catalogue.site.parts import addresses
from catalogue.site.parts.card import card
from catalogue.site.parts.common import label_of, region_of, short_title, status_view
from catalogue.site.parts.counts import SERVICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.claim import Cite
    from catalogue.schema.model import Mention, Model
    from catalogue.schema.scalars import Localised

MARKS = re.compile(r"[*_`>#]+|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
PARAGRAPH = re.compile(r"\n\s*\n")


def documents(facts: Facts, model: Record[Model]) -> Iterator[Document]:
    """The model, then its mentions."""
    yield _model(facts, model)
    for mention in model.data.mentions:
        yield _mention(facts, model, mention)


def languages(*texts: Localised | None) -> str:
    """The texts in every language that they have."""
    found = (part for text in texts if text for part in (text.fi, text.sv, text.en))
    return " · ".join(part for part in found if part)


def paragraphs(text: str) -> Iterator[str]:
    """Plain paragraphs of an author's Markdown."""
    for block in PARAGRAPH.split(text):
        if plain := " ".join(MARKS.sub("", block).split()):
            yield plain


def _model(facts: Facts, model: Record[Model]) -> Document:
    data, listed = model.data, card(facts, model)
    passages = (Passage("", "", data.summary.fi), *_passages(facts, model))
    status = listed.status
    return Document(
        kind="malli" if facts.catalogue.kind(data) == SERVICE else "muu",
        url=listed.url,
        title=listed.name,
        note=f"{listed.region.label} · {status.name}{f' ({status.told})' if status.told else ''}",
        region=region_of(model.id),
        words=(
            ("name", languages(data.name, *data.former_names)),
            ("key", _key(facts, data)),
            ("place", _place(facts, model)),
            ("about", data.summary.fi),
            ("told", _told(facts, model)),
            *(("body", passage.text) for passage in passages[1:]),
        ),
        passages=passages,
        facets=_facets(listed.facets),
    )


def _facets(pairs: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


def _key(facts: Facts, data: Model) -> str:
    catalogue = facts.catalogue
    types = [catalogue.types[key].data for key in data.type]
    named = [languages(entry.name, entry.plural) for entry in types]
    named += [languages(catalogue.target_groups[key].data.name) for key in data.target_groups]
    named += [languages(catalogue.instruments[key].data.name) for key in data.instruments]
    named += [languages(catalogue.programmes[key].data.short) for key in data.programme]
    kind = catalogue.kind(data)
    return " · ".join([*named, *([KINDS[kind]] if kind else [])])


def _place(facts: Facts, model: Record[Model]) -> str:
    data, regions = model.data, facts.catalogue.regions
    named = [languages(regions[key].data.short) for key in (region_of(model.id), *data.also_in)]
    own = called(region_of(model.id), regions[region_of(model.id)].data.brand)
    level = "kansallinen valtakunnallinen" if is_national(facts.catalogue, model.id) else ""
    told = [text.fi for text in (data.place, data.area) if text]
    return " · ".join(part for part in (*named, own, level, *data.municipalities, *told) if part)


def _told(facts: Facts, model: Record[Model]) -> str:
    data = model.data
    label = label_of(facts, data.status)
    status = [label.name.fi, STATUS_GROUPS[label.group], DECIDED[data.status.decided.what]]
    status.append(IN_USE[data.status.in_use.what])
    reasons = [facts.catalogue.reasons[one.reason].data.name.fi for one in data.status.reasons]
    figures = [figure.indicator.name.fi for figure in facts.figures_by_model.get(model.id, ())]
    mentions = [mention.name.fi for mention in data.mentions]
    partners = [partner.name.fi for partner in data.partners]
    staff = [one.role.fi for one in data.staffing]
    organisation = [data.organisation.fi] if data.organisation else []
    return " · ".join(
        dict.fromkeys([*status, *reasons, *figures, *mentions, *partners, *staff, *organisation])
    )


def _passages(facts: Facts, model: Record[Model]) -> Iterator[Passage]:
    data = model.data
    for name, entry in Sections.model_fields.items():
        if told := getattr(data.sections, name):
            for text in paragraphs(told.text.fi):
                yield Passage(name.replace("_", "-"), str(entry.title), text)
    for step in data.steps:
        parts = (step.name.fi, step.does.fi if step.does else "", step.by.fi if step.by else "")
        yield Passage("prosessi", "Prosessi", ". ".join(part for part in parts if part))
    for staff in data.staffing:
        persons = f"{number(staff.persons)} " if staff.persons is not None else ""
        note = f". {staff.note.fi}" if staff.note else ""
        yield Passage("tekijat", "Tekijät", f"{persons}{staff.role.fi}{note}")
    for partner in data.partners:
        role = f": {partner.role.fi}" if partner.role else ""
        yield Passage("tekijat", "Kumppanit", f"{partner.name.fi}{role}")
    for cost in data.costs:
        about = f". {cost.text.fi}" if cost.text else ""
        text = f"Kustannus: {number(cost.amount)} euroa / {cost.per.fi}{about}"
        yield Passage("perustiedot", "Kustannukset", text)
    for aim in data.aims:
        outcome = f" {aim.outcome.text.fi}" if aim.outcome and aim.outcome.text else ""
        yield Passage("tavoite", "Tavoite ja toteuma", f"{aim.text.fi}{outcome}")
    for figure in facts.figures_by_model.get(model.id, ()):
        yield _result(facts, figure)
    yield from _ending(facts, model)


def _ending(facts: Facts, model: Record[Model]) -> Iterator[Passage]:
    """Whether it stayed, and why."""
    data, view = model.data, status_view(facts, model)
    heading = "Jäikö malli käyttöön?"
    text = data.status.text.fi if data.status.text else ""
    told = f" ({view.told})" if view.told else ""
    yield Passage("juurtuminen", heading, f"{view.name}{told}. {text}".strip())
    for reason in data.status.reasons:
        name = facts.catalogue.reasons[reason.reason].data.name.fi
        yield Passage("juurtuminen", heading, f"{name}: {reason.text.fi}")
    for decision in data.decisions:
        yield Passage("juurtuminen", heading, f"{decision.body.fi}: {decision.text.fi}")
    if data.municipalities:
        yield Passage("perustiedot", "Kunnat", f"{join(data.municipalities)}.")
    if data.pilot:
        yield Passage("perustiedot", "Toiminnan aika", f"{period(data.pilot)}.")


def _result(facts: Facts, figure: Figure) -> Passage:
    result, text = figure.located.data, text_of(facts.catalogue, figure)
    name = figure.indicator.name.fi
    label = f", {result.label.fi}" if result.label else ""
    note = f" {result.note.fi}" if result.note and not isinstance(figure, Missing) else ""
    parts = ", ".join(part for part in (text.amount, text.period) if part)
    cited = _cited(facts, result.sources)
    return Passage(
        addresses.result_anchor(figure.located.id),
        "Tulokset",
        f"{name}{label}: {parts} ({cited}).{note}",
    )


def _cited(facts: Facts, cites: tuple[Cite, ...]) -> str:
    told = "; ".join(f"{short_title(facts, cite.id)}, {cite.at}" for cite in cites)
    return f"lähde: {told}"


def _mention(facts: Facts, model: Record[Model], mention: Mention) -> Document:
    regions, region = facts.catalogue.regions, region_of(model.id)
    type_name = facts.catalogue.types[mention.type].data.name.fi if mention.type else ""
    status = label_of(facts, mention.status).name.fi if mention.status else ""
    short = regions[region].data.short
    facets = {"alue": (region,), "tyyppi": (mention.type,) if mention.type else ()}
    return Document(
        kind="maininta",
        url=addresses.mention(model.id, mention.id),
        title=mention.name.fi,
        note=" · ".join(part for part in (short.fi, f"osa: {model.data.name.fi}", status) if part),
        region=region,
        words=(
            ("name", languages(mention.name)),
            ("key", f"{type_name} {model.data.name.fi}"),
            ("place", languages(short)),
            ("about", mention.text.fi),
        ),
        passages=(Passage("", "", mention.text.fi),),
        facets=facets,
    )
