"""What stands behind a post's core: its field and the body where it is held, led by prepositions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse import lexicons
from pressparse.extractors.titles.cores import Core, is_head
from pressparse.extractors.titles.edges import REALMS, before_name, before_rank, field_end
from pressparse.extractors.titles.small import small_unit
from pressparse.organizations import part, phrase_end
from pressparse.romanization import shape_at
from pressparse.vocabulary import (
    ADJECTIVES,
    CERTAIN,
    COUNTRIES,
    FIELD_LETTERS,
    FUNCTION_WORDS,
    NOUNS,
    OWNING,
    PORTFOLIOS,
    TRADES,
    UNDERTAKINGS,
    UNITS,
    names_body,
    place,
)
from pressparse.words import Word, acronym, capital, touching

_ACCREDITED = frozenset(lexicons.load("offices")["grammar"]["accredited"])
_MINISTERIAL = {"minister", "secretary", "undersecretary", "under", "premier"}
# Posts that are held of bodies, whatever their names, and those that are held of fields where no body is named.
_OF_BODIES = frozenset("ceo president chair founder mayor governor rector managing member representative editor publisher".split())
_LOCAL = {"county", "village", "township", "district"}
_OF_FIELDS = {"director", "head", "manager", "general", "professor", "dean", "lecturer", "officer", "leader"}
_TEACHERS = {"professor", "lecturer", "dean"}
_EDITORS = {"editor", "publisher"}
_FILES = {"file", "dossier", "report", "regulation", "directive", "bill", "proposal", "legislation", "law", "act"}
_CLOSING = {",", ".", ")", ";", "("}
_PLANNERS = {*_OF_FIELDS, "president", "chief", "dean"}
_MISSIONS = {
    "district",
    "county",
    "province",
    "village",
    "agency",
    "mission",
    "delegation",
    "station",
    "branch",
    "school",
    "chancery",
    "party",
}
# "Deputy Mayor for Political Affairs II"
_NUMERALS = {"I", "II", "III", "1", "2", "3"}
_OF_TOWNS = {"mayor", "governor", "prefect", "bupati"}
_SCHOOLS = {"college", "school", "faculty", "institute", "department"}
_MISSIONARY = {"mission", "delegation", "embassy", "consulate", "representation"}
_CHARGE = ["(", "independent", "charge", ")"]
_KINDS = frozenset("startup group charity association union firm company manufacturer venture developer maker operator brand nonprofit".split())
_SMALL_UNITS = {"office", "branch", "station", "center", "centre", "headquarters", "campus", "factory", "plant"}
DEFINITE = {"the", "its", "his", "her", "their", "our", "whose", "'s", "'", "this"}
_BREAKS = DEFINITE | {"a", "an", "of", "in", "for"}
_BRACKETED = _OF_FIELDS | {"secretary", "commissioner", "counsellor", "counselor", "attaché", "attache"}
_HELD_AT = _OF_BODIES | _LOCAL | _EDITORS
_BODY_KINDS = NOUNS - PORTFOLIOS
_FIELDS = PORTFOLIOS - REALMS
_UNNAMED = UNITS | _MISSIONS
_INNER = UNITS | _SMALL_UNITS


class Behind:
    """Reads what stands behind the cores of one passage's posts; `walls` are indices where a person's name begins."""

    def __init__(self, words: Sequence[Word], walls: Collection[int]) -> None:
        self.words, self.walls = words, walls

    def read(self, core: Core, end: int) -> tuple[tuple[int, int], tuple[int, int], int]:
        """The body and the field that prepositions add behind the core, and where the phrase ends."""
        words = self.words
        found_body, topic = (end, end), (end, end)
        if closed := self._bracketed_field(core, end):
            topic, end = (end + 1, closed), closed
        for _ in range(3):
            end = self._behind_charge(core, end)
            begin = self._object(core, end)
            if not begin:
                plain = self._plain_field(core, end) if topic[0] == topic[1] and found_body[0] == found_body[1] else 0
                if not plain:
                    break
                topic, end = (end + 1, plain), plain
                continue
            preposition = words[end].low
            stop = self._object_end(core, preposition, begin)
            if preposition == "of" and _EDITORS & set(core.key):
                stop = self._journal_end(begin, stop)
            if stop == begin:
                break
            bare, stop = stop, self._owned(stop)
            begin = self._behind_country(begin, bare, stop)
            unit = found_body[0] < found_body[1] and self._inner(found_body, stop)
            if preposition == "at" and unit and topic[0] == topic[1]:
                # "head of the Battery Center at the Foundation": the unit belongs to the role.
                topic, found_body = found_body, (begin, stop)
            elif preposition == "at" and topic[0] == topic[1] and self._subject(core, found_body, begin, stop):
                # "Chair of Botany at the University of Graz"
                topic, found_body = found_body, (begin, stop)
            elif preposition in {"to", "in"} and found_body[1] == end and words[end - 1].low in _MISSIONARY:
                # "Head of the Korean Mission to ASEAN"
                found_body = (found_body[0], stop)
            elif stop == bare and self._topical(core, preposition, begin, stop):
                # "Minister of State for Science & Technology": one field behind another.
                topic = (topic[0] if topic[0] < topic[1] else begin, stop)
            elif found_body[0] == found_body[1]:
                found_body = (begin, stop)
            end = stop
        return found_body, topic, end

    def _journal_end(self, begin: int, stop: int) -> int:
        """The index behind a journal's name that begins at `begin`: "Letters in Reef Physics"; or `stop`."""
        words = self.words
        while stop > begin and stop + 1 < len(words) and words[stop].low in {"in", "of", "and", "for", "on", "&"}:
            after = phrase_end(words, stop + 1, self.walls)
            if after == stop + 1 or not touching(words, stop + 1):
                break
            stop = after
        return stop

    def _behind_country(self, begin: int, bare: int, stop: int) -> int:
        """Where the body behind a country begins: "Director at Korea's Salt Administration"; or `begin`."""
        country = stop > bare == begin + 1 and self.words[begin].low in COUNTRIES
        return bare + 1 if country else begin

    def _subject(self, core: Core, found: tuple[int, int], begin: int, stop: int) -> bool:
        """Whether what was read as a chair's body is its subject, the body behind "at"."""
        named = self.words[slice(*found)]
        return core.head in {"chair", "professor"} and 0 < len(named) < 4 and not names_body(named) and names_body(
            self.words[begin:stop]
        )  # fmt: skip

    def _inner(self, found: tuple[int, int], stop: int) -> bool:
        """Whether a body is part of the one that ends before `stop`: a center, a college of a university."""
        named = {word.low for word in self.words[slice(*found)]}
        school = bool(named & _SCHOOLS) and self.words[stop - 1].low in {"university", "academy"}
        return self.words[found[1] - 1].low in UNITS or school

    def _behind_charge(self, core: Core, end: int) -> int:
        """The index behind a bracket inside a post: "Minister of State (Independent Charge) for Ports"; or `end`."""
        behind = end + len(_CHARGE)
        told = [word.low for word in self.words[end:behind]] == _CHARGE and self._object(core, behind)
        return behind if told else end

    def _object_end(self, core: Core, preposition: str, begin: int) -> int:
        """The index behind a preposition's object that begins at `begin`; `begin` where there is none."""
        topic = preposition in {"for", "on"} or bool(_MINISTERIAL & set(core.key))
        stop = phrase_end(self.words, begin, self.walls, topic=topic)
        if (
            topic
            and begin < stop < len(self.words)
            and self.words[stop].text in _NUMERALS
            and touching(self.words, stop)
        ):
            stop += 1
        stop = before_rank(self.words, begin, stop)
        if preposition == "of" and core.head in _OF_TOWNS:
            stop = before_name(self.words, begin, stop)
        if preposition in {"for", "on"} or (core.head == "secretary" and self.words[begin].low in _FIELDS):
            stop = field_end(self.words, core, begin, stop)
        # "the President at the Reef Summit"
        event = stop > begin and preposition == "at" and self.words[stop - 1].low in UNDERTAKINGS
        return begin if event or all(word.low in ADJECTIVES for word in self.words[begin:stop]) else stop

    def _topical(self, core: Core, preposition: str, begin: int, stop: int) -> bool:
        """Whether a preposition's object says what the post is about, not where it is held."""
        named, article = self.words[begin:stop], self.words[begin - 1].low == "the"
        if article and len(named) > 2 and named[0].low in REALMS and named[1].low == "of":
            # "Secretary of Environment of the State of Bahia"
            return False
        if preposition == "for" and not _MINISTERIAL & set(core.key):
            # "goodwill ambassador for UNICEF", "spokesperson for the Reef Agency"
            letters = len(named) == 1 and acronym(named[0]) and named[0].low not in FIELD_LETTERS
            kinds = [at for at, word in enumerate(named) if word.low in CERTAIN]
            kind = bool(kinds) and (kinds[0] == len(named) - 1 or named[kinds[0] + 1].low == "of")
            if letters or (article and kind and len(named) > 1):
                return False
        if preposition == "for" and self.words[begin - 1].low == "for" and named[-1].low in REALMS and len(named) > 1:
            # "Commissioner of Health for Kano State"
            return False
        if preposition in {"for", "on", "to", "in"} or self._field(core, named, article=article):
            return True
        if _MINISTERIAL & set(core.key) and not self._body_of_minister(core, named):
            return True
        # "Head of Office", "Chief of Mission": at no office of that name.
        return len(named) == 1 and named[0].low in _UNNAMED and not article

    def after_letters(self, end: int) -> int:
        """The index behind the letters of the post, where it goes on: "Chief Executive Officer (CEO) of"; or `end`."""
        inside = self.words[end : end + 4]
        told = len(inside) == 4 and inside[0].text == "(" and acronym(inside[1]) and inside[2].text == ")"
        return end + 3 if told and inside[3].low in {"of", "at"} else end

    def _owned(self, stop: int) -> int:
        """The index behind a unit of the firm that ends before `stop`: "Samhan's Robot Division"; or `stop`."""
        words = self.words
        office = stop < len(words) and words[stop].text in _SMALL_UNITS and touching(words, stop)
        if office and capital(words[stop - 1]):
            # "head of Gyeongju office Tak Bo-mi"
            return stop + 1
        if stop + 1 >= len(words) or words[stop].low != "'s" or not part(words, stop + 1):
            return stop
        end = phrase_end(words, stop + 1, self.walls)
        # "Minister at the Prime Minister's Office"
        enough = end > stop + 2 or is_head(words[stop - 1])
        country = words[stop - 1].low in COUNTRIES and any(word.low in CERTAIN for word in words[stop + 1 : end])
        school = words[stop + 1].low in _SCHOOLS and words[stop - 1].low == "university"
        return end if country or school or (enough and words[end - 1].low in _INNER) else stop

    def _bracketed_field(self, core: Core, end: int) -> int:
        """The index behind a field in brackets right behind the head, or 0: "Director (Corporate Communications)"."""
        words = self.words
        headed = core.capital and core.head in _BRACKETED
        if end + 2 >= len(words) or words[end].text != "(" or not headed:
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
        if core.head == "rapporteur" and end < len(words) and words[end].low in {"for", "on"}:
            # "rapporteur for the ports file"
            return next((at + 1 for at in range(end + 1, min(end + 7, len(words))) if words[at].low in _FILES), 0)
        if end >= len(words) or words[end].low != "of":
            return 0
        if unit := small_unit(words, end + 1):
            return unit
        for index in range(end + 1, min(end + 6, len(words) - (core.head not in _TEACHERS))):
            if index > end + 1 and index in self.walls:
                # "head of content Tak Bo-mi"
                return index if core.head in _PLANNERS else 0
            if index > end + 1 and core.head in _TEACHERS and words[index].text in _CLOSING:
                # "Tak Bo-mi, professor of chemistry, said"
                return index
            if index > end + 1 and words[index].low in {"of", "at"}:
                begin = index + 1 + (words[index + 1].low == "the")
                return index if begin < len(words) and part(words, begin) and core.head in _PLANNERS else 0
            if not words[index].text.islower() or words[index].low in _BREAKS:
                return 0
        return 0

    def _body_of_minister(self, core: Core, named: Sequence[Word]) -> bool:
        """Whether "of X" behind a minister is a body or a country and no field: "Minister of the Treasury"."""
        if "prime" in core.key:
            return True
        if named[0].low in PORTFOLIOS:
            return named[-1].low in _BODY_KINDS
        # "Minister of Agrarian Development", but "Chief Secretary of Himachal"
        unknown = "minister" not in core.key or "chief" in core.key
        return unknown or place(named[0]) or any(word.low in _BODY_KINDS or acronym(word) for word in named)

    def _field(self, core: Core, named: Sequence[Word], *, article: bool) -> bool:
        """Whether "of X" is what the post is about, not where it is held: "Director of Salt Research"."""
        if "secretary" in core.key or {"chief", "executive"} <= set(core.key) or not _HELD_AT.isdisjoint(core.key):
            return False
        if len(named) == 1 and named[0].low in TRADES and not article:
            # "Dean of Engineering"
            return core.head in _OF_FIELDS
        if article and named[0].low in {"state", "national", "federal"} and "general" in core.key:
            # "Director General of the State Forests"
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
        if at in self.walls:
            # "Team Leader On Na-ri": a family name, no preposition
            return 0
        low, begin = words[at].low, at + 1
        if low == "in" and words[begin].low == "charge" and begin + 2 < len(words) and words[begin + 1].low == "of":
            begin += 2
        elif (
            low in {"to", "in"} and words[at - 1].low not in _MISSIONARY and not _ACCREDITED & set(core.key)
        ) or low not in {
            "of",
            "for",
            "at",
            "to",
            "in",
            "on",
        }:
            return 0
        articles = {"the", "its", "their", "a", "an"} if low == "for" and core.capital else {"the", "its", "their"}
        if words[begin].low in articles and begin + 1 < len(words):
            # "Executive Vice-President for a Fair Transition"
            begin += 1
        if words[begin].low.endswith("-based") and begin + 1 < len(words) and (
            capital(words[begin + 1]) or words[begin + 1].low in _KINDS
        ):
            # "CEO of Norway-based Nordlys"
            begin += 1
        if words[begin].low in _KINDS and begin + 1 < len(words) and capital(words[begin + 1]):
            # "CTO of startup ReefOn"
            begin += 1
        if words[begin].low in OWNING and begin + 2 < len(words) and words[begin + 1].low == "'s":
            # "director of the province's Salt Bureau"
            begin += 2
        allowed = part(words, begin) and not self._korean(begin) and not is_date_word(words[begin])
        # "Secretary to the President", "Minister of Justice", but not "head of Director Kim".
        post = is_head(words[begin]) and words[begin].low not in PORTFOLIOS and low != "to"
        return begin if allowed and not post else 0

    def _korean(self, index: int) -> bool:
        """Whether a Korean name begins at a wall; what only the model calls a person may be a firm behind "CEO of"."""
        return index in self.walls and shape_at(self.words, index) is not None


def is_date_word(word: Word) -> bool:
    """Whether a capitalised word belongs to a date or a clock time, not to a body."""
    return word.low in FUNCTION_WORDS and not acronym(word)
