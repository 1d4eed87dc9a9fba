"""The reader's own comparison: what its files say, and what it does in a real browser."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from browsing import visiting
from catalogue.facts import Build, Facts
from catalogue.figures.comparability import aspects, difference
from catalogue.site.side_by_side.page import EACH, files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from catalogue.records import Catalogue

GROUPS = ("kuusela/ryhma", "mantyla/ryhma")
TRAININGS = ("koivula/valmennus", "mantyla/valmennus", "kuusela/valmennus")
TABLE = "[data-part=table]"
# What a cell shows, as the page's own text, line by line: the same that the file must hold.
SHOWN = """() => [...document.querySelectorAll('.side tbody tr:not(.side__part)')].map((row) => ({
  label: row.querySelector('.side__label').textContent,
  mark: row.querySelector('.side__mark').textContent,
  cells: [...row.querySelectorAll('td')].map((cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.side__whose, button').forEach((part) => part.remove());
    return copy.textContent.replace(/\\s+/g, '');
  }),
}))"""


def address(*ids: str) -> str:
    return f"vertailu/omat/?mallit={','.join(ids)}"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page that must neither ask strangers for anything nor complain."""
    with visiting(browser, served, accept_downloads=True) as visit:
        visit.page.goto(served)
        yield visit.page
        assert visit.strangers == []
        assert visit.errors == []


def open_side_by_side(page: Page, served: str, *ids: str) -> list[dict[str, Any]]:
    page.goto(served + address(*ids))
    page.wait_for_selector(f"{TABLE} table" if len(ids) > 1 else "[data-part=messages] p")
    shown: list[dict[str, Any]] = page.evaluate(SHOWN)
    return shown


def picked(page: Page) -> list[str]:
    return [
        button.get_attribute("aria-label") or ""
        for button in page.query_selector_all("[data-part=picked] button")
    ]


def test_every_model_has_the_same_rows(catalogue: Catalogue) -> None:
    facts = Facts(catalogue, Build(datetime.date(2026, 1, 1)))
    made = {path: json.loads(told.text) for path, told in files(facts)}
    choices = made.pop("vertailu/omat/mallit.zlib")
    models = [
        made[f"vertailu/omat/osat/{place // EACH}.zlib"][place % EACH]
        for place in range(len(choices))
    ]
    assert [one["id"] for one in models] == [one["id"] for one in choices]
    rows = {
        tuple((part["heading"], row["label"]) for part in model["parts"] for row in part["rows"])
        for model in models
    }
    assert len(rows) == 1
    assert len(models) == len(catalogue.models) == sum(map(len, made.values()))


@pytest.mark.browser
def test_the_page_refuses_what_the_build_refuses_with_the_same_sentence(
    catalogue: Catalogue, page: Page, served: str
) -> None:
    facts = Facts(catalogue, Build(datetime.date(2026, 1, 1)))
    pairs = []
    for figures in facts.figures_by_indicator.values():
        pairs += [
            (one, other)
            for one, other in itertools.permutations(figures[:12], 2)
            if not one.located.data.missing and not other.located.data.missing
        ]
    cells = {
        cell["url"]: cell
        for path, told in files(facts)
        if not path.endswith("mallit.zlib")
        for column in json.loads(told.text)
        for cell in column["figures"]
    }
    from catalogue.site.parts.addresses import result as result_url

    given = [[cells[result_url(figure.located.id)] for figure in pair] for pair in pairs]
    told = page.evaluate(
        """async ([pairs, sentences]) => {
          await modules.later("side-by-side.js");
          const { whyApart } = modules.use("side-rows.js");
          return pairs.map(([one, other]) => whyApart(one, other, sentences));
        }""",
        [given, _sentences(page, served)],
    )
    assert told == [
        difference(aspects(catalogue, one), aspects(catalogue, other), "ensimmäisessä")
        for one, other in pairs
    ]
    assert len({*told}) > 5


def _sentences(page: Page, served: str) -> Any:
    page.goto(served + "vertailu/omat/")
    return json.loads(page.get_attribute("[data-side-by-side]", "data-settings") or "")["sentences"]


def test_figures_share_a_row_only_if_they_compare(page: Page, served: str) -> None:
    rows = {row["label"]: row for row in open_side_by_side(page, served, *TRAININGS)}
    employed = rows["Työllistyneet"]
    assert "8/30" in employed["cells"][0]
    assert "15/24" in employed["cells"][1]
    assert "4/51" in employed["cells"][2]
    assert "Eivertailukelpoinen:Ohjelmatovateri(tässäJatko-ohjelma" in employed["cells"][2]
    assert "ei vertailukelpoinen" in employed["mark"]
    quality = rows["Laatupisteet"]
    assert quality["cells"][2].startswith("eimitattu")


