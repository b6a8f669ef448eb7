"""The body that a person or a post belongs to, where the text states it beside them: "Director, Energy Bureau"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pressparse import lexicons
from pressparse.linking.sheets import Sheet
from pressparse.mentions import Name, Post
from pressparse.organizations import body, part, phrase_begin
from pressparse.vocabulary import ADJECTIVES, CERTAIN, COUNTRIES, HONORIFICS, LANDMARKS, NOUNS, UNITS, names_body, place
from pressparse.words import acronym, touching

_RUNS = frozenset(lexicons.load("names")["affiliation"]["runs"])
_LIST = 120
"""Words from a list's beginning within which a name belongs to the body at its head."""
_STOPS = frozenset(',.;()"')
_AT = {"at", "of", "with"}
# "a resident standing in front of the Namhae Office": somewhere, at no body.
_SIDES = frozenset("front outskirts edge side end middle heart foot top north south east west".split())


@dataclass(frozen=True, slots=True)
class Stated:
    """A body as the text states it, with the country behind it, if one stands there."""

    name: str
    country: str | None = None


class Surroundings:
    """Reads the body that stands around a post or a name on a sheet; `abbreviations` are those of the release."""

    def __init__(self, sheet: Sheet, abbreviations: Mapping[str, str]) -> None:
        self._sheet, self._words, self._abbreviations = sheet, sheet.words, abbreviations

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
            found = self._owner(own)
        return found

    def of_person(self, name: Name) -> Stated | None:
        """The body of somebody without a post: "Kim, a nurse at the Health Center", "Kim of Green Future said"."""
        end = self._sheet.ends.get(name.end)
        if end is None:
            return None
        return self._of(end) or self._bracketed(end) or self._occupied(end) or self._listed(end) or self._headed(name)

    def _headed(self, name: Name) -> Stated | None:
        """As in "Ministry of Ports: Tak Bo-mi, Wi Na-ra": the body that heads a list of names."""
        words, at = self._words, self._sheet.begins.get(name.start, 0)
        if at > _LIST:
            return None
        stop = self._sheet.phrase(0) if words and part(words, 0) else 0
        if not 1 < stop < at or words[stop].text != ":" or not names_body(words[:stop]):
            return None
        between = (i for i in range(stop + 1, at) if words[i].text != "," and words[i].low != "and")
        return Stated(self._sheet.text_of(0, stop)) if all(self._sheet.inside(i) for i in between) else None

    def kind_of_place(self, name: Name) -> str | None:
        """The kind of body, named before, that a description points back to: ", a nurse at the clinic"."""
        words, end = self._words, self._sheet.ends.get(name.end)
        if end is None or end + 3 >= len(words) or words[end].text != ",":
            return None
        for index in range(end + 1, min(end + 8, len(words) - 2)):
            if words[index].text in _STOPS:
                return None
            if words[index].low in _AT and words[index + 1].low in {"the", "this"}:
                kind = words[index + 3 if words[index + 2].low == "same" and index + 3 < len(words) else index + 2]
                return kind.low if kind.low in NOUNS and kind.text.islower() else None
        return None

    def _listed(self, end: int) -> Stated | None:
        """As in "Prof. Wi Na-ryeong, Sogang University": the body behind a name in a list."""
        end = self._after_brackets(end)
        found = self._apposed(end) if end < len(self._words) and self._words[end].text == "," else None
        return found if found and any(word in CERTAIN | UNITS for word in found.name.lower().split()) else None

    def _bracketed(self, end: int) -> Stated | None:
        """As in "Dr. Oda Mao (RIKEN)", "Oda Mao from the University of Kyoto"."""
        words = self._words
        if end + 2 >= len(words) or (words[end].text != "(" and words[end].low != "from"):
            return None
        begin = self._sheet.the(end + 1)
        stop = self._sheet.phrase(begin)
        if stop == begin or not (any(w.low in NOUNS for w in words[begin:stop]) or acronym(words[begin])):
            return None
        closed = words[end].text != "(" or (stop < len(words) and words[stop].text == ")")
        return Stated(self._sheet.text_of(begin, stop)) if closed else None

    def _of_name(self, name: Name) -> Stated | None:
        end = self._sheet.ends.get(name.end)
        return self._of(end) if end is not None else None

    def _of(self, end: int) -> Stated | None:
        """As in "CEO Joris Maes of Scheldt Shipping": the body behind "of" or "at"."""
        words = self._words
        end = self._after_brackets(end)
        if end + 2 < len(words) and words[end].text == "," and words[end + 1].low in {"of", "at"}:
            end += 1
        if end + 1 >= len(words) or words[end].low not in {"of", "at"} or not touching(words, end):
            return None
        begin = self._sheet.the(end + 1)
        stop = self._sheet.phrase(begin)
        named = any(word.low not in ADJECTIVES for word in words[begin:stop])
        if named and words[end].low == "at" and words[stop - 1].low in LANDMARKS - CERTAIN:
            # "Tak Bo-mi at Hado Village": where somebody stands.
            return None
        return self._named(begin, stop) if named else None

    def _named(self, begin: int, stop: int) -> Stated:
        """Words [begin, stop) as a body, or as the country that they are."""
        found = self._sheet.text_of(begin, stop)
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
        if stop == begin or not self._closes(stop):
            return None
        run = words[begin:stop]
        if (run[-1].low in COUNTRIES and len(run) == 1) or self._sheet.text_of(begin, stop).lower() in COUNTRIES:
            return Stated("", self._sheet.text_of(begin, stop))
        # "Chief Scientist, Green Seas;": what ends a list's item is the body, whatever its words.
        ends = words[index].text == "," and (stop >= len(words) or words[stop].text in {")", ";", "."})
        if not body(run) and not ends:
            return None
        country = None
        if stop + 1 < len(words) and words[stop].text == ",":
            after = self._sheet.the(stop + 1)
            behind = self._sheet.phrase(after)
            if behind > after and self._sheet.text_of(after, behind).lower() in COUNTRIES:
                country = self._sheet.text_of(after, behind)
        return Stated(self._sheet.text_of(begin, stop), country)

    def _closes(self, stop: int) -> bool:
        """Whether an apposition ends here, so that it is no sentence of its own."""
        return (
            stop >= len(self._words)
            or self._words[stop].text in {",", ")", ";", ".", "]", "/", "(", "|"}
            or self._words[stop].low in {"and", "who"}
        )

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
        if index > 0 and words[index].text == "(":
            return self._ending(index)
        if index > 1 and words[index].low == "whose" and words[index - 1].text == ",":
            return self._ending(index - 1)
        return self._owner(begin)

    def _unit_in_front(self, begin: int) -> Stated | None:
        """As in "Harbor Law Division, Director TAK", "Salt Team: Team Leader Pyo"."""
        words, index = self._words, begin - 1
        apart = index > 0 and words[index].text in {",", ":"} and words[index - 1].low in UNITS
        return self._ending(index) if apart else None

    def _owner(self, begin: int) -> Stated | None:
        """As in "Acme's CEO", "Peru's State Minister"."""
        return self._ending(begin - 1) if begin > 1 and self._words[begin - 1].low in {"'s", "'"} else None

    def _ending(self, end: int) -> Stated | None:
        begin = phrase_begin(self._words, end)
        if begin == end or begin in self._sheet.walls:
            return None
        found = self._sheet.text_of(begin, end)
        return Stated("", found) if found.lower() in COUNTRIES else Stated(found)

    def _occupied(self, end: int) -> Stated | None:
        """As in ", a nurse at the Boryeong Health Center", ", a baker who runs Haedam Bakery"."""
        words = self._words
        if end + 2 >= len(words) or words[end].text != "," or words[end + 1].low not in {"a", "an", "the", "who"}:
            return None
        for index in range(end + 2, min(end + 16, len(words) - 1)):
            if index > end + 2 and words[index].text in ',.;()"':
                return None
            if words[index].low in _AT | _RUNS and words[index - 1].low not in _SIDES:
                begin = self._sheet.the(index + 1)
                stop = self._sheet.phrase(begin)
                if stop > begin and words[stop - 1].low in LANDMARKS:
                    # "a lifeguard at Haedam Beach": where somebody works, at no body.
                    continue
                if (stop > begin and not place(words[begin])) or (
                    stop > begin and body(words[begin:stop]) and stop - begin > 1
                ):
                    return Stated(self._sheet.text_of(begin, stop))
        return None
