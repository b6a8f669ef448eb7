"""The fullest name of a local government in a release: "Incheon Metropolitan City" for the "Incheon" of its mayor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from pressparse import lexicons
from pressparse.mentions import Post

_LEXICON = lexicons.load("organizations")
_LOCAL = _LEXICON["local"]
# Spellings of one province, in small letters, with the first of them.
_SAME: dict[str, str] = {name.lower(): names[0].lower() for names in _LOCAL["provinces"] for name in names}
_NAME = r"([A-Z][\w-]{1,20}|(?:North|South) [A-Z][a-z]{2,12})"
_FORMS = re.compile(
    rf"\b{_NAME} ((?:(?:Special|Metropolitan|Self-Governing|Autonomous) ){{0,2}}"
    r"(?:City|County|Province|State|District))\b"
    r"(?! [A-Z](?!overnment|ayor|overnor|all\b))"
)
_KINDS = ("City", "County", "Province", "State", "District", "Education")
"""What every match of either holds."""
_OFFICES = re.compile(rf"\b{_NAME} ((?:(?:Metropolitan|Provincial|City) )?Office of Education)\b")

_OPENING = 20_000
"""Code points of a release in which a region is looked for."""
_ADJECTIVES = {"Regional": "Region", "Provincial": "Province", "Municipal": "Municipality", "Divisional": "Division"}
_GOVERNED = re.compile(rf"([A-Z][\w-]{{1,20}}(?: [A-Z][\w-]{{1,20}})?) ({'|'.join(_ADJECTIVES)}) [A-Z]")


class Places:
    """Knows the local governments that a release names in full, by the word that all their names share."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @cached_property
    def _forms(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for text in self._texts:
            if not any(kind in text for kind in _KINDS):
                continue
            for form in (*_FORMS.finditer(text), *_OFFICES.finditer(text)):
                kind = form[2].split()[-1].lower()
                known = found.setdefault(_key(form[1]), {})
                known[kind] = max(known.get(kind, ""), f"{form[1]} {form[2]}", key=len)
        return found

    def governed(self, post: Post) -> str | None:
        """The region that a post's adjective tells, where the text names it: "Oti Regional Minister", Oti Region."""
        found = _GOVERNED.match(post.role)
        region = f"{found[1]} {_ADJECTIVES[found[2]]}" if found else ""
        return region if region and region in self._opening else None

    @cached_property
    def _opening(self) -> str:
        return "\n".join(self._texts)[:_OPENING]

    def of_education(self) -> str | None:
        """The first office of education that the release names."""
        return next((forms["education"] for forms in self._forms.values() if "education" in forms), None)

    def fullest(self, organization: str, post: Post) -> str:
        """The name of the body that a mayor, a governor or a superintendent heads, in full where the text has it."""
        if post.keys[0][-1] == "superintendent" and ("education" in post.topics or "Education" in organization):
            place = organization.removesuffix(" Education")
            return self._forms.get(_key(place), {}).get("education", organization)
        for kind in _LOCAL["of"].get(post.keys[0][-1], ()):
            if organization.lower().endswith(f" {kind}") and organization.count(" ") == 1:
                # "Haedam City (Mayor Tak)" in a release of "Haedam Metropolitan City"
                organization = self._forms.get(_key(organization.split(maxsplit=1)[0]), {}).get(kind, organization)
                continue
            if form := self._forms.get(_key(organization), {}).get(kind):
                return form
        return organization


def _key(place: str) -> str:
    """What all spellings of a place share."""
    low = place.lower()
    return _SAME.get(low, low.removesuffix("-gun").removesuffix("-gu").removesuffix("-si"))
