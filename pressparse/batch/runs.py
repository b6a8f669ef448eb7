"""Inputs to outcomes, in batches and in order: a bad file or a broken extractor costs one input and no more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from pressparse import pipeline
from pressparse.batch import remote
from pressparse.batch.inputs import Input
from pressparse.context import DEFAULTS, Options
from pressparse.errors import InputError, InputMissing, OutOfMemory, PressparseError
from pressparse.language import DEFAULT_MODEL
from pressparse.readers import Limits, read, read_bytes
from pressparse.records import ErrorInfo, Failure, Release, SourceInfo
from pressparse.source import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: a release, or a failure and the error that made it."""

    input: Input
    result: Release | Failure
    error: Exception | None = None


def run(
    inputs: Iterable[Input],
    *,
    options: Options = DEFAULTS,
    encoding: str | None = None,
    model: str = DEFAULT_MODEL,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """One outcome for each input, in order; raises ModelMissing, ModelBroken, and UsageError (unknown encoding)."""
    remaining = iter(inputs)
    while chunk := list(islice(remaining, pipeline.RELEASES_AT_ONCE)):
        opened = [_open(item, encoding=encoding, limits=limits or Limits()) for item in chunk]
        results = _extract([got for got in opened if isinstance(got, Source)], options=options, model=model)
        for item, got in zip(chunk, opened, strict=True):
            result = next(results) if isinstance(got, Source) else got
            yield Outcome(item, result) if isinstance(result, Release) else failed(item, result)


def _open(item: Input, *, encoding: str | None, limits: Limits) -> Source | Exception:
    try:
        if item.url is not None:
            data = remote.read(item.url, limit=limits.file_bytes)
            return read_bytes(data, path=item.url, encoding=encoding, limits=limits)
        if item.path is None and sys.stdin is None:
            return InputMissing("Standard input is closed; name a file.")
        if item.path is None:
            return read_bytes(sys.stdin.buffer.read(limits.file_bytes + 1), path=None, encoding=encoding, limits=limits)
        if os.path.isdir(item.path):
            return InputMissing(f"The folder {item.path} cannot be opened; check its permissions.")
        source = read(item.path, encoding=encoding, limits=limits)
    except Exception as error:
        if isinstance(error, PressparseError) and not isinstance(error, InputError):
            raise  # an unknown encoding is wrong for every input
        return error
    return replace(source, path=item.label)


def _extract(sources: list[Source], *, options: Options, model: str) -> Iterator[Release | Exception]:
    try:
        yield from list(pipeline.releases_from(sources, options=options, model=model))
    except PressparseError:
        raise
    except Exception:  # noqa: BLE001
        # One of them breaks an extractor: alone each, so that it is known which, and the others are done.
        for source in sources:
            try:
                yield pipeline.release_from(source, options=options, model=model)
            except Exception as error:  # noqa: BLE001
                yield error


def failed(item: Input, error: Exception) -> Outcome:
    """The outcome of an input that `error` came of; one that nobody foresaw is told as `internal`."""
    path = None if item.is_stdin else item.label
    info = SourceInfo(path=path, format=None, encoding=None, sha256=None, characters=None, language=None)
    if isinstance(error, MemoryError):
        error = OutOfMemory("There is not enough memory for this input; use fewer workers (-j), and try again.")
    if isinstance(error, PressparseError):
        told = ErrorInfo(type=error.type, message=str(error))
    else:
        message = f"pressparse itself failed on this input ({type(error).__name__}: {error}); please report it."
        told = ErrorInfo(type="internal", message=message)
    return Outcome(item, Failure(source=info, error=told), error)
