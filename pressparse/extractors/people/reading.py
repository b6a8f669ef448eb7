"""Runs of words that can be a person's name, read forward and backward from what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from pressparse import lexicons
from pressparse.extractors.people.connectors import PARTICLES, back, between, glottal, initial, joined, name_word, stop
from pressparse.given import burmese, listed
from pressparse.romanization import SURNAMES, Shape, shape_at
from pressparse.vocabulary import ADJECTIVES, FUNCTION_WORDS, LANDMARKS, NOUNS, PORTFOLIOS, TRADES, UNDERTAKINGS, place
from pressparse.words import Word, acronym, capital, touching

_NAMES = lexicons.load("names")
_SUFFIXES = frozenset(_NAMES["suffixes"])
SUFFIXES = frozenset(suffix.lower() for suffix in _SUFFIXES)
COMMON = frozenset(_NAMES["common_words"].split())
_PLAIN = NOUNS | TRADES | PORTFOLIOS | UNDERTAKINGS | COMMON
_ALSO_PEOPLE = SURNAMES | frozenset(_NAMES["also_people"].split())
HONORIFICS = frozenset(word.lower() for word in _NAMES["honorifics"])
_RAISED = {"right", "most", "very"}
_LEADS = HONORIFICS | _RAISED | {"tan"}
OCCUPATIONS = frozenset(_NAMES["occupations"].split())
_OFFICES = lexicons.load("offices")
_HEADS = frozenset(_OFFICES["standing"].split()) | frozenset(_OFFICES["named"].split())
# Words of programmes, brands and bodies, and what the people of a body are: "Healthy Families", "Apple Growers".
_WORDS = frozenset(_NAMES["words"].split()) | {f"{word}s" for word in OCCUPATIONS | NOUNS}
# "Jordan", "Welsh", "Park": places, adjectives and landmarks that people are called after speak against nobody.
_POSTS = {head for head in _HEADS if not head.endswith("s")} | {f"{head}s" for head in _HEADS}
_AGAINST = _WORDS | _PLAIN | _POSTS | ((LANDMARKS | ADJECTIVES.keys()) - _ALSO_PEOPLE)
_BRANDS = tuple(_NAMES["brand_endings"])
_BALINESE = frozenset(_NAMES["balinese"])
_HONORARY = {"h.c.", "em", "habil", "hab", "mult", "emer"}
_MONTHS = {"jan", "mar", "april", "may", "jun", "june", "august", "thu", "will", "he"}
# Words in small letters that may stand inside names: "van", the "s" of "s/o", and what may be a month's.
_INSIDE = PARTICLES | _MONTHS | _HONORARY | {"s", "d", "a"}
# Words that open no name, whatever follows.
CLOSED = (_WORDS | _PLAIN | (FUNCTION_WORDS - SURNAMES)) - _LEADS - OCCUPATIONS - _MONTHS - {"i", "ni", "win"}
_DOCTORS = {"ing", "med", "phil", "jur", "rer"}
_LONGEST = 6
"""Words that a name has at most, its initials' stops left out ("Maria del Carmen de la Cruz" is cut, and nobody is)."""


def plainly_small(word: Word) -> bool:
    """Whether a word stands nowhere in a name, at its beginning or inside: most words in small letters."""
    return word.text.islower() and word.text.isalpha() and word.low not in _INSIDE


def may_open(words: Sequence[Word], index: int) -> bool:
    """Whether the word can open a name though it is a month's or another: "Jan Pieter Maes", "I Wayan Sudana"."""
    balinese = words[index].text in {"I", "Ni"}
    if index + 1 < len(words) and touching(words, index + 1) and burmese(words, index + 1):
        # "Win Htet Naing"
        return True
    if not (balinese or words[index].low in _MONTHS) or index + 1 >= len(words) or not touching(words, index + 1):
        return False
    return words[index + 1].low in _BALINESE if balinese else name_word(words[index + 1])


def plain_word(word: Word) -> bool:
    """Whether a word speaks against its run being a person: it names bodies, fields, places, undertakings or posts."""
    low = word.low
    if low in _AGAINST or (low.endswith(_BRANDS) and len(low) > 6) or (len(low) < 3 and acronym(word)):
        return True
    return low not in _ALSO_PEOPLE and place(word)


def skip_honorifics(words: Sequence[Word], index: int) -> int:
    """The index behind the honorifics that begin at `index`: "H.E. Mr.", "Prof. Dr.", "Shri"."""
    if index >= len(words) or words[index].low.rstrip(".") not in _LEADS:
        return index
    for _ in range(_LONGEST):
        index += _raised(words, index)
        if index >= len(words) or words[index].low.rstrip(".") not in HONORIFICS or not capital(words[index]):
            break
        if words[index].text == "He" or (words[index].low in SURNAMES and shape_at(words, index) is not None):
            # "Vice Premier He Jialun", but "HE Astrid Lund"; "Pak Jong-su", but "Pak Budi"
            break
        # "Justice Kim", "General Kim" stay posts for the office grammar; here they only lead to the name.
        after = index + 1
        if after < len(words) and words[after].text in {".", "'"} and words[after].start == words[index].end:
            # "Mr.", "Dato'"
            after += 1
        if after + 2 < len(words) and words[after].text == "-" and words[after + 1].low in _DOCTORS:
            # "Dr.-Ing. Petra Weiss"
            after += 2 + (words[after + 2].text == ".")
        if after + 2 < len(words) and words[after].low in _HONORARY:
            # "Dr. h.c. Petra Weiss", "Prof. em. Weiss"
            after += 1 + (words[after + 1].text == ".")
        if after >= len(words) or (not touching(words, after) and words[after - 1].text != "."):
            break
        if not (_fits(words, after) or words[after].low in PARTICLES):
            break
        index = after
    return index


