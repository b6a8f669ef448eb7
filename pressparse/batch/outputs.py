"""Where results go: a file or a tree of files, each written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pressparse.batch.inputs import Input
from pressparse.errors import PressparseError, UsageError

_NAME_ERRORS = {
    getattr(errno, name) for name in "ENAMETOOLONG EILSEQ EISDIR ENOTDIR EEXIST EINVAL EACCES EPERM ELOOP".split()
}
MANIFEST = "manifest.jsonl"


class OutputFailed(PressparseError):
    """The output can't be written: a full disk, no permission, a folder where a file was meant."""

    type = "output"

    @property
    def is_about_the_name(self) -> bool:
        """Whether it is this one name that can't be written, and not the disk: too long, a folder in its place."""
        return isinstance(self.__cause__, OSError) and self.__cause__.errno in _NAME_ERRORS


def is_folder(output: str) -> bool:
    """Whether `-o OUTPUT` means a folder: one that is there, a name that ends in "/", or a new name without suffix.

    Raises UsageError for an empty one.
    """
    if not output:
        raise UsageError("An empty output was given with -o; perhaps a shell variable is not set.")
    new = not os.path.exists(output)
    return os.path.isdir(output) or output.endswith((os.sep, "/")) or (new and not Path(output).suffix)


def mirror(inputs: Iterable[Input], folder: Path, *, suffix: str) -> dict[Input, Path]:
    """The output of each input below `folder`: "a/b.hwp" gives "a/b.hwp.json".

    Raises UsageError where two inputs would be written to one file, or one of them where a folder has to be.
    """
    outputs: dict[Path, Input] = {}
    for item in inputs:
        path = folder / item.name.with_name(item.name.name + suffix)
        if path in outputs:
            raise UsageError(f"{outputs[path]} and {item} would both be written to {path}; extract them separately.")
        outputs[path] = item
    files = {*outputs, folder / MANIFEST}
    for path, item in outputs.items():
        if clash := files.intersection(path.parents):
            raise UsageError(f"{item} would be written below {clash.pop()}, which is a file; extract it separately.")
    return {item: path for path, item in outputs.items()}


def spare(inputs: Iterable[Input], output: str | None) -> None:
    """Raises UsageError where the file `output` is one of the inputs, which nobody means who names it."""
    if output is None or not os.path.isfile(output):
        return
    for item in inputs:
        with suppress(OSError):
            if item.path is not None and os.path.samefile(item.path, output):
                raise UsageError(f"{output} is an input too, and would be written over; choose another output.")


@contextmanager
def writing(path: Path | None, *, part: str | None = None) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` when the block ends well; None is standard output.

    Until then `path` stays as it was, and nothing half-written is ever seen under its name. `part` is the name that the
    unfinished file has beside it, where the caller knows that nobody else writes there: a run that is killed leaves it
    behind, and the next one takes it over. Raises OutputFailed where the disk says no, and BrokenPipeError where nobody
    reads standard output any more.
    """
    if path is None:
        if sys.stdout is None:
            raise OutputFailed("Standard output is closed; name a file with -o.")
        with explained("Standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(path))  # a link stays a link
    if os.path.exists(target) and not os.path.isfile(target):
        with explained(path), target.open("wb") as file:  # /dev/null, a named pipe: nothing to replace
            yield file
        return
    unfinished = target.with_name(part or f".{target.name}.{os.getpid()}.part")
    try:
        with explained(path):
            target.parent.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                yield file
            unfinished.replace(target)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn an OSError of the block, but for a closed pipe, into OutputFailed with the path."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written ({error.strerror or error}).") from error
