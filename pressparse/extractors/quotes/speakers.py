"""Speakers: from the token that heads a cue's subject to the person or body that the phrase stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.extractors.quotes.bodies import Bodies
from pressparse.extractors.quotes.cast import Cast
from pressparse.extractors.quotes.lexicon import BODIES, COMPANIES, DOCUMENTS, STAFF
from pressparse.extractors.quotes.roll import Named, Speaker
from pressparse.extractors.quotes.stand_ins import Frame
from pressparse.extractors.quotes.subjects import is_human, is_relative
from pressparse.outline.passages import Passage
from pressparse.vocabulary import ADJECTIVES, HONORIFICS

if TYPE_CHECKING:
    from spacy.tokens import Token

_GAP = re.compile(r"(?: of [a-z ]{2,30})?(?:,(?: the| a)?)? ")
# its spokeswoman NAME told …
_STRANGER = re.compile(r" (?P<name>[A-Z][a-z]{1,14}(?:[ -][A-Z][a-z]{1,14}){1,3})(?= [a-z]|,)")
_PERSONAL = {"he", "she", "his", "him", "her", "himself", "herself", "who"}
_IMPERSONAL = {"it", "its", "itself", "which"}
_DESCRIBING = {"relcl", "acl", "advcl", "prep", "cc", "conj", "punct", "ccomp", "parataxis", "appos", "advmod", "case"}
_BELONGING = {"of", "at", "from", "with", "for", "in", "by"}


def find_speaker(cast: Cast, bodies: Bodies, frame: Frame, subject: Token) -> Speaker:
    """The speaker behind the phrase that `subject` heads; its name is None where that can't be told."""
    index, place = frame.passage.index, frame.places[subject.i] or (0, 0)
    if subject.tag_ in ("PRP", "PRP$") or is_relative(subject):
        return _pronoun(cast, bodies, index, subject.lower_, place)
    stranger = _STRANGER.match(frame.passage.text, place[1]) if subject.lower_ in STAFF else None
    if (owner := _owner(subject)) and not stranger:
        return find_speaker(cast, bodies, frame, owner)
    spans = [span for token in _core(subject) if (span := frame.places[token.i])] or [place]
    start, end = spans[0][0], spans[-1][1]
    own = [span for token in _core(subject, owners=False) if (span := frame.places[token.i])]
    named = cast.within(index, *place) or [found for span in own for found in cast.within(index, *span)]
    stop = subject.lower_.rstrip(".") in HONORIFICS and frame.passage.text[place[1] : place[1] + 1] == "."
    named = named or _apposed(cast, frame, subject) or _touching(cast, frame.passage, place[1] + stop)
    if named:
        found = cast.full(named, index)
        return Speaker(found.name, found.person, index, min(start, found.start), max(end, found.end))
    if _definite(subject) and (described := _described(cast, index, place[0], subject)):
        found = cast.speaker(described, index)
        return Speaker(found.name, found.person, index, start, end)
    if stranger:
        return Speaker(stranger["name"], None, index, start, stranger.end())
    if subject.lower_ in STAFF:
        return Speaker(bodies.read(frame.passage, start, max(start, place[0] - 1)), None, index, start, end)
    unowned = subject.lower_ in DOCUMENTS
    name = None if unowned else bodies.read(frame.passage, start, end) or _apposed_body(bodies, frame, subject)
    if name == subject.text and subject.tag_ in ("NN", "NNS") and not name.isupper():
        name = None  # Citizens said: a capital that only begins the sentence
    owner = next((child for child in subject.children if child.dep_ == "poss"), None)
    if owner is not None and (name or "") in frame.doc[owner.left_edge.i : subject.i].text:
        name = bodies.bare(subject.lower_, index, place[0])  # Ra's family, and the minister's ministry
    if name == subject.text and (partly := cast.partly(name)):
        return Speaker(*partly, index, start, end)  # Ra, where the text above names Ra Hyeon
    return Speaker(name, None, index, start, end)


