"""Everything that pressparse refuses, as one sentence for people and one short type for programs."""

from typing import ClassVar


class PressparseError(Exception):
    """Base of all expected failures: `str(error)` says what is wrong and what to do; `type` goes into the export."""

    type: ClassVar[str] = "error"


class UsageError(PressparseError):
    """A call or a command line that cannot mean anything (unknown option value, unknown encoding)."""

    type = "usage"


class NothingMatched(PressparseError):
    """A folder or pattern in which no readable file was found."""

    type = "nothing-matched"


class ModelMissing(PressparseError):
    """The spaCy model that was asked for is not installed."""

    type = "model-missing"


class ModelBroken(PressparseError):
    """The spaCy model is installed and does not load."""

    type = "model-broken"


class InputError(PressparseError):
    """Base of the failures that belong to one input: in a batch the others go on."""

    type = "input"


class InputMissing(InputError):
    """There is no such file, or it may not be opened."""

    type = "input-missing"


class EmptyInput(InputError):
    """Nothing but white space."""

    type = "empty"


class UnreadableInput(InputError):
    """Binary data, or text in an encoding that cannot be told."""

    type = "unreadable"


class UnsupportedFormat(InputError):
    """A format that is recognised and that has no reader."""

    type = "unsupported-format"


class LimitExceeded(InputError):
    """Larger than one of `readers.Limits`; the message names the limit."""

    type = "limit-exceeded"


class EncryptedInput(InputError):
    """Needs a password, or an extra to be decrypted."""

    type = "encrypted"


class DamagedInput(InputError):
    """The right kind of file, and broken."""

    type = "damaged"


class NoText(InputError):
    """A sound document without a text layer, such as a scanned PDF."""

    type = "no-text"


class ReaderCrashed(InputError):
    """Native code died on this file, or ran out of its memory."""

    type = "reader-crashed"


class ReaderTimeout(InputError):
    """The reader did not finish in its time."""

    type = "reader-timeout"


class WorkerCrashed(InputError):
    """The worker process died while it had this input, alone and more than once."""

    type = "worker-crashed"


class WorkerTimeout(InputError):
    """The worker process did not finish with this input, alone, in its time."""

    type = "worker-timeout"


class OutOfMemory(InputError):
    """The machine had no memory left for this input."""

    type = "out-of-memory"


class WorkersLost(PressparseError):
    """Worker processes die whatever they are given."""

    type = "workers-lost"


class WithWarnings(InputError):
    """Read and extracted, with warnings, where the user wants none."""

    type = "warnings"


def by_type(name: str) -> type[PressparseError]:
    """The class whose `type` is `name`, as errors come from the reading process; PressparseError for an unknown one."""
    waiting = [PressparseError]
    for cls in waiting:
        if cls.type == name:
            return cls
        waiting.extend(cls.__subclasses__())
    return PressparseError
