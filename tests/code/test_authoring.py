"""What helps to write the files: one form, a skeleton that is valid, Innokylä's page in and out, what has grown old."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from catalogue.authoring.innokyla import exported, found_in
from catalogue.authoring.skeleton import Wanted, files, without_notes
from catalogue.authoring.stale import questions, stale
from catalogue.authoring.tidy import WIDTH, tidied
from catalogue.commands.main import main
from catalogue.load import assemble
from catalogue.schema.model import Model
from catalogue.schema.vocabulary import Source
from golden import told

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue
    from golden import Files

UNTIDY = """\
# Alkuhuomautus
type: neuvonta   # huomautus rivillä
# Nimen yllä
name: Uusi



summary: >-
  Lyhyt
  kuvaus.
results:
  - count: 5     # luku
    # mittarin yllä
    indicator: asiakkaat
    sources: [{id: yhteenveto, at: luku 2}]
sections: {}
"""
TIDY = """\
# Alkuhuomautus
# Nimen yllä
name: Uusi
type: neuvonta   # huomautus rivillä

summary: >-
  Lyhyt kuvaus.
sections: {}
results:
  # mittarin yllä
  - indicator: asiakkaat
    count: 5     # luku
    sources: [{id: yhteenveto, at: luku 2}]
"""
PAGE = """\
<html><body><nav>Valikko</nav><h1>Toimintamallin nimi</h1><p>Neuvonta torilla</p>
<h3>Toteutuspaikka</h3><p>Tori</p><h3>Paikkakunta, maakunta tai hyvinvointialue</h3><p>Mäntylä</p>
<h3>Toimintamallin lyhyt kuvaus</h3><p>Lause, jota ei kopioida.</p>
<h3>Ratkaisun perusidea</h3><p>Toinen lause sivulta.</p><p>Luotu: 4.11.2024</p>
<script>x = 1</script></body></html>
"""
TODAY = datetime.date(2026, 1, 1)


def catalogue_of(base: Files) -> Catalogue:
    return assemble("models", sorted(base.items()))[0]


def as_files(base: Files, folder: Path) -> Path:
    for name, raw in base.items():
        path = folder / "models" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder / "models"


def test_fields_are_put_in_order_with_their_comments_and_once_is_enough() -> None:
    made = tidied("x", UNTIDY.encode(), Model, many=False).decode()
    assert made == TIDY
    assert tidied("x", made.encode(), Model, many=False).decode() == TIDY


def test_long_folded_texts_fill_the_width_and_keep_their_paragraphs() -> None:
    words = ("sana " * 60).strip()
    text = f"name: >-\n  {words}\n\n\n  toinen\n"
    made = tidied("x", text.encode(), Model, many=False).decode()
    assert max(map(len, made.splitlines())) <= WIDTH
    assert "\n\n\n  toinen\n" in made


@pytest.mark.parametrize(
    "text",
    [
        "name: [\n",
        "name: Uusi\nname: Toinen\n",
        "name: |\n  rivi  \n  toinen\n",
        "type: {b: 1, a: 2}\n",
    ],
)
def test_what_cannot_be_read_or_must_stay_is_left_alone(text: str) -> None:
    assert tidied("x", text.encode(), Model, many=False) == text.encode()


def test_entries_of_a_register_keep_their_order_and_only_their_fields_move() -> None:
    text = "b:\n  kind: report\n  title: B\na: {title: A}\n"
    made = tidied("x", text.encode(), Source, many=True).decode()
    assert made == "b:\n  title: B\n  kind: report\na: {title: A}\n"


def test_skeleton_is_valid_as_it_is_also_in_a_region_without_a_file(base: Files) -> None:
    catalogue = catalogue_of(base)
    region = next(key for key in catalogue.regions if key not in catalogue.profiles)
    for where, source in (("mantyla", "yhteenveto"), (region, "Hankkeen: loppuraportti")):
        wanted = Wanted(where, "Uusi: malli #1", "neuvonta", "kokeiluohjelma", source, "luku 2")
        made = files(catalogue, wanted, datetime.date(2025, 1, 1))
        bare = {path: without_notes(text) for path, text in made.items()}
        assert told(base | {name: text.encode() for name, text in made.items()}) == ""
        assert told(base | {name: text.encode() for name, text in bare.items()}) == ""
        model = bare[f"{where}/uusi-malli-1.yml"]
        assert "Uusi: malli #1" in model and "# t" not in model and "\n\n\n" not in model


def test_new_takes_names_for_ids_and_writes_nothing_over(
    base: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = as_files(base, tmp_path)
    given = ["new", "--folder", str(folder), "--alue", "Mäntylä", "--nimi", "Uusi", "--ohjelma", ""]
    given += ["--tyyppi", "Neuvonta", "--lahde", "yhteenveto", "--kohta", "luku 2"]
    assert main(given) == 0
    assert "type: neuvonta" in (folder / "mantyla" / "uusi.yml").read_text(encoding="utf-8")
    assert main(given) == 1
    assert main(given[:-2]) == 2
    given[given.index("Neuvonta")] = "olematon"
    assert main(given) == 1
    assert "Ei ole mallityyppiä ”olematon”" in capsys.readouterr().err


def test_format_marks_the_schema_and_check_tells_what_is_not_formatted(
    base: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = as_files(base, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["format", "--check"]) == 1
    assert main(["format"]) == 0
    assert main(["format", "--check"]) == 0
    text = (folder / "vocabulary" / "indicators" / "testi.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/indicators.json\n")
    names = (path for path in folder.rglob("*.yml"))
    after = {path.relative_to(folder).as_posix(): path.read_bytes() for path in names}
    before = catalogue_of(base)
    assert all(
        record.data == catalogue_of(after).known(kind)[record.id].data
        for kind, record in before.all_records()
    )


def test_facts_of_a_page_are_carried_over_and_its_sentences_are_not(
    base: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = found_in(PAGE)
    assert found.facts["name"] == ("Neuvonta torilla",) and found.facts["place"] == ("Tori",)
    assert {*found.texts} == {"Toimintamallin lyhyt kuvaus", "Ratkaisun perusidea"}
    folder = as_files(base, tmp_path)
    (tmp_path / "sivu.html").write_text(PAGE, encoding="utf-8")
    given = ["import", "innokyla", str(tmp_path / "sivu.html"), "--folder", str(folder)]
    assert main([*given, "--tyyppi", "neuvonta"]) == 0
    out = capsys.readouterr().out
    assert "Lause" not in out and "lause" not in out
    assert 'place: "Tori"' in out and "created: 2024-11-04" in out
    assert "idea: Ratkaisun perusidea, sivulla noin 22 merkkiä" in out


def test_export_tells_what_is_too_long_for_innokyla(base: Files) -> None:
    model = catalogue_of(base).models["koivula/valmennus"]
    text = "\n".join(exported(model))
    assert "Toimintamallin nimi\n\nKoivulan valmennus" in text
    assert "Ratkaisun perusidea\n\nValmentaja kulkee rinnalla." in text


def test_what_nobody_has_looked_at_is_listed_oldest_first(base: Files) -> None:
    found = stale(catalogue_of(base), TODAY, 12)
    assert [one.days for one in found] == sorted((one.days for one in found), reverse=True)
    assert any(
        "mantyla/neuvonta.yml" in one.place and "tarkistettu 2024" in one.told for one in found
    )
    assert stale(catalogue_of(base), TODAY, 1200) == ()


def test_region_is_asked_once_of_all_that_was_in_use_when_somebody_last_knew(base: Files) -> None:
    model = base["mantyla/neuvonta.yml"].decode()
    last_known = {
        "kesken": "in_use: {what: partly, date: 2023}",
        "loppui": "in_use: {what: not, date: 2023}",
        "kooste": "in_use: {what: fully, date: 2023}",
    }
    files = base | {
        f"mantyla/{name}.yml": model.replace("in_use: fully", known).encode()
        + (b"aggregate: true\n" if name == "kooste" else b"")
        for name, known in last_known.items()
    }
    asked = questions(catalogue_of(files), TODAY, 12)
    (of_region,) = [one for one in asked if one.place == "models/mantyla/"]
    assert "kesken (2023)" in of_region.told
    assert "loppui" not in of_region.told and "kooste" not in of_region.told
    assert questions(catalogue_of(files), TODAY, 1200) == ()
