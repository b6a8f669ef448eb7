"""Short forms that the text introduces: `(KFPP)`, `(hereinafter the “Special Act”)`, `(“Cable Korea 3.0”)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressparse.extractors.initiatives.heads import governing_head
from pressparse.extractors.initiatives.lexicon import HEAD_WORDS, LEADING, any_of
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.words import find_words
from pressparse.outline.passages import Passage

_OPEN, _CLOSE = "'\"「『<≪《【‹〈", "'\"’”“‘」』>≫》】›〉«»"
# Behind a name: (KFPP), (hereinafter the “Special Act”), (the ‘X Act’); without brackets: , hereinafter “X”
_INTRODUCED = re.compile(
    rf"[{_CLOSE}]{{0,2}} ?(?:\((?:{any_of('tentative')}(?: (?:name|title))?[,;] ?)?"
    r"|, ?(?=hereinafter|hereafter|henceforth|or [A-Z]{2}|or simply |or just |or in short |simply |abbreviated"
    r"|also known|also called|better known|shortened|(?:commonly|popularly|widely|informally) (?:known|called)))"
    rf"(?:(?P<said>{any_of('abbreviating')})[,:]? )?(?:as )?(?:the )?"
)
_ABBREVIATION = re.compile(
    r"(?=[\w&/+-]{0,12}[A-Z][\w&/+-]{0,12}[A-Z])"
    r"(?P<short>[A-Z][\w&/+-]{1,11}(?: (?:19|20)\d\d| \d\.\d)?)(?=[),;: '\"]|$)"
)
_SHORT_NAME = re.compile(rf"(?P<short>[^{_CLOSE}\"()]{{3,70}}?)(?:[{_CLOSE}]|\))")
_ABBREVIATED = re.compile(rf"[{_CLOSE}]{{0,2}} ?\((?P<short>[A-Z]{{2,8}})\)")
# RCEP (Regional Comprehensive Economic Partnership): the other way round
_BEFORE = re.compile(
    r"(?<!\w)(?=[\w&+-]{0,11}[A-Z][a-z0-9]{0,2}[A-Z])(?P<short>[A-Z][A-Za-z0-9&+-]{1,11}) ?\((?:the )?[\"']?$"
)


# Republic Act No. 10929, otherwise known as the Free Access Act
_OTHERWISE = re.compile(r",? (?:or|otherwise known as|otherwise called) (?:the )?['\"“‘]?")
_NUMBERED = re.compile(r"\bNo\. ?\d[\w-]{0,12}$")


def find_introduced(passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[tuple[Name, Name | str]]:
    """Pairs of a name and the name or short form that the text introduces for it."""
    begins = {(name.passage, name.outer_start): name for name in names} | {(n.passage, n.start): n for n in names}
    for name in names:
        text = passages[name.passage].text
        if short := _abbreviation_before(text, name):
            yield name, short
        if name.kind == "law" and _NUMBERED.search(name.text) and (match := _OTHERWISE.match(text, name.end)):
            called = begins.get((name.passage, match.end()))
            if called and called is not name and called.kind == "law":
                yield name, called
                continue
        match = _INTRODUCED.match(text, name.end) or _INTRODUCED.match(text, name.outer_end)
        if not match:
            continue
        said = match["said"] is not None
        other = begins.get((name.passage, match.end())) or begins.get((name.passage, match.end() + 1))
        if other and other is not name and (said or other.marked or _is_bracketed(text, name, other)):
            yield name, other
        elif short := _short_form(text, match.end(), name, said=said):
            yield name, short


def _is_bracketed(text: str, name: Name, other: Name) -> bool:
    """Whether `other` fills the brackets behind `name`: `Act on the Use of Wind (Wind Act)`."""
    return other.kind == name.kind and text[other.outer_end : other.outer_end + 1] == ")"


def bodies_abbreviated(passages: Sequence[Passage], names: Sequence[Name]) -> dict[str, str]:
    """Abbreviations of a body at the end of a name, with the body: WBU in `Assembly of the World Buoy Union (WBU)`."""
    found: dict[str, str] = {}
    for name in names:
        match = _ABBREVIATED.match(passages[name.passage].text, name.outer_end)
        if not match:
            continue
        letters = match["short"].lower()
        for at in range(1, len(name.words)):
            capitals = [word for word in name.words[at:] if word.is_name]
            if name.words[at].is_name and "".join(word.lower[0] for word in capitals) == letters:
                found.setdefault(match["short"], " ".join(word.text for word in name.words[at:]))
    return found


def _abbreviation_before(text: str, name: Name) -> str | None:
    match = _BEFORE.search(text, max(0, name.outer_start - 20), name.outer_start)
    closed = ")" in text[name.outer_end : name.outer_end + 2]
    return match["short"] if match and closed and _abbreviates(match["short"], name) else None


def _short_form(text: str, at: int, name: Name, *, said: bool) -> str | None:
    """The short form that begins at `at`, with or without marks; None where none stands there."""
    inside = at
    while inside < len(text) and text[inside] in _OPEN:
        inside += 1
    marked = inside > at
    if match := _ABBREVIATION.match(text, inside):
        return match["short"] if said or marked or _abbreviates(match["short"], name) else None
    match = _SHORT_NAME.match(text, inside) if marked or said else None
    return match["short"].strip(" ,") if match and _is_short_name(match["short"], name, said=said) else None


def _abbreviates(short: str, name: Name) -> bool:
    """Whether the letters stand in order in the name, the first at its beginning.

    BIE is not short for `General Assembly of the BIE`; COP26 may stand for the `26th Conference of the Parties`.
    """
    letters = [c.lower() for c in short if c.isalpha()]
    names = [word.lower for word in name.words if word.text[0].isalpha()]
    if not letters or not names or letters[0] != names[0][0]:
        if any(word.lower in LEADING for word in name.words):
            return False
        initials = _initials(name)
        return short.isupper() and 2 < len(letters) >= len(initials) - 2 and "".join(letters) in initials
    rest, at = "".join(names), 0
    for letter in letters:
        at = rest.find(letter, at) + 1
        if not at:
            return False
    return True


def _initials(name: Name) -> str:
    parts = [part for word in name.words if word.is_name for part in word.text.split("-")]
    return "".join(part[0].lower() for part in parts if part[:1].isalpha())


def _is_short_name(short: str, name: Name, *, said: bool) -> bool:
    words = find_words(short)
    if any(word.lower in ("no", "nos") for word in words):
        return False  # (Act No. 1234)
    if not any(word.is_name for word in words):
        return False
    head = governing_head(words)
    if len(words) == 1:
        # hereinafter the “Strategy”
        return (words[0].text.isupper() and len(words[0].text) > 1) or (head is not None and words[0].is_name)
    shared = {word.lower for word in name.words} & {word.lower for word in words if word.lower not in HEAD_WORDS}
    return said or bool(shared) or (head is not None and name.head is not None and head.kind == name.head.kind)
