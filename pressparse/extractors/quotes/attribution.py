"""Attribution: each candidate gets its cue and its speaker, or is left as no quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pressparse.extractors.quotes.bodies import Bodies
from pressparse.extractors.quotes.candidates import Candidate
from pressparse.extractors.quotes.cast import SENTENCE_START, Cast, Named, Speaker
from pressparse.extractors.quotes.cues import Cue, find_cue
from pressparse.extractors.quotes.frames import Frame, Slot
from pressparse.extractors.quotes.speakers import find_speaker
from pressparse.extractors.quotes.subjects import is_human
from pressparse.extractors.quotes.terms import is_named, is_sign, is_term
from pressparse.outline.passages import Passage

_SHORTEST_FRAGMENT = 3
_SHORTEST_LABELLED = 3
_SHORTEST_UNCUED = 4
_SHORTEST_SENTENCE = 12
_FARTHEST_SUBJECT = 40
_LONGEST_HEAD = 100
_TITLE_FIRST = 4
# NAME: “…”, NAME, “…”
_LABEL_BEFORE = re.compile(r"(?P<name>[^\"():;]{1,120}?)\)?(?:,| ?:) ?$")
# - Minister NAME “…” -, [Headline] / Mayor NAME: “…” □ The city …
_HEAD = re.compile(r"(?:^|[/|;\]□■○◇◆▲△•-] ?)[^\w\"'(]{0,3}(?P<name>[^\W\d_][^\"():;/|]{1,80}?)(?P<colon> ?:)? ?$")
# … ship.” Reporter: “…”
_STRANGER = re.compile(r"[.!?][\"')]{0,2} [A-Z][a-z]{2,20}(?: [a-z]{2,20})? ?: ?$")
_NOTHING = re.compile(r"[\W_]{0,6}")
# “…” - Commissioner NAME; “…” (NAME)
_LABEL_AFTER = re.compile(r" ?(?:[-–—~]+|\() ?(?P<name>[^\"():;]{2,120}?)\)?[.,]?$")
_SIGNATURE = re.compile(r"(?:[-–—―] ?)?(?P<name>[^\".:;]{2,80})$")
_ANNOUNCES = re.compile(r"(?::|\b(?:as follows|the following(?: [a-z]{4,12})?)\.?)$")
_ANNOUNCES_NAMES = re.compile(
    r"\b(?:slogans?|titles?|names?|themes?|winn\w+|entries|works|questions?|programs?|songs?)\b", re.IGNORECASE
)
_NEW_SENTENCE = re.compile(r"[.!?:][\"')]{0,2} ?$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A candidate with what made it a quotation: the rule, the cue's words and the speaker."""

    candidate: Candidate
    rule: str
    cue: str | None
    speaker: Speaker | None


def attribute(cast: Cast, bodies: Bodies, frames: Iterable[Frame], *, scare: bool = False) -> Iterator[Attribution]:
    """The candidates that are quotations, in document order; with `scare` also single words and terms in marks."""
    last: Attribution | None = None
    for frame in frames:
        for slot in frame.slots:
            if is_named(frame, slot):
                continue
            cue = find_cue(frame, slot)
            if cue is not None and is_sign(cue):
                continue
            found = (
                _headed(cast, frame, slot)
                or _cued(cast, bodies, frame, slot, cue, scare)
                or _cued_below(cast, bodies, frame, slot)
                or _labelled(cast, frame, slot)
                or _carried(cast, frame, slot, last)
            )
            if found:
                last = found
                yield found


def _cued(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot, cue: Cue | None, scare: bool) -> Attribution | None:
    candidate = slot.candidate
    if cue is None or candidate.form == "name":
        return None
    if candidate.form == "fragment" and candidate.words < _SHORTEST_FRAGMENT and not scare:
        return None
    speaker = find_speaker(cast, bodies, frame, cue.subject) if cue.subject is not None else None
    somebody = cue.subject is not None and (cue.subject.tag_ == "PRP" or is_human(cue.subject))
    if (speaker is None or speaker.name is None) and cue.verb is not None and not somebody:
        speaker = _between(cast, frame, slot, cue.verb.i) or speaker
    if not scare and is_term(frame, slot, speaker):
        return None
    return Attribution(candidate, cue.rule, cue.words, speaker)


def _cued_below(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot) -> Attribution | None:
    """The cue behind words that end in a later passage."""
    if frame.tail is None or slot.candidate.quoted.end_passage == frame.passage.index:
        return None
    tail = frame.tail.slots[0]
    found = _cued(cast, bodies, frame.tail, tail, find_cue(frame.tail, tail), scare=False)
    return replace(found, candidate=slot.candidate) if found else None


