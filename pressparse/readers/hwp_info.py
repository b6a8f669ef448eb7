"""The document-wide records of a HWP 5 file that decide what stands before a paragraph."""

from __future__ import annotations

from pressparse.readers.hancom import NUMBER_FORMATS, Level, Lists
from pressparse.readers.hwp_records import BULLET, NUMBERING, PARA_SHAPE, Record

KINDS = ("NONE", "OUTLINE", "NUMBER", "BULLET")
HEAD_SIZE = 12  # of a paragraph head's properties; the published description leaves out the last four bytes
LEVELS = 7


class Info:
    """Lists by their ids and, by the ids of paragraph shapes, which list a paragraph belongs to."""

    def __init__(self, records: list[Record]) -> None:
        """Takes the records of the stream DocInfo."""
        every = [record for top in records for record in (top, *top.children)]
        bullets = (record for record in every if record.tag == BULLET)
        numberings = (record for record in every if record.tag == NUMBERING)
        self.lists = Lists(
            bullets={number: chr(record.number(HEAD_SIZE)) for number, record in enumerate(bullets, start=1)},
            numberings={number: _levels(record) for number, record in enumerate(numberings, start=1)},
        )
        self.shapes = [_membership(record) for record in every if record.tag == PARA_SHAPE]

    def head(self, shape: int, *, outline: int) -> str:
        """What stands before a paragraph of this shape, with a space after it; `outline` is the section's numbering."""
        if shape >= len(self.shapes):
            return ""
        kind, number, level = self.shapes[shape]
        return self.lists.head(kind, outline if kind == "OUTLINE" else number, level)


def _membership(shape: Record) -> tuple[str, int, int]:
    """Kind of list, its id, level from 0."""
    attributes = shape.number(0, size=4)
    return KINDS[attributes >> 23 & 3], shape.number(30), attributes >> 25 & 7


def _levels(numbering: Record) -> list[Level]:
    texts, forms = [], []
    offset = 0
    for _ in range(LEVELS):
        form = numbering.number(offset, size=4) >> 5 & 0xF
        length = 2 * numbering.number(offset + HEAD_SIZE)
        offset += HEAD_SIZE + 2
        texts.append(numbering.data[offset : offset + length].decode("utf-16-le", "replace"))
        forms.append(NUMBER_FORMATS[form][1])
        offset += length
    offset += 2  # the number that the whole begins with; then, since 5.0.2.5, that of each level
    starts = [numbering.number(offset + 4 * level, size=4) or 1 for level in range(LEVELS)]
    return [Level(text, form, start) for text, form, start in zip(texts, forms, starts, strict=True)]
