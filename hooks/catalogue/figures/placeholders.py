"""Figures inside prose: `{<alue>/<malli>/<mittari>|osuus}` is filled from the results, so that text cannot drift."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.figures.figure import figure
from catalogue.figures.selection import is_national, selected
from catalogue.finnish.formats import change, number, percent
from catalogue.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue
    from catalogue.schema.comparison import Comparison

PLACEHOLDER = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
BARE = re.compile(r"(?<![\w{/|.,–-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)?(?![\w}])")
COUNTS = ("mallit", "alueet", "tila", "syy", "tavoite")

# What may be asked of one figure; the default form is the whole of it.
FORMS: dict[str, Callable[[Figure], str]] = {
    "luku": lambda made: _count(made),
    "nimittaja": lambda made: number(made.denominator) if made.denominator is not None else "",
    "osuus": lambda made: (
        percent(made.value) if made.indicator.measure == "share" and made.value is not None else ""
    ),
    "vali": lambda made: f"{number(made.low)}–{number(made.high)}" if made.low is not None else "",
    "n": lambda made: number(made.n) if made.n is not None else "",
    "ennen": lambda made: number(made.baseline) if made.baseline is not None else "",
    "jalkeen": lambda made: number(made.value) if made.baseline is not None else "",
    "muutos": lambda made: (
        change(made.value - made.baseline)
        if made.value is not None and made.baseline is not None
        else ""
    ),
}


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
                yield f"Ei ole tulosta ”{name}”.{did_you_mean(name, (*catalogue.results, *COUNTS))}"
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
    made = figure(catalogue, catalogue.results[name])
    return FORMS[form](made) if form else _whole(made)


def _whole(made: Figure) -> str:
    if made.baseline is not None:
        return f"{FORMS['ennen'](made)} → {FORMS['jalkeen'](made)}"
    if made.numerator is not None and made.denominator:
        return f"{number(made.numerator)} / {number(made.denominator)}"
    return FORMS["osuus"](made) or _count(made)


def _count(made: Figure) -> str:
    if made.numerator is not None:
        return number(made.numerator)
    return (
        number(made.value) if made.value is not None and made.indicator.measure != "share" else ""
    )


def _counted(catalogue: Catalogue, comparison: Comparison, name: str) -> int:
    """`{mallit}`, `{alueet}`, `{tila:ei-jatkunut}`, `{syy:talous}`, `{tavoite:reached}` of the regions' models."""
    kind, _, which = name.partition(":")
    models = [
        model for model in selected(catalogue, comparison) if not is_national(catalogue, model.id)
    ]
    if kind == "alueet":
        return len({model.id.split("/")[0] for model in models})
    if kind == "tila":
        return sum(catalogue.label(model.data.status) == which for model in models)
    if kind == "syy":
        return sum(
            any(
                reason.reason == which and comparison.effect in (None, reason.effect)
                for reason in model.data.status.reasons
            )
            for model in models
        )
    if kind == "tavoite":
        return sum(
            (aim.outcome.state if aim.outcome else "unknown") == which
            for model in models
            for aim in model.data.aims
            if which
        ) or (sum(len(model.data.aims) for model in models) if not which else 0)
    return len(models)


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
