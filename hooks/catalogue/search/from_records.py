"""Comparisons, types, regions and the registers as things to find."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalogue.figures.figure import Missing
from catalogue.figures.placeholders import filled
from catalogue.finnish.formats import day, slug
from catalogue.finnish.nicknames import called
from catalogue.finnish.words import COUNTS, FIELDS, FLOWS, LAYOUTS, SEVERITIES, SOURCE_KINDS
from catalogue.search.document import Document, Passage
from catalogue.search.from_models import languages, paragraphs
from catalogue.site.comparison.page import ordered
from catalogue.site.parts import addresses
from catalogue.site.parts.common import region_of, where
from catalogue.site.parts.known import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.comparison import Comparison
    from catalogue.schema.model import Model
    from catalogue.schema.vocabulary import ModelType

USUAL = 3  # one of so many models
FEW = 3  # types: a comparison of more is about none of them
MOST = 40  # models whose summaries tell of a type: of more no word would tell anything


def documents(facts: Facts) -> Iterator[Document]:
    """Everything but models, those that answer most questions first."""
    for comparison in ordered(facts):
        yield _comparison(facts, comparison)
    for key, model_type in facts.types_in_order.items():
        yield _type(facts, key, model_type)
    for key in facts.catalogue.regions:
        yield _region(facts, key)
    yield from _programmes(facts)
    yield from _indicators(facts)
    yield from _terms(facts)
    yield from _discrepancies(facts)
    yield from _sources(facts)


def _comparison(facts: Facts, record: Record[Comparison]) -> Document:
    data, catalogue = record.data, facts.catalogue
    finding = filled(catalogue, data, data.finding.fi)
    notes = [filled(catalogue, data, note.text.fi) for note in data.notes]
    charts = [filled(catalogue, data, chart.title.fi) for chart in data.charts]
    keys = [column.indicator for column in data.columns if column.indicator]
    keys += [key for chart in data.charts for key in chart.indicators]
    columns = [catalogue.indicators[key].data.name.fi for key in dict.fromkeys(keys)]
    columns += [FIELDS[column.field] for column in data.columns if column.field]
    types = [languages(catalogue.types[key].data.name) for key in data.models.types or ()]
    models = [
        model for key in data.models.types or () for model in facts.models_by_type.get(key, [])
    ]
    reasons = [record.data for record in catalogue.reasons.values()]
    named = [f"{languages(one.name)} {_fi(one.summary)}" for one in reasons]
    return Document(
        kind="vertailu",
        url=addresses.comparison(record.id),
        title=data.title.fi,
        note="Alueet rinnakkain",
        words=(
            ("name", languages(data.title, data.short)),
            ("key" if len(types) <= FEW else "body", " · ".join(types)),
            ("told" if len(types) <= FEW else "body", _usual(facts, models)),
            ("about", f"{data.summary.fi} {finding}"),
            ("told", " · ".join([*columns, LAYOUTS[data.layout], "vertailu alueet rinnakkain"])),
            *(("key", text) for text in named if data.layout == "reasons"),
            *(("body", text) for text in (*charts, *notes)),
        ),
        passages=(
            Passage("", "", data.summary.fi),
            Passage("", "", finding),
            *(Passage("huomaa", "Huomaa", text) for text in notes),
        ),
    )


def _type(facts: Facts, key: str, record: Record[ModelType]) -> Document:
    data, catalogue = record.data, facts.catalogue
    models = facts.models_by_type.get(key, [])
    regions = dict.fromkeys(region_of(model.id) for model in models)
    told = where(facts, regions)
    indicators = [catalogue.indicators[one].data.name.fi for one in data.key_indicators]
    passages = [Passage("", "", data.summary.fi)]
    passages += [Passage("", "", text) for text in paragraphs(_fi(data.description))]
    passages += [Passage("", "", text) for text in (known(facts, key),) if text]
    return Document(
        kind="tyyppi",
        url=addresses.model_type(key),
        title=data.name.fi,
        note=told,
        words=(
            ("name", languages(data.name, data.plural)),
            ("about", data.summary.fi),
            ("told", " · ".join(indicators)),
            ("key", _usual(facts, models)),
            *(("body", passage.text) for passage in passages[1:]),
            *(("body", f"{one.data.name.fi}. {one.data.summary.fi}") for one in models[:MOST]),
        ),
        passages=tuple(passages),
        facets={"tyyppi": (key,)},
    )


def _usual(facts: Facts, models: Sequence[Record[Model]]) -> str:
    """Names of the target groups and instruments of a third of the models at least: what readers know a type by."""
    catalogue = facts.catalogue
    named = Counter(
        name
        for model in models
        for name in (
            *(catalogue.target_groups[key].data.name.fi for key in model.data.target_groups),
            *(catalogue.instruments[key].data.name.fi for key in model.data.instruments),
        )
    )
    return " · ".join(name for name, count in named.items() if count * USUAL >= len(models))


def _fi(text: object) -> str:
    return str(text) if text else ""


def _region(facts: Facts, key: str) -> Document:
    catalogue, data = facts.catalogue, facts.catalogue.regions[key].data
    profile = catalogue.profiles.get(key)
    towns = [
        languages(town.data.name)
        for town in catalogue.municipalities.values()
        if town.data.region == key
    ]
    models = facts.models_by_region.get(key, [])
    passages = [Passage("", "", profile.data.summary.fi)] if profile else []
    if not profile:
        passages.append(
            Passage("", "", f"{data.inessive} kehitetyistä malleista ei ole vielä tietoja.")
        )
    if profile and profile.data.project:
        passages.append(Passage("lahteet", "Hanke", profile.data.project.fi))
    types = dict.fromkeys(type_ for model in models for type_ in model.data.type)
    named = [catalogue.types[one].data.name.fi for one in types]
    return Document(
        kind="alue" if profile else "tyhja-alue",
        url=addresses.region(key) if profile else addresses.towns_of(key),
        title=data.name.fi,
        note=data.name.sv or "",
        region=key,
        words=(
            ("name", " · ".join([languages(data.name, data.short), called(key, data.brand)])),
            ("place", " · ".join(towns)),
            ("about", " ".join(passage.text for passage in passages)),
            ("body", " · ".join(named)),
        ),
        passages=tuple(passages),
        facets={"alue": (key,)},
    )


def _programmes(facts: Facts) -> Iterator[Document]:
    for key, record in facts.catalogue.programmes.items():
        data = record.data
        yield Document(
            kind="ohjelma",
            url=addresses.programme(key),
            title=data.name.fi,
            note=data.funder.fi,
            words=(
                ("name", languages(data.name, data.short)),
                ("about", data.summary.fi),
                ("told", f"rahoittaja {data.funder.fi}"),
            ),
            passages=(Passage("", "", data.summary.fi),),
            facets={"ohjelma": (key,)},
        )


def _indicators(facts: Facts) -> Iterator[Document]:
    for key, record in facts.catalogue.indicators.items():
        data = record.data
        told = [
            _fi(data.numerator),
            _fi(data.denominator),
            COUNTS[data.counts],
            FLOWS[data.flow],
        ]
        comparable = _fi(data.comparable)
        instruments = facts.catalogue.instruments
        of = languages(instruments[data.instrument].data.name) if data.instrument else ""
        count = sum(
            not isinstance(figure, Missing) for figure in facts.figures_by_indicator.get(key, ())
        )
        yield Document(
            kind="mittari",
            url=addresses.indicator(key),
            title=data.name.fi,
            note=f"{count} arvoa" if count != 1 else "1 arvo",
            words=(
                ("name", languages(data.name)),
                *((("key", of),) if of else ()),
                ("about", data.definition.fi),
                ("told", " · ".join(told)),
                ("body", comparable),
            ),
            passages=tuple(
                Passage("", "", text) for text in (data.definition.fi, comparable) if text
            ),
        )
    for key, instrument in facts.catalogue.instruments.items():
        yield Document(
            kind="mittari",
            url=addresses.instrument(key),
            title=instrument.data.name.fi,
            note="Mittaristo",
            words=(
                ("name", languages(instrument.data.name)),
                ("about", instrument.data.summary.fi),
            ),
            passages=(Passage("", "", instrument.data.summary.fi),),
            facets={"mittaristo": (key,)},
        )


def _terms(facts: Facts) -> Iterator[Document]:
    for record in facts.catalogue.terms.values():
        data = record.data
        also = [name for name in (data.name.sv, data.name.en, *data.abbreviations) if name]
        yield Document(
            kind="termi",
            url=f"{addresses.TERMS}#{slug(data.name.fi)}",
            title=data.name.fi,
            note=", ".join(dict.fromkeys(also)),
            words=(
                ("name", " · ".join([languages(data.name), *data.abbreviations, *data.synonyms])),
                ("about", data.definition.fi),
            ),
            passages=(Passage("", "", data.definition.fi),),
        )


def _discrepancies(facts: Facts) -> Iterator[Document]:
    for key, record in facts.catalogue.discrepancies.items():
        data = record.data
        regions = dict.fromkeys(region_of(model) for model in facts.models_of(record))
        names = [facts.catalogue.regions[region].data.short.fi for region in regions]
        yield Document(
            kind="ristiriita",
            url=addresses.discrepancy(key),
            title=data.known.fi,
            note=" · ".join(filter(None, (SEVERITIES[data.severity], where(facts, regions)))),
            words=(
                ("about", data.known.fi),
                ("place", " · ".join(names)),
                ("told", "ristiriita luvut eivät täsmää"),
                ("body", f"{data.claim.fi} {data.computed.fi}"),
            ),
            passages=(
                Passage("", "Lähteessä", data.claim.fi),
                Passage("", "Laskemalla", data.computed.fi),
            ),
            facets={"alue": tuple(regions)},
        )


def _sources(facts: Facts) -> Iterator[Document]:
    for key, record in facts.catalogue.sources.items():
        data = record.data
        kind = SOURCE_KINDS[data.kind]
        note = _fi(data.note)
        yield Document(
            kind="lahde",
            url=addresses.source(key),
            title=data.title.fi,
            note=" · ".join(part for part in (data.publisher.fi, kind, day(data.year)) if part),
            words=(
                ("name", languages(data.title)),
                ("told", " · ".join([data.publisher.fi, kind, data.authors or ""])),
                ("body", note),
            ),
            passages=(Passage("", "", note),) if note else (),
        )
