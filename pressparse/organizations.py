"""The grammar of bodies' names: how far a capitalised phrase reaches, and what its words say it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pressparse.romanization import SURNAMES
from pressparse.vocabulary import (
    ADJECTIVES,
    CERTAIN,
    FIELDS_TOO,
    FUNCTION_WORDS,
    HEADS,
    HONORIFICS,
    NOUNS,
    OWNERS,
    PORTFOLIOS,
    TRADES,
    UNDERTAKINGS,
    UNITS,
    place,
)
from pressparse.words import Word, acronym, capital, touching

_OF = {"of", "de", "du", "des", "di"}
_DAYS = {"sun", "mon", "sat", "jan", "may", "mar", "will"}
"""Names of days and months that are words of names as well."""
_COMPASS = frozenset("north south east west northern southern eastern western central upper lower".split())
_VILLAGE = re.compile(r"\d{1,2}-(?:ri|dong|ga)")
_REACH = 24
"""Words that the name of a body has at most: a bound on what is looked at."""


def part(words: Sequence[Word], index: int) -> bool:
    """Whether the word can be part of a body's name by its spelling: a capital, or the number of "2040 Tide Bureau"."""
    word = words[index]
    if _VILLAGE.fullmatch(word.low):
        # "Hado 2-ri"
        return touching(words, index) and capital(words[index - 1])
    if word.text[0].isdigit():
        return (
            index + 1 < len(words) and touching(words, index + 1) and capital(words[index + 1]) and word.text.isalnum()
        )
    if word.low in _DAYS and 0 < index < len(words) - 1 and capital(words[index + 1]) and touching(words, index + 1):
        # "National Sun Yat-sen University"
        return capital(words[index - 1]) and touching(words, index) and words[index - 1].low not in FUNCTION_WORDS
    return capital(word) and (word.low not in FUNCTION_WORDS or (acronym(word) and len(word.text) > 2))


def phrase_end(words: Sequence[Word], begin: int, walls: Collection[int] = (), *, topic: bool = False) -> int:
    """The index behind the last word of the body's name that begins at `begin`; `begin` where there is none.

    No phrase goes past an index in `walls`, where a person's name begins. With `topic` the phrase is what a minister
    is minister of: once words of that kind have been read, other words are the minister's name.
    """
    end = index = begin
    while index < len(words) and index - begin < _REACH:
        if index > begin and index in walls and not _compassed(words, begin, index):
            break
        if part(words, index):
            if index > begin and _name_follows(words, begin, index, walls, topic):
                break
            index = end = index + 1
        elif index > begin and (step := _joined(words, begin, index, walls)):
            index = step
        else:
            break
        if (
            end < len(words)
            and index == end
            and not touching(words, end)
            and words[end].low not in {",", "·", "'s", "'"}
        ):
            break
    return end


def _run_end(words: Sequence[Word], index: int) -> int:
    """The index behind the unbroken run of capitalised words that begins at `index`."""
    end = index
    while end < len(words) and end - index < _REACH and part(words, end) and (end == index or touching(words, end)):
        end += 1
    return end


def _compassed(words: Sequence[Word], begin: int, index: int) -> bool:
    """Whether the word behind a compass word is still the place, two words of a name behind it: "Western Makeria"."""
    return index == begin + 1 and words[begin].low in _COMPASS and _run_end(words, index) - index == 3


def _name_follows(words: Sequence[Word], begin: int, index: int, walls: Collection[int], topic: bool) -> bool:
    """Whether a person's name begins at `index`, right behind a phrase that is complete without it."""
    before, run = words[index - 1], words[index : _run_end(words, index)]
    if (
        words[index].low in HONORIFICS
        and len(run) + (words[index + 1].text == "." if index + 1 < len(words) else 0) > 1
    ):
        return True
    if any(w.low in NOUNS or w.low in PORTFOLIOS or w.low in OWNERS for w in run) or not touching(words, index):
        return False
    if topic and before.low in PORTFOLIOS:
        # "Minister of Trade Kim", "Minister of Agriculture Rosa Quiroz"; "Climate Action" goes on.
        return not place(words[index]) and (len(run) > 1 or words[index].low in SURNAMES)
    if index == begin + 2 and len(run) == 2 and words[begin].low in _COMPASS:
        # "the South Aegean Eleni Markou"
        return not any(map(place, run)) and not any(map(acronym, run))
    if place(before) and (index - begin <= 2 or words[index - 2].low in _OF) and len(run) >= 2:
        return not place(words[index]) and not acronym(words[index])
    return before.low in CERTAIN and len(run) >= 2 and not any(map(place, run)) and index + len(run) not in walls


