"""Sections that a release sets apart: references, annexes, captions, contacts, and the mark of its end."""

from __future__ import annotations

import re

from pressparse import lexicons
from pressparse.lexicons import alternatives

_WORDS = lexicons.load("front")


_SECTION = rf"(?:{alternatives(_WORDS['section'])})s?"
_CAPTION = rf"(?:{alternatives(_WORDS['caption'])})"

_OPENS = re.compile(
    rf"[\[<≪《〈【(]\s?(?:{_SECTION}|{_CAPTION})\b[^\]>≫》〉】)\n]{{0,120}}[\]>≫》〉】)]"
    rf"|(?:Annex|Appendix|Attachment|Reference)\s?\d{{0,2}}(?:[.:]|\s\d)|{_CAPTION}\s?\d{{1,2}}\s?[.:)]",
    re.I,
)
_BOXED = re.compile(r"(?:≪|《|<<|【|\[|<|〈)\s?[^≫》>】\]〉\n]{2,100}(?:≫|》|>>|】|\]|>|〉)$")
_INLINE = re.compile(
    rf"(?:(?<=[.!?\"”’)\]>])\s|(?<=\s\s))\s*(?=[\[<]\s?(?:{_SECTION}|{_CAPTION})\b[^\]>\n]{{0,60}}[\]>]|(?:Photo|Picture)\s\d{{1,2}}\s?[.:])",
    re.I,
)
_INLINE_SIGNS = ("[", "<", "photo", "picture")
"""One of these is in every such label, in small letters: much quicker to look for. So are those of a contact."""
_CAPTION_LINE = re.compile(rf"[\[<(【]?\s?{_CAPTION}\b\s?\d{{0,2}}\s?(?:[\]>)】.:]|\()", re.I)
_CONTACT_LABEL = re.compile(
    rf"[\[(<【※]?\s*(?:{alternatives(_WORDS['contact'])})\b\s*(?:[\])>】]|[:\t]|\s{{2,}}|$|\()", re.I
)
_FOREIGN = r"\+\d{1,3}[-\s]\d{1,3}[-\s]\d{3,4}[-\s]\d{3,4}"
_REACHED_AT = re.compile(rf"☎|☏|℡|\bTel\b|\be-?mail:|\w@\w|{_FOREIGN}", re.I)
_TELEPHONE = re.compile(r"0(?<!\w0)\d{1,2}[-)]\s?\d{3,4}-\d{4}\b")  # its figure comes first: so only figures are tried
_STAFF = re.compile(
    r"[A-Z][^.!?\n:]{3,70}(?:Division|Team|Bureau|Office|Department|Center|Centre|Section|Unit|Group|Care|Policy)"
    r"\s?[:/]\s?[A-Z]"
)
_CONTACT_SIGNS = ("@", "tel", "mail:", "☎", "☏", "℡", "+")
_CONTACT_LINE = 500
_END = re.compile(rf"(?:{alternatives(_WORDS['end'])})\s*[.。]?$|(?:-\s*end\s*-|\*\*\*|###)$", re.I)


def opens(text: str, start: int, end: int) -> bool:
    """Whether a section, caption or contact block begins at `start`."""
    return bool(_OPENS.match(text, start, end) or _BOXED.match(text, start, end) or is_end(text[start:end]))


def find_inline(text: str, start: int, end: int) -> list[int]:
    """Offsets in a line at which a section or caption begins behind the end of a sentence."""
    low = text[start:end].lower()
    if not any(map(low.__contains__, _INLINE_SIGNS)):
        return []
    return [match.end() for match in _INLINE.finditer(text, start, end)]


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether the block is a label that heads what follows: "[Reference] Schedule", "≪ Outline of the fair ≫"."""
    return bool(_OPENS.match(text, start, end) or _BOXED.match(text, start, end))


def is_annex(text: str, start: int, end: int) -> bool:
    """Whether what follows the label stands apart from the release's own text: a reference, an annex, an attachment."""
    return bool(re.match(r"[\[<≪《【(]?\s?(?:reference|annex|appendix|attach|참고|붙임|별첨)", text[start:end], re.I))


def is_caption(text: str, start: int, end: int) -> bool:
    """Whether the block is the caption of a picture."""
    return _CAPTION_LINE.match(text, start, end) is not None


def is_contact(text: str, start: int, end: int) -> bool:
    """Whether the block names people to ask: by its label or a telephone number, a mail address or a division."""
    end = min(end, start + _CONTACT_LINE)
    low = text[start:end].lower()
    if any(map(low.__contains__, _CONTACT_SIGNS)) and _REACHED_AT.search(text, start, end):
        return True
    if _TELEPHONE.search(text, start, end):
        return True
    return _STAFF.match(text, start, end) is not None or names_contact(text, start, end)


def names_contact(text: str, start: int, end: int) -> bool:
    """Whether the line's label says that people to ask follow: "Contact:", "(In charge)"."""
    return _CONTACT_LABEL.match(text, start, end) is not None


def is_end(line: str) -> bool:
    """Whether the line says that the release is over: "End.", "끝."."""
    return len(line) < 12 and _END.match(line.strip()) is not None
