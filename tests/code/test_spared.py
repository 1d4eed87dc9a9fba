"""What a page repeats beside its text stands on it once, and is told again wherever it is meant."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from html import unescape

import pytest

from catalogue.site.spared import spared
from pages.in_full import in_full

SENTENCE = "Koivula, Koivulan työhönvalmennus &amp; tuki: {}: {} (Valmennuksen aloittaneet; 2023). Lähde: Raportti, luku 2."


def menu(said: str, name: str = "Asiakkaat", at: str = "") -> str:
    way = f' data-at="{at}"' if at else ""
    return f'<button class="figure-menu" data-said="{said}"{way} data-name="{name}">⋯</button>'


def told(html: str) -> str:
    return html.replace("<button class", '<button type="button" class').replace(
        'data-name="', 'aria-label="Kopioi lause tai ilmoita virheestä: '
    )


def test_what_sentences_share_is_small_and_each_is_told_in_full() -> None:
    page = "".join(menu(SENTENCE.format("Asiakkaat", number)) for number in range(20))
    made = spared(page)
    assert len(made) < 0.4 * len(page)
    assert in_full(made) == told(page)


@pytest.mark.parametrize("sign", ["{0}", "&lt;/script&gt;", "&lt;", "\\", "&#34;"])
def test_odd_signs_in_a_sentence_are_told_as_they_are(sign: str) -> None:
    page = "".join(menu(SENTENCE.format(f"Osuus {sign}", number), sign) for number in range(3))
    made = spared(page)
    assert unescape(in_full(made)) == unescape(told(page))
    assert made.count("</script>") == 1


def test_a_page_without_menus_has_no_list() -> None:
    page = "<p>Koivula, Tiimi: Asiakkaat: 8.</p>"
    assert spared(page) == page


def test_a_menu_that_tells_no_sentence_keeps_its_name_and_its_place() -> None:
    page = menu("", "kysymys", "#kysymys-1")
    assert in_full(spared(page)) == told(page)


def test_a_menu_that_leads_where_the_link_before_it_leads_does_not_say_so() -> None:
    said = menu("A, B: C: 8.", at="~/x")
    rows = ('<a class="a"\nhref="~/x">8</a>', '<a href="~/y">8</a>', "ilman linkkiä")
    page = "".join(f"<tr><td>{link} {said}</td></tr>" for link in rows)
    made = spared(page, "../")
    packed = made.partition("data-menus>")[2].partition("<")[0]
    ways = [at for _, at, _ in json.loads(zlib.decompress(b64decode(packed)))]
    assert ways == ["<", "../x", "../x"]
    whole = told(page).replace('data-at="~/x"', 'data-at="../x"')
    assert in_full(made) == whole.replace('data-at="../x"', 'data-at="~/x"', 1)


def test_a_title_stands_at_the_first_of_those_that_share_it() -> None:
    def cite(way: str, title: str) -> str:
        return f'<a class="cite" href="~/lahteet/{way}/" title="{title}">luku</a>'

    page = cite("a", "Raportti") + cite("b", "Muu") + cite("a", "Raportti") + cite("a", "Toinen")
    made = spared(page)
    assert [made.count(title) for title in ("Raportti", "Muu", "Toinen")] == [1, 1, 1]
    assert in_full(made) == page
