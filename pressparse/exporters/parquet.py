"""Parquet, through pyarrow: one file with a row for each release, or in a folder one file for each record type."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pressparse.errors import UsageError
from pressparse.exporters import KINDS
from pressparse.exporters.tables import TABLES, Cell, Type, sheet_rows, sheets, tables_of
from pressparse.records import Failure

if TYPE_CHECKING:
    from pressparse.records import Release

SUFFIX = ".parquet"
_RELEASES_A_GROUP = 256


def write(results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
    """A row for each release: its own columns, then a list of structs for each record type. Failures are left out.

    Raises UsageError where pyarrow is not installed.
    """
    arrow, parquet = _arrow()
    parts = tables_of(kinds)[1:]
    fields = [arrow.field(name, _type(arrow, kind)) for name, kind in TABLES[0].columns.items()]
    fields += [arrow.field(part.name, arrow.list_(arrow.struct(_fields(arrow, part.columns)))) for part in parts]
    schema = arrow.schema(fields)
    releases = (result for result in results if not isinstance(result, Failure))
    with parquet.ParquetWriter(file, schema) as writer:
        while group := list(islice(releases, _RELEASES_A_GROUP)):
            rows = []
            for release in group:
                row: dict[str, Any] = dict(zip(TABLES[0].columns, next(TABLES[0].rows(release)), strict=True))
                for part in parts:
                    row[part.name] = [dict(zip(part.columns, cells, strict=True)) for cells in part.rows(release)]
                rows.append(row)
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))


def write_folder(results: Iterable[Release | Failure], folder: Path, *, kinds: Collection[str] = KINDS) -> None:
    """The tables and columns of the CSV export as `releases.parquet`, `quotes.parquet` and so on in `folder`.

    Raises UsageError where pyarrow is not installed, and OSError.
    """
    arrow, parquet = _arrow()
    schemas = {name: arrow.schema(_fields(arrow, columns)) for name, columns in sheets(kinds).items()}
    with ExitStack() as files:
        writers = {
            name: files.enter_context(parquet.ParquetWriter(folder / f"{name}{SUFFIX}", schema))
            for name, schema in schemas.items()
        }
        remaining = iter(results)
        while group := list(islice(remaining, _RELEASES_A_GROUP)):
            rows: dict[str, list[dict[str, Cell]]] = {name: [] for name in schemas}
            for result in group:
                for name, cells in sheet_rows(result, kinds):
                    rows[name].append(dict(zip(schemas[name].names, cells, strict=True)))
            for name, schema in schemas.items():
                writers[name].write_table(arrow.Table.from_pylist(rows[name], schema=schema))


def _fields(arrow: Any, columns: dict[str, Type]) -> list[Any]:
    return [arrow.field(name, _type(arrow, kind)) for name, kind in columns.items()]


def _type(arrow: Any, kind: Type) -> Any:
    return {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "list": arrow.list_(arrow.string()),
    }[kind]


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow, which is not installed: pip install 'pressparse[parquet]'.") from None
    return pyarrow, pyarrow.parquet
