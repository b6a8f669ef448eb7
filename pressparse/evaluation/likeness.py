"""How alike two names, posts or spans are, from 0 to 1."""

from __future__ import annotations

import re
from typing import Any

Record = dict[str, Any]

_WORD = re.compile(r"\w+")
_IDLE = {"the", "of"}


def words(name: str | None) -> list[str]:
    """The words of a name in lower case."""
    return _WORD.findall((name or "").casefold())


def letters(name: str | None) -> str:
    """A name's letters and digits alone: spelling variants of one name are the same."""
    return "".join(words(name)).replace("_", "")


def shared_words(one: str | None, other: str | None) -> float:
    """The share of the words of both that both have."""
    left, right = set(words(one)) - _IDLE, set(words(other)) - _IDLE
    return len(left & right) / len(left | right) if left or right else 0.0


def is_same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are one, in either order of surname and given name."""
    return bool(letters(one)) and (letters(one) == letters(other) or sorted(words(one)) == sorted(words(other)))


def overlap(one: Record, other: Record) -> float:
    """The share of two spans' common stretch that both cover."""
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return common / (max(one["end"], other["end"]) - min(one["start"], other["start"])) if common > 0 else 0.0


def person(one: Record, other: Record) -> float:
    """1.0 where two people have one name."""
    return float(is_same_name(one["name"], other["name"]))


def post(one: Record, other: Record) -> float:
    """How far two people's posts agree, however title and organisation part the words; 1.0 where neither has one."""
    left, right = (f"{record.get('title') or ''} {record.get('organization') or ''}" for record in (one, other))
    return shared_words(left, right) if words(left) or words(right) else 1.0


def initiative(one: Record, other: Record) -> float:
    """The greatest likeness of any two forms of two initiatives' names."""
    return max(
        1.0 if letters(left) == letters(right) else shared_words(left, right)
        for left in _forms(one)
        for right in _forms(other)
    )


def _forms(record: Record) -> list[str]:
    return [record["name"], *(mention["text"] for mention in record.get("mentions", []))]
