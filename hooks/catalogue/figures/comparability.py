"""What may stand side by side. Two figures compare only if they count the same thing of the same people the same way.

Every aspect in which two figures must agree is an `Aspect`; two figures compare when all their aspects are the same.
A comparison declares what a column is about, and no figure is ever measured against the most numerous ones: a new
model changes nothing that is said of another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from catalogue.figures.figure import Missing, Percentage, own_scale
from catalogue.finnish.formats import join, lowered, span
from catalogue.finnish.words import COUNTS, FLOWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue

# What the machine compares by itself; the rest stands side by side only where a comparison file names it.
COMPARED = ("outcome", "quality")
COURSE = "koulutus"  # the kind of record of which each is a course of its own
MOST_FOR_PAIRS = 60  # figures of one indicator of which every pair is listed


@dataclass(frozen=True)
class Aspect:
    """One thing in which two figures must agree: its id, and how a sentence calls it."""

    id: str
    text: str


@dataclass(frozen=True)
class Apart:
    """A figure that does not belong among the others, and why, in one plain sentence."""

    figure: Figure
    why: str


@dataclass(frozen=True)
class Column:
    """Figures of one column: those of what it is about (and the missing ones), and those that stand apart."""

    together: tuple[Figure, ...]
    apart: tuple[Apart, ...]


@dataclass(frozen=True)
class Pair:
    """Two figures of one indicator, and why they do not compare; an empty `why` says that they do."""

    one: Figure
    other: Figure
    why: str


# By aspect, the most telling difference first: the sentence when two figures differ in it. Pages fill them, too.
# `where` says what the figure is held against.
SENTENCES = {
    "counts": "Tässä lasketaan {}, {where} {}.",
    "flow": "Tässä on {}, {where} {}.",
    "indicator": "Mittarit ovat eri: tässä {}, {where} {}.",
    "type": "Mallityypit ovat eri: tässä {}, {where} {}.",
    "population": "Perusjoukot ovat eri: tässä {}, {where} {}.",
    "scale": "Asteikot ovat eri: tässä {}, {where} {}.",
    "base": "Toisesta luvusta ei kerrota, kuinka monesta se on laskettu: tässä {}, {where} {}.",
    "programme": "Ohjelmat ovat eri (tässä {}, {where} {}), eikä niitä lasketa yhteen.",
    "course": "Koulutukset ovat eri: tässä {}, {where} {}.",
    "key": "Rivit koskevat eri asiaa: tässä {}, {where} {}.",
}
BASES = {
    False: Aspect("told", "nimittäjä kerrotaan"),
    True: Aspect("untold", "nimittäjää ei kerrota"),
}
NATURE = (
    "Luku kertoo toiminnan laajuudesta tai taustasta eikä tuloksesta tai laadusta: "
    "kone ei vertaa sitä."
)


def aspects(catalogue: Catalogue, figure: Figure) -> dict[str, Aspect]:
    """Everything in which figures agree that compare, by the names of `SENTENCES` and in their order."""
    result, indicator, model = figure.located.data, figure.indicator, figure.located.model
    programmes = tuple(sorted(model.data.programme))
    scale = _scale(figure.scale)
    return {
        "counts": Aspect(indicator.counts, COUNTS[indicator.counts]),
        "flow": Aspect(indicator.flow, FLOWS[indicator.flow]),
        "indicator": Aspect(result.indicator, f"”{indicator.name.fi}”"),
        "type": _type(catalogue, figure),
        "population": Aspect(
            result.population or "", population_words(catalogue, result.population)
        ),
        "scale": Aspect(scale, scale),
        "base": BASES[isinstance(figure, Percentage) and figure.denominator is None],
        "programme": Aspect(" ".join(programmes), programme_words(catalogue, programmes)),
        "course": _course(catalogue, figure),
        "key": Aspect(result.key or "", f"”{result.label.fi}”" if result.label else "koko palvelu"),
    }


def incomparable(catalogue: Catalogue, one: Figure, other: Figure) -> str:
    """Why the first figure must not be compared with the other, in Finnish; an empty text when it may."""
    return difference(aspects(catalogue, one), aspects(catalogue, other))


def difference(
    one: Mapping[str, Aspect], other: Mapping[str, Aspect], where: str = "muissa"
) -> str:
    """The sentence of the first aspect, among those that `other` tells, in which the two differ."""
    return next(
        (
            sentence.format(one[name].text, other[name].text, where=where)
            for name, sentence in SENTENCES.items()
            if name in other and one[name].id != other[name].id
        ),
        "",
    )


def kind(catalogue: Catalogue, figure: Figure) -> tuple[str, ...]:
    """What two figures must share to be compared: then, and only then, `incomparable` finds nothing."""
    return catalogue.once(
        ("kind", figure.located.id),
        lambda: tuple(aspect.id for aspect in aspects(catalogue, figure).values()),
    )


def axis_kind(catalogue: Catalogue, figure: Figure) -> tuple[str, ...]:
    """What marks on one axis share: everything but the row's own subject (the key), which each mark's label names."""
    return kind(catalogue, figure)[:-1]


def machine_compares(figure: Figure) -> bool:
    """Whether the figure is of an outcome or of quality: only those are compared without being asked."""
    return figure.indicator.nature in COMPARED and not isinstance(figure, Missing)


def column(catalogue: Catalogue, figures: Iterable[Figure], about: Mapping[str, Aspect]) -> Column:
    """Split figures into those of what the column is about and the rest with reasons.

    Figures whose value is missing tell of nobody: only a programme that they do not belong to sets them apart.
    """
    together: list[Figure] = []
    apart: list[Apart] = []
    for figure in figures:
        own = aspects(catalogue, figure)
        asked = (
            {name: about[name] for name in ("programme",) if name in about}
            if isinstance(figure, Missing)
            else about
        )
        why = difference(own, asked)
        if why:
            apart.append(Apart(figure, why))
        else:
            together.append(figure)
    return Column(tuple(together), tuple(apart))


@dataclass(frozen=True)
class About:
    """What a comparison says that a column is of; what it leaves out may be anything."""

    indicator: str
    population: str = ""
    programme: str = ""
    type: str = ""
    key: str = ""


def declared(catalogue: Catalogue, about: About) -> dict[str, Aspect]:
    """The aspects that a figure of the column has, as far as they are declared; the scale is the indicator's own."""
    indicator = catalogue.indicators[about.indicator].data
    scale = _scale(own_scale(catalogue, indicator))
    told = {
        "counts": Aspect(indicator.counts, COUNTS[indicator.counts]),
        "flow": Aspect(indicator.flow, FLOWS[indicator.flow]),
        "indicator": Aspect(about.indicator, f"”{indicator.name.fi}”"),
        "scale": Aspect(scale, scale),
        "key": Aspect(about.key, "koko palvelu" if not about.key else "nimetty rivi"),
    }
    if about.population:
        words = population_words(catalogue, about.population)
        told["population"] = Aspect(about.population, words)
    if about.programme:
        words = programme_words(catalogue, (about.programme,))
        told["programme"] = Aspect(about.programme, words)
    if about.type:
        words = lowered(catalogue.types[about.type].data.name.fi)
        across = indicator.across
        told["type"] = Aspect(" ".join(across) if about.type in across else about.type, words)
    return told


