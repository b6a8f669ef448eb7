"""What may stand inside a name besides its words: particles, stops of initials, marks, "s/o"."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.romanization import SURNAMES
from pressparse.vocabulary import FUNCTION_WORDS
from pressparse.words import Word, capital, touching

_NAMES = lexicons.load("names")
PARTICLES = frozenset(_NAMES["particles"])
_JOINED = tuple(_NAMES["joined"])
_SHORTENED = {"Mohd", "Muhd", "Md", "Abd", "Kh", "Ts", "Ch", "Sh", "Dz", "Ma", "St", "Sta", "Sto", "Wm", "Chas"}
_QUOTED = 6
"""Words before a mark among which one may open the quotation that it closes."""


def name_word(word: Word) -> bool:
    """Whether a word can be part of a name: a capital first, no digit, not a word that names never hold."""
    text = word.text
    if not text[0].isupper() or not (text.isalpha() or all(c.isalpha() or c in "-'." for c in text)):
        return False
    return word.low not in FUNCTION_WORDS or (word.low in SURNAMES and word.low != "in")


def joined(word: Word) -> bool:
    """Whether a word in small letters holds a name behind a particle: "al-Harbi", "d'Amico"."""
    return (
        ("-" in word.text or "'" in word.text)
        and word.low.startswith(_JOINED)
        and any(c.isupper() for c in word.text[2:6])
    )


def stop(words: Sequence[Word], index: int) -> bool:
    """Whether this is the stop of an initial: "K. R. Sundaram", "Ma. Teresa Cruz"."""
    before = words[index - 1] if index else None
    if before is None or before.end != words[index].start:
        return False
    if "-" in {before.text, words[index].text}:
        # "J.-P. Marsh"
        at = index if words[index].text == "-" else index - 1
        return (
            1 < at < len(words) - 2 and words[at - 1].text == words[at + 2].text == "." and len(words[at + 1].text) == 1
        )
    if words[index].text != ".":
        return False
    return len(before.text) == 1 or before.text in _SHORTENED


def initial(words: Sequence[Word], index: int) -> bool:
    """Whether an initial stands here with its stop and a name behind it: the "A." of "Sarah A. Marsh"."""
    word = words[index]
    if len(word.text) != 1 or not capital(word) or index + 2 >= len(words) or words[index + 1].text != ".":
        return False
    return words[index + 1].start == word.end and capital(words[index + 2])


def glottal(words: Sequence[Word], index: int) -> bool:
    """Whether the mark at `index` is the last letter of a Luo name and closes no quotation: "Ojwang' Mboya"."""
    if words[index].text != "'" or index == 0:
        return False
    before = words[index - 1]
    if before.end != words[index].start or not before.low.endswith("ng") or not capital(before):
        return False
    # "the song 'Big Bang'"
    marks = (at for at in range(max(index - _QUOTED, 0), index) if words[at].text == "'")
    return not any(
        words[at + 1].start == words[at].end and (at == 0 or words[at - 1].end < words[at].start) for at in marks
    )


def _nicknamed(words: Sequence[Word], index: int) -> bool:
    """Whether a nickname in marks stands here inside a name: the marks of 'Raul "Boy" Dizon'."""
    if words[index].text not in {'"', "'"} or index == 0 or index + 3 >= len(words):
        return False
    nick, closing, after = words[index + 1 : index + 4]
    closed = closing.text == words[index].text and closing.start == nick.end and nick.start == words[index].end
    return closed and touching(words, index + 3) and all(map(name_word, (words[index - 1], nick, after)))


def _dutch(words: Sequence[Word], index: int) -> bool:
    """Whether the article of "van 't Hof" stands here."""
    if words[index].text != "'" or index + 2 >= len(words) or not touching(words, index):
        return False
    return words[index + 1].text == "t" and words[index + 1].start == words[index].end and name_word(words[index + 2])


def _child(words: Sequence[Word], index: int) -> bool:
    """Whether "son of" or "daughter of" stands here as in Malaysia and Singapore: "s/o", "d/o", "a/l", "a/p"."""
    three = words[index : index + 3]
    return (
        len(three) == 3
        and "".join(word.low for word in three) in {"s/o", "d/o", "a/l", "a/p"}
        and three[2].end == three[0].start + 3
        and index + 3 < len(words)
        and touching(words, index + 3)
        and name_word(words[index + 3])
    )


def _particle(words: Sequence[Word], index: int) -> bool:
    """Whether this is a particle with a name behind it: "van den Berghe"."""
    if words[index].low not in PARTICLES:
        return False
    behind = index + 1
    if behind < len(words) and _dutch(words, behind):
        return True
    while behind < len(words) and behind < index + 3 and words[behind].low in PARTICLES and not capital(words[behind]):
        behind += 1
    return behind < len(words) and touching(words, behind) and name_word(words[behind])


def between(words: Sequence[Word], begin: int, index: int) -> int:
    """How many words at `index` stand between the parts of a name: a particle, marks, a stop; or 0."""
    if (index > begin and _child(words, index)) or _nicknamed(words, index):
        # "Ravi s/o Kumar"
        return 3
    if index > begin and _dutch(words, index):
        return 2
    return int(stop(words, index) or _particle(words, index))


def back(words: Sequence[Word], index: int) -> int:
    """How many words further back a particle of several begins that ends at `index`: "s/o", "'t"; 0 for none."""
    if index > 2 and _child(words, index - 2):
        return 2
    return int(index > 2 and words[index].low == "t" and _dutch(words, index - 1))
