"""Names that lower-case words introduce: `a campaign called Walk One More Block`, `the Brain Korea 21 project`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache

from pressparse.context import Context
from pressparse.extractors.initiatives.around import surroundings
from pressparse.extractors.initiatives.entities import Entities, find_entities, find_places
from pressparse.extractors.initiatives.heads import Head, governing_head, is_body
from pressparse.extractors.initiatives.lexicon import (
    APPOSITIVES,
    AROUND,
    BARE_NOUNS,
    BODIES,
    CALENDAR,
    CONNECTORS,
    DETERMINERS,
    FOREIGN_LINKS,
    OPENERS,
    THIN_NOUNS,
    UNNAMING,
    any_of,
    phrases,
    telling,
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
_UNDERTAKINGS = ("campaign", "project", "program", "programme", "initiative", "festival", "contest", "challenge",
                 "movement", "hackathon")  # fmt: skip
_BARE = re.compile(rf" (?P<noun>{'|'.join(_UNDERTAKINGS)})s?\b")
_APPOSED = re.compile(
    r"(?<=\w)(?: \([^()]{2,40}\))?, (?:(?:which|that) (?:is|was) )?(?:a|an|the|its|our) (?:[A-Za-z][\w'-]{1,19} ){0,3}"
    rf"(?P<noun>{'|'.join(sorted(APPOSITIVES))})"
    r"(?=[,.;)]| (?:that|which|for|to|in|on|through|where|by|of|with|run|held|built|aimed|under|launched|led)\b)"
)
_LED = re.compile(rf" (?P<noun>{'|'.join(sorted(BARE_NOUNS))})(?=[,.;)]|$| \(| (?!{'|'.join(sorted(BODIES))})[a-z])")
_EDITION = re.compile(r" (?:19|20)\d\d\b")
_MODIFIABLE = ("campaign", "project", "program", "programme", "initiative", "contest", "scheme")
_MODIFIED = re.compile(rf" [a-z]{{4,12}} (?P<noun>{'|'.join(_MODIFIABLE)})\b")
_OPENING_ACTS = ("launch", "open", "introduce", "operate", "hold", "host", "announce")
_OPENS = re.compile(
    r",? (?:will )?(?:opens?|opened|kicks? off|kicked off|takes? place|took place) (?=in|at|on|from|under|next|this)"
)
# Fathom+, SailEU, Net4Sea: a word that nobody writes so but for a name
_COINED = re.compile(r"[A-Za-z]{3,12}\+|[A-Za-z]{1,8}[a-z](?:[A-Z]{1,3}|\d[A-Z])[A-Za-z]{0,8}")
_LAUNCH_OF = re.compile(r"\b(?:launch|start|opening|introduction|unveiling|kick-off) of $")
_LONGEST = 10
_LINKS = frozenset(("for", "of", "to", "and", "&"))


# Each pattern is dear: it is tried where a word stands that its matches hold.
_LEADING = (
    (_APPOSED, telling(APPOSITIVES), "capitalised name, apposition"),
    (_LED, telling(BARE_NOUNS), "capitalised name, noun behind"),
    (_MODIFIED, telling(_MODIFIABLE), "capitalised name, noun behind"),
)
_NAMING_WORDS = telling((*phrases("naming"), *phrases("under_name"), *phrases("tentative")))
_BARE_WORDS = telling((*_UNDERTAKINGS, *(f"{noun}s" for noun in _UNDERTAKINGS)))
_ANY_WORDS = _NAMING_WORDS.union(_BARE_WORDS, *(nouns for _, nouns, _ in _LEADING))


def find_named(context: Context, people: Mapping[int, Mapping[int, int]], told: Sequence[Set[str]]) -> Iterator[Name]:
    """The unmarked names that a noun and a word of naming introduce, and those that a bare noun follows.

    `people` and `told` are what `find_people` finds and the words of each passage.
    """

    @cache
    def entities(index: int) -> Entities:
        # Few passages have a match that asks for them.
        return find_entities(context, context.passages[index], people.get(index))

    for passage in context.passages:
        if context.outline.nodes[passage.node].kind == "contact":
            continue
        words = told[passage.index] & _ANY_WORDS
        if not words.isdisjoint(_NAMING_WORDS):
            for match in _NAMING.finditer(passage.text):
                if name := _called(passage, match):
                    yield name
        if not words.isdisjoint(_BARE_WORDS):
            yield from _followed(passage, entities)
        if words:
            yield from _led(passage, words, entities)
        if " 20" in passage.text or " 19" in passage.text:
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


def _followed(passage: Passage, entities: Callable[[int], Entities]) -> Iterator[Name]:
    """`the Brain Korea 21 project`: capitalised words that no head ends, and a noun behind them."""
    for match in _BARE.finditer(passage.text):
        words = find_words(passage.text, max(0, match.start() - 90), match.start())
        run = words[_begin(words) :]
        while run and (run[0].lower in OPENERS or run[0].lower in CALENDAR or _is_owner(run[0])):
            run = run[1:]
        if _is_telling(run, entities(passage.index)) and (
            name := _name(passage, run, match["noun"], "capitalised name, noun behind")
        ):
            yield name


def _is_owner(word: Word) -> bool:
    return word.lower.endswith("'s") and word.lower != "let's"


def _led(passage: Passage, told: Set[str], entities: Callable[[int], Entities]) -> Iterator[Name]:
    """Behind an article, capitalised words with a noun behind them: `the Kelp Compass (KC), a platform that …`.

    `told` are words of the passage, those with which one may begin among them.
    """
    for pattern, nouns, rule in _LEADING:
        if told.isdisjoint(nouns):
            continue
        for match in pattern.finditer(passage.text):
            words = find_words(passage.text, max(0, match.start() - 90), match.start())
            first = _begin(words)
            if first < len(words) and words[first].lower in DETERMINERS:
                first += 1  # The Kelp Compass
            owned = first < len(words) and words[first].lower.endswith("'s")
            first += owned  # Germany's Hafen 4.0 strategy
            led = owned or (first > 0 and words[first - 1].lower in DETERMINERS)
            known = entities(passage.index)
            tells = _is_telling(words[first:], known) if led else _is_launched(passage, words[first:], known)
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
    if _LAUNCH_OF.search(passage.text, max(0, run[0].start - 30), run[0].start):
        return True
    return surroundings(passage.text, run[0].start, run[-1].end).guess_action() in _OPENING_ACTS


def _editions(context: Context, passage: Passage) -> Iterator[Name]:
    """Events that only their year tells, where they are held or attended: `will hold Blue Harvest 2031`."""
    for match in _EDITION.finditer(passage.text):
        before = passage.text[max(0, match.start() - 30) : match.start()].rpartition(" ")[2]
        if before.endswith(",") or before.lower() in CALENDAR or not any(c.isupper() or c.isdigit() for c in before):
            continue  # June 5, 2031, June 2031, in 2031
        words = find_words(passage.text, max(0, match.start() - 60), match.end())
        run = words[_begin_of_run(words, len(words)) :]
        front = [word for word in run[:-1] if word.lower not in CALENDAR and not word.is_version]
        head = governing_head(run)
        if len(front) != len(run) - 1 or not front or (head and head.noun not in UNNAMING):
            continue
        if not _is_free(front, find_places(context, passage)):
            continue
        around = surroundings(passage.text, run[0].start, run[-1].end)
        held = around.guess_action() in ("hold", "host", "attend") or _OPENS.match(around.behind)
        if held and not around.is_no_name:
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
    while first > 0 and end - first < 6:
        foreign = words[first - 1].text in FOREIGN_LINKS and first < end and first > 1 and _is_linked(words, first - 1)
        if not foreign and (not words[first - 1].is_name or words[first - 1].is_sign):
            break
        first -= 1
    return first


def _is_linked(words: Sequence[Word], at: int) -> bool:
    """Whether a capital stands before the small word of another language at `at`, or before two of them."""
    before = words[at - 1]
    return before.is_name or (before.text in FOREIGN_LINKS and at > 1 and words[at - 2].is_name)


def _is_telling(run: Sequence[Word], entities: Entities) -> bool:
    """Whether the words are a name of their own, and not the place or body whose project it is."""
    if len(run) == 1 and not _COINED.fullmatch(run[0].text):
        return False
    if not run or run[-1].lower in BODIES or not run[0].text[0].isalpha():
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
