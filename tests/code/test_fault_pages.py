"""What the browser shows while the files have faults: every problem once, under its file, with its line."""

from __future__ import annotations

import re
from html import unescape

from catalogue.problems import Problem
from catalogue.site.faults import faults_page, told_page

TEXTS = {"models/koivula/valmennus.yml": "name: A\n  type: <b>\n"}


def problem(path: str, line: int, severity: str = "error") -> Problem:
    return Problem(path, line, 3, "yaml", f'Virhe "{line}" <b>.', severity)  # type: ignore[arg-type]


def words(html: str) -> str:
    body = html.partition("<main>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_faults_stand_under_their_files_in_order_and_are_counted() -> None:
    page = faults_page(
        [
            problem("models/mantyla/uusi.yml", 1),
            problem("models/koivula/valmennus.yml", 9),
            problem("models/koivula/valmennus.yml", 2, "warning"),
        ],
        TEXTS,
    )
    assert words(page) == (
        "Luettelossa on 2 virhettä ja 1 varoitus "
        "Korjaa nämä ja tallenna: sivu palaa itse, kun viat ovat poissa. "
        "models/koivula/valmennus.yml "
        'Rivi 2, merkki 3. Virhe "2" <b>. [yaml] type: <b> '
        'Rivi 9, merkki 3. Virhe "9" <b>. [yaml] '
        'models/mantyla/uusi.yml Rivi 1, merkki 3. Virhe "1" <b>. [yaml]'
    )
    assert "<b>" not in page and page.count("<h2>") == 2
    assert page.count('class="line"') == 1
    assert "<title>Luettelossa on 2 virhettä ja 1 varoitus</title>" in page
    assert '<meta http-equiv="refresh" content="2">' in page


def test_errors_alone_tell_of_no_warnings_and_a_long_line_is_cut() -> None:
    text = {"models/a.yml": "x" * 300}
    page = faults_page([problem("models/a.yml", 1)], text)
    assert "<h1>Luettelossa on 1 virhe</h1>" in page
    assert re.findall("x+", page.partition('class="line"')[2])[0] == "x" * 200


def test_one_thing_that_is_wrong_is_told_on_a_page_that_asks_again() -> None:
    page = told_page("Porttia <1> ei voi käyttää.")
    assert words(page).startswith("Sivustoa ei voi rakentaa Korjaa nämä")
    assert "<p>Porttia &lt;1&gt; ei voi käyttää.</p>" in page
    assert 'content="2"' in page
