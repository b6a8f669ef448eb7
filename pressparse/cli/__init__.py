"""The command line: one file for each command. spaCy, pydantic and rich wait until a command needs them."""

from __future__ import annotations

import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        from pressparse.cli.app import app
        from pressparse.language import settle_process

        settle_process()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _end)
        app(prog_name="pressparse")
    except KeyboardInterrupt:  # before a command has begun
        sys.exit(130)


def _end(number: int, _: FrameType | None) -> None:
    """Told to end: as an exception, so that nothing half-written stays and no worker goes on."""
    raise SystemExit(128 + number)
