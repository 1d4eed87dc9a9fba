"""One build as the events of a site generator see it.

Nothing here imports a generator: its classes are taken from whichever package the settings come from.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from catalogue.asked import counter_of
from catalogue.build import Published

if TYPE_CHECKING:
    from catalogue.build import Site
    from catalogue.facts import Build
    from catalogue.site.assets import Assets

KEY = "catalogue"  # of the settings' `extra`, where the theme's templates find the build
SERVED = ("127.0.0.1", "localhost")


@dataclass
class Run:
    """What one event leaves for the next. `build` and `assets` are there also when the data have faults.

    `faults` is the page that then stands at every address. `folder` is the site's, `promised` are addresses that pages
    written by hand link to, `kept` those of the earlier site that stay as they are.
    """

    build: Build
    assets: Assets
    folder: Path
    made: Site | None = None
    faults: str = ""
    nav: Any = None
    promised: set[str] = field(default_factory=set)
    published: Published = field(default_factory=lambda: Published((), {}))
    kept: set[str] = field(default_factory=set)

    @property
    def site(self) -> Site:
        """The site of data without faults."""
        assert self.made
        return self.made


def run_of(config: Any) -> Run:
    """The build that these settings are of."""
    run: Run = config.extra[KEY]
    return run


def is_served(config: Any) -> bool:
    """Whether the pages are for the eyes of who edits them."""
    return urlsplit(config.site_url or "").hostname in SERVED


def is_asked(config: Any) -> bool:
    """Whether the site is served, and a page made when somebody asks for it."""
    return counter_of(Path(config.site_dir)) is not None


def part(config: Any, module: str) -> Any:
    """A module of the generator by its name there, `structure.files`."""
    return importlib.import_module(f"{type(config).__module__.split('.')[0]}.{module}")


def abort(config: Any, message: str) -> Exception:
    """The exception that ends a build with a message and without a traceback."""
    made: Exception = part(config, "exceptions").Abort(message)
    return made
