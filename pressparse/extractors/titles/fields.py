"""The field of a post, what it is about: behind "for" or "of", in brackets, in small letters."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse.extractors.titles.cores import Core
from pressparse.extractors.titles.edges import REALMS
from pressparse.extractors.titles.heads import is_head
from pressparse.extractors.titles.small import small_unit
from pressparse.organizations import part
from pressparse.vocabulary import (
    CERTAIN,
    FIELD_LETTERS,
    NOUNS,
    PORTFOLIOS,
    TRADES,
    UNITS,
    local,
    names_body,
    place,
)
from pressparse.words import Word, acronym

MINISTERIAL = {"minister", "secretary", "undersecretary", "under", "premier"}
# Posts that are held of bodies, whatever their names, and those that are held of fields where no body is named.
_OF_BODIES = frozenset(
    "ceo president chair founder mayor governor rector managing member representative editor publisher".split()
)
_LOCAL = {"county", "village", "township", "district"}
_OF_FIELDS = {"director", "head", "manager", "general", "professor", "dean", "lecturer", "officer", "leader"}
_TEACHERS = {"professor", "lecturer", "dean"}
EDITORS = {"editor", "publisher"}
_FILES = {"file", "dossier", "report", "regulation", "directive", "bill", "proposal", "legislation", "law", "act"}
_CLOSING = {",", ".", ")", ";", "("}
_JOINING = {"and", "&", "academic", "student", "strategic", "faculty", "general", "global", "marine", "medical"}
_PLANNERS = {*_OF_FIELDS, "president", "chief", "dean"}
_MISSIONS = {
    "district",
    "county",
    "province",
    "village",
    "agency",
    "mission",
    "delegation",
    "station",
    "branch",
    "school",
    "chancery",
    "party",
}
DEFINITE = {"the", "its", "his", "her", "their", "our", "whose", "'s", "'", "this"}
_BREAKS = DEFINITE | {"a", "an", "of", "in", "for"}
_BRACKETED = _OF_FIELDS | {"secretary", "commissioner", "counsellor", "counselor", "attaché", "attache"}
_HELD_AT = _OF_BODIES | _LOCAL | EDITORS
_BODY_KINDS = NOUNS - PORTFOLIOS
_UNNAMED = UNITS | _MISSIONS


def topical(words: Sequence[Word], core: Core, preposition: str, begin: int, stop: int) -> bool:
    """Whether a preposition's object says what the post is about, not where it is held."""
    named, article = words[begin:stop], words[begin - 1].low == "the"
    if article and len(named) > 2 and named[0].low in REALMS and named[1].low == "of":
        # "Secretary of Environment of the State of Bahia"
        return False
    if preposition == "for" and not MINISTERIAL & set(core.key):
        # "goodwill ambassador for UNICEF", "spokesperson for the Reef Agency"
        letters = len(named) == 1 and acronym(named[0]) and named[0].low not in FIELD_LETTERS
        kinds = [at for at, word in enumerate(named) if word.low in CERTAIN]
        kind = bool(kinds) and (kinds[0] == len(named) - 1 or named[kinds[0] + 1].low == "of")
        if letters or (article and kind and len(named) > 1):
            return False
    if preposition == "for" and words[begin - 1].low == "for" and named[-1].low in REALMS and len(named) > 1:
        # "Commissioner of Health for Kano State"
        return False
    if preposition == "of" and not core.capital and core.fields(words) and not MINISTERIAL & set(core.key):
        # "safety manager of Haedam Shipyard"
        return False
    if preposition in {"for", "on", "to", "in"} or _field(core, named, article=article):
        return True
    if MINISTERIAL & set(core.key) and not _body_of_minister(core, named):
        return True
    # "Head of Office", "Chief of Mission": at no office of that name.
    return len(named) == 1 and named[0].low in _UNNAMED and not article


