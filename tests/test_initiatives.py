"""Initiatives: the tables of cases/initiatives.md, and what must hold of any text at all."""

import re
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressparse
from pressparse.context import Context
from pressparse.extractors.initiatives import extract
from pressparse.extractors.initiatives.coreference import key_of
from pressparse.extractors.initiatives.heads import governing_head
from pressparse.extractors.initiatives.lexicon import ACTIONS, HEADS, KINDS
from pressparse.extractors.initiatives.lexicon import DEEDS as DEED_NOUNS
from pressparse.extractors.initiatives.words import find_words
from pressparse.outline import build
from pressparse.readers.text import normalise
from pressparse.records import Initiative
from pressparse.source import Source

CASES = re.findall(
    r"^## (.+?)\n\n```\n(.*?)\n→\n(.*?)```",
    (Path(__file__).parent / "cases" / "initiatives.md").read_text(encoding="utf-8"),
    re.S | re.M,
)


NAMES = [pytest.param(*case[1:], id=case[0]) for case in CASES if " | " not in case[2]]
DEEDS = [pytest.param(*case[1:], id=case[0]) for case in CASES if " | " in case[2]]
PIECES = [
    *[
        "Plan",
        "the Plan",
        "Green ",
        "Act on the ",
        "New Deal ",
        "‘",
        "’",
        "“",
        "”",
        "「",
        "」",
        "<",
        ">",
        "(",
        ")",
        ", ",
        " and ",
    ],
    *[
        "2nd ",
        "2030 ",
        " of ",
        "called ",
        "campaign ",
        "hereinafter the ",
        "(ABC)",
        "'s ",
        "□ ",
        "\n",
        "1 billion won ",
        "will be held ",
    ],
]


def parse(text: str) -> list[Initiative]:
    return pressparse.parse(text, issued=date(2025, 5, 7)).initiatives


def forms_of(initiative: Initiative) -> list[str]:
    """The name and the other forms that the text uses, each once however it is spelled."""
    forms = {key_of(form): form for form in (" ".join(m.text.split()) for m in reversed(initiative.mentions))}
    del forms[key_of(initiative.name)]
    return [initiative.name, *reversed(forms.values())]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: str) -> None:
    found = [f"{initiative.kind}: {' = '.join(forms_of(initiative))}" for initiative in parse(text)]
    assert found == expected.split("\n")[:-1]


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_deeds(text: str, expected: str) -> None:
    found = []
    for initiative in parse(text):
        amount = initiative.amount and f"{initiative.amount.value:.0f} {initiative.amount.currency}"
        fields = [initiative.name, initiative.actor, initiative.action, ", ".join(initiative.dates), amount]
        found.append(" | ".join(field or "-" for field in fields))
    assert found == expected.split("\n")[:-1]


def test_the_lexicon_is_whole() -> None:
    assert set(HEADS.values()) <= set(KINDS)
    assert all(words == tuple(word.lower() for word in words) for words in HEADS)
    assert set(DEED_NOUNS.values()) <= set(ACTIONS.values()), "a deed whose action no verb has"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Framework Act on Ferry Safety", "law"),  # the head in front
        ("Ferry Safety Framework Act", "law"),
        ("Countermeasures for Red Tide Reduction Plan", "plan"),  # a thin noun gives way
        ("Code for Nets Hackathon", "event"),
        ("Leap Fund No. 2", "fund"),  # a number behind the head
        ("K-Kelp Fair 2025 in Hanoi", "event"),
        ("Vision 2040", "plan"),
        ("e-Portal", "platform"),  # the last part of a compound
    ],
)
def test_governing_head(name: str, kind: str) -> None:
    head = governing_head(find_words(name))
    assert head is not None
    assert head.kind == kind


def test_evidence_is_there_when_asked_for() -> None:
    text = "□ The Ministry held the ‘Float Forum’ in June."
    release = pressparse.parse(text, evidence=True)
    assert [i.evidence and i.evidence.words for i in release.initiatives] == [["forum", "hold"]]
    assert parse(text)[0].evidence is None


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    text = normalise(text)
    for initiative in parse(text):
        assert initiative.mentions
        for mention in initiative.mentions:
            assert text[mention.start : mention.end] == mention.text
        starts = [mention.start for mention in initiative.mentions]
        assert starts == sorted(set(starts))


class NoNames:
    """A Doc in which the model saw nothing."""

    ents = ()


def bare_context(text: str) -> Context:
    source = Source(text, None, "text", None, "")
    outline = build(source)
    return Context(source=source, outline=outline, docs=[NoNames()] * len(outline.passages))


@pytest.mark.parametrize(
    "piece", ["<", "「", "“", "Green ", "Plan ", "Green Plan and ", "‘Green Plan’ ", "Act on the "]
)
def test_hostile_input_costs_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        context = bare_context((piece * size)[:size])
        begin = perf_counter()
        extract(context)
        return perf_counter() - begin

    seconds(2_000)  # what is imported and compiled once
    assert seconds(80_000) < 12 * seconds(20_000) + 0.5
