"""What is done about a named initiative: the verb of its clause, or the noun of a deed before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressparse.extractors.initiatives.clauses import Spans, sentence_at
from pressparse.extractors.initiatives.lexicon import (
    ACTION_STARTS,
    ACTIONS,
    ADJECTIVES,
    AROUND,
    BEFORE_NOUNS,
    BEFORE_VERBS,
    DEEDS,
    IRREGULAR_PASTS,
    NOUNS_RATHER,
    any_of,
)  # fmt: skip
from pressparse.extractors.initiatives.names import Name

_AUX = rf"(?:{any_of('auxiliaries')} ){{0,5}}"
_ADJECTIVES = rf"(?:{any_of('adjectives')} ){{0,4}}"
_OPEN, _CLOSE = "'\"「『<≪《【‹〈", "'\"」』>≫》】›〉,"
_END = rf"[{_CLOSE}]{{0,3}}(?: ?\([^()]{{1,90}}\)){{0,2}},?"
_WORDS = r"([a-z-]+)((?: [a-z]+){0,2})"
_NOUN = "(?:" + "|".join(sorted(AROUND)) + ")"
# amendment to the 「…」, Enactment of the …, Public notice of the ‘…’
_DEED = re.compile(rf"\b([A-Za-z-]+) (?:ceremony |plan |schedule )?(?:of|to|for|on) {_ADJECTIVES}[{_OPEN}]*$")
# launched the ‘…’, push ahead with the “…”
_BEFORE = re.compile(rf"\b((?:[a-z'-]+ ){{1,6}})[{_OPEN}]*$")
_WORD = re.compile(r"[a-z'-]+")
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being) $")
# ‘…’ (GFF) signed in Mokpo, will be held, to be opened
_BEHIND = re.compile(rf"{_END}(?: {_NOUN})? ({_AUX}){_WORDS}")
# ‘…,’ which expires in May, will be renewed: the clause between says less
_BEYOND = re.compile(rf"{_END} {any_of('asides')}\b[^,.;]{{3,120}}, ({_AUX}){_WORDS}")
_RELATIVE = re.compile(rf"{_END} {any_of('relatives')} ({_AUX}){_WORDS}")
_LEADING_A_DATE = re.compile(rf"\b{any_of('before_a_date')}(?: the)? ?$")
# will be announced at the X Forum: the verb is not about the forum
_OBLIQUE = re.compile(rf"\b{any_of('oblique')}\b(?! (?:with|in)\b)")
_CLAUSE_END = re.compile(r", and |; |: | while | but | that (?=the |a |an |it |its |['\"])")
_NEW_CLAUSE = re.compile(_CLAUSE_END.pattern + r"| and (?=[a-z]+(?:ed|s) )")
_SUM = re.compile(r"(?:\d|billion|million|trillion|thousand|hundred) ?$")
# ‘X’, attended by 140 companies: what guests do
_BY_GUESTS = frozenset(("attended", "joined", "attended by"))
# Under the X Act, the city built …
_LED_BY = re.compile(rf"\b({any_of('oblique')}) {_ADJECTIVES}[{_OPEN}]*$", re.IGNORECASE)
_SETTINGS = frozenset(("of", "as part of", "according to", "in accordance with", "under", "from", "on"))
_BEING = frozenset(("be", "been", "being", "is", "was", "are", "were"))
_VERB = re.compile(r"[A-Za-z][A-Za-z-]*")
REACH = 220
"""Characters before and behind a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, and where the words stand; `passive` where the doer, if named at all, stands behind `by`."""

    lemma: str
    start: int
    end: int
    passive: bool


def guess_action(text: str, name: Name, taken: Spans, dates: Spans) -> Action | None:
    """The action of the sentence that `name` stands in; `taken` are the spans of names and quotations there."""
    action = _guess(text, name, taken, dates)
    if action and action.lemma == "award" and name.kind not in ("award", "event"):
        return replace(action, lemma="support")  # the project receives money, the fund grants it
    return action


def _guess(text: str, name: Name, taken: Spans, dates: Spans) -> Action | None:
    sentence = sentence_at(text, name.start)
    left, right = max(sentence.start, name.outer_start - REACH), min(sentence.end, name.outer_end + REACH)
    for begin, end in taken:  # what is said inside a quotation is no action outside it
        if begin < name.outer_start and name.outer_end < end:
            left, right = max(left, begin), min(right, end)
    beside = _deed(text, left, name.outer_start) or _directly_before(text, left, name.outer_start)
    beside = beside or _behind(_BEHIND, text, name.outer_end, right) or _behind(_BEYOND, text, name.outer_end, right)
    if beside:
        return beside
    before = [verb for verb in _verbs(text, left, name.outer_start) if not _inside(verb, (*taken, *dates), name)]
    near = before[-1] if before else None
    if near and not _CLAUSE_END.search(text, near.end, name.outer_start):
        links = _OBLIQUE.findall(_without_dates(text, near.end, name.outer_start, dates))
        if not links:
            return near
        return _behind(_RELATIVE, text, name.outer_end, right) or _oblique(near, name, links[-1])
    if relative := _behind(_RELATIVE, text, name.outer_end, right):
        return relative
    cut = _NEW_CLAUSE.search(text, name.outer_end, right)
    right = cut.start() if cut else right
    behind = _verbs(text, name.outer_end, right)
    verb = next((verb for verb in behind if not _inside(verb, (*taken, *dates), name)), None)
    if verb and text[max(0, verb.start - 5) : verb.start] == " and ":
        return None  # gives 3 billion won to the X Fund and accepts 50 trainees
    led = _LED_BY.search(text, left, name.outer_start)
    return _oblique(verb, name, led[1].lower()) if verb and led else verb


def _inside(action: Action, taken: Spans, name: Name) -> bool:
    """Whether the verb stands in another name, a date or a quotation that does not hold the name too."""
    return any(begin <= action.start < end and not (begin < name.start and name.end < end) for begin, end in taken)


def _without_dates(text: str, start: int, end: int, dates: Spans) -> str:
    """`text[start:end]` without its dates and the prepositions that lead them: `announced on the 15th the ‘X’`."""
    pieces = []
    for begin, stop in dates:
        if start <= begin and stop <= end:
            pieces.append(_LEADING_A_DATE.sub("", text[start:begin]))
            start = stop
    return " ".join((*pieces, text[start:end]))


def _oblique(verb: Action, name: Name, link: str) -> Action | None:
    """What a verb says of a name that is not its object: a platform is used, an event or a law is not acted on."""
    if name.kind == "platform":
        return Action("use", verb.start, verb.end, True)
    told = name.kind in ("event", "award") or link in _SETTINGS
    unmoved = name.kind in ("law", "agreement", "strategy", "plan") and link == "by"
    return None if told or unmoved else verb


def _deed(text: str, left: int, at: int) -> Action | None:
    match = _DEED.search(text, max(left, at - 70), at)
    lemma = DEEDS.get(match[1].lower()) if match else None
    return Action(lemma, match.start(1), match.end(1), False) if match and lemma else None


def _directly_before(text: str, left: int, at: int) -> Action | None:
    """`launched the ‘X’`, `carry out the new ‘X’`: the name is the verb's object."""
    match = _BEFORE.search(text, max(left, at - 80), at)
    words = (
        [(word[0], match.start(1) + word.start(), match.start(1) + word.end()) for word in _WORD.finditer(match[1])]
        if match
        else []
    )
    while words and words[-1][0] in ADJECTIVES:
        words.pop()
    for first in range(max(0, len(words) - 3), len(words)):
        lemma = ACTIONS.get(" ".join(word for word, _, _ in words[first:]))
        start = words[first][1]
        if lemma and not _IS.search(text, max(0, start - 6), start):
            if words[first][0] == "won" and _SUM.search(text, max(0, start - 12), start):
                return None
            return Action(lemma, start, words[-1][2], False)
    return None


