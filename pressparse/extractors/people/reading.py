"""Runs of words that can be a person's name, read forward and backward from what stands beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse import lexicons
from pressparse.romanization import SURNAMES, Shape, shape_at
from pressparse.vocabulary import ADJECTIVES, FUNCTION_WORDS, LANDMARKS, NOUNS, PORTFOLIOS, TRADES, UNDERTAKINGS, place
from pressparse.words import Word, acronym, capital, touching

_NAMES = lexicons.load("names")
_SUFFIXES = frozenset(_NAMES["suffixes"])
SUFFIXES = frozenset(suffix.lower() for suffix in _SUFFIXES)
PARTICLES = frozenset(_NAMES["particles"])
COMMON = frozenset(_NAMES["common_words"].split())
_PLAIN = NOUNS | TRADES | PORTFOLIOS | UNDERTAKINGS | COMMON
_ALSO_PEOPLE = SURNAMES | frozenset(_NAMES["also_people"].split())
HONORIFICS = frozenset(word.lower() for word in _NAMES["honorifics"])
OCCUPATIONS = frozenset(_NAMES["occupations"].split())
_OFFICES = lexicons.load("offices")
_HEADS = frozenset(_OFFICES["standing"].split()) | frozenset(_OFFICES["named"].split())
_DOCTORS = {"ing", "med", "phil", "jur", "rer"}
_SHORTENED = {"Ma", "St", "Sta", "Sto", "Wm", "Chas"}
_LONGEST = 6
"""Words that a name has at most, its initials' stops left out ("Maria del Carmen de la Cruz" is cut, and nobody is)."""


def name_word(word: Word) -> bool:
    """Whether a word can be part of a name: a capital first, no digit, not a word that names never hold."""
    text = word.text
    if not text[0].isupper() or not all(c.isalpha() or c in "-'." for c in text):
        return False
    return word.low not in FUNCTION_WORDS or (word.low in SURNAMES and word.low != "in")


def may_open(words: Sequence[Word], index: int) -> bool:
    """Whether the word can be a given name though it is a day's or a month's too: "Jan Pieter Maes"."""
    months = {"jan", "mar", "april", "may", "jun", "june", "august", "thu", "will", "he"}
    return (
        words[index].low in months
        and index + 1 < len(words)
        and touching(words, index + 1)
        and name_word(words[index + 1])
    )


def plain_word(word: Word) -> bool:
    """Whether a word speaks against its run being a person: it names bodies, fields, places, undertakings or posts."""
    low = word.low
    if low in _PLAIN or low.removesuffix("s") in _HEADS or (acronym(word) and len(low) < 3):
        return True
    # "Jordan", "Welsh", "Park": places, adjectives and landmarks that people are called after.
    return low not in _ALSO_PEOPLE and (low in LANDMARKS or low in ADJECTIVES or place(word))


def skip_honorifics(words: Sequence[Word], index: int) -> int:
    """The index behind the honorifics that begin at `index`: "H.E. Mr.", "Prof. Dr.", "Shri"."""
    for _ in range(_LONGEST):
        if index >= len(words) or words[index].low.rstrip(".") not in HONORIFICS or not capital(words[index]):
            break
        if words[index].text == "He":
            # "Vice Premier He Jialun", but "HE Astrid Lund"
            break
        # "Justice Kim", "General Kim" stay posts for the office grammar; here they only lead to the name.
        after = index + 1
        if after < len(words) and words[after].text == "." and words[after].start == words[index].end:
            after += 1
        if after + 2 < len(words) and words[after].text == "-" and words[after + 1].low in _DOCTORS:
            # "Dr.-Ing. Petra Weiss"
            after += 2 + (words[after + 2].text == ".")
        if after >= len(words) or (not touching(words, after) and words[after - 1].text != "."):
            break
        if not (name_word(words[after]) or words[after].low in PARTICLES):
            break
        index = after
    return index


def name_end(words: Sequence[Word], begin: int, posts: Collection[int] = ()) -> int:
    """The index behind the name that begins at `begin`; `begin` where none does. No name goes into `posts`."""
    if begin >= len(words) or begin in posts:
        return begin
    shape = shape_at(words, begin)
    if shape is not None and _free(words, begin, shape.length, posts) and not _goes_on(words, begin, shape):
        return begin + shape.length
    index = end = begin
    while index < len(words) and index - begin < 2 * _LONGEST and index not in posts:
        if index > begin and not (touching(words, index) or _stop(words, index)):
            break
        if _fits(words, index) and not (index > begin and plain_word(words[index])):
            end = index + 1
        elif _nicknamed(words, index):
            index += 2
        elif not (_stop(words, index) or _particle(words, index)):
            break
        index += 1
    told = any(name_word(word) and not plain_word(word) for word in words[begin:end])
    return suffix_end(words, end) if told else begin


