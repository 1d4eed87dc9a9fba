"""A real Chromium, and a context of it that remembers what it asked for and what it complained about."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The path of the browser: $CHROMIUM, else the first that is installed. Raises LookupError when there is none."""
    paths = (shutil.which(name) for name in (os.environ.get("CHROMIUM"), *NAMES) if name)
    found = next((path for path in paths if path), None)
    if found is None:
        raise LookupError(
            "no Chromium: install it (Debian: apt-get install chromium) or name it in $CHROMIUM"
        )
    return found


@dataclass
class Visit:
    """A page with the addresses that it asked for outside `base` and every error it wrote to the console."""

    page: Page
    base: str
    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to `path` under the served site and wait until it is loaded."""
        self.page.goto(self.base + path, wait_until="load")
        return self.page


@contextmanager
def visiting(
    browser: Browser,
    base: str,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    bypass_csp: bool = True,
    **options: Any,
) -> Iterator[Visit]:
    """A fresh context at a width and colour scheme, in Finnish.

    Playwright waits by evaluating texts, which the pages' own policy refuses: only the tests of the policy itself
    leave it in force.
    """
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="fi-FI",
        reduced_motion="reduce",
        bypass_csp=bypass_csp,
        **options,
    )
    visit = Visit(context.new_page(), base)
    visit.page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((base, "data:", "blob:"))
            else visit.strangers.append(request.url)
        ),
    )
    visit.page.on(
        "console",
        lambda message: (
            visit.errors.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    try:
        yield visit
    finally:
        context.close()
