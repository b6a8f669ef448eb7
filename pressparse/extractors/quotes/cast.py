"""The cast of a release: its roll, and whom a pronoun or a common noun stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from pressparse.context import Context
from pressparse.extractors.quotes.gender import guess_by_name
from pressparse.extractors.quotes.lexicon import VERBS
from pressparse.extractors.quotes.roll import Named, Roll
from pressparse.marks import Quoted

SENTENCE_START = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!Mrs)[.!?][\"']? (?=[A-ZÀ-ÖØ-Þ\"'])")
_NEXT_WORD = re.compile(r"(?: \([^()]{1,30}\))? ([^\W\d_]{3,20})\b")
_LONGEST_SENTENCE = 1000
_MOST_NAMES = 40
_DESCRIBED_WITHIN = 4
_AGED_WITHIN = 6
_DESCRIBED_BESIDE = 80


class Cast(Roll):
    """All who may speak in one release; those named within the `marked` stretches are talked of, and do not talk."""

    def __init__(self, context: Context, marked: Iterable[Quoted]) -> None:
        super().__init__(context)
        self._marked = list(marked)

    @cached_property
    def _gender(self) -> dict[str, str | None]:
        """The pronoun of each person, by id."""
        everywhere = [named for places in self._named.values() for named in places]
        by_name = {person: guess_by_name(name) for person, name in self._names.items()}
        return by_name | {named.person: named.gender for named in everywhere if named.person and named.gender}

    def antecedent(self, passage: int, before: int, pronoun: str, *, farthest: int = 6) -> Named | None:
        """The person that a pronoun stands for: the first one named in the nearest sentence above that names any.

        `farthest` is the number of passages looked at.
        """
        wanted = {"his": "he", "him": "he", "himself": "he", "her": "she", "herself": "she"}.get(pronoun, pronoun)
        for place in range(passage, max(-1, passage - farthest), -1):
            here = self._above(place, before if place == passage else None, wanted)
            if here:
                latest = self._latest(place, here)
                return next((named for named in latest if self._speaks(place, named)), latest[0])
        return None

    def _latest(self, passage: int, here: list[Named]) -> list[Named]:
        """Those of `here` whom the last sentence that names any of them names."""
        last = here[-1].start
        # One more, or the capital that a name begins with would not be seen.
        starts = SENTENCE_START.finditer(self.passages[passage].text, max(0, last - _LONGEST_SENTENCE), last + 1)
        sentence = max((match.end() for match in starts), default=0)
        return [named for named in here if named.start >= sentence] or here[-1:]

    def alone(self, passage: int, before: int) -> Named | None:
        """The only person whom the nearest sentence above names, in this passage or the one before it."""
        named = self.antecedent(passage, before, "who", farthest=2)
        place = next((at for at in (passage, passage - 1) if named in self._named.get(at, [])), None)
        if named is None or place is None:
            return None
        latest = self._latest(place, self._above(place, before if place == passage else None, "who"))
        return named if all(other.person == named.person for other in latest) else None

    def described(self, passage: int, before: int, noun: str, land: str = "") -> Named | None:
        """The person whom "the baker" stands for: one whom the text above calls a baker, with `land` one from there."""
        word = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        for place in range(passage, max(-1, passage - _DESCRIBED_WITHIN), -1):
            for named in reversed(self._above(place, before if place == passage else None, "who")):
                reach = before if place == passage else named.end + _DESCRIBED_BESIDE
                low, high = max(0, named.start - _DESCRIBED_BESIDE), min(reach, named.end + _DESCRIBED_BESIDE)
                text = self.passages[place].text
                if word.search(text, low, high) and land in text[named.end : min(reach, high)]:
                    return named
        return None

    def of_age(self, passage: int, before: int, age: str) -> Named | None:
        """The person whom the text above says to be `age` years old: NAME (71), NAME, 71, 71-year-old NAME."""
        for place in range(passage, max(-1, passage - _AGED_WITHIN), -1):
            text = self.passages[place].text
            for named in reversed(self._above(place, before if place == passage else None, "who")):
                behind = re.match(rf"(?:,| \(|, aged?) ?{age}\b", text[named.end : named.end + 12])
                if behind or f"{age}-year-old" in text[max(0, named.start - _DESCRIBED_BESIDE) : named.start]:
                    return named
        return None

    def _above(self, passage: int, before: int | None, wanted: str) -> list[Named]:
        """The latest people named outside quotations in a passage, before a place in it, whom a pronoun fits."""
        places = self._free.get(passage, [])
        last = len(places) if before is None else bisect_left(places, before, key=lambda named: named.start)
        fitting = {None, wanted} if wanted in ("he", "she") else {None, "he", "she"}
        latest = places[max(0, last - _MOST_NAMES) : last]
        return [named for named in latest if self._gender.get(named.person or "") in fitting]

    def _speaks(self, passage: int, named: Named) -> bool:
        """Whether a speech verb stands right behind the name: "…, Noh said."."""
        verb = _NEXT_WORD.match(self.passages[passage].text, named.end)
        return verb is not None and verb[1].lower() in VERBS

    @cached_property
    def _free(self) -> dict[int, list[Named]]:
        """The people named outside of quotations: those named within are talked of, and do not talk."""
        stretches: dict[int, list[tuple[int, int]]] = {}
        for quoted in self._marked:
            end = quoted.end if quoted.end_passage == quoted.passage else len(self.passages[quoted.passage].text)
            stretches.setdefault(quoted.passage, []).append((quoted.start, end))
        free: dict[int, list[Named]] = {}
        for passage, places in self._named.items():
            taken = sorted(stretches.get(passage, []))
            for named in places:
                at = bisect_right(taken, (named.start, named.end)) - 1
                if named.person and not (at >= 0 and named.start < taken[at][1]):
                    free.setdefault(passage, []).append(named)
        return free
