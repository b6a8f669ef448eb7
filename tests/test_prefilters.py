"""What is looked for before a dear pattern is tried must never hide a match of it."""

from __future__ import annotations

import random
import re

from pressparse.extractors.dates import forms
from pressparse.extractors.dates.tokens import WORDS
from pressparse.extractors.quotes.lexicon import NAMED_BEFORE, THING_BEFORE, closes_naming
from pressparse.lexicons import load

CODES = "".join(
    sorted({code for code, _ in WORDS.values()} | set("YynozOMWvUPQsDKFLZrVjEGB78ARIJSgNTlwfihtpub&|.;,-–~/()Cx"))
)


def test_a_form_of_a_date_is_found_wherever_it_begins() -> None:
    plain = re.compile(forms._HEADS)
    chance = random.Random(4)
    found = 0
    for _ in range(60_000):
        codes = "".join(chance.choices(CODES, k=chance.randint(1, 9)))
        expected = [(match.start(), match.end(), match.lastgroup) for match in plain.finditer(codes)]
        got = [(match.start(), match.end(), match.lastgroup) for match in forms.HEAD.finditer(codes)]
        assert got == expected, codes
        found += len(expected)
    assert found > 10_000


def test_words_that_introduce_a_name_are_never_overlooked() -> None:
    table = load("speech")["not_speech"]
    words = [
        word for key in ("before", "before_colon", "before_comma", "between", "works", "things") for word in table[key]
    ]
    words += ["the", "a", "published", "wrote", "city", "2031", "Slogan", "TITLED"]
    chance, found = random.Random(5), 0
    for _ in range(60_000):
        before = "".join(
            chance.choice(words) + chance.choice((" ", " ", ":", ", ", " (")) for _ in range(chance.randint(1, 5))
        )
        if NAMED_BEFORE.search(before) or THING_BEFORE.search(before):
            found += 1
            assert closes_naming(before), before
    assert found > 10_000
