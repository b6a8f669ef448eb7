"""The lexicon of initiatives (`lexicons/initiatives.toml`), in the shape that the rules look things up in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from pressparse.lexicons import alternatives, load
from pressparse.records import InitiativeKind

_DATA = load("initiatives")
_VOWELS = frozenset("aeiou")


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _verb_forms(verb: str) -> Iterable[str]:
    """The forms of a verb; its particle follows each (`carry out`, `carried out`)."""
    head, _, particle = verb.partition(" ")
    stem = head[:-1] if head.endswith("e") else head
    past, ing = stem + "ed", stem + "ing"
    if head.endswith("y") and head[-2] not in _VOWELS:
        past = head[:-1] + "ied"
    elif head in ("plan", "map", "wrap", "scrap", "set", "run", "begin", "win"):
        past, ing = head + head[-1] + "ed", head + head[-1] + "ing"
    for form in (head, _plural(head), past, ing):
        yield f"{form} {particle}".strip()


def phrases(name: str) -> list[str]:
    """The phrases of that name."""
    found: list[str] = _DATA["phrases"][name]
    return found


_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED = {code: chr(code) if chr(code).isalpha() else " " for code in range(128)}
"""What leaves of plain text its letters: quicker than the pattern for them."""
_PREPOSITIONS = frozenset(("under", "with"))


def letters_of(text: str) -> list[str]:
    """The runs of letters in a text, in order."""
    return text.translate(_SPACED).split() if text.isascii() else _LETTERS.findall(text)


def telling(phrases: Iterable[str]) -> frozenset[str]:
    """A word of each phrase, the longest that is no preposition: where none of them stands in a text, no phrase does.

    They are runs of letters, as `letters_of` tells them.
    """
    return frozenset(max(letters_of(p), key=lambda word: (word not in _PREPOSITIONS, len(word))) for p in phrases)


def any_of(name: str) -> str:
    """A pattern's group of alternatives: the phrases of that name, the longest first."""
    return f"(?:{alternatives(phrases(name))})"


KINDS: tuple[InitiativeKind, ...] = get_args(InitiativeKind)
ALWAYS_PLURAL = frozenset(_DATA["strength"]["always_plural"])

HEADS: dict[tuple[str, ...], InitiativeKind] = {}
PLURALS: set[str] = set()
for _kind in KINDS:
    for _noun in _DATA["heads"].get(_kind, []):
        HEADS.setdefault(tuple(_noun.split()), _kind)
        if _noun not in ALWAYS_PLURAL and " of " not in _noun:
            HEADS.setdefault(tuple(_plural(_noun).split()), _kind)
            PLURALS.add(_plural(_noun))
PLURALS -= ALWAYS_PLURAL
HEAD_WORDS = frozenset(words[-1] for words in HEADS) | frozenset(words[0] for words in HEADS if "of" in words)
HEAD_STARTS = frozenset(words[0] for words in HEADS)
SPELLINGS: dict[str, list[tuple[str, ...]]] = {}
"""The heads by their first word, the longest first."""
for _words in sorted(HEADS, key=len, reverse=True):
    SPELLINGS.setdefault(_words[0], []).append(_words)

WEAK = frozenset(_DATA["strength"]["weak"])
MARKED_ONLY = frozenset(_DATA["strength"]["marked_only"])
MEETS = frozenset(_DATA["strength"]["meets"])
THIN, UNNAMING, WEAK_OR_PLURAL = MARKED_ONLY | WEAK, MARKED_ONLY | PLURALS, WEAK | PLURALS
WIRED = frozenset(_DATA["strength"]["wired"])
WIRED_ANYWHERE = frozenset(_DATA["strength"]["wired_anywhere"])
HONOURS, TREATIES = frozenset(_DATA["strength"]["honours"]), frozenset(_DATA["strength"]["treaties"])
SYSTEMS = frozenset(_DATA["strength"]["systems"])
GENERIC = frozenset(_DATA["strength"]["generic"])

