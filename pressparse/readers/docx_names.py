"""Short names for the elements of a DOCX, the same for its Transitional and its Strict namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
WORD = tuple(f"{{{uri}}}" for uri, prefix in PREFIXES.items() if prefix == "w")


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """The name "{…wordprocessingml…}p" as "w:p"; the bare local name outside the namespaces above."""
    uri, _, local = tag.rpartition("}")
    prefix = PREFIXES.get(uri[1:])
    return f"{prefix}:{local}" if prefix else local


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children called `name` ("w:p"); none for no element."""
    return (e for e in element if short(e.tag) == name) if element is not None else iter(())


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child called `name`."""
    return next(children(element, name), None)


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute called `name` ("w:val"); None for no element."""
    if element is None:
        return None
    return next((str(value) for key, value in element.items() if short(str(key)) == name), None)
