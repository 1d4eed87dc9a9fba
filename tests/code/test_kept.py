"""A site that is built again is the site that is built anew, byte by byte, whatever changed; and what did not is not written."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import catalogue.cache
from catalogue.asked import Asked
from catalogue.build import LinkFile, Site, publish, site
from catalogue.cache import CONTENTS, LIBRARIES, Cache
from catalogue.facts import Build
from catalogue.load import _remembered_part, load
from catalogue.problems import InvalidCatalogue
from catalogue.site.frame import CONTENT, DESCRIPTION, EDIT, TITLE, Frame, Layout
from catalogue.site.page import Page, further
from catalogue.site.render import Printed, Renderer
from catalogue.site.written import Writer
from catalogue.writing import STAGE, Out, remember, take_over
from pages.cases import files_of
from pages.harness import LINKS, NOW, TEMPLATES, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

IMPORT = re.compile(
    r"^ *(?:from|import) (\w+)(?:[\w.]* import .+|[\w.]*(?: as \w+)?)$", re.MULTILINE
)
DISTRIBUTIONS = {"yaml": "pyyaml"}
NOTHING_KEPT = ("authoring", "commands", "desk", "linkcheck", "review")  # run on their own

THEME = "<title>{title}</title>{about}<main>{content}</main>{edit}{layout}{theme}"


class Project:
    """The made-up catalogue in a folder, with templates, a theme and a day that a test may change."""

    def __init__(self, root: Path) -> None:
        self.root, self.theme, self.day = root, "teema", TODAY
        for name, raw in files_of().items():
            path = root / (name if name == LINKS else f"models/{name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        shutil.copytree(TEMPLATES, root / "templates")

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, model: str, copy: str) -> None:
        shutil.copy(self.root / "models" / model, self.root / "models" / copy)

    def site(self, cache: Path) -> Site:
        return site(
            self.root / "models",
            self.root / "templates",
            Build(self.day, "0123456789ab", "https://mallit.esimerkki.fi/"),
            LinkFile(self.root / LINKS, NOW),
            cache,
        )

    def build(self, out: Path, cache: Path) -> None:
        self.write(self.site(cache), out)

    def write(self, made: Site, out: Path) -> None:
        written = Out(out / STAGE, site=out)
        (out / STAGE).mkdir(parents=True)
        publish(made, self.frame, written)
        take_over(out / STAGE, out, written.kept)

    def frame(self, layout: Layout) -> Frame:
        """A theme of one line, which prints all that a layout tells."""
        return Frame.of(
            layout,
            THEME.format(
                title=TITLE,
                about=DESCRIPTION,
                content=CONTENT,
                edit=EDIT,
                layout=layout.name,
                theme=self.theme,
            ),
        )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Search remembers by itself, which its own tests look at."""
    monkeypatch.setattr("catalogue.build.search.files", lambda *_: iter(()))
    return Project(tmp_path / "project")


@dataclass
class Anew(Out):
    """Holds what would be written."""

    texts: dict[str, bytes] = field(default_factory=dict)

    def write(self, address: str, content: str | bytes, key: str = "") -> None:
        self.texts[address] = content if isinstance(content, bytes) else content.encode()


