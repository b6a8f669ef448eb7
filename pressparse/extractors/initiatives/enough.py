"""Whether capitalised words say enough to be the name of an undertaking, and are no body's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressparse.extractors.initiatives.around import Surroundings
from pressparse.extractors.initiatives.heads import Head, has_ordinal, is_honour, is_joined, is_numbered_law
from pressparse.extractors.initiatives.lexicon import (
    BODIES,
    CONNECTORS,
    FIELDS,
    FORERUNNERS,
    GENERIC,
    LEADING,
    MARKED_ONLY,
    MEETS,
    PARENTS,
    PLURALS,
    SAYERS,
    SYSTEMS,
    WEAK,
)
from pressparse.extractors.initiatives.words import Word

_INITIALS = re.compile(r" ?\(([A-Z]{3,8})[0-9]{0,4}\)")
_OCCASIONS = frozenset(("year", "decade", "month", "week", "day"))
_WORLDWIDE = frozenset(("international", "world", "un", "global", "european", "national"))
_NO_MORE = CONNECTORS | {"no"}
_EVENT_ACTS = ("hold", "host", "attend", "visit")


def belongs_to_body(sentence: Sequence[Word], at: int) -> bool:
    """Whether capitalised words go on behind the name to a body's or a post's noun: `Fund Planning Team`."""
    for word in sentence[at : at + 6]:
        if not word.is_name or word.is_sign:
            return False
        if word.lower in BODIES:
            return True
    return False


def is_field(sentence: Sequence[Word], first: int) -> bool:
    """Whether the words are what a ministry or post is for: `Ministry of Economic Affairs and Climate Policy`."""
    if first < 2 or sentence[first - 1].lower not in ("of", "for", "on"):
        return False
    return sentence[first - 2].lower in PARENTS and sentence[first - 2].is_name


def speaks(sentence: Sequence[Word], at: int) -> bool:
    """Whether the name says something: then it is a body (`the Korea Bankers' Forum said`)."""
    return at < len(sentence) and sentence[at].lower in SAYERS


def is_lettered(words: Sequence[Word], around: Surroundings) -> bool:
    """Whether a bracket with the words' initials follows: `3rd Senior Envoys' Meeting (SEM3)`."""
    match = _INITIALS.match(around.behind)
    letters = "".join(word.text[0] for word in words if word.text[0].isupper())
    return match is not None and letters == match[1]


def _is_occasion(head: Head, front: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the world keeps it (`International Year of Kelp`), or it is a named drill (`Exercise Coral Gate`)."""
    if head.noun in _OCCASIONS:
        return bool(front and front[-1] in _WORLDWIDE and behind)
    return head.noun == "exercise" and not front and len(behind) >= 2


def says_enough(words: Sequence[Word], head: Head, *, told: bool) -> bool:
    """Whether the name says more than its head: `the Basic Plan`, `National Policy` name nothing.

    `told` says that the language model, too, takes it for a law's or an event's name (`Kyoto Protocol`).
    """
    front = [w.lower for w in words[: head.first] if w.lower not in CONNECTORS and not w.is_sign]
    behind = [w.lower for w in words[head.last + 1 :] if w.lower not in _NO_MORE and not w.is_sign]
    telling = [w for w in front if w not in GENERIC and not w[0].isdigit()] + [w for w in behind if not w[0].isdigit()]
    numbered = has_ordinal(words) or any(w.is_year for w in words)
    if is_joined(words[head.first]) or is_honour(words, head):
        return numbered or bool(telling)
    numbering = head.last + 1 < len(words) and words[head.last + 1].lower == "no"
    if is_numbered_law(words, head) or (head.kind == "law" and numbering and (front or " " in head.noun)):
        return True  # Executive Order No. 45
    if _is_occasion(head, front, behind):
        return True
    if head.noun in MARKED_ONLY:
        meets = head.noun in MEETS and has_ordinal(words) and bool(telling)
        return meets or (numbered and len(front) >= 3 and bool(telling))
    if head.noun in PLURALS and not behind:
        return False
    if not telling:
        if front[:1] == ["national"] and len(front) > 1 and front[-1] in FIELDS:
            return True  # National Training Policy
        return numbered and head.noun in FORERUNNERS and not front  # Vision 2030
    if head.noun in ("system", "systems") and words[head.first - 1].lower not in SYSTEMS:
        return False
    leads = head.last + 1 < len(words) and words[head.last + 1].lower in LEADING
    if head.noun in WEAK:
        called = not front and head.noun in FORERUNNERS  # Operation Blue Sky
        return told or called or len(front) >= 2 or numbered or (leads and len(telling) >= 2)
    return True


def is_held(head: Head, around: Surroundings) -> bool:
    """Whether it is what is held or visited: `visited the Salt Fair`, but not `held a Salt Workshop`."""
    return head.kind == "event" and not around.is_indefinite and around.guess_action() in _EVENT_ACTS
