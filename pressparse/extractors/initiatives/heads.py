"""The noun that says what a name is the name of: `Act` in `Framework Act on X`, `Fund` in `Leap Fund No. 2`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pressparse.extractors.initiatives.lexicon import (
    BODIES,
    COUNTING,
    FOREIGN_LINKS,
    FORERUNNERS,
    HEAD_STARTS,
    HEAD_WORDS,
    HEADS,
    HEADS_OF_NO_BODY,
    HONOURS,
    LEADING,
    LEADING_KINDS,
    MEETS,
    PARENTS,
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

# What tells inside marks that the word before it is the head: `K-Food Fair in Milan`.
_JOINED = re.compile(r"[^\W\d_][^\W_]{1,24}([A-Z][a-z]{2,9})")
# A word with a capital, a part of one from its capital on, or what stands behind a hyphen.
_PIECE = re.compile(r"[^\W\d_a-z][^\W_]*|[-–][^\W_]+")
_HEAD_PIECES = frozenset(
    piece
    for word in HEAD_STARTS | {words[0] for words in HEADS if len(words) == 1}
    for piece in re.findall(r"[^\W_]+", word)
)
_NUMBERED_BILL = re.compile(r"[A-Z]{1,2}-?\d{1,4}")
_WORDS_KEPT = 8192
"""Words whose look is remembered: the same few thousand make up most of the text."""
_SHIFTING = frozenset(("system", "systems", "convention", "order"))
"""Heads whose kind depends on what stands around them."""
_AT_HEAD = LEADING | {"in", "at", "by", "under", "from", "via", "through", "along", "across"}


class Head(NamedTuple):
    """A head noun at `words[first:last + 1]`."""

    first: int
    last: int
    noun: str
    kind: InitiativeKind


def may_hold_head(text: str) -> bool:
    """Whether a head noun with a capital or behind a hyphen may stand in the text: quick, and never wrong with a no."""
    return any(map(_is_head_piece, _PIECE.findall(text)))


@lru_cache(maxsize=_WORDS_KEPT)
def _is_head_piece(piece: str) -> bool:
    piece = piece.lstrip("-–")
    low = piece.lower()
    return low in _HEAD_PIECES or (piece[1:] != low[1:] and _JOINED.fullmatch(piece) is not None)


def find_heads(words: Sequence[Word]) -> list[Head]:
    """Every head noun among the words, the longest where they overlap, in order."""
    found: list[Head] = []
    reached = 0
    for at, word in enumerate(words):
        if at >= reached and _may_be_head(word.text) and (head := _head_at(words, at)):
            found.append(head)
            reached = head.last + 1
    return found


@lru_cache(maxsize=_WORDS_KEPT)
def _may_be_head(text: str) -> bool:
    """Whether a head begins with the word, or a hyphen or a capital stands inside it: never wrong with a no."""
    low = text.lower()
    return low in HEAD_STARTS or text[1:] != low[1:] or "-" in text or "–" in text


def _head_at(words: Sequence[Word], at: int) -> Head | None:
    for spelling in SPELLINGS.get(words[at].lower, ()):
        length = len(spelling)
        if length == 1 or spelling == tuple([word.lower for word in words[at : at + length]]):
            return Head(at, at + length - 1, " ".join(spelling), HEADS[spelling])
    noun, one_kind = _in_one(words[at].text)
    return Head(at, at, noun, one_kind) if one_kind else None


@lru_cache(maxsize=_WORDS_KEPT)
def _in_one(text: str) -> tuple[str, InitiativeKind | None]:
    """The head that is written in one with what it is the head of, and its kind; None for the kind where none is."""
    # e-Portal, Co-Fair, Gov.Hub: the last part of a compound
    _, hyphen, tail = text.lower().replace("–", "-").rpartition("-")
    if hyphen and (kind := HEADS.get((tail,))):
        return tail, kind
    # BuoyWeek, SeaFest: written in one
    tail = _joined_tail(text)
    return tail, "event" if HEADS.get((tail,)) == "event" else None


def _joined_tail(text: str) -> str:
    """What begins with the last capital of a word written in one: `week` in `BuoyWeek`; empty where none does."""
    match = _JOINED.fullmatch(text[:40])
    return match[1].lower() if match else ""


def is_joined(word: Word) -> bool:
    """Whether a head is written in one with what it is the head of: `BuoyWeek`, `e-Portal`."""
    _, hyphen, tail = word.lower.replace("–", "-").rpartition("-")
    return ((tail if hyphen else _joined_tail(word.text)),) in HEADS


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
        if front in (PARENTS if marked else BODIES) | MEETS:
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
