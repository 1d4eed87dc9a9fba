"""Workflows and issue forms: what GitHub reads is of its form, and what a stranger writes reaches no command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(
    path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"
)


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, cwd=ROOT
    )


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.github-issue-forms", FORMS)],
)
def test_files_for_github_are_of_their_schema(schema: str, files: list[Path]) -> None:
    done = run(BIN / "check-jsonschema", "--builtin-schema", schema, *files)
    assert done.returncode == 0, done.stdout


def test_no_workflow_does_what_it_must_not() -> None:
    done = run(BIN / "zizmor", "--offline", "--quiet", ".github/workflows")
    assert done.returncode == 0, done.stdout


def test_job_that_reads_foreign_content_has_no_secret_and_may_write_nothing() -> None:
    text = (ROOT / ".github" / "workflows" / "muutosehdotus.yml").read_text(encoding="utf-8")
    assert ": write" not in text and "secrets." not in text and "pull_request_target" not in text
    told = (ROOT / ".github" / "workflows" / "kommentti.yml").read_text(encoding="utf-8")
    assert "checkout" not in told and "make " not in told
