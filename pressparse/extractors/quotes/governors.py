"""Governors: the verb over marked words, or beside them, that makes them what its subject says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.extractors.quotes.lexicon import MINDS, VIEWS
from pressparse.extractors.quotes.stand_ins import Frame, Slot
from pressparse.extractors.quotes.subjects import find_subject, is_verb, speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED = {"parataxis", "ccomp", "advcl", "conj", "dep"}
_NOMINAL = ("NN", "PRP", "DT", "JJ", "HYPH", "CD", "POS")
_WEAVING = {"to", "that", "as", "of", "a", "the", "be", "would", "will", "is", "was"}
_BEFORE_SPEECH = (",", ":", ".", "!", "?", ";")
_CLOSE = 6
_HIGHEST = 12


def find_governor(frame: Frame, slot: Slot) -> tuple[Token, Token | None] | None:
    """The cue's verb and the token that heads its subject, as far as the sentence is built around the words."""
    above = list(verbs_above(frame, slot))
    cue = _outer(next((verb for verb in above if speaks(verb)), None))
    if cue is None and above and _takes_any_verb(frame, slot, above[0]):
        cue = above[0]
    if cue is None:
        cue = next((verb for over in above for verb in over.children if _is_put_in(frame, verb)), None)
    if cue is None:
        # warned unlit piers would keep boats “…”: the parser makes it the subject of "leave"
        cue = next((verb for over in above for verb in over.children if verb.dep_ == "csubj" and speaks(verb)), None)
    if cue is None:
        below = [*_leading_up(frame, slot), *_below(frame, slot)]
        cue = next((verb for verb in below if speaks(verb)), None)
        if cue is None and below and _introduces(frame, slot):
            cue = next((verb for verb in below if verb.i < slot.start and verb.head == top_of(frame, slot)), None)
    if cue is None:
        return None
    return cue, _named_behind(frame, slot, cue) or find_subject(frame, cue) or _behind(frame, slot, cue)


def verbs_above(frame: Frame, slot: Slot) -> Iterator[Token]:
    """The verbs over the candidate, from the nearest up, that are the writer's own."""
    token = top_of(frame, slot)
    for _ in range(_HIGHEST):
        if token.dep_ == "ROOT" or token.head == token:
            return
        token = token.head
        if frame.slot_at(token.i) is None and is_verb(token):
            yield token


def top_of(frame: Frame, slot: Slot) -> Token:
    """The token of the candidate that hangs on the writer's sentence."""
    if slot.candidate.form == "clause" or slot.core != slot.start:
        return frame.doc[slot.core]
    inside = range(slot.start, slot.end)
    return next(
        (token for token in frame.doc[slot.start : slot.end] if token.head.i not in inside or token.head == token),
        frame.doc[slot.start],
    )


def _below(frame: Frame, slot: Slot) -> Iterator[Token]:
    """Verbs that the parser hangs on the quoted words, or on the second half of them: "…," he added, "…"."""
    top = top_of(frame, slot)
    for over in (top, top.head):
        if frame.slot_at(over.i) is None:
            continue
        for child in over.children:
            if child.dep_ in _JOINED and frame.slot_at(child.i) is None and (child.i >= slot.end or over == top):
                # The mayor frowned, telling reporters, “…”: the nearest verb of the clause is the cue.
                inner = [token for token in child.subtree if is_verb(token) and frame.slot_at(token.i) is None]
                yield from sorted(inner, key=lambda token: abs(token.i - slot.core))


def _leading_up(frame: Frame, slot: Slot) -> Iterator[Token]:
    """The verb close before woven words, whatever the parser made of it: asked drivers to “ring twice”."""
    if slot.candidate.form == "fragment" and slot.start > 0 and frame.doc[slot.start - 1].lower_ in _WEAVING:
        before = frame.doc[max(0, slot.start - _CLOSE) : slot.start]
        yield from (token for token in reversed(list(before)) if token.tag_.startswith("VB") and speaks(token))


def _takes_any_verb(frame: Frame, slot: Slot, verb: Token) -> bool:
    """Whether a verb that is in no list can be the cue, by how the marks stand: "…," laughed X; X conceded that "…"."""
    if slot.start > 0 and frame.doc[slot.start - 1].lower_ == "that" and frame.doc[slot.start - 1].dep_ == "mark":
        return True
    candidate = slot.candidate
    if (
        candidate.form != "clause"
        or candidate.words < 3
        or top_of(frame, slot).dep_ not in ("ccomp", "parataxis", "dobj", "intj")
    ):
        return False
    apart = slot.start == 0 or frame.doc[slot.start - 1].text in _BEFORE_SPEECH
    beside = verb.i in (slot.end, slot.end + 1) or verb.i < slot.start
    return apart and (beside or candidate.text.endswith((",", "?", "!")))


def _introduces(frame: Frame, slot: Slot) -> bool:
    """Whether a clause of the writer's own leads up to the marks: the mayor shot back, “…”."""
    return slot.candidate.form == "clause" and slot.start > 0 and frame.doc[slot.start - 1].text in (",", ":")


def _outer(verb: Token | None) -> Token | None:
    """The cue over a cue: in "said that she expects …" it is "said", whose subject is no pronoun.

    In "stressed that the city wished to be “…”" it is "stressed": what another one has in mind is told by somebody.
    """
    if verb is None or verb.dep_ != "ccomp" or not speaks(verb.head) or not is_verb(verb.head):
        return verb
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return verb.head if own is not None and (own.tag_ == "PRP" or verb.lower_ in MINDS | VIEWS) else verb


def _is_put_in(frame: Frame, verb: Token) -> bool:
    """As Mayor Tak once said, a pier is “…”; the results, Pyo noted, are “…”."""
    if not speaks(verb) or frame.slot_at(verb.i) is not None:
        return False
    deps = {child.dep_: child for child in verb.children}
    if verb.dep_ == "parataxis":
        return "nsubj" in deps and "ccomp" not in deps
    return verb.dep_ == "advcl" and "mark" in deps and deps["mark"].lower_ == "as"


def _behind(frame: Frame, slot: Slot, verb: Token) -> Token | None:
    """The subject that the parser took for something else: “…,” reported the Harbor Daily."""
    if not slot.end <= verb.i <= slot.end + 1:
        return None
    found = None
    for token in frame.doc[verb.i + 1 : verb.i + _HIGHEST]:
        name = token.text[0].isupper()
        if not name and not token.tag_.startswith(_NOMINAL):
            break
        found = token if name or token.tag_.startswith(("NN", "PRP")) else found
    return found


def _named_behind(frame: Frame, slot: Slot, verb: Token) -> Token | None:
    """The name right behind a verb right behind the marks: “…,” introduced Ryu Da-som, the youngest of the village."""
    if verb.i != slot.end or verb.i + 1 >= len(frame.doc) or slot.candidate.form != "clause":
        return None
    return _behind(frame, slot, verb) if verb.nbor(1).tag_.startswith("NNP") else None