def _joined(words: Sequence[Word], begin: int, index: int, walls: Collection[int]) -> int:
    """The index of the word after a connector that belongs to the phrase, or 0."""
    word, before = words[index], words[index - 1]
    after = index + 1
    if word.text in {",", "·"}:
        return _listed(words, begin, index, walls)
    if word.low in {"'s", "'"}:
        # "Women's Policy Bureau": an owner inside the name, when a kind of body follows.
        owned = before.low in OWNERS and after < len(words) and touching(words, after) and part(words, after)
        return after if owned and any(w.low in NOUNS for w in words[after : _run_end(words, after)]) else 0
    if word.low in _OF | {"for", "on", "and", "&"} and after < len(words) and words[after].low == "the":
        after += 1
    if after >= len(words) or after in walls or not part(words, after) or not touching(words, after):
        return 0
    if word.low in _OF:
        return after
    if word.low in {"for", "on"}:
        return after if before.low in NOUNS else 0
    if word.low in {"and", "&"} and index > begin + 1 and _last_of_list(words, begin, index, after, walls):
        return after
    if word.low == "and" and after == index + 2:
        # "Sustainability and the Environment"
        run = words[after : _run_end(words, after)]
        fields = before.low in PORTFOLIOS and run[0].low in PORTFOLIOS
        return after if fields and not any(w.low in NOUNS - PORTFOLIOS or w.low in HEADS for w in run) else 0
    if word.low in {"and", "&"} and after == index + 1:
        return after if _conjoined(words, begin, index, after, walls) else 0
    return 0


def _paired(before: Word, following: Word) -> bool:
    """Whether "and" joins two words of one body's name: "Science and ICT", "Meteorological and Hydrological"."""
    if before.low in PORTFOLIOS and following.low in PORTFOLIOS:
        return True
    return all(
        word.low.endswith(("cal", "nal", "ral", "ary", "ive")) and not place(word) for word in (before, following)
    )


