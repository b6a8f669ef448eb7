"""Marks that open a range before or behind its only date: `~ October 4`, `July 1 ~`, `2019–present`, `2024 onward`."""

from __future__ import annotations

import re

from pressparse.extractors.dates.sequences import Joint, Opening
from pressparse.extractors.dates.tokens import Tokens

_PRESENT = re.compile(r"\s?(?:[-–~]|to(?: the)?)\s?(?:present|now|date)\b|\sand beyond\b", re.I)
_UNTIL_MARK = re.compile(r"(?<![nYy.;)zoMC])~$")
_OPENS_BEHIND = frozenset("-–~t&w")
"""The codes that a mark or word behind a date begins with where it opens a range."""
_ENDS = {"", ")", ","}
"""What may follow the mark of an open range that stands apart: `July 1 ~`."""


def find_opening(text: str, tokens: Tokens, start: int, end: int, joint: Joint | None) -> tuple[Opening, int, int]:
    """Whether a mark opens the range before or behind the date of tokens `start` to `end`, and its span with it.

    The span is (0, 0) where none does.
    """
    codes = tokens.codes
    if joint is not None or not (codes[end : end + 1] in _OPENS_BEHIND or (start > 0 and codes[start - 1] == "~")):
        return None, 0, 0
    first, last = tokens[start].start, tokens[end - 1].end
    if start > 0 and codes[start - 1] == "~" and _UNTIL_MARK.search(codes, max(0, start - 2), start):
        return "until", tokens[start - 1].start, last
    if end < len(codes):
        mark = tokens[end]
        if present := _PRESENT.match(text, last):
            return "from", first, present.end()
        following = codes[end + 1 : end + 2]
        glued = mark.code == "~" and (following not in {"n", "Y", "y"} if mark.start == last else following in _ENDS)
        if glued or mark.code == "w":
            return "from", first, mark.end
    return None, 0, 0
