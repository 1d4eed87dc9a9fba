"""Long words break at their joints and ranges never; nothing but what is read is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalogue.finnish.joints import SOFT, Joints, cut
from catalogue.site.breaking import Texts
from catalogue.site.render import headings

if TYPE_CHECKING:
    from pathlib import Path


def shown(html: str) -> str:
    return Texts(Joints().broken).breaking(html).replace(SOFT, "|")


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("työhönvalmennuksessa", "työhön|valmennuksessa"),
        ("Organisaatiomuutos", "Organisaatio|muutos"),
        ("palvelukokonaisuuksien", "palvelu|kokonaisuuksien"),
        ("Laatuperusteinen", "Laatu|perusteinen"),
        ("järjestelmällisyys", "järjestelmällisyys"),
        ("Xyzzyxyzzyxyzzyx", "Xyzzyxyzzyxyzzyx"),
    ],
)
def test_a_compound_breaks_at_its_joints_and_no_other_word_does(word: str, broken: str) -> None:
    assert shown(f"<th>{word}</th>") == f"<th>{broken}</th>"


def test_a_reading_of_another_length_cuts_nothing() -> None:
    assert cut("[Ln][Xp]työ[X]työ[Bc][Ln][Xp]kyky[X]kyky", 7) == (3,)
    assert cut("[Ln][Xp]työ[X]työ[Bc][Ln][Xp]kyky[X]kyky", 8) == ()


@pytest.mark.parametrize(
    ("parts", "places"),
    [
        ("yö vuoro", (2,)),
        ("o vuoro", ()),
        ("työ yö", ()),
        ("työ yöt", (3,)),
        ("yö työ yö vuoro", (2, 7)),
    ],
)
def test_no_single_letter_and_no_short_end_is_left_alone(
    parts: str, places: tuple[int, ...]
) -> None:
    assert cut("[Bc]".join(parts.split()), len(parts.replace(" ", ""))) == places


@pytest.mark.parametrize(
    "html",
    [
        '<a title="työhönvalmennuksessa 3–5" href="#työhönvalmennus">linkki</a>',
        "<option>työhönvalmennuksessa 2022–2024</option>",
        "<code>työhönvalmennuksessa</code>",
        "<a>https://esimerkki.fi/työhönvalmennuksessa</a>",
        "<svg><text>työhönvalmennuksessa 3–5</text></svg>",
        "<p>(11,4–37,2) ja A–B</p>",
    ],
)
def test_what_is_no_running_text_stays(html: str) -> None:
    assert shown(html) == html


def test_a_range_is_in_one_piece() -> None:
    assert (
        shown("<p>Välillä 18,9–29,5\u00a0% vuosina 2022–2024.</p>")
        == "<p>Välillä <bdi>18,9–29,5\u00a0%</bdi> vuosina "
        "<bdi>2022–2024</bdi>.</p>"
    )


def test_contents_list_has_no_soft_hyphen() -> None:
    assert headings(f'<h2 id="a">Työhön{SOFT}valmennus</h2>') == (("a", "Työhönvalmennus"),)


def test_what_was_worked_out_is_remembered(tmp_path: Path) -> None:
    first = Joints(tmp_path / "saumat.txt")
    assert first.broken("Organisaatiomuutos") == f"Organisaatio{SOFT}muutos"
    first.save()
    again = Joints(tmp_path / "saumat.txt")
    assert again.known == {"Organisaatiomuutos": f"Organisaatio{SOFT}muutos"} and not again.new
