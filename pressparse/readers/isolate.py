"""Reading in a child process, so that a crash, a bomb or an endless loop costs one file and not the run.

One child serves all files, one after the other; it starts with the first document and ends with this process. A plain
child on two pipes and not a pool: pools refuse to start inside the daemonic workers of a batch, and their start methods
import the caller's main module anew. The answer is JSON: nothing that a broken child says is executed here.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from typing import IO, Any, cast

from pressparse.errors import ReaderCrashed, ReaderTimeout, by_type
from pressparse.readers.detect import Container
from pressparse.readers.layout import Reading
from pressparse.readers.limits import Limits
from pressparse.source import Location

START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from pressparse.readers.worker import serve; serve()"
_lock = threading.Lock()


class Child:
    """A reading process and the pipes to it."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", START, json.dumps(sys.path)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self.requests = cast(IO[bytes], self.process.stdin)
        self.answers = cast(IO[bytes], self.process.stdout)

    def ask(self, request: dict[str, Any], data: bytes, *, seconds: float) -> dict[str, Any]:
        """The child's answer. Raises ReaderTimeout, ReaderCrashed; after either the child is gone."""
        late = threading.Event()

        def kill() -> None:
            late.set()
            self.process.kill()

        timer = threading.Timer(seconds, kill)
        timer.start()
        try:
            self.requests.write(json.dumps(request | {"size": len(data)}).encode() + b"\n")
            self.requests.write(data)
            self.requests.flush()
            answer = self.answers.readline()
        except BrokenPipeError:
            answer = b""
        finally:
            timer.cancel()
        if answer.endswith(b"\n") and not late.is_set():
            return dict(json.loads(answer))
        self.close()
        if late.is_set() or self.process.returncode == -getattr(signal, "SIGXCPU", 0):
            raise ReaderTimeout(f"Reading took more than {seconds:g} seconds; raise it with --limit seconds=NUMBER.")
        raise ReaderCrashed("The reader crashed on this file, which is damaged or hostile; open and save it anew.")

    def close(self) -> None:
        """End the child, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.requests, self.answers):
            with suppress(OSError):  # the unsent rest of a request to a dead child
                pipe.close()


_child: Child | None = None


def read(data: bytes, *, container: Container, encoding: str | None, limits: Limits) -> Reading:
    """The reading of `data`, made in the child. Raises an `errors.InputError`, or UsageError (unknown encoding)."""
    global _child
    request = {"container": container, "encoding": encoding, "limits": asdict(limits)}
    with _lock:
        if _child is None or _child.process.poll() is not None:
            _child = Child()
        try:
            answer = _child.ask(request, data, seconds=limits.seconds)
        except BaseException:  # Ctrl-C too: a half-sent request must never be answered as the next one
            close()
            raise
        if answer.pop("spent"):
            close()
    if "error" in answer:
        raise by_type(answer["error"])(answer["message"])
    return Reading(
        text=answer["text"],
        format=answer["format"],
        encoding=answer["encoding"],
        locations=tuple(
            (start, Location(page, box and tuple(box), path, line))
            for start, (page, box, path, line) in answer["locations"]
        ),
        warnings=tuple(answer["warnings"]),
    )


@atexit.register
def close() -> None:
    """End the child, if there is one; the next document starts another."""
    global _child
    if _child is not None:
        _child.close()
        _child = None


def _forget() -> None:
    """In a forked process: the child and the lock are the other one's."""
    global _child, _lock
    _child, _lock = None, threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
