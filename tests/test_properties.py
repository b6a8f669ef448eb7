"""What holds of every input whatever: nothing is raised, and every span is a slice of the text."""

from __future__ import annotations

import json
import random
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import pressparse
from pressparse import lexicons
from pressparse.records import OutlineNode, Release, Span
from tests.conftest import cpu_seconds

FOLDER = Path(__file__).parent.parent / "samples"
SAMPLES = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))]

LEXICONS = [path.stem for path in sorted(Path(lexicons.__file__).parent.glob("*.toml"))]

PIECES = [
    *"□■○∘◦ㅇ-–·•△▲※*①②❶➊→|<>[](){}:;,.~'\"‘’“”´`「」『』≪≫«»…&/%$₩€",
    *["\n", "\n\n", " ", "   ", "\t", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u202e", "\x00", "\x1b", "\U000f02b1"],
    *["1. ", "1) ", "(1) ", "가. ", "Ⅰ. ", "[Photo 1] ", "<Reference>", "[bookmark: _GoBack]", "Contact: ", "끝."],
    *["June 30, 2020", "2020. 6. 30.(Tue)", "’20.6.30", "2020-06-30", "30 June", "the 30th", "May to July", "2022"],
    *["by the end of 2025", "next month", "~ October 4", "FY2022", "the first half of 2023", "99999. 99. 99.", "Q3"],
    *["Noh Dal-seop", "JEON Miran", "Byeon, Hae-won", "Ms. Tolu Adeyemi-Okafor", "Kim", "J. van den Berg", "Lee Ok"],
    *["Minister", "Vice Minister of Health", "the Prime Minister", "President ", "Director General,", "Ministry of "],
    *[" said, ", " he said ", "She added that ", " announced", " according to ", " will hold the ", " signed ", " of "],
    *["Quiet Harbor Project", "2024–2033 Basic Plan for Calm", "Act on Harbors", "Forum 2020", "(QHP)", "'s ", "MOU"],
    *["Date: ", "Embargo: ", "Distribution ", "Press Release", "SEOUL, ", "KST", "10 a.m.", "50%", "△2.0 trillion"],
    *["ﬀ", "İ", "ẞ", "𝐀𝐈", "🇰🇷", "e\u0301", "각", "ﷺ", "\u0600", "１２．３", "〜", "\u2028", "\x85", "\x0c"],
]

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map(" ".join),
)


@st.composite
def mutated_releases(draw: st.DrawFn) -> str:
    """A stretch of a release in which pieces are cut out, put in, doubled and moved."""
    text = draw(st.sampled_from(SAMPLES))
    begin = draw(st.integers(0, max(len(text) - 400, 0)))
    text = text[begin : begin + draw(st.integers(20, 1200))]
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 30))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.just(text[at : at + length]), st.just("")))
        text = text[:at] + piece + text[at + draw(st.sampled_from([0, length])) :]
    return text


def spans(release: Release) -> Iterator[Span]:
    """Everything in a release that stands in its text."""
    if release.title:
        yield release.title
    yield from release.subtitles
    yield from nodes(release.outline)
    for record in (*release.people, *release.initiatives):
        yield from record.mentions
    yield from (*release.dates, *release.titles, *release.quotes)


def nodes(roots: list[OutlineNode]) -> Iterator[OutlineNode]:
    for root in roots:
        yield root
        yield from nodes(root.children)


def check(text: str) -> Release:
    release = pressparse.parse(text, issued="2020-06-30", reported=True, evidence=True, include_text=True)
    whole = release.text
    assert whole is not None
    for span in spans(release):
        assert 0 <= span.start <= span.end <= len(whole)
        assert span.text or isinstance(span, OutlineNode), "only a marker that stands alone has no text"
        assert whole[span.start : span.end] == span.text
    ids = [node.id for node in nodes(release.outline)]
    assert len(ids) == len(set(ids))
    records = [*release.dates, *release.titles, *release.quotes]
    records += [mention for record in (*release.people, *release.initiatives) for mention in record.mentions]
    assert {record.node for record in records} <= set(ids)
    people = {person.id for person in release.people}
    assert len(people) == len(release.people)
    referred = {title.person for title in release.titles} | {quote.speaker_id for quote in release.quotes}
    assert referred <= people | {None}
    assert all(record.mentions for record in (*release.people, *release.initiatives))
    assert Release.model_validate_json(release.model_dump_json()) == release
    assert json.loads(release.model_dump_json())
    return release


@given(texts)
@example("")
@example("\n")
@example("□")
@example("“")
def test_anything(text):
    check(text)


@given(mutated_releases())
def test_mutated_releases(text):
    check(text)


@given(texts)
def test_the_same_text_gives_the_same_release(text):
    assert pressparse.parse(text) == pressparse.parse(text)


@pytest.mark.parametrize("sample", range(len(SAMPLES)))
def test_whole_samples(sample):
    check(SAMPLES[sample])


@pytest.mark.parametrize(
    "piece",
    ["□", "“", "'", '"', "(", "[", "<", "-", "*", ".", "~", " ", "\n", "\t", "△ ", "□ a\n", "1. ", "’20.", "Kim ", "A",
     "a", "said, ", "June ", "2020. ", "\u200b", "가", "President of ", "Mr. ", "and ", "A Plan ",
     "“\"'‘’”", "’s said “", "□ “ ∘ ”"],
)  # fmt: skip
def test_time_is_linear_in_hostile_input(piece):
    def seconds(size: int) -> float:
        return cpu_seconds(check, piece * (size // len(piece)))

    seconds(500)
    small, large = min(seconds(1_000) for _ in range(3)), seconds(8_000)
    assert large < 24 * max(small, 0.03), "eight times the text takes far more than eight times as long"


def test_shuffled_words_of_a_release():
    chance = random.Random(11)
    for sample in SAMPLES:
        words = sample.split(" ")
        chance.shuffle(words)
        check(" ".join(words))


def test_words_of_the_lexicons_thrown_together():
    """Words that the rules go by, in orders that nobody writes: a rule that looks one word too far fails here."""
    chance = random.Random(12)
    known = [word for name in LEXICONS for phrase in _phrases(lexicons.load(name)) for word in phrase.split()]
    signs = [
        "'s",
        "'",
        '"',
        "“",
        "”",
        "(",
        ")",
        ",",
        ";",
        ":",
        "-",
        "|",
        "and",
        "of",
        "the",
        "&",
        "□",
        "A.",
        "Mr.",
        "U",
    ]
    for _ in range(1_500):
        words = chance.choices(known, k=chance.choice([1, 2, 3, 5, 9, 30]))
        words = [word.title() if chance.random() < 0.6 else word for word in words]
        check(" ".join(chance.choice(signs) if chance.random() < 0.3 else word for word in words))


def _phrases(table):
    if isinstance(table, dict):
        return [*table, *(phrase for value in table.values() for phrase in _phrases(value))]
    return [phrase for value in table for phrase in _phrases(value)] if isinstance(table, list) else [str(table)]


def test_alphabet_of_everything():
    check("□ " + "".join(map(chr, [*range(1, 0xD800), *range(0xE000, 0x3000, 1)])) + string.printable)
