"""A page that would grow with the catalogue: its lists begin on it and go on in further pages, plain and without script.

What is long is seen from the page itself: a table's rows, a list's points, cards, folded entries. Everything else stands
on the first page; each list shows there as much as fits, and the rest follows list by list under the heading it had.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.site.page import Page

LARGEST = 142_000  # bytes of content that one page may have, besides its frame: the real lists of 2026 are whole
FILLED = 105_000  # bytes of content, to which a page is filled when there are several
FIRST = 0.8  # of a page that is divided stays at most on its first part
ITEM = 100_000  # characters of a point that is not cut itself
FEWEST = 12  # points of a list that may be cut
TAG = re.compile(
    r"<(/?)(tbody|thead|table|tr|ul|ol|li|div|article|details|section|form|dl)\b[^>]*>"
)
ITEMS = ("tr", "li", "article", "details", "section", "tbody")
# What ends where another element begins, or where the one around it ends.
LET_GO: Mapping[str, tuple[str, ...]] = {
    "li": ("li",),
    "tr": ("tr",),
    "tbody": ("tr", "thead", "tbody"),
    "</ul>": ("li",),
    "</ol>": ("li",),
    "</thead>": ("tr",),
    "</tbody>": ("tr",),
    "</table>": ("tr", "thead", "tbody"),
}
NEAR = 2  # pages before and after that are linked to
FILTER = re.compile(r'<form class="?facets"? data-facets=.*?</form>', re.DOTALL)
CHOICE = re.compile(r'<p class="?sort-choice"?>.*?</p>\s*', re.DOTALL)  # of the order of a table
SEARCHED = ' data-searched="1"'
FIELD = re.compile(r'<(?:select|input)\b[^>]* name="([\w-]+)"')
GROUP = re.compile(
    r'\s*<th[^>]* scope="?(?:row|col)group'
)  # a row that is the heading of those after it
HEADING = re.compile(r"<h([23])\b[^>]*>.*?</h\1>", re.DOTALL)
ANCHOR = re.compile(r'\bid="([^"]+)"')


@dataclass(slots=True, eq=False)
class Node:
    """An element by its places in the text: where its tag, its content and its end begin, and where it ends."""

    tag: str
    start: int
    inside: int
    parent: Node | None = None
    close: int = 0
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def items(self) -> list[Node]:
        """The points of the element, if it is a list: its children of the commonest kind."""
        tags = Counter(child.tag for child in self.children if child.tag in ITEMS)
        common = tags.most_common(1)
        return [child for child in self.children if child.tag == common[0][0]] if common else []

    def forget(self) -> None:
        """Let go of those above and below: nothing collects circles while a site is built."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            waiting += node.children
            node.parent, node.children = None, []


@dataclass(frozen=True)
class Cut:
    """A list that is cut: its element, its points, and the element that is repeated around the rest of them."""

    node: Node
    items: list[Node]
    outer: Node


@dataclass(frozen=True)
class More:
    """What a further page shows of one list: the heading over it, and its points with what stands around them."""

    heading: str
    html: str


@dataclass(frozen=True)
class Divided:
    """The first page with ways to go on (their addresses begin with `@/`), the further ones, and where anchors are."""

    first: str
    rest: tuple[tuple[More, ...], ...]
    anchors: Mapping[str, int]


@dataclass(frozen=True)
class PageLink:
    """A page of a list by its number; an empty address stands for those that are not named."""

    number: int
    url: str
    current: bool


@dataclass(frozen=True)
class PartView:
    """What a further page shows, and on every page of a long list the ways to the others."""

    title: str
    number: int
    count: int
    pieces: tuple[More, ...]
    links: tuple[PageLink, ...]
    anchors: str


def part_view(page: Page, number: int, count: int, pieces: tuple[More, ...] = ()) -> PartView:
    """The ways between the parts of a long list."""
    near = [one for one in range(1, count + 1) if one in (1, count) or abs(one - number) <= NEAR]
    links = []
    for before, one in zip([0, *near], near, strict=False):
        if one > before + 1:
            links.append(PageLink(0, "", current=False))
        links.append(PageLink(one, addresses.further(page.path, one), one == number))
    anchors = addresses.anchors_of_further(page.path)
    return PartView(page.title, number, count, pieces, tuple(links), anchors)


def plainer(html: str) -> str:
    """A list that is not whole cannot be sorted or filtered where it stands: its filter becomes a form of the search.

    What only sorting and the filter ask of the rows goes, too.
    """
    names = {
        "doc",
        "sort",
        *(name for form in FILTER.findall(html) for name in FIELD.findall(form)),
    }
    asked = re.compile(rf'\s+data-(?:{"|".join(sorted(names))})="[^"]*"')
    html = CHOICE.sub("", asked.sub("", html.replace(" data-sortable", "")))
    return FILTER.sub(lambda found: _search(found[0]) if SEARCHED in found[0] else "", html)


def _search(form: str) -> str:
    fields = form[form.index(">") + 1 :].partition("<button")[0]
    fields = fields.replace('name="haku"', 'name="q"')
    return (
        f'<form class="facets" role="search" action="~/{addresses.SEARCH}" data-filter '
        f'aria-label="Rajaa">{fields}<button>Hae</button></form>'
    )


def more(number: int, shown: int, of: int) -> str:
    """Where a list goes on: on which page."""
    said = f"Tässä {shown} / {of}. " if shown else ""
    return f'<p class="goes-on">{said}<a href="@/sivu/{number}/">Jatkuu sivulla {number}</a></p>'


