"""People of plain sentences: told by a common given name, or by answering in somebody's own words."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.extractors.people.checks import DID, capital_before, capital_beside, human, nobody
from pressparse.extractors.people.connectors import PARTICLES, name_word
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import (
    CLOSED,
    HONORIFICS,
    OCCUPATIONS,
    may_open,
    name_begin,
    name_end,
    plain_word,
    plainly_small,
    skip_honorifics,
)
from pressparse.given import listed
from pressparse.organizations import body as is_body
from pressparse.organizations import phrase_end
from pressparse.romanization import syllables
from pressparse.vocabulary import ADJECTIVES, UNITS, local
from pressparse.words import Word, acronym, capital, touching

_CHILDREN = {"bin", "binti", "bint", "binte", "bte", "ibn", "anak"}
_BETWEEN = {"van", "von", "zu", "dela", "Ó", "Ní", "Nic", "Uí", "Ould", "Mint", "d'", "ter", "dos"}
_WHOSE = {"his", "her", "their", "whose", "my", "our", "and", "old", "elder", "younger", "eldest", "youngest", "twin"}
_MARKS = {'"', "'"}
_SURNAMED = {"surnamed", "identified"}
_BEFORE_SHORT = {"surnamed", "as", "and"}
_LEADING = {"and", ",", ";", "with", "by", "said", "to", "-", ":", '"', "'"}
_KIN = frozenset(lexicons.load("names")["kin"])
_NO_INITIALS = {
    "u.s.",
    "u.k.",
    "e.u.",
    "u.n.",
    "d.c.",
    "a.m.",
    "p.m.",
    "p.o.",
    "l.a.",
    "n.y.",
    "r.o.k.",
    "d.p.r.k.",
    "t.v.",
    "b.c.",
}


def given_names(page: Page) -> None:
    """A run that opens with a common given name, where neither the model nor the words around it speak against it."""
    words = page.words
    reached = 0
    for index in page.capitals:
        if index < reached or words[index].low in CLOSED or index + 1 == len(words) or plainly_small(words[index + 1]):
            continue
        begin = _behind_occupation(words, skip_honorifics(words, index))
        if not _opens(page, begin) or plain_word(words[begin]):
            continue
        if capital_before(page, begin) and not acronym(words[begin - 1]):
            continue
        stop = name_end(words, begin, page.taken)
        if stop - begin < 2:
            continue
        run = words[begin:stop]
        descended = _descended(run)
        told = (listed(run) or descended or _particled(run)) and not any(map(plain_word, run))
        told = told and not capital_beside(page, begin, stop)
        told = told and page.text(begin, stop) not in page.bodies and not _in_brackets(page, begin, stop)
        told = told and not (nobody(page, begin, stop) or _behind_post(page, begin))
        agreed = page.modelled(begin, stop) if page.headline else not page.otherwise(begin, stop)
        # "Karel-Jan du | Preez": an entity that ends inside the name says nothing.
        agreed = agreed or (_joined(run) and not page.covered(begin, stop))
        if told and (agreed or descended or human(page, begin, stop)):
            page.take(_before_initial(words, begin), stop, "given name")
        if told:
            reached = stop


def _behind_occupation(words: Sequence[Word], index: int) -> int:
    return index + 1 if index + 2 < len(words) and words[index].low in OCCUPATIONS else index


def _before_initial(words: Sequence[Word], begin: int) -> int:
    """Where a name begins that an initial opens: "S. Donald Kerr"."""
    if begin < 2 or words[begin - 1].text != "." or not touching(words, begin):
        return begin
    initial = words[begin - 2]
    return begin - 2 if len(initial.text) == 1 and capital(initial) and initial.end == words[begin - 1].start else begin


def _behind_post(page: Page, begin: int) -> bool:
    """Whether a post stands right before, whose holder the run would be told to be: "Queen Anna Park"."""
    return begin - 1 in page.taken and touching(page.words, begin) and page.words[begin - 1].text != "."


def _descended(words: Sequence[Word]) -> bool:
    """Whether a name says whose child somebody is: "Ravi s/o Kumar", "Nurul binte Hassan"."""
    return any(word.text in _CHILDREN for word in words[1:-1]) or any(word.text == "/" for word in words)


def _particled(words: Sequence[Word]) -> bool:
    """Whether a word between the others stands in names alone: "Kees van der Meer", "Máire Ní Bhroin"."""
    return any(word.text in _BETWEEN for word in words[1:-1])


def _joined(words: Sequence[Word]) -> bool:
    return any(word.low in PARTICLES for word in words[1:-1])


def _opens(page: Page, index: int) -> bool:
    """Whether a name can open here: a capital, no other capital before it in the same run."""
    words = page.words
    return index < len(words) and index not in page.taken and (name_word(words[index]) or may_open(words, index))


def _in_brackets(page: Page, begin: int, end: int) -> bool:
    """Whether the run is what something is called or quoted as: "Clean Wave Program (Onda Clara)", "'Anna Lund'"."""
    words = page.words
    if begin == 0 or end >= len(words):
        return False
    return words[begin - 1].text + words[end].text in {"()", "''", '""', "<>"}


def answering(page: Page) -> None:
    """Who spoke, right behind the marks and before the verb: "…," Talia Brun confessed."""
    words = page.words
    if _MARKS.isdisjoint(page.lows) or DID.isdisjoint(page.lows):
        return
    for index in range(len(words) - 3):
        if words[index].text not in _MARKS or not touching(words, index + 1):
            continue
        begin = skip_honorifics(words, index + 1)
        stop = name_end(words, begin, page.taken)
        if not 2 <= stop - begin <= 4 or stop >= len(words) or words[stop].low not in DID:
            continue
        plain = any(map(plain_word, words[begin:stop]))
        if not plain and not page.organised(begin, stop) and page.text(begin, stop) not in page.bodies:
            page.take(name_begin(words, stop, page.taken), stop, f"before {words[stop].low}")


def initialled(page: Page) -> None:
    """A family name behind two or more initials: "J. P. Morley", "J.P. Morley"."""
    words = page.words
    for begin in [index for index in page.capitals if len(words[index].text) == 1 or words[index].text[1] == "."]:
        if begin == len(words) - 1:
            break
        index = _behind_initials(words, begin) or _behind_initial(words, begin)
        if not begin < index < len(words) or index in page.taken:
            continue
        stop = name_end(words, index, page.taken)
        if stop == index or any(plain_word(word) or acronym(word) for word in words[index:stop]):
            continue
        apart = begin == 0 or not (touching(words, begin) and capital(words[begin - 1]))
        alone = index == begin + 2 and words[begin + 1].text == "."
        if page.headline and not (alone and _of_unit(page, begin, stop)):
            continue
        if alone and not _of_unit(page, begin, stop) and not _one_initial(page, begin, stop):
            continue
        if apart and stop - index < 3 and (alone or human(page, begin, stop) or not page.organised(begin, stop)):
            page.take(begin, stop, "behind initials")


def belonging(page: Page) -> None:
    """Who is told by a body and by speaking: "Jaak Roos of Statistics Norway agreed"."""
    words = page.words
    for last in page.capitals:
        index = last + 1
        if not 1 < index < len(words) - 2 or words[index].low not in {"of", "from"}:
            continue
        if index in page.taken or not touching(words, index) or page.headline:
            continue
        begin = name_begin(words, index, page.taken)
        at = index + 1 + (words[index + 1].low == "the")
        stop = phrase_end(words, at) if 2 <= index - begin <= 3 else at
        if stop == at or stop >= len(words):
            continue
        run = words[begin:index]
        opens = begin == 0 or not touching(words, begin) or not capital(words[begin - 1])
        told = words[stop].low in DID or (listed(run) and words[stop].text == ",")
        plain = any(plain_word(word) or acronym(word) for word in run)
        if told and opens and not plain and is_body(words[at:stop]) and page.text(begin, index) not in page.bodies:
            page.take(begin, index, "of a body")


def _of_unit(page: Page, begin: int, stop: int) -> bool:
    """Whether a family name with one initial stands behind a unit, and nothing behind it: "Press Office, K. Marsh"."""
    words = page.words
    closed = stop >= len(words) or words[stop].text in {")", ";", "/", "|"}
    return closed and begin > 2 and words[begin - 1].text == "," and words[begin - 2].low in UNITS


def _one_initial(page: Page, begin: int, stop: int) -> bool:
    """Whether one initial and a family name are told to be a person: "S. Raghavan and R. Mythili explained"."""
    words = page.words
    led = begin == 0 or not touching(words, begin) or words[begin - 1].low in _LEADING
    opens = begin > 0 and words[begin - 1].text in ".?!" and len(words[stop - 1].text) < 5
    joined = stop + 2 < len(words) and words[stop].low in {"and", ","} and words[stop + 2].text == "."
    # "A. Mid-July": an answer, "B. Haedam Shipping": an item
    told = human(page, begin, stop) or (page.modelled(begin, stop) and (begin > 0 or joined))
    return led and not opens and len(words[stop - 1].text) > 2 and told


def _behind_initials(words: Sequence[Word], index: int) -> int:
    """The index behind at least two initials with their stops that begin at `index`, or 0."""
    low = words[index].low
    if len(low) > 3 and low[1] == ".":
        # "J.P.": one word of the passage
        spared = low in _NO_INITIALS or low.rstrip(".") in HONORIFICS or low.rstrip(".") in ADJECTIVES
        return index + 1 if capital(words[index]) and touching(words, index + 1) and not spared else 0
    at = index
    while at + 2 < len(words) and at - index < 8:
        if not (len(words[at].text) == 1 and capital(words[at]) and words[at + 1].text == "."):
            break
        if words[at + 1].start != words[at].end or words[at + 2].start > words[at + 1].end + 1:
            break
        at += 2
    return at if at - index > 2 else 0


def _behind_initial(words: Sequence[Word], index: int) -> int:
    """The index behind one initial with its stop, or 0."""
    single = index + 2 < len(words) and len(words[index].text) == 1 and words[index + 1].text == "."
    return index + 2 if single and words[index + 1].start == words[index].end and touching(words, index + 2) else 0


def kindred(page: Page) -> None:
    """A given name alone behind a word of kin: "her daughter Elena", "Park Soon-ja's son, Cheol-su,"."""
    words = page.words
    if _KIN.isdisjoint(page.lows):
        return
    for index in range(1, len(words) - 1):
        if words[index].low not in _KIN or not (words[index - 1].low == "'s" or words[index - 1].low in _WHOSE):
            continue
        begin = index + 2 if words[index + 1].text == "," else index + 1
        if begin >= len(words) or begin in page.taken or not touching(words, begin):
            continue
        alone = begin + 1 >= len(words) or not (touching(words, begin + 1) and capital(words[begin + 1]))
        # "his wife, Democratic nominee …"
        alone = alone and (begin == index + 1 or begin + 1 == len(words) or words[begin + 1].text in ",.;)")
        if not alone and _relative(page, begin):
            page.take(begin, name_end(words, begin, page.taken), f"after {words[index].low}")
        told = syllables(words[begin]) or (name_word(words[begin]) and not plain_word(words[begin]))
        if alone and told and not acronym(words[begin]):
            page.take(begin, begin + 1, f"after {words[index].low}")


def _relative(page: Page, begin: int) -> bool:
    """Whether a whole name stands behind a word of kin and its comma: "his wife, Helena Brandt,"."""
    words = page.words
    stop = name_end(words, begin, page.taken)
    closed = stop >= len(words) or not touching(words, stop) or words[stop].text.islower()
    plain = any(plain_word(word) or acronym(word) for word in words[begin:stop])
    return closed and 2 <= stop - begin <= 4 and not plain


def surnamed(page: Page) -> None:
    """A family name said to be one, a given name beside somebody's: "surnamed Kim", "Tak Min-su and Min-ho"."""
    words = page.words
    if not page.ended and _SURNAMED.isdisjoint(page.lows):
        return
    for index in [at for at, word in enumerate(words[:-1], start=1) if word.low in _BEFORE_SHORT]:
        if index in page.taken or not touching(words, index):
            continue
        before = (words[index - 2].low if index > 1 else "", words[index - 1].low)
        said = before[1] == "surnamed" or before == ("identified", "as")
        alone = index + 1 >= len(words) or not (touching(words, index + 1) and capital(words[index + 1]))
        sibling = before[1] == "and" and index - 1 in page.ended
        if alone and said and name_word(words[index]) and not plain_word(words[index]):
            page.take(index, index + 1, "surnamed")
        elif alone and sibling and syllables(words[index]) and not local(words[index]):
            page.take(index, index + 1, "beside a sibling")
