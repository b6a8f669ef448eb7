"""Reported speech: what somebody is said to have said, in the writer's words and without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.context import Context
from pressparse.extractors.quotes.bodies import Bodies
from pressparse.extractors.quotes.candidates import Candidate
from pressparse.extractors.quotes.cast import Cast
from pressparse.extractors.quotes.cues import sources
from pressparse.extractors.quotes.frames import whole_frames
from pressparse.extractors.quotes.lexicon import ATTITUDES, VERBS
from pressparse.extractors.quotes.roll import Speaker
from pressparse.extractors.quotes.speakers import find_speaker
from pressparse.extractors.quotes.stand_ins import Frame
from pressparse.extractors.quotes.subjects import find_subject
from pressparse.lexicons import alternatives

if TYPE_CHECKING:
    from spacy.tokens import Token

_MENTIONS_SPEECH = re.compile(rf"\b(?:according to|{alternatives(VERBS | ATTITUDES)})\b", re.IGNORECASE)
_WIDE = VERBS | ATTITUDES
_OBJECTS = ("dobj", "xcomp", "prep", "oprd", "pobj", "dative")
_EDGES = (",", ".", "-", ";", ":", "that", '"', "'")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """What is reported, as `text[start:end]` of a passage, with the cue and the speaker."""

    passage: int
    start: int
    end: int
    cue: str
    speaker: Speaker | None


def find_reported(
    context: Context, candidates: Sequence[Candidate], cast: Cast, bodies: Bodies, *, objects: bool = False
) -> Iterator[Reported]:
    """The reported speech of a release, in document order, also where some of its words stand in marks.

    With `objects` also what is called for, criticised or described without a clause of its own.
    """
    spoken = [passage.index for passage in context.passages if _MENTIONS_SPEECH.search(passage.text)]
    for frame in whole_frames(context, candidates, spoken):
        found = [*_verbs(frame, cast, bodies, objects), *_according(frame, cast, bodies)]
        yield from _outermost(sorted(found, key=lambda one: (one.start, -one.end)))


def _outermost(found: list[Reported]) -> Iterator[Reported]:
    reached = -1
    for one in found:
        if one.end > reached:
            yield one
            reached = one.end


def _verbs(frame: Frame, cast: Cast, bodies: Bodies, objects: bool) -> Iterator[Reported]:
    for verb in frame.doc:
        if (
            verb.lower_ not in (_WIDE if objects else VERBS)
            or not verb.tag_.startswith("VB")
            or frame.places[verb.i] is None
        ):
            continue
        runs = list(_complement(frame, verb, objects))
        subject = find_subject(frame, verb) if runs else None
        speaker = find_speaker(cast, bodies, frame, subject) if subject is not None else None
        for start, end in runs:
            yield Reported(frame.passage.index, start, end, verb.text, speaker)


def _complement(frame: Frame, verb: Token, objects: bool) -> Iterator[tuple[int, int]]:
    """The places of what a verb reports: its clause, and with `objects` also what it names, praises or calls for."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and frame.places[child.i] is not None]
    if clauses:
        for clause in clauses:
            yield from _stretches(frame, [token.i for token in clause.subtree])
        return
    if objects and not any(frame.places[child.i] is None for child in verb.children):
        parts = [child for child in verb.children if child.dep_ in _OBJECTS and child.i > verb.i]
        if parts:
            yield from _stretches(frame, [token.i for part in parts for token in part.subtree])


def _stretches(frame: Frame, tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The unbroken runs of the given tokens, without conjunction and punctuation at their ends."""
    runs: list[list[int]] = []
    for index in sorted(tokens):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        words = [index for index in run if frame.doc[index].text not in _EDGES]
        if len(words) >= _SHORTEST:
            yield frame.place_of(words[0])[0], frame.place_of(words[-1])[1]


def _according(frame: Frame, cast: Cast, bodies: Bodies) -> Iterator[Reported]:
    """According to X, exports rose; exports rose, according to X."""
    for sentence in frame.doc.sents:
        for token, subject in sources(frame, sentence):
            away = {inner.i for inner in token.subtree}
            if token.head.dep_ != "ROOT" or frame.places[token.head.i] is None:
                continue
            before = [inner.i for inner in sentence if inner.i < min(away)]
            after = [inner.i for inner in sentence if inner.i > max(away)]
            speaker = find_speaker(cast, bodies, frame, subject)
            for start, end in (*_stretches(frame, before), *_stretches(frame, after)):
                yield Reported(frame.passage.index, start, end, "according to", speaker)
