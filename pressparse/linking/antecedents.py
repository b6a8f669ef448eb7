"""The person for whom a post stands that has no name beside it: "the Minister", "the head of the Reef Bureau"."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pressparse.linking.offices import same_body
from pressparse.mentions import Post
from pressparse.vocabulary import COUNTRIES

if TYPE_CHECKING:
    from pressparse.linking.persons import Draft
    from pressparse.linking.release import Linker

_NAMED_LATER = 40
"""Holders of one kind of post among whom a headline's is looked for: the first that the release names."""
# Kinds of bodies whose releases call their own president "the President".
_PRESIDED = frozenset(
    "university institute college academy hospital foundation association bank corporation federation union society "
    "museum".split()
)
_HEADING = {"director", "head", "chief", "chair", "president", "manager", "administrator", "commissioner", "general"}
_HEADS = re.compile(
    r",? who (?:has |now |currently )?(?:heads|leads|directs|runs|manages|chairs|headed|led) (?:the )?[A-Z]"
)
_HEADS_OF_STATE = {("president",), ("prime", "minister"), ("king",), ("queen",), ("emperor",), ("pope",)}


class Antecedents:
    """Knows who of a release's people can hold a post that stands alone."""

    def __init__(self, linker: Linker) -> None:
        self._linker, self._posts = linker, linker.posts

    def resolve(self) -> set[int]:
        """Give each post that stands alone the person it stands for: the nearest one before it that holds that post.

        The indices come out of those posts that are said of an office-holder whom the release does not name.
        """
        alone: set[int] = set()
        last: dict[str, list[tuple[int, Draft]]] = {}
        order = sorted(
            [(n.passage, n.start, 0, i) for i, n in enumerate(self._linker.names)]
            + [(p.passage, p.start, 1, i) for i, p in enumerate(self._posts)]
        )
        for _, _, kind, index in order:
            if kind == 0 and index in self._linker.owner:
                self._seen(last, self._linker.owner[index])
            elif kind == 1 and index not in self._linker.holder:
                draft = self._stands_for(index, last)
                if draft is not None:
                    self._linker.holder[index] = draft
                    self._seen(last, draft)
        for index, post in enumerate(self._posts):
            # "the mayor will come" names nobody; "the head of the AI Bureau" is one office-holder.
            single = post.definite or post.topics or post.keys[0] in _HEADS_OF_STATE
            capital = self._linker.texts[post.passage][post.start].isupper()
            named = post.organization is not None or (single and capital)
            if index not in self._linker.holder and post.standing and named:
                alone.add(index)
        return alone

    def _heads(self, post: Post) -> bool:
        """Whether a post stands in a headline: "Commissioner meets envoys" above the text that names him."""
        node = self._linker.context.outline.nodes.get(self._linker.context.passages[post.passage].node)
        return node is not None and node.part in {"title", "subtitle"} and post.role[0].isupper()

    def _seen(self, last: dict[str, list[tuple[int, Draft]]], draft: Draft) -> None:
        for head in {key[-1] for post in draft.offices.values() for key in self._posts[post].keys}:
            recent = last.setdefault(head, [])
            recent[:] = [*[entry for entry in recent if entry[1] is not draft][-7:], (len(recent), draft)]

    def _stands_for(self, index: int, last: dict[str, list[tuple[int, Draft]]]) -> Draft | None:
        post = self._posts[index]
        if not (post.standing or post.definite):
            return None
        if post.keys[0][-1] in _HEADING and not (post.topics or post.organization) and (head := self._described(post)):
            return head
        able = [draft for _, draft in reversed(last.get(post.keys[0][-1], [])) if self._could_hold(index, draft)]
        if not able and (post.organization or self._heads(post)):
            # "Busan Mayor heads for Paris": a headline names the post before anybody is named.
            able = [
                draft
                for draft in self._later.get(post.keys[0][-1], [])[:_NAMED_LATER]
                if self._could_hold(index, draft)
            ]
        country = post.country or (post.organization if (post.organization or "").lower() in COUNTRIES else None)
        if country and able:
            # "the Norwegian Minister", "the Minister of Norway": the one who is told to be of Norway.
            return next((draft for draft in able if self._known_of(draft, country)), able[0])
        if len(able) > 1 and not (post.country or post.topics or post.organization) and (own := self._own(able, post)):
            # In a ministry's release "the Minister" is its own, whoever was his guest.
            return own
        return able[0] if able else None

    def _described(self, post: Post) -> Draft | None:
        """Whoever was named last, with a body that she heads: "Tak Bo-mi, who leads the Salt Center"."""
        names, linker = self._linker.names, self._linker
        at = bisect_left(names, (post.passage, post.start), key=lambda name: (name.passage, name.start)) - 1
        if at < 0 or post.passage - names[at].passage > 1 or (draft := linker.owner.get(at)) is None or draft.posts:
            return None
        return draft if _HEADS.match(linker.texts[names[at].passage], names[at].end) else None

    def _known_of(self, draft: Draft, country: str) -> bool:
        """Whether the text says of a person's post that it is held for a country."""
        if any(self._of_country(index, country) for index in draft.offices.values()):
            return True
        told = (self._linker.stated(index) for index in list(draft.offices.values())[:4])
        return any(stated is not None and stated.country == country for stated in told)

    def _own(self, able: Sequence[Draft], post: Post) -> Draft | None:
        """The first of those who can hold a post that holds it at the issuer."""
        issuer = self._linker.context.outline.issuer
        if not issuer or post.keys[0][-1] not in {"minister", "commissioner", "administrator", "mayor", "governor"}:
            return None
        for draft in able[:_NAMED_LATER]:
            known = [self._posts[i] for i in draft.offices.values()]
            if any(p.country or not same_body(p.organization, issuer, self._linker.abbreviations) for p in known):
                continue
            names = [self._linker.names[i] for i in draft.names[:3]]
            if all(name.korean or name.short for name in names) or any(self._of_field(p, issuer) for p in known):
                return draft
        return None

    def _of_field(self, post: Post, issuer: str) -> bool:
        """Whether the issuer is of a post's field: the "Minister of Reefs" in a release of a Ministry of Reefs."""
        return bool(post.topics) and post.topics <= set(re.findall(r"\w+", issuer.lower()))

    @cached_property
    def _later(self) -> dict[str, list[Draft]]:
        found: dict[str, list[Draft]] = {}
        for draft in self._linker.drafts:
            for head in {key[-1] for post in draft.offices.values() for key in self._posts[post].keys}:
                found.setdefault(head, []).append(draft)
        return found

    def _could_hold(self, index: int, draft: Draft) -> bool:
        post = self._posts[index]
        if not self._linker.agree(index, draft) or self._elsewhere(index, draft):
            return False
        if post.country and not self._known_of(draft, post.country):
            return False
        # "the President" of a release about an institute's president may be the head of state.
        bare = post.organization is None and not post.topics and post.keys[0] in _HEADS_OF_STATE
        return not bare or self._same_breath(post, draft) or self._of_issuer(post, draft)

    def _of_issuer(self, post: Post, draft: Draft) -> bool:
        """Whether "the President" in a university's release can be its own, who was named before."""
        issuer = self._linker.context.outline.issuer or ""
        if not _PRESIDED & set(issuer.lower().split()) or post.keys[0] != ("president",):
            return False
        own = [self._posts[i] for i in draft.offices.values() if self._posts[i].keys[0] == post.keys[0]]
        return any(not p.country and same_body(p.organization, issuer, self._linker.abbreviations) for p in own)

    def _of_country(self, index: int, country: str) -> bool:
        """Whether a post is held in a country, as its phrase or its body's name says."""
        post = self._posts[index]
        return (
            post.country == country
            or (post.organization or post.role).endswith(f" {country}")
            or (post.organization == country)
        )

    def _elsewhere(self, index: int, draft: Draft) -> bool:
        """Whether a post with a body is said of somebody whose post of that kind is stated to be at another."""
        post = self._posts[index]
        if post.organization is None:
            return False
        same = [i for i in draft.offices.values() if self._posts[i].keys[0][-1] == post.keys[0][-1]]
        bodies = [self._posts[i].organization or ((s := self._linker.stated(i)) and s.name) for i in same[:4]]
        known = [body for body in bodies if body]
        return bool(known) and not any(same_body(b, post.organization, self._linker.abbreviations) for b in known)

    def _same_breath(self, post: Post, draft: Draft) -> bool:
        names = self._linker.names
        at = bisect(draft.names, (post.passage, post.start), key=lambda i: (names[i].passage, names[i].start))
        return at > 0 and post.passage - names[draft.names[at - 1]].passage <= 2
