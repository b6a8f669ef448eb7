"""The date stage behind the `command` interface of the date benchmark: one JSON line in, one out.

In:  {"text": "…", "reference_date": "2020-06-30"}          Out: [[start, end, "value"], …]

Offsets are code points. `--genre press` (the default) reads as pressparse does; `--genre news` reads undated weekdays
and months as what was last, and names both ends of a range, as TimeML marks them. The benchmark has another wish that
the contract for releases has not: the members of a list are dates of their own.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import date

from pressparse.extractors.dates import DateSpan, Style, Trail, find_dates, with_leftovers

_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.S)


def answers(text: str, reference: date, style: Style, *, leftovers: bool = True) -> list[tuple[int, int, str]]:
    """The dates of a text as the benchmark counts them: (start, end, value), in order."""
    found: list[tuple[int, int, str]] = []
    trail = Trail()
    for paragraph in _PARAGRAPH.finditer(text):
        grammar = find_dates(paragraph[0], reference=reference, trail=trail, style=style)
        for span in with_leftovers(grammar, paragraph[0], reference=reference) if leftovers else grammar:
            for start, end, value in _translated(span, style):
                found.append((start + paragraph.start(), end + paragraph.start(), value))
    return found


def _translated(span: DateSpan, style: Style) -> Iterator[tuple[int, int, str]]:
    """A date in the benchmark's terms: lists (in news also ranges) as their members, an open end as its known one."""
    if span.value is None:
        return
    if span.parts and (span.joint != "range" or style is Style.NEWS):
        yield from ((part.start, part.end, part.value) for part in span.parts)
    elif span.value.endswith("/.."):
        yield span.start, span.end, span.value.removesuffix("/..")
    else:
        yield span.start, span.end, span.value.removeprefix("../")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--genre", choices=[style.value for style in Style], default=Style.PRESS.value)
    parser.add_argument("--no-dateparser", action="store_true", help="the grammar alone")
    options = parser.parse_args()
    style = Style(options.genre)
    for line in sys.stdin:
        asked = json.loads(line)
        reference = date.fromisoformat(asked["reference_date"])
        found = answers(asked["text"], reference, style, leftovers=not options.no_dateparser)
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
