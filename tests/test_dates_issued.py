"""The day of issue, and the dates of a whole release as records."""

from __future__ import annotations

from datetime import date

import pytest

from pressparse.context import Context, Options
from pressparse.extractors import dates
from pressparse.outline import build
from pressparse.source import Source

BODY = "\n\nSeoul to plant trees\n\n□ The city met residents on June 3. It will plant trees in October.\n"


def context(text: str, *, issued: date | None = None) -> Context:
    source = Source(text=text, path=None, format="text", encoding=None, sha256=None)  # type: ignore[arg-type]
    made = Context(source=source, outline=build(source), docs=[], options=Options(issued=issued))
    dates.settle_issued(made)
    return made


@pytest.mark.parametrize(
    ("header", "issued", "origin"),
    [
        ("Ministry of Forests\nPress Release\nEmbargo: 11:00 a.m., June 4 (Tue), 2024", date(2024, 6, 4), "embargo"),
        ("Press Release    Ministry of Forests\nDistribution   2024. 6. 4.(Tue)", date(2024, 6, 4), "header"),
        ("Ministry of Forests\nPress Release: June 4, 2024", date(2024, 6, 4), "header"),
        ("Ministry of Forests\nPosted On: 04 JUN 2024 5:32PM by Press Office", date(2024, 6, 4), "header"),
        ("Ministry of Forests\nPress Release", None, None),
    ],
)
def test_the_day_of_issue_comes_from_the_header(header: str, issued: date | None, origin: str | None) -> None:
    made = context(header + BODY)
    assert (made.issued, made.issued_from) == (issued, origin)


@pytest.mark.parametrize(
    "dateline",
    [
        "SEOUL, June 4, 2024 –",
        "June 4, 2024, Seoul –",
        "(Sejong, 4 June 2024)",
        "[Sejong, June 4, 2024]",
        "NEW DELHI: 4 JUN 2024 –",
        "Riverton – 4 June 2024 –",
        "SEOUL, June 4, 2024. –",
        "SEOUL, South Korea, June 4, 2024 /River Wire/ --",
        "Seoul, Korea (June 4, 2024) –",
    ],
)
def test_a_dateline_gives_the_day_of_issue(dateline: str) -> None:
    body = "The Ministry met those who tend the trees in the valley."
    made = context(f"Ministry of Forests\nPress Release\n\nA day for trees\n\n{dateline} {body}\n")
    assert (made.issued, made.issued_from) == (date(2024, 6, 4), "dateline")


TITLE = "\n\nRiver Police Open a School for Swimmers\n\n□ The River Police opened it on Monday.\n"


@pytest.mark.parametrize(
    "letterhead",
    [
        "[ River Police Agency ]            Tuesday, June 4, 2024",
        "River Police Agency                2024. 6. 4.(Tue)",
        "River Police Agency | June 4, 2024",
        "River Police Agency — June 4, 2024",
        "River Police Agency, Riverton, June 4, 2024",
        "River Police Agency\nRelease No. 24-131              June 4, 2024",
        "River Police Agency\nNo. 2024-31 (June 4, 2024)",
        "River Police Agency         Press Release\n- - - - - - - - - - -\nFor release June 4, 2024 (Tuesday) at noon",
        "River Police Agency\n=================\nAvailable to media after 12:00, June 4, 2024 (Tue)",
        "River Police Agency\nMay be reported from the morning papers of June 4, 2024",
        "River Police Agency\nPlease report after 11:00 a.m. on June 4 (Tue), 2024.",
        "River Police Agency\nNot for publication until 00:01 Tuesday 4 June 2024",
        "River Police Agency\nSTRICTLY EMBARGOED UNTIL 00:01 TUESDAY 4 JUNE 2024",
        "River Police Agency\nDistributed: June 3, 2024 / Embargo: June 4, 2024 noon",
        "River Police Agency\nUploaded on June 4, 2024",
        "River Police Agency\nThe 4th of June 2024",
        "For the morning papers of Tuesday, June 4, 2024",
    ],
)
def test_a_letterhead_or_a_release_line_is_a_header(letterhead: str) -> None:
    made = context(letterhead + TITLE)
    assert made.issued == date(2024, 6, 4)
    assert made.issued_from in {"header", "embargo"}
    assert made.outline.title is not None
    title = made.outline.title
    assert made.source.text[title.start : title.end] == "River Police Open a School for Swimmers"


