"""`pressparse diff`: what changed between two exports, record by record."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pressparse.cli import options
from pressparse.cli.messages import Code, guarded, say
from pressparse.errors import InputError, NothingMatched, UsageError

if TYPE_CHECKING:
    from pressparse.diff import Change

_Export = Annotated[Path, typer.Argument(show_default=False, help="A .json or .jsonl file, or a folder of them.")]


def diff(
    old: _Export,
    new: _Export,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Only how many of each record changed.")] = False,
    verbose: options.Verbose = 0,
) -> None:
    """List by record what changed from OLD to NEW: + came, - went, ~ differs.

    Exits with 0 where nothing did, with 1 where something did, and with 2 on wrong usage.
    """
    with guarded(verbose=verbose):
        from pressparse import results
        from pressparse.diff import diff as compare

        counts: Counter[str] = Counter()
        try:
            changes = list(compare(results.read(old), results.read(new)))
        except (InputError, NothingMatched) as error:
            raise UsageError(str(error)) from error  # its code: 1 would say that something changed
        for change in changes:
            counts[f"{change.sign} {change.kind}"] += 1
            if as_json:
                typer.echo(json.dumps(_plain(change), ensure_ascii=False))
            elif not summary:
                typer.echo(_line(change))
        if summary and not as_json:
            for name, count in sorted(counts.items(), key=lambda item: (item[0][2:], item[0])):
                typer.echo(f"{count:6} {name}")
        elif not counts and verbose:
            say("nothing changed.")
        raise typer.Exit(Code.FAILED if counts else Code.DONE)


def _line(change: Change) -> str:
    """The change on one line; what would move the cursor is spelled out."""
    parts = "; ".join(f"{name}: {_shown(old)} → {_shown(new)}" for name, (old, new) in change.fields.items())
    line = f"{change.sign} {change.path}: {change.kind}: {' '.join(change.label.split())}"
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in (f"{line} ({parts})" if parts else line))


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(change: Change) -> dict[str, Any]:
    fields = {name: {"old": old, "new": new} for name, (old, new) in change.fields.items()}
    return {"path": change.path, "change": change.sign, "kind": change.kind, "label": change.label, "fields": fields}