AROUND: dict[str, InitiativeKind] = {n: k for k in KINDS for n in _DATA["around"].get(k, [])}
AROUND |= {_plural(noun): kind for noun, kind in AROUND.items() if not noun.endswith("s")}
LEADING_KINDS: dict[str, InitiativeKind] = _DATA["leading_kinds"]

_PARTS = {name: frozenset(words) for name, words in _DATA["parts"].items()}
PARTS, MUSIC, TALKS, ORDINALS = _PARTS["numbered"], _PARTS["music"], _PARTS["talks"], _PARTS["ordinals"]
COUNTING = GENERIC | ORDINALS
ATTRIBUTIVE, MAKERS, FIELDS = _PARTS["attributive"], _PARTS["makers"], _PARTS["fields"]
BUILT, REPORTS = _PARTS["built"], _PARTS["reports"]

_GRAMMAR = {name: frozenset(words) for name, words in _DATA["grammar"].items()}
CONNECTORS, LEADING, CALENDAR = _GRAMMAR["connectors"], _GRAMMAR["leading"], _GRAMMAR["calendar"]
DETERMINERS, FAR_LINKS, OF_THE = _GRAMMAR["determiners"], _GRAMMAR["far_links"], _GRAMMAR["of_the"]
KEPT_OWNERS, FORERUNNERS, SAYERS = _GRAMMAR["kept_owners"], _GRAMMAR["forerunners"], _GRAMMAR["sayers"]
FOREIGN_LINKS, CONTRASTS, RECIPIENTS = _GRAMMAR["foreign_links"], _GRAMMAR["contrasts"], _GRAMMAR["recipients"]
APPOSITIVES, BARE_NOUNS, THIN_NOUNS = (_GRAMMAR[name] for name in ("appositives", "bare_nouns", "thin_nouns"))
GROUPS, GROUP_SIZES = _GRAMMAR["groups"], _GRAMMAR["group_sizes"]
ISSUERS, GOES_ON = _GRAMMAR["issuers"], _GRAMMAR["goes_on"]
BEFORE_VERBS, BEFORE_NOUNS = _GRAMMAR["auxiliary"], _GRAMMAR["before_nouns"]
SPELLED = _GRAMMAR["spelled_ordinals"]
TIMES, STEPS, ADJECTIVAL = _GRAMMAR["times"], _GRAMMAR["steps"], _GRAMMAR["adjectival"]
IRREGULAR_PASTS = _GRAMMAR["irregular_pasts"]

ADJECTIVES = frozenset(_DATA["phrases"]["adjectives"])

_NEGATIVE = {name: frozenset(words) for name, words in _DATA["negative"].items()}
THEMES, WORKS, THINGS = _NEGATIVE["themes"], _NEGATIVE["works"], _NEGATIVE["things"]
NO_UNDERTAKINGS = WORKS | THINGS
LABELS, BODIES, PARENTS = _NEGATIVE["labels"], _NEGATIVE["bodies"], _NEGATIVE["parents"]
OPENERS, BLOCKED = _NEGATIVE["openers"], _NEGATIVE["holidays"]
HEADS_OF_NO_BODY = HEAD_WORDS - BODIES

ACTIONS: dict[str, str] = {}
for _lemma, _verbs in _DATA["actions"].items():
    for _verb in _verbs:
        for _form in (*_verb_forms(_verb), *_DATA["irregular"].get(_verb, [])):
            ACTIONS.setdefault(_form, _lemma)
ACTION_STARTS = frozenset(form.partition(" ")[0] for form in ACTIONS)
NOUNS_RATHER = frozenset(_DATA["ambiguous"]["nouns"])
DEEDS: dict[str, str] = {noun: lemma for lemma, nouns in _DATA["deeds"].items() for noun in nouns}
CURRENCIES: dict[str, str] = {word: code for code, words in _DATA["amounts"].items() for word in words}