def pairs(catalogue: Catalogue, figures: Iterable[Figure]) -> Iterator[Pair]:
    """Every pair of figures of one indicator, by id. Very many figures have too many pairs: their `kind` tells as much.

    What is missing has no pair.
    """
    by_indicator: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if not isinstance(figure, Missing):
            by_indicator[figure.located.data.indicator].append(figure)
    for indicator in sorted(by_indicator):
        found = sorted(by_indicator[indicator], key=lambda figure: figure.located.id)
        if len(found) > MOST_FOR_PAIRS:
            continue
        told = [(figure, aspects(catalogue, figure)) for figure in found]
        for (one, its), (other, others) in combinations(told, 2):
            why = difference(its, others, "toisessa")
            yield Pair(one, other, why or ("" if machine_compares(one) else NATURE))


def population_words(catalogue: Catalogue, population: str | None) -> str:
    """A population as it stands inside a sentence."""
    return lowered(catalogue.populations[population].data.name.fi) if population else "ei kerrottu"


def programme_words(catalogue: Catalogue, programmes: Iterable[str]) -> str:
    """Programmes as they stand inside a sentence: `A ja B`."""
    return join(catalogue.programmes[key].data.short.fi for key in programmes) or "ei ohjelmaa"


def _type(catalogue: Catalogue, figure: Figure) -> Aspect:
    """The model's type; one for all types among which the indicator compares."""
    types, across = figure.located.model.data.type, figure.indicator.across
    own = lowered(catalogue.types[types[0]].data.name.fi)
    return Aspect(" ".join(across) if set(types) & set(across) else types[0], own)


def _course(catalogue: Catalogue, figure: Figure) -> Aspect:
    """A course compares with itself only; everything else has no course."""
    model = figure.located.model
    name = f"”{model.data.name.fi}”"
    course = catalogue.kind(model.data) == COURSE
    return Aspect(model.id, name) if course else Aspect("", "palvelu")


def _scale(scale: tuple[int, int] | None) -> str:
    return span(*scale) if scale else "ei asteikkoa"
