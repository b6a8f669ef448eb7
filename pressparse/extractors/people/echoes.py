"""The second pass: every name that was found, looked for in the whole release, in full and shortened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import PARTICLES, SUFFIXES, name_word, plain_word
from pressparse.mentions import Name
from pressparse.romanization import AMBIGUOUS, split
from pressparse.words import Word, capital, touching, words_of

_LONGEST = 7
_SAYING = {
    "said", "says", "told", "adds", "asked", "went", "met", "also", "will", "has", "had", "was", "is", "then", "who",
}  # fmt: skip


def echoes(pages: Sequence[Page]) -> None:
    """Add the further mentions of the names found so far to the pages."""
    forms = _forms(pages)
    for page in pages:
        words = page.words
        index = 0
        while index < len(words):
            length = _match(page, index, forms) if index not in page.taken else 0
            if length and page.take(index, index + length, "named elsewhere"):
                index += length
            else:
                index += 1


def _forms(pages: Iterable[Page]) -> set[tuple[str, ...]]:
    """The forms under which known people may be mentioned, in small letters."""
    forms: set[tuple[str, ...]] = set()
    for page in pages:
        for name in page.names:
            if not name.short:
                forms.update(_shortened(words_of(page.passage.text[name.start : name.end]), name))
    return forms


def _shortened(words: Sequence[Word], name: Name) -> Iterable[tuple[str, ...]]:
    low = [word.low for word in words if word.text not in ".,"]
    yield tuple(low)
    yield tuple(word.low for word in words)
    if name.korean and (parts := split(low)):
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
        if part not in PARTICLES and len(part) > 2:
            # "Dela Cruz", "van den Berghe": the particles go with the word behind them.
            begin = index
            while begin > 0 and low[begin - 1] in PARTICLES:
                begin -= 1
            yield tuple(low[begin : index + 1])
            yield (part,)
    if len(low) > 2:
        yield tuple(low[1:])


def _match(page: Page, index: int, forms: set[tuple[str, ...]]) -> int:
    """How many words from `index` on are a known form standing by itself; 0 for none."""
    words = page.words
    if not (capital(words[index]) or words[index].low in PARTICLES):
        return 0
    run = tuple(word.low for word in words[index : index + _LONGEST])
    for length in range(len(run), 0, -1):
        if run[:length] in forms and _alone(page, index, index + length, full=length > 1):
            return length
    return 0


def _alone(page: Page, index: int, end: int, *, full: bool) -> bool:
    words = page.words
    if not any(map(capital, words[index:end])) or any(i in page.taken for i in range(index, end)):
        return False
    if not full and (not capital(words[index]) or plain_word(words[index])):
        return False
    for inner in range(index + 1, end):
        if not touching(words, inner):
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
    if full or words[index].low not in AMBIGUOUS:
        return True
    # "Park", "Moon", "Ok" are words too: beside a verb or between commas they are people.
    return end < len(words) and (words[end].low in _SAYING or words[end].low == "'s" or words[end].low.endswith("ed"))


def _opens(page: Page, index: int) -> bool:
    """Whether a capitalised word stands at a sentence's beginning, where the capital says nothing."""
    return index == 0 or page.words[index - 1].text in ".?!:\"'"
