"""What the commands say on stderr, and the codes that they exit with."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum

import typer

from pressparse.errors import ModelBroken, ModelMissing, NothingMatched, PressparseError, UsageError


class Code(IntEnum):
    """Exit codes, as the README lists them."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOTHING = 3
    INTERRUPTED = 130


def printable(text: str) -> str:
    """The text with what a terminal would obey, such as a file name's line feed, shown instead."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def say(sentence: str) -> None:
    """One message on stderr; control characters, which a file name may have, are shown and not obeyed."""
    # In one piece, so that what others write to the same terminal stays outside.
    if sys.stderr is None:  # print() would take standard output
        return
    with suppress(OSError):  # nobody reads it any more, or its disk is full: no reason to end the work
        print(f"pressparse: {printable(sentence)}\n", end="", file=sys.stderr, flush=True)  # noqa: T201


def tell(sentence: str, error: Exception | None, *, verbose: int) -> None:
    """The message of a failure, with the traceback of `error` at -vv."""
    say(sentence)
    if error is not None and verbose > 1:
        traceback.print_exception(error)


@contextmanager
def guarded(*, verbose: int) -> Iterator[None]:
    """Turn what a command raises into one sentence and an exit code."""
    try:
        yield
    except typer.Exit:
        raise
    except BrokenPipeError:
        # The reader of our output has had enough: what Python still holds for it must not fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(Code.DONE) from None
    except KeyboardInterrupt:
        say("interrupted.")
        raise typer.Exit(Code.INTERRUPTED) from None
    except PressparseError as error:
        tell(str(error), error, verbose=verbose)
        raise typer.Exit(_code(error)) from None
    except Exception as error:  # noqa: BLE001
        sentence = f"pressparse itself failed ({type(error).__name__}: {error}); -vv shows where."
        tell(sentence, error, verbose=verbose)
        raise typer.Exit(Code.FAILED) from None


def _code(error: PressparseError) -> Code:
    if isinstance(error, NothingMatched):
        return Code.NOTHING
    return Code.USAGE if isinstance(error, UsageError | ModelMissing | ModelBroken) else Code.FAILED
