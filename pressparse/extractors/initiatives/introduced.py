"""Names that lower-case words introduce: `a campaign called Walk One More Block`, `the Brain Korea 21 project`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from pressparse.context import Context
from pressparse.extractors.initiatives.around import surroundings
from pressparse.extractors.initiatives.entities import Entities, find_entities, find_people, find_places
from pressparse.extractors.initiatives.heads import Head, governing_head, is_body
from pressparse.extractors.initiatives.lexicon import (
    APPOSITIVES,
    AROUND,
    BARE_NOUNS,
    BODIES,
    CALENDAR,
    CONNECTORS,
    DETERMINERS,
    OPENERS,
    THIN_NOUNS,
    UNNAMING,
    any_of,
)
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.words import Word, find_words
from pressparse.outline.passages import Passage
from pressparse.records import InitiativeKind

_NAMING = re.compile(
    rf"\b(?P<noun>[a-z]{{2,20}})\W{{1,3}}"
    rf"(?:(?:(?:which|that) )?(?:(?:is|was|are) )?(?:also )?{any_of('naming')}(?: as)?|{any_of('under_name')}"
    rf"|{any_of('tentative')}(?: (?:name|title|named|called|titled))?)[: ]{{1,2}}(?:the )?(?=[A-Z0-9])"
)
_BARE = re.compile(
    r" (?P<noun>campaign|project|program|programme|initiative|festival|contest|challenge|movement|hackathon)s?\b"
)
_APPOSED = re.compile(
    r"(?<=\w)(?: \([^()]{2,40}\))?, (?:(?:which|that) (?:is|was) )?(?:a|an|the|its|our) (?:[A-Za-z][\w-]{1,19} ){0,3}"
    rf"(?P<noun>{'|'.join(sorted(APPOSITIVES))})"
    r"(?=[,.;)]| (?:that|which|for|to|in|on|through|where|by|of|with|run|held|built|aimed|under|launched|led)\b)"
)
_LED = re.compile(rf" (?P<noun>{'|'.join(sorted(BARE_NOUNS))})(?=[,.;)]|$| (?!{'|'.join(sorted(BODIES))})[a-z])")
_EDITION = re.compile(r" (?:19|20)\d\d\b")
_MODIFIED = re.compile(r" [a-z]{4,12} (?P<noun>campaign|project|program|programme|initiative|contest|scheme)\b")
_OPENING_ACTS = ("launch", "open", "introduce", "operate", "hold", "host", "announce")
_LONGEST = 10
_LINKS = frozenset(("for", "of", "to", "and", "&"))


_LEADING = (
    (_APPOSED, "capitalised name, apposition"),
    (_LED, "capitalised name, noun behind"),
    (_MODIFIED, "capitalised name, noun behind"),
)


def find_named(context: Context) -> Iterator[Name]:
    """The unmarked names that a noun and a word of naming introduce, and those that a bare noun follows."""
    people = find_people(context)
    for passage in context.passages:
        if context.outline.nodes[passage.node].kind == "contact":
            continue
        for match in _NAMING.finditer(passage.text):
            if name := _called(passage, match):
                yield name
        if " " in passage.text:
            # Few passages have a match that asks for them.
            entities = lru_cache(partial(find_entities, context, passage, people[passage.index]))
            yield from _followed(passage, entities)
            yield from _led(passage, entities)
            yield from _editions(context, passage)


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


def _followed(passage: Passage, entities: Callable[[], Entities]) -> Iterator[Name]:
    """`the Brain Korea 21 project`: capitalised words that no head ends, and a noun behind them."""
    for match in _BARE.finditer(passage.text):
        words = find_words(passage.text, max(0, match.start() - 90), match.start())
        run = words[_begin(words) :]
        while run and (run[0].lower in OPENERS or run[0].lower in CALENDAR or run[0].lower.endswith("'s")):
            run = run[1:]
        if _is_telling(run, entities()) and (
            name := _name(passage, run, match["noun"], "capitalised name, noun behind")
        ):
            yield name


def _led(passage: Passage, entities: Callable[[], Entities]) -> Iterator[Name]:
    """Behind an article, capitalised words with a noun behind them: `the Kelp Compass (KC), a platform that …`."""
    for pattern, rule in _LEADING:
        for match in pattern.finditer(passage.text):
            words = find_words(passage.text, max(0, match.start() - 90), match.start())
            first = _begin(words)
            if first < len(words) and words[first].lower in DETERMINERS:
                first += 1  # The Kelp Compass
            led = first > 0 and words[first - 1].lower in DETERMINERS
            tells = _is_telling(words[first:], entities()) if led else _is_launched(passage, words[first:], entities())
            thin = pattern is _LED and match["noun"] in THIN_NOUNS
            if thin and len(words) - first < 3 and not words[-1].is_version:
                continue  # the Coast Guard plan, but the Clean Quay 3.0 plan
            if tells and (name := _name(passage, words[first:], match["noun"], rule)):
                yield name


def _is_launched(passage: Passage, run: Sequence[Word], entities: Entities) -> bool:
    """Whether words that no article leads are what is opened or held: `launched OceanOne, a web portal`."""
    if not run or run[0].lower in OPENERS or run[-1].lower in BODIES or run[-1].is_year:
        return False
    if any((entities.end_of(word.start) or 0) >= run[-1].end for word in run) or governing_head(run):
        return False
    return surroundings(passage.text, run[0].start, run[-1].end).guess_action() in _OPENING_ACTS


def _editions(context: Context, passage: Passage) -> Iterator[Name]:
    """Events that only their year tells, where they are held or attended: `will hold Blue Harvest 2031`."""
    for match in _EDITION.finditer(passage.text):
        before = passage.text[max(0, match.start() - 30) : match.start()].rpartition(" ")[2]
        if before.lower() in CALENDAR or not any(c.isupper() or c.isdigit() for c in before):
            continue  # June 2031, in 2031
        words = find_words(passage.text, max(0, match.start() - 60), match.end())
        run = words[_begin_of_run(words, len(words)) :]
        front = [word for word in run[:-1] if word.lower not in CALENDAR and not word.is_version]
        if len(front) != len(run) - 1 or not front or governing_head(run):
            continue
        if not _is_free(front, find_places(context, passage)):
            continue
        around = surroundings(passage.text, run[0].start, run[-1].end)
        if around.guess_action() in ("hold", "host", "attend") and not around.is_no_name:
            yield _named(passage, run, None, "event", "name with a year, action beside")


def _is_free(words: Sequence[Word], places: frozenset[int]) -> bool:
    """Whether no place, body or small word of a sentence's beginning is among the words."""
    # SeaTech, CES: the model takes many a fair for a place
    return not any(
        (word.start in places and word.text.istitle()) or word.lower in BODIES or word.lower in OPENERS
        for word in words
    )


def _begin(words: Sequence[Word]) -> int:
    """Where the capitalised words that end `words` begin; an article shows where `the Shells for Schools` does."""
    first = _begin_of_run(words, len(words))
    if first > 2 and words[first - 1].lower == "the" and words[first - 2].text.istitle():
        front = words[first - 2].lower
        if front.endswith("ing") and front not in OPENERS:
            return first - 2  # the Minding the Tide Together project
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
    if head and head.noun not in UNNAMING:
        return False  # found by its head already
    return not any((entities.end_of(word.start) or 0) >= run[-1].end for word in run)


def _name(passage: Passage, words: Sequence[Word], noun: str, rule: str) -> Name | None:
    start, end = words[0].start, words[-1].end
    head = governing_head(words)
    kind = head.kind if head and head.noun not in UNNAMING else AROUND[noun]
    if surroundings(passage.text, start, end).is_no_name:
        return None
    return _named(passage, words, head, kind, rule, noun)


def _named(
    passage: Passage, words: Sequence[Word], head: Head | None, kind: InitiativeKind, rule: str, *cues: str
) -> Name:
    start, end = words[0].start, words[-1].end
    return Name(passage.index, start, end, passage.text[start:end], tuple(words), head, kind, rule, start, end, cues)
