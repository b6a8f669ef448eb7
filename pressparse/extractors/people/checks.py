"""What the words around a run say for or against its being a person."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import OCCUPATIONS, name_word
from pressparse.vocabulary import HEADS
from pressparse.words import touching

ROLES = HEADS | OCCUPATIONS
# What no firm is, though "a developer" or "a grower" may be one.
PEOPLE_ONLY = OCCUPATIONS - frozenset(lexicons.load("names")["firms_too"])
BODY_KINDS = frozenset(lexicons.load("names")["body_kinds"].split())
_HUMAN_ENDINGS = tuple(lexicons.load("names")["human_endings"])


def capital_beside(page: Page, begin: int, end: int) -> bool:
    """Whether a capitalised word touches the run on either side, so that it may be part of something greater."""
    words = page.words
    opens = begin == 1 or (begin > 1 and words[begin - 2].text in '.?!:"')
    left = touching(words, begin) and begin - 1 not in page.taken and name_word(words[begin - 1]) and not opens
    right = end < len(words) and touching(words, end) and end not in page.taken and name_word(words[end])
    return left or right


def says(page: Page, begin: int, what: frozenset[str]) -> bool:
    """Whether one of the words stands among the next, before a comma or a full stop."""
    for word in page.words[begin : begin + 7]:
        if word.low in what or (what is not BODY_KINDS and word.low.endswith(_HUMAN_ENDINGS)):
            return True
        if word.text in ",.;()":
            return False
    return False


def body(page: Page, begin: int, end: int, *, words_say: bool) -> bool:
    """Whether the release says that the run is a body, or the model, where `words_say` nothing else."""
    start, stop = page.words[begin].start, page.words[end - 1].end
    if words_say:
        return page.text(begin, end) in page.others
    organised = any(e.label_ == "ORG" and e.start_char <= start and e.end_char >= stop for e in page.doc.ents)
    return organised or page.text(begin, end) in page.others
