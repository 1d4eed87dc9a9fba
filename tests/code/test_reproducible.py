"""`python -m reproducible` sees a byte that differs, a file that is missing, and one that is too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reproducible import MACHINES, different, digests

if TYPE_CHECKING:
    from pathlib import Path


def test_difference_of_a_byte_or_a_file_is_seen(tmp_path: Path) -> None:
    for name, files in {"one": {"a": "x", "b": "y"}, "other": {"a": "x ", "c": "y"}}.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text, encoding="utf-8")
    one, other = digests(tmp_path / "one"), digests(tmp_path / "other")
    assert different(one, other) == ["a", "b", "c"]
    assert different(one, one) == []


def test_environments_differ_in_what_a_machine_can_differ_in() -> None:
    assert len(MACHINES) >= 5
    assert {name for one in MACHINES for name in one.variables} >= {
        "TZ",
        "LC_ALL",
        "PYTHONHASHSEED",
    }
    assert len({one.umask for one in MACHINES}) == len({one.folder for one in MACHINES}) == 2
    assert not all(one.git for one in MACHINES)
