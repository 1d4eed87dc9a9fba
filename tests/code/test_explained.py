"""A technical term is explained where it first stands on a page, and nowhere twice."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, cast

import pytest

from catalogue.site.explained import PAGES, Terms, files
from pages.harness import TEMPLATES


def term(name: str, *abbreviations: str, means: str = "Selitys.") -> Any:
    told = SimpleNamespace(fi=name), abbreviations, SimpleNamespace(fi=means)
    return SimpleNamespace(
        data=SimpleNamespace(name=told[0], abbreviations=told[1], definition=told[2])
    )


TERMS = Terms(
    cast(
        "Any",
        {
            "ips": term("IPS-työhönvalmennus", "IPS", means='Tuettu "paikka" & työ.'),
            "alue": term("työllisyysalue"),
        },
    )
)
IPS = '<a class="term" href="~/sanasto/#ips-tyohonvalmennus">IPS:n</a>'


def test_a_term_is_explained_once() -> None:
    assert (
        TERMS.explained("<p>Malli on IPS:n mukainen.</p><p>Toinen malli on IPS-malli, IPS.</p>")
        == f"<p>Malli on {IPS} mukainen.</p><p>Toinen malli on IPS-malli, IPS.</p>"
    )


def test_a_term_is_found_with_its_ending() -> None:
    assert TERMS.explained("<li>Työllisyysalueen palvelu alkaa nyt.</li>") == (
        '<li><a class="term" href="~/sanasto/#tyollisyysalue">'
        "Työllisyysalueen</a> palvelu alkaa nyt.</li>"
    )


def test_what_terms_mean_is_in_one_file_by_the_anchors_of_their_links() -> None:
    ((address, packed),) = files(TERMS.terms)
    assert address == "sanasto/selitykset.zlib"
    assert json.loads(packed.text) == {
        "ips-tyohonvalmennus": 'Tuettu "paikka" & työ.',
        "tyollisyysalue": "Selitys.",
    }


def test_pages_whose_terms_are_explained_have_templates() -> None:
    assert PAGES
    assert [name for name in PAGES if not (TEMPLATES / name).is_file()] == []


@pytest.mark.parametrize(
    "html",
    [
        "<h2>IPS on tässä otsikossa vain</h2>",
        '<a href="x">IPS on tässä linkissä vain</a>',
        "<p>RIPS ja työllisyysalueuudistus muuttuvat.</p>",
    ],
)
def test_headings_links_and_other_words_are_left(html: str) -> None:
    assert TERMS.explained(html) == html
