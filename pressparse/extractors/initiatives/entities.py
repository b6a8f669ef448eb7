"""The places and organisations of a passage, as the language model and their own words tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pressparse.context import Context
from pressparse.extractors.initiatives.lexicon import BODIES
from pressparse.extractors.initiatives.words import find_words
from pressparse.outline.passages import Passage

_PLACES = ("GPE", "NORP", "LOC")


@dataclass(frozen=True, slots=True)
class Entities:
    """Where places, organisations and people begin in a passage, each with its end; and where such ends are."""

    begins: Mapping[int, int]
    ends: frozenset[int]

    def end_of(self, start: int) -> int | None:
        """The end of the entity that begins at `start`."""
        return self.begins.get(start)


def find_entities(context: Context, passage: Passage, people: Mapping[int, int] | None = None) -> Entities:
    """The places and organisations of the passage, with the `people` named in it."""
    begins = {
        start: end
        for start, end, label in context.entities[passage.index]
        if label in _PLACES or (label == "ORG" and _is_organization(passage.text[start:end]))
    } | dict(people or {})
    return Entities(begins, frozenset(begins.values()))


def find_places(context: Context, passage: Passage) -> frozenset[int]:
    """Where the words that the model takes for places, people or dates begin."""
    ents = context.docs[passage.index].ents
    return frozenset(t.idx for ent in ents if ent.label_ in (*_PLACES, "PERSON") for t in ent)


def find_people(context: Context) -> dict[int, dict[int, int]]:
    """For each passage that names people where they begin, each with the end."""
    found: dict[int, dict[int, int]] = {}
    filled = sorted((passage for passage in context.passages if passage.offsets), key=lambda p: p.offsets[0])
    starts = [passage.offsets[0] for passage in filled]
    for mention in (mention for person in context.people for mention in person.mentions):
        at = bisect_right(starts, mention.start) - 1
        if at >= 0:
            offsets = filled[at].offsets
            here = found.setdefault(filled[at].index, {})
            here[bisect_left(offsets, mention.start)] = bisect_left(offsets, mention.end)
    return found


def find_named_by_model(context: Context, passage: Passage) -> frozenset[int]:
    """Where the laws and events that the model sees in the passage end."""
    return frozenset(end for _, end, label in context.entities[passage.index] if label in ("LAW", "EVENT"))


@lru_cache(maxsize=1024)  # a release names few bodies, each many times
def _is_organization(text: str) -> bool:
    """Whether words that the model takes for an organisation say so themselves: it takes many a name for one."""
    words = [word.text.removesuffix("'s") for word in find_words(text)]
    return any(word.lower() in BODIES or (word.isupper() and len(word) > 1) for word in words)
