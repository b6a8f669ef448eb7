"""People in the fields of a page that a form wrote: "Name Ann Field Inquiry 203"."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.extractors.people.connectors import name_word
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import plain_word
from pressparse.vocabulary import HEADS, UNITS
from pressparse.words import touching

_FIELDS = frozenset(lexicons.load("names")["fields"])
_LONGEST = 4
"""Words of a name in a form."""


def filled(page: Page) -> None:
    """A name behind the label of its field, up to the next label, a number or the end of the line."""
    words = page.words
    if len(words) < 3 or words[0].low not in _FIELDS:
        return
    begin = 2 if words[1].text in {":", "|"} else 1
    stop = begin
    while stop < len(words) and stop - begin <= _LONGEST and name_word(words[stop]) and not plain_word(words[stop]):
        if stop > begin and not touching(words, stop):
            break
        stop += 1
    closed = stop >= len(words) or plain_word(words[stop]) or not words[stop].text[0].isalpha()
    other = any(word.low in HEADS or word.low in UNITS for word in words[begin:stop])
    if closed and not other and 2 <= stop - begin <= _LONGEST:
        page.take(begin, stop, f"after {words[0].text}")
