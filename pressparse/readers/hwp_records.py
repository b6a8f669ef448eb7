"""The records that every stream of a HWP 5 file is made of, as a tree (Hancom, "HWP 5.0 document file format", 4.1)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from pressparse.errors import DamagedInput
from pressparse.readers.limits import Limits

NUMBERING, BULLET, PARA_SHAPE, DISTRIBUTE_DOC_DATA = 23, 24, 25, 28
PARA_HEADER, PARA_TEXT, CTRL_HEADER, LIST_HEADER, SHAPE_COMPONENT, TABLE = 66, 67, 71, 72, 76, 77
LONG = 0xFFF  # a size that did not fit: the real one follows


@dataclass(slots=True)
class Record:
    """One record and the records below it."""

    tag: int
    data: bytes
    children: list[Record] = field(default_factory=list)

    def number(self, offset: int, *, size: int = 2) -> int:
        """The unsigned little-endian number of `size` bytes at `offset`; 0 where the record ends before it."""
        return int.from_bytes(self.data[offset : offset + size], "little") if offset + size <= len(self.data) else 0

    def first(self, tag: int) -> Record | None:
        """The first child with this tag."""
        return next((child for child in self.children if child.tag == tag), None)


class Reader:
    """Takes streams apart, counting the records of all of them against the limit."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.count = 0

    def tree(self, stream: bytes) -> list[Record]:
        """The top records of a stream. Raises DamagedInput (cut off), LimitExceeded (hwp_records, nesting)."""
        root = Record(0, b"")
        path = [root]  # the last record of each level above the next one
        for tag, level, data in self._flat(stream):
            self.limits.check("nesting", level, what="The document has")
            record = Record(tag, data)
            del path[level + 1 :]  # a level that was left out hangs on the nearest one above it
            path[-1].children.append(record)
            path.append(record)
        return root.children

    def _flat(self, stream: bytes) -> Iterator[tuple[int, int, bytes]]:
        offset = 0
        while offset + 4 <= len(stream):
            (head,) = struct.unpack_from("<I", stream, offset)
            tag, level, size = head & 0x3FF, head >> 10 & 0x3FF, head >> 20
            offset += 4
            if size == LONG and offset + 4 <= len(stream):
                (size,) = struct.unpack_from("<I", stream, offset)
                offset += 4
            if offset + size > len(stream):
                raise DamagedInput(
                    "The document is cut off or damaged in the middle of a record; fetch or save it anew."
                )
            self.count += 1
            self.limits.check("hwp_records", self.count, what="The document has")
            yield tag, level, stream[offset : offset + size]
            offset += size
