"""What is looked for before the names of initiatives are must never hide one."""

from __future__ import annotations

import random

from pressparse.extractors.initiatives import amounts
from pressparse.extractors.initiatives.echoes import _FIRST_WORD, _find_words
from pressparse.extractors.initiatives.head_starts import name_head_starts
from pressparse.extractors.initiatives.heads import _is_in_name, find_heads, find_name_heads
from pressparse.extractors.initiatives.lexicon import CURRENCIES, HEADS, phrases
from pressparse.extractors.initiatives.words import _WORD, find_words, runs_of

SIGNS = [
    " ",
    " ",
    "-",
    "–",
    "’",
    "'",
    ".",
    ",",
    "&",
    "+",
    "/",
    "_",
    "é",
    "한",
    "2",
    "99",
    "'24",
    "U.S.",
    "s'",
    "G",
    "a",
]


def _spelled(word: str, chance: random.Random) -> str:
    oddly = word[:1] + word[1:2].upper() + word[2:]
    return chance.choice((word, word.capitalize(), word.capitalize(), word.upper(), word.title(), oddly))


def test_a_head_in_a_name_is_found_however_it_is_spelled() -> None:
    nouns = [word for head in HEADS for word in head] + ["Buoy", "e-", "K-", "Gov.", "3D", "the", "of", "'", "é"]
    chance, found = random.Random(6), 0
    for _ in range(20_000):
        text = "".join(
            _spelled(chance.choice(nouns), chance) + chance.choice((" ", " ", ", ", "-", "–", ""))
            for _ in range(chance.randint(1, 5))
        )
        words = find_words(text)
        expected = [head for head in find_heads(words) if _is_in_name(words, head)]
        starts = name_head_starts(text, runs_of(text))
        assert (find_name_heads(words, starts) if starts is not None else []) == expected, text
        found += bool(expected)
    assert found > 5_000


def test_words_are_those_of_the_pattern() -> None:
    chance = random.Random(7)
    for _ in range(20_000):
        text = "".join(chance.choices([*SIGNS, "Kelp", "B"], k=chance.randint(0, 14)))
        start, end = chance.randint(0, len(text)), chance.choice((len(text), chance.randint(0, len(text))))
        expected = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
        assert [(word.text, word.start, word.end) for word in find_words(text, start, end)] == expected, text


def test_forms_are_looked_for_as_words() -> None:
    chance, found = random.Random(8), 0
    for _ in range(20_000):
        text = "".join(chance.choices([*SIGNS, "Kelp", "kelp", "K", "_"], k=chance.randint(0, 20)))
        wanted = {"Kelp", "kelp", "K", "2", "_", "KelpK", "é"}
        expected = [(match.start(), match[0]) for match in _FIRST_WORD.finditer(text) if match[0] in wanted]
        assert _find_words(text, wanted) == expected, text
        found += len(expected)
    assert found > 10_000


def test_a_sum_behind_a_name_is_never_overlooked() -> None:
    pieces = [*CURRENCIES, *phrases("worth"), *"'\"”’,(", "40", "1.5", "3,000", "billion", "KRW 40", "the"]
    chance, found = random.Random(9), 0
    for _ in range(40_000):
        text = "".join(chance.choice(pieces) + chance.choice((" ", " ", "")) for _ in range(chance.randint(1, 6)))
        if amounts._BEHIND.match(text):
            found += 1
            assert amounts._may_be_worth(text, 0), text
    assert found > 100
