"""Inputs through an engine to results: what kills or hangs a worker is found, and fails alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from math import ceil

from pressparse.batch import jobs
from pressparse.batch.engines import Engine, Lost, Task
from pressparse.batch.inputs import Input
from pressparse.batch.jobs import Job, Result
from pressparse.errors import WorkerCrashed, WorkerTimeout

INPUTS_A_TASK = 16
TASKS_A_WORKER = 4
"""At least, where inputs are few, so that no worker ends long before another."""
TRIES_ALONE = 2
"""A worker may be killed for no fault of its input, by want of memory for one."""
AHEAD = 64
"""Tasks that may be done before the first one that is not, where order is asked for: what waits is held in memory."""


def results(
    inputs: Sequence[Input], *, job: Job, engine: Engine, ahead: int | None = None
) -> Iterator[tuple[int, Result]]:
    """The result of each input with its index, in any order; `ahead` bounds how far, in tasks, one may run ahead.

    The inputs of a task whose worker is lost are done again one by one, with nothing else under way: an engine may
    count a lost worker against every task that waited for it. Raises what `jobs.extract` raises.
    """
    waiting = deque(_tasks(inputs, capacity=engine.capacity))
    size = len(waiting[0]) if waiting else 1
    index = {item: number for number, item in enumerate(inputs)}
    unfinished: dict[Task, int] = {}
    suspects: deque[Input] = deque()

    def is_too_far(task: Task) -> bool:
        return ahead is not None and bool(unfinished) and index[task[0]] - min(unfinished.values()) > ahead * size

    while waiting or unfinished:
        while waiting and not suspects and len(unfinished) < engine.capacity and not is_too_far(waiting[0]):
            task = waiting.popleft()
            unfinished[task] = index[task[0]]
            engine.submit(task)
        task, answer = engine.wait()
        del unfinished[task]
        if isinstance(answer, Lost):
            suspects.extend(task)
        else:
            yield from ((index[item], result) for item, result in zip(task, answer, strict=True))
        while suspects and not unfinished:
            item = suspects.popleft()
            yield index[item], _alone(item, job=job, engine=engine)


def _alone(item: Input, *, job: Job, engine: Engine) -> Result:
    """The result of an input with nothing else under way, so that a worker that is lost is lost to it."""
    lost = Lost(late=False)
    for _ in range(TRIES_ALONE):
        engine.submit((item,))
        _, answer = engine.wait()
        if not isinstance(answer, Lost):
            return answer[0]
        lost = answer
        if lost.late:
            break
    return jobs.failure(job, item, _error(lost, seconds=job.limits.release_seconds))


def in_order(inputs: Sequence[Input], *, job: Job, engine: Engine) -> Iterator[Result]:
    """The result of each input, in the order of the inputs."""
    held: dict[int, Result] = {}
    following = 0
    for number, result in results(inputs, job=job, engine=engine, ahead=AHEAD):
        held[number] = result
        while following in held:
            yield held.pop(following)
            following += 1


def _tasks(inputs: Sequence[Input], *, capacity: int) -> Iterator[Task]:
    size = (
        max(1, min(INPUTS_A_TASK, ceil(len(inputs) / (capacity * TASKS_A_WORKER)))) if capacity > 1 else INPUTS_A_TASK
    )
    for start in range(0, len(inputs), size):
        yield tuple(inputs[start : start + size])


def _error(lost: Lost, *, seconds: int) -> WorkerCrashed | WorkerTimeout:
    if lost.late:
        return WorkerTimeout(f"It took more than {seconds} seconds; raise it with --limit release_seconds=NUMBER.")
    return WorkerCrashed("The worker died on this input, alone and more than once; please report it.")
