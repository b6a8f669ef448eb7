"""Cues: what in the writer's sentence says that marked words are speech, and whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.extractors.quotes.frames import Frame, Slot
from pressparse.extractors.quotes.lexicon import EQUATING, MINDS, VERBS
from pressparse.extractors.quotes.subjects import find_subject, is_verb, speaks

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_JOINED = {"parataxis", "ccomp", "advcl", "conj", "dep"}
_NOMINAL = ("NN", "PRP", "DT", "JJ", "HYPH", "CD", "POS")
_WEAVING = {"to", "that", "as", "of", "a", "the", "be", "would", "will", "is", "was"}
_BEFORE_SPEECH = (",", ":", ".", "!", "?", ";")
_CLOSE = 6
_HIGHEST = 12
_TRAIL = 10


@dataclass(frozen=True, slots=True)
class Cue:
    """Who speaks by which rule: `verb` is the cue's token, `subject` the token that heads the speaker's phrase."""

    rule: str
    verb: Token | None
    subject: Token | None

    @property
    def words(self) -> str | None:
        if self.rule == "according to":
            return self.rule if self.verb is None or self.verb.lower_ == "according" else "in the words of"
        return self.verb.text if self.verb is not None else None


def find_cue(frame: Frame, slot: Slot) -> Cue | None:
    """The cue of one candidate in its sentence, or None."""
    rules = (_according, _governor, _following, _trailing, _minded)
    return next((cue for rule in rules if (cue := rule(frame, slot))), None)


def _according(frame: Frame, slot: Slot) -> Cue | None:
    """According to X, "…"; in the words of X, "…"."""
    return next((Cue("according to", *found) for found in sources(frame, frame.doc[slot.core].sent)), None)


def sources(frame: Frame, sentence: Span) -> Iterator[tuple[Token, Token]]:
    """The phrases of a sentence that name a source, as (first token, token that heads the source)."""
    for token in sentence:
        if token.lower_ not in ("according", "words") or frame.places[token.i] is None:
            continue
        if token.lower_ == "words":
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            if owner is not None and token.head.lower_ == "in":
                yield token, owner  # in the mayor's words
            if token.i == 0 or token.nbor(-1).lower_ not in ("the", "in"):
                continue
        link = token.nbor(1) if token.i + 1 < len(frame.doc) else None
        if link is not None and link.lower_ in ("to", "of"):
            yield from ((token, child) for child in link.children if child.dep_ == "pobj")


def top_of(frame: Frame, slot: Slot) -> Token:
    """The token of the candidate that hangs on the writer's sentence."""
    if slot.candidate.form == "clause" or slot.core != slot.start:
        return frame.doc[slot.core]
    inside = range(slot.start, slot.end)
    return next(
        (token for token in frame.doc[slot.start : slot.end] if token.head.i not in inside or token.head == token),
        frame.doc[slot.start],
    )


def _above(frame: Frame, slot: Slot) -> Iterator[Token]:
    """The verbs over the candidate, from the nearest up, that are the writer's own."""
    token = top_of(frame, slot)
    for _ in range(_HIGHEST):
        if token.dep_ == "ROOT" or token.head == token:
            return
        token = token.head
        if frame.slot_at(token.i) is None and is_verb(token):
            yield token


def _governor(frame: Frame, slot: Slot) -> Cue | None:
    above = list(_above(frame, slot))
    cue = _outer(next((verb for verb in above if speaks(verb)), None))
    if cue is None and above and _takes_any_verb(frame, slot, above[0]):
        cue = above[0]
    if cue is None:
        below = [*_leading_up(frame, slot), *_below(frame, slot)]
        cue = next((verb for verb in below if speaks(verb)), None)
        if cue is None and below and _introduces(frame, slot):
            cue = next((verb for verb in below if verb.i < slot.start and verb.head == top_of(frame, slot)), None)
    if cue is None:
        return None
    return Cue("verb", cue, find_subject(frame, cue) or _behind(frame, slot, cue))


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


def _leading_up(frame: Frame, slot: Slot) -> Iterator[Token]:
    """The verb close before woven words, whatever the parser made of it: asked drivers to “ring twice”."""
    if slot.candidate.form == "fragment" and slot.start > 0 and frame.doc[slot.start - 1].lower_ in _WEAVING:
        before = frame.doc[max(0, slot.start - _CLOSE) : slot.start]
        yield from (token for token in reversed(list(before)) if token.tag_.startswith("VB") and speaks(token))


def _outer(verb: Token | None) -> Token | None:
    """The cue over a cue: in "said that she expects …" it is "said", whose subject is no pronoun.

    In "stressed that the city wished to be “…”" it is "stressed": what another one has in mind is told by somebody.
    """
    if verb is None or verb.dep_ != "ccomp" or not speaks(verb.head) or not is_verb(verb.head):
        return verb
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return verb.head if own is not None and (own.tag_ == "PRP" or verb.lower_ in MINDS) else verb


def _introduces(frame: Frame, slot: Slot) -> bool:
    """Whether a clause of the writer's own leads up to the marks: the mayor shot back, “…”."""
    return slot.candidate.form == "clause" and slot.start > 0 and frame.doc[slot.start - 1].text in (",", ":")


def _following(frame: Frame, slot: Slot) -> Cue | None:
    """The sentence behind the marks, which the parser sets apart: "It works!" Minister Park shouted."""
    if slot.end >= len(frame.doc) or slot.candidate.form != "clause":
        return None
    following = frame.doc[slot.end].sent
    if following.start > slot.end or frame.slot_at(slot.end) is not None:
        return None
    root = following.root
    said = root if is_verb(root) else next((child for child in root.children if speaks(child)), root)
    if not speaks(said) or any(child.dep_ == "auxpass" for child in said.children):
        return None
    asked = slot.candidate.text.rstrip("'\"").endswith(("!", "?", "…"))
    complete = any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in said.children)
    if not asked and (complete or slot.candidate.finished or any(map(frame.slot_at, range(slot.end, following.end)))):
        return None
    if said.i - slot.end > _HIGHEST:
        return None
    return Cue("verb after", said, find_subject(frame, said) if said == root else root)


def _trailing(frame: Frame, slot: Slot) -> Cue | None:
    """A name and a speech verb behind the marks, whatever the parser took them for: “…,” Do joked, “…”."""
    behind = frame.doc[slot.end : slot.end + _TRAIL]
    if slot.candidate.form != "clause" or not behind or not behind[0].text[0].isupper():
        return None
    for token in behind:
        if token.i > slot.end and token.lower_ in VERBS and token.tag_.startswith(("VBD", "VBN", "VBZ")):
            return Cue("verb after", token, token.nbor(-1))
        if not token.text[0].isupper() and token.text not in ("-", "of") and token.nbor(-1).text != "-":
            return None
    return None


def _minded(frame: Frame, slot: Slot) -> Cue | None:
    """For Mayor Cheon, the lamps are “…”: whom the sentence begins with, where marked words say what something is."""
    verb = next(_above(frame, slot), None)
    if slot.candidate.form != "fragment" or verb is None or verb.lower_ not in EQUATING:
        return None
    opening = frame.doc[slot.core].sent[0]
    if opening.lower_ not in ("for", "to") or opening.head != verb or frame.places[opening.i] is None:
        return None
    holder = next((child for child in opening.children if child.dep_ == "pobj" and child.tag_ == "NNP"), None)
    return Cue("in the eyes of", opening, holder) if holder is not None else None