def _conjoined(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> bool:
    before, following = words[index - 1], words[after]
    if _paired(before, following):
        return True
    run = words[after : min([_run_end(words, after), *(wall for wall in range(after, after + 6) if wall in walls)])]
    named = [at for at, word in enumerate(run) if word.low in PORTFOLIOS or word.low in NOUNS]
    run = run[: named[-1] + 1] if named else run
    if begin == index - 1 and (run[-1].low == "affairs" or (len(run) <= 2 and run[-1].low in UNITS)):
        # "ASEAN and Southeast Asian Affairs", "Asia and Pacific Division"
        return True
    if (place(before) and before.low not in ADJECTIVES) or before.low in CERTAIN:
        return False
    if run[-1].low in PORTFOLIOS and not acronym(before) and not any(word.low in NOUNS - PORTFOLIOS for word in run):
        # "African and Middle Eastern Affairs"
        return not any(word.low in NOUNS - FIELDS_TOO for word in words[begin:index]) or before.low in PORTFOLIOS
    apart = any(word.low in CERTAIN or acronym(word) or place(word) for word in words[begin:index])
    if run[-1].low in UNITS and len(run) <= 4 and index - begin <= 3 and not apart:
        # "Reef Restoration and Tide Cycles Bureau"
        return True
    # "Salt and Fisheries Bureau", "Institute of Salt and Ocean Engineering": one body, not two.
    if run[-1].low in NOUNS:
        return (len(run) <= 3 and not acronym(before) and begin == index - 1) or before.low in PORTFOLIOS
    inside = any(word.low in NOUNS for word in words[begin:index]) and any(w.low in _OF for w in words[begin:index])
    return inside and not place(following) and not acronym(before) and not any(word.low in NOUNS for word in run)


def _listed(words: Sequence[Word], begin: int, index: int, walls: Collection[int]) -> int:
    """The index of the next item behind the comma at `index` in a list of fields that ends in "and", or 0.

    "Trade, Industry and Energy", "Economic Growth, Energy, and the Environment".
    """
    after = index + 1
    if after < len(words) and words[after].low in {"and", "&"}:
        # A comma before "and": only behind a list that has one already.
        after += 1
        after += after < len(words) and words[after].low == "the"
        end = _item_end(words, after, walls)
        told = end > after and _field_item(words, after, end) and any(w.text == "," for w in words[begin:index])
        return after if told else 0
    known, ahead = _of_field(words, begin, index), after
    for _ in range(5):
        end = _item_end(words, ahead, walls)
        if end == ahead or end >= len(words) or any(place(w) or acronym(w) for w in words[ahead : end - 1]):
            return 0
        known += _field_item(words, ahead, end)
        if words[end].text == "," and end + 1 < len(words) and words[end + 1].low in {"and", "&"}:
            end += 1
        if words[end].low in {"and", "&"}:
            last = end + 1
            last += last < len(words) and words[last].low == "the"
            stop = _item_end(words, last, walls)
            return after if stop > last and known + _field_item(words, last, stop) > 1 else 0
        if words[end].text != ",":
            return 0
        ahead = end + 1
    return 0


def _item_end(words: Sequence[Word], begin: int, walls: Collection[int]) -> int:
    """The index behind an item of at most three words in a list of fields; `begin` where a body or a name stands."""
    end = begin
    while end < len(words) and end - begin < 4 and end not in walls and part(words, end) and (
        end == begin or touching(words, end)
    ):  # fmt: skip
        end += 1
        if words[end - 1].low in PORTFOLIOS and not (end < len(words) and words[end].low in PORTFOLIOS):
            break
    run = words[begin:end]
    body_named = any(w.low in NOUNS - PORTFOLIOS or w.low in HONORIFICS for w in run) or (run and place(run[0]))
    return begin if end - begin > 3 or body_named else end


def _field_item(words: Sequence[Word], begin: int, end: int) -> bool:
    return any(word.low in PORTFOLIOS for word in words[begin:end])


def _of_field(words: Sequence[Word], begin: int, index: int) -> int:
    """How much speaks for a field right before the comma at `index`: 1 for a word of one or for "of" before it."""
    before = index - 1
    own = words[before].low in PORTFOLIOS
    return int(own or (before > begin and words[before - 1].low in _OF | {"for"}))


def _last_of_list(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> bool:
    """Whether "and" leads to the last field of a list with commas: "Ports, Animal Husbandry & Dairying"."""
    comma = any(words[i].text == "," for i in range(max(begin, index - 4), index))
    return comma and _item_end(words, after, walls) > after


def phrase_begin(words: Sequence[Word], end: int, walls: Collection[int] = ()) -> int:
    """The index where the body's name that ends before `end` begins; `end` where there is none.

    `walls` are indices behind a person's name.
    """
    begin = end
    while begin > 0 and end - begin < _REACH:
        index = begin - 1
        if begin in walls or (
            begin < end and not touching(words, begin) and words[index].low not in {",", "&", "'s", "'"}
        ):
            break
        if part(words, index):
            begin = index
        elif begin < end and (step := _joined_left(words, index)) >= 0:
            begin = step
        else:
            break
    return begin


def _joined_left(words: Sequence[Word], index: int) -> int:
    """For a connector at `index` inside a body's name: the index of the word before it, else -1."""
    word, before = words[index], words[index - 1]
    if index < 1 or not part(words, index - 1):
        return -1
    following = words[index + 1]
    if word.text == "&" or (word.low in {"'s", "'"} and before.low in OWNERS):
        return index - 1
    if word.low == "and" or word.text == ",":
        # "Trade, Industry and Energy Minister": the list must be of portfolios on both sides.
        return index - 1 if _paired(before, following) else -1
    return index - 1 if word.low in {"of", "for", "on"} and before.low in NOUNS else -1


def body(words: Sequence[Word]) -> bool:
    """Whether a phrase is a body's name by its words: it holds a kind of body, an acronym or a place."""
    if words and words[-1].low in UNDERTAKINGS:
        return False
    return any(
        ((word.low in NOUNS or word.low in TRADES) and capital(word)) or acronym(word) or place(word) for word in words
    )
