"""Which posts are named and who holds them: the table of cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pressparse

CASES = re.findall(
    r"^## ([^\n]+)\n\n```\n(.*?)→\n(.*?)```",
    (Path(__file__).parent / "cases" / "titles.md").read_text(encoding="utf-8"),
    re.S | re.M,
)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_case(text: str, expected: str) -> None:
    release = pressparse.parse(text)
    names = {person.id: person.name for person in release.people}
    found = [
        f"{' '.join(title.text.split())}: {names[title.person] if title.person else '-'}" for title in release.titles
    ]
    assert found == expected.split("\n")[:-1]


def test_the_table_is_read() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("□ Tak Bo-mi, Head of Salt at the Namhae Institute, spoke.", "Head of Salt", "Namhae Institute"),
        ("□ KSI President Tak Bo-mi spoke.", "President", "KSI"),
        ("□ Trade Minister Tak Bo-mi spoke.", "Trade Minister", None),
        ("□ Minister of Justice Tak Bo-mi spoke.", "Minister of Justice", "Ministry of Justice"),
        ("□ Tak Bo-mi (Director, Salt Museum) spoke.", "Director", "Salt Museum"),
        ("□ Salt Policy Division manager Tak Bo-mi spoke.", "manager", "Salt Policy Division"),
    ],
)  # fmt: skip
def test_role_and_body_are_split(text: str, role: str, organization: str | None) -> None:
    [title] = pressparse.parse(text).titles
    assert (title.role, title.organization) == (role, organization)