def texts(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def moments(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_mtime_ns for name in texts(folder)}


ASKED = (
    "mallit/koivula/valmennus/index.html",
    "alueet/koivula/index.html",
    "api/v1/results.json",
    "avoin-data/tyokykymallit.zip",
)
MODEL = "models/koivula/valmennus.yml"
CHANGES: dict[str, Callable[[Project], None]] = {
    "nothing": lambda project: None,
    "a figure": lambda project: project.edit(MODEL, "value: 61, n: 8", "value: 62, n: 8"),
    "a neighbour's figure": lambda project: project.edit(
        "models/kuusela/valmennus.yml", "value: 70.25", "value: 71.25"
    ),
    "a text": lambda project: project.edit(MODEL, "summary: {fi: ", "summary: {fi: Nyt "),
    "a word of a vocabulary": lambda project: project.edit(
        "models/vocabulary/types.yml", "name: ", "name: Uusi "
    ),
    "a template": lambda project: project.edit("templates/model.html", "<h1>", "<h1>Uusi "),
    "a part that templates include": lambda project: project.edit(
        "templates/macros.html", "Murupolku", "Polku"
    ),
    "the theme": lambda project: setattr(project, "theme", "toinen"),
    "the state of a link": lambda project: project.edit(LINKS, '"works"', '"gone"'),
    "the day": lambda project: setattr(project, "day", TODAY + datetime.timedelta(days=1)),
    "a new model": lambda project: project.add("koivula/koulutus.yml", "mantyla/koulutus.yml"),
}


def test_a_site_built_again_is_the_site_built_anew(project: Project, tmp_path: Path) -> None:
    again, cache = tmp_path / "again", tmp_path / "cache"
    project.build(again, cache)
    for what, change in CHANGES.items():
        change(project)
        made, anew = project.site(cache), Anew(tmp_path)
        project.write(made, again)
        publish(replace(made, cache=Cache()), project.frame, anew)
        first, second = texts(again), anew.texts
        assert [name for name in {*first, *second} if first.get(name) != second.get(name)] == [], (
            what
        )


def test_what_did_not_change_is_not_written(project: Project, tmp_path: Path) -> None:
    again, cache = tmp_path / "again", tmp_path / "cache"
    project.build(again, cache)
    before = moments(again)
    project.build(again, cache)
    assert moments(again) == before
    CHANGES["a text"](project)
    project.build(again, cache)
    written = {name for name, moment in moments(again).items() if moment != before.get(name)}
    models = {name for name in written if re.fullmatch(r"mallit/.+/index\.html", name)}
    assert models == {"mallit/koivula/valmennus/index.html"}
    assert len(written) < len(before) / 3
    assert not (again / STAGE).exists()
    asked = Asked(project.site(cache), project.frame, tmp_path / "asked")
    for address in ASKED:
        asked.lay(address)
        assert (tmp_path / "asked" / address).read_bytes() == (again / address).read_bytes()
    assert not (tmp_path / "asked/mallit/kuusela").exists()


def test_a_file_that_somebody_touched_is_written_anew(project: Project, tmp_path: Path) -> None:
    again, cache = tmp_path / "again", tmp_path / "cache"
    project.build(again, cache)
    page = again / "mallit/koivula/valmennus/index.html"
    right = page.read_bytes()
    page.write_bytes(b"toista")
    project.build(again, cache)
    assert page.read_bytes() == right


def test_a_build_that_does_not_end_leaves_the_site_before_it(
    project: Project, tmp_path: Path
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    project.build(site, cache)
    before = texts(site)
    project.edit(MODEL, "value: 61, n: 8", "value: 62, n: 8")
    publish(project.site(cache), project.frame, Out(tmp_path / "stage", site=site))
    assert texts(site) == before


def test_a_site_takes_the_place_of_the_one_before_it(tmp_path: Path) -> None:
    site, stage = tmp_path / "site", tmp_path / "site" / STAGE
    laid = ("kept/index.html", "gone/deep/x.html", "file", "folder/x.html", "same", ".git/HEAD")
    for name in laid:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("old")
    (site / "link").symlink_to(site / "kept")
    for name in ("file/index.html", "folder", "same", "new/.hidden"):
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_text("new")
    take_over(stage, site, {"kept/index.html"})
    assert texts(site) == {
        "kept/index.html": b"old",
        ".git/HEAD": b"old",
        "file/index.html": b"new",
        "folder": b"new",
        "same": b"new",
        "new/.hidden": b"new",
    }
    assert not (site / "gone").exists()


def test_a_cache_that_is_spoilt_or_foreign_is_dropped_with_a_word(tmp_path: Path) -> None:
    (tmp_path / "luetut.json").write_bytes(b"{")
    (tmp_path / "sivut.json").write_bytes(b"[1]")
    remember(tmp_path / "vieras.json", b'{"version":"toinen","values":{"a":1}}')
    changed = Cache(tmp_path).shelf("vaihtui")
    changed.put("a", 1)
    changed.save()
    written = (tmp_path / "vaihtui.json").read_bytes()
    assert b"a\t1\n" in written
    (tmp_path / "vaihtui.json").write_bytes(written.replace(b"a\t1\n", b"a\t2\n"))
    cache = Cache(tmp_path)
    names = ("luetut", "sivut", "vaihtui", "vieras", "ei")
    assert [cache.shelf(name).known for name in names] == [{}] * 5
    assert [notice.split()[2].rpartition("/")[2] for notice in cache.notices] == [
        "luetut.json",
        "sivut.json",
        "vaihtui.json",
    ]


def test_what_is_kept_is_of_the_version_of_every_library_that_made_it() -> None:
    own = Path(catalogue.cache.__file__).parent
    imported: set[str] = set()
    for path in own.rglob("*.py"):
        if path.relative_to(own).parts[0] not in NOTHING_KEPT:
            imported.update(IMPORT.findall(path.read_text(encoding="utf-8")))
    foreign = imported - sys.stdlib_module_names - {"catalogue"}
    elsewhere = {"pyvoikko", "pydantic_core", "rapidfuzz"}  # its edition; pydantic; only faults
    assert {DISTRIBUTIONS.get(name, name) for name in foreign - elsewhere} == {*LIBRARIES}


def test_contents_are_made_once_of_the_same_and_again_when_spoilt(tmp_path: Path) -> None:
    made: list[str] = []

    def asked(of: str) -> str:
        contents = Cache(tmp_path).contents
        text = contents.text(lambda: anew(of), "koe", of)
        contents.save()
        return text

    def anew(of: str) -> str:
        made.append(of)
        return f"tehty: {of}"

    assert [asked("a"), asked("a"), asked("b"), asked("a")] == ["tehty: a"] * 2 + [
        "tehty: b",
        "tehty: a",
    ]
    assert made == ["a", "b", "a"]  # what nobody asked for in a build is gone after it
    [stored] = (tmp_path / CONTENTS).iterdir()
    stored.write_bytes(stored.read_bytes()[:-1] + b"x")
    assert asked("a") == "tehty: a" and made == ["a", "b", "a", "a"]


def test_where_the_anchors_of_a_long_page_are_is_told_also_of_a_page_that_others_write(
    tmp_path: Path,
) -> None:
    page = Page("ristiriidat/", "Ristiriidat", "", "discrepancies.html", None)
    theme = Frame.of(Layout("x/", False, False, False), CONTENT)
    writer = Writer(Renderer(tmp_path, Build(TODAY)), lambda _: theme, Out(tmp_path), Cache())
    writer.further(Printed(page, "alku", {"kohta": 2}), [Printed(further(page, 2), "loppu")], "")
    writer.close()
    assert json.loads((tmp_path / "ristiriidat/sivut.json").read_text()) == {"kohta": 2}
    assert sorted(path.name for path in tmp_path.rglob("*.html")) == ["index.html"]
    assert writer.paths == ["ristiriidat/sivu/2/"]


def test_further_pages_of_a_list_are_found_in_the_cache_and_made_again_where_it_is_lost(
    tmp_path: Path,
) -> None:
    page = Page("ristiriidat/", "Ristiriidat", "", "discrepancies.html", ["kaikki"])

    class Printer(Renderer):
        def key(self, page: Page) -> str:
            return f"{page.path} {page.view}"

        def pages(self, page: Page) -> tuple[Printed, ...]:
            printed.append(page.view)
            return Printed(page, "alku"), Printed(further(page, 2), "loppu")

    for cache, made in ((Cache(tmp_path), 1), (Cache(), 1), (Cache(tmp_path), 0)):
        printed: list[object] = []
        built = Site(None, Printer(tmp_path, Build(TODAY)), cache=cache)  # type: ignore[arg-type]
        vars(built)["few_made"] = {page.path: lambda: page}
        assert built.few[page.path].view is None
        assert [one.html for one in built.further(page.path)] == ["loppu"]
        assert printed == [["kaikki"]] * made
    shutil.rmtree(tmp_path / CONTENTS)
    assert [one.html for one in built.further(page.path)] == ["loppu"]
    assert printed == [["kaikki"]]


def test_values_are_found_by_their_key_and_go_when_nobody_asks(tmp_path: Path) -> None:
    first = Cache(tmp_path).shelf("koe")
    first.put("a", [1])
    first.put("b", [2])
    first.save()
    second = Cache(tmp_path).shelf("koe")
    assert second.get("a") == [1] and second.get("c") is None
    second.save()
    assert Cache(tmp_path).shelf("koe").known == {"a": b"[1]"}
    again = Cache(tmp_path).shelf("koe")
    again.put("a", [2])
    again.save()
    assert again.get("a") == [2]


def test_what_a_file_says_is_the_same_from_the_shelf(project: Project, tmp_path: Path) -> None:
    folder = project.root / "models"
    _remembered_part.cache_clear()
    first = load(folder, TODAY, Cache(tmp_path).shelf("luetut"))
    _remembered_part.cache_clear()
    shelf = Cache(tmp_path).shelf("luetut")
    second = load(folder, TODAY, shelf)
    assert len(shelf.known) == 2 * len(second.documents) > 40
    for one, other in zip(first.documents, second.documents, strict=True):
        assert (one.path, one.text, one.said, one.odd) == (
            other.path,
            other.text,
            other.said,
            tuple(other.odd),
        )
        assert (one.judged, one.sound) == (other.judged, other.sound)
    assert first.warnings == second.warnings


@pytest.mark.parametrize("begun_anew", [False, True])
def test_a_model_is_judged_again_when_what_stands_beside_it_is_another(
    project: Project, tmp_path: Path, begun_anew: bool
) -> None:
    folder = project.root / "models"
    load(folder, TODAY, Cache(tmp_path).shelf("luetut"))
    for file in (folder / "vocabulary" / "indicators").glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("counts: persons", "counts: organisations"), encoding="utf-8")
    if begun_anew:
        _remembered_part.cache_clear()
    with pytest.raises(InvalidCatalogue) as caught:
        load(folder, TODAY, Cache(tmp_path).shelf("luetut"))
    assert "perusjoukko" in {problem.rule for problem in caught.value.problems}
