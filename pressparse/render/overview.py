"""The view of many releases: a table with a row for each, from which one goes on to a single one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pressparse.exporters import KINDS
from pressparse.records import Release
from pressparse.render.console import printing
from pressparse.render.marks import STYLES, plain


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of one release: its title, day of issue, issuer, path, and how many records of each type."""

    title: str | None
    issued: str | None
    issuer: str | None
    path: str
    counts: dict[str, int]


def row_of(release: Release) -> Row:
    """The row of one release, which then need not be kept."""
    return Row(
        title=release.title.text if release.title else None,
        issued=release.issued,
        issuer=release.issuer,
        path=release.source.path or "-",
        counts={kind: len(getattr(release, kind)) for kind in KINDS},
    )


def show_overview(rows: Sequence[Row], *, kinds: Sequence[str] = KINDS, console: Console | None = None) -> None:
    """Print the table of `rows` with the counts of the record types `kinds`, and their sums below."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), show_footer=True)
    table.add_column("", Text(), justify="right", style="dim", no_wrap=True)
    table.add_column("release", Text(f"{len(rows)} releases"), overflow="fold", ratio=1)
    for kind in kinds:
        total = str(sum(row.counts[kind] for row in rows))
        table.add_column(kind[0], Text(total), justify="right", header_style=STYLES[kind], no_wrap=True)
    for number, row in enumerate(rows, start=1):
        counts = [Text(str(row.counts[kind]), style="" if row.counts[kind] else "dim") for kind in kinds]
        table.add_row(Text(str(number)), _told(row), *counts)
    with printing(console) as (page, _):
        page.print(table)
        page.print(Text("  ".join(f"{kind[0]} {kind}" for kind in kinds), style="dim"))


def _told(row: Row) -> Text:
    facts = " · ".join([row.issued or "not dated", row.issuer or "issuer not given"])
    title = Text.assemble((plain(row.title or "(no title)").plain, "bold"))
    # The path on a line of its own, so that it can be copied.
    return Text("\n").join([title, plain(facts), Text(plain(row.path).plain, style="dim")])
