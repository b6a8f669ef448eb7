"""Whether a clause speaks of what is to come or of what has been, by its verbs: the help for dates without a year."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from pressparse import lexicons
from pressparse.extractors.dates.anchors import Style, Tense

_WORDS = lexicons.load("dates")["tense"]
_REACH = 160
_ANY_OF = {name: "|".join(words) for name, words in _WORDS.items()}
# "will be opened" is one verb: the participle in it says nothing of its own, nor does that of "is held on Friday".
_CUE = re.compile(
    rf"\b(?:(?P<future>(?:{_ANY_OF['future']})(?: [a-z]{{1,12}}){{0,2}}? (?:be )?"
    rf"(?:[a-z]{{2,14}}ed|{_ANY_OF['participles']})"
    rf"|{_ANY_OF['future']})|(?P<past>{_ANY_OF['past']})|(?P<told>{_ANY_OF['past_of_news']})"
    rf"|(?P<participle>(?<!\bis )(?<!\bare )(?:[a-z]{{2,14}}ed|{_ANY_OF['participles']}))"
    rf"|(?P<infinitive>to (?!the\b|an?\b|its\b|their\b)[a-z]{{3,14}}))\b"
)
_BREAK = re.compile(r"[.;!?]\s(?=[A-Z\"'(])|[。○□△]|\n\n")

_UNTIL = re.compile(r"\b(?:until|till|through)(?: the)? $")


class Tenses:
    """The verbs and clause ends of a text, looked for once, at the first date that needs them."""

    def __init__(self, text: str, style: Style) -> None:
        self.text, self.style = text, style
        self._starts: list[int] = []
        self._cues: list[str] = []
        self._breaks: list[int] | None = None

    def breaks_between(self, start: int, end: int) -> int:
        """How many clauses end between two places (code points)."""
        breaks = self._read()
        return bisect_right(breaks, end) - bisect_right(breaks, start)

    def _read(self) -> list[int]:
        if self._breaks is None:
            self._breaks = [match.end() for match in _BREAK.finditer(self.text)]
            for match in _CUE.finditer(self.text):
                self._starts.append(match.start())
                self._cues.append(match.lastgroup or "")
        return self._breaks

    def around(self, start: int, end: int) -> Tense:
        """The tense of the clause around `text[start:end]` (code points): that of the verb before it, else behind."""
        breaks = self._read()
        if "since" in self.text[max(0, start - 8) : start].lower():
            return "past"
        at = bisect_right(breaks, start)
        opened = max(breaks[at - 1] if at else 0, start - _REACH)
        closed = min(breaks[at] if at < len(breaks) else len(self.text), end + _REACH // 2)
        before = self._cues[bisect_left(self._starts, opened) : bisect_left(self._starts, start)]
        if self.style is Style.NEWS:
            # "said on Tuesday that it would": what stands behind the day is another clause's.
            nearest = before[-2:-1] if before[-1:] == ["infinitive"] else before[-1:]  # "planned to leave"
            return "future" if nearest == ["future"] else "past"
        behind = self._cues[bisect_left(self._starts, end) : bisect_left(self._starts, closed)]
        if _UNTIL.search(self.text, max(0, start - 14), start) and "past" not in before:
            return "future"
        return _press(before) or _press(behind[::-1])


def _press(cues: list[str]) -> Tense:
    finite = [cue for cue in cues if cue in {"future", "past"}]
    if finite:
        return "future" if finite[-1] == "future" else "past"
    if not cues or cues[-1] == "told":
        return None
    return "infinitive" if cues[-1] == "infinitive" else "participle"
