"""A release's rows in the database: the flat tables, with the ids of the JSON turned into row ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from pressparse.exporters.tables import TABLES, Cell, Table, tables_of

if TYPE_CHECKING:
    from pressparse.records import Release

# Columns that name a record of another table by its id in the JSON.
_REFERENCES = {
    "node": "outline", "parent": "outline", "person": "people", "speaker_id": "people", "initiative": "initiatives",
}  # fmt: skip
# Lists that have tables of their own.
_LISTS = {("releases", "subtitles"), ("releases", "warnings"), ("initiatives", "dates")}
_INITIATIVE_DATES = ("release", "initiative", "number", "value", "earliest", "latest")

Keys = dict[tuple[str, Cell], int]


def insert(
    database: sqlite3.Connection,
    release: Release,
    *,
    number: int | None,
    sha256: str,
    digest: str,
    kinds: Collection[str],
) -> int:
    """Insert one release with its records of the types `kinds`; gives its row id, which is `number` where given."""
    columns = {**_own(TABLES[0]), "sha256": None, "digest": None, "id": None}
    head = dict(zip(TABLES[0].columns, next(TABLES[0].rows(release)), strict=True))
    head |= {"sha256": sha256, "digest": digest, "id": number}
    row = _run(database, "releases", list(columns), [head[name] for name in columns])
    keys: Keys = {}
    for table in tables_of(kinds)[1:]:
        _fill(database, table, release, row=row, keys=keys)
    for name, texts in (("subtitles", [part.text for part in release.subtitles]), ("warnings", release.warnings)):
        for position, text in enumerate(texts, start=1):
            _run(database, name, ["release", "number", "text"], [row, position, text])
    if "initiatives" in kinds:
        for values in _initiative_dates(release, keys):
            _run(database, "initiative_dates", _INITIATIVE_DATES, [row, *values])
    return row


def _own(table: Table) -> dict[str, None]:
    return dict.fromkeys(name for name in table.columns if (table.name, name) not in _LISTS)


def _fill(database: sqlite3.Connection, table: Table, release: Release, *, row: int, keys: Keys) -> None:
    names = list(table.columns)
    kept = [at for at, name in enumerate(names) if (table.name, name) not in _LISTS]
    columns = ["release", *("key" if names[at] == "id" else names[at] for at in kept)]
    for cells in table.rows(release):
        values: list[Cell] = [row]
        for at in kept:
            home = _REFERENCES.get(names[at])
            cell = cells[at]
            if home:
                cell = keys.get((home, cell))
            values.append("; ".join(cell) or None if isinstance(cell, list) else cell)
        inserted = _run(database, table.name, columns, values)
        if "id" in table.columns:
            keys[table.name, cells[0]] = inserted


def _initiative_dates(release: Release, keys: Keys) -> Iterator[tuple[Cell, ...]]:
    """The initiatives' dates, with the first and last day that the release's own dates give for the value."""
    bounds = {date.value: (date.earliest, date.latest) for date in release.dates}
    for found in release.initiatives:
        for number, value in enumerate(found.dates, start=1):
            yield keys["initiatives", found.id], number, value, *bounds.get(value, (None, None))


def _run(database: sqlite3.Connection, table: str, columns: Sequence[str], values: Sequence[Cell]) -> int:
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{column}"' for column in columns)
    row = database.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values).lastrowid
    assert row is not None
    return row
