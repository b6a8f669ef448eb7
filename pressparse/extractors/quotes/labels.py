"""Labels: a name set beside marked words by layout alone, with no verb to tell who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressparse.extractors.quotes.bodies import Bodies
from pressparse.extractors.quotes.candidates import Candidate
from pressparse.extractors.quotes.cast import SENTENCE_START, Cast
from pressparse.extractors.quotes.roll import Named, Speaker
from pressparse.extractors.quotes.stand_ins import Frame, Slot
from pressparse.outline.passages import Passage

_SHORTEST = 3
_LONGEST_HEAD = 100
_LONGEST_LABEL = 130
_TITLE_FIRST = 4
_LEADS_IN = 20
_COLON_WITHIN = 3
# – The Honourable NAME, Dr. NAME
_HONOUR = re.compile(
    r"(?:The |Rt\.? )?(?:Hon(?:ou?rable|\.)?|Dr\.?|Prof\.?|Professor|H\.E\.|H(?:is|er) Excellency|Shri|Smt\.?) "
)
# NAME: “…”, NAME, “…”
_BEFORE = re.compile(r"(?P<name>[^\"():;]{1,120}?)\)?(?:(?P<comma>,)| ?:) ?$")
# (NAME, fisherman) “…”
_BRACKETED = re.compile(r"[^\w(]{0,4}\((?P<name>[^\"():;,]{2,40})(?:,[^\"():;]{1,70})?\) ?$")
_BODY = re.compile(r"(?:[-–·] ?)?(?P<name>[A-Z][^\"():;,]{1,80}?) ?: ?")
# - Minister NAME “…” -, [Headline] / Mayor NAME: “…” □ The city …
_HEAD = re.compile(
    r"(?:^|[/|;\]□■○◇◆▲△•] ?|(?<!\w)- ?)[^\w\"'(]{0,3}(?P<name>[^\W\d_][^\"():;/|]{1,80}?)(?P<colon> ?:)?,? ?$"
)
# “…” -, “…”…opens the port
_NOTHING = re.compile(r"[\W_]{0,6}$|[\W_]{0,6}(?=[□■○◇◆])|…|\.{3}")
# “…” - Commissioner NAME; “…” (NAME); “…”: PM
_AFTER = re.compile(r" ?(?:[-–—―~:]+|…|\.{3}|\() ?(?P<name>[^\"():;]{2,120}?)\)?[.,]?(?: ?$| (?=\"))")
# “…” NAME, Mayor of …, on a line of its own under the words
_UNDER = re.compile(r" (?P<name>[^\".:;]{0,4}[^\":;]{2,120}[^\".:;!?])$")
_SIGNATURE = re.compile(r"(?:[-–—―] ?)?(?P<name>(?:Dr|Mr|Ms|Mrs|Prof|Hon)?\.?(?:[^\".:;]|(?<=[ -][A-Z])\.){2,100})$")
# designed by NAME (“I only draw ducks”)
_ASIDE = re.compile(r"(?P<name>[^\"():;]{1,60}?) \($")
_VOICE = re.compile(r"(?:I|We|My|Our)\b")
_SURNAME = re.compile(r" (?P<surname>[^\W\d_]{2,14})")
_GOES_ON = re.compile(r" [A-Za-z]{3}")
_VERB = re.compile(r" [a-z]{3,14}(?:ed|ing|s) ")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A candidate with what made it a quotation: the rule, the cue's words and the speaker."""

    candidate: Candidate
    rule: str
    cue: str | None
    speaker: Speaker | None


def _is_eligible(slot: Slot) -> bool:
    candidate = slot.candidate
    return (
        candidate.form != "name"
        and candidate.words >= _SHORTEST
        and candidate.quoted.end_passage == candidate.quoted.passage
    )


def headed(cast: Cast, frame: Frame, slot: Slot) -> Attribution | None:
    """Words with nothing but a name before them: Minister Hwang “…”, and between slashes / Mayor Cheon: “…”."""
    text, quoted = frame.passage.text, slot.candidate.quoted
    colon = ":" in text[max(0, quoted.outer_start - _COLON_WITHIN) : quoted.outer_start]
    if not _is_eligible(slot) or not (colon or _NOTHING.match(text, quoted.outer_end)):
        return None
    line = cast.line_begin(frame.passage, quoted.outer_start) if slot.candidate.form == "clause" else 0
    begin = max(line, quoted.outer_start - _LONGEST_HEAD)
    head = _HEAD.search(text[begin : quoted.outer_start])
    if (
        head is None
        or (head.start() == 0 < begin - line)
        or not (head["colon"] or _NOTHING.match(text, quoted.outer_end))
    ):
        return None
    low, high = (begin + at for at in head.span("name"))
    named = cast.within(frame.passage.index, low, high)
    if not named or not named[0].person or min(one.start for one in named) != low:
        return None
    if max(one.end for one in named) < high or sum(one.end - one.start + 1 for one in named) <= high - low:
        return None
    return Attribution(slot.candidate, "label", None, cast.full(named, frame.passage.index))


