"""Quotation marks of every kind, paired: what stands in marks is a quotation to one extractor and a name to another.

Pairs never cross. A mark that finds no partner of its own kind takes a stray one of another kind (“…' or ‘…"), and a
quotation that its passage leaves open is closed in a later one or runs to the passage's end. Every look ahead is
bounded, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressparse.glyphs import Mark, find_marks
from pressparse.lexicons import load
from pressparse.outline.passages import Passage

_Pair = tuple[Mark, Mark]

_CLAUSE_END = re.compile(r"[.!?…;] ")
# <br>, <div class=…>, <press@example.kr>: brackets that name nothing
_NO_NAME = re.compile(
    r"/?(?:[a-z][a-z0-9]?|div|span|table|font|strong|img)(?: .{0,200})?/?|(?=\S+@\S)\S++|https?:.*|[^\w]*"
)
# p < 5 and q > 3
_LESS_THAN = re.compile(r" (?![A-Z])|[\d.,%]+ and ")
_CAPTION_WORDS = "|".join(load("speech")["captions"])
# <Photo 1>, 【Reference】, <Fig. 2-1>
_CAPTION = re.compile(rf"(?:{_CAPTION_WORDS})s?[.:]? ?[\d#.-]{{0,6}}", re.IGNORECASE)

_TEXT_MARKS = ("double", "single")
_PLAIN_SINGLES = ("'", "’", "`", "´", "′", "＇")
_DEEPEST = 12
_LONGEST_NAME = 300
_LONGEST_POSSESSIVE = 90
_FARTHEST_PASSAGE = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch inside quotation marks.

    `text[start:end]` of the clean passage is the inside, without spaces at its ends; `outer_start` and `outer_end` take
    the marks in. `passage` and `end_passage` are passage indices, different where the stretch runs into a later one
    (`end` and `outer_end` count there). `open` and `close` are the glyphs; `close` is empty where no mark closes it and
    it runs to its passage's end. `depth` counts the marked stretches around it.
    """

    passage: int
    start: int
    end: int
    open: str
    close: str
    outer_start: int
    outer_end: int
    end_passage: int
    depth: int = 0

    def __hash__(self) -> int:
        return hash((self.passage, self.outer_start))  # sets of them are asked often, and the place tells them apart


def find_quoted(passages: Sequence[Passage]) -> list[Quoted]:
    """All marked stretches of the passages, in document order; never raises, whatever the marks."""
    found: list[Quoted | None] = []
    waiting: tuple[Passage, Mark, int] | None = None
    for place, passage in enumerate(passages):
        marks = list(find_marks(passage.raw))
        if not marks and waiting is None:
            continue
        pairs, openers, closers = _pair(passage.raw, marks)
        found += [_quoted(passage, left, passage, right) for left, right in pairs]
        if waiting:
            opened_in, mark, since = waiting
            closer = _closing_later(mark, pairs, openers, closers)
            if closer:
                found.append(_quoted(opened_in, mark, passage, closer))
                waiting = None
            elif place - since >= _FARTHEST_PASSAGE or _same_kind(mark, pairs, openers):
                # Marks opened anew in the next bullet make a second quotation.
                found.append(_quoted(opened_in, mark, opened_in, None))
                waiting = None
        if left_open := _left_open(pairs, openers):
            if waiting:
                found.append(_quoted(waiting[0], waiting[1], waiting[0], None))
            waiting = (passage, left_open, place)
    if waiting:
        found.append(_quoted(waiting[0], waiting[1], waiting[0], None))
    return _with_depth([quoted for quoted in found if quoted])


def _pair(raw: str, marks: list[Mark]) -> tuple[list[_Pair], list[Mark], list[Mark]]:
    """The pairs in one passage, and the opening and closing marks that are left over."""
    pairs: list[_Pair] = []
    openers: list[Mark] = []
    closers: list[Mark] = []
    stack: list[Mark] = []
    for index, mark in enumerate(marks):
        depth = _depth(stack, mark.family) if stack else None
        if mark.turn == "open" or (mark.turn == "either" and depth is None):
            if len(stack) == _DEEPEST:
                openers.append(stack.pop(0))
            stack.append(mark)
        elif depth is None:
            closers.append(mark)
        elif not (mark.weak and _is_apostrophe(raw, stack[depth], marks, index)):
            openers += stack[depth + 1 :]
            if _holds_text(raw, stack[depth], mark):
                pairs.append((stack[depth], mark))
            del stack[depth:]
    openers += stack
    if openers and closers:
        pairs, openers, closers = _pair_mixed(pairs, openers, closers)
    pairs.sort(key=lambda pair: pair[0].start)
    openers.sort(key=lambda mark: mark.start)
    return pairs, openers, closers


def _depth(stack: list[Mark], family: str) -> int | None:
    """The place in the stack of the last mark of a family."""
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].family == family:
            return at
    return None


