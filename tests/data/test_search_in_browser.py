"""Search in a real browser: typing, arrows, Enter, Escape, the address, back, filters, towns, and without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility import Only, faults
from browsing import visiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from browsing import Visit

WIDTHS = (320, 390, 1280)
TIMES = "performance.getEntriesByName('haku-naytetty').length"
SHOWN = f"{TIMES} > 0"
HITS = ".hit__title a"
STATUS = ".search__status"


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    with visiting(browser, served) as visit:
        yield visit
        assert (visit.errors, visit.strangers) == ([], [])


def opened(page: Page, text: str) -> Page:
    """The dialog over the page with a query typed into it."""
    page.keyboard.press("/")
    page.locator("dialog.search-box").wait_for(state="visible")
    page.keyboard.type(text)
    page.locator(f"dialog {HITS}").first.wait_for()
    return page


def found(page: Page) -> list[str]:
    links: list[str] = page.eval_on_selector_all(HITS, "links => links.map((link) => link.href)")
    return links


def test_nothing_of_search_is_fetched_before_a_reader_opens_it(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.open("mallit/pohjanmaa/ips-tyohonvalmennus/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/haku/osat/" in url or "search/" in url] == []
    opened(page, "ips")
    assert [url for url in asked if "/haku/osat/alku.zlib" in url]


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ("JOBS", "mallit/kansallinen/taite-valmennus/"),  # a name that only the glossary knows
        ("LATU", "/laatuperusteinen-tyohonvalmennus/"),  # an abbreviation
        ("tyohonvalmennuksesa", "tyypit/laatuperusteinen-tyohonvalmennus/"),  # inflected, a slip
    ],
)
def test_typing_finds_by_another_name(visit: Visit, query: str, leads: str) -> None:
    page = opened(visit.open(""), query)
    page.locator(f"dialog {HITS}[href*='{leads}']").first.wait_for()


def test_arrows_and_enter_open_a_hit_and_escape_gives_the_focus_back(visit: Visit) -> None:
    page = opened(visit.open("mallit/"), "omavire")
    page.keyboard.press("ArrowDown")
    leads = page.evaluate("document.activeElement.href")
    assert leads == found(page)[0]
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")
    page.locator("dialog.search-box").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.closest('.site-search') !== null")
    opened(page, "omavire")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(leads)


def test_tab_through_the_header_opens_nothing(visit: Visit) -> None:
    page = visit.open("")
    for _ in range(20):
        page.keyboard.press("Tab")
    assert page.locator("dialog").count() == 0


def test_typing_in_the_header_goes_on_in_the_dialog(visit: Visit) -> None:
    page = visit.open("")
    page.locator(".site-search input").click()
    page.keyboard.type("liikunta", delay=30)
    page.locator(f"dialog {HITS}").first.wait_for()
    assert page.locator("dialog input").input_value() == "liikunta"


def test_enter_leads_to_the_page_and_its_address_holds_the_query(visit: Visit) -> None:
    page = opened(visit.open(""), "työkykykoordinaattori")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/?q=*")
    page.wait_for_function(SHOWN)
    first = found(page)
    assert first
    page.reload()
    page.wait_for_function(SHOWN)
    assert found(page) == first


def test_queries_and_filters_are_steps_that_back_undoes(visit: Visit) -> None:
    page = visit.open("haku/?q=valmennus")
    page.wait_for_function(SHOWN)
    every = page.locator(STATUS).inner_text()
    page.select_option("select[name=alue]", "pohjois-savo")
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent !== '{every}'")
    assert "alue=pohjois-savo" in page.url
    assert all("/pohjois-savo/" in link for link in found(page) if "/mallit/" in link)
    page.go_back()
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent === '{every}'")
    assert page.locator("select[name=alue]").input_value() == ""


FILTERS = {
    "alue": "alue",
    "kunta": "kunta",
    "tyyppi": "mallityyppi",
    "laji": "tietueen laji",
    "ohjelma": "ohjelma",
    "kohderyhma": "kohderyhmä",
    "paatos": "päätetty",
    "kaytto": "käytössä",
    "tuloksia": "onko tuloksia",
    "mittaristo": "mittaristo",
}


def test_every_filter_leaves_what_it_tells_and_back_takes_it_off(visit: Visit) -> None:
    page = visit.open("haku/?q=työ")
    page.wait_for_function(SHOWN)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    every = page.locator(STATUS).inner_text()
    for name, what in FILTERS.items():
        choices = page.locator(f"select[name={name}] option:not([value='']):not([hidden])")
        first = choices.first
        count = first.inner_text().rpartition("(")[2].rstrip(")")
        assert int(count) > 0, what
        page.select_option(f"select[name={name}]", first.get_attribute("value"))
        told = f"document.querySelector('{STATUS}').textContent"
        page.wait_for_function(f"{told}.startsWith('{count} ')")
        assert f"{name}=" in page.url, what
        shown = page.evaluate(TIMES)
        page.go_back()
        page.wait_for_function(f"{TIMES} > {shown}")  # the filters are counted after the answer
        assert page.locator(STATUS).inner_text() == every
        assert page.locator(f"select[name={name}]").input_value() == "", what
    page.goto(f"{visit.base}haku/?q=valmennus&alue=pohjois-savo")
    page.wait_for_function(SHOWN)
    assert page.locator("select[name=tyyppi] option[hidden]").count() > 0


def test_one_kind_has_pages(visit: Visit) -> None:
    page = visit.open("haku/?q=työ&nayta=malli")
    page.wait_for_function(SHOWN)
    first = found(page)
    assert len(first) == 20
    page.get_by_role("link", name="Seuraava").click()
    page.wait_for_url("**sivu=2*")
    page.wait_for_function(f"document.querySelector('{HITS}').href !== '{first[0]}'")
    assert not set(first) & set(found(page))


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("Turussa", "Varsinais-Suomen hyvinvointialue"),
        ("Jakobstad", "Pohjanmaan hyvinvointialue"),
        ("Imatralla", "Etelä-Karjalassa ei vielä ole malleja luettelossa"),
        ("Nilsiä", "Kuopio"),  # a former municipality
    ],
)
def test_town_leads_to_its_county(visit: Visit, query: str, says: str) -> None:
    page = visit.open(f"haku/?q={query}")
    page.wait_for_function(SHOWN)
    assert says in page.locator(".place").first.inner_text()


def test_every_town_has_an_answer(visit: Visit) -> None:
    """By the engine itself: 308 pages would take minutes."""
    page = visit.open("haku/")
    dead = page.evaluate("""async () => {
        const { engine } = await modules.later("search/engine.js");
        const search = await engine();
        const dead = [];
        for (const [, fi, sv, , former, villages] of search.parts.kunnat)
          for (const name of [fi, sv, ...former, ...villages]) {
            if (!name) continue;
            const { places } = await search.search(name);
            if (!places.some((place) => place.town !== undefined)) dead.push(name);
        }
        return dead;
    }""")
    assert dead == []


def test_what_is_not_found_is_explained(visit: Visit) -> None:
    page = visit.open("haku/?q=xyzzyqqq")
    page.wait_for_function(SHOWN)
    assert page.locator(".search__nothing a").count() >= 4
    for query in (
        "a",
        "%3Cscript%3Ealert(1)%3C/script%3E",
    ):  # a letter, and a number among unknown words
        page.goto(f"{visit.base}haku/?q={query}")
        page.wait_for_function(SHOWN)
        assert page.locator(".search__nothing a").count() >= 4
    page.goto(f"{visit.base}haku/?q=työhönvalmenusta")
    page.wait_for_function(SHOWN)
    assert found(page)


def test_list_of_models_takes_words_in_any_form_and_towns(visit: Visit) -> None:
    page = visit.open("mallit/")
    every = page.locator("[data-models] > tr:visible").count()
    page.get_by_label("Hae sanoilla tai kunnalla").fill("terveystarkastuksia siilinjarvella")
    page.wait_for_function(
        f"document.querySelectorAll('[data-models] > tr:not([hidden])').length < {every}"
    )
    names = page.locator("[data-models] > tr:visible th").all_inner_texts()
    assert any("terveystarkastus" in name.lower().replace("\u00ad", "") for name in names)
    assert "haku=terveystarkastuksia" in page.url
    told = page.locator("[data-told]")
    page.get_by_label("Hae sanoilla tai kunnalla").fill("Imatralla")
    told.get_by_text("Etelä-Karjalassa ei vielä ole malleja luettelossa").wait_for()
    page.get_by_label("Hae sanoilla tai kunnalla").fill("xyzzyqqq")
    told.get_by_role("link", name="Kaikki kunnat").wait_for()
    page.get_by_role("button", name="Tyhjennä").click()
    page.wait_for_function(
        f"document.querySelector('[data-facets] output').textContent === '{every} mallia'"
    )
    assert told.inner_text() == ""
    page.select_option("select[name=alue]", "satakunta")
    page.wait_for_url("**alue=satakunta")
    page.go_back()
    page.wait_for_function(
        f"document.querySelector('[data-facets] output').textContent === '{every} mallia'"
    )
    assert page.locator("select[name=alue]").input_value() == ""


def test_without_script_the_form_leads_to_lists(browser: Browser, served: str) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        page = visit.open("")
        page.locator(".site-search input").fill("Kuopio")
        page.keyboard.press("Enter")
        page.wait_for_url("**/haku/?q=Kuopio")
        page.get_by_role("link", name="Kunnat").click()
        assert page.locator("#kunta-kuopio").inner_text().startswith("Kuopio")


def test_a_browser_that_cannot_unpack_gets_what_one_without_script_does(visit: Visit) -> None:
    def older(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=f"delete globalThis.DecompressionStream;{text}")

    visit.page.route("**/assets/*.js", older)
    page = visit.open("haku/?q=Kuopio")
    assert page.locator("p.note").inner_text().startswith("Haku toimii selaimessa")
    assert page.get_by_role("link", name="Kunnat").is_visible()
    page = visit.open("mallit/pohjois-savo/ips-tyohonvalmennus/")
    page.wait_for_function("!document.querySelector('.figure-menu')")  # none that does nothing
    page.unroute("**/assets/*.js")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("query", ["valmennus Kuopiossa", "Imatra"])
def test_dialog_and_page_have_no_fault_that_a_machine_finds(
    browser: Browser, served: str, width: int, query: str
) -> None:
    only: Only = None if width == max(WIDTHS) else "measures"  # the structure is the same at each
    with visiting(browser, served, width=width, height=844) as visit:
        page = visit.open(f"haku/?q={query}")
        page.wait_for_function(SHOWN)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults(page, only) == ""
        page = opened(visit.open("tyypit/"), query)
        box = page.locator("dialog.search-box").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert faults(page, only) == ""
        assert visit.errors == []
