"""Quotes: words reported as somebody's own, with who said them.

Marks give the candidates (`candidates`), the sentence around each is parsed with the quoted words cut short
(`frames`), a cue in it makes the candidate a quotation (`cues`, `attribution`), and the cue's subject is resolved to a
person or a body (`speakers`, `cast`, `bodies`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.context import Context
from pressparse.extractors.quotes.attribution import attribute
from pressparse.extractors.quotes.bodies import Bodies
from pressparse.extractors.quotes.candidates import Candidate, find_candidates
from pressparse.extractors.quotes.cast import Cast
from pressparse.extractors.quotes.echoes import find_echoes
from pressparse.extractors.quotes.frames import find_frames
from pressparse.extractors.quotes.labels import Attribution
from pressparse.extractors.quotes.terms import is_named, may_speak
from pressparse.records import Evidence, Quote

if TYPE_CHECKING:
    from pressparse.extractors.quotes.reported import Reported

_IN_WARNING = 60


def extract(context: Context) -> list[Quote]:
    """The quotes of a release, in document order; needs `context.people` and `context.titles`.

    A quotation whose speaker can't be told is warned of in `context.warnings`.
    """
    quotes = [_record(context, found) for found in find_attributions(context)]
    if context.options.reported:
        quotes += _reported(context, quotes)
    return sorted(quotes, key=lambda quote: quote.start)


def read_reported(context: Context, *, objects: bool = False) -> list[Reported]:
    """Reported speech with the mentions of its speakers, also where some of its words stand in marks.

    With `objects` also what is called for, criticised or described without a clause of its own.
    """
    from pressparse.extractors.quotes.reported import find_reported  # 20 ms of patterns that few ask for

    candidates = find_candidates(context.passages, context.quoted)
    cast = Cast(context, (candidate.quoted for candidate in candidates))
    bodies = Bodies(context.passages, context.docs, context.outline.issuer)
    return list(find_reported(context, candidates, cast, bodies, objects=objects))


def _reported(context: Context, direct: list[Quote]) -> Iterator[Quote]:
    """Reported speech that holds no quotation and whose speaker is known."""
    for found in read_reported(context):
        passage, speaker = context.passages[found.passage], found.speaker
        start, end = passage.span(found.start, found.end)
        if speaker is None or speaker.name is None or any(quote.start < end and start < quote.end for quote in direct):
            continue
        evidence = Evidence(rule="reported", words=[found.cue, speaker.name])
        yield Quote(
            text=context.source.text[start:end],
            start=start,
            end=end,
            node=passage.node,
            kind="reported",
            cue=found.cue,
            speaker=speaker.name,
            speaker_id=speaker.person,
            evidence=evidence if context.options.evidence else None,
        )


def find_attributions(context: Context, *, scare: bool = False) -> list[Attribution]:
    """The quotations with their cues and the mentions of their speakers; with `scare` also single words and terms."""
    candidates = find_candidates(context.passages, context.quoted)
    cast = Cast(context, (candidate.quoted for candidate in candidates))
    bodies = Bodies(context.passages, context.docs, context.outline.issuer)
    names = {_plain(one) for one in candidates if is_named(context.passages[one.passage], one)}
    named = {one.quoted for one in candidates if _plain(one) in names}

    def alive(candidate: Candidate) -> bool:
        return candidate.quoted not in named and may_speak(candidate, scare=scare)

    found = attribute(cast, bodies, find_frames(context, candidates, alive=alive), named, scare=scare)
    taken = {one.candidate.quoted for one in found} | named
    rest = [one for one in candidates if one.quoted not in taken]
    return [*found, *find_echoes(cast, rest, found)]


def _plain(candidate: Candidate) -> str:
    """The words of a candidate without what differs where a slogan stands in marks a second time."""
    return candidate.text.rstrip(".,!?").lower()


def place(context: Context, found: Attribution) -> tuple[int, int]:
    """Source offsets (start, end) of the quoted words."""
    quoted = found.candidate.quoted
    first, last = context.passages[quoted.passage], context.passages[quoted.end_passage]
    return first.offsets[quoted.start], last.offsets[quoted.end - 1] + 1


def _record(context: Context, found: Attribution) -> Quote:
    quoted, speaker = found.candidate.quoted, found.speaker
    start, end = place(context, found)
    if speaker is None or speaker.name is None:
        context.warnings.append(f"No speaker could be told for the quotation “{found.candidate.text[:_IN_WARNING]}”.")
    words = [word for word in (found.cue, speaker.name if speaker else None) if word]
    return Quote(
        text=context.source.text[start:end],
        start=start,
        end=end,
        node=context.passages[quoted.passage].node,
        kind="direct",
        cue=found.cue,
        speaker=speaker.name if speaker else None,
        speaker_id=speaker.person if speaker else None,
        evidence=Evidence(rule=found.rule, words=words) if context.options.evidence else None,
    )
