"""What joins the words of a body's name: "of", "and", an owner, the commas of a list of fields."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse.organizations.fields import compound, field_like, last_of_list, listed, second_field
from pressparse.organizations.owners import owned
from pressparse.organizations.parts import KINDS, OF, OF_OR_FOR, ONLY_BODIES, part, run_end
from pressparse.vocabulary import (
    ADJECTIVES,
    CERTAIN,
    HEADS,
    NOUNS,
    PORTFOLIOS,
    TRADES,
    UNDERTAKINGS,
    UNITS,
    place,
)
from pressparse.words import Word, acronym, touching

# "Hydrographic and Oceanographic", "Medical and Dental"; of these ends, some words are nouns.
_ADJECTIVAL = ("al", "ic", "ary", "ive", "lar", "ear")
_REGIONS = {"asia", "pacific", "africa", "americas", "europe", "caribbean", "gulf", "mediterranean", "arctic"}
_OFFICERS = {"director", "head", "president", "manager", "secretary", "minister", "commissioner", "chair", "chairman"}
_NOUNS_TOO = NOUNS | HEADS | UNDERTAKINGS | {"capital", "republic", "dollar", "pillar", "scholar", "year"}
_ONLY_HEADS = HEADS - PORTFOLIOS - NOUNS
_SAINTS = {"St", "Ste", "Sts", "Mt", "Ft"}
_CONNECTORS = OF_OR_FOR | {"on", "and", "&"}


def joined(words: Sequence[Word], begin: int, index: int, walls: Collection[int], *, topic: bool = False) -> int:
    """The index of the word after a connector that belongs to the phrase, or 0; `topic` as for `phrase_end`."""
    word, before = words[index], words[index - 1]
    after = index + 1
    if word.text == "&" and before.end == word.start and after < len(words) and words[after].start == word.end:
        # "R&D"
        return after if part(words, after) else 0
    if word.text in {",", "·"}:
        return listed(words, begin, index, walls)
    if word.low in {"'s", "'"}:
        return owned(words, index)
    if word.text == "." and before.text in _SAINTS and before.end == word.start:
        # "St. Brannoc Abbey"
        return after if after < len(words) and part(words, after) and after not in walls else 0
    if word.low in _CONNECTORS and after < len(words) and words[after].low == "the":
        after += 1
    if after >= len(words) or after in walls or not part(words, after) or not touching(words, after):
        return 0
    if word.low in OF:
        return after
    if word.low in {"for", "on"}:
        # "Samgok Station on the Jungang Line": where it stands
        return after if before.low in NOUNS and (word.low, before.low) != ("on", "station") else 0
    if topic and word.low == "and" and second_field(words, index, after):
        return after
    return _and(words, begin, index, after, walls) if word.low in {"and", "&"} else 0


def _and(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> int:
    """`after`, where "and" at `index` joins it to the same name, else 0."""
    word, before = words[index], words[index - 1]
    if index > begin + 1 and last_of_list(words, begin, index, after, walls):
        return after
    if word.low == "and" and after == index + 2:
        # "Sustainability and the Environment"
        run = words[after : run_end(words, after)]
        fields = before.low in PORTFOLIOS and run[0].low in PORTFOLIOS
        if len(run) == 1 and before.low in _REGIONS and run[0].low in _REGIONS:
            # "Director General for Asia and the Pacific"
            return after
        return after if fields and not any(w.low in KINDS or w.low in HEADS for w in run) else 0
    return after if after == index + 1 and _conjoined(words, begin, index, after, walls) else 0


def paired(before: Word, following: Word) -> bool:
    """Whether "and" joins two words of one body's name: "Science and ICT", "Meteorological and Hydrological"."""
    if before.low in PORTFOLIOS and following.low in PORTFOLIOS:
        return True
    return all(
        word.low.endswith(_ADJECTIVAL) and word.low not in _NOUNS_TOO and not place(word)
        for word in (before, following)
    )


def _conjoined(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> bool:
    before, following = words[index - 1], words[after]
    if paired(before, following) or compound(words, begin, index, after):
        return True
    if following.low in _ONLY_HEADS or any(word.low in _OFFICERS for word in words[after + 1 : after + 2]):
        # "Dean of the School of Tides and Professor of Salt", "... and Scientific Director of": a second post.
        return False
    run = words[after : min([run_end(words, after), *(wall for wall in range(after, after + 6) if wall in walls)])]
    named = [at for at, word in enumerate(run) if word.low in PORTFOLIOS or word.low in NOUNS]
    run = run[: named[-1] + 1] if named else run
    if begin == index - 1 and (run[-1].low == "affairs" or (len(run) <= 2 and run[-1].low in UNITS)):
        # "ASEAN and Southeast Asian Affairs", "Asia and Pacific Division"
        return True
    if _on_fields(words, begin, index, run):
        return True
    if (place(before) and before.low not in ADJECTIVES) or before.low in CERTAIN or _firm(run):
        return False
    if run[-1].low in PORTFOLIOS and not acronym(before) and not any(word.low in KINDS for word in run):
        # "African and Middle Eastern Affairs"
        plain = not any(word.low in ONLY_BODIES for word in words[begin:index]) or before.low in PORTFOLIOS
        return plain or _of_two_fields(words, begin, index, after)
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
    of = any(w.low in OF_OR_FOR for w in words[begin:index])
    inside = any(word.low in NOUNS for word in words[begin:index]) and of
    return inside and not place(following) and not acronym(before) and not any(word.low in NOUNS for word in run)


def _on_fields(words: Sequence[Word], begin: int, index: int, run: Sequence[Word]) -> bool:
    """Whether "and" joins what a body is on: "Committee on Ageing Society and Population Policy"."""
    on = any(words[at].low == "on" and words[at - 1].low in NOUNS for at in range(begin + 1, index))
    return on and run[-1].low in PORTFOLIOS and not any(word.low in KINDS for word in run)


def _firm(run: Sequence[Word]) -> bool:
    """Whether a run is a firm and no field: "Ministry of Ports and Hanbit Shipping"."""
    trade = len(run) == 2 and run[1].low in TRADES
    return trade and not (run[0].low in PORTFOLIOS or run[0].low.endswith(_ADJECTIVAL))


def _of_two_fields(words: Sequence[Word], begin: int, index: int, after: int) -> bool:
    """Whether "and" joins two fields behind "of": "Institute of Salt and Ocean Engineering", no "Energy Minister"."""
    of = any(word.low in OF for word in words[begin:index])
    run = words[after : run_end(words, after)]
    return of and field_like(words[index - 1]) and not any(w.low in HEADS or w.low in KINDS for w in run)
