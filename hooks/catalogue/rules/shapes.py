"""Statuses without a label or with two, and relations to nothing or to two things."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, get_args

from catalogue.rules.files import of_every_model
from catalogue.schema.vocabulary import Decided, InUse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Record


def ambiguous_labels(catalogue: Catalogue) -> Iterator[Problem]:
    """Every pair of the two facts has exactly one label; told of the label that comes second, or of the last.

    Where there is no label at all, every model is told that it has none.
    """
    first: dict[tuple[str, str], str] = {}
    for record in catalogue.statuses.values():
        for index, when in enumerate(record.data.when):
            for pair in product(when.decided, when.in_use):
                if pair in first:
                    message = f"Pari {' + '.join(pair)} on jo tilassa ”{first[pair]}”. Jätä se yhteen tilaan."
                    yield record.problem(("when", index), "tilan-johtaminen", message)
                first.setdefault(pair, record.id)
    if not catalogue.statuses and not _broken(catalogue):
        message = "Tilojen sanasto vocabulary/statuses.yml puuttuu, joten mallilla ei ole tilaa."
        for model in catalogue.models.values():
            yield model.problem(("status",), "tilan-johtaminen", message, key=True)
    missing = [pair for pair in product(get_args(Decided), get_args(InUse)) if pair not in first]
    if missing and catalogue.statuses and not _broken(catalogue):
        pairs = ", ".join(" + ".join(pair) for pair in missing)
        yield record.problem(
            ("when",), "tilan-johtaminen", f"Mikään tila ei johdu pareista {pairs}."
        )


def unclear_relations(catalogue: Catalogue) -> Iterator[Problem]:
    """A relation leads to a model or, when a model was taken from outside the catalogue, to its page."""
    yield from unclear_relations_of_models(catalogue)
    for profile in catalogue.profiles.values():
        yield from _no_page_of_innokyla(catalogue, "profile", profile)


@of_every_model
def unclear_relations_of_models(catalogue: Catalogue) -> Iterator[Problem]:
    """What a model's relations lead to, and its pages in Innokylä."""
    for model in catalogue.models.values():
        for index, link in enumerate(model.data.relations):
            if (link.model is None) == (link.source is None):
                message = "Suhteessa on joko model (toinen malli) tai source (sivu luettelon ulkopuolella)."
                yield model.problem(("relations", index), "suhteen-muoto", message)
            elif link.source and link.kind != "adapts":
                message = "Sivuun luettelon ulkopuolella (source) viittaa vain suhde adapts."
                yield model.problem(("relations", index, "kind"), "suhteen-muoto", message)
        yield from _no_page_of_innokyla(catalogue, "model", model)


def _no_page_of_innokyla(catalogue: Catalogue, kind: str, record: Record[Any]) -> Iterator[Problem]:
    """Another source where the page in Innokylä belongs."""
    for field in ("innokyla", "collection") if kind == "model" else ("collection",):
        source = catalogue.sources.get(getattr(record.data, field) or "")
        if source and not source.data.kind.startswith("innokyla_"):
            message = (
                f"Tähän kuuluu Innokylän sivu, ja ”{source.id}” on muu lähde ({source.data.kind}). Lisää "
                "Innokylän sivu lähteisiin (kind: innokyla_model tai innokyla_collection) tai jätä "
                "kenttä pois; muut sivut kuuluvat kohtaan links."
            )
            yield record.problem((field,), "suhteen-muoto", message)


def _broken(catalogue: Catalogue) -> bool:
    return any(name.startswith("status:") for name in catalogue.broken)
