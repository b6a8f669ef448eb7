"""The core of a post: modifiers and a head ("First Vice Minister", "Secretary-General", "Team Leader")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pressparse import lexicons
from pressparse.extractors.titles.heads import (
    CAPITAL_ONLY,
    GRADES,
    HEADS,
    MODIFIERS,
    RANKS,
    TAILS,
    is_head,
    is_modifier,
)
from pressparse.extractors.titles.small import (
    FUNCTIONS,
    SERVICES,
    before_name,
    behind_name,
    of_a_body,
    small_function,
    small_rank,
)
from pressparse.vocabulary import OWNERS, PORTFOLIOS, place
from pressparse.words import Word, capital, touching

_OFFICES = lexicons.load("offices")
_ASSEMBLIES = frozenset(_OFFICES["grammar"]["assemblies"])
_FULL = ["extraordinary", "and", "plenipotentiary"]
_CRAFTS = {"nurse", "coach", "chef", "cook", "teacher", "trainer", "gardener", "brewer", "actor", "actress", "singer"}
_CHIEFS = {"head", "chief"}
_CRAFTSMEN = {craft.capitalize() for craft in _CRAFTS} | {"Librarian", "Pilot", "Ranger", "Midwife", "Pharmacist"}
_TIMED = {"pm"}
_RANKED = {"general", "lieutenant", "admiral", "major", "colonel", "brigadier", "vice"}
_LEADING = RANKS | {"acting"}
_STOPPED = frozenset(_OFFICES["stopped"])
_SHORT: dict[str, str] = _OFFICES["short"]
_SAME: dict[str, str] = _OFFICES["same"]
# Before a field inside a post: "Deputy Foreign Minister", "Chief Resilience Officer".
_BEFORE_FIELDS = RANKS | GRADES
# In small letters only these belong to the post: "vice minister", but "local leader" is a leader who is local.
_SMALL_MODIFIERS = RANKS | {
    "senior",
    "chief",
    "executive",
    "managing",
    "acting",
    "team",
    "section",
    "division",
    "bureau",
    "prime",
    "honorary",
    "goodwill",
    "publicity",
    "presidential",
    "floor",
    "party",
    "student",
    "presiding",
    "standing",
    "permanent",
    "founding",
    "resident",
    "visiting",
    "federal",
    *"county village township district".split(),
    *"research technical regional marketing sales financial artistic creative project program medical general".split(),
}
_NO_KEY = {
    "first",
    "second",
    "third",
    "1st",
    "2nd",
    "3rd",
    "acting",
    "interim",
    "senior",
    "union",
    "honorary",
    "the",
    "lord",
}
# What a core can begin with, but for a field before its minister and the stop of "Prof.".
_OPENERS = MODIFIERS | HEADS | SERVICES
_MAY_OPEN = _OPENERS | FUNCTIONS | {"."}
# Fields inside a post, which are its topic and no part of its key.
_INNER_FIELDS = PORTFOLIOS - MODIFIERS - HEADS
_INNER = _INNER_FIELDS | {"and", "&"}


class Core(NamedTuple):
    """Word indices [begin, end) of a core and its key: the words that tell the office from another, head last."""

    begin: int
    end: int
    key: tuple[str, ...]
    capital: bool
    premier: bool = False

    @property
    def head(self) -> str:
        return self.key[-1]

    def fields(self, words: Sequence[Word]) -> set[str]:
        """The words of a field that stand inside the core: "foreign" in "Deputy Foreign Minister"."""
        return {word.low for word in words[self.begin : self.end] if word.low in _INNER_FIELDS}


def openings(words: Sequence[Word]) -> list[int]:
    """The indices of the words with which a core may begin."""
    return [index for index, word in enumerate(words) if word.low in _MAY_OPEN or "-" in word.low]


def _opens(words: Sequence[Word], index: int) -> bool:
    """Whether a core can begin with a word: it is asked of many words, and nearly always in vain."""
    low = words[index].low
    if low in _OPENERS or "-" in low:
        return True
    if low in FUNCTIONS:
        return _small_field(words, index)
    return low == "." and index > 0 and words[index - 1].low in _STOPPED


def core_at(words: Sequence[Word], index: int) -> Core | None:
    """The core that begins at `words[index]`: the longest run of modifiers that ends in a head and its tail."""
    if not _opens(words, index) or _in_a_body(words, index):
        return None
    if words[index].text in SERVICES and (end := small_rank(words, index)):
        return Core(index, end, _key(words[index:end]), capital=False)
    last = _reach(words, index)
    if last == index:
        return None
    begin = _begin(words, index, last)
    if begin < last and words[begin].low == "air" and words[last - 1].low not in {"marshal", "commodore", "general"}:
        # "Korean Air Vice Chairman"
        begin += 1
    if _of_a_trade(words, last):
        return None
    if begin == last or (words[last - 1].low == "lady" and words[begin].low != "first"):
        return None
    first = begin + 1 if words[begin].text[0].isdigit() and begin + 1 < last else begin
    return Core(begin, last, _key(words[begin:last]), capital(words[first]), words[last - 1].low == "premier")


def _of_a_trade(words: Sequence[Word], end: int) -> bool:
    """Whether a head in small letters goes on as an occupation: "head nurse", "chief cook"."""
    head = words[end - 1].text in {"head", "chief", "general", "principal"}
    return head and end < len(words) and touching(words, end) and words[end].low in _CRAFTS


def _reach(words: Sequence[Word], index: int) -> int:
    """The index behind the longest run of modifiers, heads and their tails from `index` on; `index` for none."""
    end = last = index
    low = words[index].text
    while end < len(words) and end - index < 8 and (end == index or touching(words, end) or _stop(words, end)):
        if (last > index and _another(words, end)) or words[end].text == "MP" != low:
            # "Ann Field MP"
            break
        if is_head(words[end]) or (end > index and last == end and words[end].low in TAILS):
            last = end + 1
            if words[end].low in _STOPPED and _stop(words, last):
                # "Prof. Tak", "Lt. Gov. Reyes"
                end = last = last + 1
                continue
            if longer := _tail(words, last):
                end = last = longer
                continue
        elif _stop(words, end) and words[end - 1].low in _STOPPED:
            pass
        elif not (is_modifier(words[end]) or _small_field(words, end)):
            end = _behind_field(words, index, end)
            if not end:
                break
            continue
        end += 1
    return last


def _tail(words: Sequence[Word], end: int) -> int:
    """The index behind what belongs to the head that ends before `end`, or 0."""
    head = words[end - 1]
    if head.low in _CHIEFS and capital(head) and end < len(words) and words[end].text in _CRAFTSMEN:
        # "Head Nurse Tak Bo-mi"
        return end + 1
    behind = [word.low for word in words[end : end + 3]]
    if behind == _FULL:
        # "Ambassador Extraordinary and Plenipotentiary"
        return end + 3
    return end + 2 if head.low == "chief" and behind[:2] == ["of", "staff"] else 0


def _another(words: Sequence[Word], index: int) -> bool:
    """Whether a rank of its own begins behind a post: "Chief Scientist Prof. Tak", "Chief of Staff General Tak"."""
    staff = words[index - 1].low == "staff" and words[index].low in _RANKED
    return staff or (words[index].low in _STOPPED and _stop(words, index + 1))


def _small_field(words: Sequence[Word], index: int) -> bool:
    """Whether a field in small letters stands before its minister: "North Korea's foreign minister"."""
    if words[index].low not in FUNCTIONS or index + 1 >= len(words) or not touching(words, index + 1):
        return False
    if words[index].text.islower() and words[index + 1].text in {"minister", "secretary"}:
        return True
    return small_function(words, index)


def _stop(words: Sequence[Word], index: int) -> bool:
    """Whether the word at `index` is the stop of an abbreviation."""
    return 0 < index < len(words) and words[index].text == "." and words[index].start == words[index - 1].end


def _behind_field(words: Sequence[Word], begin: int, index: int) -> int:
    """The index of the head behind a field that stands inside a post, or 0: "Deputy Foreign Minister"."""
    # "Chief Data and Analytics Officer": between these two words any field stands.
    free = words[begin].low == "chief" and begin < index < begin + 3
    if index == begin or not (free or words[index - 1].low in _BEFORE_FIELDS) or not capital(words[index - 1]):
        return 0
    for at in range(index, min(index + 5, len(words))):
        word = words[at]
        if not touching(words, at):
            return 0
        if at > index and is_head(word) and capital(word) and word.low != "deputy":
            return at if not free or word.low == "officer" or words[at - 1].low in PORTFOLIOS else 0
        joins = (at > index or free) and word.low in {"and", "&"}
        if not joins and not (capital(word) and (free or word.low in PORTFOLIOS)):
            return 0
    return 0


def _in_a_body(words: Sequence[Word], index: int) -> bool:
    """Whether a word that may be a modifier ends a body's name: "Teachers' Union President"."""
    low, before = words[index].low, words[index - 1] if index else None
    if low in _TIMED:
        # "8:00 PM", "PM 2.5": a clock time, dust.
        digit = index + 1 < len(words) and words[index + 1].text[0].isdigit()
        hour = before is not None and (before.text[0].isdigit() or before.text == ".")
        return digit or hour or words[index].text == "pm"
    if low == "md":
        # "Ida Marsh, MD, PhD": a degree; a managing director is "MD & CEO", "CEO & MD".
        beside = [word.text for word in (words[max(index - 1, 0)], *words[index + 1 : index + 2])]
        held = beside[-1] == "of" and index + 3 < len(words) and (words[index + 2].low == "the")
        return words[index].text != "MD" or not (held or {"&", "and"} & set(beside))
    if low == "mp":
        # "Helen Marsh MP, Minister": behind a name it is no post.
        alone = index + 1 < len(words) and touching(words, index + 1) and capital(words[index + 1])
        return not alone or (before is not None and touching(words, index) and capital(before))
    if low == "state" and before is not None and place(before):
        # "Gangwon State Governor"
        return True
    return low == "union" and before is not None and (before.low in {"'", "'s"} or before.low in OWNERS)


