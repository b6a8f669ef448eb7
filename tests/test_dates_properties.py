"""What holds for every date: values read back, spans are sane, and every spelling says the day that was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressparse.extractors.dates import Style, find_dates
from pressparse.extractors.dates import values as edtf

_MONTHS = "January February March April May June July August September October November December"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_PIECES = """
Jun. Sept. (Tue) 30 31 3rd 15th 2020 '21 ’24 Q3 1H FY2021 1990s 99 0 the of end early mid- last next this coming same
year month week quarter half century days first and to between ~ – - , . ( ) / today ago two twenty nineteen thousand
year-end 6월 30일 2021년 올해 부터
"""
MONTHS, WEEKDAYS = _MONTHS.split(), _WEEKDAYS.split()
PIECES = st.sampled_from([*MONTHS, *WEEKDAYS, *_PIECES.split(), ". "])
DAYS = st.dates(min_value=date(1980, 1, 1), max_value=date(2059, 12, 31))


def ordinal(number: int) -> str:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


SPELLINGS: dict[str, Callable[[date], str]] = {
    "June 30, 2020": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "June 30 (Tue), 2020": lambda d: f"{MONTHS[d.month - 1]} {d.day} ({WEEKDAYS[d.weekday()][:3]}), {d.year}",
    "June 30, 2020 (Tue.)": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year} ({WEEKDAYS[d.weekday()][:3]}.)",
    "Tuesday, June 30, 2020": lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "June 30th, 2020": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "30 June 2020": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "30th of June 2020": lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "Tuesday, 30 June 2020": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "30 JUN 2020": lambda d: f"{d.day} {MONTHS[d.month - 1][:3].upper()} {d.year}",
    "Jun. 30, 2020": lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}",
    "2020-06-30": date.isoformat,
    "2020/06/30": lambda d: f"{d:%Y/%m/%d}",
    "2020. 6. 30.(Tue)": lambda d: f"{d.year}. {d.month}. {d.day}.({WEEKDAYS[d.weekday()][:3]})",
    "2020.6.30.": lambda d: f"{d.year}.{d.month}.{d.day}.",
    "'20.6.30": lambda d: f"'{d:%y}.{d.month}.{d.day}",
    "’20. 6. 30.(Tue)": lambda d: f"’{d:%y}. {d.month}. {d.day}.({WEEKDAYS[d.weekday()][:3]})",
    "2020년 6월 30일": lambda d: f"{d.year}년 {d.month}월 {d.day}일",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@settings(max_examples=25, deadline=None)
@given(day=DAYS)
def test_every_spelling_of_a_day_is_read_as_that_day(spelling: str, day: date) -> None:
    written = SPELLINGS[spelling](day)
    text = f"The fair opened on {written} in Ulsan."
    (span,) = find_dates(text, reference=date(2024, 6, 19))
    assert (text[span.start : span.end], span.value) == (written, day.isoformat())


@settings(max_examples=60, deadline=None)
@given(first=DAYS, days=st.integers(1, 300), dash=st.sampled_from([" to ", "–", " ~ ", "~", " - ", " through "]))
def test_a_range_is_read_with_both_its_ends(first: date, days: int, dash: str) -> None:
    last = first + timedelta(days=days)
    english = SPELLINGS["June 30, 2020"]
    written = f"{english(first)}{dash}{english(last)}"
    (span,) = find_dates(f"It runs from {written}.", reference=None)
    assert (span.value, span.earliest, span.latest) == (f"{first}/{last}", first, last)


@settings(max_examples=60, deadline=None)
@given(reference=DAYS, day=DAYS)
def test_a_day_without_a_year_is_placed_within_a_year_of_the_reference(reference: date, day: date) -> None:
    (span,) = find_dates(f"on {MONTHS[day.month - 1]} {day.day}.", reference=reference)
    if span.earliest is None:
        assert (day.month, day.day) == (2, 29)
    else:
        assert (span.earliest.month, span.earliest.day) == (day.month, day.day)
        assert abs(span.earliest.year - reference.year) <= 1


@settings(max_examples=300, deadline=None)
@given(
    words=st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14),
    gap=st.sampled_from([" ", ""]),
    reference=st.one_of(st.none(), st.dates()),
    style=st.sampled_from(Style),
)
def test_whatever_the_text_spans_and_values_hold(
    words: list[str], gap: str, reference: date | None, style: Style
) -> None:
    text = gap.join(words)
    reached = 0
    for span in find_dates(text, reference=reference, style=style):
        assert reached <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        reached = span.end
        if span.value is None:
            assert span.problem is not None
            assert span.earliest is None
            assert span.latest is None
            continue
        read_back = edtf.parse(span.value)
        assert (read_back.earliest, read_back.latest) == (span.earliest, span.latest)
        if span.earliest is not None and span.latest is not None:
            assert span.earliest <= span.latest


_VALUES = """
2020-06-30 2020-06 2020 2020-Q3 2020-H1 2020-W27 2020-21 2020-24 202X 19XX
2020-07-02/2020-07-03 2024/.. ../2025 {2020-03-08,2020-03-22} 2022/2025
"""


@pytest.mark.parametrize(
    "value",
    _VALUES.split(),
)
def test_a_value_reads_back_as_itself(value: str) -> None:
    assert edtf.parse(value).value == value


@pytest.mark.parametrize("value", ["", "2020-13", "2020-02-30", "2020-Q5", "next year", "2025/2020", "2020-W60"])
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf.parse(value)
