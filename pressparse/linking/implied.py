"""The body of a post or a person for which the text beside them states none: as the release implies it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pressparse import lexicons
from pressparse.linking.contacts import Contacts
from pressparse.linking.descriptions import PREMISES, Descriptions
from pressparse.linking.earlier import Earlier, foreign_name, of_kind
from pressparse.linking.issuers import first_body, stated_issuer
from pressparse.linking.offices import ministry
from pressparse.mentions import Name, Post
from pressparse.vocabulary import ADJECTIVES, COUNTRIES, NOUNS, PORTFOLIOS, place
from pressparse.words import acronym, words_of

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
# "a teacher of Korean": a language
_NO_BODY = COUNTRIES | set(ADJECTIVES)
_KINDS = NOUNS - PORTFOLIOS
_POINTED = NOUNS - {"state", "government"}
# Posts that a release's own people hold as well, where nobody in it is a Korean.
_OWN = _OFFICIALS | {"general", "director"}
_SPEAKERS = {"spokesperson", "spokesman", "spokeswoman"}
_OWNER = re.compile(r"\b[Tt]he ([A-Z][a-z]+)'s $")
_COMPANY = re.compile(
    r"\b(?:the|this) (?:company|firm|startup|manufacturer|developer|shipbuilder|retailer)'s (?:[a-z]+ )?$", re.I
)
_AGED = re.compile(r"(?: \(\d{1,3}\)|, \d{1,3},) (?:of|from) ")
_POINTING = re.compile(r",? (?:of|at|from) (?:the|this|that) (?:same |said )?([a-z]{3,16})\b(?! [a-z]{0,20} ?of )")
_KEEPERS = frozenset(_OFFICES["grammar"]["keepers"])
# Posts of a university, which its own release need not name beside them.
_CAMPUS = {"provost", "dean", "professor", "registrar"}
_HEADED = {"ceo", "director", "founder", "owner", "president", "chair", "executive", "manager"}
_FIRMS = {"managing", "ceo", "owner", "founder", "co-founder"}
_FIRST = 6
"""Passages in which somebody announces what a release says."""
_ANNOUNCED = re.compile(
    r"(?:[A-Z][A-Za-z .,]{2,40}\d{0,2}(?:, \d{4})? ?(?:--?|–|—) ?)?(?:The )?"
    r"([A-Z][\w&'-]*(?: (?:of |for |and |the |de )?[A-Z][\w&'-]*){0,6}),?(?: \([A-Z]\w{1,9}\),?)?(?: today| on \w+day)?"
    r" (?:has |have )?(?:announced|said|named|appointed|unveiled|launched|opened|signed)\b"
)
_PUBLISHED = re.compile(
    r"\b(?:published|appeared|appears|featured|released)\b[^.;]{0,80}? in (?:the )?(?:[a-z]{4,16} ){0,3}['\"]?"
    r"([A-Z][a-z]+(?: (?:of |in |and |& |the ){0,2}[A-Z][a-z]+){0,5})"
)
_KIND_BEFORE = re.compile(r"(?<![\w-])([a-z]{4,12}) $")
_KINDS_BEFORE = frozenset("museum university hospital institute foundation school bank gallery college association".split())
_POSSESSIVES = (" its ", " whose ")
_OF_FIELDS = {"ministry", "department"}
_MINISTRIES = ["ministry", "department", "government", "administration", "agency", "commission"]
_BODIES_BACK = 12
"""Bodies of one passage that are looked at."""
_MEMORY = 6
"""Passages back in which the body of a bare post is looked for."""


class Implied:
    """Knows the bodies that a release implies: its issuer, the division of a contact line, the one named before."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self.contacts = Contacts(linker)
        self._earlier = Earlier(linker)
        # Where nobody has a Korean name, the release is another country's and its own people are no guests.
        self._korean = sum(name.korean for name in linker.names) * 6 > len(linker.names)
        issuer = stated_issuer(linker)
        self._guessed, self.stated = not issuer, issuer
        self.issuer = issuer or first_body(linker, korean=self._korean)

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
        return rows[one] == rows[other] or not any(rows[other] == rows[at] for at in (other - 1, other + 1) if 0 <= at < len(rows))

    def implied(self, index: int) -> str | None:
        """The body of a post for which the text states none: the issuer, or the one named last that has such posts."""
        post = self._linker.posts[index]
        if self._national and "minister" not in post.keys[0]:
            # "Norwegian Government": everybody's release, nobody's body.
            return None
        if post.keys[0][-1] in _SPEAKERS and self.issuer:
            return self.issuer
        possessed = self._linker.texts[post.passage].endswith(_POSSESSIVES, 0, post.start)
        known = self._pointed(index) or self._owner(post) or self._journal(post)
        if possessed:
            # "its Managing Director"
            return self._earlier.introduced(post) or known or self._firm(post)
        if known:
            return known
        if owner := _COMPANY.search(self._linker.texts[post.passage], max(post.start - 24, 0), post.start):
            return self._earlier.firm(post, owner.start(), self.issuer)
        if kind := self._kind_before(post):
            return kind
        if post.keys[0] in _STATESMEN or (post.role[0].islower() and not self._behind_name(index)):
            # A village head is nobody at the ministry, a curator is somebody at a museum.
            own = post.keys[0][-1] in _KEEPERS | _CAMPUS
            keeper = own and of_kind(self.issuer or "", _BODIES[post.keys[0][-1]])
            return self.issuer if keeper and not self.foreign(index) else self._announced(post)
        last = post.role.rpartition(" of ")[2].lower()
        if {last} == post.topics and last in _KINDS:
            # "Head of District": of the one that was named last.
            return self._earlier.of_kind_named(post.passage, post.start, last)
        own = post.role.split()[0].lower()
        if own in _KINDS and (known := self._earlier.of_kind_named(post.passage, post.start, own)):
            # "Center Head" is head of the centre that was named last.
            return known
        if _ENVOYS & set(post.keys[0]):
            return None
        if self._guessed and self.issuer and not self._trusted(post):
            # A "Minister for Reefs" is not at the first body that the text happens to name.
            return ministry(post.role, foreign=True) if "minister" in post.keys[0] else None
        return self._by_kind(index) or self._announced(post)

    def _announced(self, post: Post) -> str | None:
        """Whoever announces what the release says, for one of its heads."""
        return self._announcer if not self.issuer and _HEADED & set(post.keys[0]) else None

    @cached_property
    def _announcer(self) -> str | None:
        """Whoever announces what the release says, where nothing names its issuer: "Haedam Kelp said Friday"."""
        found = filter(None, map(_ANNOUNCED.match, self._linker.texts[:_FIRST]))
        return next((match[1] for match in found if not place(words_of(match[1])[0])), None)

    def _kind_before(self, post: Post) -> str | None:
        """The body whose kind stands small before a post: "museum director Tak Bo-mi"."""
        text = self._linker.texts[post.passage]
        found = _KIND_BEFORE.search(text, max(post.start - 16, 0), post.start)
        kind = found[1] if found and post.role[0].islower() else ""
        if kind not in _KINDS_BEFORE:
            return None
        return self.issuer if of_kind(self.issuer or "", [kind]) else self.named_before(post.passage, post.start, kind)

    def _journal(self, post: Post) -> str | None:
        """The journal in which something is published, for "editor-in-chief of the journal", "the journal's editor"."""
        text = self._linker.texts[post.passage]
        told = "editor" in post.keys[0] and (text.startswith(" of the journal", post.end) or text.endswith("journal's ", 0, post.start))
        found = map(_PUBLISHED.search, self._linker.texts[: post.passage + 1]) if told else ()
        return next((match[1] for match in found if match), None)

    def _firm(self, post: Post) -> str | None:
        return self._earlier.firm(post, post.start, self.issuer) if _HEADED & set(post.keys[0]) else None

    @cached_property
    def _national(self) -> bool:
        """Whether a country's whole government issues the release."""
        issuer = (self.issuer or "").lower()
        country = issuer.removesuffix(" government").removeprefix("government of ").removeprefix("the ")
        return country != issuer and country in _NO_BODY

    def _owner(self, post: Post) -> str | None:
        """The body whose post it is: "the Foundation's Chairperson", ", Jeju Hospital said, its director added"."""
        text = self._linker.texts[post.passage]
        if text.endswith(_POSSESSIVES, 0, post.start):
            return next(iter(self._earlier.before(post.passage, post)), None)
        owner = _OWNER.search(text, max(post.start - 24, 0), post.start)
        return self._earlier.of_kind_named(post.passage, post.start, owner[1].lower()) if owner else None

    def _pointed(self, index: int) -> str | None:
        """The body, named before, that a word behind a post and its holder points to: "Principal Tak of the school"."""
        linker, post = self._linker, self._linker.posts[index]
        name = linker.names[linker.held[index]] if index in linker.held else None
        end = max(post.end, name.end) if name is not None and name.passage == post.passage else post.end
        kind = _POINTING.match(linker.texts[post.passage], end)
        known = kind is not None and kind[1] in _POINTED
        return self._earlier.of_kind_named(post.passage, post.start, kind[1]) if kind and known else None

    def _trusted(self, post: Post) -> bool:
        """Whether a post can be held at a body that is only guessed to be the issuer."""
        ministerial = "minister" not in post.keys[0] or of_kind(self.issuer or "", _MINISTRIES)
        return ministerial and (not post.topics or self._of_topic(post))

    def _by_kind(self, index: int) -> str | None:
        """The issuer or the body named last, by the kinds of bodies that have such posts."""
        post = self._linker.posts[index]
        head = post.keys[0][-1]
        kinds = _BODIES.get(head, [])
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
        memory = 1 if head in _OUTSIDE else _MEMORY
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
        if body := self.described(draft):
            return body
        first = linker.names[draft.names[0]]
        if first.rule.lower().startswith(("after photo", "after credit")):
            return None
        if self.contacts.line(first.passage) or first.rule.lower().endswith("charge"):
            return self.contacts.unit_of(first) or self.contacts.below(first)
        return self.in_row(first) or self.contacts.below(first)

    def described(self, draft: Draft) -> str | None:
        """The body that stands beside one of a person's names."""
        linker = self._linker
        for index in draft.names:
            name = linker.names[index]
            around = Descriptions(linker.sheets[name.passage], linker.abbreviations)
            aged = _AGED.match(linker.texts[name.passage], name.end) is not None
            if (stated := around.of_person(name)) and stated.name and self._is_body(stated.name, home=aged):
                bare = stated.name.lower()
                known = self._earlier.of_kind_named(name.passage, name.start, bare) if bare in NOUNS else None
                # "a researcher at the Foundation": at the one that was named last
                return known or stated.name
            if (kind := around.kind_of_place(name)) and (
                known := self._earlier.of_kind_named(name.passage, name.start, kind)
                or (self._earlier.of_kinds(name.passage, name.start, _BODIES["ceo"]) if kind in PREMISES else None)
            ):
                return known
        return None

    def _is_body(self, name: str, *, home: bool) -> bool:
        """Whether what stands behind somebody's "of" is a body: no country, no place, and no word that may be a town.

        A single word ("Tak of Samhan") is one where the model calls it an organisation, or it is written in capitals;
        with `home`, behind somebody's age, it is where he lives.
        """
        words = words_of(name)
        if name.lower() in _NO_BODY or all(map(place, words)):
            return False
        if len(words) > 1 or acronym(words[0]) or words[0].low in NOUNS or name in self._linker.abbreviations:
            return True
        return not home and name in self._organised

    @cached_property
    def _organised(self) -> frozenset[str]:
        """What the model calls an organisation in the release."""
        context = self._linker.context
        return frozenset(
            passage.text[entity.start : entity.end]
            for passage, entities in zip(context.passages, context.entities, strict=True)
            for entity in entities
            if entity.label == "ORG"
        )
