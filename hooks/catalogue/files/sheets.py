"""The catalogue's tables in Finnish words: the sheets of the workbook and the CSV files for a Finnish Excel.

A number is a number and a text a text; what is not there is empty, and a column says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.text import text_of
from catalogue.finnish.formats import date, join, period
from catalogue.finnish.words import (
    CLASS_HEADINGS,
    COUNTS,
    DECIDED,
    DISCREPANCY_CLASSES,
    DISCREPANCY_KINDS,
    EFFECTS,
    FLOWS,
    GROUPS,
    IN_USE,
    KINDS,
    MEASURES,
    SEVERITIES,
)
from catalogue.site.parts import addresses
from catalogue.site.parts.background import context, costs, evaluations
from catalogue.site.parts.common import (
    cite_views,
    marked,
    programmes_link,
    region_short,
    status_view,
    target_groups,
    types_link,
)
from catalogue.site.parts.narrative import aim, mentions, reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.api.rows import ResultRow
    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.site.parts.common import CiteView

Cell = str | int | float | None


@dataclass(frozen=True)
class Sheet:
    """A table: column titles with their widths in characters, and the rows; texts wrap unless a row is one line."""

    name: str
    heads: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[Cell, ...]]
    wraps: bool = True


def sheets(facts: Facts, results: Mapping[str, ResultRow]) -> Iterator[Sheet]:
    """Every table, after one that tells what they are; `results` are the API's rows by id."""
    yield Sheet("Lue ensin", (("Työkykymallit", 24), ("", 110)), _about(facts))
    yield Sheet(
        "Tulokset",
        (
            ("Alue", 18),
            ("Malli", 40),
            ("Mallityyppi", 28),
            ("Ohjelma", 28),
            ("Kysymys", 28),
            ("Mittari", 34),
            ("Mitä rivi koskee", 34),
            ("Varaus", 9),
            ("Luku", 9),
            ("Luvun laji", 14),
            ("Osoittaja", 9),
            ("Nimittäjä", 9),
            ("Ennen", 9),
            ("n", 7),
            ("Väli, alaraja", 9),
            ("Väli, yläraja", 9),
            ("Prosentti lähteessä", 10),
            ("Mitä lasketaan", 16),
            ("Kertymä vai tilanne", 22),
            ("Asteikko", 10),
            ("Miksi lukua ei ole", 18),
            ("Jakso", 20),
            ("Keitä luku koskee", 36),
            ("Huomautus", 60),
            ("Lähde", 24),
            ("Kohta", 20),
            ("Avoimia kysymyksiä", 10),
            ("Osoite", 30),
            ("Tunnus", 30),
        ),
        (_result(facts, figure, results[key]) for key, figure in facts.figures.items()),
        wraps=False,
    )
    yield Sheet(
        "Mallit",
        (
            ("Alue", 18),
            ("Malli", 44),
            ("Laji", 16),
            ("Mallityyppi", 28),
            ("Ohjelma", 28),
            ("Tila", 18),
            ("Milloin todettu", 14),
            ("Päätös jatkosta", 24),
            ("Käyttö", 20),
            ("Miksi", 36),
            ("Tiivistelmä", 70),
            ("Kohderyhmä", 40),
            ("Kunnat", 40),
            ("Toiminnan aika", 18),
            ("Innokylä", 30),
            ("Osoite", 30),
            ("Tunnus", 30),
        ),
        (_model(facts, model) for model in facts.models),
    )
    yield Sheet(
        "Maininnat",
        (
            ("Alue", 18),
            ("Malli", 40),
            ("Maininta", 40),
            ("Laji tai tyyppi", 24),
            ("Tila", 18),
            ("Mitä lähde kertoo", 70),
            ("Lähteet", 36),
            ("Osoite", 30),
        ),
        _mentions(facts),
    )
    yield Sheet(
        "Kustannukset ja tausta",
        (
            ("Alue", 18),
            ("Malli", 40),
            ("Mitä", 20),
            ("Mikä luku", 50),
            ("Luku", 30),
            ("Aika", 20),
            ("Huomautus", 50),
            ("Lähteet", 36),
        ),
        _background(facts),
    )
    yield Sheet(
        "Arvioinnit",
        (
            ("Alue", 18),
            ("Malli", 40),
            ("Menetelmä", 40),
            ("Vertailuryhmä", 30),
            ("Vaikutuksen suuruus", 30),
            ("Mitä selvisi", 70),
            ("Lähteet", 36),
        ),
        _evaluations(facts),
    )
    yield Sheet(
        "Tavoitteet",
        (
            ("Alue", 18),
            ("Malli", 40),
            ("Tavoite", 60),
            ("Kenen tavoite", 30),
            ("Tavoiteluku", 11),
            ("Toteutuiko", 16),
            ("Mitä tapahtui", 60),
            ("Lähteet", 36),
        ),
        _aims(facts),
    )
    yield Sheet(
        "Syyt",
        (
            ("Alue", 18),
            ("Malli", 40),
            ("Tila", 18),
            ("Syy", 24),
            ("Edistikö vai estikö", 12),
            ("Selitys", 70),
            ("Lähteet", 36),
        ),
        _reasons(facts),
    )
    yield Sheet(
        "Ristiriidat",
        (
            ("Mitä tiedetään", 60),
            ("Mitä lähteessä sanotaan", 60),
            ("Laskelma", 60),
            ("Mahdollinen selitys", 50),
            ("Mitä on auki", 24),
            ("Laji", 20),
            ("Vakavuus", 12),
            ("Mallit", 50),
            ("Lähteet", 36),
            ("Osoite", 30),
        ),
        _discrepancies(facts),
    )
    yield Sheet(
        "Mittarit",
        (
            ("Mittari", 40),
            ("Kysymys", 28),
            ("Määritelmä", 60),
            ("Osoittaja", 40),
            ("Nimittäjä", 40),
            ("Mihin saa verrata", 60),
            ("Mitä lasketaan", 18),
            ("Kertymä vai tilanne", 24),
            ("Osoite", 30),
            ("Tunnus", 30),
        ),
        _indicators(facts),
    )


