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
_FANCY = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]")
_OFFSETS = array("I", range(1 << 15))
"""The offsets of a usual release, of which slices are made much quicker than by counting."""


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
        piece = source[start:end]
        if (piece.isprintable() and "  " not in piece) or not _UNCLEAN.search(piece):
            # Most stretches: nothing but words with one space between.
            if pieces and pieces[-1].endswith(" "):
                piece = piece.removeprefix(" ")
            if piece:
                pieces.append(piece)
                offsets.extend(_counted(end - len(piece), end))
            continue
        for match in _PIECE.finditer(source, start, end):
            if match["seen"] is not None:
                pieces.append(match["seen"])
                offsets.extend(_counted(*match.span()))
            elif _BREAKING.search(match["space"]) and (not pieces or not pieces[-1].endswith(" ")):
                pieces.append(" ")
                offsets.append(match.start())
    raw = "".join(pieces)
    left = len(raw) - len(raw.lstrip(" "))
    right = len(raw.rstrip(" "))
    raw = raw[left:right] if right > left else ""
    # What has a plainer spelling is not ASCII.
    text = raw if raw.isascii() else _FANCY.sub(_plainly, raw)
    return text, raw, offsets[left : left + len(raw)]


def _counted(start: int, end: int) -> array[int] | range:
    return _OFFSETS[start:end] if end <= len(_OFFSETS) else range(start, end)


def _plainly(match: re.Match[str]) -> str:
    return _PLAIN[ord(match[0])]
