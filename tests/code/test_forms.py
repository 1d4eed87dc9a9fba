"""What strangers write in issue forms becomes files, and never anything else."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import pytest
import yaml

from catalogue.authoring.forms import Unusable, answers, drafted, proposal, templates
from catalogue.commands.main import main
from catalogue.load import assemble
from golden import told

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.records import Catalogue
    from golden import Files

TODAY = datetime.date(2025, 1, 1)
NEW = {
    "Mallin nimi": "Uusi neuvonta",
    "Alue": "Mäntylä",
    "Mallityyppi": "Neuvonta",
    "Ohjelma": "Oma työ, ei ohjelmaa",
    "Mikä malli on?": "Neuvontaa torilla.",
    "Julkinen lähde": "Torin raportti",
    "Kohta lähteessä": "luku 2",
}
FIGURE = {
    "Luvun tunnus": "koivula/valmennus/tyollistyneet",
    "Mikä luvussa on väärin?": "count",
    "Oikea arvo": "9",
    "Kohta lähteessä": "luku 3",
}
EVIL = '"}\nstatus: !!python/object:os.system x\n# $(touch x) `touch x` ../../x {{ x }} <b>'


def catalogue_of(base: Files) -> Catalogue:
    return assemble("models", sorted(base.items()))[0]


def laid(base: Files, made: dict[str, str]) -> Files:
    return base | {name: text.encode() for name, text in made.items()}


def test_a_new_model_is_valid_and_stands_in_its_region(base: Files) -> None:
    made = proposal(catalogue_of(base), NEW, TODAY)
    assert {"mantyla/uusi-neuvonta.yml", "sources/mantyla.yml"} == {*made}
    assert told(laid(base, made)) == ""
    assert 'summary: "Neuvontaa torilla."' in made["mantyla/uusi-neuvonta.yml"]


def test_a_figure_and_its_place_are_changed_and_nothing_else(base: Files) -> None:
    made = proposal(catalogue_of(base), FIGURE, TODAY)
    before = base["koivula/valmennus.yml"].decode().splitlines()
    after = made["koivula/valmennus.yml"].splitlines()
    (changed,) = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed[1] == changed[0].replace("count: 8", "count: 9").replace(
        "at: luku 2", 'at: "luku 3"'
    )


def test_an_address_is_changed_in_its_source(base: Files) -> None:
    catalogue = catalogue_of(base)
    source = next(one for one in catalogue.sources.values() if one.data.url)
    form = {"Lähteen tunnus": source.id, "Uusi osoite": "https://uusi.fi/sivu"}
    (text,) = proposal(catalogue, form, TODAY).values()
    assert yaml.safe_load(text)[source.id]["url"] == "https://uusi.fi/sivu"


@pytest.mark.parametrize("label", [*NEW])
def test_whatever_is_written_stays_a_value_of_its_field(base: Files, label: str) -> None:
    catalogue = catalogue_of(base)
    try:
        made = proposal(catalogue, NEW | {label: EVIL}, TODAY)
    except Unusable:
        return
    assert all(name.split("/")[0] in ("mantyla", "sources") and ".." not in name for name in made)
    model = next(text for name, text in made.items() if name.startswith("mantyla/"))
    sound = yaml.safe_load(proposal(catalogue, NEW, TODAY)["mantyla/uusi-neuvonta.yml"])
    assert {*yaml.safe_load(model)} == {*sound}
    assert yaml.safe_load(model)["status"]["decided"] == "not_told"


@pytest.mark.parametrize(
    "change",
    [
        {"Oikea arvo": "paljon"},
        {"Mikä luvussa on väärin?": "indicator"},
        {"Luvun tunnus": "koivula/valmennus/olematon"},
        {"Kohta lähteessä": ""},
    ],
)
def test_a_figure_that_cannot_be_changed_is_told_why(base: Files, change: dict[str, str]) -> None:
    with pytest.raises(Unusable, match=r"\w{3}"):
        proposal(catalogue_of(base), FIGURE | change, TODAY)


def test_forms_are_made_of_the_vocabularies_and_read_back(
    base: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = catalogue_of(base)
    forms = {name: yaml.safe_load(text) for name, text in templates(catalogue).items()}
    labels = {part["attributes"].get("label") for part in forms["uusi-malli.yml"]["body"]}
    assert {*NEW} <= labels
    folder = tmp_path / "models"
    for name, raw in base.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    body = "".join(f"### {label}\r\n\r\n{text}\r\n\r\n" for label, text in NEW.items())
    assert answers(body) == NEW
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"body": body}}), encoding="utf-8")
    assert main(["form", str(event), "--folder", str(folder)]) == 0
    assert (folder / "mantyla" / "uusi-neuvonta.yml").is_file()
    assert main(["form", str(event), "--folder", str(folder)]) == 1
    assert "on jo luettelossa" in capsys.readouterr().err


def test_files_of_the_writing_page_are_taken_whole_where_files_of_the_catalogue_may_be() -> None:
    notice = "Ehdotan tätä:\r\n\r\n--- models/mantyla/tori.yml ---\r\nname: Tori\r\n\r\n--- models/sources/mantyla.yml ---\nx: {}\n"
    assert drafted(notice) == {"mantyla/tori.yml": "name: Tori\n", "sources/mantyla.yml": "x: {}\n"}
    assert drafted("### Mallin nimi\n\nTori") == {}


@pytest.mark.parametrize(
    "path",
    ["../x.yml", "a/../../x.yml", "/x.yml", "a/x.sh", "a/b/c.yml", ".github/x.yml", "a/X.yml"],
)
def test_file_of_the_writing_page_anywhere_else_is_refused(path: str) -> None:
    with pytest.raises(Unusable):
        drafted(f"--- models/{path} ---\nname: x\n")


def test_file_of_the_writing_page_is_not_endless() -> None:
    with pytest.raises(Unusable):
        drafted("--- models/mantyla/tori.yml ---\n" + "x" * 70_000)
