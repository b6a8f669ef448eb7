"""Korean words in dates: numbers with their units (`2021년`), relative words, and the particles behind both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressparse.extractors.dates.tokens import APOSTROPHES, WORDS, Token, Value, near_decade

_KOREAN_UNIT = re.compile(
    r"(?P<unit>년대|년도|년|월|일|분기|세기)(?P<rest>(?:말|초)?(?:까지|부터|에는|에서|에|의|은|는|이후|이전|과|와)?)$"
)
_KOREAN_CODES = {
    "년": "Y", "년도": "Y", "년대": "D", "월": "M", "일": "z", "분기": "Q", "세기": "c",
}  # fmt: skip
_PARTICLE = re.compile(r"(?:까지|부터|에는|에서|에|의|은|는|이|과|와|중)$")


def number(match: re.Match[str]) -> Iterator[Token]:
    """`2021년`, `6월`, `30일부터`: a number with its unit, then what its particle says."""
    start, end = match.span()
    digits = match[0].rstrip(match["suffix"])
    unit = _KOREAN_UNIT.fullmatch(match["suffix"])
    if unit is None or len(digits) > 4:
        yield Token("x", start, end)
        return
    value: Value
    count, code = int(digits), _KOREAN_CODES[unit["unit"]]
    split = start + len(digits) + len(unit["unit"])
    value = ("quarter", count) if code == "Q" else count
    if code == "Y" and len(digits) != 4:
        code, value = ("y", count) if len(digits) == 2 and _apostrophe_before(match) else ("x", None)
    if code == "D":
        value = count if count > 99 else near_decade(count)
    if code == "c":
        code, value = "K", count
    yield Token(code, start, split, value)
    yield from _rest(unit["rest"], split)


def _apostrophe_before(match: re.Match[str]) -> bool:
    return match.start() > 0 and match.string[match.start() - 1] in APOSTROPHES


def _rest(rest: str, at: int) -> Iterator[Token]:
    """A Korean part of a period (`말`, `초`) and the particle behind it."""
    if rest[:1] in {"말", "초"}:
        yield Token("B", at, at + 1, "end" if rest[0] == "말" else "part")
        at, rest = at + 1, rest[1:]
    if rest:
        code = {"부터": "t", "과": "&", "와": "&", "까지": "u"}.get(rest, "x")
        yield Token(code, at, at + len(rest))


def word(match: re.Match[str]) -> Iterator[Token]:
    """A Korean word with a particle: `내년까지`."""
    text, start, end = match[0], match.start(), match.end()
    if (particle := _PARTICLE.search(text)) and (found := WORDS.get(text[: particle.start()])):
        split = start + particle.start()
        yield Token(found[0], start, split, found[1])
        yield from _rest(particle[0], split)
    else:
        yield Token("x", start, end)
