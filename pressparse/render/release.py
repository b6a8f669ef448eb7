"""The view of one release: its head, its outline with the records marked in place, and a table for each record type."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pressparse.exporters import KINDS
from pressparse.records import OutlineNode, Release
from pressparse.render.console import printing
from pressparse.render.marks import OVERLAP, STYLES, Mark, Marks, marked, plain
from pressparse.render.tables import table

_DEEPEST = 6  # levels that still get an indent of their own: 80 columns must leave room for words
_SIGNS = {"paragraph": "", "bullet": "", "heading": "#"}  # what stands where a node has no marker


def show(
    release: Release, *, kinds: Sequence[str] = KINDS, context: int | None = None, console: Console | None = None
) -> None:
    """Print the release to `console`, standard output by default, with the record types `kinds`.

    Where `context` is given, of the outline only the nodes that have a record, with so many nodes before and after.
    """
    with printing(console) as (page, in_colour):
        _show(release, kinds, page, context=context, in_colour=in_colour)


def _show(release: Release, kinds: Sequence[str], console: Console, *, context: int | None, in_colour: bool) -> None:
    marks = Marks(release, kinds)
    _show_head(release, console)
    console.print(_legend(kinds, in_colour=in_colour))
    console.print()
    nodes = list(_walk(release.outline))
    widest = max((len(node.id) for node, _ in nodes), default=0)
    reached = 0
    for number in _near(nodes, marks, context=context):
        if number > reached:
            console.print(Text("…", style="dim"))
        reached = number + 1
        node, depth = nodes[number]
        inside = marks.between(node.start, node.end)
        console.print(_line(node, depth, widest=widest, marks=inside, in_colour=in_colour))
    if reached < len(nodes):
        console.print(Text("…", style="dim"))
    for kind in kinds:
        if getattr(release, kind):
            console.print()
            console.print(table(release, kind))
    for warning in release.warnings:
        console.print(Text("warning: ", style="bold") + plain(warning))


def _show_head(release: Release, console: Console) -> None:
    console.print(plain(release.title.text if release.title else "(no title)"), style="bold")
    for subtitle in release.subtitles:
        console.print(plain(subtitle.text))
    issued = release.issued or "date of issue not given"
    source = f" (from its {release.issued_from})" if release.issued and release.issued_from else ""
    facts = [release.issuer or "issuer not given", issued + source, release.source.path or "standard input"]
    console.print(plain(" · ".join(facts)), style="dim")


def _legend(kinds: Iterable[str], *, in_colour: bool) -> Text:
    entries = [Text(kind, style=STYLES[kind]) if in_colour else Text(f"{{{kind[0]}… {kind}}}") for kind in kinds]
    return Text("  ").join([*entries, Text("overlap", style=OVERLAP)] if in_colour else entries)


def _near(nodes: Sequence[tuple[OutlineNode, int]], marks: Marks, *, context: int | None) -> Sequence[int]:
    """The numbers of the nodes that are shown: all, or those with a record and `context` nodes on either side."""
    if context is None:
        return range(len(nodes))
    hits = [number for number, (node, _) in enumerate(nodes) if marks.between(node.start, node.end)]
    # The first hit that is not too far before a node must not be too far behind it.
    first = [bisect_left(hits, number - context) for number in range(len(nodes))]
    return [number for number, at in enumerate(first) if at < len(hits) and hits[at] <= number + context]


def _walk(nodes: Iterable[OutlineNode]) -> Iterator[tuple[OutlineNode, int]]:
    # A stack of its own, as deep as the input likes.
    stack = [(node, 0) for node in reversed(list(nodes))]
    while stack:
        node, depth = stack.pop()
        yield node, depth
        stack.extend((child, depth + 1) for child in reversed(node.children))


def _line(node: OutlineNode, depth: int, *, widest: int, marks: Sequence[Mark], in_colour: bool) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(style="dim", no_wrap=True, width=min(widest, 12))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    text = marked(node.text, node.start, marks, in_colour=in_colour)
    if node.kind == "heading":
        text.stylize("bold")
    elif node.kind in ("note", "caption", "contact"):
        text.stylize("dim")
    sign = plain(node.marker or _SIGNS.get(node.kind, f"({node.kind})"))
    sign.pad_left(2 * min(depth, _DEEPEST))
    grid.add_row(Text(node.id), sign, text)
    return grid
