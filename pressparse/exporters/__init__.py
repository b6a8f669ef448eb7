"""Releases as bytes: one file for each format, all behind one protocol."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from pressparse.records import Failure, Release

KINDS = ("dates", "people", "titles", "quotes", "initiatives")
"""The record types: what `--only` takes, each the name of its list in a Release."""


class Exporter(Protocol):
    """A module of this package that writes one format."""

    SUFFIX: str

    def write(self, results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
        """Write `results` to `file` as they come, with the record types `kinds` and no others."""


def left_out(kinds: Collection[str]) -> set[str]:
    """The fields of a Release that an export of `kinds` alone does not have."""
    return set(KINDS) - set(kinds)
