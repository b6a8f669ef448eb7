"""The order of the rooms: read → outline → annotate → extract → link → export. Nothing else knows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pressparse import language
from pressparse.context import DEFAULTS, Context, Options
from pressparse.extractors import dates, initiatives, people, quotes, titles
from pressparse.linking import link_people
from pressparse.outline import build
from pressparse.outline.nodes import Node
from pressparse.records import Date, OutlineNode, Place, Release, SourceInfo, Span
from pressparse.source import Source, guess_language

RELEASES_AT_ONCE = 16
"""Releases that callers read ahead of the pipeline, which takes one at a time."""


def release_from(source: Source, *, options: Options = DEFAULTS, model: str = language.DEFAULT_MODEL) -> Release:
    """The release that stands in `source`; raises ModelMissing where the model can't be loaded."""
    return next(releases_from([source], options=options, model=model))


def releases_from(
    sources: Iterable[Source], *, options: Options = DEFAULTS, model: str = language.DEFAULT_MODEL
) -> Iterator[Release]:
    """One release for each source, in order; raises ModelMissing where the model can't be loaded."""
    loaded = language.load(model)
    for source in sources:
        with loaded.forgetting():
            release = _extract(_annotated(source, loaded, options))
        yield release


def _annotated(source: Source, loaded: language.Language, options: Options) -> Context:
    """The context that a release's way begins with. Each is annotated by itself: what else was read shows nowhere."""
    outline = build(source)
    docs = list(loaded.annotate(passage.text for passage in outline.passages))
    return Context(source=source, outline=outline, docs=docs, parse_all=loaded.parse_all, options=options)


def _extract(context: Context) -> Release:
    """Run the extractors in the order of what they need of each other."""
    dates.settle_issued(context)
    context.dates = dates.extract(context)
    posts = titles.find(context)
    names = people.find(context, posts)
    context.people, context.titles = link_people(context, names, posts)
    context.quotes = quotes.extract(context)
    context.initiatives = initiatives.extract(context)
    context.dates = _outside_names(context)
    return _release(context)


def _outside_names(context: Context) -> list[Date]:
    """The dates that are no part of an initiative's name: "2024 Autumn Fair" happens in no autumn of its own."""
    names = sorted((m.start, m.end) for initiative in context.initiatives for m in initiative.mentions)
    starts = [start for start, _ in names]
    kept = []
    for found in context.dates:
        at = bisect_right(starts, found.start) - 1
        if at < 0 or names[at][1] < found.end:
            kept.append(found)
    return kept


def _release(context: Context) -> Release:
    source, outline = context.source, context.outline
    return Release(
        source=SourceInfo(
            path=source.path,
            format=source.format,
            encoding=source.encoding,
            sha256=source.sha256,
            characters=len(source.text),
            language=guess_language(source.text),
        ),
        title=_span(source, outline.title) if outline.title else None,
        subtitles=[_span(source, node) for node in outline.subtitles],
        issued=context.issued.isoformat() if context.issued else None,
        issued_from=context.issued_from,
        issuer=outline.issuer,
        outline=_tree(source, outline.roots),
        dates=context.dates,
        people=context.people,
        titles=context.titles,
        quotes=context.quotes,
        initiatives=context.initiatives,
        warnings=[*source.warnings, *context.warnings],
        text=source.text if context.options.text else None,
    )


def _span(source: Source, node: Node) -> Span:
    return Span(text=source.text[node.start : node.end], start=node.start, end=node.end)


def _tree(source: Source, nodes: list[Node]) -> list[OutlineNode]:
    """Outline nodes as records. Only markers nest, each below another kind, so that the depth is small."""
    return [
        OutlineNode(
            id=node.id,
            kind=node.kind,
            marker=node.marker,
            level=node.level,
            text=source.text[node.start : node.end],
            start=node.start,
            end=node.end,
            children=_tree(source, node.children),
            location=_place(source, node.start),
        )
        for node in nodes
    ]


def _place(source: Source, offset: int) -> Place | None:
    """Where the paragraph that holds `offset` stood in the original."""
    at = bisect_right(source.locations, offset, key=lambda pair: pair[0]) - 1
    if at < 0:
        return None
    where = source.locations[at][1]
    return Place(page=where.page, box=where.box, path=where.path, line=where.line)
