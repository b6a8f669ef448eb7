"""Years that are none, or that stand in a name (`Forum 2020`), and the quarters, decades and years told by words."""

from __future__ import annotations

import re

from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.surroundings import (
    AFTER_DAY,
    COUNTED,
    GLUED_BEHIND,
    NUMBERING,
    PLACING,
    PLAIN_BEFORE,
    PLAIN_BEHIND,
    STRONG,
    Surroundings,
)

_GLUED_BEFORE = re.compile(
    r"[\w$€£¥₩%#@+=<>&_\\.](?<![.][ ])$|\d[-–/.,:]$|[-–/]$(?<!\s[-–/])(?<!^[-–/])(?<![가-힣A-Za-z)][–~-])"
)
_LAW_BEFORE = re.compile(
    r"\b(?:Act|Law|Rules?|Regulations?|Code|Ordinance|Order|Bill|Decree|Amendment|Statute)s?,? (?P<of>of )?$"
)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₩]|\b(?:USD|KRW|EUR|JPY|Rs\.?|No\.?|Nos\.?|№)) ?$")
_HALF_PLACED = re.compile(
    r"(?:^|[(:,/~-]|\b(?:in|of|for|during|by|from|until|since|within|throughout)) ?(?:the )?$", re.I
)
_PLAIN_PLACING = {"in", "since", "by", "until", "during"}
"""Behind one of these no number is a law's or an amount."""
_THE_BEFORE = re.compile(r"\bthe\s*$", re.I)
_DURATION = re.compile(r"(?:last|next|following|previous)\b")
_PAST = re.compile(r"\bpast\b")
_EVENT_DAY = re.compile(r"[·ㆍ]\d")  # "the '12·29 Disaster'" is called by its month and day
_DIALLED = {"at", "call", "calling", "dial", "dialling", "dialing", "hotline", "helpline"}
"""Before a telephone's number: `by phone at 1345`."""
_NUMBERED = NUMBERING | _DIALLED
_CLOSES_NAME = re.compile(r"\)['\"」』>≫》]")  # "the 'Plan for Sewage Reuse (2023–2032)'"
_PLAN_TO = re.compile(r"\b(?:Plan|Policy|Strategy|Vision|Roadmap|Agenda|Framework|Blueprint) (?:to|towards?) $")
_TWO_DIGITS = re.compile(r"\d\ds")
_QUOTED_BEFORE = re.compile(r"(?:(?<!\w)['\"]|[「『<≪《])([A-Z][^'\"「」『』<>≪≫《》]{2,44})$")
_QUOTED_BEHIND = re.compile(r",?['\"」』>≫》]")
_GLUED, _RIGHT_BEFORE = 3, 24
"""Characters right before a year in which a sign, or a law or a currency, is looked for: as many as they can take."""
_SMALL_WORDS = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with", "toward", "until"}


def year(point: Point, around: Surroundings) -> bool:
    """`in 2020`, `(2022–2025)`, `'21`; not `No. 2022-311`, `2000 people`, `Forum 2020`, `the Act, 2000`."""
    before = around.before
    if _GLUED_BEFORE.search(before, max(0, len(before) - _GLUED)) or GLUED_BEHIND.match(around.after):
        return False
    if around.previous not in _PLAIN_PLACING and not _is_free(around):
        return False
    if around.inner[0] in "fFcC":
        return True
    if around.previous.startswith("to") and _PLAN_TO.search(before, max(0, len(before) - _RIGHT_BEFORE)):
        return False  # the Culture Policy to 2030
    if _EVENT_DAY.match(around.after) or (before.endswith("(") and _CLOSES_NAME.match(around.after)):
        return False
    if around.previous.rstrip(".").lower() in _NUMBERED:
        return False
    if around.following.lower() in COUNTED and point.last_year is None:
        return False
    return not in_name(around) and not _ends_quoted_name(around) and not _opens_quote(around)


def _is_free(around: Surroundings) -> bool:
    """Whether neither a law nor a currency stands right before the number: `the Act, 2000`, `KRW 2000`."""
    before, near = around.before, max(0, len(around.before) - _RIGHT_BEFORE)
    law = _LAW_BEFORE.search(before, near)
    return not (law and not (law["of"] and around.news)) and not _CURRENCY_BEFORE.search(before, near)


def in_name(around: Surroundings) -> bool:
    """Whether a year stands in a name: `Forum 2020`, `2024–2033 Basic Plan`; `in 2020 Korea` it does not.

    News calls a thing by its year (`the 1996 Olympic bombing`), so that there only a word before it makes a name.
    """
    previous, following = around.previous, around.following
    small = previous.lower().rstrip(".")
    if previous[:1].isupper() and small not in PLAIN_BEFORE:
        return True
    if around.news:
        return False
    return following[:1].isupper() and following.lower() not in PLAIN_BEHIND and small not in STRONG


def _ends_quoted_name(around: Surroundings) -> bool:
    """`'Roadmap to 2030'`, `'Harvest Plan for Q3'`: a quoted name in capitals that ends with the date."""
    quoted = _QUOTED_BEFORE.search(around.before) if _QUOTED_BEHIND.match(around.after) else None
    if quoted is None:
        return False
    words = quoted[1].split()
    return all(word[:1].isupper() or word.lower() in _SMALL_WORDS or not word[0].isalpha() for word in words)


def _opens_quote(around: Surroundings) -> bool:
    """`'20 people came'`: the mark before a number opens a quotation."""
    following = around.following
    if around.inner[0] not in "'’‘`′´" or not following or around.placed:
        return False
    return following[0].islower() and following.lower() not in AFTER_DAY


def _opens_name(around: Surroundings) -> bool:
    """Whether what follows goes on with a name in capitals, and no preposition places the date before it."""
    return around.following.lower() not in PLAIN_BEHIND and around.previous.lower() not in STRONG


def quarter(point: Point, around: Surroundings) -> bool:
    """`Q3 2022`, `in Q3`, `the third quarter`; not `Q2. What happens?`, `the first half was hard`."""
    if around.glued_behind or _ends_quoted_name(around):
        return False
    if len(around.inner) == 2 and not point.dated:
        return around.previous.lower() in PLACING | {"the"} or around.following[:1].islower()
    return point.kind != "half" or point.dated or bool(_HALF_PLACED.search(around.before))


def season(point: Point, around: Surroundings) -> bool:
    """`spring 2025`, `this summer`; not `2024 Autumn Festival`."""
    if around.glued_behind or _ends_quoted_name(around):
        return False
    return not (around.inner[0].isdigit() and around.following[:1].isupper() and _opens_name(around))


def near(point: Point, around: Surroundings) -> bool:
    """`next month`, `this year`; `over the past year` and `the next decade` measure time and do not place it."""
    if around.news:
        return True
    inner = around.inner.lower()
    if point.kind == "century" and not point.part:
        return False  # "the challenge of this century"
    if _PAST.search(inner) or (around.after[:1] in {"-", "–"} and around.after[1:2] != " "):
        return False
    return not (_DURATION.match(inner) and _THE_BEFORE.search(around.before))


def this_year(point: Point, around: Surroundings) -> bool:
    """`for the year`, in news."""
    return around.placed


def decade(point: Point, around: Surroundings) -> bool:
    """`the 1990s`, `in the '90s`; `his 30s` is an age."""
    if _TWO_DIGITS.match(around.inner) or around.inner.isalpha():
        return around.previous.lower() == "the"
    return not GLUED_BEHIND.match(around.after)
