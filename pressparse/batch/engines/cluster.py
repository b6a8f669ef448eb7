"""The engine of a Dask cluster: one that a scheduler's address names, or workers of this machine.

The same tasks and results as elsewhere, through `Client.submit`: what a lost worker had is done by another, and Dask
itself gives up on a task that has cost it several workers.
"""

from __future__ import annotations

import faulthandler
import socket
from collections.abc import Sequence
from contextlib import suppress
from logging import ERROR
from typing import TYPE_CHECKING, Any

from pressparse.batch import jobs
from pressparse.batch.engines import Lost, Task
from pressparse.errors import UsageError, WorkersLost

if TYPE_CHECKING:
    from distributed import Future

TASKS_A_WORKER = 3
"""One that is being done and two that are there: results and tasks travel meanwhile."""
SECONDS_TO_CONNECT = 30
WORKERS_A_TASK = 2
"""How many workers of a cluster of our own one task may cost before it is done input by input; Dask's default is 4."""


class Cluster:
    """Tasks on the cluster of `scheduler`; without an address on `workers` processes of this machine."""

    def __init__(self, job: jobs.Job, *, workers: int, scheduler: str | None) -> None:
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise UsageError("--engine dask needs the extra; run: pip install 'pressparse[dask]'") from None
        import dask

        self._job = job
        self._own: Any = None
        self._tasks: dict[Future[list[jobs.Result]], Task] = {}
        if scheduler is None:
            with dask.config.set({"distributed.scheduler.allowed-failures": WORKERS_A_TASK - 1}):
                self._own = LocalCluster(
                    n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=ERROR
                )
        else:
            _knock(scheduler)
        self._client = Client(self._own or scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        try:
            self._client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
        except TimeoutError:
            self.close()
            raise UsageError(f"The Dask scheduler {scheduler} has no workers; start some.") from None
        count = workers if self._own else max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        self.capacity = TASKS_A_WORKER * count

    def submit(self, task: Task) -> None:
        future = self._client.submit(_extract, self._job, task, pure=False)
        self._tasks[future] = task

    def wait(self) -> tuple[Task, Sequence[jobs.Result] | Lost]:
        from distributed import CancelledError, KilledWorker, wait
        from distributed.client import FuturesCancelledError

        try:
            with self._client.as_current():
                future = wait(list(self._tasks), return_when="FIRST_COMPLETED").done.pop()
        except FuturesCancelledError:
            raise WorkersLost("The Dask scheduler is gone; what is done is kept, start it again.") from None
        task = self._tasks.pop(future)
        try:
            return task, future.result()
        except (KilledWorker, CancelledError):
            return task, Lost(late=False)
        finally:
            future.release()

    def close(self) -> None:
        with suppress(OSError, TimeoutError):
            self._client.cancel(list(self._tasks))
            self._client.close()
        if self._own is not None:
            self._own.close()


def _knock(scheduler: str) -> None:
    """Raises UsageError where nobody answers: a Client that finds nobody lingers, and complains when Python ends."""
    from distributed.comm.addressing import get_address_host_port

    try:
        socket.create_connection(get_address_host_port(scheduler), timeout=SECONDS_TO_CONNECT).close()
    except (OSError, ValueError) as error:
        raise UsageError(f"No Dask scheduler answers at {scheduler} ({error}); check the address.") from None


def _extract(job: jobs.Job, task: Task) -> list[jobs.Result]:
    """On a worker: its process ends where the task hangs, as Dask has no time limit of its own for one."""
    jobs.prepare(job)  # which is no part of the time that a release may take
    faulthandler.dump_traceback_later(job.limits.release_seconds, exit=True)
    try:
        return jobs.extract(job, task)
    finally:
        faulthandler.cancel_dump_traceback_later()
