"""Where a run that can be taken up again keeps what it has done: a folder of files, or one file of lines.

Both write a journal while they run, from which the next run goes on when this one is killed, and a manifest at the end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from pressparse.batch.inputs import Input
from pressparse.batch.manifest import Entry
from pressparse.batch.outputs import explained
from pressparse.errors import UsageError


class Store(Protocol):
    """One place of outputs, in the hands of one run between `open` and `close`."""

    def load(self) -> int:
        """Read what earlier runs have done, and change nothing."""

    def open(self) -> None:
        """Take the place, and load. Raises UsageError where another run has it, and OutputFailed."""

    def recall(self, item: Input) -> Entry | None:
        """What this run or an earlier one has done for the input, if its output is still there, byte for byte."""

    def output(self, item: Input) -> str:
        """The name of the input's output, relative to the manifest."""

    def keep(self, item: Input, entry: Entry, data: bytes) -> None:
        """Put one output in its place, so that a run killed from now on need not make it again; raises OutputFailed."""

    def finish(self, entries: Sequence[Entry]) -> None:
        """Write the manifest, in the order of the inputs, and whatever waits for it; raises OutputFailed."""

    def close(self) -> None:
        """Let go of the place."""


@contextmanager
def using(store: Store) -> Iterator[None]:
    """The store open while the block runs."""
    store.open()
    try:
        yield
    finally:
        store.close()


def take(path: Path) -> IO[bytes]:
    """The journal at `path`, made where there is none, in the hands of this process until it is closed or ends.

    Raises UsageError where another process has it, and OutputFailed.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        journal = path.open("a+b")
    try:
        import fcntl
    except ImportError:  # Windows: two runs into one place are the user's care there
        return journal
    try:
        fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        journal.close()
        raise UsageError(f"Another run is writing to {path.parent}; wait for it, or choose another output.") from None
    except OSError:  # a file system without locks
        return journal
    if not _is_at(journal, path):  # taken just when the other run had done with it
        journal.close()
        return take(path)
    return journal


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def cut(journal: IO[bytes], whole: int) -> None:
    """Leave the first `whole` bytes of the journal, and go to their end: `tell` counts from where the file was."""
    journal.truncate(whole)
    journal.seek(0, os.SEEK_END)


def let_go(journal: IO[bytes], path: Path) -> None:
    """Leave the journal for the next run; one in which nothing stands leaves no trace."""
    with suppress(OSError):
        if os.fstat(journal.fileno()).st_size == 0 and _is_at(journal, path):
            path.unlink(missing_ok=True)
    with suppress(OSError):  # the rest of an entry that a full disk has not taken
        journal.close()
