"""One run of a command in this process: what is to be read, what became of it, and what is said meanwhile."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

from pressparse.cli.progress import progress
from pressparse.cli.tally import Tally
from pressparse.exporters import KINDS

if TYPE_CHECKING:
    from pressparse.batch.runs import Outcome


class Session:
    """The plan of a run and its outcomes; made from the options of a command, which `api` and `batch` explain."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        issued: str | None,
        model: str,
        encoding: str | None,
        reported: bool,
        explain: bool,
        limit: Sequence[str] | None,
        verbose: int,
        text: bool = False,
    ) -> None:
        from pressparse import batch
        from pressparse.batch import runs
        from pressparse.context import options_from
        from pressparse.readers import Limits

        self.plan = batch.plan(paths)
        self._outcomes = runs.run(
            self.plan.inputs,
            options=options_from(issued=issued, reported=reported, evidence=explain, text=text),
            encoding=encoding,
            model=model,
            limits=Limits().override(limit or ()),
        )
        self._tally = Tally(self.plan, verbose=verbose)

    def outcomes(self, *, show_bar: bool = False) -> Iterator[Outcome]:
        """The outcomes in order; failures are told, and a progress bar is shown where asked for."""
        with progress(len(self.plan.inputs), shown=show_bar) as advance:
            for outcome in self._outcomes:
                self._note(outcome)
                yield outcome
                advance(self._tally.counts["failed"])

    def finish(self) -> NoReturn:
        """Say what the output does not, and exit."""
        self._tally.finish()

    def _note(self, outcome: Outcome) -> None:
        from pressparse.records import Failure

        if isinstance(outcome.result, Failure):
            trace = "".join(traceback.format_exception(outcome.error)) if outcome.error else None
            self._tally.failed(str(outcome.input), outcome.result.error.message, trace=trace)
        else:
            counts = {kind: len(getattr(outcome.result, kind)) for kind in KINDS}
            self._tally.ok(str(outcome.input), counts=counts, warnings=outcome.result.warnings)
