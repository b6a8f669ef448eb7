"""Posts that several people share: "Vice Ministers Tak Bo-mi and Pyo Gi-ung", read as if their heads were singular."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pressparse.mentions import Post
from pressparse.vocabulary import HEADS, NOUNS, OWNERS, PORTFOLIOS, TRADES, UNDERTAKINGS
from pressparse.words import Word, capital, touching

_NEVER = NOUNS | OWNERS | PORTFOLIOS | TRADES | UNDERTAKINGS
_NO_NAMES = _NEVER | HEADS
_TAILS = {"general", "elect", "designate"}
_IRREGULAR = {"chairmen": "chairman", "deputies": "deputy", "secretaries": "secretary", "dignitaries": "dignitary"}
_REGULAR = {f"{head}s": head for head in HEADS if "-" not in head and not head.endswith("s")}
# The heads that several may share: their plurals with their singulars.
_SINGULAR = {many: one for many, one in (_REGULAR | _IRREGULAR).items() if one in HEADS and many not in _NEVER}
SHARED = frozenset(_SINGULAR)


def singular(words: Sequence[Word]) -> tuple[Sequence[Word], Mapping[int, str]]:
    """The words with every shared head before a name made singular, and those heads' spellings by their indices."""
    plural = {
        index: word.text
        for index, word in enumerate(words)
        if word.low in _SINGULAR and capital(word) and _name_follows(words, index + 1)
    }
    if not plural:
        return words, plural
    return [
        word._replace(text=_as_written(word.text), low=_SINGULAR[word.low]) if index in plural else word
        for index, word in enumerate(words)
    ], plural


def shared(post: Post, plural: Collection[str]) -> Post:
    """The post as one of those who share it: its role has a singular head."""
    words = [_as_written(word) if word in plural else word for word in post.role.split(" ")]
    return replace(post, role=" ".join(words), shared=True)


def _as_written(plural: str) -> str:
    """The singular in the plural's letters: "CEO" of "CEOs", "Minister" of "Ministers" and of "MINISTERS"."""
    one = _SINGULAR[plural.lower()]
    return one.upper() if plural[: len(one)].isupper() and not plural.isupper() else one.capitalize()


def _name_follows(words: Sequence[Word], index: int) -> bool:
    """Whether what follows right behind can be a name."""
    if index < len(words) and words[index].low in _TAILS:
        index += 1
    if index >= len(words) or not touching(words, index):
        return False
    word = words[index]
    return capital(word) and word.text.replace("-", "").isalpha() and word.low not in _NO_NAMES
