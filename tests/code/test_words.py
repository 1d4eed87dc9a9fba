"""Every fixed word of the files has its Finnish in one place."""

from __future__ import annotations

import ast
import typing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from catalogue.finnish import words
from catalogue.schema import comparison, model, result, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

HOOKS = Path(words.__file__).parents[1]


def literals(value: object) -> Iterator[tuple[str, ...]]:
    """The words of every literal inside a type, however deep."""
    if get_origin(value) is Literal:
        yield get_args(value)
    for part in get_args(value):
        yield from literals(part)


def of_schema() -> dict[tuple[str, ...], str]:
    """The words of every literal that a field of the schema uses, with the first field that does."""
    found: dict[tuple[str, ...], str] = {}
    for module in (comparison, model, result, vocabulary):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                for name, hint in typing.get_type_hints(kind, include_extras=True).items():
                    for values in literals(hint):
                        found.setdefault(values, f"{kind.__name__}.{name}")
    return found


def test_every_literal_of_the_schema_has_finnish() -> None:
    told = {get_args(literal) for literal, _ in words.MEANINGS}
    assert {field for values, field in of_schema().items() if values not in told} == set()


@pytest.mark.parametrize(
    ("literal", "told"), [*words.MEANINGS, *words.MORE], ids=lambda value: str(value)[:60]
)
def test_words_of_a_literal_are_exactly_its_own_and_differ(literal: Any, told: Any) -> None:
    assert set(told) == set(get_args(literal))
    assert len(set(told.values())) == len(told) or literal is vocabulary.Counts  # both per cents
    assert all(all(one) if isinstance(one, tuple) else one for one in told.values())


def test_words_of_some_of_a_literal_are_of_nothing_else() -> None:
    assert set(words.SOURCE_GENITIVES) <= set(get_args(vocabulary.SourceKind))


def test_meanings_come_in_the_order_of_the_literal() -> None:
    assert words.meanings(("organisation", "client")) == (
        ("organisation", "Tavoite palvelujen järjestämiselle"),
        ("client", "Tavoite asiakkaille"),
    )
    with pytest.raises(LookupError, match="outo"):
        words.meanings(("outo",))


def test_no_other_module_tells_a_literal_in_finnish() -> None:
    """A mapping from exactly the words of a literal to texts stands in `words` and nowhere else."""
    every = [frozenset(values) for values in of_schema()]
    ids = {"OF_GROUP"}  # from a status to the id of a filter
    found = []
    for path in HOOKS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign | ast.AnnAssign) or path.name == "words.py":
                continue
            if isinstance(node.value, ast.Dict) and name_of(node) not in ids:
                keys = {key.value for key in node.value.keys if isinstance(key, ast.Constant)}
                texts = all(isinstance(value, ast.Constant) for value in node.value.values)
                if texts and frozenset(keys) in every:
                    found.append(f"{path.name}:{node.lineno}: {name_of(node)}")
    assert found == []


def name_of(node: ast.Assign | ast.AnnAssign) -> str:
    return ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0])
