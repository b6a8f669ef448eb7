"""The body of somebody without a post, where the text tells it: "Tak, a nurse at the Reef Clinic"."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.linking.affiliations import Surroundings
from pressparse.linking.before import Stated
from pressparse.linking.delegates import delegated
from pressparse.mentions import Name
from pressparse.organizations import body, part
from pressparse.vocabulary import CERTAIN, HONORIFICS, LANDMARKS, NOUNS, UNDERTAKINGS, UNITS, names_body, place
from pressparse.words import acronym, touching, words_in

_RUNS = frozenset(lexicons.load("names")["affiliation"]["runs"])
_WORKS = _RUNS | frozenset(
    "works worked working serves served serving studies studied studying teaches taught trains trained leads led heads "
    "headed chairs joined keeps kept farms grows raises breeds interned researches is was has".split()
)
_LIST = 120
"""Words from a list's beginning within which a name belongs to the body at its head."""
_NAMES = 30
"""Words of a list of names on either side of one of them that are looked at."""
_TEAMS = {"group", "team", "lab", "laboratory"}
# "Mokpo Fire Station": a body, though stations are places.
_MANNED = {"fire", "police", "power", "research", "broadcasting", "experiment", "health"}
_FIRMS = {"company", "firm", "startup", "business", "shop", "farm", "brewery", "bakery", "studio", "laboratory", "lab"}
# What a firm's people call it by.
PREMISES = frozenset("company firm startup manufacturer yard shipyard plant factory mill shipbuilder".split())
_PEOPLE = frozenset(
    "student teacher researcher employee worker nurse official graduate intern doctor scientist engineer".split()
)
_SCHOOLS = {"department", "school", "college", "faculty", "institute", "laboratory", "lab"}
_STOPS = frozenset(',.;()"')
_AT = {"at", "of", "with"}
_LINKS = _AT | _RUNS
_SERVED = {"works", "worked", "work", "volunteers"}
_BEFORE_NAMES = HONORIFICS | {"."}
_CERTAIN = CERTAIN | UNITS
# "a resident standing in front of the Namhae Office": somewhere, at no body.
_SIDES = frozenset("front outskirts edge side end middle heart foot top north south east west".split())


