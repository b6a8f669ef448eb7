"""The grammar around a post's core: the body before it, what stands behind it, a second post joined to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from pressparse import lexicons
from pressparse.extractors.titles.behind import Behind
from pressparse.extractors.titles.cores import Core, core_at
from pressparse.extractors.titles.deputies import principal
from pressparse.extractors.titles.fields import DEFINITE
from pressparse.extractors.titles.greater import award, inside_a_name, nameless
from pressparse.organizations import part, phrase_begin
from pressparse.vocabulary import (
    ADJECTIVES,
    NOUNS,
    PORTFOLIOS,
    local,
    names_body,
    place,
)
from pressparse.words import Word, acronym, capital, touching

_OFFICES = lexicons.load("offices")
_GRAMMAR = _OFFICES["grammar"]
_NO_BODY = {"and", "&", "of", ",", "government"}
_GENERIC = frozenset(_GRAMMAR["generic"])
_FORMER = frozenset(_GRAMMAR["former"])
_SAID_BEFORE = _GENERIC | _FORMER
_PLURALISTS = frozenset(_OFFICES["held"]["pluralists"])
_NEW = frozenset("york zealand delhi jersey mexico hampshire orleans guinea england south taipei &".split())
_ADDRESSES = {
    "your",
    "his",
    "her",
    "majesty",
    "highness",
    "excellency",
    "madam",
    "honorable",
    "honourable",
    "dear",
    "hon",
    "mr",
    "ms",
}
_TIMES = {"then", "late", "incoming", "outgoing"}
_HELD_AS = {"acting", "interim", "honorary"}
_OF_NATIONS = {"ambassador", "minister", "president", "premier", "consul", "envoy", "king", "queen"}
_OF_GROUPS = frozenset(
    "spokesperson spokesman spokeswoman chair chairman president ceo director executive founder manager".split()
)
_OF_PLACES = {"mayor", "governor"}


class Found(NamedTuple):
    """A post in words: [begin, end) the whole phrase, [core, core_end) role words, the body's and the field's words."""

    begin: int
    end: int
    role_end: int
    core: Core
    left: tuple[int, int]
    body: tuple[int, int]
    topic: tuple[int, int]
    keys: tuple[tuple[str, ...], ...]
    definite: bool
    generic: bool


class Reader:
    """Reads the posts of one passage.

    `walls` are word indices where a person's name begins, `ends` those behind one, `inside` those in one; `bodies`
    gives for the index behind an organisation, as the model sees it, where it begins.
    """

    def __init__(
        self,
        words: Sequence[Word],
        walls: Collection[int],
        ends: Collection[int],
        inside: Collection[int],
        bodies: Mapping[int, int],
    ) -> None:
        self.words, self.walls, self.ends, self.inside, self.bodies = words, walls, ends, inside, bodies
        self._behind = Behind(words, walls)

    def post_at(self, index: int, floor: int) -> Found | None:
        """The post whose core begins at `index`, reaching back no further than `floor`; None where there is none."""
        core = core_at(self.words, index)
        if core is None or inside_a_name(self.words, core, self.walls):
            return None
        last, keys = self._joined(core)
        core_end = last.end
        left = self._left(core, floor)
        served = principal(self.words, last, self.walls)
        opened = served.end if served else self._behind.after_letters(core_end)
        found_body, topic, end = self._behind.read(served or last, opened)
        end = core_end if end == opened and not served else end
        if award(self.words, core, end):
            return None
        before = self.words[left - 1] if left else None
        said_of_many = before and before.low in _SAID_BEFORE and before.end + 1 == self.words[left].start
        unnamed = nameless(self.words, core, end)
        # "the then Prime Minister of Japan" is one.
        single = left > 1 and self.words[left - 1].low in _TIMES and self.words[left - 2].low == "the"
        generic = (bool(said_of_many) and not single) or unnamed
        definite = bool(before and before.low in DEFINITE) or left < core.begin or found_body[0] < found_body[1]
        # "the Minister and Vice Minister": the article is said of both.
        definite = definite or bool(before and before.low == "and" and 0 < floor == left - 1)
        # "the first visit of a Norwegian Minister"
        definite = definite and not unnamed and not (before and before.low in {"a", "an"})
        # "Director of Salt Research at the Center": the field belongs to the role, the body does not.
        before_body = topic[0] < topic[1] and (found_body[0] == found_body[1] or topic[1] <= found_body[0])
        role_end = end if served else topic[1] if before_body else core_end
        return Found(left, end, role_end, core, (left, core.begin), found_body, topic, keys, definite, generic)

    def _joined(self, core: Core) -> tuple[Core, tuple[tuple[str, ...], ...]]:
        """The last core of the post, and its keys, when one is joined to it: "President & CEO", "Chairman and CEO"."""
        words, at = self.words, core.end
        if at + 1 >= len(words) or words[at].low not in {"and", "&", "/", "cum"}:
            return core, (core.key,)
        begin = at + 1
        while (
            "prime" in core.key and begin + 1 < len(words) and words[begin].low in PORTFOLIOS and capital(words[begin])
        ):
            # "Deputy Prime Minister and Finance Minister"
            begin += 1
        second = core_at(words, begin)
        if second is None or second.begin != begin or second.capital != core.capital:
            return core, (core.key,)
        # "the Mayor and Governor" are two people, unless a name follows.
        one = "prime" in core.key or second.end in self.walls or {core.head, second.head} <= _PLURALISTS
        same = second.head == core.head and "prime" not in core.key
        return (second, (core.key, second.key)) if one and not same else (core, (core.key,))

    def _left(self, core: Core, floor: int) -> int:
        """The index where the body or field before the core begins: "Korea Salt Institute Director"."""
        words, begin = self.words, core.begin
        if begin == 0 or not touching(words, begin):
            return begin
        if begin > 3 and words[begin - 1].text == ")" and words[begin - 3].text == "(" and acronym(words[begin - 2]):
            # "Korea Tide Association (KTA) Chairman": one phrase.
            left = max(phrase_begin(words, begin - 3, self.ends), floor)
            return left if left < begin - 3 and names_body(words[left : begin - 3]) and core.capital else begin
        if words[begin - 1].low in {"and", "&"} and words[begin].low in PORTFOLIOS and core.capital:
            # "Science and Technology Secretary": a field whose last word is read as the core's first.
            left = max(phrase_begin(words, begin + 1, self.ends), floor)
            # "FAO Director-General and Regional Representative": two posts
            return begin if words[left].low in {"and", "&"} else left
        # "Save the Children Korea CEO": where the model sees a longer body, it is believed.
        seen = self.bodies.get(begin, begin) if words[begin - 1].low != "'s" else begin
        left = max(min(phrase_begin(words, begin, self.ends), seen), floor)
        while left < begin and (not self._opens_body(left) or words[left].low in _ADDRESSES):
            # "Your Excellency President", "Honorable Governor"
            left += 1
        while left + 1 < begin and words[left].low in _HELD_AS:
            # "Acting KSI Director"
            left += 1
        # "New Zealand Minister", but "new Minister", "Former Korea Salt Institute Director"
        said = [i + 1 for i in range(left, begin) if words[i].low in _SAID_BEFORE and words[i + 1].low not in _NEW]
        left = max([left, *said])
        # "Stanford University professor" and "Goheung-gun head" are one phrase, "Fishing village chief" is not.
        whole = core.capital or (
            left < begin
            and (
                words[begin - 1].low in NOUNS
                or acronym(words[begin - 1])
                or local(words[begin - 1])
                # "NHS England chief executive", "Busan mayor"
                or (place(words[begin - 1]) and (acronym(words[left]) or core.head in _OF_PLACES))
                # "the Norwegian ambassador"
                or (words[begin - 1].low in ADJECTIVES and core.head in _OF_NATIONS)
                # "Reef Guardians spokesperson Ida Marsh"
                or (begin - left > 1 and core.end in self.walls and core.head in _OF_GROUPS)
            )
        )
        return left if whole else begin

    def _opens_body(self, index: int) -> bool:
        """Whether the body or field before a core can begin with this word: no number, no "H.R.H.", no connector."""
        word = self.words[index]
        initials = "." in word.text and word.low.rstrip(".") not in ADJECTIVES
        return part(self.words, index) and not word.text[0].isdigit() and not initials and word.low not in _NO_BODY
