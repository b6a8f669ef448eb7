"""Where views are printed, and what a pipe gets that a terminal does not need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def printing(console: Console | None) -> Iterator[tuple[Console, bool]]:
    """The console to print on, standard output by default, and whether it has colours."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    if console.color_system is not None and not console.no_color:
        yield console, True
        return
    with console.capture() as capture:
        yield console, False
    # Without colour nobody sees the blanks that rich fills its lines with, but they are copied and compared.
    console.out("\n".join(line.rstrip() for line in capture.get().splitlines()), highlight=False)
