"""Plain text: bytes to characters, line ends to "\\n", a line number for every line."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from pressparse.errors import UnreadableInput, UsageError
from pressparse.readers.layout import Reading
from pressparse.readers.limits import Limits
from pressparse.source import Location

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the UTF-16 one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LINE_END = re.compile("\r\n?")
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # not tab, line ends, form feed, escape
NOT_ASCII = re.compile("[^\x00-\x7f]")
SURROGATE = re.compile("[\ud800-\udfff]")
# What a wrong guess is full of: lost bytes, unassigned planes, C1 controls, private use.
ODD = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff\ufff0-\uffff\ufdd0-\ufdef]")
# Letters of Hangul that stand alone in no text, but for the marks ㅁ, ㅇ and ㆍ: in CP949 the kana of EUC-JP are these.
LONE_JAMO = re.compile("[\u3131-\u3140\u3142-\u3146\u3148-\u318c\u318e]")
MOST_ODD = 0.1
BINARY = "This is binary data, not text; give a text, HTML, DOCX, HWPX, HWP or PDF file."


def read(data: bytes, *, encoding: str | None, limits: Limits) -> Reading:
    """The text of `data`, decoded as `encoding` or as guessed. Raises UnreadableInput, UsageError, LimitExceeded."""
    text, used, warnings = decode(data, encoding=encoding)
    if len(CONTROL.findall(text)) > 4 + len(text) // 50:
        raise UnreadableInput(BINARY)
    text = normalise(text)
    limits.check("characters", len(text), what="The text has")
    locations = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            locations.append((start, Location(line=number)))
        start += len(line) + 1
    return Reading(text=text, format="text", encoding=used, locations=tuple(locations), warnings=warnings)


def normalise(text: str) -> str:
    """`text` with "\\r\\n" and "\\r" as "\\n" and without a byte order mark."""
    return LINE_END.sub("\n", text.removeprefix("\ufeff"))


def decode(data: bytes, *, encoding: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """Text, the encoding that was used, and warnings.

    Raises UnreadableInput (cannot be decoded) and UsageError (no such encoding).
    """
    if encoding:
        return _decode_as(data, encoding=encoding), codecs.lookup(encoding).name, ()
    return _guess(data)


def _decode_as(data: bytes, *, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise UsageError(f"'{encoding}' is no encoding that Python knows; try utf-8, cp949 or utf-16.") from None
    except ValueError as error:  # UnicodeDecodeError, and what odd codecs raise
        where = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise UnreadableInput(f"This is not {encoding} text{where}; give another --encoding or none.") from None
    if SURROGATE.search(text):  # raw_unicode_escape and the like
        raise UnreadableInput(f"Read as {encoding} this has halves of characters; give another --encoding.")
    return text


def _guess(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The first encoding that explains all bytes, else the one that leaves the fewest unexplained."""
    tries: list[tuple[float, str, str]] = []
    for name in _candidates(data):
        text = data.decode(name, "replace")
        tries.append((_oddity(text, name=name), name, text))
        if not tries[-1][0]:
            break
    oddity, name, text = min(tries, key=lambda found: found[0])
    if oddity > MOST_ODD:
        raise UnreadableInput("This is neither UTF-8 nor Korean (CP949) text; say what it is with --encoding NAME.")
    warnings = []
    if name == "cp1252":
        warnings.append("the text is neither UTF-8 nor CP949 and was read as cp1252; --encoding says otherwise")
    if lost := text.count("\ufffd"):
        warnings.append(f"{lost} places could not be decoded as {name} and stand as U+FFFD")
    return text, name, tuple(warnings)


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, name in BOMS:
        if data.startswith(mark):
            return (name,)
    if b"\0" not in data:
        return "utf-8", "cp949", "cp1252"
    # UTF-16 without its mark: the zero bytes of its spaces and digits all stand on one side.
    low, high = data[0::2].count(0), data[1::2].count(0)
    if min(low, high) * 20 > max(low, high) or max(low, high) * 50 < len(data):
        raise UnreadableInput(BINARY)
    return ("utf-16-le",) if high > low else ("utf-16-be",)


def _oddity(text: str, *, name: str) -> float:
    """The share of the characters beyond ASCII that `name` explains badly, 0 to 1."""
    beyond = NOT_ASCII.findall(text)
    odd = len(ODD.findall(text))
    if name == "cp949":
        # "GIST’s" of CP1252 has a syllable in CP949, too, but one of the 8,822 that EUC-KR and most Korean words lack.
        rare = sum(count for character, count in Counter(beyond).items() if not _in_euc_kr(character))
        odd = max(odd + len(LONE_JAMO.findall(text)), rare if rare > len(beyond) // 2 else 0)
    elif name == "cp1252" and len(beyond) > 3 + len(text) // 4:  # more accents than any Western language: Japanese
        return 1.0
    return odd / len(beyond) if beyond else 0.0


def _in_euc_kr(character: str) -> bool:
    try:
        return len(character.encode("euc-kr")) == 2  # Python spells the syllables that it lacks with eight bytes
    except UnicodeEncodeError:
        return False
