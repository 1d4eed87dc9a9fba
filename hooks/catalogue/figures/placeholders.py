"""Figures inside prose: `{<alue>/<malli>/<mittari>|osuus}` is filled from the results, so that text cannot drift."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.answers.meant import answer
from catalogue.figures.figure import Missing, figure, numbers
from catalogue.figures.selection import regional
from catalogue.figures.text import text_of
from catalogue.finnish.formats import number
from catalogue.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from catalogue.figures.figure import Figure
    from catalogue.figures.text import FigureText
    from catalogue.records import Catalogue, Record
    from catalogue.schema.comparison import Comparison
    from catalogue.schema.model import Model
    from catalogue.schema.status import StatusReason

PLACEHOLDER = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
BARE = re.compile(r"(?<![\w{/|.,–-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)?(?![\w}])")
COUNTS = ("mallit", "alueet", "tila", "syy", "syyttä", "tavoite")

# What may be asked of one figure; the default form is the whole of it.
FORMS: Mapping[str, Callable[[Figure, FigureText], str]] = {
    "luku": lambda _, text: text.value,
    "nimittaja": lambda figure, _: _told(numbers(figure).denominator),
    "osuus": lambda _, text: text.percent,
    "vali": lambda _, text: text.interval,
    "n": lambda figure, _: _told(figure.n),
    "ennen": lambda _, text: text.before,
    "jalkeen": lambda _, text: text.value if text.before else "",
    "muutos": lambda _, text: text.change,
}


def said(catalogue: Catalogue, figure: Figure | None, form: str = "") -> str:
    """One figure in one of the `FORMS`, or the whole of it; an empty text where it has no such part."""
    if figure is None or isinstance(figure, Missing):
        return ""
    text = text_of(catalogue, figure)
    return FORMS[form](figure, text) if form else text.pair or text.lead


def filled(catalogue: Catalogue, comparison: Comparison, text: str) -> str:
    """The text with every placeholder as its figure. A rule has checked that each is known and has a value."""
    return PLACEHOLDER.sub(
        lambda found: _value(catalogue, comparison, found[1], found[2] or ""), text
    )


def faults(catalogue: Catalogue, comparison: Comparison, text: str) -> Iterator[str]:
    """What is wrong with the placeholders of a text, one sentence each."""
    for name, form in PLACEHOLDER.findall(text):
        if name.split(":")[0] in COUNTS:
            yield from _count_faults(catalogue, name)
        elif name not in catalogue.results:
            if not _may_be_broken(catalogue, name):
                yield answer(catalogue, "result", name)
        elif form and form not in FORMS:
            yield f"Tuntematon muoto ”{form}”.{did_you_mean(form, FORMS)} Vaihtoehdot: {', '.join(FORMS)}."
        elif not _value(catalogue, comparison, name, form):
            yield f"Tuloksella ”{name}” ei ole arvoa muodossa ”{form or 'luku'}”."
    if "{" in (rest := PLACEHOLDER.sub("", text)) or "}" in rest:
        yield "Paikkamerkin aaltosulku on jäänyt auki."


def bare_numbers(text: str) -> list[str]:
    """Numbers written by hand where only placeholders belong; years pass."""
    return BARE.findall(PLACEHOLDER.sub("", text))


def _value(catalogue: Catalogue, comparison: Comparison, name: str, form: str) -> str:
    if name.split(":")[0] in COUNTS:
        return number(_counted(catalogue, comparison, name))
    return said(catalogue, figure(catalogue, catalogue.results[name]), form)


def _told(value: int | None) -> str:
    return number(value) if value is not None else ""


def _counted(catalogue: Catalogue, comparison: Comparison, name: str) -> int:
    """`{mallit}`, `{alueet}`, `{tila:ei-jatkunut}`, `{syy:talous}`, `{syyttä}`, `{tavoite:reached}` of the regions' models.

    A place of a source that names a reason counts once, however many records it concerns.
    """
    kind, _, which = name.partition(":")
    models = regional(catalogue, comparison)
    if kind == "alueet":
        return len({model.id.split("/")[0] for model in models})
    if kind == "tila":
        return sum(catalogue.label(model.data.status) == which for model in models)
    if kind == "syy":
        return len(
            {
                reason.sources
                for model in models
                for reason in _reasons(comparison, model)
                if reason.reason == which
            }
        )
    if kind == "syyttä":
        return sum(not any(_reasons(comparison, model)) for model in models)
    if kind == "tavoite":
        return sum(
            (aim.outcome.state if aim.outcome else "unknown") == which
            for model in models
            for aim in model.data.aims
            if which
        ) or (sum(len(model.data.aims) for model in models) if not which else 0)
    return len(models)


def _reasons(comparison: Comparison, model: Record[Model]) -> Iterator[StatusReason]:
    """The model's own reasons in the comparison's direction; a general sentence on the country is nobody's own."""
    for reason in model.data.status.reasons:
        if reason.scope == "own" and comparison.effect in (None, reason.effect):
            yield reason


def _count_faults(catalogue: Catalogue, name: str) -> Iterator[str]:
    kind, _, which = name.partition(":")
    known = {
        "tila": catalogue.statuses,
        "syy": catalogue.reasons,
        "tavoite": ("", "reached", "partly", "not_reached", "unknown"),
    }.get(kind, ("",))
    if which not in known and not {"status:*", "reason:*"} & catalogue.broken:
        yield f"Paikkamerkki ”{name}” ei käy.{did_you_mean(which, known)}"


def _may_be_broken(catalogue: Catalogue, name: str) -> bool:
    return f"model:{'/'.join(name.split('/')[:2])}" in catalogue.broken
