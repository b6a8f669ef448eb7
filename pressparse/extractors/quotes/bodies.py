"""Bodies that speak: the name that "the Ministry", "it", "the KDCA" or "an official of the city" stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from pressparse.abbreviations import introduced
from pressparse.extractors.quotes.lexicon import BODIES, COMPANIES, LOCAL_ENDINGS, NO_TOWN, PUBLIC, RULING, RULING_WORDS
from pressparse.extractors.quotes.naming import can_speak, name_end, person_end
from pressparse.organizations import body, phrase_end
from pressparse.outline.passages import Passage
from pressparse.words import Word, capital, words_in, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ARTICLES = {"the", "a", "an", "its", "their", "his", "her", "this", "that", "one", "some"}
# A county office official, the city hall
_HOUSES = (["office"], ["hall"], ["government"])
_MOST_BODIES = 40
_LONGEST_ISSUER = 100
_LONGEST_NAME = 12
_MOST_LOOKS = 16
# The Seoul-based NGO Quiet Seas
_BASED = re.compile(r"^(?:[A-Z]\w{1,20}-based )?(?:(?:NGO|NPO|CSO) (?=[A-Z]))?")
# The model takes "Kelp Dough CEO Noh Dal-seop" for one name.
_POST = re.compile(r" (?:CEO|CTO|CFO|COO|President|Chairman|Chairwoman|Director|Chief|Vice)\b[^\n]{0,200}$")
# Kelp Dough Co., Ltd.
_LEGAL = re.compile(
    r"\b(?P<name>[A-Z][\w&'-]{1,20}(?: [A-Z][\w&'-]{1,20}){0,3}),? "
    r"(?:Co\.,? ?Ltd\.?|Inc\.?|Corp\.|Ltd\.?|LLC|PLC|GmbH)(?!\w)"
)
_MARK = re.compile(r"[\"“”„:;!?]")
_TOWN = re.compile(r"[A-Z][a-z]{2,14}")
# Songnim-gun, Samcheon Metropolitan City, Seorim County
_LOCAL = re.compile(
    r"\b(?P<town>[A-Z][a-z]{2,14})(?:-(?P<ending>[a-z]{2,5})|"
    r"(?: (?:Special|Metropolitan|Self-Governing|Autonomous)){0,3} (?P<noun>[A-Z][a-z]{3,11}))\b"
)

_Place = tuple[int, int, str]
"""A body that is named: its passage's index, its start there, and its name."""


