"""The story in one column: files -> catalogue -> facts -> pages -> files.

`site` reads as the list of what is done; a generator of sites (the hook) or a command takes the `Site` and writes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from catalogue.cache import Cache
from catalogue.desk.parts import SIZE, Parts
from catalogue.facts import Facts
from catalogue.files.all import files
from catalogue.finnish.joints import Joints
from catalogue.links import register
from catalogue.links.store import Refused, of_register
from catalogue.load import SHELF, load
from catalogue.releases import frozen
from catalogue.search import files as search
from catalogue.site import explained, found
from catalogue.site.compiling import Compiled
from catalogue.site.frame import Frame, Layout, layout_of, of_json
from catalogue.site.render import Renderer, as_bytes, of_bytes
from catalogue.site.side_by_side import page as side_by_side
from catalogue.site.sitemap import few_made, many
from catalogue.site.written import Writer

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from catalogue.facts import Build
    from catalogue.links.state import State
    from catalogue.records import Catalogue
    from catalogue.site.page import Page
    from catalogue.site.render import Printed
    from catalogue.site.sitemap import Make
    from catalogue.writing import Content, Out, Packed


@dataclass(frozen=True)
class LinkFile:
    """Where the link states are, and the moment after which nothing in them can have happened."""

    path: Path
    now: datetime.datetime


@dataclass(frozen=True)
class Single:
    """A page of which there is one, printed: what it showed is let go, for some show every model.

    `rest` are the pages on which its lists go on; where they wait in the cache under the page's `key`, None.
    """

    first: Printed
    key: str
    rest: Sequence[Printed] | None


@dataclass(frozen=True)
class Site:
    """Everything that is published, made when it is asked for: there may be ten thousand pages.

    `notices` are Finnish sentences for who builds: warnings of the checker and link states that could not be read.
    `cache` holds what earlier builds worked out, and in the end what of that was spoilt; `desk` holds the programs of
    the writing page,
    `versions` the frozen versions of the data.
    """

    facts: Facts
    renderer: Renderer
    notices: tuple[str, ...] = ()
    cache: Cache = field(default_factory=Cache)
    desk: Parts | None = None
    versions: Path | None = None

    @cached_property
    def few_made(self) -> Mapping[str, Make]:
        """What makes the pages of which there is one each, by address: those that the navigation names."""
        return dict(few_made(self.facts))

    @cached_property
    def singles(self) -> Mapping[str, Single]:
        """The pages of which there is one each, by address."""
        return {path: self._single(make()) for path, make in self.few_made.items()}

    @property
    def few(self) -> Mapping[str, Page]:
        """The same as pages, without what they show."""
        return {path: one.first.page for path, one in self.singles.items()}

    def _single(self, page: Page) -> Single:
        """The page as an earlier build printed it where it says the same."""
        key, contents, shown = (
            self.renderer.key(page),
            self.cache.contents,
            replace(page, view=None),
        )
        if not key or not contents.folder:
            first, *rest = (_bare(one) for one in self.renderer.pages(page))
            return Single(first, key, (*rest,))
        told = contents.made(lambda: as_bytes(self.renderer.pages(page)), key)
        first, *rest = of_bytes(shown, told)
        return Single(first, key, None if rest else ())

    def further(self, path: str) -> Sequence[Printed]:
        """The pages on which the lists of one go on."""
        single = self.singles[path]
        if single.rest is not None:
            return single.rest
        told = self.cache.contents.get(single.key)
        pages = (
            of_bytes(single.first.page, told)
            if told
            else self.renderer.pages(self.few_made[path]())
        )
        return pages[1:]

    def many(self) -> Iterator[Page]:
        """The pages of which there is one a record, one at a time."""
        return many(self.facts)

    def files(self) -> Iterator[tuple[str, Content]]:
        """Every file beside the pages by its address from the site's root."""
        yield from files(self.facts, self.cache.contents)
        self.facts.forget_comparisons()
        yield from self.searched()
        yield from side_by_side.files(self.facts)
        yield from explained.files(self.facts.catalogue.terms)
        yield found.PICTURE, (self.renderer.folder / found.PICTURE).read_bytes()
        if self.versions:
            yield from frozen.files(frozen.fitting(frozen.read(self.versions)))
        if self.desk:
            yield from self.desk.files()

    def searched(self) -> Iterator[tuple[str, Packed]]:
        """The files that search reads."""
        return search.files(self.facts, self.cache)


