"""The words of `lexicons/speech.toml`, in the shapes that the rules ask for."""

from __future__ import annotations

import re

from pressparse.lexicons import alternatives, load

_TABLE = load("speech")
_VOWELS = "aeiou"


def _inflected(lemma: str) -> list[str]:
    if lemma.endswith("e"):
        return [lemma, lemma + "d", lemma + "s", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [lemma, lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"]
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
    return [lemma, lemma + "ed", lemma + ending, lemma + "ing"]


def _forms(lemmas: str) -> frozenset[str]:
    """All forms of the given verbs, the irregular ones from the lexicon."""
    listed = {lemma: [lemma, *_TABLE["forms"].get(lemma, "").split()] for lemma in lemmas.split()}
    return frozenset(form for lemma, forms in listed.items() for form in [*forms, *_inflected(lemma)])


VERBS = _forms(_TABLE["verbs"])
ATTITUDES = _forms(_TABLE["attitudes"])
STAFF = frozenset(_TABLE["unnamed"]["staff"])
DOCUMENTS = frozenset(_TABLE["unnamed"]["documents"])
UTTERED = frozenset(_TABLE["unnamed"]["uttered"])
SIGNS = frozenset(_TABLE["unnamed"]["signs"])
COMPANIES = frozenset(_TABLE["unnamed"]["companies"])
RULING = frozenset(_TABLE["unnamed"]["ruling"])
LOCAL_ENDINGS: dict[str, str] = _TABLE["unnamed"]["local_endings"]
RULING_WORDS: dict[str, str] = _TABLE["unnamed"]["ruling_words"]
NO_TOWN = frozenset(_TABLE["unnamed"]["no_town"].split())
PUBLIC = frozenset(_TABLE["unnamed"]["public"])
BODIES = frozenset(_TABLE["unnamed"]["bodies"])
HUMANS = frozenset(_TABLE["unnamed"]["humans"].split())
HUMAN_ENDINGS = tuple(_TABLE["unnamed"]["human_endings"].split())
MINDS, VIEWS = _forms(_TABLE["minds"]), _forms(_TABLE["views"])
UNDERTAKINGS = frozenset(noun for nouns in load("initiatives")["heads"].values() for noun in nouns) - BODIES
_NOT_SPEECH = _TABLE["not_speech"]
_BEFORE = rf"(?:{alternatives(_NOT_SPEECH['before'])})(?: (?:{alternatives(_NOT_SPEECH['between'])})){{0,3}}"
_BEFORE_COLON = rf"(?:{alternatives(_NOT_SPEECH['before_colon'])}) ?:"
_BEFORE_COMMA = rf"(?:{alternatives(_NOT_SPEECH['before_comma'])}),"
_WORKS = alternatives(_NOT_SPEECH["works"])
_MADE = alternatives(_forms(_NOT_SPEECH["made"]))
_TITLED = rf"(?:{_MADE}) (?:a|an|the|his|her|their|its) (?:\w{{3,12}} )?(?:{_WORKS}),"
# The paper, “…,” appeared: at the head of a sentence
_HEADED = rf"(?:(?<=^)|(?<=[.;] ))(?:the|this|his|her|their|its) (?:\w{{3,12}} ){{0,2}}(?:{_WORKS}),"
NAMED_BEFORE = re.compile(
    rf"\b(?:{_BEFORE}|{_BEFORE_COLON}|{_BEFORE_COMMA}|{_TITLED}|{_HEADED})[ (]{{0,2}}$", re.IGNORECASE
)
THING_BEFORE = re.compile(rf"\b(?:{alternatives(_NOT_SPEECH['things'])})[ (]{{0,2}}$", re.IGNORECASE)
NAMED_AFTER = re.compile(rf" (?:{alternatives(_NOT_SPEECH['heads'])})\b", re.IGNORECASE)
_PHRASES = ("before", "before_colon", "before_comma", "works", "things")
_TAIL = 20
_LETTERS = re.compile(r"[^\W\d_]+")
# The last words of the phrases that NAMED_BEFORE and THING_BEFORE look for, each with the words that stand before it
# there ("" where it is a phrase by itself), and what may stand behind them.
_CALLING: dict[str, set[str]] = {}
for _phrase in (words for key in _PHRASES for words in _NOT_SPEECH[key]):
    *_before, _last = ["", *_LETTERS.findall(_phrase)]
    _CALLING.setdefault(_last, set()).add(_before[-1])
_BEHIND_CALLING = frozenset(word for words in _NOT_SPEECH["between"] for word in _LETTERS.findall(words))


def closes_naming(before: str) -> bool:
    """Whether NAMED_BEFORE or THING_BEFORE may match at the end of a stretch: quick, and never wrong with a no."""
    nearest = _LETTERS.findall(before[-_TAIL:].casefold())
    if len(nearest) > 1 and nearest[-1] not in _CALLING and nearest[-1] not in _BEHIND_CALLING:
        return False  # most often, and the last word is whole there
    words = _LETTERS.findall(before.casefold())
    for at in range(len(words) - 1, -1, -1):
        calling = _CALLING.get(words[at])
        if calling and ("" in calling or (at and words[at - 1] in calling)):
            return True
        if words[at] not in _BEHIND_CALLING:
            return False
    return False


NAMING = _forms(_NOT_SPEECH["naming"])
UNDERTAKING = _forms(_NOT_SPEECH["undertaking"])
NOMINAL = re.compile(r"\w{2,20}(?:tions?|ments?|ings?|it(?:y|ies)|ances?|ences?|isms?)", re.IGNORECASE)
EQUATING = frozenset(_NOT_SPEECH["equating"].split())
FIGURE = re.compile(rf"(?:{alternatives(_NOT_SPEECH['figures'].split())}) ", re.IGNORECASE)
