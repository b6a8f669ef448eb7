"""What every engine must do, held against each of them: this process, a pool of workers, a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from pressparse import batch
from pressparse.batch import engines, supervision
from pressparse.batch.engines import Engine
from pressparse.batch.engines.here import Here
from pressparse.batch.engines.pool import Pool
from pressparse.batch.inputs import Input
from pressparse.batch.jobs import Job, Result
from pressparse.context import Options
from pressparse.errors import ModelMissing, UsageError
from pressparse.exporters import KINDS
from pressparse.language import DEFAULT_MODEL
from pressparse.readers import Limits
from tests.conftest import RELEASE, ROOT

Start = Callable[[Job], Engine]


def a_job(*, model: str = DEFAULT_MODEL, seconds: int = 300, strict: bool = False) -> Job:
    limits = Limits().override([f"release_seconds={seconds}"])
    return Job(options=Options(), limits=limits, model=model, kinds=KINDS, form="jsonl", strict=strict)


def cluster(job: Job) -> Engine:
    pytest.importorskip("distributed")
    from pressparse.batch.engines.cluster import Cluster

    return Cluster(job, workers=2, scheduler=None)


@pytest.fixture(params=[Here, lambda job: Pool(job, workers=2), cluster], ids=["here", "pool", "dask"])
def start(request: pytest.FixtureRequest) -> Iterator[Start]:
    started: list[Engine] = []

    def begin(job: Job) -> Engine:
        started.append(request.param(job))
        return started[-1]

    yield begin
    for engine in started:
        engine.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(20):
        text = "" if number == 7 else f"{RELEASE} ∘ Copy {number}.\n"
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_input_has_its_result_in_order(start: Start, folder: Path) -> None:
    inputs = batch.plan([str(folder)]).inputs
    job = a_job()
    results = list(supervision.in_order(inputs, job=job, engine=start(job)))
    alone = list(supervision.in_order(inputs, job=job, engine=Here(job)))
    assert [result.data for result in results] == [result.data for result in alone]
    assert [number for number, result in enumerate(results) if result.error] == [7]
    assert results[7].error is not None
    assert results[7].error[0] == "empty"
    assert all(result.counts["quotes"] == 1 for result in results if not result.error)


def test_a_job_that_cannot_be_done_is_said_at_once(start: Start, folder: Path) -> None:
    job = a_job(model="en_no_such_model")
    with pytest.raises(ModelMissing, match="en_no_such_model"):
        list(supervision.results(batch.plan([str(folder)]).inputs, job=job, engine=start(job)))


def test_relative_paths_mean_what_they_mean_here(start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    inputs = batch.plan(["01.txt", "02.txt", "nope.txt"]).inputs
    job = a_job()
    results = list(supervision.in_order(inputs, job=job, engine=start(job)))
    assert [result.error and result.error[0] for result in results] == [None, None, "input-missing"]
    assert b'"path":"01.txt"' in results[0].data


def test_a_warning_is_a_failure_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("□ “We will see,” somebody might have said.\n", encoding="utf-8")
    inputs = batch.plan([str(tmp_path)]).inputs
    job = a_job()
    (warned,) = supervision.in_order(inputs, job=job, engine=Here(job))
    strict = a_job(strict=True)
    (failed,) = supervision.in_order(inputs, job=strict, engine=Here(strict))
    assert warned.warnings
    assert failed.error is not None
    assert failed.error[0] == "warnings"
    assert warned.warnings[0] in failed.error[1]


class Blaming:
    """An engine that, as Dask's scheduler does, counts a lost worker against every task that was given to it."""

    capacity = 4

    def __init__(self, job: Job, *, poison: Input) -> None:
        self._here = Here(job)
        self._poison = poison
        self._tasks: list[engines.Task] = []
        self._lost = 0

    def submit(self, task: engines.Task) -> None:
        self._tasks.append(task)

    def wait(self) -> tuple[engines.Task, Sequence[Result] | engines.Lost]:
        self._lost = max(self._lost, len(self._tasks) if any(self._poison in task for task in self._tasks) else 0)
        task = self._tasks.pop(0)
        if self._lost:
            self._lost -= 1
            return task, engines.Lost(late=False)
        self._here.submit(task)
        return self._here.wait()

    def close(self) -> None:
        self._here.close()


def test_who_only_waited_beside_the_poison_is_done(folder: Path) -> None:
    inputs = batch.plan([str(folder)]).inputs
    job = a_job()
    results = list(supervision.in_order(inputs, job=job, engine=Blaming(job, poison=inputs[3])))
    assert {number: result.error[0] for number, result in enumerate(results) if result.error} == {
        3: "worker-crashed",
        7: "empty",
    }