class Descriptions(Surroundings):
    """Reads the body that is told of a name on a sheet."""

    def of_person(self, name: Name) -> Stated | None:
        """The body of somebody without a post: "Kim, a nurse at the Health Center", "Kim of Green Future said"."""
        end = self._sheet.ends.get(name.end)
        if end is None:
            return None
        return (
            self._of(end)
            or self._of_group_led(end)
            or self._bracketed(end)
            or self._slashed(end)
            or self._occupied(end)
            or self._listed(end)
            or self._headed(name)
            or self._owned(name)
            or self._heading(self._sheet.begins[name.start])
            or self._student(self._sheet.begins[name.start])
            or delegated(self._sheet, self._sheet.begins[name.start], end)
            or self._in_list(end)
            or self._whose(end)
            or self._unit_in_front(self._sheet.begins[name.start])
            or self._of_group(self._sheet.begins[name.start])
        )

    def _slashed(self, end: int) -> Stated | None:
        """As in "Photographs: Ida Marsh / MOCE": the body behind a slash."""
        words = self._words
        if end + 1 >= len(words) or words[end].text != "/":
            return None
        begin = self._sheet.the(end + 1)
        stop = self._sheet.phrase(begin)
        told = stop > begin and self._closes(stop) and body(words[begin:stop]) and not place(words[begin])
        return self._named(begin, stop) if told else None

    def _owned(self, name: Name) -> Stated | None:
        """As in "Haneul Bank's Tak Bo-mi": the body whose somebody is."""
        begin = self._sheet.begins[name.start]
        while begin > 1 and self._words[begin - 1].low in _BEFORE_NAMES:
            # "Haneul Bank's Dr. Tak"
            begin -= 1
        found = self._owner(begin)
        return found if found and found.name and body(self._words[max(begin - 4, 0) : begin - 1]) else None

    def _heading(self, begin: int) -> Stated | None:
        """As in "The Salt Workers' Union, led by Tak Bo-mi,": the body that somebody heads."""
        led = self._led(begin - 1) if begin > 3 else None
        return self._ending(led) if led is not None else None

    def _student(self, begin: int) -> Stated | None:
        """As in "Haneul Middle School student Tak Bo-mi": the body before an occupation before the name."""
        told = begin > 1 and touching(self._words, begin) and self._words[begin - 1].text in _PEOPLE
        first = self._opening(begin - 1) if told else begin
        named = first < begin - 1 and any(word.low in CERTAIN for word in self._words[first : begin - 1])
        return self._ending(begin - 1) if named else None

    def _in_list(self, end: int) -> Stated | None:
        """As in "Students Tak Bo-mi and Pyo Gi-ung of Bada School": the body behind a list that a plural opens."""
        words, sheet = self._words, self._sheet
        first = last = end - 1
        while first > max(end - _NAMES, 0) and (sheet.inside(first) or words[first].low in {",", "and"}):
            first -= 1
        if not words[first].low.endswith("s") or first in sheet.posts or not touching(words, first + 1):
            return None
        while last < min(end + _NAMES, len(words)) and (sheet.inside(last) or words[last].low in {",", "and"}):
            last += 1
        return self._of(last) if last > end else None

    def _whose(self, end: int) -> Stated | None:
        """As in "Tak Bo-mi, whose company Haedam Kelp won the prize"."""
        words = self._words
        led = end + 3 < len(words) and words[end].text == "," and words[end + 1].low == "whose"
        if not led or words[end + 2].low not in _FIRMS:
            return None
        stop = self._sheet.phrase(end + 3)
        return Stated(self._sheet.text_of(end + 3, stop)) if stop > end + 3 else None

    def _of_group_led(self, end: int) -> Stated | None:
        """As in "Emily Hart's group at the University of Leeds"."""
        words = self._words
        led = end + 2 < len(words) and words[end].low in {"'s", "'"} and words[end + 1].low in _TEAMS
        return self._of(end + 2) if led else None

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
        for index in range(end + 1, min(end + 12, len(words) - 2)):
            if words[index].text in _STOPS:
                return None
            within = words[index].low == "in" and words[index + 2].low in _SCHOOLS
            if (within or words[index].low in _AT) and words[index + 1].low in {"the", "this"}:
                kind = words[index + 3 if words[index + 2].low == "same" and index + 3 < len(words) else index + 2]
                return kind.low if kind.low in NOUNS | PREMISES and kind.text.islower() else None
        return None

    def _listed(self, end: int) -> Stated | None:
        """As in "Prof. Wi Na-ryeong, Sogang University": the body behind a name in a list."""
        end = self._after_brackets(end)
        found = self._apposed(end) if end < len(self._words) and self._words[end].text == "," else None
        if found is None:
            return None
        # "Tak Bo-mi, KSI;"
        letters = len(found.name) > 2 and " " not in found.name and acronym(words_in(found.name)[0])
        return found if letters or any(word in _CERTAIN for word in found.name.lower().split()) else None

    def _role_at(self, begin: int) -> bool:
        """Whether a role in small letters stands here with "at" behind it: ", principal investigator at the Center"."""
        for index in range(begin, min(begin + 4, len(self._words))):
            word = self._words[index]
            if word.low in {"at", "with"}:
                return index > begin
            if (
                not word.text.islower()
                or word.low.endswith(("ed", "ing", "said"))
                or word.low in {"who", "which", "and"}
            ):
                return False
        return False

    def _abbreviated(self, index: int) -> bool:
        """Whether a stop ends no sentence: those of "a Ph.D. student"."""
        words, after = self._words, index + 1
        inside = words[index].text == "." and after < len(words)
        return inside and (words[after].start == words[index].end or words[after].text.islower())

    def _occupied(self, end: int) -> Stated | None:
        """As in ", a nurse at the Boryeong Health Center", ", a baker who runs Haedam Bakery"."""
        words = self._words
        apposed = end < len(words) and (words[end].text == "," or words[end].low in {"is", "was"})
        if end + 2 >= len(words) or not apposed:
            return None
        plain = words[end].text == "," and self._role_at(end + 1)
        if not plain and words[end + 1].low not in {"a", "an", "the", "who"}:
            return None
        if words[end + 1].low == "who" and not any(word.low in _WORKS for word in words[end + 2 : end + 6]):
            # ", who presided over a meeting at the Tide Center": where he was, and not where he belongs.
            return None
        for index in range(end + 2 - plain, min(end + 16, len(words) - 1)):
            if index > end + 2 and words[index].text in _STOPS and not self._abbreviated(index):
                return None
            served = words[index].low == "for" and words[index - 1].low in _SERVED
            if (served or words[index].low in _LINKS) and words[index - 1].low not in _SIDES:
                begin = self._sheet.the(index + 1)
                stop = self._sheet.phrase(begin)
                manned = stop > begin + 1 and words[stop - 2].low in _MANNED
                event = stop > begin and words[stop - 1].low in UNDERTAKINGS
                if event and not any(word.low in CERTAIN for word in words[begin:stop]):
                    # "who has carved ice at the Haedam Snow Festival"
                    continue
                if stop > begin and words[stop - 1].low in LANDMARKS and not manned:
                    # "a lifeguard at Haedam Beach": where somebody works, at no body.
                    continue
                if (stop > begin and not place(words[begin])) or (
                    stop > begin and body(words[begin:stop]) and stop - begin > 1
                ):
                    return self._named(begin, stop)
        return None
