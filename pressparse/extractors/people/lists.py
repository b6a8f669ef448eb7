"""People beside people: "Tobias Grunewald, Marte Solheim and Dag Ivarsen", "Yoshida, Kato and Ms. Weber"."""

from __future__ import annotations

from pressparse.extractors.people.checks import nobody
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import name_begin, name_end, plain_word, skip_honorifics
from pressparse.given import common, eastern_family, listed
from pressparse.words import acronym, capital, touching

_JOINTS = {",", "and", "&"}
_CLOSING = {",", "and", "&", ".", ";", "(", ")", "who"}
_FORMS = {"Mr", "Ms", "Mrs", "Dr", "Prof"}
_RULE = "beside another name"


def beside_names(page: Page) -> None:
    """The neighbours of the names found so far in a list, where a word or the model says that they are people too."""
    words = page.words
    for index in sorted(page.begun):
        _before(page, index)
    index = 0
    for end in sorted(page.ended):
        if end < index:
            # Read already, as a further one of the list before.
            continue
        sure, index = 1, end
        while index + 2 < len(words) and words[index].low in _JOINTS:
            begin = index + 2 if words[index].text == "," and words[index + 1].low in {"and", "&"} else index + 1
            begin = skip_honorifics(words, begin)
            if begin in page.begun:
                stop = name_end(words, begin)
                sure += 1
            else:
                stop = name_end(words, begin, page.taken)
                closed = stop >= len(words) or words[stop].low in _CLOSING or words[stop].text.islower()
                if not closed or not _person(page, begin, stop, sure=sure > 1) or not page.take(begin, stop, _RULE):
                    break
            index = stop


def _before(page: Page, index: int) -> None:
    """The names of a list before the name that begins at `index`."""
    words = page.words
    single = index + 1 in page.ended
    if index > 1 and words[index - 1].text == ".":
        index -= 1
    if index > 1 and words[index - 1].text in _FORMS:
        # "Ms. Weber"
        index -= 1
    while index > 1 and words[index - 1].low in _JOINTS:
        stop = index - 2 if words[index - 2].text == "," and words[index - 1].low != "," else index - 1
        start = name_begin(words, stop, page.taken)
        alone = stop - start == 1 and (_alone(page, start) if single else _couple(page, start, index))
        known = start < stop and page.known(start, stop) and _person(page, start, stop, sure=False)
        if not (alone or known) or not page.take(start, stop, _RULE):
            return
        index = start


def _alone(page: Page, start: int) -> bool:
    """Whether a family name alone stands in a list of such: the "Yoshida" of "Yoshida, Kato and Ms. Weber"."""
    words = page.words
    before = words[start - 1] if start else None
    apart = before is None or not touching(words, start) or not capital(before)
    return apart and eastern_family(words[start])


def _couple(page: Page, start: int, index: int) -> bool:
    """Whether a given name shares the family name of the one behind "and": the "Lars" of "Lars and Mette Sandvik"."""
    words = page.words
    pair = words[start + 1].low in {"and", "&"} and index == start + 2
    apart = start == 0 or not touching(words, start) or not capital(words[start - 1]) or plain_word(words[start - 1])
    return pair and apart and common(words[start]) and common(words[index]) and not plain_word(words[start])


def _person(page: Page, begin: int, stop: int, *, sure: bool) -> bool:
    """Whether a run of two or three words in a list is a person; `sure` in a list that has two already."""
    run = page.words[begin:stop]
    if not 2 <= len(run) <= 4 or any(plain_word(word) or acronym(word) for word in run) or nobody(page, begin, stop):
        return False
    if begin and page.words[begin - 1].low in {"the", "a", "an"}:
        # "the Purple Heart and the Bronze Star"
        return False
    if page.text(begin, stop) in page.bodies or page.placed(begin, stop):
        return False
    told = listed(run) or any(map(common, run)) or page.touched(begin, stop)
    return told or (sure and not page.named_otherwise(begin, stop))
