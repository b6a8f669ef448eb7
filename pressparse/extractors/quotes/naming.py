"""Names of bodies as subjects: how far one reaches, and whether what it names can speak at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressparse.extractors.quotes.lexicon import BODIES, HUMAN_ENDINGS, HUMANS, UNDERTAKINGS
from pressparse.organizations import phrase_end
from pressparse.vocabulary import ADJECTIVES, place
from pressparse.words import Word, capital, touching

_OWNER = {"'", "'s"}
_COMPLEMENT = {"of", "for", "against", "without", "on", "de"}
_REACH = 24
_GIVEN = re.compile(r"[A-Z][a-z]{1,7}-[a-z]{1,7}")


def name_end(words: Sequence[Word], begin: int, reach: int) -> int:
    """The index behind the name that begins at `begin`, owners and complements taken in.

    It goes on at least to the capital before `reach`, the end of the noun phrase that the parser made out: "Korea Lamp
    Makers' Union" and "Parents for Dark Streets" are longer than the name of an office in a title would be.
    """
    end = max(phrase_end(words, begin), begin + 1)
    inside = range(begin, min(len(words), begin + _REACH))
    end = max([end, *(index + 1 for index in inside if words[index].end <= reach and capital(words[index]))])
    while end < len(words) and end - begin < _REACH:
        owner = words[end].text in _OWNER and words[end].start == words[end - 1].end
        if not owner and not (words[end].low in _COMPLEMENT and touching(words, end)):
            break
        after = end + 1
        if not owner and after < len(words) and words[after].low == "the":
            after += 1
        if after >= len(words) or not capital(words[after]) or not touching(words, after):
            break
        end = max(phrase_end(words, after), after + 1)
    return end


def can_speak(words: Sequence[Word]) -> bool:
    """Whether a capitalised phrase may be a speaker's name: no mere place, no project, nothing that ends in a noun."""
    named = [word for word in words if word.text[0].isalnum()]
    if not named or not capital(named[-1]):
        return False  # Lamp makers, Samcheon residents
    if all(place(word) or word.low in ADJECTIVES for word in named):
        return False
    last = named[-1].low
    if len(named) == 1 and last.endswith("s") and (last in HUMANS or last.endswith(HUMAN_ENDINGS)):
        return False  # Ministers, Participants
    return last in BODIES or not ({last, last.removesuffix("s")} & UNDERTAKINGS)


def person_end(words: Sequence[Word], begin: int, end: int) -> int:
    """The end of a phrase without the common noun behind a Korean name: "Ok Su-bin curator" is Ok Su-bin."""
    last = next((index for index in range(end - 1, begin, -1) if capital(words[index])), begin)
    return last + 1 if last > begin and _GIVEN.fullmatch(words[last].text) else end
