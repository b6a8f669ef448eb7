"""The database: what stands in it, that it grows without changing, and what one line of SQL answers."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from pressparse.errors import UsageError
from pressparse.exporters import sqlite
from tests.made_releases import EMPTY, FERRY, HARBOR, HOSTILE, failure, made

ALL = [
    made(HARBOR, path="in/harbor.txt"),
    made(FERRY, path="in/ferry.txt"),
    made(HOSTILE, path="in/hostile.txt"),
    made(EMPTY, path="in/empty.txt"),
    failure(),
]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "new" / "releases.db"
    sqlite.append(ALL, path)
    return path


def ask(path, query, *values):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query, values).fetchall()


def dump(path):
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def test_every_record_is_there_and_hangs_on_its_release(path):
    for kind in ("dates", "people", "titles", "quotes", "initiatives"):
        wanted = sum(len(getattr(release, kind)) for release in ALL[:4])
        assert ask(path, f"SELECT count(*) FROM {kind}") == [(wanted,)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "SELECT * FROM failures") == [("in/=bad.txt", "empty", "The file is empty.\nReally.")]
    joined = "FROM quotes JOIN people ON people.id = speaker_id JOIN outline ON outline.id = node"
    assert ask(path, f"SELECT people.name, outline.key {joined}")[0] == ("Noh Dal-seop", "1.1")
    assert ask(path, "SELECT c.key, p.key FROM outline c JOIN outline p ON p.id = c.parent LIMIT 1") == [("1.1", "1")]
    assert ask(path, "SELECT words, rule FROM titles LIMIT 1") == [("one; two", "made")]


def test_the_same_releases_again_change_nothing(path):
    before, rows = path.read_bytes(), dump(path)
    sqlite.append(ALL, path)
    sqlite.append(reversed(ALL), path)
    assert path.read_bytes() == before
    assert dump(path) == rows


def test_a_release_that_reads_otherwise_takes_its_old_place(path):
    (row,) = ask(path, "SELECT id FROM releases WHERE path = 'in/harbor.txt'")
    changed = ALL[0].model_copy(update={"quotes": ALL[0].quotes[:1], "issuer": "Harbor Bureau"})
    sqlite.append([changed], path)
    assert ask(path, "SELECT id, issuer FROM releases WHERE path = 'in/harbor.txt'") == [(*row, "Harbor Bureau")]
    assert ask(path, "SELECT count(*) FROM quotes WHERE release = ?", *row) == [(1,)]
    assert ask(path, "SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'engines'") == [(0,)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    sqlite.append(ALL, path)
    assert ask(path, "SELECT count(*) FROM quotes WHERE release = ?", *row) == [(2,)]


def test_one_file_under_two_names_is_one_release(path):
    twin = ALL[0].model_copy(update={"source": ALL[0].source.model_copy(update={"path": "copy/harbor.txt"})})
    sqlite.append([twin], path)
    assert ask(path, "SELECT count(*) FROM releases") == [(4,)]
    names = "SELECT paths.path FROM paths JOIN releases ON releases.id = release WHERE sha256 = ?"
    assert ask(path, names, twin.source.sha256) == [("copy/harbor.txt",), ("in/harbor.txt",)]
    sqlite.append([twin.model_copy(update={"issuer": "Harbor Bureau"})], path)
    assert len(ask(path, names, twin.source.sha256)) == 2


def test_a_failure_is_forgotten_when_its_file_is_read(path):
    mended = made(FERRY + "One more line.\n", path="in/=bad.txt")
    sqlite.append([mended], path)
    assert ask(path, "SELECT * FROM failures") == []


def test_all_or_nothing(path):
    before = path.read_bytes()

    def broken():
        yield made(HARBOR + "Another line.\n")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        sqlite.append(broken(), path)
    assert path.read_bytes() == before


def test_only_some_types(tmp_path):
    path = tmp_path / "people.db"
    sqlite.append(ALL, path, kinds=["quotes"])
    assert ask(path, "SELECT count(*) FROM people") == [(0,)]
    assert ask(path, "SELECT speaker, speaker_id FROM quotes LIMIT 1") == [("Noh Dal-seop", None)]


def test_it_does_not_write_into_what_is_not_its_own(tmp_path):
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE mine (x)")
    with pytest.raises(UsageError, match="another program"):
        sqlite.append(ALL, other)
    (tmp_path / "text.db").write_text("no database, but a text that is long enough to be looked at as one" * 20)
    with pytest.raises(UsageError, match="cannot be written as a database"):
        sqlite.append(ALL, tmp_path / "text.db")
    newer = tmp_path / "newer.db"
    sqlite.append([], newer)
    with closing(sqlite3.connect(newer)) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="another version"):
        sqlite.append(ALL, newer)


# ---------------------------------------------------------------- the questions of docs/exports.md


def test_who_spoke_most(path):
    query = "SELECT speaker, count(*), sum(characters) FROM who_said_what GROUP BY speaker ORDER BY 3 DESC LIMIT 2"
    words = sum(len(quote.text) for release in ALL[:2] for quote in release.quotes if quote.speaker_id == "p1")
    assert ask(path, query)[0] == ("Noh Dal-seop", 2, words)


def test_initiatives_with_dates_in_2025(path):
    query = "SELECT DISTINCT initiative, date FROM initiative_timeline WHERE 2025 BETWEEN first_year AND last_year"
    assert ask(path, query) == [
        ("\u202egpj.exe\u202c Plan", "2025"),
        ("Quiet Harbor Project", "2025-06/2026-02"),
    ]


@pytest.mark.parametrize(
    ("value", "years"), [("2024/..", (2024, 9999)), ("../2025", (0, 2025)), ("2024", (None, None))]
)
def test_open_ranges_and_dates_without_bounds(tmp_path, value, years):
    date = (
        ALL[0]
        .dates[1]
        .model_copy(
            update={
                "value": "x" if value == "2024" else value,
                "earliest": None if value.startswith("..") else "2024-01-01",
                "latest": None if value.endswith("..") else "2025-12-31",
            }
        )
    )
    initiative = ALL[0].initiatives[0].model_copy(update={"dates": [value]})
    release = ALL[0].model_copy(update={"dates": [date], "initiatives": [initiative]})
    sqlite.append([release], tmp_path / "x.db")
    assert ask(tmp_path / "x.db", "SELECT first_year, last_year FROM initiative_timeline") == [years]


def test_which_minister_announced_what(path):
    query = (
        "SELECT person, initiative FROM who_announced_what WHERE title LIKE 'Minister%' AND how = 'member' "
        "AND action = 'announce'"
    )
    assert ask(path, query) == [
        ("Noh Dal-seop", "Island Schools Forum"),
        ("Noh Dal-seop", "Quiet Harbor Project"),
        ("Noh Dal-seop", "Night Navigation Act"),
    ]


def test_full_text_search(path):
    quotes = "SELECT speaker FROM quotes WHERE id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"
    assert ask(path, quotes, "harbors night") == [("Noh Dal-seop",)]
    outline = "SELECT key FROM outline WHERE id IN (SELECT rowid FROM outline_fts WHERE outline_fts MATCH ?)"
    assert ask(path, outline, "navigate AND effect") == [("2",)]


def test_sqlite_utils_knows_the_tables(path):
    sqlite_utils = pytest.importorskip("sqlite_utils")
    database = sqlite_utils.Database(path)
    try:
        assert database["quotes"].detect_fts() == "quotes_fts"
        assert [row["speaker"] for row in database["quotes"].search("engines")] == ["Pyo Garam"]
        keys = {(key.column, key.other_table) for key in database["quotes"].foreign_keys}
        assert keys == {("release", "releases"), ("speaker_id", "people"), ("node", "outline")}
        assert {"who_said_what", "initiative_timeline", "who_announced_what"} <= set(database.view_names())
    finally:
        database.close()
