"""Words of a passage: where each one stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pressparse.given import burmese
from pressparse.words import _WORD, words_in

PIECES = ["a", "A", "aa", "a a", " ", "\t", "\u3000", "'s", "'", "-", ".", "U.S.", "_",
          "é", "가", "’", "🙂", "\x1c", "1"]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=40).map("".join))
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    words = words_in(text)
    assert [(word.start, word.end) for word in words] == [match.span() for match in _WORD.finditer(text)]
    assert all(text[word.start : word.end] == word.text and word.text.lower() == word.low for word in words)
    assert "".join(word.text for word in words) == "".join(text.split())


def test_a_word_of_kin_and_one_word_may_end_a_passage() -> None:
    words = words_in("the aunt Daw Thandar")
    assert burmese(words, 3)
    assert not burmese(words, 4)
