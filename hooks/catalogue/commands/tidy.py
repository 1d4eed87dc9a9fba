"""`mallit format`: every data file in one form, or which are not."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from catalogue.authoring.tidy import tidied
from catalogue.load import place_of_file
from catalogue.schema.editor import KINDS
from catalogue.writing import replace

if TYPE_CHECKING:
    import argparse

    from pydantic import BaseModel

MARK = "# yaml-language-server: $schema="
SCHEMAS = {kind.record: kind.name for kind in KINDS}


def add(commands: Any) -> None:
    """Add `mallit tidy`."""
    command = commands.add_parser(
        "format", help="järjestä kentät ja rivit yhteen muotoon; kommentit säilyvät"
    )
    command.add_argument(
        "paths", nargs="*", type=Path, default=[Path("models")], help="tiedostot tai kansiot"
    )
    command.add_argument(
        "--check", action="store_true", help="kerro vain, mitkä eivät ole muodossa"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    stale = []
    for path in sorted(_files(given.paths)):
        made = formatted(path, Path("models"))
        if made is not None and made != path.read_bytes():
            stale.append(path)
            if not given.check:
                replace(path, made.decode("utf-8"))
    for path in stale:
        told = "ei ole yhteisessä muodossa: aja mallit format" if given.check else "muotoiltu"
        print(f"{path.as_posix()}: {told}")
    print(
        f"Tiedostoja muotoilematta: {len(stale)}" if given.check else f"Muotoiltu: {len(stale)}",
        file=sys.stderr,
    )
    return 1 if stale and given.check else 0


def formatted(path: Path, root: Path) -> bytes | None:
    """The file in the one form, with the schema that editors read; None where it is no data file of ours."""
    name = PurePosixPath(path.resolve().relative_to(root.resolve()).as_posix())
    place = place_of_file(name)
    if isinstance(place, str):
        return None
    _, record_id, schema = place
    made = tidied(path.as_posix(), path.read_bytes(), schema, many=record_id is None)
    return _marked(made, name, schema)


def _marked(raw: bytes, name: PurePosixPath, schema: type[BaseModel]) -> bytes:
    """With the first line that tells an editor which schema the file has."""
    text = raw.decode("utf-8", "surrogateescape")
    if MARK in text or schema not in SCHEMAS:
        return raw
    up = "../" * (len(name.parts) - 1)
    marked = f"{MARK}{up}schema/{SCHEMAS[schema]}.json\n{text}"
    return marked.encode("utf-8", "surrogateescape")


def _files(paths: list[Path]) -> list[Path]:
    found = [one for path in paths for one in (path.rglob("*.yml") if path.is_dir() else [path])]
    return [path for path in found if not path.is_symlink()]
