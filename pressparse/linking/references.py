"""What the words beside a post point back to: "its director", "the journal's editor", "museum director Tak Bo-mi"."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pressparse.linking.earlier import Earlier, of_kind
from pressparse.mentions import Post
from pressparse.vocabulary import NOUNS, place
from pressparse.words import words_of

if TYPE_CHECKING:
    from pressparse.linking.release import Linker

_OWNER = re.compile(r"\b[Tt]he ([A-Z][a-z]+)'s $")
_COMPANY = re.compile(
    r"\b(?:the|this) (?:company|firm|startup|manufacturer|developer|shipbuilder|retailer)'s (?:[a-z]+ )?$", re.I
)
_POINTING = re.compile(r",? (?:of|at|from) (?:the|this|that) (?:same |said )?([a-z]{3,16})\b(?! [a-z]{0,20} ?of )")
_POINTED = NOUNS - {"state", "government"}
_HEADED = {"ceo", "director", "founder", "owner", "president", "chair", "executive", "manager"}
_FIRST = 6
"""Passages in which somebody announces what a release says."""
_ANNOUNCED = re.compile(
    r"(?:[A-Z][A-Za-z .,]{2,40}\d{0,2}(?:, \d{4})? ?(?:--?|–|—) ?)?(?:The )?"
    r"([A-Z][\w&'-]*(?: (?:of |for |and |the |de )?[A-Z][\w&'-]*){0,6}),?(?: \([A-Z]\w{1,9}\),?)?(?: today| on \w+day)?"
    r" (?:has |have )?(?:announced|said|named|appointed|unveiled|launched|opened|signed)\b"
)
_PUBLISHED = re.compile(
    r"\b(?:published|appeared|appears|featured|released)\b[^.;]{0,80}? in (?:the )?(?:[a-z]{4,16} ){0,3}['\"]?"
    r"([A-Z][a-z]+(?: (?:of |in |on |and |& |the ){0,2}[A-Z][a-z]+){0,5})"
)
_BACK = 20
"""Passages back in which a journal is named."""
_KIND_BEFORE = re.compile(r"(?<![\w-])([a-z]{4,12}) $")
_KINDS_BEFORE = frozenset(
    "museum university hospital institute foundation school bank gallery college association".split()
)
_NEAR = 600
"""Code points before a coach among which the team is named."""
_TEAM = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w-]{1,20} ){0,3}(?:national |men's |women's |junior |senior |university |county |city )"
    r"{0,3}(?:[a-z-]{3,12} ){0,2}team)\b"
)
_POSSESSIVES = (" its ", " whose ", "Its ")


class References:
    """Knows which of the bodies that a release has named the words beside a post mean; `issuer` is its issuer."""

    def __init__(self, linker: Linker, earlier: Earlier, issuer: str | None) -> None:
        self._linker, self._earlier, self._issuer = linker, earlier, issuer

    def meant(self, index: int) -> tuple[bool, str | None]:
        """Whether words beside a post point to a body, and to which."""
        post = self._linker.posts[index]
        text = self._linker.texts[post.passage]
        known = self._pointed(index) or self._owner(post) or self._journal(post)
        if text.endswith(_POSSESSIVES, 0, post.start):
            # "its Managing Director"
            return True, self._earlier.introduced(post) or known or self._firm(post)
        if known:
            return True, known
        if owner := _COMPANY.search(text, max(post.start - 24, 0), post.start):
            return True, self._earlier.firm(post, owner.start(), self._issuer)
        if post.keys[0][-1] == "coach" and (team := self._team(post)):
            return True, team
        kind = self._kind_before(post)
        return kind is not None, kind

    def _pointed(self, index: int) -> str | None:
        """The body, named before, that a word behind a post and its holder points to: "Principal Tak of the school"."""
        linker, post = self._linker, self._linker.posts[index]
        name = linker.names[linker.held[index]] if index in linker.held else None
        end = max(post.end, name.end) if name is not None and name.passage == post.passage else post.end
        kind = _POINTING.match(linker.texts[post.passage], end)
        known = kind is not None and kind[1] in _POINTED
        return self._earlier.of_kind_named(post.passage, post.start, kind[1]) if kind and known else None

    def _owner(self, post: Post) -> str | None:
        """The body whose post it is: "the Foundation's Chairperson", ", Jeju Hospital said, its director added"."""
        text = self._linker.texts[post.passage]
        if text.endswith(_POSSESSIVES, 0, post.start):
            return next(iter(self._earlier.before(post.passage, post)), None)
        owner = _OWNER.search(text, max(post.start - 24, 0), post.start)
        return self._earlier.of_kind_named(post.passage, post.start, owner[1].lower()) if owner else None

    def _team(self, post: Post) -> str | None:
        """The team that is named last before its coach: "The national judo team arrived. Head coach Tak"."""
        for passage in range(post.passage, max(post.passage - 2, -1), -1):
            text = self._linker.texts[passage]
            end = post.start if passage == post.passage else len(text)
            found = _TEAM.findall(text, max(end - _NEAR, 0), end)
            if found:
                return str(found[-1])
        return None

    def _firm(self, post: Post) -> str | None:
        return self._earlier.firm(post, post.start, self._issuer) if _HEADED & set(post.keys[0]) else None

    def _kind_before(self, post: Post) -> str | None:
        """The body whose kind stands small before a post: "museum director Tak Bo-mi"."""
        text = self._linker.texts[post.passage]
        found = _KIND_BEFORE.search(text, max(post.start - 16, 0), post.start)
        kind = found[1] if found and post.role[0].islower() else ""
        if kind not in _KINDS_BEFORE:
            return None
        own = of_kind(self._issuer or "", [kind])
        return self._issuer if own else self._earlier.of_kind_named(post.passage, post.start, kind)

    def _journal(self, post: Post) -> str | None:
        """The journal in which something is published, for "editor-in-chief of the journal", "the journal's editor"."""
        text = self._linker.texts[post.passage]
        if "editor" not in post.keys[0]:
            return None
        told = text.startswith(" of the journal", post.end) or text.endswith("journal's ", 0, post.start)
        near = self._linker.texts[max(post.passage - _BACK, 0) : post.passage + 1] if told else ()
        found = map(_PUBLISHED.search, near)
        return next((match[1] for match in found if match), None)

    def announced(self, post: Post) -> str | None:
        """Whoever announces what the release says, for one of its heads, where nothing names the issuer."""
        return self._announcer if not self._issuer and _HEADED & set(post.keys[0]) else None

    @cached_property
    def _announcer(self) -> str | None:
        """Whoever announces what the release says, where nothing names its issuer: "Haedam Kelp said Friday"."""
        found = filter(None, map(_ANNOUNCED.match, self._linker.texts[:_FIRST]))
        return next((match[1] for match in found if not place(words_of(match[1])[0])), None)
