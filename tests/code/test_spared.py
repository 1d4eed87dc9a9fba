"""What a page repeats beside its text stands on it once, and is told again wherever it is meant."""

from __future__ import annotations

import pytest

from catalogue.site.spared import spared
from pages.in_full import in_full

SENTENCE = "Koivula, Koivulan työhönvalmennus &amp; tuki: {}: {} (Valmennuksen aloittaneet; 2023). Lähde: Raportti, luku 2."


def menu(said: str, name: str = "Asiakkaat") -> str:
    return f'<button type="button" class="figure-menu" data-said="{said}" data-name="{name}">⋯</button>'


def told(html: str) -> str:
    return html.replace('data-name="', 'aria-label="Kopioi lause tai ilmoita virheestä: ')


def test_what_sentences_share_stands_once_and_each_is_told_in_full() -> None:
    page = "".join(menu(SENTENCE.format("Asiakkaat", number)) for number in range(20))
    made = spared(page)
    assert made.count("Koivulan työhönvalmennus & tuki") == made.count("Raportti, luku 2") == 1
    assert len(made) < 0.6 * len(page)
    assert in_full(made) == told(page)


@pytest.mark.parametrize("sign", ["{", "{0}", "&lt;/script&gt;"])
def test_odd_signs_in_a_sentence_are_told_as_they_are(sign: str) -> None:
    page = "".join(menu(SENTENCE.format(f"Osuus {sign}", number)) for number in range(3))
    made = spared(page)
    assert in_full(made) == told(page)
    assert made.count("</script>") <= 1


def test_a_page_whose_sentences_share_nothing_has_no_list() -> None:
    page = menu("Koivula, Tiimi: Asiakkaat: 8. Lähde: Raportti, luku 2.", "Muu nimi")
    assert spared(page) == page


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Asiakkaat", ""),
        ("Tiimi, joka kiertää", " data-name"),
        ("Koivula", ' data-name="Koivula"'),
    ],
)
def test_a_name_with_which_the_sentence_begins_is_not_told_again(name: str, left: str) -> None:
    page = menu("Koivula, Tiimi, joka kiertää: Asiakkaat: 8. Lähde: Raportti, luku 2.", name)
    assert spared(page) == page.replace(f' data-name="{name}"', left)
    assert in_full(spared(page)) == told(page)


def test_a_menu_that_leads_where_the_link_before_it_leads_does_not_say_so() -> None:
    said = menu("A, B: C: 8.").replace(" data-name", ' data-at="~/x" data-name')
    rows = ('<a class="a"\nhref="~/x">8</a>', '<a href="~/y">8</a>', "ilman linkkiä")
    page = "".join(f"<tr><td>{link} {said}</td></tr>" for link in rows)
    made = spared(page)
    assert [one.count('data-at="~/x"') for one in made.split("<tr>")] == [0, 0, 1, 1]
    assert in_full(made) == told(page)


def test_a_title_stands_at_the_first_of_those_that_share_it() -> None:
    def cite(way: str, title: str) -> str:
        return f'<a class="cite" href="~/lahteet/{way}/" title="{title}">luku</a>'

    page = cite("a", "Raportti") + cite("b", "Muu") + cite("a", "Raportti") + cite("a", "Toinen")
    made = spared(page)
    assert [made.count(title) for title in ("Raportti", "Muu", "Toinen")] == [1, 1, 1]
    assert in_full(made) == page
