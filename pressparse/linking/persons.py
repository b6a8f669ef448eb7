"""Mentions become persons: full names that agree, then short ones, each to the person that it can only or best mean."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pressparse.mentions import Name
from pressparse.romanization import SURNAMES, plain_letters, spellings_of, split
from pressparse.words import words_in

_FREQUENT = {
    "nguyen",
    "zhang",
    "huang",
    "zheng",
    "singh",
    "kumar",
    "sharma",
    "smith",
    "johnson",
    "garcia",
    "sato",
    "suzuki",
}
_NEAREST = 40
"""Persons of one family name before and behind a mention that it may be of."""


@dataclass(slots=True, eq=False)
class Draft:
    """A person while its mentions and posts are gathered: indices into the release's names and posts.

    `offices` has one of the posts for each way in which the person's offices are written.
    """

    tokens: tuple[str, ...]
    korean: tuple[str, str] | None
    names: list[int] = field(default_factory=list)
    posts: list[int] = field(default_factory=list)
    offices: dict[object, int] = field(default_factory=dict)

    def can_be(self, tokens: tuple[str, ...]) -> bool:
        """Whether the words of a mention are a form of this person's name."""
        if self.korean:
            family, given = self.korean
            told = _spelled(tokens) in {family, given, family + given, given + family}
            return told or _initialled(tokens, self.tokens)
        return set(tokens) <= set(_pieces(self.tokens)) or _initialled(tokens, self.tokens)


