"""How far the complement behind a head goes: `Act on Support for Small Islands` to the National Assembly."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extractors.initiatives.entities import Entities
from pressparse.extractors.initiatives.heads import Head, find_heads
from pressparse.extractors.initiatives.lexicon import (
    BODIES,
    CALENDAR,
    CONNECTORS,
    CONTRASTS,
    LEADING,
    OPENERS,
    RECIPIENTS,
)
from pressparse.extractors.initiatives.words import Word

_FARTHEST = 24
_JOINING = CONNECTORS | CONTRASTS
_BEHIND_NAMES = LEADING | {",", ".", "and"}
_OUTSIDE = frozenset(("at", "by", "as"))
# links that may bring the other party, the place or the recipient instead of more of the name
_BRINGING = frozenset(("in", "to", "with", "between", "under", "over", "into", "for", "from"))


def begins_piece(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` can begin a part of a name behind a preposition: no date does."""
    word = words[at]
    return (
        word.is_name
        and not word.is_sign
        and word.lower not in CALENDAR
        and not word.is_year
        and not word.text.isdigit()
        and not _is_day(words, at)
        and not _is_money(words, at)
    )


def _is_money(words: Sequence[Word], at: int) -> bool:
    """Whether the code of a currency stands at `at`: `Fund of KRW 90 billion`, `Grant of US$ 5 million`."""
    behind = [word.text for word in words[at + 1 : at + 3] if word.text not in ("$", ".")]
    if not behind or not behind[0][0].isdigit() or len(words[at].text) > 4:
        return False
    return words[at].text.isupper() or words[at].lower in ("rs", "tk")


def _is_day(words: Sequence[Word], at: int) -> bool:
    """Whether the word is a day or days of a month: `on 6–7 June`, `on the 18th and will`."""
    word = words[at]
    if not word.text[0].isdigit():
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return (following is not None and following.lower in CALENDAR) or (
        (word.is_ordinal or not any(c.isalpha() for c in word.text)) and (following is None or not following.is_name)
    )


def complement_end(words: Sequence[Word], at: int, head: Head, entities: Entities) -> int:
    """The index of the last word of a complement that begins at `at`, behind its preposition."""
    at += words[at].lower in ("the", "a", "an")
    edge = at
    limit = min(len(words), at + _FARTHEST)
    while at < limit:
        word = words[at]
        if word.text == "&" or (word.is_name and not word.is_sign and word.lower not in CALENDAR):
            edge = at
            at += 1
            if word.lower.endswith("'s") and at < limit and not words[at].is_name:
                break
            continue
        following = _after_link(words, at, limit)
        if following is None or not _goes_on(words, at, following, head, entities):
            break
        at = following
    return edge


def _after_link(words: Sequence[Word], at: int, limit: int) -> int | None:
    """The index of the capitalised word behind the comma or connectors at `at`."""
    start = at
    while (
        at < limit
        and at - start < 3
        and (words[at].text == "," or (words[at].lower in _JOINING and words[at].lower not in _OUTSIDE))
    ):
        at += 1
    return at if start < at < limit and begins_piece(words, at) else None


def _goes_on(words: Sequence[Word], at: int, following: int, head: Head, entities: Entities) -> bool:
    """Whether the piece behind a link is still the complement, and not the next name, a place or a new clause."""
    link = words[at].lower
    if words[following].lower in OPENERS:
        return False
    piece = following
    while piece < len(words) and piece - following < 10 and words[piece].is_name and not words[piece].is_sign:
        piece += 1
    if link in ("and", ",", "&"):
        if link == "and" and head.kind == "agreement" and words[head.last + 1].lower == "between":
            return "and" not in [word.lower for word in words[head.last + 1 : at]]  # between the X and the Y
        if words[at + 1].lower in ("the", "a", "an", "to") or (
            link == "," and words[at + 1].lower == "and" and not _in_list(words, at)
        ):
            return False
        if find_heads(words[following:piece]) and piece < len(words) and words[piece].lower in _BEHIND_NAMES:
            return not _is_new_name(words, following, piece)
        if link == ",":
            return _in_list(words, at) or _list_follows(words, piece)
        return not (
            words[following].start in entities.begins and words[following - 1].lower == "and" and piece - following > 2
        )
    if link in _BRINGING:
        if _brings_another(words[following:piece], link, head):
            return False
        kind_of_place = link == "from" and words[following].lower.endswith("s") and piece == following + 1
        return words[following].start not in entities.begins or link == "for" or kind_of_place  # Transport from Islands
    return True


def _brings_another(piece: Sequence[Word], link: str, head: Head) -> bool:
    """Whether behind `with`, `to` or `from` stands the other party, the recipient or the sender and no matter."""
    if link == "with" and head.kind == "agreement":
        return True
    nouns = {word.lower for word in piece}
    return link in ("with", "to", "from") and not (nouns.isdisjoint(BODIES) and nouns.isdisjoint(RECIPIENTS))


def _is_new_name(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether the piece after `and` or a comma is a name of its own: `…, Enforcement Rule of the X Act`."""
    heads = find_heads(words[first:end])
    if not heads:
        return False
    return (
        heads[-1].last == end - first - 1 or words[first - 1].text == "," or words[first + heads[-1].last + 1].is_year
    )


def _in_list(words: Sequence[Word], at: int) -> bool:
    """Whether a comma stands shortly before: `Testing, Evaluation, and Fielding`."""
    return any(word.text == "," for word in words[max(0, at - 4) : at])


def _list_follows(words: Sequence[Word], at: int) -> bool:
    """Whether the enumeration goes on to an `and`: `Trade, Industry and Energy`."""
    for word in words[at : at + 8]:
        if word.lower == "and":
            return True
        if not (word.is_name or word.text == ","):
            return False
    return False
