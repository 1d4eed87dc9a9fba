"""What changed between two states of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.changes.between import changes
from catalogue.changes.cells import Cell
from catalogue.changes.figures import figure_changes
from catalogue.changes.words import KINDS as KIND_WORDS
from catalogue.changes.words import differing, sentences
from catalogue.finnish.field_names import NAMES
from catalogue.load import assemble
from catalogue.records import PLURALS
from catalogue.schema.editor import KINDS, record_schema

if TYPE_CHECKING:
    from catalogue.changes.between import Changed
    from catalogue.records import Catalogue
    from golden import Files

MODEL = "koivula/valmennus.yml"


def of(files: Files) -> Catalogue:
    made, problems = assemble("models", sorted(files.items()))
    assert problems == []
    return made


def edited(base: Files, *pairs: tuple[str, str], name: str = MODEL) -> Files:
    text = base[name].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return base | {name: text.encode()}


def only(found: tuple[Changed, ...]) -> Changed:
    assert len(found) == 1
    return found[0]


def test_nothing_changes_in_the_same_data_whatever_the_order_of_its_fields(base: Files) -> None:
    lines = base["mantyla/neuvonta.yml"].decode()
    head, rest = lines.split("\n", 1)
    assert head.startswith("name:")
    assert changes(of(base), of(base | {"mantyla/neuvonta.yml": f"{rest}{head}\n".encode()})) == ()


def test_a_result_is_known_by_its_id_so_that_a_new_one_before_it_changes_nothing(
    base: Files,
) -> None:
    text = base[MODEL].decode()
    first = text.index("  - indicator:")
    new = (
        "  - {indicator: asiakkaat, key: uusi, count: 5, period: 2023, population: kaikki-asiakkaat, "
        "sources: [{id: yhteenveto, at: luku 2}]}\n"
    )
    found = only(
        changes(of(base), of(base | {MODEL: (text[:first] + new + text[first:]).encode()}))
    )
    assert {cell.field[:2] for cell in found.cells} == {("results", "asiakkaat/uusi")}
    assert ("", "5") in {(cell.before, cell.after) for cell in found.cells}


def test_added_removed_and_renamed_models_are_told_apart(base: Files) -> None:
    text = base["mantyla/neuvonta.yml"].decode()
    gone = {name: raw for name, raw in base.items() if name != "mantyla/neuvonta.yml"}
    assert [(one.what, one.id) for one in changes(of(base), of(gone))] == [
        ("removed", "mantyla/neuvonta")
    ]
    assert sentences(only(changes(of(base), of(gone))), of(base)) == ("Malli poistui.",)
    added = only(changes(of(gone), of(base)))
    assert (added.what, sentences(added, of(base))) == ("added", ("Uusi malli.",))
    renamed = gone | {"mantyla/toinen.yml": f"{text}\nformer_ids: [neuvonta]\n".encode()}
    found = only(changes(of(base), of(renamed)))
    assert (found.what, found.former, found.id) == (
        "renamed",
        "mantyla/neuvonta",
        "mantyla/toinen",
    )
    assert sentences(found, of(base)) == ("Tunnus oli mantyla/neuvonta, nyt mantyla/toinen.",)


def test_what_cannot_be_read_is_no_change(base: Files) -> None:
    broken, problems = assemble("models", sorted((base | {MODEL: b"name: [\n"}).items()))
    assert problems
    assert changes(of(base), broken) == changes(broken, of(base)) == ()


def test_a_figure_is_told_as_a_reader_sees_it_and_whether_its_source_changed_too(
    base: Files,
) -> None:
    text = base[MODEL].decode()
    assert "count: 8" in text
    found = figure_changes(of(base), of(edited(base, ("count: 8", "count: 9"))))
    assert len(found) == 1
    assert (found[0].before.split(" ·")[0][0], found[0].after.split(" ·")[0][0]) == ("8", "9")
    assert not found[0].sourced


def test_only_the_words_that_differ_are_shown_with_a_few_around_them() -> None:
    before = "Kaksi valmentajaa tuki seudulla 37 asiakasta työhön koko kevään ajan"
    after = before.replace("37", "38")
    assert differing(before, after) == (
        "… valmentajaa tuki seudulla 37 asiakasta työhön koko …",
        "… valmentajaa tuki seudulla 38 asiakasta työhön koko …",
    )
    assert differing("a", "b") == ("a", "b")


def test_a_cell_is_said_in_finnish(base: Files) -> None:
    found = only(changes(of(base), of(edited(base, ("\nplace: Keskusta", "\nplace: Tori")))))
    assert found.cells == (Cell(("place", "fi"), "Keskusta", "Tori"),)
    assert sentences(found, of(base)) == ("toteutuspaikka: ”Keskusta” → ”Tori”",)


def test_every_field_of_every_file_has_a_finnish_name_and_no_other_has() -> None:
    known = set[str]()
    for kind in KINDS:
        schema = record_schema(kind)
        for part in (schema, *schema.get("$defs", {}).values()):
            known |= set(part.get("properties", ()))
    assert known == set(NAMES)


def test_every_kind_of_record_has_a_finnish_name() -> None:
    assert set(KIND_WORDS) == set(PLURALS)
