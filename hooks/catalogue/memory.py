"""No garbage collection while a catalogue is read and a site is made.

Everything made then is kept till the end and hardly anything of it stands in a circle: the collector would look through
millions of objects again and again (a fifth of the time at a thousand models) and find nothing to free. Nor does it look
when the process ends (a tenth of the time): what the process held is let go with it.
"""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rest() -> None:
    """No collection from now on, nor at the end of the process."""
    gc.disable()
    atexit.register(gc.freeze)


def wake() -> None:
    """The collector works again, on what is made from now on: what there is stays till the process ends."""
    gc.freeze()
    gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector rests inside; afterwards it is as it was."""
    before = gc.isenabled()
    rest()
    try:
        yield
    finally:
        if before:
            gc.enable()
