"""Tables of pages written by hand are like those of the catalogue: captions, scopes, and a fold to take one along."""

from __future__ import annotations

import re

FRAMED = re.compile(r'(<div [^>]*aria-label="([^"]+)"[^>]*>\s*<table>)')
HEAD = re.compile(r"<th>")
END = re.compile(r"(</table>\s*</div>)")
TAKE = (  # as the macro `take` of macros.html prints it
    '<details class="take" lang="fi" data-take=""><summary>Vie taulukko mukanasi: lauseina, kopiona tai '
    "tiedostona</summary></details>"
)


def captioned(html: str) -> str:
    """The page with what Markdown cannot write of a table."""
    named = FRAMED.sub(r'\1<caption class="visually-hidden">\2</caption>', html)
    return END.sub(rf"\1{TAKE}", HEAD.sub('<th scope="col">', named))
