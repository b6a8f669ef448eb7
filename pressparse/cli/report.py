"""`pressparse report`: one page for eyes, of one release or of many."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pressparse.cli import destinations, options, words
from pressparse.cli.messages import guarded, say
from pressparse.cli.session import Session
from pressparse.errors import UsageError
from pressparse.language import DEFAULT_MODEL

if TYPE_CHECKING:
    from pressparse.records import Failure, Release

_EXPORTS = (".json", ".jsonl", ".ndjson")


def report(
    paths: options.Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The page to write, or - for standard output.")
    ] = "report.html",
    only: options.Only = None,
    issued: options.Issued = None,
    model: options.Model = DEFAULT_MODEL,
    encoding: options.Encoding = None,
    reported: options.Reported = False,
    explain: options.Explain = False,
    lexicon: words.Lexicon = None,
    limit: options.Limit = None,
    verbose: options.Verbose = 0,
) -> None:
    """Write one self-contained HTML page: a timeline, people, initiatives, and each record marked in the text.

    It needs no network and no scripts. Exports (.json, .jsonl) may be given in place of releases, and need no model.
    """
    with guarded(verbose=verbose):
        kinds = options.parse_kinds(only)
        target = None if output == "-" else output
        if all(path.lower().endswith(_EXPORTS) for path in paths):
            destinations.write(_stored(paths), target, name="html", kinds=kinds)
            return
        if mixed := [path for path in paths if path.lower().endswith(_EXPORTS)]:
            raise UsageError(f"{mixed[0]} is an export and the others are releases; make a report of each sort.")
        words.use(lexicon)
        session = Session(
            paths, issued=issued, model=model, encoding=encoding, reported=reported, explain=explain,
            limit=limit, verbose=verbose,
        )  # fmt: skip
        outcomes = session.outcomes(show_bar=session.plan.is_batch and sys.stderr.isatty())
        destinations.write((outcome.result for outcome in outcomes), target, name="html", kinds=kinds)
        if target and verbose:
            say(f"wrote {target}.")
        session.finish()


def _stored(paths: Sequence[str]) -> Iterator[Release | Failure]:
    from pressparse import results

    for path in paths:
        yield from (stored.result for stored in results.read(Path(path)))
