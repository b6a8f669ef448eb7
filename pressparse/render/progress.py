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
def progress_line(total: int, *, done: int = 0) -> Iterator[Callable[[int], None]]:
    """A line of `total` steps while the block runs; the function that is handed over makes one step.

    It is given the number of failures so far.
    """
    failures = TextColumn("{task.fields[failed]} failed")
    columns = (TextColumn("releases"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(), failures)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("releases", total=total, completed=done, failed=0)
        yield lambda failed: bar.update(task, advance=1, failed=failed)
