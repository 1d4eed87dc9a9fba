"""The site's own styles, scripts and fonts as the browser gets them: few files, each named by what it holds.

A page and what it is dressed in belong together: a name that changes with the content never mixes two versions. Scripts
are written as modules and sent as ordinary scripts, which a browser also runs from a disk. `content/assets/modules.js`
keeps them: each module is a function there, run once when it is first used.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from posixpath import basename, dirname, join, normpath, splitext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FOLDER = "assets/"
KEEPER = "modules.js"
ALONE = (".woff2", ".svg", "/first.js")  # sent as they are
URL = re.compile(r'url\("(?!data:)([^"]+)"\)')
REMARK = re.compile(r"/\*.*?\*/|^\s*//[^\n]*$", re.DOTALL | re.MULTILINE)
IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function\*? ?|const |class )(\w+)", re.MULTILINE)
LATER = re.compile(r'\bimport\("([^"]+)"\)')
PLACE = re.compile(r"\bimport\.meta\.url\b")
LEFT = re.compile(r"^(?:import|export)\b.*|\bimport[.(].*", re.MULTILINE)


class Unpackable(Exception):
    """A script is written in a way that this module does not know; the message names it and the line, in Finnish."""


@dataclass(frozen=True)
class Assets:
    """`files` by address; `style`, `script` are what every page loads; `named` is the address of a file sent as it is."""

    files: Mapping[str, bytes]
    named: Mapping[str, str]
    style: str
    script: str


@dataclass(frozen=True)
class Module:
    """One script: what it takes from others at once, what it may fetch later, and itself as a function's body."""

    name: str
    uses: tuple[str, ...]
    later: tuple[str, ...]
    text: str


def packed(written: Mapping[str, bytes], styles: Sequence[str], scripts: Sequence[str]) -> Assets:
    """What is written under `content/`, by address from there; the styles and scripts that every page loads, in order.

    Raises `Unpackable`.
    """
    files: dict[str, bytes] = {}

    def put(address: str, content: bytes) -> str:
        stem, _, kind = address.rpartition(".")
        named = f"{stem}.{sha256(content).hexdigest()[:10]}.{kind}"
        files[named] = content
        return named

    named = {name: put(name, content) for name, content in written.items() if name.endswith(ALONE)}
    style = put(f"{FOLDER}site.css", "\n".join(_layers(written, styles, named)).encode())
    modules = {
        name.removeprefix(FOLDER): _module(name.removeprefix(FOLDER), content.decode())
        for name, content in written.items()
        if name.endswith(".js") and not name.endswith((KEEPER, *ALONE))
    }
    entries = [name.removeprefix(FOLDER) for name in scripts]
    first = _reached(modules, entries)
    parts: dict[str, str] = {}
    for start in sorted({later for module in modules.values() for later in module.later}):
        if start not in first and start not in parts:
            chosen = _reached(modules, [start])
            chunk = "".join(_kept(modules[name]) for name in chosen if name not in first)
            address = put(f"{FOLDER}{start}", chunk.encode())
            parts[start] = address.removeprefix(FOLDER)
    keeper = written[f"{FOLDER}{KEEPER}"].decode()
    script = put(
        f"{FOLDER}site.js",
        "".join(
            [
                REMARK.sub("", keeper),
                f"modules.parts = {json.dumps(parts, sort_keys=True)};\n",
                *(_kept(modules[name]) for name in first),
                *(f"modules.use({json.dumps(name)});\n" for name in entries),
            ]
        ).encode(),
    )
    return Assets(files, named, style, script)


def _layers(
    written: Mapping[str, bytes], styles: Sequence[str], named: Mapping[str, str]
) -> Iterator[str]:
    """Every style sheet as a layer of its own: what a later sheet says stands, however special the earlier selector.

    Addresses in it lead to the files of the new names.
    """
    for name in styles:
        folder, layer = dirname(name), splitext(basename(name))[0]

        def moved(found: re.Match[str], folder: str = folder) -> str:
            address = named[normpath(join(folder, found[1]))]
            return f'url("{address.removeprefix(FOLDER)}")'

        yield f"@layer {layer} {{\n{URL.sub(moved, written[name].decode())}}}"


def _module(name: str, written: str) -> Module:
    """Its exports are what the function returns, its imports are taken from the keeper."""
    text = REMARK.sub("", written)
    beside = dirname(name)
    uses = tuple(normpath(join(beside, found[1])) for found in IMPORT.findall(text))
    later = tuple(normpath(join(beside, found)) for found in LATER.findall(text))
    given = [found[1] for found in EXPORT.findall(text)]
    text = IMPORT.sub(
        lambda found: (
            f"const {{{found[1].replace(' as ', ': ')}}} = "
            f"modules.use({json.dumps(normpath(join(beside, found[2])))});"
        ),
        text,
    )
    text = EXPORT.sub(r"\1\2", text)
    text = LATER.sub(
        lambda found: f"modules.later({json.dumps(normpath(join(beside, found[1])))})", text
    )
    text = PLACE.sub(f"modules.at({json.dumps(name)})", text)
    if left := LEFT.search(text):
        raise Unpackable(f"{FOLDER}{name}: tätä kohtaa ei osata koota: {left[0]}")
    lines = "\n".join(line for line in text.splitlines() if line.strip())
    return Module(name, uses, later, f"{lines}\nreturn {{{', '.join(given)}}};")


def _kept(module: Module) -> str:
    return f"modules.keep({json.dumps(module.name)}, () => {{\n{module.text}\n}});\n"


def _reached(modules: Mapping[str, Module], starts: Iterable[str]) -> list[str]:
    """The modules that these need at once, each after what it needs."""
    done: list[str] = []

    def walk(name: str) -> None:
        if name not in done:
            for used in modules[name].uses:
                walk(used)
            done.append(name)

    for start in starts:
        walk(start)
    return done
