"""Romanised Korean names, told by their shape: a family name and one or two syllables, in either order.

The family names and syllables are in lexicons/names.toml; the shapes follow the three romanisations in use (the
Revised one, McCune-Reischauer, and free spelling), which all cut a given name into consonant, vowel, consonant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal, NamedTuple

from pressparse import lexicons
from pressparse.words import Word, capital, touching

_NAMES = lexicons.load("names")
_PLACES = lexicons.load("organizations")["places"]
SURNAMES = frozenset(_NAMES["surnames"].split())
# Few people have these: only a given name in two syllables with a hyphen behind them tells that they are names.
_RARE = frozenset(_NAMES["rare_surnames"].split())
EVERY_SURNAME = SURNAMES | _RARE
AMBIGUOUS = frozenset(_NAMES["ambiguous_surnames"].split())
_FAMILIES = [frozenset(line.split()) for line in _NAMES["families"].strip().splitlines()]
_SYLLABLES = frozenset(_NAMES["syllables"].split())
_COMPOUND = frozenset(
    name for name in SURNAMES if len(name) > 5 and name not in {"cheong", "kyeong", "gyeong", "myeong"}
)
_TOWNS = frozenset(_PLACES["korea"].lower().split())
_SYLLABLE = (
    r"(?:kk|tt|pp|ss|jj|ch|sh|[bdfghjklmnprstyw])?[yw]?(?:ae|eo|eu|oo|ou|oe|ee|ui|oi|ie|ey|eou|[aeiou])"
    r"(?:ng|ck|[bdghklmnprst])?"
)
_HYPHENED = re.compile(rf"{_SYLLABLE}-{_SYLLABLE}")
# "Mapo-gu", "Jeollanam-do": a place, when what stands before the hyphen is more than a syllable.
_ONE = re.compile(_SYLLABLE)

_UNACCENTED = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)

Strength = Literal["sure", "likely", "possible"]


class Shape(NamedTuple):
    """A Korean name that begins at some word: how many words it takes and how sure the shape alone makes it."""

    length: int
    strength: Strength


def family(word: Word) -> bool:
    """Whether a capitalised word can be a Korean family name."""
    return word.low in SURNAMES and capital(word)


def plain_letters(text: str) -> str:
    """A name in small letters without its accents, for looking it up: "Hải Phòng" is "hai phong"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.lower().translate(_UNACCENTED))
    return "".join(c for c in parts if not unicodedata.combining(c))


def _hyphened(word: Word) -> bool:
    return "-" in word.text and capital(word) and _HYPHENED.fullmatch(word.low) is not None


def syllables(word: Word) -> bool:
    """Whether a word is a Korean given name in two syllables with a hyphen: "Cheol-su"."""
    return _hyphened(word)


def spellings_of(surname: str) -> frozenset[str]:
    """Every spelling of a Korean family name, in small letters: "sim" and "shim", "lee" and "yi"; itself among them."""
    return next((spellings for spellings in _FAMILIES if surname in spellings), frozenset({surname}))


def _at_home(word: Word) -> bool:
    """Whether a hyphened word may be a place: "Seong-ri"."""
    return word.low.rpartition("-")[2] in {"ri", "do", "gu", "si", "gun", "dong", "eup"}


def _solid(word: Word) -> bool:
    """A given name of two syllables in one word: "Kiyoung", "JongWon", "MINSU"."""
    low = word.low
    if not 3 < len(low) < 13 or not capital(word) or low in _TOWNS:
        return False
    return any(low[:cut] in _SYLLABLES and low[cut:] in _SYLLABLES for cut in range(1, len(low)))


def _single(word: Word) -> bool:
    return capital(word) and (word.low in _SYLLABLES or (len(word.low) > 2 and _ONE.fullmatch(word.low) is not None))


def openings(words: Sequence[Word]) -> list[int]:
    """The indices of the words at which `shape_at` may find a name: a family name is among the next three words."""
    families = [index for index, word in enumerate(words) if word.low in EVERY_SURNAME and capital(word)]
    near = {begin for index in families for begin in (index - 2, index - 1, index) if begin >= 0}
    return sorted(begin for begin in near if capital(words[begin]))


