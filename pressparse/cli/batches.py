"""Many inputs of `extract`: in order into a stream, or into a place where a later run can take them up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from pressparse.batch import engines
from pressparse.cli.messages import Code, printable, say
from pressparse.cli.progress import progress
from pressparse.cli.tally import Tally

if TYPE_CHECKING:
    from pressparse.batch import Input, Plan
    from pressparse.batch.engines import Engine
    from pressparse.batch.jobs import Job, Result
    from pressparse.batch.resume import Step
    from pressparse.batch.stores import Store


@dataclass(frozen=True, slots=True)
class How:
    """How a batch is done: the options of `extract` that change no output."""

    jobs: str
    engine: str
    scheduler: str | None
    max_failures: int | None
    verbose: int


class Batch:
    """The inputs of a plan on their way through an engine, with what is said of them meanwhile."""

    def __init__(self, plan: Plan, job: Job, *, how: How) -> None:
        self.plan = plan
        self._job = job
        self._how = how
        engines.check(how.engine, scheduler=how.scheduler)
        self._workers = engines.parse_jobs(how.jobs)
        self._is_logged = plan.is_batch and how.verbose > 0
        self._tally = Tally(plan, verbose=how.verbose, tells_from=2 if plan.is_batch else 1)

    def results(self, *, show_bar: bool) -> Iterator[Result]:
        """The result of each input, in order, until too many have failed."""
        from pressparse.batch.supervision import in_order

        inputs = self.plan.inputs
        done = 0
        with (
            closing(self._start(inputs)) as engine,
            progress(len(inputs), shown=show_bar and self.plan.is_batch, logged=self._is_logged) as advance,
        ):
            for item, result in zip(inputs, in_order(inputs, job=self._job, engine=engine), strict=False):
                self._note(item, result, message=result.error[1] if result.error else None)
                yield result
                done += 1
                advance(self._tally.counts["failed"])
                if self._tally.counts["failed"] == self._how.max_failures:
                    break
        for _ in inputs[done:]:
            self._tally.passed("skipped")

    def resume(self, store: Store) -> None:
        """Do what is left of the batch in `store`."""
        from pressparse.batch import resume

        steps = resume.run(
            self.plan.inputs, job=self._job, store=store, start=self._start, max_failures=self._how.max_failures
        )
        try:
            with closing(steps), progress(len(self.plan.inputs), shown=True, logged=self._is_logged) as advance:
                for step in steps:
                    self._step(step)
                    advance(self._tally.counts["failed"], free=step.result is None)
        except KeyboardInterrupt:
            say("interrupted; what is done is kept, and the same command does the rest.")
            raise typer.Exit(Code.INTERRUPTED) from None

    def finish(self, *, told: bool) -> NoReturn:
        """Say what the output does not, and exit; the counts come last, where `told` also if all went well."""
        self._tally.finish(always=told and self.plan.is_batch)

    def _start(self, inputs: Sequence[Input]) -> Engine:
        return engines.start(
            self._job,
            name=self._how.engine,
            jobs=self._workers,
            scheduler=self._how.scheduler,
            inputs=inputs,
        )

    def _step(self, step: Step) -> None:
        if step.result is None:
            self._tally.passed(step.entry.outcome)
        else:
            error = step.entry.error
            self._note(step.input, step.result, message=error["message"] if error else None)

    def _note(self, item: Input, result: Result, *, message: str | None) -> None:
        if message is not None:
            self._tally.failed(str(item), message, trace=result.trace)
        else:
            self._tally.ok(str(item), counts=result.counts, warnings=result.warnings)


def store_for(plan: Plan, output: str, *, is_folder: bool) -> Store | None:
    """The folder or file of lines that `-o` names; None for a pipe or a device, which keeps nothing.

    Raises UsageError where two inputs would be one file of the folder.
    """
    from pressparse import batch
    from pressparse.batch.stores.folder import Folder
    from pressparse.batch.stores.lines import Lines

    if not is_folder:
        path = Path(output)
        is_stream = output.startswith("/dev/") or (path.exists() and not path.is_file())
        return None if is_stream else Lines(path)
    return Folder(Path(output), places=batch.mirror(plan.inputs, Path(output), suffix=".json"))


def show_plan(plan: Plan, job: Job, store: Store | None) -> NoReturn:
    """List each input with what would be done with it and its output, with tabs between them, and exit."""
    from pressparse import batch
    from pressparse.batch.resume import unchanged

    if store is not None:
        store.load()
    settings = job.settings()
    left = 0
    with batch.writing(None) as file:
        for item in plan.inputs:
            is_done = store is not None and unchanged(item, store=store, settings=settings) is not None
            left += not is_done
            row = ["unchanged" if is_done else "to do", item.label, *([store.output(item)] if store else [])]
            file.write(("\t".join(map(printable, row)) + "\n").encode("utf-8", "backslashreplace"))
    for argument in plan.unmatched:
        say(f"nothing to read in {argument}.")
    say(f"{left} to do, {len(plan.inputs) - left} unchanged; nothing was done.")
    raise typer.Exit(Code.FAILED if plan.unmatched else Code.DONE)
