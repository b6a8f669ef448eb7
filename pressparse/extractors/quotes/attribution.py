"""Attribution: each candidate gets its cue and its speaker, or is left as no quotation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from pressparse.extractors.quotes.bodies import Bodies
from pressparse.extractors.quotes.candidates import Candidate
from pressparse.extractors.quotes.cast import Cast
from pressparse.extractors.quotes.cues import Cue, find_cue
from pressparse.extractors.quotes.labels import Attribution, headed, labelled
from pressparse.extractors.quotes.lexicon import BODIES, COMPANIES
from pressparse.extractors.quotes.roll import Speaker
from pressparse.extractors.quotes.sequence import carried
from pressparse.extractors.quotes.speakers import find_speaker
from pressparse.extractors.quotes.stand_ins import Frame, Slot
from pressparse.extractors.quotes.subjects import is_human, speaks
from pressparse.extractors.quotes.terms import SHORTEST_FRAGMENT, is_named, is_sign, is_term
from pressparse.marks import Quoted

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEHIND = 5
_AGED = re.compile(r"\b[Tt]he (?P<age>\d{1,3})-year-old (?:[a-z]{3,12} )?$")
_AGED_WITHIN = 40
# ‘safe port,’ ‘clean port,’ and ‘open port’: what stands between the items of a list
_LISTED = re.compile(r"(?<=,.) ?| ?[,;·/] ?(?:and|or|&)? ?| (?:and|or|&) ?")
# “…,” and “…”; “…” and, “…”
_JOINS = re.compile(r"[,;.]? ?(?:and|and also|but|as well as),? ")


def attribute(
    cast: Cast, bodies: Bodies, frames: Iterable[Frame], names: Collection[Quoted], *, scare: bool = False
) -> list[Attribution]:
    """The candidates that are quotations; with `scare` also single words and terms in marks.

    `names` are the marked stretches that the words around them say to be names.
    """
    found: list[Attribution] = []
    for frame in frames:
        named: Slot | None = None
        row: Attribution | None = None
        for slot in frame.slots:
            if slot.candidate.quoted in names or (named is not None and _is_listed(frame, named, slot)):
                named = slot
                continue
            cue = find_cue(frame, slot)
            if cue is not None and is_sign(cue):
                named = slot
                continue
            joined = _joined(frame, slot, row)
            if joined and slot.candidate.words < SHORTEST_FRAGMENT and not scare:
                row = joined
                continue
            one = (
                headed(cast, frame, slot)
                or joined
                or _cued(cast, bodies, frame, slot, cue, scare)
                or _cued_below(cast, bodies, frame, slot)
                or _cued_above(cast, bodies, frame, slot)
                or labelled(cast, bodies, frame, slot)
                or carried(cast, frame, slot, found[-1] if found else None)
            )
            row = one
            if one:
                found.append(one)
    return found


def _is_listed(frame: Frame, named: Slot, slot: Slot) -> bool:
    """Whether marked words go on a list of names: the goals ‘safe port,’ ‘clean port,’ and ‘open port.’"""
    before, here = named.candidate.quoted, slot.candidate.quoted
    if before.end_passage != here.passage or (slot.candidate.finished and slot.candidate.form == "clause"):
        return False
    return _LISTED.fullmatch(frame.passage.text, before.outer_end, here.outer_start) is not None


def _joined(frame: Frame, slot: Slot, row: Attribution | None) -> Attribution | None:
    """The next in a row of quotations with no more than a comma or "and" between: said, “…,” and “…”."""
    if row is None or row.cue is None or not (row.speaker and row.speaker.name):
        return None
    before, here, text = row.candidate.quoted, slot.candidate.quoted, frame.passage.text
    woven = slot.candidate.text[0].islower() and row.candidate.text[0].islower()
    if before.end_passage != here.passage or not (woven or slot.candidate.form == row.candidate.form != "name"):
        return None
    joins = _LISTED if woven else _JOINS
    if not joins.fullmatch(text, before.outer_end, here.outer_start):
        return None
    behind = frame.doc[slot.end : slot.end + _BEHIND]
    if slot.candidate.text.endswith(",") and any(speaks(token) for token in behind):
        return None
    return replace(row, candidate=slot.candidate)


def _cued(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot, cue: Cue | None, scare: bool) -> Attribution | None:
    candidate = slot.candidate
    if cue is None or candidate.form == "name":
        return None
    if candidate.form == "fragment" and candidate.words < SHORTEST_FRAGMENT and not scare:
        return None
    speaker = find_speaker(cast, bodies, frame, cue.subject) if cue.subject is not None else None
    somebody = cue.subject is not None and _is_somebody(cue.subject)
    if (speaker is None or speaker.name is None) and cue.verb is not None and not somebody:
        speaker = (
            _between(cast, frame, slot, cue)
            or _root_speaker(cast, bodies, frame, slot)
            or _of_age(cast, frame, cue.verb)
            or speaker
        )
    if not scare and is_term(frame, slot, speaker):
        return None
    if not scare and not (speaker and speaker.name) and not somebody and not _ends(candidate):
        return None
    return Attribution(candidate, cue.rule, cue.words, speaker)


def _is_somebody(subject: Token) -> bool:
    """Whether a subject is one who speaks, though nobody knows who: they, a merchant, Ra's family."""
    return subject.tag_ == "PRP" or is_human(subject) or any(child.dep_ == "poss" for child in subject.children)


