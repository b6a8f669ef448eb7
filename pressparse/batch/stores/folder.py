"""A folder that mirrors the inputs: one file for each, "a/b.hwp.json", and `manifest.jsonl`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from pressparse.batch import manifest
from pressparse.batch.inputs import Input
from pressparse.batch.manifest import PART, Entry, State
from pressparse.batch.outputs import MANIFEST, explained, writing
from pressparse.batch.stores import cut, let_go, take

JOURNAL = ".manifest.jsonl.journal"


class Folder:
    """The store below `folder`, with the place of each input's output."""

    def __init__(self, folder: Path, *, places: dict[Input, Path]) -> None:
        self._folder, self._manifest, self._journal_path = folder, folder / MANIFEST, folder / JOURNAL
        self._places = places
        self._journal: IO[bytes] | None = None
        self._known: dict[str, Entry] = {}
        self._noted: dict[str, Entry] = {}

    def load(self) -> int:
        """Read the manifest and the journal; the size in bytes of what is whole of the journal."""
        with explained(self._manifest):
            return self._load()

    def _load(self) -> int:
        whole = 0
        if self._journal_path.is_file():
            with self._journal_path.open("rb") as journal:
                for line in journal:
                    if (entry := manifest.parse(line)) is None:
                        break
                    self._noted[entry.input] = entry
                    whole += len(line)
        self._known = {entry.input: entry for entry in manifest.read(self._manifest)} | self._noted
        return whole

    def open(self) -> None:
        """The manifest goes, once the journal has what it says: there is none while the folder changes."""
        self._journal = take(self._journal_path)
        whole = self.load()
        with explained(self._journal_path):
            cut(self._journal, whole)
            self._journal.writelines(e.encode() for name, e in self._known.items() if name not in self._noted)
            self._journal.flush()
            self._manifest.unlink(missing_ok=True)

    def recall(self, item: Input) -> Entry | None:
        entry = self._known.get(item.label)
        return entry if entry is not None and entry.output_sha256 == manifest.digest(self._places[item]) else None

    def output(self, item: Input) -> str:
        return os.fsencode(self._places[item].relative_to(self._folder)).decode("utf-8", "backslashreplace")

    def keep(self, item: Input, entry: Entry, data: bytes) -> None:
        assert self._journal is not None, "open"
        with writing(self._places[item], part=PART) as file:
            file.write(data)
        with explained(self._journal_path):
            self._journal.write(entry.encode())
            self._journal.flush()

    def finish(self, entries: Sequence[Entry]) -> None:
        manifest.write(self._manifest, entries)
        told = {entry.input for entry in entries if entry.outcome is not State.SKIPPED}
        if self._known.keys() <= told:  # else it keeps what runs over other inputs have done
            self._journal_path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._journal is not None:
            let_go(self._journal, self._journal_path)
