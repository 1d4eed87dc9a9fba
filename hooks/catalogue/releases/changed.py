"""What changed between two versions of the data: every cell with a reason, in a form that a machine reads.

The reason is what an editor told of the record since the version before (`models/corrections/`). Of others it follows
from what changed with the cell: a new record tells something new, a figure whose place in its source changed follows the
source, one whose source the version before did not have follows a new source. The rest are mistakes of ours. What a small
or guarded group's number was before is never told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict, get_args

from catalogue.changes.between import changes
from catalogue.changes.figures import HIDDEN, figure_changes
from catalogue.finnish.words import CORRECTIONS, PUBLISHED
from catalogue.permanence.where import model_of
from catalogue.schema.vocabulary import CorrectionKind, Published

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.changes.between import Changed
    from catalogue.permanence.where import Name
    from catalogue.records import Catalogue
    from catalogue.schema.vocabulary import Correction

Reason = Literal["new", "removed", "renamed"] | CorrectionKind
ABOUT_RECORDS: dict[Reason, str] = {  # of a whole record, whatever else is told of it
    "new": "uusi tieto",
    "removed": "poistettu",
    "renamed": "nimetty uudelleen",
}
REASONS: dict[Reason, str] = {**ABOUT_RECORDS, **{kind: CORRECTIONS[kind] for kind in CORRECTIONS}}
KINDS = get_args(Published)


class CellChange(TypedDict):
    """One cell: whose it is, what it said and says, and why it changed; `told`: an editor's own words, where there are."""

    kind: str
    id: str
    field: str
    before: str
    after: str
    reason: Reason
    reason_in_finnish: str
    told: str


def cell_changes(before: Catalogue, after: Catalogue) -> list[CellChange]:
    """Every cell of every published record that differs, figures first."""
    given: dict[Name, Correction] = {
        (record.data.of, record.data.id): record.data
        for key, record in after.corrections.items()
        if key not in before.corrections
    }
    cells = (*_figures(before, after), *_records(before, after))
    return [_explained(cell, given) for cell in cells]


def _explained(cell: CellChange, given: Mapping[Name, Correction]) -> CellChange:
    """With what an editor told of the record, or of the model that it is a part of."""
    kind, key = cell["kind"], cell["id"]
    found = given.get((kind, key)) or given.get(("model", model_of(kind, key)))
    if found is None:
        return cell
    reason: Reason = cell["reason"] if cell["reason"] in ABOUT_RECORDS else found.why
    return {
        **cell,
        "reason": reason,
        "reason_in_finnish": REASONS[reason],
        "told": found.text.fi,
    }


def _figures(before: Catalogue, after: Catalogue) -> Iterator[CellChange]:
    for one in figure_changes(before, after):
        reason: Reason = "our_mistake"
        if not one.before:
            reason = "new"
        elif not one.after:
            reason = "removed"
        elif one.sourced:
            cited = after.results[one.id].data.sources
            known = all(cite.id in before.sources for cite in cited)
            reason = "source_corrected" if known else "new_source"
        yield _cell("result", one.id, one.name, one.before, one.after, reason)


def _records(before: Catalogue, after: Catalogue) -> Iterator[CellChange]:
    for one in changes(before, after):
        if one.kind not in KINDS:
            continue
        if one.what != "changed":
            reason: Reason = "new" if one.what == "added" else one.what
            yield _cell(one.kind, one.id, "", one.former, "", reason)
            continue
        hides = one.kind == "model" and _hides(after, one)
        for cell in one.cells:
            if cell.field[0] == "results":
                continue  # told as figures
            sourced = cell.field[-1] == "sources"
            was = HIDDEN if hides and cell.before else cell.before
            reason = "source_corrected" if sourced else "our_mistake"
            yield _cell(one.kind, one.id, "/".join(cell.field), was, cell.after, reason)


def _hides(after: Catalogue, one: Changed) -> bool:
    """Whether a model keeps a number of a small group to itself: then no earlier text of it is told."""
    results = after.models[one.id].data.results if one.id in after.models else ()
    return any(
        result.missing == "suppressed"
        or after.indicators[result.indicator].data.disclosure == "guarded"
        or (
            result.population is not None
            and after.populations[result.population].data.disclosure == "guarded"
        )
        for result in results
    )


def _cell(
    kind: str, record: str, field: str, before: str, after: str, reason: Reason
) -> CellChange:
    return {
        "kind": kind,
        "id": record,
        "field": field,
        "before": before,
        "after": after,
        "reason": reason,
        "reason_in_finnish": REASONS[reason],
        "told": "",
    }


def notes(name: str, day: str, told: list[CellChange], counts: dict[str, int]) -> str:
    """The notes of a version in Finnish: how much there is, and what changed by reason."""
    lines = [
        f"# Työkykymallit, tietojen versio {name}",
        "",
        f"{day}. {counts['models']} mallia, {counts['results']} tulosta, {counts['sources']} lähdettä.",
        "",
    ]
    if not told:
        return "\n".join([*lines, "Ensimmäinen julkaistu versio.", ""])
    lines += ["## Mitä muuttui edellisestä versiosta", ""]
    for reason, words in REASONS.items():
        found = [one for one in told if one["reason"] == reason]
        if found:
            lines += [f"### {words[0].upper()}{words[1:]} ({len(found)})", ""]
            lines += [f"- {_line(one)}" for one in found[:MOST]]
            if len(found) > MOST:
                lines.append(f"- … ja {len(found) - MOST} muuta (changes.json)")
            lines.append("")
    return "\n".join(lines)


MOST = 50  # lines of one reason in the notes; the file has all


def _line(one: CellChange) -> str:
    what = f"{PUBLISHED[one['kind']]} {one['id']}"  # type: ignore[index]
    field = f", {one['field']}" if one["field"] else ""
    told = f": {one['before']} → {one['after']}" if one["before"] or one["after"] else ""
    why = f" ({one['told']})" if one["told"] else ""
    return f"{what}{field}{told}{why}"
