"""What Hancom's two formats, HWP 5 and HWPX, have in common: list heads, and how a paragraph holds tables and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pressparse.readers.glyphs import from_symbol_font
from pressparse.readers.layout import Block, Paragraph, Table
from pressparse.readers.numerals import render
from pressparse.source import Location

# Number formats in the order of HWP's codes: (HWPX's name, the form of `numerals`).
NUMBER_FORMATS = (
    ("DIGIT", "digit"),
    ("CIRCLED_DIGIT", "circled digit"),
    ("ROMAN_CAPITAL", "ROMAN"),
    ("ROMAN_SMALL", "roman"),
    ("LATIN_CAPITAL", "LATIN"),
    ("LATIN_SMALL", "latin"),
    ("CIRCLED_LATIN_CAPITAL", "circled LATIN"),
    ("CIRCLED_LATIN_SMALL", "circled latin"),
    ("HANGUL_SYLLABLE", "syllable"),
    ("CIRCLED_HANGUL_SYLLABLE", "circled syllable"),
    ("HANGUL_JAMO", "jamo"),
    ("CIRCLED_HANGUL_JAMO", "circled jamo"),
    ("HANGUL_PHONETIC", "korean"),
    ("IDEOGRAPH", "han"),
    ("CIRCLED_IDEOGRAPH", "circled han"),
    ("DECAGON_CIRCLE", "stem"),
    ("DECAGON_CIRCLE_HANJA", "han stem"),
)
FORM_OF_NAME = dict(NUMBER_FORMATS)
# "^2." is the number of level 2 and a full stop; "^n" is "1.2.3" down to this level, "^N" is "1.2.3.".
PLACEHOLDER = re.compile(r"\^(10|[1-9nN])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering."""

    text: str
    form: str = "digit"
    start: int = 1


@dataclass(slots=True)
class Lists:
    """The bullets and numberings of one document by their ids, and how far each numbering has counted."""

    bullets: dict[int, str] = field(default_factory=dict)
    numberings: dict[int, list[Level]] = field(default_factory=dict)
    _counts: dict[tuple[str, int], dict[int, int]] = field(default_factory=dict)

    def head(self, kind: str, number: int, level: int) -> str:
        """What stands before a paragraph, and a space. `kind` is BULLET, NUMBER, OUTLINE or NONE, `level` from 0."""
        if kind == "BULLET":
            glyph = from_symbol_font(self.bullets.get(number, ""))
            return f"{glyph} " if glyph.strip() else ""
        levels = self.numberings.get(number, []) if kind in {"NUMBER", "OUTLINE"} else []
        if not 0 <= level < len(levels):
            return ""
        counts = self._counts.setdefault((kind, number), {})
        counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        head = PLACEHOLDER.sub(lambda match: _fill(match[1], level, levels, counts), levels[level].text)
        return f"{head} " if head.strip() else ""


def _fill(place: str, level: int, levels: list[Level], counts: dict[int, int]) -> str:
    def number(depth: int) -> str:
        return render(counts.get(depth, levels[depth].start), levels[depth].form)

    if place in "nN":
        return ".".join(map(number, range(level + 1))) + ("." if place == "N" else "")
    return number(int(place) - 1) if int(place) <= len(levels) else ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks that hang on a paragraph (text box, note, caption) and come after it."""

    blocks: list[Block]


def assemble(pieces: Iterable[str | Table | Beside], *, head: str, location: Location) -> Iterator[Block]:
    """The blocks of one paragraph: its text, cut where a table stands in it, then what hangs on it."""
    text = head
    beside: list[Block] = []
    cut = False
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        elif isinstance(piece, Beside):
            beside += piece.blocks
        else:
            if text.strip() and text != head:
                yield Paragraph(text, location)
                text = ""
            yield piece
            cut = True
    if text.strip() and text != head:
        yield Paragraph(text, location)
    elif not (cut or beside):
        yield Paragraph("", location)
    yield from beside
