"""`extract` in every format, and the chain extract → sqlite → verify → diff, on the command line."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import zipfile
from contextlib import closing

import pytest

from tests.conftest import RELEASE


@pytest.mark.parametrize("format_", ["json", "jsonl", "jsonld", "lines", "html"])
def test_formats_on_standard_output(run, release, format_):
    result = run("extract", release, "--format", format_)
    assert result.exit_code == 0, result.stderr
    assert "Quiet Harbor Project" in result.stdout
    again = release.parent / f"out.{format_}"
    assert run("extract", release, "-o", again).exit_code == 0
    assert again.read_text(encoding="utf-8") == result.stdout


def test_csv(run, release, tmp_path):
    assert run("extract", release, "--format", "csv", "-o", tmp_path / "csv", "--bom").exit_code == 0
    assert (tmp_path / "csv" / "dates.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")
    assert run("extract", release, "-o", tmp_path / "all.zip").exit_code == 0
    assert "dates.csv" in zipfile.ZipFile(tmp_path / "all.zip").namelist()
    one = run("extract", release, "--format", "csv", "--only", "dates")
    assert one.stdout.splitlines()[1].split(",")[4] == "2025-05-07"
    result = run("extract", release, "--format", "csv")
    assert (result.exit_code, "one type with --only" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--format", "xml"], "'xml' is no format"),
        (["--bom"], "--bom is for CSV"),
        (["--format", "html", "--bom"], "--bom is for CSV"),
        (["--format", "html", "-o", "."], "goes into one file"),
    ],
)
def test_wrong_usage(run, release, arguments, why):
    result = run("extract", release, *arguments)
    assert result.exit_code == 2
    assert why in result.stderr


def test_a_failure_leaves_an_older_page_alone(run, release, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("older")
    release.write_bytes(b"")
    assert run("extract", release, "-o", page).exit_code == 1
    assert page.read_text() == "older"


def test_the_chain(run, release, tmp_path, monkeypatch):
    """extract → sqlite → verify → diff, without a warning."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(f"{RELEASE} ∘ Copy {number}.\n", encoding="utf-8")
    for arguments in (["-o", "a.jsonl"], ["-o", "b.jsonl"], ["-o", "all.db"], ["-o", "all.db"]):
        result = run("extract", "in", *arguments)
        assert (result.exit_code, result.stderr) == (0, "pressparse: 3 ok, 0 unchanged, 0 failed, 0 skipped.\n")
    proof = run("verify", "a.jsonl")
    assert (proof.exit_code, proof.stdout) == (0, "")
    assert "3 of 3 releases hold" in proof.stderr
    assert run("diff", "a.jsonl", "b.jsonl").exit_code == 0
    with closing(sqlite3.connect("all.db")) as database:
        assert database.execute("SELECT count(*) FROM releases").fetchone() == (3,)
        said = "SELECT speaker, count(*) FROM who_said_what GROUP BY speaker"
        assert database.execute(said).fetchall() == [("Noh Dal-seop", 3)]
    assert run("report", "in").exit_code == 0
    assert run("report", "a.jsonl", "-o", "b.html").exit_code == 0
    assert (tmp_path / "report.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_words_of_the_user_s_own(spawn, tmp_path):
    (tmp_path / "r.txt").write_text("□ “We sail at dawn,” bellowed Harbourlord Noh Dal-seop on May 7, 2025.\n")
    (tmp_path / "words.toml").write_text('[offices]\nstanding = ["harbourlord"]\n[speech]\nverbs = ["bellow"]\n')
    given = json.loads(spawn("extract", "r.txt", "--lexicon", "words.toml", cwd=tmp_path).stdout)
    assert [title["role"] for title in given["titles"]] == ["Harbourlord"]
    (tmp_path / "pressparse.toml").write_text('lexicon = ["words.toml"]\n')
    found: subprocess.CompletedProcess[str] = spawn("extract", "r.txt", cwd=tmp_path)
    assert json.loads(found.stdout)["titles"] == given["titles"]
    (tmp_path / "words.toml").write_text('[offices]\n\nstandng = ["harbourlord"]\n')
    wrong = spawn("extract", "r.txt", cwd=tmp_path)
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("pressparse: words.toml, line 3: offices.standng is nothing that the lexicon knows")


def test_every_command_has_help_without_spacy(spawn):
    for command in ("report", "verify", "diff", "eval", "doctor"):
        run = spawn(command, "--help", flags=("-X", "importtime"))
        assert run.returncode == 0
        imported = set(re.findall(r"\| +(\w+)[\w.]*$", run.stderr, re.M))
        assert "typer" in imported
        assert imported.isdisjoint({"spacy", "dateparser", "jinja2", "rich"})
        assert "Usage" in run.stdout
