"""A template as it is printed: without the end tags that HTML lets go and without quotes around plain names.

Templates are written whole, for whoever reads them; what is taken away here, once for each template, a browser puts back.
White space stays, so that words stay apart and a fault keeps its line.
"""

from __future__ import annotations

import re

JINJA = re.compile(r"(\{[{%#].*?[}%#]\})", re.DOTALL)
# Each ends where the next one begins, or what it stands in ends: there is nothing else in a list or a table.
END = re.compile(r"</(?:li|dt|dd|td|th|tr|thead|tbody)>")
PLAIN = re.compile(r'(?<=\s)(class|scope|role|rel|type|tabindex|aria-hidden)="([\w-]+)"(?=[\s>])')


def terse(template: str) -> str:
    """The template's own text made short; what it computes is left as it is."""
    parts = JINJA.split(template)
    parts[::2] = [PLAIN.sub(r"\1=\2", END.sub("", text)) for text in parts[::2]]
    return "".join(parts)
