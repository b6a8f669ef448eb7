"""Releases that mean harm, through extraction and every view and export: they come out as text, and come out whole."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing

import jsonschema
import pytest
from rich.console import Console

import pressparse
from pressparse import render, schema
from pressparse.cli import destinations
from pressparse.exporters import KINDS, formats

RLO, PDF, ESC = "\u202e", "\u202c", "\x1b"
MARKUP = f"""\
Ministry of <script>alert(1)</script> Affairs
Date: May 7, 2025

=cmd|' /C calc'!A0 to launch the '[bold]Quiet[/bold] Plan'

□ Minister Noh Dal-seop (<b onclick="alert(2)">Minister</b>) announced the 'Grand <img src=x onerror=alert(3)> Plan'
  on May 7, 2025, and said, “=HYPERLINK("http://bad.example","x") is </style></script><!-- fine.”
 ∘ The '{RLO}nalP tesnuS{PDF} Project' begins in June 2025. {{{{ 7 * 7 }}}} {{% raw %}} [link=file:///etc]here[/link]
 ∘ @SUM(1+1) +1 -1 {ESC}[31mred{ESC}[0m \u2066isolated\u2069 \x00 \x07 ]]> %s {{0}}
"""
BULLETS = "\n".join(f"○ Stage {number} ends on March {number % 28 + 1}, 2025." for number in range(10_000))
TEXTS = {"markup": MARKUP, "ten thousand bullets": BULLETS, "no bullets": "Nothing here.\nNothing there.\n"}
BAD = (RLO, PDF, ESC, "\u2066", "\u2069")


@pytest.fixture(scope="module", params=TEXTS)
def release(request):
    """A hostile release with its text, made once for all that look at it."""
    text = TEXTS[request.param]
    found = pressparse.parse(text, include_text=True)
    return found.model_copy(update={"source": found.source.model_copy(update={"path": "in/[bold]=x.txt"})})


def exported(release, name: str, tmp_path, **options) -> bytes:
    suffix = {"csv": ".zip", "sqlite": ".db"}.get(name, f".{name}")
    path = tmp_path / f"out{suffix}"
    destinations.write([release], str(path), name=name, kinds=KINDS, **options)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_holds_to_its_schema(release, name, tmp_path):
    found = json.loads(exported(release, name, tmp_path))
    jsonschema.validate(found, schema.build())
    for record in (each for kind in KINDS for entry in found[kind] for each in entry.get("mentions", [entry])):
        assert found["text"][record["start"] : record["end"]] == record["text"]


def test_csv_calculates_nothing(release, tmp_path):
    csv.field_size_limit(10_000_000)  # the whole text of a release is one cell
    with zipfile.ZipFile(io.BytesIO(exported(release, "csv", tmp_path, bom=True))) as archive:
        for name in archive.namelist():
            rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            assert len({len(row) for row in rows}) == 1, name
            for cell in (cell for row in rows for cell in row):
                assert not cell.lstrip().startswith(("=", "+", "@", "＝")), (name, cell)
        dates = archive.read("dates.csv").decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(dates, newline="")))) == len(release.dates) + 1


def test_sqlite(release, tmp_path):
    exported(release, "sqlite", tmp_path)
    before = (tmp_path / "out.db").read_bytes()
    assert exported(release, "sqlite", tmp_path) == before
    with closing(sqlite3.connect(tmp_path / "out.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT count(*) FROM dates").fetchone() == (len(release.dates),)
        texts = {text for (text,) in database.execute("SELECT text FROM outline")}
    assert all(node.text in texts for node in release.outline)


def test_parquet(release, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (pip install '.[parquet]')")
    exported(release, "parquet", tmp_path)
    (row,) = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [date["text"] for date in row["dates"]] == [date.text for date in release.dates]


def test_jsonld(release, tmp_path):
    assert json.loads(exported(release, "jsonld", tmp_path))["@context"]


def test_lines_are_lines(release, tmp_path):
    lines = exported(release, "lines", tmp_path).decode().splitlines()
    places = sum(len(getattr(entry, "mentions", [entry])) for kind in KINDS for entry in getattr(release, kind))
    assert len(lines) == places
    assert all(line.startswith("in/[bold]=x.txt:") for line in lines)
    assert not any(sign in line for line in lines for sign in BAD)


def test_report(release, tmp_path):
    page = exported(release, "html", tmp_path).decode()
    assert page.count("<script") == page.count("</script>") <= 1
    for active in ("<img", "<b onclick", *BAD):
        assert active not in page


@pytest.mark.parametrize("colour", [None, "standard"])
def test_inspect(release, colour):
    console = Console(file=io.StringIO(), width=80, force_terminal=bool(colour), color_system=colour)
    render.show(release, console=console)
    render.show(release, kinds=["quotes"], context=0, console=console)
    render.show_overview([render.row_of(release)], console=console)
    shown = console.file.getvalue()
    assert not any(sign in shown for sign in BAD if colour is None or sign != ESC)
    assert f"{ESC}[31mred" not in shown
    if "Quiet" in release.text:
        assert "[bold]Quiet[/bold]" in shown.replace("{", "").replace("}", "")


def test_through_the_command_line(spawn, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "markup.txt").write_text(MARKUP.replace("\0", ""), encoding="utf-8")  # NUL: no text
    (tmp_path / "in" / "none.txt").write_text(TEXTS["no bullets"], encoding="utf-8")
    for output in ("a.jsonl", "a.db", "a.zip", "a.parquet", "a.jsonld", "a.lines", "a.html"):
        run = spawn("extract", "in", "-o", output, cwd=tmp_path)
        counted = "pressparse: 2 ok, 0 unchanged, 0 failed, 0 skipped.\n"
        assert (run.returncode, run.stdout, run.stderr) == (0, "", counted), output
    proof = spawn("verify", "a.jsonl", cwd=tmp_path)
    assert (proof.returncode, proof.stdout) == (0, "")
    assert spawn("diff", "a.jsonl", "a.jsonl", cwd=tmp_path).returncode == 0
    for folder in ("in", "in/markup.txt"):
        shown = spawn("inspect", folder, cwd=tmp_path)
        assert shown.returncode == 0
        assert not any(sign in shown.stdout for sign in BAD)


def test_every_format_is_looked_at():
    tested = {"json", "jsonl", "csv", "sqlite", "parquet", "jsonld", "lines", "html"}
    assert tested == set(formats.FORMATS), "a new format needs a test here"