def _behind(pattern: re.Pattern[str], text: str, at: int, end: int) -> Action | None:
    """The verb that `pattern` finds behind the name; its doer is not the name."""
    match = pattern.match(text, at, end)
    if not match:
        return None
    for form in (match[2] + match[3], match[2] + match[3].rpartition(" ")[0], match[2]):
        lemma = ACTIONS.get(form.strip())
        is_noun = form in NOUNS_RATHER and not form.endswith("s") and not match[1]
        if lemma and not is_noun and form not in _BY_GUESTS:
            return Action(lemma, match.start(2), match.end(2), True)
    return None


def _verbs(text: str, start: int, end: int) -> Iterator[Action]:
    """The verbs of action in `text[start:end]`, in order, the longest form at each place."""
    words = [(m[0], m.start(), m.end()) for m in _VERB.finditer(text, start, end)]
    at = 0
    while at < len(words):
        step = 1
        for length in (3, 2, 1) if words[at][0].lower() in ACTION_STARTS else ():
            form = " ".join(word for word, _, _ in words[at : at + length])
            if (lemma := ACTIONS.get(form.lower())) and _is_verb(text, words, at, form):
                yield Action(lemma, words[at][1], words[min(at + length, len(words)) - 1][2], _is_passive(words, at))
                step = length
                break
        at += step


def _is_verb(text: str, words: Sequence[tuple[str, int, int]], at: int, form: str) -> bool:
    word, start, _ = words[at]
    before = words[at - 1][0].lower() if at else ""
    if word == "won" and _SUM.search(text, max(0, start - 12), start):
        return False
    if (word[0].isupper() and at > 0) or text[max(0, start - 1) : start] in ("(", "-"):
        return False
    first = form.split(maxsplit=1)[0].lower()
    inflected = first.endswith(("ed", "ing", "s")) or first in IRREGULAR_PASTS
    if first in NOUNS_RATHER or not inflected:
        return before in BEFORE_VERBS or at == 0
    return before not in BEFORE_NOUNS


def _is_passive(words: Sequence[tuple[str, int, int]], at: int) -> bool:
    before = [word.lower() for word, _, _ in words[max(0, at - 3) : at]]
    return not words[at][0].endswith("ing") and any(word in _BEING for word in before)
