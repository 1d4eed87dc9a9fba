"""The writing desk: a draft is judged by the rules of every file, shown by the site's own templates, and told as changes."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from catalogue.desk.desk import Desk
from catalogue.desk.parts import Parts
from catalogue.desk.wire import opened
from catalogue.facts import Build, DeskParts, Facts
from catalogue.finnish.formats import collation
from catalogue.problems import Problem, as_text
from catalogue.schema.editor import KINDS, record_schema
from catalogue.site.pages.model import model_view
from catalogue.site.pages.write import write_view
from golden import CASES, TODAY, files_of, told
from pages.harness import HERE, TEMPLATES, folder_files

if TYPE_CHECKING:
    from pathlib import Path

    from golden import Files

GATHERER = HERE.parents[1] / "hooks" / "editor" / "gather.py"
RICH = {path: raw for path, raw in folder_files(HERE / "models").items() if path.endswith(".yml")}
BUILD = Build(datetime.date(2025, 3, 14), "0123456789ab", "https://mallit.esimerkki.fi/")
MODEL = "koivula/koulutus.yml"
FAULTY = sorted(
    path
    for path in CASES.glob("*/*")
    if (path / "expected.txt").is_file() and path.name != "not-utf8"  # no text: no draft
)


@cache
def desk() -> Desk:
    return Desk(RICH, TEMPLATES, BUILD)


def published(path: str) -> str:
    return desk().text(path)


@pytest.mark.parametrize("case", FAULTY[::6], ids=lambda case: f"{case.parent.name}/{case.name}")
def test_draft_is_told_the_faults_that_the_command_tells(case: Path, base: Files) -> None:
    drafts = files_of(case)
    on_desk = Desk(base, TEMPLATES, Build(TODAY))
    found = on_desk.checked({path: raw.decode() for path, raw in drafts.items()})["problems"]
    assert as_text(sorted(Problem(**one) for one in found)) == told({**base, **drafts})


def test_faults_of_the_draft_come_first() -> None:
    text = published(MODEL).replace("name:", "nimi:", 1)
    found = desk().checked({MODEL: text})["problems"]
    assert found[0]["path"] == f"models/{MODEL}"
    assert desk().checked({})["problems"] == []


def test_preview_is_the_page_of_the_site() -> None:
    desk().checked({})
    facts = Facts(desk().before, BUILD)
    name = model_view(facts, desk().before.models["koivula/koulutus"]).name
    html = desk().preview(MODEL)
    assert f">{name}" in html
    assert '"../../' in html and '"~/' not in html


def test_preview_shows_what_the_draft_says_and_nothing_of_what_cannot_be_read() -> None:
    text = published(MODEL)
    desk().checked({MODEL: text.replace("summary:", "summary: Keksitty lyhyt kuvaus.\nx:", 1)})
    assert desk().preview(MODEL) == ""
    first, _, rest = text.partition("\n")
    desk().checked({MODEL: f"name: Toinen nimi\n{rest}" if first.startswith("name") else text})
    assert "Toinen nimi" in desk().preview(MODEL)
    assert desk().preview("sources/koivula.yml") == ""


def test_changes_are_told_in_words() -> None:
    text = published(MODEL)
    first, _, rest = text.partition("\n")
    changes = desk().checked({MODEL: f"name: Toinen nimi\n{rest}"})["changes"]
    assert [one["what"] for one in changes] == ["Malli Toinen nimi"]
    assert changes[0]["sentences"][0].startswith("nimi: ")
    assert first.startswith("name: ")


def test_new_model_begins_without_a_fault() -> None:
    wanted = {
        "region": "koivula",
        "name": "Keksitty tiimi: uusi",
        "type": "koulutus",
        "programme": "",
        "source": "Keksitty raportti",
        "at": "luku 2",
        "publisher": "",
    }
    texts = desk().begun(wanted)
    assert list(texts) == ["koivula/keksitty-tiimi-uusi.yml", "sources/koivula.yml"]
    found = desk().checked(texts)
    assert found["problems"] == []
    assert [one["what"] for one in found["changes"]] == [
        "Lähde Keksitty raportti",
        "Malli Keksitty tiimi: uusi",
    ]


def test_draft_is_tidied_as_by_the_command() -> None:
    text = "type: koulutus\nname: A   \n"
    assert desk().tidied("koivula/a.yml", text) == "name: A\ntype: koulutus\n"
    assert desk().tidied("koivula/a.txt", text) == text
    assert desk().tidied("koivula/a.yml", "name: [") == "name: ["


def test_desk_imports_nothing_that_the_browser_lacks() -> None:
    listing = (
        "import sys, catalogue.desk.wire; print(*sorted({name.partition('.')[0] "
        "for name, made in sys.modules.items() if 'site-packages' in str(getattr(made, '__file__', ''))}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", listing],
        env={"PYTHONPATH": str(GATHERER.parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    text = GATHERER.read_text(encoding="utf-8")
    libraries = re.findall(r'"([a-z0-9-]+)",$', text.partition("LIBRARIES = (")[2], re.MULTILINE)
    stand_ins = re.findall(r'"(\w+)\.py"', text.partition("STAND_INS = ")[2].partition("\n")[0])
    had = {*(name.replace("-", "_") for name in libraries), *stand_ins, "yaml", "pydantic_core"}
    assert {*done.stdout.split()} - {"_distutils_hack"} <= had


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_form_asks_every_field_of_the_type_in_finnish(kind: Any) -> None:
    form = desk().start()["forms"][kind.name]
    fields = form["item"]["fields"] if kind.many else form["fields"]
    schema = record_schema(kind)
    assert sorted(field["name"] for field in fields) == sorted(schema["properties"])
    assert {field["name"] for field in fields if field["required"]} == set(schema["required"])
    for field in fields:
        assert field["help"], field["name"]
        assert field["node"]["kind"] in KNOWN


KNOWN = {"text", "number", "flag", "choice", "id", "list", "object", "map", "either"}


def test_sources_are_asked_before_what_leans_on_them() -> None:
    names = [field["name"] for field in desk().start()["forms"]["model"]["fields"]]
    assert names.index("sources") < names.index("results")


def test_choices_name_every_id_that_a_field_may_refer_to() -> None:
    start = desk().start()
    text = json.dumps(start["forms"])
    wanted = {of.partition('"')[0] for of in text.split('"kind": "id", "of": "')[1:]}
    assert wanted and wanted <= start["choices"].keys()
    names = {one["id"]: one["name"] for one in start["choices"]["type"]}
    assert names["koulutus"] != "koulutus"


def parts(folder: Path, build: Build = BUILD) -> Parts:
    gathered = folder / "gathered"
    gathered.mkdir(exist_ok=True)
    (gathered / "main.js").write_text("1;", encoding="utf-8")
    (gathered / "megatavuja").write_text("8", encoding="ascii")
    models = folder / "models"
    for path, raw in RICH.items():
        (models / path).parent.mkdir(parents=True, exist_ok=True)
        (models / path).write_bytes(raw)
    return Parts(gathered, models, TEMPLATES, build)


def test_parts_hold_the_catalogue_and_open_again(tmp_path: Path) -> None:
    import io
    import zipfile

    made = parts(tmp_path)
    files = dict(made.files())
    assert set(files) == {f"{made.address}main.js", f"{made.address}catalogue.zip"}
    with zipfile.ZipFile(io.BytesIO(files[f"{made.address}catalogue.zip"])) as packed:
        packed.extractall(tmp_path / "unpacked")
    wire = opened(str(tmp_path / "unpacked"))
    assert json.loads(wire.call("text", json.dumps([MODEL]))) == published(MODEL)
    assert json.loads(wire.call("checked", "[{}]"))["problems"] == []


def test_address_of_the_parts_changes_with_what_they_hold(tmp_path: Path) -> None:
    one = parts(tmp_path).address
    assert parts(tmp_path).address == one
    assert parts(tmp_path, Build(BUILD.today, "other")).address != one


def test_page_says_where_its_programs_are_or_that_they_are_not_there() -> None:
    facts = Facts(desk().before, BUILD)
    assert write_view(facts).parts == ""
    with_desk = Build(BUILD.today, desk=DeskParts("osallistu/kirjoita/abc/", 8))
    view = write_view(Facts(desk().before, with_desk))
    assert (view.parts, view.size) == ("osallistu/kirjoita/abc/", "8")


def test_form_shows_what_authors_come_to_tell_and_the_numbers_of_the_chosen_indicator() -> None:
    told = desk().start()
    model = {field["name"]: field for field in told["forms"]["model"]["fields"]}
    assert model["results"]["usual"] and not model["costs"]["usual"]
    result = {field["name"] for field in model["results"]["node"]["item"]["fields"]}
    measures = {one["id"]: one["fields"].split() for one in told["choices"]["indicator"]}
    assert all(set(fields) <= result for fields in measures.values())
    assert any("of" in fields for fields in measures.values())


def test_choices_come_by_name() -> None:
    names = [one["name"] for one in desk().start()["choices"]["region"]]
    assert len(names) > 1 and names == sorted(names, key=collation)
