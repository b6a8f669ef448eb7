"""The list heads that Word computes and never writes into a paragraph: bullets and numbers out of numbering.xml."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from pressparse.readers.docx_names import attribute, child, children
from pressparse.readers.glyphs import from_symbol_font
from pressparse.readers.numerals import render

PLACEHOLDER = re.compile("%([1-9])")
FORMS = {
    "none": "none",
    "decimalZero": "two digits",
    "upperRoman": "ROMAN",
    "lowerRoman": "roman",
    "upperLetter": "LATIN",
    "lowerLetter": "latin",
    "ganada": "syllable",
    "chosung": "jamo",
    "koreanCounting": "korean",
    "koreanDigital": "korean digit",
    "koreanDigital2": "han",
    "chineseCounting": "han",
    "chineseCountingThousand": "han",
    "ideographDigital": "han",
    "japaneseCounting": "han",
    "taiwaneseCounting": "han",
    "numberInDash": "dashed digit",
    "decimalFullWidth": "wide digit",
    "decimalFullWidth2": "wide digit",
    "decimalEnclosedCircle": "circled digit",
    "decimalEnclosedCircleChinese": "circled digit",
    "decimalEnclosedParen": "bracketed digit",
    "decimalEnclosedFullstop": "dotted digit",
    "ideographEnclosedCircle": "circled han",
    "ideographTraditional": "han stem",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    form: str
    text: str
    start: int
    restart_after: int | None  # a level (from 0) whose next item restarts this one; None for the one above
    font: str
    space: bool
    legal: bool
    hidden: bool
    style: str | None  # the paragraph style that belongs to this level

    @classmethod
    def parse(cls, element: etree._Element) -> Level:
        """A `w:lvl` element."""
        restart = attribute(child(element, "w:lvlRestart"), "w:val")
        fonts = child(child(element, "w:rPr"), "w:rFonts")
        return cls(
            form=attribute(child(element, "w:numFmt"), "w:val") or "decimal",
            text=attribute(child(element, "w:lvlText"), "w:val") or "",
            start=_number(attribute(child(element, "w:start"), "w:val")) or 0,
            restart_after=None if restart is None else (_number(restart) or 0) - 1,
            font=attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi") or "",
            space=attribute(child(element, "w:suff"), "w:val") != "nothing",
            legal=child(element, "w:isLgl") is not None,
            hidden=child(child(element, "w:rPr"), "w:vanish") is not None,
            style=attribute(child(element, "w:pStyle"), "w:val"),
        )


class Lists:
    """The list definitions of one document and how far each list has counted."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._abstract = {attribute(e, "w:abstractNumId"): e for e in children(numbering, "w:abstractNum")}
        self._nums = {attribute(e, "w:numId"): e for e in children(numbering, "w:num")}
        self._styles = {attribute(e, "w:styleId"): e for e in children(styles, "w:style")}
        self._default = next((key for key, style in self._styles.items() if _is_default(style)), None)
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[str, int]] = set()

    def head(self, properties: etree._Element | None) -> str:
        """What stands before the paragraph with these `w:pPr`, with a space after it; "" outside lists. Counts it."""
        number, depth = self._membership(properties)
        if number is None or number == "0" or number not in self._nums:
            return ""
        levels = self._levels_of(number)
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._count(number, depth, levels)
        text = level.text if level.form == "bullet" else _fill(level, levels, counts)
        text = from_symbol_font(text, font=level.font)
        return "" if level.hidden or not text.strip() else text + (" " if level.space else "")

    def _membership(self, properties: etree._Element | None) -> tuple[str | None, int]:
        """NumId and level, each from the paragraph itself or from the nearest style that has it.

        A style may have its level from the style it is based on, or from the list, where a level names the style.
        """
        direct = child(properties, "w:numPr")
        number = attribute(child(direct, "w:numId"), "w:val")
        depth = _number(attribute(child(direct, "w:ilvl"), "w:val"))
        style = attribute(child(properties, "w:pStyle"), "w:val") or self._default
        passed: list[str] = []
        for _ in range(len(self._styles)):  # a style based on itself ends here
            element = self._styles.get(style)
            if number is not None or style is None or element is None:
                break
            passed.append(style)
            inherited = child(child(element, "w:pPr"), "w:numPr")
            number = attribute(child(inherited, "w:numId"), "w:val")
            if depth is None:
                depth = _number(attribute(child(inherited, "w:ilvl"), "w:val"))
            style = attribute(child(element, "w:basedOn"), "w:val")
        if depth is None and number is not None and number in self._nums:
            named = {level.style: depth for depth, level in self._levels_of(number).items()}
            depth = next((named[style] for style in passed if style in named), None)
        return number, depth or 0

    def _levels_of(self, number: str) -> dict[int, Level]:
        if number not in self._levels:
            self._levels[number] = self._definition(number)
        return self._levels[number]

    def _definition(self, number: str) -> dict[int, Level]:
        num = self._nums[number]
        abstract = self._abstract.get(attribute(child(num, "w:abstractNumId"), "w:val"))
        link = attribute(child(abstract, "w:numStyleLink"), "w:val")
        if link is not None:  # the list lives in a list style, which names another w:num
            linked = child(child(child(self._styles.get(link), "w:pPr"), "w:numPr"), "w:numId")
            target = self._nums.get(attribute(linked, "w:val"))
            abstract = self._abstract.get(attribute(child(target, "w:abstractNumId"), "w:val"))
        levels = {_number(attribute(e, "w:ilvl")) or 0: Level.parse(e) for e in children(abstract, "w:lvl")}
        for override in children(num, "w:lvlOverride"):
            if (own := child(override, "w:lvl")) is not None:
                levels[_number(attribute(override, "w:ilvl")) or 0] = Level.parse(own)
        return levels

    def _count(self, number: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        """Count one item. Lists of one definition count on together, but for a w:num that starts anew once."""
        num = self._nums[number]
        counts = self._counts[attribute(child(num, "w:abstractNumId"), "w:val") or ""]
        start = levels[depth].start
        for override in children(num, "w:lvlOverride"):
            begin = _number(attribute(child(override, "w:startOverride"), "w:val"))
            here = _number(attribute(override, "w:ilvl")) == depth
            if here and begin is not None and (number, depth) not in self._restarted:
                self._restarted.add((number, depth))
                counts.pop(depth, None)
                start = begin
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [other for other in counts if other > depth]:
            level = levels.get(deeper)
            if level is None or level.restart_after is None or 0 <= depth <= level.restart_after:
                del counts[deeper]
        return counts


def _fill(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def value(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth)
        if other is None:
            return ""
        form = "decimal" if level.legal else other.form
        return render(counts.get(depth, other.start), FORMS.get(form, form))

    return PLACEHOLDER.sub(value, level.text)


def _is_default(style: etree._Element) -> bool:
    return attribute(style, "w:type") == "paragraph" and attribute(style, "w:default") in {"1", "true", "on"}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
