"""The linking of one release: holders, persons, bare titles, bodies, and the records made of them."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from pressparse.abbreviations import introduced
from pressparse.context import Context
from pressparse.linking.affiliations import Surroundings
from pressparse.linking.before import Stated
from pressparse.linking.bodies import Bodies
from pressparse.linking.holders import Holders
from pressparse.linking.offices import initials, same_body, same_office
from pressparse.linking.persons import Draft, Grouping, fullness
from pressparse.linking.sheets import Sheet
from pressparse.linking.times import time_before
from pressparse.mentions import Name, Post
from pressparse.records import Evidence, Person, Title
from pressparse.vocabulary import COUNTRIES

# "Director Tak (ext. 1234) or Deputy Director Pyo"
_AND = re.compile(r"(?: \([^()]{0,40}\))? (?:and|or|/) ")
_OPENING = 20_000
_BETWEEN = 60
"""Characters between a name and the next post at most: a bound on what is looked at."""
_NAMED_LATER = 40
"""Holders of one kind of post among whom a headline's is looked for: the first that the release names."""
# Kinds of bodies whose releases call their own president "the President".
_PRESIDED = {"university", "institute", "college", "academy", "hospital", "foundation", "association", "bank"}
_HEADS_OF_STATE = {("president",), ("prime", "minister"), ("king",), ("queen",), ("emperor",), ("pope",)}


