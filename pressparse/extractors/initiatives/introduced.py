"""Names that lower-case words introduce: `a campaign called Walk One More Block`, `the Brain Korea 21 project`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressparse.context import Context
from pressparse.extractors.initiatives.around import surroundings
from pressparse.extractors.initiatives.entities import Entities, find_entities
from pressparse.extractors.initiatives.heads import governing_head, is_body
from pressparse.extractors.initiatives.lexicon import (
    AROUND,
    BODIES,
    CALENDAR,
    CONNECTORS,
    DETERMINERS,
    MARKED_ONLY,
    OPENERS,
    PLURALS,
    any_of,
)
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.words import Word, find_words
from pressparse.outline.passages import Passage

_NAMING = re.compile(
    rf"\b(?P<noun>[a-z]{{2,20}})\W{{1,3}}"
    rf"(?:(?:(?:which|that) )?(?:(?:is|was|are) )?(?:also )?{any_of('naming')}(?: as)?|{any_of('under_name')}"
    rf"|{any_of('tentative')}(?: (?:name|title|named|called|titled))?)[: ]{{1,2}}(?:the )?(?=[A-Z0-9])"
)
_BARE = re.compile(
    r" (?P<noun>campaign|project|program|programme|initiative|festival|contest|challenge|movement|hackathon)s?\b"
)
_LONGEST = 10
_LINKS = frozenset(("for", "of", "to", "and", "&"))


def find_named(context: Context) -> Iterator[Name]:
    """The unmarked names that a noun and a word of naming introduce, and those that a bare noun follows."""
    for passage in context.passages:
        if context.outline.nodes[passage.node].kind == "contact":
            continue
        for match in _NAMING.finditer(passage.text):
            if name := _called(passage, match):
                yield name
        if " " in passage.text:
            yield from _followed(passage, find_entities(context, passage))


def _called(passage: Passage, match: re.Match[str]) -> Name | None:
    noun = match["noun"]
    if noun not in AROUND:
        return None
    words = _run(find_words(passage.text, match.end(), match.end() + 120))
    if len(words) < 2 or is_body(words, marked=True):
        return None
    return _name(passage, words, noun, "name introduced by a noun")


def _run(words: Sequence[Word]) -> list[Word]:
    """The capitalised words at the beginning, with what links them; a preposition of place ends them."""
    last = 0
    for at, word in enumerate(words[:_LONGEST]):
        if word.is_name and not word.is_sign and word.lower not in CALENDAR:
            last = at + 1
        elif word.lower not in CONNECTORS or word.lower in ("in", "at", "by", "from", "with"):
            break
    return list(words[:last])


def _followed(passage: Passage, entities: Entities) -> Iterator[Name]:
    """`the Brain Korea 21 project`: capitalised words that no head ends, and a noun behind them."""
    for match in _BARE.finditer(passage.text):
        words = find_words(passage.text, max(0, match.start() - 90), match.start())
        run = words[_begin(words) :]
        while run and (run[0].lower in OPENERS or run[0].lower in CALENDAR or run[0].lower.endswith("'s")):
            run = run[1:]
        if _is_telling(run, entities) and (name := _name(passage, run, match["noun"], "capitalised name, noun behind")):
            yield name


def _begin(words: Sequence[Word]) -> int:
    """Where the capitalised words that end `words` begin; an article shows where `the Shells for Schools` does."""
    first = _begin_of_run(words, len(words))
    linked = first > 1 and words[first - 1].lower in _LINKS and words[first - 2].is_name
    longer = _begin_of_run(words, first - 1) if linked else 0
    return longer if linked and longer and words[longer - 1].lower in DETERMINERS else first


def _begin_of_run(words: Sequence[Word], end: int) -> int:
    first = end
    while first > 0 and words[first - 1].is_name and not words[first - 1].is_sign and end - first < 6:
        first -= 1
    return first


def _is_telling(run: Sequence[Word], entities: Entities) -> bool:
    """Whether the words are a name of their own, and not the place or body whose project it is."""
    if len(run) < 2 or run[-1].lower in BODIES or not run[0].text[0].isalpha():
        return False
    head = governing_head(run)
    if head and head.noun not in MARKED_ONLY | PLURALS:
        return False  # found by its head already
    return not any((entities.end_of(word.start) or 0) >= run[-1].end for word in run)


def _name(passage: Passage, words: Sequence[Word], noun: str, rule: str) -> Name | None:
    start, end = words[0].start, words[-1].end
    head = governing_head(words)
    kind = head.kind if head and head.noun not in MARKED_ONLY | PLURALS else AROUND[noun]
    if surroundings(passage.text, start, end).is_no_name:
        return None
    return Name(
        passage.index, start, end, passage.text[start:end], tuple(words), head, kind, rule, start, end, (noun,)
    )  # fmt: skip
