"""The engine that is this process: nothing to start, nothing to send, and no protection from a crash."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from pressparse.batch import jobs
from pressparse.batch.engines import Lost, Task


class Here:
    """Does one task at a time, when it is waited for."""

    capacity = 1

    def __init__(self, job: jobs.Job) -> None:
        self._job = job
        self._tasks: deque[Task] = deque()

    def submit(self, task: Task) -> None:
        self._tasks.append(task)

    def wait(self) -> tuple[Task, Sequence[jobs.Result] | Lost]:
        task = self._tasks.popleft()
        return task, jobs.extract(self._job, task)

    def close(self) -> None:
        self._tasks.clear()
