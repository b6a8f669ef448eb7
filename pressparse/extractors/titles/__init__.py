"""Posts: the office grammar run over every passage of a release."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pressparse import romanization
from pressparse.context import Context, Entity
from pressparse.extractors.titles.cores import Core, core_at, openings
from pressparse.extractors.titles.grammar import Reader
from pressparse.extractors.titles.heads import HEADS
from pressparse.extractors.titles.posts import as_post
from pressparse.extractors.titles.shared import SHARED, shared, singular
from pressparse.extractors.titles.walls import behind_bodies, behind_field, called_after
from pressparse.mentions import Post
from pressparse.organizations import owned
from pressparse.outline.passages import Passage
from pressparse.romanization import shape_at
from pressparse.vocabulary import ADJECTIVES, HONORIFICS, NOUNS, PORTFOLIOS, UNDERTAKINGS, UNITS, place
from pressparse.words import Word, acronym, capital, touching, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


_NUMBER = re.compile(r" ?[(☎,]? ?(?:tel)?\.? ?\+?\d{2,4}[-) .]", re.IGNORECASE)
_LETTERS = {"CS": "Cabinet Secretary", "PS": "Principal Secretary"}
# Given names that stand before another one in Malay: only so far back does a name reach from its "bin".
_MALAY = (
    frozenset("nur nurul siti mohd muhammad mohamad mohamed ahmad abdul wan nik tengku raja ku".split())
    - UNDERTAKINGS
    - HONORIFICS
)
_PARTICLES = {"dela", "de", "del", "da", "dos", "di", "van", "von", "der", "al", "zu", "zum", "zur", "du", "ter", "ten"}
_CHILDREN = {"bin", "binti", "bint", "binte", "ibn", "ibni"}
_JOINTS = _PARTICLES | _CHILDREN
_OF_FIRMS = {"ceo", "chairman", "chairwoman", "president", "founder"}
_LONGEST_BODY = 7
"""Tokens of the model that are too many for a body right before its post."""
_SCHEMES = UNDERTAKINGS - {"bill", "law"}


def find(context: Context) -> list[Post]:
    """Every post in the release's passages, in document order, attached to nobody yet."""
    found: list[Post] = []
    text = context.source.text
    # "CS", "PS" are many things where no such secretary is named.
    spared = {letters for letters, post in _LETTERS.items() if post not in text}
    for passage, doc, seen in zip(context.passages, context.docs, context.entities, strict=True):
        found.extend(post for post in _posts(passage, doc, seen, text) if post.role not in spared)
    return found


def _posts(passage: Passage, doc: Doc, seen: Sequence[Entity], source: str) -> Iterable[Post]:
    words = words_of(passage.text)
    lows = {word.low for word in words}
    words, plural = (words, {}) if SHARED.isdisjoint(lows) else singular(words)
    if not plural and HEADS.isdisjoint(lows) and "-" not in passage.text:
        return
    reader: Reader | None = None
    reached = floor = 0
    for index in openings(words):
        core = core_at(words, index) if index >= reached else None
        if core is None:
            continue
        reader = reader or Reader(words, *_names(words, seen), _bodies(words, doc, seen))
        begin = index
        if own := _own_begin(passage, words, core, source):
            begin = floor = own
            core = core_at(words, own) or core
        found = reader.post_at(begin, floor) if core.begin not in reader.inside else None
        if found is None:
            reached = max(begin + 1, core.end)
            continue
        post = as_post(passage, words, found)
        heads = [plural[i] for i in range(found.core.begin, found.core.end) if i in plural]
        yield shared(post, heads) if heads else post
        reached = floor = found.end


def _own_begin(passage: Passage, words: Sequence[Word], core: Core, source: str) -> int:
    """Where a post of a contact line begins behind its unit, which is no part of it, or 0.

    The unit stands on the line above ("Director: Tak"), or a telephone number follows the name ("Salt Division Manager
    Tak Bo-mi (044-200-1234)").
    """
    for index in range(core.begin, core.end):
        if index == 0 or (index > core.begin and not _named_unit(words, index - 1)):
            continue
        start = words[index].start
        label = core.end < len(words) and words[core.end].text == ":"
        if label and "\n" in source[passage.offsets[start - 1] : passage.offsets[start]]:
            return index
        shape = shape_at(words, core.end) if words[index - 1].low in UNITS else None
        if shape is not None and _NUMBER.match(passage.text, words[core.end + shape.length - 1].end):
            return index
    return 0


