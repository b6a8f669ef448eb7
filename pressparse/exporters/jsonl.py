"""JSON Lines for many releases: one object a line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, BinaryIO

from pressparse.exporters import KINDS, left_out

if TYPE_CHECKING:
    from pressparse.records import Failure, Release

SUFFIX = ".jsonl"


def write(results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
    """One line for each result, handed on at once so that a reader of the pipe need not wait for the last."""
    for result in results:
        file.write(encode(result, kinds=kinds))
        file.flush()


def encode(result: Release | Failure, *, kinds: Collection[str] = KINDS) -> bytes:
    """One result as `write` writes it."""
    return result.model_dump_json(exclude=left_out(kinds)).encode() + b"\n"