def _described(cast: Cast, index: int, before: int, subject: Token) -> Named | None:
    """The one whom "the baker" stands for: who is called so above, else the only person of the sentence above."""
    if subject.lower_ in BODIES:
        return None
    alone = subject.tag_ == "NN" and is_human(subject) and subject.lower_ not in COMPANIES | STAFF
    land = next((ADJECTIVES[child.lower_] for child in subject.children if child.lower_ in ADJECTIVES), "")
    return cast.described(index, before, subject.lower_, land) or (cast.alone(index, before) if alone else None)


def _apposed_body(bodies: Bodies, frame: Frame, subject: Token) -> str | None:
    """A parents' group, Parents for Dark Streets, demanded …"""
    apposed = next((child for child in subject.children if child.dep_ == "appos"), None)
    spans = [span for token in _core(apposed) if (span := frame.places[token.i])] if apposed is not None else []
    return bodies.read(frame.passage, spans[0][0], spans[-1][1]) if spans else None


def _core(subject: Token, *, owners: bool = True) -> list[Token]:
    """The tokens of a noun phrase without what only describes it, in order; without `owners` not "Ra's" successor."""
    found = [subject]
    for token in found:
        inner = [child for child in token.children if child.dep_ not in _DESCRIBING]
        found += [child for child in inner if owners or child.dep_ != "poss"]
    return sorted(found, key=lambda token: token.i)


def _apposed(cast: Cast, frame: Frame, subject: Token) -> list[Named]:
    """One of the neighbors, Jang Mal-sun (78), told …"""
    found: list[Named] = []
    for token in subject.subtree:
        if token.dep_ == "appos" and (place := frame.places[token.i]):
            found += cast.within(frame.passage.index, *place)
    return found


def _touching(cast: Cast, passage: Passage, end: int) -> list[Named]:
    """The person behind a common noun, where the parser makes two phrases of it: the driver Ok; one of them, Ok."""
    gap = _GAP.match(passage.text, end)
    begin = gap.end() if gap else end
    return [one for one in cast.within(passage.index, begin, begin + 1) if one.person and one.start == begin]


def _pronoun(cast: Cast, bodies: Bodies, index: int, pronoun: str, place: tuple[int, int]) -> Speaker:
    if pronoun in _PERSONAL and (named := cast.antecedent(index, place[0], pronoun)):
        found = cast.speaker(named, index)
        return Speaker(found.name, found.person, index, *place)
    name = bodies.latest(index, place[0]) if pronoun in _IMPERSONAL else None
    return Speaker(name, None, index, *place)


def _owner(subject: Token) -> Token | None:
    """Whose official or whose statement heads the phrase: an official of the Ministry; a statement by the museum."""
    if subject.lower_ not in STAFF and subject.lower_ not in DOCUMENTS:
        return None
    owners = []
    made = [below for child in subject.children if child.dep_ == "acl" for below in child.children]
    for child in [*subject.children, *_charged(subject), *made]:
        owner = child
        if child.dep_ in ("prep", "agent") and child.lower_ in _BELONGING:
            owner = next((below for below in child.children if below.dep_ == "pobj"), child)
        named = owner.tag_.startswith("NNP") or owner.tag_ == "PRP$" or owner.lower_ in BODIES
        named = named or any(c.dep_ == "compound" and c.tag_.startswith("NNP") for c in owner.children)
        if owner.dep_ in ("pobj", "poss", "compound", "nmod") and named:
            owners.append(owner)
    # A city official of Haeryong: a name says more than what it is.
    return next((owner for owner in owners if owner.tag_.startswith("NNP")), owners[0] if owners else None)


def _charged(subject: Token) -> Iterator[Token]:
    """The phrases behind "in charge": the person in charge of lamps at the county."""
    for child in subject.children:
        if child.lower_ == "in":
            inner = [token for token in child.subtree if token.dep_ == "prep" and token.lower_ in ("at", "from")]
            yield from inner if any(token.lower_ == "charge" for token in child.children) else []


def _definite(subject: Token) -> bool:
    return subject.text.islower() and any(child.lower_ in ("the", "this") for child in subject.children)
