"""Header lines and the name of the issuing body, as they stand in them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pressparse import lexicons
from pressparse.outline import letterhead, sections

_WORDS = lexicons.load("front")
_SEARCHED = 20_000
"""Characters within which a ministry must be named to be taken for the issuer."""

_LABEL = re.compile(
    rf"[\[(<]?\s*(?:{lexicons.alternatives(_WORDS['header'])})\b"
    r"(?P<rest>\s*[:\])>].*|\s*$|\s{2,}.*|\t.*|[^.!?\n]{0,80}$)",
    re.I | re.S,
)
_MONTH = r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?\s?\d"
_DAY_WORD = re.compile(rf"\d{{4}}|{_MONTH}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_RELEASE_WORD = re.compile(
    r"\b(?:joint |official )?(?:press|news|media)\s(?:release|statement|note|advisory|material)s?\b"
    r"|\b(?:report|briefing|reference)\smaterials?\b|\bnews\b|보도\s?(?:참고|설명|해명)?\s?자료|(?:참고|설명|해명)\s?자료",
    re.I,
)
_RELEASE_SIGNS = ("press", "news", "media", "report", "brief", "reference")
_DATE_ONLY = re.compile(r"[\s\d.,/()'’‘:~-]{0,40}(?:[A-Za-z]{3,9}\.?[\s\d.,/()'’:-]{0,30}){0,4}$")
_CELL = re.compile(r"\t+|\s{3,}|\s\|\s|\s/\s(?=\S)")
_ABBREVIATED = re.compile(r"\s\([A-Z][\w-]{1,12}\)$")
_BODY_NAME = re.compile(
    rf"(?:the\s)?(?:(?:{lexicons.alternatives(_WORDS['body_first'])})\b.{{2,90}}"
    rf"|.{{2,90}}\b(?:{lexicons.alternatives(_WORDS['body_last'])})(?:\s(?:of|for|on)\s.{{2,60}})?)"
    r"(?:\s\([A-Z][\w-]{1,12}\))?$",
    re.I,
)
# "Republic of the Philippines" stands over its department's name.
_STATE = re.compile(r"(?:the )?(?:republic|government|state|kingdom) of ", re.I)
# A line with one of these says what a body does: it is a title.
_NO_NAME_WORD = re.compile(r"\b[a-z]{4,}")
_SAYS_SOMETHING = re.compile(
    r"\b(?:to|will|is|are|was|were|holds?|launch\w*|sign\w*|announce\w*"
    r"|Launche[sd]|Signs|Announces|Invests|Opens|Names|Appoints|Holds|Hosts|Unveils|Welcomes|Celebrates|Wins|Begins)\b"
)
_WORD = r"[A-Z][\w&'-]*"
_NAMED_BODY = re.compile(
    rf"\b(?:Ministry|Department) of (?:the )?{_WORD}(?:(?:,? and|, and|,| &| of| for)? {_WORD}){{0,9}}"
)
_ABROAD = re.compile(rf" of (?:the )?(?:{lexicons.alternatives(lexicons.load('organizations')['countries'])})$")
# "Professor Tak Bo-mi of the Department of Marine Biology": a university's.
_PROFESSOR = re.compile(r"\b[Pp]rof(?:essor|\.)")
# "Department of Reefs Director-General Ida Marsh": a post and its holder behind the name.
_OFFICE = re.compile(
    r" (?:(?:Vice|Deputy|Assistant|First|Senior|Permanent|State) )?"
    r"(?:Director|Minister|Secretary|Commissioner|Administrator|Chief|Head|Spokes\w+|President|Chair\w*)\b.*"
)
_SMALL = re.compile(r"\b(?:Of|And|The|For|In|On)\b")


@lru_cache(maxsize=16)  # a line is asked for again where the next one is read
def is_header(line: str) -> bool:
    """Whether the line says what the document is, whose it is or when it may be used, and nothing else."""
    if label := _LABEL.match(line):
        rest = label["rest"]
        if not rest.strip() or rest.lstrip(" ")[0] in ":])>\t" or rest.startswith("  ") or _DAY_WORD.search(rest):
            return True
    if len(line) < 120 and _may_name_release(line.lower()) and _RELEASE_WORD.search(line):
        return True
    if len(line) < 60 and any(character.isdigit() for character in line) and _DATE_ONLY.match(line):
        return True
    if letterhead.is_release_line(line) or letterhead.is_letterhead(line) or is_dated_name(line):
        return True
    if len(line) >= 160 or _SAYS_SOMETHING.search(line):
        return False
    body = next(filter(None, _CELL.split(line)), "")
    return _BODY_NAME.match(body) is not None and not _NO_NAME_WORD.search(_ABBREVIATED.sub("", body))


def _may_name_release(low: str) -> bool:
    """Whether `_RELEASE_WORD` may match a line, here in small letters: quick, and never wrong with a no."""
    return not low.isascii() or any(map(low.__contains__, _RELEASE_SIGNS))


def is_dated_name(line: str) -> bool:
    """Whether the line holds a day, alone or beside the name of a body: "Forest Agency, Seoul, June 4, 2024"."""
    if letterhead.is_dated(line) or letterhead.is_placed(line):
        return True
    return any(map(_BODY_NAME.match, letterhead.names_beside(line)))


def guess_issuer(text: str, header_lines: list[str]) -> str | None:
    """The issuing body as the header names it, else the ministry that the text names most; None where neither does."""
    cells = [cell for line in header_lines for cell in _CELL.split(line)]
    names = [
        _RELEASE_WORD.sub("", cell).strip(" \t-–:|/[]<>")
        for cell in cells
        if not sections.is_contact(cell, 0, len(cell))
    ]
    bodies = [name for name in names if _BODY_NAME.match(name)]
    if body := next((name for name in bodies if not _STATE.match(name)), next(iter(bodies), None)):
        return _spelled(text, _ABBREVIATED.sub("", body))
    for name in names:
        if expansion := _expanded(text, name):
            return expansion
    found = _NAMED_BODY.finditer(text, 0, _SEARCHED)
    own_names = (match for match in found if not _PROFESSOR.search(text, max(match.start() - 60, 0), match.start()))
    named = Counter(_OFFICE.sub("", match[0]) for match in own_names)
    # "Ministry of Mines of Chile" in a release in which another ministry speaks: a guest's.
    own = [name for name in named if not _ABROAD.search(name)] or named
    return max(own, key=lambda name: (named[name], -text.find(name))) if named else None


def _spelled(text: str, name: str) -> str:
    """A name in capitals as the text spells it elsewhere, or with capital initials."""
    if not name.isupper():
        return name
    for match in re.finditer(re.escape(name), text[:_SEARCHED], re.I):
        if not match[0].isupper():
            return match[0]
    return _SMALL.sub(lambda match: match[0].lower(), name.title())


def _expanded(text: str, name: str) -> str | None:
    """What an abbreviation in the header stands for: "KFS News" over "… the Korea Forest Service (KFS) …"."""
    if not re.fullmatch(r"[A-Z][A-Za-z]{1,8}", name) or sum(map(str.isupper, name)) < 2:
        return None
    words = rf"{_WORD}(?: (?:{_WORD},?|of|and|for|the)){{0,9}}"
    match = re.search(rf"({words}) \((?:hereinafter )?['‘\"“]?{name}\b", text[:_SEARCHED])
    return match[1].rpartition(" of the ")[2].removeprefix("The ") if match else None
