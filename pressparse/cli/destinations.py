"""Where an export of any format goes: a file, a folder, standard output, or a database that grows."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pressparse.errors import UsageError
from pressparse.exporters import formats

if TYPE_CHECKING:
    from pressparse.records import Failure, Release


def needs_text(name: str) -> bool:
    """Whether releases for the format `name` must be made with their text."""
    return bool(getattr(formats.load(name), "NEEDS_TEXT", False))


def write(
    results: Iterable[Release | Failure],
    output: str | None,
    *,
    name: str,
    kinds: Collection[str],
    bom: bool = False,
) -> None:
    """Write `results` in the format `name` to the path `output`, or to standard output where that is None.

    A database that is there grows; any other file is replaced, whole or not at all. Raises UsageError where the format
    cannot go there, and OutputFailed.
    """
    from pressparse import batch
    from pressparse.exporters import csv, sqlite

    exporter = formats.load(name)
    if bom and name != "csv":
        raise UsageError("--bom is for CSV alone.")
    if output is None:
        if name in ("sqlite", "parquet") and sys.stdout is not None and sys.stdout.isatty():
            raise UsageError(f"{name} is no text for a terminal; name a file with -o.")
        if name == "csv":
            with batch.writing(None) as file:
                csv.write_sheet(results, file, kinds=kinds, bom=bom)
            return
    elif batch.is_folder(output):
        _write_folder(results, Path(output), name=name, kinds=kinds, bom=bom)
        return
    elif name == "sqlite":
        sqlite.append(results, Path(output), kinds=kinds)
        return
    with batch.writing(Path(output) if output else None) as file:
        if name == "csv":
            one = output is not None and not output.lower().endswith(csv.SUFFIX)
            (csv.write_sheet if one else csv.write)(results, file, kinds=kinds, bom=bom)
        else:
            exporter.write(results, file, kinds=kinds)


def _write_folder(
    results: Iterable[Release | Failure], folder: Path, *, name: str, kinds: Collection[str], bom: bool
) -> None:
    """One file for each record type, put in place when all of them are whole."""
    from pressparse.batch import OutputFailed
    from pressparse.exporters import csv, parquet

    if name not in ("csv", "parquet"):
        raise UsageError(f"{name} goes into one file; name it with -o FILE{formats.load(name).SUFFIX}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".", suffix=".part") as part:
            if name == "csv":
                csv.write_folder(results, Path(part), kinds=kinds, bom=bom)
            else:
                parquet.write_folder(results, Path(part), kinds=kinds)
            for file in Path(part).iterdir():
                file.replace(folder / file.name)
    except OSError as error:
        raise OutputFailed(f"{folder} cannot be written ({error.strerror or error}).") from error
