"""Words of the user's own on the command line: `--lexicon FILE.toml`, and `pressparse.toml` in the working folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="Add the words of this TOML file (offices, organizations, initiatives, speech).",
    ),
]


def use(given: Sequence[Path] | None) -> None:
    """Add the words before anything is imported that reads them; raises UsageError for what does not fit."""
    from pressparse import userwords

    userwords.use(userwords.find_files(given or (), folder=Path()))
