"""Every single fault that can be planted in a module: what it changes, where, and the module with it."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

Located = ast.expr | ast.stmt | ast.keyword
Plant = Callable[[ast.AST], None]
# Attributes and words that a hand may take for each other.
SIBLINGS = (
    ("numerator", "denominator"),
    ("low", "high"),
    ("least", "most"),
    ("before", "after"),
    ("value", "baseline"),
    ("count", "of"),
    ("n", "denominator"),
    ("start", "end"),
    ("claim", "known"),
    ("computed", "guess"),
    ("enablers", "barriers"),
    ("stayed", "ended"),
    ("name", "summary"),
    ("title", "publisher"),
    ("short", "at"),
    ("label", "url"),
    ("region", "type"),
    ("main", "rate"),
    ("period", "population"),
    ("fi", "sv"),
)
# Words and names whose exchange turns a meaning round. Every such fault is planted, and every one must be seen.
MEANINGS = (
    ("enabler", "barrier"),
    ("enablers", "barriers"),
    ("edisti", "esti"),
    ("precedes", "follows"),
    ("national", "county"),
    ("numerator", "denominator"),
    ("n", "denominator"),
    ("low", "high"),
    ("before", "after"),
    ("least", "most"),
    ("value", "baseline"),
    ("open", "guarded"),
    ("stayed", "ended"),
    ("reached", "not_reached"),
    ("improved", "worsened"),
    ("client", "organisation"),
    ("decided", "in_use"),
    ("adopt", "end"),
    ("fully", "not"),
    ("said", "inferred"),
    ("own", "national"),
    ("claim", "known"),
    ("known", "guess"),
    ("stock", "flow"),
)
MEANT = {one: other for pair in MEANINGS[::-1] for one, other in (pair, pair[::-1])}
RECORD = 4  # so many values are the fields of a record
SIZES = ("small", "SMALL_N", "SMALLEST")  # what marks or hides a small number
RECORDS = (
    "api/made.py",
    "files/api.py",
    "files/sheets.py",
    "files/workbook.py",
)  # there every field and column is a meaning
TWINS = {one: other for pair in SIBLINGS for one, other in (pair, pair[::-1])}
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
TYPES = ("Literal", "Mapping", "Callable", "Iterable", "Iterator", "tuple", "list", "dict")
LINE = 90  # characters of code that the name of a fault shows
FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, eq=False)
class Fault:
    """`what` says it in one line; `make` gives the whole text of the file with the fault in it."""

    path: str
    line: int
    what: str
    make: Callable[[], str]
    meant: bool = False  # it turns a meaning round

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def of_module(path: str, source: str) -> Iterator[Fault]:
    """The faults of one Python module, in the order of its text."""
    tree = ast.parse(source)
    asked = {*_asked_whether_there(tree)}
    for place in _places(tree):
        for what, plant in _faults(path, place):
            twin = copy.deepcopy(place)
            plant(twin)
            before, after = ast.unparse(place), ast.unparse(twin)
            if before != after:
                told = f"{what}: {' -> '.join(_shortly(before, after))}"
                make = partial(_planted, tree, place, plant)
                meant = place not in asked and _is_meant(what, place)
                yield Fault(path, place.lineno, told, make, meant)


def _asked_whether_there(tree: ast.Module) -> Iterator[ast.AST]:
    """`x.low is None`, `if x.low`: either end answers as well, so one for the other changes no meaning."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.IfExp):
            yield node.test
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is | ast.IsNot):
            yield node.left


def _is_meant(what: str, place: ast.AST) -> bool:
    if what.startswith("meaning") or what == "columns swapped":
        return True
    if what in ("condition", "comparison", "number"):
        return any(
            getattr(node, "id", getattr(node, "attr", "")) in SIZES
            for node in ast.walk(place.test if isinstance(place, ast.If | ast.IfExp) else place)
        )
    return False


def _planted(tree: ast.Module, place: ast.AST, plant: Plant) -> str:
    made = copy.deepcopy(tree)
    plant(_twin(tree, made, place))
    return ast.unparse(ast.fix_missing_locations(made))


def _places(tree: ast.Module) -> Iterator[Located]:
    """What says something: no imports, annotations, docstrings, assertions, decorators, messages of raised errors."""
    waiting: list[ast.AST] = [tree]
    unordered: set[ast.AST] = set()  # what is only asked whether it holds something
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert | ast.Raise):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in TYPES:
            continue
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            unordered.add(node.comparators[0])
        if isinstance(node, Located) and node not in unordered:
            yield node
        inside = [
            child
            for name, value in ast.iter_fields(node)
            if name not in ("annotation", "returns", "decorator_list", "type_comment", "bases")
            for child in (value if isinstance(value, list) else [value])
            if isinstance(child, ast.AST)
        ]
        waiting += reversed(inside)


