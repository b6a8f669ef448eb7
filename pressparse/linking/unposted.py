"""The body of somebody without a post: as the text describes her, else that of her line of contacts or her row."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pressparse import lexicons
from pressparse.linking.descriptions import PREMISES, Descriptions
from pressparse.linking.earlier import Earlier
from pressparse.vocabulary import ADJECTIVES, COUNTRIES, NOUNS, place
from pressparse.words import acronym, words_of

if TYPE_CHECKING:
    from pressparse.linking.persons import Draft
    from pressparse.linking.release import Linker

_FIRMS: list[str] = lexicons.load("offices")["bodies"]["ceo"]
# "a teacher of Korean": a language
_NO_BODY = COUNTRIES | set(ADJECTIVES)
_SAME = re.compile(r",? (?:of|at|from) (?:the|this|that) same ([a-z]{3,16})\b")
_AGED = re.compile(r"(?: \(\d{1,3}\)|, \d{1,3},) (?:of|from) ")


class Unposted:
    """Knows the bodies that stand beside the names of people."""

    def __init__(self, linker: Linker, earlier: Earlier) -> None:
        self._linker, self._earlier = linker, earlier

    def described(self, draft: Draft) -> str | None:
        """The body that stands beside one of a person's names."""
        linker = self._linker
        for index in draft.names:
            name = linker.names[index]
            around = Descriptions(linker.sheets[name.passage], linker.abbreviations)
            aged = _AGED.match(linker.texts[name.passage], name.end) is not None
            if (stated := around.of_person(name)) and stated.name and self._is_body(stated.name, home=aged):
                bare = stated.name.lower()
                known = self._earlier.of_kind_named(name.passage, name.start, bare) if bare in NOUNS else None
                # "a researcher at the Foundation": at the one that was named last
                return known or stated.name
            same = _SAME.match(linker.texts[name.passage], name.end)
            if same and (known := self._earlier.of_kind_named(name.passage, name.start, same[1])):
                return known
            if (kind := around.kind_of_place(name)) and (
                known := self._earlier.of_kind_named(name.passage, name.start, kind)
                or (self._earlier.of_kinds(name.passage, name.start, _FIRMS) if kind in PREMISES else None)
            ):
                return known
        return None

    def _is_body(self, name: str, *, home: bool) -> bool:
        """Whether what stands behind somebody's "of" is a body: no country, no place, and no word that may be a town.

        A single word ("Tak of Samhan") is one where the model calls it an organisation, or it is written in capitals;
        with `home`, behind somebody's age, it is where he lives.
        """
        words = words_of(name)
        if name.lower() in _NO_BODY or all(map(place, words)):
            return False
        if len(words) > 1 or acronym(words[0]) or words[0].low in NOUNS or name in self._linker.abbreviations:
            return True
        return not home and name in self._organised

    @cached_property
    def _organised(self) -> frozenset[str]:
        """What the model calls an organisation in the release."""
        context = self._linker.context
        return frozenset(
            passage.text[entity.start : entity.end]
            for passage, entities in zip(context.passages, context.entities, strict=True)
            for entity in entities
            if entity.label == "ORG"
        )
