"""What stands around a name: the noun that says what it is, or the one that says it is no undertaking."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from pressparse.extractors.initiatives.lexicon import (
    ACTIONS,
    ADJECTIVAL,
    AROUND,
    ATTRIBUTIVE,
    BEFORE_VERBS,
    CONNECTORS,
    GOES_ON,
    MAKERS,
    NO_UNDERTAKINGS,
    NOUNS_RATHER,
    THEMES,
    any_of,
    letters_of,
    phrases,
    telling,
)
from pressparse.records import InitiativeKind

_REACH = 60
_OPENING = "'\"([{<‹〈《≪「｢『【«“‘"

# the slogan of “…”, the theme is: “…”, under the motto “…”, the theme song “…”
_BEFORE = re.compile(rf"([A-Za-z-]+)(?: song)?(?:,? {any_of('saying_of')})?[ :,]{{0,2}}$")
_TO = re.compile(r"\b(?:to|will|would|and|jointly) $")  # to report ‘X’: a verb after all
# a campaign called, named as, dubbed, titled, (tentative name …
_NAMED = re.compile(
    rf"\b([a-z-]{{2,20}})\W{{1,3}}(?:(?:(?:which|that) )?(?:(?:is|was|are) )?(?:also )?{any_of('naming')}(?: as)?"
    rf"|{any_of('under_name')}|{any_of('tentative')}(?: (?:name|title|named|called|titled|entitled))?)"
    r"[: ]{0,2}(?:the )?$"
)
_NOUN_BEFORE = re.compile(r"([A-Za-z]+)(?: of| for)?(?:(?:,|:| -| –)(?: (?:the|its|our))?)? $")
# “X” (x.example.go.kr)
_SITE = re.compile(r" ?\((?:https?://)?[a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,30}){1,4}(?:/[^()\s]{0,60})?[),]")
_NOUN_AFTER = re.compile(r" ([a-z][a-z-]{1,15}) (?:([a-z][a-z-]{1,15}) )?([a-z-]{3,20})\b")
_SERIES = re.compile(r"\b((?:lecture|talk|course|training) series)(?:,|:)? $")
_TWO_BEHIND = re.compile(r" ([a-z-]{3,20}) ([a-z-]{3,20})\b")
_ADJACENT = re.compile(r" ([A-Za-z][a-z-]{2,19})\b(?! [A-Z])")
_ONLINE = re.compile(r" online (shop|store|mall|market|bookshop|gallery|museum|library|campus|school)\b")
# “X,” a platform on which …
_APPOSITION = re.compile(
    r"(?: ?\([^()]{2,30}\))?,? ?(?:is |was |will be |\(|- |– |: |(?:which|that) (?:is|are|was|were) )?"
    r"(?:(?:a|an|the|its|our|one of the) |(?=(?:major|main|key) ))((?:[\w-]+ ){0,4}[a-z-]{3,20})\b"
)
# ‘X’ is the catchphrase of the program
_SAID_BEHIND = re.compile(
    r",? (?:is|was|are|as|being|will be)(?: (?:the|a|an|this year's|its|our|\w+'s))?(?: ([a-z-]+))?(?: ([a-z-]+))?"
)
_DEFINED = re.compile(rf",? {any_of('defining')}\b")
_DEFINING = re.compile(rf"\b{any_of('defining')} (?:the )?$")
_PRODUCTS = ("app", "application", "platform", "service", "website", "site", "system", "chatbot", "database")
# whose app ‘X’, the company's new platform ‘X’
_PRODUCT = re.compile(rf"\b({'|'.join(sorted(MAKERS))}) (?:[a-z-]+ ){{0,3}}(?:{'|'.join(_PRODUCTS)}),? $")
# Venue: Forum Azul
_PLACE = re.compile(rf"(?:^|[^\w\s] ?)({any_of('place_labels')}) ?: ?(?:the )?$", re.IGNORECASE)
# “X,” a play by Ms Bae, “X,” a new picture book
_WORK = re.compile(rf",? an? (?:[a-z-]+ ){{0,2}}({any_of('works')})(?![\w'-])(?: ([a-z]+))?")
# Wando–Geoje Expo (88 km)
_LONG = re.compile(r"(?:: | \()\d[\d.,]{0,9} ?(?:km|kilomet(?:er|re)s|miles)\b")
# Title: 7th X Forum: what an outline of an event begins with
_TITLE = re.compile(
    r"\W{0,4}(?:(?:event|exhibition|program|project|contest|official) )?(?:title|name)\W{1,4}$", re.IGNORECASE
)
# the author of “X”: a book, a film or a song
_MADE = re.compile(rf"\b({any_of('makers_of_works')})(?: of|,| behind)(?: the)? $")
# the vision of ‘X’: a slogan, but for ‘Vision 2040’
_VISION = re.compile(r"\bunder (?:the|its|a) (?:new )?(?:vision|principle|policy|banner)(?: of)?[ :,]*$", re.IGNORECASE)
# one ‘Harbor Helper’ for every pier, each ‘Safety Mark’: things that are counted
_COUNTED = re.compile(rf"(?:\b{any_of('counting')}|\b\d{{1,4}}) $", re.IGNORECASE)
_INDEFINITE = re.compile(rf"\b{any_of('indefinite')} $", re.IGNORECASE)
# the Ministry launched the new ‘X’: an action directly before, with nothing but articles and adjectives between
_ACTING = re.compile(
    rf"\b([a-z-]+)((?: (?:with|in|at|up|out|for|on|off))?(?: ahead with)?)(?: {any_of('adjectives')}){{0,4}}[ :]*$"
)
_TAKING_PART = re.compile(rf"\b(?:take|takes|taking|took|taken) part in(?: {any_of('adjectives')}){{0,4}}[ :]*$")
_ACTED = re.compile(
    rf"[,)]{{0,2}} ?(?:, |\([^()]{{0,60}}\) )?(?:{any_of('auxiliaries')} ){{0,5}}([a-z-]+)\b((?: [a-z]+)?)"
)


_NAMING = telling((*phrases("naming"), *phrases("under_name"), *phrases("tentative")))
_DEFINERS, _MAKING, _THEMATIC = (
    telling(words) for words in (phrases("defining"), phrases("makers_of_works"), THEMES | NO_UNDERTAKINGS)
)
_FARTHEST_NOUN = 12
"""Characters at the most from the end of a noun to the name behind it."""


# exchange, support: nouns more often than verbs
_VERBS = ACTIONS.keys() - NOUNS_RATHER - ADJECTIVAL


@lru_cache(maxsize=16)
def _words(text: str) -> Set[str]:
    """The words of a text in small letters: what is dear to look for is looked for where one of its words stands."""
    return set(letters_of(text.lower()))


@dataclass(slots=True)
class Surroundings:
    """The text before and behind a name (without its marks) and what they say of it."""

    before: str
    behind: str

    @property
    def is_no_name(self) -> str | None:
        """The word that makes it a theme, a slogan, a work's title or a thing; None where there is none."""
        named = self._named()
        if named and named[1] in AROUND:
            return None
        if named and (named[1] in THEMES or named[1] in NO_UNDERTAKINGS):
            return named[1]
        if self._is_defined():
            return "defined"
        return self._owned() or self._themed() or self._said_behind()

    def _owned(self) -> str | None:
        """The word before it that tells a product, a place or a work."""
        words = _words(self.before)
        product = not words.isdisjoint(_PRODUCTS) and _PRODUCT.search(self.before)
        product = product or (":" in self.before and _PLACE.search(self.before))
        product = product or (not words.isdisjoint(_MAKING) and _MADE.search(self.before))
        return product[1] if product else None

    def _themed(self) -> str | None:
        """The word before it that tells a theme or a thing: `the slogan of “X”`."""
        if _words(self.before).isdisjoint(_THEMATIC) or _TITLE.match(self.before):
            return None
        match = _BEFORE.search(self.before)
        if match and not _TO.search(self.before, 0, match.start()):
            word = match[1].lower()
            if word in THEMES or (word in NO_UNDERTAKINGS and word not in AROUND):
                return word
        return None

    def _said_behind(self) -> str | None:
        """The word behind it that says it is no undertaking: `“X,” a play`, `‘X’ is the slogan`."""
        if _LONG.match(self.behind):
            return "km"
        if (match := _WORK.match(self.behind)) and match[2] not in AROUND:
            return match[1]
        if match := _SAID_BEHIND.match(self.behind):
            said = next((word for word in match.groups() if word in THEMES), None)
            if said:
                return said
        return "defined" if _DEFINED.match(self.behind) else None

    def _is_defined(self) -> bool:
        """Whether it is a term that is explained, or a slogan: `refers to “X”`, `under the vision of “X”`."""
        words = _words(self.before)
        if not words.isdisjoint(_DEFINERS) and _DEFINING.search(self.before):
            return True
        return "under" in words and _VISION.search(self.before) is not None

    def _named(self) -> re.Match[str] | None:
        """The words before the name that say it is one: `a campaign called “X”`."""
        return None if _words(self.before).isdisjoint(_NAMING) else _NAMED.search(self.before)

    @property
    def is_indefinite(self) -> bool:
        """Whether the name stands behind `a`, `an`, `so-called` or a number."""
        return bool(_INDEFINITE.search(self.before) or _COUNTED.search(self.before))

    def guess_kind(self) -> tuple[InitiativeKind, str] | None:
        """The kind that a noun beside the name gives it, and that noun: `‘Light Up X’ campaign`, `the portal “X”`."""
        return self._told_beside() or self._told_behind()

    def _told_beside(self) -> tuple[InitiativeKind, str] | None:
        """The kind that the word right beside the name gives it, or the address of a website behind it."""
        if (match := _TWO_BEHIND.match(self.behind)) and match[1] in ATTRIBUTIVE and match[2] in AROUND:
            return AROUND[match[2]], match[2]  # ‘X’ experience program
        if "series" in self.before and (match := _SERIES.search(self.before)):
            return "program", match[1]
        if _SITE.match(self.behind) or _ONLINE.match(self.behind):
            return "platform", "website"
        for find in (self._adjacent, self._named, self._noun_before):
            if (match := find()) and (noun := match[1].lower()) in AROUND:
                return AROUND[noun], noun
        return None

    def _adjacent(self) -> re.Match[str] | None:
        return _ADJACENT.match(self.behind)

    def _noun_before(self) -> re.Match[str] | None:
        # From the word on that may be the noun: the pattern would try the whole stretch from its beginning.
        begin = self.before.rfind(" ", 0, max(0, len(self.before) - _FARTHEST_NOUN)) + 1
        return _NOUN_BEFORE.search(self.before, begin) if self.before.endswith(" ") else None

    def _told_behind(self) -> tuple[InitiativeKind, str] | None:
        """The kind that an apposition gives the name, or a noun some words behind it."""
        if match := _APPOSITION.match(self.behind):
            words = match[1].partition(" of ")[0].split()
            if named := [word for word in words if word in AROUND]:
                return AROUND[named[0]], named[0]
        if match := _NOUN_AFTER.match(self.behind):
            words = [word for word in match.groups() if word]  # ‘X’ job fair, ‘X’ exchange student project
            if words[0] in BEFORE_VERBS or words[0] in GOES_ON:
                return None  # ‘X’ will show
            for at, word in enumerate(words[1:], start=1):
                if word in AROUND and not any(w in CONNECTORS or w in _VERBS for w in words[:at]):
                    return AROUND[word], word
        return None

    def names_before(self) -> bool:
        """Whether a noun of undertakings stands before the name and a comma: `a follow-up webinar, “X,”`."""
        match = self._noun_before()
        return bool(match and match[1].lower() in AROUND and match[0].endswith(", "))

    def guess_action(self) -> str | None:
        """The lemma of an action verb directly before or behind the name; None where none stands there."""
        if _TAKING_PART.search(self.before):
            return "attend"
        if match := _ACTING.search(self.before):
            # begins with ‘X’, launched at ‘X’: nothing is done about it
            plain = match[2].strip() not in ("with", "in", "at", "for")
            lemma = ACTIONS.get(f"{match[1]}{match[2]}") or (ACTIONS.get(match[1]) if plain else None)
            if lemma:
                return lemma
        match = _ACTED.match(self.behind)
        if match and match[1] in ("attend", "attends", "chair", "chairs", "join", "joins"):
            return None  # Mr Bae, author of “X”, will chair the jury
        return (ACTIONS.get(f"{match[1]}{match[2]}") or ACTIONS.get(match[1])) if match else None


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """What stands around `text[start:end]`, a name with its marks."""
    before = text[max(0, start - _REACH) : start].rstrip(_OPENING)
    return Surroundings(before, text[end : end + _REACH].lstrip("'\")”’"))
