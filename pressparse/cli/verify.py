"""`pressparse verify`: an export held against the files that it was made from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pressparse.cli import options
from pressparse.cli.messages import Code, guarded, say


def verify(
    exports: Annotated[
        list[Path],
        typer.Argument(metavar="EXPORT", show_default=False, help=".json or .jsonl files, or folders of them."),
    ],
    root: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where relative paths of the sources begin; the working directory otherwise."),
    ] = None,
    verbose: options.Verbose = 0,
) -> None:
    """Read the sources of an export anew, and prove its hashes and every span.

    What does not hold goes to stdout, a line each, as EXPORT:LINE: SOURCE: what is wrong. Exits with 1 if anything
    does not hold.
    """
    with guarded(verbose=verbose):
        from pressparse import results
        from pressparse.verify import verify as prove

        releases = spans = wrong = 0
        for export in exports:
            for proof in prove(results.read(export), root=root):
                releases, spans, wrong = releases + 1, spans + proof.spans, wrong + bool(proof.problems)
                for problem in proof.problems:
                    typer.echo(f"{proof.where}: {proof.name}: {problem}")
                if verbose and not proof.problems:
                    say(f"{proof.name}: {proof.spans} spans hold.")
        say(f"{releases - wrong} of {releases} releases hold, with {spans} spans looked at.")
        raise typer.Exit(Code.FAILED if wrong else Code.DONE)
