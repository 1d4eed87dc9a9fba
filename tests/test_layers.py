"""Imports go one way, and one module knows MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[1] / "hooks"
GENERATORS = {"mkdocs", "properdocs", "material"}

# What each module or package of `hooks/catalogue` may import of the others. A new module takes its place here.
MAY_IMPORT: dict[str, set[str]] = {
    "problems": set(),
    "schema": set(),
    "prose": set(),
    "source": {"problems"},
    "formats": {"schema"},
    "messages": {"problems", "source"},
    "records": {"problems", "schema", "source"},
    "derive": {"records", "schema"},
    "comparability": {"derive", "formats", "records", "schema"},
    "selection": {"formats", "records", "schema"},
    "placeholders": {"derive", "formats", "problems", "records", "schema", "selection"},
    "reconcile": {"derive", "formats", "records"},
    "rules": {
        "comparability",
        "derive",
        "formats",
        "placeholders",
        "problems",
        "reconcile",
        "records",
        "schema",
        "selection",
        "source",
    },
    "remains": set(),
    "load": {"messages", "problems", "records", "remains", "rules", "schema", "source"},
    "links": {"formats", "load", "problems", "records", "rules"},
    "gaps": {"comparability", "derive", "records", "schema"},
    "facts": {
        "comparability",
        "derive",
        "formats",
        "gaps",
        "links",
        "reconcile",
        "records",
        "schema",
    },
    "charts": {"formats"},
    "views": {
        "charts",
        "comparability",
        "derive",
        "editor_schema",
        "facts",
        "formats",
        "gaps",
        "links",
        "placeholders",
        "prose",
        "reconcile",
        "records",
        "schema",
        "selection",
    },
    "api": {"derive", "facts", "formats", "links", "reconcile", "records", "schema", "views"},
    "downloads": {"facts", "views"},
    "redirects": {"records"},
    "workbook": {
        "api",
        "comparability",
        "derive",
        "facts",
        "formats",
        "records",
        "schema",
        "views",
    },
    "files": {"api", "downloads", "facts", "redirects", "views", "workbook"},
    "citations": {"facts", "formats", "schema"},
    "page": {"citations"},
    "thesaurus": {"records", "schema"},
    "pages": {"citations", "facts", "formats", "page", "thesaurus", "views"},
    "render": {"citations", "facts", "formats", "page"},
    "editor_schema": {"schema"},
    "coverage": {"formats", "records"},
    "cli_schema": {"editor_schema"},
    "cli_coverage": {"coverage", "load", "problems"},
    "cli": {"cli_coverage", "cli_schema", "links", "load", "pages", "problems"},
}
EDGES: dict[str, set[str]] = {
    "mkdocs_hooks": {
        "citations",
        "facts",
        "files",
        "links",
        "load",
        "page",
        "pages",
        "problems",
        "render",
    },
}
MODULES = sorted(HOOKS.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_module_imports_only_what_its_layer_may(path: Path) -> None:
    unit = unit_of(path)
    allowed = (MAY_IMPORT | EDGES | {"__init__": set()}).get(unit)
    assert allowed is not None, f"{unit} has no place among the layers: give it one in MAY_IMPORT"
    assert core_imports(path) - {unit} <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_only_the_hook_imports_mkdocs(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    assert not roots & GENERATORS or path == HOOKS / "mkdocs_hooks.py"


def test_layers_have_no_cycle() -> None:
    waiting = {unit: set(allowed) for unit, allowed in MAY_IMPORT.items()}
    while waiting:
        free = {unit for unit, allowed in waiting.items() if not allowed}
        assert free, f"these import one another: {sorted(waiting)}"
        waiting = {unit: allowed - free for unit, allowed in waiting.items() if unit not in free}


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


def unit_of(path: Path) -> str:
    """The module or package directly under `hooks/catalogue`, or the edge's own name."""
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return parts[1] if parts[0] == "catalogue" else parts[0]


def core_imports(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("catalogue.")}


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
