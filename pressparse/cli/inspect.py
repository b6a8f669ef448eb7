"""`pressparse inspect`: a release for eyes, and a folder of them as a table that leads to each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pressparse.cli import options, words
from pressparse.cli.messages import guarded, say
from pressparse.cli.session import Session
from pressparse.language import DEFAULT_MODEL

if TYPE_CHECKING:
    from pressparse.records import Release


def inspect(
    paths: options.Paths,
    only: options.Only = None,
    context: Annotated[
        int | None,
        typer.Option(
            "--context", "-C", min=0, metavar="N", show_default=False,
            help="Of the outline only the nodes that have records, with N nodes before and after each.",
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Several releases one after the other, without table.")] = False,
    issued: options.Issued = None,
    model: options.Model = DEFAULT_MODEL,
    encoding: options.Encoding = None,
    reported: options.Reported = False,
    explain: options.Explain = False,
    lexicon: words.Lexicon = None,
    limit: options.Limit = None,
    verbose: options.Verbose = 0,
) -> None:  # fmt: skip
    """Show releases in the terminal, for eyes.

    The outline with its records marked in place, then a table for each record type. The records are coloured; without
    colour (in a pipe, or with NO_COLOR) they stand in braces with the number of their table row. Several releases give
    a table of them; in a terminal the number of a row opens it.
    """
    with guarded(verbose=verbose):
        kinds = options.parse_kinds(only)
        words.use(lexicon)

        def begin(paths: Sequence[str]) -> Session:
            return Session(
                paths, issued=issued, model=model, encoding=encoding, reported=reported, explain=explain,
                limit=limit, verbose=verbose,
            )  # fmt: skip

        from pressparse import render

        def show(session: Session) -> None:
            _each(session, lambda release: render.show(release, kinds=kinds, context=context))

        session = begin(paths)
        if full or not session.plan.is_batch:
            show(session)
        else:
            rows: list[render.Row] = []
            _each(session, lambda release: rows.append(render.row_of(release)))
            if rows:
                render.show_overview(rows, kinds=kinds)
                _go_on([row.path for row in rows], lambda path: show(begin([path])))
        session.finish()


def _each(session: Session, use: Callable[[Release], None]) -> None:
    from pressparse.records import Release

    for outcome in session.outcomes():
        if isinstance(outcome.result, Release):
            use(outcome.result)


def _go_on(paths: Sequence[str], show: Callable[[str], None]) -> None:
    """Open what is asked for by its number in the table, until nothing is."""
    if not _is_dialogue():
        return
    while True:
        try:
            answer = typer.prompt("The number of a release to open it, Enter to end", default="", show_default=False)
        except typer.Abort:
            return
        if not answer.strip():
            return
        if answer.strip().isdecimal() and 1 <= int(answer) <= len(paths):
            show(paths[int(answer) - 1])
        else:
            say(f"There is no release {answer.strip()}; they are numbered from 1 to {len(paths)}.")


def _is_dialogue() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
