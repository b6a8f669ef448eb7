"""The cases of cases/dates.md, and what find_dates owes its caller."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from pressparse.extractors.dates import DateSpan, Style, Trail, find_dates, with_leftovers
from tests.conftest import cpu_seconds

REFERENCE = date(2024, 6, 19)
ROW = re.compile(r"\| (?P<text>.*?) \| (?P<dates>.*) \|$")


def table() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "cases" / "dates.md").read_text(encoding="utf-8").splitlines()
    rows = [match for line in lines if (match := ROW.match(line)) and match["text"] != "text"]
    return [(row["text"].replace("¦", "|"), row["dates"].replace("¦", "|")) for row in rows]


def shown(text: str, spans: list[DateSpan]) -> str:
    return "; ".join(f"`{text[span.start : span.end]}` = {span.value or '?'}" for span in spans) or "–"


def values(text: str, *, reference: date | None = REFERENCE, style: Style = Style.PRESS) -> list[str | None]:
    return [span.value for span in find_dates(text, reference=reference, style=style)]


def test_the_table_is_read() -> None:
    assert len(table()) > 200


@pytest.mark.parametrize(("text", "expected"), table())
def test_case(text: str, expected: str) -> None:
    assert shown(text, find_dates(text, reference=REFERENCE)) == expected


def test_a_day_that_does_not_exist_says_why() -> None:
    (span,) = find_dates("until June 31, 2024", reference=REFERENCE)
    assert span.value is None
    assert span.earliest is None
    assert span.problem


def test_without_a_reference_an_open_date_counts_from_the_one_before() -> None:
    text = "It met on June 30, 2020. The school that opened in March of this year took part, on the 29th."
    assert values(text, reference=None) == ["2020-06-30", "2020-03", "2020-06-29"]


def test_with_nothing_to_count_from_an_open_date_has_no_value() -> None:
    (span,) = find_dates("It opens next month.", reference=None)
    assert (span.value, span.anchored) == (None, True)


def test_a_trail_carries_the_last_day_to_the_next_passage() -> None:
    trail = Trail()
    find_dates("It opened on June 3, 2024.", reference=None, trail=trail)
    (span,) = find_dates("On the same day, the mayor came.", reference=None, trail=trail)
    assert span.value == "2024-06-03"


@pytest.mark.parametrize(
    ("text", "anchored"),
    [("June 30, 2020", False), ("in 2020", False), ("the 1990s", False), ("June 30", True), ("next year", True)],
)
def test_anchored(text: str, anchored: bool) -> None:
    (span,) = find_dates(text, reference=REFERENCE)
    assert span.anchored is anchored


def test_the_ends_of_a_range_are_told() -> None:
    text = "from July 2 and 3, 2020"
    (span,) = find_dates(text, reference=REFERENCE)
    assert [(text[part.start : part.end], part.value) for part in span.parts] == [
        ("July 2", "2020-07-02"),
        ("3, 2020", "2020-07-03"),
    ]


@pytest.mark.parametrize(
    ("text", "press", "news"),
    [
        ("Profit rose in the first quarter. It lost money a year earlier.", ["2024-Q1"], ["2024-Q1", "2023-Q1"]),
        ("It meets on Thursday.", ["2024-06-20"], ["2024-06-13"]),
        ("It fell by half from the end of 2023.", ["2023-12"], ["2023"]),
    ],
)
def test_news_counts_in_its_own_way(text: str, press: list[str], news: list[str]) -> None:
    assert values(text) == press
    assert values(text, style=Style.NEWS) == news


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("due two weeks from now", "2024-W27"),
        ("opened a fortnight ago", "2024-06-05"),
        ("due 10 days from today", "2024-06-29"),
    ],
)
def test_leftover_phrases_are_dateparsers(text: str, value: str) -> None:
    found = find_dates(text, reference=REFERENCE)
    assert value not in [span.value for span in found]
    assert [span.value for span in with_leftovers(found, text, reference=REFERENCE)] == [value]


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1.1.1.",
        "June ",
        "2020. ",
        "May 3, ",
        "3rd, ",
        "1/",
        "20 to ",
        "(Tue)",
        "~2020",
        "first ",
        "7월 ",
        "today and tomorrow ",
        "May 3-4 and 5, ",
        "Regdate2024-03-26",
        "the 3rd of May ",
        "in 2023, ",
    ],
)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (10_000, 80_000))
    taken = [cpu_seconds(partial(find_dates, reference=REFERENCE), text) for text in (short, long)]
    # Eight times the text: a quadratic search would take 64 times as long.
    assert taken[1] < 30 * taken[0] + 0.05
