"""Imports go one way, and one module knows MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
GENERATORS = {"mkdocs", "properdocs", "material"}

# The floors of `hooks/catalogue`, lowest first: a module imports only from floors below its own, or from its own floor
# where that is a package. A new module takes its place here. `name.*` is every module of a package.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("problems", "memory", "writing", "aside", "schema.*"),
    ("cache",),
    ("reading.*",),
    ("records",),
    ("links.*", "finnish.*", "permanence.*"),
    ("answers.*",),
    ("figures.*",),
    ("rules.*",),
    ("load",),
    ("changes.*",),
    ("facts",),
    ("authoring.*", "releases.*"),
    ("site.parts.*",),
    ("api.*",),
    ("site.found",),
    (
        "site.page",
        "site.faults",
        "site.breaking",
        "site.captions",
        "site.compiling",
        "site.explained",
        "site.spared",
        "site.terse",
    ),
    ("site.paging",),
    ("site.comparison.*",),
    ("site.brief.*",),
    ("site.pages.*",),
    ("site.side_by_side.*",),
    ("site.policy",),
    ("site.assets",),
    ("site.render",),
    ("site.frame",),
    ("site.written",),
    ("site.sitemap",),
    ("search.*",),
    ("files.*",),
    ("review.*",),
    ("desk.*",),
    ("edition", "history"),
    ("build",),
    ("asked",),
    ("linkcheck.*",),
    ("commands.*",),
)
# Doors that stay shut though the floors would allow them.
NEVER = (
    ("facts", "rules.*"),
    ("facts", "load"),
    ("site.*", "rules.*"),
    ("site.*", "load"),
    ("site.*", "reading.source"),
    ("site.*", "answers.messages"),
    ("site.*", "reading.remains"),
    ("files.*", "rules.*"),
    ("files.*", "load"),
    ("search.*", "rules.*"),
    ("search.*", "load"),
    ("linkcheck.*", "site.*"),
    ("linkcheck.*", "load"),
    ("commands.*", "site.*"),
)
# What each module outside the package may import of it.
EDGES = {
    "mkdocs_hooks": (
        "problems",
        "edition",
        "history",
        "memory",
        "build",
        "asked",
        "writing",
        "site.faults",
        "site.frame",
        "site.policy",
        "site.parts.addresses",
        "site.render",
    ),
    "sitegen.__init__": (),
    "sitegen.run": ("asked", "build", "facts", "site.assets"),
    "sitegen.files": (
        "site.assets",
        "site.captions",
        "site.compiling",
        "site.found",
        "site.page",
        "site.render",
    ),
    "sitegen.frames": ("site.frame", "site.page"),
    "sitegen.serving": ("asked", "site.faults", "writing"),
}
ROOT_INIT = HOOKS / "catalogue" / "__init__.py"
MODULES = sorted(
    path
    for path in (
        *HOOKS.glob("*.py"),
        *(HOOKS / "sitegen").glob("*.py"),
        *(HOOKS / "catalogue").rglob("*.py"),
    )
    if path != ROOT_INIT
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_module_imports_only_from_floors_below(path: Path) -> None:
    own = name_of(path)
    if HOOKS / "catalogue" not in path.parents:
        allowed = EDGES.get(own)
        assert allowed is not None, f"{own} is no known edge: give it a line in EDGES"
        assert [
            other for other in core_imports(path) if not any(fits(other, name) for name in allowed)
        ] == []
        return
    here = floor_of(own)
    above = [other for other in core_imports(path) if other and floor_of(other) > here]
    beside = [
        other
        for other in core_imports(path)
        if other and floor_of(other) == here and package_of(other) != package_of(own)
    ]
    shut = [
        other
        for other in core_imports(path)
        for room, door in NEVER
        if fits(own, room) and fits(other, door)
    ]
    assert (above, beside, shut) == ([], [], [])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_only_the_hook_imports_mkdocs(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    assert not roots & GENERATORS or path == HOOKS / "mkdocs_hooks.py"


def test_every_floor_holds_a_module() -> None:
    names = [name_of(path) for path in MODULES]
    empty = [
        room for floor in FLOORS for room in floor if not any(fits(one, room) for one in names)
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from .problems import Problem", {"catalogue.rules.problems"}),
        ("from ..load import load", {"catalogue.load"}),
        ("from .. import load, derive", {"catalogue.load", "catalogue.derive"}),
        ("import catalogue.load as l", {"catalogue.load"}),
        ("from catalogue import load", {"catalogue.load"}),
        ("def f():\n    from mkdocs.config import Config", {"mkdocs.config.Config"}),
        ("if TYPE_CHECKING:\n    import mkdocs", {"mkdocs"}),
    ],
)
def test_every_way_to_import_is_seen(code: str, found: set[str]) -> None:
    seen = imports_of(code, ("catalogue", "rules", "names"))
    assert {
        name for name in found if not any(one == name or one.startswith(f"{name}.") for one in seen)
    } == set()


def name_of(path: Path) -> str:
    """`site.pages.model` of a module in the package, the plain name of an edge."""
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[1:] if parts[0] == "catalogue" else parts)


def fits(name: str, room: str) -> bool:
    return name == room or (room.endswith(".*") and f"{name}.".startswith(room[:-1]))


def package_of(name: str) -> str:
    """The package whose modules may know one another; a module of its own floor is alone."""
    return name.rpartition(".")[0] or name


def floor_of(name: str) -> int:
    """The floor of a module; of an `__init__`, the lowest that its package has."""
    name = name.removesuffix(".__init__")
    for number, floor in enumerate(FLOORS):
        if any(fits(name, room) or room.startswith(f"{name}.") for room in floor):
            return number
    raise AssertionError(f"{name} has no floor: give it a place in FLOORS")


def core_imports(path: Path) -> list[str]:
    """Every module of the package that this one imports, by its name under `catalogue`."""
    found = {
        module_of(name.removeprefix("catalogue."))
        for name in imports(path)
        if name.startswith("catalogue.")
    }
    return sorted(found - {name_of(path), ""})


def module_of(dotted: str) -> str:
    """The module of `figures.figure.Figure`: the longest part that is a file."""
    parts = dotted.split(".")
    while parts and not (
        (HOOKS / "catalogue" / "/".join(parts)).with_suffix(".py").is_file()
        or (HOOKS / "catalogue" / "/".join(parts) / "__init__.py").is_file()
    ):
        parts.pop()
    return ".".join(parts)


def imports(path: Path) -> set[str]:
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return imports_of(path.read_text(encoding="utf-8"), parts)


def imports_of(code: str, module: tuple[str, ...]) -> set[str]:
    """Full dotted names of everything that the code imports, anywhere in it; `module` is its own dotted name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = list(module[: len(module) - node.level]) if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found
