"""Cues: what in the writer's sentence says that marked words are speech, and whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.extractors.quotes.governors import find_governor, verbs_above
from pressparse.extractors.quotes.lexicon import EQUATING, NAMING, UTTERED, VERBS
from pressparse.extractors.quotes.stand_ins import Frame, Slot
from pressparse.extractors.quotes.subjects import find_subject, is_verb, speaks

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SOURCES = frozenset(["according", "words", "view", "opinion", "eyes", "judgment", "judgement", "assessment"])
# Division written: Lamp Policy Division
_PARTICIPLES = frozenset(["written", "spoken"])
_WORDED = 4
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
            plain = self.verb is None or self.verb.lower_ == "according"
            return self.rule if plain or self.verb is None else f"in the {self.verb.lower_} of"
        return self.verb.text if self.verb is not None else None


def find_cue(frame: Frame, slot: Slot) -> Cue | None:
    """The cue of one candidate in its sentence, or None."""
    rules = (_according, _worded, _governor, _following, _trailing, _minded, _uttered)
    return next((cue for rule in rules if (cue := rule(frame, slot))), None)


def _according(frame: Frame, slot: Slot) -> Cue | None:
    """According to X, "…"; in the words of X, "…"."""
    if _SOURCES.isdisjoint(frame.lows):
        return None
    return next((Cue("according to", *found) for found in sources(frame, frame.doc[slot.core].sent)), None)


def sources(frame: Frame, sentence: Span) -> Iterator[tuple[Token, Token]]:
    """The phrases of a sentence that name a source, as (first token, token that heads the source)."""
    for at in range(sentence.start, sentence.end):
        if frame.lows[at] not in _SOURCES or frame.places[at] is None:
            continue
        token = frame.doc[at]
        if token.lower_ != "according":
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            if owner is not None and token.head.lower_ == "in":
                yield token, owner  # in the mayor's words
            if token.i == 0 or token.nbor(-1).lower_ not in ("the", "in"):
                continue
        link = token.nbor(1) if token.i + 1 < len(frame.doc) else None
        if link is not None and link.lower_ in ("to", "of"):
            yield from ((token, child) for child in link.children if child.dep_ == "pobj")


def _governor(frame: Frame, slot: Slot) -> Cue | None:
    governor = find_governor(frame, slot)
    if governor is None or _announces(frame, slot, governor[0]):
        return None
    return Cue("verb", *governor)


def _announces(frame: Frame, slot: Slot, verb: Token) -> bool:
    """Whether a verb behind a colon has something else to tell: “Nets and Looms”: MOF Announces a Plan."""
    apart = verb.i > slot.end and frame.lows[slot.end] == ":" and verb.lower_ in NAMING
    return apart and any(child.dep_ == "dobj" for child in verb.children)


def _worded(frame: Frame, slot: Slot) -> Cue | None:
    """Closed with the words “…”."""
    first = max(0, slot.start - _WORDED)
    if "with" not in frame.lows[first : slot.start]:
        return None
    lead = list(frame.doc[first : slot.start])
    opener = next((token for token in lead if token.lower_ == "with"), None)
    if opener is None or not lead[-1].text.startswith(("words", ":", ",")) or "words" not in [t.lower_ for t in lead]:
        return None
    return Cue("verb", opener.head, find_subject(frame, opener.head)) if is_verb(opener.head) else None


def _following(frame: Frame, slot: Slot) -> Cue | None:
    """The sentence behind the marks, which the parser sets apart: "It works!" Minister Park shouted."""
    if slot.end >= len(frame.doc) or slot.candidate.form != "clause":
        return None
    following = frame.doc[slot.end].sent
    if following.start > slot.end or frame.slot_at(slot.end) is not None:
        return None
    root = following.root
    said = root if is_verb(root) else next((child for child in root.children if speaks(child)), root)
    if not speaks(said) or said.lower_ in _PARTICIPLES or any(child.dep_ == "auxpass" for child in said.children):
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
    behind = frame.doc[slot.end : slot.end + _TRAIL] if slot.candidate.form == "clause" else None
    if not behind or not behind[0].text[0].isupper():
        return None
    for token in behind:
        if token.i > slot.end and token.lower_ in VERBS and token.tag_.startswith(("VBD", "VBN", "VBZ")):
            return Cue("verb after", token, token.nbor(-1))
        if not token.text[0].isupper() and token.text not in ("-", "of") and token.nbor(-1).text != "-":
            return None
    return None


def _minded(frame: Frame, slot: Slot) -> Cue | None:
    """For Mayor Cheon, the lamps are “…”: whom the sentence begins with, where marked words say what something is."""
    verb = next(verbs_above(frame, slot), None) if slot.candidate.form == "fragment" else None
    if verb is None or verb.lower_ not in EQUATING:
        return None
    opening = frame.doc[slot.core].sent[0]
    if opening.lower_ not in ("for", "to") or opening.head != verb or frame.places[opening.i] is None:
        return None
    holder = next((child for child in opening.children if child.dep_ == "pobj" and child.tag_ == "NNP"), None)
    return Cue("in the eyes of", opening, holder) if holder is not None else None


def _uttered(frame: Frame, slot: Slot) -> Cue | None:
    """“…” was the reply sent by Do; Mori gave a brief answer: “…”: a noun tells what the words are, and whose."""
    if slot.candidate.form != "clause":
        return None
    if slot.end < len(frame.doc) and frame.lows[slot.end] in ("was", "is"):
        being = frame.doc[slot.end]
        noun = next((child for child in being.children if child.dep_ == "attr" and child.lower_ in UTTERED), None)
        return Cue("verb after", being, noun) if noun is not None else None
    if slot.start < 3 or frame.lows[slot.start - 1] not in (":", ",") or frame.lows[slot.start - 2] not in UTTERED:
        return None
    noun = frame.doc[slot.start - 2]
    if noun.dep_ != "dobj" or not is_verb(noun.head):
        return None
    return Cue("verb", noun.head, find_subject(frame, noun.head))
