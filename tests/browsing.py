"""A real Chromium without a window, and a page of it that remembers what it asked for and what it complained about.

A new context costs a process of its own, five times what the page itself does: so a visit takes the page that the visit
before it left, emptied, when their options are the same.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakKeyDictionary

from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, Request

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Of the tests: no process of its own for drawing what nobody looks at. Playwright says one setting of two; the other makes
# a shell ask for pictures no farther ahead than the whole browser does.
LIGHT = [
    *ARGUMENTS,
    "--in-process-gpu",
    "--disable-features=SpareRendererForSitePerProcess",
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4,"
    "lazyLoadingImageMarginPxUnknown=1250",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")  # the same engine without the windows


def light(playwright: Playwright) -> Browser:
    """The browser of the tests: a headless shell, where there is one, costs half of the whole browser."""
    return playwright.chromium.launch(executable_path=chromium(*SHELLS, *NAMES), args=LIGHT)


def chromium(*names: str) -> str:
    """The path of the browser: $CHROMIUM, else the first that is installed. Raises LookupError when there is none."""
    asked = (os.environ.get("CHROMIUM"), *(names or NAMES))
    paths = (shutil.which(name) for name in asked if name)
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

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.strangers.append(request.url)

    def _wrote(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def _broke(self, error: Error) -> None:
        self.errors.append(str(error))

    def watch(self) -> None:
        self.page.on("request", self._asked)
        self.page.on("console", self._wrote)
        self.page.on("pageerror", self._broke)

    def leave(self) -> None:
        """Stop watching, and empty the page of everything that a visit can leave in it."""
        self.page.remove_listener("request", self._asked)
        self.page.remove_listener("console", self._wrote)
        self.page.remove_listener("pageerror", self._broke)
        for other in self.page.context.pages:
            if other is not self.page:
                other.close()
        self.page.unroute_all()
        self.page.context.set_offline(False)
        with suppress(PlaywrightError):  # the page of a lost connection has no storage
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.page.goto("about:blank")


# The page of each set of options that no visit has now.
FREE: WeakKeyDictionary[Browser, dict[str, Page]] = WeakKeyDictionary()


@contextmanager
def visiting(
    browser: Browser,
    base: str,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    bypass_csp: bool = True,
    own: bool = False,
    **options: Any,
) -> Iterator[Visit]:
    """A page at a width and colour scheme, in Finnish, that remembers nothing of the visits before.

    Playwright waits by evaluating texts, which the pages' own policy refuses: only the tests of the policy itself
    leave it in force. `own`: the page is of this visit alone, for what cannot be undone (an added script).
    """
    free = FREE.setdefault(browser, {})
    kind = repr((bypass_csp, sorted(options.items())))
    page = None if own else free.pop(kind, None)
    if page is None:
        page = browser.new_context(locale="fi-FI", bypass_csp=bypass_csp, **options).new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce")
    visit = Visit(page, base)
    visit.watch()
    clean = False
    try:
        yield visit
        clean = not own and kind not in free
    finally:
        if clean:
            visit.leave()
            free[kind] = page
        else:
            page.context.close()
