"""Does the model gain by numpy's matrix products here? Entities a second with either, side by side, and the same ones?

python benchmarks/compute.py samples/*.txt
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import spacy
from thinc.api import NumpyOps, set_current_ops

from pressparse.language import DEFAULT_MODEL, Language
from pressparse.language.compute import NumpyProducts, fastest_ops
from pressparse.outline import build
from pressparse.source import Source

ROUNDS = 5


def main(paths: list[str]) -> None:
    sources = [Source(Path(path).read_text(encoding="utf-8"), path, "text", "utf-8", "") for path in paths]
    texts = [passage.text for source in sources for passage in build(source).passages]
    print(f"the probe picks {type(fastest_ops()).__name__}")
    loaded = {}
    for ops in (NumpyOps(), NumpyProducts()):
        set_current_ops(ops)
        loaded[type(ops).__name__] = Language(spacy.load(DEFAULT_MODEL, exclude=["senter", "lemmatizer"]))
    entities: dict[str, list[list[str]]] = {}
    for _ in range(ROUNDS):
        rates = []
        for name, language in loaded.items():
            start = time.perf_counter()
            docs = list(language.annotate(texts))
            seconds = time.perf_counter() - start
            entities[name] = [[f"{e.start} {e.end} {e.label_}" for e in doc.ents] for doc in docs]
            rates.append(sum(map(len, docs)) / seconds)
        print(f"BLIS {rates[0]:8,.0f} tokens/s   numpy {rates[1]:8,.0f} tokens/s   ratio {rates[1] / rates[0]:.2f}")
    first, second = entities.values()
    print("the same entities" if first == second else "DIFFERENT ENTITIES")


if __name__ == "__main__":
    main(sys.argv[1:])