def _honorific(words: Sequence[Word], index: int) -> bool:
    return words[index].low.rstrip(".") in HONORIFICS or _raised(words, index) > 0


def _raised(words: Sequence[Word], index: int) -> int:
    """Whether the word only raises the honorific behind it: the "Most" of "the Most Rev.", the "Tan" of "Tan Sri"."""
    if index + 2 >= len(words) or not touching(words, index + 1):
        return False
    low, after = words[index].low, words[index + 1].low.rstrip(".")
    return (low in _RAISED and capital(words[index]) and after in HONORIFICS) or (low == "tan" and after == "sri")


def name_end(words: Sequence[Word], begin: int, posts: Set[int] = frozenset()) -> int:
    """The index behind the name that begins at `begin`; `begin` where none does. No name goes into `posts`."""
    if begin >= len(words) or begin in posts or plainly_small(words[begin]):
        return begin
    shape = shape_at(words, begin)
    if shape is not None and _free(begin, shape.length, posts) and not _goes_on(words, begin, shape):
        return begin + shape.length
    index = end = begin
    while index < len(words) and index - begin < 2 * _LONGEST and index not in posts:
        if index > begin and not (touching(words, index) or stop(words, index) or glottal(words, index)):
            break
        inner = index > begin and (joined(words[index]) or burmese(words, index))
        inner = inner or (index > begin and (glottal(words, index) or initial(words, index)))
        if inner or (_fits(words, index) and not (index > begin and plain_word(words[index]))):
            end = index + 1
        elif step := between(words, begin, index):
            index += step - 1
        else:
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


def name_begin(words: Sequence[Word], end: int, posts: Set[int] = frozenset()) -> int:
    """The index where the name that ends before `end` begins; `end` where there is none."""
    bare = _before_suffix(words, end)
    begin = _bare_begin(words, bare, posts)
    return begin if begin < bare else end


def _bare_begin(words: Sequence[Word], end: int, posts: Set[int]) -> int:
    """The same for a name without a suffix."""
    for length in (3, 2):
        begin = end - length
        shape = shape_at(words, begin) if begin >= 0 and _free(begin, length, posts) else None
        if shape is not None and shape.length == length:
            return begin
    begin = index = end
    while index > 0 and end - index < 2 * _LONGEST and index - 1 not in posts:
        if index < end and not (touching(words, index) or stop(words, index) or glottal(words, index)):
            break
        index -= 1
        if (_fits(words, index) and not plain_word(words[index])) or joined(words[index]) or initial(words, index):
            begin = index
        elif step := back(words, index):
            index -= step
        elif not glottal(words, index) and (
            index == end - 1 or not (stop(words, index) or words[index].low in PARTICLES)
        ):
            break
    while begin < end and (_honorific(words, begin) or words[begin].text == "." or joined(words[begin])):
        begin += 1
    return skip_occupation(words, begin, end)


def skip_occupation(words: Sequence[Word], begin: int, end: int) -> int:
    """The index where a name begins behind an occupation or letters: "Farmer Jaan Kask", "CEC Anna Mbeki"."""
    if end - begin < 3:
        return begin
    letters = acronym(words[begin]) and words[begin].text.isupper() and listed(words[begin + 1 : end])
    return begin + 1 if letters or words[begin].low in OCCUPATIONS else begin


def behind_brackets(words: Sequence[Word], index: int) -> int:
    """The index behind the brackets that open at `index`: "Tak Bo-mi (Reef Watch), …"; or `index`."""
    if index >= len(words) or words[index].text != "(":
        return index
    closing = (at for at in range(index + 1, min(index + 12, len(words))) if words[at].text == ")")
    return next(closing, index - 1) + 1


def _fits(words: Sequence[Word], index: int) -> bool:
    return name_word(words[index]) or may_open(words, index) or initial(words, index)


def _goes_on(words: Sequence[Word], begin: int, shape: Shape) -> bool:
    """Whether another name word follows what only looks like a whole Korean name: "Lim Jock Seng"."""
    after = begin + shape.length
    if shape.strength == "sure" or after >= len(words) or not touching(words, after):
        return False
    return name_word(words[after]) and not plain_word(words[after])


def _free(begin: int, length: int, posts: Set[int]) -> bool:
    return posts.isdisjoint(range(begin, begin + length))
