"""Exports read back: the releases and failures of JSON and JSON Lines files, one by one, each with where it stood."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressparse.errors import DamagedInput, InputMissing, NothingMatched
from pressparse.exporters import KINDS
from pressparse.records import SCHEMA_VERSION, Failure, Release

SUFFIXES = (".json", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Stored:
    """One result of an export: `where` is its file and line, `kinds` the record types that the export has."""

    where: str
    result: Release | Failure
    kinds: frozenset[str]


def read(path: Path) -> Iterator[Stored]:
    """The results in the file at `path`, or in all .json and .jsonl files of a folder, in sorted order.

    Raises InputMissing, NothingMatched (a folder without exports) and DamagedInput (no export of this schema).
    """
    if path.is_dir():
        files = sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file())
        if not files:
            raise NothingMatched(f"There is no {', '.join(SUFFIXES)} file in {path}.")
        for each in files:
            yield from _read_file(each)
    else:
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Stored]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputMissing(f"{path} cannot be opened ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise DamagedInput(f"{path} is not UTF-8, and so no export of pressparse.") from None
    # An indented object begins with a brace alone; any other file is read line by line.
    if text.split("\n", 1)[0].strip() == "{":
        yield _stored(text, where=str(path))
        return
    # Not splitlines(): JSON may hold U+2028 and the like within a line.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _stored(line, where=f"{path}:{number}")


def _stored(text: str, *, where: str) -> Stored:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedInput(f"{where}: this is not JSON ({error}).") from None
    if not isinstance(data, dict) or "schema" not in data:
        raise DamagedInput(f"{where}: this is no export of pressparse; it has no 'schema'.")
    if data["schema"] != SCHEMA_VERSION:
        raise DamagedInput(f"{where}: schema {data['schema']!r} is not the one of this version ({SCHEMA_VERSION}).")
    kinds = frozenset(kind for kind in KINDS if kind in data)
    return Stored(where, _validated(data, where=where), kinds)


def _validated(data: dict[str, Any], *, where: str) -> Release | Failure:
    try:
        if "error" in data:
            return Failure.model_validate(data)
        # `--only` leaves whole record types out.
        return Release.model_validate({**{kind: [] for kind in KINDS}, **data})
    except ValueError as error:
        problems: list[Any] = getattr(error, "errors", list)()
        place = ".".join(map(str, problems[0]["loc"])) if problems else "?"
        told = problems[0]["msg"] if problems else str(error)
        raise DamagedInput(f"{where}: the field {place} does not fit the schema ({told}).") from None
