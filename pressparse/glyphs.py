"""The glyphs that may be quotation marks, each judged on its own: which way it turns, or that it is none.

A glyph's shape says one thing, what stands on its two sides another, and either may be wrong: converted files open
with a closing mark, and an apostrophe or the year mark of ’20 is written with any single mark there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Turn = Literal["open", "close", "either", "none"]

BRACKETS = ("「」", "｢｣", "『』", "﹁﹂", "﹃﹄", "《》", "≪≫", "⟪⟫", "〈〉", "⟨⟩", "<>", "＜＞", "【】", "«»", "‹›")
_DOUBLES, _SINGLES = '"“”„‟″＂〝〞〟', "'‘’‚‛`´′＇"
_OPENERS, _CLOSERS = "“„〝‘‚‛`«‹", "”〞〟’´»›"
_OPENING_BRACKETS = {pair[0] for pair in BRACKETS}
_FAMILIES = {glyph: pair[0] for pair in BRACKETS for glyph in pair}
_FAMILIES |= dict.fromkeys(_DOUBLES, "double") | dict.fromkeys(_SINGLES, "single")
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd"
_ANY = f"{_DOUBLES}{_SINGLES}{''.join(BRACKETS)}{_PRIVATE}"
# ,,so‘‘ and ''so'': two commas or two single marks for a double one. The look ahead spares all other characters.
_GLYPH = re.compile(rf"(?=[,{_ANY}])(?:(?<![\w,]),,(?=\w)|(?<!['‘’`´‚])(?:''|‘‘|’’|``|´´|‚‚)(?!['‘’`´‚])|[{_ANY}])")

# Korea's, O’Brien; also with the wrong glyph: Jindo‘s.
_CONTRACTION = re.compile(r"(?:s|t|d|m|re|ve|ll|em)\b", re.IGNORECASE)
# rock 'n' roll, 'til
_ELISION = re.compile(r"(?:n['‘’`´]?(?=\s|$)|(?:em|til|tis|twas|cause|round|bout)\b)")
# ’20, ’20.6.30, '20s, ’21-’25; not '24-hour service'
_YEAR = re.compile(r"\d\d(?:s\b|(?![\w-])|-(?![A-Za-z]))")
# ‘10 Tasks for Ports’, ‘10·12 Ferry Fire Memorial’: a name that begins with two digits and is closed again soon.
_NUMBERED_NAME = re.compile(r"\d\d(?:·\d{1,2})? [A-Z][^‘’'\"“”.;]{2,80}['’](?!\w)")

_BEFORE_OPENING = set(" ([{-–—/~·△▲▷:…|")
_BEFORE_NOTHING = set(" ([{")
_AFTER_CLOSING = set(" .,;:!?)]}-–—/~*※…|·")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark glyph at `start`: its family (what closes it) and which way it may turn.

    `weak` is a closing mark that may be an apostrophe (`Citizens’ Fund`) or a unit (`6"`).
    """

    start: int
    glyph: str
    family: str
    turn: Turn
    weak: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.glyph)


def find_marks(raw: str) -> Iterator[Mark]:
    """The glyphs of `raw` that may be quotation marks, in order, apostrophes and year marks left out."""
    run: list[re.Match[str]] = []
    for match in _GLYPH.finditer(raw):
        if run and match.start() != run[-1].end():
            yield from _judge_run(raw, run)
            run = []
        run.append(match)
    if run:
        yield from _judge_run(raw, run)


def _judge_run(raw: str, run: list[re.Match[str]]) -> Iterator[Mark]:
    """Marks that stand side by side (`’”`) see the same neighbours."""
    first, last = run[0].start(), run[-1].end()
    left = raw[first - 1] if first else " "
    right = raw[last] if last < len(raw) else " "
    for match in run:
        glyph = match[0]
        family = "double" if len(glyph) == 2 else _FAMILIES.get(glyph, "private")
        turn, weak = _turn(raw, match.end(), glyph, family, left, right)
        if turn != "none":
            yield Mark(match.start(), glyph, family, turn, weak)


def _turn(raw: str, end: int, glyph: str, family: str, left: str, right: str) -> tuple[Turn, bool]:
    if family == "single":
        return _single(raw, end, glyph, left, right)
    if family == "double" or glyph in "«»‹›":
        return _by_sides(glyph, left, right), left.isdigit()
    if family == "private":
        turn = _by_sides('"', left, right)
        return ("none" if turn == "either" else turn), False
    if (glyph == ">" and left in "-=<") or (glyph == "<" and left.isalnum() and right.isdigit()):
        return "none", False  # an arrow ->, or p<0.05
    return ("open" if glyph in _OPENING_BRACKETS else "close"), False


def _by_sides(glyph: str, left: str, right: str) -> Turn:
    """What shape and sides say together: the sides win where they are clear."""
    opens = left in _BEFORE_OPENING and right not in _AFTER_CLOSING
    closes = left not in _BEFORE_NOTHING and right in _AFTER_CLOSING
    if glyph[0] in _OPENERS or glyph == ",,":
        if closes and not opens:
            return "close"  # “text.“ and harbors‘ news
        return "either" if left in ",.!?" and right.islower() else "open"  # “text,“he said
    if glyph[0] in _CLOSERS:
        return "close" if closes or (left == right == " " and glyph == "’") else "either"  # ”text” and said,”text
    if opens != closes:
        return "open" if opens else "close"
    return "either"


def _single(raw: str, end: int, glyph: str, left: str, right: str) -> tuple[Turn, bool]:
    if left.isalnum() and right.isalnum():
        return _between_letters(raw, end, glyph, right)
    if right.isdigit() and _YEAR.match(raw, end) and not _NUMBERED_NAME.match(raw, end):
        return "none", False
    if left in _BEFORE_OPENING and _ELISION.match(raw, end):
        return "none", False
    turn = _by_sides(glyph, left, right)
    possessive = left in "sSzZxX" and right == " " and raw[end + 1 : end + 2].isalnum()
    return turn, possessive or left.isdigit() or (left == " " and turn == "close")


def _between_letters(raw: str, end: int, glyph: str, right: str) -> tuple[Turn, bool]:
    """An apostrophe, nearly always; the‘Plan’will: a curly mark whose space was lost."""
    lone_letter = end < 3 or not raw[end - 3].isalnum()
    if _CONTRACTION.match(raw, end) or lone_letter:
        return "none", False
    if glyph == "‘" and (right.isupper() or right.isdigit()):
        return "open", False
    return ("close", True) if glyph == "’" else ("none", False)
