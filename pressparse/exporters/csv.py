"""CSV: a file for each record type, in a folder or a zip archive; no cell of it is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Collection, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pressparse.errors import UsageError
from pressparse.exporters import KINDS
from pressparse.exporters.tables import Cell, sheet_rows, sheets

if TYPE_CHECKING:
    from pressparse.records import Failure, Release

SUFFIX = ".zip"

# What a spreadsheet takes for a formula, also after blanks and in the full-width forms that Korean and Japanese
# editions accept. A tab or line end at the beginning is reason enough (OWASP, "CSV injection").
_FORMULA = re.compile(r"[ \u00a0\u3000]{0,100}[=+\-@\t\r\n＝＋－＠]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write(
    results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS, bom: bool = False
) -> None:
    """A zip archive of the files that `write_folder` makes; the same results give the same bytes."""
    with tempfile.TemporaryDirectory(prefix="pressparse-") as name:
        folder = Path(name)
        write_folder(results, folder, kinds=kinds, bom=bom)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.iterdir()):
                entry = zipfile.ZipInfo(path.name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with path.open("rb") as part, archive.open(entry, "w") as packed:
                    while chunk := part.read(1 << 20):
                        packed.write(chunk)


def write_folder(
    results: Iterable[Release | Failure], folder: Path, *, kinds: Collection[str] = KINDS, bom: bool = False
) -> None:
    """`releases.csv`, `quotes.csv` and so on in `folder`, which must be there; UTF-8, with a byte order mark if `bom`.

    Their columns are those of `tables.sheets`. Files of an earlier run are written over. Raises OSError.
    """
    encoding = "utf-8-sig" if bom else "utf-8"
    with ExitStack() as files:
        writers = {}
        for name, columns in sheets(kinds).items():
            # newline="": the csv module ends rows itself, and a line end within a cell stays what it is.
            file = files.enter_context((folder / f"{name}.csv").open("w", encoding=encoding, newline=""))
            writers[name] = csv.writer(file)
            writers[name].writerow(columns)
        for result in results:
            for name, row in sheet_rows(result, kinds):
                writers[name].writerow(map(_cell, row))


def write_sheet(
    results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS, bom: bool = False
) -> None:
    """The one CSV file of the record type that `kinds` names; raises UsageError where they are several.

    Failures are left out: they have no columns here.
    """
    if len(kinds) != 1:
        raise UsageError("CSV has a file for each record type: name a folder or a .zip, or one type with --only.")
    (sheet,) = kinds
    # A text layer of our own, which leaves the file open to whoever opened it.
    text = io.TextIOWrapper(file, encoding="utf-8-sig" if bom else "utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text)
        rows.writerow(sheets(kinds)[sheet])
        for result in results:
            rows.writerows(map(_cell, row) for name, row in sheet_rows(result, kinds) if name == sheet)
        text.flush()
    finally:
        text.detach()


def _cell(value: Cell) -> str | int | float | None:
    """A value as a spreadsheet may have it: lists joined, and an apostrophe before what it would calculate."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and _FORMULA.match(value):
        return "'" + value
    return value
