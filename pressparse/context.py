"""What is known of one release while its records are being found: each room adds to it and reads what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pressparse.errors import UsageError
from pressparse.marks import Quoted, find_quoted
from pressparse.outline.nodes import Outline
from pressparse.outline.passages import Passage
from pressparse.records import Date, Initiative, IssuedFrom, Mention, Person, Quote, Span, Title
from pressparse.source import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Entity(NamedTuple):
    """A name that the model sees: its place in the passage's text, and spaCy's label ("ORG", "PERSON", "GPE", …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for. `issued` is the day of issue that goes before the release's own."""

    issued: date | None = None
    reported: bool = False
    evidence: bool = False
    text: bool = False


DEFAULTS = Options()


def options_from(
    *, issued: str | date | None = None, reported: bool = False, evidence: bool = False, text: bool = False
) -> Options:
    """The extractors' options; raises UsageError where `issued` is no day."""
    if isinstance(issued, str):
        try:
            issued = date.fromisoformat(issued.strip())
        except ValueError:
            raise UsageError(f"'{issued}' is no day of issue; write it as 2020-06-30.") from None
    return Options(issued=issued, reported=reported, evidence=evidence, text=text)


def _not_at_all(docs: Iterable[Doc]) -> None:
    """Where there is no model, nothing is parsed."""


@dataclass(slots=True)
class Context:
    """One release on its way through the extractors.

    `docs` holds the spaCy Doc of each passage (named entities only), in step with `outline.passages`; `parse_all` adds
    tags and dependencies to Docs, which is dear, so it is for the few sentences that need it, and once for all of them.
    """

    source: Source
    outline: Outline
    docs: Sequence[Doc]
    parse_all: Callable[[Iterable[Doc]], None] = _not_at_all
    options: Options = DEFAULTS
    issued: date | None = None
    issued_from: IssuedFrom | None = None
    dates: list[Date] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _quoted: list[Quoted] | None = None
    _entities: list[list[Entity]] | None = None

    @property
    def quoted(self) -> list[Quoted]:
        """The stretches in quotation marks, paired once for all the extractors."""
        if self._quoted is None:
            self._quoted = find_quoted(self.passages)
        return self._quoted

    @property
    def entities(self) -> list[list[Entity]]:
        """What the model names in each passage: read off the Docs once, which walk all their tokens for it."""
        if self._entities is None:
            self._entities = [[Entity(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in self.docs]
        return self._entities

    @property
    def passages(self) -> list[Passage]:
        return self.outline.passages

    def span(self, passage: Passage, start: int, end: int) -> Span:
        """The record span of `passage.text[start:end]`, with the text as it stands in the source."""
        first, last = passage.span(start, end)
        return Span(text=self.source.text[first:last], start=first, end=last)

    def mention(self, passage: Passage, start: int, end: int) -> Mention:
        """The same as a mention in the passage's outline node."""
        first, last = passage.span(start, end)
        return Mention(text=self.source.text[first:last], start=first, end=last, node=passage.node)
