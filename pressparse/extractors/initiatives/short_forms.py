"""Short forms that no bracket introduces: the name without its front, without its head, or with its head moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from pressparse.extractors.initiatives.keys import YEAR, Key, numbers_of
from pressparse.extractors.initiatives.lexicon import GENERIC, HEAD_WORDS, LEADING
from pressparse.extractors.initiatives.names import Name

_SMALL = frozenset(["the", "a", "an", "of", "on", "for", "and", "to", "in"])
_MOST_LEFT_OUT = 3
_LONGEST_KEY = 16
_MOST_CANDIDATES = 20
"""Names that share a word with a short form and are compared with it: with more, it is short for none of them."""


def find_short_forms(
    names: Mapping[Key, Name], root: Callable[[Name], Name], left_out: Set[str]
) -> Iterator[tuple[Name, Name]]:
    """Pairs of a name and the one longer name that it is short for; `names` has one name for each key.

    `root` gives the first name of the initiative that a name belongs to by now; `left_out` are the words that a short
    form may lack even when little is left of the name.
    """
    keys = {name: key for key, name in names.items()}
    longer: dict[Key, dict[Name, bool]] = {}
    for key, name in names.items():
        for short, is_telling in _shortened(key, left_out):
            longer.setdefault(short, {})[name] = is_telling
    by_word = _by_word(names)
    for key, name in names.items():
        candidates = {
            root(other)
            for other, is_telling in longer.get(key, {}).items()
            if _compatible(key, keys[other]) and (is_telling or _may_follow(name, other, key, keys[other]))
        } or {root(other) for other in _with_head_moved(key, name, by_word, keys)}
        candidates.discard(root(name))
        if len(candidates) == 1:
            yield candidates.pop(), name


def _may_follow(name: Name, full: Name, key: Key, full_key: Key) -> bool:
    """Whether a form of few words (‘New Deal 300’) may be short for a name: marked, behind it, and no law's.

    A form of many words may also stand before it, in a headline: only its owner or its public is left out.
    """
    if len(key) >= 5:
        return True
    if key[-1] == full_key[-1] and key[-1] in HEAD_WORDS and name.kind == full.kind != "law" and full.marked:
        return (full.passage, full.start) < (name.passage, name.start)  # ‘Tideland Settlement Fund’, the Tideland Fund
    if name.kind != full.kind and (len(key) == 2 or key == full_key[: len(key)]):
        return False  # ‘Lantern Coast’ exhibition and Lantern Coast Plan
    return name.marked and name.kind != "law" and (full.passage, full.start) < (name.passage, name.start)


def _compatible(short: Key, full: Key) -> bool:
    """Whether two names may be one edition of one thing: `7th X Forum` and `6th X Forum` are two."""
    mine, theirs = numbers_of(short), numbers_of(full)
    return not mine or not theirs or bool(mine & theirs)


def _shortened(key: Key, left_out: Set[str]) -> Iterable[tuple[Key, bool]]:
    """The forms that a writer cuts a name down to, without its front or its head; and whether enough is left."""
    if len(key) > _LONGEST_KEY:
        return
    yield from ((front, False) for front in _before_complement(key))
    if "in" in key[2:]:  # 9th Mokpo Kelp Summit in Korea
        at = len(key) - 1 - key[::-1].index("in")
        if key[at - 1] in HEAD_WORDS and len(key) - at <= 3:
            yield from _shortened(key[:at], left_out)
    yield from _without_front(key, left_out)
    if any(part in HEAD_WORDS or part in _SMALL for part in key[: min(len(key) - 2, _MOST_LEFT_OUT)]):
        return  # `Enforcement Decree of the X Act` is not the X Act
    if key[-1] in HEAD_WORDS and 3 <= len(key) <= 4 and key[0] not in GENERIC and key[0] not in _SMALL:
        yield (key[0], key[-1]), False
    without_year = tuple(part for part in key if not YEAR.fullmatch(part))
    if len(without_year) >= 3 and without_year != key:
        yield without_year, True
    if len(without_year) > 2 and without_year[-1] in HEAD_WORDS and without_year[-2] not in HEAD_WORDS:
        yield without_year[:-1], len(without_year) > 3


def _without_front(key: Key, left_out: Set[str]) -> Iterator[tuple[Key, bool]]:
    """The forms that lack up to three of the first words, none of which is a head."""
    for cut in range(1, min(len(key) - 1, _MOST_LEFT_OUT + 1)):
        dropped, rest = key[:cut], key[cut:]
        if dropped[-1] in HEAD_WORDS or dropped[-1] in _SMALL:
            return
        telling = [part for part in rest if part not in GENERIC and part not in _SMALL]
        minor = all(part.removesuffix("'s") in left_out or part in GENERIC or part[0].isdigit() for part in dropped)
        if len(telling) >= 2:
            yield rest, minor or len(telling) > 2
        elif telling and len(rest) == 2:
            yield rest, False  # ‘Coastal Divers Apprentice Project’, the ‘Apprentice Project’


def _before_complement(key: Key) -> Iterator[Key]:
    """The form that ends with the head before a complement: `Yeosu Compact` for `Yeosu Compact on Radars`."""
    for at in range(1, min(len(key) - 1, 5)):
        if key[at] in HEAD_WORDS and key[at + 1] in LEADING:
            yield key[: at + 1]
            return


def _by_word(names: Mapping[Key, Name]) -> dict[str, list[Name]]:
    """For each word that tells something the names that have it."""
    found: dict[str, list[Name]] = {}
    for key, name in names.items():
        for part in dict.fromkeys(key[:_LONGEST_KEY]):
            if part not in GENERIC and part not in _SMALL and part not in HEAD_WORDS:
                found.setdefault(part, []).append(name)
    return found


def _with_head_moved(
    key: Key, name: Name, by_word: Mapping[str, list[Name]], keys: Mapping[Name, Key]
) -> Iterator[Name]:
    """Names that say the same with the head elsewhere: `Act on the Use of Sea Wind` and `Sea Wind Act`."""
    head = key[-1] if key[-1] in HEAD_WORDS else key[0] if key[0] in HEAD_WORDS else None
    if head is None or len(key) > _LONGEST_KEY:
        return
    core = key[:-1] if head == key[-1] else key[1:]
    telling = [part for part in core if part not in GENERIC and part not in _SMALL]
    # `Project Tern` is enough for the Tern Buoy Project, but `Tern Act` not for the Act on Terns and Gulls
    if not telling or (len(telling) < 2 and head == key[-1]):
        return
    others = by_word.get(telling[0], [])
    for other in others if len(others) <= _MOST_CANDIDATES else ():
        full = keys[other]
        leads = head == key[-1] and head in full[:3] and full[-1] != head
        ends = head == key[0] and full[-1] == head
        longer = other.kind == name.kind and len(full) > len(key) and _in_order(telling, full)
        if (leads or ends) and longer and _compatible(key, full):
            yield other


def _in_order(parts: Iterable[str], key: Key) -> bool:
    rest = iter(key)
    return all(part in rest for part in parts)
