"""Where results go: a file or a tree of files, each written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pressparse.batch.inputs import Input
from pressparse.errors import PressparseError, UsageError


class OutputFailed(PressparseError):
    """The output can't be written: a full disk, no permission, a folder where a file was meant."""

    type = "output"


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

    Raises UsageError where two inputs would be written to one file.
    """
    outputs: dict[Path, Input] = {}
    for item in inputs:
        path = folder / item.name.with_name(item.name.name + suffix)
        if path in outputs:
            raise UsageError(f"{outputs[path]} and {item} would both be written to {path}; extract them separately.")
        outputs[path] = item
    return {item: path for path, item in outputs.items()}


@contextmanager
def writing(path: Path | None) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` when the block ends well; None is standard output.

    Until then `path` stays as it was, and nothing half-written is ever seen under its name. Raises OutputFailed where
    the disk says no, and BrokenPipeError where nobody reads standard output any more.
    """
    if path is None:
        if sys.stdout is None:
            raise OutputFailed("Standard output is closed; name a file with -o.")
        with _explained("Standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(path))  # a link stays a link
    if os.path.exists(target) and not os.path.isfile(target):
        with _explained(path), target.open("wb") as file:  # /dev/null, a named pipe: nothing to replace
            yield file
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _explained(path):
            target.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                yield file
            part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _explained(path: Path | str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written ({error.strerror or error}).") from error
