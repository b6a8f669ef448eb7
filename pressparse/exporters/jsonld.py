"""JSON-LD in the words of schema.org: NewsArticle, Person, Quotation, Event, Legislation and more, as one graph."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from pressparse.exporters import KINDS
from pressparse.records import Failure

if TYPE_CHECKING:
    from pressparse.records import Initiative, Person, Release

SUFFIX = ".jsonld"
CONTEXT = "https://schema.org"

# schema.org has no plans and strategies; what it lacks is a CreativeWork or Project that says its kind.
_TYPES = {
    "event": "Event", "law": "Legislation", "fund": "MonetaryGrant", "project": "Project", "program": "Project",
    "campaign": "Project", "platform": "Service", "other": "Thing", "award": "Thing",
}  # fmt: skip

_ACTOR_IS = {
    "Event": "organizer", "Legislation": "legislationResponsible", "MonetaryGrant": "funder", "Project": "sponsor",
    "Service": "provider", "CreativeWork": "creator",
}  # fmt: skip
# "2020-07-02", "2020-07", "2020" in an EDTF value; not the halves, quarters and decades, which ISO 8601 has not.
_ISO = re.compile(r"(?<![\d-])\d{4}(?:-\d\d){0,2}(?![\dQHX-])")


def write(results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
    """One JSON-LD document with a `@graph`, a node a line; schema.org has no word for failures, which are left out."""
    file.write(f'{{"@context": "{CONTEXT}", "@graph": ['.encode())
    separator = b"\n"
    for result in results:
        if isinstance(result, Failure):
            continue
        for node in _nodes(result, kinds):
            line = json.dumps({key: value for key, value in node.items() if value}, ensure_ascii=False)
            file.write(separator + line.encode("utf-8", "backslashreplace"))
            separator = b",\n"
    file.write(b"\n]}\n")


def _nodes(release: Release, kinds: Collection[str]) -> Iterator[dict[str, Any]]:
    home = f"urn:sha256:{release.source.sha256 or hashlib.sha256(release.model_dump_json().encode()).hexdigest()}"
    yield _article(release, home, kinds)
    if "people" in kinds:
        for person in release.people:
            yield {
                "@id": f"{home}#{person.id}", "@type": "Person", "name": person.name, "jobTitle": person.title,
                "affiliation": _organization(person.organization), "subjectOf": {"@id": home},
            }  # fmt: skip
    if "quotes" in kinds:
        for number, quote in enumerate(release.quotes, start=1):
            speaker = {"@id": f"{home}#{quote.speaker_id}"} if quote.speaker_id and "people" in kinds else None
            yield {
                "@id": f"{home}#q{number}", "@type": "Quotation", "text": quote.text, "isPartOf": {"@id": home},
                "creator": speaker or _speaker(quote.speaker, is_person=bool(quote.speaker_id)),
            }  # fmt: skip
    if "initiatives" in kinds:
        for initiative in release.initiatives:
            yield {**_initiative(initiative), "@id": f"{home}#{initiative.id}", "subjectOf": {"@id": home}}


def _article(release: Release, home: str, kinds: Collection[str]) -> dict[str, Any]:
    about: list[Person | Initiative] = list(release.people) if "people" in kinds else []
    about += release.initiatives if "initiatives" in kinds else []
    return {
        "@id": home,
        "@type": "NewsArticle",
        "headline": release.title.text if release.title else None,
        "alternativeHeadline": [subtitle.text for subtitle in release.subtitles],
        "datePublished": release.issued,
        "publisher": _organization(release.issuer),
        "inLanguage": release.source.language,
        "identifier": release.source.path,
        "articleBody": release.text,
        "temporalCoverage": list(dict.fromkeys(date.value for date in release.dates if date.value))
        if "dates" in kinds
        else None,
        "mentions": [{"@id": f"{home}#{record.id}"} for record in about],
    }


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _speaker(name: str | None, *, is_person: bool) -> dict[str, str] | None:
    return {"@type": "Person", "name": name} if name and is_person else _organization(name)


def _initiative(initiative: Initiative) -> dict[str, Any]:
    """An initiative under the properties that its schema.org type has."""
    kind = _TYPES.get(initiative.kind, "CreativeWork")
    names = {mention.text: None for mention in initiative.mentions if mention.text != initiative.name}
    node: dict[str, Any] = {
        "@type": kind, "name": initiative.name, "alternateName": list(names), "additionalType": initiative.kind,
    }  # fmt: skip
    if kind in _ACTOR_IS:
        node[_ACTOR_IS[kind]] = _organization(initiative.actor)
    if kind == "Event" and (days := _ISO.findall(" ".join(initiative.dates))):
        node |= {"startDate": min(days), "endDate": max(days)}
    elif kind in ("CreativeWork", "Legislation"):
        node["temporalCoverage"] = initiative.dates
    elif kind == "MonetaryGrant" and initiative.amount:
        sum_ = {"value": initiative.amount.value, "currency": initiative.amount.currency}
        node["amount"] = {"@type": "MonetaryAmount", **sum_}
    return node
