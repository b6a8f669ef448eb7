"""The places where a name or short form that is known already stands again, bare: `KFPP started in 2020`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set

from pressparse.extractors.initiatives.aliases import find_introduced
from pressparse.extractors.initiatives.coreference import Group
from pressparse.extractors.initiatives.lexicon import BODIES, HEADS
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.spans import NO_SPANS, Spans
from pressparse.extractors.initiatives.words import find_runs, find_words
from pressparse.outline.passages import Passage

RULE = "form named before"
_MOST_FORMS = 2000
"""Forms that are looked up again in the text: no honest release has as many."""

_FEW = 32
"""Words that are looked for one by one; where there are more, the words of the text are walked through once."""
_FIRST_WORD = re.compile(r"\w+")
_FOLLOWED = re.compile(r" ([A-Z][\w-]*)")
_PRECEDED = re.compile(r"[A-Z][\w-]* $")
_MARKS = "'\""


def add_echoes(
    passages: Sequence[Passage], groups: Sequence[Group], closed: dict[int, Spans], told: Sequence[Set[str]]
) -> None:
    """Add to each group its other mentions; `closed` are the stretches of each passage that no name stands in.

    `told` has the words of each passage.

    A second round looks for the short forms that the first round's mentions introduce.
    """
    known: set[str] = set()
    for _ in range(2):
        forms = _forms(groups, known)
        added = _find(passages, groups, forms, closed, told)
        known |= forms.keys()
        if not added:
            break
        by_name = dict(added)
        for name, short in find_introduced(passages, list(by_name)):
            if isinstance(short, str):
                by_name[name].aliases.add(short)
    for group in groups:
        group.names.sort(key=lambda name: (name.passage, name.start))


def _forms(groups: Sequence[Group], known: set[str]) -> dict[str, Group]:
    forms: dict[str, Group] = {}
    for group in groups:
        for text in {*group.aliases, *(name.text for name in group.names if len(name.words) > 1)} - known:
            if len(forms) < _MOST_FORMS:
                forms.setdefault(text, group)
    return forms


def _find(
    passages: Sequence[Passage],
    groups: Sequence[Group],
    forms: dict[str, Group],
    closed: dict[int, Spans],
    told: Sequence[Set[str]],
) -> list[tuple[Name, Group]]:
    """The bare places of the forms, each added to its group and returned."""
    by_word: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):  # `Gull Festival 2025` before `Gull Festival`
        if first := _FIRST_WORD.match(form):
            by_word.setdefault(first[0], []).append(form)
    firsts = {next(iter(find_runs(word)), "") for word in by_word}  # an underscore is a word, but no run
    taken = _taken(groups)
    added: list[tuple[Name, Group]] = []
    for passage in passages if forms else ():
        if "" not in firsts and firsts.isdisjoint(told[passage.index]):
            continue
        spans, shut = taken.get(passage.index, NO_SPANS), closed.get(passage.index, NO_SPANS)
        reached = 0
        for start, word in _find_words(passage.text, by_word):
            form = next((form for form in by_word[word] if passage.text.startswith(form, start)), "")
            if not form or start < reached:
                continue
            end = start + len(form)
            inside = [span for span in shut.near(start, end) if span[1] - span[0] > end - start + 3]
            if not spans.near(start, end) and not inside and _stands_alone(passage.text, start, end):
                reached = end
                name = _echo(passage, start, end, forms[form].names[0])
                forms[form].names.append(name)
                added.append((name, forms[form]))
    return added


def _find_words(text: str, wanted: Collection[str]) -> list[tuple[int, str]]:
    """Where the wanted words stand in the text, with them, in order."""
    if len(wanted) > _FEW:
        return [(match.start(), match[0]) for match in _FIRST_WORD.finditer(text) if match[0] in wanted]
    return sorted((at, word) for word in wanted if word in text for at in _places_of(text, word))


def _places_of(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _goes_on(text[end : end + 1]) and not (start and _goes_on(text[start - 1])):
            yield start
        start = text.find(word, end)


def _goes_on(character: str) -> bool:
    """Whether a word goes on with the character."""
    return character.isalnum() or character == "_"


def _taken(groups: Iterable[Group]) -> dict[int, Spans]:
    places: dict[int, list[tuple[int, int]]] = {}
    for group in groups:
        for name in group.names:
            places.setdefault(name.passage, []).append((name.outer_start, name.outer_end))
    return {passage: Spans(spans) for passage, spans in places.items()}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the form is no part of a longer name (`KFPP Norway Center`) or word."""
    if text[end : end + 1].isalnum() or text[start - 1 : start] in ("-", "–"):
        return False
    alone_head = (text[start:end].lower(),) in HEADS
    if alone_head and (_PRECEDED.search(text, max(0, start - 30), start) or _FOLLOWED.match(text, end)):
        return False  # the “Strategy”, but not `Growth Strategy`
    at = end
    for _ in range(4):
        following = _FOLLOWED.match(text, at)
        if not following:
            return True
        if following[1].lower() in BODIES:
            return False
        at = following.end()
    return True


def _echo(passage: Passage, start: int, end: int, first: Name) -> Name:
    """The form as a name of its own, with the marks around it."""
    text = passage.text
    outer_start = start - (text[start - 1 : start] in _MARKS and start > 0)
    outer_end = end + (text[end : end + 1] in _MARKS and end < len(text))
    return Name(
        passage.index, start, end, text[start:end], tuple(find_words(text, start, end)), first.head, first.kind, RULE,
        outer_start, outer_end,
    )  # fmt: skip
