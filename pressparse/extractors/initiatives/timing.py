"""When: the dates that a name's clause ties to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressparse.context import Context
from pressparse.extractors.initiatives.clauses import Stretch, find_clauses, find_sentences, sentence_at
from pressparse.extractors.initiatives.coreference import Group
from pressparse.extractors.initiatives.lexicon import ACTIONS, any_of
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.scene import Dated, Scene, Setting, rows_of

# (Period) Oct. 8 – 10, Date and time: …: the lines of an event's outline
_LABELLED = re.compile(
    rf"(?:\(\d\) )?[(<\[]?{any_of('date_labels')}(?: and (?:time|venue|place)|/[a-z ]{{3,12}})?[)>\]]?(?:\s|:|$)",
    re.IGNORECASE,
)
# This forum will be held on …, The plan takes effect …: the same thing again
_AGAIN = re.compile(
    rf"(?:{any_of('linkers')},? )?(?:this|the|it|the same|this year's|these)"
    rf"(?: [a-z]+){{0,2}}?(?: (?P<noun>[a-z]+))?,? "
    rf"(?:{any_of('auxiliaries')} ){{0,4}}(?P<verb>[a-z]+(?: place| effect)?)\b",
    re.IGNORECASE,
)
# ‘X’ (ABC), which takes effect on …
_RELATIVE = re.compile(
    r"['\"」』>≫》】›]{0,2}(?: ?\([^()]{1,120}\))?,? (?:which|that|where|whose|under which|on which|as)\b"
)
_INSIDE = re.compile(r",? ?(?:which|that|where|who|whose|on which|under which|in which)\b")
_RESUMED = re.compile(r", (?=(?:will|is|was|are|were|has|have|to) |(?P<verb>[a-z]+)\b)")
_PAST = re.compile(r",? and (?:[a-z]+ed|held|made|won|began|built|gave|took|drew up|chose)\b")
# will be promulgated in September | and enforced from October 1; reported it in May | and made it public in June
_SAME_AGAIN = re.compile(r",? and (?:[a-z]+ed|takes?|took|comes?|made it|makes it|held|made) ?")
_REACH = 500
_FARTHEST = 6  # passages: how long a named event is still talked of


def tie_dates(context: Context, scene: Scene, groups: Sequence[Group]) -> list[list[str]]:
    """For each group the values of the dates that are said of it, in document order, each once."""
    tied: list[dict[str, None]] = [{} for _ in groups]
    named: dict[int, list[tuple[Name, int]]] = {}
    for number, group in enumerate(groups):
        for name in group.names:
            named.setdefault(name.passage, []).append((name, number))
    rows = rows_of(context)
    spoken_of: tuple[int, int] | None = None
    for passage in context.passages:
        setting = scene.settings[passage.index]
        here = sorted(named.get(passage.index, []), key=lambda pair: pair[0].start)
        if spoken_of and setting.dates and passage.index - spoken_of[0] <= _FARTHEST:
            tied[spoken_of[1]] |= dict.fromkeys(_said_again(setting, groups[spoken_of[1]], here))
        for name, number in here:
            tied[number] |= dict.fromkeys(_in_clause(setting, name))
            for cell in rows.get(passage.index, ()):
                if cell not in named:
                    tied[number] |= dict.fromkeys(date.value for date in scene.settings[cell].dates)
        if here:
            spoken_of = passage.index, here[0][1]
        if here and setting.dates:
            tied[here[-1][1]] |= dict.fromkeys(_next_sentences(setting, here[-1][0], groups[here[-1][1]]))
    return [list(values) for values in tied]


def _in_clause(setting: Setting, name: Name) -> Iterator[str]:
    """The dates of the name's own clause, and of a relative clause right behind it."""
    if not setting.dates:
        return
    text = setting.passage.text
    quote = setting.quotes.around(name.start)
    sentence = _near(sentence_at(text, name.start), name)
    dates = setting.dates_in(sentence.start, sentence.end)
    inside = [date for date in dates if setting.quotes.around(date.start) == quote]
    if not inside:
        return
    kept = [span for span in setting.taken(sentence.start, sentence.end) if span != quote]
    clauses = find_clauses(text, sentence, kept, [(date.start, date.end) for date in dates])
    own = next(at for at, clause in enumerate(clauses) if clause.start <= name.start < clause.end)
    mine = _clauses_of(setting, clauses, own, name, inside)
    for date in inside:
        if any(c.start <= date.start < c.end for c in mine) and not _is_anothers(setting, name, date, inside):
            yield date.value


