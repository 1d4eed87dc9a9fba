"""What authors are told is what the checker does: schemas, the reference of fields, and the examples of the guide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from built import ROOT
from catalogue.answers.editor import IDS_FILE, schemas
from catalogue.commands.main import main
from catalogue.figures.coverage import as_text, coverage
from catalogue.load import VOCABULARIES
from catalogue.schema.editor import KINDS, record_schema
from catalogue.site.pages.fields import fields_view
from golden import BASE

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue

GUIDE = (ROOT / "content" / "osallistu" / "index.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
SOURCE = "esimerkkialue-loppuraportti"


def test_committed_schemas_are_those_of_the_types() -> None:
    committed = {
        path.name: path.read_text(encoding="utf-8")
        for path in (ROOT / "models" / "schema").glob("*.json")
    }
    assert IDS_FILE in committed
    assert {k: v for k, v in committed.items() if k != IDS_FILE} == schemas(), "run make schema"


def test_schema_command_writes_and_then_finds_nothing_stale(tmp_path: Path) -> None:
    (tmp_path / "vanha.json").write_text("{}", encoding="utf-8")
    assert main(["schema", str(tmp_path), "--check"]) == 1
    assert main(["schema", str(tmp_path)]) == 0
    assert main(["schema", str(tmp_path), "--check"]) == 0
    assert not (tmp_path / "vanha.json").exists()


def test_every_vocabulary_has_a_schema() -> None:
    records = {kind.record for kind in KINDS}
    assert {schema for _, schema in VOCABULARIES.values()} <= records


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_described_in_a_sentence(kind: Any) -> None:
    schema = record_schema(kind)
    for name, part in [(kind.record.__name__, schema), *schema.get("$defs", {}).items()]:
        for field, told in part["properties"].items():
            description = told.get("description", "")
            assert description.endswith(".") and description[0] == description[0].upper(), (
                f"{name}.{field}: {description!r}"
            )


def test_reference_tells_every_field_of_every_type() -> None:
    view = fields_view()
    told = {field.name for kind in view for field in kind.fields}
    told |= {field.name for kind in view for part in kind.parts for field in part.fields}
    wanted = set()
    for kind in KINDS:
        schema = record_schema(kind)
        for part in (schema, *schema.get("$defs", {}).values()):
            wanted |= set(part["properties"])
    assert told == wanted


def test_anchors_of_the_reference_are_unique() -> None:
    anchors = [
        anchor
        for kind in fields_view()
        for anchor in (kind.anchor, *(part.anchor for part in kind.parts))
    ]
    assert len(anchors) == len(set(anchors))


def test_coverage_counts_every_model_and_result_once(catalogue: Catalogue) -> None:
    found = coverage(catalogue)
    assert sum(row.models for row in found.regions) == found.models == len(catalogue.models)
    of_types = sum(len(model.data.type) for model in catalogue.models.values())
    assert sum(row.models for row in found.types) == of_types
    assert sum(row.figures + row.missing for row in found.regions) == len(catalogue.results)
    assert found.unlocated == ()
    assert "Tuloksia ilman kohtaa lähteessä: 0" in as_text(found)


def test_coverage_command_exits_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", str(BASE / "models"), "--format", "json"]) == 0
    assert '"unlocated": []' in capsys.readouterr().out
