"""`pressparse extract`: releases in, an export in any format out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pressparse.cli import destinations, options, words
from pressparse.cli.messages import guarded
from pressparse.cli.session import Session
from pressparse.errors import UsageError
from pressparse.exporters import formats
from pressparse.language import DEFAULT_MODEL


def extract(
    paths: options.Paths,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR",
            help="Write to this file, or one NAME.EXT.json for each input into this folder; to stdout otherwise.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="NAME",
            help=f"One of {', '.join(formats.FORMATS)}; told by the suffix of -o otherwise.",
        ),
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV files with a byte order mark, for Excel.")] = False,
    only: options.Only = None,
    issued: options.Issued = None,
    model: options.Model = DEFAULT_MODEL,
    encoding: options.Encoding = None,
    text: Annotated[bool, typer.Option("--text", help="The whole text of each release too.")] = False,
    reported: options.Reported = False,
    explain: options.Explain = False,
    lexicon: words.Lexicon = None,
    limit: options.Limit = None,
    verbose: options.Verbose = 0,
) -> None:  # fmt: skip
    """Write the records of releases as JSON, CSV, SQLite, Parquet, JSON-LD, lines or HTML.

    One input gives one JSON object; several, or a folder, give JSON Lines in sorted order, where an input that fails
    has a line with its error.
    """
    with guarded(verbose=verbose):
        kinds = options.parse_kinds(only)
        name = form or formats.guess(output or "")
        needs_text = name is not None and destinations.needs_text(name)
        words.use(lexicon)
        session = Session(
            paths, issued=issued, model=model, encoding=encoding, reported=reported, explain=explain,
            text=text or needs_text, limit=limit, verbose=verbose,
        )  # fmt: skip
        if name not in (None, "json", "jsonl"):
            _write_other(session, output, name=name, kinds=kinds, bom=bom)
        elif bom:
            raise UsageError("--bom is for CSV alone.")
        else:
            _write(session, output, name=name, kinds=kinds)
        session.finish()


def _write_other(session: Session, output: str | None, *, name: str, kinds: Sequence[str], bom: bool) -> None:
    outcomes = session.outcomes(show_bar=session.plan.is_batch and sys.stderr.isatty() and output is not None)
    if session.plan.is_batch:
        destinations.write((outcome.result for outcome in outcomes), output, name=name, kinds=kinds, bom=bom)
    # What failed has had its message, and leaves an older output alone.
    elif results := [outcome.result for outcome in outcomes if outcome.error is None]:
        destinations.write(results, output, name=name, kinds=kinds, bom=bom)


def _write(session: Session, output: str | None, *, name: str | None, kinds: Sequence[str]) -> None:
    from pressparse import batch

    if output is not None and batch.is_folder(output):
        if name == "jsonl":
            raise UsageError("JSON Lines go into one file; name it with -o FILE.jsonl.")
        _write_folder(session, Path(output), kinds=kinds)
    elif session.plan.is_batch:
        if name == "json":
            raise UsageError("Several inputs make JSON Lines and not one object; name the output .jsonl, or a folder.")
        _write_lines(session, output, kinds=kinds)
    else:
        _write_one(session, output, name=name, kinds=kinds)


def _write_folder(session: Session, folder: Path, *, kinds: Sequence[str]) -> None:
    from pressparse import batch
    from pressparse.exporters import json

    places = batch.mirror(session.plan.inputs, folder, suffix=json.SUFFIX)
    for outcome in session.outcomes(show_bar=session.plan.is_batch and sys.stderr.isatty()):
        with batch.writing(places[outcome.input]) as file:
            json.write([outcome.result], file, kinds=kinds)


def _write_lines(session: Session, output: str | None, *, kinds: Sequence[str]) -> None:
    from pressparse import batch
    from pressparse.exporters import jsonl

    # Lines that run over a terminal would tear the bar.
    show_bar = sys.stderr.isatty() and (output is not None or not sys.stdout.isatty())
    with batch.writing(Path(output) if output else None) as file:
        jsonl.write((outcome.result for outcome in session.outcomes(show_bar=show_bar)), file, kinds=kinds)


def _write_one(session: Session, output: str | None, *, name: str | None, kinds: Sequence[str]) -> None:
    from pressparse import batch
    from pressparse.exporters import json, jsonl

    exporter = jsonl if name == "jsonl" else json
    # What failed has had its message, and leaves an older output alone.
    if results := [outcome.result for outcome in session.outcomes() if outcome.error is None]:
        with batch.writing(Path(output) if output else None) as file:
            exporter.write(results, file, kinds=kinds)
