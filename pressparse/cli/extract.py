"""`pressparse extract`: releases in, an export in any format out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pressparse.cli import destinations, options, words
from pressparse.cli.messages import guarded
from pressparse.errors import UsageError
from pressparse.exporters import KINDS, formats
from pressparse.language import DEFAULT_MODEL

if TYPE_CHECKING:
    from pressparse.batch import Plan
    from pressparse.batch.jobs import Form, Job, Result
    from pressparse.cli.batches import Batch


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
    jobs: options.Jobs = "auto",
    engine: options.Engine = "local",
    scheduler: options.Scheduler = None,
    fail_fast: options.FailFast = False,
    max_failures: options.MaxFailures = None,
    strict: options.Strict = False,
    dry_run: options.DryRun = False,
    verbose: options.Verbose = 0,
) -> None:  # fmt: skip
    """Write the records of releases as JSON, CSV, SQLite, Parquet, JSON-LD, lines or HTML.

    One input gives one JSON object; several, or a folder, give JSON Lines in sorted order, where an input that fails
    has a line with its error. With -o FILE.jsonl or -o DIR the same command again does only what is left or has
    changed, and a manifest tells what became of each input.
    """
    with guarded(verbose=verbose):
        output = None if output == "-" else output
        name = form or formats.guess(output or "")
        is_json = name in (None, "json", "jsonl")
        kinds = options.parse_kinds(only)
        words.use(lexicon)
        from pressparse import batch, userwords
        from pressparse.cli.batches import Batch, How, show_plan, store_for

        plan = batch.plan(paths)
        into_folder = _goes_into_folder(plan, output, name=name) if is_json else False
        batch.spare(plan.inputs, output)
        is_one = not plan.is_batch and not into_folder and (output is None or name != "jsonl")
        if bom and name != "csv":
            raise UsageError("--bom is for CSV alone.")
        job = _job(
            issued=issued, reported=reported, explain=explain, limit=limit,
            text=text or (name is not None and not is_json and destinations.needs_text(name)),
            model=model, encoding=encoding, lexicons=userwords.files_in_use(), strict=strict,
            kinds=kinds if is_json else KINDS,
            form="json" if is_json and (into_folder or (is_one and name != "jsonl")) else "jsonl",
        )  # fmt: skip
        store = store_for(plan, output, is_folder=into_folder) if output and is_json and not is_one else None
        how = How(jobs, engine, scheduler, max_failures=1 if fail_fast else max_failures, verbose=verbose)
        run = Batch(plan, job, how=how)
        if dry_run:
            show_plan(plan, job, store)
        if store is not None:
            run.resume(store)
        elif name is None or is_json:
            _write_stream(run, output, is_one=is_one)
        else:
            _write_other(run, output, name=name, kinds=kinds, bom=bom)
        run.finish(told=output is not None)  # in a pipe, what went well needs no words


def _goes_into_folder(plan: Plan, output: str | None, *, name: str | None) -> bool:
    """Whether JSON goes into a folder of files; raises UsageError where it can't go where it was sent."""
    from pressparse import batch

    into_folder = output is not None and batch.is_folder(output)
    if into_folder and name == "jsonl":
        raise UsageError("JSON Lines go into one file; name it with -o FILE.jsonl.")
    if plan.is_batch and not into_folder and name == "json":
        raise UsageError("Several inputs make JSON Lines and not one object; name the output .jsonl, or a folder.")
    return into_folder


def _job(
    *, issued: str | None, reported: bool, explain: bool, text: bool, limit: Sequence[str] | None, model: str,
    encoding: str | None, lexicons: Sequence[Path], strict: bool, kinds: tuple[str, ...], form: Form,
) -> Job:  # fmt: skip
    from pressparse.batch.jobs import Job
    from pressparse.context import options_from
    from pressparse.readers import Limits

    return Job(
        options=options_from(issued=issued, reported=reported, evidence=explain, text=text),
        limits=Limits().override(limit or ()),
        model=model, encoding=encoding, lexicons=tuple(map(str, lexicons)), strict=strict,
        kinds=kinds, form=form,
    )  # fmt: skip


def _write_stream(run: Batch, output: str | None, *, is_one: bool) -> None:
    """JSON to a stream, or one object to a file."""
    from pressparse import batch

    # Lines that run over a terminal would tear the bar.
    is_torn = output is None and sys.stdout is not None and sys.stdout.isatty()
    results: Iterable[Result] = run.results(show_bar=not is_one and not is_torn)
    if is_one and not (results := [result for result in results if result.error is None]):
        return  # what failed has had its message, and leaves an older output alone
    with batch.writing(Path(output) if output else None) as file:
        for result in results:
            file.write(result.data)
            file.flush()


def _write_other(run: Batch, output: str | None, *, name: str, kinds: Sequence[str], bom: bool) -> None:
    from pressparse.batch.jobs import decode

    results: Iterable[Result] = run.results(show_bar=output is not None)
    # As above.
    if run.plan.is_batch or (results := [result for result in results if result.error is None]):
        destinations.write(map(decode, results), output, name=name, kinds=kinds, bom=bom)
