"""The typed records of a release: the public contract, from which the JSON Schema is made.

Every record that stands in the text has `start` and `end`, half-open code-point offsets into the release's text, and
`text`, exactly what stands there. Dates are ISO 8601 / EDTF strings, days are ISO dates.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1

NodeKind = Literal["bullet", "paragraph", "heading", "note", "caption", "contact", "table"]
InitiativeKind = Literal[
    "plan", "strategy", "project", "program", "policy", "campaign", "event", "fund", "law", "agreement", "platform",
    "award", "other",
]  # fmt: skip
IssuedFrom = Literal["option", "header", "embargo", "dateline"]


def _absent(value: object) -> bool:
    return value is None


class Record(BaseModel):
    """What all records share: they do not change once made, and know no other fields than their own."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, populate_by_name=True)


class Evidence(Record):
    """Why a record is there: the rule that made it and the words it went by."""

    rule: str
    words: list[str] = []


class Span(Record):
    """A stretch of the release's text."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Place(Record):
    """Where an outline node stood in the original file (see `source.Location`)."""

    page: int | None = Field(default=None, exclude_if=_absent)
    box: tuple[float, float, float, float] | None = Field(default=None, exclude_if=_absent)
    path: str | None = Field(default=None, exclude_if=_absent)
    line: int | None = Field(default=None, exclude_if=_absent)


class OutlineNode(Span):
    """A bullet, paragraph, heading, note, caption, contact line or table row, with what stands under it."""

    id: str
    kind: NodeKind
    marker: str | None
    level: int = Field(ge=1)
    children: list[OutlineNode] = []
    location: Place | None = Field(default=None, exclude_if=_absent)


class Mention(Span):
    """One place where a person or an initiative is named."""

    node: str


class FoundSpan(Span):
    """A record that stands in one place, in the outline node `node`."""

    node: str
    evidence: Evidence | None = Field(default=None, exclude_if=_absent)


class Date(FoundSpan):
    """A calendar point or period. `value` is EDTF, or null where the date can't be resolved."""

    value: str | None
    earliest: str | None
    latest: str | None
    precision: str
    anchored: bool


class Person(Record):
    """A human being, once per release, with every place that names them."""

    id: str
    name: str
    title: str | None
    organization: str | None
    mentions: list[Mention]
    evidence: Evidence | None = Field(default=None, exclude_if=_absent)


class Title(FoundSpan):
    """A post, with its role and the body it is held at; `person` is the id of the holder, if named."""

    role: str
    organization: str | None
    person: str | None


class Quote(FoundSpan):
    """Words reported as somebody's own, without the outer quotation marks."""

    kind: Literal["direct", "reported"]
    cue: str | None
    speaker: str | None
    speaker_id: str | None


class Amount(Record):
    """A sum of money: as it stands in the text, in units of `currency` (ISO 4217)."""

    text: str
    value: float
    currency: str


class Initiative(Record):
    """A named undertaking, once per release: who (`actor`) does what (`action`) about it, and when."""

    id: str
    name: str
    kind: InitiativeKind
    actor: str | None
    action: str | None
    dates: list[str]
    mentions: list[Mention]
    amount: Amount | None = Field(default=None, exclude_if=_absent)
    evidence: Evidence | None = Field(default=None, exclude_if=_absent)


class SourceInfo(Record):
    """The file that a release was read from; `characters` counts the code points of its text."""

    path: str | None
    format: str | None
    encoding: str | None
    sha256: str | None
    characters: int | None
    language: str | None


class Release(Record):
    """One press release: where it came from, its outline and the records found in it."""

    schema_: int = Field(default=SCHEMA_VERSION, alias="schema")
    source: SourceInfo
    title: Span | None
    subtitles: list[Span]
    issued: str | None
    issued_from: IssuedFrom | None
    issuer: str | None
    outline: list[OutlineNode]
    dates: list[Date]
    people: list[Person]
    titles: list[Title]
    quotes: list[Quote]
    initiatives: list[Initiative]
    warnings: list[str]
    text: str | None = Field(default=None, exclude_if=_absent)


class ErrorInfo(Record):
    """Why an input gave no release: a short stable type and one sentence."""

    type: str
    message: str


class Failure(Record):
    """What stands in a batch's output in the place of a release that could not be made."""

    schema_: int = Field(default=SCHEMA_VERSION, alias="schema")
    source: SourceInfo
    error: ErrorInfo
