"""The noun that says what a name is the name of: `Act` in `Framework Act on X`, `Fund` in `Leap Fund No. 2`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from pressparse.extractors.initiatives.head_starts import begins_head, head_in_one, joined_tail
from pressparse.extractors.initiatives.lexicon import (
    BODIES,
    COUNTING,
    FOREIGN_LINKS,
    FORERUNNERS,
    HEAD_WORDS,
    HEADS,
    HEADS_OF_NO_BODY,
    HONOURS,
    LEADING,
    LEADING_KINDS,
    MARKED_ONLY,
    MEETS,
    PARENTS,
    PLURALS,
    SPELLED,
    SPELLINGS,
    THIN,
    TREATIES,
    WEAK_OR_PLURAL,
    WIRED,
    WIRED_ANYWHERE,
)
from pressparse.extractors.initiatives.words import Word
from pressparse.records import InitiativeKind

_NUMBERED_BILL = re.compile(r"[A-Z]{1,2}-?\d{1,4}")
_SHIFTING = frozenset(("system", "systems", "convention", "order"))
"""Heads whose kind depends on what stands around them."""
_AT_HEAD = LEADING | {"in", "at", "by", "under", "from", "via", "through", "along", "across"}


class Head(NamedTuple):
    """A head noun at `words[first:last + 1]`."""

    first: int
    last: int
    noun: str
    kind: InitiativeKind


def find_heads(words: Sequence[Word]) -> list[Head]:
    """Every head noun among the words, the longest where they overlap, in order."""
    return _heads_at(words, [at for at, word in enumerate(words) if begins_head(word.text)])


def find_name_heads(words: Sequence[Word], starts: Set[str]) -> list[Head]:
    """The same heads where they are spelled as part of a proper name; `Applications to the Quay Fund` is none.

    `starts` are the words that `name_head_starts` tells of the passage.
    """
    places = [
        at
        for at, (text, _, _, _) in enumerate(words)
        if text in starts or (not text.isalnum() and len(text) > 1 and begins_head(text))
    ]
    return [head for head in _heads_at(words, places) if _is_in_name(words, head)]


def _heads_at(words: Sequence[Word], places: Iterable[int]) -> list[Head]:
    found: list[Head] = []
    reached = 0
    for at in places:
        if at >= reached and (head := _head_at(words, at)):
            found.append(head)
            reached = head.last + 1
    return found


def _is_in_name(words: Sequence[Word], head: Head) -> bool:
    if head.noun in PLURALS and head.noun.removesuffix("s") in MARKED_ONLY:
        return False
    return all(
        word.text[0].isupper() or ("-" in word.text and word.is_name)
        for word in words[head.first : head.last + 1]
        if word.lower != "of"
    )


def _head_at(words: Sequence[Word], at: int) -> Head | None:
    for spelling in SPELLINGS.get(words[at].lower, ()):
        length = len(spelling)
        if length == 1 or spelling == tuple([word.lower for word in words[at : at + length]]):
            return Head(at, at + length - 1, " ".join(spelling), HEADS[spelling])
    noun, one_kind = head_in_one(words[at].text)
    return Head(at, at, noun, one_kind) if one_kind else None


def is_joined(word: Word) -> bool:
    """Whether a head is written in one with what it is the head of: `BuoyWeek`, `e-Portal`."""
    _, hyphen, tail = word.lower.replace("–", "-").rpartition("-")
    return ((tail if hyphen else joined_tail(word.text)),) in HEADS


def governing_head(words: Sequence[Word]) -> Head | None:
    """The head that decides what the whole name `words` is; None where no noun does."""
    head = _governing(words)
    if not head:
        return None
    if head.noun not in _SHIFTING:
        return head
    front = {word.lower for word in words[: head.first]}
    if head.noun in ("system", "systems") and head.first and words[head.first - 1].lower not in WIRED:
        # a deposit system is a scheme, a booking system a platform
        return head if front & WIRED_ANYWHERE else head._replace(kind="program")
    if head.noun == "convention" and front & TREATIES:
        return head._replace(kind="agreement")
    return head._replace(kind="award") if is_honour(words, head) else head


def is_treaty(words: Sequence[Word], head: Head) -> bool:
    """Whether one word, a place or an acronym, stands before a treaty's noun: `Bonn Convention`, `MARPOL Protocol`."""
    return head.noun in ("convention", "protocol") and head.first == 1 and words[0].lower not in COUNTING


