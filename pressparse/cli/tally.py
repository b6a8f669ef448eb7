"""What a run says on stderr of its inputs, and the exit code that they come to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NoReturn

import typer

from pressparse.cli.messages import Code, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressparse.batch import Plan

STATES = ("ok", "unchanged", "failed", "skipped")


class Tally:
    """Counts outcomes and tells them: failures always, all else from the verbosity `tells_from` on."""

    def __init__(self, plan: Plan, *, verbose: int, tells_from: int = 1) -> None:
        self._plan = plan
        self._verbose = verbose
        self._tells = verbose >= tells_from
        self.counts = Counter[str]()

    def ok(self, name: str, *, counts: Mapping[str, int], warnings: Sequence[str]) -> None:
        """A release that was made, with the number of its records of each type."""
        self.counts["ok"] += 1
        if self._tells:
            say(f"{name}: {', '.join(f'{number} {kind}' for kind, number in counts.items())}")
            for warning in warnings:
                say(f"{name}: {warning}")

    def failed(self, name: str, message: str, *, trace: str | None) -> None:
        """An input that failed; the traceback is for -vv."""
        self.counts["failed"] += 1
        say(message if name in message else f"{name}: {message}")
        if trace and self._verbose > 1:
            for line in trace.splitlines():
                say(line)

    def passed(self, state: str) -> None:
        """An input that nothing was done with."""
        self.counts[state] += 1

    def finish(self, *, always: bool = False) -> NoReturn:
        """Say what the output does not, the counts last, and exit."""
        for argument in self._plan.unmatched:
            say(f"nothing to read in {argument}.")
        if always or (self._plan.is_batch and (self.counts["failed"] or self._verbose)):
            say(f"{', '.join(f'{self.counts[state]} {state}' for state in STATES)}.")
        is_short = self.counts["failed"] or self.counts["skipped"] or self._plan.unmatched
        raise typer.Exit(Code.FAILED if is_short else Code.DONE)
