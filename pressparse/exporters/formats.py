"""The formats by name and by the suffix of a file; each is the module of this package that bears its name."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import cast

from pressparse.errors import UsageError
from pressparse.exporters import Exporter

FORMATS = ("json", "jsonl", "csv", "sqlite", "parquet", "jsonld", "lines", "html")
SUFFIXES = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".zip": "csv", ".db": "sqlite",
    ".sqlite": "sqlite", ".sqlite3": "sqlite", ".parquet": "parquet", ".jsonld": "jsonld", ".lines": "lines",
    ".html": "html", ".htm": "html",
}  # fmt: skip


def load(name: str) -> Exporter:
    """The exporter of the format `name`; raises UsageError where there is none."""
    if name not in FORMATS:
        raise UsageError(f"'{name}' is no format; there are {', '.join(FORMATS)}.")
    return cast(Exporter, import_module(f"pressparse.exporters.{name}"))


def guess(output: str) -> str | None:
    """The format that a file's name tells by its suffix; None for a name that tells none."""
    return SUFFIXES.get(PurePath(output).suffix.lower())
