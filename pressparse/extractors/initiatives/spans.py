"""Stretches of one passage, looked up by place: many names in one endless line must not cost the square of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

Span = tuple[int, int]


class Spans:
    """Half-open stretches of a passage's text; they may nest."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(set(spans))
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    def near(self, start: int, end: int) -> list[Span]:
        """Those that share a character with `start` to `end`, in order."""
        found = []
        at = bisect_left(self._spans, (end, -1)) - 1
        while at >= 0 and self._reach[at] > start:
            if self._spans[at][1] > start:
                found.append(self._spans[at])
            at -= 1
        return found[::-1]

    def around(self, at: int) -> Span | None:
        """The innermost one that holds the character at `at`."""
        return min(self.near(at, at + 1), key=lambda span: span[1] - span[0], default=None)


NO_SPANS = Spans()
"""For the many passages in which none stands."""
