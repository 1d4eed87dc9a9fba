"""Templates compiled so that printing is quick: a value is asked for, a macro called and a text escaped at once.

Jinja looks each time whether a value is a mapping, whether what is called takes the context, and which arguments it takes.
Views hold attributes and macros take what they name, so that nothing but time is saved: a name that a view has not
stops the build, as ever. What a template says otherwise (`{% call %}`, `*args`) is compiled as ever.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

from catalogue.site.terse import terse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import CodeType

    from jinja2 import Template
    from jinja2.bccache import Bucket

    from catalogue.cache import Contents

OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
}


def escaped(value: object) -> str:
    """What `escape` makes, as plain text: a page prints thousands of values, and none is looked at again."""
    if value.__class__ is str:
        special = "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        return str(escape(value)) if special else value
    return value if value.__class__ is Markup else str(escape(value))


def macro(made: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """A macro that takes these arguments; of one that is not given its own text tells what there is instead."""

    def called(*given: Any, **named: Any) -> Markup:
        if named or len(given) != len(names):
            given += tuple(named.pop(name, missing) for name in names[len(given) :])
        if named:
            raise TypeError(f"a macro takes no argument {next(iter(named))!r}")
        return str.__new__(Markup, made(*given))

    return called


class _Generator(CodeGenerator):
    """Python of a template."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)  # type: ignore[arg-type]
        else:
            self.write("environment.escaped(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"environment.macro(macro, {names!r})")


class Quick(Environment):
    """Templates escape everything by default; one that has not changed is compiled once, however often a site is built."""

    code_generator_class = _Generator
    escaped, macro = staticmethod(escaped), staticmethod(macro)

    @cached_property
    def loaded(self) -> dict[str, Template]:
        """Templates by their names."""
        return {}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:
        """The template of a name, looked for once."""
        if globals is not None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self.loaded:
            self.loaded[name] = super().get_template(name, parent)
        return self.loaded[name]

    def preprocess(self, source: str, name: Any = None, filename: Any = None) -> str:
        """The text of a template as it is printed."""
        return terse(super().preprocess(source, name, filename))

    def compile(self, source: Any, name: Any = None, filename: Any = None, *_: Any) -> Any:
        """The code of a template's text."""
        return _compiled(source, name, filename)


@lru_cache(maxsize=200)
def _compiled(source: str, name: str | None, filename: str | None) -> CodeType:
    return Environment.compile(Quick(**OPTIONS), source, name, filename)


class Compiled(BytecodeCache):
    """Templates as earlier builds compiled them, each by its own text."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code of the template, where there is some."""
        if known := self.contents.get("pohja", bucket.key, bucket.checksum):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code for the next build."""
        self.contents.put(bucket.bytecode_to_string(), "pohja", bucket.key, bucket.checksum)
