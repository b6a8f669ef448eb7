"""Echoes: marked lines near the headline that say again what somebody says in the text below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressparse.extractors.quotes.candidates import Candidate
from pressparse.extractors.quotes.cast import Cast
from pressparse.extractors.quotes.labels import Attribution

_WORD = re.compile(r"[^\W_]{2,}")
_FEWEST_WORDS = 4
_SHARED = 0.75
_COVERED = 0.4
_MOST_SLOTS = 8
_MOST_FOUND = 200
_FARTHEST_IN = 8
_LONGEST_LINE = 1000


def find_echoes(cast: Cast, unclaimed: Sequence[Candidate], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Those of the `unclaimed` candidates of headlines whose words, or nearly so, a known speaker says below."""
    heads = [one for one in unclaimed if one.passage <= cast.headline + _MOST_SLOTS and _stands_alone(cast, one)]
    if not heads:
        return
    said = [(set(_words(one.candidate)), one) for one in found[:_MOST_FOUND] if one.speaker and one.speaker.name]
    for candidate in heads[:_MOST_SLOTS]:
        words = set(_words(candidate))
        if len(words) < _FEWEST_WORDS:
            continue
        echoed = next((one for below, one in said if _is_echo(words, below) and _is_below(one, candidate)), None)
        if echoed is not None:
            yield Attribution(candidate, "said again below", None, echoed.speaker)


def _words(candidate: Candidate) -> list[str]:
    return _WORD.findall(candidate.text.lower())


def _is_echo(words: set[str], below: set[str]) -> bool:
    return len(words & below) >= _SHARED * max(len(words), _COVERED * len(below))


def _is_below(one: Attribution, candidate: Candidate) -> bool:
    return one.candidate.passage > candidate.passage


def _stands_alone(cast: Cast, candidate: Candidate) -> bool:
    """Whether a passage holds nothing but the marked words, or is the headline and begins with them."""
    quoted, text = candidate.quoted, cast.passages[candidate.passage].text
    if quoted.end_passage != quoted.passage or quoted.outer_start > _FARTHEST_IN or len(text) > _LONGEST_LINE:
        return False
    leads = candidate.passage == cast.headline and candidate.form == "clause"
    return not _WORD.search(text, 0, quoted.outer_start) and (leads or not _WORD.search(text, quoted.outer_end))
