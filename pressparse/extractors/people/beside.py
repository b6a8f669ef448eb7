"""Names that stand beside a post: "Minister Kim", "Kim, head of the AI Bureau", "Kim (President, Acme)"."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.extractors.people.checks import thing
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import (
    HONORIFICS,
    OCCUPATIONS,
    SUFFIXES,
    behind_brackets,
    name_begin,
    name_end,
    plain_word,
    skip_honorifics,
)
from pressparse.mentions import Post
from pressparse.organizations import body, phrase_end
from pressparse.romanization import AMBIGUOUS, SURNAMES
from pressparse.vocabulary import LANDMARKS, UNITS
from pressparse.words import Word, acronym, capital, touching

_BEHIND = frozenset(lexicons.load("names")["behind"])
_THINGS = frozenset(lexicons.load("names")["not_behind_posts"])
_APPOINTED = {"appointed", "appoints", "appoint", "named", "names", "nominated", "elected", "introduced", ",", "and"}
_CROWNED = {"king", "queen", "prince", "princess", "emperor", "pope", "lady", "saint"}
_FIRMS = {"chair", "ceo", "president", "founder", "owner", "partner", "representative"}
_DETERMINERS = frozenset("the a an its current then former also and as who is was now currently formerly".split())


def after_posts(page: Page) -> None:
    """As in "Minister Kim", "KSI President Tak Bo-mi", "(Commissioner: Tak", "the Mayor, Tak Bo-mi,"."""
    words = page.words
    for begin, end, post in page.posts:
        index = _after_body(page, _after_letters(words, end))
        if index >= len(words):
            continue
        rule = "after a post"
        if words[index].text in {":", ","}:
            colon = words[index].text == ":" and index == end
            rule = "after a post and a colon" if colon else "after a post and a comma"
            index += 1
        if index >= len(words) or not touching(words, index):
            continue
        first, index = index, skip_honorifics(words, _behind_article(page, index))
        stop = name_end(words, index, page.taken)
        if stop == index:
            continue
        ship = thing(page, begin) or thing(page, begin + 1)
        if ship or all(map(_no_name, words[index:stop])) or _thing(words, index, stop, post):
            # "Vice President Reef Bank", "Staff Writer", "King Air", "HMS Queen Anna"
            continue
        if rule.endswith("colon") and not (_closed(page, begin, stop) or page.known(index, stop) or page.contact):
            continue
        if rule.endswith("comma") and (
            _own_post(page, stop) or (index == first and not _apposed(page, index, stop, post))
        ):
            continue
        page.take(index, stop, rule)
        if post.shared:
            _take_list(page, stop, rule)


def _after_letters(words: Sequence[Word], end: int) -> int:
    """Behind the letters of a post's body: "Secretary General of the Tide Forum (TF) Lupe Fa'atau"; or `end`."""
    if end + 3 >= len(words) or words[end].text != "(" or words[end + 2].text != ")" or not touching(words, end + 3):
        return end
    return end + 3 if acronym(words[end + 1]) and capital(words[end + 3]) else end


def _thing(words: Sequence[Word], begin: int, end: int, post: Post) -> bool:
    """Whether a post only opens the name of a thing or a place: "King Air", "Queen Anna Park"."""
    last = words[end - 1].low
    return last in _THINGS or (end - begin > 1 and last in LANDMARKS and post.keys[0][-1] in _CROWNED)


def _no_name(word: Word) -> bool:
    # "Gen. Z"
    return (
        len(word.text) == 1
        or word.low in SUFFIXES
        or plain_word(word)
        or word.low in OCCUPATIONS
        or (word.low in HONORIFICS and word.text != "He")
    )


def _apposed(page: Page, index: int, stop: int, post: Post) -> bool:
    """Whether a name without an honorific behind a post and a comma is its holder's: "the Mayor, Tak Bo-mi,"."""
    words = page.words
    closed = stop >= len(words) or words[stop].text in {",", ".", ")"}
    if stop < len(words) and words[stop].text == ")" and words[index - 2].end == post.end:
        # "(Head of Salt, Haedam)": where the post is held.
        return False
    far = words[index].start > post.end + 2
    told = post.definite or bool(post.topics) or bool(post.organization) or far
    return closed and told and (page.known(index, stop) or _clause(page, index, stop))


