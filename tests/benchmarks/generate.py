"""N realistic models beside the real ones: the real vocabularies, sentences of the real texts in a new order, figures that agree.

Each is like a real one, and each real one is the pattern equally often: as many texts as long as there, as many results,
links, partners and pages of its own. So the made-up mean is the real one or a little more (`likeness.py` compares them).
What makes a catalogue dear is here, too: models of a type tell of its key indicators and of the same people, so that
hundreds of figures compare; the ledger grows as the real one, one model in seven has texts as long as a report's chapter,
and a state of links says something of each address.

The same N and seed give the same files, so that two measurements are of the same thing.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
from bisect import bisect_left
from collections import defaultdict
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel

from catalogue.api.shape import plain
from catalogue.links.outcome import Check
from catalogue.links.register import addresses
from catalogue.links.state import of_run
from catalogue.links.store import written
from catalogue.load import load
from catalogue.records import leaves
from catalogue.rules.prose import FIGURE
from catalogue.rules.unexplained import AGREES
from catalogue.schema.model import SUMMARY_LENGTH
from catalogue.schema.scalars import Localised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalogue.records import Catalogue, Record

REAL = Path(__file__).parents[2] / "models"
SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))[A-ZÅÄÖ][^.!?]{20,180}[.!?](?= |$)")
OF = {"items": "outputs"}  # what populations of such things are of
# What is right only where it was written: small numbers of people, figures of results, words about a contradiction.
TOLD = (re.compile(r"\b[1-4] [a-zäö]"), FIGURE, AGREES)
ENTRY = ("claim", "computed", "known", "guess", "sources")  # texts of an entry of the ledger
FEW_RESULTS, MOST_RESULTS = 10, 20
MOST_RELATED = 10
CHOICES = 12  # sentences of about the same length
SHORT = SUMMARY_LENGTH - 40
LONG, LONGEST = 4, 1_900  # times as long as usual; letters, for the checker warns of 2,000
LONG_AIM = 3
PERIOD = "2023-08/2024-09"
EDITED_BY = "# yaml-language-server: $schema=../schema/model.json\n"  # as the real files begin
NO_PLACES = ("kansallinen",)
STATES = "links.json"  # beside the models: what the weekly visits found
VISITED = datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC)
USUAL = 0.8  # of the figures tell of the same people, and of a type's key indicators are told


def generate(folder: Path, count: int, seed: int = 1) -> None:
    """Write `folder/models`: the real catalogue and `count` models more, each with its source; and `folder/links.json`."""
    models = folder / "models"
    shutil.copytree(REAL, models)
    catalogue = load(REAL)
    author = Author(catalogue, random.Random(seed))
    regions = [region for region in catalogue.profiles if region not in NO_PLACES]
    ids = [f"{regions[index % len(regions)]}/koe-{index:05}" for index in range(count)]
    sources, questions = {}, {}
    real, entries = len(catalogue.models), len(catalogue.discrepancies)
    for index, model_id in enumerate(ids):
        region, slug = model_id.split("/")
        made = author.model(index, model_id, ids)
        if "innokyla" in made:
            sources[made["innokyla"]] = author.source(index)
        for number, key in enumerate(made.get("links", ())):
            sources[key] = author.linked(index, number)
        write(models / region / f"{slug}.yml", made)
        for number in range(index * entries // real, (index + 1) * entries // real):
            questions[f"kysymys-{number}"] = author.question(number, model_id, made)
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
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(EDITED_BY + text, encoding="utf-8")


class Author:
    """Writes records out of what the real catalogue holds; `chance` decides everything."""

    def __init__(self, catalogue: Catalogue, chance: random.Random) -> None:
        texts = {
            str(value)
            for model in catalogue.models.values()
            for _, value in leaves_of_texts(model.data)
        }
        found = {one.strip() for text in texts for one in SENTENCE.findall(" ".join(text.split()))}
        fit = (one for one in found if not any(at.search(one) for at in TOLD))
        self.sentences: list[str] = sorted(fit, key=lambda one: (len(one), one))
        self.lengths = [*map(len, self.sentences)]
        expecting: list[Record[Any]] = [*catalogue.comparisons.values(), *catalogue.types.values()]
        promised = {str(one.indicator) for record in expecting for one in record.data.expects}
        self.told = [str(key) for key in catalogue.indicators if str(key) not in promised]
        self.names = sorted({model.data.name.fi for model in catalogue.models.values()})
        self.reports = sorted(
            key for key, source in catalogue.sources.items() if source.data.kind == "report"
        )
        self.catalogue, self.chance = catalogue, chance
        self.patterns: list[dict[str, Any]] = [
            pattern_of(model.data) for model in catalogue.models.values()
        ]
        self.entries = [pattern_of(entry.data) for entry in catalogue.discrepancies.values()]
        chance.shuffle(self.patterns)
        chance.shuffle(self.entries)
        levelled(self.patterns)

    def pattern(self, index: int) -> dict[str, Any]:
        """The real model that this one is like, as it is written: each in its turn."""
        return self.patterns[index % len(self.patterns)]

    def prose(self, length: int) -> str:
        """Sentences of so many letters together, or a little more."""
        told = ""
        while (left := length - len(told)) > self.lengths[-1]:
            told += f"{self.chance.choice(self.sentences)} "
        least = min(bisect_left(self.lengths, left), len(self.lengths) - CHOICES)
        return told + self.chance.choice(self.sentences[least : least + CHOICES])

    def like(self, text: Mapping[str, str] | None, most: int = LONGEST, times: int = 1) -> str:
        """A text as long as another, or so many times as long."""
        return self.prose(min(most, times * len(text["fi"]))) if text else ""

    def some(self, records: Iterable[str], count: int) -> list[str]:
        keys = sorted(records)
        return self.chance.sample(keys, min(len(keys), count))

    def cites(self, like: Sequence[object]) -> list[dict[str, str]]:
        """As many sources as there, each with a place."""
        return [
            {
                "id": self.chance.choice(self.reports),
                "at": f"luku {self.chance.randint(1, 6)}.{self.chance.randint(1, 9)}",
            }
            for _ in like
        ]

    def claims(self, like: Sequence[dict[str, Any]], *kept: str) -> list[dict[str, Any]]:
        return [self.claim(one, *kept) for one in like]

    def claim(self, like: dict[str, Any], *kept: str, times: int = 1) -> dict[str, Any]:
        """A claim as its pattern is: texts as long, as many sources, `kept` and bases as they are."""
        made: dict[str, Any] = {}
        for name, value in like.items():
            if name == "sources":
                made[name] = self.cites(value)
            elif is_text(value):
                made[name] = self.like(value, times=times)
            elif isinstance(value, list) and all(map(is_text, value)):
                made[name] = [self.like(one) for one in value]
            elif name in ("basis", "scope", *kept):
                made[name] = value
        return made

    def source(self, index: int) -> dict[str, str]:
        return {
            "title": f"{self.chance.choice(self.names)} {index}",
            "publisher": "Innokylä",
            "kind": "innokyla_model",
            "url": f"https://innokyla.fi/fi/toimintamalli/koe-{index}",
        }

    def linked(self, index: int, number: int) -> dict[str, str]:
        return {
            "title": f"{self.chance.choice(self.names)}, verkkosivu {index}.{number}",
            "publisher": "Kunta",
            "kind": "web",
            "url": f"https://innokyla.fi/fi/toimintamalli/sivut-{index}-{number}",
        }

    def question(self, number: int, model_id: str, model: dict[str, Any]) -> dict[str, Any]:
        """An entry about the model and, where it has figures, of as many of them as a real entry is."""
        like = self.entries[number % len(self.entries)]
        told = [
            result["indicator"]
            for result in model.get("results", ())
            if "count" in result and "key" not in result
        ]
        texts = self.claim({name: like[name] for name in ENTRY if name in like})
        return {
            "kind": "sources",
            "severity": like["severity"],
            "models": [model_id],
            "results": [
                f"{model_id}/{indicator}" for indicator in told[: len(like.get("results", ()))]
            ],
            **texts,
        }

    def model(self, index: int, model_id: str, ids: list[str]) -> dict[str, Any]:
        like, chance = self.pattern(index), self.chance
        region, slug = model_id.split("/")
        long = LONG if index % 7 == 0 else 1
        others = [
            other for other in chance.sample(ids, min(MOST_RELATED, len(ids))) if other != model_id
        ]
        relations = like.get("relations", [])
        made: dict[str, Any] = {
            "name": f"{chance.choice(self.names)} {index}",
            **{name: like[name] for name in ("type", "kind", "programme") if name in like},
            "summary": self.like(like["summary"], SHORT),
            "target_groups": self.some(
                self.catalogue.target_groups, len(like.get("target_groups", ()))
            ),
            "place": self.like(like.get("place")),
            "organisation": self.catalogue.regions[region].data.name.fi
            if "organisation" in like
            else "",
            "municipalities": self.towns(region, len(like.get("municipalities", ()))),
            "pilot": PERIOD,
            "innokyla": f"sivu-{slug}" if "innokyla" in like else "",
            "links": [f"linkki-{slug}-{number}" for number, _ in enumerate(like.get("links", ()))],
            "sections": {
                name: self.claim(section, times=long) for name, section in like["sections"].items()
            },
            "process": self.process(like.get("process")),
            "instruments": like.get("instruments"),
            "context": self.claims(like.get("context", []), "value", "period", "forecast"),
            "staffing": self.claims(like.get("staffing", []), "persons"),
            "partners": named("Kumppani", self.claims(like.get("partners", []))),
            "aims": [
                self.claim(aim, "of", times=min(long, LONG_AIM))
                | (
                    {"outcome": self.claim(aim["outcome"], "state", times=min(long, LONG_AIM))}
                    if "outcome" in aim
                    else {}
                )
                for aim in like.get("aims", ())
            ],
            "status": self.status(like["status"]),
            "decisions": self.claims(like.get("decisions", []), "date"),
            "results": self.results(like),
            "relations": [
                {"kind": "cooperates_with", "model": other} | self.claim(relation)
                for other, relation in zip(others, relations, strict=False)
            ],
            "mentions": self.mentions(like.get("mentions", [])),
            "sources": self.cites(like["sources"]),
            "reviewed": "2026-11-22",
        }
        return {name: value for name, value in made.items() if value}

    def towns(self, region: str, count: int) -> list[str]:
        """Of the region, by their names."""
        towns = self.catalogue.municipalities.values()
        return self.some((one.data.name.fi for one in towns if one.data.region == region), count)

    def process(self, like: dict[str, Any] | None) -> dict[str, Any] | None:
        steps = named("Vaihe", self.claims(like["steps"])) if like else []
        return self.claim(like) | {"steps": steps} if like else None

    def status(self, like: dict[str, Any]) -> dict[str, Any]:
        use = {"what": like["in_use"]["what"]}
        return self.claim(like) | {
            "decided": like["decided"]["what"],
            "in_use": use | ({"date": "2024-12"} if "date" in like["in_use"] else {}),
            "reasons": self.claims(like.get("reasons", []), "reason", "effect"),
        }

    def mentions(self, like: list[dict[str, Any]]) -> list[dict[str, Any]]:
        told = named("Maininta", self.claims(like, "kind", "type"))
        return [one | {"id": f"maininta-{number}"} for number, one in enumerate(told)]

    def results(self, like: dict[str, Any]) -> list[dict[str, Any]]:
        """As many as the pattern has, of as many indicators, with as many numbers; first the type's key indicators."""
        clients, usual = self.chance.randint(40, 400), self.catalogue.types[like["type"][0]].data
        key = [str(one) for one in usual.key_indicators if self.chance.random() < USUAL]
        left = list(dict.fromkeys([*key, *self.some(self.told, len(self.told))]))
        left = [one for one in left if one in self.told]
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for pattern in like.get("results", ()):
            rows[pattern["indicator"]].append(pattern)
        made = []
        for patterns in rows.values():
            any_number = any("missing" not in one for one in patterns)
            people = {one: self.population(one) for one in left} if any_number else {}
            indicator = next((one for one in left if people.get(one)), left[0])
            left.remove(indicator)
            for number, pattern in enumerate(patterns):
                counted = people.get(indicator, "") if "missing" not in pattern else ""
                row = self.result(indicator, counted, clients, pattern)
                made.append(row | ({"key": f"rivi-{number}"} if number else {}))
        return made

    def population(self, indicator: str) -> str:
        """Mostly the usual people of what is counted: the first population of such members; none, an empty text."""
        data, records = self.catalogue.indicators[indicator].data, self.catalogue.populations
        members = OF.get(data.counts, data.counts)
        fitting = [key for key, one in records.items() if one.data.of == members]
        if not fitting or data.measure not in ("share", "count"):
            return ""
        return str(fitting[0]) if self.chance.random() < USUAL else str(self.chance.choice(fitting))

    def result(
        self, indicator: str, population: str, clients: int, like: dict[str, Any]
    ) -> dict[str, Any]:
        """A figure of the model's clients: the same people are as many in each; without people no figure."""
        common = {"indicator": indicator, **self.claim(like)}
        if not population:
            return common | {"missing": "not_measured"}
        common |= {"period": PERIOD, "population": population}
        if self.catalogue.indicators[indicator].data.measure == "count":
            return common | {"count": clients}
        return common | {"count": self.chance.randint(10, clients - 10), "of": clients}


