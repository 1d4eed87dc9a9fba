"""The brief on a model type in a real browser: the reader's own choice side by side, and one page of paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browsing import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TEAMS = "tyypit/tyokyvyn-tuen-tiimi/"
# Kinds of service that regions run: what somebody starts. Lists of thirty trainings are no such thing.
SERVICES = (
    "ips-tyohonvalmennus",
    "laatuperusteinen-tyohonvalmennus",
    "tyokykykoordinaatio",
    "tyokyvyn-tuen-palvelukokonaisuus",
    "tyokyvyn-tuen-tiimi",
    "tyottoman-terveystarkastus",
)


def test_the_readers_own_choice_opens_side_by_side(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(TEAMS)
        chosen = page.locator(".brief__models input[name=mallit]")
        for index in (0, 2):
            chosen.nth(index).check()
        ids = [chosen.nth(index).get_attribute("value") for index in (0, 2)]
        page.click(".brief__go button")
        page.wait_for_selector(".side thead a")
        links = page.eval_on_selector_all(".side thead a", "all => all.map((a) => a.href)")
        assert [one.split("/mallit/")[1].strip("/") for one in links] == ids
        assert visit.errors == []


def test_questions_name_their_sources(browser: Browser, served: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(TEAMS)
        told = page.locator(".brief__questions > li")
        assert told.count() == 3
        for index in range(3):
            assert told.nth(index).locator("a.cite").count() >= 1


@pytest.mark.parametrize("kind", SERVICES)
def test_a_service_is_one_a4(browser: Browser, served: str, kind: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(f"tyypit/{kind}/")
        made = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page[^s]", made)) == 1
        page.emulate_media(media="print")
        head = page.inner_text(".print-head")
        assert f"tyypit/{kind}/" in head
        assert re.search(r"tiedot \d+\.\d+\.\d{4}", head)
