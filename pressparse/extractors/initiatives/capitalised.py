"""Names without marks: runs of capitalised words around a noun that says what they name.

Every head noun grows to both sides as far as a proper name can go; what overlaps is one name. The growth is bounded,
so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from pressparse.context import Context
from pressparse.extractors.initiatives.around import surroundings
from pressparse.extractors.initiatives.enough import (
    belongs_to_body,
    is_field,
    is_held,
    is_lettered,
    says_enough,
    speaks,
)
from pressparse.extractors.initiatives.entities import Entities, find_entities, find_named_by_model
from pressparse.extractors.initiatives.head_starts import name_head_starts
from pressparse.extractors.initiatives.heads import (
    Head,
    find_name_heads,
    governing_head,
    is_body,
    is_treaty,
)
from pressparse.extractors.initiatives.left_edge import left_edge
from pressparse.extractors.initiatives.lexicon import (
    BLOCKED,
    CONNECTORS,
    PLURALS,
    THIN,
)
from pressparse.extractors.initiatives.marked import Marked
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.right_edge import right_edge
from pressparse.extractors.initiatives.spans import NO_SPANS, Span, Spans
from pressparse.extractors.initiatives.verdicts import is_talk
from pressparse.extractors.initiatives.words import Word, find_words
from pressparse.outline.passages import Passage
from pressparse.records import InitiativeKind

_NONE = (NO_SPANS, NO_SPANS)


def find_capitalised(
    context: Context, marked: Sequence[Marked], people: Mapping[int, Mapping[int, int]], told: Sequence[Set[str]]
) -> Iterator[Name]:
    """The unmarked names of a release, in document order; `marked` are the stretches in marks, already judged.

    `people` and `told` are what `find_people` finds and the words of each passage.
    """
    stretches = _by_passage(marked)
    posts = Spans((title.start, title.end) for title in context.titles)
    # who only takes part in a festival belongs to it, and yet it is no body
    bodies = {title.organization for title in context.titles}
    bodies |= {person.organization for person in context.people if person.title}
    for passage in context.passages:
        starts = name_head_starts(passage.text, told[passage.index])
        if starts is None or context.outline.nodes[passage.node].kind == "contact":
            continue
        words = find_words(passage.text)
        heads = find_name_heads(words, starts)
        if not heads:
            continue
        here = people.get(passage.index, {})
        entities, named = find_entities(context, passage, here), find_named_by_model(context, passage)
        headline = context.outline.nodes[passage.node].kind == "heading" and _is_headline(words)
        for first, last in _runs(words, heads, entities):
            name = _judge(passage, words[first : last + 1], words, first, headline, named)
            if (
                name
                and (name.kind == "law" or name.text not in bodies)
                and not _cuts_a_person(name, here)
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
    return {
        at: (Spans(closed[at]) if at in closed else NO_SPANS, Spans(opened[at]) if at in opened else NO_SPANS)
        for at in closed.keys() | opened.keys()
    }


def _is_headline(words: Sequence[Word]) -> bool:
    """Whether every longer word of a heading has a capital, so that a capital says nothing."""
    longer = [word for word in words if not word.is_sign and len(word.text) > 3]
    return len(longer) > 3 and all(word.is_name or word.lower in CONNECTORS for word in longer)


def _runs(words: Sequence[Word], heads: Iterable[Head], entities: Entities) -> Iterator[tuple[int, int]]:
    """First and last word of each name that one of the capitalised heads grows to; overlapping ones are joined."""
    reached: tuple[int, int] | None = None
    for head in heads:
        first, last = left_edge(words, head, entities), right_edge(words, head, entities)
        if reached and first <= reached[1]:
            reached = min(first, reached[0]), max(last, reached[1])
            continue
        if reached:
            yield reached
        reached = first, last
    if reached:
        yield reached


def _judge(
    passage: Passage, words: Sequence[Word], sentence: Sequence[Word], first: int, headline: bool, told: frozenset[int]
) -> Name | None:
    if len(words) < 2:
        return None
    text = passage.text[words[0].start : words[-1].end]
    if (text.isupper() and len(text) > 12) or text.lower() in BLOCKED or is_body(words, marked=False):
        return None
    head = governing_head(words)
    if (
        not head
        or belongs_to_body(sentence, first + len(words))
        or is_field(sentence, first)
        or (_may_speak(head) and speaks(sentence, first + len(words)))
        or is_talk(words, head)
    ):
        return None
    around = surroundings(passage.text, words[0].start, words[-1].end)
    treaty = is_treaty(words, head)
    known = words[-1].end in told or (treaty and _is_definite(sentence, first))
    enough = says_enough(words, head, told=known) or (
        not known and is_held(head, around) and says_enough(words, head, told=True)
    )
    lettered = head.kind in ("event", "program", "policy", "campaign") and is_lettered(words, around)
    if not (enough or lettered) or around.is_no_name:
        return None
    kind: InitiativeKind = "agreement" if treaty else head.kind
    heading = headline or ((head.noun in THIN or head.noun in PLURALS) and _fills(passage, words))
    return Name(
        passage.index, words[0].start, words[-1].end, text, tuple(words), head, kind, "capitalised name, head",
        words[0].start, words[-1].end, (head.noun,), sure=not heading,
    )  # fmt: skip


def _may_speak(head: Head) -> bool:
    """Whether a body may have such a name: `the Kelp Forum announced`, but `the Kelp Measures announced in May`."""
    if head.kind == "policy":
        return head.noun == "initiative"
    return head.kind not in ("plan", "strategy", "law", "agreement", "project")


def _is_definite(sentence: Sequence[Word], first: int) -> bool:
    """Whether an article or an acronym shows that one is meant that is known: `the Bonn Convention`."""
    return sentence[first].text.isupper() or (first > 0 and sentence[first - 1].lower == "the")


def _fills(passage: Passage, words: Sequence[Word]) -> bool:
    """Whether nothing but a number stands in the passage beside the words: a heading."""
    rest = passage.text[: words[0].start] + passage.text[words[-1].end :]
    return len(words) > 4 and not any(c.isalpha() for c in rest[:40])


def _is_covered(name: Name, stretches: tuple[Spans, Spans], passage: Passage, posts: Spans) -> bool:
    """Whether the name stands in a marked name or title of a work, or in somebody's post."""
    closed, opened = stretches
    if closed.near(name.start, name.end):
        return True
    if any(not (start < name.start and name.end <= end) for start, end in opened.near(name.start, name.end)):
        return True
    start, end = passage.span(name.start, name.end)
    return any(first <= start and end <= last for first, last in posts.near(start, end))