class Linker:
    """Links what the extractors of people and posts found in one release."""

    def __init__(self, context: Context, names: Sequence[Name], posts: Sequence[Post]) -> None:
        self.context, self.names = context, names
        self.texts = [passage.text for passage in context.passages]
        self.abbreviations = introduced(context.passages)
        if issuer := context.outline.issuer:
            # "KFTC" needs no introduction in a release of the Korea Fair Trade Commission.
            self.abbreviations.setdefault(initials(issuer), issuer)
        self.opening = "\n".join(self.texts)[:_OPENING]
        """The beginning of the release, in which bodies are named in full."""
        self.rows = list(_rows(context))
        """The number of the source line that each passage begins on."""
        holders = Holders(posts, names, self.texts, self.rows)
        self.posts, held = holders.link()
        self._lasts = holders.lasts
        beside: dict[int, list[int]] = {}
        for post, name in held.items():
            beside.setdefault(name, []).append(post)
        self.held = held
        self._stated: dict[int, Stated | None] = {}
        self.drafts = Grouping(names, self.texts, beside, self._agree, lambda post: self.posts[post].office).persons()
        self.owner = {name: draft for draft in self.drafts for name in draft.names}
        self.holder: dict[int, Draft] = {post: self.owner[name] for post, name in held.items() if name in self.owner}
        self._resolve()
        self.bodies = Bodies(self)

    def _agree(self, post: int, draft: Draft) -> bool:
        return any(
            same_office(self.posts[post], self.posts[other], self.abbreviations) for other in draft.offices.values()
        )

    def _resolve(self) -> None:
        """Give each post that stands alone the person it stands for: the nearest one before it that holds that post."""
        self.alone: set[int] = set()
        last: dict[str, list[tuple[int, Draft]]] = {}
        order = sorted(
            [(n.passage, n.start, 0, i) for i, n in enumerate(self.names)]
            + [(p.passage, p.start, 1, i) for i, p in enumerate(self.posts)]
        )
        for _, _, kind, index in order:
            if kind == 0 and index in self.owner:
                self._seen(last, self.owner[index])
            elif kind == 1 and index not in self.holder:
                draft = self._stands_for(index, last)
                if draft is not None:
                    self.holder[index] = draft
                    self._seen(last, draft)
        for index, post in enumerate(self.posts):
            # "the mayor will come" names nobody; "the head of the AI Bureau" is one office-holder.
            single = post.definite or post.topics or post.keys[0] in _HEADS_OF_STATE
            capital = self.texts[post.passage][post.start].isupper()
            named = post.organization is not None or (single and capital)
            if index not in self.holder and post.standing and named:
                self.alone.add(index)

    def _heads(self, post: Post) -> bool:
        """Whether a post stands in a headline: "Commissioner meets envoys" above the text that names him."""
        node = self.context.outline.nodes.get(self.context.passages[post.passage].node)
        return node is not None and node.part in {"title", "subtitle"} and post.role[0].isupper()

    def _seen(self, last: dict[str, list[tuple[int, Draft]]], draft: Draft) -> None:
        for head in {key[-1] for post in draft.offices.values() for key in self.posts[post].keys}:
            recent = last.setdefault(head, [])
            recent[:] = [*[entry for entry in recent if entry[1] is not draft][-7:], (len(recent), draft)]

    def _stands_for(self, index: int, last: dict[str, list[tuple[int, Draft]]]) -> Draft | None:
        post = self.posts[index]
        if not (post.standing or post.definite):
            return None
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
        if len(able) > 1 and not post.country and post.organization is None and (own := self._own(able, post)):
            # In a ministry's release "the Minister" is its own, whoever was his guest.
            return own
        return able[0] if able else None

    def _known_of(self, draft: Draft, country: str) -> bool:
        """Whether the text says of a person's post that it is held for a country."""
        if any(self._of_country(index, country) for index in draft.offices.values()):
            return True
        told = (self.stated(index) for index in list(draft.offices.values())[:4])
        return any(stated is not None and stated.country == country for stated in told)

    def _own(self, able: Sequence[Draft], post: Post) -> Draft | None:
        """The first of those who can hold a post that holds it at the issuer."""
        issuer = self.context.outline.issuer
        if not issuer or post.keys[0][-1] not in {"minister", "commissioner", "administrator", "mayor", "governor"}:
            return None
        for draft in able[:_NAMED_LATER]:
            known = [self.posts[i] for i in draft.offices.values()]
            if any(p.country or not same_body(p.organization, issuer, self.abbreviations) for p in known):
                continue
            if all(self.names[i].korean or self.names[i].short for i in draft.names[:3]):
                return draft
        return None

    @cached_property
    def _later(self) -> dict[str, list[Draft]]:
        found: dict[str, list[Draft]] = {}
        for draft in self.drafts:
            for head in {key[-1] for post in draft.offices.values() for key in self.posts[post].keys}:
                found.setdefault(head, []).append(draft)
        return found

    def _could_hold(self, index: int, draft: Draft) -> bool:
        post = self.posts[index]
        if not self._agree(index, draft) or self._elsewhere(index, draft):
            return False
        if post.country and not self._known_of(draft, post.country):
            return False
        # "the President" of a release about an institute's president may be the head of state.
        bare = post.organization is None and not post.topics and post.keys[0] in _HEADS_OF_STATE
        return not bare or self._same_breath(post, draft) or self._of_issuer(post, draft)

    def _of_issuer(self, post: Post, draft: Draft) -> bool:
        """Whether "the President" in a university's release can be its own, who was named before."""
        issuer = self.context.outline.issuer or ""
        if not _PRESIDED & set(issuer.lower().split()) or post.keys[0] != ("president",):
            return False
        own = [self.posts[i] for i in draft.offices.values() if self.posts[i].keys[0] == post.keys[0]]
        return any(not p.country and same_body(p.organization, issuer, self.abbreviations) for p in own)

    def _of_country(self, index: int, country: str) -> bool:
        """Whether a post is held in a country, as its phrase or its body's name says."""
        post = self.posts[index]
        return (
            post.country == country
            or (post.organization or post.role).endswith(f" {country}")
            or (post.organization == country)
        )

    def _elsewhere(self, index: int, draft: Draft) -> bool:
        """Whether a post with a body is said of somebody whose post of that kind is stated to be at another."""
        post = self.posts[index]
        if post.organization is None:
            return False
        same = [i for i in draft.offices.values() if self.posts[i].keys[0][-1] == post.keys[0][-1]]
        bodies = [self.posts[i].organization or ((s := self.stated(i)) and s.name) for i in same[:4]]
        known = [body for body in bodies if body]
        return bool(known) and not any(same_body(b, post.organization, self.abbreviations) for b in known)

    def _same_breath(self, post: Post, draft: Draft) -> bool:
        at = bisect(draft.names, (post.passage, post.start), key=lambda i: (self.names[i].passage, self.names[i].start))
        return at > 0 and post.passage - self.names[draft.names[at - 1]].passage <= 2

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The passages' words, with the names and posts in each."""
        names: dict[int, list[Name]] = {}
        posts: dict[int, list[Post]] = {}
        for name in self.names:
            names.setdefault(name.passage, []).append(name)
        for post in self.posts:
            posts.setdefault(post.passage, []).append(post)
        return [Sheet(text, names.get(i, []), posts.get(i, [])) for i, text in enumerate(self.texts)]

    def stated(self, index: int) -> Stated | None:
        """The body stated beside a post."""
        if index not in self._stated:
            self._stated[index] = self._stated_beside(index)
        return self._stated[index]

    def _stated_beside(self, index: int) -> Stated | None:
        post = self.posts[index]
        name = self.names[self.held[index]] if index in self.held else None
        if name is not None and name.passage != post.passage:
            # In another cell of the row.
            name = None
        around = Surroundings(self.sheets[post.passage], self.abbreviations)
        found = around.stated(post, name)
        if found is None and index in self._lasts:
            # "Directors Tak Bo-mi and Pyo Gi-ung of the Salt Bureau"
            found = around.stated(post, self.names[self._lasts[index]])
        return found or self._stated_behind(index, name)

    def _stated_behind(self, index: int, name: Name | None) -> Stated | None:
        """As in "President Tak and Vice President Pyo of the Salt Institute": the body of two posts of one kind."""
        post, after = self.posts[index], index + 1
        if name is None or after >= len(self.posts) or after not in self.held or post.organization:
            return None
        other = self.posts[after]
        between = self.texts[post.passage][name.end : other.start] if other.passage == post.passage else ""
        joined = len(between) < _BETWEEN and _AND.fullmatch(between)
        holder = self.names[self.held[after]]
        same = other.keys[0][-1] == post.keys[0][-1] and not (other.organization or other.shared)
        if not joined or not same or not post.end <= name.start or not other.end <= holder.start:
            return None
        return Surroundings(self.sheets[post.passage], self.abbreviations).behind(holder)

    def records(self) -> tuple[list[Person], list[Title]]:
        """The records, in document order."""
        ids = {id(draft): f"p{number}" for number, draft in enumerate(self.drafts, start=1)}
        people = [self._person(draft, ids[id(draft)]) for draft in self.drafts]
        titles = list(self._titles(ids))
        return people, titles

    def _person(self, draft: Draft, key: str) -> Person:
        passages = self.context.passages
        names = [self.names[i] for i in draft.names]
        spellings = [self.texts[n.passage][n.start : n.end] for n in names]
        name = max(spellings, key=fullness)
        title, organization = self.bodies.post_of(draft)
        rules = list(dict.fromkeys(n.rule for n in names))
        evidence = (
            Evidence(rule="; ".join(rules), words=[self._words(i) for i in draft.posts])
            if self.context.options.evidence
            else None
        )
        return Person(
            id=key, name=name, title=title, organization=organization,
            mentions=[self.context.mention(passages[n.passage], n.start, n.end) for n in names], evidence=evidence,
        )  # fmt: skip

    def _words(self, index: int) -> str:
        post = self.posts[index]
        return self.texts[post.passage][post.start : post.end]

    def _titles(self, ids: dict[int, str]) -> Iterable[Title]:
        explained = self.context.options.evidence
        for index, post in enumerate(self.posts):
            # The post of several people is one title, of the first of them.
            further = post.shared and index > 0 and self.posts[index - 1] is post
            if (index not in self.holder and index not in self.alone) or further:
                continue
            draft = self.holder.get(index)
            time = time_before(self.texts[post.passage], post)
            span = self.context.mention(self.context.passages[post.passage], post.start - len(time), post.end)
            how = (
                "beside a name"
                if index in self.held
                else "stands for a person named elsewhere"
                if draft
                else "stands alone"
            )
            yield Title(
                text=span.text, start=span.start, end=span.end, node=span.node, role=f"{time}{post.role}",
                organization=self.bodies.of_title(index, draft), person=ids[id(draft)] if draft else None,
                evidence=Evidence(rule=f"{post.rule}; {how}", words=[post.role]) if explained else None,
            )  # fmt: skip


def _rows(context: Context) -> Iterator[int]:
    """The number of the source line that each passage begins on: the cells of a table row have the same."""
    line = reached = 0
    for passage in context.passages:
        start = passage.offsets[0]
        line += context.source.text.count("\n", reached, start)
        reached = max(start, reached)
        yield line
