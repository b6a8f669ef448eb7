"""The reading process: takes one file after the other from stdin and answers each with one line of JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import astuple
from typing import Any

from pressparse.errors import LimitExceeded, PressparseError, ReaderCrashed
from pressparse.readers.detect import Container
from pressparse.readers.layout import Reading
from pressparse.readers.limits import Limits

if sys.platform != "win32":  # Windows has no limits of this kind; the parent's clock still holds
    import resource


FRAMES_PER_LEVEL = 8  # as many calls of a reader as one level of nesting can cost


def serve() -> None:
    """Answer requests until stdin ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what native code prints must not get between the answers
    requests = sys.stdin.buffer
    size_at_start = _peak()  # the kernel counts the parent's, too, from before this program was started in its place
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        limits = Limits(**request["limits"])
        answer = _answer(data, request, limits=limits)
        del data
        # A process that has grown, or met a surprise in native code, makes way for a new one.
        answer["spent"] = answer.get("error") == ReaderCrashed.type or _peak() > max(
            size_at_start, limits.memory_bytes // 3
        )
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def read(data: bytes, *, container: Container, encoding: str | None, limits: Limits) -> Reading:
    """The reading of `data`, made in this process. Raises an `errors.InputError` or whatever a broken file provokes."""
    if container == "pdf":
        from pressparse.readers import pdf

        return pdf.read(data, limits=limits)
    if container == "html":
        from pressparse.readers import html

        return html.read(data, encoding=encoding, limits=limits)
    if container == "ole":
        from pressparse.readers import hwp

        return hwp.read(data, limits=limits)
    from pressparse.readers.package import Package

    package = Package(data, limits=limits)
    if package.is_hwpx():
        from pressparse.readers import hwpx

        return hwpx.read(package, limits=limits)
    from pressparse.readers import docx

    return docx.read(package, limits=limits)


def _answer(data: bytes, request: dict[str, Any], *, limits: Limits) -> dict[str, Any]:
    _restrict(limits)
    try:
        reading = read(data, container=request["container"], encoding=request["encoding"], limits=limits)
    except PressparseError as error:
        return _failure(error)
    except MemoryError:
        size = limits.memory_bytes >> 20
        message = f"Reading takes more than {size} MB of memory; raise it with --limit memory_bytes=NUMBER."
        return _failure(LimitExceeded(message))
    except RecursionError:
        return _failure(LimitExceeded("The document is nested too deeply to be read."))
    except Exception as error:  # noqa: BLE001
        # No reader foresaw this file: said with the exception's name, so that a report of it can be acted on.
        cause = f"{type(error).__name__}: {error}"
        return _failure(ReaderCrashed(f"The reader failed on this file ({cause}); open and save it anew."))
    return {
        "text": reading.text,
        "format": reading.format,
        "encoding": reading.encoding,
        "locations": [(start, astuple(place)) for start, place in reading.locations],
        "warnings": reading.warnings,
    }


def _failure(error: PressparseError) -> dict[str, Any]:
    return {"error": error.type, "message": str(error)}


def _restrict(limits: Limits) -> None:
    """Bound memory and CPU time for the next file; the CPU bound also ends a child whose parent was killed."""
    sys.setrecursionlimit(max(1000, FRAMES_PER_LEVEL * limits.nesting))
    if sys.platform == "win32":
        return
    for what, amount in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, int(time.process_time()) + limits.seconds + 2),
    ):
        _, hard = resource.getrlimit(what)
        soft = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(what, (soft, hard))


def _peak() -> int:
    """The most memory that this process has had, in bytes."""
    if sys.platform == "win32":
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
