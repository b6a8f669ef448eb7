"""What became of each input of a run that can be taken up again: one line of JSON each, and a journal meanwhile."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pressparse.batch.outputs import writing

PART = ".pressparse.part"
"""The unfinished file of a run that is alone in its place."""


class State(StrEnum):
    """Extracted in this run; done before, from the same bytes in the same way; tried in vain; not tried."""

    OK = "ok"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a manifest. `sha256` is of the input, `output_sha256` of its output (a file, or a line with its end).

    `settings` is `Job.settings()`. `output` is relative to the folder of the manifest, `line` counts from 1.
    """

    input: str
    outcome: State
    output: str | None = None
    line: int | None = None
    error: dict[str, str] | None = None
    sha256: str | None = None
    output_sha256: str | None = None
    settings: str | None = None

    def encode(self) -> bytes:
        """The line of JSON, with its end."""
        return json.dumps(asdict(self), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def digest(path: Path) -> str | None:
    """The SHA-256 of a file, as entries have it; None where it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def parse(line: bytes) -> Entry | None:
    """The entry that a whole line holds; None for any other line, of which a torn journal has one."""
    if not line.endswith(b"\n"):
        return None
    try:
        found: dict[str, Any] = json.loads(line)
        entry = Entry(**{**found, "outcome": State(found["outcome"])})
        return entry if isinstance(entry.input, str) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def read(path: Path) -> Iterator[Entry]:
    """The entries of a manifest, in order; none where there is no such file."""
    try:
        with path.open("rb") as file:
            yield from filter(None, map(parse, file))
    except FileNotFoundError:
        return


def write(path: Path, entries: Iterable[Entry], *, part: str = PART) -> None:
    """Put the manifest in place, whole; raises OutputFailed."""
    with writing(path, part=part) as file:
        file.writelines(entry.encode() for entry in entries)
