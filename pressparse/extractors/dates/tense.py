"""Whether a clause speaks of what is to come or of what has been, by its verbs: the help for dates without a year."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from pressparse import lexicons
from pressparse.extractors.dates.anchors import Style, Tense
from pressparse.words import Kept

_WORDS = lexicons.load("dates")["tense"]
_REACH = 160
_LASTING = "|".join(_WORDS["lasting"])
_ANY_OF = {name: "|".join(words) for name, words in _WORDS.items()}
# "will be opened" is one verb: the participle in it says nothing of its own, nor does that of "is held on Friday".
_AHEAD = (
    rf"(?:{_ANY_OF['future']}|(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bthis )(?:{_ANY_OF['future_nouns']})"
    rf"|(?:{_ANY_OF['future_nouns']})(?= (?:to|is|are|for)\b))"
)
_CUE = re.compile(
    rf"(?:(?P<future>{_AHEAD}(?: [a-z]{{1,12}}){{0,2}}? (?:be )?"
    rf"(?:[a-z]{{2,14}}ed|{_ANY_OF['participles']})|{_AHEAD})"
    rf"|(?P<past>{_ANY_OF['past']})|(?P<told>{_ANY_OF['past_of_news']})"
    rf"|(?P<participle>(?<!\bis )(?<!\bare )(?:[a-z]{{2,14}}ed|{_ANY_OF['participles']}))"
    rf"|(?P<infinitive>to (?!the\b|an?\b|its\b|their\b)[a-z]{{3,14}}))\b"
)
# What opens a cue, so that the pattern need not be tried at every word.
_RUN = re.compile(r"\w+")
_OPENERS = frozenset({"to", *(_RUN.findall(phrase)[0] for phrases in _WORDS.values() for phrase in phrases)})


def _openers(stretch: str) -> tuple[int, ...]:
    """Where the words begin in a stretch without a space that may open a cue."""
    words = _RUN.finditer(stretch)
    return tuple(word.start() for word in words if word[0] in _OPENERS or word[0].endswith("ed"))


_KEPT = Kept(_openers)
_MARK = re.compile('"')
_BREAK = re.compile(r"[.;!?。○□△\n](?:(?<=[.;!?])\s(?=[A-Z\"'(])|(?<=[。○□△])|(?<=\n)\n)")

# The words that are the date's own.
_UNTIL = re.compile(
    rf"\b(?:(?P<lasting>{_LASTING}) )?"
    r"(?:until|till|through|by|no later than|due|ahead of|in time for|deadline (?:of|in|on|is))(?: the)? $",
    re.I,
)
_UNTIL_ENDS = ("until", "till", "through", "by", "than", "due", "of", "for")
"""What the word before the date ends in where `_UNTIL` may match without "deadline"."""
_FROM = re.compile(r"\b(?:from|effective|starting|beginning|as from)(?: on)?(?: the)? $", re.I)
_BACK = re.compile(r"\b(?:since|retroactive(?:ly)? (?:from|to|as of))(?: the)? $", re.I)
_BACK_ENDS = ("since", "from", "to", "of")
_AT = r"(?: (?:(?:in|at|by|to|with|for) )?[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{1,20}){0,2})?"
_PLACED = rf"{_AT} (?:in|on|during|early|back in)(?: the)? $"
_PLACES = {"in", "on", "during", "early"}
"""The word before the date where `_PLACED` may match."""
_DONE = re.compile(rf"(?P<verb>\b(?:[a-z]{{2,14}}ed|{_ANY_OF['participles']})){_PLACED}")
_TO_BE_DONE = re.compile(
    rf"\b(?:will|shall|would|to be|will be|shall be)(?: not)? [a-z]{{2,14}}"
    rf"(?: (?:place|effect|force|office|off|up))?{_PLACED}"
)
_SAID = re.compile(
    rf"\b(?:{_ANY_OF['past_of_news']})(?: (?!the\b|that\b|its\b)[a-z]{{2,14}}){{0,3}}(?: on)?(?: the)? $"
)
_THAT = re.compile(r"\b(?:that|whether|if) ")
_NEAR = 80
"""Characters before a date in which its own verb is looked for."""
_RIGHT_BEFORE = 48
"""The same for its own preposition."""


class Tenses:
    """The verbs and clause ends of a text, looked for once, at the first date that needs them."""

    def __init__(self, text: str, style: Style) -> None:
        self.text, self.style = text, style
        self._starts: list[int] = []
        self._cues: list[str] = []
        self._breaks: list[int] | None = None
        self._marks: list[int] = []

    def breaks_between(self, start: int, end: int) -> int:
        """How many clauses end between two places (code points)."""
        breaks = self._read()
        return bisect_right(breaks, end) - bisect_right(breaks, start)

    def _read(self) -> list[int]:
        if self._breaks is None:
            self._breaks = [match.end() for match in _BREAK.finditer(self.text)]
            self._marks = [match.start() for match in _MARK.finditer(self.text)]
            self._read_cues()
        return self._breaks

    def _read_cues(self) -> None:
        reached = begin = 0
        stretches = self.text.split(" ")
        for stretch, openers in zip(stretches, map(_KEPT.__getitem__, stretches), strict=True):
            for start in openers:
                if begin + start >= reached and (match := _CUE.match(self.text, begin + start)):
                    reached = match.end()
                    self._starts.append(begin + start)
                    self._cues.append(match.lastgroup or "")
            begin += len(stretch) + 1

    def around(self, start: int, end: int, *, ranged: bool = False) -> Tense:
        """The tense of the clause around `text[start:end]` (code points): that of the verb before it, else behind.

        `ranged` tells that the date is a range, whose "from" says nothing of when.
        """
        breaks = self._read()
        if self.style is Style.NEWS and "since" in self.text[max(0, start - 8) : start].lower():
            return "past"
        at = bisect_right(breaks, start)
        opened = max(breaks[at - 1] if at else 0, start - _REACH)
        closed = min(breaks[at] if at < len(breaks) else len(self.text), end + _REACH // 2)
        if self.style is Style.PRESS and bisect_left(self._marks, start) % 2 == 0:
            opened, closed = self._outside(opened, start, closed)
        before = self._cues[bisect_left(self._starts, opened) : bisect_left(self._starts, start)]
        if self.style is Style.NEWS:
            # "said on Tuesday that it would": what stands behind the day is another clause's.
            nearest = before[-2:-1] if before[-1:] == ["infinitive"] else before[-1:]  # "planned to leave"
            return "future" if nearest == ["future"] else "past"
        behind = self._cues[bisect_left(self._starts, end) : bisect_left(self._starts, closed)]
        if own := self._own(start, before, behind):
            return own
        at = max((that.end() for that in _THAT.finditer(self.text, opened, start)), default=opened)
        inner = self._cues[bisect_left(self._starts, at) : bisect_left(self._starts, start)]
        if not inner and _press(behind[::-1]) in {"future", "past"}:
            before = []  # "warned that zones from March would be closed"
        if before[-1:] == ["told"] and not _SAID.search(self.text, max(0, start - _NEAR), start):
            before = []  # "said the fair on Friday will be open to all"
        verbal = _press(before) or _press(behind[::-1])
        if verbal == "past" and before and self._had(opened, start):
            return "behind"
        if not ranged and _FROM.search(self.text, max(0, start - 20), start):
            return "ahead" if verbal == "future" else verbal if verbal == "past" else "coming"
        return verbal

    def _had(self, opened: int, start: int) -> bool:
        """Whether the last finite verb is "had": `had been closed from December to February`."""
        first, last = bisect_left(self._starts, opened), bisect_left(self._starts, start)
        finite = [at for at in range(first, last) if self._cues[at] in {"future", "past"}]
        return bool(finite) and self.text.startswith("had ", self._starts[finite[-1]])

    def _outside(self, opened: int, start: int, closed: int) -> tuple[int, int]:
        """The clause without the quotations beside a date that stands in none: `"We will win," she said on Monday`."""
        at = bisect_left(self._marks, start)
        if at and self._marks[at - 1] >= opened:
            opened = self._marks[at - 1]
        if at < len(self._marks):
            closed = min(closed, self._marks[at])
        return opened, closed

    def _own(self, start: int, before: list[str], behind: list[str]) -> Tense:
        """What the words say that stand right before the date: "by", "since", "opened in", "will open in"."""
        near, right_before = max(0, start - _NEAR), max(0, start - _RIGHT_BEFORE)
        if not self.text.startswith(" ", start - 1 if start else 0):
            return None
        words = self.text[right_before:start].lower().removesuffix(" the ")
        nearest = words.rstrip(" ").rpartition(" ")[2]
        if nearest.endswith(_BACK_ENDS) and _BACK.search(self.text, right_before, start):
            return "behind"
        by = nearest.endswith(_UNTIL_ENDS) or "deadline" in words
        if by and (until := _UNTIL.search(self.text, right_before, start)):
            if until["lasting"]:
                return "behind"
            return None if "past" in before else "ahead"
        if nearest not in _PLACES:
            return None
        if _TO_BE_DONE.search(self.text, near, start):
            return "ahead"
        if "participle" not in self._cues[bisect_left(self._starts, near) : bisect_left(self._starts, start)]:
            return None
        done = _DONE.search(self.text, near, start)
        if done and "future" in before and self.text[: done.start()].endswith(("and ", "or ", ", ")):
            return None  # "will be announced on May 3 and exhibited in December"
        if done and done["verb"] in {"held", "met"} and not behind:
            return None  # a headline's: "Fair Held in October"
        at = bisect_left(self._starts, done.start("verb")) if done else 0
        own = done is not None and self._cues[at : at + 1] == ["participle"] and self._starts[at] == done.start("verb")
        return "behind" if own else None


def _press(cues: list[str]) -> Tense:
    if cues[-1:] == ["told"]:
        return "past"
    finite = [cue for cue in cues if cue in {"future", "past"}]
    if finite:
        return "future" if finite[-1] == "future" else "past"
    if not cues:
        return None
    return "infinitive" if cues[-1] == "infinitive" else "participle"