def _is_apostrophe(raw: str, opener: Mark, marks: list[Mark], index: int) -> bool:
    """Whether a closing mark is rather the apostrophe of ‘Harbor Residents’ Fund’: a better closing mark comes soon."""
    mark = marks[index]
    if mark.start - opener.end > _LONGEST_POSSESSIVE or _CLAUSE_END.search(raw, opener.end, mark.start):
        return True
    for at in range(index + 1, min(index + 5, len(marks))):
        later = marks[at]
        if later.family == "single":
            gap = later.start - mark.end
            closes = later.turn == "close" and not later.weak and gap <= _LONGEST_POSSESSIVE
            return closes and not _CLAUSE_END.search(raw, mark.end, later.start)
    return False


def _holds_text(raw: str, opener: Mark, closer: Mark) -> bool:
    if opener.family in _TEXT_MARKS:
        return True
    if closer.start - opener.end > _LONGEST_NAME:
        return False
    inside = raw[opener.end : closer.start]
    if opener.glyph == "<" and (_LESS_THAN.match(inside) or _NO_NAME.fullmatch(inside.strip())):
        return False
    return not _CAPTION.fullmatch(inside.strip())


def _pair_mixed(
    pairs: list[_Pair], openers: list[Mark], closers: list[Mark]
) -> tuple[list[_Pair], list[Mark], list[Mark]]:
    """Join strays of different kinds (“…', ‘…") inside the same pair; what is left stays stray."""
    openings = {mark.start: mark for mark in openers}
    closings = {mark.start: mark for mark in closers if not mark.weak}
    ends = {end.start for _, end in pairs}
    stack: deque[Mark | None] = deque(maxlen=_DEEPEST)
    joined: list[_Pair] = []
    for place in sorted([*openings, *closings, *ends, *(start.start for start, _ in pairs)]):
        if place in openings:
            stack.append(openings[place])
        elif place in closings:
            if stack and (opener := stack[-1]) and _may_mix(opener, closings[place]):
                joined.append((opener, closings[place]))
                stack.pop()
        elif place in ends:
            while stack and stack.pop():
                pass
        else:
            stack.append(None)
    used = {mark.start for pair in joined for mark in pair}
    openers, closers = ([m for m in marks if m.start not in used] for marks in (openers, closers))
    return pairs + joined, openers, closers


def _may_mix(opener: Mark, closer: Mark) -> bool:
    if opener.family in _TEXT_MARKS:
        return closer.family in _TEXT_MARKS
    return closer.family not in (*_TEXT_MARKS, "private", "<") and opener.family not in ("private", "<")


def _left_open(pairs: list[_Pair], openers: list[Mark]) -> Mark | None:
    """The opening mark that nothing after it in its passage closes or opens again."""
    last = {mark.family: mark.start for mark in sorted([*openers, *(p[0] for p in pairs)], key=lambda m: m.start)}
    doubled = last.get("double", -1)
    for mark in openers:
        # A single mark that nothing closes is an apostrophe more often than a quotation's beginning.
        stray = mark.family == "single" and (mark.glyph in _PLAIN_SINGLES or doubled > mark.start)
        if mark.family in _TEXT_MARKS and last[mark.family] == mark.start and not stray:
            return mark
    return None


def _same_kind(mark: Mark, pairs: list[_Pair], openers: list[Mark]) -> bool:
    return any(other.family == mark.family for other in [*(start for start, _ in pairs), *openers])


def _closing_later(mark: Mark, pairs: list[_Pair], openers: list[Mark], closers: list[Mark]) -> Mark | None:
    """The stray closing mark in a later passage that ends what `mark` opened, unless the same marks open before it."""
    closer = next((c for c in closers if c.family == mark.family and not (c.weak and c.family == "single")), None)
    if closer is None or any(start.start < closer.start < end.start for start, end in pairs):
        return None
    before = [other for other in [*openers, *(start for start, _ in pairs)] if other.start < closer.start]
    return None if any(other.family == mark.family for other in before) else closer


def _quoted(first: Passage, opener: Mark, last: Passage, closer: Mark | None) -> Quoted | None:
    """The stretch from `opener` to `closer`, or to the passage's end; None where it is empty."""
    start, outer_end = opener.end, closer.end if closer else len(first.raw)
    end = closer.start if closer else outer_end
    start += first.raw[start : start + 1] == " "
    end -= end > 0 and last.raw[end - 1] == " "
    if start >= len(first.raw) or end <= 0 or (first is last and start >= end):
        return None
    close = closer.glyph if closer else ""
    return Quoted(first.index, start, end, opener.glyph, close, opener.start, outer_end, last.index)


def _with_depth(found: list[Quoted]) -> list[Quoted]:
    """In document order, each with the number of stretches that it stands in."""
    found.sort(key=lambda quoted: (quoted.passage, quoted.outer_start, -quoted.end_passage, -quoted.outer_end))
    around: list[tuple[int, int]] = []
    result: list[Quoted] = []
    for quoted in found:
        while around and around[-1] <= (quoted.passage, quoted.outer_start):
            around.pop()
        result.append(replace(quoted, depth=len(around)) if around else quoted)
        around.append((quoted.end_passage, quoted.outer_end))
    return result
