"""How far a capitalised name reaches to the right of its head noun: a year, a version, a complement."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extractors.initiatives.entities import Entities
from pressparse.extractors.initiatives.heads import Head, find_heads
from pressparse.extractors.initiatives.lexicon import (
    CALENDAR,
    CONNECTORS,
    FORERUNNERS,
    HEADS,
    LEADING,
    OPENERS,
    PARENTS,
)
from pressparse.extractors.initiatives.words import Word

_FARTHEST = 24


def right_edge(words: Sequence[Word], head: Head, entities: Entities) -> int:
    """The index of the last word of the name: the head's year or version, or the complement behind it."""
    edge = head.last
    if edge + 2 < len(words) and words[edge + 1].lower == "no" and words[edge + 2].text == ".":
        edge += 3 if edge + 3 < len(words) and words[edge + 3].text.isdigit() else 0
    elif edge + 1 < len(words) and words[edge + 1].is_version and not _before_unit(words, edge + 2):
        edge += 1
    elif edge + 2 < len(words) and words[edge + 1].text == "," and words[edge + 2].is_year and head.kind == "law":
        edge += 2  # Inland Vessels Act, 2021
    if (
        words[edge].is_year
        and edge + 1 < len(words)
        and words[edge + 1].text.istitle()
        and words[edge + 1].lower not in CALENDAR | OPENERS
        and _ends_there(words, edge + 2)
    ):
        edge += 1  # Expo 2031 Mokpo
    elif edge + 2 < len(words) and words[edge + 1].text.isupper() and words[edge + 2].is_year:
        edge += 2  # Sea Startup Festival SAIL 2025
    if _is_joined_head(words, edge):
        edge += 2  # Semiconductor Vision and Strategy
    if head.noun in FORERUNNERS and (head.first == 0 or not words[head.first - 1].is_name):
        edge = _forename(words, edge)
    if edge + 1 < len(words) and words[edge + 1].lower in LEADING and _leads(words, edge + 1, head, entities):
        return _complement(words, edge + 2, entities)
    return edge


def _is_joined_head(words: Sequence[Word], edge: int) -> bool:
    """Whether `and` and a second head with no words of its own follow."""
    if edge + 2 >= len(words) or words[edge + 1].lower not in ("and", "&") or not words[edge + 2].is_name:
        return False
    return (words[edge + 2].lower,) in HEADS and _ends_there(words, edge + 3)


def _forename(words: Sequence[Word], edge: int) -> int:
    """The last word of a name whose head comes first: `Operation Blue Sky`, `Mission Clean Ports`."""
    last = edge
    while last + 1 < len(words) and last - edge < 4 and _begins_piece(words, last + 1):
        last += 1
    return last


def _ends_there(words: Sequence[Word], at: int) -> bool:
    """Whether no capitalised word stands at `at`: one alone behind a year is the place of the event."""
    return at >= len(words) or not words[at].is_name


def _before_unit(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].lower in ("million", "billion", "trillion", "percent", "%", "won")


def _leads(words: Sequence[Word], at: int, head: Head, entities: Entities) -> bool:
    """Whether the preposition at `at` opens a complement that belongs to the name."""
    link = words[at].lower
    after = at + 2 if at + 1 < len(words) and words[at + 1].lower in ("the", "a", "an") else at + 1
    if after >= len(words) or not _begins_piece(words, after):
        return False
    if link in ("on", "of") and (words[after].is_ordinal or (head.kind == "award" and link == "on")):
        return False  # the Award on the 54th Sea Day
    # held the Forum in Seoul, gave the Award to Korea
    if link == "with" or (link == "to" and (words[after].start in entities.begins or words[after].lower.endswith("s"))):
        return False
    if link in ("between", "among"):
        return head.kind == "agreement"
    if (
        link == "of"
        and words[after].lower in PARENTS
        and head.kind in ("plan", "strategy", "policy", "project", "program")
    ):
        return False
    return not (link == "of" and words[after].start in entities.begins and head.kind in ("plan", "strategy", "policy"))


def _begins_piece(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return (
        word.is_name
        and not word.is_sign
        and word.lower not in CALENDAR
        and not word.is_year
        and not word.text.isdigit()
    )


def _complement(words: Sequence[Word], at: int, entities: Entities) -> int:
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
        if following is None or not _goes_on(words, at, following, entities):
            break
        at = following
    return edge


def _after_link(words: Sequence[Word], at: int, limit: int) -> int | None:
    """The index of the capitalised word behind the comma or connectors at `at`."""
    start = at
    while (
        at < limit
        and at - start < 3
        and (
            words[at].text == ","
            or (words[at].lower in CONNECTORS and words[at].lower not in ("at", "by", "from", "as"))
        )
    ):
        at += 1
    return at if start < at < limit and _begins_piece(words, at) else None


def _goes_on(words: Sequence[Word], at: int, following: int, entities: Entities) -> bool:
    """Whether the piece behind a link is still the complement, and not the next name, a place or a new clause."""
    link = words[at].lower
    if words[following].lower in OPENERS:
        return False
    piece = following
    while piece < len(words) and piece - following < 10 and words[piece].is_name and not words[piece].is_sign:
        piece += 1
    if link in ("and", ",", "&"):
        if words[at + 1].lower in ("the", "a", "an", "to") or (
            link == "," and words[at + 1].lower == "and" and not _in_list(words, at)
        ):
            return False
        if (
            find_heads(words[following:piece])
            and piece < len(words)
            and words[piece].lower in LEADING | {",", ".", "and"}
        ):
            return not _is_new_name(words, following, piece)
        if link == ",":
            return _in_list(words, at) or _list_follows(words, piece)
        return not (
            words[following].start in entities.begins and words[following - 1].lower == "and" and piece - following > 2
        )
    if link in ("in", "to", "with", "between", "under", "over", "into", "for"):
        return words[following].start not in entities.begins or link == "for"
    return True


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
