"""The command line: one file for each command. spaCy, pydantic and rich wait until a command needs them."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        from pressparse.cli.app import app
        from pressparse.language import use_one_thread

        use_one_thread()
        app(prog_name="pressparse")
    except KeyboardInterrupt:  # before a command has begun
        sys.exit(130)
