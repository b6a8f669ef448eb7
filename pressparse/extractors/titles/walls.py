"""Where a person's name begins behind a field or a body, which would otherwise be read on into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressparse import lexicons
from pressparse.given import common, family_in_capitals
from pressparse.organizations import abstract
from pressparse.vocabulary import FUNCTION_WORDS, HEADS, LANDMARKS, NOUNS, PORTFOLIOS, TRADES, UNDERTAKINGS, place
from pressparse.words import Word, acronym, capital, touching

_NAMES = lexicons.load("names")
_PARTICLES = frozenset(_NAMES["particles"])
_OPENERS = frozenset(_NAMES["openers"])
# Bodies that are called after people by the name behind them: "Universidad Federico Ibarra".
_NAMED = frozenset(_NAMES["called_after"])
_NEVER = NOUNS | PORTFOLIOS | TRADES | UNDERTAKINGS | LANDMARKS | HEADS | FUNCTION_WORDS
_IRISH = {"Ó", "Ní", "Mac", "Nic", "Uí", "Ould", "Mint"}
_LONGEST = 5


def behind_bodies(words: Sequence[Word]) -> set[int]:
    """Word indices where a name of two words or more begins right behind another capitalised word.

    It is told by a common given name ("Speaker of the Riksdag Anna Lund") or by a family name that nothing else is
    spelled like ("Secretary General of the Tide Forum Lupe Fa'atau").
    """
    begins = set[int]()
    for index in range(2, len(words) - 1):
        word = words[index]
        if _family_in_capitals(words, index):
            begins.add(index)
            continue
        if not word.text[0].isupper() or not touching(words, index) or not capital(words[index - 1]):
            continue
        named = common(word) and not _named_after(words, index) and _whole_name(words, index)
        if named or (word.text.isupper() and family_in_capitals(words, index)):
            begins.add(index)
        elif _speaks(word) and capital(words[index - 2]) and touching(words, index - 1) and _plain(words[index - 1]):
            begins.add(index - 1)
    return begins


def _family_in_capitals(words: Sequence[Word], index: int) -> bool:
    """Whether a family name in capitals begins here, behind a place: "Ambassador of Japan to Tonga HAMADA Ryo"."""
    word, given = words[index], words[index + 1]
    if not (word.text.isupper() and len(word.text) > 3 and word.text.isalpha() and place(words[index - 1])):
        return False
    written = given.text[0].isupper() and given.text[1:].islower() and touching(words, index + 1)
    alone = index + 2 >= len(words) or not (capital(words[index + 2]) and touching(words, index + 2))
    return touching(words, index) and written and alone and _plain(word) and given.low not in _NEVER - FUNCTION_WORDS


def _named_after(words: Sequence[Word], index: int) -> bool:
    """Whether the word before is a part of the same name: a town's opening, a given name, a body called after him."""
    before = words[index - 1]
    if before.low in _OPENERS or before.low in _NAMED:
        return True
    return common(before) and words[index - 2].low not in _OPENERS


def _whole_name(words: Sequence[Word], index: int) -> bool:
    """Whether the run from `index` on is two to five words of a name, and none that names something else."""
    run = list(_run(words, index))
    return 1 < len(run) <= _LONGEST and all(map(_plain, run))


def _run(words: Sequence[Word], index: int) -> Iterator[Word]:
    for at in range(index, min(index + 2 * _LONGEST, len(words))):
        if at > index and not touching(words, at):
            return
        if capital(words[at]):
            yield words[at]
        elif words[at].low not in _PARTICLES:
            return


def _plain(word: Word) -> bool:
    return word.low not in _NEVER and not place(word) and not (acronym(word) and len(word.text) < 4)


def _speaks(word: Word) -> bool:
    """Whether a word is a family name by its spelling: an apostrophe inside ("Fa'atau", "Dell'Arno"), "Ó", "Ould"."""
    inner = word.text.find("'")
    return (0 < inner < len(word.text) - 2 and word.low[inner + 1 :] not in {"s", "ll", "re", "ve"}) or (
        word.text in _IRISH
    )


def called_after(words: Sequence[Word], begin: int) -> bool:
    """Whether a body stands right before that is called after the person whose name begins at `begin`."""
    return begin > 0 and words[begin - 1].low in _NAMED and touching(words, begin) and capital(words[begin - 1])


def behind_field(words: Sequence[Word], begin: int, end: int) -> int:
    """Where a name begins that the model reads a field into: "Prosperity Ann Field" of "Minister for Rural …"."""
    while end - begin > 2 and begin > 0 and touching(words, begin) and abstract(words[begin]):
        before = words[begin - 1]
        led = before.low in {"of", "for", "and", "&"} or (capital(before) and before.low not in HEADS)
        if not led or common(words[begin]):
            break
        begin += 1
    return begin
