"""What is looked for before a dear pattern is tried must never hide a match of it."""

from __future__ import annotations

import random
import re

from pressparse.extractors.dates import forms
from pressparse.extractors.dates.tokens import WORDS

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
