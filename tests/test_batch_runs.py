"""Whole runs as processes: killed at any moment, on a full disk, interrupted, with broken files, on a cluster."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.conftest import RELEASE, ROOT

COMMAND = [sys.executable, "-m", "pressparse", "extract"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}


def write_inputs(folder: Path, *, count: int, broken: frozenset[int] = frozenset()) -> Path:
    for number in range(count):
        path = folder / f"{number % 3}" / f"{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\0\0" if number in broken else f"{RELEASE} ∘ Copy {number}.\n".encode())
    return folder


def extract(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=200, check=False)


def outputs(folder: Path) -> dict[str, bytes]:
    """Everything in a folder of outputs but the manifest, which tells what a run has found done."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.endswith("manifest.jsonl")}


def manifest(folder: Path) -> list[dict]:
    (path,) = folder.glob("*manifest.jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("target", "jobs"), [("", 1), ("all.jsonl", 2)])
def test_killed_at_ten_random_moments(target: str, jobs: int, tmp_path: Path) -> None:
    """Twenty in all: ten into a folder, ten into one file. Each is completed to the bytes of an undisturbed run."""
    inputs = write_inputs(tmp_path / "in", count=40)
    begun = time.monotonic()
    assert extract(inputs, "-o", tmp_path / "whole" / target, "-j", jobs).returncode == 0
    seconds = time.monotonic() - begun
    whole = outputs(tmp_path / "whole")
    chance = random.Random(20)
    killed = 0
    while killed < 10:
        out = tmp_path / f"out{killed}"
        command = [*COMMAND, str(inputs), "-o", str(out / target), "-j", str(jobs)]
        begun = time.monotonic()
        run = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        with suppress(subprocess.TimeoutExpired):
            run.wait(timeout=chance.uniform(0.2, 1) * seconds)
            seconds = time.monotonic() - begun  # it came to its end: others may too, in that time
            shutil.rmtree(out)
            continue
        run.kill()
        run.wait()
        killed += 1
        completed = extract(inputs, "-o", out / target, "-j", jobs)
        assert completed.returncode == 0, completed.stderr
        assert outputs(out) == whole
        assert {entry["outcome"] for entry in manifest(out)} <= {"ok", "unchanged"}
        assert len(manifest(out)) == 40


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c(tmp_path: Path) -> None:
    inputs = write_inputs(tmp_path / "in", count=200)
    command = [*COMMAND, str(inputs), "-o", str(tmp_path / "out"), "-j", "2"]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True)
    until = time.monotonic() + 60
    while len(list((tmp_path / "out").rglob("*.json"))) < 10:
        assert time.monotonic() < until
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: the workers are told too
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert told == "pressparse: interrupted; what is done is kept, and the same command does the rest.\n"
    done = len(list((tmp_path / "out").rglob("*.json")))
    assert 10 <= done < 200
    completed = extract(inputs, "-o", tmp_path / "out", "-j", 2)
    # The last output may have been in its place and not yet in the journal, and is then made again.
    assert completed.stderr in {
        f"pressparse: {200 - known} ok, {known} unchanged, 0 failed, 0 skipped.\n" for known in (done, done - 1)
    }