def _near(sentence: Stretch, name: Name) -> Stretch:
    """The part of a sentence that is near the name: one endless sentence is not read anew for each of its names."""
    return Stretch(max(sentence.start, name.outer_start - _REACH), min(sentence.end, name.outer_end + _REACH))


def _clauses_of(
    setting: Setting, clauses: Sequence[Stretch], own: int, name: Name, dates: Sequence[Dated]
) -> list[Stretch]:
    """The stretches that speak of the name: its clause, what a colon or a relative pronoun ties to it."""
    text = setting.passage.text
    mine = [clauses[own]]
    following = clauses[own + 1] if own + 1 < len(clauses) else None
    if following:
        relative = _RELATIVE.match(text, name.outer_end)
        if (
            (relative and relative.end() >= following.start)
            or text[following.start] == ":"
            or (_SAME_AGAIN.match(text, following.start) and not _names_in(setting, following))
        ):
            mine.append(following)
        elif resumed := _resumption(text, following):
            mine.append(resumed)  # “X,” a platform on which parents see results, | opens on May 20
    if own and text[clauses[own].start] == ":":
        mine.append(clauses[own - 1])
    if own and _PAST.match(text, clauses[own].start) and not _dated(clauses[own], dates):
        mine.append(clauses[own - 1])  # visited Mokpo on June 3 | and held the ‘X’
    return mine


def _resumption(text: str, clause: Stretch) -> Stretch | None:
    """Where the main clause goes on behind a clause that stands inside it."""
    if not _INSIDE.match(text, clause.start, clause.end):
        return None
    for match in _RESUMED.finditer(text, clause.start + 3, clause.end):
        if match["verb"] is None or match["verb"] in ACTIONS:
            return Stretch(match.end(), clause.end)
    return None


def _names_in(setting: Setting, clause: Stretch) -> bool:
    return any(clause.start <= start for start, _ in setting.names.near(clause.start, clause.end))


def _dated(clause: Stretch, dates: Sequence[Dated]) -> bool:
    return any(clause.start <= date.start < clause.end for date in dates)


def _is_anothers(setting: Setting, name: Name, date: Dated, dates: Sequence[Dated]) -> bool:
    """Whether the date is another name's: `A on June 1 and B on June 2`, `A (June 1) and B`."""
    if date.start >= name.outer_end:
        between = setting.names.near(name.outer_end, date.start)
        own = bool(between) and any(name.outer_end <= d.start < between[0][0] for d in dates)
        bracketed = (
            bool(between)
            and date.start - between[-1][1] <= 3
            and "(" in setting.passage.text[between[-1][1] : date.start]
        )
        return own or bracketed
    before = setting.names.near(date.end, name.outer_start)
    others = setting.names.near(max(0, date.start - _REACH), date.start)
    return not before and bool(others) and any(d.start >= name.outer_end for d in dates)


def _said_again(setting: Setting, group: Group, here: Sequence[tuple[Name, int]]) -> Iterator[str]:
    """The dates of a later passage that goes on about the group: `(Period) …`, `This forum will be held on …`."""
    if _LABELLED.match(setting.passage.text):
        yield from (date.value for date in setting.dates if not here or date.start < here[0][0].start)
        return
    if _AGAIN.match(setting.passage.text):
        yield from _goes_on(setting, group, find_sentences(setting.passage.text)[0])


def _next_sentences(setting: Setting, name: Name, group: Group) -> Iterator[str]:
    """The dates of the sentence behind the name's, where it goes on about the group."""
    sentences = find_sentences(setting.passage.text)
    at = next(
        (i for i, sentence in enumerate(sentences) if sentence.start <= name.start < sentence.end), len(sentences)
    )
    if at + 1 < len(sentences):
        yield from _goes_on(setting, group, sentences[at + 1])


def _goes_on(setting: Setting, group: Group, sentence: Stretch) -> Iterator[str]:
    text = setting.passage.text
    match = _AGAIN.match(text, sentence.start, sentence.end)
    if not match or match["verb"].lower() not in ACTIONS or setting.quotes.around(match.start()):
        return
    head = group.names[0].head
    nouns = {group.names[0].kind, *(head.noun.split()[-1:] if head else [])}
    pronoun = text[match.start() : match.start() + 3].lower() == "it "
    if not pronoun and (match["noun"] or "").lower() not in nouns:
        return
    sentence = Stretch(sentence.start, min(sentence.end, sentence.start + _REACH))
    dates = setting.dates_in(sentence.start, sentence.end)
    kept = setting.names.near(sentence.start, sentence.end)
    clause = find_clauses(text, sentence, kept, [(date.start, date.end) for date in dates])[0]
    yield from (date.value for date in dates if date.start < clause.end)
