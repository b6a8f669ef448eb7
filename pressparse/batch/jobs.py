"""What a worker is told and what it answers, as plain data that travels: a job, and a result for each input."""

from __future__ import annotations

import hashlib
import json
import os
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pressparse.errors import UsageError, WithWarnings

if TYPE_CHECKING:
    from pressparse.batch.inputs import Input
    from pressparse.batch.runs import Outcome
    from pressparse.context import Options
    from pressparse.readers import Limits
    from pressparse.records import Failure, Release

Form = Literal["json", "jsonl"]

_WATCHED = ("release_seconds", "seconds", "memory_bytes")
"""Limits that make an input fail and change no output; what failed is tried again anyway."""

_one_at_a_time = threading.Lock()


def _version() -> str:
    from pressparse import __version__

    return __version__


def _here() -> str | None:
    """The working folder; None where it was deleted."""
    try:
        return os.getcwd()
    except OSError:
        return None


@dataclass(frozen=True, slots=True)
class Job:
    """Everything but the inputs that the bytes of an output depend on, and the folder that relative paths start from.

    `form` is that of the output, `kinds` its record types, `lexicons` TOML files of words, `strict` whether a warning
    is a failure.
    """

    options: Options
    limits: Limits
    model: str
    kinds: tuple[str, ...]
    form: Form
    encoding: str | None = None
    lexicons: tuple[str, ...] = ()
    strict: bool = False
    folder: str | None = field(default_factory=_here)
    version: str = field(default_factory=_version)

    def settings(self) -> str:
        """A digest of all that can change an output without a change of its input: options, versions, words, model."""
        known = {
            "options": asdict(self.options),
            "limits": {name: each for name, each in asdict(self.limits).items() if name not in _WATCHED},
            "kinds": self.kinds,
            "form": self.form,
            "encoding": self.encoding,
            "strict": self.strict,
            "words": [hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in self.lexicons],
            "model": [self.model, _installed(self.model)],
            "pressparse": self.version,
            "spacy": _installed("spacy"),
        }
        return hashlib.sha256(json.dumps(known, sort_keys=True, default=str).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one input: the bytes of its output, and the type and message of its error where it failed.

    `sha256` is that of the input's bytes (None where they could not be read), `trace` the traceback of the error,
    `counts` the number of records of each type.
    """

    data: bytes
    sha256: str | None
    error: tuple[str, str] | None = None
    trace: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def prepare(job: Job) -> None:
    """Load what the job needs into this process, its model too; a second call costs nothing.

    Raises UsageError where this process cannot do the job as told (another version, other words), ModelMissing and
    ModelBroken.
    """
    _agree(job)
    from pressparse import language, pipeline  # noqa: F401

    language.load(job.model)


def extract(job: Job, inputs: Sequence[Input]) -> list[Result]:
    """A result for each input, in order; what a worker does with a task.

    Raises what `prepare` raises, and UsageError for a folder that this process does not see.
    """
    with _one_at_a_time, _in_folder(job, inputs):
        _agree(job)
        from pressparse.batch.runs import run

        outcomes = run(inputs, options=job.options, encoding=job.encoding, model=job.model, limits=job.limits)
        return [_result(job, outcome) for outcome in outcomes]


def _agree(job: Job) -> None:
    """The same version and words here as where the run was started, before the import that makes rules of the words."""
    if job.version != _version():
        raise UsageError(f"A worker has pressparse {_version()} and not {job.version}; install the same on all.")
    from pressparse import userwords

    userwords.use(map(Path, job.lexicons))


def decode(result: Result) -> Release | Failure:
    """The records that the output of one input holds, if it holds them all."""
    from pressparse.records import Failure, Release

    return (Failure if result.error else Release).model_validate_json(result.data)


def failure(job: Job, item: Input, error: Exception) -> Result:
    """The result of an input of which no worker could make one."""
    from pressparse.batch.runs import failed

    return _result(job, failed(item, error))


def _result(job: Job, outcome: Outcome) -> Result:
    from pressparse.batch.runs import failed
    from pressparse.exporters import KINDS, jsonl
    from pressparse.exporters import json as indented
    from pressparse.records import Release

    warnings: tuple[str, ...] = ()
    sha256 = None
    if isinstance(outcome.result, Release):
        warnings, sha256 = tuple(outcome.result.warnings), outcome.result.source.sha256
        if job.strict and warnings:
            outcome = failed(outcome.input, WithWarnings(f"{len(warnings)} warnings; the first: {warnings[0]}"))
    result = outcome.result
    data = (jsonl if job.form == "jsonl" else indented).encode(result, kinds=job.kinds)
    if isinstance(result, Release):
        counts = {kind: len(getattr(result, kind)) for kind in KINDS}
        return Result(data, sha256, counts=counts, warnings=warnings)
    told = (result.error.type, result.error.message)
    trace = "".join(traceback.format_exception(outcome.error)) if outcome.error else None
    return Result(data, sha256, error=told, trace=trace, warnings=warnings)


@contextmanager
def _in_folder(job: Job, inputs: Sequence[Input]) -> Iterator[None]:
    """Relative paths mean the same here as where the run was started."""
    here = _here()
    if (
        here is None
        or job.folder is None
        or here == job.folder
        or all(item.path is None or item.path.is_absolute() for item in inputs)
    ):
        yield
        return
    try:
        os.chdir(job.folder)
    except OSError:
        raise UsageError(f"A worker does not see the folder {job.folder}; use one that all share.") from None
    try:
        yield
    finally:
        os.chdir(here)


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
