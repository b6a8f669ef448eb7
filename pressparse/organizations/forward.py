"""How far a body's name reaches from its first word on."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse import lexicons
from pressparse.organizations.fields import abstract
from pressparse.organizations.joints import joined
from pressparse.organizations.owners import owned
from pressparse.organizations.parts import OF, REACH, part, run_end
from pressparse.romanization import SURNAMES, shape_at
from pressparse.vocabulary import CERTAIN, HONORIFICS, NOUNS, OWNERS, PORTFOLIOS, TRADES, local, place
from pressparse.words import Word, acronym, touching

# Kinds of bodies that stand alone behind "of".
_ALONE = {
    "mission",
    "delegation",
    "division",
    "section",
    "unit",
    "department",
    "office",
    "team",
    "bureau",
    "staff",
    "house",
    "opposition",
    "senate",
}
# Forms of firms that are words elsewhere.
_FORMS = {"AS", "ASA", "AB", "SA", "AG", "SE", "NV", "BV", "KK", "Oy", "Oyj", "SpA", "Pty", "Bhd", "Tbk", "JSC"}
_CALLED_AFTER = frozenset(lexicons.load("names")["called_after"])
_AREAS = {"prefecture", "province", "county", "city", "district", "region", "regency", "municipality", "state"}
_COMPASS = frozenset("north south east west northern southern eastern western central upper lower".split())


def phrase_end(words: Sequence[Word], begin: int, walls: Collection[int] = (), *, topic: bool = False) -> int:
    """The index behind the last word of the body's name that begins at `begin`; `begin` where there is none.

    No phrase goes past an index in `walls`, where a person's name begins. With `topic` the phrase is what a minister
    is minister of: once words of that kind have been read, other words are the minister's name.
    """
    end = index = begin
    while index < len(words) and index - begin < REACH:
        if index > begin and index in walls and not _compassed(words, begin, index):
            break
        if part(words, index):
            if index > begin and _name_follows(words, begin, index, walls, topic):
                break
            index = end = index + 1
        elif index > begin and (step := joined(words, begin, index, walls, topic=topic)):
            index = step
        else:
            break
        if (
            end < len(words)
            and index == end
            and not touching(words, end)
            and words[end].low not in {",", "·", "'s", "'", "&", "."}
        ):
            break
    return _suffixed(words, begin, end)


def _suffixed(words: Sequence[Word], begin: int, end: int) -> int:
    """The index behind the letters of a firm's form: "Hanbada Heavy Industries Co., Ltd.", "Nordlys AS"; or `end`."""
    if end == begin or end >= len(words):
        return end
    if words[end].text in _FORMS and touching(words, end):
        return end + 1
    if words[end - 1].low in {"co", "company", "corp"} and end + 2 < len(words):
        at = end + (words[end].text == ".")
        if words[at].text == "," and words[at + 1 if at + 1 < len(words) else at].low in {"ltd", "inc", "llc"}:
            return at + 2
    return end


def _compassed(words: Sequence[Word], begin: int, index: int) -> bool:
    """Whether the word behind a compass word is still the place, two words of a name behind it: "Western Makeria"."""
    return index == begin + 1 and words[begin].low in _COMPASS and run_end(words, index) - index == 3


def _name_follows(words: Sequence[Word], begin: int, index: int, walls: Collection[int], topic: bool) -> bool:
    """Whether a person's name begins at `index`, right behind a phrase that is complete without it."""
    before, run = words[index - 1], words[index : run_end(words, index)]
    if (
        words[index].low in HONORIFICS
        and len(run) + (words[index + 1].text == "." if index + 1 < len(words) else 0) > 1
    ):
        return True
    if any(w.low in NOUNS or w.low in PORTFOLIOS or w.low in OWNERS for w in run) or not touching(words, index):
        return False
    # "Minister of Rural Crafts YB Dato' Salmah": the name is behind the honorific.
    honoured = topic and any(w.low in HONORIFICS for w in run[1:])
    if honoured or owned(words, index + len(run)):
        # "Korea Beach Lifeguards' Federation"
        return False
    if topic and (told := _behind_topic(before, run)) is not None:
        return told
    if index == begin + 1 and before.low in _ALONE and len(run) > 1 and not any(map(place, run)):
        # "Deputy Chief of Mission Ida Marsh"
        return not any(map(acronym, run))
    if index == begin + 2 and len(run) == 2 and words[begin].low in _COMPASS:
        # "the South Aegean Eleni Markou"
        return not any(map(place, run)) and not any(map(acronym, run))
    if place(before) and (index - begin <= 2 or words[index - 2].low in OF) and len(run) >= 2:
        return not place(words[index]) and not acronym(words[index])
    if _behind_area_or_field(words, begin, index, run) or _shaped(words, index, before, run):
        return True
    if before.low in _CALLED_AFTER:
        # "Universidad Federico Ibarra"
        return False
    return before.low in CERTAIN and len(run) >= 2 and not any(map(place, run)) and index + len(run) not in walls


def _shaped(words: Sequence[Word], index: int, before: Word, run: Sequence[Word]) -> bool:
    """Whether the run behind a kind of body or a trade is a Korean name: "Daejeon Branch Park Min"."""
    if local(before) and len(run) == 2 and "-" in run[1].text and not local(run[1]):
        # "Head of Haedam-myeon Chil Bo-mi": a family name that is rare
        return True
    shape = shape_at(words, index) if before.low in NOUNS or before.low in TRADES or local(before) else None
    return shape is not None and shape.length == len(run)


def _behind_topic(before: Word, run: Sequence[Word]) -> bool | None:
    """Whether the minister's name follows the last word of his field; None where that word tells nothing."""
    if abstract(run[0]) and 3 <= len(run) <= 4:
        # "Minister for Rural Prosperity Ann Field": the field goes on before the name.
        return False
    if before.low in PORTFOLIOS | TRADES or (len(run) == 2 and abstract(before) and not any(map(abstract, run))):
        # "Minister of Trade Kim", "Minister of Construction Rosa Quiroz", "Secretary for Crops Mary Wanjiku";
        # "Climate Action" goes on.
        return not place(run[0]) and (len(run) > 1 or run[0].low in SURNAMES)
    return None


def _behind_area_or_field(words: Sequence[Word], begin: int, index: int, run: Sequence[Word]) -> bool:
    """Whether a name follows a body that ends in a kind of area or in its field."""
    before, other = words[index - 1], any(map(place, run)) or any(map(acronym, run))
    realm = index - begin > 2 and words[index - 2].low in OF and words[index - 3].low in _AREAS
    if realm and len(run) == 2:
        # "State of Bahia Ana Souza"
        return not other
    if before.low in _AREAS and index - begin == 2 and 2 <= len(run) <= 4:
        # "Deputy Governor of Aichi Prefecture Mori Ken"
        return not other
    on = abstract(run[0]) and len(run) > 2
    if before.low in PORTFOLIOS and not on and any(w.low in CERTAIN for w in words[begin:index]) and 2 <= len(run) <= 4:
        # "Hai Phong Department of Health Tran Anh Cuong"
        of = any(words[at].low in OF for at in range(max(begin, index - 4), index))
        return of and not other and not any(w.low in TRADES for w in run)
    return False
