"""JSON for one release: an indented object."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, BinaryIO

from pressparse.exporters import KINDS, left_out

if TYPE_CHECKING:
    from pressparse.records import Failure, Release

SUFFIX = ".json"


def write(results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
    """One indented object and a line end for each result, of which a caller gives one."""
    for result in results:
        file.write(encode(result, kinds=kinds))


def encode(result: Release | Failure, *, kinds: Collection[str] = KINDS) -> bytes:
    """One result as `write` writes it."""
    return result.model_dump_json(indent=2, exclude=left_out(kinds)).encode() + b"\n"
