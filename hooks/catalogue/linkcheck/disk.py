"""A file written whole or not at all: a full disk or a cut leaves the one that was there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class Unwritable(Exception):
    """A file could not be written, and what was there is as it was; the message says why, in Finnish."""


def replace(path: Path, content: str | bytes) -> None:
    """Write in the place of a file at one stroke. Raises `Unwritable`."""
    try:
        _replace(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise Unwritable(
            f"Tiedostoa {path} ei voi kirjoittaa ({error.strerror}). Entinen on ennallaan."
        ) from None


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
