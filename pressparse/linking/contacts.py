"""The unit that the people of a contact line belong to: on their line, or on one of those above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressparse.mentions import Name, Post
from pressparse.words import PHONE

if TYPE_CHECKING:
    from pressparse.linking.release import Linker

_LABEL = re.compile(r"(?:media )?(?:contacts?|inquiries|enquiries|in charge|persons? in charge)\b", re.IGNORECASE)
_LINE = 240
"""Characters of a passage at most that a mere address makes a contact line."""
_SHORT = 60
"""Characters of a line of a contact block at most, the number on one of the next lines."""
_BLOCK = 5
"""Lines of a block of contacts from a name on."""
_LOOK_BACK = 4
"""Nodes above a contact line in which its division may stand."""


class Contacts:
    """Knows the contact lines of a release and the units of those who are named in them."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    def unit(self, found: Post | Name) -> str | None:
        """The division that contact staff belong to: on their line before them, or on the lines above."""
        if not self.line(found.passage):
            return None
        return self.unit_of(found)

    def unit_of(self, found: Post | Name) -> str | None:
        """The unit that is named nearest before a post or a name."""
        return self._linker.sheets[found.passage].unit_before(found.start) or self._unit_near(found.passage)

    def below(self, found: Post | Name) -> str | None:
        """The body on one of the lines below a name in a block of contacts, one thing to a line."""
        sheets, first = self._linker.sheets, found.passage
        block = sheets[first : first + _BLOCK]
        if not any(sheet.contact for sheet in block) or any(len(sheet.text) >= _SHORT for sheet in block[:2]):
            return None
        for sheet in block[1:]:
            if sheet.walls or sheet.contact:
                return None
            if sheet.cell:
                return sheet.cell
        return None

    def line(self, passage: int) -> bool:
        """Whether a passage is a contact line: it holds a telephone number, an address or the outline says so."""
        linker = self._linker
        node = linker.context.outline.nodes.get(linker.context.passages[passage].node)
        if node is not None and (node.kind == "contact" or node.part == "header"):
            return True
        cells = range(passage, min(passage + 4, len(linker.sheets)))
        passages = linker.context.passages
        short = len(linker.sheets[passage].text) < _SHORT
        if short and self._under_unit(passage):
            return True
        # A row of a table of guests is none, though the next line may be one.
        loose = short and (node is None or node.kind != "table")
        near = (c for c in cells if loose or passages[c].node == passages[passage].node)
        return any(linker.sheets[c].contact and self._of_contacts(linker.sheets[c].text) for c in near)

    def _of_contacts(self, text: str) -> bool:
        """Whether a text with a number or an address is a line of contacts, no paragraph with an address at its end."""
        return len(text) < _LINE or PHONE.search(text) is not None

    def _under_unit(self, passage: int) -> bool:
        """Whether a short line stands under a contact label or the name of a unit, or beside one in a table."""
        linker = self._linker
        for above in range(passage - 1, max(passage - 2 * _LOOK_BACK, -1), -1):
            sheet = linker.sheets[above]
            if len(sheet.text) >= _SHORT:
                return False
            # A cell may keep the bar of its table.
            if sheet.unit and (sheet.unit == sheet.text.strip("| :") or _LABEL.match(sheet.text)):
                return True
        return False

    def _unit_near(self, passage: int) -> str | None:
        """The unit that a contact line or the lines above it name."""
        passages, nodes = self._linker.context.passages, 0
        for near in range(passage, max(passage - 4 * _LOOK_BACK, 0) - 1, -1):
            # The cells of one table are one line or two, those of one line one node.
            nodes += near < passage and passages[near].node != passages[near + 1].node
            if nodes > _LOOK_BACK:
                return None
            if unit := self._linker.sheets[near].unit:
                return unit
        return None
