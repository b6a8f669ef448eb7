"""Symbol fonts: the character that stands for what is seen."""

from __future__ import annotations

from functools import cache

from pressparse import lexicons

FIRST, LAST = 0xF020, 0xF0FF  # where Windows shows the 224 places of a symbol font in Unicode's private use area


def from_symbol_font(text: str, *, font: str = "") -> str:
    """`text` with private-use codes as the characters that `font` shows there; codes not in the lexicon stay.

    In a known symbol font ordinary letters are glyphs, too ("o" in Wingdings is □).
    """
    family = _family(font)
    if family is None and not any(FIRST <= ord(character) <= LAST for character in text):
        return text
    return text.translate(_table(family or "unknown font", letters=family is not None))


def _family(font: str) -> str | None:
    name = font.strip().lower()
    return name if name in lexicons.load("glyphs") else None


@cache
def _table(family: str, *, letters: bool) -> dict[int, str]:
    lexicon: dict[str, dict[str, str]] = lexicons.load("glyphs")
    glyphs = lexicon["wingdings"] | lexicon[family] if family == "unknown font" else lexicon[family]
    table = {int(code, 16): glyph for code, glyph in glyphs.items()}
    if letters:
        table |= {code & 0xFF: glyph for code, glyph in table.items()}
    return table
