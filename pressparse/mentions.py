"""What the extractors of people and of posts hand to the linking room: places in passages, not records yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it stands in `passages[passage].text[start:end]`.

    `role` and `organization` are the two parts of the phrase (None: the phrase names no body); `country` is the
    country that an adjective or an "of" phrase gives ("Finnish Minister"). `keys` holds for each office of the phrase
    the words that tell it from another, its head last ("vice", "minister"), and `topics` the words of its field.
    `standing` says that the post may stand for its holder alone, `definite` that an article, a possessive or a body
    singles the holder out. `rule` names the grammar rule that found it. With `shared` it is the post of each of the
    people who are named behind it ("Ministers Tak and Pyo"), and `role` is said of one of them.
    """

    passage: int
    start: int
    end: int
    role: str
    organization: str | None
    country: str | None
    keys: tuple[tuple[str, ...], ...]
    topics: frozenset[str]
    standing: bool
    definite: bool
    rule: str
    shared: bool = False

    @property
    def office(self) -> tuple[object, ...]:
        """What tells this office from another."""
        return self.keys, self.topics, self.organization, self.country


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it stands in `passages[passage].text[start:end]`; `rule` says what told that it is one.

    `korean` marks a romanised Korean name, whose family name may stand first or last. `short` marks a part of a name
    that only counts where a fuller one stands elsewhere, or beside a post.
    """

    passage: int
    start: int
    end: int
    rule: str
    korean: bool = False
    short: bool = False
