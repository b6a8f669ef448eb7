"""The body that stands before a post: "Acme (CEO Kim)", "Acme's CEO", "Salt Team: Team Leader Pyo"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pressparse.linking.sheets import Sheet
from pressparse.organizations import phrase_begin
from pressparse.vocabulary import CERTAIN, COUNTRIES, NOUNS, OWNING, UNITS
from pressparse.words import acronym, capital

_LIST = 24
"""Words before a post at most in which the bracket opens that holds a list of posts."""


# Posts of those who are met where they work.
_INNER = {"principal", "director", "head", "chief", "curator", "manager", "warden", "rector", "coach", "vice-principal"}
_LED = {"led", "headed", "chaired", "represented", "run", "founded", "directed"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A body as the text states it, with the country behind it, if one stands there."""

    name: str
    country: str | None = None


class Before:
    """Reads what stands before a post on a sheet; `abbreviations` are those of the release."""

    def __init__(self, sheet: Sheet, abbreviations: Mapping[str, str]) -> None:
        self._sheet, self._words, self._abbreviations = sheet, sheet.words, abbreviations

    def _around(self, begin: int) -> Stated | None:
        """As in "Acme (CEO Kim)", "Acme (ABC, President: Kim)", "Acme, whose CEO Kim", "Acme's CEO Kim"."""
        words = self._words
        index = begin - 1
        if index > 2 and words[index].text == ")" and words[index - 2].text == "(" and acronym(words[index - 1]):
            # "Korea Internet & Security Agency (KISA) President Lee"
            return self._ending(index - 2)
        if (
            index > 0
            and words[index].text in {",", ";"}
            and acronym(words[index - 1])
            and words[index - 2 if index > 1 else 0].text == "("
        ):
            if full := self._abbreviations.get(words[index - 1].text):
                # "Vietnam Maritime and Rail Administration (VMRA, Director Tran": known by its letters.
                return Stated(full)
            index -= 2
        if index > 1 and words[index].text == "," and words[begin].low in _INNER:
            first = phrase_begin(words, index)
            at = first - 1 - (first > 1 and words[first - 1].low == "the")
            opens = at >= 0 and words[at].text == "At" and (at == 0 or not capital(words[at - 1]))
            if opens and first < index and any(word.low in NOUNS for word in words[first:index]):
                # "At Bada High School, Principal Tak"
                return self._ending(index)
        if index > 0 and words[index].text in {",", ";"}:
            index = self._bracket_of_list(index)
        if index > 0 and words[index].text == "(":
            return self._ending(index)
        if (led := self._led(index)) is not None:
            return self._ending(led)
        if index > 1 and words[index].low == "whose" and words[index - 1].text == ",":
            return self._ending(index - 1)
        return self._owner(begin)

    def _led(self, index: int) -> int | None:
        """Behind a body whose head is named behind "by" at `index`: "the Salt Agency (SA), led by Director Tak"."""
        words = self._words
        index -= index > 0 and words[index].low in {"its", "the"}
        if index < 3 or words[index].low != "by" or words[index - 1].low not in _LED or words[index - 2].text != ",":
            return None
        bracket = index > 6 and words[index - 3].text == ")" and words[index - 5].text == "("
        return index - (5 if bracket else 2)

    def _bracket_of_list(self, index: int) -> int:
        """Where the bracket opens whose list of posts goes on at the comma: "Salt Team (Director Tak, Manager Pyo)"."""
        words = self._words
        for at in range(index - 1, max(index - _LIST, 0), -1):
            if words[at].text == "(":
                return at
            number = words[index].text == ";" and words[at].text != ")"
            if not (at in self._sheet.posts or self._sheet.inside(at) or words[at].text == "," or number):
                break
        return index

    def _unit_in_front(self, begin: int) -> Stated | None:
        """As in "Harbor Law Division, Director TAK", "Salt Team: Team Leader Pyo"."""
        words, index = self._words, begin - 1
        if index > 0 and words[index].low in UNITS and self._sheet.unit and begin not in self._sheet.walls:
            # "Salt Division, Harbor Bureau" and "Director: Tak" on the line below
            return Stated(self._sheet.unit)
        apart = index > 0 and words[index].text in {",", ":"} and words[index - 1].low in UNITS
        return self._ending(index) if apart else None

    def _owner(self, begin: int) -> Stated | None:
        """As in "Acme's CEO", "Peru's State Minister"."""
        return self._ending(begin - 1) if begin > 1 and self._words[begin - 1].low in {"'s", "'"} else None

    def _joined_as(self, begin: int) -> Stated | None:
        """As in "Tak Bo-mi joins the Salt Institute as Fellow"."""
        words = self._words
        at = begin - (2 if begin > 1 and words[begin - 1].low in {"a", "an", "its", "the"} else 1)
        if at < 2 or words[at].low != "as":
            return None
        first = phrase_begin(words, at) - 1
        verb = words[max(first - (words[first].low == "the"), 0)].low
        return self._ending(at) if verb in {"joins", "joined", "join", "joining"} else None

    def _opening(self, end: int) -> int:
        """Where the body's name that ends before `end` begins, behind the names and posts of others."""
        begin = phrase_begin(self._words, end)
        taken = (at + 1 for at in range(end - 1, begin - 1, -1) if self._sheet.inside(at) or at in self._sheet.posts)
        begin = next(taken, begin)
        return begin + 1 if begin < end and self._words[begin].low in {"and", "&", ","} else begin

    def _ending(self, end: int) -> Stated | None:
        begin = self._opening(end)
        if begin == end or begin in self._sheet.walls:
            return None
        if begin + 1 == end and self._words[begin].low in OWNING:
            # "the Ministry's Director General": of which, the release implies.
            return None
        if begin > 2 and self._words[begin - 1].low == "in":
            # "the Embassy of Norway in Seoul (Ambassador"
            first = phrase_begin(self._words, begin - 1)
            if any(word.low in CERTAIN for word in self._words[first : begin - 1]):
                return Stated(self._sheet.text_of(first, begin - 1))
        found = self._sheet.text_of(begin, end)
        if begin > 1 and self._words[begin - 1].low == "'s" and (owner := self._words[begin - 2]).low in COUNTRIES:
            # "Norway's Reef Centre (Director"
            return Stated(found, owner.text)
        return Stated("", found) if found.lower() in COUNTRIES else Stated(found)
