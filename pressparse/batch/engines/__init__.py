"""Where the work is done: in this process, in workers of this machine, or on a Dask cluster, behind one protocol."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pressparse.batch.inputs import Input
from pressparse.batch.jobs import Job, Result
from pressparse.errors import UsageError

NAMES = ("local", "dask")
AUTO = "auto"
PAYS_FROM = 10
"""Inputs for each worker from which its start is made good; docs/performance.md."""

Task = tuple[Input, ...]
"""Inputs that are done together, so that the model sees full batches."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that has no results: its worker died, or took longer than a release may (`late`)."""

    late: bool


class Engine(Protocol):
    """Does tasks, several at a time."""

    capacity: int
    """How many tasks to hand over before waiting for one, so that no worker is ever idle."""

    def submit(self, task: Task) -> None:
        """Take a task on."""

    def wait(self) -> tuple[Task, Sequence[Result] | Lost]:
        """A task that is done, in any order, with a result for each input.

        Raises what `jobs.extract` raises: the job can't be done at all.
        """

    def close(self) -> None:
        """Stop at once, and leave no process behind."""


def parse_jobs(given: str) -> int | None:
    """The number of workers that `-j` names, None for "auto"; raises UsageError."""
    if given.strip().lower() == AUTO:
        return None
    if not given.strip().isdecimal() or not 1 <= int(given) <= 1024:
        raise UsageError(f"-j takes a number of processes or '{AUTO}', not '{given}'.")
    return int(given)


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check(name: str, *, scheduler: str | None) -> None:
    """Raises UsageError for an unknown engine, and for a scheduler where there is none."""
    if name not in NAMES:
        raise UsageError(f"'{name}' is no engine; there are {', '.join(NAMES)}.")
    if scheduler is not None and name != "dask":
        raise UsageError("--scheduler is for --engine dask.")


def start(
    job: Job, *, name: str = NAMES[0], jobs: int | None = None, scheduler: str | None = None, inputs: Sequence[Input]
) -> Engine:
    """The engine `name` for a job with these inputs. `jobs` None lets the number of inputs and processors decide.

    Raises UsageError for an unknown name, and where an extra is not installed or a scheduler does not answer.
    """
    check(name, scheduler=scheduler)
    from pressparse.batch.engines.here import Here

    if any(item.is_own for item in inputs):
        return Here(job)  # standard input is this process's own
    if name == "dask":
        from pressparse.batch.engines.cluster import Cluster

        return Cluster(job, workers=min(jobs or processors(), len(inputs)), scheduler=scheduler)
    workers = min(processors(), len(inputs) // PAYS_FROM) if jobs is None else min(jobs, len(inputs))
    if workers == 0 or (jobs is None and workers == 1):
        return Here(job)
    from pressparse.batch.engines.pool import Pool

    return Pool(job, workers=workers)