@pytest.mark.parametrize(
    ("other", "issued"),
    [
        ("It opened on 12 May.", date(2024, 6, 4)),
        ("It opened on May 12.", date(2024, 4, 6)),
        ("It opened on 13/5/2024.", date(2024, 6, 4)),
        ("It opened on 5/13/2024.", date(2024, 4, 6)),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_other_dates(other: str, issued: date) -> None:
    made = context(f"River Police Agency            4/6/2024\n\nRiver Police Open a School\n\n□ {other}\n")
    assert made.issued == issued


def test_an_event_s_day_is_no_day_of_issue() -> None:
    made = context("River Police Agency\nPress Release\n\nA school opens\n\n○ Date: June 4, 2024 (Tue) 10:00\n")
    assert made.issued is None


def test_a_day_has_the_year_that_the_release_gives_it_elsewhere() -> None:
    made = context(
        "Ministry of Forests\nPress Release: March 31, 2022\n\nLabels from January 1\n\n□ From January 1, 2023, …\n"
    )
    assert [record.value for record in dates.extract(made)] == ["2022-03-31", "2023-01-01", "2023-01-01"]


PAGE = "Ministry of Lakes opens a lake\n\n□ The Ministry of Lakes (Minister Pyo Ha-neul) plans a fair (July 4 to 5).\n"


@pytest.mark.parametrize(
    "line",
    [
        "Date provided: 2024. 6. 4.",
        "Registered 2024-06-04",
        "Regdate2024-06-04 18:40",
        "Posted On 04 JUN 2024",
        "Written by Planning Office 2024.06.04 10:21 Views 83",
        "Writer: Planning Office / Date: 2024-06-04 / Views: 33",
        "[Press Release, June 4, 2024]",
        "June 4, 2024",
        "Sejong, 4 June 2024",
        "(2024.6.4.)",
    ],
)
@pytest.mark.parametrize("place", ["over", "under"])
def test_a_web_pages_line_or_a_closing_day_gives_the_day_of_issue(line: str, place: str) -> None:
    made = context(f"{line}\n\n{PAGE}" if place == "over" else f"{PAGE}\n{line}\n")
    assert (made.issued, made.issued_from) == (date(2024, 6, 4), "header")
    values = [record.value for record in dates.extract(made)]
    assert sorted(filter(None, values)) == ["2024-06-04", "2024-07-04/2024-07-05"]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: the opening on May 2, 2021",
        "Signing Ceremony (May 2, 2021)",
        "The list was last updated by the writer on May 2, 2021, and has been read since.",
        "May 2 to May 5, 2021",
    ],
)
def test_another_line_at_the_end_gives_none(line: str) -> None:
    made = context(f"{PAGE}\n{line}\n")
    assert (made.issued, made.issued_from) == (None, None)


def test_a_title_line_that_is_a_date_gives_the_day_of_issue() -> None:
    made = context("Province of Forests - Press Release\nJune 4, 2024 (Tuesday); 3 pages\n" + BODY)
    assert (made.issued, made.issued_from) == (date(2024, 6, 4), "header")


def test_a_date_in_the_body_is_no_day_of_issue() -> None:
    made = context("A day for trees\n\n□ The Ministry met residents on June 4, 2024, in Seoul.\n")
    assert (made.issued, made.issued_from) == (None, None)


def test_the_option_goes_before_the_header() -> None:
    made = context("Ministry of Forests\nPress Release: June 4, 2024" + BODY, issued=date(2020, 1, 2))
    assert (made.issued, made.issued_from) == (date(2020, 1, 2), "option")


def test_records_stand_in_the_text_and_count_from_the_day_of_issue() -> None:
    made = context("Ministry of Forests\nPress Release: June 4, 2024" + BODY)
    found = dates.extract(made)
    assert [record.value for record in found] == ["2024-06-04", "2024-06-03", "2024-10"]
    assert [record.anchored for record in found] == [False, True, True]
    assert all(made.source.text[record.start : record.end] == record.text for record in found)


def test_without_a_day_of_issue_the_nearest_earlier_full_date_stands_in() -> None:
    made = context("A day for trees\n\n□ It met on June 4, 2019.\n\n□ It will meet in October, then next month.\n")
    assert [record.value for record in dates.extract(made)] == ["2019-06-04", "2019-10", "2019-07"]


def test_what_has_no_value_is_told_in_a_warning() -> None:
    made = context("A day for trees\n\n□ It met on February 30, 2019.\n")
    (record,) = dates.extract(made)
    assert record.value is None
    assert made.warnings == ["date 'February 30, 2019' at 29 has no value: day is out of range for month"]