@dataclass(frozen=True)
class Published:
    """What was written: the addresses of the pages, and of those that readers look for the day of the last change."""

    pages: tuple[str, ...]
    days: Mapping[str, str]


def site(
    folder: Path,
    templates: Path,
    build: Build,
    links: LinkFile | None = None,
    cache: Path | None = None,
    desk: Path | None = None,
    versions: Path | None = None,
    *,
    again: bool = False,
) -> Site:
    """The site of the data in `folder`, printed with `templates`; with the writing page where `desk` holds its programs.

    `again`: this process made it before, and remembers without the cache what files say.
    Raises `InvalidCatalogue` with every fault of the data.
    """
    kept = Cache(cache)
    catalogue = load(folder, build.today, None if again else kept.shelf(SHELF))
    states, notices = _link_states(catalogue, links)
    parts = Parts(desk, folder, templates, build) if desk and (desk / SIZE).is_file() else None
    if parts:
        build = replace(build, desk=parts.told)
    return Site(
        Facts(catalogue, build, states),
        Renderer(
            templates,
            build,
            Joints(kept.folder / "saumat.txt" if kept.folder else None),
            explained.Terms(catalogue.terms),
            Compiled(kept.contents),
        ),
        (*map(str, catalogue.warnings), *notices),
        kept,
        parts,
        versions if versions and versions.is_dir() else None,
    )


def publish(made: Site, frame_of: Callable[[Layout], Frame], out: Out) -> Published:
    """Write every page of which there are many into its frame, and every file beside the pages.

    Raises `MeetingAddresses` where two of them want one address.
    """
    made.facts.catalogue.forget()
    writer = Writer(made.renderer, frame_of, out, made.cache)
    days: dict[str, str] = {}
    for path, single in made.singles.items():
        further = made.further(path)
        writer.further(single.first, further, single.key)
        days |= {one.page.path: str(one.page.changed) for one in further}
    for page in made.many():
        before = len(writer.paths)
        writer.page(page)
        if page.listed:
            days |= dict.fromkeys(writer.paths[before:], str(page.changed))
    made.facts.forget_rows()
    made.renderer.forget()
    for address, content in made.files():
        writer.file(address, content)
    writer.close()
    made.cache.contents.save()
    if made.renderer.joints:
        made.renderer.joints.save()
    return Published(tuple(writer.paths), days)


def publish_alone(made: Site, frames: str, out: Out) -> Published:
    """Write everything of the catalogue without a site generator, into frames that one rendered and stored before.

    What is not of the catalogue stays away: the pages of `content/`, the theme's own files, the page of errors.
    """
    frame_of = of_json(frames)
    for single in made.singles.values():
        one = single.first
        frame = frame_of(layout_of(one.page, one.html, alone=True))
        out.write(one.page.uri, frame.filled(one.page, one.html))
    published = publish(made, frame_of, out)
    days = {path: str(page.changed) for path, page in made.few.items()}
    return Published((*made.few, *published.pages), {**days, **published.days})


def _bare(printed: Printed) -> Printed:
    return replace(printed, page=replace(printed.page, view=None))


def _link_states(catalogue: Catalogue, links: LinkFile | None) -> tuple[State, tuple[str, ...]]:
    """What the weekly check found; nothing, and a sentence why, where its file cannot be used."""
    if links is None:
        return {}, ()
    try:
        found = of_register(links.path.read_bytes(), links.now, register.addresses(catalogue))
        return found.links, ()
    except (OSError, Refused) as error:
        return {}, (f"Linkkien tilaa ei luettu: {error}",)
