"""Terms: what stands in marks without being anybody's words, though somebody speaks in the same sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressparse.extractors.quotes.candidates import Candidate
from pressparse.extractors.quotes.cues import Cue
from pressparse.extractors.quotes.governors import top_of
from pressparse.extractors.quotes.lexicon import (
    EQUATING,
    FIGURE,
    MINDS,
    NAMED_AFTER,
    NAMED_BEFORE,
    NAMING,
    NOMINAL,
    SIGNS,
    THING_BEFORE,
    UNDERTAKING,
    UNDERTAKINGS,
    VERBS,
    closes_naming,
)
from pressparse.extractors.quotes.roll import Speaker
from pressparse.extractors.quotes.stand_ins import Frame, Slot
from pressparse.extractors.quotes.subjects import is_verb
from pressparse.outline.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST_FRAGMENT = 3
_LOOK_BACK = 80
_HIGHEST = 12
# closed with the words “…”, and not: a plaque with the words “…”
_WORDED = re.compile(r"(?:ed|ied|gan|ke|ft|ld|ht) (?:[\w ]{1,20} )?with (?:the|these|those) words[ ,:]{0,2}$")
# the port that raised me: somebody speaks of himself, or of another one, inside the phrase
_VOICED = ("PRP", "PRP$")


def is_named(passage: Passage, candidate: Candidate) -> bool:
    """Whether the words around the marks say that what stands in them is a name, a term or a motto."""
    quoted, text = candidate.quoted, passage.text
    before = text[max(0, quoted.outer_start - _LOOK_BACK) : quoted.outer_start]
    if closes_naming(before) and (
        (NAMED_BEFORE.search(before) and not _WORDED.search(before))
        or (candidate.text[0].isupper() and THING_BEFORE.search(before))
    ):
        return True
    if candidate.form == "clause" or quoted.end_passage != quoted.passage:
        return False
    return NAMED_AFTER.match(text, quoted.outer_end) is not None


def may_speak(candidate: Candidate, *, scare: bool = False) -> bool:
    """Whether a candidate may turn out to be a quotation, whatever its sentence says; with `scare` single words too."""
    long_enough = scare or candidate.form == "clause" or candidate.words >= SHORTEST_FRAGMENT
    return candidate.form != "name" and long_enough


def is_sign(cue: Cue) -> bool:
    """Whether nobody speaks by this cue: a sign reads “…”, 61% said “yes”."""
    subject = cue.subject
    if subject is None:
        return False
    board = subject.tag_.startswith("NNP") and not subject.text.isupper()  # the Board of Audit, and not the MOU
    return (subject.lower_ in SIGNS and not board) or subject.text[0].isdigit() or subject.text == "%"


def is_term(frame: Frame, slot: Slot, speaker: Speaker | None) -> bool:
    """Whether a woven noun phrase names a thing that the speaker's sentence is about: will expand the “one-stop desk”.

    It is speech where the speaker's verb takes it (called it “…”, warned of “…”), where it says what something is
    (would be “…”), and where a person puts it with an article of its own.
    """
    top = top_of(frame, slot)
    if (
        slot.candidate.form != "fragment"
        or not top.tag_.startswith("NN")
        or any(c.dep_ == "nsubj" for c in top.children)
    ):
        return False
    if top.dep_ not in ("nsubj", "nsubjpass") and _is_direct(top):
        return False
    person = speaker is not None and speaker.person is not None
    inside = frame.doc[slot.start : slot.end]
    voiced = frame.doc[slot.start].like_num or any(token.tag_ in _VOICED for token in inside)
    if not voiced and _is_undertaken(top):
        return True
    return not (person and (voiced or FIGURE.match(slot.candidate.text)))


def _is_undertaken(top: Token) -> bool:
    """Whether a phrase names what is to be done: will push for “the digital transformation of small ports”."""
    definite = not any(child.lower_ in ("a", "an") for child in top.children)
    abstract = NOMINAL.fullmatch(top.text) or {top.lower_, top.lower_.removesuffix("s")} & UNDERTAKINGS
    over = top.head if is_verb(top.head) else top.head.head
    return definite and bool(abstract) and top.dep_ in ("dobj", "pobj", "conj", "appos") and over.lower_ in UNDERTAKING


def _is_direct(token: Token) -> bool:
    """Whether a speech verb, or a verb of being, takes the phrase without another thing between."""
    for _ in range(_HIGHEST):
        if token.dep_ in ("npadvmod", "ROOT", "advmod"):
            return True
        token = token.head
        if is_verb(token):
            return token.lower_ in EQUATING | MINDS or (token.lower_ in VERBS and token.lower_ not in NAMING)
        if token.tag_.startswith("NN") and token.dep_ not in ("appos", "conj", "attr", "oprd"):
            return False
    return True
