"""Marked stretches that may be somebody's words: what their own shape says, before any cue is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from pressparse.marks import Quoted
from pressparse.outline.passages import Passage

Form = Literal["clause", "fragment", "name"]

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_TERMINAL = (",", ".", "!", "?", "…", ";", "-", "–", "—")
# Before words that stand on their own; after any other character they are woven into the writer's sentence.
_SETS_APART = ("", ",", ":", ";", ".", "!", "?", "…", "-", "–", "—", '"', "'", "(", ")")
_SPEECH_BRACKETS = "「｢『«»‹›"
_SHORTEST_FRAGMENT = 3
_LONG_WORD = 4
_LONGEST_TITLE = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """An outermost marked stretch: `text` is its inside, over passages joined by a space.

    A `clause` can stand as a sentence of its own, a `fragment` is woven into the writer's sentence, a `name` is
    written like the name of something.
    """

    quoted: Quoted
    text: str
    form: Form
    words: int

    @property
    def passage(self) -> int:
        return self.quoted.passage

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence ends, so that no cue need follow."""
        return self.text.rstrip("'\"").endswith((".", "!", "?", "…"))


def find_candidates(passages: Sequence[Passage], marked: Iterable[Quoted]) -> list[Candidate]:
    """The outermost of the `marked` stretches that are long enough to be speech, in document order."""
    by_index = {passage.index: passage for passage in passages}
    found: list[Candidate] = []
    reached = (-1, 0)
    stretches = [quoted for quoted in marked if _may_speak(quoted)]
    for quoted, following in zip_longest(stretches, stretches[1:]):
        if (quoted.passage, quoted.start) < reached or (following and _doubles(quoted, following)):
            continue
        text = _inside(by_index, quoted)
        words = _WORD.findall(text)
        if len(words) < 1:
            continue
        reached = (quoted.end_passage, quoted.end)
        before = by_index[quoted.passage].text[max(0, quoted.outer_start - 2) : quoted.outer_start].rstrip()[-1:]
        found.append(Candidate(quoted, text, _form(text, words, before), len(words)))
    return found


def _doubles(quoted: Quoted, inner: Quoted) -> bool:
    """Whether marks hold nothing but the same in marks: ""so""."""
    inside = (quoted.passage, quoted.start, quoted.end_passage, quoted.end)
    return inside == (inner.passage, inner.outer_start, inner.end_passage, inner.outer_end)


def _may_speak(quoted: Quoted) -> bool:
    return (
        quoted.open in _SPEECH_BRACKETS
        or quoted.open[0] in "\"“”„‟″＂〝'‘’‚‛`´′＇,"
        or (not quoted.open.isascii() and quoted.open > "\ue000")
    )


def _inside(by_index: dict[int, Passage], quoted: Quoted) -> str:
    if quoted.passage == quoted.end_passage:
        return by_index[quoted.passage].text[quoted.start : quoted.end]
    pieces = [by_index[quoted.passage].text[quoted.start :]]
    pieces += [by_index[index].text for index in range(quoted.passage + 1, quoted.end_passage) if index in by_index]
    return " ".join([*pieces, by_index[quoted.end_passage].text[: quoted.end]])


def _form(text: str, words: list[str], before: str) -> Form:
    longer = [word for word in words if len(word) >= _LONG_WORD and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    woven = before not in _SETS_APART
    if longer and capitals >= 0.6 * len(longer) and (woven or text[-1:] not in _TERMINAL) and len(words) <= 20:
        return "name"
    if 1 < len(longer) == capitals and len(words) <= _LONGEST_TITLE and text[-1:] in (",", "."):
        return "name"  # the webinar, “Lamps People Can Love,” takes place: the comma is the writer's
    if woven and text[:1].islower():
        return "fragment"
    if text.endswith(_TERMINAL) or (text[:1].isupper() and len(words) > 3):
        return "clause"
    return "fragment"