def _ends(candidate: Candidate) -> bool:
    """Whether words end as speech does; “Quiet together” declared in Samcheon: nobody speaks."""
    return candidate.text.rstrip("'\"").endswith((",", ".", "!", "?", "…"))


def _cued_below(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot) -> Attribution | None:
    """The cue behind words that end in a later passage."""
    if frame.tail is None or slot.candidate.quoted.end_passage == frame.passage.index:
        return None
    return _cued_apart(cast, bodies, frame.tail, slot)


def _cued_above(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot) -> Attribution | None:
    """The cue that ends the passage above: Minister Noh said: ¶ “…”."""
    return _cued_apart(cast, bodies, frame.lead, slot) if frame.lead and slot is frame.slots[0] else None


def _cued_apart(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot) -> Attribution | None:
    """The cue in a frame of another passage than the one where the words begin."""
    there = frame.slots[0]
    cue = find_cue(frame, there)
    if is_named(frame.passage, there.candidate) or (cue is not None and is_sign(cue)):
        return None
    found = _cued(cast, bodies, frame, there, cue, scare=False)
    return replace(found, candidate=slot.candidate) if found else None


def _between(cast: Cast, frame: Frame, slot: Slot, cue: Cue) -> Speaker | None:
    """The person before a cue whose subject the parser missed: “…,” one of the neighbors, NAME, told …

    Where the cue stands behind the marks it is the first one named between, else the last one in the sentence; who is
    only named in the phrase of a group ("the group, chaired by Professor Yun") is not the group.
    """
    if cue.verb is None:
        return None
    verb, subject = cue.verb.i, cue.subject
    group = subject.subtree if subject is not None and subject.lower_ in BODIES | COMPANIES else ()
    inner = {token.i for token in group}
    behind = verb >= slot.end
    first = slot.end if behind else frame.doc[verb].sent.start
    places = [place for at, place in enumerate(frame.places[first:verb], first) if place and at not in inner]
    named = cast.within(frame.passage.index, places[0][0], places[-1][1]) if places else []
    named = [one for one in named if any(one.start < end and start < one.end for start, end in places)]
    named = [one for one in named if one.person] or named
    return cast.speaker(named[0 if behind else -1], frame.passage.index) if named else None


def _of_age(cast: Cast, frame: Frame, verb: Token) -> Speaker | None:
    """The 71-year-old explained, “…”: one who is that old in the text above."""
    place, index = frame.places[verb.i], frame.passage.index
    match = _AGED.search(frame.passage.text, max(0, place[0] - _AGED_WITHIN), place[0]) if place else None
    named = cast.of_age(index, match.start(), match["age"]) if match else None
    return cast.speaker(named, index) if named else None


def _root_speaker(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot) -> Speaker | None:
    """Whom a pronoun at the head of the sentence stands for, where the cue's own subject is a thing."""
    root = frame.doc[slot.core].sent.root
    own = next((child for child in root.children if child.dep_ == "nsubj" and child.tag_ == "PRP"), None)
    if own is None or own.lower_ not in ("he", "she") or own.i > slot.start:
        return None
    return find_speaker(cast, bodies, frame, own)