def is_numbered_law(words: Sequence[Word], head: Head) -> bool:
    """Whether a law's number follows its noun without `No.`: `Executive Order 14999`, `Bill C-99`."""
    if head.kind != "law" or head.last + 1 >= len(words):
        return False
    number = words[head.last + 1].text
    if " " in head.noun or head.noun == "proclamation":
        return 3 <= len(number) <= 6 and number.isdigit() and not words[head.last + 1].is_year
    return head.noun == "bill" and _NUMBERED_BILL.fullmatch(number) is not None


def is_honour(words: Sequence[Word], head: Head) -> bool:
    """Whether the name is an order's that is conferred: `Order of Maritime Merit`."""
    behind = [word.lower for word in words[head.last + 1 :]]
    return head.noun == "order" and behind[:1] == ["of"] and not HONOURS.isdisjoint(behind)


def _governing(words: Sequence[Word]) -> Head | None:
    heads = find_heads(words)
    if not heads:
        return None
    final = _final(words, heads)
    for head in heads:
        after = head.last + 1
        while after < len(words) and (words[after].is_version or words[after].lower in ("no", ".")):
            after += 1
        foreign = head.first == 0 and after < len(words) and words[after].text in FOREIGN_LINKS  # Plan de Puertos
        if after < len(words) and (words[after].lower in _AT_HEAD or foreign):
            # `Code for X Hackathon`, `Countermeasures for X Plan`: a thin noun gives way to a full one at the end
            thin = head.noun in THIN
            yields = thin and not (head.noun in MEETS and has_ordinal(words))
            if final and yields and final.noun not in WEAK_OR_PLURAL:
                return final
            if final and final.noun in ("act", "bill") and head.kind != "law":
                return final  # Declaration on the Rights of Sailors Act
            return head._replace(kind=LEADING_KINDS.get(head.noun, head.kind))
    if final:
        return final
    if heads[0].first == 0 and heads[0].noun in FORERUNNERS:
        return heads[0]
    return next((head for head in heads if _is_tagged(words, head.last + 1)), None)


def _is_tagged(words: Sequence[Word], at: int) -> bool:
    """Whether a year or an acronym follows the head: `Expo 2031 Mokpo`, `Sea Startup Festival SAIL 2025`."""
    return at < len(words) and (words[at].is_year or (words[at].text.isupper() and len(words[at].text) > 2))


def _final(words: Sequence[Word], heads: Sequence[Head]) -> Head | None:
    """The head that ends the name, but for a year, a version or `No. 2`."""
    end = len(words) - 1
    while end > 0 and (
        words[end].is_version
        or words[end].text.isdigit()
        or words[end].is_sign
        or words[end].lower in ("no", "phase", "plus")
        or (words[end].text[0].isdigit() and words[end - 1].text == ".")  # Supreme Decree No. 011-2024-MC
    ):
        end -= 1
    return next((head for head in reversed(heads) if head.last == end), None)


def is_body(words: Sequence[Word], *, marked: bool) -> bool:
    """Whether the words name an organisation, a place or a post rather than an undertaking."""
    leading = next((at for at, word in enumerate(words) if at and word.lower in LEADING), 0)
    if leading:
        front = words[leading - 1].lower
        if front in MEETS or front in (PARENTS if marked else BODIES):
            # Presidential Committee on Jobs; not `7th Council on Water`, `Institute for X Act`
            return words[-1].lower not in HEADS_OF_NO_BODY and not (front in MEETS and has_ordinal(words[:leading]))
        if front in HEAD_WORDS:
            return False  # Act on the Establishment of the X University
    if len(words) > 1 and (words[-2].lower, words[-1].lower) in HEADS:
        return False  # Pier Open House
    noun = words[-1].lower.rpartition("-")[2]
    if noun in MEETS:
        return noun in BODIES and not has_ordinal(words)
    return noun in BODIES and not (marked and (noun,) in HEADS)


def has_ordinal(words: Sequence[Word]) -> bool:
    """Whether the words begin with a number in order: `7th Korea–Chile Council`, `Second Meeting of …`."""
    return any(word.is_ordinal or word.lower in SPELLED for word in words[:3])
