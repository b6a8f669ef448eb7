"""Lines for editors and grep: `path:line:column: kind: text`, one for each place of a record, in the text's order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from pressparse.errors import UsageError
from pressparse.exporters import KINDS
from pressparse.records import Failure

if TYPE_CHECKING:
    from pressparse.records import Release

SUFFIX = ".lines"
NEEDS_TEXT = True
"""Lines are counted in the release's text, so the releases must be made with it (`--text`)."""

NOUNS = {"dates": "date", "people": "person", "titles": "title", "quotes": "quote", "initiatives": "initiative"}
_SPACE = re.compile(r"\s+")


def write(results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
    """One line for each place; lines and columns count from 1, columns in code points.

    Lines are those of the release's text, which for a text file are the file's own. A failed input stands at 1:1 as an
    `error`. Raises UsageError for a release without its text.
    """
    for result in results:
        for line in _failed(result) if isinstance(result, Failure) else _lines(result, kinds):
            file.write(line.encode("utf-8", "backslashreplace") + b"\n")


def _path(result: Release | Failure) -> str:
    return _shown(result.source.path or "<stdin>")


def _failed(failure: Failure) -> Iterator[str]:
    yield f"{_path(failure)}:1:1: error: {_shown(failure.error.message)}"


def _lines(release: Release, kinds: Collection[str]) -> Iterator[str]:
    if release.text is None:
        raise UsageError(f"{_path(release)}: line numbers need the text of the release; extract it with --text.")
    starts = [0, *(match.end() for match in re.finditer("\n", release.text))]
    path = _path(release)
    places = [
        (place.start, place.end, NOUNS[kind], place.text)
        for kind in kinds
        for record in getattr(release, kind)
        for place in getattr(record, "mentions", [record])
    ]
    for start, _, noun, text in sorted(places):
        line = bisect_right(starts, start)
        yield f"{path}:{line}:{start - starts[line - 1] + 1}: {noun}: {_shown(text)}"


def _shown(text: str) -> str:
    """`text` on one line; what would move a terminal's cursor or turn the writing direction is spelled out."""
    flat = _SPACE.sub(" ", text)
    return "".join(c if c.isprintable() or c == " " else c.encode("unicode_escape").decode() for c in flat)
