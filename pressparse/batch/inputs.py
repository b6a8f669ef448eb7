"""What is to be read: paths, folders, patterns and standard input as one sorted list in which nothing stands twice."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from pressparse.batch import remote
from pressparse.errors import NothingMatched, UsageError
from pressparse.readers import SUFFIXES

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One release to be read: a file at `path`, or elsewhere at `url`, or standard input where it has neither.

    `name` is its place in a mirrored tree of outputs.
    """

    path: Path | None
    name: PurePath
    url: str | None = None

    def __str__(self) -> str:
        return self.url or (STDIN if self.path is None else str(self.path))

    @property
    def is_stdin(self) -> bool:
        return self.path is None and self.url is None

    @property
    def is_own(self) -> bool:
        """Whether no other process can read it: standard input, or a pipe such as the shell makes of "<(command)"."""
        return self.is_stdin or (self.path is not None and _is_special(self.path) and not os.path.isdir(self.path))

    @property
    def label(self) -> str:
        """The path as JSON can hold it: a file name may have bytes that are no characters."""
        return os.fsencode(str(self)).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run reads: `inputs` in sorted order, whether it is a batch, and arguments in which nothing was found."""

    inputs: list[Input]
    is_batch: bool
    unmatched: list[str] = field(default_factory=list)


def plan(arguments: Sequence[str]) -> Plan:
    """The inputs that paths, folders (walked for files with a known suffix), patterns and "-" stand for, each once.

    Raises NothingMatched where no argument gives any, and UsageError for an empty one.
    """
    found: dict[str, Input] = {}
    unmatched = []
    is_batch = len(arguments) > 1
    for argument in arguments:
        if not argument:
            raise UsageError("An empty path was given; perhaps a shell variable is not set.")
        path = Path(argument)
        if argument == STDIN:
            inputs = [Input(None, PurePath("stdin"))]
        elif remote.is_url(argument):
            inputs, is_many = _elsewhere(argument)
            is_batch = is_batch or is_many
        elif os.path.isdir(path):  # which answers no, and does not raise, where a folder above may not be opened
            inputs, is_batch = _walk(path), True
        elif not os.path.lexists(path) and glob.has_magic(argument):
            inputs, is_batch = _matches(argument), True
        else:
            inputs = [Input(path, PurePath(path.name))]
        if not inputs:
            unmatched.append(argument)
        for item in inputs:
            found.setdefault(str(item) if item.path is None else os.path.abspath(item.path), item)
    if not found:
        raise NothingMatched(f"Nothing to read in {', '.join(unmatched)}; looked for {', '.join(sorted(SUFFIXES))}.")
    return Plan(sorted(found.values(), key=str), is_batch, unmatched)


def _elsewhere(argument: str) -> tuple[list[Input], bool]:
    addresses, is_many = remote.find(argument)
    return [Input(None, name, url) for url, name in addresses], is_many


def _walk(folder: Path) -> list[Input]:
    """The files below `folder` with a suffix that has a reader; hidden ones and editors' lock files are left out."""
    inputs: list[Input] = []

    def unreadable(error: OSError) -> None:
        # As an input of its own, so that a subfolder nobody may open is a failure in the output and not a silence.
        path = Path(error.filename)
        inputs.append(Input(path, path.relative_to(folder) / "unreadable"))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")) and not _is_special(path):
                inputs.append(Input(path, path.relative_to(folder)))
    return inputs


def _matches(pattern: str) -> list[Input]:
    inputs = []
    for match in map(Path, glob.iglob(pattern, recursive=True)):
        if os.path.isdir(match):
            inputs.extend(_walk(match))
        elif not _is_special(match):
            inputs.append(Input(match, PurePath(match.name)))
    return inputs


def _is_special(path: Path) -> bool:
    """Whether the path is a pipe, a socket or a device, which nobody meant who named a folder, and which never ends."""
    return os.path.exists(path) and not os.path.isfile(path)
