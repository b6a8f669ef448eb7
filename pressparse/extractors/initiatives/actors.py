"""Who does it: the person or body that is the subject of the action's clause, or that `by` names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressparse.extractors.initiatives.actions import Action
from pressparse.extractors.initiatives.clauses import sentence_at
from pressparse.extractors.initiatives.lexicon import GROUP_SIZES, GROUPS, ISSUERS, any_of
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.scene import Scene, Setting
from pressparse.organizations import body, phrase_end
from pressparse.words import Word, words_in

_BRACKETED = re.compile(r"\([^()]{0,200}\)|, (?:which|who|whose|where) [^,]{0,150},")
_INTRODUCTION = re.compile(
    rf"(?:{any_of('linkers')},? ){{0,2}}{any_of('introductions')}\b[^,]{{0,150}}, ", re.IGNORECASE
)
_BY = re.compile(r"\bby (?:the |its )?")
# He explained that | Japan would support …
_THAT = re.compile(r" that (?=[A-Z]|the )")
_PRONOUN = re.compile(rf"(?:{any_of('linkers')},? )?(?:he|she)\b", re.IGNORECASE)
_SIZE = f"(?:{'|'.join(sorted(GROUP_SIZES))})"
# the two ministers, both sides: nobody by name, and yet not the issuer
_GROUP = re.compile(
    rf"(?:(?:{any_of('linkers')}),? )?(?:the |(?={_SIZE} ))(?P<who>(?:{_SIZE} )?(?:[a-z]+ )?"
    rf"(?:{'|'.join(sorted(GROUPS))}))\b(?! (?:of|from))",
    re.IGNORECASE,
)
_OWNER = re.compile(r"['\"’”』」]? of (?:the )?")
_REACH = 240


@dataclass(frozen=True, slots=True)
class Actor:
    """A body or person as the text names it, at `start` in its passage."""

    text: str
    start: int


def guess_actor(scene: Scene, setting: Setting, action: Action) -> str | None:
    """The name of whoever does `action` in the passage of `setting`; None where its sentence names nobody."""
    text = setting.passage.text
    sentence = sentence_at(text, action.start)
    start = max(sentence.start, action.start - _REACH)
    if quote := setting.quotes.around(action.start):
        start = max(start, quote[0])
    if action.passive:
        match = _BY.search(text, action.end, min(sentence.end, action.end + 60))
        found = next(_find_actors(setting, match.end(), min(sentence.end, match.end() + 90)), None) if match else None
        return found.text if found and match and found.start < match.end() + 40 else None
    if introduction := _INTRODUCTION.match(text, start, action.start):
        start = introduction.end()
    if told := _last(_THAT, text, start, action.start):
        start = told if next(_find_actors(setting, told, action.start), None) else start
    if _PRONOUN.match(text, start, action.start):
        return scene.person_before(setting.passage, start)
    found = next(_find_actors(setting, start, action.start), None)
    if not found and (match := _GROUP.match(text, start, action.start)):
        return match["who"]
    return found.text if found and found.text.lower() not in ISSUERS else None


def guess_owner(setting: Setting, name: Name) -> str | None:
    """The body or person whose undertaking it is: `the Whale Watch Plan of the Korea Coast Guard`."""
    match = _OWNER.match(setting.passage.text, name.outer_end)
    found = next(_find_actors(setting, match.end(), match.end() + 90), None) if match else None
    return found.text if found and match and found.start == match.end() else None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last match of `pattern` ends; 0 where there is none."""
    return max((match.end() for match in pattern.finditer(text, start, end)), default=0)


def _find_actors(setting: Setting, start: int, end: int) -> Iterator[Actor]:
    """People and bodies named in `text[start:end]`, in order; what stands in brackets or in a name is left out."""
    text = setting.passage.text
    hidden = [(m.start(), m.end()) for m in _BRACKETED.finditer(text, start, end)] + setting.names.near(start, end)
    words = [Word(start + w.start, start + w.end, w.text, w.low) for w in words_in(text[start:end])]
    walls = {at for at, word in enumerate(words) if word.start in setting.people}
    reached = start
    for at, word in enumerate(words):
        if word.start < reached:
            continue
        if skipped := next((b for a, b in hidden if a <= word.start < b), None):
            reached = skipped
        elif word.start in setting.people:
            yield Actor(setting.people[word.start], word.start)
        elif word.start in setting.posts:
            reached, holder = setting.posts[word.start]
            if holder:
                yield Actor(holder, word.start)
        else:
            stop = phrase_end(words, at, walls)
            if stop > at and body(words[at:stop]):
                yield Actor(text[word.start : words[stop - 1].end], word.start)
                reached = words[stop - 1].end
