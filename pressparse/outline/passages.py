"""Passages: what the extractors read, each a stretch of the text that no sentence crosses, cleaned for reading.

Cleaning never loses the way back: a passage keeps for every character of its clean text the source offset that it
came from, so a wrapped line, a run of spaces or a zero-width character costs an extractor nothing, and the span of a
record is always a slice of the source.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

# One to one: every kind of quotation mark, space, hyphen and full-width form in its plainest spelling.
_PLAIN = {ord(c): "'" for c in "‘’‚‛′`´＇"} | {ord(c): '"' for c in "“”„‟″＂"}
_PLAIN |= (
    {ord(c): "-" for c in "‐‑−－"} | {ord(c): "~" for c in "～〜∼˜"} | {ord("·"): "·", ord("・"): "·", ord("･"): "·"}
)
_PLAIN |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in _PLAIN}

# A run of white space becomes one space; characters that nobody sees are skipped.
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
_PIECE = re.compile(rf"(?P<space>(?:\s|[{_INVISIBLE}]|[\x00-\x1f\x7f])+)|(?P<seen>[^\s{_INVISIBLE}\x00-\x1f\x7f]+)")
_BREAKING = re.compile(r"[\s\x00-\x1f\x7f]")
_UNCLEAN = re.compile(rf"\s\s|[^\S ]|[{_INVISIBLE}\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one outline node, cleaned.

    `text` has straight quotation marks, plain hyphens and single spaces; `raw` is the same with the glyphs of the
    source, character for character. `offsets[i]` is the source offset of `text[i]`. `node` is the outline node's id,
    `index` the passage's place in the release.
    """

    index: int
    node: str
    text: str
    raw: str
    offsets: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets (start, end) of `text[start:end]`, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


def clean(source: str, stretches: Iterable[tuple[int, int]]) -> tuple[str, str, array[int]]:
    """The (text, raw, offsets) of the given stretches of `source`, read as one running text."""
    pieces: list[str] = []
    offsets = array("I")
    reached = 0
    for start, end in stretches:
        if pieces and not pieces[-1].endswith(" ") and start > reached:
            # Between two stretches of one passage stands what is no part of it: a line's end or an artefact.
            pieces.append(" ")
            offsets.append(reached)
        reached = end
        if not _UNCLEAN.search(source, start, end):
            # Most stretches: nothing but words with one space between.
            doubled = bool(pieces) and pieces[-1].endswith(" ") and source.startswith(" ", start, end)
            if start + doubled < end:
                pieces.append(source[start + doubled : end])
                offsets.extend(range(start + doubled, end))
            continue
        for match in _PIECE.finditer(source, start, end):
            if match["seen"] is not None:
                pieces.append(match["seen"])
                offsets.extend(range(match.start(), match.end()))
            elif _BREAKING.search(match["space"]) and (not pieces or not pieces[-1].endswith(" ")):
                pieces.append(" ")
                offsets.append(match.start())
    raw = "".join(pieces)
    left = len(raw) - len(raw.lstrip(" "))
    right = len(raw.rstrip(" "))
    raw = raw[left:right] if right > left else ""
    # What has a plainer spelling is not ASCII.
    return raw if raw.isascii() else raw.translate(_PLAIN), raw, offsets[left : left + len(raw)]
