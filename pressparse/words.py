"""Words of a passage with their places: what the grammars of posts, names and bodies read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

T = TypeVar("T")

# "U.S.", "H.E.": initials with their stops; "Dela", "Al-Rashidi", "O'Neill", "JongWon"; "'s" apart from its owner.
# The look ahead and the plain words first only save time: no space is tried, and most words are plain.
_WORD = re.compile(
    r"(?!\s)(?:[^\W_]++(?!['.-])"
    r"|(?:[^\W\d_]\.){2,6}|[^\W_]+(?:-[^\W_]+|'(?!s\b)[^\W_]+){0,8}|'s\b|[^\w\s]|_)"
)


# A telephone number or an address: the lines of contacts hold one.
PHONE = re.compile(r"☎|\d{2,4}[-)] ?\d{3,4}-\d{4}|\+\d{1,3}[ -]\(?\d")
# The look ahead spares the many characters with which neither begins.
CONTACT = re.compile(rf"(?=[@☎\d+])(?:@[\w-]|{PHONE.pattern})")


class Word(NamedTuple):
    """A word or a punctuation mark: its code points in the passage, its spelling, and that in small letters."""

    start: int
    end: int
    text: str
    low: str


class Kept(dict[str, T]):
    """What a function says of each stretch between two spaces, of which most come again and again.

    It holds 16,384 stretches of up to 48 code points, and begins anew when it is full.
    """

    _MOST, _LONGEST = 16_384, 48

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, stretch: str) -> T:
        found = self._read(stretch)
        if len(stretch) <= self._LONGEST:
            if len(self) >= self._MOST:
                self.clear()
            self[stretch] = found
        return found


_new = tuple.__new__


@lru_cache(maxsize=512)
def words_of(text: str) -> Sequence[Word]:
    """The words and marks of a passage's clean text, in order; linear in its length.

    Several rooms read the same passages one after another, so the last ones are kept.
    """
    return words_in(text)


def words_in(text: str) -> list[Word]:
    """The same of a text that is read once, a name or a part of a passage, and that takes no passage's place."""
    words: list[Word] = []
    end = 0
    # Between two words stands nothing but space, so each is found where the one before it ends. This, and what `Word()`
    # does without its own function, takes half the time of a match and a call for each word, of which there are many.
    for spelling in _WORD.findall(text):
        start = text.index(spelling, end)
        end = start + len(spelling)
        words.append(_new(Word, (start, end, spelling, spelling.lower())))
    return words


def holds_contact(text: str) -> bool:
    """Whether a text holds a telephone number or an address, as the lines of contacts do."""
    # The marks without which there is neither.
    return any(mark in text for mark in "-@☎+") and CONTACT.search(text) is not None


def capital(word: Word) -> bool:
    """Whether a word begins with a capital letter."""
    return word.text[0].isupper()


def acronym(word: Word) -> bool:
    """Whether a word is written in capitals: "GIST", "MeitY", "R&D"."""
    letters = word.text
    if len(letters) < 2 or not letters[0].isupper():
        return False
    return sum(c.isupper() for c in letters) * 2 > len(letters) or (letters[-1].isupper() and len(letters) < 7)


def touching(words: Sequence[Word], index: int) -> bool:
    """Whether the word at `index` follows the one before it after exactly one space."""
    return index > 0 and words[index].start == words[index - 1].end + 1


def headline(words: Sequence[Word]) -> bool:
    """Whether nearly every longer word has a capital, so that a capital says nothing of names."""
    capitals = [word.text[0].isupper() for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(capitals) > 3 and sum(capitals) * 10 > len(capitals) * 8
