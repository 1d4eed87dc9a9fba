"""Does a test see the fault? Every fault is judged in a fork of a warm process, two at a time.

First the golden texts, then the golden cases of the checker where it stands on the module, then the tests of code that
import the module.

The floors that faults are planted in are imported only in the fork, so that the fault is in everything built on them.
First come the faults of the lower floors; then those floors are imported and every catalogue is read, once, and what
stands on them is judged in forks that begin from there.
"""

from __future__ import annotations

import gc
import importlib
import importlib.abc
import importlib.util
import os
import pickle
import re
import signal
import sys
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from catalogue.facts import Facts
    from catalogue.writing import Packed

    from .faults import Fault

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / "hooks"
TEMPLATES = ROOT / "overrides" / "catalogue"
LOWER = ("figures", "finnish", "facts")  # where faults are planted: what catalogues are read with,
UPPER = ("api", "site", "files")  # and what stands on that
CHECKED = ("figures", "finnish")  # those of them that the rules stand on
WARM = ("pydantic", "yaml", "nh3", "markdown", "xlsxwriter", "openpyxl", "bs4", "ruamel.yaml")
SECONDS = 120  # of processor time, for the machine may have other work
TESTS = ROOT / "tests" / "code"
Spoken = list[
    list[tuple[str, str, "str | bytes | Packed"]]
]  # by case: golden name, address, what the core made


def warm() -> None:
    """Import what no fault can change: libraries, and the floors below those that are judged."""
    for name in WARM:
        importlib.import_module(name)
    for path in sorted((HOOKS / "catalogue").rglob("*.py")):
        name = ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")
        if name.split(".")[1:2] in (["schema"], ["links"], ["reading"], ["problems"], ["records"]):
            importlib.import_module(name)
    gc.freeze()  # a fork does not copy what it only looks over
    _not_yet(*LOWER, *UPPER)


def _not_yet(*floors: str) -> None:
    early = [name for name in sys.modules if name.split(".")[:2][1:] in [[one] for one in floors]]
    assert not early, f"imported too early to be planted in: {early}"


def _read_every_case() -> list[Facts]:
    """The facts of the base and of each case, everything in them computed."""
    from catalogue.facts import Facts
    from pages.cases import CATALOGUES, files_of
    from pages.harness import facts_of

    found = [facts_of(files_of(case)) for case in CATALOGUES]
    for name, value in vars(Facts).items():
        if isinstance(value, cached_property):
            for facts in found:
                getattr(facts, name)
    gc.freeze()
    _not_yet(*UPPER)
    return found


def spoken() -> Spoken:
    """What the core says today, case by case, read in a fork."""
    said: Spoken = pickle.loads(_forked(lambda: pickle.dumps(_all_said())))
    return said


def survivors(faults: Sequence[Fault], said: Spoken, tell: Callable[[str], None]) -> list[Fault]:
    """The faults that no golden text and no golden case saw."""
    lower = [fault for fault in faults if _floor(fault) in LOWER]
    upper = [fault for fault in faults if _floor(fault) not in LOWER]
    left = _survivors(lower, said, None, tell) if lower else []
    return left + (_survivors(upper, said, _read_every_case(), tell) if upper else [])


def _floor(fault: Fault) -> str:
    return fault.path.split("/")[2].removesuffix(".py")


def _survivors(
    faults: Sequence[Fault], said: Spoken, read: list[Facts] | None, tell: Callable[[str], None]
) -> list[Fault]:
    left: list[Fault] = []
    running: dict[int, Fault] = {}
    waiting, done = iter(faults), 0
    while True:
        while len(running) < 2 and (fault := next(waiting, None)):
            running[_judge(fault, said, read)] = fault
        if not running:
            return left
        process, status = os.wait()
        fault, done = running.pop(process), done + 1
        if status == 0:
            left.append(fault)
            tell(f"  survived {fault}")
        elif done % 100 == 0:
            tell(f"  {done} of {len(faults)}: {done - len(left)} caught")


def _judge(fault: Fault, said: Spoken, read: list[Facts] | None) -> int:
    """Start a process that ends with 0 when nobody sees the fault."""
    if process := os.fork():
        return process
    gc.disable()
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        _plant(fault)
        seen = (
            _heard_otherwise(said, read)
            or (_checks(fault) and _told_otherwise())
            or _tests_fail(tests_of(fault))
        )
    except BaseException:
        seen = True
    os._exit(1 if seen else 0)