class Bodies:
    """The bodies that a release names, found when the first one is asked for."""

    def __init__(self, passages: list[Passage], docs: Sequence[Doc], issuer: str | None) -> None:
        self._passages = passages
        self._docs = docs
        self._read: dict[int, list[_Place]] = {}
        self._kinds: dict[str, list[_Place]] = {}
        self._looks = 0
        # A first line that is a sentence is no body's name.
        self._issuer = issuer if issuer and len(issuer) <= _LONGEST_ISSUER and not _MARK.search(issuer) else None

    @cached_property
    def _short(self) -> dict[str, str]:
        return introduced(self._passages)

    @cached_property
    def _places(self) -> list[_Place]:
        """Every body named, in order."""
        return [place for passage in self._passages for place in self._within(passage.index)]

    def _within(self, index: int) -> list[_Place]:
        """The bodies that a passage names, in order: read once, and only where they are asked for."""
        if index not in self._read:
            self._read[index] = list(_named_in(self._passages[index]))
        return self._read[index]

    def _of_kind(self, noun: str) -> list[_Place]:
        """The bodies of more than one word, of which one says what kind of body it is; `noun` is of the lexicon."""
        if noun not in self._kinds:
            passages = (passage for passage in self._passages if noun in passage.text.lower())
            places = (place for passage in passages for place in self._within(passage.index))
            self._kinds[noun] = [place for place in places if " " in place[2] and noun in place[2].lower().split()]
        return self._kinds[noun]

    @cached_property
    def _governments(self) -> dict[str, Counter[str]]:
        """How often each local government is named, by its kind: the county is Songnim-gun, the city Haeryong City."""
        found: dict[str, Counter[str]] = {}
        for passage in self._passages:
            for match in _LOCAL.finditer(passage.text):
                noun = LOCAL_ENDINGS.get(match["ending"] or "") or (match["noun"] or "").lower()
                if noun in RULING and match["town"].lower() not in NO_TOWN:
                    found.setdefault(noun, Counter())[match[0]] += 1
        return found

    def _ruler(self, town: str) -> str | None:
        """Who rules a place that speaks: Samcheon stands for Samcheon Metropolitan City."""
        if self._looks >= _MOST_LOOKS:
            return self._rulers.get(town)
        for _, _, name in self._beside(f"{town} "):
            first, *others = name.split()
            if first == town and others and others[-1].lower() in RULING:
                return name
        if not _TOWN.fullmatch(town):
            return None
        governments = (name for names in self._governments.values() for name in names)
        return next((name for name in governments if re.split("[- ]", name)[0] == town), None)

    def _beside(self, words: str) -> Iterator[_Place]:
        """The bodies of the passages that hold some words: few ask in most releases, and each reads few passages."""
        self._looks += 1
        return (place for p in self._passages if words in p.text for place in self._within(p.index))

    @cached_property
    def _rulers(self) -> dict[str, str]:
        """Who rules each place that a government or a body is named after."""
        found: dict[str, str] = {}
        for _, _, name in self._places:
            first, *others = name.split()
            if others and others[-1].lower() in RULING:
                found.setdefault(first, name)
        for names in self._governments.values():
            for name in names:
                found.setdefault(re.split("[- ]", name)[0], name)
        return found

    @cached_property
    def _names(self) -> set[str]:
        return {name for _, _, name in self._places}

    def _longer(self, name: str) -> Collection[str]:
        """The names that end in a shorter one: the Health Center is the Songnim-gun Health Center."""
        if self._looks >= _MOST_LOOKS:
            return self._by_end.get(name, ())
        end = f" {name}"
        names = {named for _, _, named in self._beside(end)}
        return [full for full in names if full.endswith(end) and full.count(" ", 0, -len(name)) <= _LONGEST_NAME]

    @cached_property
    def _by_end(self) -> dict[str, set[str]]:
        """The names of bodies by each of their ends."""
        found: dict[str, set[str]] = {}
        for name in self._names:
            for at in islice((match.end() for match in re.finditer(" ", name)), _LONGEST_NAME):
                found.setdefault(name[at:], set()).add(name)
        return found

    def _companies(self, index: int) -> list[_Place]:
        """The bodies of a passage that may be companies, and what the model takes for one: no word need tell that."""
        known = [(index, ent.start_char, ent.text) for ent in self._docs[index].ents if ent.label_ == "ORG"]
        private = (place for place in [*known, *self._within(index)] if PUBLIC.isdisjoint(place[2].lower().split()))
        return sorted((at, start, _POST.sub("", name)) for at, start, name in private)

    def full(self, name: str) -> str:
        """The fullest name of a body: an abbreviation written out where the release does that."""
        name = self._short.get(name, name).removeprefix("The ").removeprefix("the ")
        longer = self._longer(name) if " " in name else ()
        return next(iter(longer)) if len(longer) == 1 else name

    def labelled(self, name: str) -> str | None:
        """The body that a label names from end to end: KMA."""
        return self.full(name) if name in self._short or (" " in name and name in self._names) else None

    def read(self, passage: Passage, start: int, end: int) -> str | None:
        """The body or other speaker that the words from `start` to `end` name; None where they name nobody."""
        words = words_in(passage.text[start : end + 80])
        reach = end - start
        begin = next(
            (i for i, word in enumerate(words) if word.start < reach and capital(word) and word.low not in _ARTICLES),
            None,
        )
        if begin is not None:
            stop = name_end(words, begin, reach)
            while stop < len(words) and words[stop].end <= reach and words[stop].text.islower():
                stop += 1  # Lamp makers, Samcheon residents
            name = passage.text[start + words[begin].start : start + words[stop - 1].end]
            if bare := self.bare(name.lower(), passage.index, start):
                return self.full(bare)
            named = words[begin : person_end(words, begin, stop)]
            name = _BASED.sub("", passage.text[start + named[0].start : start + named[-1].end])
            if " " not in name and name not in self._short and (ruler := self._ruler(name)):
                return ruler
            return self.full(name) if name in self._short or can_speak(named) else None
        common = [word for word in words if word.end <= reach]
        while common and common[0].low in _ARTICLES:
            common = common[1:]
        if not common:
            return None
        behind = next((i for i, word in enumerate(words) if word.start >= reach), len(words))
        if (
            common[-1].low in BODIES
            and (stop := phrase_end(words, behind)) > behind
            and words[behind].start == reach + 1
        ):
            # the civic group Quiet Quays Now
            return self.full(passage.text[start + words[behind].start : start + words[stop - 1].end])
        return self.bare(passage.text[start + common[0].start : start + common[-1].end], passage.index, start)

    def bare(self, name: str, passage: int, before: int) -> str | None:
        """The named body that a body word alone ("the Ministry", "the association") stands for."""
        words = [RULING_WORDS.get(word, word) for word in name.lower().split()]
        if words[1:] in _HOUSES and words[0] in RULING:
            words = words[:1]
        if len(words) != 1 or words[0] not in BODIES | COMPANIES:
            return None
        noun = words[0]
        if self._issuer and noun in self._issuer.lower().split():
            return self._issuer
        if noun in RULING and (local := self._governments.get(noun)):
            return local.most_common(1)[0][0]
        known = self._of_kind(noun)
        if known:
            return known[max(0, bisect_left(known, (passage, before)) - 1)][2]
        return self.latest(passage, before, companies=True) if noun in COMPANIES else None

    def latest(self, passage: int, before: int, *, companies: bool = False) -> str | None:
        """The body that "it" stands for: the first one named in the nearest passage that names any."""
        read = self._companies if companies else self._within
        places = [place for index in (passage - 1, passage) if index >= 0 for place in read(index)]
        last = bisect_left(places, (passage, before)) - 1
        if last < 0:
            return None
        at, start, name = places[max(bisect_left(places, (places[last][0], 0)), last - _MOST_BODIES)]
        if companies:
            return self._incorporated.get(name) or self.full(self.bare(name, at, start) or name)
        return self.full(self.bare(name, at, start) or name)

    @cached_property
    def _incorporated(self) -> dict[str, str]:
        """The names of companies with their legal form, by what stands before it."""
        texts = (passage.text for passage in self._passages)
        found = [match for text in texts for match in _LEGAL.finditer(text)]
        return {short: match[0] for match in found for short in (match["name"], match[0].rstrip("."))}


def _named_in(passage: Passage) -> Iterator[_Place]:
    words = words_of(passage.text)
    index = 0
    while index < len(words):
        if not capital(words[index]):
            index += 1
            continue
        end = _with_owned(words, index, phrase_end(words, index))
        if end > index and body(words[index:end]):
            name = passage.text[words[index].start : words[end - 1].end]
            yield passage.index, words[index].start, _BASED.sub("", name)
        index = max(end, index + 1)


def _with_owned(words: Sequence[Word], begin: int, end: int) -> int:
    """The end of a name that owners are part of: the Korea Anglers' Federation."""
    if end == begin or end >= len(words) or words[end].text != "'" or words[end].start != words[end - 1].end:
        return end
    stop = name_end(words, begin, words[end].start)
    return stop if words[stop - 1].low in BODIES else end
