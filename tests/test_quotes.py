"""Who said what: the table of cases, and what must hold of the quotes of any text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressparse
from pressparse.records import Quote

TABLES = ("quotes.md", "quotes_forms.md")
CASES = [
    case
    for table in TABLES
    for case in re.findall(
        r"^## ([^\n]+)\n\n```\n(.*?)→\n(.*?)```",
        (Path(__file__).parent / "cases" / table).read_text(encoding="utf-8"),
        re.S | re.M,
    )
]
FRAGMENTS = [
    *["“", "”", '"', "'", "‘", "’", "「", "」", "<", ">", "\n", "□ ", " ○ ", "said ", "He said, ", ", ", ". ", ": "],
    *["Minister Noh Dal-seop ", "the Ministry ", "according to ", "it works ", "We will go on"],
    *["Harbor Plan", " that ", "she added"],
]  # fmt: skip


def line(quote: Quote) -> str:
    speaker = "?" if quote.speaker is None else quote.speaker if quote.speaker_id else f"@{quote.speaker}"
    return f"{speaker}: {quote.text}".replace("\n", "⏎")


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_case(text: str, expected: str) -> None:
    assert [line(quote) for quote in pressparse.parse(text).quotes] == expected.split("\n")[:-1]


def test_the_table_is_read() -> None:
    assert len(CASES) > 150


def test_a_speaker_that_cannot_be_told_is_warned_of() -> None:
    release = pressparse.parse("□ The tram opened. “This is the best day of my life,” they said.")
    assert [quote.speaker for quote in release.quotes] == [None]
    assert any("best day of my life" in warning for warning in release.warnings)


def test_evidence_names_the_rule_and_the_words() -> None:
    text = "□ “The lamps are ready,” said Minister Noh Dal-seop. “So are the ships.”"
    first, second = pressparse.parse(text, evidence=True).quotes
    assert first.evidence is not None
    assert second.evidence is not None
    assert (first.evidence.rule, first.evidence.words) == ("verb", ["said", "Noh Dal-seop"])
    assert second.evidence.rule == "carried on"


def test_the_cue_is_a_word_of_the_text() -> None:
    (quote,) = pressparse.parse("□ According to Director Bang Il-hwa, the tram “pays for itself by dawn.”").quotes
    assert quote.cue == "according to"


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_quotes_are_slices_of_any_text(text: str) -> None:
    release = pressparse.parse(text, reported=True)
    people = {person.id for person in release.people}
    for quote in release.quotes:
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip()
        assert quote.speaker_id is None or quote.speaker_id in people
    direct = [quote for quote in release.quotes if quote.kind == "direct"]
    assert all(left.end <= right.start for left, right in pairwise(direct))
