"""The linking of one release: holders, persons, bare titles, bodies, and the records made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from pressparse.abbreviations import introduced
from pressparse.context import Context
from pressparse.linking.affiliations import Surroundings
from pressparse.linking.antecedents import Antecedents
from pressparse.linking.before import Stated
from pressparse.linking.bodies import Bodies
from pressparse.linking.holders import Holders
from pressparse.linking.offices import initials, same_office
from pressparse.linking.persons import Draft, Grouping, fullness
from pressparse.linking.sheets import Sheet
from pressparse.linking.times import time_before
from pressparse.mentions import Name, Post
from pressparse.records import Evidence, Person, Title

# "Director Tak (ext. 1234) or Deputy Director Pyo"
_AND = re.compile(r"(?: \([^()]{0,40}\))? (?:and|or|/) ")
_LISTED_NEXT = re.compile(r"\)(?:,|,? and|,? &) ")
_LISTED = 12
"""Posts in brackets behind one another at most, of people of one body."""
_OPENING = 20_000
_BETWEEN = 60
"""Characters between a name and the next post at most: a bound on what is looked at."""


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
        self.drafts = Grouping(names, self.texts, beside, self.agree, lambda post: self.posts[post].office).persons()
        self.owner = {name: draft for draft in self.drafts for name in draft.names}
        self.holder: dict[int, Draft] = {post: self.owner[name] for post, name in held.items() if name in self.owner}
        self.alone = Antecedents(self).resolve()
        self.bodies = Bodies(self)

    def agree(self, post: int, draft: Draft) -> bool:
        """Whether a post can be one of those that a person is known to hold."""
        return any(
            same_office(self.posts[post], self.posts[other], self.abbreviations) for other in draft.offices.values()
        )

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
        return found or self._stated_behind(index, name) or self._stated_bracketed(index)

    def _stated_bracketed(self, index: int) -> Stated | None:
        """As in "Tak (Captain) and Pyo (Sergeant) of the Salt Station": the body behind a list of posts in brackets."""
        for last in range(index, min(index + _LISTED, len(self.posts) - 1)):
            post, following, after = self.posts[last], self.posts[last + 1], last + 1
            if after not in self.held or last not in self.held or post.passage != following.passage:
                return None
            text, holder = self.texts[post.passage], self.names[self.held[after]]
            near = 0 < holder.start - post.end < _BETWEEN and holder.passage == post.passage
            if not near or not _LISTED_NEXT.fullmatch(text, post.end, holder.start) or following.organization:
                return None
            if text.startswith(") of ", following.end):
                return Surroundings(self.sheets[post.passage], self.abbreviations).stated(following, holder)
        return None

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