def _field(core: Core, named: Sequence[Word], *, article: bool) -> bool:
    """Whether "of X" is what the post is about, not where it is held: "Director of Salt Research"."""
    if local(named[-1]) and not article:
        # "Head of Haedam 3-ri"
        return False
    if "secretary" in core.key or {"chief", "executive"} <= set(core.key) or not _HELD_AT.isdisjoint(core.key):
        return False
    if len(named) == 1 and named[0].low in TRADES and not article:
        # "Dean of Engineering"
        return core.head in _OF_FIELDS
    if article and named[0].low in {"state", "national", "federal"} and "general" in core.key:
        # "Director General of the State Forests"
        return False
    if names_body(named):
        return named[0].low in PORTFOLIOS and not any(w.low in CERTAIN or acronym(w) or place(w) for w in named)
    # "Director of the Reef Partnership": an article singles out a body.
    return named[0].low in PORTFOLIOS or (core.head in _OF_FIELDS and not article and len(named) <= 5)


def _body_of_minister(core: Core, named: Sequence[Word]) -> bool:
    """Whether "of X" behind a minister is a body or a country and no field: "Minister of the Treasury"."""
    if "prime" in core.key:
        return True
    if named[0].low in PORTFOLIOS:
        return named[-1].low in _BODY_KINDS
    # "Minister of Agrarian Development", but "Chief Secretary of Himachal"
    unknown = "minister" not in core.key or "chief" in core.key
    return unknown or place(named[0]) or any(word.low in _BODY_KINDS or acronym(word) for word in named)


def bracketed_field(words: Sequence[Word], walls: Collection[int], core: Core, end: int) -> int:
    """The index behind a field in brackets right behind the head, or 0: "Director (Corporate Communications)"."""
    headed = core.capital and core.head in _BRACKETED
    if end + 2 >= len(words) or words[end].text != "(" or not headed:
        return 0
    for index in range(end + 1, min(end + 8, len(words))):
        if words[index].text == ")":
            inside = words[end + 1 : index]
            told = any(word.low in PORTFOLIOS for word in inside) and not names_body(inside)
            return index + 1 if told else 0
        joins = index > end + 1 and words[index].low in {"and", "&", "of", ",", "for"}
        if not (joins or part(words, index)) or index in walls or is_head(words[index]):
            return 0
    return 0


def _small_field_end(words: Sequence[Word], walls: Collection[int], begin: int) -> int:
    """The index behind a field in small letters at `begin`, or 0: "vice president for international affairs"."""
    end = begin
    while end < min(begin + 6, len(words)) and words[end].text.islower() and words[end].low not in _BREAKS:
        end += 1
    told = end > begin and all(word.low in PORTFOLIOS or word.low in _JOINING for word in words[begin:end])
    closed = end == len(words) or words[end].text in _CLOSING or words[end].low in {"of", "at"} or end in walls
    return end if told and closed and words[end - 1].low in PORTFOLIOS else 0


def plain_field(words: Sequence[Word], walls: Collection[int], core: Core, end: int) -> int:
    """The index behind a field in small letters that a body follows: "president of campus planning of KAIST"."""
    if core.head == "rapporteur" and end < len(words) and words[end].low in {"for", "on"}:
        # "rapporteur for the ports file"
        return next((at + 1 for at in range(end + 1, min(end + 7, len(words))) if words[at].low in _FILES), 0)
    if end < len(words) and words[end].low == "for" and core.head in _PLANNERS:
        return _small_field_end(words, walls, end + 1)
    if end >= len(words) or words[end].low != "of":
        return 0
    if unit := small_unit(words, end + 1):
        return unit
    for index in range(end + 1, min(end + 6, len(words) - (core.head not in _TEACHERS))):
        if index > end + 1 and index in walls:
            # "head of content Tak Bo-mi"
            return index if core.head in _PLANNERS else 0
        if index > end + 1 and core.head in _TEACHERS and words[index].text in _CLOSING:
            # "Tak Bo-mi, professor of chemistry, said"
            return index
        if index > end + 1 and words[index].low in {"of", "at"}:
            begin = index + 1 + (words[index + 1].low == "the")
            return index if begin < len(words) and part(words, begin) and core.head in _PLANNERS else 0
        if not words[index].text.islower() or words[index].low in _BREAKS:
            return 0
    return 0
