"""The inside of a DOCX paragraph: what its runs show, and the text boxes and notes that hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pressparse.readers.docx_names import attribute, child, short
from pressparse.readers.glyphs import from_symbol_font

# The hyphen that forbids a line end is one; that which only allows a line end is not seen, and nor are page breaks.
CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}
REFERENCES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
# Deleted, moved away, or said a second time: properties, the reading above a ruby base, comments' own marks.
SKIPPED = frozenset({"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:rt", "w:sdtPr", "w:delText", "w:instrText"})


@dataclass(frozen=True, slots=True)
class Run:
    """Some text, or the content of a text box (`w:txbxContent`), or a note as (kind, id)."""

    text: str = ""
    box: etree._Element | None = None
    note: tuple[str, str] | None = None


def read_runs(paragraph: etree._Element) -> Iterator[Run]:
    """What a `w:p` shows, in order; of a field its result and not its instruction."""
    fields: list[str] = []
    for element in _leaves(paragraph):
        name = short(element.tag)
        if name == "w:fldChar":
            _follow(fields, attribute(element, "w:fldCharType") or "")
        elif name in DRAWINGS:
            yield from (Run(box=box) for box in _boxes(element))
        elif "begin" in fields:
            continue
        elif name in REFERENCES:
            yield Run(note=(REFERENCES[name], attribute(element, "w:id") or ""))
        elif text := _text(element, name):
            yield Run(text)


def _follow(fields: list[str], mark: str) -> None:
    """Keep the stack of open fields, each in its instruction ("begin") or in its result ("separate")."""
    if mark == "begin":
        fields.append(mark)
    elif fields:
        fields.pop()
        if mark == "separate":
            fields.append(mark)


def _text(element: etree._Element, name: str) -> str:
    if name in {"w:t", "m:t"}:
        return from_symbol_font(element.text or "", font=_font(element))
    if name == "w:sym":
        code = attribute(element, "w:char") or ""
        try:
            return from_symbol_font(chr(int(code, 16)), font=attribute(element, "w:font") or "")
        except (ValueError, OverflowError):
            return ""
    if name == "w:br":
        return "\n" if attribute(element, "w:type") in {None, "textWrapping"} else ""
    return CHARACTERS.get(name, "")


def _font(text: etree._Element) -> str:
    run = text.getparent()
    fonts = child(child(run, "w:rPr"), "w:rFonts")
    return attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi") or ""


def _leaves(parent: etree._Element) -> Iterator[etree._Element]:
    """The elements below `parent` that show something, without those of deleted and hidden runs."""
    for element in parent:
        name = short(element.tag)
        if name in SKIPPED or (name == "w:r" and _hidden(element)):
            continue
        if name == "mc:AlternateContent":
            yield from _leaves(preferred(element))
        elif name in DRAWINGS or not len(element):
            yield element
        else:
            yield from _leaves(element)


def _hidden(run: etree._Element) -> bool:
    mark = child(child(run, "w:rPr"), "w:vanish")
    return mark is not None and attribute(mark, "w:val") not in {"0", "false", "off"}


def _boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, the outermost where they nest."""
    for element in drawing:
        name = short(element.tag)
        if name == "w:txbxContent":
            yield element
        else:
            yield from _boxes(preferred(element) if name == "mc:AlternateContent" else element)


def preferred(alternatives: etree._Element) -> etree._Element:
    """The branch of `mc:AlternateContent` to read: all say the same, and the first is the newest."""
    choice = child(alternatives, "mc:Choice")
    fallback = child(alternatives, "mc:Fallback")
    return next((branch for branch in (choice, fallback) if branch is not None), alternatives)
