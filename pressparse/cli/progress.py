"""How far a batch is: one line on a terminal that is written over, or a line every now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from pressparse.cli.messages import say

SECONDS_BETWEEN_LINES = 30


class Advance(Protocol):
    """Takes note that an input is done, with the number of those that have failed; `free` of one that took no work."""

    def __call__(self, failed: int, *, free: bool = False) -> None: ...


@contextmanager
def progress(total: int, *, shown: bool, logged: bool = False) -> Iterator[Advance]:
    """Progress of `total` inputs while the block runs: `shown` on a terminal's stderr, or `logged` in lines."""
    if shown and sys.stderr is not None and sys.stderr.isatty():
        from pressparse.render import progress_line

        with progress_line(total) as advance:
            yield advance
    elif logged:
        yield _Log(total).advance
    else:
        yield lambda failed, *, free=False: None


class _Log:
    """Says how far the batch is when some time has passed since it last did."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._free = total, 0, 0
        self._began = self._said = time.monotonic()

    def advance(self, failed: int, *, free: bool = False) -> None:
        self._done += 1
        self._free += free
        now = time.monotonic()
        if now - self._said < SECONDS_BETWEEN_LINES:
            return
        self._said = now
        rate = max(self._done - self._free, 1) / (now - self._began)
        minutes = (self._total - self._done) / rate / 60
        say(
            f"{self._done:,} of {self._total:,} done, {failed} failed, {rate:.1f} a second, {minutes:.0f} minutes left."
        )