def _checks(fault: Fault) -> bool:
    """Whether the checker of files stands on the module."""
    return _floor(fault) in CHECKED


def _plant(fault: Fault) -> None:
    if fault.path.endswith(".html"):
        _plant_template(Path(fault.path).name, fault.make())
    else:
        name = ".".join(Path(fault.path).relative_to("hooks").with_suffix("").parts)
        sys.meta_path.insert(0, Planted(name.removesuffix(".__init__"), fault))


class Planted(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a text that is not the file's."""

    def __init__(self, name: str, fault: Fault) -> None:
        self.name, self.fault = name, fault

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        file = ROOT / self.fault.path
        where = [str(file.parent)] if file.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            name, file, loader=self, submodule_search_locations=where
        )

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.fault.make(), self.fault.path, "exec"), module.__dict__)


def _plant_template(name: str, source: str) -> None:
    read = jinja2.FileSystemLoader.get_source

    def get_source(
        self: jinja2.FileSystemLoader, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        if template == name:
            return source, name, lambda: True
        return read(self, environment, template)

    jinja2.FileSystemLoader.get_source = get_source  # type: ignore[method-assign]


def _all_said() -> Spoken:
    from pages.cases import CATALOGUES, files_of
    from pages.harness import said

    return [
        [(one.golden, one.address, one.raw) for one in said(files_of(case))] for case in CATALOGUES
    ]


def _heard_otherwise(expected: Spoken, read: list[Facts] | None) -> bool:
    """Whether any golden text differs. What is made alike is heard alike, so only the rest is put into words."""
    from pages.cases import CATALOGUES, files_of
    from pages.harness import Said, facts_of, said_of

    cases = read or (facts_of(files_of(case)) for case in CATALOGUES)
    for facts, texts in zip(cases, expected, strict=True):
        for before, now in zip_longest(texts, said_of(facts)):
            if before is None or now is None or before[:2] != (now.golden, now.address):
                return True
            if before[2] != now.raw and Said(*before).text != now.text:
                return True
    return False


def _told_otherwise() -> bool:
    """Whether any golden case of the checker gives other problems than it must."""
    from golden import BASE, CASES, files_of, told

    base = files_of(BASE)
    for case in sorted(folder for folder in CASES.glob("*/*") if folder.parent.name != "base"):
        expected = case / "expected.txt"
        text = expected.read_text(encoding="utf-8") if expected.exists() else ""
        if told(base | files_of(case)) != text:
            return True
    return False


def tests_of(fault: Fault) -> list[str]:
    """The tests of code that import the module, or the template's view; not what needs a browser or a built site."""
    if fault.path.endswith(".html"):
        view = f"{Path(fault.path).stem.replace('-', '_')}_view"
        imports = re.compile(rf"import .*\b{view}\b")
    else:
        name = ".".join(Path(fault.path).relative_to("hooks").with_suffix("").parts)
        parent, _, last = name.rpartition(".")
        imports = re.compile(
            rf"from {re.escape(name)} import|from {re.escape(parent)} import .*\b{last}\b"
        )
    paths = sorted(TESTS.rglob("test_*.py"))
    return [str(path) for path in paths if imports.search(path.read_text(encoding="utf-8"))]


def _tests_fail(paths: list[str]) -> bool:
    import pytest

    quiet = ("-x", "-q", "-p", "no:cacheprovider", "-m", "not browser and not site")
    return bool(paths) and pytest.main([*quiet, *paths]) in (
        pytest.ExitCode.TESTS_FAILED,
        pytest.ExitCode.INTERRUPTED,  # a module that cannot be imported
    )


def _forked(work: Callable[[], bytes]) -> bytes:
    """What `work` gives, done in a fork so that nothing it imports stays here."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.close(reader)
        with os.fdopen(writer, "wb") as out:
            out.write(work())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as incoming:
        made = incoming.read()
    os.wait()
    return made


def modules() -> Iterator[Path]:
    """Every module that faults are planted in."""
    core = HOOKS / "catalogue"
    for floor in (*LOWER, *UPPER):
        yield from sorted((core / floor).rglob("*.py")) or [core / f"{floor}.py"]


def templates() -> Iterable[Path]:
    return sorted(TEMPLATES.glob("*.html"))
