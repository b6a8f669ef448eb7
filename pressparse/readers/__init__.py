"""Files in, `Source` out: the bytes tell the format, and whatever is not plain text is read in a child process."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pressparse.errors import EmptyInput, InputMissing, UsageError
from pressparse.readers import text
from pressparse.readers.detect import SUFFIXES, guess_container
from pressparse.readers.limits import DEFAULT, Limits
from pressparse.source import Source

__all__ = ["SUFFIXES", "Limits", "read", "read_bytes"]

LONGEST_NAME = 200


def read(path: Path, *, encoding: str | None = None, limits: Limits = DEFAULT) -> Source:
    """The text of the file at `path`. Raises an `errors.InputError`, or UsageError (unknown encoding, a folder)."""
    shown = _shown(path)
    try:
        if path.is_dir():
            raise UsageError(f"{shown} is a folder; give the files in it, or let 'pressparse extract' walk it.")
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except FileNotFoundError:
        raise InputMissing(f"There is no file {shown}; check the name.") from None
    except OSError as error:
        raise InputMissing(f"{shown} cannot be opened ({error.strerror}); check its name and permissions.") from None
    except ValueError:  # a NUL in the name, or half a character that no file system spells
        raise InputMissing(f"No file can have the name {shown}; check it.") from None
    return read_bytes(data, path=str(path), encoding=encoding, limits=limits)


def read_bytes(data: bytes, *, path: str | None, encoding: str | None = None, limits: Limits = DEFAULT) -> Source:
    """The text of a file's bytes; `path` goes into the Source, and its suffix tells a bare HTML fragment from text.

    Raises an `errors.InputError`, or UsageError for an unknown encoding.
    """
    limits.check("file_bytes", len(data), what="The file has")
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyInput("The file is empty; there is nothing to read.")
    container = guess_container(data, suffix=Path(path or "").suffix.lower())
    if container == "text":
        reading = text.read(data, encoding=encoding, limits=limits)
    else:
        from pressparse.readers import isolate

        reading = isolate.read(data, container=container, encoding=encoding, limits=limits)
    if not reading.text.strip():
        raise EmptyInput("The file holds nothing but white space; there is nothing to read.")
    return Source(
        text=reading.text,
        path=path,
        format=reading.format,
        encoding=reading.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        locations=reading.locations,
        warnings=reading.warnings,
    )


def _shown(path: Path) -> str:
    """The name of `path` for a message: in part if it is very long, and without NULs."""
    name = str(path).replace("\0", "\\0")
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME // 2]}…{name[-LONGEST_NAME // 2 :]}"
