"""People told by what is said of them: an age, an occupation, words spoken, a number at which they are reached."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.extractors.people.checks import DID, GROUPS, PEOPLE_ONLY, ROLES, body, capital_beside, says
from pressparse.extractors.people.connectors import name_word
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import (
    OCCUPATIONS,
    name_begin,
    name_end,
    plain_word,
    plainly_small,
    skip_honorifics,
)
from pressparse.given import common
from pressparse.organizations import body as is_body
from pressparse.organizations import phrase_end
from pressparse.romanization import AMBIGUOUS, family
from pressparse.vocabulary import UNITS
from pressparse.words import acronym, capital, touching

_SEXES = {"Mr", "Ms", "Mrs", "Miss"}
_AFTER_NAMES = {"from", "of", ",", "who", "said", "says", "told", "explained", "added", "and"}
_SIDES = {"left", "right", "center", "centre", "middle"}
_FROM = ROLES | {"from", "who", "living"}
_WHERE = {"in", "at", "near", "outside", "around", "from", "into", "across", "beyond"}
_OPENINGS = {",", "("}
_SEPARATORS = {",", "(", "|"}
_WORKERS = OCCUPATIONS | GROUPS
_DID_OR_WHO = DID | {"who"}
_SAYING = DID | frozenset(lexicons.load("names")["spoke"])


def described(page: Page) -> None:
    """A run that is described as people are: "Kate Lowe, 29,", "Kate Lowe (29)", "Lowe, who runs", "Lowe, a nurse"."""
    words = page.words
    if _OPENINGS.isdisjoint(page.lows):
        return
    for index in range(1, len(words) - 2):
        if words[index].text not in _OPENINGS or plainly_small(words[index - 1]):
            continue
        if words[index - 1].end != words[index].start and words[index].text == ",":
            continue
        after = words[index + 1]
        if words[index].text == "(":
            told = _bracketed(page, index + 1)
        elif after.text.isdigit():
            told = len(after.text) == 2 and words[index + 2].text in {",", ".", ";"}
        else:
            told = after.low == "who" or (after.low in {"a", "an"} and says(page, index + 2, ROLES))
            told = told or (not capital(after) and after.text.isalpha() and says(page, index + 1, PEOPLE_ONLY))
        if not told or page.headline:
            continue
        begin = name_begin(words, index, page.taken)
        if index - begin == 1 and _alone(page, begin):
            page.take(begin, index, "described as a person")
        if (
            index - begin in {2, 3, 4}
            and not capital_beside(page, begin, index)
            and (says(page, index + 2, PEOPLE_ONLY) or not body(page, begin, index, words_say=after.low == "who"))
        ):
            page.take(begin, index, "described as a person")


def _alone(page: Page, index: int) -> bool:
    """Whether a single word that is described as people are can be a name: "Bolor, a student from Ulaanbaatar"."""
    words = page.words
    word = words[index]
    if capital_beside(page, index, index + 1) or plain_word(word) or page.headline or len(word.text) < 3:
        return False
    if index and words[index - 1].low in _WHERE:
        # "a farmer near Waimate, who lost a dog"
        return False
    who = words[index + 2].low == "who"
    if family(word):
        return word.low not in AMBIGUOUS and who
    listed = common(word)
    told = who or says(page, index + 2, _FROM if listed else PEOPLE_ONLY)
    return told and (listed or page.modelled(index, index + 1))


def _bracketed(page: Page, index: int) -> bool:
    """Whether a bracket says that its owner is a person: an age or a form of address."""
    inside, behind = page.words[index], page.words[index + 1 : index + 3]
    if inside.text in _SEXES:
        return any(word.text == ")" for word in behind)
    return inside.text.isdigit() and len(inside.text) == 2 and behind[0].text == ")"


def aged(page: Page) -> None:
    """A family name alone with an age: "Kim (62), who sells", "Tak, 71, a baker", "Tak (left)"."""
    words = page.words
    if _OPENINGS.isdisjoint(page.lows):
        return
    for index in page.capitals:
        if index + 3 >= len(words) or words[index + 1].text not in _OPENINGS:
            continue
        word, opening, age, closing = words[index : index + 4]
        number = age.text.isdigit() and (len(age.text) == 2 or (len(age.text) == 1 and common(word)))
        told = number and opening.text + closing.text in {"()", ",,"}
        if told and index + 6 < len(words) and _one_name(page, index):
            # "Bolormaa (54), a felt maker"
            page.take(index, index + 1, "before an age")
        side = opening.text == "(" and age.low in _SIDES and closing.text == ")"
        before = index > 0 and touching(words, index) and (name_word(words[index - 1]) or words[index - 1].low == "the")
        if family(word) and not before and (side or (told and word.low not in AMBIGUOUS)):
            page.take(index, index + 1, "before an age")


def _one_name(page: Page, index: int) -> bool:
    """Whether a word that no Korean is called by may be the only name of somebody described behind an age."""
    words = page.words
    behind = words[index + 4 : index + 6]
    told = (
        common(words[index])
        or behind[0].low in _DID_OR_WHO
        or (behind[0].text == "," and says(page, index + 5, PEOPLE_ONLY))
    )
    before = index > 0 and touching(words, index) and name_word(words[index - 1])
    return told and not before and name_word(words[index]) and not plain_word(words[index]) and not family(words[index])


def affiliated(page: Page) -> None:
    """Who stands beside a body in a list of people: "Tak Bo-mi (Salt Center), Jon Ek (Reef Institute)"."""
    words = page.words
    if "(" not in page.lows or len(page.names) <= page.headline:
        return
    for index in range(2, len(words) - 2):
        if words[index].text != "(" or not touching(words, index) or not capital(words[index + 1]):
            continue
        stop = phrase_end(words, index + 1)
        if stop >= len(words) or words[stop].text != ")" or not is_body(words[index + 1 : stop]):
            continue
        begin = name_begin(words, index, page.taken)
        apart = begin == 0 or words[begin - 1].low in {",", ";", ":", "-", "–", "and", "with"}
        plain = any(plain_word(word) or acronym(word) for word in words[begin:index])
        if apart and index - begin in {2, 3} and not plain and not body(page, begin, index, words_say=False):
            page.take(begin, index, "beside a body")


def occupied(page: Page) -> None:
    """As in "the fisherman Jaan Kask said", "Farmer Jaan Kask from Tori": an occupation and two words of a name."""
    words = page.words
    if _WORKERS.isdisjoint(page.lows) or page.headline:
        return
    for index in [index for index, word in enumerate(words[:-3]) if word.low in _WORKERS]:
        word = words[index]
        many = word.low in GROUPS and not capital(word)
        if not (many or word.low in OCCUPATIONS) or index in page.taken or not touching(words, index + 1):
            continue
        stop = name_end(words, index + 1, page.taken)
        told = stop < len(words) and (words[stop].low in _AFTER_NAMES or (not capital(word) and word.low != "fellow"))
        plain = any(plain_word(other) for other in words[index + 1 : stop])
        if not told or plain or stop - index != 3:
            continue
        if not body(page, index + 1, stop, words_say=many or word.low in PEOPLE_ONLY):
            page.take(index + 1, stop, f"after {word.low}")
            if many:
                _take_further(page, stop, f"after {word.low}")


def _take_further(page: Page, stop: int, rule: str) -> None:
    """The further names behind a word for people: "students Amara Obi, Jon Ek and Wi Na-ra"."""
    words = page.words
    while stop + 1 < len(words) and words[stop].low in {",", "and", "&"}:
        begin = stop + 2 if words[stop].text == "," and words[stop + 1].low in {"and", "&"} else stop + 1
        end = name_end(words, begin, page.taken)
        plain = any(plain_word(word) for word in words[begin:end])
        if not 2 <= end - begin <= 4 or plain or page.organised(begin, end) or not page.take(begin, end, rule):
            return
        stop = end


def spoken(page: Page) -> None:
    """Who spoke, right behind the marks and the verb: "…," recalled Talia Brun."""
    words = page.words
    if '"' not in page.lows or _SAYING.isdisjoint(page.lows):
        return
    for index in range(1, len(words) - 2):
        if words[index - 1].text != '"' or words[index].low not in _SAYING or not touching(words, index + 1):
            continue
        begin = skip_honorifics(words, index + 1)
        stop = name_end(words, begin, page.taken)
        plain = any(plain_word(word) for word in words[begin:stop])
        closed = stop >= len(words) or words[stop].low in {",", ".", "(", ";", "of", "from", "who"}
        single = stop - begin == 1 and stop + 1 < len(words) and words[stop].text == "," and _alone(page, begin)
        several = 2 <= stop - begin <= 4 and not body(page, begin, stop, words_say=False)
        if (several or single) and closed and not plain:
            page.take(begin, stop, f"after {words[index].low}")


def reached(page: Page) -> None:
    """Who is to be asked: "Hana Park, Reef Communications Team, hana@reef.org", "Joe Lin (+65-5555-1234)"."""
    words = page.words
    if _SEPARATORS.isdisjoint(page.lows) or not page.contact:
        return
    for index in range(2, len(words) - 1):
        if words[index].text not in _SEPARATORS or index in page.taken:
            continue
        begin = name_begin(words, index, page.taken)
        if not 2 <= index - begin <= 4 or not (begin == 0 or words[begin - 1].text in ":;/|,-"):
            continue
        after = words[index + 1]
        number = after.text[0].isdigit() or after.text in {"+", "☎"} or after.low in {"tel", "phone", "mobile", "email"}
        mail = index + 2 < len(words) and words[index + 2].text == "@"
        unit = capital(after) and any(word.low in UNITS for word in words[index + 1 : index + 6])
        plain = any(plain_word(word) for word in words[begin:index]) or acronym(words[begin])
        if (number or mail or unit) and not plain and page.text(begin, index) not in page.others:
            page.take(begin, index, "contact")
