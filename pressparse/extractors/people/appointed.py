"""People told by what they become or are: "Tak Bo-mi becomes Vice President", "Ida Marsh is Head of Reefs"."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.extractors.people.checks import capital_beside, nobody
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import name_begin, plain_word
from pressparse.mentions import Post
from pressparse.words import acronym, capital, touching

_WORDS = lexicons.load("names")["made_posts"]
_BEING = frozenset(_WORDS["being"].split())
_CHOSEN = frozenset(_WORDS["chosen"].split())
_BETWEEN = _BEING | _CHOSEN | frozenset(_WORDS["between"].split())
# Posts that bodies and countries have as well: "Norway is Chair of the Forum".
_OF_BODIES = frozenset(_WORDS["of_bodies"].split())
_LONGEST = 8
"""Words between a name and its post at most: "has also been appointed as the first"."""


def made(page: Page) -> None:
    """Who is, becomes or is made the holder of a post, right before the verb."""
    words = page.words
    for begin, _, post in page.posts:
        if begin < 3 or words[begin - 1].text not in _BETWEEN:
            continue
        index = begin
        while index > 1 and begin - index < _LONGEST and words[index - 1].text in _BETWEEN and touching(words, index):
            index -= 1
        said = {word.low for word in words[index:begin]}
        if not capital(words[index - 1]) or not touching(words, index):
            continue
        start = name_begin(words, index, page.taken)
        if not said & (_BEING | _CHOSEN):
            # "named Ida Marsh its new Director"
            said = {words[start - 1].low} & _CHOSEN if start else set()
            if not said:
                continue
        if _person(page, start, index, post, chosen=bool(said & _CHOSEN)):
            page.take(start, index, "made the holder of a post")


def _person(page: Page, start: int, stop: int, post: Post, *, chosen: bool) -> bool:
    """Whether the run is a person: two words or more that name nothing else, and that the model knows for no body."""
    run = page.words[start:stop]
    if not 2 <= len(run) <= 4 or any(plain_word(word) or acronym(word) for word in run):
        return False
    if capital_beside(page, start, stop) or nobody(page, start, stop) or page.text(start, stop) in page.bodies:
        return False
    known = page.known(start, stop)
    if post.keys[0][-1] in _OF_BODIES:
        return known
    return known or chosen or not page.otherwise(start, stop)
