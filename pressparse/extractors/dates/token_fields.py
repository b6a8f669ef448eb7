"""What a run of tokens says in the same way in every form: its year, its direction, its part of a period."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extractors.dates.points import Relative, full_year
from pressparse.extractors.dates.tokens import Token

UNITS = {
    "d": "day", "k": "week", "m": "month", "q": "quarter", "H": "half", "a": "year", "e": "decade", "c": "century",
}  # fmt: skip
PART_CODES = frozenset("VjEGB")
RELATIVE_CODES = frozenset("rSLZ") | UNITS.keys()
"""One of these is in whatever says a part of a period, or counts from the reference."""


def number(token: Token | None) -> int | None:
    """The token's value where it is a number."""
    return token.value if token is not None and isinstance(token.value, int) else None


def first(codes: str, code: str, tokens: Sequence[Token]) -> int | None:
    """The number of the first of the tokens that has a code; `codes` are theirs."""
    at = codes.find(code)
    return None if at < 0 else number(tokens[at])


def year(codes: str, tokens: Sequence[Token]) -> int | None:
    """The calendar year that the tokens give in digits or words."""
    if "Y" in codes:
        return first(codes, "Y", tokens)
    if "y" in codes:
        return full_year(first(codes, "y", tokens) or 0)
    return _spoken_year(tokens) if "T" in codes or "l" in codes else None


def _spoken_year(tokens: Sequence[Token]) -> int | None:
    """`nineteen ninety-six`, `two thousand and eighteen`."""
    words = [(t.code, number(t) or 0) for t in tokens if t.code in "TNl"]
    if words[0][0] == "T":
        return words[0][1] * 100 + sum(value for _, value in words[1:]) if 17 <= words[0][1] <= 20 else None
    thousand = next((at for at, (code, _) in enumerate(words) if code == "l"), 0)
    return 1000 * words[thousand - 1][1] + sum(value for _, value in words[thousand + 1 :]) if thousand else None


def relative(tokens: Sequence[Token]) -> Relative | None:
    """What the tokens count from the reference: `last year`, `of the month`, `올해`."""
    offset: int | None = None
    for at, token in enumerate(tokens):
        if token.code == "r" and isinstance(token.value, tuple):
            return token.value
        if token.code == "S" and tokens[at + 1].code in "am":
            return (f"same {UNITS[tokens[at + 1].code]}", 0)
        if token.code in "LZ" and isinstance(token.value, int):
            offset = token.value or offset or 0
        elif token.code in UNITS and (offset is not None or _is_the(tokens, at)):
            if token.code in "qH" and at + 1 < len(tokens) and tokens[at + 1].code in "fih,":
                offset = None  # "last quarter of the year"
                continue
            return (UNITS[token.code], offset or 0)
        elif token.code not in "hfiFp":
            offset = offset if token.code in "VjEGMW-" else None
    return None


def _is_the(tokens: Sequence[Token], at: int) -> bool:
    """Whether the unit at `at` is "of the year", which is this year's."""
    return at >= 2 and tokens[at - 1].code == "h" and tokens[at - 2].code in "fi"


def part(tokens: Sequence[Token]) -> str:
    """Which part of a period is meant: "end", any other "part", or "" for the whole."""
    parts = {token.value or "part" for token in tokens if token.code in PART_CODES}
    return "" if not parts else "end" if parts == {"end"} else "part"


def offset(tokens: Sequence[Token]) -> int:
    """The direction that the last of "last", "this", "next" gives."""
    return next((t.value for t in reversed(tokens) if t.code in "LZ" and isinstance(t.value, int) and t.value), 0)


def of_the_month(tokens: Sequence[Token]) -> Relative | None:
    """The month of the reference, where the tokens end in "the month"."""
    return ("month", 0) if tokens[-1].code == "m" and tokens[-2].code == "h" else None


def spoken_day(tokens: Sequence[Token]) -> int:
    """The day that words give: `third`, `twenty-first`."""
    return sum(number(token) or 0 for token in tokens if token.code in "TO")


def year_of(tokens: Sequence[Token]) -> int | None:
    """The year among the tokens."""
    return next((year(t.code, (t,)) for t in tokens if t.code in "Yy"), None)
