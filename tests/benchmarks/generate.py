"""N realistic models beside the real ones: the real vocabularies, sentences of the real texts in a new order, figures that agree.

What makes a catalogue dear is here, too: models of a type tell of its key indicators and of the same people, so that
hundreds of figures compare; every third model has an entry in the ledger, every other links to pages, one in ten has
texts as long as a report's chapter, and a state of links says something of each address.

The same N and seed give the same files, so that two measurements are of the same thing.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
from pathlib import Path
from typing import Any, get_args

import yaml

from catalogue.links.outcome import Check
from catalogue.links.register import addresses
from catalogue.links.state import of_run
from catalogue.links.store import written
from catalogue.load import load
from catalogue.records import leaves
from catalogue.rules.prose import FIGURE
from catalogue.rules.unexplained import AGREES
from catalogue.schema.scalars import Localised
from catalogue.schema.vocabulary import Decided, InUse

REAL = Path(__file__).parents[2] / "models"
SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))[A-ZÅÄÖ][^.!?]{20,180}[.!?](?= |$)")
OF = {"items": "outputs"}  # what populations of such things are of
# What is right only where it was written: small numbers of people, figures of results, words about a contradiction.
TOLD = (re.compile(r"\b[1-4] [a-zäö]"), FIGURE, AGREES)
SECTIONS = (
    "idea",
    "environment",
    "target_group",
    "conditions",
    "evaluation",
    "starting_point",
    "measuring",
    "trial",
)
NO_PLACES = ("kansallinen",)
STATES = "links.json"  # beside the models: what the weekly visits found
VISITED = datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC)
USUAL = (
    0.8  # of the figures tell of the same people, and of the models belong to the same programme
)


def generate(folder: Path, count: int, seed: int = 1) -> None:
    """Write `folder/models`: the real catalogue and `count` models more, each with its source; and `folder/links.json`."""
    models = folder / "models"
    shutil.copytree(REAL, models)
    catalogue = load(REAL)
    author = Author(catalogue, random.Random(seed))
    regions = [region for region in catalogue.profiles if region not in NO_PLACES]
    ids = [f"{regions[index % len(regions)]}/koe-{index:05}" for index in range(count)]
    sources, questions = {}, {}
    for index, model_id in enumerate(ids):
        region, slug = model_id.split("/")
        sources[f"sivu-{slug}"] = author.source(index)
        if index % 2 == 0:
            sources[f"linkki-{slug}"] = author.linked(index)
        made = author.model(index, model_id, ids)
        write(models / region / f"{slug}.yml", made)
        if index % 3 == 0:
            questions[f"kysymys-{slug}"] = author.question(model_id, made)
    write_many(models / "sources", sources)
    write_many(models / "discrepancies", questions)
    register = [*addresses(catalogue), *(source["url"] for source in sources.values())]
    (folder / STATES).write_text(states(register, author.chance), encoding="utf-8")


def states(urls: list[str], chance: random.Random) -> str:
    """A state in which nine addresses of ten answer and the rest fail; not more than the reader of states takes."""
    return written(
        of_run(
            (url, Check(VISITED, "works" if chance.random() < 0.9 else "gone"))
            for url in urls[:10_000]
        )
    )


def write_many(folder: Path, entries: dict[str, Any]) -> None:
    """Entries in files of a thousand: the checker refuses a file that nobody could read."""
    listed = list(entries.items())
    for start in range(0, len(listed), 1000):
        write(folder / f"kokeet-{start}.yml", dict(listed[start : start + 1000]))


def write(path: Path, data: Any) -> None:
    path.write_text(
        yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120),
        encoding="utf-8",
    )


class Author:
    """Writes records out of what the real catalogue holds; `chance` decides everything."""

    def __init__(self, catalogue: Any, chance: random.Random) -> None:
        texts = {
            str(value)
            for model in catalogue.models.values()
            for _, value in leaves_of_texts(model.data)
        }
        self.sentences = sorted(
            {found.strip() for text in texts for found in SENTENCE.findall(" ".join(text.split()))}
        )
        self.sentences = [one for one in self.sentences if not any(at.search(one) for at in TOLD)]
        promised = {
            str(expected.indicator)
            for record in (*catalogue.comparisons.values(), *catalogue.types.values())
            for expected in record.data.expects
        }
        self.told = [str(key) for key in catalogue.indicators if str(key) not in promised]
        self.names = sorted({model.data.name.fi for model in catalogue.models.values()})
        self.catalogue, self.chance = catalogue, chance

    def text(self, least: int, most: int) -> str:
        return " ".join(self.chance.sample(self.sentences, self.chance.randint(least, most)))

    def some(self, records: Any, least: int, most: int) -> list[str]:
        keys = sorted(records)
        return self.chance.sample(keys, min(len(keys), self.chance.randint(least, most)))

    def cites(self) -> list[dict[str, str]]:
        reports = sorted(
            key for key, source in self.catalogue.sources.items() if source.data.kind == "report"
        )
        return [
            {
                "id": self.chance.choice(reports),
                "at": f"luku {self.chance.randint(1, 6)}.{self.chance.randint(1, 9)}",
            }
        ]

    def source(self, index: int) -> dict[str, str]:
        return {
            "title": f"{self.chance.choice(self.names)} {index}",
            "publisher": "Innokylä",
            "kind": "innokyla_model",
            "url": f"https://innokyla.fi/fi/toimintamalli/koe-{index}",
        }

    def linked(self, index: int) -> dict[str, str]:
        return {
            "title": f"{self.chance.choice(self.names)}, verkkosivu {index}",
            "publisher": "Kunta",
            "kind": "web",
            "url": f"https://innokyla.fi/fi/toimintamalli/sivut-{index}",
        }

    def question(self, model_id: str, model: dict[str, Any]) -> dict[str, Any]:
        """An entry about the model and, where it has figures, one of them."""
        told = [result["indicator"] for result in model["results"] if "missing" not in result]
        return {
            "kind": "sources",
            "severity": self.chance.choice(["high", "medium", "low"]),
            "models": [model_id],
            "results": [f"{model_id}/{indicator}" for indicator in told[:1]],
            "claim": self.text(1, 1),
            "computed": self.text(1, 1),
            "known": self.text(1, 2),
            "sources": self.cites(),
        }

    def model(self, index: int, model_id: str, ids: list[str]) -> dict[str, Any]:
        catalogue, chance = self.catalogue, self.chance
        slug = model_id.split("/")[1]
        others = [other for other in chance.sample(ids, min(3, len(ids))) if other != model_id]
        kind, programmes = chance.choice(sorted(catalogue.types)), sorted(catalogue.programmes)
        clients = chance.randint(40, 400)
        long = 3 if index % 10 == 0 else 1
        return {
            "name": f"{chance.choice(self.names)} {index}",
            "type": kind,
            "programme": programmes[0] if chance.random() < USUAL else chance.choice(programmes),
            "summary": self.text(1, 1),
            "target_groups": self.some(catalogue.target_groups, 1, 3),
            "place": self.text(1, 1),
            "pilot": "2023-08/2024-09",
            "innokyla": f"sivu-{slug}",
            **({"links": [f"linkki-{slug}"]} if index % 2 == 0 else {}),
            "sections": {
                name: {"text": self.text(2 * long, 5 * long), "sources": self.cites()}
                for name in chance.sample(SECTIONS, chance.randint(3, 7))
            },
            "process": {
                "steps": [
                    {"name": f"Vaihe {step}", "does": self.text(1, 2), "by": "Työntekijä"}
                    for step in range(1, chance.randint(3, 7))
                ],
                "sources": self.cites(),
            },
            "staffing": [
                {"role": "työntekijä", "persons": chance.randint(1, 9), "sources": self.cites()}
            ],
            "partners": [
                {
                    "name": f"Kumppani {partner}",
                    "role": self.text(1, 1),
                    "sources": self.cites(),
                }
                for partner in range(chance.randint(0, 4))
            ],
            "aims": [
                {
                    "text": self.text(1, 1),
                    "outcome": {"state": "partly", "text": self.text(1, 2)},
                    "sources": self.cites(),
                }
                for _ in range(chance.randint(0, 3))
            ],
            "status": {
                "decided": chance.choice(get_args(Decided)),
                "in_use": {"what": chance.choice(get_args(InUse)), "date": "2024-12"},
                "text": self.text(1, 2),
                "sources": self.cites(),
                "reasons": [
                    {
                        "reason": reason,
                        "effect": chance.choice(["enabler", "barrier"]),
                        "text": self.text(1, 1),
                        "sources": self.cites(),
                    }
                    for reason in self.some(catalogue.reasons, 0, 3)
                ],
            },
            "results": [self.result(indicator, clients) for indicator in self.indicators(kind)],
            "relations": [
                {"kind": "cooperates_with", "model": other, "sources": self.cites()}
                for other in others
            ],
            "sources": self.cites(),
            "reviewed": "2026-11-22",
        }

    def indicators(self, kind: str) -> list[str]:
        """What the models of a type tell of: most of its key indicators, and a few others."""
        key = [
            str(one)
            for one in self.catalogue.types[kind].data.key_indicators
            if one in self.told and self.chance.random() < USUAL
        ]
        return list(dict.fromkeys([*key, *self.some(self.told, 2, 5)]))

    def population(self, counted: str) -> str:
        """Mostly the usual people of what is counted: the first population of such members; none, an empty text."""
        records = self.catalogue.populations
        members = OF.get(counted, counted)
        fitting = [key for key, one in records.items() if one.data.of == members]
        if not fitting:
            return ""
        return str(fitting[0]) if self.chance.random() < USUAL else str(self.chance.choice(fitting))

    def result(self, indicator: str, clients: int) -> dict[str, Any]:
        """A figure of the model's clients: the same people are as many in each."""
        data, chance = self.catalogue.indicators[indicator].data, self.chance
        common = {
            "indicator": indicator,
            "period": "2023-08/2024-09",
            "sources": self.cites(),
            "note": self.text(1, 1),
            "population": self.population(data.counts),
        }
        if data.measure == "share" and common["population"]:
            return common | {"count": chance.randint(10, clients - 10), "of": clients}
        if data.measure == "count" and common["population"]:
            return common | {"count": clients}
        return {
            "indicator": indicator,
            "missing": "not_measured",
            "note": self.text(1, 1),
            "sources": self.cites(),
        }


def leaves_of_texts(value: Any) -> list[tuple[Any, Any]]:
    return [
        (loc, leaf)
        for loc, leaf in leaves(value)
        if isinstance(leaf, str) and loc[-1] in Localised.model_fields
    ]
