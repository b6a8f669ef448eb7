"""What joins the words of a body's name: "of", "and", an owner, the commas of a list of fields."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse.organizations.parts import OF, part, run_end
from pressparse.vocabulary import (
    ADJECTIVES,
    CERTAIN,
    FIELDS_TOO,
    HEADS,
    HONORIFICS,
    NOUNS,
    OWNERS,
    PORTFOLIOS,
    UNITS,
    place,
)
from pressparse.words import Word, acronym, touching


def joined(words: Sequence[Word], begin: int, index: int, walls: Collection[int]) -> int:
    """The index of the word after a connector that belongs to the phrase, or 0."""
    word, before = words[index], words[index - 1]
    after = index + 1
    if word.text == "&" and before.end == word.start and after < len(words) and words[after].start == word.end:
        # "R&D"
        return after if part(words, after) else 0
    if word.text in {",", "·"}:
        return _listed(words, begin, index, walls)
    if word.low in {"'s", "'"}:
        return _owner(words, index)
    if word.low in OF | {"for", "on", "and", "&"} and after < len(words) and words[after].low == "the":
        after += 1
    if after >= len(words) or after in walls or not part(words, after) or not touching(words, after):
        return 0
    if word.low in OF:
        return after
    if word.low in {"for", "on"}:
        return after if before.low in NOUNS else 0
    return _and(words, begin, index, after, walls) if word.low in {"and", "&"} else 0


def _and(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> int:
    """`after`, where "and" at `index` joins it to the same name, else 0."""
    word, before = words[index], words[index - 1]
    if index > begin + 1 and _last_of_list(words, begin, index, after, walls):
        return after
    if word.low == "and" and after == index + 2:
        # "Sustainability and the Environment"
        run = words[after : run_end(words, after)]
        fields = before.low in PORTFOLIOS and run[0].low in PORTFOLIOS
        return after if fields and not any(w.low in NOUNS - PORTFOLIOS or w.low in HEADS for w in run) else 0
    return after if after == index + 1 and _conjoined(words, begin, index, after, walls) else 0


def _owner(words: Sequence[Word], index: int) -> int:
    """The index behind an owner inside a name when a kind of body follows, or 0: "Women's Policy Bureau"."""
    after = index + 1
    if words[index - 1].low not in OWNERS or after >= len(words):
        return 0
    owned = touching(words, after) and part(words, after)
    kinds = NOUNS | {"affairs"}
    return after if owned and any(w.low in kinds for w in words[after : run_end(words, after)]) else 0


def paired(before: Word, following: Word) -> bool:
    """Whether "and" joins two words of one body's name: "Science and ICT", "Meteorological and Hydrological"."""
    if before.low in PORTFOLIOS and following.low in PORTFOLIOS:
        return True
    return all(
        word.low.endswith(("cal", "nal", "ral", "ary", "ive")) and not place(word) for word in (before, following)
    )


def _conjoined(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> bool:
    before, following = words[index - 1], words[after]
    if paired(before, following):
        return True
    if following.low in HEADS - PORTFOLIOS - NOUNS:
        # "Dean of the School of Tides and Professor of Salt": a second post.
        return False
    run = words[after : min([run_end(words, after), *(wall for wall in range(after, after + 6) if wall in walls)])]
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
    if run[-1].low in UNITS and len(run) <= 3 and index - begin == 2 and place(words[begin]) and field_like(before):
        # "Ulsan Fire and Rescue Headquarters": "Ulsan Fire" is no body by itself.
        return True
    apart = any(word.low in CERTAIN or acronym(word) or place(word) for word in words[begin:index])
    if run[-1].low in UNITS and len(run) <= 4 and index - begin <= 3 and not apart:
        # "Reef Restoration and Tide Cycles Bureau"
        return True
    # "Salt and Fisheries Bureau", "Institute of Salt and Ocean Engineering": one body, not two.
    if run[-1].low in NOUNS:
        return (len(run) <= 3 and not acronym(before) and begin == index - 1) or before.low in PORTFOLIOS
    of = any(w.low in OF | {"for"} for w in words[begin:index])
    inside = any(word.low in NOUNS for word in words[begin:index]) and of
    return inside and not place(following) and not acronym(before) and not any(word.low in NOUNS for word in run)


def field_like(word: Word) -> bool:
    """Whether a word can be one of two fields of a unit: no kind of body, letters, place or post."""
    return not (word.low in NOUNS - FIELDS_TOO or word.low in HEADS or acronym(word) or place(word))


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
    return int(own or (before > begin and words[before - 1].low in OF | {"for"}))


def _last_of_list(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> bool:
    """Whether "and" leads to the last field of a list with commas: "Ports, Animal Husbandry & Dairying"."""
    comma = any(words[i].text == "," for i in range(max(begin, index - 4), index))
    return comma and _item_end(words, after, walls) > after
