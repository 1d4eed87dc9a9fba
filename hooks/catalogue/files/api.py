"""The static API, version 1: files beside the pages, stable names, one type a field."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import BaseModel

from catalogue.figures.comparability import kind, machine_compares, pairs
from catalogue.figures.figure import Range, numbers, programme_period
from catalogue.files.redirects import former
from catalogue.files.tables import as_csv
from catalogue.finnish.formats import span
from catalogue.finnish.words import BOUNDS, DISCREPANCY_CLASSES
from catalogue.links import register
from catalogue.links.store import written
from catalogue.schema.edtf import Day, Period, Untold
from catalogue.schema.scalars import Localised
from catalogue.site.parts import addresses
from catalogue.site.parts.common import status_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.model import Model

LICENCE = {
    "data": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/deed.fi",
    "code": "EUPL-1.2",
}
PAIR_FIELDS = ("indicator", "one", "other", "compares", "why")
RESULT_FIELDS = (
    "id",
    "model",
    "region",
    "type",
    "programme",
    "indicator",
    "unit",
    "numerator",
    "denominator",
    "value",
    "baseline",
    "n",
    "low",
    "high",
    "reported",
    "period_start",
    "period_end",
    "period_told",
    "follow_up",
    "population",
    "disclosure",
    "comparable",
    "missing",
    "note",
    "source",
    "locator",
    "url",
)
LARGEST = 10_000_000  # characters of a list in one file
VOCABULARIES = ("regions", "types", "programmes", "indicators", "instruments", "sources", "terms")


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """Address and text of every file of the API."""
    results = [result(facts, figure) for figure in facts.figures.values()]
    listed: dict[str, list[dict[str, Any]]] = {
        "models": [model(facts, record) for record in facts.models],
        "mentions": [part for record in facts.models for part in parts(facts, record)],
        "results": results,
        "discrepancies": [*_discrepancies(facts)],
        "former": former(facts),
    }
    for name in VOCABULARIES:
        records = getattr(facts.catalogue, name)
        listed[name] = [{"id": key, **plain(record.data)} for key, record in records.items()]
    divided: dict[str, list[str]] = {}
    names = ["index.json", "models/", "links.json"]
    yield f"{addresses.API}links.json", written(facts.links, register.addresses(facts.catalogue))
    for name, made in (
        *((f"{name}.json", in_parts(f"{name}.json", rows, _json)) for name, rows in listed.items()),
        ("results.csv", in_parts("results.csv", results, partial(as_csv, RESULT_FIELDS))),
        (
            "comparability.csv",
            in_parts("comparability.csv", comparability(facts), partial(as_csv, PAIR_FIELDS)),
        ),
    ):
        own = [part for part, _ in made]
        names += own
        if own != [name]:
            divided[name] = own
        for part, text in made:
            yield addresses.API + part, text
    for record in facts.models:
        yield addresses.model_file(record.id), _json(_whole(facts, record))
    for one in listed["former"]:
        if one["kind"] == "model":
            yield addresses.model_file(one["id"]), _json(one)
    yield f"{addresses.API}index.json", _json(_index(facts, len(results), sorted(names), divided))


def in_parts(
    name: str,
    rows: list[dict[str, Any]],
    write: Callable[[list[dict[str, Any]]], str],
    largest: int = LARGEST,
) -> list[tuple[str, str]]:
    """The list as one file, or where that is too large as parts: `results/1.json`, `results/2.json` …, each a list by itself."""
    text = write(rows)
    if len(text) <= largest:
        return [(name, text)]
    stem, _, ending = name.rpartition(".")
    each = max(1, len(rows) * largest // len(text))
    return [
        (f"{stem}/{number}.{ending}", write(rows[start : start + each]))
        for number, start in enumerate(range(0, len(rows), each), 1)
    ]


def model(facts: Facts, record: Record[Model]) -> dict[str, Any]:
    """The record of a model in `/api/v1/models.json`."""
    data, (region, slug) = record.data, record.id.split("/")
    cited = [value for _, value in record.references if value.kind == "source"]
    page = facts.catalogue.sources[data.innokyla].data.url if data.innokyla else None
    return {
        "id": record.id,
        "region": region,
        "slug": slug,
        "name": data.name.fi,
        "type": data.main_type,
        "types": list(data.type),
        "kind": facts.catalogue.kind(data),
        "aggregate": bool(data.aggregate),
        "programme": data.main_programme,
        "programmes": list(data.programme),
        "status": facts.catalogue.label(data.status),
        "status_date": _text(status_date(data.status)),
        "decided": data.status.decided.what,
        "decided_date": _text(data.status.decided.date),
        "in_use": data.status.in_use.what,
        "in_use_date": _text(data.status.in_use.date),
        "summary": data.summary.fi,
        "url": facts.build.site_url + addresses.model(record.id),
        "innokyla": page,
        "sources": list(dict.fromkeys(str(value) for value in cited)),
    }


def parts(facts: Facts, record: Record[Model]) -> list[dict[str, Any]]:
    """What the sources only mention of a model; `id` is the model's, a `#` and the mention's own."""
    return [
        {
            "id": f"{record.id}#{mention.id}",
            "model": record.id,
            "region": record.id.split("/")[0],
            "name": mention.name.fi,
            "kind": mention.kind,
            "type": mention.type,
            "text": mention.text.fi,
            "status": facts.catalogue.label(mention.status) if mention.status else None,
            "decided": mention.status.decided.what if mention.status else None,
            "in_use": mention.status.in_use.what if mention.status else None,
            "basis": mention.basis,
            "sources": plain(mention.sources),
            "url": facts.build.site_url + addresses.mention(record.id, mention.id),
        }
        for mention in record.data.mentions
    ]


def result(facts: Facts, figure: Figure) -> dict[str, Any]:
    """One result. `value` is the number shown: a rate in per cent, a count or a score."""
    located, data, record = figure.located, figure.located.data, figure.located.model
    first, *others = data.sources
    told = numbers(figure)
    period = (
        programme_period(facts.catalogue, record.data)
        if isinstance(data.period, Untold)
        else data.period
    )
    note = "; ".join(
        [
            *([data.label.fi] if data.label else []),
            *([f"lähteessä {BOUNDS[data.bound]}"] if data.bound else []),
            *(
                [f"vaihteluväli {span(figure.least, figure.most)}"]
                if isinstance(figure, Range)
                else []
            ),
            *([data.note.fi] if data.note else []),
            *(f"myös: {cite.id}, {cite.at}" for cite in others),
        ]
    )
    return {
        "id": located.id,
        "model": record.id,
        "region": record.id.split("/")[0],
        "type": record.data.main_type,
        "programme": record.data.main_programme,
        "indicator": data.indicator,
        "unit": figure.indicator.counts,
        "numerator": told.numerator,
        "denominator": told.denominator,
        "value": _number(told.value),
        "baseline": _number(told.baseline),
        "n": figure.n,
        "low": _number(told.low),
        "high": _number(told.high),
        "reported": _number(data.reported),
        "period_start": _text(period.start) if period else None,
        "period_end": _text(period.end) if period else None,
        "period_told": not isinstance(data.period, Untold) if data.period else None,
        "follow_up": data.follow_up,
        "population": data.population,
        "disclosure": "guarded" if facts.groups.guarded(located) else "open",
        "comparable": _comparable(facts, figure),
        "missing": data.missing,
        "note": note or None,
        "source": first.id,
        "locator": first.at,
        "url": facts.build.site_url + addresses.result(located.id),
    }


def _comparable(facts: Facts, figure: Figure) -> str | None:
    """The same text in all results that compare with each other; none in what the machine does not compare."""
    if not machine_compares(figure):
        return None
    return blake2b("\t".join(kind(facts.catalogue, figure)).encode(), digest_size=6).hexdigest()


def comparability(facts: Facts) -> list[dict[str, Any]]:
    """Every pair of figures of an indicator that has not very many: whether they compare, and why not."""
    return [
        {
            "indicator": pair.one.located.data.indicator,
            "one": pair.one.located.id,
            "other": pair.other.located.id,
            "compares": "false" if pair.why else "true",
            "why": pair.why,
        }
        for pair in pairs(facts.catalogue, facts.figures.values())
    ]


def plain(value: Any) -> Any:
    """A record as JSON values: numbers as numbers, dates as text, texts as {fi, sv, en}."""
    if value is None or value.__class__ in (str, int, bool):
        return value
    if isinstance(value, Localised):
        told = (("fi", value.fi), ("sv", value.sv), ("en", value.en))
        return {lang: text for lang, text in told if text}
    if isinstance(value, BaseModel):
        return {name: plain(item) for name, item in value.__dict__.items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return _number(value)
    return str(value) if isinstance(value, Day | Period | Untold | str) else value


def _discrepancies(facts: Facts) -> Iterator[dict[str, Any]]:
    for key, entry in facts.catalogue.discrepancies.items():
        told = [entry.data.known.fi] + (
            [f"Mahdollinen selitys: {entry.data.guess.fi}"] if entry.data.guess else []
        )
        yield {
            "id": key,
            "kind": entry.data.kind,
            "class": DISCREPANCY_CLASSES[entry.data.kind],
            "severity": entry.data.severity,
            "models": list(facts.models_of(entry)),
            "claim": entry.data.claim.fi,
            "computed": entry.data.computed.fi,
            "explanation": " ".join(told),
            "sources": list(dict.fromkeys(str(cite.id) for cite in entry.data.sources)),
            "results": list(facts.changed_by(entry)),
        }


def _index(
    facts: Facts, results: int, names: list[str], parts: dict[str, list[str]]
) -> dict[str, Any]:
    """What there is. `parts` names, for each list that is too large for one file, the files that hold it together."""
    return {
        "version": 1,
        "build_date": facts.build.today.isoformat(),
        "data_revision": facts.build.revision,
        "licence": LICENCE,
        "counts": {
            "models": len(facts.models),
            "mentions": sum(len(record.data.mentions) for record in facts.models),
            "results": results,
            "sources": len(facts.catalogue.sources),
            "regions": len(facts.regions_with_models),
            "discrepancies": len(facts.catalogue.discrepancies),
        },
        "files": names,
        "parts": parts,
    }


def _whole(facts: Facts, record: Record[Model]) -> dict[str, Any]:
    """Everything of a model; of a field that the list of models has, too, the list's form stands."""
    return {
        "id": record.id,
        **plain(record.data),
        **model(facts, record),
        "name": plain(record.data.name),
        "summary": plain(record.data.summary),
        "status": plain(record.data.status),
        "label": facts.catalogue.label(record.data.status),
        "sources": plain(record.data.sources),
        "innokyla": record.data.innokyla,
        "parts": parts(facts, record),
    }


def _text(value: Day | None) -> str | None:
    return str(value) if value else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _json(value: dict[str, Any] | list[Any]) -> str:
    """JSON with a record or a field a line: a change shows as its lines. Indented deeper it is twice as large and slow."""
    if isinstance(value, list):
        return "[" + ",".join(f"\n {_compact(item)}" for item in value) + "\n]\n"
    return (
        "{"
        + ",".join(f"\n {_compact(name)}: {_compact(item)}" for name, item in value.items())
        + "\n}\n"
    )


def _compact(value: Any) -> str:
    return orjson.dumps(value).decode()
