"""What `inspect` shows: marks in place, with and without colour, and nothing of the source obeyed."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

import pressparse
from pressparse import render
from pressparse.exporters import KINDS
from pressparse.records import Release
from pressparse.render.marks import STYLES, Mark, marked
from pressparse.render.tables import COLUMNS
from tests.conftest import RELEASE


def shown(release: Release, *, width: int = 80, **options) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, **options)
    render.show(release, console=console)
    return console.file.getvalue()


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([Mark(2, 5, "dates", "d1")], "ab{d1 cde}fgh"),
        ([Mark(0, 8, "quotes", "q1"), Mark(2, 5, "dates", "d1")], "{q1 ab{d1 cde}fgh}"),
        ([Mark(0, 3, "titles", "t1"), Mark(3, 8, "people", "p1")], "{t1 abc}{p1 defgh}"),
        ([Mark(0, 8, "titles", "t1"), Mark(0, 3, "people", "p1")], "{t1 {p1 abc}defgh}"),
        ([Mark(0, 8, "titles", "t1"), Mark(5, 8, "people", "p1")], "{t1 abcde{p1 fgh}}"),
        # a quotation that began in the bullet before and goes on in the next
        ([Mark(-4, 20, "quotes", "q1")], "{q1 abcdefgh}"),
    ],
)
def test_braces_nest(marks, expected):
    assert marked("abcdefgh", 0, marks, in_colour=False).plain == expected


def test_colour_leaves_the_text_as_it_is():
    text = marked("abcdefgh", 100, [Mark(102, 105, "dates", "d1")], in_colour=True)
    assert text.plain == "abcdefgh"
    assert [(span.start, span.end, span.style) for span in text.spans] == [(2, 5, STYLES["dates"])]


def test_a_terminal_has_colours_and_a_pipe_has_none():
    release = pressparse.parse(RELEASE)
    assert "\x1b[" in shown(release, force_terminal=True, color_system="standard")
    assert "{d1 " not in shown(release, force_terminal=True, color_system="standard")
    for plain in (shown(release), shown(release, force_terminal=True, no_color=True, color_system="standard")):
        assert "{d1 " in plain
    assert "\x1b" not in shown(release)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_width_is_kept(width):
    assert max(map(len, shown(pressparse.parse(RELEASE), width=width).splitlines())) <= width


def test_every_record_type_has_its_table_and_style():
    assert set(KINDS) == set(COLUMNS) == set(STYLES) <= set(Release.model_fields)


def test_evidence_has_a_column():
    assert "why" in shown(pressparse.parse(RELEASE, evidence=True))
    assert "why" not in shown(pressparse.parse(RELEASE))


def test_thousands_of_bullets():
    bullets = (f"□ Gate no. {number} opens on May {number % 28 + 1}, 2025." for number in range(3_000))
    release = pressparse.parse("\n".join(bullets))
    begun = time.perf_counter()
    assert shown(release).count("□ Gate") == 3_000
    assert time.perf_counter() - begun < 30


def test_no_bullets_and_no_text():
    assert "(no title)" in shown(pressparse.parse(""))
    assert "Just a line." in shown(pressparse.parse("Just a line."))
