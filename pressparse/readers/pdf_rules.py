"""The ruled tables of a PDF page: which cell a place on the page lies in."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
NEAR = 2.0  # points: ends that touch, strokes that are one line
SHORTEST = 4.0
MOST_SEGMENTS = 20_000  # a page with more is a drawing
WHOLE_PAGE = 0.6  # a frame higher than this share of the page is no cell


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule (`at` is its y, `start` and `end` are x) or an upright one (the other way round)."""

    at: float
    start: float
    end: float

    def spans(self, place: float) -> bool:
        return self.start - NEAR <= place <= self.end + NEAR


class Grid:
    """The rules of one page that meet others; underlines and lone separators are not among them."""

    def __init__(self, level: Iterable[Rule], upright: Iterable[Rule], *, page_height: float) -> None:
        across, down = _merged(level), _merged(upright)
        self.level = [rule for rule in across if any(_meet(rule, other) for other in down)]
        self.upright = [rule for rule in down if any(_meet(other, rule) for other in self.level)]
        self.highest_cell = WHOLE_PAGE * page_height

    def parts(self, left: float, right: float, y: float) -> bool:
        """Whether an upright rule stands between two places on a line."""
        return any(left - NEAR <= rule.at <= right + NEAR and rule.spans(y) for rule in self.upright)

    def cell(self, x: float, y: float) -> Box | None:
        """The innermost cell around a place. Tables may be open at one side: their rules' ends close it."""
        above = min((rule for rule in self.level if rule.at > y and rule.spans(x)), key=_at, default=None)
        below = max((rule for rule in self.level if rule.at <= y and rule.spans(x)), key=_at, default=None)
        left = max((rule.at for rule in self.upright if rule.at <= x and rule.spans(y)), default=None)
        right = min((rule.at for rule in self.upright if rule.at > x and rule.spans(y)), default=None)
        if above is None or below is None or (left is None and right is None):
            return None
        if above.at - below.at > self.highest_cell:
            return None
        left = max(above.start, below.start) if left is None else left
        right = min(above.end, below.end) if right is None else right
        return left, below.at, right, above.at


def _at(rule: Rule) -> float:
    return rule.at


def _meet(level: Rule, upright: Rule) -> bool:
    return level.spans(upright.at) and upright.spans(level.at)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Strokes that go on where another ends as one rule: borders are drawn a cell at a time."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / NEAR), rule.start)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) <= NEAR and rule.start <= last.end + NEAR:
            merged[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def find_rules(page: object, *, page_height: float) -> Grid:
    """The grid of a page that is not rotated."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for count, (x1, y1, x2, y2) in enumerate(_segments(page)):
        if count > MOST_SEGMENTS:
            return Grid([], [], page_height=page_height)
        if abs(y1 - y2) < 1 and abs(x1 - x2) > SHORTEST:
            level.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
        elif abs(x1 - x2) < 1 and abs(y1 - y2) > SHORTEST:
            upright.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return Grid(level, upright, page_height=page_height)


def _segments(page: object) -> Iterator[Box]:
    """The straight strokes of all paths, and the sides of thin filled boxes, which some writers draw for strokes."""
    matrix = pdfium.FS_MATRIX()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH or not _is_ruled(drawn):
            continue
        pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
        start = before = (0.0, 0.0)
        for place in range(pdfium.FPDFPath_CountSegments(drawn)):
            segment = pdfium.FPDFPath_GetPathSegment(drawn, place)
            point = _point(segment, matrix)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                yield (*before, *point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield (*point, *start)
            before = point


def _is_ruled(path: object) -> bool:
    """Stroked, or filled and thin."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(path, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return bool(stroke.value) or min(right - left, top - bottom) < NEAR


def _point(segment: object, matrix: pdfium.FS_MATRIX) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return (
        matrix.a * x.value + matrix.c * y.value + matrix.e,
        matrix.b * x.value + matrix.d * y.value + matrix.f,
    )
