"""Fields inside the names of bodies and posts, and lists of them: "Trade, Industry and Energy"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse.organizations.parts import KINDS, OF, OF_OR_FOR, ONLY_BODIES, part, run_end
from pressparse.romanization import SURNAMES
from pressparse.vocabulary import ADJECTIVES, HEADS, HONORIFICS, NOUNS, PORTFOLIOS, TRADES, place
from pressparse.words import Word, acronym, capital, touching

# The ends of abstract nouns and of the plurals that fields are called by: "Bioeconomy", "Forestry", "Minerals".
_ABSTRACT = tuple("ry ing ion ment ogy ergy omy ics ture ity ance ence ancy ency ism als ness ship".split())
_NO_FIELDS = TRADES | HONORIFICS | SURNAMES
_LEADS = OF_OR_FOR | {"the"}


def field_like(word: Word) -> bool:
    """Whether a word can be one of two fields of a unit: no kind of body, letters, place or post."""
    return not (word.low in ONLY_BODIES or word.low in HEADS or acronym(word) or place(word))


def abstract(word: Word) -> bool:
    """Whether a capitalised word is a field's by its meaning or its ending: "Ports", "Agri-Food", "Bioeconomy"."""
    if word.low in PORTFOLIOS:
        return True
    if not field_like(word) or not capital(word) or word.low in _NO_FIELDS:
        return False
    tail = word.low.rpartition("-")[2]
    return tail in PORTFOLIOS or (len(tail) > 5 and tail.endswith(_ABSTRACT)) or _plural(word)


def _plural(word: Word) -> bool:
    return (
        len(word.low) > 4
        and word.low.endswith("s")
        and not word.low.endswith(("ss", "us", "is", "nes", "hes", "as", "os"))
    )


def second_field(words: Sequence[Word], index: int, after: int) -> bool:
    """Whether "and" at `index` joins two fields of a post: "Health and Bio-Safety", "Reef Farming and Bioenergy"."""
    run = words[after : min(run_end(words, after), after + 4)]
    told = abstract(words[index - 1]) and any(map(abstract, run[:2]))
    return told and field_like(run[0]) and not any(w.low in KINDS or w.low in HEADS for w in run)


def compound(words: Sequence[Word], begin: int, index: int, after: int) -> bool:
    """Whether "and" at `index` joins two fields of one body: "Glass and Ceramics Workers' Union"."""
    following = words[after]
    if not field_like(following) or following.low in ADJECTIVES or following.low in _OPENING:
        return False
    first = next((at + 1 for at in range(index - 1, begin - 1, -1) if words[at].low in _LEADS), begin)
    stretch = words[first:index]
    if len(stretch) < 2 or not capital(stretch[0]) or place(stretch[-1]) or not field_like(stretch[-1]):
        return False
    if any(word.low in ONLY_BODIES or word.low in TRADES or acronym(word) for word in stretch):
        return False
    for at in range(after + 1, min(after + 5, len(words))):
        if words[at].low in _JOINED and part(words, at) and touching(words, at):
            return True
        if not (part(words, at) and touching(words, at)) and words[at].text != "'":
            return False
    return False


_OPENING = frozenset("korea korean national international federal central global world asian european royal".split())
# Kinds of bodies that have two fields in their names; of companies, two are rather meant.
_JOINED = ONLY_BODIES - frozenset("company corporation co inc ltd city county district group university".split())


def listed(words: Sequence[Word], begin: int, index: int, walls: Collection[int]) -> int:
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
    people = _of_people(words, begin, index)
    for _ in range(5):
        end = _item_end(words, ahead, walls)
        if end == ahead or end >= len(words) or any(place(w) or acronym(w) for w in words[ahead : end - 1]):
            return 0
        known += _field_item(words, ahead, end) or (people and _plural(words[end - 1]))
        if words[end].text == "," and end + 1 < len(words) and words[end + 1].low in {"and", "&"}:
            end += 1
        if words[end].low in {"and", "&"}:
            last = end + 1
            last += last < len(words) and words[last].low == "the"
            stop = _item_end(words, last, walls)
            known += _field_item(words, last, stop) or (people and _plural(words[stop - 1]))
            return after if stop > last and known > 1 else 0
        if words[end].text != ",":
            return 0
        ahead = end + 1
    return 0


def _of_people(words: Sequence[Word], begin: int, index: int) -> bool:
    """Whether the list that goes on at the comma is of those whose body it is: "Society of Farmers, Bakers and …"."""
    of = next((at for at in range(index - 2, max(begin, index - 5), -1) if words[at].low in OF), 0)
    return of > begin and words[of - 1].low in NOUNS and _plural(words[index - 1])


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
    body_named = any(w.low in KINDS or w.low in HONORIFICS for w in run) or (run and place(run[0]))
    return begin if end - begin > 3 or body_named else end


def _field_item(words: Sequence[Word], begin: int, end: int) -> bool:
    return any(word.low in PORTFOLIOS for word in words[begin:end])


def _of_field(words: Sequence[Word], begin: int, index: int) -> int:
    """How much speaks for a field right before the comma at `index`: 1 for a word of one or for "of" before it."""
    before = index - 1
    own = words[before].low in PORTFOLIOS
    return int(own or (before > begin and words[before - 1].low in OF_OR_FOR))


def last_of_list(words: Sequence[Word], begin: int, index: int, after: int, walls: Collection[int]) -> bool:
    """Whether "and" leads to the last field of a list with commas: "Ports, Animal Husbandry & Dairying"."""
    comma = any(words[i].text == "," for i in range(max(begin, index - 4), index))
    return comma and _item_end(words, after, walls) > after
