"""The list heads that a browser draws: bullets and numbers of `ul` and `ol`."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from pressparse.readers.numerals import render

BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
BY_DEPTH = ("disc", "circle", "square")
FORMS = {
    "a": "latin",
    "A": "LATIN",
    "i": "roman",
    "I": "ROMAN",
    "lower-alpha": "latin",
    "upper-alpha": "LATIN",
    "lower-roman": "roman",
    "upper-roman": "ROMAN",
    "decimal-leading-zero": "two digits",
    "hangul": "syllable",
}
FIRST_TEXTS = 8  # enough to reach a head inside spans and links
STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,30})", re.IGNORECASE)
# The author's own head: a mark that is no letter, opening bracket or quotation mark; or a number with a mark.
OWN_HEAD = re.compile(r"""\s{0,99}(?:[^\w\s"'“‘(\[<「『《〈$€£₩]|[oㅇ]\s|\(?[0-9가-하ⅠIVX]{1,3}[.)]\s)""")


class Markers:
    """How far each list has counted."""

    def __init__(self) -> None:
        self._counts: dict[etree._Element, int] = {}

    def head(self, element: etree._Element) -> str:
        """What a browser draws before this `li`, and a space; "" elsewhere and where the author wrote a head."""
        parent = element.getparent()
        if element.tag != "li" or parent is None or parent.tag not in {"ul", "ol", "menu"}:
            return ""
        style = _style(element) or _style(parent)
        step = -1 if "reversed" in parent.attrib else 1
        number = _integer(element.get("value"))
        if number is None:
            first = _integer(parent.get("start"))
            if first is None:
                first = len(parent) if step < 0 else 1
            number = self._counts[parent] + step if parent in self._counts else first
        self._counts[parent] = number
        if style == "none" or OWN_HEAD.match("".join(map(str, islice(element.itertext(), FIRST_TEXTS)))):
            return ""
        if parent.tag == "ol" and style not in BULLETS:
            return render(number, FORMS.get(parent.get("type") or style, "")) + ". "
        depth = sum(1 for outer in parent.iterancestors("ul", "ol"))
        return BULLETS.get(style, BULLETS[BY_DEPTH[min(depth, 2)]]) + " "


def _style(element: etree._Element) -> str:
    found = STYLE.search(element.get("style", ""))
    return found[1].lower() if found else ""


def _integer(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text.strip()) else None
