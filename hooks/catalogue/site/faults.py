"""What one sees in the browser while the files have faults: which lines, and what to do. It asks again by itself."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from catalogue.finnish.formats import counted
from catalogue.finnish.words import ERRORS, WARNINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.problems import Problem

AGAIN = 2  # seconds until the browser asks again
PAGE = """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>{title}</title><meta http-equiv="refresh" content="{again}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<style>
body{{font:1.0625rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2433;background:#fff}}
h2{{font-size:1.1rem;margin:2rem 0 .3rem;font-family:ui-monospace,monospace;overflow-wrap:anywhere}}
li{{margin:.6rem 0}} code{{font-family:ui-monospace,monospace;background:#eef1f6;padding:.1rem .3rem;overflow-wrap:anywhere}}
.line{{display:block;margin-top:.2rem;white-space:pre-wrap}} .rule{{color:#4c566a}}
@media (prefers-color-scheme:dark){{body{{color:#e6e9f0;background:#14181f}}code{{background:#262c38}}.rule{{color:#aab3c5}}}}
</style></head><body><main><h1>{title}</h1>
<p>Korjaa nämä ja tallenna: sivu palaa itse, kun viat ovat poissa.</p>
{files}</main></body></html>
"""


def faults_page(problems: Iterable[Problem], texts: Mapping[str, str]) -> str:
    """Every problem under its file, with the line itself where `texts` holds the file."""
    found = sorted(problems)
    errors = [one for one in found if one.severity == "error"]
    counts = [counted(len(errors), ERRORS)]
    if len(errors) < len(found):
        counts.append(counted(len(found) - len(errors), WARNINGS))
    files = "".join(
        f"<h2>{escape(path)}</h2><ol>{''.join(_item(one, texts.get(path, '')) for one in group)}</ol>"
        for path, group in groupby(found, key=lambda one: one.path)
    )
    return PAGE.format(title=f"Luettelossa on {' ja '.join(counts)}", again=AGAIN, files=files)


def told_page(message: str) -> str:
    """The same of one thing that is wrong with no file of data."""
    title = "Sivustoa ei voi rakentaa"
    return PAGE.format(title=title, again=AGAIN, files=f"<p>{escape(message)}</p>")


def _item(problem: Problem, text: str) -> str:
    lines = text.splitlines()
    line = lines[problem.line - 1].strip() if problem.line <= len(lines) else ""
    shown = f'<code class="line">{escape(line[:200])}</code>' if line else ""
    return (
        f"<li><strong>Rivi {problem.line}, merkki {problem.column}.</strong> {escape(problem.message)} "
        f'<span class="rule">[{escape(problem.rule)}]</span>{shown}</li>'
    )
