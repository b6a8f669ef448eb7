"""Bodies that speak: what few questions read off a few passages is what the tables of the whole release say."""

from __future__ import annotations

import random

import pytest

from pressparse.extractors.quotes import bodies
from pressparse.extractors.quotes.bodies import Bodies
from pressparse.outline.passages import Passage, clean

WORDS = ["the", "The", "Samcheon", "Haeryong", "Songnim-gun", "Health Center", "City", "County", "Metropolitan City",
         "Ministry of Kelp", "Kelp Office", "Lamp Makers'", "Federation", "said", "opened", "of", "and", "KELP",
         "city", "Seoul-based NGO Quiet Quays", ",", "."]  # fmt: skip
ASKED = ["Health Center", "Kelp Office", "Makers' Federation", "Samcheon Health Center", "Metropolitan City",
         "Quiet Quays", "Ministry of Kelp"]  # fmt: skip
TOWNS = ["Samcheon", "Haeryong", "Songnim", "Songnim-gun", "KELP", "Health", "Kelp"]


def passages(seed: int) -> list[Passage]:
    chance = random.Random(seed)
    texts = [" ".join(chance.choices(WORDS, k=chance.randint(1, 12))) for _ in range(8)]
    return [Passage(index, str(index + 1), *clean(text, [(0, len(text))])) for index, text in enumerate(texts)]


def test_a_few_passages_say_what_the_tables_say(monkeypatch: pytest.MonkeyPatch) -> None:
    longer = rulers = 0
    for seed in range(400):
        few, many = (Bodies(passages(seed), [], None) for _ in range(2))
        for asked in ASKED:
            monkeypatch.setattr(bodies, "_MOST_LOOKS", 10**6)
            found = set(few._longer(asked))
            monkeypatch.setattr(bodies, "_MOST_LOOKS", 0)
            assert found == set(many._longer(asked)), (seed, asked)
            longer += len(found)
        for town in TOWNS:
            monkeypatch.setattr(bodies, "_MOST_LOOKS", 10**6)
            ruler = few._ruler(town)
            monkeypatch.setattr(bodies, "_MOST_LOOKS", 0)
            assert ruler == many._ruler(town), (seed, town)
            rulers += ruler is not None
    assert longer > 100
    assert rulers > 100
