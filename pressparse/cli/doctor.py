"""`pressparse doctor`: what is installed, and what is missing."""

from __future__ import annotations

from typing import Annotated

import typer

from pressparse.cli import options
from pressparse.cli.messages import Code, guarded
from pressparse.language import DEFAULT_MODEL

_SIGNS = {"ok": "ok     ", "missing": "MISSING", "broken": "BROKEN ", "absent": "-      "}


def doctor(
    model: options.Model = DEFAULT_MODEL,
    as_json: Annotated[bool, typer.Option("--json", help="The checks as a JSON array.")] = False,
    verbose: options.Verbose = 0,
) -> None:
    """Say what pressparse runs with: packages, the spaCy model, optional extras, SQLite, settings.

    Exits with 1 where something that it needs is missing or broken.
    """
    with guarded(verbose=verbose):
        import json
        from dataclasses import asdict

        from pressparse.doctor import examine

        checks = []
        for check in examine(model=model):
            checks.append(check)
            if not as_json:
                typer.echo(f"{_SIGNS[check.verdict]} {check.name}: {check.told}")
        if as_json:
            typer.echo(json.dumps([asdict(check) for check in checks], indent=2, ensure_ascii=False))
        is_ill = any(check.verdict in ("missing", "broken") for check in checks)
        raise typer.Exit(Code.FAILED if is_ill else Code.DONE)
