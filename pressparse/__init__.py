"""Turns bullet-style government press releases into typed records: dates, people, titles, quotes and initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Failure", "PressparseError", "Release", "__version__", "parse", "parse_file", "parse_many"]

if TYPE_CHECKING:
    from pressparse.api import parse, parse_file, parse_many
    from pressparse.errors import PressparseError
    from pressparse.records import Failure, Release

_HOMES = {
    "parse": "pressparse.api",
    "parse_file": "pressparse.api",
    "parse_many": "pressparse.api",
    "Failure": "pressparse.records",
    "Release": "pressparse.records",
    "PressparseError": "pressparse.errors",
}


def __getattr__(name: str) -> Any:
    # `import pressparse` stays as cheap as an empty module: pydantic and spaCy come with a name that needs them.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
