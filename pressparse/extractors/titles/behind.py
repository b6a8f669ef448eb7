"""What stands behind a post's core: its field and the body where it is held, led by prepositions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse import lexicons
from pressparse.extractors.titles.cores import Core
from pressparse.extractors.titles.edges import REALMS, before_name, before_rank, field_end
from pressparse.extractors.titles.fields import EDITORS, MINISTERIAL, bracketed_field, plain_field, topical
from pressparse.extractors.titles.heads import is_head
from pressparse.extractors.titles.small import communal
from pressparse.organizations import part, phrase_end
from pressparse.romanization import shape_at
from pressparse.vocabulary import (
    ADJECTIVES,
    CERTAIN,
    COUNTRIES,
    FUNCTION_WORDS,
    OWNING,
    PORTFOLIOS,
    UNDERTAKINGS,
    UNITS,
    names_body,
)
from pressparse.words import Word, acronym, capital, touching

_ACCREDITED = frozenset(lexicons.load("offices")["grammar"]["accredited"])
# "Deputy Mayor for Political Affairs II"
_NUMERALS = {"I", "II", "III", "1", "2", "3"}
_OF_TOWNS = {"mayor", "governor", "prefect", "bupati"}
_SCHOOLS = {"college", "school", "faculty", "institute", "department"}
_MISSIONARY = {"mission", "delegation", "embassy", "consulate", "representation"}
_CHARGE = ["(", "independent", "charge", ")"]
_KINDS = frozenset(
    "startup group charity association union firm company manufacturer venture developer maker operator brand "
    "nonprofit".split()
)
_SMALL_UNITS = {"office", "branch", "station", "center", "centre", "headquarters", "campus", "factory", "plant"}
_FIELDS = PORTFOLIOS - REALMS
_INNER = UNITS | _SMALL_UNITS


class Behind:
    """Reads what stands behind the cores of one passage's posts; `walls` are indices where a person's name begins."""

    def __init__(self, words: Sequence[Word], walls: Collection[int]) -> None:
        self.words, self.walls = words, walls

    def read(self, core: Core, end: int) -> tuple[tuple[int, int], tuple[int, int], int]:
        """The body and the field that prepositions add behind the core, and where the phrase ends."""
        words = self.words
        found_body, topic = (end, end), (end, end)
        if closed := bracketed_field(self.words, self.walls, core, end):
            topic, end = (end + 1, closed), closed
        for _ in range(3):
            end = self._behind_charge(core, end)
            begin = self._object(core, end)
            if not begin:
                plain = topic[0] == topic[1] and found_body[0] == found_body[1]
                field = plain_field(words, self.walls, core, end) if plain else 0
                if not field:
                    break
                topic, end = (end + 1, field), field
                continue
            preposition = words[end].low
            stop = self._object_end(core, preposition, begin)
            if stop == begin:
                break
            bare, stop = stop, self._owned(stop)
            begin = self._behind_country(begin, bare, stop)
            if preposition == "at" and topic[0] == topic[1] and self._within(core, found_body, begin, stop):
                topic, found_body = found_body, (begin, stop)
            elif preposition in {"to", "in"} and found_body[1] == end and words[end - 1].low in _MISSIONARY:
                # "Head of the Korean Mission to ASEAN"
                found_body = (found_body[0], stop)
            elif stop == bare and topical(self.words, core, preposition, begin, stop):
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

    def _within(self, core: Core, found: tuple[int, int], begin: int, stop: int) -> bool:
        """Whether the body that was found is part of the one behind "at", or no body but the subject of a chair.

        "head of the Battery Center at the Foundation": the unit belongs to the role; "Chair of Botany at the College".
        """
        named = self.words[slice(*found)]
        if not named:
            return False
        if core.head in {"chair", "professor"} and len(named) < 4 and not names_body(named):
            return names_body(self.words[begin:stop])
        school = any(word.low in _SCHOOLS for word in named) and self.words[stop - 1].low in {"university", "academy"}
        return named[-1].low in UNITS or school

    def _behind_charge(self, core: Core, end: int) -> int:
        """The index behind a bracket inside a post: "Minister of State (Independent Charge) for Ports"; or `end`."""
        behind = end + len(_CHARGE)
        told = [word.low for word in self.words[end:behind]] == _CHARGE and self._object(core, behind)
        return behind if told else end

    def _object_end(self, core: Core, preposition: str, begin: int) -> int:
        """The index behind a preposition's object that begins at `begin`; `begin` where there is none."""
        topic = preposition in {"for", "on"} or bool(MINISTERIAL & set(core.key))
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
        if preposition == "of" and EDITORS & set(core.key):
            stop = self._journal_end(begin, stop)
        # "the President at the Reef Summit"
        event = stop > begin and preposition == "at" and self.words[stop - 1].low in UNDERTAKINGS
        return begin if event or all(word.low in ADJECTIVES for word in self.words[begin:stop]) else stop

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
        if kind := communal(words, stop):
            # "head of the Hado fishing village cooperative"
            return kind
        if stop + 1 >= len(words) or words[stop].low != "'s" or not part(words, stop + 1):
            return stop
        end = phrase_end(words, stop + 1, self.walls)
        # "Minister at the Prime Minister's Office"
        enough = end > stop + 2 or is_head(words[stop - 1])
        kind = any(word.low in CERTAIN for word in words[stop + 1 : end])
        # "founder of Brazil's Lagoa Bio", "at Korea's Salt Administration"
        country = words[stop - 1].low in COUNTRIES and (kind or end > stop + 2)
        school = words[stop + 1].low in _SCHOOLS and words[stop - 1].low == "university"
        return end if country or school or (enough and words[end - 1].low in _INNER) else stop

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
        if (
            words[begin].low.endswith("-based")
            and begin + 1 < len(words)
            and (capital(words[begin + 1]) or words[begin + 1].low in _KINDS)
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
