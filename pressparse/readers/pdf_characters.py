"""The characters of a PDF page and where they stand."""

from __future__ import annotations

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from pressparse.readers.pdf_rules import Box

HYPHENS_AT_LINE_END = (0x02, 0xFFFE)  # what pdfium makes of them
INK = 0.5  # points: what is narrower has none
SAMPLE = 300  # characters that tell how the text of a page is turned
MOST = 0.8  # of them


def find_turn(textpage: object, *, rotation: int) -> int:
    """The turn, in degrees clockwise, that sets the text of a page upright: that of most of its characters.

    That is the page's `rotation` but for a wide table which is drawn sideways on an upright page.
    """
    turns = Counter(
        round(-math.degrees(pdfium.FPDFText_GetCharAngle(textpage, index)) / 90) * 90 % 360
        for index in range(min(pdfium.FPDFText_CountChars(textpage), SAMPLE))
        if pdfium.FPDFText_GetUnicode(textpage, index) > 32
    )
    turn, count = turns.most_common(1)[0] if turns else (rotation, 0)
    return turn if count > MOST * turns.total() else rotation


def read_characters(textpage: object, *, rotation: int, size: tuple[float, float]) -> Iterator[tuple[str, Box]]:
    """Each character with its box as the page is seen, a space with that of the character before it.

    `rotation` in degrees clockwise sets the page upright; `size` is its width and height before that.
    """
    rectangle = pdfium.FS_RECTF()
    place = ctypes.byref(rectangle)
    box: Box = (0.0, 0.0, 0.0, 0.0)
    half = 0
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in HYPHENS_AT_LINE_END:
            code = ord("-")
        if 0xD800 <= code < 0xDC00:  # Hancom's boxed digits come as two halves
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = ((half & 0x3FF) << 10 | code & 0x3FF) + 0x10000 if half else 0xFFFD
        half = 0
        if code > 32 and pdfium.FPDFText_GetLooseCharBox(textpage, index, place):
            box = _seen(rectangle, rotation=rotation, size=size)
        if 0 < code <= sys.maxunicode:
            yield chr(code), box


def find_blanks(page: object) -> dict[int, list[float]]:
    """Where text without ink is drawn on a page that is not rotated: x by the whole number of points of y.

    Hancom Office draws the space at a line's end so, and pdfium takes it for nothing. Korean lines break within words:
    it alone says whether a word ends there.
    """
    blanks: dict[int, list[float]] = {}
    sides = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, _ = sides
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_GetBounds(drawn, *sides)
            if right.value - left.value < INK:
                blanks.setdefault(int(bottom.value), []).append(left.value)
    return blanks


def _seen(rectangle: pdfium.FS_RECTF, *, rotation: int, size: tuple[float, float]) -> Box:
    left, bottom, right, top = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
    width, height = size
    if rotation == 90:
        return bottom, width - right, top, width - left
    if rotation == 180:
        return width - right, height - top, width - left, height - bottom
    if rotation == 270:
        return height - top, left, height - bottom, right
    return left, bottom, right, top
