"""Inputs that lie elsewhere: "s3://…", "https://…", whatever fsspec has a file system for (the extra `remote`)."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from pressparse.errors import InputMissing, UsageError
from pressparse.readers import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC = frozenset("*?[")
_PIECE = 1 << 20


def is_url(argument: str) -> bool:
    """Whether an argument is an address and no path: "s3://bucket/2024/"."""
    scheme, mark, _ = argument.partition("://")
    return bool(mark) and scheme.replace("+", "").isalnum()


def find(argument: str) -> tuple[list[tuple[str, PurePosixPath]], bool]:
    """The addresses that one stands for, each with its name below it, and whether it is a folder or a pattern.

    Raises UsageError where fsspec, or what it needs for this scheme, is not installed, and where it can't be listed.
    """
    if "::" in argument:
        raise UsageError(f"{argument} is an address within another; unpack it first.")
    files, root = _file_system(argument)
    try:
        if _MAGIC & set(root):
            found, many = sorted(files.glob(root)), True
            names = [PurePosixPath(PurePosixPath(path).name) for path in found]
        elif files.isdir(root):
            found, many = [path for path in sorted(files.find(root)) if _is_input(path, root)], True
            names = [PurePosixPath(path).relative_to(root) for path in found]
        else:
            found, many, names = [root], False, [PurePosixPath(PurePosixPath(root).name)]
    except Exception as error:
        # Each file system has errors of its own.
        raise UsageError(f"{argument} cannot be listed ({error or type(error).__name__}); check it.") from error
    if odd := [name for name in names if ".." in name.parts]:
        raise UsageError(f"{argument} has the name {odd[0]}, which leads out of any folder of outputs.")
    return [(files.unstrip_protocol(path), name) for path, name in zip(found, names, strict=True)], many


def read(url: str, *, limit: int) -> bytes:
    """At most `limit` + 1 bytes of the file; raises InputMissing and UsageError."""
    with _opened(url) as file:
        return bytes(file.read(limit + 1))


def digest(url: str) -> str:
    """The SHA-256 of the file; raises InputMissing and UsageError."""
    found = hashlib.sha256()
    with _opened(url) as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


@contextmanager
def _opened(url: str) -> Iterator[Any]:
    files, path = _file_system(url)
    try:
        with files.open(path, "rb") as file:
            yield file
    except Exception as error:
        raise InputMissing(f"{url} cannot be opened ({error or type(error).__name__}).") from error


def _file_system(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise UsageError("An address needs the extra; run: pip install 'pressparse[remote]'") from None
    try:
        files, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url} is no address that can be read ({error}).") from None
    return files, str(path)


def _is_input(path: str, root: str) -> bool:
    below = PurePosixPath(path).relative_to(root)
    return below.suffix.lower() in SUFFIXES and not any(part.startswith((".", "~$")) for part in below.parts)
