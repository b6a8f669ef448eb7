"""The library: the same objects as the command line, lazily."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import pressparse
from pressparse.errors import EmptyInput, InputMissing, UsageError

ROOT = Path(pressparse.__file__).parent.parent


def test_parse_gives_what_the_command_line_writes(run, release):
    from_text = json.loads(pressparse.parse(release.read_text(encoding="utf-8"), issued="2025-05-07").model_dump_json())
    from_command = json.loads(run("extract", release, "--issued", "2025-05-07").stdout)
    for export in (from_text, from_command):
        # A text has neither a file nor lines in one.
        del export["source"]["path"], export["source"]["encoding"]
    assert from_text == from_command


def test_parse_file_equals_the_command_line(run, release):
    assert pressparse.parse_file(release).model_dump_json(indent=2) + "\n" == run("extract", release).stdout
    assert pressparse.parse_file(str(release)) == pressparse.parse_file(release)


def test_parse_many_equals_parse_file(release, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("□ Deputy Mayor Ok Da-in opened the hall on March 3, 2024.", encoding="utf-8")
    assert list(pressparse.parse_many([other, release])) == [pressparse.parse_file(path) for path in (other, release)]


def test_parse_many_raises_or_tells(release, tmp_path):
    paths = [tmp_path / "nope.txt", release]
    with pytest.raises(InputMissing):
        list(pressparse.parse_many(paths))
    failures = []
    (found,) = pressparse.parse_many(paths, on_failure=failures.append)
    assert found.source.path == str(release)
    assert [failure.error.type for failure in failures] == ["input-missing"]


def test_parse_many_by_workers(release, tmp_path):
    paths = [tmp_path / "nope.txt", release, release]
    with pytest.raises(InputMissing, match="nope"):
        list(pressparse.parse_many(paths, jobs=2))
    failures = []
    found = list(pressparse.parse_many(paths, jobs=2, on_failure=failures.append))
    assert found == [pressparse.parse_file(release)] * 2
    assert [failure.error.type for failure in failures] == ["input-missing"]


@pytest.mark.parametrize("issued", ["2024-02-29", date(2024, 2, 29)])
def test_issued_is_a_day_or_its_name(issued):
    assert pressparse.parse("□ It opens today.", issued=issued).issued == "2024-02-29"


@pytest.mark.parametrize("issued", ["2024-02-30", "yesterday", "2024"])
def test_issued_is_no_day(issued):
    with pytest.raises(UsageError, match="2020-06-30"):
        pressparse.parse("□ It opens today.", issued=issued)


def test_empty_text_is_an_empty_release_and_an_empty_file_an_error(tmp_path):
    empty = pressparse.parse("")
    assert (empty.outline, empty.dates, empty.people, empty.title) == ([], [], [], None)
    (tmp_path / "empty.txt").touch()
    with pytest.raises(EmptyInput):
        pressparse.parse_file(tmp_path / "empty.txt")


def test_halves_of_characters_are_refused():
    with pytest.raises(UsageError, match="surrogates"):
        pressparse.parse("□ \ud83c")


def test_line_ends_are_normalised():
    release = pressparse.parse("□ One\r\n□ Two\r□ Three", include_text=True)
    assert release.text == "□ One\n□ Two\n□ Three"
    assert [node.text for node in release.outline] == ["One", "Two", "Three"]


def test_records_are_typed_and_do_not_change():
    release = pressparse.parse("□ It opened on March 3, 2024.")
    assert isinstance(release, pressparse.Release)
    with pytest.raises(ValueError, match="frozen"):
        release.issued = "2024-03-03"


def test_import_is_lazy():
    code = (
        "import sys, pressparse; "
        "assert 'parse_many' in dir(pressparse) and pressparse.__version__; "
        "assert not {'spacy', 'typer', 'pydantic', 'rich', 'dateparser'} & set(sys.modules), sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_unknown_name():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = pressparse.nonsense
