"""Who is named in a release: the table of cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pressparse
from pressparse.records import Person

CASES = re.findall(
    r"^## ([^\n]+)\n\n```\n(.*?)→\n(.*?)```",
    (Path(__file__).parent / "cases" / "people.md").read_text(encoding="utf-8"),
    re.S | re.M,
)


def line(person: Person) -> str:
    return f"{person.name} | {person.title or '-'} | {person.organization or '-'} | {len(person.mentions)}"


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_case(text: str, expected: str) -> None:
    assert [line(person) for person in pressparse.parse(text).people] == expected.split("\n")[:-1]


def test_the_table_is_read() -> None:
    assert len(CASES) > 20


def test_a_mention_keeps_the_line_end_that_a_name_does_not_have() -> None:
    text = "□ The law was explained by Wi\n   Na-ryeong."
    [person] = pressparse.parse(text).people
    assert person.name == "Wi Na-ryeong"
    assert [mention.text for mention in person.mentions] == ["Wi\n   Na-ryeong"]
    assert all(text[mention.start : mention.end] == mention.text for mention in person.mentions)
