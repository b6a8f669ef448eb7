"""The body of a post or a person for which the text beside them states none: as the release implies it."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from pressparse import lexicons
from pressparse.linking.affiliations import Surroundings
from pressparse.linking.offices import ministry
from pressparse.mentions import Post
from pressparse.organizations import phrase_end
from pressparse.vocabulary import ADJECTIVES, COUNTRIES, NOUNS, PORTFOLIOS
from pressparse.words import words_of

if TYPE_CHECKING:
    from pressparse.linking.persons import Draft
    from pressparse.linking.release import Linker

_OFFICES = lexicons.load("offices")
_BODIES: dict[str, list[str]] = _OFFICES["bodies"]
_OUTSIDE = frozenset(_OFFICES["held"]["outside"])
_STAFF = frozenset(_OFFICES["held"]["staff"])
_ENVOYS = frozenset(_OFFICES["held"]["envoys"])
_STATESMEN = {tuple(post.split()) for post in _OFFICES["held"]["statesmen"]}
_OFFICIALS = frozenset(_OFFICES["held"]["officials"])
_PUBLIC = frozenset(_OFFICES["held"]["public"])
_SPEAKERS = {"spokesperson", "spokesman", "spokeswoman"}
_LABEL = re.compile(r"(?:media )?(?:contacts?|inquiries|enquiries|in charge|persons? in charge)\b", re.IGNORECASE)
_SHORT = 60
"""Characters of a line of a contact block at most, the number on one of the next lines."""
_BODIES_BACK = 12
"""Bodies of one passage that are looked at."""
_MEMORY = 6
"""Passages back in which the body of a bare post is looked for."""
_LOOK_BACK = 4
"""Passages above a contact line in which its division may stand."""


class Implied:
    """Knows the bodies that a release implies: its issuer, the division of a contact line, the one named before."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self.issuer = _plain(linker.context.outline.issuer or "") or self._first_body()
        # Where nobody has a Korean name, the release is another country's and its own people are no guests.
        self._korean = sum(name.korean for name in linker.names) * 6 > len(linker.names)

    def in_row(self, post: Post) -> str | None:
        """The body in another cell of the post's table row: "Tak Bo-mi | Salt Museum | Director"."""
        linker = self._linker
        passages = linker.context.passages
        node = passages[post.passage].node
        if (row := linker.context.outline.nodes.get(node)) is None or row.kind != "table":
            return None
        for cell in range(max(post.passage - 3, 0), min(post.passage + 4, len(passages))):
            if passages[cell].node == node and linker.sheets[cell].whole:
                return linker.sheets[cell].text
        return None

    def unit(self, index: int) -> str | None:
        """The division that contact staff belong to: on their line before them, or on the lines above."""
        linker = self._linker
        post = linker.posts[index]
        if not self._contact(post.passage):
            return None
        return linker.sheets[post.passage].unit_before(post.start) or self._unit_near(post.passage)

    def _contact(self, passage: int) -> bool:
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
        return any(linker.sheets[c].contact for c in cells if short or passages[c].node == passages[passage].node)

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

    def implied(self, index: int) -> str | None:
        """The body of a post for which the text states none: the issuer, or the one named last that has such posts."""
        post = self._linker.posts[index]
        if post.keys[0][-1] in _SPEAKERS and self.issuer:
            return self.issuer
        if post.keys[0] in _STATESMEN or not post.role[0].isupper():
            # A village head is nobody at the ministry.
            return None
        own = post.role.split()[0].lower()
        if own in NOUNS - PORTFOLIOS and (known := self._named_before(post.passage, post.start, own)):
            # "Center Head" is head of the centre that was named last.
            return known
        head = post.keys[0][-1]
        kinds = _BODIES.get(head, [])
        if _ENVOYS & set(post.keys[0]):
            return None
        if self.foreign(index):
            return self._guest_body(index, kinds)
        if self.issuer and (head not in _OUTSIDE or _of_kind(self.issuer, kinds)):
            return self.issuer
        memory = 1 if head in _OUTSIDE else _MEMORY
        for passage in range(post.passage, max(post.passage - memory, -1), -1):
            for name in self._before(passage, post):
                if _of_kind(name, kinds):
                    return name
        return None if head in _OUTSIDE else self.issuer

    def _guest_body(self, index: int, kinds: list[str]) -> str | None:
        """The foreign body that a foreigner's bare post is held at: the last one named that has such posts, if near."""
        post = self._linker.posts[index]
        for passage in range(post.passage, max(post.passage - 3, -1), -1):
            for name in self._before(passage, post):
                if name == self.issuer or "Korea" in name or " " not in name:
                    continue
                if kinds and _foreign_name(name) and not {"minister", "mayor", "governor", "ceo"} & set(post.keys[0]):
                    # "President Novak" of the "Hungarian Patent Office"
                    return name
                staff = not kinds and post.keys[0][-1] in _STAFF and (post.passage - passage < 2 or _foreign_name(name))
                if staff or _of_kind(name, kinds):
                    return name
        return None

    def _named_before(self, passage: int, start: int, kind: str) -> str | None:
        """The body of a kind that is named last before a place, else the first one of the release."""
        sheets = self._linker.sheets
        for back in range(passage, max(passage - 2 * _MEMORY, -1), -1):
            bodies = sheets[back].bodies
            end = bisect(bodies, (start, "")) if back == passage else len(bodies)
            for _, name in bodies[max(end - _BODIES_BACK, 0) : end][::-1]:
                if kind in name.lower().split() and " " in name:
                    return name
        return None

    def _before(self, passage: int, post: Post) -> list[str]:
        """The bodies that a passage names before the post, the last one first."""
        bodies = self._linker.sheets[passage].bodies
        end = bisect(bodies, (post.start, "")) if passage == post.passage else len(bodies)
        return [name for _, name in bodies[max(end - _BODIES_BACK, 0) : end]][::-1]

    def foreign(self, index: int) -> bool:
        name = self._linker.held.get(index)
        post = self._linker.posts[index]
        if not self._korean and not post.country and _OFFICIALS & set(post.keys[0]):
            return False
        return name is not None and not self._linker.names[name].korean and not self._linker.names[name].short

    def of_person(self, draft: Draft) -> str | None:
        """The body of somebody without a post: as described, else the unit of a contact line."""
        linker = self._linker
        if body := self.described(draft):
            return body
        first = linker.names[draft.names[0]]
        if first.rule.lower().startswith(("after photo", "after credit")):
            return None
        if self._contact(first.passage) or first.rule.lower().endswith("charge"):
            return linker.sheets[first.passage].unit_before(first.start) or self._unit_near(first.passage)
        return None

    def described(self, draft: Draft) -> str | None:
        """The body that stands beside one of a person's names."""
        linker = self._linker
        for index in draft.names:
            name = linker.names[index]
            around = Surroundings(linker.sheets[name.passage], linker.abbreviations)
            if (stated := around.of_person(name)) and stated.name and stated.name.lower() not in COUNTRIES:
                return stated.name
            if (kind := around.kind_of_place(name)) and (known := self._named_before(name.passage, name.start, kind)):
                return known
        return None

    def _unit_near(self, passage: int) -> str | None:
        """The unit that a contact line or the lines above it name."""
        node = self._linker.context.passages[passage].node
        reach = passage
        while reach > max(passage - 4 * _LOOK_BACK, 0) and self._linker.context.passages[reach - 1].node == node:
            # The cells of one table are one line or two.
            reach -= 1
        for near in range(passage, max(reach - _LOOK_BACK, 0) - 1, -1):
            if unit := self._linker.sheets[near].unit:
                return unit
        return None

    def _first_body(self) -> str | None:
        """The first public body that the release names, for a release that bears no issuer's name."""
        for sheet in self._linker.sheets[:6]:
            for _, name in sheet.bodies:
                if name.isupper() and not sheet.whole:
                    # "GOVERNMENT ROLLS OUT VACCINE": a headline in capitals.
                    continue
                if _PUBLIC & set(name.lower().split()):
                    return name
        own = (ministry(post.role, foreign=False) for post in self._linker.posts if post.topics and not post.country)
        return next(filter(None, own), None)


def _plain(issuer: str) -> str:
    """The issuer without a label before it and a second body behind it: "From: Ministry of Ports and Reef Agency"."""
    issuer = issuer.rpartition(": ")[2]
    words = words_of(issuer)
    cut = [i for i in range(2, len(words) - 1) if words[i].low == "and" and phrase_end(words, 0) <= i]
    return issuer[: words[cut[0] - 1].end] if cut else issuer


def _foreign_name(name: str) -> bool:
    """Whether the name of a body says that it is another country's: "Norwegian Directorate of Fisheries"."""
    words = re.findall(r"\w+", name.lower())
    return any(word in ADJECTIVES or word in COUNTRIES for word in words)


def _of_kind(name: str, kinds: list[str]) -> bool:
    """Whether one of the kinds of body is in the name: "do" in "Gyeongsangbuk-do"."""
    words = re.findall(r"\w+", name.lower())
    return any(kind in words for kind in kinds)
