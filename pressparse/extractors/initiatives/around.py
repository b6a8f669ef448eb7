"""What stands around a name: the noun that says what it is, or the one that says it is no undertaking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressparse.extractors.initiatives.lexicon import (
    ACTIONS,
    AROUND,
    ATTRIBUTIVE,
    CONNECTORS,
    MAKERS,
    NO_UNDERTAKINGS,
    NOUNS_RATHER,
    THEMES,
    any_of,
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
_NOUN_BEFORE = re.compile(r"([A-Za-z]+)(?: of| for)?(?:,|:| -| –)? $")
_NOUN_AFTER = re.compile(r" ([a-z][a-z-]{1,15}) (?:([a-z][a-z-]{1,15}) )?([a-z-]{3,20})\b")
_SERIES = re.compile(r"\b((?:lecture|talk|course|training) series)(?:,|:)? $")
_TWO_BEHIND = re.compile(r" ([a-z-]{3,20}) ([a-z-]{3,20})\b")
_ADJACENT = re.compile(r" ([a-z-]{3,20})\b")
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
# whose app ‘X’, the company's new platform ‘X’
_PRODUCT = re.compile(
    rf"\b({'|'.join(sorted(MAKERS))}) (?:[a-z-]+ ){{0,3}}"
    r"(?:app|application|platform|service|website|site|system|chatbot|database),? $"
)
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


# exchange, support: nouns more often than verbs
_VERBS = ACTIONS.keys() - NOUNS_RATHER


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text before and behind a name (without its marks) and what they say of it."""

    before: str
    behind: str

    @property
    def is_no_name(self) -> str | None:
        """The word that makes it a theme, a slogan, a work's title or a thing; None where there is none."""
        named = _NAMED.search(self.before)
        if named and named[1] in AROUND:
            return None
        if named and (named[1] in THEMES or named[1] in NO_UNDERTAKINGS):
            return named[1]
        if _DEFINING.search(self.before) or _VISION.search(self.before):
            return "defined"
        if product := _PRODUCT.search(self.before):
            return product[1]
        match = _BEFORE.search(self.before)
        if match and not _TO.search(self.before, 0, match.start()):
            word = match[1].lower()
            if word in THEMES or (word in NO_UNDERTAKINGS and word not in AROUND):
                return word
        if match := _SAID_BEHIND.match(self.behind):
            said = next((word for word in match.groups() if word in THEMES), None)
            if said:
                return said
        return "defined" if _DEFINED.match(self.behind) else None

    @property
    def is_indefinite(self) -> bool:
        """Whether the name stands behind `a`, `an`, `so-called` or a number."""
        return bool(_INDEFINITE.search(self.before) or _COUNTED.search(self.before))

    def guess_kind(self) -> tuple[InitiativeKind, str] | None:
        """The kind that a noun beside the name gives it, and that noun: `‘Light Up X’ campaign`, `the portal “X”`."""
        if (match := _TWO_BEHIND.match(self.behind)) and match[1] in ATTRIBUTIVE and match[2] in AROUND:
            return AROUND[match[2]], match[2]  # ‘X’ experience program
        if match := _SERIES.search(self.before):
            return "program", match[1]
        found = (_ADJACENT.match(self.behind), _NAMED.search(self.before), _NOUN_BEFORE.search(self.before))
        for match in found:
            if match and (noun := match[1].lower()) in AROUND:
                return AROUND[noun], noun
        if match := _APPOSITION.match(self.behind):
            words = match[1].partition(" of ")[0].split()
            if named := [word for word in words if word in AROUND]:
                return AROUND[named[0]], named[0]
        if match := _NOUN_AFTER.match(self.behind):
            words = [word for word in match.groups() if word]  # ‘X’ job fair, ‘X’ exchange student project
            for at, word in enumerate(words[1:], start=1):
                if word in AROUND and not any(w in CONNECTORS or w in _VERBS for w in words[:at]):
                    return AROUND[word], word
        return None

    def names_before(self) -> bool:
        """Whether a noun of undertakings stands before the name and a comma: `a follow-up webinar, “X,”`."""
        match = _NOUN_BEFORE.search(self.before)
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
        return (ACTIONS.get(f"{match[1]}{match[2]}") or ACTIONS.get(match[1])) if match else None


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """What stands around `text[start:end]`, a name with its marks."""
    before = text[max(0, start - _REACH) : start].rstrip(_OPENING)
    return Surroundings(before, text[end : end + _REACH].lstrip("'\")”’"))
