"""Which name a post belongs to, by where the two stand: "Minister Kim", "Kim, Minister", "Kim (Minister)"."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from pressparse import lexicons
from pressparse.linking import between
from pressparse.mentions import Name, Post

_CELLS = 4
"""Cells of a table row between a post and its holder, with the holder's."""
_RANKS = frozenset(lexicons.load("offices")["held"]["ranks"])
_NEAR = 80
"""Characters between a post and a name beside it at most: a bound on what is looked at."""


class Holders:
    """The names beside the posts of a release. `texts` are its passages, `rows` tell
    which of them are cells of one row.
    """

    def __init__(self, posts: Sequence[Post], names: Sequence[Name], texts: Sequence[str], rows: Sequence[int]) -> None:
        self._posts, self._names, self._texts, self._rows = posts, names, texts, rows
        self.lasts: dict[int, int] = {}
        """For the posts that `link` returned, where several share one: the last of those names."""
        self._with_posts = {post.passage for post in posts if self._opens(post)}
        self._in_passage: dict[int, list[int]] = {}
        for index, name in enumerate(names):
            self._in_passage.setdefault(name.passage, []).append(index)
        self._starts = {
            passage: [names[index].start for index in indices] for passage, indices in self._in_passage.items()
        }

    def link(self) -> tuple[list[Post], dict[int, int]]:
        """The posts, two that one person holds made one, and the name's index for each post with a holder beside it."""
        ahead = self._ahead()
        claimed = set(ahead.values())
        kept: list[Post] = []
        held: dict[int, int] = {}
        for index, post in enumerate(self._posts):
            holder = self._holder(post, ahead.get(index))
            last = len(kept) - 1
            if post.shared:
                sharers = self._sharers(post, holder)
                for name in sharers:
                    held[len(kept)], self.lasts[len(kept)] = name, sharers[-1]
                    kept.append(post)
                continue
            if holder is None and last in held:
                if held[last] not in claimed and self._joins(kept[last], post):
                    kept[last] = _joined(kept[last], post, self._texts[post.passage])
                    continue
                holder = held[last] if self._also(kept[last], post) else None
            elif holder is not None and kept and last not in held and self._twofold(kept[last], post):
                kept[last], held[last] = _joined(kept[last], post, self._texts[post.passage], whole=True), holder
                continue
            if holder is not None:
                held[len(kept)] = holder
            kept.append(post)
        return kept, held

    def _holder(self, post: Post, ahead: int | None) -> int | None:
        """The name beside a post: the one `ahead` of it, else one before it, behind a comma, or in another cell."""
        if ahead is not None:
            return ahead
        for found in (
            self._before(post),
            self._behind(post, between.AFTER_COMMA, rule="after a post and a comma"),
            self._behind(post, between.APPOSED) if post.organization else None,
            self._in_commas(post),
            self._in_next_cell(post),
            self._on_line_above(post),
            self._on_line_below(post),
        ):
            if found is not None:
                return found
        return None

    def _sharers(self, post: Post, first: int | None) -> list[int]:
        """The names of those who share a post, in their order; none where it is but one, who shares with nobody."""
        if first is None:
            return []
        found, text = [first], self._texts[post.passage]
        while (following := found[-1] + 1) < len(self._names) and self._names[following].passage == post.passage:
            end, start = self._names[found[-1]].end, self._names[following].start
            joint = between.NEXT.fullmatch(text, end, start) if start - end <= _NEAR else None
            if joint is None:
                break
            found.append(following)
            if joint[1] != ",":
                break
        return found if len(found) > 1 else []

    def _ahead(self) -> dict[int, int]:
        """The names right behind posts; of two posts in a row ("Minister of Energy Prince Ali") both have the name."""
        found: dict[int, int] = {}
        for index in range(len(self._posts) - 1, -1, -1):
            post = self._posts[index]
            holder = self._behind(post, between.FORWARD)
            following = self._posts[index + 1] if index + 1 in found else None
            row = following is not None and following.passage == post.passage
            if holder is None and row and self._of_one(post, self._posts[index + 1]):
                holder = found[index + 1]
            if holder is not None:
                found[index] = holder
        return found

    def _of_one(self, post: Post, following: Post) -> bool:
        """Whether two posts before a name are one person's: "Minister of Energy Prince Ali"."""
        text = self._texts[post.passage]
        between_them = text[post.end : following.start]
        if between_them == ", " and text.endswith(("The ", "the ", "'s "), 0, post.start):
            # "the department's Chief Scientific Adviser, Professor Ida Marsh"
            return following.organization is None and {w for key in following.keys for w in key} <= _RANKS
        return between_them == " "

    def _behind(self, post: Post, between: re.Pattern[str], rule: str | None = None) -> int | None:
        """The next name behind the post, where `between` is all that stands before it."""
        at = bisect(self._starts.get(post.passage, ()), post.end)
        if at == len(self._starts.get(post.passage, ())):
            return None
        index = self._in_passage[post.passage][at]
        name = self._names[index]
        near = name.start - post.end < _NEAR and (rule is None or name.rule == rule)
        return index if near and between.fullmatch(self._texts[post.passage], post.end, name.start) else None

    def _in_commas(self, post: Post) -> int | None:
        """The name between commas behind a post with an article: "The Minister for Ports, Ann Field, met"."""
        text = self._texts[post.passage]
        led = text.endswith(("The ", "the ", "'s "), 0, post.start) and (post.topics or post.organization)
        found = self._behind(post, between.COMMA) if led else None
        if found is None:
            return None
        closing = between.CLOSING.match(text, self._names[found].end)
        following = self._names[found + 1] if found + 1 < len(self._names) else None
        if closing is None or following is None or following.passage != post.passage:
            return found if closing else None
        near = following.start - closing.end() < _NEAR
        # "the Minister, Ann Field, Tom Webb and": a list
        return None if near and between.LISTED.fullmatch(text, closing.end(), following.start) else found

    def _before(self, post: Post) -> int | None:
        """The name right before the post, in apposition or before a bracket."""
        at = bisect(self._starts.get(post.passage, ()), post.start)
        if not at:
            return self._in_cell_before(post)
        best = self._in_passage[post.passage][at - 1]
        end = self._names[best].end
        text = self._texts[post.passage]
        # "Tak Bo-mi, the Prime Minister's envoy" is somebody else's.
        owns = text.startswith("'s ", post.end) and text.endswith(post.role, post.start, post.end)
        if owns or not 0 <= post.start - end < 2 * _NEAR:
            return None
        if self._names[best].korean and text[end : post.start] == " ":
            # "Tak Bo-mi curator": a Korean's post stands behind the name.
            return best
        told = any(
            form.fullmatch(text, end, post.start)
            for form in (between.BACKWARD, between.IN_BRACKET, between.PRONOUN, between.MADE, between.APPOINTED)
        )
        if at > 1 and between.AS.fullmatch(text, end, post.start):
            first = self._in_passage[post.passage][at - 2]
            if between.SUCCEEDS.fullmatch(text, self._names[first].end, self._names[best].start):
                return first
        return best if told else None

    def _on_line_above(self, post: Post) -> int | None:
        """As in "Goh Jun Wei (Mr)" and "Director, Harbour Division" on the line below."""
        named = self._in_passage.get(post.passage - 1, ())
        if post.start != 0 or len(named) != 1:
            return None
        name, text = self._names[named[0]], self._texts[post.passage - 1]
        return named[0] if name.start == 0 and between.ALONE.fullmatch(text, name.end) else None

    def _on_line_below(self, post: Post) -> int | None:
        """As in "Head of Press Relations Bureau" and "Tak Bo-mi – 021 555 110 22" on the line below."""
        below = post.passage + 1
        named = self._in_passage.get(below, ())
        whole = post.start == 0 and post.end == len(self._texts[post.passage])
        if not whole or len(named) != 1 or below in self._with_posts:
            return None
        name, text = self._names[named[0]], self._texts[below]
        return named[0] if name.start == 0 and between.NUMBERED.match(text, name.end) else None

    def _in_next_cell(self, post: Post) -> int | None:
        """As in "Director | Tak Bo-mi" in two cells of one table row."""
        rest = self._texts[post.passage][post.end : post.end + _NEAR].strip(" |")
        if rest and not (rest.startswith(", ") and self._opens(post)):
            # "CEO, Hanbada Shipping | Tak Bo-mi"
            return None
        for cell in range(post.passage + 1, min(post.passage + _CELLS, len(self._rows))):
            named = self._in_passage.get(cell, ())
            if cell in self._with_posts and self._opens(post):
                # "Staff | Deputy Director | Tak Bo-mi": the first cell is a label.
                return None
            if self._rows[cell] != self._rows[post.passage]:
                return None
            if named:
                return named[0] if self._opens(self._names[named[0]]) else None
        return None

    def _in_cell_before(self, post: Post) -> int | None:
        """As in "Tak Bo-mi | Director" in two cells of one table row."""
        if not self._opens(post):
            return None
        for cell in range(post.passage - 1, max(post.passage - _CELLS, -1), -1):
            named = self._in_passage.get(cell, ())
            if self._rows[cell] != self._rows[post.passage]:
                return None
            if named:
                behind = self._texts[cell][self._names[named[-1]].end :]
                return named[-1] if not behind.strip(" |") else None
        return None

    def _opens(self, found: Post | Name) -> bool:
        """Whether a post or a name begins its passage, but for a cell's bar and forms of address."""
        text = self._texts[found.passage]
        if found.start > between.LONGEST_FORMS and text[0] not in "| ":
            return False
        return between.BARS.fullmatch(text, 0, found.start) is not None

    def _also(self, first: Post, second: Post) -> bool:
        """Whether a post is another one of the holder of the last: "Tak (President; former Mayor of Namhae)"."""
        text = self._texts[first.passage]
        if first.passage != second.passage or second.start - first.end > _NEAR:
            return False
        if text[first.end : second.start] == ", " and text[first.start - 1 : first.start] == "(":
            # "Tak Bo-mi (Chair, Professor at Haneul University)"
            return text[second.end : second.end + 1] == ")"
        told = between.ALSO.fullmatch(text, first.end, second.start)
        return told is not None and (
            told.group() != " and the " or text[second.end : second.end + 1] in {",", ")", "."}
        )

    def _twofold(self, first: Post, second: Post) -> bool:
        """Whether a name behind two posts has both: "Minister for Ports and Second Minister for Reefs Tak"."""
        if not self._joins(first, second):
            return False
        text = self._texts[first.passage]
        if first.organization and second.organization:
            # "President of the Shop League and Co-chair of the Sugar Council Tak"; with an article it is somebody else.
            before = self._texts[first.passage][max(first.start - 8, 0) : first.start]
            led = between.OF_BODY.search(self._texts[first.passage], first.start, first.end) is not None
            return led and not between.ARTICLE.search(before)
        if first.organization and text.endswith(first.role, first.start, first.end):
            # "FAO Assistant Director-General and Regional Representative for Africa Ida Marsh"
            return bool(second.topics) and not between.ARTICLE.search(text[max(first.start - 8, 0) : first.start])
        return first.keys[-1][-1] == second.keys[0][-1] and bool(first.topics) and bool(second.topics)

    def _joins(self, first: Post, second: Post) -> bool:
        """Whether two posts are said of one person: "Kim, Dean of X and Professor at Y"."""
        between = self._texts[first.passage][first.end : second.start]
        return first.passage == second.passage and between in {" and ", " & "}


def _joined(first: Post, second: Post, text: str, *, whole: bool = False) -> Post:
    """One post of two; where only the second is held at a body, the first is part of its role.

    Where each is held at a body of its own, the role is the first one's, or all of it with `whole`.
    """
    role = text[first.start : second.start] + second.role
    if first.organization:
        # "Member of the Reef Council and rapporteur for the salt file"
        both = whole or (second.organization is None and " for " in text[second.start : second.end])
        begin = first.end - len(first.role) if text.endswith(first.role, first.start, first.end) else first.start
        role = text[begin : second.end] if both else first.role
    return replace(
        first,
        end=second.end,
        role=role,
        organization=first.organization or second.organization,
        keys=first.keys + second.keys,
        topics=first.topics | second.topics,
        rule="joined posts",
    )