@pytest.mark.skipif(sys.platform == "win32", reason="shells")
@pytest.mark.parametrize(
    ("line", "status", "done"),
    [
        ("{command} -vv 2> >(head -n 1 > /dev/null)", 0, True),  # nobody listens any more
        ("{command} 2>&-", 0, True),
        ("{command} -f jsonl -o - | head -n 1 > /dev/null", 0, False),
    ],
)
def test_streams_that_close(line: str, status: int, done: bool, tmp_path: Path) -> None:
    inputs = write_inputs(tmp_path / "in", count=30)
    command = f"{' '.join(COMMAND)} {inputs} -o {tmp_path / 'out'}"
    run = subprocess.run(
        ["bash", "-c", line.format(command=command if done else f"{' '.join(COMMAND)} {inputs}")],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (status, "")
    assert "Error" not in run.stderr
    if done:
        assert len(manifest(tmp_path / "out")) == 30


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_told_to_end(tmp_path: Path) -> None:
    inputs = write_inputs(tmp_path / "in", count=20)
    (inputs / "never.txt").write_text("□ HANG\n", encoding="utf-8")
    command = [sys.executable, "-m", "tests.batch_main", "extract", inputs, "-o", tmp_path / "out.csv.zip", "-j", "2"]
    run = subprocess.Popen(list(map(str, command)), env=ENVIRONMENT, cwd=ROOT)
    until = time.monotonic() + 60
    while not list(tmp_path.glob(".out.csv.zip.*.part")):
        assert time.monotonic() < until
        time.sleep(0.05)
    run.terminate()
    assert run.wait(timeout=30) == 128 + signal.SIGTERM
    assert {path.name for path in tmp_path.iterdir()} == {"in"}


@contextmanager
def small_disk(place: Path, *, kilobytes: int) -> Iterator[None]:
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk of our own takes mount and root")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize("target", ["", "all.jsonl"])
def test_full_disk(target: str, tmp_path: Path) -> None:
    inputs = write_inputs(tmp_path / "in", count=30)
    assert extract(inputs, "-o", tmp_path / "whole" / target).returncode == 0
    with small_disk(tmp_path / "disk", kilobytes=100):
        out = tmp_path / "disk" / "out"
        failed = extract(inputs, "-o", out / target)
        assert failed.returncode == 1
        assert failed.stderr.count("\n") == 1
        assert "No space left on device" in failed.stderr
        assert not list(out.glob("*manifest.jsonl"))
        assert not list(out.glob("all.jsonl"))
        for path in out.rglob("*.json"):
            json.loads(path.read_bytes())
        subprocess.run(["mount", "-o", "remount,size=4m", str(tmp_path / "disk")], check=True)
        completed = extract(inputs, "-o", out / target)
        assert completed.returncode == 0
        assert " 0 unchanged" not in completed.stderr
        assert outputs(out) == outputs(tmp_path / "whole")


def test_who_hands_out_the_work_loads_no_model(tmp_path: Path) -> None:
    inputs = write_inputs(tmp_path / "in", count=3)
    program = tmp_path / "program.py"
    program.write_text(
        "import sys\n"
        "from pressparse.cli.app import app\n"
        "if __name__ == '__main__':\n"
        "    app(sys.argv[1:], standalone_mode=False)\n"
        "    assert not {'spacy', 'pressparse.pipeline', 'distributed'} & set(sys.modules)\n"
    )
    command = [sys.executable, str(program), "extract", str(inputs), "-o", str(tmp_path / "out"), "-j", "1"]
    run = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (run.returncode, run.stderr) == (0, "pressparse: 3 ok, 0 unchanged, 0 failed, 0 skipped.\n")


def test_three_in_a_hundred_are_broken(tmp_path: Path) -> None:
    broken = frozenset({5, 50, 95})
    inputs = write_inputs(tmp_path / "in", count=100, broken=broken)
    run = extract(inputs, "-o", tmp_path / "out", "-j", 2)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == "pressparse: 97 ok, 0 unchanged, 3 failed, 0 skipped."
    entries = manifest(tmp_path / "out")
    assert len(entries) == 100
    for entry in entries:
        number = int(Path(entry["input"]).stem)
        assert entry["outcome"] == ("failed" if number in broken else "ok")
        found = json.loads((tmp_path / "out" / entry["output"]).read_bytes())
        if number in broken:
            assert found["error"] == entry["error"]
            assert entry["error"]["type"] == "empty"
        else:
            assert [quote["text"] for quote in found["quotes"]] == ["Every harbor deserves one calm night a week."]


class TestDask:
    """On a cluster of two workers that have a folder in common with this process, as docs/performance.md shows it."""

    @pytest.fixture
    def cluster(self, tmp_path):
        pytest.importorskip("distributed")
        processes: list[subprocess.Popen[bytes]] = []

        def start(*arguments: str) -> subprocess.Popen[bytes]:
            command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
            log = (tmp_path / f"{len(processes)}.log").open("wb")
            processes.append(subprocess.Popen(command, stdout=log, stderr=log, env=ENVIRONMENT, cwd=tmp_path))
            return processes[-1]

        file = tmp_path / "scheduler.json"
        start("scheduler", "--scheduler-file", str(file), "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        workers = [
            start("worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", "--no-dashboard")
            for _ in range(2)
        ]
        until = time.monotonic() + 60
        while not file.exists():
            assert time.monotonic() < until
            time.sleep(0.1)
        yield json.loads(file.read_text())["address"], workers
        for process in processes:
            process.kill()
            process.wait()

    def test_same_bytes_though_a_worker_is_lost(self, cluster, tmp_path):
        address, workers = cluster
        inputs = write_inputs(tmp_path / "in", count=500, broken=frozenset({250}))
        local = extract(inputs, "-o", tmp_path / "local.jsonl", "-j", 2)
        command = [*COMMAND, inputs, "-o", tmp_path / "dask.jsonl", "--engine", "dask", "--scheduler", address]
        run = subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
        journal = tmp_path / ".dask.jsonl.journal"
        until = time.monotonic() + 100
        while not journal.exists() or journal.read_bytes().count(b"\n") < 100:
            assert time.monotonic() < until
            assert run.poll() is None
            time.sleep(0.05)
        workers[0].kill()
        _, told = run.communicate(timeout=200)
        assert told == local.stderr
        assert run.returncode == local.returncode == 1
        assert (tmp_path / "dask.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()
        for name in ("outcome", "error", "output_sha256"):
            read = [(tmp_path / f"{each}.manifest.jsonl").read_text().splitlines() for each in ("dask", "local")]
            assert [json.loads(line)[name] for line in read[0]] == [json.loads(line)[name] for line in read[1]]

    def test_no_scheduler(self, tmp_path):
        pytest.importorskip("distributed")
        inputs = write_inputs(tmp_path / "in", count=2)
        run = extract(inputs, "--engine", "dask", "--scheduler", "nowhere")
        assert run.returncode == 2
        assert run.stderr.count("\n") == 1
        assert "nowhere" in run.stderr
