"""Names in quotation marks: which of the marked stretches name an undertaking."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pressparse.context import Context
from pressparse.extractors.initiatives.around import Surroundings, surroundings
from pressparse.extractors.initiatives.heads import Head, governing_head, is_body
from pressparse.extractors.initiatives.lexicon import BLOCKED
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.verdicts import (
    SENTENCE,
    Verdict,
    is_built,
    is_label,
    is_part,
    is_report,
    judge_headed,
    judge_headless,
    overrules_speech,
    share_of_capitals,
)
from pressparse.extractors.initiatives.words import Word, find_words
from pressparse.marks import Quoted
from pressparse.outline.passages import Passage
from pressparse.records import InitiativeKind

_LONGEST = 30  # words and signs: a longer stretch is speech
_ARTICLE = re.compile(r"(?:the|a|an) (?=\S)", re.IGNORECASE)
# ‘X (tentative name)’, ‘X (ABC)’, ‘X (Aug. 8)’; but the years of a plan are its name's: ‘X Plan (2025–2029)’
_TENTATIVE = re.compile(r" ?\((?!(?:19|20)\d\d ?[-–~] ?(?:19|20)?\d\d\)$)[^()]{1,30}\)?$")
_LISTED = re.compile(r",? (?:and |& |or )?(?:the )?|,|/| [△▲·] ?")


@dataclass(slots=True)
class Marked:
    """A marked stretch that was judged: the name that it is, or None, and whether it is closed to other names.

    `maybe` is the name that it would be in a list with others: `the festivals ‘A’, ‘B’ and ‘C’`.
    """

    passage: int
    start: int
    end: int
    name: Name | None
    opaque: bool
    maybe: Name | None = None


def find_marked(context: Context) -> list[Marked]:
    """Every marked stretch of the release with its judgement, in document order."""
    spoken: dict[int, list[int]] = {}
    for quote in context.quotes:
        spoken.setdefault(quote.start, []).append(quote.end)
    marked = [_judge(context, quoted, spoken) for quoted in context.quoted]
    marked = _join_lists(context, marked)
    return _join_lists(context, marked[::-1])[::-1]


def _join_lists(context: Context, marked: list[Marked]) -> list[Marked]:
    """The stretches, in the order given, where what stands in a list beside a name is a name of its kind."""
    found: list[Marked] = []
    for one in marked:
        kind = _kind_of_neighbour(context, one, found[-1]) if found and one.maybe else None
        listed = kind and one.maybe and replace(one, name=one.maybe.of_kind(kind), opaque=True)
        found.append(listed or one)
    return found


def _kind_of_neighbour(context: Context, one: Marked, other: Marked) -> InitiativeKind | None:
    """The kind of the name beside which `one` stands in a list."""
    if not other.name or other.passage != one.passage or one.name:
        return None
    gap = context.passages[one.passage].text[min(one.end, other.end) : max(one.start, other.start)]
    return other.name.kind if _LISTED.fullmatch(gap) else None


def _judge(context: Context, quoted: Quoted, spoken: Mapping[int, Sequence[int]]) -> Marked:
    passage = context.passages[quoted.passage]
    if quoted.passage != quoted.end_passage:
        return Marked(quoted.passage, quoted.start, len(passage.text), None, False)
    span = passage.span(quoted.start, quoted.end)
    start, end = _trim(passage.text, quoted.start, quoted.end)
    verdict = Marked(quoted.passage, quoted.outer_start, quoted.outer_end, None, False)
    balanced = passage.text.count('"', start, end) % 2 == 0
    if not balanced or len(passage.text[start:end].split()) > _LONGEST:
        return verdict
    words = find_words(passage.text, start, end)
    if not words or len(words) > _LONGEST:
        return verdict
    around = surroundings(passage.text, quoted.outer_start, quoted.outer_end)
    if _is_spoken(spoken, *span) and not overrules_speech(words, around):
        return verdict
    in_body = context.outline.nodes[passage.node].part in ("body", "annex")
    return _judge_words(passage, verdict, quoted, words, around, in_body)


def _is_spoken(spoken: Mapping[int, Sequence[int]], start: int, end: int) -> bool:
    """Whether one of the quotations, ends by beginnings, stands there, give or take a mark or a comma."""
    for first in range(start - 2, start + 3):
        if first in spoken and any(abs(last - end) < 3 for last in spoken[first]):
            return True
    return False


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without article, closing comma or full stop, `(tentative name)` and inner marks at its ends."""
    while start < end and text[start] in " '\"":
        start += 1
    if match := _ARTICLE.match(text, start, end):
        start = match.end()
    if match := _TENTATIVE.search(text, max(start, end - 50), end):
        end = match.start()
    while end > start and (text[end - 1] in ' ,;:"' or (text[end - 1] == "." and text[start:end].count(".") == 1)):
        end -= 1
    if end > start and text[end - 1] == "'" and text[end - 2] != "s":
        end -= 1
    return start, end


def _own_article(text: str, start: int, first: int) -> list[Word]:
    """The capitalised article of a title without a head, if it has one: ‘A Boat Comes Home’."""
    match = _ARTICLE.search(text, start, first + 1)
    if not match or match.end() != first or not match[0][0].isupper():
        return []
    return find_words(text, match.start(), match.end())


def _name(passage: Passage, quoted: Quoted, words: list[Word], head: Head | None, told: Verdict) -> Name:
    kind, rule, cues = told
    start, end = words[0].start, words[-1].end
    return Name(
        passage.index, start, end, passage.text[start:end], tuple(words), head, kind,
        rule, quoted.outer_start, quoted.outer_end, cues, marked=True,
    )  # fmt: skip


def _judge_words(
    passage: Passage, verdict: Marked, quoted: Quoted, words: list[Word], around: Surroundings, in_body: bool
) -> Marked:
    """`verdict` with what is told by the words: whether they are a name, and close the stretch to others."""
    inside = passage.text[words[0].start : words[-1].end]
    if is_label(words, quoted) or inside.lower() in BLOCKED:
        return verdict
    if around.is_no_name or is_part(words) or is_report(words):
        verdict.opaque = True
        return verdict
    named = share_of_capitals(words)
    if is_body(words, marked=True) and not (named >= 0.5 and around.guess_kind()):
        if named >= 0.6 and is_built(words, around):
            head = governing_head(words)
            verdict.name = _name(passage, quoted, words, head, ("project", "marked name, action beside", ()))
        verdict.opaque = named >= 0.5
        return verdict
    head = governing_head(words)
    found = (
        judge_headed(words, head, around, named)
        if head
        else judge_headless(passage, words, quoted, around, named, in_body)
    )
    if found:
        if not head:
            words = _own_article(passage.text, quoted.start, words[0].start) + words
        verdict.name, verdict.opaque = _name(passage, quoted, words, head, found), True
    elif named >= 0.6 and len(words) > 1 and not (head or around.is_indefinite or SENTENCE.search(inside)):
        verdict.maybe = _name(passage, quoted, words, head, ("other", "marked name, listed", ()))
    return verdict
