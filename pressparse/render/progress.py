"""The progress of a batch as one line on a terminal's stderr."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


@contextmanager
def progress_line(total: int) -> Iterator[Callable[..., None]]:
    """A line of `total` steps while the block runs; the function that is handed over makes one step.

    It is given the number of failures so far, and whether the step was `free`: what took no work is taken off the
    total, so that it counts in no rate.
    """
    failures = TextColumn("{task.fields[failed]} failed")
    columns = (TextColumn("releases"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(), failures)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("releases", total=total, failed=0)
        free_steps = 0

        def advance(failed: int, *, free: bool = False) -> None:
            nonlocal free_steps
            free_steps += free
            bar.update(task, advance=not free, total=total - free_steps, failed=failed)

        yield advance
