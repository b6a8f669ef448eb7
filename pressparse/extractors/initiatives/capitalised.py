"""Names without marks: runs of capitalised words around a noun that says what they name.

Every head noun grows to both sides as far as a proper name can go; what overlaps is one name. The growth is bounded,
so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pressparse.context import Context
from pressparse.extractors.initiatives.around import surroundings
from pressparse.extractors.initiatives.entities import Entities, find_entities, find_named_by_model, find_people
from pressparse.extractors.initiatives.heads import Head, find_heads, governing_head, has_ordinal, is_body
from pressparse.extractors.initiatives.left_edge import left_edge
from pressparse.extractors.initiatives.lexicon import (
    BLOCKED,
    BODIES,
    CONNECTORS,
    FORERUNNERS,
    GENERIC,
    LEADING,
    MARKED_ONLY,
    MEETS,
    PARENTS,
    PLURALS,
    SAYERS,
    SYSTEMS,
    WEAK,
)
from pressparse.extractors.initiatives.marked import Marked
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.right_edge import right_edge
from pressparse.extractors.initiatives.spans import Span, Spans
from pressparse.extractors.initiatives.words import Word, find_words
from pressparse.outline.passages import Passage

_CAPITAL = re.compile(r"[^\W\d_a-z]")
_NONE = (Spans(), Spans())


def find_capitalised(context: Context, marked: Sequence[Marked]) -> Iterator[Name]:
    """The unmarked names of a release, in document order; `marked` are the stretches in marks, already judged."""
    stretches = _by_passage(marked)
    posts = Spans((title.start, title.end) for title in context.titles)
    bodies = {title.organization for title in context.titles} | {person.organization for person in context.people}
    people = find_people(context)
    for passage in context.passages:
        if context.outline.nodes[passage.node].kind == "contact" or not _CAPITAL.search(passage.text):
            continue
        words = find_words(passage.text)
        entities, told = find_entities(context, passage, people[passage.index]), find_named_by_model(context, passage)
        headline = context.outline.nodes[passage.node].kind == "heading" and _is_headline(words)
        for first, last in _runs(words, entities):
            name = _judge(passage, words[first : last + 1], words, first, headline, told)
            if (
                name
                and name.text not in bodies
                and not _cuts_a_person(name, people[passage.index])
                and not _is_covered(name, stretches.get(passage.index, _NONE), passage, posts)
            ):
                yield name


def _cuts_a_person(name: Name, people: Mapping[int, int]) -> bool:
    """Whether a person's name goes on behind it: `Minister Bill Noh` is no bill."""
    return any(word.start in people and people[word.start] > name.end for word in name.words)


def _by_passage(marked: Sequence[Marked]) -> dict[int, tuple[Spans, Spans]]:
    """For each passage the marked stretches that are closed to other names, and those that are open to them."""
    closed: dict[int, list[Span]] = {}
    opened: dict[int, list[Span]] = {}
    for one in marked:
        (closed if one.name or one.opaque else opened).setdefault(one.passage, []).append((one.start, one.end))
    return {at: (Spans(closed.get(at, ())), Spans(opened.get(at, ()))) for at in closed.keys() | opened.keys()}


def _is_headline(words: Sequence[Word]) -> bool:
    """Whether every longer word of a heading has a capital, so that a capital says nothing."""
    longer = [word for word in words if not word.is_sign and len(word.text) > 3]
    return len(longer) > 3 and all(word.is_name or word.lower in CONNECTORS for word in longer)


def _runs(words: Sequence[Word], entities: Entities) -> Iterator[tuple[int, int]]:
    """First and last word of each name that a capitalised head grows to; overlapping ones are joined."""
    reached: tuple[int, int] | None = None
    for head in find_heads(words):
        if not _may_head(words, head):
            continue
        first, last = left_edge(words, head, entities), right_edge(words, head, entities)
        if reached and first <= reached[1]:
            reached = min(first, reached[0]), max(last, reached[1])
            continue
        if reached:
            yield reached
        reached = first, last
    if reached:
        yield reached


