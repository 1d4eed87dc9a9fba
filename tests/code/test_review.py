"""The change report: what a proposal does to figures, comparisons, addresses and contradictions."""

from __future__ import annotations

import datetime
import subprocess
from typing import TYPE_CHECKING

from catalogue.commands.main import main
from catalogue.facts import Build, Facts
from catalogue.load import readable
from catalogue.review.report import report
from pages.cases import files_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from golden import Files

MODEL = "koivula/valmennus.yml"


def facts(files: Files) -> Facts:
    return Facts(readable("models", sorted(files.items())), Build(datetime.date(2026, 1, 1)))


def told(base: Files, *pairs: tuple[str, str], name: str = MODEL) -> str:
    text = base[name].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return report(facts(base), facts(base | {name: text.encode()}))


def test_nothing_changed_is_said_so(base: Files) -> None:
    assert "Aineisto ei muutu." in report(facts(base), facts(base))


def test_a_figure_tells_from_what_to_what_and_that_its_source_did_not_change(base: Files) -> None:
    text = told(base, ("count: 8", "count: 9"))
    assert "1 luku muuttuu" in text
    line = next(line for line in text.splitlines() if "koivula/valmennus/tyollistyneet" in line)
    assert " 8 / " in line and "→ 9 / " in line and "Lähde ja kohta ovat ennallaan" in line


def test_cells_of_comparisons_and_numbers_of_the_front_page_are_told() -> None:
    rich = {name: raw for name, raw in files_of().items() if name.endswith(".yml")}
    name = "kansallinen/laatuperusteinen-tyohonvalmennus.yml"
    text = rich[name].decode()
    assert "count: 23" in text
    changed = rich | {name: text.replace("count: 23", "count: 24", 1).encode()}
    made = report(facts(rich), facts(changed))
    cell = "Kuinka moni työllistyi valmennuksessa? Alueet yhteensä, Työllistyi: 23 / 54"
    assert f"- {cell}" in made and "### Etusivun luvut" in made


def test_a_page_that_would_die_is_the_first_thing(base: Files) -> None:
    gone = {name: raw for name, raw in base.items() if name != "mantyla/neuvonta.yml"}
    text = report(facts(base), facts(gone))
    assert text.index("mallit/mantyla/neuvonta/") < text.index("Malli poistui")
    raw = base["mantyla/neuvonta.yml"] + b"former_ids: [neuvonta]\n"
    assert "Osoitteet, jotka kuolisivat" not in report(
        facts(base), facts(gone | {"mantyla/uusi.yml": raw})
    )


def test_disagreements_that_open_are_told(base: Files) -> None:
    text = told(base, ("reported: 27", "reported: 99"))
    assert "Avautuu: rate:koivula/valmennus/tyollistyneet" in text


def test_text_of_a_proposal_is_no_markup_and_calls_nobody(base: Files) -> None:
    text = told(base, ("place: Keskusta", "place: 'Tori [x](https://uusi.fi) @joku <b>'"))
    assert "](https://" not in text and "@joku" not in text and "<b>" not in text


def test_command_compares_two_commits(
    base: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, raw in base.items():
        path = tmp_path / "models" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        subprocess.run([*git, *command], check=True)
    path = tmp_path / "models" / MODEL
    path.write_text(path.read_text(encoding="utf-8").replace("count: 8", "count: 9", 1), "utf-8")
    assert main(["diff", "HEAD"]) == 0
    assert "1 luku muuttuu" in capsys.readouterr().out
    assert main(["diff", "HEAD", "HEAD"]) == 0
    assert "Aineisto ei muutu." in capsys.readouterr().out
    assert main(["diff", "ei-ole"]) == 2
