"""Names told by their words: a given name that is common somewhere in the world, with a family name beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressparse import lexicons
from pressparse.romanization import AMBIGUOUS, SURNAMES, plain_letters
from pressparse.words import Word, capital, touching

_TABLES = lexicons.load("given")


def _spelled(text: str) -> frozenset[str]:
    """The names of a table, the longer ones also as they are written without accents."""
    names = text.split()
    return frozenset(names) | {plain for name in names if len(plain := plain_letters(name)) > 3}


_ENDINGS = tuple(lexicons.load("names")["family_endings"])
_MONGOLIAN = tuple(_TABLES["mongolian_stems"].split())
_SYLLABLES = {"mongolian_stems", "burmese", "chinese_families", "vietnamese_families", "japanese_families"}
_FIRST = _spelled(" ".join(text for table, text in _TABLES.items() if table not in _SYLLABLES))
_CHINESE = frozenset(_TABLES["chinese_families"].split())
_VIETNAMESE = frozenset(_TABLES["vietnamese_families"].split())
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouü])){1,2}"
)
# The syllables of Japanese, in Hepburn's letters.
_KANA = re.compile(r"(?:(?:[kgnhbpmr]y|sh|ch|ts|[kgsztdnhbpmrfjwy])?[aeiouōū]|n(?![aeiou])|[kstp](?=[kstpc])){2,8}")
_BURMESE = frozenset(_TABLES["burmese"].split())
_JAPANESE = frozenset(_TABLES["japanese_families"].split())
_EASTERN = frozenset(_TABLES["japanese"].split()) | _JAPANESE | _CHINESE | (SURNAMES - AMBIGUOUS)
_LAST = _spelled(f"{_TABLES['japanese']} {_TABLES['hungarian']}")


def listed(words: Sequence[Word]) -> bool:
    """Whether some words have a common given name, or end as family names do: "Sato Naoko", "Umid Yuldashev"."""
    if not 2 <= len(words) <= 8 or not capital(words[0]):
        return False
    # "Umid Yuldashev"
    ended = len(words[-1].text) > 5 and words[-1].low.endswith(_ENDINGS) and words[-1].text[1:].islower()
    return ended or _given(words[0], _FIRST) or _given(words[-1], _LAST) or _eastern(words)


def _eastern(words: Sequence[Word]) -> bool:
    """Whether a run has the shape of a Chinese, Burmese or Vietnamese name: "Chen Meiling", "U Myint Swe"."""
    if not all(map(capital, words)) or any(len(word.text) > 6 for word in words[2:]):
        return False
    if len(words) == 2:
        given = words[1].low.replace("-", "")
        if words[0].low in _JAPANESE and _given(words[1], _FIRST):
            # "Kubo Elena"
            return True
        return words[0].low in _CHINESE and len(given) > 4 and _PINYIN.fullmatch(given) is not None
    if words[0].text in {"U", "Ma", "Ko"} and len(words) > 2 and all(word.low in _BURMESE for word in words[1:]):
        return True
    short = len(words) in {3, 4} and all(len(word.text) < 7 and word.text[1:].islower() for word in words)
    return short and plain_letters(words[0].text) in _VIETNAMESE


def _given(word: Word, names: frozenset[str]) -> bool:
    # "Shōji", "Jean-Marc", "Erdenebileg"
    low = plain_letters(word.low)
    told = bool(names & {word.low, low, low.partition("-")[0]})
    return told or (len(low) > 6 and names is _FIRST and low.startswith(_MONGOLIAN))


def common(word: Word) -> bool:
    """Whether a single word is a common given name: the "Elena" of "her daughter Elena"."""
    return capital(word) and _given(word, _FIRST)


def eastern_family(word: Word) -> bool:
    """Whether a single word is a family name of Korea, China or Japan: the "Kato" of "Kato and Ms. Weber"."""
    return capital(word) and word.low in _EASTERN


def family_in_capitals(words: Sequence[Word], index: int) -> bool:
    """Whether a family name in capitals with a given name behind it begins here: "KIMOTO Haru", "DUPONT Marie".

    A body's letters stand before no given name, and few are as long as these with a vowel among them.
    """
    family = words[index]
    if not family.text.isupper() or len(family.text) < 4 or index + 1 >= len(words) or not touching(words, index + 1):
        return False
    given = words[index + 1]
    shaped = capital(given) and not given.text.isupper() and len(given.text) > 1
    japanese = _KANA.fullmatch(family.low) is not None and _KANA.fullmatch(given.low) is not None
    told = common(given) or _given(given, _LAST) or eastern_family(family) or japanese
    return shaped and told and family.text.isalpha() and given.text.replace("-", "").isalpha()


def burmese(words: Sequence[Word], index: int) -> bool:
    """Whether a word that may be another goes on in a Burmese name: the "Mar" and "Win" of "Khin Mar Win"."""
    return 0 < index < len(words) and capital(words[index]) and {words[index].low, words[index - 1].low} <= _BURMESE
