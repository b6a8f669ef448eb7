"""The engine of worker processes on this machine, on pebble's pool, which outlives workers that die or hang.

concurrent.futures gives up everything when one worker is killed, and spaCy's own n_process waits for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.connection import wait as wait_for

from pebble import ProcessExpired, ProcessPool

from pressparse.batch import jobs
from pressparse.batch.engines import Lost, Task
from pressparse.errors import WorkersLost
from pressparse.language import settle_process

MOST_BREAKS = 3
"""How often in a row a pool may lose workers that have nothing to do."""

GRACE = 60
"""Seconds that a worker may take to start, beyond those that a release may take."""


class Pool:
    """`workers` processes, each with one pipeline."""

    def __init__(self, job: jobs.Job, *, workers: int) -> None:
        self.capacity = 2 * workers  # one that is being done, and the next
        self._job = job
        self._workers = workers
        self._pool = self._begin()
        self._tasks: dict[Future[list[jobs.Result]], Task] = {}
        self._breaks = 0

    def submit(self, task: Task) -> None:
        future: Future[list[jobs.Result]]
        try:
            future = self._pool.schedule(jobs.extract, args=(self._job, task), timeout=self._job.limits.release_seconds)
        except RuntimeError as error:  # pebble has given up meanwhile; `wait` begins anew
            future = Future()
            future.set_exception(BrokenProcessPool(str(error)))
        self._tasks[future] = task

    def wait(self) -> tuple[Task, Sequence[jobs.Result] | Lost]:
        while True:
            # One task has to end in this time. pebble can lose one, with a worker that is killed as it takes it.
            done, _ = wait(self._tasks, timeout=self._job.limits.release_seconds + GRACE, return_when=FIRST_COMPLETED)
            if not done:
                self._begin_anew()
                continue
            future = done.pop()
            try:
                results = future.result()
            except TimeoutError:
                return self._tasks.pop(future), Lost(late=True)
            except ProcessExpired:
                return self._tasks.pop(future), Lost(late=False)
            except BrokenProcessPool:
                self._begin_anew()
                continue
            self._breaks = 0
            return self._tasks.pop(future), results

    def close(self) -> None:
        self._pool.stop()
        self._pool.join()

    def _begin(self) -> ProcessPool:
        # Spawned and not forked: a fork would share locks and threads of whoever calls the library.
        context = multiprocessing.get_context("spawn")
        return ProcessPool(max_workers=self._workers, initializer=_set_up, initargs=(self._job,), context=context)

    def _begin_anew(self) -> None:
        """Another pool for the same tasks: pebble gives up where a worker dies that has no task."""
        self._breaks += 1
        if self._breaks > MOST_BREAKS:
            raise WorkersLost("The worker processes die as soon as they start; try -j 1, or more memory.")
        self.close()
        self._pool = self._begin()
        before, self._tasks = self._tasks, {}
        for future, task in before.items():
            if future.done() and future.exception() is None:
                self._tasks[future] = task  # done before the others were lost
            else:
                self.submit(task)


def _set_up(job: jobs.Job) -> None:
    """In a new worker: one thread for numpy, and an end with the parent's.

    What the job needs is loaded here, so that the time that a release may take does not count it.
    """
    settle_process()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(Exception):  # the first task raises it again, where somebody hears it
        jobs.prepare(job)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
