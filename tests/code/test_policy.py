"""Every page forbids what it does not need, and needs nothing that it forbids."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

import mkdocs_hooks
from browsing import visiting
from catalogue.facts import Build
from catalogue.site.assets import Assets
from catalogue.site.policy import NoHead, guarded
from sitegen.run import KEY, Run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>x</title>{}</head><body>{}</body></html>'
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
INLINE = re.compile(r"""<[a-z][^>]*\s(?:style|on[a-z]+)\s*=|<style\b|javascript:""", re.IGNORECASE)
VIOLATIONS = """window.broken = []; addEventListener("securitypolicyviolation",
    event => window.broken.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`))"""


def test_policy_stands_before_everything_that_could_load() -> None:
    made = guarded(PAGE.format('<script>a()</script><script src="b.js"></script>', ""))
    before, policy, after = POLICY.split(made, maxsplit=1)
    assert before == '<!doctype html><html><head><meta charset="utf-8">'
    assert "'sha256-" in policy and policy.count("sha256") == 1
    assert after.startswith('<meta name="referrer" content="no-referrer"><title>')


def test_policy_has_no_way_around() -> None:
    policy = POLICY.findall(guarded(PAGE.format("", "")))[0]
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    assert policy.startswith("default-src 'none'")


def test_script_that_comes_with_the_content_gets_no_hash() -> None:
    content = "<p>teksti</p><script>paha()</script>"
    assert guarded(PAGE.format("", content), content) == guarded(PAGE.format("", "")).replace(
        "<body>", f"<body>{content}"
    )


@pytest.mark.parametrize(
    ("site", "policies"),
    [
        ("http://127.0.0.1:8000/", 0),
        ("http://localhost:8000/", 0),
        ("http://localhost.esimerkki.fi/", 1),
        ("https://mallit.esimerkki.fi/", 1),
        (None, 1),
    ],
)
def test_only_what_is_served_while_one_edits_has_no_policy(site: str | None, policies: int) -> None:
    run = Run(Build(datetime.date(2026, 1, 1)), Assets({}, {}, "", ""), Path())
    config = SimpleNamespace(site_url=site, extra={KEY: run})
    made = mkdocs_hooks.on_post_template(PAGE.format("", ""), "404.html", config)
    assert len(POLICY.findall(made)) == policies


def test_page_without_a_head_is_told() -> None:
    with pytest.raises(NoHead):
        guarded("<p>x</p>")


def test_every_page_of_the_site_has_a_policy_and_nothing_inline(site: Path) -> None:
    paths = [*site.rglob("*.html")]
    assert len(paths) > 50
    for path in paths:
        html = path.read_text(encoding="utf-8")
        assert len(POLICY.findall(html)) == 1, path
        if (
            path.parent.name == "html"
        ):  # a table to take along, whole in one file: its style is its own
            assert "<script" not in html, path
            continue
        assert INLINE.search(re.sub(r"<code>.*?</code>|<script.*?</script>", "", html)) is None, (
            path
        )


def test_browser_reports_no_violation_of_a_page_that_answers(browser: Browser, served: str) -> None:
    with visiting(
        browser, served, bypass_csp=False, own=True
    ) as visit:  # those of every other kind of page: test_accessibility.py
        visit.page.add_init_script(VIOLATIONS)
        page = visit.open("haku/?q=koivula")
        page.locator(".hit__title").first.wait_for()
        assert page.evaluate("window.broken") == []
        assert visit.errors == [] and visit.strangers == []


def test_browser_runs_no_script_and_asks_no_stranger_that_a_page_did_not_promise(
    browser: Browser, served: str
) -> None:
    """What got into a page by a fault of ours is stopped by its policy."""
    with visiting(browser, served, bypass_csp=False, own=True) as visit:
        visit.page.add_init_script(VIOLATIONS)
        page = visit.open("mallit/")
        page.evaluate(
            """() => { document.body.insertAdjacentHTML("beforeend",
            `<img src="x:" onerror="window.ran = true"><p style="color: red">x</p>`);
            const script = document.createElement("script"); script.textContent = "window.ran = true";
            document.body.append(script); }"""
        )
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        assert len(page.evaluate("window.broken")) >= 3
        assert len([one for one in visit.errors if "Content Security Policy" in one]) >= 3
