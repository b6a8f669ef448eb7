"""One table for each record type; each row names the outline node that the record stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rich import box
from rich.table import Table

from pressparse.records import Mention, Release
from pressparse.render.marks import STYLES, label, plain

Column = tuple[str, Callable[[Any], str | None]]


def _nodes(mentions: Iterable[Mention]) -> str:
    return ", ".join(dict.fromkeys(mention.node for mention in mentions))


COLUMNS: dict[str, list[Column]] = {
    "dates": [
        ("text", lambda date: date.text),
        ("value", lambda date: date.value or "not resolved"),
        ("anchored", lambda date: "yes" if date.anchored else ""),
        ("node", lambda date: date.node),
    ],
    "people": [
        ("name", lambda person: person.name),
        ("title", lambda person: person.title),
        ("organization", lambda person: person.organization),
        ("nodes", lambda person: _nodes(person.mentions)),
    ],
    "titles": [
        ("text", lambda title: title.text),
        ("role", lambda title: title.role),
        ("organization", lambda title: title.organization),
        ("held by", lambda title: title.person),
        ("node", lambda title: title.node),
    ],
    "quotes": [
        ("text", lambda quote: quote.text),
        ("speaker", lambda quote: quote.speaker),
        ("cue", lambda quote: quote.cue),
        ("node", lambda quote: quote.node),
    ],
    "initiatives": [
        ("name", lambda initiative: initiative.name),
        ("kind", lambda initiative: initiative.kind),
        ("actor, action", lambda initiative: ", ".join(filter(None, [initiative.actor, initiative.action]))),
        ("dates", lambda initiative: ", ".join(initiative.dates)),
        ("nodes", lambda initiative: _nodes(initiative.mentions)),
    ],
}  # fmt: skip
# What a column keeps at 80 characters, however much the others would like to have.
_LEAST = {"text": 18, "name": 18, "node": 5, "nodes": 5}
EVIDENCE: Column = ("why", lambda record: f"{record.evidence.rule}: {', '.join(record.evidence.words)}")


def table(release: Release, kind: str) -> Table:
    """The records of one type, one a row, with the reasons for them where they were asked for."""
    records = getattr(release, kind)
    columns = [*COLUMNS[kind], *([EVIDENCE] if any(record.evidence for record in records) else [])]
    rows = Table(
        title=f"{kind} ({len(records)})", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_edge=False
    )
    rows.add_column("", style=STYLES[kind], no_wrap=True)
    for name, _ in columns:
        rows.add_column(name, overflow="fold", min_width=_LEAST.get(name))
    for index, record in enumerate(records, start=1):
        cells = [plain(cell(record)) for _, cell in columns]
        rows.add_row(label(kind, index, record), *cells)
    return rows
