"""Posts: the office grammar run over every passage of a release."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pressparse.context import Context
from pressparse.extractors.titles.cores import core_at
from pressparse.extractors.titles.grammar import Reader
from pressparse.extractors.titles.posts import as_post
from pressparse.mentions import Post
from pressparse.outline.passages import Passage
from pressparse.romanization import shape_at
from pressparse.vocabulary import ADJECTIVES, NOUNS, PORTFOLIOS, place
from pressparse.words import Word, acronym, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(context: Context) -> list[Post]:
    """Every post in the release's passages, in document order, attached to nobody yet."""
    found: list[Post] = []
    for passage, doc in zip(context.passages, context.docs, strict=True):
        found.extend(_posts(passage, doc))
    return found


def _posts(passage: Passage, doc: Doc) -> Iterable[Post]:
    words = words_of(passage.text)
    reader: Reader | None = None
    index = floor = 0
    while index < len(words):
        core = core_at(words, index)
        if core is None:
            index += 1
            continue
        reader = reader or Reader(words, *_names(words, doc), _bodies(words, doc))
        found = reader.post_at(index, floor) if core.begin not in reader.inside else None
        if found is None:
            index = max(index + 1, core.begin + 1)
            continue
        yield as_post(passage, words, found)
        index = floor = found.end


def _names(words: Sequence[Word], doc: Doc) -> tuple[set[int], set[int], set[int]]:
    """Word indices where a person's name begins, those behind one and those inside one, by shape and by the model."""
    begins, ends, inside = set[int](), set[int](), set[int]()
    index = 0
    while index < len(words):
        shape = shape_at(words, index)
        if shape is None or (shape.strength == "possible" and not _after_post(words, index)):
            index += 1
            continue
        begins.add(index)
        ends.add(index + shape.length)
        inside.update(range(index, index + shape.length))
        index += shape.length
    at = {word.start: i for i, word in enumerate(words)}
    behind = {word.end: i + 1 for i, word in enumerate(words)}
    for entity in doc.ents:
        if entity.label_ != "PERSON" or entity.start_char not in at or entity.end_char not in behind:
            continue
        begin, end = at[entity.start_char], behind[entity.end_char]
        named = words[begin:end]
        if 2 <= len(named) <= 5 and not any(_no_name(word) for word in named) and inside.isdisjoint(range(begin, end)):
            begins.add(begin)
            ends.add(end)
            inside.update(range(begin, end))
    return begins, ends, inside


def _bodies(words: Sequence[Word], doc: Doc) -> dict[int, int]:
    """What the model calls an organisation: the word index behind each with the index where it begins."""
    at = {word.start: i for i, word in enumerate(words)}
    behind = {word.end: i + 1 for i, word in enumerate(words)}
    return {
        behind[e.end_char]: at[e.start_char]
        for e in doc.ents
        if e.label_ == "ORG" and e.start_char in at and e.end_char in behind and len(e) < 7
    }


def _after_post(words: Sequence[Word], index: int) -> bool:
    return index > 0 and core_at(words, index - 1) is not None


def _no_name(word: Word) -> bool:
    return (
        (not word.text[0].isalpha() and word.text not in {".", "'"})
        or word.low in NOUNS or word.low in PORTFOLIOS or word.low in ADJECTIVES or place(word)
        or core_at([word], 0) is not None or (acronym(word) and len(word.text) > 5)
    )  # fmt: skip