def divided(html: str, size: int) -> Divided | None:
    """The page in plainer parts; nothing where it fits on one, or has no list that could be cut.

    `size` is in bytes as printed.
    """
    if size <= LARGEST:
        return None
    plain = plainer(html)
    root = _tree(plain)
    try:
        return _divided(plain, [*_cuts(root)], size * len(plain) // len(html))
    finally:
        root.forget()


def _divided(html: str, cuts: list[Cut], size: int) -> Divided | None:
    """The page cut at its lists."""
    if not cuts:
        return None
    wide = size / len(html)  # bytes of a character
    kept = _kept(cuts, (min(FILLED, size * FIRST) - size) / wide)
    pages: list[list[More]] = []
    notes: dict[int, str] = {}
    anchors: dict[str, int] = {}
    room = 0.0
    for cut, count in zip(cuts, kept, strict=True):
        left = cut.items[count:]
        around = 0
        if left:
            around = len(_repeated(html, cut, left[:1])) - (left[0].end - left[0].start)
        while left:
            if not pages or room < around + left[0].end - left[0].start:
                pages.append([])
                room = FILLED / wide
            taken = max(1, _fitting(left, room - around))
            if cut.outer.end not in notes:
                notes[cut.outer.end] = more(len(pages) + 1, count, len(cut.items))
            made = _repeated(html, cut, left[:taken])
            pages[-1].append(More(_heading(html, cut), made))
            anchors |= dict.fromkeys(ANCHOR.findall(made), len(pages) + 1)
            room -= left[taken - 1].end - left[0].start + around
            left = left[taken:]
    return Divided(_first(html, cuts, kept, notes), tuple(map(tuple, pages)), anchors)


def _tree(html: str) -> Node:
    root = node = Node("", 0, 0, close=len(html), end=len(html))
    for found in TAG.finditer(html):
        while node.tag in LET_GO.get(found[0] if found[1] else found[2], ()):
            node.close = node.end = found.start()  # where its own end tag may be left out
            assert node.parent
            node = node.parent
        if found[1]:
            node.close, node.end = found.start(), found.end()
            assert node.parent and node.tag == found[2], found[0]
            node = node.parent
        else:
            child = Node(found[2], found.start(), found.end(), node)
            node.children.append(child)
            node = child
    return root


def _cuts(node: Node) -> Iterator[Cut]:
    """The lists to cut, in the order of the page: long ones, without their points that are too large and cut themselves.

    Of a few large rows in which nothing can be cut, the rows are.
    """
    items = node.items
    if len(items) < FEWEST:
        inner = [cut for child in node.children for cut in _cuts(child)]
        if inner or node.tag != "tbody" or node.end - node.start <= ITEM:
            yield from inner
            return
    points, run = {*items}, list[Node]()
    for child in node.children:
        if child in points and child.end - child.start <= ITEM:
            run.append(child)
            continue
        if run:
            yield Cut(node, run, _outer(node))
            run = []
        yield from _cuts(child)
    if run:
        yield Cut(node, run, _outer(node))


def _outer(node: Node) -> Node:
    """A table with its frame, a form with its buttons; else the list itself."""
    outer, seen = node, node
    while seen.parent:
        if seen.tag in ("table", "form"):
            outer = seen
        seen = seen.parent
    if outer.tag == "table" and outer.parent and outer.parent.tag == "div":
        outer = outer.parent
    return outer


def _kept(cuts: list[Cut], over: float) -> list[int]:
    """How many points of each list stay, so that the page loses as much as it is `over` (negative) its size.

    The longest lists lose first: all get the same room, and who needs less leaves it to the others.
    """
    sizes = [cut.items[-1].end - cut.items[0].start for cut in cuts]
    room = max(0.0, sum(sizes) + over)
    share, left = 0.0, len(sizes)
    for size in sorted(sizes):
        share = room / left
        if size > share:
            break
        room, left = room - size, left - 1
    return [
        len(cut.items) if size <= share else _fitting(cut.items, share)
        for cut, size in zip(cuts, sizes, strict=True)
    ]


def _fitting(items: list[Node], room: float) -> int:
    """How many of the points have room."""
    return sum(1 for item in items if item.end - items[0].start <= room)


def _heading(html: str, cut: Cut) -> str:
    """The last heading before the list."""
    found = [*HEADING.finditer(html, max(0, cut.outer.start - 20_000), cut.outer.start)]
    return found[-1][0] if found else ""


def _repeated(html: str, cut: Cut, items: list[Node]) -> str:
    """The points in what stands around them: the list's own element, and of a table its head, of a form its buttons."""
    node, points = cut.node, html[items[0].start : items[-1].end]
    first = node.children[0]
    if first is not items[0] and GROUP.match(html, first.inside):
        points = html[first.start : first.end] + points
    table: Node | None = node
    while table and table.tag != "table":
        table = table.parent
    if table is None:
        head = html[node.inside : first.start]
        return f"{html[node.start : node.inside]}{head}{points}{html[node.close : node.end]}"
    bodies = [child for child in table.children if child.tag == "tbody"]
    before, after = html[cut.outer.start : bodies[0].start], html[table.close : cut.outer.end]
    if node is not table:
        points = f"{html[node.start : node.inside]}{points}{html[node.close : node.end]}"
    return f"{before}{points}{after}"


def _first(html: str, cuts: list[Cut], kept: list[int], notes: dict[int, str]) -> str:
    """The page without what goes on elsewhere, and with the ways there."""
    changes = [
        (cut.items[count].start, cut.items[-1].end, "")
        for cut, count in zip(cuts, kept, strict=True)
        if count < len(cut.items)
    ]
    changes += [(place, place, note) for place, note in notes.items()]
    text, position = [], 0
    for start, end, new in sorted(changes):
        text += [html[position:start], new]
        position = end
    return "".join([*text, html[position:]])
