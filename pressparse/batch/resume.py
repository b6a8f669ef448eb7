"""A run that can be taken up again: what is done from the same bytes in the same way is left, the rest is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from pressparse.batch import remote, supervision
from pressparse.batch.engines import Engine
from pressparse.batch.inputs import Input
from pressparse.batch.jobs import Job, Result
from pressparse.batch.manifest import Entry, State, digest
from pressparse.batch.outputs import OutputFailed
from pressparse.batch.stores import Store, using
from pressparse.errors import InputMissing

_DONE = (State.OK, State.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Step:
    """One input that a run has come past: its line for the manifest, and what a worker said where one had it."""

    input: Input
    entry: Entry
    result: Result | None = None


def unchanged(item: Input, *, store: Store, settings: str) -> Entry | None:
    """The entry of an input that need not be done: same bytes, same settings, and its output is where it was."""
    entry = store.recall(item)
    if entry is None or entry.outcome not in _DONE or entry.settings != settings or entry.sha256 != _digest(item):
        return None
    return replace(entry, outcome=State.UNCHANGED)


def run(
    inputs: Sequence[Input],
    *,
    job: Job,
    store: Store,
    start: Callable[[Sequence[Input]], Engine],
    max_failures: int | None = None,
) -> Generator[Step, None, None]:
    """A step for each input as it is done, in any order; then those that were not tried after `max_failures`.

    `start` gives the engine for the inputs that are left. The manifest is in place when the last step has been taken.
    Raises UsageError where another run has the store, OutputFailed, and what `jobs.extract` raises.
    """
    settings = job.settings()
    with using(store):
        entries: dict[int, Entry] = {}
        for number, item in enumerate(inputs):
            if entry := unchanged(item, store=store, settings=settings):
                entries[number] = entry
                yield Step(item, entry)
        left = [number for number in range(len(inputs)) if number not in entries]
        if left:
            yield from _make(
                inputs, left, entries, job=job, settings=settings, store=store, start=start, max_failures=max_failures
            )
        store.finish([entries[number] for number in range(len(inputs))])


def _make(
    inputs: Sequence[Input],
    left: Sequence[int],
    entries: dict[int, Entry],
    *,
    job: Job,
    settings: str,
    store: Store,
    start: Callable[[Sequence[Input]], Engine],
    max_failures: int | None,
) -> Iterator[Step]:
    """The steps of the inputs `left`, whose entries are added."""
    missing = [inputs[number] for number in left]
    failures = 0
    with closing(start(missing)) as engine:
        for at, result in supervision.results(missing, job=job, engine=engine):
            item = missing[at]
            entry = _kept(item, result, store=store, settings=settings)
            entries[left[at]] = entry
            yield Step(item, entry, result)
            failures += entry.outcome is State.FAILED
            if failures == max_failures:
                break
    for number in left:
        if number not in entries:
            entries[number] = Entry(input=inputs[number].label, outcome=State.SKIPPED)
            yield Step(inputs[number], entries[number])


def _kept(item: Input, result: Result, *, store: Store, settings: str) -> Entry:
    """Put the output in its place. A name that no file can have fails alone; a disk that is full ends the run."""
    error = None if result.error is None else dict(zip(("type", "message"), result.error, strict=True))
    entry = Entry(
        input=item.label,
        outcome=State.OK if error is None else State.FAILED,
        output=store.output(item),
        error=error,
        sha256=result.sha256,
        output_sha256=hashlib.sha256(result.data).hexdigest(),
        settings=settings,
    )
    try:
        store.keep(item, entry, result.data)
    except OutputFailed as failed:
        if not failed.is_about_the_name:
            raise
        told = {"type": failed.type, "message": str(failed)}
        return replace(entry, outcome=State.FAILED, output=None, output_sha256=None, error=told)
    return entry


def _digest(item: Input) -> str | None:
    """The hash of an input's bytes; None where they can't be read, which its worker will say better."""
    try:
        if item.url is not None:
            return remote.digest(item.url)
        if item.path is None or not item.path.is_file():  # a pipe can be read once, by whoever extracts it
            return None
        return digest(item.path)
    except (ValueError, InputMissing):
        return None
