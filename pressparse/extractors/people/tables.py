"""Names in the cells of a table: what stands below "Name", also a family name alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pressparse import lexicons
from pressparse.context import Context
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import name_end, plain_word, skip_honorifics
from pressparse.romanization import family

_LABELS = frozenset(lexicons.load("names")["columns"])


def tabled(context: Context, pages: Sequence[Page]) -> None:
    """Take the cells below the label of a column of names."""
    column = width = -1
    for node, group in groupby(pages, key=lambda page: page.passage.node):
        row = list(group)
        known = context.outline.nodes.get(node)
        if known is None or known.kind != "table":
            column = -1
            continue
        labels = [index for index, page in enumerate(row) if page.passage.text.strip("| :").lower() in _LABELS]
        if labels:
            column, width = labels[0], len(row)
        elif column >= 0 and len(row) == width:
            _take(row[column])


def _take(page: Page) -> None:
    """Take a cell that is one name, or names with commas."""
    words = [word for word in page.words if word.text != "|"]
    first = next((index for index, word in enumerate(page.words) if word.text != "|"), 0)
    last = first + len(words)
    begin, found = first, list[tuple[int, int]]()
    while begin < last:
        begin = skip_honorifics(page.words, begin)
        end = name_end(page.words, begin, page.taken)
        single = end == begin + 1 and not family(page.words[begin])
        if end == begin or single or any(plain_word(word) for word in page.words[begin:end]):
            return
        found.append((begin, end))
        begin = end + 1 if end < last and page.words[end].text in {",", "/", "·"} else end
        if begin == end != last:
            return
    for begin, end in found:
        page.take(begin, end, "below a label")
