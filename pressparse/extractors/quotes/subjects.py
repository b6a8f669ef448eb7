"""Subjects: the token that heads the phrase of who does what a verb says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extractors.quotes.lexicon import DOCUMENTS, HUMAN_ENDINGS, HUMANS, VERBS
from pressparse.extractors.quotes.stand_ins import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = ("nsubj", "csubj")
_READING = frozenset(
    ["read", "reads", "reading", "delivered", "delivering", "conveyed", "conveying", "relayed", "relaying", "quoted"]
)
_GOING = frozenset(["go", "goes", "going", "went"])
_PASSED_ON = frozenset(["quoted", "cited", "heard", "overheard"])
_HEARING = frozenset(["heard", "hears", "hear", "hearing", "learned"])
_HIGHEST = 12


def find_subject(frame: Frame, verb: Token) -> Token | None:
    """The token that heads the subject of a verb, its own or the one that it shares."""
    if handed_on := _handed_on(verb):
        return handed_on
    cue = verb
    for _ in range(_HIGHEST):
        if frame.slot_at(verb.i) is None:
            children = list(verb.children)
            if agent := _agent(children):
                return agent
            own = _own_subject(frame, children)
            if own is not None and not (verb != cue and _is_talked_of(cue, verb, own)):
                return _antecedent(verb) if is_relative(own) or own.lower_ == "that" else own
            if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.i == verb.i - 1 and _may_act(verb.head):
                return verb.head  # footage of the mayor saying, “…”
            if verb.dep_ == "acl" and verb.head.tag_.startswith(("NN", "PRP")) and verb.head.dep_.startswith(_SUBJECT):
                return verb.head
        if verb.dep_ == "ROOT" or verb.head == verb:
            return None
        verb = verb.head
        while not is_verb(verb) and verb.dep_ != "ROOT":
            verb = verb.head
    return None


def _handed_on(verb: Token) -> Token | None:
    """Whose words another one gives: quoted the ambassador as saying, “…”; read out a letter from the mayor: “…”."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
    if verb.lower_ in _HEARING:
        source = next((child for child in verb.children if child.lower_ == "from"), None)
        return next((child for child in source.children if child.dep_ == "pobj"), None) if source is not None else None
    passive = any(child.dep_ == "nsubjpass" for child in over.children)
    given = next((child for child in over.children if child.dep_ == "dobj"), None)
    if given is None or passive:
        return None
    if over != verb:
        return given
    if verb.lower_ in _READING and given.lower_ in DOCUMENTS:
        source = next((child for child in given.children if child.lower_ in ("from", "by", "of")), None)
        return next((child for child in source.children if child.dep_ == "pobj"), None) if source is not None else None
    return None


def _may_act(noun: Token) -> bool:
    return noun.tag_.startswith(("NN", "PRP")) and noun.lower_ not in DOCUMENTS and noun.head.lower_ != "to"


def _own_subject(frame: Frame, children: list[Token]) -> Token | None:
    subjects = [child for child in children if child.dep_.startswith(_SUBJECT)]
    if len(subjects) > 1 and any(token.tag_ == "WP$" for token in frame.doc[subjects[0].i : subjects[-1].i]):
        # Lumen Works, whose CEO Go Ara said …; but Go Ara, whose brother fishes, said …
        apart = any(token.text == "," for token in frame.doc[subjects[-1].i : subjects[-1].head.i])
        return subjects[0 if apart else -1]
    if len(subjects) > 1:
        behind = next((subject for subject in subjects if subject.i > subject.head.i), None)
        if behind is not None:
            return behind  # The bell, said Mayor Cheon, “…”
        apposed = subjects[-1].left_edge.i - 1
        if subjects[0].tag_ == "NN" and subjects[-1].tag_ == "NNP" and frame.doc[apposed].text == ",":
            return subjects[-1]  # A resident who lost his house, Ok Jae-rim, asks …
    # “…,” was the answer of the Mayor
    return next(iter(subjects), None) or next((c for c in children if c.dep_ == "attr" and c.lower_ in DOCUMENTS), None)


def _is_talked_of(cue: Token, verb: Token, own: Token) -> bool:
    """Whether the subject of a verb that the cue hangs on is only talked of by the one who utters the cue.

    "Said that firms need not wait …, adding", "noted that trams carried … and added": the one who says is the one who
    adds, not the firms and not the trams. "Cited a crane that sings, describing it as": nor is it the crane.
    """
    if cue.tag_ == "VBG":
        return _is_reported(verb) or (verb.dep_ == "relcl" and own.tag_ in ("WDT", "WP"))
    undergoes = own.dep_ == "nsubjpass"  # reported that crews were towed …, and called it “…”
    return _is_reported(verb) and own.text.islower() and own.tag_.startswith("NN") and (undergoes or not is_human(own))


def is_relative(token: Token) -> bool:
    """Whether a token is "who" or "which", and not the WHO."""
    return token.tag_ in ("WP", "WDT") and not (len(token) > 1 and token.text.isupper())


def is_human(noun: Token) -> bool:
    """Whether a common noun is one for a person."""
    return noun.text.islower() and (noun.lower_ in HUMANS or noun.lower_.endswith(HUMAN_ENDINGS))


def _antecedent(verb: Token) -> Token | None:
    """The noun before a relative clause: the fee, which the makers called …"""
    return verb.head if verb.dep_ in ("relcl", "ccomp") else None


def _is_reported(verb: Token) -> bool:
    """Whether the clause of `verb`, or the one that it is joined to, is what a speech verb reports."""
    for _ in range(_HIGHEST):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return verb.dep_ == "ccomp" and speaks(verb.head)


def is_verb(token: Token) -> bool:
    # The tagger takes "shrugged harbor master Bang" for an adjective.
    return token.tag_.startswith(("VB", "MD")) or (
        token.dep_ == "ROOT"
        and token.lower_ in VERBS
        and (token.tag_ == "JJ" or (token.tag_ == "NNS" and any(child.dep_ == "nsubj" for child in token.children)))
    )  # Mayor Cheon, on the other hand, hopes for “…”: a noun to the tagger


def speaks(token: Token) -> bool:
    """Whether a word is a form of a speech verb, "went on about" among them."""
    if token.lower_ in _GOING:
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "on"
    return token.lower_ in VERBS and not _is_said_of(token)


def _is_said_of(verb: Token) -> bool:
    """Whether the subject undergoes what the verb says: "mistakes would be admitted" by somebody else."""
    deps = {child.dep_ for child in verb.children}
    return "auxpass" in deps and "agent" not in deps and verb.lower_ not in _PASSED_ON


def _agent(children: list[Token]) -> Token | None:
    """Was described by X as "…"."""
    by = next((child for child in children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