@pytest.mark.parametrize("engine", ["local", "dask"])
@pytest.mark.parametrize(("harm", "error"), [("SEGFAULT", "worker-crashed"), ("HANG", "worker-timeout")])
def test_a_poison_document_fails_alone(engine: str, harm: str, error: str, folder: Path) -> None:
    if engine == "dask":
        pytest.importorskip("distributed")
        error = "worker-crashed"  # Dask does not tell why a worker was lost
    (folder / "03.txt").write_text(f"□ {harm}\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "tests.batch_main", "extract", folder, "-o", folder / "out.jsonl", "-j", "2",
         "--engine", engine, "--limit", "release_seconds=4"],
        cwd=ROOT, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert run.returncode == 1, run.stderr
    assert run.stderr.splitlines()[-1] == "pressparse: 18 ok, 0 unchanged, 2 failed, 0 skipped."
    text = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert f'"type":"{error}"' in text[3]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_workers_that_are_killed_cost_nothing(folder: Path) -> None:
    """Whoever kills a worker, at work or idle: its inputs are done by another."""
    inputs = batch.plan([str(folder)]).inputs
    job = a_job()
    engine = Pool(job, workers=2)
    try:
        results = supervision.results(inputs, job=job, engine=engine)
        found = [next(results)]
        for child in multiprocessing.active_children():
            child.kill()
        found.extend(results)
    finally:
        engine.close()
    assert sorted(number for number, _ in found) == list(range(20))
    assert [number for number, result in found if result.error] == [7]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_idle_pool_that_is_killed_begins_anew(folder: Path) -> None:
    inputs = batch.plan([str(folder)]).inputs
    engine = Pool(a_job(), workers=2)
    try:
        engine.submit(tuple(inputs[:2]))
        assert len(engine.wait()[1]) == 2  # type: ignore[arg-type]
        for child in multiprocessing.active_children():
            child.kill()
        time.sleep(1)  # in which the pool notices, and takes no more tasks
        engine.submit(tuple(inputs[2:4]))
        assert len(engine.wait()[1]) == 2  # type: ignore[arg-type]
    finally:
        engine.close()


class TestChoice:
    def test_few_inputs_need_no_workers(self, folder):
        job = a_job()
        inputs = batch.plan([str(folder)]).inputs[: 2 * engines.PAYS_FROM - 1]
        assert isinstance(engines.start(job, inputs=inputs), Here)

    def test_many_inputs_have_a_worker_for_each_processor(self, monkeypatch):
        monkeypatch.setattr(engines, "processors", lambda: 4)
        inputs = [batch.Input(Path(f"{number}.txt"), Path(f"{number}.txt")) for number in range(3 * engines.PAYS_FROM)]
        engine = engines.start(a_job(), inputs=inputs)
        engine.close()
        assert isinstance(engine, Pool)
        assert engine.capacity == 2 * 3

    def test_no_more_workers_than_inputs(self):
        inputs = batch.plan(["a.txt", "b.txt"]).inputs
        engine = engines.start(a_job(), jobs=64, inputs=inputs)
        engine.close()
        assert engine.capacity == 2 * 2

    def test_standard_input_is_read_here(self):
        inputs = batch.plan(["-", "a.txt"]).inputs
        assert isinstance(engines.start(a_job(), jobs=2, inputs=inputs), Here)

    @pytest.mark.parametrize("given", ["0", "-1", "two", "", "1025"])
    def test_no_number_of_workers(self, given):
        with pytest.raises(UsageError, match="-j takes"):
            engines.parse_jobs(given)

    def test_no_engine(self):
        with pytest.raises(UsageError, match="no engine"):
            engines.start(a_job(), name="spark", inputs=[])

    def test_scheduler_without_dask(self):
        with pytest.raises(UsageError, match="--engine dask"):
            engines.start(a_job(), scheduler="tcp://127.0.0.1:1", inputs=[])


def test_results_wait_no_further_than_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """While one task takes long, the others may not pile up their results without end."""
    inputs = [batch.Input(Path(f"{number:03}"), Path(f"{number:03}")) for number in range(400)]

    class Slow:
        capacity = 4

        def __init__(self) -> None:
            self.tasks: list[engines.Task] = []
            self.most = 0

        def submit(self, task: engines.Task) -> None:
            self.tasks.append(task)

        def wait(self) -> tuple[engines.Task, list[object]]:
            # The first task is done when nothing else is left to do.
            self.most = max(self.most, *(int(str(task[-1])) for task in self.tasks))
            task = self.tasks.pop(-1)
            return task, [None for _ in task]

        def close(self) -> None: ...

    slow = Slow()
    assert len(list(supervision.results(inputs, job=a_job(), engine=slow, ahead=3))) == 400  # type: ignore[arg-type]
    free = Slow()
    list(supervision.results(inputs, job=a_job(), engine=free))  # type: ignore[arg-type]
    assert free.most == 399
    first = Slow()
    steps = supervision.results(inputs, job=a_job(), engine=first, ahead=3)  # type: ignore[arg-type]
    next(steps)
    assert first.most < 5 * 16


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_workers_end_with_their_parent(folder: Path) -> None:
    (folder / "00.txt").write_text("□ HANG\n", encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, "-m", "tests.batch_main", "extract", folder, "-o", folder / "out.jsonl", "-j", "2"],
        cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        assert _wait_for(lambda: len(_group(run.pid)) >= 3)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert _wait_for(lambda: not _group(run.pid))
    finally:
        if _group(run.pid):
            os.killpg(run.pid, signal.SIGKILL)


def _group(leader: int) -> list[str]:
    """The living processes of a session, zombies left out."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,stat=", "--sid", str(leader)], capture_output=True, text=True, check=False
    ).stdout
    return [line for line in listed.splitlines() if " Z" not in line]


def _wait_for(holds: Callable[[], bool], *, seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.2)
    return False
