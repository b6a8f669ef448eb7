"""One run of a command over its inputs: what is to be read, what became of it, and what is said meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, NoReturn

import typer

from pressparse.cli.messages import Code, say, tell
from pressparse.exporters import KINDS

if TYPE_CHECKING:
    from pressparse.batch import Outcome
    from pressparse.records import Release


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
        from pressparse.api import options_from
        from pressparse.readers import Limits

        self.plan = batch.plan(paths)
        self._outcomes = batch.run(
            self.plan.inputs,
            options=options_from(issued=issued, reported=reported, evidence=explain, text=text),
            encoding=encoding,
            model=model,
            limits=Limits().override(limit or ()),
        )
        self._verbose = verbose
        self._done = self._failed = 0

    def outcomes(self, *, show_bar: bool = False) -> Iterator[Outcome]:
        """The outcomes in order; failures are told, and a progress bar is shown where asked for."""
        if show_bar:
            from pressparse.render import progress

            bar: AbstractContextManager[Callable[[], None]] = progress(len(self.plan.inputs))
        else:
            bar = nullcontext(lambda: None)
        with bar as advance:
            for outcome in self._outcomes:
                self._note(outcome)
                yield outcome
                advance()

    def finish(self) -> NoReturn:
        """Say what the output does not, and exit."""
        for argument in self.plan.unmatched:
            say(f"nothing to read in {argument}.")
        if self.plan.is_batch and (self._failed or self._verbose):
            say(f"{self._done} done, {self._failed} failed.")
        raise typer.Exit(Code.FAILED if self._failed or self.plan.unmatched else Code.DONE)

    def _note(self, outcome: Outcome) -> None:
        from pressparse.records import Failure

        if isinstance(outcome.result, Failure):
            self._failed += 1
            message, path = outcome.result.error.message, str(outcome.input)
            tell(message if path in message else f"{path}: {message}", outcome.error, verbose=self._verbose)
            return
        self._done += 1
        if self._verbose:
            say(f"{outcome.input}: {_counts(outcome.result)}")
            for warning in outcome.result.warnings:
                say(f"{outcome.input}: {warning}")


def _counts(release: Release) -> str:
    return ", ".join(f"{len(getattr(release, kind))} {kind}" for kind in KINDS)
