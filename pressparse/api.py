"""The library: text or files in, typed releases out, the same objects that the command line writes as JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path, PurePath

from pressparse import batch, pipeline, userwords
from pressparse.batch import runs
from pressparse.batch.jobs import Job, decode
from pressparse.context import options_from
from pressparse.errors import UsageError, by_type
from pressparse.exporters import KINDS
from pressparse.language import DEFAULT_MODEL
from pressparse.readers import Limits, read
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
    jobs: int = 1,
) -> Iterator[Release]:
    """The releases in the files at `paths`, in order, made in batches, which is faster than one by one.

    A file that can't be read raises its `errors.InputError`; with `on_failure` that is called with the Failure instead,
    and the next file follows. With `jobs` over 1 so many worker processes do the work, and a file that kills one fails
    alone; a script that asks for them has its main part below `if __name__ == "__main__"`.
    """
    options = options_from(issued=issued, reported=reported, evidence=evidence, text=include_text)
    # The number makes a path that is given twice two inputs.
    inputs = [batch.Input(Path(path), PurePath(str(number))) for number, path in enumerate(paths)]
    if jobs > 1:
        job = Job(
            options=options, limits=Limits(), model=model, kinds=KINDS, form="jsonl", encoding=encoding,
            lexicons=tuple(map(str, userwords.files_in_use())),
        )  # fmt: skip
        outcomes = _by_workers(inputs, job=job, workers=jobs)
    else:
        outcomes = (
            (each.result, each.error) for each in runs.run(inputs, options=options, encoding=encoding, model=model)
        )
    for result, error in outcomes:
        if isinstance(result, Release):
            yield result
        elif on_failure is not None:
            on_failure(result)
        elif error is not None:
            raise error


def _by_workers(
    inputs: list[batch.Input], *, job: Job, workers: int
) -> Iterator[tuple[Release | Failure, Exception | None]]:
    from pressparse.batch import engines, supervision

    with closing(engines.start(job, jobs=workers, inputs=inputs)) as engine:
        for result in supervision.in_order(inputs, job=job, engine=engine):
            yield decode(result), by_type(result.error[0])(result.error[1]) if result.error else None
