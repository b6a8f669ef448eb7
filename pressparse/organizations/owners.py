"""Owners inside the names of bodies: "Women's Policy Bureau", "Growers' Cooperative"."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.organizations.parts import part
from pressparse.vocabulary import NOUNS, OWNERS
from pressparse.words import Word, capital, touching

_KINDS = NOUNS | {"affairs"}
_QUOTED = 10
"""Words before a mark among which one may open the quotation that it closes."""
_OWNED = 6
"""Words behind an owner among which the kind of body stands."""


def owns(words: Sequence[Word], index: int) -> bool:
    """Whether the mark at `index` makes the word before it an owner: a plural ("Growers'"), or a known one."""
    if not 0 < index < len(words) or words[index].low not in {"'s", "'"}:
        return False
    before = words[index - 1]
    if before.low in OWNERS:
        return True
    plural = before.low.endswith("s") and before.end == words[index].start and capital(before) and len(before.text) > 3
    return plural and words[index].text == "'" and not _closes(words, index)


def owned(words: Sequence[Word], index: int) -> int:
    """The index behind an owner's mark at `index` where a kind of body follows, or 0."""
    after = index + 1
    if not owns(words, index) or after >= len(words) or not touching(words, after):
        return 0
    if words[after].low == "and" and owns(words, after + 2):
        # "Women's and Children's Foundation"
        return after + 1 if owned(words, after + 2) else 0
    if not part(words, after):
        return 0
    for at in range(after, min(after + _OWNED, len(words))):
        if not touching(words, at) and words[at].text != ",":
            return 0
        if part(words, at) and words[at].low in _KINDS:
            return after
        if not (part(words, at) or words[at].low in {"and", "&", ",", "of", "for"}):
            return 0
    return 0


def _closes(words: Sequence[Word], index: int) -> bool:
    """Whether the mark at `index` closes a quotation: "the 'Hope Makers' Foundation"."""
    for at in range(index - 1, max(index - _QUOTED, 0) - 1, -1):
        if words[at].text == "'" and words[at + 1].start == words[at].end and (
            at == 0 or words[at - 1].end < words[at].start or words[at - 1].text in {"(", '"'}
        ):  # fmt: skip
            return True
    return False
