"""A folder becomes a catalogue, or every problem of every file at once."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from catalogue.load import assemble, checked, load
from catalogue.problems import InvalidCatalogue
from catalogue.reading.source import read
from catalogue.records import PLURALS, Catalogue
from catalogue.schema.model import Model
from catalogue.schema.shared import sharing
from golden import BASE, CASES, Files, files_of


def test_record_knows_its_id_its_file_and_its_place(base: Files) -> None:
    made = checked(*assemble("models", sorted(base.items())))
    record = made.indicators["vointi"]
    assert (record.id, record.loc) == ("vointi", ("vointi",))
    assert record.document.path == "models/vocabulary/indicators/testi.yml"
    assert made.models["koivula/valmennus"].loc == ()


def test_result_is_named_for_its_model_indicator_and_key(base: Files) -> None:
    made = checked(*assemble("models", sorted(base.items())))
    assert list(made.results) == [
        "koivula/valmennus/asiakkaat",
        "koivula/valmennus/asiakkaat/lehtola",
        "koivula/valmennus/asiakkaat/niemi",
        "koivula/valmennus/tyollistyneet",
        "koivula/valmennus/vointi",
        "koivula/valmennus/kesto",
        "koivula/valmennus/lopettaneet",
    ]


def test_order_of_the_files_does_not_matter(base: Files) -> None:
    forward, backward = (
        checked(*assemble("models", sorted(base.items(), reverse=turned)))
        for turned in (False, True)
    )
    for plural in PLURALS.values():
        assert (
            list(getattr(forward, plural))
            == sorted(getattr(forward, plural))
            == list(getattr(backward, plural))
        )


def test_problems_of_every_file_are_told_at_once(base: Files) -> None:
    faulty = (
        base
        | files_of(CASES / "html" / "tag")
        | {"sources/rikki.yml": b"a: [", "koivula/tyhja.yml": b""}
    )
    with pytest.raises(InvalidCatalogue) as caught:
        checked(*assemble("models", sorted(faulty.items())))
    assert {problem.path for problem in caught.value.problems} >= {
        "models/mantyla/uusi.yml",
        "models/sources/rikki.yml",
        "models/koivula/tyhja.yml",
    }


def test_problems_come_sorted_and_each_once(base: Files) -> None:
    with pytest.raises(InvalidCatalogue) as caught:
        checked(
            *assemble(
                "models",
                sorted((base | {"koivula/valmennus.yml": b"nimi: x\ntyyppi: y\n"}).items()),
            )
        )
    assert list(caught.value.problems) == sorted(set(caught.value.problems))


def test_folder_gives_the_same_as_its_files(base: Files) -> None:
    read, given = load(BASE / "models"), checked(*assemble("models", sorted(base.items())))
    assert [(kind, record.id, record.data) for kind, record in read.all_records()] == [
        (kind, record.id, record.data) for kind, record in given.all_records()
    ]


def test_notes_in_markdown_and_the_schema_of_editors_are_no_data(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE / "models", tmp_path / "models")
    (folder / "README.md").write_text("# Ohje", encoding="utf-8")
    (folder / "schema").mkdir()
    (folder / "schema" / "model.json").write_text("{}", encoding="utf-8")
    assert len(load(folder).models) == 2


@pytest.mark.parametrize(
    "name",
    [
        "a/b/c/d.yml",
        "a.yml/b.yml",
        "vocabulary.yml",
        "a\nb/c.yml",
    ],
)
def test_odd_file_name_is_a_problem_not_a_crash(name: str) -> None:
    with pytest.raises(InvalidCatalogue):
        checked(*assemble("models", [(name, b"name: x\n")]))


@pytest.mark.parametrize("name", [".yml", "a/..yml", ".gitkeep", "a/b.yml~", "#a.yml#"])
def test_file_that_an_editor_left_over_is_passed_by(name: str) -> None:
    assert checked(*assemble("models", [(name, b"name: x\n")])) == Catalogue()


def test_empty_folder_is_an_empty_catalogue(tmp_path: Path) -> None:
    assert load(tmp_path) == Catalogue()


def test_paths_are_told_from_the_folder_even_when_it_is_the_current_one(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "a.yml").write_text("", encoding="utf-8")
    here = Path.cwd()
    os.chdir(tmp_path / "models")
    try:
        with pytest.raises(InvalidCatalogue) as caught:
            load(Path())
    finally:
        os.chdir(here)
    assert caught.value.problems[0].path == "models/a.yml"


def test_a_wrong_id_makes_no_tree_of_other_files(base: Files) -> None:
    """A tree with its marks costs more than all rules of a file: among ten thousand files nobody would wait for it."""

    def trees(files: Files) -> set[str]:
        catalogue, problems = assemble("models", sorted(files.items()))
        with suppress(InvalidCatalogue):
            checked(catalogue, problems)
        return {one.path for one in catalogue.documents if "root" in vars(one)}

    name = "koivula/valmennus.yml"
    wrong = base | {name: base[name].replace(b"[valmennus, ", b"[xvalmennus, ", 1)}
    assert base[name] != wrong[name]
    assert trees(wrong) - trees(base) == {f"models/{name}"}


def test_equal_sets_of_given_fields_are_one_and_say_what_was_given(base: Files) -> None:
    said = read("malli.yml", base["koivula/valmennus.yml"]).said
    plain = Model.model_validate(said)
    one, other = (sharing(Model.model_validate(said)) for _ in range(2))
    for alike, alike_too, given in zip(one.results, other.results, plain.results, strict=True):
        assert alike.model_fields_set is alike_too.model_fields_set is not given.model_fields_set
        assert alike.model_fields_set == given.model_fields_set
    assert one == plain
