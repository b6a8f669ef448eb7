"""What is looked for before a dear pattern is tried must never hide a match of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from pressparse.extractors.dates import forms, lexer
from pressparse.extractors.dates.lexer import lex
from pressparse.extractors.dates.tokens import WORDS
from pressparse.extractors.quotes.lexicon import NAMED_BEFORE, THING_BEFORE, closes_naming
from pressparse.lexicons import load
from pressparse.words import Kept

CODES = "".join(
    sorted({code for code, _ in WORDS.values()} | set("YynozOMWvUPQsDKFLZrVjEGB78ARIJSgNTlwfihtpub&|.;,-–~/()Cx"))
)


def test_a_form_of_a_date_is_found_wherever_it_begins() -> None:
    plain = re.compile(forms._union(forms.HEADS))
    chance = random.Random(4)
    found = 0
    for _ in range(60_000):
        codes = "".join(chance.choices(CODES, k=chance.randint(1, 9)))
        expected = [(match.start(), match.end(), match.lastgroup) for match in plain.finditer(codes)]
        assert list(_heads(codes)) == expected, codes
        found += len(expected)
    assert found > 10_000


def _heads(codes: str) -> Iterator[tuple[int, int, str | None]]:
    at = 0
    while match := forms.find_head(codes, at):
        yield match.start(), match.end(), match.lastgroup
        at = match.end()


def test_the_commonest_codes_open_no_other_forms() -> None:
    chance = random.Random(6)
    plain = {name: re.compile(pattern) for name, pattern in forms.HEADS.items()}
    found = set()
    for _ in range(60_000):
        codes = "".join(chance.choices(CODES, k=8))
        for opening, names in forms.OPENED_BY.items():
            opened = {name for name, pattern in plain.items() if pattern.match(opening + codes)}
            assert opened <= set(names.split()), (opening, codes)
            found |= {(opening, name) for name in opened}
    assert len(found) > 30


def test_a_reading_that_is_kept_is_the_reading_of_the_whole_text() -> None:
    chance = random.Random(7)
    pieces = [
        "May.",
        "Sept.",
        "October.",
        "(Fri.",
        "5,",
        "5",
        "2024",
        "2024.",
        "'24",
        "s",
        "-",
        "the",
        "30일부터",
        "Q3",
        "(",
        "9:30",
    ]
    for _ in range(20_000):
        text = "".join(chance.choice(pieces) + chance.choice(("", " ", " ", "  ")) for _ in range(chance.randint(1, 7)))
        tokens = lex(text)
        items = list(lexer._matched(text, 0, len(text)))
        assert tokens.codes == "".join(code for code, *_ in items), text
        assert [tuple(token) for token in tokens.between(0, len(items))] == [tuple(item) for item in items], text


def test_kept_readings_are_bounded() -> None:
    kept = Kept(len)
    for number in range(40_000):
        assert kept[str(number)] == len(str(number))
    assert kept["x" * 1_000] == 1_000
    assert len(kept) <= 16_384
    assert max(map(len, kept)) < 100


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
