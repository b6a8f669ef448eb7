"""The title of each person and the body of each post, as the phrase or the text beside it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressparse import lexicons
from pressparse.linking.before import Stated
from pressparse.linking.between import TAKEN
from pressparse.linking.firms import firm_in_full
from pressparse.linking.implied import Implied
from pressparse.linking.offices import country_of_role, ministry, same_body, same_office
from pressparse.linking.places import Places
from pressparse.linking.times import past, time_before
from pressparse.mentions import Post
from pressparse.vocabulary import NOUNS, PORTFOLIOS, UNITS

if TYPE_CHECKING:
    from pressparse.linking.persons import Draft
    from pressparse.linking.release import Linker

_HELD = lexicons.load("offices")["held"]
_ENVOYS = frozenset(_HELD["envoys"])
_STAFF = frozenset(_HELD["staff"])
_RANKS = frozenset(_HELD["ranks"])
# "Commissioner of the Harbor Defense Force" is Commissioner: a body, not a part of one.
_PARTS = UNITS - {"force", "committee", "group"}
_FOR_FIELD = re.compile(r" for (?!Foreign Affairs)((?:the )?[A-Z].*)")
_SUBORDINATE = {"vice", "deputy", "under", "parliamentary", "assistant"}
_ARTICLE = frozenset(lexicons.load("organizations")["country_names"]["article"])
_PREVIOUSLY = "previously "
_IN_YEAR = re.compile(r",? (?:in|from|since|until) (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d")
_TAKING = 100
"""Code points before a post among which the verb stands by which somebody takes it."""
_MINISTRIES = ("ministry of", "department of", "department for", "federal ministry of")
# Held at a body of a country, and not for it: "on the Norwegian side by Rector Aasen".
_SCHOLARS = {"rector", "provost", "dean", "professor", "ceo", "curator", "principal", "researcher", "coach", "editor"}
_SCHOLARLY = {("vice", "chancellor"), ("pro", "rector"), ("vice", "rector")}
_MINISTERS = {"minister", "undersecretary"}
_FIELD_WORDS = PORTFOLIOS | {"and", "of", "&"}
_KINDS = NOUNS - PORTFOLIOS


class Bodies:
    """Knows the title of each person of a release and the body at which each post is held."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._implied = Implied(linker)
        self._places = Places(linker.texts)
        self._posts: dict[int, tuple[str | None, str | None]] = {}
        self._named: dict[int, str | None] = {}

    def post_of(self, draft: Draft) -> tuple[str | None, str | None]:
        """A person's principal title and the body, in the fullest spelling that the release gives."""
        if id(draft) not in self._posts:
            self._posts[id(draft)] = self._post_of(draft)
        return self._posts[id(draft)]

    def _post_of(self, draft: Draft) -> tuple[str | None, str | None]:
        linker = self._linker
        if not draft.posts:
            alone = self._implied.of_person(draft)
            return None, self._expanded(alone) if alone else None
        principal = self._principal(draft)
        stated = [self._of_post(index) for index in draft.posts if index == principal or self._same(index, principal)]
        known = [self._expanded(name) for name in stated if name]
        one = [name for name in known if same_body(name, known[0], linker.abbreviations)]
        if not one and (described := self._implied.unposted.described(draft)):
            # "Roy, who came for the Reef Agency, where he is Vice-President"
            one = [self._expanded(described)]
        organization = max(one, key=len) if one else self._unstated(principal)
        if not organization:
            # "Tak Bo-mi (Chair, Professor at Haneul University)"
            others = (i for i in draft.posts if i != principal and not self._former(linker.posts[i]))
            organization = next(filter(None, map(self._of_post, others)), None)
        if organization:
            organization = self._places.fullest(organization, linker.posts[principal])
            organization = firm_in_full(organization, linker.opening)
        return self._title(linker.posts[principal]), organization

    def _unstated(self, principal: int) -> str | None:
        """The body that the release implies for a person's principal post."""
        post = self._linker.posts[principal]
        educates = post.keys[0][-1] == "superintendent" and "education" in post.topics
        office = self._places.of_education() if educates else None
        return office or self._implied.implied(principal)

    def stated_of(self, draft: Draft) -> list[str]:
        """The bodies that the text states beside a person's posts, in full."""
        return [self._expanded(body) for body in map(self._of_post, draft.posts) if body]

    def of_title(self, index: int, draft: Draft | None) -> str | None:
        """The body of one title: as its phrase or the text beside it spells it, else the holder's."""
        if own := self._of_post(index):
            return own
        if draft is not None and draft.posts:
            return self.post_of(draft)[1]
        return (
            self._implied.implied(index)
            if self._linker.posts[index].keys[0] not in ({("president",), ("prime", "minister")})
            else None
        )

    def _principal(self, draft: Draft) -> int:
        """The first post of a person, or a fuller way to write the same one."""
        posts = self._linker.posts
        ordered = sorted(
            draft.posts,
            key=lambda i: (
                self._former(posts[i]),
                not self._taken(posts[i]),
                _rank(posts[i]),
                posts[i].passage,
                posts[i].start,
            ),
        )
        same = [index for index in ordered if index == ordered[0] or self._same(index, ordered[0])]
        return max(
            same,
            key=lambda i: (
                len(posts[i].topics) > 0,
                len(posts[i].keys),
                len(posts[i].role),
                not posts[i].role.isupper(),
            ),
        )

    def _former(self, post: Post) -> bool:
        """Whether a post is one that its holder had: "Tak Bo-mi (former Mayor of Namhae)"."""
        text = self._linker.texts[post.passage]
        return past(text, post) or text.endswith(_PREVIOUSLY, 0, post.start)

    def _taken(self, post: Post) -> bool:
        """Whether a post is one that its holder takes now: "Tak Bo-mi, professor of salt, has been named Dean"."""
        text = self._linker.texts[post.passage]
        # "was appointed Director in 2010": long ago
        ago = _IN_YEAR.match(text, post.end) is not None
        return not ago and TAKEN.search(text, max(post.start - _TAKING, 0), post.start) is not None

    def _same(self, one: int, other: int) -> bool:
        posts = self._linker.posts
        return same_office(posts[one], posts[other], self._linker.abbreviations)

    def _title(self, post: Post) -> str:
        whole = self._linker.texts[post.passage]
        text, time = whole[post.start : post.end], time_before(whole, post)
        if post.organization and _part(post.organization) and text.endswith(post.organization):
            # "Director General of the Salt and Fisheries Bureau": head and unit are one phrase.
            return f"{time}{text}"
        # "Ambassador of Norway to Korea": the post is the whole phrase.
        if _ENVOYS & set(post.keys[0]):
            return time + text
        country = country_of_role(post.role) if "minister" in post.keys[0] else None
        # "Vice Minister for Reefs of Mexico"
        return time + post.role.removesuffix(f" of {country}")

    def _of_post(self, index: int) -> str | None:
        """The body that the phrase of a post names or that stands beside it."""
        if index not in self._named:
            self._named[index] = self._named_by(index)
        return self._named[index]

    def _named_by(self, index: int) -> str | None:
        post = self._linker.posts[index]
        stated = self._linker.stated(index)
        if post.organization is not None:
            found = self._of_phrase(post, post.organization, stated)
            owned = found == post.organization and self._linker.texts[post.passage].endswith("'s ", 0, post.start)
            # "Peru's Reef Service Director"
            return _with_country(found, post.country) if found and owned else found
        minister = _MINISTERS & set(post.keys[-1]) and post.topics and not (stated and stated.name)
        if minister and (body := self._of_minister(index, post.country or (stated.country if stated else None))):
            return body
        if stated and stated.name:
            named = all(word.lower() in _FIELD_WORDS for word in stated.name.replace(",", "").split())
            if stated.name.lower() in _KINDS:
                # "Director Tak of the Institute": of the one that was named last.
                return self._implied.named_before(post.passage, post.start, stated.name.lower()) or stated.name
            body = f"Ministry of {stated.name}" if named and "minister" in post.keys[0] else stated.name
            return _with_country(body, stated.country)
        if realm := self._places.governed(post):
            return realm
        told = stated.country if stated else None
        if _ENVOYS & set(post.keys[0]):
            return post.country or told
        if (told or post.country) and post.keys[0][-2:] not in _SCHOLARLY and post.keys[0][-1] not in _SCHOLARS:
            return told or post.country
        if post.keys[0][-1] in _STAFF and (unit := self._implied.contacts.unit(post)):
            return unit
        return self._implied.in_row(post) or self._implied.contacts.below(post)

    def _of_minister(self, index: int, country: str | None) -> str | None:
        """The ministry that a minister's post tells, or the country of a deputy for some field of it."""
        post = self._linker.posts[index]
        # A Korean "Minister for Trade" sits in a ministry of another name.
        foreign = (self._implied.foreign(index) or bool(country)) and "minister" in post.keys[-1]
        abroad = country_of_role(post.role)
        if abroad and self._subordinate(post):
            return abroad
        if not (country or abroad) and (own := self._own_ministry(post)):
            return own
        body = self._department(post) or ministry(post.role, foreign=foreign)
        return _with_country(body, country) if body else None

    def _department(self, post: Post) -> str | None:
        """The department of a minister's field, where the release names one: "Minister for Finance"."""
        body, opening = ministry(post.role, foreign=True), self._linker.opening
        if not body or body in opening:
            return None
        named = (f"Department {joint} {body.removeprefix('Ministry of ')}" for joint in ("of", "for"))
        return next((name for name in named if name in opening), None)

    def _own_ministry(self, post: Post) -> str | None:
        """The issuer, for a minister of more or less than it is of: "Minister of Reefs and the Environment"."""
        issuer = (self._implied.stated or "").lower()
        body = ministry(post.role, foreign=True)
        shared = post.topics & set(issuer.split()) - {"affairs", "development"}
        other = not body or not shared or not issuer.startswith(_MINISTRIES) or body in self._linker.opening
        return None if other else self._implied.stated

    def _subordinate(self, post: Post) -> bool:
        """Whether a post is for a part of a ministry of another name: "Vice Minister for Multilateral Trade"."""
        field = _FOR_FIELD.search(post.role) if _SUBORDINATE & set(post.keys[0]) else None
        topic = field[1].rpartition(" of ")[0] or field[1] if field else ""
        return field is not None and f"Ministry of {topic}" not in self._linker.opening

    def _of_phrase(self, post: Post, organization: str, stated: Stated | None) -> str | None:
        """The body that the phrase of a post names; where that is a unit or no name, the one that it belongs to."""
        inner = organization.rsplit(maxsplit=1)[-1].lower() in UNITS
        if inner and stated and stated.name and stated.name.split()[-1].lower() not in UNITS:
            # "Head of Culture Headquarters, Seoul Metropolitan Government"
            return stated.name
        phrase = self._linker.texts[post.passage][post.start : post.end]
        if phrase.endswith(f" the {organization}") and organization.lower() in NOUNS:
            # "Director of the Office": of the one that was named last.
            return self._implied.named_before(post.passage, post.start, organization.lower())
        return organization

    def _expanded(self, name: str) -> str:
        return self._linker.abbreviations.get(name, name)


def _part(organization: str) -> bool:
    """Whether a name is of a part of a body, which is one phrase with its head: "Salt Bureau", "Haedam 3-ri"."""
    last = organization.rsplit(maxsplit=1)[-1].lower()
    return last in _PARTS or last.endswith(("-ri", "-dong"))


def _rank(post: Post) -> bool:
    """Whether a post is a rank or a grade, which comes behind what its holder heads: "Brigadier General", "Prof."."""
    heads = {word for key in post.keys for word in key}
    return post.organization is None and not post.topics and heads <= _RANKS


def _with_country(name: str, country: str | None) -> str:
    if not country or country.lower() in name.lower():
        return name
    return f"{name} of {'the ' if country in _ARTICLE else ''}{country}"
