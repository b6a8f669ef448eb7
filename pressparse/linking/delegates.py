"""For whom somebody without a post speaks, or whence he comes: "Tak Bo-mi, representing the Salt Union"."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.linking.before import Stated
from pressparse.linking.sheets import Sheet
from pressparse.vocabulary import CERTAIN, UNITS
from pressparse.words import Word

_FOR = (["representing"], ["on", "behalf", "of"], ["speaking", "for"], ["speaking", "on", "behalf", "of"])
_TOLD = CERTAIN | UNITS | {"union", "league", "network", "alliance", "trust", "guild", "coalition", "consortium"}
_ARTICLES = {"a", "an", "the"}
_STOPS = frozenset(',.;:()"')
_REACH = 14
"""Words before a name at most among which it is said for whom somebody speaks."""
_DESCRIBED = 8
"""Words of a description at most before its "from"."""


def delegated(sheet: Sheet, begin: int, end: int) -> Stated | None:
    """The body of the name [begin, end) in word indices, where words before or behind it say for whom it speaks."""
    words = sheet.words
    if end + 1 < len(words) and words[end].text == ",":
        for lead in _FOR:
            if _lows(words, end + 1, len(lead)) == lead:
                return _named(sheet, end + 1 + len(lead))
        if found := _from(sheet, end + 1):
            return found
    return _before(sheet, begin)


def _lows(words: Sequence[Word], begin: int, count: int) -> list[str]:
    return [word.low for word in words[begin : begin + count]]


def _named(sheet: Sheet, index: int) -> Stated | None:
    """The body that begins at `index`, where a word of it is a kind of body."""
    begin = sheet.the(index)
    stop = sheet.phrase(begin)
    told = any(word.low in _TOLD for word in sheet.words[begin:stop])
    return Stated(sheet.text_of(begin, stop)) if told and stop > begin + 1 else None


def _from(sheet: Sheet, index: int) -> Stated | None:
    """As in ", a researcher from the Tide Institute": a fisherman from a town is of no body."""
    words = sheet.words
    if words[index].low not in _ARTICLES:
        return None
    for at in range(index + 1, min(index + _DESCRIBED, len(words) - 1)):
        if words[at].low == "from":
            return _named(sheet, at + 1)
        if words[at].text in _STOPS:
            return None
    return None


def _before(sheet: Sheet, begin: int) -> Stated | None:
    """As in "Speaking for the Salt Farmers' Union, Tak Bo-mi said": what opens the sentence before a name."""
    words, first = sheet.words, max(begin - _REACH, 0)
    if begin < 3 or words[begin - 1].text != ",":
        return None
    for at in range(begin - 2, first, -1):
        if words[at].text in _STOPS:
            return None
        for lead in _FOR:
            if words[at].low == lead[-1] and _lows(words, at + 1 - len(lead), len(lead)) == lead:
                start = sheet.the(at + 1)
                return _named(sheet, start) if sheet.phrase(start) == begin - 1 else None
    return None