def suffix_end(words: Sequence[Word], end: int) -> int:
    """The index behind a suffix of the name that ends before `end`: "Ramon Dizon III", "Jose Reyes Jr."; or `end`."""
    at = end + 1 if end < len(words) and words[end].text == "," else end
    if 0 < at < len(words) and touching(words, at) and words[at].text in _SUFFIXES:
        end = at + 1
    elif not (end and words[end - 1].text in _SUFFIXES):
        return end
    stop = end < len(words) and words[end].text == "." and words[end].start == words[end - 1].end
    return end + 1 if stop and words[end - 1].text in {"Jr", "Sr"} else end


def _before_suffix(words: Sequence[Word], end: int) -> int:
    """The index behind a name without its suffix, or `end`."""
    at = end - 1 if end > 1 and words[end - 1].text == "." else end
    if at < 2 or words[at - 1].text not in _SUFFIXES or suffix_end(words, at - 1) != end:
        return end
    return at - 2 if words[at - 2].text == "," else at - 1


def name_begin(words: Sequence[Word], end: int, posts: Collection[int] = ()) -> int:
    """The index where the name that ends before `end` begins; `end` where there is none."""
    bare = _before_suffix(words, end)
    begin = _bare_begin(words, bare, posts)
    return begin if begin < bare else end


def _bare_begin(words: Sequence[Word], end: int, posts: Collection[int]) -> int:
    """The same for a name without a suffix."""
    for length in (3, 2):
        begin = end - length
        shape = shape_at(words, begin) if begin >= 0 and _free(words, begin, length, posts) else None
        if shape is not None and shape.length == length:
            return begin
    begin = index = end
    while index > 0 and end - index < 2 * _LONGEST and index - 1 not in posts:
        if index < end and not (touching(words, index) or _stop(words, index)):
            break
        index -= 1
        if _fits(words, index) and not plain_word(words[index]):
            begin = index
        elif index == end - 1 or not (_stop(words, index) or words[index].low in PARTICLES):
            break
    while begin < end and (words[begin].low.rstrip(".") in HONORIFICS or words[begin].text == "."):
        begin += 1
    return skip_occupation(words, begin, end)


def skip_occupation(words: Sequence[Word], begin: int, end: int) -> int:
    """The index where a name begins behind an occupation at a sentence's beginning: "Farmer Jaan Kask"."""
    return begin + 1 if end - begin > 2 and words[begin].low in OCCUPATIONS else begin


def behind_brackets(words: Sequence[Word], index: int) -> int:
    """The index behind the brackets that open at `index`: "Tak Bo-mi (Reef Watch), …"; or `index`."""
    if index >= len(words) or words[index].text != "(":
        return index
    closing = (at for at in range(index + 1, min(index + 12, len(words))) if words[at].text == ")")
    return next(closing, index - 1) + 1


def _fits(words: Sequence[Word], index: int) -> bool:
    return name_word(words[index]) or may_open(words, index)


def _stop(words: Sequence[Word], index: int) -> bool:
    """Whether this is the stop of an initial: "K. R. Sundaram", "Ma. Teresa Cruz"."""
    before = words[index - 1] if index else None
    if before is None or words[index].text != "." or before.end != words[index].start:
        return False
    return len(before.text) == 1 or before.text in _SHORTENED


def _nicknamed(words: Sequence[Word], index: int) -> bool:
    """Whether a nickname in marks stands here inside a name: the marks of 'Raul "Boy" Dizon'."""
    if words[index].text not in {'"', "'"} or index == 0 or index + 3 >= len(words):
        return False
    nick, closing, after = words[index + 1 : index + 4]
    closed = closing.text == words[index].text and closing.start == nick.end and nick.start == words[index].end
    return closed and touching(words, index + 3) and all(map(name_word, (words[index - 1], nick, after)))


def _particle(words: Sequence[Word], index: int) -> bool:
    """Whether this is a particle with a name behind it: "van den Berghe"."""
    if words[index].low not in PARTICLES:
        return False
    behind = index + 1
    while behind < len(words) and behind < index + 3 and words[behind].low in PARTICLES and not capital(words[behind]):
        behind += 1
    return behind < len(words) and touching(words, behind) and name_word(words[behind])


def _goes_on(words: Sequence[Word], begin: int, shape: Shape) -> bool:
    """Whether another name word follows what only looks like a whole Korean name: "Lim Jock Seng"."""
    after = begin + shape.length
    if shape.strength == "sure" or after >= len(words) or not touching(words, after):
        return False
    return name_word(words[after]) and not plain_word(words[after])


def _free(words: Sequence[Word], begin: int, length: int, posts: Collection[int]) -> bool:
    return not any(index in posts for index in range(begin, begin + length))
