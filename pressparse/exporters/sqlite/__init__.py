"""SQLite: normalised tables with foreign keys, full-text search over outline and quotes, and views for the questions.

The database grows from run to run: a release that is in it already (by the sha256 of its file) is left alone where
nothing about it has changed, and takes the place of its older self where something has.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Collection, Iterable
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pressparse.errors import UsageError
from pressparse.exporters import KINDS, left_out
from pressparse.exporters.sqlite.rows import insert
from pressparse.exporters.tables import failure_row
from pressparse.records import Failure

if TYPE_CHECKING:
    from pressparse.records import Release

SUFFIX = ".db"
APPLICATION_ID = 0x70727370  # "prsp", so that another program's database is never written into
SCHEMA = 1

# Nothing is written where nothing changes, so that the same run again leaves the file's bytes alone.
_PATH = """
INSERT INTO paths VALUES (?, ?)
ON CONFLICT (path) DO UPDATE SET release = excluded.release WHERE release IS NOT excluded.release
"""
_FAILURE = """
INSERT INTO failures VALUES (?, ?, ?)
ON CONFLICT (path) DO UPDATE SET error = excluded.error, message = excluded.message
WHERE (error, message) IS NOT (excluded.error, excluded.message)
"""


def write(results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
    """The bytes of a new database with `results`; `append` adds to one that is there."""
    with tempfile.TemporaryDirectory(prefix="pressparse-") as folder:
        path = Path(folder, "releases.db")
        append(results, path, kinds=kinds)
        with path.open("rb") as whole:
            while chunk := whole.read(1 << 20):
                file.write(chunk)


def append(results: Iterable[Release | Failure], path: Path, *, kinds: Collection[str] = KINDS) -> None:
    """Add `results` to the database at `path`, which is made where there is none: all of them, or none on an error.

    Raises UsageError where the file is no database of pressparse's, or of another version.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _prepare(database, path)
            database.execute("BEGIN IMMEDIATE")
            try:
                for result in results:
                    _add(database, result, kinds=kinds)
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise UsageError(f"{path} cannot be written as a database ({error}).") from error


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    if not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        home = files(__name__)
        schema, views = (home.joinpath(name).read_text(encoding="utf-8") for name in ("schema.sql", "views.sql"))
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA};"
        database.executescript(f"BEGIN IMMEDIATE; {schema} {views} {marks} COMMIT;")
    if database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UsageError(f"{path} is a database of another program; name a new file.")
    if database.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
        raise UsageError(f"{path} was made by another version of pressparse; name a new file.")


def _add(database: sqlite3.Connection, result: Release | Failure, *, kinds: Collection[str]) -> None:
    path = result.source.path
    if isinstance(result, Failure):
        if path is not None:
            database.execute(_FAILURE, failure_row(result))
        return
    # Without the path: the same file under two names is one release.
    whole = result.model_dump_json(exclude={"source": {"path"}, **dict.fromkeys(left_out(kinds), True)})
    digest = hashlib.sha256(whole.encode()).hexdigest()
    sha256 = result.source.sha256 or digest
    known = database.execute("SELECT id, digest FROM releases WHERE sha256 = ?", [sha256]).fetchone()
    paths = set() if path is None else {path}
    if known is None or known[1] != digest:
        if known:
            paths.update(*database.execute("SELECT path FROM paths WHERE release = ?", known[:1]))
            database.execute("DELETE FROM releases WHERE id = ?", known[:1])
        number = known[0] if known else None
        row = insert(database, result, number=number, sha256=sha256, digest=digest, kinds=kinds)
    else:
        row = known[0]
    for name in sorted(paths):
        database.execute(_PATH, [name, row])
        database.execute("DELETE FROM failures WHERE path = ?", [name])