def _named_unit(words: Sequence[Word], index: int) -> bool:
    """Whether a unit's name ends here: "Salt Division", but not the "Team" of "Salt Team: Team Leader"."""
    return words[index].low in UNITS and index > 0 and touching(words, index) and capital(words[index - 1])


def _names(words: Sequence[Word], seen: Sequence[Entity]) -> tuple[set[int], set[int], set[int]]:
    """Word indices where a person's name begins, those behind one and those inside one, by shape and by the model."""
    begins, ends, inside = _before_particles(words) | behind_bodies(words), set[int](), set[int]()
    reached = 0
    for index in romanization.openings(words):
        shape = shape_at(words, index) if index >= reached else None
        if shape is None or (shape.strength == "possible" and not _after_post(words, index)):
            continue
        reached = index + shape.length
        begins.add(index)
        ends.add(reached)
        inside.update(range(index, reached))
    for start, stop, label in seen:
        if label != "PERSON" or not (found_at := _indices(words, start, stop)):
            continue
        begin, end = behind_field(words, *found_at), found_at[1]
        named = words[begin:end]
        # "Beach Lifeguards' Federation"
        owner = bool(owned(words, end)) and words[end].text == "'"
        # "Surya Yojana": a scheme
        owner = owner or named[-1].low in _SCHEMES or called_after(words, begin)
        told = 2 <= len(named) <= 5 and not owner and not any(_no_name(word) for word in named)
        if told and inside.isdisjoint(range(begin, end)):
            begins.add(begin)
            if end >= len(words) or words[end].low not in _OF_FIRMS:
                # "Haedam Hydrogen CEO": a firm that the model takes for a person.
                ends.add(end)
            inside.update(range(begin, end))
    return begins, ends, inside


def _before_particles(words: Sequence[Word]) -> set[int]:
    """Word indices where a name with a particle begins behind a field, which it would be taken for a part of."""
    begins = set[int]()
    for at in [at for at, word in enumerate(words[:-1]) if word.text in _JOINTS and at]:
        if words[at].text in _CHILDREN and capital(words[at - 1]) and capital(words[at + 1]):
            # "Deputy Minister for Investment Salim bin Omar"
            begins.add(_first_given(words, at - 1))
        elif words[at].text in _PARTICLES and at > 1 and capital(words[at - 1]) and not _no_name(words[at - 1]):
            # "Undersecretary for Ports Juan dela Rosa"
            begins.update({at - 1} if capital(words[at - 2]) and words[at - 2].low in PORTFOLIOS else ())
    return begins


def _first_given(words: Sequence[Word], index: int) -> int:
    """Where the given names begin that end at `index`: "Nur Salmah" of "Minister of Health Nur Salmah binti Osman"."""
    while index > 0 and touching(words, index) and capital(words[index - 1]) and words[index - 1].text.isalpha():
        before = words[index - 1]
        if _no_name(before) or before.low not in _MALAY:
            break
        index -= 1
    return index


def _bodies(words: Sequence[Word], doc: Doc, seen: Sequence[Entity]) -> dict[int, int]:
    """What the model calls an organisation: the word index behind each with the index where it begins."""
    found = dict[int, int]()
    for start, stop, label in seen:
        if label == "ORG" and (found_at := _indices(words, start, stop)):
            tokens = doc.char_span(start, stop)
            if tokens is not None and len(tokens) < _LONGEST_BODY:
                found[found_at[1]] = found_at[0]
    return found


def _indices(words: Sequence[Word], start: int, stop: int) -> tuple[int, int] | None:
    """Word indices [begin, end) of code points [start, stop), or None where they cut through words."""
    begin, end = bisect_left(words, (start,)), bisect_left(words, (stop,))
    whole = begin < end and words[begin].start == start and words[end - 1].end == stop
    return (begin, end) if whole else None


def _after_post(words: Sequence[Word], index: int) -> bool:
    return index > 0 and core_at(words, index - 1) is not None


def _no_name(word: Word) -> bool:
    return (
        (not word.text[0].isalpha() and word.text not in {".", "'"})
        or word.low in NOUNS or word.low in PORTFOLIOS or word.low in ADJECTIVES or place(word)
        or core_at([word], 0) is not None or (acronym(word) and len(word.text) > 5)
    )  # fmt: skip