def _may_head(words: Sequence[Word], head: Head) -> bool:
    """Whether a head noun is spelled as part of a proper name."""
    return all(
        w.text[0].isupper() or ("-" in w.text and w.is_name)
        for w in words[head.first : head.last + 1]
        if w.lower != "of"
    )


def _judge(
    passage: Passage, words: Sequence[Word], sentence: Sequence[Word], first: int, headline: bool, told: frozenset[int]
) -> Name | None:
    head = governing_head(words)
    text = passage.text[words[0].start : words[-1].end]
    if not head or len(words) < 2 or text.lower() in BLOCKED or is_body(words, marked=False):
        return None
    if not _says_enough(words, head, told=words[-1].end in told):
        return None
    if (
        _belongs_to_body(sentence, first + len(words))
        or _is_field(sentence, first)
        or _speaks(sentence, first + len(words))
    ):
        return None
    around = surroundings(passage.text, words[0].start, words[-1].end)
    if around.is_no_name:
        return None
    if text.isupper() and len(text) > 12:
        return None
    return Name(
        passage.index, words[0].start, words[-1].end, text, tuple(words), head, head.kind, "capitalised name, head",
        words[0].start, words[-1].end, (head.noun,), sure=not headline,
    )  # fmt: skip


def _belongs_to_body(sentence: Sequence[Word], at: int) -> bool:
    """Whether capitalised words go on behind the name to a body's or a post's noun: `Fund Planning Team`."""
    for word in sentence[at : at + 6]:
        if not word.is_name or word.is_sign:
            return False
        if word.lower in BODIES:
            return True
    return False


def _is_field(sentence: Sequence[Word], first: int) -> bool:
    """Whether the words are what a ministry or post is for: `Ministry of Economic Affairs and Climate Policy`."""
    if first < 2 or sentence[first - 1].lower not in ("of", "for", "on"):
        return False
    return sentence[first - 2].lower in PARENTS and sentence[first - 2].is_name


def _speaks(sentence: Sequence[Word], at: int) -> bool:
    """Whether the name says something: then it is a body (`the Korea Bankers' Forum said`)."""
    return at < len(sentence) and sentence[at].lower in SAYERS


def _says_enough(words: Sequence[Word], head: Head, *, told: bool) -> bool:
    """Whether the name says more than its head: `the Basic Plan`, `National Policy` name nothing.

    `told` says that the language model, too, takes it for a law's or an event's name (`Kyoto Protocol`).
    """
    front = [w.lower for w in words[: head.first] if w.lower not in CONNECTORS and not w.is_sign]
    behind = [w.lower for w in words[head.last + 1 :] if w.lower not in CONNECTORS and not w.is_sign]
    telling = [w for w in front if w not in GENERIC and not w[0].isdigit()] + [w for w in behind if not w[0].isdigit()]
    numbered = has_ordinal(words) or any(w.is_year for w in words)
    if head.noun in MARKED_ONLY:
        return (head.noun in MEETS and has_ordinal(words) and bool(telling)) or (
            numbered and len(front) >= 3 and bool(telling)
        )
    if head.noun in PLURALS and not behind:
        return False
    if not telling:
        return numbered and head.noun in FORERUNNERS and not front  # Vision 2030
    if head.noun in ("system", "systems") and words[head.first - 1].lower not in SYSTEMS:
        return False
    leads = head.last + 1 < len(words) and words[head.last + 1].lower in LEADING
    if head.noun in WEAK:
        called = not front and head.noun in FORERUNNERS  # Operation Blue Sky
        return told or called or len(front) >= 2 or numbered or (leads and len(telling) >= 2)
    return True


def _is_covered(name: Name, stretches: tuple[Spans, Spans], passage: Passage, posts: Spans) -> bool:
    """Whether the name stands in a marked name or title of a work, or in somebody's post."""
    closed, opened = stretches
    if closed.near(name.start, name.end):
        return True
    if any(not (start < name.start and name.end <= end) for start, end in opened.near(name.start, name.end)):
        return True
    start, end = passage.span(name.start, name.end)
    return any(first <= start and end <= last for first, last in posts.near(start, end))
