"""pressparse as a spaCy component: `nlp.add_pipe("pressparse")` adds the records of a release to its Doc.

`doc.spans` gets a group for each record type ("dates", "people", …), whose spans are labelled "DATE", "PERSON", … and
have the record's id or number as their `id_`. `doc.user_data["pressparse"]` is the whole release as plain data, which a
Doc can be saved with; `release_of(doc)` makes a Release of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span, SpanGroup

from pressparse import pipeline
from pressparse.context import options_from
from pressparse.exporters import KINDS
from pressparse.language import DEFAULT_MODEL
from pressparse.records import Release
from pressparse.source import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "pressparse"
LABELS = {"dates": "DATE", "people": "PERSON", "titles": "TITLE", "quotes": "QUOTE", "initiatives": "INITIATIVE"}
_RETURN = re.compile("\r(\n?)")


class Pressparse:
    """The component. It reads the Doc's text alone, with a model of its own, so that it may stand in any pipeline."""

    def __init__(self, *, model: str, issued: str | None, reported: bool, evidence: bool) -> None:
        self._model = model
        self._options = options_from(issued=issued, reported=reported, evidence=evidence)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with its spans and user data."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = pipeline.RELEASES_AT_ONCE) -> Iterator[Doc]:
        """The Docs of `stream` in order, annotated in batches."""
        remaining = iter(stream)
        while docs := list(islice(remaining, batch_size)):
            sources = [_source(doc.text) for doc in docs]
            found = pipeline.releases_from(sources, options=self._options, model=self._model)
            for doc, release in zip(docs, found, strict=True):
                _annotate(doc, release)
                yield doc


def release_of(doc: Doc) -> Release:
    """The release in a Doc that the component has seen; raises KeyError for any other."""
    return Release.model_validate(doc.user_data[KEY])


def _source(text: str) -> Source:
    # One for one, as "\r\n" made "\n" would move every offset: spans are to fit the Doc's own text.
    plain = _RETURN.sub(lambda match: " \n" if match[1] else "\n", text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(text=plain, path=None, format="text", encoding=None, sha256=digest)


def _annotate(doc: Doc, release: Release) -> None:
    doc.user_data[KEY] = release.model_dump(mode="json")
    for kind in KINDS:
        spans: list[Span] = []
        for number, record in enumerate(getattr(release, kind), start=1):
            name = str(getattr(record, "id", number))
            for place in getattr(record, "mentions", [record]):
                # Records may begin or end within a token ("GIST-led"): the tokens that hold them then.
                span = doc.char_span(place.start, place.end, label=LABELS[kind], span_id=name, alignment_mode="expand")
                if span is not None:
                    spans.append(span)
        doc.spans[kind] = SpanGroup(doc, name=kind, spans=spans)


@Language.factory(
    "pressparse",
    default_config={"model": DEFAULT_MODEL, "issued": None, "reported": False, "evidence": False},
)
def make(nlp: Language, name: str, model: str, issued: str | None, reported: bool, evidence: bool) -> Pressparse:
    """The component for `nlp.add_pipe("pressparse", config={"issued": "2020-06-30"})`; spaCy's signature."""
    return Pressparse(model=model, issued=issued, reported=reported, evidence=evidence)
