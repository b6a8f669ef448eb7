"""PDF: lines in the order of the page, joined to paragraphs."""

from __future__ import annotations

import pytest

from pressparse.readers import read_bytes
from tests.office_files import make_pdf

FULL = "The Ministry of Oceans and Fisheries announced on the seventh of May that the Quiet"  # reaches the margin


def read(*pages: list[tuple[float, float, str]], extra: str = "") -> list[str]:
    return read_bytes(make_pdf(pages, extra=extra), path=None).text.rstrip("\n").split("\n")


def test_wrapped_lines_are_joined_and_short_ones_not() -> None:
    page = [(72, 700, FULL), (72, 685, "Harbor Project begins."), (72, 670, "Second paragraph.")]
    assert read(page) == [f"{FULL} Harbor Project begins.", "Second paragraph."]


def test_reading_order_is_that_of_the_page() -> None:
    page = [(72, 600, FULL), (72, 585, "is wrapped."), (72, 760, "A title drawn last")]
    assert read(page) == ["A title drawn last", "", f"{FULL} is wrapped."]


@pytest.mark.parametrize("head", ["- ", "* ", "1. ", "2\\) ", "\\(3\\) ", "o ", "IV. "])
def test_a_head_begins_a_paragraph(head: str) -> None:
    found = read([(72, 700, FULL), (72, 685, f"{head}item")])
    assert found == [FULL, f"{head}item".replace("\\", "")]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("between industry-", "academia and", "industry-academia"),
        ("from the govern-", "ment to", "govern-ment"),
        ("the Ministry and/", "or others", "and/or"),
        ("the Ministry and", "others", "and others"),
    ],
)
def test_joints(above: str, below: str, joined: str) -> None:
    line = f"{FULL[: -len(above) - 1]} {above}"
    assert joined in read([(72, 700, FULL), (72, 685, line), (72, 670, below)])[0]


def test_a_word_seen_whole_loses_its_hyphen() -> None:
    line = f"{FULL[:-17]} from the govern-"
    page = [(72, 700, FULL), (72, 685, line), (72, 670, "ment that"), (72, 600, "The government")]
    assert "the government that" in read(page)[0]


def test_page_furniture_is_removed() -> None:
    pages = [
        [(72, 800, "Ministry of Oceans"), (72, 700, f"Text {word}"), (290, 40, f"- {n} -")]
        for n, word in enumerate(["one", "two"], 1)
    ]
    source = read_bytes(make_pdf(pages), path=None)
    assert source.text == "Text one\nText two\n"
    assert source.warnings == ("page headers and footers were left out: Ministry of Oceans",)


def test_a_paragraph_over_two_pages() -> None:
    assert read([(72, 60, FULL)], [(72, 780, "Harbor Project begins.")]) == [f"{FULL} Harbor Project begins."]


def box(left: float, bottom: float, right: float, top: float) -> str:
    return f"{left} {bottom} {right - left} {top - bottom} re S\n"


def test_ruled_tables() -> None:
    rules = box(70, 650, 170, 700) + box(170, 650, 400, 700) + box(70, 600, 170, 650) + box(170, 600, 400, 650)
    page = [
        (80, 680, "Embargo"),
        (180, 680, "May 7, 2025"),
        (80, 630, "Contact"),
        (180, 632, "Harbor Division"),
        (180, 612, "* by mail"),
    ]
    assert read([*page, (72, 560, "After")], extra=rules) == [
        "Embargo\tMay 7, 2025", "Contact", "Harbor Division", "* by mail", "", "After",
    ]  # fmt: skip


def test_rules_that_are_no_table() -> None:
    underline = "72 698 m 200 698 l S\n72 640 m 400 640 l S\n" + box(20, 20, 575, 820)
    assert read([(72, 700, FULL), (72, 685, "is wrapped.")], extra=underline) == [f"{FULL} is wrapped."]


def test_locations() -> None:
    source = read_bytes(make_pdf([[(72, 700, "One")], [(100, 500, "Two")]]), path=None)
    (_, one), (start, two) = source.locations
    assert (source.text[start], one.page, two.page) == ("T", 1, 2)
    assert two.box is not None
    left, bottom, right, top = two.box
    assert 99 < left < right < 130
    assert 490 < bottom < top < 520


@pytest.mark.parametrize(
    ("rotate", "matrix"), [(90, "0 1 -1 0 595 0"), (180, "-1 0 0 -1 595 842"), (270, "0 -1 1 0 0 842")]
)
def test_rotated_pages(rotate: int, matrix: str) -> None:
    data = make_pdf([[(72, 700, "First line."), (72, 600, "Second line.")]], extra=f"{matrix} cm\n", size=11)
    turned = data.replace(b"/Type/Page/", b"/Type/Page/Rotate %d/" % rotate)
    lines = read_bytes(turned, path=None).text.split()
    assert lines == ["First", "line.", "Second", "line."]


def test_no_text_on_one_page_is_a_warning() -> None:
    source = read_bytes(make_pdf([[(72, 700, "Text")], []]), path=None)
    assert source.warnings == ("1 of 2 pages have no text: [2]",)
