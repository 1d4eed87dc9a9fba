"""Authors' Markdown -> safe HTML. Markdown by Python-Markdown, cleaning by nh3 (ammonia): both better kept than ours."""

from __future__ import annotations

from functools import cache

import markdown
import nh3

ALLOWED = {"p", "ul", "ol", "li", "em", "strong", "h3", "h4", "blockquote", "code", "br"}


@cache
def html(text: str) -> str:
    """Paragraphs, lists, emphasis and sub-headings; anything else loses its tags and keeps its words."""
    return nh3.clean(_parser().reset().convert(text), tags=ALLOWED, attributes={})


@cache
def _parser() -> markdown.Markdown:
    """One parser for every text: building one costs three times what a text does."""
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")
