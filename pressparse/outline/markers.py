"""Markers: the glyphs and numbers that open a bullet, and what rank they usually have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressparse import lexicons

_WORDS = lexicons.load("markers")
_FAMILY = {glyph: family for family in _WORDS["family"] for glyph in family["glyphs"]}
_RING = _WORDS["ring"]["glyphs"]
_GLYPHS = re.escape("".join(_FAMILY))
_NOTES = re.escape(_WORDS["note"]["glyphs"])
_RUN_IN = re.escape(_WORDS["run_in"]["glyphs"])
_INLINE = re.escape(_WORDS["inline"]["glyphs"])

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd"
_CIRCLED = "\u2460-\u2473\u2474-\u2487\u24f5-\u24fe\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\u2780-\u2789"

# Ranks of the numbered kinds, between those of the glyph families in lexicons/markers.toml.
_NUMBERED = {
    "upper_roman": (-0.5, r"[Ⅰ-Ⅻ]\.?(?=\s)|(?:I{1,3}|IV|VI{0,3}|IX|X)\.(?=\s)"),
    # "1. Outline", and the numbered paragraph of Singapore's releases: "1       The Minister …".
    "number": (
        0,
        r"\d{1,2}\.(?=\s+\D|[A-Z'‘“\"「])|\d{1,2}-\d{1,2}\.(?=\s)|\d{1,2}(?=(?:\t| {3,12})[A-Z“\"][^\t]{50})",
    ),
    "hangul": (1.3, r"[가-하][.)](?=\s)"),
    "number_paren": (1.4, r"\d{1,2}\)(?=\s*[^\s\d])"),
    "paren_number": (1.5, r"\(\d{1,2}\)(?=\s*[^\s\d,.;)])"),
    "circled": (2.2, rf"[{_CIRCLED}]"),
    "lower_roman": (3.5, r"(?:i{1,3}|iv|vi{0,3}|ix|x)[.)](?=\s)|\((?:i{1,3}|iv|vi{0,3}|ix)\)(?=\s)"),
    "letter": (3.6, r"[a-h][.)](?=\s)|\([a-h]\)(?=\s)|[A-H]\)(?=\s)"),
    "private": (2.4, rf"[{_PRIVATE}](?=\s)"),
}
_RANK = {name: rank for name, (rank, _) in _NUMBERED.items()}

_MARKER = re.compile(
    "|".join(
        [
            rf"(?P<note>\*{{1,4}}\)?(?=\s*[^\s*])|[{_NOTES}](?=\s*[^\s*]))",
            # "o" and "O" are letters before they are glyphs; a dash before a figure is a minus.
            r"(?P<typed>[oO](?=[\t ]))",
            rf"(?P<glyph>[{_GLYPHS}](?=\s)|[{_GLYPHS}](?=[^\s\d\-–—.=>*]))",
            *(rf"(?P<{name}>{pattern})" for name, (_, pattern) in _NUMBERED.items()),
        ]
    )
)
_ALONE = re.compile(rf"[{_GLYPHS}{_CIRCLED}oO※]$")

RUN_IN = re.compile(rf"(?:(?<=[\s(:,])|^)[{_RUN_IN}](?!\d|[\s]*$)\s*")
"""A glyph that parts a list within a sentence."""
RUN_IN_GLYPH = re.compile(rf"[{_RUN_IN}]")
"""What a text must hold for that: much quicker to look for."""

INLINE = re.compile(
    rf"(?<=\s)(?P<bullet>[{_INLINE}])(?=\s+\S)"
    # A note glued to a sentence's end: "… Project.* Area: 100 ha", "… November.※Budget: 72 billion".
    r"|(?:(?<=[.!?\"”’')])|(?<=\s))(?P<note>\*{1,3}|※)(?=\s?[A-Z'\"‘“(※])"
)
"""What opens a new block in the middle of a line."""
INLINE_GLYPH = re.compile(rf"[{_INLINE}*※]")
"""What a line must hold for that: much quicker to look for."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as it stands in the text, its `style` (one release uses a style for one level) and its usual rank."""

    text: str
    style: str
    rank: float

    @property
    def is_note(self) -> bool:
        return self.style == "note"


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """The marker that opens the line whose first visible character stands at `start`, or None."""
    if end - start == 1 and _ALONE.match(text[start:end]):
        return _named(text[start:end])
    match = _MARKER.match(text, start, end)
    if match is None:
        return None
    if match.lastgroup in _RANK:
        name = str(match.lastgroup)
        return Marker(match[0], name, _RANK[name])
    return Marker(match[0], "note", 9.0) if match.lastgroup == "note" else _named(match[0])


def _named(glyph: str) -> Marker:
    if glyph in _RING:
        return Marker(glyph, "○", _FAMILY["○"]["rank"])
    if glyph in _FAMILY:
        family = _FAMILY[glyph]
        # The dashes of one release are one style, whichever the typist's program made of them.
        style = "dash" if family["name"] == "dash" else glyph
        return Marker(glyph, style, family["rank"])
    return Marker(glyph, "note", 9.0) if glyph == "※" else Marker(glyph, "circled", _RANK["circled"])
