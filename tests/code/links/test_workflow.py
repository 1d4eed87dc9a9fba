"""The weekly check: pinned actions, least rights, and external links that never stop a pull request."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = Path(__file__).parents[3] / ".github" / "workflows"
PINNED = re.compile(
    r"^\s*(?:- )?uses: (?:[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./\.github/workflows/\w+\.yml)"
    r"(?: # zizmor: ignore\[[\w-]+\] .+)?$"
)


def read(name: str) -> dict[Any, Any]:
    made: dict[Any, Any] = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return made


@pytest.mark.parametrize("path", sorted(WORKFLOWS.glob("*.yml")), ids=lambda path: path.name)
def test_actions_are_pinned_and_rights_are_least(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for line in text.splitlines():
        assert "uses:" not in line or PINNED.match(line), line
    assert yaml.safe_load(text)["permissions"] in ({"contents": "read"}, {})
    assert "pull_request_target" not in text


def test_only_telling_may_write_issues_and_only_publishing_may_write_pages() -> None:
    jobs = read("links.yml")["jobs"]
    rights = {
        name: {right for right, kind in job["permissions"].items() if kind == "write"}
        for name, job in jobs.items()
    }
    assert rights == {
        "tarkista": set(),
        "hereilla": {"actions"},
        "kerro": {"issues"},
        "julkaise": {"pages", "id-token"},
    }


def test_who_calls_the_publication_gives_it_the_rights_that_it_asks_for() -> None:
    """GitHub refuses a called workflow that wants more than its caller has."""
    jobs = read("pages.yml")["jobs"].values()
    wanted = {right: kind for job in jobs for right, kind in job["permissions"].items()}
    callers = [
        (name, job["permissions"])
        for name in ("ci.yml", "links.yml")
        for job in read(name)["jobs"].values()
        if job.get("uses") == "./.github/workflows/pages.yml"
    ]
    assert wanted and callers
    for name, given in callers:
        for right, kind in wanted.items():
            assert given.get(right) in (kind, "write"), (name, right)


def test_schedule_wakes_itself() -> None:
    job = read("links.yml")["jobs"]["hereilla"]
    assert "actions/workflows/links.yml/enable" in job["steps"][0]["run"]
    assert "schedule" in job["if"]


def test_what_was_seen_is_kept_even_when_the_check_fails() -> None:
    steps = read("links.yml")["jobs"]["tarkista"]["steps"]
    kept = [step for step in steps if step.get("uses", "").startswith("actions/upload-artifact@")]
    assert {step["with"]["name"] for step in kept} == {"linkit", "linkit-rikki"}
    assert all(step["if"].startswith("always()") for step in kept)


def test_state_has_two_homes() -> None:
    for name, job in (("links.yml", "tarkista"), ("pages.yml", "rakenna")):
        runs = [step.get("run", "") for step in read(name)["jobs"][job]["steps"]]
        found = next(run for run in runs if "mallit links" in run)
        assert found.count("--previous ") == 2
        assert found.index(".ci/links-copy varalla") < found.index("--previous varalla/links.json")


def test_no_expression_is_put_into_a_script() -> None:
    scripts = [
        step["run"]
        for name in ("links.yml", "pages.yml")
        for job in read(name)["jobs"].values()
        for step in job.get("steps", ())
        if "run" in step
    ]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_external_links_are_checked_only_on_a_schedule() -> None:
    assert set(read("links.yml")[True]) == {"schedule", "workflow_dispatch"}
    for path in (*WORKFLOWS.glob("*.yml"), WORKFLOWS.parents[1] / ".ci" / "run"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "mallit links" in line and path.name != "links.yml":
                assert "--site" in line or "--only-read" in line or "--help" in line, line


def test_every_build_that_is_published_keeps_the_state_of_links() -> None:
    steps = read("pages.yml")["jobs"]["rakenna"]["steps"]
    build = next(step for step in steps if "make build" in step.get("run", ""))
    assert build["env"]["LINKS_STATE"] == "linkit/links.json"
    assert any("mallit links --only-read" in step.get("run", "") for step in steps)
