"""Abbreviations that a release introduces: "Ministry of Science and ICT (MSIT)", "(hereinafter 'the Ministry')"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pressparse.organizations import phrase_begin
from pressparse.outline.passages import Passage
from pressparse.vocabulary import ADJECTIVES, CERTAIN, COUNTRIES, UNITS
from pressparse.words import Word, capital, words_of

# "(MSIT)", "(KDCA, Commissioner Tak Bo-mi)", "(Commissioner: …, KDCA)", "(hereinafter 'MSIT')", "(the 'Board')".
_BRACKET = re.compile(r"\(([^()\n]{2,120})\)")
_SHORT = re.compile(
    r"(?:hereinafter|hereafter|abbreviated|also known as|or)?,? ?(?:referred to as|called)? ?(?:the )?"
    r"['\"]?([A-Z][A-Za-z&-]{1,11})['\"]?"
)
_LONG = re.compile(r"(?:the )?([A-Z][^\W\d_]+(?: (?:of|and|for|&|the|on|[A-Z][\w-]*)){1,12})")
_SMALL = {"of", "and", "for", "the", "&", "on", "in", "de", "a"}


def introduced(passages: Iterable[Passage]) -> dict[str, str]:
    """The abbreviations of bodies that the passages introduce, each with the full name as the text spells it."""
    return dict(_introduced(tuple(passage.text for passage in passages if "(" in passage.text)))


@lru_cache(maxsize=1)
def _introduced(texts: tuple[str, ...]) -> dict[str, str]:
    """The same; several rooms ask it of one release, one after another."""
    found: dict[str, str] = {}
    for text in texts:
        words = words_of(text)
        openings = {word.start: index for index, word in enumerate(words) if word.text == "("}
        for bracket in _BRACKET.finditer(text):
            if index := openings[bracket.start()]:
                _read(words, index, bracket[1], text, found)
    return found


def _read(words: Sequence[Word], index: int, inside: str, text: str, found: dict[str, str]) -> None:
    before = words[index - 1].text
    if (long := _LONG.fullmatch(inside)) and before.isupper() and _stands_for(before, long[1]):
        # "GIST (Gwangju Institute of Science and Technology)": the other way round.
        found.setdefault(before, long[1])
        return
    for piece in re.split(r"[,;] ?", inside):
        short = _SHORT.fullmatch(piece.strip())
        if short and sum(c.isupper() for c in short[1]) > 1:
            full = _full_name(words, index, short[1], text)
            if full:
                found.setdefault(short[1], full)


def _full_name(words: Sequence[Word], index: int, short: str, text: str) -> str | None:
    """The longest or best run before the bracket that `short` stands for."""
    begin = _reach_back(words, index)
    for start in range(begin, index):
        full = text[words[start].start : words[index - 1].end]
        if words[start].text[0].isupper() and words[start].text != "The" and _stands_for(short, full):
            first = start
            while first > begin and _of_a_country(words[first - 1]):
                # "Korea Tide Infrastructure Agency (TIA)"
                first -= 1
            return text[words[first].start : words[index - 1].end]
    return _foreign(words, index, short, text)


def _of_a_country(word: Word) -> bool:
    return capital(word) and (word.low in COUNTRIES or word.low in ADJECTIVES or word.low == "national")


def _foreign(words: Sequence[Word], index: int, short: str, text: str) -> str | None:
    """The body before a bracket with letters of its name in its own language: "Reef Board of Peru (CONARE)"."""
    begin = phrase_begin(words, index)
    named = words[begin:index]
    told = len(named) > 1 and short.isupper() and len(short) > 2 and short.lower() not in COUNTRIES
    if not told or not any(word.low in CERTAIN for word in named) or words[index - 1].low in UNITS:
        return None
    begin += named[0].text == "The"
    return text[words[begin].start : words[index - 1].end]


def _reach_back(words: Sequence[Word], index: int) -> int:
    begin = index
    while begin > 0 and index - begin < 14:
        word = words[begin - 1]
        if not (word.text[0].isupper() or word.low in _SMALL or word.text in ",-'"):
            break
        begin -= 1
    return min(begin, phrase_begin(words, index))


def _stands_for(short: str, full: str) -> bool:
    """Whether the letters of `short` are found in order in `full`, most of them at words' beginnings."""
    letters = [c.lower() for c in short if c.isalpha()]
    names = [name.lower() for name in re.findall(r"[^\W\d_]+", full) if name.lower() not in _SMALL]
    if not names or not letters or names[0][0] != letters[0] or len(names) < 2 or len(names) > len(letters) + 2:
        return False
    initials = [name[0] for name in names]
    position = 0
    for letter in letters:
        if position < len(initials) and letter == initials[position]:
            position += 1
    if position == len(initials):
        return True
    # "KHNP", "KORAIL": letters from inside the words, in order; at least half of the words must give their first.
    rest, at = "".join(names), 0
    for letter in letters:
        at = rest.find(letter, at) + 1
        if not at:
            return False
    return position * 2 >= len(initials)