def pattern_of(value: Any) -> Any:
    """A record as plain data where a text is known from an id; what goes without saying is not there."""
    if isinstance(value, Localised):
        return {"fi": value.fi}
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        told = ((name, item) for name, item in value.__dict__.items() if item is not None)
        return {name: pattern_of(one) for name, one in told if one != fields[name].default}
    return [*map(pattern_of, value)] if isinstance(value, tuple) else plain(value)


def levelled(patterns: list[dict[str, Any]]) -> None:
    """No pattern has very many results: what is over goes to others that have some, so that the mean stays.

    The real models that have so many are measured themselves. Here their figures would all compare, and theirs do not.
    """
    having = [one for one in patterns if 0 < len(one.get("results", ())) <= FEW_RESULTS]
    others = cycle(having)
    for one in patterns:
        for result in one.get("results", [])[MOST_RESULTS:]:
            next(others)["results"].append(result)
        one["results"] = one.get("results", [])[:MOST_RESULTS]


def is_text(value: Any) -> bool:
    return isinstance(value, dict) and "fi" in value


def named(word: str, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each with a name of its own: a letter, for a number could be taken for a result."""
    return [one | {"name": f"{word} {chr(ord('A') + number)}"} for number, one in enumerate(told)]


def leaves_of_texts(value: Any) -> list[tuple[Any, Any]]:
    return [
        (loc, leaf)
        for loc, leaf in leaves(value)
        if isinstance(leaf, str) and loc[-1] in Localised.model_fields
    ]
