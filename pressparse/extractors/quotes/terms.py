"""Terms: what stands in marks without being anybody's words, though somebody speaks in the same sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extractors.quotes.cast import Speaker
from pressparse.extractors.quotes.cues import Cue, top_of
from pressparse.extractors.quotes.frames import Frame, Slot
from pressparse.extractors.quotes.lexicon import (
    EQUATING,
    FIGURE,
    NAMED_AFTER,
    NAMED_BEFORE,
    NAMING,
    SIGNS,
    THING_BEFORE,
    VERBS,
)
from pressparse.extractors.quotes.subjects import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOK_BACK = 80
_HIGHEST = 12
# the port that raised me: somebody speaks of himself, or of another one, inside the phrase
_VOICED = ("PRP", "PRP$")


def is_named(frame: Frame, slot: Slot) -> bool:
    """Whether the words around the marks say that what stands in them is a name, a term or a motto."""
    quoted, text = slot.candidate.quoted, frame.passage.text
    before = text[max(0, quoted.outer_start - _LOOK_BACK) : quoted.outer_start]
    if NAMED_BEFORE.search(before) or (slot.candidate.text[0].isupper() and THING_BEFORE.search(before)):
        return True
    if slot.candidate.form == "clause" or quoted.end_passage != quoted.passage:
        return False
    return NAMED_AFTER.match(text, quoted.outer_end) is not None


def is_sign(cue: Cue) -> bool:
    """Whether nobody speaks by this cue: a sign reads “…”, 61% said “yes”."""
    subject = cue.subject
    return subject is not None and (subject.lower_ in SIGNS or subject.text[0].isdigit() or subject.text == "%")


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
    return not (person and (voiced or FIGURE.match(slot.candidate.text)))


def _is_direct(token: Token) -> bool:
    """Whether a speech verb, or a verb of being, takes the phrase without another thing between."""
    for _ in range(_HIGHEST):
        if token.dep_ in ("npadvmod", "ROOT", "advmod"):
            return True
        token = token.head
        if is_verb(token):
            return token.lower_ in EQUATING or (token.lower_ in VERBS and token.lower_ not in NAMING)
        if token.tag_.startswith("NN") and token.dep_ not in ("appos", "conj", "attr", "oprd"):
            return False
    return True
