"""Which name a post belongs to, by where the two stand: "Minister Kim", "Kim, Minister", "Kim (Minister)"."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from pressparse import lexicons
from pressparse.mentions import Name, Post

_HONORIFIC = lexicons.alternatives(lexicons.load("names")["honorifics"])
# "Minister Kim", "Minister H.E. Mr. Kim", "(Commissioner: Kim", "Director | Kim", "Director Shri Kim"
_FORWARD = re.compile(rf"(?: ?:| \|)? ?(?:(?:the )?(?:{_HONORIFIC})\.? ?){{0,4}}")
# "the Vice Minister, Tak Bo-mi,", "Secretary, Department of Commerce, Shri Barua"
_AFTER_COMMA = re.compile(rf",(?: [^,;()]{{2,60}}[,:])? (?:(?:the )?(?:{_HONORIFIC})\.? ?){{0,4}}")
# "Kim, the Minister", "Kim (Minister", "Kim, 52, Minister", "Kim - Minister", "Quiroz, Peru's Minister",
# "Aasen of Norway (Minister"
_LETTERS = "|".join(lexicons.load("names")["behind"])
_BACKWARD = re.compile(
    rf"(?:,? (?:{_LETTERS}))?(?: \((?:\d{{1,3}}|M[rsx]s?\.?|Dr\.?|former [^()]{{2,60}})\))?"
    r"(?: of (?:the )?[A-Z][\w ]{1,30})?(?:, \d{1,3})?"
    r"(?:,| ?\(| \[| -| –| —| /| \|)(?: ?\d{1,3},)?"
    r" ?(?:(?:who is |who was |as )?(?:the |a |an |its |current |also |then |former |now |currently )"
    r"(?:\d{1,2}(?:st|nd|rd|th) |new |newly appointed )?"
    r"|(?:the )?[A-Z][\w -]{1,40}'s? )?"
)
# Between the holders of one shared post: "Ministers Tak Bo-mi, Pyo Gi-ung and Wi Na-ra".
_NEXT = re.compile(rf"(?: \([^()]{{1,60}}\))?(?:,|,? and|,? &) (?:(?:{_HONORIFIC})\.? ?){{0,4}}")
# "Roy, who came for the Reef Agency, where he is Vice-President": no other name stands between.
_PRONOUN = re.compile(r",[^.;!?\"]{0,150}\b(?:he|she) (?:is|was|serves as|served as) (?:the |a |an |also |now )?")
# "Tak Bo-mi as the new Director", "Tak Bo-mi was appointed head of X", "Tak Bo-mi is the Minister"
_MADE = re.compile(
    r",? (?:(?:to serve )?as|(?:is|was|became|serves as|served as|takes office as|took office as"
    r"|(?:was|is|has been|had been|will be) (?:re)?(?:appointed|named|elected|chosen|selected|nominated|promoted)"
    r"(?: as| to| to be)?)) (?:the |a |an |its |our |their )?"
    r"(?:new |next |first |current |\d{1,3}(?:st|nd|rd|th) ){0,2}"
)
# "Tak, professor of X and the director of Y, said", "Tak (President; former Mayor)"
_ALSO = re.compile(
    r" and the |(?:[;,]| and|, and) (?:(?:the |a )?(?:former|ex-|also|concurrently|now|currently) ?){1,2}(?:the |a )?"
)
_ALONE = re.compile(r"(?: \((?:M[rsx]s?|Dr)\.?\))?,?")
_CELLS = 4
"""Cells of a table row between a post and its holder, with the holder's."""
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
        self._with_posts = {post.passage for post in posts if post.start == 0}
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
                kept[last], held[last] = _joined(kept[last], post, self._texts[post.passage]), holder
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
            self._behind(post, _AFTER_COMMA, rule="after a post and a comma"),
            self._in_next_cell(post),
            self._on_line_above(post),
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
            if start - end > _NEAR or not _NEXT.fullmatch(text, end, start):
                break
            found.append(following)
        return found if len(found) > 1 else []

    def _ahead(self) -> dict[int, int]:
        """The names right behind posts; of two posts in a row ("Minister of Energy Prince Ali") both have the name."""
        found: dict[int, int] = {}
        for index in range(len(self._posts) - 1, -1, -1):
            post = self._posts[index]
            holder = self._behind(post, _FORWARD)
            following = self._posts[index + 1] if index + 1 in found else None
            row = following is not None and following.passage == post.passage
            if holder is None and row and self._of_one(post, self._posts[index + 1]):
                holder = found[index + 1]
            if holder is not None:
                found[index] = holder
        return found

    def _of_one(self, post: Post, following: Post) -> bool:
        """Whether two posts before a name are one person's: "Minister of Energy Prince Ali"."""
        return self._texts[post.passage][post.end : following.start] == " "

    def _behind(self, post: Post, between: re.Pattern[str], rule: str | None = None) -> int | None:
        """The next name behind the post, where `between` is all that stands before it."""
        at = bisect(self._starts.get(post.passage, ()), post.end)
        if at == len(self._starts.get(post.passage, ())):
            return None
        index = self._in_passage[post.passage][at]
        name = self._names[index]
        near = name.start - post.end < _NEAR and (rule is None or name.rule == rule)
        return index if near and between.fullmatch(self._texts[post.passage], post.end, name.start) else None

    def _before(self, post: Post) -> int | None:
        """The name right before the post, in apposition or before a bracket."""
        at = bisect(self._starts.get(post.passage, ()), post.start)
        if not at:
            return self._in_cell_before(post)
        best = self._in_passage[post.passage][at - 1]
        end = self._names[best].end
        if not 0 <= post.start - end < 2 * _NEAR:
            return None
        text = self._texts[post.passage]
        if self._names[best].korean and text[end : post.start] == " ":
            # "Tak Bo-mi curator": a Korean's post stands behind the name.
            return best
        told = any(form.fullmatch(text, end, post.start) for form in (_BACKWARD, _PRONOUN, _MADE))
        return best if told else None

    def _on_line_above(self, post: Post) -> int | None:
        """As in "Goh Jun Wei (Mr)" and "Director, Harbour Division" on the line below."""
        named = self._in_passage.get(post.passage - 1, ())
        if post.start != 0 or len(named) != 1:
            return None
        name, text = self._names[named[0]], self._texts[post.passage - 1]
        return named[0] if name.start == 0 and _ALONE.fullmatch(text, name.end) else None

    def _in_next_cell(self, post: Post) -> int | None:
        """As in "Director | Tak Bo-mi" in two cells of one table row."""
        if len(self._texts[post.passage]) != post.end:
            return None
        for cell in range(post.passage + 1, min(post.passage + _CELLS, len(self._rows))):
            named = self._in_passage.get(cell, ())
            if cell in self._with_posts and post.start == 0:
                # "Staff | Deputy Director | Tak Bo-mi": the first cell is a label.
                return None
            if self._rows[cell] != self._rows[post.passage]:
                return None
            if named:
                return named[0] if self._names[named[0]].start == 0 else None
        return None

    def _in_cell_before(self, post: Post) -> int | None:
        """As in "Tak Bo-mi | Director" in two cells of one table row."""
        if post.start != 0:
            return None
        for cell in range(post.passage - 1, max(post.passage - _CELLS, -1), -1):
            named = self._in_passage.get(cell, ())
            if self._rows[cell] != self._rows[post.passage]:
                return None
            if named:
                return named[-1] if self._names[named[-1]].end == len(self._texts[cell]) else None
        return None

    def _also(self, first: Post, second: Post) -> bool:
        """Whether a post is another one of the holder of the last: "Tak (President; former Mayor of Namhae)"."""
        text = self._texts[first.passage]
        if first.passage != second.passage or second.start - first.end > _NEAR:
            return False
        told = _ALSO.fullmatch(text, first.end, second.start)
        return told is not None and (
            told.group() != " and the " or text[second.end : second.end + 1] in {",", ")", "."}
        )

    def _twofold(self, first: Post, second: Post) -> bool:
        """Whether a name behind two posts has both: "Minister for Ports and Second Minister for Reefs Tak"."""
        same = first.keys[-1][-1] == second.keys[0][-1]
        return same and bool(first.topics) and bool(second.topics) and self._joins(first, second)

    def _joins(self, first: Post, second: Post) -> bool:
        """Whether two posts are said of one person: "Kim, Dean of X and Professor at Y"."""
        between = self._texts[first.passage][first.end : second.start]
        return first.passage == second.passage and between in {" and ", " & "}


def _joined(first: Post, second: Post, text: str) -> Post:
    """One post of two; where only the second is held at a body, the first is part of its role."""
    role = first.role if first.organization else text[first.start : second.start] + second.role
    return replace(
        first,
        end=second.end,
        role=role,
        organization=first.organization or second.organization,
        keys=first.keys + second.keys,
        topics=first.topics | second.topics,
        rule="joined posts",
    )
