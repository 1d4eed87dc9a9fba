"""Templates print no end tag and no quote that HTML lets go, and a browser reads the same page."""

from __future__ import annotations

import pytest

from built import ROOT
from catalogue.site.compiling import OPTIONS, Quick
from catalogue.site.terse import terse
from pages.ended import ended

TEMPLATES = sorted((ROOT / "overrides" / "catalogue").glob("*.html"))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('<ul class="plain"><li>A</li>\n<li>B</li></ul>', "<ul class=plain><li>A\n<li>B</ul>"),
        ('<th scope="row">A</th><td>B</td></tr>', "<th scope=row>A<td>B"),
        ('<a href="x" id="y" class="a b">A</a>', '<a href="x" id="y" class="a b">A</a>'),
        ('<svg class="a"/>', '<svg class="a"/>'),
        ('<b class="a--{{ b }}">A</b>', '<b class="a--{{ b }}">A</b>'),
        (
            '{{ f("</td>", class="a" ) }}{# class="b" #}',
            '{{ f("</td>", class="a" ) }}{# class="b" #}',
        ),
        ('{% set class="a" %}<p>', '{% set class="a" %}<p>'),
    ],
)
def test_end_tags_and_quotes_that_html_lets_go_are_not_printed(written: str, printed: str) -> None:
    assert terse(written) == printed
    assert Quick(**OPTIONS).preprocess(written) == printed


def test_what_is_let_go_is_read_as_it_was_written() -> None:
    rows = '<tr><th scope="row">A</th><td><ul><li>B</li><li>C</li></ul></td></tr>'
    page = (
        f'<div><table class="a"><thead><tr><th scope="col">D</th></tr></thead>\n<tbody>{rows}{rows}</tbody>'
        f"<tbody>{rows}</tbody></table><dl><div><dt>E</dt><dd>F</dd></div></dl></div>"
    )
    assert ended(terse(page)).replace("\n", "") == page.replace("\n", "")


def test_every_template_keeps_its_lines_so_that_a_fault_is_found() -> None:
    for path in TEMPLATES:
        written = path.read_text(encoding="utf-8")
        assert terse(written).count("\n") == written.count("\n"), path.name