def _about(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    yield (
        "Mitä tämä on",
        "Hyvinvointialueiden toimintamallit työkyvyn tukeen, työllistymiseen ja hyvinvoinnin edistämiseen tuloksineen.",
    )
    yield "Tietojen versio", f"{facts.build.revision}, {date(facts.build.today)}"
    yield "Sivusto", facts.build.site_url
    yield (
        "Lisenssi",
        "CC BY 4.0: saat kopioida, muokata ja julkaista, kun mainitset lähteen (Työkykymallit, versio ja päivä).",
    )
    yield (
        "Ennen kuin vertaat",
        (
            "Vertaa vain rivejä, joissa mittari, ohjelma, asteikko ja se, keitä luku koskee, ovat samat. "
            "Muuten luvut tarkoittavat eri asioita, vaikka ne näyttäisivät samalta."
        ),
    )
    yield (
        "Luku",
        (
            "Osuus prosentteina, lukumäärä, pistemäärä tai mittaus jälkeen; sarake ”Luvun laji” kertoo, mikä niistä. Varaus "
            "(yli, noin) on lähteen oma. Tyhjä ei ole nolla: syy on sarakkeessa ”Miksi lukua ei ole”."
        ),
    )
    yield (
        "Väli",
        "Osuuden 95 prosentin luottamusväli (Wilson) prosentteina, tai vaihteluväli, kun luku on tyhjä.",
    )
    yield (
        "Avoimia kysymyksiä",
        "Kuinka monta ristiriitaa lukua koskee. Ne ovat taulukossa Ristiriidat ja sivuston Ristiriidat-sivulla.",
    )


def _result(facts: Facts, figure: Figure, told: ResultRow) -> tuple[Cell, ...]:
    model, data = figure.located.model, figure.located.data
    cite, text = cite_views(facts, data.sources)[0], text_of(facts.catalogue, figure)
    kind = "Osuus, %" if figure.indicator.measure == "share" else MEASURES[figure.indicator.measure]
    return (
        *_of(facts, model),
        types_link(facts, model.data).label,
        programmes_link(facts, model.data).label,
        GROUPS[figure.indicator.group],
        figure.indicator.name.fi,
        data.label.fi if data.label else None,
        text.bound or None,
        told["value"],
        kind,
        told["numerator"],
        told["denominator"],
        told["baseline"],
        told["n"],
        told["low"],
        told["high"],
        told["reported"],
        COUNTS[figure.indicator.counts],
        FLOWS[figure.indicator.flow],
        text.scale or None,
        text.missing or None,
        text.period,
        text.population or None,
        told["note"],
        cite.title,
        cite.at,
        len(facts.discrepancies_by_result.get(figure.located.id, ())),
        told["url"],
        told["id"],
    )


def _model(facts: Facts, model: Record[Model]) -> tuple[Cell, ...]:
    data, status = model.data, status_view(facts, model)
    kind = facts.catalogue.kind(data)
    innokyla = facts.catalogue.sources[data.innokyla].data.url if data.innokyla else None
    return (
        *_of(facts, model),
        KINDS[kind] if kind else None,
        types_link(facts, data).label,
        programmes_link(facts, data).label,
        status.name,
        status.date,
        DECIDED[data.status.decided.what],
        IN_USE[data.status.in_use.what],
        status.because,
        data.summary.fi,
        target_groups(facts, data),
        join(data.municipalities),
        period(data.pilot),
        innokyla,
        facts.build.site_url + addresses.model(model.id),
        model.id,
    )


def _mentions(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    for model in facts.models:
        for entry, view in zip(model.data.mentions, mentions(facts, model.data), strict=True):
            yield (
                *_of(facts, model),
                view.name,
                view.kind,
                view.status.name if view.status else None,
                view.text,
                _cites(view.cites),
                facts.build.site_url + addresses.mention(model.id, entry.id),
            )


def _background(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """What stands around the results and is none: costs first, then figures of the surroundings."""
    for model in facts.models:
        for cost in costs(facts, model.data):
            told = (cost.per, cost.amount, cost.year, cost.text or None)
            yield *_of(facts, model), "Kustannus", *told, _cites(cost.cites)
        for entry in context(facts, model.data):
            what = "Ennuste" if entry.forecast else "Taustaluku"
            told = (entry.name, entry.amount, entry.period, None)
            yield *_of(facts, model), what, *told, _cites(entry.cites)


def _evaluations(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    for model in facts.models:
        for view in evaluations(facts, model.data):
            yield (
                *_of(facts, model),
                view.method,
                view.comparison_group or None,
                view.effect or None,
                view.text,
                _cites(view.cites),
            )


def _aims(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    for model in facts.models:
        for entry in model.data.aims:
            view = aim(facts, entry)
            yield (
                *_of(facts, model),
                marked(view.text, view.aim_mark),
                view.whose,
                entry.target,
                view.state,
                marked(view.outcome, view.mark),
                _cites(view.cites),
            )


def _reasons(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    for model in facts.models:
        for effect, word in EFFECTS.items():
            for view in reasons(facts, model.data, effect):
                yield (
                    *_of(facts, model),
                    status_view(facts, model).name,
                    view.name,
                    word,
                    marked(view.text, view.mark),
                    _cites(view.cites),
                )


def _discrepancies(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    for key, entry in facts.catalogue.discrepancies.items():
        data = entry.data
        yield (
            data.known.fi,
            data.claim.fi,
            data.computed.fi,
            data.guess.fi if data.guess else None,
            CLASS_HEADINGS.get(DISCREPANCY_CLASSES[data.kind]),
            DISCREPANCY_KINDS[data.kind],
            SEVERITIES[data.severity],
            ", ".join(facts.models_of(entry)),
            _cites(cite_views(facts, data.sources)),
            facts.build.site_url + addresses.discrepancy(key),
        )


def _indicators(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    for key, record in facts.catalogue.indicators.items():
        data = record.data
        yield (
            data.name.fi,
            GROUPS[data.group],
            data.definition.fi,
            data.numerator.fi if data.numerator else None,
            data.denominator.fi if data.denominator else None,
            data.comparable.fi if data.comparable else None,
            COUNTS[data.counts],
            FLOWS[data.flow],
            facts.build.site_url + addresses.indicator(key),
            key,
        )


def _of(facts: Facts, model: Record[Model]) -> tuple[str, str]:
    return region_short(facts, model.id), model.data.name.fi


def _cites(views: tuple[CiteView, ...]) -> str:
    return "; ".join(f"{view.short}, {view.at}" for view in views)
