"""A chart as a picture of its own, to be saved and shown elsewhere: title, rows, axis, source and licence are in it.

On the page a chart is rows of text and marks, so that its text keeps its size on a phone. Here the same marks stand at
fixed places, in colours that need no theme.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalogue.site.parts.chart import ChartRow, ChartView, Panel

WIDTH, EDGE, LINE, ROW = 900, 20, 21, 30
LABEL, TRACK, TOLD = 230, 340, 270  # the widths of a row's columns
CHARACTER = 7.6  # how wide a letter of the text is, about
STYLE = (
    "text{font:16px 'Source Sans 3',Arial,Helvetica,sans-serif;fill:#1b2a31}.strong{font-weight:600}"
    ".title{font-size:20px;font-weight:600}.quiet,.chart-text{fill:#4d5b63}"
    ".chart-grid{stroke:#d5dce0}.chart-reference{stroke:#4d5b63;stroke-width:1.5;stroke-dasharray:4 3}"
    ".chart-line{stroke:#0b5c8a;stroke-width:2.5}.chart-dot,.chart-bar{fill:#0b5c8a}"
    ".chart-ring{fill:#fff;stroke:#0b5c8a;stroke-width:2.5}"
)


@dataclass
class Sheet:
    """What is drawn so far; `at` is the height that is used."""

    parts: list[str] = field(default_factory=list)
    at: int = EDGE

    def text(
        self, words: str, style: str = "", *, left: int = EDGE, size: float = CHARACTER
    ) -> None:
        """Words over as many lines as they need."""
        for line in textwrap.wrap(words, int((WIDTH - EDGE - left) / size)):
            self.at += LINE
            self.parts.append(_text(left, self.at, line, style))

    def svg(self, told: str) -> str:
        """The whole picture; `told` is heard for it."""
        height = self.at + EDGE
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
            f'viewBox="0 0 {WIDTH} {height}" lang="fi"><title>{escape(told)}</title>'
            f'<style>{STYLE}</style><rect width="{WIDTH}" height="{height}" fill="#fff"/>'
            f"{''.join(self.parts)}</svg>\n"
        )


def picture(chart: ChartView, address: str, version: str) -> str:
    """The chart as SVG. `address` is that of its page, `version` that of the data."""
    sheet = Sheet()
    sheet.text(chart.title, "title", size=CHARACTER * 1.3)
    sheet.text(chart.how, "quiet")
    for panel in chart.panels:
        _panel(sheet, panel)
    sheet.at += LINE // 2
    sheet.text(chart.caution, "quiet")
    names = ", ".join(link.label for link in chart.sources)
    sheet.text(f"{chart.sources_name}: {names}" if names else "", "quiet")
    sheet.text(f"Työkykymallit, {address}, tietojen versio {version}, CC BY 4.0", "quiet")
    return sheet.svg(chart.title)


def _panel(sheet: Sheet, panel: Panel) -> None:
    sheet.at += LINE // 2
    sheet.text(panel.heading, "strong")
    for row in panel.rows:
        _row(sheet, row)
    sheet.parts.append(_placed(panel.ruler, sheet.at, 24))
    sheet.at += 24
    for line in panel.references:
        sheet.text(f"Katkoviiva {line.value}: {line.label}. {line.population}", "quiet")


def _row(sheet: Sheet, row: ChartRow) -> None:
    """The label, the marks and the figure, on as many lines as the longest of them needs."""
    label = textwrap.wrap(row.label.label, int(LABEL / CHARACTER))
    told = [(line, "strong") for line in textwrap.wrap(row.told, int(TOLD / CHARACTER))]
    told += [(line, "quiet") for line in textwrap.wrap(row.more, int(TOLD / CHARACTER))]
    top, height = sheet.at, max(ROW, LINE * max(len(label), len(told)) + 6)
    for place, line in enumerate(label):
        sheet.parts.append(_text(EDGE, top + LINE * (place + 1) - 2, line))
    for place, (line, style) in enumerate(told):
        left = EDGE + LABEL + TRACK + EDGE
        sheet.parts.append(_text(left, top + LINE * (place + 1) - 2, line, style))
    sheet.parts.append(_placed(row.svg, top, 28))
    sheet.at += height


def _placed(drawing: str, top: int, height: int) -> str:
    """A row's own drawing, whose marks stand in per cent of its width."""
    return f'<svg x="{EDGE + LABEL}" y="{top}" width="{TRACK}" height="{height}" overflow="visible">{drawing}</svg>'


def _text(left: int, top: int, words: str, style: str = "") -> str:
    kind = f' class="{style}"' if style else ""
    return f'<text x="{left}" y="{top}"{kind}>{escape(words, quote=False)}</text>'
