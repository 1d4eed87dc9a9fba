"""YAML text -> plain data, and the place of every value.

Every scalar stays text: YAML 1.1 would read `010` as 8 and `no` as false. The node tree is put together from
the parser's events rather than by `yaml.compose`, because only events tell of anchors, aliases and tags (all
refused: what a file says must be readable where it stands), and because depth is bounded while composing.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from catalogue.cache import digest
from catalogue.problems import Problem
from catalogue.reading.kinds import no_yaml
from catalogue.reading.syntax import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20
MAX_BYTES = 1_000_000

BRACKETS = 2000  # of a long register in flow style, some hundreds stand in a file
# Each begins with what is seldom, and looks behind it afterwards: every file is searched.
ANCHOR = re.compile(r"[&*](?:(?<=^.)|(?<=[\s\[{,].))\S", re.MULTILINE)
DEEP = (
    re.compile(r"[\n\r\x85\u2028\u2029][ \t?:-]{100}"),
    re.compile(r"[\[{][\s\[{]{50}"),
)

Loc = tuple[str | int, ...]
EMPTY = "Tiedosto on tyhjä. Kirjoita malli valmiista pohjasta: sivuston ohje Osallistu tai komento mallit new."
NO_NODE = yaml.ScalarNode("tag:yaml.org,2002:str", "")


class Document:
    """One YAML file: `path` as the author knows it, and its content.

    `odd` are the values that stand in the text otherwise than they are read: with escapes or over several lines;
    `entries` tells how many keys stand at its top. `judged` is what rules that look at one file at a time said of it,
    by their names; `sound` names the rules of one model that found nothing in it, each with the mark of all that they
    read besides. Each is only itself.

    Its text, what it says, and the tree of nodes with marks, which is ten times the text, are made when somebody asks.
    """

    def __init__(self, path: str, raw: bytes, said: Any, odd: tuple[str, ...]) -> None:
        self.path, self.raw, self.odd, self.entries = path, raw, odd, len(said)
        self.judged: dict[str, tuple[Problem, ...]] = {}
        self.sound: dict[str, str] = {}
        self.said = said  # until it is forgotten

    def forget(self) -> None:
        """Let go of what can be made again of the content."""
        for name in ("text", "said", "root", "ends"):
            vars(self).pop(name, None)

    @property
    def mark(self) -> str:
        """The same for files of one path and one content, and for no others."""
        return digest(self.path, self.raw)

    @cached_property
    def text(self) -> str:
        """The content as text."""
        return self.raw.decode("utf-8")

    @cached_property
    def said(self) -> Any:
        """What the file says as dicts, lists and strings."""
        quick = _quick(self.text)
        return quick[0] if quick else plain(self.root)

    @cached_property
    def root(self) -> yaml.Node:
        """The tree of the file's YAML, with the place of every node."""
        root = _tree(self.path, self.text, [])
        assert root is not None
        return root

    def scalars(self) -> Iterator[tuple[Any, str]]:
        """Mark and value of every scalar, keys included."""
        return ((node.start_mark, node.value) for node in self.nodes())

    def nodes(self) -> Iterator[yaml.ScalarNode]:
        """Every scalar as it is written: its marks and its style."""
        return (node for node in _nodes(self.root) if isinstance(node, yaml.ScalarNode))

    def place(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at `loc`, or of its nearest existing ancestor; `key`: of its key."""
        node, mark = self.root, self.root.start_mark
        for step in loc:
            found = _step(node, step)
            if found is None:
                break
            key_node, node = found
            mark = key_node.start_mark if key and key_node is not None else node.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def problem(
        self,
        loc: Loc,
        rule: str,
        message: str,
        *,
        key: bool = False,
        warning: bool = False,
        part: str = "",
    ) -> Problem:
        """`part` is the piece of a text that is meant: it is found on its own line."""
        line, column = self.place_of(loc, part) if part else self.place(loc, key=key)
        return Problem(self.path, line, column, rule, message, "warning" if warning else "error")

    def place_of(self, loc: Loc, part: str) -> tuple[int, int]:
        """Where in the text at `loc` its piece `part` is written; the text's own place when it is folded out of sight."""
        line, column = self.place(loc)
        ends = self.ends.get((line, column), line)
        lines = self.text.splitlines()
        for number in range(line, min(ends, len(lines)) + 1):
            found = lines[number - 1].find(part, column - 1 if number == line else 0)
            if found >= 0:
                return number, found + 1
        return line, column

    @cached_property
    def ends(self) -> dict[tuple[int, int], int]:
        """The last line of every scalar, by where it begins."""
        return {
            (node.start_mark.line + 1, node.start_mark.column + 1): node.end_mark.line + 1
            for node in self.nodes()
        }


class Unreadable(Exception):
    """A file that is not YAML of the accepted kind. `rest` is what it would say if its faults were mended."""

    def __init__(self, problems: list[Problem], rest: Document | None = None) -> None:
        self.problems = problems
        self.rest = rest
        super().__init__(problems)


@dataclass(frozen=True)
class Known:
    """What an earlier build found out of a sound file with the same content, and the rules that found nothing in it."""

    said: Any
    odd: tuple[str, ...]
    clean: tuple[str, ...]
    sound: dict[str, str]


def read(path: str, raw: bytes, known: Known | None = None) -> Document:
    """Parse one file. Raises `Unreadable` with every problem that the parser can tell of."""
    if known:
        document = Document(path, raw, known.said, known.odd)
        document.judged.update(dict.fromkeys(known.clean, ()))
        document.sound.update(known.sound)
        return document
    if len(raw) > MAX_BYTES:
        raise Unreadable(
            [Problem(path, 1, 1, "yaml", "Tiedosto on yli megatavun kokoinen. Jaa se osiin.")]
        )
    if told := no_yaml(raw):
        raise Unreadable([Problem(path, 1, 1, "yaml", told)])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = "Tiedosto ei ole UTF-8-merkistöä. Tallenna se UTF-8-muodossa."
        raise Unreadable([Problem(path, line, 1, "yaml", message)]) from None
    quick = _quick(text)
    if quick is not None:
        return Document(path, raw, *quick)
    problems: list[Problem] = []
    try:
        root = _tree(path, text, problems)
    except yaml.YAMLError:
        raise _broken(path, text) from None
    if root is not None:
        problems += _repeated_keys(path, root)
    if problems or root is None:
        raise Unreadable(problems or [Problem(path, 1, 1, "yaml", EMPTY)])
    return _document(path, text, root)


def _document(path: str, text: str, root: yaml.Node) -> Document:
    scalars = (node.value for node in _nodes(root) if isinstance(node, yaml.ScalarNode))
    odd = tuple(one for one in scalars if one not in text)
    return Document(path, text.encode(), plain(root), odd)


def _broken(path: str, text: str) -> Unreadable:
    """Every syntax fault that can be told; what the file says besides them, where it can be read."""
    problems, mended = faults(path, text)
    found: list[Problem] = []
    root = _tree(path, mended, found) if mended else None
    if root is None or found:
        return Unreadable([*problems, *found])
    return Unreadable([*problems, *_repeated_keys(path, root)], _document(path, mended, root))


class _Composer(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Composes in C; a node has a tag only where the file gives it one.

    What is asked three times a node takes anything and says nothing: the quickest such function is C's own.
    """

    resolve = descend_resolver = ascend_resolver = staticmethod("".format)


def _quick(text: str) -> tuple[Any, tuple[str, ...]] | None:
    """What a sound file says, and the odd values in it; None where a file must be looked at event by event.

    Whatever is refused, or so deep that the composer in C could run out of its stack, is looked at closely.
    """
    if text.count("[") + text.count("{") > BRACKETS or ANCHOR.search(text):
        return None
    if any(form.search(f"\n{text}") for form in DEEP):
        return None
    odd: list[str] = []
    try:
        root = _Composer(text).get_single_node()
        if root is None:
            return None
        said = _said(root, odd, MAX_DEPTH)
        return said, tuple(value for value in odd if value not in text)
    except (yaml.YAMLError, _Closer):
        return None


class _Closer(Exception):
    """Something in the file is to be told of, or at least looked at closer."""


def _said(node: yaml.Node, odd: list[str], depth: int) -> Any:
    if node.tag or depth == 0:
        raise _Closer
    if isinstance(node, yaml.ScalarNode):
        if node.style or node.end_mark.line != node.start_mark.line:
            odd.append(node.value)
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_said(item, odd, depth - 1) for item in node.value]
    made = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _Closer
        made[sys.intern(_said(key, odd, depth - 1))] = _said(value, odd, depth - 1)
    if len(made) != len(node.value):
        raise _Closer
    return made


def plain(node: yaml.Node) -> Any:
    """The node as dicts, lists and strings; nothing is interpreted."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value


def _tree(path: str, text: str, problems: list[Problem]) -> yaml.Node | None:
    """Put the node tree together from the parser's events, without recursion. Raises `yaml.YAMLError`."""
    root: yaml.Node | None = None
    stack: list[tuple[yaml.CollectionNode, list[yaml.Node]]] = []
    for event in yaml.parse(text, Loader=LOADER):
        problems += _refused(path, event, root is not None and not stack)
        if isinstance(event, yaml.CollectionEndEvent):
            node, children = stack.pop()
            node.value = (
                _pairs(path, children, problems) if isinstance(node, yaml.MappingNode) else children
            )
            continue
        made = _node(event)
        if made is None:
            continue
        if stack:
            stack[-1][1].append(made)
        elif root is None:
            root = made
        if isinstance(made, yaml.CollectionNode):
            stack.append((made, []))
        if len(stack) > MAX_DEPTH:
            line, column = made.start_mark.line + 1, made.start_mark.column + 1
            problems.append(
                Problem(path, line, column, "yaml", "Rakenne on liian syvä. Tarkista sisennykset.")
            )
            return None
    return root


def _node(event: Any) -> yaml.Node | None:
    marks = {"start_mark": event.start_mark, "end_mark": event.end_mark}
    if isinstance(event, yaml.ScalarEvent):
        return yaml.ScalarNode("", event.value, **marks, style=event.style)
    if isinstance(event, yaml.AliasEvent):
        return yaml.ScalarNode("", f"*{event.anchor}", **marks)
    if isinstance(event, yaml.MappingStartEvent):
        return yaml.MappingNode("", [], **marks)
    if isinstance(event, yaml.SequenceStartEvent):
        return yaml.SequenceNode("", [], **marks)
    return None


def _refused(path: str, event: Any, second: bool) -> Iterator[Problem]:
    mark = event.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if second and isinstance(event, yaml.DocumentStartEvent):
        message = "Tiedostossa on useampi YAML-dokumentti (---). Jätä yksi."
        yield Problem(path, line, column, "yaml", message)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        name = getattr(event, "anchor", "")
        message = (
            f"Ankkureita ja viittauksia (&{name}, *{name}) ei käytetä. Kirjoita arvo auki; jos & tai * "
            "kuuluu tekstiin, kirjoita teksti lainausmerkkeihin."
        )
        yield Problem(path, line, column, "yaml", message)
    if getattr(event, "tag", None):
        message = (
            f"Arvo alkaa merkillä !, ja YAML luulee sitä tunnisteeksi ({event.tag}). Poista se, tai "
            "kirjoita teksti lainausmerkkeihin."
        )
        yield Problem(path, line, column, "yaml", message)


def _pairs(
    path: str, children: list[yaml.Node], problems: list[Problem]
) -> list[tuple[yaml.Node, yaml.Node]]:
    pairs = list(zip(children[::2], children[1::2], strict=True))
    for key, _ in pairs:
        if not isinstance(key, yaml.ScalarNode):
            line, column = key.start_mark.line + 1, key.start_mark.column + 1
            message = "Avaimen pitää olla sana, ei luettelo. Tarkista sulut ja lainausmerkit."
            problems.append(Problem(path, line, column, "yaml", message))
    return [pair for pair in pairs if isinstance(pair[0], yaml.ScalarNode)]


def _nodes(root: yaml.Node) -> Iterator[yaml.Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _repeated_keys(path: str, root: yaml.Node) -> Iterator[Problem]:
    for node in _nodes(root):
        first: dict[str, int] = {}
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            line = key.start_mark.line + 1
            if key.value in first:
                message = f"Avain ”{key.value}” on jo rivillä {first[key.value]}. Poista toinen."
                yield Problem(path, line, key.start_mark.column + 1, "kaksoisavain", message)
            first.setdefault(key.value, line)


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
