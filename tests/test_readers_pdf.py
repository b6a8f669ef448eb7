"""PDF: lines in the order of the page, joined to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pressparse.readers import read_bytes
from tests.office_files import make_pdf

FULL = "The Ministry of Oceans and Fisheries announced on the seventh of May that the Quiet"  # reaches the margin


def read(*pages: Sequence[tuple[float, float, str]], extra: str = "") -> list[str]:
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


BODY = [(72, 700, "Boats may land."), (72, 600, "End.")]


def titled(*lines: tuple[float, float, str], pages: int = 4) -> list[list[tuple[float, float, str]]]:
    """Pages of running text with these lines, in which # stands for the number of the page and @ for a year."""
    return [
        [*((x, y, text.replace("#", str(n)).replace("@", str(2020 + n))) for x, y, text in lines), *BODY]
        for n in range(1, pages + 1)
    ]


@pytest.mark.parametrize(
    "line",
    [
        (72, 800, "Ministry of Oceans | #"),
        (72, 800, "Ministry of Oceans - Page # of 4"),
        (72, 800, "# / 4"),
        (72, 40, "Ministry of Oceans #"),
        (72, 40, "# Quiet Harbor Project"),
        (290, 40, "#"),
        (72, 40, "\251 2024 Ministry of Oceans"),
    ],
)
def test_heads_and_feet_that_count_pages(line: tuple[float, float, str]) -> None:
    assert read(*titled(line)) == ["Boats may land.", "End."] * 4


@pytest.mark.parametrize(
    "line",
    [
        (72, 800, "Plan for the year @"),
        (72, 800, "@"),
        (72, 800, "Phase #"),
        (72, 800, "1. Budget of @0 won"),
        (72, 800, "- Ministry of Oceans"),
        (72, 40, "Kim Min-su will speak on 3 March @"),
        (72, 40, "Line # of the page and more"),
        (72, 640, "Quiet Harbor Project"),
        (72, 640, "- # -"),
    ],
)
def test_content_at_an_edge_is_no_furniture(line: tuple[float, float, str]) -> None:
    found = read(*titled(line))
    for n in range(1, 5):
        assert found.count(line[2].replace("#", str(n)).replace("@", str(2020 + n))) == (
            1 if {*"#@"} & {*line[2]} else 4
        )


def test_what_a_few_pages_share_is_no_furniture() -> None:
    pages = titled((72, 800, "Ministry of Oceans"), pages=2) + titled(pages=4)
    assert read(*pages).count("Ministry of Oceans") == 2


def test_no_page_is_emptied() -> None:
    slides = [[(72.0, 800.0, "Quiet Harbor"), (72.0, 40.0, f"- {n} -")] for n in (1, 2, 3)]
    assert read(*slides) == ["Quiet Harbor"] * 3


LEFT = [
    "The Ministry of Oceans said that the",
    "harbor is to be opened for all of the",
    "people who live on the coast, and that",
]
RIGHT = [
    "Officials of the Harbor Division said",
    "that the new hall has room for more",
    "boats than the old one had, and that",
]


def test_two_columns() -> None:
    page = [(72.0, 780.0, f"{FULL} Harbor Project")]
    for row, (left, right) in enumerate(zip(LEFT * 2, RIGHT * 2, strict=True)):
        page += [(72, 740 - 15 * row, left), (310, 740 - 15 * row, right)]
    page.append((72, 600, FULL))
    left, right = " ".join(LEFT * 2), " ".join(RIGHT * 2)
    assert [line for line in read(page) if line] == [f"{FULL} Harbor Project", f"{left} {right}", FULL]


def test_rows_without_rules_are_no_columns() -> None:
    rows = [("Harbor Division", "Kim Min-su"), ("Planning", "Lee Ji-woo, deputy director of the hall"), ("Boats", "-")]
    page = [(x, 700 - 15 * n, text) for n, row in enumerate(rows * 3) for x, text in zip((72, 310), row, strict=True)]
    assert read(page) == ["\t".join(row) for row in rows * 3]


def test_sideways_text_on_a_page_that_is_not_rotated() -> None:
    lines = [(72.0, 700.0 - 20 * n, f"{n}. Boats may land on {n} May.") for n in range(1, 6)]
    assert read(lines, extra="0 1 -1 0 595 0 cm\n") == [text for _, _, text in lines]


def test_a_sideways_word_turns_no_page() -> None:
    stamp = "BT 0 1 -1 0 20 300 Tm /F 12 Tf (DRAFT) Tj ET\n"
    assert "Boats may land here." in read([(72, 700, "Boats may land here."), (72, 600, "End.")], extra=stamp)


def test_a_last_page_with_one_of_two_columns() -> None:
    page = [(72.0, 700.0 - 15 * row, text) for row, text in enumerate(LEFT * 2)]
    both = page + [(310.0, 700.0 - 15 * row, text) for row, text in enumerate(RIGHT * 2)]
    assert read(both, page) == [" ".join(LEFT * 2 + RIGHT * 2 + LEFT * 2)]
