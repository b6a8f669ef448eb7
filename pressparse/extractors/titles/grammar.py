"""The grammar around a post's core: the body before it, the fields and bodies behind it, a second post joined to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from pressparse import lexicons
from pressparse.extractors.titles.cores import Core, core_at, is_head
from pressparse.extractors.titles.greater import award, inside_a_name, nameless
from pressparse.organizations import part, phrase_begin, phrase_end
from pressparse.romanization import shape_at
from pressparse.vocabulary import (
    ADJECTIVES,
    CERTAIN,
    FUNCTION_WORDS,
    NOUNS,
    OWNING,
    PORTFOLIOS,
    UNITS,
    names_body,
    place,
)
from pressparse.words import Word, acronym, capital, touching

_OFFICES = lexicons.load("offices")
_GRAMMAR = _OFFICES["grammar"]
_ACCREDITED = frozenset(_GRAMMAR["accredited"])
_NO_BODY = {"and", "&", "of", ",", "government"}
_GENERIC = frozenset(_GRAMMAR["generic"])
_FORMER = frozenset(_GRAMMAR["former"])
_PLURALISTS = frozenset(_OFFICES["held"]["pluralists"])
_NEW = {"york", "zealand", "delhi", "jersey", "mexico", "hampshire", "orleans", "guinea", "england", "south", "taipei"}
_MINISTERIAL = {"minister", "secretary", "undersecretary", "under", "premier"}
# Posts that are held of bodies, whatever their names, and those that are held of fields where no body is named.
_OF_BODIES = frozenset("ceo president chair founder mayor governor rector managing member representative".split())
_LOCAL = {"county", "village", "township", "district"}
_OF_FIELDS = {"director", "head", "manager", "general", "professor", "dean", "lecturer", "officer", "leader"}
_PLANNERS = {*_OF_FIELDS, "president", "chief", "dean"}
_DEFINITE = {"the", "its", "his", "her", "their", "our", "whose", "'s", "'", "this"}


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

    def post_at(self, index: int, floor: int) -> Found | None:
        """The post whose core begins at `index`, reaching back no further than `floor`; None where there is none."""
        core = core_at(self.words, index)
        if core is None or inside_a_name(self.words, core, self.walls):
            return None
        core_end, keys = self._joined(core)
        left = self._left(core, floor)
        found_body, topic, end = self._right(core, core_end)
        if award(self.words, core, end):
            return None
        before = self.words[left - 1] if left else None
        said_of_many = before and before.low in _GENERIC | _FORMER and before.end + 1 == self.words[left].start
        unnamed = nameless(self.words, core, end)
        generic = bool(said_of_many) or unnamed
        definite = bool(before and before.low in _DEFINITE) or left < core.begin or found_body[0] < found_body[1]
        # "the Minister and Vice Minister": the article is said of both.
        definite = definite or bool(before and before.low == "and" and 0 < floor == left - 1)
        definite = definite and not unnamed
        # "Director of Salt Research at the Center": the field belongs to the role, the body does not.
        before_body = topic[0] < topic[1] and (found_body[0] == found_body[1] or topic[1] <= found_body[0])
        role_end = topic[1] if before_body else core_end
        return Found(left, end, role_end, core, (left, core.begin), found_body, topic, keys, definite, generic)

    def _korean(self, index: int) -> bool:
        """Whether a Korean name begins at a wall; what only the model calls a person may be a firm behind "CEO of"."""
        return index in self.walls and shape_at(self.words, index) is not None

    def _joined(self, core: Core) -> tuple[int, tuple[tuple[str, ...], ...]]:
        """Where the post ends, and its keys, when a second is joined to it: "President & CEO", "Chairman and CEO"."""
        words, at = self.words, core.end
        if at + 1 >= len(words) or words[at].low not in {"and", "&", "/", "cum"}:
            return core.end, (core.key,)
        begin = at + 1
        while (
            "prime" in core.key and begin + 1 < len(words) and words[begin].low in PORTFOLIOS and capital(words[begin])
        ):
            # "Deputy Prime Minister and Finance Minister"
            begin += 1
        second = core_at(words, begin)
        if second is None or second.begin != begin or second.capital != core.capital:
            return core.end, (core.key,)
        # "the Mayor and Governor" are two people, unless a name follows.
        one = "prime" in core.key or second.end in self.walls or {core.head, second.head} <= _PLURALISTS
        same = second.head == core.head and "prime" not in core.key
        return (second.end, (core.key, second.key)) if one and not same else (core.end, (core.key,))

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
            return max(phrase_begin(words, begin + 1, self.ends), floor)
        # "Save the Children Korea CEO": where the model sees a longer body, it is believed.
        seen = self.bodies.get(begin, begin) if words[begin - 1].low != "'s" else begin
        left = max(min(phrase_begin(words, begin, self.ends), seen), floor)
        while left < begin and not self._opens_body(left):
            left += 1
        # "New Zealand Minister", but "new Minister", "Former Korea Salt Institute Director"
        said = [
            i + 1 for i in range(left, begin) if words[i].low in _GENERIC | _FORMER and words[i + 1].low not in _NEW
        ]
        left = max([left, *said])
        # "Stanford University professor" and "Goheung-gun head" are one phrase, "Fishing village chief" is not.
        whole = core.capital or (
            left < begin and (words[begin - 1].low in NOUNS or acronym(words[begin - 1]) or _local(words[begin - 1]))
        )
        return left if whole else begin

    def _opens_body(self, index: int) -> bool:
        """Whether the body or field before a core can begin with this word: no number, no "H.R.H.", no connector."""
        word = self.words[index]
        initials = "." in word.text and word.low.rstrip(".") not in ADJECTIVES
        return part(self.words, index) and not word.text[0].isdigit() and not initials and word.low not in _NO_BODY

    def _right(self, core: Core, end: int) -> tuple[tuple[int, int], tuple[int, int], int]:
        """The body and the field that prepositions add behind the core, and where the phrase ends."""
        words = self.words
        found_body, topic = (end, end), (end, end)
        if closed := self._bracketed_field(core, end):
            topic, end = (end + 1, closed), closed
        for _ in range(3):
            begin = self._object(core, end)
            if not begin:
                plain = self._plain_field(core, end) if topic[0] == topic[1] and found_body[0] == found_body[1] else 0
                if not plain:
                    break
                topic, end = (end + 1, plain), plain
                continue
            preposition = words[end].low
            stop = phrase_end(
                words, begin, self.walls, topic=preposition in {"for", "on"} or bool(_MINISTERIAL & set(core.key))
            )
            if stop == begin or all(word.low in ADJECTIVES for word in words[begin:stop]):
                break
            named = words[begin:stop]
            ministerial = bool(_MINISTERIAL & set(core.key)) and not self._body_of_minister(core, named)
            field = (
                preposition in {"for", "on", "to", "in"}
                or ministerial
                or self._field(core, named, article=words[begin - 1].low == "the")
            )
            if (
                preposition == "at"
                and found_body[0] < found_body[1]
                and words[found_body[1] - 1].low in UNITS
                and topic[0] == topic[1]
            ):
                # "head of the Battery Center at the Foundation": the unit belongs to the role.
                topic, found_body = found_body, (begin, stop)
            elif field:
                # "Minister of State for Science & Technology": one field behind another.
                topic = (topic[0] if topic[0] < topic[1] else begin, stop)
            elif found_body[0] == found_body[1]:
                found_body = (begin, stop)
            end = stop
        return found_body, topic, end

    def _bracketed_field(self, core: Core, end: int) -> int:
        """The index behind a field in brackets right behind the head, or 0: "Director (Corporate Communications)"."""
        words = self.words
        if end + 2 >= len(words) or words[end].text != "(" or core.head not in _OF_FIELDS or not core.capital:
            return 0
        for index in range(end + 1, min(end + 8, len(words))):
            if words[index].text == ")":
                inside = words[end + 1 : index]
                told = any(word.low in PORTFOLIOS for word in inside) and not names_body(inside)
                return index + 1 if told else 0
            joins = index > end + 1 and words[index].low in {"and", "&", "of", ",", "for"}
            if not (joins or part(words, index)) or index in self.walls or is_head(words[index]):
                return 0
        return 0

    def _plain_field(self, core: Core, end: int) -> int:
        """The index behind a field in small letters that a body follows: "president of campus planning of KAIST"."""
        words = self.words
        if end >= len(words) or words[end].low != "of":
            return 0
        for index in range(end + 1, min(end + 6, len(words) - 1)):
            if index > end + 1 and words[index].low in {"of", "at"}:
                begin = index + 1 + (words[index + 1].low == "the")
                return index if begin < len(words) and part(words, begin) and core.head in _PLANNERS else 0
            if not words[index].text.islower() or words[index].low in _DEFINITE | {"a", "an", "of", "in", "for"}:
                return 0
        return 0

    def _body_of_minister(self, core: Core, named: Sequence[Word]) -> bool:
        """Whether "of X" behind a minister is a body or a country and no field: "Minister of the Treasury"."""
        if named[0].low in PORTFOLIOS:
            return named[-1].low in NOUNS - PORTFOLIOS
        # "Minister of Agrarian Development", but "Chief Secretary of Himachal"
        unknown = "minister" not in core.key or "chief" in core.key
        return unknown or place(named[0]) or any(word.low in NOUNS - PORTFOLIOS or acronym(word) for word in named)

    def _field(self, core: Core, named: Sequence[Word], *, article: bool) -> bool:
        """Whether "of X" is what the post is about, not where it is held: "Director of Salt Research"."""
        if "secretary" in core.key or (_OF_BODIES | _LOCAL) & set(core.key):
            return False
        if names_body(named):
            return named[0].low in PORTFOLIOS and not any(w.low in CERTAIN or acronym(w) or place(w) for w in named)
        # "Director of the Reef Partnership": an article singles out a body.
        return named[0].low in PORTFOLIOS or (core.head in _OF_FIELDS and not article and len(named) <= 5)

    def _object(self, core: Core, at: int) -> int:
        """The index where the capitalised object of the preposition at `at` begins, or 0."""
        words = self.words
        if at + 1 >= len(words) or not touching(words, at) or not touching(words, at + 1):
            return 0
        low, begin = words[at].low, at + 1
        if low == "in" and words[begin].low == "charge" and begin + 2 < len(words) and words[begin + 1].low == "of":
            begin += 2
        elif (low in {"to", "in"} and not _ACCREDITED & set(core.key)) or low not in {
            "of",
            "for",
            "at",
            "to",
            "in",
            "on",
        }:
            return 0
        if words[begin].low == "the" and begin + 1 < len(words):
            begin += 1
        if words[begin].low in OWNING and begin + 2 < len(words) and words[begin + 1].low == "'s":
            # "director of the province's Salt Bureau"
            begin += 2
        allowed = part(words, begin) and not self._korean(begin) and not is_date_word(words[begin])
        # "Secretary to the President", "Minister of Justice", but not "head of Director Kim".
        post = is_head(words[begin]) and words[begin].low not in PORTFOLIOS and low != "to"
        return begin if allowed and not post else 0


def _local(word: Word) -> bool:
    """Whether a word is a Korean local government by its ending: "Goheung-gun", "Mapo-gu"."""
    return word.low.endswith(("-gun", "-gu", "-si", "-do"))


def is_date_word(word: Word) -> bool:
    """Whether a capitalised word belongs to a date or a clock time, not to a body."""
    return word.low in FUNCTION_WORDS and not acronym(word)
