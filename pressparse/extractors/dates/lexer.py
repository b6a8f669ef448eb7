"""Text → tokens, and the tokens' codes as one string on which the grammar's patterns run.

Each token is one character of the code string, so that a pattern's match there gives back the tokens, and the words
with all their spellings stay out of the grammar. Whatever can't be a part of a date is an `x`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pressparse.extractors.dates import korean
from pressparse.extractors.dates.tokens import (
    ABBREVIATED,
    APOSTROPHES,
    DATES,
    WORDS,
    Item,
    Reading,
    Token,
    Tokens,
    Value,
    near_decade,
)
from pressparse.words import Kept

_MARKS = {
    ",": ",", "-": "-", "–": "–", "—": "–", "−": "-", "‐": "-", "‑": "-", "~": "~", "～": "~", "〜": "~", "∼": "~",
    "/": "/", "(": "(", ")": ")", "（": "(", "）": ")", "&": "&",
}  # fmt: skip
_CLOSING = {",": ",", ".": ";", ")": ")", ";": "x", ":": "x"}
"""The codes of the marks that most often stand behind a word, with no more of it behind them."""
_NO_DATE: tuple[str, Value] = ("x", None)

# Possessive throughout: a run of a million digits or letters is read once. No space is tried, and words come first,
# which are the most.
_TOKEN = re.compile(
    rf"""(?!\s)(?:
      (?P<word> [^\W\d_]++ (?!\d) )
    | (?P<amount> \d++ (?:,\d{{3}})++ (?:\.\d++)?+ | \d++ (?: (?:\.\d++){{3,}}+ \.?+ | (?:/\d++){{3,}}+ ) )
    | (?P<clock> (?<!\d)\d\d?:\d\d(?!\d) (?::\d\d)?+ )
    | (?P<short> (?<!\w)[{APOSTROPHES}] \d\d(?!\d) (?: (?P<tens>s\b) | 년도?+ )?+ )
    | (?P<number> \d\d(?=T\d\d:) | \d++ (?P<suffix>[^\W\d_]++ \d*+)?+ )
    | (?P<compact> [^\W\d_]++ \d++ \w*+ )
    | (?P<owner> [{APOSTROPHES}]s\b )
    | (?P<dot> \.++ )
    | (?P<mark> [^\s\w] )
    )""",
    re.X,
)
_DAY_FOLLOWS = re.compile(r"\.\s?\d{1,2}(?:, \d{4}|\s?\()")  # "May. 5, 2000"
_GLUED_LABEL = re.compile(rf"(?:{'|'.join(DATES['issued']['glued'])})(?P<year>\d{{4}})", re.I)
_SUFFIXED = re.compile(r"(?P<n>\d{1,2})(?P<kind>st|nd|rd|th|q|h|s)(?P<year>\d\d(?:\d\d)?)?", re.I)
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d(?P<kind>[qh])(?P<n>(?<=[qQ])[1-4]|[12])", re.I)  # "2020Q3"
_COMPACT = re.compile(r"(?P<kind>fy|q|h|cy|w)(?P<n>\d{1,4})", re.I)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_UNTOLD = "?"
"""The code of a stretch with a month's or weekday's full stop at its end, which is told by what follows."""
_UNTOLD_END = re.compile(
    rf"(?:{'|'.join(word for word, (code, _) in WORDS.items() if code in 'Mv' and word not in ABBREVIATED)})"
    r"\.(?:\d{1,2},?)?$",
    re.I,
)


def lex(text: str) -> Tokens:
    """The tokens of a text, in order, in time linear in its length."""
    stretches = text.split(" ")  # no token holds a space
    tokens = Tokens(stretches, list(map(_KEPT.__getitem__, stretches)))
    return Tokens(stretches, list(_read_on(text, stretches))) if _UNTOLD in tokens.codes else tokens


def _read(stretch: str) -> Reading:
    """What a stretch says by itself: `_UNTOLD` where it takes what follows to tell."""
    if stretch.isalpha() and stretch.isascii():
        code, value = WORDS.get(stretch.lower(), _NO_DATE)
        return code, ((code, 0, len(stretch), value),)
    if _UNTOLD_END.search(stretch):
        return _UNTOLD, ()
    return _reading(_plain(stretch) or _matched(stretch, 0, len(stretch)))


_KEPT = Kept(_read)


def _read_on(text: str, stretches: Iterable[str]) -> Iterator[Reading]:
    """The same with what follows."""
    start = 0
    for stretch in stretches:
        end = start + len(stretch)
        if _UNTOLD_END.search(stretch):
            yield _reading(
                (code, first - start, last - start, value) for code, first, last, value in _matched(text, start, end)
            )
        else:
            yield _KEPT[stretch]
        start = end + 1


def _reading(items: Iterable[Item]) -> Reading:
    items = tuple(items)
    return "".join([code for code, *_ in items]), items


def _plain(stretch: str) -> tuple[Item, ...]:
    """The tokens of a word or number with or without a mark behind it; none where it takes the pattern to tell them."""
    mark = _CLOSING.get(stretch[-1:])
    core = stretch[:-1] if mark else stretch
    if not core.isascii():
        return ()
    if core.isalpha():
        code, value = WORDS.get(core.lower(), _NO_DATE)
        if mark == ";" and code in "Mv":
            return ()
    elif core.isdecimal():
        code, value = _number_code(core), int(core) if len(core) < 9 else None
    else:
        return ()
    end = len(core)
    item = (code, 0, end, value)
    return (item, (mark, end, end + 1, None)) if mark else (item,)


def _matched(text: str, start: int, end: int) -> Iterator[Item]:
    """The tokens that the pattern finds between two places of a text."""
    reached = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() >= reached:
            for token in _tokens(match, text):
                yield token
                reached = token.end


def _tokens(match: re.Match[str], text: str) -> Iterable[Token]:
    """The tokens of one match: mostly one, a month with its full stop for instance, or a number and its unit."""
    if match.lastgroup == "word":
        return _word(match, text)
    if match.lastgroup == "mark":
        return (Token(_MARKS.get(match[0], "x"), *match.span()),)
    return _numeric(match, text)


def _word(match: re.Match[str], text: str) -> Iterable[Token]:
    word = match[0].lower()
    start, end = match.span()
    if (found := WORDS.get(word)) is not None:
        code, value = found
        return (Token(code, start, end + (code in "Mv" and _is_abbreviated(word, text, end)), value),)
    return (Token("x", start, end),) if word.isascii() else korean.word(match)


def _is_abbreviated(word: str, text: str, end: int) -> bool:
    """Whether a full stop is the month's or weekday's ("Sept.", "Tue."); behind "October" it ends the sentence."""
    return text.startswith(".", end) and (word in ABBREVIATED or _DAY_FOLLOWS.match(text, end) is not None)


def _numeric(match: re.Match[str], text: str) -> Iterator[Token]:
    start, end = match.span()
    kind = match.lastgroup
    if kind == "dot":
        glued = end < len(text) and not text[end].isspace()
        yield Token("x" if end - start > 1 else "." if glued else ";", start, end)
    elif kind == "owner":
        yield Token("p", start, end)
    elif kind == "short":
        digits = int(match[0][1:3])
        if match["tens"]:
            yield Token("D", start, end, near_decade(digits))
        else:
            yield Token("y", start, end, digits)
    elif kind == "number" and match["suffix"]:
        yield from _suffixed(match)
    elif kind == "number":
        yield Token(_number_code(match[0]), start, end, int(match[0]) if end - start < 9 else None)
    elif kind == "compact":
        yield from _compact(match[0], start, end)
    else:
        yield Token("C" if kind == "clock" else "x", start, end)


def _number_code(digits: str) -> str:
    if len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR:
        return "Y"
    return "n" if len(digits) <= 2 else "8" if len(digits) == 8 else "x"


def _suffixed(match: re.Match[str]) -> Iterator[Token]:
    """A number with letters at its end: `15th`, `1980s`, `3Q`, `2Q24`, `30일부터`."""
    start, end, text = match.start(), match.end(), match[0]
    if text[-1] in "sS" and text[:-1].isdigit() and text[-2] == "0" and len(text) in {3, 5}:
        number = int(text[:-1])
        yield Token("D" if len(text) == 3 or _FIRST_YEAR <= number <= _LAST_YEAR else "x", start, end,
                    number if number > 99 else near_decade(number))  # fmt: skip
    elif found := _SUFFIXED.fullmatch(text):
        number, kind = int(found["n"]), found["kind"].lower()
        if kind in "qh" and 1 <= number <= (4 if kind == "q" else 2):
            split = start + found.end("kind")
            yield Token("Q", start, split, ("quarter" if kind == "q" else "half", number))
            if found["year"]:
                yield Token("y" if len(found["year"]) == 2 else "Y", split, end, int(found["year"]))
        elif kind in {"st", "nd", "rd", "th"} and not found["year"]:
            # "March 3th" is no day: the value stays, the wrong ending is told by a negative sign.
            yield Token("o", start, end, number if kind == _ending(number) else -number)
        else:
            yield Token("x", start, end)
    elif found := _YEAR_FIRST.fullmatch(text):
        split = start + 4
        yield Token("Y", start, split, int(text[:4]))
        yield Token("Q", split, end, ("quarter" if found["kind"] in "qQ" else "half", int(found["n"])))
    elif not text.isascii():
        yield from korean.number(match)
    else:
        yield Token("x", start, end)


def _ending(number: int) -> str:
    if number in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _compact(text: str, start: int, end: int) -> Iterator[Token]:
    """Letters with a number at their end: `FY2022`, `Q3`, `W25`; or a label at its date: `Regdate2024-03-26`."""
    if found := _GLUED_LABEL.fullmatch(text):
        yield Token("x", start, start + found.start("year"))
        yield Token(_number_code(found["year"]), start + found.start("year"), end, int(found["year"]))
        return
    if found := _COMPACT.fullmatch(text):
        number, kind = found["n"], found["kind"].lower()
        if kind in "qh" and len(number) == 1 and 1 <= int(number) <= (4 if kind == "q" else 2):
            yield Token("Q", start, end, ("quarter" if kind == "q" else "half", int(number)))
            return
        if kind == "w" and len(number) == 2:
            yield Token("7", start, end, int(number))
            return
        if kind in {"fy", "cy"} and len(number) in {2, 4}:
            yield Token("F", start, start + 2)
            yield Token("Y" if len(number) == 4 else "y", start + 2, end, int(number))
            return
    yield Token("x", start, end)
