"""What a template reads, checked against the types of what it is given, without printing it.

Every name, attribute and loop of a template is followed through its macros, so that a misspelt attribute in a branch
that no data reaches is found. Types are those of the view dataclasses; what they do not tell is a fault, too.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
import types
import typing
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from jinja2 import Environment, nodes

if TYPE_CHECKING:
    from pathlib import Path

Type = Any
Types = frozenset[Type]  # what a value may be; empty is never
ANY: Types = frozenset([Any])
TEXT: Types = frozenset([str])
NUMBER: Types = frozenset([int])
NOTHING = type(None)
FILTERS = {"length": NUMBER, "join": TEXT, "capitalize": TEXT, "safe": TEXT}
LOOP = {"last": bool, "first": bool, "index": int, "index0": int, "length": int}


@dataclass(frozen=True)
class Macro:
    """A macro with the template it stands in: its own names are looked up there."""

    node: nodes.Macro
    home: str


@dataclass
class Reader:
    """Reads templates of one folder. `faults` are what is wrong, `read` the fields of classes that something prints."""

    folder: Path
    globals: dict[str, Types]
    faults: set[str] = field(default_factory=set)
    read: set[tuple[type, str]] = field(default_factory=set)
    seen: set[tuple[str, str, tuple[tuple[str, Types], ...]]] = field(default_factory=set)

    def template(self, name: str, **given: Type) -> None:
        """Read a template that is given values of these types."""
        names = {key: parts(value) for key, value in given.items()}
        tree = parsed(self.folder / name)
        self.body(tree.body, {**self.globals, **self.macros(name), **names}, name)

    def macros(self, name: str) -> dict[str, Any]:
        """The macros that a template defines or takes from others."""
        found: dict[str, Any] = {}
        for node in parsed(self.folder / name).body:
            if isinstance(node, nodes.FromImport):
                theirs = self.macros(typing.cast("nodes.Const", node.template).value)
                for one in node.names:
                    own, ours = one if isinstance(one, tuple) else (one, one)
                    if own not in theirs:
                        self.faults.add(f"{name}:{node.lineno}: no macro {own}")
                    found[ours] = theirs.get(own)
            elif isinstance(node, nodes.Macro):
                found[node.name] = Macro(node, name)
        return found

    def body(self, body: list[nodes.Node], names: dict[str, Any], where: str) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        if not isinstance(part, nodes.TemplateData):
                            self.value(part, names, where)
                case nodes.If():
                    self.value(node.test, names, where)
                    for branch in (node.body, node.elif_, node.else_):
                        self.body(list(branch), names, where)
                case nodes.For():
                    inner = {**names, "loop": frozenset(["loop"])}
                    over = self.value(node.iter, names, where)
                    items = self.items(over, node, where)
                    self.assign(node.target, items, inner, where)
                    if node.test is not None:
                        self.value(node.test, inner, where)
                    self.body(node.body, inner, where)
                    self.body(node.else_, names, where)
                case nodes.Assign():
                    self.assign(node.target, self.value(node.node, names, where), names, where)
                case nodes.Macro() | nodes.FromImport():
                    pass
                case _:
                    self.faults.add(f"{where}:{node.lineno}: {type(node).__name__} is not read")

    def assign(self, target: nodes.Node, value: Types, names: dict[str, Any], where: str) -> None:
        if isinstance(target, nodes.Name):
            names[target.name] = value
        elif isinstance(target, nodes.Tuple):
            for place, one in enumerate(target.items):
                found: set[Type] = set()
                for kind in value:
                    members = get_args(kind) if origin(kind) is tuple else named(kind)
                    if len(members) != len(target.items) or Ellipsis in members:
                        self.faults.add(f"{where}:{target.lineno}: {shown(kind)} is unpacked")
                    else:
                        found |= parts(members[place])
                self.assign(one, frozenset(found), names, where)

    def items(self, over: Types, node: nodes.Node, where: str) -> Types:
        found: set[Type] = set()
        for kind in over - {NOTHING}:
            members = get_args(kind)
            if origin(kind) is tuple and members[1:] == (Ellipsis,):
                found |= parts(members[0])
            elif origin(kind) is tuple and members:
                found |= {part for member in members for part in parts(member)}
            elif kind is not Any:
                self.faults.add(f"{where}:{node.lineno}: {shown(kind)} is looped over")
        return frozenset(found)

    def value(self, node: nodes.Node | None, names: dict[str, Any], where: str) -> Types:
        """What an expression may be; its parts are read on the way."""
        match node:
            case nodes.Name():
                if node.name not in names:
                    self.faults.add(f"{where}:{node.lineno}: no {node.name}")
                    return ANY
                found = names[node.name]
                return found if isinstance(found, frozenset) else ANY
            case nodes.Getattr():
                return self.attribute(self.value(node.node, names, where), node, where)
            case nodes.Getitem():
                over = self.value(node.node, names, where)
                if isinstance(node.arg, nodes.Slice):
                    return over
                self.value(node.arg, names, where)
                if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int):
                    fixed = {
                        part
                        for kind in over
                        if Ellipsis not in get_args(kind)
                        for part in parts((get_args(kind) or named(kind))[node.arg.value])
                    }
                    if fixed:
                        return frozenset(fixed)
                return self.items(over, node, where)
            case nodes.Const():
                return frozenset([type(node.value)])
            case nodes.Call():
                return self.call(node, names, where)
            case nodes.Filter():
                given = self.value(node.node, names, where)
                for argument in node.args:
                    self.value(argument, names, where)
                if node.name not in FILTERS:
                    self.faults.add(f"{where}:{node.lineno}: Filter {node.name} is not read")
                return FILTERS.get(node.name, given)
            case nodes.CondExpr() | nodes.Or() | nodes.And() | nodes.Add() | nodes.Concat():
                made = [self.value(child, names, where) for child in node.iter_child_nodes()]
                return frozenset().union(*made)
            case nodes.Tuple():
                for item in node.items:
                    self.value(item, names, where)
                return ANY
            case None:
                return frozenset([NOTHING])
            case _:
                for child in node.iter_child_nodes():
                    self.value(child, names, where)
                return frozenset([bool])

    def attribute(self, over: Types, node: nodes.Getattr, where: str) -> Types:
        found: set[Type] = set()
        for kind in over - {NOTHING}:
            if kind is Any:
                found.add(Any)
                continue
            hint = (LOOP if kind == "loop" else fields(kind)).get(node.attr)
            if hint is None:
                self.faults.add(f"{where}:{node.lineno}: {shown(kind)} has no {node.attr}")
                continue
            self.read.add((origin(kind) or kind, node.attr))
            found |= parts(hint)
        return frozenset(found)

    def call(self, node: nodes.Call, names: dict[str, Any], where: str) -> Types:
        target = names.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        given = [self.value(argument, names, where) for argument in node.args]
        keywords = {one.key: self.value(one.value, names, where) for one in node.kwargs}
        if not isinstance(target, Macro):
            self.faults.add(f"{where}:{node.lineno}: a call of what is no macro")
            return ANY
        parameters = [one.name for one in target.node.args]
        defaults = dict(zip(parameters[::-1], target.node.defaults[::-1], strict=False))
        bound = {name: self.value(node, {}, target.home) for name, node in defaults.items()}
        bound |= dict(zip(parameters, given, strict=False)) | keywords
        for name in {*parameters} ^ {*bound}:
            self.faults.add(f"{where}:{node.lineno}: {target.node.name} and its {name}")
        key = (target.home, target.node.name, tuple(sorted(bound.items(), key=lambda one: one[0])))
        if key not in self.seen:
            self.seen.add(key)
            inner = {**self.globals, **self.macros(target.home), **bound}
            self.body(target.node.body, inner, target.home)
        return TEXT


@cache
def parsed(path: Path) -> nodes.Template:
    return Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))


def origin(kind: Type) -> Any:
    return get_origin(kind)


def parts(kind: Type) -> Types:
    """The members of a union, else the type itself."""
    if origin(kind) in (Union, types.UnionType):
        return frozenset(part for member in get_args(kind) for part in parts(member))
    return frozenset([kind])


def named(kind: Type) -> tuple[Type, ...]:
    """The types of a named tuple's fields in their order."""
    return tuple(hints(kind).values()) if hasattr(kind, "_fields") else ()