def _begin(words: Sequence[Word], begin: int, end: int) -> int:
    """Drop what only looks like a modifier; `end` where no post is left."""
    if not capital(words[end - 1 - (words[end - 1].text == ".")]):
        # "Team leader" is a post as written; "Policy leader" is prose at a sentence's beginning.
        while begin < end and not (
            words[begin].low in _SMALL_MODIFIERS or is_head(words[begin]) or _small_field(words, begin)
        ):
            begin += 1
        if begin and words[begin - 1].low in _ASSEMBLIES and capital(words[begin - 1]):
            # "National Assembly member"
            return begin
        occupation = words[end - 1].low in CAPITAL_ONLY and end - begin == 1 and not of_a_body(words, end)
        named = behind_name(words, begin) or before_name(words, begin, end)
        return end if occupation and not named else begin
    while begin < end and not (capital(words[begin]) or words[begin].text[0].isdigit() or words[begin].low in _LEADING):
        begin += 1
    return begin


def _key(words: Sequence[Word]) -> tuple[str, ...]:
    if [word.low for word in words[-3:]] == ["chief", "of", "staff"]:
        words = words[:-2]
    words = [word for word in words if word.text != "." and (word.low not in _INNER or word is words[-1])]
    parts = [
        part
        for word in words
        for part in _SHORT.get(word.low, word.low).replace("-", " ").split()
        if part not in _NO_KEY
    ]
    return (*parts[:-1], _SAME.get(parts[-1], parts[-1])) if parts else (words[-1].low,)
