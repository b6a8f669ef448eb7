"""Posts that several people share: "Vice Ministers Tak Bo-mi and Pyo Gi-ung", read as if their heads were singular."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pressparse.mentions import Post
from pressparse.vocabulary import HEADS, NOUNS, OWNERS, PORTFOLIOS, TRADES, UNDERTAKINGS
from pressparse.words import Word, capital, touching

_NEVER = NOUNS | OWNERS | PORTFOLIOS | TRADES | UNDERTAKINGS
_TAILS = {"general", "elect", "designate"}
_IRREGULAR = {"chairmen": "chairman", "deputies": "deputy", "secretaries": "secretary", "dignitaries": "dignitary"}


def singular(words: Sequence[Word]) -> tuple[Sequence[Word], Mapping[int, str]]:
    """The words with every shared head before a name made singular, and those heads' spellings by their indices."""
    plural = {
        index: word.text
        for index, word in enumerate(words)
        if word.text[0].isupper()
        and word.low[-1] in "sn"
        and word.low[-2:] != "ss"
        and _one(word.low)
        and _name_follows(words, index + 1)
    }
    if not plural:
        return words, plural
    return [
        word._replace(text=_as_written(word.text), low=_one(word.low)) if index in plural else word
        for index, word in enumerate(words)
    ], plural


def shared(post: Post, plural: Collection[str]) -> Post:
    """The post as one of those who share it: its role has a singular head."""
    words = [_as_written(word) if word in plural else word for word in post.role.split(" ")]
    return replace(post, role=" ".join(words), shared=True)


def _as_written(plural: str) -> str:
    """The singular in the plural's letters: "CEO" of "CEOs", "Minister" of "Ministers" and of "MINISTERS"."""
    one = _one(plural.lower())
    return one.upper() if plural[: len(one)].isupper() and not plural.isupper() else one.capitalize()


def _one(low: str) -> str:
    """The singular of a head ("Directors-General" too), or ""."""
    first, hyphen, tail = low.partition("-")
    one = _IRREGULAR.get(first) or first.removesuffix("s")
    known = low not in _NEVER and one != first and one in HEADS and (not hyphen or tail in _TAILS)
    return f"{one}{hyphen}{tail}" if known else ""


def _name_follows(words: Sequence[Word], index: int) -> bool:
    """Whether what follows right behind can be a name."""
    if index < len(words) and words[index].low in _TAILS:
        index += 1
    if index >= len(words) or not touching(words, index):
        return False
    word = words[index]
    return capital(word) and word.text.replace("-", "").isalpha() and word.low not in _NEVER | HEADS
