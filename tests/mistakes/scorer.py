"""Scores of the checker's answers: whether a message names the place and says what to do."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from catalogue.load import assemble, checked, part_of
from catalogue.problems import InvalidCatalogue
from golden import filled

if TYPE_CHECKING:
    from catalogue.load import Part
    from catalogue.problems import Problem

HERE = Path(__file__).parent
MODELS = HERE.parents[1] / "models"
FILE = "etela-savo/tyokyvyn-tuen-tiimi.yml"
TODAY = datetime.date(2026, 11, 28)

Files = dict[str, bytes]


@dataclass(frozen=True, eq=False)
class Case:
    """A mistake: the files with it, and what a helpful answer is."""

    name: str
    files: Files
    file: str
    told: dict[str, Any]
    all: bool = False


@dataclass(frozen=True)
class Score:
    """What was said of a case; `lacks` tells why it does not help, and is empty where it does."""

    case: Case
    said: tuple[Problem, ...]
    lacks: str


@cache
def cases(name: str) -> tuple[Case, ...]:
    """Every mistake of `corpus` or `unseen`."""
    given = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return tuple(_case(one) for one in given)


@cache
def score(case: Case) -> Score:
    quiet = _of_the_base(case.all)
    said = tuple(
        problem for problem in problems(case.files, _remembered) if str(problem) not in quiet
    )
    return Score(case, said, _lacks(case, said))


def problems(files: Files, part: Any = part_of) -> tuple[Problem, ...]:
    catalogue, found = assemble("models", sorted(files.items()), part)
    try:
        return checked(replace(catalogue, today=TODAY), found).warnings
    except InvalidCatalogue as error:
        return error.problems


@cache
def _remembered(root: str, name: str, raw: bytes) -> Part:
    return part_of(root, name, raw)


@cache
def _of_the_base(whole: bool) -> frozenset[str]:
    return frozenset(map(str, problems(base(whole), _remembered)))


@cache
def _base(whole: bool) -> tuple[tuple[str, bytes], ...]:
    """The real vocabularies and sources, what the project holds besides where asked, and a model of a new region."""
    files = {path.relative_to(MODELS).as_posix(): path for path in MODELS.rglob("*.yml")}
    if not whole:
        files = {
            name: path for name, path in files.items() if name.startswith(("vocab", "sources"))
        }
    more = HERE / "base"
    files |= {path.relative_to(more).as_posix(): path for path in more.rglob("*.yml")}
    raw = {name: path.read_bytes() for name, path in files.items()}
    return tuple((raw if whole else _small(raw)).items())


def _small(raw: Files) -> Files:
    """Without sentences on models that are not here, and without the many that no mistake is of: a check is quick."""
    said = {name: yaml.safe_load(text) for name, text in raw.items() if name.startswith("vocab")}
    for one in said["vocabulary/types.yml"].values():
        one.pop("known", None)
        one.pop("expects", None)
    towns = said["vocabulary/municipalities.yml"]
    said["vocabulary/municipalities.yml"] = {
        key: one
        for key, one in towns.items()
        if "etela-savo" in (one["region"], *one.get("earlier", ()))
    }
    for term in said["vocabulary/terms.yml"].values():
        term.pop("sources", None)
    kept = {
        name: yaml.safe_dump(one, allow_unicode=True, sort_keys=False).encode()
        for name, one in said.items()
    }
    words = b"".join(kept.values()).decode()
    for name in [name for name in raw if name.startswith("sources")]:
        entries = yaml.safe_load(raw[name])
        entries = {
            key: one
            for key, one in entries.items()
            if key in words or "loppuraportti" in key or "yhteenveto" in key
        }
        for one in entries.values():
            one.pop("found_at", None)
        kept[name] = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False).encode()
    own = (name for name in raw if "etela-savo" in name)
    return kept | {name: raw[name] for name in own}


def base(whole: bool = False) -> Files:
    return dict(_base(whole))


def _case(told: dict[str, Any]) -> Case:
    whole = told.get("all", False)
    files = base(whole)
    file = told.get("file", FILE)
    if "put" in told:
        model = files[FILE]
        file = told["put"]
        files[file] = model
    if "drop" in told:
        del files[told["drop"]]
    if "rename" in told:
        old, file = told["rename"]
        files[file] = files.pop(old)
    if "whole" in told:
        files[file] = told["whole"].encode()
    if "raw" in told:
        files[file] = bytes.fromhex(told["raw"])
    if "add" in told:
        files[file] += told["add"].encode()
    edited = FILE if "whole" in told and file != FILE else file
    text = _edited(files[edited].decode(), told) if "edit" in told or _odd(told) else None
    if text is not None:
        files[edited] = _encoded(text, told)
    return Case(told["name"], {name: filled(raw) for name, raw in files.items()}, file, told, whole)


def _odd(told: dict[str, Any]) -> bool:
    return bool({"cr", "latin", "utf16", "long", "cut-results"} & set(told))


def _edited(text: str, told: dict[str, Any]) -> str:
    edits = told.get("edit", [])
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert old in text, (told["name"], old)
        text = text.replace(old, new, 1)
    if "long" in told:
        text = text.replace("Tiimi sopii", "Tiimi sopii " + "kanssa " * 3000)
    if "cut-results" in told:
        text = re.sub(r"results:\n.*?\n\n", "results:\n\n", text, flags=re.DOTALL)
    return text.replace("\n", "\r") if "cr" in told else text


def _encoded(text: str, told: dict[str, Any]) -> bytes:
    return text.encode("latin-1" if "latin" in told else "utf-16" if "utf16" in told else "utf-8")


def _lacks(case: Case, said: tuple[Problem, ...]) -> str:
    told = case.told
    if told.get("ok"):
        return "something is told of what is right" if said else ""
    if not said:
        return "" if told.get("ok-too") else "nothing is told"
    if any(problem.severity == "error" for problem in said) and told.get("warning"):
        return "an error, not a warning"
    if len(said) > told.get("faults", 1):
        return f"{len(said)} problems"
    if found := [
        word for word in told.get("never", ()) for one in said if re.search(word, one.message)
    ]:
        return f"says {found[0]}"
    wanted = [
        (told.get("at", ""), told.get("says", ())),
        *((at, [says]) for at, says in told.get("also", ())),
    ]
    for at, patterns in wanted:
        here = [one for one in said if _is_at(case, one, at)]
        if not here:
            return f"no problem at {at or told.get('line')}"
        if not any(all(re.search(pattern, one.message) for pattern in patterns) for one in here):
            return f"does not say {' and '.join(patterns)}"
    return ""


def _is_at(case: Case, problem: Problem, at: str) -> bool:
    told = case.told
    if told.get("anywhere"):
        return True
    if "drop" in told and told["drop"].endswith("region.yml"):
        return problem.path.startswith("models/etela-savo/")
    if problem.path != f"models/{case.file}":
        return False
    if "put" in told and not at:
        return True
    if not at or ("line" in told and at == told.get("at", "")):
        return bool(problem.line == told["line"])
    text = case.files[case.file].decode("utf-8", "replace")
    lines = re.split(r"\r\n|\r|\n", text)
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    return any(part in line or re.search(_escaped(part), line) for part in at.split("|"))


def _escaped(part: str) -> str:
    return part if "\\" in part else re.escape(part)


def scored(name: str, *, whole: bool = True) -> tuple[Score, ...]:
    """`whole`: also those that need the whole catalogue, a second each."""
    return tuple(score(case) for case in cases(name) if whole or not case.all)