@cache
def fields(kind: Type) -> dict[str, Type]:
    """What may be read of a value: the fields and properties of a dataclass or named tuple, the names of a module."""
    if isinstance(kind, types.ModuleType):
        return {name: type(value) for name, value in vars(kind).items() if name.isupper()}
    bare = origin(kind) or kind
    if not isinstance(bare, type) or not (is_dataclass(bare) or hasattr(bare, "_fields")):
        return {}
    found = dict(hints(bare))
    for name, value in inspect.getmembers(bare, lambda member: isinstance(member, property)):
        found[name] = hints(value.fget)["return"]
    meant = dict(zip(getattr(bare, "__parameters__", ()), get_args(kind), strict=False))
    return {name: filled(hint, meant) for name, hint in found.items()}


def filled(hint: Type, meant: dict[Any, Type]) -> Type:
    """A hint of a generic class with what its type variables stand for."""
    variables = getattr(hint, "__parameters__", ())
    return hint[tuple(meant[one] for one in variables)] if variables else meant.get(hint, hint)


@cache
def hints(thing: Any) -> dict[str, Type]:
    """Type hints, with the names that the module imports for the type checker only."""
    module = sys.modules[thing.__module__]
    space = dict(vars(module))
    tree = ast.parse(inspect.getsource(module))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for one in node.body:
                if isinstance(one, ast.ImportFrom) and one.module:
                    other = importlib.import_module(one.module)
                    space |= {
                        name.asname or name.name: getattr(other, name.name)
                        for name in one.names
                        if hasattr(other, name.name)
                    }
                elif isinstance(one, ast.Import):
                    space |= {
                        (name.asname or name.name): importlib.import_module(name.name)
                        for name in one.names
                    }
    return typing.get_type_hints(thing, space)


def shown(kind: Type) -> str:
    return getattr(kind, "__name__", str(kind))
