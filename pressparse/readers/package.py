"""ZIP packages (DOCX, HWPX) and the XML in them, read within limits and never written to disk."""

from __future__ import annotations

import lzma
import posixpath
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from pressparse.errors import DamagedInput, EncryptedInput, LimitExceeded
from pressparse.readers.limits import Limits

DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError)  # of zipfile


class Package:
    """The parts of a ZIP file by name, whatever case and slashes the writer used."""

    def __init__(self, data: bytes, *, limits: Limits) -> None:
        """Raises DamagedInput, LimitExceeded (entries)."""
        self.limits = limits
        self.unpacked = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise DamagedInput(f"The file is cut off or damaged ({error}); fetch or save it anew.") from None
        entries = self._zip.infolist()
        limits.check("zip_entries", len(entries), what="The file holds")
        self._parts = {_plain(entry.filename): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def names(self) -> list[str]:
        """The names of all parts, in lower case."""
        return sorted(self._parts)

    def is_hwpx(self) -> bool:
        """Whether this is Hancom's package."""
        kind = self.part("mimetype") or b""
        return kind.strip().startswith(b"application/hwp+zip") or "contents/header.xml" in self

    def part(self, name: str) -> bytes | None:
        """The bytes of one part, None where there is none. Raises DamagedInput, EncryptedInput, LimitExceeded."""
        entry = self._parts.get(_plain(name))
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise EncryptedInput("The file is protected with a password; save it without one.")
        try:
            with self._zip.open(entry) as stream:  # what the directory says of the size is the writer's claim
                data = stream.read(self.limits.part_bytes + 1)
        except BROKEN as error:
            raise DamagedInput(f"The part {name} is damaged ({error}); fetch or save the file anew.") from None
        self.unpacked += len(data)
        self.limits.check("part_bytes", len(data), what=f"The part {name} has")
        self.limits.check("unpacked_bytes", self.unpacked, what="The file has")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root element of one part, None where there is none. Raises as `part` does."""
        data = self.part(name)
        return None if data is None else parse_xml(data, name=name)


def parse_xml(data: bytes, *, name: str) -> etree._Element:
    """The root of an XML part without comments; `name` is for messages. Raises DamagedInput, also for any DTD."""
    if any(mark in data for mark in DOCTYPE):
        raise DamagedInput(f"The part {name} declares a document type, as no office program does; save it anew.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "unknown error" in str(error):  # all that libxml2 says when it gets no memory
            raise MemoryError from None
        if "Excessive depth" in str(error):
            raise LimitExceeded(f"The part {name} is nested more than 2,048 levels deep, as no document is.") from None
        raise DamagedInput(f"The part {name} is not sound XML ({error}); fetch or save the file anew.") from None


def resolve(target: str, *, base: str) -> str:
    """The part that a relationship of part `base` points at; a target that climbs out of the package names no part."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target)).lstrip("/")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