def test_models_are_picked_on_cards_and_compared_from_the_tray(page: Page, served: str) -> None:
    page.goto(served + "mallit/?tyyppi=ryhma")
    buttons = page.locator("button[data-pick]:visible")
    buttons.nth(0).click()
    assert page.get_attribute("button[data-pick]:visible >> nth=0", "aria-pressed") == "true"
    assert page.inner_text(".tray") == "Vertailussa 1"
    page.click(".tray summary")
    assert "Valitse vielä toinen malli." in page.inner_text(".tray")
    page.goto(served + f"mallit/{GROUPS[1]}/")
    page.click("button[data-pick]")
    page.click(".tray >> text=Vertaa (2)")
    page.wait_for_selector(f"{TABLE} table")
    assert page.url == served + address(*GROUPS)
    assert page.locator(".tray").is_hidden()


def test_the_tray_holds_four_and_says_why_not_five(page: Page, served: str) -> None:
    page.goto(served + "mallit/")
    for index in range(5):
        page.locator("button[data-pick]").nth(index).click()
    assert page.locator(".tray__models li").count() == 4
    assert "Vertailuun mahtuu 4 mallia. Poista ensin yksi." in page.inner_text(".tray")
    page.locator(".tray__remove").nth(1).click()
    assert page.locator(".tray__models li").count() == 3
    assert page.evaluate("document.activeElement.matches('.tray__remove')")


def test_a_shared_address_opens_the_same_comparison_elsewhere(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served) as visit:
        rows = open_side_by_side(visit.page, served, *GROUPS)
    with visiting(browser, served) as other:
        assert open_side_by_side(other.page, served, *GROUPS) == rows
        other.page.goto(served + "mallit/")
        assert other.page.locator(".tray").is_hidden()


def test_back_and_forward_walk_through_the_choices(page: Page, served: str) -> None:
    open_side_by_side(page, served, *GROUPS)
    page.select_option("[data-part=select]", TRAININGS[0])
    page.click(".side-add button")
    page.wait_for_function("document.querySelectorAll('.side thead th').length === 4")
    assert urlsplit(page.url).query == f"mallit={','.join((*GROUPS, TRAININGS[0]))}"
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.side thead th').length === 3")
    page.go_forward()
    page.wait_for_function("document.querySelectorAll('.side thead th').length === 4")
    page.click("[data-part=picked] button >> nth=0")
    page.wait_for_function("document.querySelectorAll('.side thead th').length === 3")
    assert urlsplit(page.url).query == f"mallit={','.join((GROUPS[1], TRAININGS[0]))}"


@pytest.mark.parametrize(
    "wrong", ["koivula/ei-ole", "<img src=x onerror=alert(1)>", "../../api/v1/index", "koivula"]
)
def test_an_unknown_model_is_told_and_the_rest_shown(page: Page, served: str, wrong: str) -> None:
    open_side_by_side(page, served, *GROUPS, wrong)
    assert f"Mallia ”{wrong}” ei ole luettelossa." in page.inner_text("[data-part=messages]")
    assert page.locator(".side thead th").count() == 3
    assert page.locator("[data-part=messages] img").count() == 0


def test_too_few_and_too_many_models_are_told(page: Page, served: str) -> None:
    open_side_by_side(page, served, GROUPS[0])
    assert "Lisää vielä ainakin yksi malli" in page.inner_text("[data-part=messages]")
    assert page.locator(f"{TABLE} table").count() == 0
    open_side_by_side(page, served, *GROUPS, *TRAININGS)
    assert "Rinnakkain mahtuu 4 mallia. Näistä jäi pois" in page.inner_text("[data-part=messages]")
    assert len(picked(page)) == 4


def test_only_differences_hides_what_is_the_same_and_stays_in_the_address(
    page: Page, served: str
) -> None:
    every = open_side_by_side(page, served, *GROUPS)
    page.check("text=Näytä vain erot")
    shown = page.evaluate(SHOWN)
    assert shown == [row for row in every if row["mark"] != "= sama"]
    assert 0 < len(shown) < len(every)
    page.reload()
    page.wait_for_selector(f"{TABLE} table")
    assert page.evaluate(SHOWN) == shown