def _take_list(page: Page, stop: int, rule: str) -> None:
    """The further names behind a post that several people share: "Ministers Tak Bo-mi, Pyo Gi-ung and Wi Na-ra"."""
    words = page.words
    stop = behind_brackets(words, stop)
    while stop + 1 < len(words) and words[stop].low in {",", "and", "&"}:
        begin = stop + 2 if words[stop].text == "," and words[stop + 1].low in {"and", "&"} else stop + 1
        begin = skip_honorifics(words, begin)
        end = name_end(words, begin, page.taken)
        plain = any(plain_word(word) for word in words[begin:end])
        if end == begin or plain or not page.take(begin, end, rule):
            return
        stop = behind_brackets(words, end)


def apposed_bodies(page: Page) -> set[str]:
    """The bodies behind posts in brackets: "Tak Bo-mi (Managing Director, Haedam Wasserbau)"."""
    words, found = page.words, set[str]()
    for begin, end, _ in page.posts:
        if begin == 0 or words[begin - 1].text != "(" or end + 1 >= len(words) or words[end].text != ",":
            continue
        stop = phrase_end(words, end + 1)
        if stop > end + 1 and stop < len(words) and words[stop].text == ")":
            found.add(page.text(end + 1, stop))
    return found


def _after_body(page: Page, end: int) -> int:
    """Behind the body between a post and an honorific: "Secretary, Department of Commerce, Shri Sunil Barua"."""
    words = page.words
    if end + 1 >= len(words) or words[end].text != "," or not capital(words[end + 1]):
        return end
    stop = phrase_end(words, end + 1)
    if stop == end + 1 or stop + 1 >= len(words) or words[stop].text not in {",", ":"}:
        return end
    honoured = skip_honorifics(words, stop + 1) > stop + 1
    # "Principal Secretary, Department for Fisheries, Amina Abdi, said", "Director General, Finance Bureau: Tak Bo-mi"
    behind = name_end(words, stop + 1, page.taken)
    closed = behind >= len(words) or (words[stop].text == "," and words[behind].text == ",")
    named = behind > stop + 1 and closed and page.known(stop + 1, behind) and body(words[end + 1 : stop])
    return stop if honoured or named else end


def _clause(page: Page, begin: int, stop: int) -> bool:
    """Whether a run between two commas goes on in small letters, as after a name: "…, Jan Novotny, added"."""
    words = page.words
    told = 2 <= stop - begin <= 4 and not any(plain_word(word) for word in words[begin:stop])
    goes_on = stop + 1 < len(words) and words[stop + 1].low.endswith(("ed", "aid", "s", "and", "will", "who"))
    return told and goes_on and words[stop].text == ","


def _behind_article(page: Page, index: int) -> int:
    """Behind the article of an honorific: "Secretary of State, the Rt Hon Helen Marsh"."""
    words = page.words
    article = words[index].low == "the" and index + 1 < len(words)
    return index + 1 if article and skip_honorifics(words, index + 1) > index + 1 else index


def _closed(page: Page, begin: int, stop: int) -> bool:
    """Whether a post and the name behind its colon stand by themselves: "(Director: Tak)", "Director: Tak"."""
    words = page.words
    if begin == 0 and stop == len(words) and not page.headline:
        return True
    if stop == len(words) and begin > 0 and words[begin - 1].low in UNITS:
        # "Salt Division" and "Director: Hatano" on the line below
        return True
    return begin > 0 and words[begin - 1].text in "(,;/|" and stop < len(words) and words[stop].text in "),;/|"


def _own_post(page: Page, stop: int) -> bool:
    """Whether the name that ends before `stop` has a post of its own behind it: "…, Tak Bo-mi, President of …"."""
    apposed = stop < len(page.words) and page.words[stop].text in {",", "("}
    if not apposed:
        return False
    behind = stop + 2 if stop + 2 < len(page.words) and page.words[stop + 1].low in {"the", "a", "an"} else stop + 1
    return any(begin == behind and not _name_next(page, end) for begin, end, _ in page.posts)


