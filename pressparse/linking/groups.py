"""The body of a group whose people are listed: "the Reef Bank staff including Ida Noor, Director, and …"."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.linking.sheets import Sheet
from pressparse.organizations import body, phrase_begin
from pressparse.vocabulary import COUNTRIES
from pressparse.words import capital

_GROUPS = frozenset(lexicons.load("names")["affiliation"]["groups"])
_LEADS = {"including", "namely", "comprising"}
_LINKS = frozenset(", and of for the & ( ) . - / ; at to on a an as well".split())
_REACH = 40
"""Words before a post among which the list may begin."""


def body_of_group(sheet: Sheet, index: int) -> str | None:
    """The body of the group in whose list of people the word at `index` stands, or None."""
    begin = _list_begin(sheet, index)
    if begin is None:
        return None
    words = sheet.words
    noun = begin - 1 if words[begin].text == "," else begin
    while noun > 0 and words[noun - 1].text == ",":
        noun -= 1
    if noun and words[noun - 1].low in _GROUPS:
        # "Reef Bank staff including"
        end = noun - 1
        if end and words[end - 1].low in {"'s", "'"}:
            end -= 1
        return _ending(sheet, end)
    # "officials of the Harbor Safety Agency, including"
    start = phrase_begin(words, noun)
    at = start - 1 if start and words[start - 1].low in {"the", "its"} else start
    told = at > 1 and start < noun and words[at - 1].low in {"of", "from", "at"} and words[at - 2].low in _GROUPS
    return _ending(sheet, noun) if told else None


def _list_begin(sheet: Sheet, index: int) -> int | None:
    """The index of the word that opens the list in which the word at `index` stands: "including", "such as"."""
    words = sheet.words
    for at in range(index - 1, max(index - _REACH, 0), -1):
        word = words[at]
        if word.low in _LEADS:
            return at
        pair = (words[at - 1].low, word.low)
        if pair in {("such", "as"), ("led", "by"), ("headed", "by")}:
            return at - 1
        if not (capital(word) or word.low in _LINKS or sheet.inside(at) or at in sheet.posts):
            return None
    return None


def _ending(sheet: Sheet, end: int) -> str | None:
    begin = phrase_begin(sheet.words, end)
    if begin >= end or begin in sheet.walls or not body(sheet.words[begin:end]):
        return None
    found = sheet.text_of(begin, end)
    return None if found.lower() in COUNTRIES else found
