"""What is installed and what is missing, as checks with a verdict each."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from pressparse import __version__
from pressparse.errors import PressparseError
from pressparse.userwords import SETTINGS, find_files

Verdict = Literal["ok", "missing", "broken", "absent"]
"""`missing` and `broken` stop pressparse from working; `absent` is something optional that is not there."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what it is, how it stands, and what there is to say."""

    name: str
    verdict: Verdict
    told: str


def examine(*, model: str, folder: Path | None = None) -> Iterator[Check]:
    """The checks, one by one; loading the spaCy model takes a second. Settings are looked for in `folder`."""
    yield Check("pressparse", "ok", __version__)
    yield Check("Python", "ok" if sys.version_info >= (3, 11) else "broken", platform.python_version())
    yield from _requirements()
    yield _model(model)
    yield _search()
    yield _output()
    yield _settings(folder or Path())


def _requirements() -> Iterator[Check]:
    """The packages that pressparse needs, and those of its extras that a user may want."""
    try:
        wanted = metadata.requires("pressparse") or []
    except metadata.PackageNotFoundError:
        yield Check(
            "packages", "absent", "pressparse runs from a checkout; what it needs is not recorded (pip install .)"
        )
        return
    for requirement in wanted:
        name = re.split(r"[\s<>=!~;\[(]", requirement, maxsplit=1)[0]
        extra = re.search(r"extra\s*==\s*[\"']([^\"']+)", requirement)
        if extra and extra[1] == "dev":
            continue
        where = f" (extra {extra[1]})" if extra else ""
        try:
            yield Check(name + where, "ok", metadata.version(name))
        except metadata.PackageNotFoundError:
            if extra:
                yield Check(name + where, "absent", f"not installed; pip install 'pressparse[{extra[1]}]'")
            else:
                yield Check(name, "missing", f"not installed; pip install '{requirement}'")


def _model(model: str) -> Check:
    from pressparse import language

    name = f"model {model}"
    try:
        language.load(model)
    except PressparseError as error:
        return Check(name, "missing" if error.type == "model-missing" else "broken", str(error))
    try:
        return Check(name, "ok", f"{metadata.version(model)}, loads and names entities")
    except metadata.PackageNotFoundError:
        return Check(name, "ok", "loads and names entities")


def _search() -> Check:
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE probe USING fts5 (text)")
    except sqlite3.Error as error:
        return Check("SQLite", "broken", f"{sqlite3.sqlite_version} without full-text search (FTS5): {error}")
    finally:
        database.close()
    return Check("SQLite", "ok", f"{sqlite3.sqlite_version} with full-text search")


def _output() -> Check:
    encoding = (sys.stdout.encoding or "?").lower()
    if encoding.replace("-", "") == "utf8":
        return Check("terminal", "ok", "UTF-8")
    return Check("terminal", "absent", f"{encoding}; set PYTHONIOENCODING=utf-8 to see every character")


def _settings(folder: Path) -> Check:
    try:
        files = find_files([], folder=folder)
    except PressparseError as error:
        return Check(SETTINGS, "broken", str(error))
    if not files:
        return Check(SETTINGS, "absent", "none in this folder, and none is needed")
    return Check(SETTINGS, "ok", ", ".join(map(str, files)))
