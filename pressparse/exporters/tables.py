"""Releases as flat rows: the tables that CSV, SQLite and Parquet share, each with its columns in their final order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pressparse.exporters import KINDS
from pressparse.records import Failure

if TYPE_CHECKING:
    from pressparse.records import Evidence, OutlineNode, Release

Cell = str | int | float | bool | list[str] | None
Type = Literal["text", "integer", "number", "boolean", "list"]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns with their types, and the rows that a release has in it.

    `kinds` are the record types of which any must be asked for, or empty for what every export has.
    """

    name: str
    columns: dict[str, Type]
    rows: Callable[[Release], Iterator[tuple[Cell, ...]]]
    kinds: tuple[str, ...] = ()


_SPAN: dict[str, Type] = {"text": "text", "start": "integer", "end": "integer", "node": "text"}
_EVIDENCE: dict[str, Type] = {"rule": "text", "words": "list"}


def walk(nodes: Iterable[OutlineNode]) -> Iterator[tuple[OutlineNode, OutlineNode | None]]:
    """Every outline node with its parent, in document order."""
    # A stack of its own: nesting is the input's to choose, Python's recursion is not.
    stack: list[tuple[OutlineNode, OutlineNode | None]] = [(node, None) for node in reversed(list(nodes))]
    while stack:
        node, parent = stack.pop()
        yield node, parent
        stack.extend((child, node) for child in reversed(node.children))


def _evidence(evidence: Evidence | None) -> tuple[str | None, list[str]]:
    return (evidence.rule, evidence.words) if evidence else (None, [])


def _releases(release: Release) -> Iterator[tuple[Cell, ...]]:
    source = release.source
    yield (
        source.path, source.sha256, source.format, source.encoding, source.characters, source.language,
        release.title.text if release.title else None, [subtitle.text for subtitle in release.subtitles],
        release.issued, release.issued_from, release.issuer, release.warnings, release.text,
    )  # fmt: skip


def _outline(release: Release) -> Iterator[tuple[Cell, ...]]:
    for node, parent in walk(release.outline):
        place = node.location
        yield (
            node.id, parent.id if parent else None, node.kind, node.marker, node.level, node.text, node.start, node.end,
            place.page if place else None, place.line if place else None, place.path if place else None,
        )  # fmt: skip


def _dates(release: Release) -> Iterator[tuple[Cell, ...]]:
    for number, date in enumerate(release.dates, start=1):
        value = (date.value, date.earliest, date.latest, date.precision, date.anchored)
        yield number, *value, date.text, date.start, date.end, date.node, *_evidence(date.evidence)


def _people(release: Release) -> Iterator[tuple[Cell, ...]]:
    for person in release.people:
        yield person.id, person.name, person.title, person.organization, *_evidence(person.evidence)


def _titles(release: Release) -> Iterator[tuple[Cell, ...]]:
    for number, title in enumerate(release.titles, start=1):
        span = (title.text, title.start, title.end, title.node)
        yield number, title.role, title.organization, title.person, *span, *_evidence(title.evidence)


def _quotes(release: Release) -> Iterator[tuple[Cell, ...]]:
    for number, quote in enumerate(release.quotes, start=1):
        span = (quote.text, quote.start, quote.end, quote.node)
        yield number, quote.kind, quote.speaker, quote.speaker_id, quote.cue, *span, *_evidence(quote.evidence)


def _initiatives(release: Release) -> Iterator[tuple[Cell, ...]]:
    for found in release.initiatives:
        amount = (found.amount.text, found.amount.value, found.amount.currency) if found.amount else (None, None, None)
        what = (found.id, found.name, found.kind, found.actor, found.action, found.dates)
        yield *what, *amount, *_evidence(found.evidence)


def _mentions(kind: str) -> Callable[[Release], Iterator[tuple[Cell, ...]]]:
    def rows(release: Release) -> Iterator[tuple[Cell, ...]]:
        for record in getattr(release, kind):
            for number, mention in enumerate(record.mentions, start=1):
                yield record.id, number, mention.text, mention.start, mention.end, mention.node

    return rows


TABLES = (
    Table(
        "releases",
        {
            "path": "text", "sha256": "text", "format": "text", "encoding": "text", "characters": "integer",
            "language": "text", "title": "text", "subtitles": "list", "issued": "text", "issued_from": "text",
            "issuer": "text", "warnings": "list", "text": "text",
        },
        _releases,
    ),
    Table(
        "outline",
        {
            "id": "text", "parent": "text", "kind": "text", "marker": "text", "level": "integer", "text": "text",
            "start": "integer", "end": "integer", "page": "integer", "line": "integer", "place": "text",
        },
        _outline,
    ),
    Table(
        "dates",
        {
            "number": "integer", "value": "text", "earliest": "text", "latest": "text", "precision": "text",
            "anchored": "boolean", **_SPAN, **_EVIDENCE,
        },
        _dates,
        ("dates",),
    ),
    Table(
        "people",
        {"id": "text", "name": "text", "title": "text", "organization": "text", **_EVIDENCE},
        _people,
        ("people",),
    ),
    Table(
        "titles",
        {"number": "integer", "role": "text", "organization": "text", "person": "text", **_SPAN, **_EVIDENCE},
        _titles,
        ("titles",),
    ),
    Table(
        "quotes",
        {
            "number": "integer", "kind": "text", "speaker": "text", "speaker_id": "text", "cue": "text",
            **_SPAN, **_EVIDENCE,
        },
        _quotes,
        ("quotes",),
    ),
    Table(
        "initiatives",
        {
            "id": "text", "name": "text", "kind": "text", "actor": "text", "action": "text", "dates": "list",
            "amount_text": "text", "amount_value": "number", "amount_currency": "text", **_EVIDENCE,
        },
        _initiatives,
        ("initiatives",),
    ),
    Table("person_mentions", {"person": "text", "number": "integer", **_SPAN}, _mentions("people"), ("people",)),
    Table(
        "initiative_mentions",
        {"initiative": "text", "number": "integer", **_SPAN},
        _mentions("initiatives"),
        ("initiatives",),
    ),
)  # fmt: skip

FAILURES: dict[str, Type] = {"path": "text", "error": "text", "message": "text"}


def failure_row(failure: Failure) -> tuple[Cell, ...]:
    """The row of an input that gave no release, in the columns FAILURES."""
    return failure.source.path, failure.error.type, failure.error.message


def tables_of(kinds: Collection[str] = KINDS) -> list[Table]:
    """The tables that an export of the record types `kinds` has; the first is that of the releases."""
    return [table for table in TABLES if not table.kinds or not set(table.kinds).isdisjoint(kinds)]


def sheets(kinds: Collection[str] = KINDS) -> dict[str, dict[str, Type]]:
    """The columns of each table that is a file of its own.

    Its rows begin with the path, day of issue and issuer of their release and end with its sha256.
    """
    context: dict[str, Type] = {"path": "text", "issued": "text", "issuer": "text"}
    end: dict[str, Type] = {"sha256": "text"}
    parts = {table.name: {**context, **table.columns, **end} for table in tables_of(kinds)[1:]}
    return {"releases": TABLES[0].columns, **parts, "failures": FAILURES}


def sheet_rows(result: Release | Failure, kinds: Collection[str] = KINDS) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The rows of one result, each with the name of its sheet."""
    if isinstance(result, Failure):
        yield "failures", failure_row(result)
        return
    yield from (("releases", row) for row in _releases(result))
    head = (result.source.path, result.issued, result.issuer)
    for table in tables_of(kinds)[1:]:
        for row in table.rows(result):
            yield table.name, (*head, *row, result.source.sha256)
