"""The body of a post or a person for which the text beside them states none: as the release implies it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pressparse import lexicons
from pressparse.linking.contacts import Contacts
from pressparse.linking.earlier import Earlier, foreign_name, of_kind
from pressparse.linking.issuers import first_body, stated_issuer
from pressparse.linking.offices import ministry
from pressparse.linking.references import References
from pressparse.linking.sides import Sides
from pressparse.linking.unposted import Unposted
from pressparse.mentions import Name, Post
from pressparse.vocabulary import ADJECTIVES, COUNTRIES, NOUNS, PORTFOLIOS

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
_NO_BODY = COUNTRIES | set(ADJECTIVES)
_KINDS = NOUNS - PORTFOLIOS
_KOREAN = re.compile(
    rf"\b(?:Korean?|ROK|{lexicons.alternatives(lexicons.load('organizations')['places']['korea'].split())})\b"
)
# Posts that a release's own people hold as well, where nobody in it is a Korean.
_OWN = _OFFICIALS | {"general", "director"}
_PRESS = {"press", "media", "relations", "communications", "communication", "publicity", "information"}
_SPEAKERS = {"spokesperson", "spokesman", "spokeswoman"}
_KEEPERS = frozenset(_OFFICES["grammar"]["keepers"])
# Posts of a university, which its own release need not name beside them.
_KEEPING = _KEEPERS | {"provost", "dean", "professor", "registrar"}
_FIRMS = {"managing", "ceo", "owner", "founder", "co-founder"}
_MINISTRIES = ["ministry", "department", "government", "administration", "agency", "commission"]
_MEMORY = 6
"""Passages back in which the body of a bare post is looked for."""


def _of_korea(linker: Linker) -> bool:
    """Whether a release names Korea or a place in it, or writes a name as only Koreans do: "Tak Bo-mi"."""
    if _KOREAN.search(linker.opening) is not None:
        return True
    koreans = (name for name in linker.names if name.korean)
    return any("-" in linker.texts[name.passage][name.start : name.end] for name in koreans)


class Implied:
    """Knows the bodies that a release implies: its issuer, the division of a contact line, the one named before."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self.contacts = Contacts(linker)
        self._earlier = Earlier(linker)
        # Where nobody has a Korean name, the release is another country's and its own people are no guests.
        # "Ms Lee Hui Min" of Singapore is written as Koreans are: where nothing else is Korean, she is none.
        self._korean = sum(name.korean for name in linker.names) * 6 > len(linker.names) and _of_korea(linker)
        self._sides = Sides(linker)
        issuer = stated_issuer(linker, korean=self._korean)
        self._guessed, self.stated = not issuer, issuer
        self.issuer = issuer or first_body(linker, korean=self._korean)
        self.unposted = Unposted(linker, self._earlier)
        self._references = References(linker, self._earlier, self.issuer)

    def in_row(self, found: Post | Name) -> str | None:
        """The body in another cell of the table row: "Tak Bo-mi | Salt Museum | Director"."""
        linker = self._linker
        passages = linker.context.passages
        node = passages[found.passage].node
        if (row := linker.context.outline.nodes.get(node)) is None or row.kind != "table":
            return None
        for cell in range(max(found.passage - 3, 0), min(found.passage + 4, len(passages))):
            if passages[cell].node == node and self._beside(cell, found.passage) and (name := linker.sheets[cell].cell):
                return name
        return None

    def _beside(self, one: int, other: int) -> bool:
        """Whether two cells are of one row, or each has a line of its own."""
        rows = self._linker.rows
        near = (*rows[max(other - 1, 0) : other], *rows[other + 1 : other + 2])
        return rows[one] == rows[other] or rows[other] not in near

    def implied(self, index: int) -> str | None:
        """The body of a post for which the text states none: the issuer, or the one named last that has such posts."""
        post = self._linker.posts[index]
        return self._sides.body(post) or self._sides.sender(post) or self._told(index, post)

    def _told(self, index: int, post: Post) -> str | None:
        if self._national and "minister" not in post.keys[0]:
            # "Norwegian Government": everybody's release, nobody's body.
            return None
        if post.keys[0][-1] in _SPEAKERS and self.issuer:
            return self.issuer
        if self._signs(index):
            return self.issuer
        pointed, known = self._references.meant(index)
        if pointed:
            return known
        if post.keys[0] in _STATESMEN or (post.role[0].islower() and not self._behind_name(index)):
            # A village head is nobody at the ministry, a curator is somebody at a museum.
            kinds = _BODIES.get(post.keys[0][-1], [])
            keeper = (post.keys[0][-1] in _KEEPING or " for " in post.role) and of_kind(self.issuer or "", kinds)
            return self.issuer if keeper and not self.foreign(index) else self._references.announced(post)
        last = post.role.rpartition(" of ")[2].lower()
        if {last} == post.topics and last in _KINDS:
            # "Head of District": of the one that was named last.
            return self._earlier.of_kind_named(post.passage, post.start, last)
        own = post.role.split()[0].lower()
        if own in _KINDS and (known := self._of_kind(post, own)):
            # "Center Head" is head of the centre that was named last.
            return known
        if _ENVOYS & set(post.keys[0]):
            return None
        if self._guessed and self.issuer and not self._trusted(post):
            # A "Minister for Reefs" is not at the first body that the text happens to name.
            return ministry(post.role, foreign=True) if "minister" in post.keys[0] else None
        return self._by_kind(index) or self._references.announced(post)

    def _of_kind(self, post: Post, kind: str) -> str | None:
        """The issuer, where a post of three words names its kind: "Museum Chief Executive"; or the one named before."""
        if post.role.count(" ") > 1 and kind in (self.issuer or "").lower().split():
            return self.issuer
        return self._earlier.of_kind_named(post.passage, post.start, kind)

    def _signs(self, index: int) -> bool:
        """Whether a post of the press has a line of its own below its holder's, as those have who sign a release."""
        linker, name = self._linker, self._linker.held.get(index)
        post = linker.posts[index]
        if name is None or linker.names[name].passage != post.passage - 1:
            return False
        behind = linker.texts[post.passage][post.end :].strip(" ,.")
        # "Public Relations Officer" and "for: Chief Director" on the line below
        whole = post.start == 0 and (not behind or behind.lower().startswith(("for:", "for the ", "for ")))
        return whole and not _PRESS.isdisjoint(post.role.lower().split())

    @cached_property
    def _national(self) -> bool:
        """Whether a country's whole government issues the release."""
        issuer = (self.issuer or "").lower()
        country = issuer.removesuffix(" government").removeprefix("government of ").removeprefix("the ")
        return country != issuer and country in _NO_BODY

    def _trusted(self, post: Post) -> bool:
        """Whether a post can be held at a body that is only guessed to be the issuer."""
        ministerial = "minister" not in post.keys[0] or of_kind(self.issuer or "", _MINISTRIES)
        return ministerial and (not post.topics or self._of_topic(post))

    def _by_kind(self, index: int) -> str | None:
        """The issuer or the body named last, by the kinds of bodies that have such posts."""
        post = self._linker.posts[index]
        head = post.keys[0][-1]
        kinds = _BODIES.get(" ".join(post.keys[0]), _BODIES.get(head, []))
        kind = bool(self.issuer) and of_kind(self.issuer or "", kinds)
        if head in _OUTSIDE and (own := self._earlier.subject(post, kinds)):
            return own
        if kind and (not self._korean or head in {"provost", "registrar"}) and not post.country:
            return self.issuer
        if self.foreign(index):
            if self.contacts.line(post.passage):
                # "Ida Marsh (Press Officer), +32 2 299 00 01": the issuer's own.
                return self.issuer
            return self._guest_body(index, _BODIES["ceo"] if _FIRMS & set(post.keys[0]) else kinds)
        if self.issuer and (head not in _OUTSIDE or kind):
            return self.issuer
        memory = 1 if head in _OUTSIDE and len(kinds) > 1 else _MEMORY
        for passage in range(post.passage, max(post.passage - memory, -1), -1):
            for name in self._earlier.before(passage, post):
                if of_kind(name, kinds):
                    return name
        return None if head in _OUTSIDE else self.issuer

    def _behind_name(self, index: int) -> bool:
        """Whether a post stands right behind a Korean's name, as a body's own people's do: "Tak Bo-mi curator"."""
        linker = self._linker
        post, name = linker.posts[index], linker.held.get(index)
        if name is None or not linker.names[name].korean:
            return False
        return linker.names[name].passage == post.passage and linker.names[name].end + 1 == post.start

    def _of_topic(self, post: Post) -> bool:
        """Whether the issuer's name has a word of what the post is about, or the post is no official's."""
        named = set(re.findall(r"\w+", (self.issuer or "").lower()))
        return not (_OFFICIALS & set(post.keys[0])) or bool(post.topics & named)

    def _guest_body(self, index: int, kinds: list[str]) -> str | None:
        """The foreign body that a foreigner's bare post is held at: the last one named that has such posts, if near."""
        post = self._linker.posts[index]
        for passage in range(post.passage, max(post.passage - 3, -1), -1):
            others = self._earlier.of_others(passage, post)
            for name in self._earlier.before(passage, post, alone=True):
                known = name == self.issuer or "Korea" in name or " " not in name or name.lower() in COUNTRIES
                if known or name in others:
                    continue
                if kinds and foreign_name(name) and not {"minister", "mayor", "governor", "ceo"} & set(post.keys[0]):
                    # "President Novak" of the "Hungarian Patent Office"
                    return name
                staff = not kinds and post.keys[0][-1] in _STAFF and (post.passage - passage < 2 or foreign_name(name))
                if staff or of_kind(name, kinds):
                    return name
        return None

    def named_before(self, passage: int, start: int, kind: str) -> str | None:
        """The body of a kind that is named last before a place."""
        return self._earlier.of_kind_named(passage, start, kind)

    def foreign(self, index: int) -> bool:
        name = self._linker.held.get(index)
        post = self._linker.posts[index]
        if not self._korean and not post.country and not _OWN.isdisjoint(post.keys[0]):
            return False
        return name is not None and not self._linker.names[name].korean and not self._linker.names[name].short

    def of_person(self, draft: Draft) -> str | None:
        """The body of somebody without a post: as described, else the unit of a contact line."""
        linker = self._linker
        if body := self.unposted.described(draft):
            return body
        first = linker.names[draft.names[0]]
        if first.rule.lower().startswith(("after photo", "after credit")):
            return None
        if self.contacts.line(first.passage) or first.rule.lower().endswith("charge"):
            return self.contacts.unit_of(first) or self.contacts.below(first)
        return self.in_row(first) or self.contacts.below(first)
