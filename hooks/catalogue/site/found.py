"""What machines find a page by: the head that search engines and messengers read. No person is told of, only the site.

Structured data (schema.org) says where the page is, and on pages of data which files hold it; OpenGraph says how a link
to the page looks where it is shared; the description is one for both, in the frame, and so are address and language.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "Työkykymallit"
WHAT = (
    "Hyvinvointialueiden toimintamallit työkyvyn tukeen, työllistymiseen ja hyvinvoinnin "
    "edistämiseen tuloksineen ja lähteineen."
)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PICTURE = "jako.png"
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


class Crumb(NamedTuple):
    """A page on the way to another."""

    label: str
    url: str


HOME = Crumb("Etusivu", addresses.HOME)


@dataclass(frozen=True)
class Told:
    """What the head says of a page: its address and words, the way to it, the files of its data."""

    path: str
    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    files: tuple[str, ...] = ()
    listed: bool = True


def files_of(template: str, path: str) -> tuple[str, ...]:
    """The files that hold the data of a page; none on a page that is no data of its own."""
    key = path.rstrip("/").rpartition("/")[2]
    if template == "comparison.html":
        return (
            addresses.comparison_excel(key),
            addresses.comparison_csv(key),
            addresses.comparison_file(key),
        )
    if template == "indicator.html":
        return (f"{addresses.MACHINE_CSV}results.csv", f"{addresses.API}results.json")
    if template == "model.html":
        return (addresses.model_file(path.removeprefix(addresses.MODELS).rstrip("/")),)
    if path == addresses.OPEN_DATA:
        return (
            addresses.ARCHIVE,
            addresses.WORKBOOK,
            f"{addresses.MACHINE_CSV}results.csv",
            f"{addresses.API}results.json",
        )
    return ()


def by_hand(path: str, title: str, description: str, site: str) -> str:
    """The head of a page that is written by hand."""
    return head(Told(path, title, description, (HOME,), files_of("", path)), site)


def head(told: Told, site: str) -> str:
    """The tags of a page's head, escaped."""
    named = {
        "og:type": "website",
        "og:site_name": NAME,
        "og:title": told.title,
        "og:image": site + PICTURE,
    }
    metas = "".join(
        f'<meta property="{name}" content="{escape(text)}">' for name, text in named.items()
    )
    hidden = "" if told.listed else '<meta name="robots" content="noindex">'
    return f"{hidden}{metas}{_script(_graph(told, site))}"


def _way(told: Told) -> Iterable[Crumb]:
    """The steps to the page: search engines ask for two, and need neither the front page nor the page itself."""
    if len(told.crumbs) == 1:
        return *told.crumbs, Crumb(told.title, "")
    return told.crumbs[1:] if len(told.crumbs) > 2 else told.crumbs


def _graph(told: Told, site: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    if told.crumbs:
        made.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": place,
                        "name": crumb.label,
                        **({"item": site + crumb.url} if crumb.url or crumb == HOME else {}),
                    }
                    for place, crumb in enumerate(_way(told), 1)
                ],
            }
        )
    whole = {"@id": f"{site}#sivusto"}
    if told.path == addresses.HOME:
        made += [
            {
                "@type": "WebSite",
                **whole,
                "name": NAME,
                "description": WHAT,
                "url": site,
                "inLanguage": "fi",
                "publisher": {"@id": f"{site}#julkaisija"},
            },
            {"@type": "Organization", "@id": f"{site}#julkaisija", "name": NAME, "url": site},
        ]
    if told.files:
        made.append(
            {
                "@type": "Dataset",
                "name": told.title,
                "description": (told.description + " " + WHAT)[:5000]
                if len(told.description) < 50  # search engines want fifty characters
                else told.description,
                "url": site + told.path,
                "license": LICENCE,
                "inLanguage": "fi",
                "isAccessibleForFree": True,
                "creator": {"@type": "Organization", "name": NAME, "url": site},
                "distribution": [*_downloads(told.files, site)],
            }
        )
    return made


def _downloads(files: Iterable[str], site: str) -> Iterable[dict[str, str]]:
    for file in files:
        yield {
            "@type": "DataDownload",
            "encodingFormat": MEDIA[file.rpartition(".")[2]],
            "contentUrl": site + file,
        }


def _script(graph: list[dict[str, Any]]) -> str:
    if not graph:
        return ""
    told = graph[0] if len(graph) == 1 else {"@graph": graph}
    text = json.dumps(
        {"@context": "https://schema.org", **told},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>'
