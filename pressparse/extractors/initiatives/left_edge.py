"""How far a capitalised name reaches to the left of its head noun."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extractors.initiatives.entities import Entities
from pressparse.extractors.initiatives.heads import Head
from pressparse.extractors.initiatives.lexicon import (
    ACTIONS,
    ADJECTIVAL,
    BODIES,
    CALENDAR,
    CONNECTORS,
    DEEDS,
    DETERMINERS,
    FAR_LINKS,
    FOREIGN_LINKS,
    HEAD_WORDS,
    KEPT_OWNERS,
    MARKED_ONLY,
    OF_THE,
    OPENERS,
    PARENTS,
    PLURALS,
    REPORTS,
    STEPS,
    TIMES,
)
from pressparse.extractors.initiatives.words import Word

_FARTHEST = 24
_FOR_THE = frozenset(("for", "to", "from", "in"))
# Announces, launched: in a headline, where the verb has a capital too
_HEADLINE_VERBS = frozenset(
    form for form in ACTIONS if form.endswith(("s", "ed")) and " " not in form and form not in HEAD_WORDS | ADJECTIVAL
) | {"held"}


def left_edge(words: Sequence[Word], head: Head, entities: Entities) -> int:
    """The index of the first word of the name that ends in (or begins with) `head`.

    `entities` are the known places, people and organisations.
    """
    edge = head.first
    at, links, hard = head.first - 1, 0, False
    reached = head.first
    while at >= 0 and head.first - at <= _FARTHEST:
        if bracket := _bracket(words, at, head):
            at = bracket - 1
            continue
        if _is_part(words, at) or _is_foreign_link(words, at):
            if links and words[at].lower.endswith("'s") and words[at].lower not in KEPT_OWNERS:
                edge = reached  # Mokpo's Wind to Sail Award
                break
            reached = at
            at -= 1
            continue
        if links == 0 or (not hard and not _is_entity(words, reached, entities)) or _determines(words, at):
            edge = reached
        if not _links(words, at, head, entities):
            break
        links += 1
        hard = hard or words[at].lower in FAR_LINKS or words[at].text == ","
        at -= 2 if words[at].lower == "the" and not words[at - 1].is_name else 1
    if at < 0 and (links == 0 or not hard):
        edge = reached
    return _trim_left(words, edge, head, entities)


def _determines(words: Sequence[Word], at: int) -> bool:
    """Whether an article stands at `at`, or before an adjective there: `the permanent Second Wind, … Program`."""
    return words[at].lower in DETERMINERS or (
        at > 0 and words[at].text.isalpha() and words[at - 1].lower in DETERMINERS
    )


def _is_part(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.text == "&":
        return True
    if word.is_sign or not word.is_name or word.lower in CALENDAR:
        return False
    if word.lower in DETERMINERS:
        # 5th Our Reef Conference, the Our Reef Conference
        return word.text == "Our" and at > 0 and (words[at - 1].is_name or words[at - 1].text == "the")
    return not (word.text.isdigit() and not word.is_year and not words[at + 1].is_name)


def _is_foreign_link(words: Sequence[Word], at: int) -> bool:
    """Whether a small word of another language joins two parts: `Hari ng Dagat Award`, `Fiesta de la Mar Program`."""
    if words[at].text not in FOREIGN_LINKS:
        return False
    if not words[at + 1].is_name and words[at + 1].text not in FOREIGN_LINKS:
        return False
    before = words[max(0, at - 2) : at]
    return bool(before) and (before[-1].is_name or (before[-1].text in FOREIGN_LINKS and before[0].is_name))


def _bracket(words: Sequence[Word], at: int, head: Head) -> int | None:
    """Where a bracket inside a name opens, if one closes at `at`: `Harbour (Amendment) Regulations 2023`.

    Before other heads than a law's it holds the letters of what stands before it: `Pier Innovation (PIN) Program`.
    """
    if words[at].text != ")":
        return None
    if head.kind != "law":
        lettered = at > 2 and at == head.first - 1 and words[at - 1].text.isupper() and words[at - 2].text == "("
        return at - 2 if lettered and words[at - 3].is_name and words[at - 3].lower not in BODIES else None
    first = at - 1
    while first > 0 and at - first < 8 and (words[first].is_name or words[first].lower in CONNECTORS | {"."}):
        first -= 1  # Finance (No. 2) Act 2031
    spelled = any(word.text.isalpha() and not word.text.isupper() for word in words[first + 1 : at])
    return first if first > 0 and words[first].text == "(" and spelled and words[first - 1].is_name else None


def _is_entity(words: Sequence[Word], at: int, entities: Entities) -> bool:
    """Whether a known entity begins at word `at` and ends before the next connector."""
    end = entities.end_of(words[at].start)
    if end is None:
        return False
    last = at
    while last + 1 < len(words) and words[last + 1].end <= end:
        last += 1
    return last + 1 < len(words) and (words[last + 1].lower in CONNECTORS or words[last + 1].text == ",")


def _links(words: Sequence[Word], at: int, head: Head, entities: Entities) -> bool:
    """Whether the word at `at` can join what stands before it to the name: `Control and Prevention Act`."""
    link = words[at].lower
    if link == "the":
        return _article_links(words, at)
    before = words[at - 1] if at else None
    if before is None or before.is_sign or not before.is_name or before.lower in CALENDAR:
        return False
    if (link not in ("and", ",") and link not in FAR_LINKS) or (link == "and" and before.is_year):
        return False  # Seed Act of 2022 and Harbor Regulation
    noun = before.lower
    if noun in REPORTS and link != "and":
        return False  # Guide to the Boat Act
    if noun in PLURALS and link == "and" and (head.kind == "law" or noun.removesuffix("s") in MARKED_ONLY):
        return True  # Ferry Services and Harbor Markets Act
    if noun in HEAD_WORDS and not (link == "of" and noun in PARENTS):
        return False
    if link == "of":
        if noun in PARENTS or noun in BODIES:
            return head.kind in ("award", "law")
        return noun not in DEEDS and noun not in OPENERS
    return noun not in BODIES and (link == "and" or (noun not in OPENERS and noun not in DEEDS))


def _article_links(words: Sequence[Word], at: int) -> bool:
    """Whether the article at `at` stands inside the name: `Skipper of the Year Award`, `the Shade the Stream Act`."""
    if at > 1 and words[at - 1].is_name and not words[at - 1].is_sign:
        return _opens_name(words, at - 1)
    if at < 2 or not words[at - 2].is_name:
        return False
    if words[at - 1].lower == "of":
        return words[at + 1].lower in OF_THE
    return words[at - 1].lower in _FOR_THE and _opens_name(words, at - 2)


def _opens_name(words: Sequence[Word], last: int) -> bool:
    """Whether the capitalised words that end at `last` stand behind an article: `the Ice Boxes for the South Project`.

    A body, a post or another undertaking is no part of the name: `the Ministry for the South Project`.
    """
    first = last
    while first > 0 and last - first < 6 and words[first].is_name and not words[first].is_sign:
        noun = words[first].lower
        if noun in DETERMINERS:
            return first < last
        if (
            noun in HEAD_WORDS
            or noun in BODIES
            or noun in PARENTS
            or noun in DEEDS
            or noun in OPENERS
            or noun in REPORTS
        ):
            return False
        first -= 1
    return words[first].lower in DETERMINERS


def _trim_left(words: Sequence[Word], edge: int, head: Head, entities: Entities) -> int:
    """Drop what only opens the sentence or owns the name: `Meanwhile`, `Under`, `Korea's`, `MSIT Announces`."""
    if 0 < edge < head.first and words[edge - 1].lower == "to" and words[edge].lower in ACTIONS:
        edge += 1  # City to Hold 2031 Kelp Festival
    for at in range(head.first - 1, edge - 1, -1):
        word = words[at]
        verb = word.lower in _HEADLINE_VERBS or (word.lower == "to" and words[at + 1].lower in ACTIONS)
        if verb and (at > edge or at == 0):
            edge = at + (2 if word.lower == "to" else 1)
            break
        owner = word.lower.endswith("'s") and word.lower not in KEPT_OWNERS
        if owner and (
            at == edge
            or (word.end in entities.ends or word.end - 2 in entities.ends)
            or word.lower[:-2] in BODIES
            or words[edge].lower in BODIES
        ):
            edge = at + 1
            break
    while edge < head.first:
        word = words[edge]
        opens = word.lower in OPENERS or word.lower in CONNECTORS or word.is_sign or _only_tells_when(words, edge)
        if opens and word.is_name and _is_led(words, edge):
            break  # A Just Harvest Fund
        counted = edge == 0 or words[edge - 1].lower not in DETERMINERS  # in 26 Pilot …, but the 119 Rescue Project
        number = word.text.isdigit() and not word.is_year and counted
        after_month = word.is_year and edge > 0 and _is_dated(words, edge)
        if not (opens or number or after_month):
            break
        edge += 1
    return edge


def _is_led(words: Sequence[Word], at: int) -> bool:
    """Whether an article leads a word that opens sentences elsewhere: `the One Coast Fund`, `A Just Harvest Fund`."""
    word, led = words[at].lower, at > 0 and words[at - 1].lower in DETERMINERS
    small = word in DETERMINERS or word in DEEDS or word in CONNECTORS
    return led and word.isalpha() and word in OPENERS and (not small or word == "our")


def _only_tells_when(words: Sequence[Word], at: int) -> bool:
    """`Next Family Concert to be held`; but the Next Generation Fund."""
    if words[at].lower not in TIMES or at + 1 >= len(words):
        return False
    led = at > 0 and (words[at - 1].is_name or words[at - 1].lower in DETERMINERS)
    return not led and words[at + 1].lower.rpartition("-")[2] not in STEPS


def _is_dated(words: Sequence[Word], at: int) -> bool:
    """Whether the year at `at` ends a date: `June 30, 2020 Korea Forum`."""
    before = words[max(0, at - 3) : at]
    return any(word.lower in CALENDAR for word in before)
