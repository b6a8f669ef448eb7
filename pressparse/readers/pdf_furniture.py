"""The furniture of PDF pages: running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pressparse.readers.pdf_lines import Line, Page
from pressparse.readers.pdf_paragraphs import HEAD

EDGE_LINES = 2  # this many at the top and at the bottom of a page can be furniture,
MARGIN = 0.15  # if they stand in this share of its height
LEAST_PAGES = 3  # a shorter document must have it on all of its pages
LONGEST = 200  # characters
# A number of four digits is a year: "2021", "2022" on two pages in a row count like page numbers.
PAGE_NUMBER = re.compile(r"(\W{0,3})(page |p\. ?)?(\d{1,3})( ?(?:/|of) ?\d{1,3})?(\W{0,3})", re.IGNORECASE)
NUMBER = re.compile(
    r"(?<![\w.,])(?P<word>page |p\. ?)?(?P<number>\d{1,3})(?: ?(?:/|of) ?\d{1,3}| ?쪽)?(?![\w%]|[.,]\d)", re.IGNORECASE
)
MARKS = frozenset("\t|/·•‧()[]<>-–—")  # what parts a page number from the words of its line
NO_HEAD = ("©", "®")

Key = tuple[str, int, int]


def without_furniture(pages: list[Page]) -> tuple[list[Page], list[str]]:
    """The pages without running heads, feet and page numbers, and the lines that were left out."""
    edges = [list(_edge(page)) for page in pages]
    often = Counter(key for page, edge in zip(pages, edges, strict=True) for key in _page_keys(page, edge))
    least = max(2, min(LEAST_PAGES, len(pages)), len(pages) // 2)
    common = {key for key, count in often.items() if count >= least}
    kept: list[Page] = []
    dropped: list[str] = []
    for page, edge in zip(pages, edges, strict=True):
        numbers = [line for line in edge if _is_page_number(line)]
        furniture = [line for line in edge if line in numbers or not common.isdisjoint(_keys(line, page=page))]
        if len(furniture) == len(page.items):  # a slide with nothing but its title
            furniture = numbers
        out = set(map(id, furniture))
        kept.append(replace(page, items=[item for item in page.items if id(item) not in out]))
        dropped += [line.text for line in edge if id(line) in out]
    return kept, dropped


def _edge(page: Page) -> Iterator[Line]:
    lines = sorted(page.loose, key=lambda line: -line.box[3])  # by height: the foot of a column is that of its page
    edge = lines if len(lines) <= 2 * EDGE_LINES else lines[:EDGE_LINES] + lines[-EDGE_LINES:]
    for line in edge:
        if line.box[1] > (1 - MARGIN) * page.height or _in_foot(line, page=page):
            yield line


def _in_foot(line: Line, *, page: Page) -> bool:
    return line.box[3] < MARGIN * page.height


def _is_page_number(line: Line) -> bool:
    """Whether the line has nothing but a number that says that it is the page's, or is equal to it."""
    match = PAGE_NUMBER.fullmatch(line.text.strip())
    if match is None:
        return False
    before, word, number, total, after = match.groups()
    if word or total or (before and after):
        return True
    return not before and not after and int(number) == line.page


def _page_keys(page: Page, edge: list[Line]) -> set[Key]:
    return {key for line in edge for key in _keys(line, page=page)}


def _keys(line: Line, *, page: Page) -> Iterator[Key]:
    """What repeats at the same height of other pages: the text, or the text around a number that counts the pages."""
    text, height = line.text.strip(), round(line.box[1])
    if len(text) > LONGEST or (HEAD.match(text) and not text.startswith(NO_HEAD)):
        return
    yield text, 0, height
    for match in NUMBER.finditer(text):
        if _stands_apart(match, in_foot=_in_foot(line, page=page)):
            start, end = match.span("number")
            yield f"{text[:start]}\0{text[end:]}", int(match["number"]) - line.page, height


def _stands_apart(match: re.Match[str], *, in_foot: bool) -> bool:
    """Whether a number can be the page's: "Ministry | 3", "Ministry Page 3", but "Ministry 3" only in the foot.

    In the head that is the title of a slide: "Phase 3".
    """
    before = match.string[: match.start()].rstrip(" ")
    after = match.string[match.end() :].lstrip(" ")
    left = not before or before[-1] in MARKS or match["word"] is not None
    right = not after or after[0] in MARKS
    return (left and right) or (in_foot and not (before and after))
