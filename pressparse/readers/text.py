"""Plain text: bytes to characters, line ends to "\\n", a line number for every line."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator

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
# What a Korean text in UTF-16 is made of: ASCII, punctuation, the signs of lists, syllables.
KOREAN = re.compile("[\t\n\r -~\u00b7\u2010-\u203b\u2190-\u27bf\u3000-\u3020\u3131-\u318e\uac00-\ud7a3]")
SAMPLE = 10_000  # characters
LOST = "\ufffd"
MOST_ODD = 0.1
NUL_RUN = bytes(8)  # inside of archives and programs, never inside of text
UNKNOWN = "This is neither UTF-8 nor Korean (CP949) text; say what it is with --encoding NAME."
BINARY = "This is binary data, not text; give a text, HTML, DOCX, HWPX, HWP or PDF file."


def read(data: bytes, *, encoding: str | None, limits: Limits) -> Reading:
    """The text of `data`, decoded as `encoding` or as guessed. Raises UnreadableInput, UsageError, LimitExceeded."""
    text, used, warnings = decode(data, encoding=encoding)
    if len(CONTROL.findall(text)) > 4 + len(text) // 50:
        raise UnreadableInput(BINARY)
    text = normalise(text)
    limits.check("characters", len(text), what="The text has")
    return Reading(text=text, format="text", encoding=used, locations=tuple(locate(text)), warnings=warnings)


def locate(text: str) -> Iterator[tuple[int, Location]]:
    """The offset and the line number of each line that is not empty."""
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            yield start, Location(line=number)
        start += len(line) + 1


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
    """Sound text wins at once, whatever it holds; then comes what leaves a few places unexplained."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return _marked(data, name=name)
    if b"\0" in data:
        return _with_nuls(data)
    if (found := _utf8(data) or _cp949(data) or _cp1252(data)) is None:
        raise UnreadableInput(UNKNOWN)
    return found


def _marked(data: bytes, *, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Text with a byte order mark; a cut end or a broken place is lost, and not the file."""
    text = data.decode(name, "replace")
    lost = text.count(LOST) - _spelled_out(data, name=name)
    if lost and len(ODD.findall(text)) > MOST_ODD * len(text):
        raise UnreadableInput(UNKNOWN)
    return text, name, _losses(lost, name=name)


def _spelled_out(data: bytes, *, name: str) -> int:
    """How often `data` itself spells U+FFFD."""
    return data.decode(name, "ignore").count(LOST)


def _losses(lost: int, *, name: str) -> tuple[str, ...]:
    if not lost:
        return ()
    places = "1 place" if lost == 1 else f"{lost} places"
    return (f"{places} could not be decoded as {name}; look for U+FFFD in the text",)


def _utf8(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    text = data.decode("utf-8", "replace")
    if LOST not in text:
        return text, "utf-8", ()
    lost = text.count(LOST) - _spelled_out(data, name="utf-8")
    known = len(NOT_ASCII.findall(text)) - lost
    cut = lost == 1 and known and text.endswith(LOST)  # a download that ended within a character
    return (text, "utf-8", _losses(lost, name="utf-8")) if cut or _bearable(lost, known=known, few=3) else None


def _cp949(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    text = data.decode("cp949", "replace")
    lost = text.count(LOST)
    beyond = NOT_ASCII.findall(text.replace(LOST, ""))
    # "GIST’s" of CP1252 has a syllable in CP949, too, but one of the 8,822 that EUC-KR and most Korean words lack.
    rare = sum(count for character, count in Counter(beyond).items() if not _in_euc_kr(character))
    odd = len(ODD.findall(text)) - lost + len(LONE_JAMO.findall(text))
    if rare > (len(beyond) + lost) // 2 or not _bearable(lost + odd, known=len(beyond) - odd, few=1):
        return None  # `few` is less than in UTF-8: EUC-JP has hardly a pair that CP949 lacks
    return text, "cp949", _losses(lost, name="cp949")


def _cp1252(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    text = data.decode("cp1252", "replace")
    beyond = NOT_ASCII.findall(text)
    lost = text.count(LOST)
    if len(beyond) > 3 + len(text) // 4 or lost > MOST_ODD * len(beyond):  # more accents than any Western language
        return None
    utf8 = NOT_ASCII.findall(data.decode("utf-8", "ignore"))
    korean = [each for each in NOT_ASCII.findall(data.decode("cp949", "ignore")) if _in_euc_kr(each)]
    if max(sum(len(each.encode()) for each in utf8), 2 * len(korean)) * 2 > len(beyond):
        return None  # mostly whole characters of another encoding: those would turn into "â–¡"
    warning = "the text is neither UTF-8 nor CP949 and was read as cp1252; --encoding says otherwise"
    return text, "cp1252", (warning, *_losses(lost, name="cp1252"))


def _bearable(lost: int, *, known: int, few: int) -> bool:
    """Whether `lost` places are few beside the characters beyond ASCII that were understood."""
    return lost <= max(few, MOST_ODD * known) and 2 * lost <= known


def _with_nuls(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Text with stray NULs or padded with them, or UTF-16 without its mark."""
    body = data.rstrip(b"\0")
    if body.count(0) <= 4 + len(body) // 50 and NUL_RUN not in body:
        rest = body.replace(b"\0", b"")
        if (found := _utf8(rest) or _cp949(rest)) and not found[2]:
            return found[0], found[1], (f"NUL bytes were left out ({len(data) - len(rest)}); the file may be damaged",)
    # The zero bytes of spaces and digits in UTF-16 all stand on one side.
    low, high = data[0::2].count(0), data[1::2].count(0)
    name = "utf-16-le" if high > low else "utf-16-be"
    text = data.decode(name, "replace")
    if min(low, high) * 20 <= max(low, high) and max(low, high) * 10 >= len(data):
        if len(ODD.findall(text)) <= MOST_ODD * len(text):
            return text, name, _losses(text.count(LOST), name=name)
    elif len(KOREAN.findall(text[:SAMPLE])) >= 0.9 * len(text[:SAMPLE]):
        raise UnreadableInput(f"This looks like UTF-16 without its mark; read it with --encoding {name}.")
    raise UnreadableInput(BINARY)


def _in_euc_kr(character: str) -> bool:
    try:
        return len(character.encode("euc-kr")) == 2  # Python spells the syllables that it lacks with eight bytes
    except UnicodeEncodeError:
        return False