def labelled(cast: Cast, bodies: Bodies, frame: Frame, slot: Slot) -> Attribution | None:
    """A name beside the words: Minister Hwang: “…”, “…” - Commissioner Jin, and under them – Jin Seo-hyun."""
    if not _is_eligible(slot):
        return None
    passage = frame.passage
    speaker = _before(cast, passage, slot) or _behind(cast, passage, slot) or _body(bodies, passage, slot)
    return Attribution(slot.candidate, "label", None, speaker) if speaker else None


def _before(cast: Cast, passage: Passage, slot: Slot) -> Speaker | None:
    text, begin = passage.text, slot.candidate.quoted.outer_start
    stop = text[max(0, begin - 2) : begin].rstrip(" ").endswith((",", ":"))
    label = _BEFORE.search(text, max(0, begin - _LONGEST_LABEL), begin) if stop else None
    if label and label["comma"] and not _leads(cast, passage, *label.span("name")):
        label = None
    label = label or _BRACKETED.match(text[: min(begin, _LONGEST_LABEL)])
    if label and (named := _ending(cast, passage, *label.span("name"))):
        return cast.full(named, passage.index)
    aside = _ASIDE.search(text, max(0, begin - _LONGEST_LABEL), begin) if text.endswith("(", 0, begin) else None
    end = slot.candidate.quoted.outer_end
    if aside and _VOICE.match(slot.candidate.text) and text[end : end + 1] == ")":
        named = [one for one in cast.within(passage.index, *aside.span("name")) if one.end == aside.end("name")]
        return cast.full(named, passage.index) if named and named[0].person else None
    return None


def _body(bodies: Bodies, passage: Passage, slot: Slot) -> Speaker | None:
    """KMA: “…”."""
    label = _BODY.fullmatch(passage.text[: min(slot.candidate.quoted.outer_start, _LONGEST_LABEL)])
    name = bodies.labelled(label["name"]) if label and slot.candidate.form == "clause" else None
    return Speaker(name, None, passage.index, *label.span("name")) if label and name else None


def _behind(cast: Cast, passage: Passage, slot: Slot) -> Speaker | None:
    quoted, below = slot.candidate.quoted, passage
    after = _AFTER.match(passage.text, quoted.outer_end)
    if not after and quoted.outer_start == 0:
        if quoted.outer_end == len(passage.text):
            # A quotation by itself, and under it "– NAME, Mayor of …".
            below = cast.passages[min(passage.index + 1, len(cast.passages) - 1)]
            after = _SIGNATURE.match(below.text) if not _VERB.search(below.text) else None
        elif slot.candidate.finished and not _VERB.search(passage.text, quoted.outer_end):
            after = _UNDER.match(passage.text, quoted.outer_end)
    if not after:
        return None
    begin = after.start("name")
    named = [one for one in cast.within(below.index, *after.span("name")) if one.start <= begin + _LEADS_IN]
    named = [one for one in named if one.start <= begin + _TITLE_FIRST or _is_honoured(below, begin, one)]
    if not named and (held := cast.holder(after["name"])):
        named = [Named(begin, after.end("name"), held, None, None)]
    if not named or (not slot.candidate.finished and _is_told_of(below, named[-1], after.end("name"))):
        return None
    return cast.full(named, below.index)


def _is_told_of(passage: Passage, named: Named, end: int) -> bool:
    """Whether a headline goes on behind a body: “Nets and Looms”: MOF Announces a Plan."""
    return named.person is None and _GOES_ON.match(passage.text, named.end, end) is not None


def _leads(cast: Cast, passage: Passage, low: int, high: int) -> bool:
    """Whether the first one named stands at the head of the sentence, and is not one who is asked."""
    start = max((match.end() for match in SENTENCE_START.finditer(passage.text, low, high)), default=low)
    return any(one.start <= start + _TITLE_FIRST for one in cast.within(passage.index, start, high))


def _is_honoured(passage: Passage, begin: int, named: Named) -> bool:
    """Whether no more than a form of address stands before a name."""
    return _HONOUR.fullmatch(passage.text, begin, named.start) is not None


def _ending(cast: Cast, passage: Passage, low: int, high: int) -> list[Named]:
    """Those named at the end of a label; a surname behind a post goes with it: KMA Administrator EO."""
    named = cast.within(passage.index, low, high)
    for one in named:
        rest = _SURNAME.fullmatch(passage.text, one.end, high) if one.person and one.end < high else None
        if rest and rest["surname"].casefold() in (cast.name(one) or "").casefold().split():
            return [one]
    return [one for one in named if one.end >= high]
