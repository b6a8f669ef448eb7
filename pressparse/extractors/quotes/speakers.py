"""Speakers: from the token that heads a cue's subject to the person or body that the phrase stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extractors.quotes.bodies import Bodies
from pressparse.extractors.quotes.cast import Cast, Named, Speaker
from pressparse.extractors.quotes.frames import Frame
from pressparse.extractors.quotes.lexicon import BODIES, COMPANIES, DOCUMENTS, STAFF
from pressparse.extractors.quotes.subjects import is_human
from pressparse.vocabulary import ADJECTIVES

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL = {"he", "she", "him", "her", "himself", "herself", "who"}
_IMPERSONAL = {"it", "its", "itself", "which"}
_DESCRIBING = {"relcl", "acl", "advcl", "prep", "cc", "conj", "punct", "ccomp", "parataxis", "appos", "advmod", "case"}
_BELONGING = {"of", "at", "from", "with", "for", "in", "by"}


def find_speaker(cast: Cast, bodies: Bodies, frame: Frame, subject: Token) -> Speaker:
    """The speaker behind the phrase that `subject` heads; its name is None where that can't be told."""
    index, place = frame.passage.index, frame.places[subject.i] or (0, 0)
    if subject.tag_ in ("PRP", "WP", "WDT"):
        return _pronoun(cast, bodies, index, subject.lower_, place)
    if owner := _owner(subject):
        return find_speaker(cast, bodies, frame, owner)
    spans = [span for token in _core(subject) if (span := frame.places[token.i])] or [place]
    start, end = spans[0][0], spans[-1][1]
    named = cast.within(index, *place) or [found for span in spans for found in cast.within(index, *span)]
    named = named or _apposed(cast, frame, subject)
    if named:
        found = cast.full(named, index)
        return Speaker(found.name, found.person, index, min(start, found.start), max(end, found.end))
    if _definite(subject) and (described := _described(cast, index, place[0], subject)):
        found = cast.speaker(described, index)
        return Speaker(found.name, found.person, index, start, end)
    unowned = subject.lower_ in STAFF or subject.lower_ in DOCUMENTS
    name = None if unowned else bodies.read(frame.passage, start, end) or _apposed_body(bodies, frame, subject)
    if name == subject.text and subject.tag_ in ("NN", "NNS") and not name.isupper():
        name = None  # Citizens said: a capital that only begins the sentence
    return Speaker(name, None, index, start, end)


def _described(cast: Cast, index: int, before: int, subject: Token) -> Named | None:
    """The one whom "the baker" stands for: who is called so above, else the only person of the sentence above."""
    alone = subject.tag_ == "NN" and is_human(subject) and subject.lower_ not in BODIES | COMPANIES | STAFF
    land = next((ADJECTIVES[child.lower_] for child in subject.children if child.lower_ in ADJECTIVES), "")
    return cast.described(index, before, subject.lower_, land) or (cast.alone(index, before) if alone else None)


def _apposed_body(bodies: Bodies, frame: Frame, subject: Token) -> str | None:
    """A parents' group, Parents for Dark Streets, demanded …"""
    apposed = next((child for child in subject.children if child.dep_ == "appos"), None)
    spans = [span for token in _core(apposed) if (span := frame.places[token.i])] if apposed is not None else []
    return bodies.read(frame.passage, spans[0][0], spans[-1][1]) if spans else None


def _core(subject: Token) -> list[Token]:
    """The tokens of a noun phrase without what only describes it, in order."""
    found = [subject]
    for token in found:
        found += [child for child in token.children if child.dep_ not in _DESCRIBING]
    return sorted(found, key=lambda token: token.i)


def _apposed(cast: Cast, frame: Frame, subject: Token) -> list[Named]:
    """One of the neighbors, Jang Mal-sun (78), told …"""
    found: list[Named] = []
    for token in subject.subtree:
        if token.dep_ == "appos" and (place := frame.places[token.i]):
            found += cast.within(frame.passage.index, *place)
    return found


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
    for child in subject.children:
        owner = child
        if child.dep_ in ("prep", "agent") and child.lower_ in _BELONGING:
            owner = next((below for below in child.children if below.dep_ == "pobj"), child)
        named = owner.tag_.startswith("NNP") or owner.lower_ in BODIES
        if owner.dep_ in ("pobj", "poss", "compound", "nmod") and named:
            return owner
    return None


def _definite(subject: Token) -> bool:
    return subject.text.islower() and any(child.lower_ in ("the", "this") for child in subject.children)
