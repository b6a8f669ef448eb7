"""People whose family name is written in capitals before the given name: "KIMOTO Haru of the Shimoda Cooperative"."""

from __future__ import annotations

from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import name_end, plain_word
from pressparse.given import family_in_capitals
from pressparse.words import capital, touching


def in_capitals(page: Page) -> None:
    """A family name in capitals with a common given name, or one of East Asia with any, in no greater run of words."""
    words = page.words
    for index in page.capitals:
        if not words[index].text.isupper() or index in page.taken or not family_in_capitals(words, index):
            continue
        if index and touching(words, index) and capital(words[index - 1]):
            continue
        stop = name_end(words, index, page.taken)
        closed = stop >= len(words) or not (touching(words, stop) and capital(words[stop]))
        plain = any(plain_word(word) for word in words[index + 1 : stop])
        if 2 <= stop - index <= 4 and closed and not plain and page.text(index, stop) not in page.bodies:
            page.take(index, stop, "family name in capitals")
