"""The command line as a shell and a workflow see it: what it prints where, and its exit status."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from catalogue.commands.main import main
from golden import BASE, CASES

HOOKS = Path(__file__).parents[2] / "hooks"


class Done(NamedTuple):
    """The exit status of a command and what it printed."""

    returncode: int
    stdout: str
    stderr: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path, folder: Path) -> Done: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command as `mallit` does, in this process."""

    def run(*arguments: str | Path, folder: Path) -> Done:
        monkeypatch.chdir(folder)
        try:
            status = main([*map(str, arguments)])
        except SystemExit as end:  # argparse ends the process itself
            status = int(end.code or 0)
        return Done(status, *capsys.readouterr())

    return run


def run_apart(*arguments: str, folder: Path, **environment: str) -> Done:
    """Runs the command in a process of its own, as a shell does."""
    done = subprocess.run(
        [sys.executable, "-m", "catalogue.commands.main", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(HOOKS)} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """A folder that holds the base of the golden cases as `models/`."""
    shutil.copytree(BASE / "models", tmp_path / "models")
    return tmp_path


@pytest.fixture
def faulty(valid: Path) -> Path:
    shutil.copytree(CASES / "html" / "tag" / "models", valid / "models", dirs_exist_ok=True)
    return valid


EXPECTED = (CASES / "html" / "tag" / "expected.txt").read_text(encoding="utf-8")


def test_valid_catalogue_exits_with_zero_and_prints_no_problem(run: Run, valid: Path) -> None:
    done = run("check", folder=valid)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "2 mallia, 7 tulosta: 0 virhettä, 0 varoitusta\n"


def test_valid_catalogue_passes_when_warnings_count(run: Run, valid: Path) -> None:
    assert run("check", "--strict", folder=valid).returncode == 0


def test_problems_exit_with_one_and_stand_on_standard_output(run: Run, faulty: Path) -> None:
    done = run("check", folder=faulty)
    assert (done.returncode, done.stdout) == (1, EXPECTED)
    assert done.stderr == "Luettelossa on virheitä: 1 virhe, 0 varoitusta\n"


def test_folder_may_be_given(run: Run, faulty: Path, tmp_path: Path) -> None:
    done = run("check", faulty / "models", folder=HOOKS)
    assert (done.returncode, done.stdout) == (1, EXPECTED)


def test_json_is_json_whether_or_not_there_are_problems(run: Run, faulty: Path) -> None:
    done = run("check", "--format", "json", folder=faulty)
    assert [problem["rule"] for problem in json.loads(done.stdout)] == ["html"]
    (faulty / "models" / "mantyla" / "uusi.yml").unlink()
    assert json.loads(run("check", "--format", "json", folder=faulty).stdout) == []


def test_github_format_gives_workflow_commands(run: Run, faulty: Path) -> None:
    done = run("check", "--format", "github", folder=faulty)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "::error file=models/mantyla/uusi.yml,line=4,col=16,title=html::HTML:ää"
    )


@pytest.mark.parametrize(
    "arguments", [(), ("tarkista",), ("check", "--format", "xml"), ("check", "--olematon")]
)
def test_unusable_arguments_exit_with_two(
    run: Run, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    done = run(*arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("command", ["check", "coverage", "stale", "register", "links"])
def test_missing_folder_exits_with_two_and_is_named(run: Run, command: str, tmp_path: Path) -> None:
    done = run(command, "olematon", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "Kansiota olematon ei ole.\n")


def test_process_ends_with_the_status_of_the_command(faulty: Path) -> None:
    done = run_apart("check", folder=faulty)
    assert (done.returncode, done.stdout) == (1, EXPECTED)


def test_terminal_without_finnish_letters_is_no_crash(faulty: Path) -> None:
    done = run_apart("check", folder=faulty, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "models/mantyla/uusi.yml:4:16:" in done.stdout and "Traceback" not in done.stderr
