"""Reported speech: off by default, without marks, and never twice what is quoted."""

from __future__ import annotations

import pytest

import pressparse

CASES = [
    (
        "a clause with that",
        "□ The Ministry of Oceans and Fisheries explained that ships would wait longer at night.",
        [("Ministry of Oceans and Fisheries", "explained", "ships would wait longer at night")],
    ),
    (
        "a clause without that",
        "□ Director Bang Il-hwa said the lamps would be replaced in June.",
        [("Bang Il-hwa", "said", "the lamps would be replaced in June")],
    ),
    (
        "according to",
        "□ According to Director Bang Il-hwa, half of the lamps are new.",
        [("Bang Il-hwa", "according to", "half of the lamps are new")],
    ),
    ("no speech", "□ The Ministry of Oceans and Fisheries opened a lamp museum in Samcheon.", []),
    ("nobody speaks", "□ It was decided that the lamps would be replaced in June.", []),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_reported(text: str, expected: list[tuple[str, str, str]]) -> None:
    quotes = pressparse.parse(text, reported=True).quotes
    assert [(quote.speaker, quote.cue, quote.text) for quote in quotes] == expected
    assert {quote.kind for quote in quotes} <= {"reported"}
    assert pressparse.parse(text).quotes == []


def test_words_in_marks_are_quoted_once() -> None:
    text = "□ Director Bang Il-hwa said that the lamps “blush like a bride at dawn.”"
    assert [quote.kind for quote in pressparse.parse(text, reported=True).quotes] == ["direct"]
