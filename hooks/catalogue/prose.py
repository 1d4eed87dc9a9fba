"""Authors' Markdown -> safe HTML. Markdown by Python-Markdown, cleaning by nh3 (ammonia): both better kept than ours."""

from __future__ import annotations

from functools import cache

import markdown
import nh3

ALLOWED = {"p", "ul", "ol", "li", "em", "strong", "h3", "h4", "blockquote", "code", "br"}


@cache
def html(text: str) -> str:
    """Paragraphs, lists, emphasis and sub-headings; anything else loses its tags and keeps its words."""
    made = markdown.markdown(text, extensions=["sane_lists"], output_format="html")
    return nh3.clean(made, tags=ALLOWED, attributes={})
