"""Sequence: words without a cue or a label of their own go on from what stands above them."""

from __future__ import annotations

import re

from pressparse.extractors.quotes.candidates import Candidate
from pressparse.extractors.quotes.cast import SENTENCE_START, Cast
from pressparse.extractors.quotes.labels import Attribution
from pressparse.extractors.quotes.roll import Named
from pressparse.extractors.quotes.stand_ins import Frame, Slot
from pressparse.outline.passages import Passage

_SHORTEST_UNCUED = 4
_SHORTEST_SENTENCE = 12
_FARTHEST_SUBJECT = 40
_LOOK_BACK = 100
# … ship.” Reporter: “…”
_STRANGER = re.compile(
    r"[.!?][\"')]{0,2} (?!(?:And|But|Then|Or|So|Yet|Also|Later|Again|First|Finally)\b)"
    r"[A-Z][a-z]{2,20}(?: [a-z]{2,20})? ?: ?$"
)
_ANNOUNCES = re.compile(
    r"(?::|\b(?:as follows|the following(?: [a-z]{4,12}){0,2}(?: (?:to|for|at) [^.:]{2,40})?)\.?)$"
    r"|^(?:media )?(?:quotes?|quotations?|remarks|comments?|statements?) (?:from|by|of|attribut(?:able|ed) to) "
    r".{2,120}$",
    re.IGNORECASE,
)
_ANNOUNCES_NAMES = re.compile(
    r"\b(?:slogans?|titles?|names?|themes?|winn\w+|entries|works|questions?|programs?|songs?)\b", re.IGNORECASE
)
_NEW_SENTENCE = re.compile(r"[.!?:][\"')]{0,2} ?$")


def carried(cast: Cast, frame: Frame, slot: Slot, last: Attribution | None) -> Attribution | None:
    """Words that go on from the quotation before them, from an announcement, or from the person just spoken of."""
    candidate, passage = slot.candidate, frame.passage
    if candidate.form != "clause":
        return None
    begin = candidate.quoted.outer_start
    if _STRANGER.search(passage.text, max(0, begin - _LOOK_BACK), begin):
        return Attribution(candidate, "label", None, None)
    if last is not None and last.speaker is not None and _goes_on(last.candidate, candidate):
        turned = _turned_to(cast, last.candidate, passage, begin)
        speaker = cast.speaker(turned, passage.index) if turned else last.speaker
        return Attribution(candidate, "spoken of before" if turned else "carried on", None, speaker)
    if candidate.words < _SHORTEST_UNCUED:
        return None
    if begin == 0 and candidate.quoted.outer_end >= len(passage.text) - 1 and (named := cast.headliner(passage.index)):
        return Attribution(candidate, "below the headline", None, cast.speaker(named, cast.headline))
    if begin == 0 and passage.index > 0 and _is_announced(cast.passages[passage.index - 1].text):
        return _announced(cast, candidate, passage.index - 1)
    if candidate.finished and _NEW_SENTENCE.search(passage.text, max(0, begin - 5), begin):
        named = cast.antecedent(passage.index, begin, "who", farthest=1)
        return Attribution(candidate, "spoken of before", None, cast.speaker(named, passage.index)) if named else None
    return None


def _announced(cast: Cast, candidate: Candidate, above: int) -> Attribution | None:
    """Made the following remarks. ¶ “…”; Highlights of the Prime Minister's remarks: ¶ “…”."""
    named = cast.antecedent(above, len(cast.passages[above].text), "who", farthest=1) or cast.only(above)
    return Attribution(candidate, "announced", None, cast.speaker(named, above)) if named else None


def _turned_to(cast: Cast, last: Candidate, passage: Passage, end: int) -> Named | None:
    """The person whom a sentence of its own between two quotations is about: the next words are theirs."""
    if last.quoted.end_passage != passage.index:
        return None
    starts = [match.end() for match in SENTENCE_START.finditer(passage.text, last.quoted.outer_end, end)]
    starts += [last.quoted.outer_end + 1] if last.finished else []
    begin = max((start for start in starts if end - start > _SHORTEST_SENTENCE), default=None)
    if begin is None:
        return None
    named = [one for one in cast.within(passage.index, begin, end) if one.person]
    first = min(named, key=lambda one: one.start, default=None)
    return first if first and first.start - begin <= _FARTHEST_SUBJECT else None


def _is_announced(above: str) -> bool:
    """Whether the passage above ends in words such as "made the following remarks."."""
    return _ANNOUNCES.search(above[-160:]) is not None and _ANNOUNCES_NAMES.search(above[-160:]) is None


def _goes_on(last: Candidate, candidate: Candidate) -> bool:
    """Whether words follow others in their passage, or open the next one."""
    apart = candidate.passage - last.quoted.end_passage
    if apart == 0:
        return True
    return apart == 1 and candidate.quoted.outer_start == 0 and (not last.quoted.close or candidate.finished)
