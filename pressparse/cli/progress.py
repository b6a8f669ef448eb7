"""How far a batch is: one line on a terminal that is written over, or a line every now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pressparse.cli.messages import say

SECONDS_BETWEEN_LINES = 30

Advance = Callable[[int], None]
"""One more input is done; told how many have failed so far."""


@contextmanager
def progress(total: int, *, shown: bool, logged: bool = False, done: int = 0) -> Iterator[Advance]:
    """Progress of `total` inputs while the block runs: `shown` on a terminal's stderr, or `logged` in lines."""
    if shown and sys.stderr.isatty():
        from pressparse.render import progress_line

        with progress_line(total, done=done) as advance:
            yield advance
    elif logged:
        yield _Log(total, done=done).advance
    else:
        yield lambda failed: None


class _Log:
    """Says how far the batch is when some time has passed since it last did."""

    def __init__(self, total: int, *, done: int) -> None:
        self._total, self._done, self._before = total, done, done
        self._began = self._said = time.monotonic()

    def advance(self, failed: int) -> None:
        self._done += 1
        now = time.monotonic()
        if now - self._said < SECONDS_BETWEEN_LINES:
            return
        self._said = now
        rate = (self._done - self._before) / (now - self._began)
        minutes = (self._total - self._done) / rate / 60
        say(
            f"{self._done:,} of {self._total:,} done, {failed} failed, {rate:.1f} a second, {minutes:.0f} minutes left."
        )
