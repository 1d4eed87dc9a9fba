"""What the made-up catalogue has published: two versions of its data, the first one not on the site any more."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalogue.facts import Version

FIELDS = ("kind", "id", "field", "before", "after", "reason", "reason_in_finnish", "told")
CHANGES = (
    (
        "result",
        "koivula/valmennus/tyytyvaiset",
        "Tyytyväiset",
        "17 / 20, 85,0 %",
        "18 / 20, 90,0 %",
        "our_mistake",
        "oma virheemme korjattiin",
        "Rivi oli luettu väärin.",
    ),
    (
        "model",
        "koivula/valmennus",
        "summary/fi",
        "Kerho oli ensin.",
        "Kerho oli mukana.",
        "source_corrected",
        "lähde korjattiin",
        "",
    ),
    ("model", "koivula/kutomo", "", "Kutomo", "", "removed", "poistettu", ""),
    (
        "mention",
        "koivula/valmennus#kerho",
        "text/fi",
        "Kerho mainitaan.",
        "Kerhosta kerrotaan.",
        "our_mistake",
        "oma virheemme korjattiin",
        "",
    ),
    ("profile", "koivula", "summary/fi", "", "Koivulassa.", "new", "uusi tieto", ""),
    ("discrepancy", "asiakkaiden-summa", "known/fi", "a", "b", "new", "uusi tieto", ""),
)


def versions() -> tuple[Version, ...]:
    from catalogue.facts import Version

    changes = tuple(dict(zip(FIELDS, cells, strict=True)) for cells in CHANGES)
    return (
        Version("2025.2", datetime.date(2025, 3, 10), changes),
        Version("2025.1", datetime.date(2025, 1, 31), on_site=False),
    )