def _faults(path: str, node: ast.AST) -> Iterator[tuple[str, Plant]]:
    yield from _meant(path, node)
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARED:
            yield "comparison", _set("ops", [COMPARED[type(op)]()])
        case ast.BoolOp(op=op):
            yield "and/or", _set("op", ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.BinOp(op=op, left=left, right=right) if type(op) in COUNTED and not (
            _is_text(left) or _is_text(right)
        ):
            yield "operator", _set("op", COUNTED[type(op)]())
        case ast.If() | ast.IfExp() | ast.While():
            yield "condition", _negate
        case ast.Constant(value=bool(value)):
            yield "word", _set("value", not value)
        case ast.Constant(value=int(value)):
            yield "number", _set("value", value + 1)
        case ast.Constant(value=str(value)):
            yield "text", _set("value", f"{value}§" if value else "§")
        case ast.Name(id=name) if name in FUNCTIONS:
            yield "function", _set("id", FUNCTIONS[name])
        case ast.Attribute(attr=name) if name in TWINS:
            yield "attribute", _set("attr", TWINS[name])
        case ast.Dict(values=[_, _, *_]):
            yield "words of a mapping swapped", _swap("values")
        case ast.Tuple(elts=[_, _, *_]) | ast.List(elts=[_, _, *_]):
            yield "elements swapped", _swap("elts")
            yield "element dropped", _drop("elts")
        case ast.Call(args=[_, _, *_]) if ast.unparse(node.func) not in FUNCTIONS and not any(
            isinstance(a, ast.Starred) for a in node.args
        ):
            yield "arguments swapped", _swap("args")
    if isinstance(node, ast.Call) and len([one for one in node.keywords if one.arg]) > 1:
        yield "keywords swapped", _swap_keywords
    if isinstance(node, ast.Call) and any(one.arg == "key" for one in node.keywords):
        yield "order dropped", _drop_key
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
        yield "yield dropped", _set("value", ast.Constant(None))
    if isinstance(node, ast.AugAssign):
        yield "addition dropped", _set("value", ast.Tuple([], ast.Load()))
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) and any(
        one.ifs for one in node.generators
    ):
        yield "filter", _negate_filter


def _meant(path: str, node: ast.AST) -> Iterator[tuple[str, Plant]]:
    """Meanings turned round: words and names taken for each other, fields and columns one place off."""
    match node:
        case ast.Constant(value=str(word)) if word in MEANT:
            yield "meaning of a word", _set("value", MEANT[word])
        case ast.Attribute(attr=name) if name in MEANT:
            yield "meaning of a name", _set("attr", MEANT[name])
        case ast.keyword(arg=str(name)) if name in MEANT:
            yield "meaning of a keyword", _set("arg", MEANT[name])
        case ast.Dict(keys=keys):
            words = {
                key.value: place for place, key in enumerate(keys) if isinstance(key, ast.Constant)
            }
            for one, other in MEANINGS:
                if one in words and other in words:
                    yield "meaning of two words", _exchange("values", words[one], words[other])
    if path.endswith(RECORDS):
        name = {ast.Dict: "values", ast.Tuple: "elts"}.get(type(node), "")
        many = len(getattr(node, name)) if name else 0
        for place in range(many - 1 if many >= RECORD else 0):
            yield "columns swapped", _exchange(name, place, place + 1)


def _exchange(name: str, one: int, other: int) -> Plant:
    def plant(node: ast.AST) -> None:
        values = [*getattr(node, name)]
        values[one], values[other] = values[other], values[one]
        setattr(node, name, values)

    return plant


def _set(name: str, value: object) -> Plant:
    return lambda node: setattr(node, name, value)


def _swap(name: str) -> Plant:
    def plant(node: ast.AST) -> None:
        first, second, *others = getattr(node, name)
        setattr(node, name, [second, first, *others])

    return plant


def _drop(name: str) -> Plant:
    return lambda node: setattr(node, name, getattr(node, name)[:-1])


def _negated(test: ast.expr) -> ast.expr:
    return test.operand if isinstance(test, ast.UnaryOp) else ast.UnaryOp(ast.Not(), test)


def _negate(node: ast.AST) -> None:
    assert isinstance(node, ast.If | ast.IfExp | ast.While)
    node.test = _negated(node.test)


def _negate_first(node: ast.AST) -> None:
    assert isinstance(node, ast.comprehension)
    node.ifs[0] = _negated(node.ifs[0])


def _negate_filter(node: ast.AST) -> None:
    assert isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp)
    _negate_first(next(one for one in node.generators if one.ifs))


def _swap_keywords(node: ast.AST) -> None:
    assert isinstance(node, ast.Call)
    first, second = [one for one in node.keywords if one.arg][:2]
    first.value, second.value = second.value, first.value


def _drop_key(node: ast.AST) -> None:
    assert isinstance(node, ast.Call)
    node.keywords = [one for one in node.keywords if one.arg != "key"]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _twin(tree: ast.AST, made: ast.AST, place: ast.AST) -> ast.AST:
    """The node of a copied tree that stands where `place` stands in the first."""
    pairs = zip(ast.walk(tree), ast.walk(made), strict=True)
    return next(twin for node, twin in pairs if node is place)


def _shortly(before: str, after: str) -> Iterator[str]:
    """Both as a line; of a long one what lies around the first difference."""
    lines = [" ".join(text.split()) for text in (before, after)]
    differs = next(at for at, (one, other) in enumerate(zip_longest(*lines)) if one != other)
    start = max(0, differs - LINE // 3)
    for line in lines:
        cut = line[start : start + LINE] if len(line) > LINE else line
        yield cut if cut == line else f"{'…' * (start > 0)}{cut}…"
