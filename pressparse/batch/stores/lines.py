"""One file of lines in the order of the inputs, "out.jsonl", and `out.manifest.jsonl` beside it.

While a run lasts, what is done stands in a journal, each line below an entry of its own; the file itself changes once,
when all of it is there. So for a moment the disk holds both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import IO, BinaryIO

from pressparse.batch import manifest
from pressparse.batch.inputs import Input
from pressparse.batch.manifest import Entry, State
from pressparse.batch.outputs import explained, writing
from pressparse.batch.stores import cut, let_go, take
from pressparse.errors import UsageError

SUFFIX = ".jsonl"
MANIFEST = ".manifest.jsonl"


class Lines:
    """The store that makes the file at `path`."""

    def __init__(self, path: Path) -> None:
        if path.name.endswith(MANIFEST):
            raise UsageError(f"{path} is the name of a manifest; choose another output.")
        self._path = path
        self._manifest = path.with_name(f"{path.name.removesuffix(SUFFIX)}{MANIFEST}")
        self._journal_path = path.with_name(f".{path.name}.journal")
        self._part = f".{path.name}.part"  # two files of lines may be made in one folder at once
        self._journal: IO[bytes] | None = None
        self._before: BinaryIO | None = None
        self._known: dict[str, Entry] = {}
        self._noted: dict[str, int] = {}  # output digest → offset of its line in the journal
        self._lines = 0  # of the file of an earlier run; more than digests where one stands there twice
        self._written: dict[str, int] = {}  # the same in the file of an earlier run

    def load(self) -> int:
        """Read the manifest, the file and the journal; the size in bytes of what is whole of the journal."""
        with explained(self._path):
            return self._load()

    def _load(self) -> int:
        whole = 0
        noted = {}
        if self._journal_path.is_file():
            with self._journal_path.open("rb") as journal:
                for entry, offset, end in _entries(journal):
                    noted[entry.input] = entry
                    self._noted[str(entry.output_sha256)] = offset
                    whole = end
        if self._path.is_file():
            self._before = self._path.open("rb")
            pairs = list(_digests(self._before))
            self._written, self._lines = dict(pairs), len(pairs)
        self._known = {entry.input: entry for entry in manifest.read(self._manifest)} | noted
        return whole

    def open(self) -> None:
        """The manifest stays, as the file does that it speaks of."""
        self._journal = take(self._journal_path)
        whole = self.load()
        with explained(self._journal_path):
            cut(self._journal, whole)

    def recall(self, item: Input) -> Entry | None:
        entry = self._known.get(item.label)
        if entry is None or (entry.output_sha256 not in self._noted and entry.output_sha256 not in self._written):
            return None
        return entry

    def output(self, item: Input) -> str:
        return self._path.name

    def keep(self, item: Input, entry: Entry, data: bytes) -> None:
        assert self._journal is not None, "open"
        with explained(self._journal_path):
            self._journal.write(entry.encode())
            self._noted[str(entry.output_sha256)] = self._journal.tell()
            self._journal.write(data)
            self._journal.flush()

    def finish(self, entries: Sequence[Entry]) -> None:
        """A run that stopped early leaves file and manifest as they were, and what it has done in the journal."""
        if any(entry.outcome is State.SKIPPED for entry in entries):
            if not self._path.exists():
                manifest.write(self._manifest, entries, part=self._part)
            return
        written = [entry.output_sha256 for entry in entries if entry.output_sha256]
        if self._is_news(written):
            with writing(self._path, part=self._part) as file:
                file.writelines(map(self._line, written))
        numbers = count(1)
        manifest.write(
            self._manifest,
            (replace(each, line=next(numbers)) if each.output_sha256 else each for each in entries),
            part=self._part,
        )
        self._journal_path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._journal is not None:
            let_go(self._journal, self._journal_path)
        if self._before is not None:
            self._before.close()

    def _line(self, digest: str) -> bytes:
        """The line with this digest, which was kept or recalled."""
        file, offset = (
            (self._journal, self._noted[digest]) if digest in self._noted else (self._before, self._written[digest])
        )
        assert file is not None, "open"
        file.seek(offset)
        return file.readline()

    def _is_news(self, written: list[str]) -> bool:
        """Whether the file would change."""
        return not self._path.is_file() or self._lines != len(self._written) or written != list(self._written)


def _entries(journal: IO[bytes]) -> Iterator[tuple[Entry, int, int]]:
    """Each entry of a journal with the offsets where its line begins and ends, up to the first that is torn."""
    while entry := manifest.parse(journal.readline()):
        offset = journal.tell()
        line = journal.readline()
        if hashlib.sha256(line).hexdigest() != entry.output_sha256:
            return
        yield entry, offset, journal.tell()


def _digests(file: IO[bytes]) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in file:
        yield hashlib.sha256(line).hexdigest(), offset
        offset += len(line)
