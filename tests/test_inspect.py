"""`inspect` of one release with `--kind` and `--context`, and of a folder, whose table leads to each release."""

from __future__ import annotations

import io
import os

import pytest
from rich.console import Console

from pressparse import render
from pressparse.cli import inspect
from pressparse.render.marks import OVERLAP, Mark, marked
from tests.conftest import RELEASE
from tests.made_releases import EMPTY, FERRY, HARBOR, HOSTILE, made


def outline(shown: str) -> str:
    """The part between the legend and the first table."""
    return shown.split("\n\n")[1]


def table(*releases, width: int = 80, **options) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, **options)
    render.show_overview([render.row_of(release) for release in releases], console=console)
    return console.file.getvalue()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two releases and a file that is none."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(RELEASE.replace("Quiet Harbor", "Loud Meadow"), encoding="utf-8")
    (tmp_path / "in" / "c.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "in"


def test_kind_marks_and_lists_nothing_else(run, release):
    shown = run("inspect", release, "--kind", "dates").stdout
    assert "{d1 " in shown
    assert "{p1 " not in shown
    assert "quotes (" not in shown
    assert shown == run("inspect", release, "--only", "dates").stdout


def test_context_leaves_out_what_has_no_record(run, release):
    none = outline(run("inspect", release, "--kind", "quotes", "--context", 0).stdout)
    assert "one calm night" in none
    assert "night lighting" not in none
    assert none.splitlines()[0] == none.splitlines()[-1] == "…"
    one = outline(run("inspect", release, "--kind", "quotes", "-C", 1).stdout)
    assert "in June 2025" in one
    assert "Date: Wednesday" not in one
    whole = outline(run("inspect", release, "--kind", "quotes").stdout)
    assert outline(run("inspect", release, "--kind", "quotes", "-C", 999).stdout) == whole
    assert run("inspect", release, "-C", -1).exit_code == 2


def test_context_without_any_record():
    console = Console(file=io.StringIO(), width=80)
    render.show(made(EMPTY), context=3, console=console)
    assert outline(console.file.getvalue()).splitlines()[0] == "…"
    assert "Nothing here" not in outline(console.file.getvalue())


def test_overlaps_are_shown_in_colour():
    text = marked("abcdefgh", 100, [Mark(100, 106, "quotes", "q1"), Mark(104, 108, "dates", "d1")], in_colour=True)
    assert [(span.start, span.end) for span in text.spans if span.style == OVERLAP] == [(4, 6)]
    apart = marked("abcdefgh", 100, [Mark(100, 104, "quotes", "q1"), Mark(104, 108, "dates", "d1")], in_colour=True)
    assert OVERLAP not in {span.style for span in apart.spans}


def test_a_folder_gives_a_table(run, folder):
    result = run("inspect", "in")
    assert result.exit_code == 1  # of the empty file
    assert "in/c.txt" in result.stderr
    lines = result.stdout.splitlines()
    assert "2025-05-07 · Ministry of Oceans and Fisheries" in result.stdout
    assert [line.strip() for line in lines if line.strip().startswith("in/")] == ["in/a.txt", "in/b.txt"]
    assert "2 releases" in result.stdout
    assert "{d1 " not in result.stdout
    assert max(map(len, lines)) <= 80
    assert run("inspect", "in", "--full").stdout.count("{d… dates}") == 2
    counted = run("inspect", "in/a.txt", "in/b.txt", "--kind", "quotes").stdout
    assert counted.splitlines()[-1] == "q quotes"


def test_from_the_table_to_a_release(run, folder, monkeypatch):
    monkeypatch.setattr(inspect, "_is_dialogue", lambda: True)
    result = run("inspect", "in", stdin=b"7\nx\n2\n\n")
    assert result.stderr.count("There is no release") == 2
    assert result.stdout.count("{d… dates}") == 1
    assert "{i1 Loud Meadow Project}" in " ".join(result.stdout.split())
    ended = run("inspect", "in", stdin=b"")
    assert (ended.exit_code, "failed (" in ended.stderr) == (1, False)


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_table_keeps_its_width_and_obeys_nothing(width):
    releases = [made(text) for text in (HARBOR, FERRY, HOSTILE, EMPTY)]
    shown = table(*releases, width=width)
    assert max(map(len, shown.splitlines())) <= width
    assert "<script>alert(1)</script>" in shown.replace("\n", "")
    assert "not dated · issuer not given" in shown
    assert "\x1b" not in shown
    assert "\x1b[" in table(*releases, width=width, force_terminal=True, color_system="standard")


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
def test_a_file_s_name_is_no_markup(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "[bold]\x1b[31m.txt").write_text(RELEASE, encoding="utf-8")
    shown = run("inspect", ".").stdout
    assert "[bold]␛[31m.txt" in shown
    assert "\x1b" not in shown
