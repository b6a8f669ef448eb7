"""How far a capitalised name reaches to the right of its head noun: a year, a version, a complement."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extractors.initiatives.complement import begins_piece, complement_end
from pressparse.extractors.initiatives.entities import Entities
from pressparse.extractors.initiatives.heads import Head, is_numbered_law
from pressparse.extractors.initiatives.lexicon import (
    CALENDAR,
    FORERUNNERS,
    HEADS,
    ISSUERS,
    LEADING,
    OPENERS,
    PARENTS,
    RECIPIENTS,
)
from pressparse.extractors.initiatives.words import Word

_TOWARDS = ("plan", "policy", "strategy", "project", "program")


def right_edge(words: Sequence[Word], head: Head, entities: Entities) -> int:
    """The index of the last word of the name: the head's year or version, or the complement behind it."""
    edge = _numbered(words, head)
    if _is_joined_head(words, edge):
        edge += 2  # Semiconductor Vision and Strategy
    if head.noun in FORERUNNERS and (head.first == 0 or not words[head.first - 1].is_name):
        edge = _forename(words, edge)
    if edge + 1 < len(words) and words[edge + 1].lower in LEADING and _leads(words, edge + 1, head, entities):
        end = complement_end(words, edge + 2, head, entities)
        numbered = words[end].lower == "no" and end + 2 < len(words) and words[end + 1].text == "."
        return end + 2 if numbered and words[end + 2].text[0].isdigit() else end  # Ordinance of the Ministry No. 5
    return edge


def _numbered(words: Sequence[Word], head: Head) -> int:
    """The index of the head's last word, or of the year, version or number behind it."""
    edge = head.last
    if edge + 1 < len(words) and words[edge + 1].text == "Plus":
        edge += 1  # Southern Harbors Policy Plus
    if edge + 2 < len(words) and words[edge + 1].lower == "no" and words[edge + 2].text == ".":
        edge += 3 if edge + 3 < len(words) and words[edge + 3].text[0].isdigit() else 0
        edge += 2 if _of_year(words, edge, head) else 0  # Regulation No. 12 of 2025
    elif is_numbered_law(words, head):
        edge += 1  # Executive Order 14999, Bill C-99
    elif edge + 1 < len(words) and words[edge + 1].is_version and not _before_unit(words, edge + 2):
        edge += 1
    elif edge + 2 < len(words) and words[edge + 1].text == "," and words[edge + 2].is_year and head.kind == "law":
        edge += 2  # Inland Vessels Act, 2021
    elif _of_year(words, edge, head):
        edge += 2  # Seed Act of 2022
    if (
        words[edge].is_year
        and edge + 1 < len(words)
        and words[edge + 1].text.istitle()
        and words[edge + 1].lower not in CALENDAR
        and words[edge + 1].lower not in OPENERS
        and _ends_there(words, edge + 2)
    ):
        edge += 1  # Expo 2031 Mokpo
    elif edge + 2 < len(words) and words[edge + 1].text.isupper() and words[edge + 2].is_year:
        edge += 2  # Sea Startup Festival SAIL 2025
    if head.kind in _TOWARDS and edge + 2 < len(words) and words[edge + 1].lower == "to" and words[edge + 2].is_year:
        edge += 2  # National Culture Policy to 2030
    return edge


def _of_year(words: Sequence[Word], edge: int, head: Head) -> bool:
    """Whether `of` and the year of a law follow."""
    return edge + 2 < len(words) and words[edge + 1].lower == "of" and words[edge + 2].is_year and head.kind == "law"


def _is_joined_head(words: Sequence[Word], edge: int) -> bool:
    """Whether `and` and a second head with no words of its own follow."""
    if edge + 2 >= len(words) or words[edge + 1].lower not in ("and", "&") or not words[edge + 2].is_name:
        return False
    return (words[edge + 2].lower,) in HEADS and _ends_there(words, edge + 3)


def _forename(words: Sequence[Word], edge: int) -> int:
    """The last word of a name whose head comes first: `Operation Blue Sky`, `Mission Clean Ports`."""
    last = edge
    while last + 1 < len(words) and last - edge < 4 and begins_piece(words, last + 1):
        last += 1
    numbered = last > edge and last + 1 < len(words) and words[last + 1].is_version
    return last + 1 if numbered and not _before_unit(words, last + 2) else last  # Mission Kelp 2030


def _ends_there(words: Sequence[Word], at: int) -> bool:
    """Whether no capitalised word stands at `at`: one alone behind a year is the place of the event."""
    return at >= len(words) or not words[at].is_name


def _before_unit(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].lower in ("million", "billion", "trillion", "percent", "%", "won")


def _leads(words: Sequence[Word], at: int, head: Head, entities: Entities) -> bool:
    """Whether the preposition at `at` opens a complement that belongs to the name."""
    link = words[at].lower
    after = at + 2 if at + 1 < len(words) and words[at + 1].lower in ("the", "a", "an") else at + 1
    if after >= len(words) or not begins_piece(words, after):
        return False
    if link in ("on", "of") and (
        (words[after].is_ordinal and head.kind != "agreement") or (head.kind == "award" and link == "on")
    ):
        return False  # the Award on the 54th Sea Day
    if link == "to" and _receives(words, after):
        return False  # submitted the Relief Act to the National Assembly
    # held the Forum in Seoul, gave the Award to Korea
    if link == "with" or (link == "to" and (words[after].start in entities.begins or words[after].lower.endswith("s"))):
        return False
    if link in ("between", "among"):
        return head.kind == "agreement"
    if link != "of" or head.kind not in ("plan", "strategy", "policy", "project", "program"):
        return True
    if _owns(words, after):
        return False
    return not (words[after].start in entities.begins and head.kind in ("plan", "strategy", "policy"))


def _receives(words: Sequence[Word], at: int) -> bool:
    """Whether the capitalised words at `at` end in a body to which a bill goes."""
    piece = words[at : at + 6]
    end = next((n for n, word in enumerate(piece) if not word.is_name or word.is_sign), len(piece))
    return end > 0 and (piece[end - 1].lower in RECIPIENTS or piece[end - 1].lower in PARENTS)


def _owns(words: Sequence[Word], at: int) -> bool:
    """Whether a body stands at `at`, whose plan it is: `the Whale Plan of the Coast Guard`."""
    for word in words[at : at + 6]:
        if not word.is_name or word.is_sign:
            return False
        if word.lower in PARENTS or word.lower in ISSUERS:
            return True
    return False
