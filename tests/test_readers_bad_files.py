"""Damaged and hostile files cost one file, a typed error and little time, and never the process."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from pressparse.errors import InputError, LimitExceeded, ReaderCrashed, ReaderTimeout
from pressparse.readers import Limits, isolate, read_bytes
from tests.bad_files import ANY, BadFile, all_files, sound
from tests.office_files import hwp_paragraph, make_docx, make_hwp, make_pdf, word_paragraph

FILES = list(all_files())
SECONDS = 10  # for one file; every one takes far less


def outcome(file: BadFile) -> tuple[str, InputError | None]:
    try:
        return read_bytes(file.data, path=file.name).text, None
    except InputError as error:
        return "", error


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_bad_files(file: BadFile) -> None:
    start = time.monotonic()
    text, error = outcome(file)
    assert time.monotonic() - start < SECONDS
    if error:
        assert error.type in file.errors, str(error)
        assert str(error).endswith("."), "a message is a sentence"
    else:
        assert file.holds or file.errors == ANY, "a file that must not be read was read"
        assert file.holds in text
    assert not Path("/tmp/pressparse-was-here").exists()


def test_sound_files_hold_every_paragraph() -> None:
    for kind, data in sound().items():
        text = read_bytes(data, path=f"a.{kind}").text
        assert all(f"March 3 {n}\n" in text for n in range(30)), kind


def slow() -> bytes:
    return make_pdf([[(72, 700, "text")]] * 200)


def after(seconds: float, sent: int) -> threading.Timer:
    """Send the reading process a signal in a while."""
    assert isolate._child is not None
    pid = isolate._child.process.pid
    timer = threading.Timer(seconds, lambda: os.kill(pid, sent))
    timer.start()
    return timer


def works() -> bool:
    return read_bytes(make_docx(word_paragraph("fine")), path=None).text == "fine\n"


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_a_crash_costs_one_file() -> None:
    assert works()
    assert isolate._child is not None
    os.kill(isolate._child.process.pid, signal.SIGSTOP)
    timer = after(0.2, signal.SIGSEGV)
    resumed = after(0.3, signal.SIGCONT)
    with pytest.raises(ReaderCrashed, match="crashed"):
        read_bytes(slow(), path=None)
    timer.join()
    resumed.cancel()
    assert works()


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_an_endless_loop_costs_one_file() -> None:
    assert works()
    assert isolate._child is not None
    os.kill(isolate._child.process.pid, signal.SIGSTOP)
    start = time.monotonic()
    with pytest.raises(ReaderTimeout, match="--limit seconds="):
        read_bytes(slow(), path=None, limits=Limits(seconds=1))
    assert time.monotonic() - start < 5
    assert works()


@pytest.mark.skipif(os.name == "nt", reason="no limit of memory")
def test_memory_is_bounded() -> None:
    big = make_docx(word_paragraph("x" * 30_000_000))
    with pytest.raises((LimitExceeded, ReaderCrashed)):
        read_bytes(big, path=None, limits=Limits(memory_bytes=120 << 20, characters=1 << 30))
    assert works()


def test_a_dead_child_is_replaced() -> None:
    assert works()
    assert isolate._child is not None
    isolate._child.process.kill()
    isolate._child.process.wait()
    assert works()


def test_one_child_reads_all_files() -> None:
    assert works()
    child = isolate._child
    assert works()
    assert read_bytes(make_hwp(hwp_paragraph("a")), path=None).text == "a\n"
    assert isolate._child is child


def test_threads_take_turns() -> None:
    found: list[str] = []
    texts = [f"text of {n}" for n in range(8)]
    threads = [
        threading.Thread(
            target=lambda text=text: found.append(read_bytes(make_docx(word_paragraph(text)), path=None).text)
        )
        for text in texts
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [f"{text}\n" for text in texts]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_forked_process_has_a_child_of_its_own() -> None:
    assert works()
    pid = os.fork()
    if pid == 0:
        os._exit(0 if works() else 1)
    _, status = os.waitpid(pid, 0)
    assert status == 0
    assert works()