def _name_next(page: Page, end: int) -> bool:
    """Whether a post has a name of its own right behind: "…, Additional Secretary Ms. Tak Bo-mi"."""
    if end >= len(page.words) or not touching(page.words, end):
        return False
    begin = skip_honorifics(page.words, end)
    return name_end(page.words, begin, page.taken) > begin


def before_posts(page: Page) -> None:
    """As in "Tak Bo-mi, head of the Salt Bureau", "Tak Bo-mi (President, Acme)", "Quiroz, Peru's Minister"."""
    words = page.words
    for begin, end, post in page.posts:
        if _name_right_behind(page, end):
            continue
        index = begin - 1
        if index > 0 and words[index].low == "'s":
            # "Peru's State Minister": the owner stands between the name and the post.
            index -= 1
            while index > 0 and capital(words[index]):
                index -= 1
        while index > 0 and words[index].low in _DETERMINERS:
            index -= 1
            if words[index + 1].low == "as":
                _take_appointed(page, index + 1)
        if index <= 0 or words[index].text not in {",", "(", "-", "–", "—", "/", "|", "["}:
            continue
        stop = _before_age(page, index)
        start = name_begin(words, stop, page.taken)
        if start == stop and (owner := _before_place(page, stop)):
            stop = owner
            start = name_begin(words, stop, page.taken)
        if _person_like(page, start, stop, bare=_of_firms(page, end, post)):
            page.take(start, stop, "before a post")


def _take_appointed(page: Page, stop: int) -> None:
    """As in "appointed Efua Sarpong as Minister, Kojo Antwi as Deputy Minister"."""
    words = page.words
    start = name_begin(words, stop, page.taken)
    verb = start > 0 and words[start - 1].low in _APPOINTED
    if verb and 2 <= stop - start <= 4 and not any(plain_word(word) for word in words[start:stop]):
        page.take(start, stop, "before a post")


def _of_firms(page: Page, end: int, post: Post) -> bool:
    """Whether a bare post is one that stands behind firms' names too: "Hyundai Motor (Chairman)"."""
    told = post.definite or post.topics or _body_behind(page, end)
    return not told and post.keys[0][-1] in _FIRMS


def _body_behind(page: Page, end: int) -> bool:
    """Whether a body may follow the post: "Eva Novak, Press Officer, DG COMP"."""
    return end + 1 < len(page.words) and page.words[end].text == "," and capital(page.words[end + 1])


def _name_right_behind(page: Page, end: int) -> bool:
    words = page.words
    if end >= len(words) or not (touching(words, end) or words[end].text == ":"):
        return False
    return not page.begun.isdisjoint(range(end, end + 5))


def _before_age(page: Page, index: int) -> int:
    """Step over an age or letters behind a name: "Helen Marsh MP, Minister", "Tak Bo-mi, 29, CEO of X"."""
    words = page.words
    if words[index - 1].text in _BEHIND:
        return index - 1
    if index > 1 and words[index - 1].text.isdigit() and words[index - 2].text in {",", "("}:
        return index - 2
    if index > 2 and words[index - 1].text == ")" and words[index - 2].text.isdigit():
        return index - 3
    return index


def _before_place(page: Page, stop: int) -> int:
    """Where a name ends that a place follows: "Solveig Aasen of Norway (Vice President of …)"; 0 for none."""
    words = page.words
    for index in range(stop - 1, max(stop - 6, 0), -1):
        if words[index].low in {"of", "from"}:
            return index
        if not capital(words[index]) and words[index].low != "the":
            return 0
    return 0


def _person_like(page: Page, start: int, stop: int, *, bare: bool) -> bool:
    """Whether a run beside a post is a person: by shape, by the model, or by two words that name nothing else."""
    words = page.words[start:stop]
    if not words or any(plain_word(word) for word in words if len(words) < 3):
        return False
    if page.known(start, stop):
        return True
    if len(words) == 1:
        return words[0].low in SURNAMES and words[0].low not in AMBIGUOUS
    # "Hyundai Motor (Chairman)": beside a bare post the model's word for a body counts; else it errs too often.
    organised = bare and page.organised(start, stop)
    return not organised or (len(words) > 2 and not page.headline)
