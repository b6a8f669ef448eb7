"""Dates in numbers: `2024-03-26`, `24.6.18.`, `6.30.`; not sections, versions, file sizes or file names."""

from __future__ import annotations

import re

from pressparse.extractors.dates.points import Point, is_recent
from pressparse.extractors.dates.surroundings import DATES, GLUED_BEHIND, NUMBERING, Surroundings

_DIGIT_BESIDE = re.compile(r"[\w$€₩][-–.,/]?$(?<!\d~)")
_DIGIT_BEHIND = re.compile(r"[-/.]?\d")
_RANGE_BEHIND = re.compile(r"\s?[~–-]\s?\d")
_LISTED_BEFORE = re.compile(r"[^\d\s.],$")  # a title's end: "opening of the exhibition, 4.6."
_LABEL_BEFORE = re.compile(rf"(?:{'|'.join(DATES['issued']['glued'])})$", re.I)  # "Regdate2024-03-26"
# "in 9.1." is a section.
_PLACING_DAYS = {"after", "before", "beginning", "between", "on", "since", "starting", "till", "until"}


def numeric(point: Point, around: Surroundings) -> bool:
    """`2024-03-26`, also where a web page's label is set right against it."""
    if point.form == "numeric" and _LABEL_BEFORE.search(around.before) and around.inner[:2].isdigit():
        return not _DIGIT_BEHIND.match(around.after)
    if point.kind == "month" and around.previous.rstrip(".").lower() in NUMBERING:
        return False  # Press Release No. 12/2023
    return not _DIGIT_BESIDE.search(around.before) and not _DIGIT_BEHIND.match(around.after)


def short(point: Point, around: Surroundings) -> bool:
    """`24.6.18.`: two digits are a year of our time only before a month and a day, else a section's number."""
    fits = is_recent(point.year or 0) and 1 <= (point.month or 0) <= 12 and 1 <= (point.day or 0) <= 31
    if not fits or not around.inner[:2].isdigit() or not numeric(point, around):
        return False
    if around.inner[-1] in ".)" or len(around.inner) > 8:
        return True
    return len(around.inner) == 8 and around.previous.rstrip(".").lower() not in NUMBERING  # "version 23.02.14"


def dotted(point: Point, around: Surroundings) -> bool:
    """`6.30.` is a day beside a weekday, a range's mark or a label, else a number at the end of a sentence."""
    if around.inner.endswith(")") and "(" in around.inner:
        return not _DIGIT_BESIDE.search(around.before)
    if not (1 <= (point.month or 0) <= 12 and 1 <= (point.day or 0) <= 31):
        return False
    if _DIGIT_BESIDE.search(around.before) or around.after[:1].isalnum():
        return False
    if "/" in around.inner:
        return around.placed
    before = around.before.rstrip()
    ends = not around.after.strip(" -")
    begins = not before.strip(" (:~-") and (bool(before) or not around.following)  # "9.1. Overview" is a section
    labelled = begins or before[-1:] in {"(", ":", "~"} or (ends and _LISTED_BEFORE.search(before))
    ranged = bool(_RANGE_BEHIND.match(around.after)) or any(mark in around.inner for mark in "~–-")
    return bool(labelled) or ranged or around.previous.lower() in _PLACING_DAYS


def slashed(point: Point, around: Surroundings) -> bool:
    """`05/2024`."""
    return 1 <= (point.month or 0) <= 12 and numeric(point, around)


def compact(point: Point, around: Surroundings) -> bool:
    """`20240618` by itself, behind a label or a preposition; not `No. 20240618` or `20240618_plan.pdf`."""
    fits = 1990 <= (point.year or 0) <= 2059 and 1 <= (point.month or 0) <= 12 and 1 <= (point.day or 0) <= 31
    apart = not around.before.strip() or around.before.rstrip()[-1] in "(:" or around.placed
    return fits and apart and not GLUED_BEHIND.match(around.after)