def shape_at(words: Sequence[Word], index: int) -> Shape | None:
    """The Korean name that begins at `words[index]`, if there is the shape of one."""
    if index + 1 >= len(words) or not capital(words[index]):
        return None
    if words[index + 1].text == ",":
        if _turned(words, index):
            return Shape(3, "likely")
        return Shape(4, "possible") if _turned_apart(words, index) else None
    return _unbroken(words, index)


def _unbroken(words: Sequence[Word], index: int) -> Shape | None:
    first, second = words[index], words[index + 1]
    if not capital(second) or not touching(words, index + 1):
        return None
    if SURNAMES.isdisjoint([word.low for word in words[index : index + 3]]):
        # Every shape below holds a family name, and most capitals stand beside none.
        return Shape(2, "sure") if first.low in _RARE and _hyphened(second) and not _at_home(second) else None
    third = words[index + 2] if index + 2 < len(words) and touching(words, index + 2) else None
    if family(first) and _hyphened(second):
        return Shape(2, "sure")
    if _hyphened(first) and family(second):
        return Shape(2, "sure")
    clear = first.low not in AMBIGUOUS
    if third is not None and first.low not in _TOWNS and family(third) and _single(first) and _single(second):
        # "Ki Hyun Kim"; where both ends are family names ("Kim Ki Hyun") the order is open and the span the same.
        return Shape(3, "likely" if third.low not in AMBIGUOUS or (clear and family(first)) else "possible")
    if third is not None and family(first) and _syllables(second, third):
        return Shape(3, "likely" if clear else "possible")
    if family(first) and _solid(second):
        return Shape(2, "likely" if clear else "possible")
    if _solid(first) and family(second):
        return Shape(2, "likely" if second.low not in AMBIGUOUS else "possible")
    if family(first) and _single(second):
        return Shape(2, "likely" if first.low in _COMPOUND else "possible")
    return None


def _turned(words: Sequence[Word], index: int) -> bool:
    """Whether a family name, a comma and a given name stand here: "Gil, JungHoon", "Gil, Jung-hoon"."""
    if index + 2 >= len(words) or not family(words[index]) or not touching(words, index + 2):
        return False
    given = words[index + 2]
    inner = any(c.isupper() for c in given.text[1:]) and not given.text.isupper()
    alone = index + 3 >= len(words) or not (touching(words, index + 3) and capital(words[index + 3]))
    return alone and words[index + 1].start == words[index].end and ((inner and _solid(given)) or _hyphened(given))


def _turned_apart(words: Sequence[Word], index: int) -> bool:
    """The same with a given name in two words: "Gwon, Jung Hoon", but not the two family names of "Gwon, Lee Jin"."""
    if index + 3 >= len(words) or not family(words[index]) or words[index + 1].start != words[index].end:
        return False
    first, second = words[index + 2 : index + 4]
    alone = index + 4 >= len(words) or not (touching(words, index + 4) and capital(words[index + 4]))
    together = touching(words, index + 2) and touching(words, index + 3) and _syllables(first, second)
    return alone and together and first.low not in SURNAMES - AMBIGUOUS


def _syllables(*words: Word) -> bool:
    return all(capital(word) and word.low in _SYLLABLES for word in words)


def split(words: Sequence[str]) -> tuple[str, str] | None:
    """The (family name, given name) of a Korean name's words, in small letters; None where the order can't be told."""
    low = [word.lower() for word in words if word != ","]
    first, last = low[0] in SURNAMES or low[0] in _RARE, low[-1] in SURNAMES
    if len(low) < 2 or not (first or last):
        return None
    if last and ("-" in low[0] or not first):
        return low[-1], "".join(low[:-1]).replace("-", "")
    if len(low) == 2 and first and last and low[0] in AMBIGUOUS and low[1] not in AMBIGUOUS and "-" not in low[1]:
        return low[1], low[0]
    return low[0], "".join(low[1:]).replace("-", "")
