"""No garbage collection while a catalogue is read and a site is made.

Everything made then is kept till the end and hardly anything of it stands in a circle: the collector would look through
millions of objects again and again (a fifth of the time at a thousand models) and find nothing to free.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector rests inside; afterwards it is as it was."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
