"""Lines that hold a day and whose release it is, or when it may be used, and nothing else.

`[ Coast Guard ]      Tuesday, June 4, 2024`, `For release June 4, 2024 (Tuesday) at noon`,
`May be reported from the morning papers of June 4`: the day is the release's own, in whatever order the words stand.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pressparse import lexicons

_WORDS = lexicons.load("front")
_RELEASING = frozenset(_WORDS["releasing"])
_BESIDE = frozenset(_WORDS["beside_releasing"])
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "de", "&"})
_LONGEST = 200
"""Characters of such a line at the most, with the room in it."""

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_PAREN = r"(?:,?\s?\([^\s()]{1,10}\))?"
_DAY = re.compile(
    rf"(?<![\w.])(?:{_MONTH}\s?{_NTH}{_PAREN}(?:,?\s{{1,2}}\d{{4}})?|{_NTH}\s(?:of\s)?{_MONTH}{_PAREN}(?:,?\s\d{{4}})?"
    r"|(?:(?:19|20)\d\d|['‘’]\d\d)\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}\.?|\d{1,2}[./]\d{1,2}[./]\d{4}"
    rf"){_PAREN}(?![\w-])",
    re.I,
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"\b(?:no|ref|reference|number|release|issue)\b\.?\s?[:#]?\s?[\w/.-]{0,20}\d", re.I)
_GAP = re.compile(r"\t|\s{3,}|\s[|/·•]\s")
_PARTS = re.compile(r"\t|\s{3,}|[|,/·•()–—]| - ")
_BRACKETS = "[](){}<>【】《》「」|-–—·: "


def is_release_line(line: str) -> bool:
    """Whether the line gives a day and says that the release may be used, was handed out or was numbered then."""
    if (rest := _without_day(line)) is None:
        return False
    words = [word.lower() for word in _WORD.findall(_NUMBERED.sub(" no ", rest))]
    return not _RELEASING.isdisjoint(words) and all(word in _RELEASING or word in _BESIDE for word in words)


def is_letterhead(line: str) -> bool:
    """Whether a name in capitals stands at one side of the line and a day at the other, with room or a bar between."""
    if _without_day(line) is None:
        return False
    cells = [cell for part in _GAP.split(line) if (cell := part.strip(" |"))]
    days = [cell for cell in cells if is_dated(cell)]
    named = [cell for cell in cells if _NUMBERED.fullmatch(cell) or _is_name(cell)]
    return bool(days) and len(cells) > 1 and len(days) + len(named) >= len(cells)


def is_dated(line: str) -> bool:
    """Whether the line holds a day, with its weekday and hour at the most."""
    rest = _without_day(line)
    return rest is not None and all(word.lower() in _BESIDE for word in _WORD.findall(rest))


def is_placed(line: str) -> bool:
    """Whether brackets hold a place and a day and nothing else: `(Ha Noi, 19 September 2023)`."""
    return line[:1] in "([<" and line[-1:] in ")]>" and len(names_beside(line)) == 1


def names_beside(line: str) -> list[str]:
    """The names that stand beside a day, parted by commas, dashes or brackets; none where anything else stands."""
    rest = _without_day(line)
    if rest is None:
        return []
    parts = [part.strip(_BRACKETS) for part in _PARTS.split(rest)]
    names = [part for part in parts if _WORD.search(part) and not all(w.lower() in _BESIDE for w in part.split())]
    return names if all(_is_name(name) for name in names) else []


def _is_name(cell: str) -> bool:
    words = cell.strip(_BRACKETS).split()
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)


@lru_cache(maxsize=16)  # every reading of a line asks for it
def _without_day(line: str) -> str | None:
    """The line without its days; None where it has none or is too long for a letterhead."""
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return None
    rest, found = _DAY.subn(" ", line)
    return rest if found else None