@pytest.mark.parametrize("only", [False, True])
def test_the_file_holds_exactly_what_is_shown(
    page: Page, served: str, tmp_path: Path, only: bool
) -> None:
    open_side_by_side(page, served, *TRAININGS)
    if only:
        page.check("text=Näytä vain erot")
    with page.expect_download() as waiting:
        page.click("text=Lataa CSV")
    waiting.value.save_as(tmp_path / "vertailu.csv")
    raw = (tmp_path / "vertailu.csv").read_text(encoding="utf-8-sig")
    head, *lines = csv.reader(io.StringIO(raw), delimiter=";")
    assert head[:4] == ["Osa", "Rivi", "Määritelmä", "Ero"]
    assert len(head) == 4 + len(TRAININGS)
    shown = page.evaluate(SHOWN)
    assert [line[1] for line in lines] == [row["label"] for row in shown]
    assert [line[3] for line in lines] == [row["mark"].split(" ", 1)[1] for row in shown]
    assert [["".join(cell.split()) for cell in line[4:]] for line in lines] == [
        row["cells"] for row in shown
    ]
    employed = next(line for line in lines if line[1] == "Työllistyneet")
    assert "Nimittäjä:" in employed[2]


def test_keyboard_alone_picks_compares_and_removes(page: Page, served: str) -> None:
    page.goto(served + "mallit/?tyyppi=ryhma")
    page.locator("button[data-pick]:visible").nth(0).focus()
    page.keyboard.press("Enter")
    page.locator("button[data-pick]:visible").nth(1).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Vertaa (2)"
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{TABLE} table")
    page.locator("[data-part=only]").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**erot=1**")
    page.locator("[data-part=picked] button").nth(0).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('[data-part=picked] li').length === 1")


def test_what_is_focused_is_not_under_the_tray(page: Page, served: str) -> None:
    page.goto(served + "mallit/")
    page.locator("button[data-pick]").nth(0).click()
    page.locator("button[data-pick]").nth(1).click()
    page.locator("[data-models] th a").nth(8).focus()
    below = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
    assert below <= page.evaluate("document.querySelector('.tray').getBoundingClientRect().top")


def test_print_is_a_landscape_table_without_controls(page: Page, served: str) -> None:
    open_side_by_side(page, served, *GROUPS)
    page.emulate_media(media="print")
    for hidden in (".side-tools", ".side-add", ".tray", ".site-header", ".side-picked"):
        assert page.locator(hidden).first.is_hidden()
    assert page.locator(f"{TABLE} table").is_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    boxes = [line for line in pdf.split(b"\n") if b"/MediaBox" in line]
    assert boxes and all(_wide(box) for box in boxes)


def test_print_keeps_the_columns_beside_each_other(browser: Browser, served: str) -> None:
    with visiting(browser, served, width=700) as visit:
        open_side_by_side(visit.page, served, *TRAININGS)
        visit.page.emulate_media(media="print")
        assert (
            visit.page.eval_on_selector(
                ".side tbody tr:nth-child(2)", "row => getComputedStyle(row).display"
            )
            == "table-row"
        )
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 700


def _wide(box: bytes) -> bool:
    numbers = [float(part) for part in box.split(b"[")[1].split(b"]")[0].split()]
    return numbers[2] > numbers[3]


def test_without_script_the_page_links_to_the_types(browser: Browser, served: str) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        page = visit.open(address(*GROUPS))
        assert "Rinnakkain asettelu tarvitsee JavaScriptin." in page.inner_text("article")
        assert page.locator("[data-side-by-side]").is_hidden()
        page.click(".side-types a >> nth=0")
        assert "/tyypit/" in page.url
        visit.open("mallit/")
        assert page.locator(".pick").first.is_hidden()


def test_the_phone_shows_two_models_at_once_without_scrolling_the_page(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served, width=390, height=844) as visit:
        open_side_by_side(visit.page, served, *GROUPS)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
        frame, table = (
            visit.page.evaluate(f"document.querySelector('{name}').{what}")
            for name, what in ((".side-frame", "clientWidth"), (".side", "offsetWidth"))
        )
        assert table <= frame + 1


def test_a_lost_connection_is_told(browser: Browser, served: str) -> None:
    with visiting(browser, served, own=True) as visit:  # with nothing in store
        open_side_by_side(visit.page, served, TRAININGS[0], GROUPS[0])
        visit.page.context.set_offline(True)
        visit.page.select_option("[data-part=select]", TRAININGS[1])  # in a file of its own
        visit.page.click(".side-add button")
        visit.page.wait_for_selector("text=Mallien tietoja ei saatu ladattua.")
