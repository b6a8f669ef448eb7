"""The component in a spaCy pipeline of the user's own."""

from __future__ import annotations

import tomllib
from importlib.metadata import EntryPoint

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from pressparse.exporters import KINDS
from pressparse.records import Release
from pressparse.spacy_component import KEY, LABELS, release_of
from tests.conftest import RELEASE, ROOT


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("pressparse", config={"issued": "2025-05-07"})
    return nlp


def test_spans_are_the_records(nlp):
    doc = nlp(RELEASE)
    release = release_of(doc)
    assert isinstance(release, Release)
    assert release.issued == "2025-05-07"
    for kind in KINDS:
        places = [place for record in getattr(release, kind) for place in getattr(record, "mentions", [record])]
        group = doc.spans[kind]
        assert len(group) == len(places)
        assert {span.label_ for span in group} <= {LABELS[kind]}
        for span, place in zip(group, places, strict=True):
            assert place.text in span.text
            assert doc.text[place.start : place.end] == place.text
    assert any("May 7, 2025" in span.text for span in doc.spans["dates"])
    assert {span.id_ for span in doc.spans["people"]} == {person.id for person in release.people}


def test_docs_can_be_saved(nlp):
    doc = nlp(RELEASE)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert release_of(again) == release_of(doc)
    assert [span.text for span in again.spans["dates"]] == [span.text for span in doc.spans["dates"]]
    box = DocBin(docs=[doc], store_user_data=True)
    (again,) = DocBin(store_user_data=True).from_bytes(box.to_bytes()).get_docs(nlp.vocab)
    assert again.user_data[KEY]["issued"] == "2025-05-07"


def test_windows_line_ends_move_nothing(nlp):
    doc, plain = nlp(RELEASE.replace("\n", "\r\n")), nlp(RELEASE)
    assert [span.text for span in doc.spans["dates"]] == [span.text for span in plain.spans["dates"]]
    for date in release_of(doc).dates:
        assert doc.text[date.start : date.end] == date.text


def test_many_docs_keep_their_order(nlp):
    texts = [f"○ Stage {number} ends on March {number}, 2025.\n" for number in range(1, 20)]
    found = [release_of(doc).dates[0].value for doc in nlp.pipe(texts)]
    assert found == [f"2025-03-{number:02}" for number in range(1, 20)]


def test_a_doc_without_words(nlp):
    doc = nlp("")
    assert all(len(doc.spans[kind]) == 0 for kind in KINDS)
    with pytest.raises(KeyError):
        release_of(spacy.blank("en")("never seen"))


def test_spacy_finds_the_component_by_its_entry_point():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ((name, value),) = project["entry-points"]["spacy_factories"].items()
    assert callable(EntryPoint(name=name, value=value, group="spacy_factories").load())
    assert spacy.blank("en").has_factory(name)