def _initialled(tokens: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a family name with initials is short for a name: "M. J. Tak" for "Tak Min-ju", "Mary Jane Tak"."""
    *letters, family = tokens
    if not letters or any(len(letter) > 1 for letter in letters) or len(family) < 2 or family not in whole:
        return False
    given = [token for token in whole if token != family]
    pieces = [piece for token in given for piece in token.split("-")]
    return letters in ([token[0] for token in given], [piece[0] for piece in pieces], [token[0] for token in given[:1]])


def _spelled(tokens: Sequence[str]) -> str:
    return "".join(tokens).replace("-", "")


def _pieces(tokens: Sequence[str]) -> Iterator[str]:
    for token in tokens:
        yield token
        if "-" in token:
            yield from token.split("-")


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a name in small letters, the stops of its initials left out."""
    told = [plain_letters(word.low) for word in words_in(text) if word.text not in ".,'"]
    # "S.K. Raghavan" is "S. K. Raghavan"; "George H.W. Marsh" is no "George W. Marsh".
    return (*filter(None, told[0].split(".")), *told[1:]) if told else ()


class Grouping:
    """The persons that names stand for.

    `posts` gives for each name the indices of the posts beside it; `agree` says whether a post can be a
    person's, `office` what tells one post from another.
    """

    def __init__(
        self,
        names: Sequence[Name],
        texts: Sequence[str],
        posts: dict[int, list[int]],
        agree: Callable[[int, Draft], bool],
        office: Callable[[int], object],
    ) -> None:
        self._names, self._posts, self._agree, self._office = names, posts, agree, office
        self._tokens = [tokens_of(texts[name.passage][name.start : name.end]) for name in names]
        self._by_token: dict[str, list[Draft]] = {}
        self._drafts: list[Draft] = []

    def persons(self) -> list[Draft]:
        """The persons in the order in which they are first mentioned."""
        shorts = []
        for index, name in enumerate(self._names):
            if name.short or len(self._tokens[index]) == 1:
                shorts.append(index)
            else:
                self._mention(index, self._full(index))
        for index in shorts:
            if (draft := self._short(index)) is not None:
                self._mention(index, draft)
        return sorted(self._drafts, key=lambda draft: draft.names[0])

    def _mention(self, index: int, draft: Draft) -> None:
        insort(draft.names, index)
        for post in self._posts.get(index, ()):
            draft.posts.append(post)
            draft.offices.setdefault(self._office(post), post)

    def _new(self, tokens: tuple[str, ...], korean: tuple[str, str] | None) -> Draft:
        draft = Draft(tokens, korean)
        self._drafts.append(draft)
        self._register(draft)
        return draft

    def _register(self, draft: Draft) -> None:
        forms = {*_pieces(draft.tokens)} | (
            {*draft.korean, "".join(draft.korean), "".join(draft.korean[::-1])} if draft.korean else set()
        )
        for form in forms:
            known = self._by_token.setdefault(form, [])
            if not any(other is draft for other in known[-4:]):
                known.append(draft)

    def _full(self, index: int) -> Draft:
        tokens = self._tokens[index]
        korean = split(tokens) if self._names[index].korean else None
        for draft in (
            self._by_token.get("".join(korean) if korean else tokens[-1], [])[-8:]
            + self._by_token.get(tokens[0], [])[-8:]
        ):
            if korean and draft.korean:
                if korean == draft.korean or sorted(tokens) == sorted(draft.tokens):
                    return draft
            elif draft.can_be(tokens) or set(draft.tokens) < set(tokens):
                if len(tokens) > len(draft.tokens):
                    draft.tokens = tokens
                    self._register(draft)
                return draft
        return self._new(tokens, korean)

    def _short(self, index: int) -> Draft | None:
        """The person of a part of a name: by the post beside it, then by nearness; a new one where no other can be."""
        tokens, posts = self._tokens[index], self._posts.get(index, [])
        keys = {_spelled(tokens), tokens[-1]}
        able = list({id(d): d for key in keys for d in self._around(key, index) if d.can_be(tokens)}.values())
        if posts:
            agreeing = [d for d in able if any(self._agree(post, d) for post in posts)] or [
                d for d in able if not d.posts
            ]
            # "Mr. Darko was Consul": a rare family name has one bearer, whatever posts he had.
            free = not self._names[index].rule.startswith("after a post")
            other = [*self._variants(tokens, index), *self._turned(tokens, index)]
            agreeing = agreeing or [d for d in other if any(self._agree(p, d) for p in posts)]
            able = agreeing or (able if free and len(able) == 1 and self._rare(tokens) else [])
        if able:
            return min(able, key=lambda draft: _distance(draft.names, index))
        return None if self._names[index].rule == "named elsewhere" else self._new(tokens, None)

    def _variants(self, tokens: tuple[str, ...], index: int) -> list[Draft]:
        """Persons whose Korean family name is spelled in another way: "CEO Sim" of "CEO Shim Eun-ho"."""
        if len(tokens) > 1:
            return []
        spellings = (spelling for spelling in spellings_of(tokens[0]) if spelling != tokens[0])
        found = {id(d): d for spelling in spellings for d in self._around(spelling, index)}.values()
        return [d for d in found if d.korean and d.korean[0] != tokens[0]]

    def _turned(self, tokens: tuple[str, ...], index: int) -> list[Draft]:
        """Persons whose last word may be the family name as well: "President Ban" of "President Joon Seo Ban"."""
        if len(tokens) > 1 or tokens[0] not in SURNAMES:
            return []
        able = (d for d in self._around(tokens[0], index) if d.korean and len(d.tokens) == 3)
        return [draft for draft in able if draft.tokens[-1] == tokens[0]]

    def _rare(self, tokens: tuple[str, ...]) -> bool:
        """Whether a family name is no Korean's, Chinese's or Vietnamese's, of whom two may well be in one release."""
        return all(token not in SURNAMES and len(token) > 4 for token in tokens) and tokens[-1] not in _FREQUENT

    def _around(self, key: str, index: int) -> list[Draft]:
        """Persons with the word in their names that are first mentioned around `index`, so that lists stay short."""
        known = self._by_token.get(key, [])
        at = bisect(known, index, key=lambda draft: draft.names[0] if draft.names else index)
        return known[max(at - _NEAREST, 0) : at + _NEAREST]


def _distance(mentions: list[int], index: int) -> tuple[int, int]:
    """How far the nearest mention before the index is; those behind it come last."""
    at = bisect(mentions, index)
    if at:
        return 0, index - mentions[at - 1]
    return 1, mentions[0] - index if mentions else 0


def fullness(spelling: str) -> tuple[int, int, bool, int, bool]:
    """Orders the spellings of a name: more words that are no initials, more words, more letters, none in capitals.

    The usual order goes before the one with a comma: "Tak Bo-mi" before "Tak, Bo-mi".
    """
    words = spelling.split()
    whole = sum(any(len(piece) > 1 for piece in word.rstrip(",").split(".")) for word in words)
    return whole, len(words), not words[0].endswith(","), len(spelling), not spelling.isupper()
