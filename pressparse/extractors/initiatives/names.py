"""A place where an initiative is named, before it is known which names are one initiative."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pressparse.extractors.initiatives.heads import Head
from pressparse.extractors.initiatives.words import Word
from pressparse.records import InitiativeKind


@dataclass(slots=True, eq=False)  # frozen ones take three times as long to make
class Name:
    """`text[start:end]` of passage number `passage` names an initiative.

    `outer_start` and `outer_end` take its quotation marks in. `sure` is False where only another mention of the same
    name shows that it is one (a headline that capitalises every word). `rule` and `cues` are the evidence.
    """

    passage: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    head: Head | None
    kind: InitiativeKind
    rule: str
    outer_start: int
    outer_end: int
    cues: tuple[str, ...] = ()
    sure: bool = True
    marked: bool = False

    def of_kind(self, kind: InitiativeKind) -> Name:
        return replace(self, kind=kind)
