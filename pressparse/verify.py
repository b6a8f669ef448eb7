"""Proof of an export: the sources are read anew, and every hash, span and reference is held against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pressparse.errors import InputError
from pressparse.exporters import KINDS
from pressparse.exporters.tables import walk
from pressparse.readers import read
from pressparse.records import Release, Span
from pressparse.results import Stored


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one release: the spans that were held against its source, and what is wrong, in sentences."""

    where: str
    name: str
    spans: int
    problems: list[str]


def verify(stored: Iterable[Stored], *, root: Path | None = None) -> Iterator[Proof]:
    """A proof for each release, in order; of a failure there is nothing to prove.

    Relative source paths count from `root`, by default from the working directory.
    """
    for each in stored:
        if isinstance(each.result, Release):
            name = each.result.source.path or "standard input"
            text, problems = _source_text(each.result, root=root)
            spans = list(_spans(each.result)) if text is not None else []
            if text is not None:
                problems += [*_wrong_spans(text, spans), *_loose_ends(each.result)]
            yield Proof(each.where, name, len(spans), problems)


def _source_text(release: Release, *, root: Path | None) -> tuple[str | None, list[str]]:
    """The text that the release's source gives today, and what about it is not as it was."""
    source = release.source
    if source.path is None:
        return release.text, ["it was read from standard input, so that there is no file to hold it against"]
    try:
        now = read((root or Path()) / source.path, encoding=source.encoding if source.format == "text" else None)
    except InputError as error:
        return None, [str(error)]
    if now.sha256 != source.sha256:
        # Every span would be wrong as well, and none of that would be news.
        return None, ["the file has changed since (another sha256)"]
    problems = []
    if source.characters is not None and source.characters != len(now.text):
        problems.append(f"the text has {len(now.text)} characters, not {source.characters}")
    if release.text is not None and release.text != now.text:
        problems.append("the text in the export is not that of the source")
    return now.text, problems


def _spans(release: Release) -> Iterator[tuple[str, Span]]:
    """Every stretch of text that the release speaks of, with a word for what it is."""
    if release.title:
        yield "the title", release.title
    yield from (("a subtitle", subtitle) for subtitle in release.subtitles)
    yield from ((f"the node {node.id}", node) for node, _ in walk(release.outline))
    for kind in KINDS:
        for record in getattr(release, kind):
            for span in getattr(record, "mentions", [record]):
                yield f"one of the {kind}", span


def _wrong_spans(text: str, spans: Iterable[tuple[str, Span]]) -> Iterator[str]:
    for what, span in spans:
        place = f"{what}, at {span.start} to {span.end},"
        if not 0 <= span.start <= span.end <= len(text):
            yield f"{place} is not within the text"
        elif text[span.start : span.end] != span.text:
            yield f"{place} is {text[span.start : span.end][:60]!r} in the source and not {span.text[:60]!r}"


def _loose_ends(release: Release) -> Iterator[str]:
    """References to outline nodes and people that the release does not have."""
    nodes = {node.id for node, _ in walk(release.outline)}
    people = {person.id for person in release.people}
    for kind in KINDS:
        for record in getattr(release, kind):
            for span in getattr(record, "mentions", [record]):
                if span.node not in nodes:
                    yield f"one of the {kind} stands in the node {span.node!r}, which is not there"
    # `--only` may have left the people out.
    for person in [*(title.person for title in release.titles), *(quote.speaker_id for quote in release.quotes)]:
        if people and person is not None and person not in people:
            yield f"a record is of the person {person!r}, who is not there"
