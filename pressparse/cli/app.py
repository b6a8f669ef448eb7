"""The commands put together, and the options that come before a command."""

from __future__ import annotations

from typing import Annotated

import typer

from pressparse import __version__
from pressparse.cli.diff import diff
from pressparse.cli.doctor import doctor
from pressparse.cli.eval import evaluate
from pressparse.cli.extract import extract
from pressparse.cli.inspect import inspect
from pressparse.cli.report import report
from pressparse.cli.schema import schema
from pressparse.cli.verify import verify

app = typer.Typer(
    # Plain help: rich would cost each start as much as everything else in it.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"pressparse {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn bullet-style government press releases into typed records: dates, people, titles, quotes, initiatives."""


for command in (extract, inspect, report, verify, diff, schema, doctor):
    app.command()(command)
app.command("eval")(evaluate)