def _between(cast: Cast, frame: Frame, slot: Slot, verb: int) -> Speaker | None:
    """The person before a cue whose subject the parser missed: “…,” one of the neighbors, NAME, told …

    Where the cue stands behind the marks it is the first one named between, else the last one in the sentence.
    """
    behind = verb >= slot.end
    first = slot.end if behind else frame.doc[verb].sent.start
    places = [place for place in frame.places[first:verb] if place]
    named = cast.within(frame.passage.index, places[0][0], places[-1][1]) if places else []
    named = [one for one in named if one.person] or named
    return cast.speaker(named[0 if behind else -1], frame.passage.index) if named else None


def _headed(cast: Cast, frame: Frame, slot: Slot) -> Attribution | None:
    """Words with nothing but a name before them: Minister Hwang “…”, and between slashes / Mayor Cheon: “…”."""
    candidate, text = slot.candidate, frame.passage.text
    quoted = candidate.quoted
    if candidate.form == "name" or candidate.words < _SHORTEST_LABELLED or quoted.end_passage != quoted.passage:
        return None
    head = _HEAD.search(text, max(0, quoted.outer_start - _LONGEST_HEAD), quoted.outer_start)
    if head is None or (not head["colon"] and not _NOTHING.fullmatch(text, quoted.outer_end)):
        return None
    low, high = head.span("name")
    named = cast.within(frame.passage.index, low, high)
    if not named or not named[0].person or min(one.start for one in named) > low:
        return None
    if max(one.end for one in named) < high or sum(one.end - one.start + 1 for one in named) <= high - low:
        return None
    return Attribution(candidate, "label", None, cast.full(named, frame.passage.index))


def _labelled(cast: Cast, frame: Frame, slot: Slot) -> Attribution | None:
    """A name set beside the words by layout alone: Minister Hwang: “…”, and “…” - Commissioner Jin."""
    candidate, passage = slot.candidate, frame.passage
    quoted = candidate.quoted
    if candidate.form == "name" or candidate.words < _SHORTEST_LABELLED or quoted.end_passage != quoted.passage:
        return None
    before = _LABEL_BEFORE.search(passage.text, max(0, quoted.outer_start - 130), quoted.outer_start)
    if before:
        named = [one for one in cast.within(passage.index, *before.span("name")) if one.end >= before.end("name")]
        if named:
            return Attribution(candidate, "label", None, cast.full(named, passage.index))
    below = passage
    after = _LABEL_AFTER.match(passage.text, quoted.outer_end)
    if not after and quoted.outer_start == 0 and quoted.outer_end == len(passage.text):
        # A quotation by itself, and under it "– NAME, Mayor of …".
        below = cast.passages[min(passage.index + 1, len(cast.passages) - 1)]
        after = _SIGNATURE.match(below.text)
    if after:
        begin = after.start("name")
        named = [one for one in cast.within(below.index, *after.span("name")) if one.start <= begin + _TITLE_FIRST]
        if named:
            return Attribution(candidate, "label", None, cast.full(named, below.index))
    return None


def _carried(cast: Cast, frame: Frame, slot: Slot, last: Attribution | None) -> Attribution | None:
    """Words without a cue of their own go on from the words before them, or from the person just spoken of."""
    candidate, passage = slot.candidate, frame.passage
    if candidate.form != "clause":
        return None
    begin = candidate.quoted.outer_start
    if _STRANGER.search(passage.text, max(0, begin - _LONGEST_HEAD), begin):
        return Attribution(candidate, "label", None, None)
    if last is not None and last.speaker is not None and _goes_on(last.candidate, candidate):
        turned = _turned_to(cast, last.candidate, passage, begin)
        speaker = cast.speaker(turned, passage.index) if turned else last.speaker
        return Attribution(candidate, "spoken of before" if turned else "carried on", None, speaker)
    if candidate.words < _SHORTEST_UNCUED:
        return None
    if begin == 0 and candidate.quoted.outer_end >= len(passage.text) - 1 and (named := cast.headliner(passage.index)):
        return Attribution(candidate, "below the headline", None, cast.speaker(named, cast.headline))
    above = passage.index - 1
    if above >= 0 and begin == 0 and _is_announced(cast.passages[above].text):
        named = cast.antecedent(above, len(cast.passages[above].text), "who", farthest=1)
        return Attribution(candidate, "announced", None, cast.speaker(named, above)) if named else None
    if candidate.finished and _NEW_SENTENCE.search(passage.text, max(0, begin - 5), begin):
        named = cast.antecedent(passage.index, begin, "who", farthest=1)
        return Attribution(candidate, "spoken of before", None, cast.speaker(named, passage.index)) if named else None
    return None


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
    return _ANNOUNCES.search(above[-80:]) is not None and _ANNOUNCES_NAMES.search(above[-160:]) is None


def _goes_on(last: Candidate, candidate: Candidate) -> bool:
    """Whether words follow others in their passage, or open the next one."""
    apart = candidate.passage - last.quoted.end_passage
    if apart == 0:
        return True
    return apart == 1 and candidate.quoted.outer_start == 0 and (not last.quoted.close or candidate.finished)
