"""What an editor says by the schemas, and what the checker says: every difference over the mistakes is listed."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from referencing import Registry, Resource

from mistakes.scorer import FILE, Case, cases, score

if TYPE_CHECKING:
    from jsonschema import Draft7Validator

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "models" / "schema"
LISTED = HERE / "editor_and_checker.txt"
# What no schema of one file can know: other files, sums, calendars, the project's register and what is private.
ACROSS = """
kaksonen kaksoistunnus kunta nimittaja paivat selittamaton-ristiriita tavoite perusjoukko yksityisyys merkki
html linkki markdown luku-tekstissa henkilon-nimi pieni-luku tyhja-arvo katkennut-teksti sama-teksti asteikko
keha toisinto epamaarainen-kohta pitka-teksti eri-asioiden-summa tiedostonimi sama-nimi
"""


class Core(yaml.SafeLoader):
    """Scalars as editors read them, by the core schema of YAML 1.2: no dates, no `no`, no octals."""


Core.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), [*first])


@cache
def validator() -> Draft7Validator:
    from jsonschema import Draft7Validator  # a second of processor: only for whom needs it

    contents = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")
    }
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in contents.items()
    )
    return Draft7Validator({"$id": "model.json", **contents["model.json"]}, registry=registry)


def differences() -> list[str]:
    """`refuses <who>: <case>` of every mistake in a model's file that only one of the two refuses."""
    by_schema, found = validator(), []
    for case in (*cases("corpus"), *cases("unseen")):
        if case.all or case.file != FILE or not _is_text(case):
            continue
        try:
            data = yaml.load(case.files[FILE], Core)  # a safe loader
        except yaml.YAMLError:
            continue  # an editor tells syntax faults by itself
        in_editor = not by_schema.is_valid(data)
        checked = {one.rule for one in score(case).said} - set(ACROSS.split())
        if in_editor != bool(checked):
            who = "editor" if in_editor else f"checker ({', '.join(sorted(checked))})"
            found.append(f"only the {who} refuses {case.name}")
    return sorted(found)


def _is_text(case: Case) -> bool:
    try:
        return bool(case.files[FILE].decode().strip())
    except UnicodeDecodeError:
        return False


def test_every_difference_between_editor_and_checker_is_listed() -> None:
    assert "\n".join(differences()) + "\n" == LISTED.read_text(encoding="utf-8")


def test_editor_accepts_every_model_of_the_project() -> None:
    by_schema = validator()
    models = [
        path
        for path in SCHEMAS.parent.glob("*/*.yml")
        if path.name != "region.yml"
        and path.parent.name
        not in ("sources", "discrepancies", "comparisons", "tombstones", "vocabulary", "published")
    ]
    assert len(models) > 50
    for path in models:
        data = yaml.load(path.read_bytes(), Core)  # a safe loader
        assert [error.message for error in by_schema.iter_errors(data)] == [], path
