"""`today` and `tomorrow` where they name an age and not a day: `today's world`, `A Better Tomorrow`."""

from __future__ import annotations

import re

from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.surroundings import DATES, PLAIN_BEHIND, Surroundings

_VAGUE = DATES["vague_days"]
_SUBJECTS, _DREAMS, _BETTER = ("|".join(_VAGUE[name]) for name in ("subjects", "dreams", "better"))
_OCCASION = "|".join(_VAGUE["occasions"])
# "today's young generation" · "today's Norway"; not "today's Cabinet meeting".
_OWNED = re.compile(rf"'s (?:(?:[a-z-]{{2,16}} ){{0,2}}(?:{_SUBJECTS})\b|[A-Z]\w{{2,20}}+(?! (?:[A-Z]|{_OCCASION})))")
# "Today, the whole world believes" · "Today the country stands".
_AGE_BEHIND = re.compile(rf",? (?:the |our )?(?:[a-z]{{2,12}} )?(?:{_SUBJECTS})\b(?! (?:will|signed|announced))")
_AGE_BEFORE = re.compile(rf"\b(?:{_SUBJECTS}|{_DREAMS}) (?:of|for) $", re.I)
# "today's seed is tomorrow's forest" · "for today and tomorrow"; "it rains today and tomorrow" speaks of days.
_PAIRED = re.compile(
    r"\btoday(?:'s(?: \w{2,12})?)?,? (?:into|is|not|in|gone|changes|shapes|builds|meets),? ?(?:a |the )?tomorrow\b"
    r"|(?:\b(?:for|of|our|both)|'s|[\"'(]|^) ?today(?:'s(?: \w{2,12})?)? (?:and|or|to) (?:a |the )?tomorrow\b"
    r"|\byesterday,? (?:and )?today(?:,? and tomorrow)?\b",
    re.I,
)
_AGELESS_BEFORE = re.compile(r"\b(?:even|still|[A-Z][a-z]{2,14}(?<!As) of) $")
_BETTER_BEFORE = re.compile(rf"\b(?:{_BETTER})(?: [A-Za-z-]{{2,14}})? $", re.I)


def day_near(point: Point, around: Surroundings) -> bool:
    """Whether `today`, `yesterday`, `tomorrow` is a day; in news it always is."""
    word = around.inner.lower()
    if around.news or word not in {"today", "tomorrow", "yesterday"}:
        return True
    if _OWNED.match(around.after) or _is_paired(around):
        return False
    if word == "yesterday":
        return True
    if word == "today":
        begins = around.inner[0].isupper() and _AGE_BEHIND.match(around.after)
        return not (begins or _AGE_BEFORE.search(around.before) or _AGELESS_BEFORE.search(around.before))
    if around.after.startswith("'s '"):
        return True  # "the ceremony of tomorrow's 'Forest Day'"
    return not (_BETTER_BEFORE.search(around.before) or _AGE_BEFORE.search(around.before) or _in_name(around))


def _is_paired(around: Surroundings) -> bool:
    """Whether the word is one of such a pair."""
    at = len(around.before)
    window = around.before + around.inner + around.after
    return any(pair.start() <= at + 1 < pair.end() for pair in _PAIRED.finditer(window))


def _in_name(around: Surroundings) -> bool:
    """`Together for Tomorrow`, `Green Tomorrow`, `Tomorrow Village`: a capital within the sentence."""
    if not around.inner[0].isupper():
        return False
    following, before = around.following, around.before.rstrip()
    if following[:1].isupper() and following.lower() not in PLAIN_BEHIND:
        return True
    return bool(before) and before[-1] not in ".:;!?\"'([-"
