"""Options that several commands share, with the words that their help shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from pressparse.errors import UsageError
from pressparse.exporters import KINDS


def _complete_kinds(incomplete: str) -> list[str]:
    done, comma, _ = incomplete.rpartition(",")
    return [done + comma + kind for kind in KINDS]


Paths = Annotated[
    list[str],
    typer.Argument(
        show_default=False,
        help="Files, folders (every release below them), patterns such as '2024/**/*.txt', or - for standard input.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", "--kind", metavar="TYPES", autocompletion=_complete_kinds,
        help=f"Only these record types, with commas between them: {', '.join(KINDS)}.",
    ),
]  # fmt: skip
Issued = Annotated[
    str | None,
    typer.Option(
        metavar="DAY", help="The day of issue, such as 2020-06-30, where it is known better than from the release."
    ),
]
Model = Annotated[str, typer.Option(metavar="NAME", help="The installed spaCy model to use.")]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="How text files are encoded, such as cp949; told from their bytes otherwise."),
]
Reported = Annotated[
    bool,
    typer.Option("--reported", help="Reported speech too, without quotation marks ('The Ministry said that')."),
]
Explain = Annotated[
    bool, typer.Option("--explain", "--evidence", help="With each record, the rule and the words that made it.")
]
Limit = Annotated[
    list[str] | None,
    typer.Option("--limit", metavar="NAME=NUMBER", help="Raise a limit on inputs, such as pdf_pages=5000."),
]
Jobs = Annotated[
    str,
    typer.Option(
        "--jobs", "-j", metavar="N|auto",
        help="Worker processes for a batch; auto starts one for each processor where there is enough to do.",
    ),
]  # fmt: skip
Engine = Annotated[
    str, typer.Option(metavar="NAME", help="Where a batch is done: local, or dask (pip install 'pressparse[dask]').")
]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The Dask scheduler; without it --engine dask starts -j workers here."),
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop a batch at the first input that fails.")]
MaxFailures = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Stop a batch when this many inputs have failed.")
]
Strict = Annotated[bool, typer.Option("--strict", help="An input with a warning has failed.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only list what would be done, and do nothing.")]
Verbose = Annotated[
    int,
    typer.Option(
        "--verbose", "-v", count=True, show_default=False,
        help="Say more on stderr: -v what was found, how far a batch is; -vv each input, and where errors come from.",
    ),
]  # fmt: skip


def parse_kinds(only: Sequence[str] | None) -> tuple[str, ...]:
    """The record types that `--only` names, all of them where it is not given; raises UsageError for any other."""
    if not only:
        return KINDS
    asked = {name.strip().lower() for value in only for name in value.split(",")}
    if unknown := sorted(asked.difference(KINDS)):
        raise UsageError(f"'{unknown[0]}' is no record type; --only takes {', '.join(KINDS)}.")
    return tuple(kind for kind in KINDS if kind in asked)
