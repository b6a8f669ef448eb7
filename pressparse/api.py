"""The library: text or files in, typed releases out, the same objects that the command line writes as JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path, PurePath

from pressparse import batch, pipeline
from pressparse.context import Options
from pressparse.errors import UsageError
from pressparse.language import DEFAULT_MODEL
from pressparse.readers import read
from pressparse.readers.text import locate, normalise
from pressparse.records import Failure, Release
from pressparse.source import Source


def parse(
    text: str,
    *,
    issued: str | date | None = None,
    reported: bool = False,
    evidence: bool = False,
    include_text: bool = False,
    model: str = DEFAULT_MODEL,
) -> Release:
    r"""The release that `text` holds; every offset counts its code points, once its line ends are "\n".

    `issued` is the day of issue ("2020-06-30" or a date), where it is known better than from the text. `reported` adds
    reported speech to the quotes, `evidence` the rule behind each record, `include_text` the whole text. `model` is
    the name of an installed spaCy model. Raises UsageError, ModelMissing, ModelBroken.
    """
    text = normalise(text)
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError:
        raise UsageError("The text holds halves of characters (lone surrogates); decode it anew.") from None
    source = Source(text=text, path=None, format="text", encoding=None, sha256=digest, locations=tuple(locate(text)))
    options = options_from(issued=issued, reported=reported, evidence=evidence, text=include_text)
    return pipeline.release_from(source, options=options, model=model)


def parse_file(
    path: str | Path,
    *,
    issued: str | date | None = None,
    encoding: str | None = None,
    reported: bool = False,
    evidence: bool = False,
    include_text: bool = False,
    model: str = DEFAULT_MODEL,
) -> Release:
    """The release in the file at `path`, whose format is told from its bytes; `encoding` is for text alone.

    Raises an `errors.InputError` for a file that can't be read, and what `parse` raises.
    """
    options = options_from(issued=issued, reported=reported, evidence=evidence, text=include_text)
    return pipeline.release_from(read(Path(path), encoding=encoding), options=options, model=model)


def parse_many(
    paths: Iterable[str | Path],
    *,
    issued: str | date | None = None,
    encoding: str | None = None,
    reported: bool = False,
    evidence: bool = False,
    include_text: bool = False,
    model: str = DEFAULT_MODEL,
    on_failure: Callable[[Failure], object] | None = None,
) -> Iterator[Release]:
    """The releases in the files at `paths`, in order, made in batches, which is faster than one by one.

    A file that can't be read raises its `errors.InputError`; with `on_failure` that is called with the Failure instead,
    and the next file follows.
    """
    options = options_from(issued=issued, reported=reported, evidence=evidence, text=include_text)
    inputs = [batch.Input(Path(path), PurePath(path)) for path in paths]
    for outcome in batch.run(inputs, options=options, encoding=encoding, model=model):
        if isinstance(outcome.result, Release):
            yield outcome.result
        elif on_failure is not None:
            on_failure(outcome.result)
        elif outcome.error is not None:
            raise outcome.error


def options_from(
    *, issued: str | date | None = None, reported: bool = False, evidence: bool = False, text: bool = False
) -> Options:
    """The extractors' options; raises UsageError where `issued` is no day."""
    if isinstance(issued, str):
        try:
            issued = date.fromisoformat(issued.strip())
        except ValueError:
            raise UsageError(f"'{issued}' is no day of issue; write it as 2020-06-30.") from None
    return Options(issued=issued, reported=reported, evidence=evidence, text=text)
