"""Whether marked words are a name, by what they are and what stands around them; and of what kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pressparse.extractors.initiatives.around import Surroundings
from pressparse.extractors.initiatives.heads import Head
from pressparse.extractors.initiatives.lexicon import (
    BUILT,
    CONNECTORS,
    GENERIC,
    LABELS,
    MUSIC,
    ORDINALS,
    PARTS,
    REPORTS,
    TALKS,
    THIN,
    UNNAMING,
    WEAK,
)
from pressparse.extractors.initiatives.words import Word
from pressparse.marks import Quoted
from pressparse.outline.passages import Passage
from pressparse.records import InitiativeKind

# We, is, will: words of a sentence and of no name; `Let's` and `Your` do stand in names.
SENTENCE = re.compile(
    r"\b(?:I|we|he|she|it|they|you|is|are|was|were|will|would|should|must|can|cannot|have|has|had|do|does|did|that|which|who|there)\b"
)
_RIGHT_ACTS: dict[str, InitiativeKind] = {
    "hold": "event", "host": "event", "attend": "event", "sign": "agreement", "enact": "law", "revise": "law",
    "submit": "law", "award": "award",
}  # fmt: skip
# ‘data dam’ project, ‘zero waste’ campaign: with these behind it, small letters may name too
_LOOSE = frozenset(
    ("project", "campaign", "contest", "challenge", "program", "festival", "initiative", "fund", "award", "forum")
)
# What is done to undertakings; things, too, are introduced and opened, so there the name must be longer.
_NAMING_ACTS = frozenset(
    ("launch", "hold", "host", "sign", "implement", "operate", "adopt", "enact", "resume", "postpone", "award")
)
_SHOWING_ACTS = frozenset(("announce", "introduce", "open", "expand", "complete", "attend"))
# Kinds whose head nouns are not overruled by a noun beside the name: ‘X Strategy’ project
_SOLID = frozenset(("plan", "strategy", "project", "fund", "law", "agreement", "award"))
# crews visit the islands every Friday
_RECURS = re.compile(
    r"\b(?:every|each) (?:week|month|year|day|[A-Z][a-z]+day|quarter|semester)\b|\b(?:weekly|monthly|yearly)\b"
)
# ‘Tent by the Pier’: a camp for families every Friday
_REPEATED = frozenset(("camp", "tour", "experience", "training", "workshop", "gathering"))
_LASTS = re.compile(
    r",? ?(?:(?:which|that|will|is to) ){0,2}"
    r"(takes? place|took place|runs? (?=from|until|through)|ran (?=from|until|for)|lasts?|lasted"
    r"|began (?=on)|ended (?=on))\b"
)
_VERSION = re.compile(r"\d\.\d")
_MEANS = re.compile(r"\b(?:through|via|under|by means of)(?: the| its)? $", re.IGNORECASE)


def is_built(words: Sequence[Word], around: Surroundings) -> bool:
    """Whether a place is what is to be made: `the plan to create the ‘Kelp Future City’`."""
    return words[-1].lower in BUILT and len(words) > 2 and around.guess_action() == "establish"


def is_label(words: list[Word], quoted: Quoted) -> bool:
    """<Photo>, 【Reference】, ≪ Outline of … ≫: marks that set off a heading."""
    first = words[0].lower.rstrip("s")
    return (
        quoted.open in "<≪《【〈＜["
        and (first in LABELS or words[0].lower in LABELS)
        and (len(words) < 3 or words[1].lower in ("of", "on", ":", "-", "–") or words[1].text[0].isdigit())
    )


def share_of_capitals(words: list[Word]) -> float:
    full = [word for word in words if word.lower not in CONNECTORS and not word.is_sign]
    return len([word for word in full if word.is_name]) / len(full) if full else 0.0


def is_part(words: list[Word]) -> bool:
    """Whether the words name a part of a whole: `Part 2: The Storm`, `Symphony No. 5, 2nd movement`."""
    numbered = len(words) > 1 and (words[1].text[0].isdigit() or words[1].lower in ORDINALS)
    if numbered and words[0].lower in PARTS and (len(words) == 2 or words[2].is_sign):
        return True
    if len(words) > 1 and words[-1].lower in PARTS and (words[-2].is_ordinal or words[-2].lower in ORDINALS):
        return True
    lower = [word.lower for word in words]
    return "no" in lower and any(word in MUSIC and "no" in lower[at + 1 : at + 4] for at, word in enumerate(lower))


def is_report(words: Sequence[Word]) -> bool:
    """Whether the words are the title of a publication: `Report on the Kelp Fund`, `Guidebook to the Pier Act`."""
    lower = [word.lower for word in words[:6]]
    return not REPORTS.isdisjoint(lower[:5]) and any(
        word in REPORTS and after in ("on", "of", "for", "to", "about") for word, after in pairwise(lower)
    )


def is_talk(words: Sequence[Word], head: Head) -> bool:
    """Whether the words are the title of a talk: `Current Status and Strategy of Kelp Farming`."""
    front = {word.lower for word in words[: head.first]}
    listed = words[head.first - 1].lower in ("and", "&", ",")
    return head.last + 1 < len(words) and listed and not front.isdisjoint(TALKS)


def overrules_speech(words: list[Word], around: Surroundings) -> bool:
    """Whether marked words that are taken for speech are a name: a noun introduces them, and each has a capital."""
    short = 1 < len(words) <= 10
    return short and around.names_before() and share_of_capitals(words) == 1 and around.guess_kind() is not None


Verdict = tuple[InitiativeKind, str, tuple[str, ...]]


def judge_headed(words: list[Word], head: Head, around: Surroundings, named: float) -> Verdict | None:
    modifiers = [
        w.lower for at, w in enumerate(words) if not head.first <= at <= head.last and w.lower not in CONNECTORS
    ]
    beside = around.guess_kind()
    if GENERIC.issuperset(modifiers):
        # ‘Walk On’ app; but no ‘Master Plan’
        return (beside[0], "marked name, noun beside", (beside[1],)) if beside and not modifiers else None
    if named < 0.5 and not _names_in_small_letters(words, head, around):
        return None
    if named < 0.8 and SENTENCE.search(" ".join([word.text for word in words])):
        return None
    if is_talk(words, head) or _opens_in_small_letters(words, head):
        return None
    if beside and (head.noun in THIN or head.kind not in _SOLID) and beside[0] != head.kind:
        return beside[0], "marked name, noun beside", (beside[1],)
    if head.kind == "campaign" and [word.lower for word in words[-3:-1]] == ["of", "the"]:
        return "award", "marked name, head", (head.noun,)  # ‘Diver of the Month’
    return head.kind, "marked name, head", (head.noun,)


def _opens_in_small_letters(words: list[Word], head: Head) -> bool:
    """Whether a common noun with a complement holds the head: `final evaluation of the Seaweed Expo`."""
    of = next((at for at, word in enumerate(words[: head.first]) if word.lower in ("of", "for", "on")), 0)
    return of > 0 and not any(word.is_name for word in words[:of]) and words[head.first].is_name


def _names_in_small_letters(words: list[Word], head: Head, around: Surroundings) -> bool:
    """‘comprehensive plan for island clinics’; ‘Measures to revive villages’ only where something is done about it."""
    inside = " ".join(word.text for word in words)
    if len(words) < 3 or head.noun in UNNAMING or around.is_indefinite or SENTENCE.search(inside):
        return False
    return head.noun not in WEAK or (head.first == 0 and around.guess_action() is not None)


def judge_headless(
    passage: Passage, words: list[Word], quoted: Quoted, around: Surroundings, named: float, in_body: bool
) -> Verdict | None:
    beside = around.guess_kind()
    if beside and (
        named >= 0.5 or (len(words) > 1 and beside[1] in _LOOSE and around.behind.startswith(" " + beside[1]))
    ):
        recurs = beside[1] in _REPEATED and _RECURS.search(around.behind)
        return "program" if recurs else beside[0], "marked name, noun beside", (beside[1],)
    if named < 0.6 or len(words) < 2 or around.is_indefinite:
        return None
    inside = passage.text[words[0].start : words[-1].end]
    if SENTENCE.search(inside) and named < 1:
        return None
    if match := _LASTS.match(around.behind):
        return "event", "marked name, action beside", (match[1],)  # ‘Palace by Lamplight’, which began on April 17
    lemma = around.guess_action()
    if lemma in _NAMING_ACTS or (lemma in _SHOWING_ACTS and len(words) > 2):
        return _RIGHT_ACTS.get(lemma, "project"), "marked name, action beside", (lemma,)
    if in_body and _VERSION.fullmatch(words[-1].text):
        return "project", "marked name, version", (words[-1].text,)  # ‘Salt Path 2.0’
    behind = passage.text[quoted.outer_end : quoted.outer_end + 120]
    if in_body and quoted.outer_start == 0 and behind.startswith(":"):
        # ∘ ‘Night Watch, Day Watch’: crews visit …
        return ("program" if _RECURS.search(behind) else "project"), "marked name, item", ()
    return ("project", "marked name, means", ()) if _MEANS.search(around.before) else None
