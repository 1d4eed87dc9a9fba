"""Facts -> rows of the API. Every file that tells of results, models or aims writes these rows."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from catalogue.api.rows import MENTION_PLACE, RESULT_FIGURES
from catalogue.api.shape import flat, number, plain
from catalogue.figures.comparability import kind, machine_compares, pairs
from catalogue.figures.figure import numbers, programme_period
from catalogue.finnish.words import DISCREPANCY_CLASSES, MISSING
from catalogue.records import PLURALS
from catalogue.schema.edtf import Day, Untold
from catalogue.site.parts import addresses
from catalogue.site.parts.common import region_of, status_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalogue.api import rows
    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.claim import Cite
    from catalogue.schema.edtf import Period
    from catalogue.schema.model import Model

# The lists of vocabularies and registers, with the kind of their records.
VOCABULARIES = {
    plural: next(kind for kind, plurals in PLURALS.items() if plurals == plural)
    for plural in (
        "regions",
        "types",
        "programmes",
        "indicators",
        "instruments",
        "statuses",
        "reasons",
        "target_groups",
        "populations",
        "terms",
        "municipalities",
        "sources",
    )
}
# Why there is no number: SDMX's code list CL_OBS_STATUS 2.2 tells the same reasons.
OBS_STATUS = {
    "not_tried": ("M", "Missing value; data cannot exist"),
    "not_measured": ("L", "Missing value; data exist but were not collected"),
    "not_published": ("O", "Missing value"),
    "suppressed": ("Q", "Missing value; suppressed"),
}


def model(facts: Facts, record: Record[Model]) -> rows.ModelRow:
    """The row of a model in the list of models."""
    data, (region, slug) = record.data, record.id.split("/")
    cited = [value for value in record.named if value.kind == "source"]
    page = facts.catalogue.sources[data.innokyla].data.url if data.innokyla else None
    return {
        "id": record.id,
        "region": region,
        "slug": slug,
        "name": data.name.fi,
        "name_sv": data.name.sv,
        "name_en": data.name.en,
        "type": data.main_type,
        "types": list(data.type),
        "kind": facts.catalogue.kind(data),
        "aggregate": bool(data.aggregate),
        "programme": data.main_programme,
        "programmes": list(data.programme),
        "target_groups": list(data.target_groups),
        "municipalities": list(data.municipalities),
        "also_in": list(data.also_in),
        "pilot_start": _start(data.pilot),
        "pilot_end": _end(data.pilot),
        "status": facts.catalogue.label(data.status),
        "status_date": _text(status_date(data.status)),
        "decided": data.status.decided.what,
        "decided_date": _text(data.status.decided.date),
        "in_use": data.status.in_use.what,
        "in_use_date": _text(data.status.in_use.date),
        "summary": data.summary.fi,
        "summary_sv": data.summary.sv,
        "summary_en": data.summary.en,
        "reviewed": str(data.reviewed),
        "url": facts.build.site_url + addresses.model(record.id),
        "innokyla": page,
        "sources": list(dict.fromkeys(str(value) for value in cited)),
    }


def mentions(facts: Facts, record: Record[Model]) -> list[rows.MentionRow]:
    """What the sources only mention of a model; `id` is the model's, a `#` and the mention's own."""
    return [
        {
            "id": f"{record.id}#{mention.id}",
            "model": record.id,
            "region": region_of(record.id),
            "name": mention.name.fi,
            "kind": mention.kind,
            "type": mention.type,
            "text": mention.text.fi,
            "status": facts.catalogue.label(mention.status) if mention.status else None,
            "decided": mention.status.decided.what if mention.status else None,
            "in_use": mention.status.in_use.what if mention.status else None,
            "basis": mention.basis,
            "sources": _sources(mention.sources),
            "cites": _cites(mention.sources),
            "url": facts.build.site_url + addresses.mention(record.id, mention.id),
        }
        for mention in record.data.mentions
    ]


def result(facts: Facts, figure: Figure) -> rows.ResultRow:
    """One result. `value` is the number shown: a rate in per cent, a count or a score."""
    located, data, record = figure.located, figure.located.data, figure.located.model
    told, first = numbers(figure), data.sources[0]
    untold = isinstance(data.period, Untold)
    period = programme_period(facts.catalogue, record.data) if untold else data.period
    return {
        "id": located.id,
        "model": record.id,
        "region": region_of(record.id),
        "type": record.data.main_type,
        "programme": record.data.main_programme,
        "indicator": data.indicator,
        "label": data.label.fi if data.label else None,
        "unit": figure.indicator.counts,
        "numerator": told.numerator,
        "denominator": told.denominator,
        "value": number(told.value),
        "bound": data.bound,
        "baseline": number(told.baseline),
        "n": figure.n,
        "low": number(told.low),
        "high": number(told.high),
        "reported": number(data.reported),
        "scale": "-".join(map(str, figure.scale)) if figure.scale else None,
        "period_start": _start(period),
        "period_end": _end(period),
        "period_told": not untold if data.period else None,
        "follow_up": data.follow_up,
        "population": data.population,
        "disclosure": "guarded" if facts.groups.guarded(located) else "open",
        "comparable": _comparable(facts, figure),
        "missing": data.missing,
        "note": data.note.fi if data.note else None,
        "source": first.id,
        "locator": first.at,
        "cites": _cites(data.sources),
        "url": facts.build.site_url + addresses.result(located.id),
    }


def aims(record: Record[Model]) -> list[rows.AimRow]:
    """What a model was to reach, in the order of its page."""
    return [
        {
            "model": record.id,
            "number": place,
            "region": region_of(record.id),
            "text": aim.text.fi,
            "whose": aim.of,
            "indicator": aim.indicator,
            "target": aim.target,
            "outcome": aim.outcome.state if aim.outcome else None,
            "outcome_date": _text(aim.outcome.date) if aim.outcome else None,
            "outcome_text": aim.outcome.text.fi if aim.outcome and aim.outcome.text else None,
            "outcome_basis": aim.outcome.basis if aim.outcome else None,
            "basis": aim.basis,
            "scope": aim.scope,
            "cites": _cites(aim.sources),
        }
        for place, aim in enumerate(record.data.aims, 1)
    ]


def model_reasons(facts: Facts, record: Record[Model]) -> list[rows.ModelReasonRow]:
    """Why a model stayed or ended, in the order of its record."""
    return [
        {
            "model": record.id,
            "number": place,
            "region": region_of(record.id),
            "status": facts.catalogue.label(record.data.status),
            "reason": reason.reason,
            "effect": reason.effect,
            "text": reason.text.fi,
            "basis": reason.basis,
            "scope": reason.scope,
            "cites": _cites(reason.sources),
        }
        for place, reason in enumerate(record.data.status.reasons, 1)
    ]


def comparability(facts: Facts) -> Iterator[rows.PairRow]:
    """Every pair of figures of an indicator that has not very many: whether they compare, and why not."""
    for pair in pairs(facts.catalogue, facts.figures.values()):
        yield {
            "indicator": pair.one.located.data.indicator,
            "one": pair.one.located.id,
            "other": pair.other.located.id,
            "compares": not pair.why,
            "why": pair.why or None,
        }


def discrepancies(facts: Facts) -> Iterator[rows.DiscrepancyRow]:
    """Every entry of the ledger."""
    for key, entry in facts.catalogue.discrepancies.items():
        data = entry.data
        yield {
            "id": key,
            "kind": data.kind,
            "class": DISCREPANCY_CLASSES[data.kind],
            "severity": data.severity,
            "models": list(facts.models_of(entry)),
            "known": data.known.fi,
            "claim": data.claim.fi,
            "computed": data.computed.fi,
            "guess": data.guess.fi if data.guess else None,
            "sources": _sources(data.sources),
            "results": list(facts.changed_by(entry)),
            "url": facts.build.site_url + addresses.discrepancy(key),
        }


def former(facts: Facts) -> list[rows.FormerRow]:
    """Every id that was published once and is not any more: what has it now, or since when and why it is gone."""
    found: list[rows.FormerRow] = [
        {
            "kind": kind,  # type: ignore[typeddict-item]  # the kinds of the register
            "id": old,
            "now_kind": now[0],  # type: ignore[typeddict-item]
            "now": now[1],
            "url": facts.build.site_url + addresses.place_of(*now),
            "removed": None,
            "reason": None,
        }
        for (kind, old), now in facts.where.moved.items()
    ]
    found += [
        {
            "kind": grave.data.of,
            "id": old,
            "now_kind": None,
            "now": None,
            "url": facts.build.site_url + addresses.place_of(kind, old),
            "removed": str(grave.data.date),
            "reason": grave.data.reason.fi,
        }
        for (kind, old), grave in facts.where.graves.items()
    ]
    return sorted(found, key=lambda one: (one["kind"], one["id"]))


def missing() -> list[rows.MissingRow]:
    """The one table of reasons why there is no number."""
    return [
        {
            "id": why,
            "name": words,
            "sdmx_obs_status": OBS_STATUS[why][0],
            "sdmx_name": OBS_STATUS[why][1],
            "datapackage_label": words,
        }
        for why, words in MISSING.items()
    ]


def vocabulary(facts: Facts, plural: str) -> list[dict[str, Any]]:
    """A list of words or a register, each record with where it is read."""
    kind = VOCABULARIES[plural]
    made = []
    for key, record in getattr(facts.catalogue, plural).items():
        readable = kind != "region" or key in facts.catalogue.profiles
        where = addresses.place_of("profile" if kind == "region" else kind, key)
        url = facts.build.site_url + where if where and readable else None
        made.append({"id": key, **flat(record.data), "page": url})
    return made


def whole(
    facts: Facts,
    record: Record[Model],
    row: rows.ModelRow,
    results: Mapping[str, rows.ResultRow],
) -> rows.ModelFile:
    """Everything of a model: its row, the record as it was written, and what follows from that; `results` by id."""
    figures = facts.figures_by_model.get(record.id, ())
    return {
        **row,
        "mentions": [_some(one, MENTION_PLACE) for one in mentions(facts, record)],
        "results": [_some(results[figure.located.id], RESULT_FIGURES) for figure in figures],
        "written": plain(record.data),
    }


def _some(row: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    return {name: row[name] for name in fields}


def _comparable(facts: Facts, figure: Figure) -> str | None:
    """The same text in all results that compare with each other; none in what the machine does not compare."""
    if not machine_compares(figure):
        return None
    return blake2b("\t".join(kind(facts.catalogue, figure)).encode(), digest_size=6).hexdigest()


def _cites(cites: tuple[Cite, ...]) -> list[rows.CiteRow]:
    return [{"id": cite.id, "at": cite.at} for cite in cites]


def _sources(cites: tuple[Cite, ...]) -> list[str]:
    return list(dict.fromkeys(str(cite.id) for cite in cites))


def _start(period: Period | Untold | None) -> str | None:
    return None if period is None or isinstance(period, Untold) else _text(period.start)


def _end(period: Period | Untold | None) -> str | None:
    return None if period is None or isinstance(period, Untold) else _text(period.end)


def _text(value: Day | None) -> str | None:
    return str(value) if value else None
