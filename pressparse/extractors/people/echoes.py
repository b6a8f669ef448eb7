"""The second pass: every name that was found, looked for in the whole release, in full and shortened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pressparse.extractors.people.connectors import PARTICLES, glottal, joined, name_word
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import SUFFIXES, plain_word
from pressparse.romanization import AMBIGUOUS, SURNAMES, plain_letters, split
from pressparse.words import Word, capital, touching, words_in

_LONGEST = 7
_SAYING = {
    "said", "says", "told", "adds", "asked", "went", "met", "also", "will", "has", "had", "was", "is", "then", "who",
}  # fmt: skip


class _Forms(NamedTuple):
    """The forms of the names found so far, in small letters, and their words as they are written.

    `longest` gives for each first word how many words a form has at most.
    """

    low: set[tuple[str, ...]]
    written: set[str]
    longest: dict[str, int]


def echoes(pages: Sequence[Page]) -> None:
    """Add the further mentions of the names found so far to the pages."""
    forms = _forms(pages)
    first_words = forms.longest.keys()
    for page in pages:
        if first_words.isdisjoint(page.lows) and page.passage.text.isascii():
            continue
        words = page.words
        for index in [at for at, word in enumerate(words) if word.low in first_words or not word.low.isascii()]:
            length = _match(page, index, forms) if index not in page.taken else 0
            if length:
                page.take(index, index + length, "named elsewhere")


def _forms(pages: Iterable[Page]) -> _Forms:
    """The forms under which known people may be mentioned."""
    low, written = set[tuple[str, ...]](), set[str]()
    full = (
        (page.passage.text[name.start : name.end], name.korean)
        for page in pages
        for name in page.names
        if not name.short
    )
    for text, korean in dict.fromkeys(full):
        words = words_in(text)
        low.update(_shortened(words, korean=korean))
        written.update(word.text for word in words)
    longest = dict[str, int]()
    for form in filter(None, low):
        longest[form[0]] = min(max(longest.get(form[0], 0), len(form)), _LONGEST)
    return _Forms(low, written, longest)


def _shortened(words: Sequence[Word], *, korean: bool) -> Iterable[tuple[str, ...]]:
    told = [word for word in words if word.text not in ".,"]
    low = [plain_letters(word.low) for word in told]
    # "Vân" is no "van".
    parted = [word.low in PARTICLES for word in told]
    yield tuple(low)
    yield tuple(plain_letters(word.low) for word in words)
    if korean and (parts := split(low)):
        family, _ = parts
        given = low[:-1] if low[-1] == family and low[0] != family else low[1:]
        yield (*given, family)
        yield (family, *given)
        yield (family,)
        if len(given) == 1 and "-" in given[0]:
            yield tuple(given)
        return
    if len(low) > 2 and low[-1] in SUFFIXES:
        # "Dizon III" of "Ramon Dizon III"; "III" alone is nobody.
        yield tuple(low[-2:])
        low = low[:-1]
        yield tuple(low)
    for index, part in enumerate(low):
        if not parted[index] and len(part) > 1 + (0 < index < len(low) - 1):
            # "Dela Cruz", "van den Berghe": the particles go with the word behind them.
            begin = index
            while begin > 0 and parted[begin - 1]:
                begin -= 1
            yield tuple(low[begin : index + 1])
            yield (part,)
    if len(low) > 2:
        yield tuple(low[1:])


def _match(page: Page, index: int, forms: _Forms) -> int:
    """How many words from `index` on are a known form standing by itself; 0 for none."""
    words = page.words
    if not (_capital(words[index]) or words[index].low in PARTICLES):
        return 0
    longest = forms.longest.get(plain_letters(words[index].low), 0)
    run = tuple(plain_letters(word.low) for word in words[index : index + longest])
    for length in range(len(run), 0, -1):
        if run[:length] in forms.low and _alone(page, index, index + length, forms):
            return length + (index + length < len(words) and glottal(words, index + length))
    return 0


def _capital(word: Word) -> bool:
    return capital(word) or joined(word)


def _alone(page: Page, index: int, end: int, forms: _Forms) -> bool:
    full = end - index > 1
    words = page.words
    if not any(map(_capital, words[index:end])) or any(i in page.taken for i in range(index, end)):
        return False
    brief = len(words[index].text) < 3 and (words[index].text.isupper() or words[index].low not in SURNAMES)
    if not full and (not _capital(words[index]) or (plain_word(words[index]) and not brief)):
        return False
    for inner in range(index + 1, end):
        # "Ojwang' Mboya", "K. R. Sundaram"
        tight = words[inner].text in ".'" and words[inner].start == words[inner - 1].end
        if not (touching(words, inner) or tight):
            return False
    if (
        touching(words, index)
        and index - 1 not in page.taken
        and name_word(words[index - 1])
        and not _opens(page, index - 1)
    ):
        return False
    if (
        end < len(words)
        and touching(words, end)
        and end not in page.taken
        and capital(words[end])
        and name_word(words[end])
    ):
        return False
    if end < len(words) and words[end].low in {"et", "&"}:
        # "Kim et al. (2021)": an author, not the minister.
        return False
    if brief and words[index].text.isupper() and words[index].text not in forms.written:
        # "EO 14117", where a Mr. Eo is named
        return False
    if full or not (brief or words[index].low in AMBIGUOUS):
        return True
    # "Park", "Moon", "Ok", "EO" are words too: behind a post or before a verb they are people.
    posted = any(stop == index for _, stop, _ in page.posts) and touching(words, index)
    after = words[end].low if end < len(words) else ""
    return posted or after in _SAYING or after == "'s" or after.endswith("ed")


def _opens(page: Page, index: int) -> bool:
    """Whether a capitalised word stands at a sentence's beginning, where the capital says nothing."""
    return index == 0 or page.words[index - 1].text in ".?!:\"'"
