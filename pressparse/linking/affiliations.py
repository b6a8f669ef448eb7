"""The body that a person or a post belongs to, where the text states it beside them: "Director, Energy Bureau"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressparse import lexicons
from pressparse.linking.before import Before, Stated
from pressparse.linking.groups import body_of_group
from pressparse.mentions import Name, Post
from pressparse.organizations import body
from pressparse.vocabulary import (
    ADJECTIVES,
    CERTAIN,
    COUNTRIES,
    HONORIFICS,
    LANDMARKS,
    NOUNS,
    OWNING,
    PORTFOLIOS,
    UNDERTAKINGS,
    place,
)
from pressparse.words import Word, acronym, capital, touching

_OCCUPATIONS = frozenset(lexicons.load("names")["occupations"].split()) | {"attorney", "counselor"}
# "Senator Amy Cole (D-MN)", "rapporteur Ida Marsh (EPP, DE)": party and state.
_PARTY = re.compile(r"[A-Z]{1,3}-(?:[A-Z]\w{0,20}|\d{1,4})\)|[A-Z][\w&/]{0,12}, [A-Z]{2}\)")
_KINDS = frozenset(
    "group startup firm company nonprofit charity organisation organization brand association union".split()
)
_OF_FIRMS = frozenset("director ceo founder president chairman officer executive partner owner manager".split())
# What people did whose list ends in a body.
_VERBS = {"were", "was", "said", "attended", "participated", "also", "spoke", "joined", "took", "noted", "added"}
_BRACKET = 8
"""Words behind a body at most before its bracket closes."""
# Posts behind whose holders a bracket says where: "Professor Ida Marsh (Caltech)", "CEO Ida Marsh (Lumora)".
_SCHOLARS = {"professor", "researcher", "fellow", "scientist", "lecturer", "ceo", "cto", "cfo", "coo", "founder"}
# Written small behind a place, the name of a body's part there.
_SEATS = {"office", "branch", "station", "campus", "plant", "bureau", "headquarters", "chapter"}
_SIGHTS = LANDMARKS - CERTAIN


class Surroundings(Before):
    """Reads the body that stands around a post or a name on a sheet; `abbreviations` are those of the release."""

    def stated(self, post: Post, name: Name | None) -> Stated | None:
        """The body stated beside a post and its holder, outside the post's own phrase."""
        first = min(post.start, name.start) if name else post.start
        last = max(post.end, name.end) if name else post.end
        begin, end = self._sheet.begins.get(first), self._sheet.ends.get(last)
        if begin is None or end is None:
            return None
        if (
            name is not None
            and name.start < post.start
            and (found := self._of_name(name))
            and not self._is_country(found)
        ):
            return found
        if (
            name is not None
            and name.start < post.start
            and (inside := self._in_bracket(name, begin) or self._with(end))
        ):
            return inside
        found = (
            self._of(end)
            or self._around(begin)
            or self._apposed(end)
            or self._bracketed(end)
            or self._unit_in_front(begin)
        )
        if found is None and name is not None and name.start > post.end + 1:
            # "Secretary, Department of Commerce, Shri Barua"
            found = self._apposed(self._sheet.ends[post.end])
        if found is None and begin != (own := self._sheet.begins.get(post.start, begin)):
            # "Quiroz, Peru's State Minister"
            found = self._owner(own) or self._joined_as(own)
        if found is None and (post.keys[0][-1] in _SCHOLARS or post.keys[0][0] == "chief"):
            found = self._of_scholar(end)
        return found or self._of_group(begin)

    def _of_scholar(self, end: int) -> Stated | None:
        """As in "Professor Ida Marsh (Caltech)": a bracket behind a scholar's name holds where she works."""
        inside = self._words[end : end + 3]
        told = len(inside) == 3 and inside[0].text == "(" and inside[2].text == ")" and capital(inside[1])
        named = told and not (place(inside[1]) or inside[1].low in ADJECTIVES or inside[1].low in HONORIFICS)
        return Stated(inside[1].text) if named and len(inside[1].text) > 3 else None

    def _of_group(self, begin: int) -> Stated | None:
        """As in "staff of the Reef Bank including Director Ida Noor"."""
        found = body_of_group(self._sheet, begin)
        return Stated(self._abbreviations.get(found, found)) if found else None

    def behind(self, name: Name) -> Stated | None:
        """The body behind a name: "Tak Bo-mi of the Salt Institute"."""
        return self._of_name(name)

    def _bracketed(self, end: int) -> Stated | None:
        """As in "Dr. Oda Mao (RIKEN)", "Oda Mao from the University of Kyoto"."""
        words = self._words
        if end + 2 >= len(words) or (words[end].text != "(" and words[end].low != "from"):
            return None
        begin = self._sheet.the(end + 1)
        if words[begin].text.isdigit() and begin + 2 < len(words) and words[begin + 1].text == ",":
            # "(54, Bada Farm)"
            begin += 2
        if words[begin].low in _OCCUPATIONS and begin + 1 < len(words) and words[begin + 1].text == ",":
            # "Pyo Gi-ung (Teacher, Bada High School)"
            begin += 2
        stop = self._sheet.phrase(begin)
        run = words[begin:stop]
        whole = len(run) > 1 and not all(map(place, run)) and run[-1].low not in PORTFOLIOS
        if stop == begin or not (any(w.low in NOUNS for w in run) or acronym(words[begin]) or whole):
            return None
        if _PARTY.match(self._sheet.text, words[begin].start):
            return None
        closed = words[end].text != "(" or self._closing(stop)
        return self._named(begin, stop) if closed else None

    def _in_bracket(self, name: Name, begin: int) -> Stated | None:
        """As in "Tak Bo-mi (Salt Institute, Director)"."""
        end = self._sheet.ends.get(name.end, begin)
        opened = end + 2 < len(self._words) and self._words[end].text == "(" and end + 1 not in self._sheet.posts
        return self._bracketed(end) if opened else None

    def _with(self, end: int) -> Stated | None:
        """As in "Tak Bo-mi, manager with the Salt Trust"."""
        if end + 1 >= len(self._words) or self._words[end].low != "with" or not touching(self._words, end):
            return None
        begin = self._sheet.the(end + 1)
        stop = self._sheet.phrase(begin)
        return self._named(begin, stop) if any(word.low in NOUNS for word in self._words[begin:stop]) else None

    def _closing(self, stop: int) -> bool:
        """Whether a bracket closes at `stop`, or what else it says of the person: "(Salt Institute, Director)"."""
        rest = self._words[stop : stop + _BRACKET]
        told = next((at for at, word in enumerate(rest) if word.text in {")", ";", "("}), -1)
        return told == 0 or (told > 0 and rest[0].text == "," and rest[told].text == ")")

    def _of_name(self, name: Name) -> Stated | None:
        end = self._sheet.ends.get(name.end)
        return self._of(end) if end is not None else None

    def _of(self, end: int) -> Stated | None:
        """As in "CEO Joris Maes of Scheldt Shipping": the body behind "of" or "at"."""
        words = self._words
        end = self._after_brackets(end)
        if end + 2 < len(words) and words[end].text == ")" and words[end + 1].low == "of":
            # "Tak Bo-mi (Director) of the Salt Division"
            end += 1
        if end + 2 < len(words) and words[end].text == "," and words[end + 1].low in {"of", "at"}:
            end += 1
        within = end + 1 < len(words) and words[end].low == "in" and words[end - 1].low in _SCHOLARS
        if end + 1 >= len(words) or not (within or words[end].low in {"of", "at"}) or not touching(words, end):
            return None
        begin = self._sheet.the(end + 1)
        subject = within and not any(word.low in CERTAIN for word in words[begin : self._sheet.phrase(begin)])
        if begin == len(words) or subject:
            # "a professor in the Department of Physics", no "professor in Namhae"
            return None
        if begin + 2 < len(words) and words[begin].low in OWNING and words[begin + 1].low == "'s":
            # "of the institute's Wood Division"
            begin += 2
        if words[begin].text in _KINDS and begin + 1 < len(words) and capital(words[begin + 1]):
            # "of the group Friends of the Reef"
            begin += 1
        stop = self._sheet.phrase(begin)
        named = any(word.low not in ADJECTIVES for word in words[begin:stop])
        if named and words[end].low == "at" and words[stop - 1].low in _SIGHTS:
            # "Tak Bo-mi at Bando Village": where somebody stands.
            return None
        if named and stop < len(words) and words[stop].text in _SEATS and (stop == begin + 1 or place(words[stop - 1])):
            # "Tak Bo-mi of the Samdong-myeon office"
            return Stated(self._sheet.text_of(begin, stop + 1))
        certain = any(word.low in CERTAIN for word in words[begin:stop])
        if named and words[stop - 1].low in UNDERTAKINGS and not certain:
            # "the Minister, at the Reef Meeting"
            return None
        return self._named(begin, stop) if named else None

    def _named(self, begin: int, stop: int) -> Stated:
        """Words [begin, stop) as a body, or as the country that they are."""
        found = self._sheet.text_of(begin, stop)
        words = self._words
        if stop + 1 < len(words) and words[stop].low == "'s" and capital(words[stop + 1]):
            end = self._sheet.phrase(stop + 1)
            if any(word.low in CERTAIN for word in words[stop + 1 : end]):
                # "of Germany's Salt Institute", "from Bada University's Institute for Tides"
                if found.lower() in OWNING:
                    # "the Ministry's Reef Bureau"
                    return Stated(self._sheet.text_of(stop + 1, end))
                whole = found.lower() not in COUNTRIES
                return Stated(self._sheet.text_of(begin if whole else stop + 1, end), None if whole else found)
        return Stated("", found) if found.lower() in COUNTRIES else Stated(found)

    def _after_brackets(self, end: int) -> int:
        """Behind a bracket with a number in it: "Tak Bo-mi (044-215-1235) of the Salt Division"."""
        if end < len(self._words) and self._words[end].text == "(":
            inside = self._words[end + 1 : end + 16]
            for step, word in enumerate(inside):
                if word.text == ")":
                    skipped = any(w.text[0].isdigit() or w.low in HONORIFICS for w in inside[:step])
                    return end + step + 2 if skipped else end
        return end

    def _is_country(self, stated: Stated) -> bool:
        return not stated.name

    def _apposed(self, end: int) -> Stated | None:
        """As in "Director, Energy Bureau", "(CEO), Acme", "Secretary, MeitY", "Minister of Housing, Indonesia"."""
        words = self._words
        index = end
        if index < len(words) and words[index].text == ")":
            index += 1
        if index + 1 >= len(words) or words[index].text not in {",", "-", "–", "/"}:
            return None
        begin = self._sheet.the(index + 1)
        stop = self._sheet.phrase(begin)
        if stop == begin + 1 and (full := self._abbreviations.get(words[begin].text)):
            return Stated(full)  # "Dr. Tak, Director, KIST said"
        run = words[begin:stop]
        if stop == begin or not (self._closes(stop) or (begin == index + 1 and self._goes_on(stop, run))):
            return None
        if (run[-1].low in COUNTRIES and len(run) == 1) or self._sheet.text_of(begin, stop).lower() in COUNTRIES:
            return Stated("", self._sheet.text_of(begin, stop))
        # "Chief Scientist, Green Seas;": what ends a list's item is the body, whatever its words.
        ends = words[index].text == "," and (stop >= len(words) or words[stop].text in {")", ";", ".", "|"})
        of = next((at for at, word in enumerate(run) if word.low == "of"), len(run))
        # "Managing Director, Straits Bunker Works, whose staff": two unknown words and more are no place.
        firm = words[index].text == "," == words[min(stop, len(words) - 1)].text and len(run) > 1 and self._firm(index)
        if not (body(run[:of]) or (ends and of == len(run)) or (firm and not any(map(place, run)))):
            # "…, U Kyaw Zin of Myanmar": somebody else.
            return None
        country = None
        if stop + 1 < len(words) and words[stop].text == ",":
            after = self._sheet.the(stop + 1)
            behind = self._sheet.phrase(after)
            if behind > after and self._sheet.text_of(after, behind).lower() in COUNTRIES:
                country = self._sheet.text_of(after, behind)
        return Stated(self._sheet.text_of(begin, stop), country)

    def _goes_on(self, stop: int, run: Sequence[Word]) -> bool:
        """Whether a list of people ends here and its verb follows: "CEO, Coastal Rail Corporation were present"."""
        return self._words[stop].low in _VERBS and any(word.low in CERTAIN for word in run)

    def _firm(self, index: int) -> bool:
        """Whether the post before a comma is one of firms: "Managing Director", "CEO", "Founder"."""
        return self._words[index - 1].low in _OF_FIRMS and (index - 1) in self._sheet.posts

    def _closes(self, stop: int) -> bool:
        """Whether an apposition ends here, so that it is no sentence of its own."""
        return (
            stop >= len(self._words)
            or self._words[stop].text in {",", ")", ";", ".", "]", "/", "(", "|", ":"}
            or self._words[stop].low in {"and", "who"}
        )
