"""How mentions are linked: what must hold of the people and titles of any text, and of the parts that make them."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressparse
from pressparse.abbreviations import introduced
from pressparse.organizations import phrase_begin, phrase_end
from pressparse.outline.passages import Passage, clean
from pressparse.romanization import shape_at, split
from pressparse.words import words_of
from tests.conftest import cpu_seconds

FRAGMENTS = [
    *["Minister ", "Vice Minister ", "of Justice ", "the Minister ", "President & CEO ", "Director", " General "],
    *["head of the "],
    *["Tak Bo-mi", "JIN Tae-o", "Jin ", "Dae-hyeon Ryu ", "Joris van den Berghe ", "K. R. Sundaram", "Mr. ", "H.E. "],
    *[", ", "; ", " (", ") ", ": ", ".\n", "\n□ ", "\n ○ ", " and ", "'s ", "Korea ", "Salt Institute "],
    *["(KSI) ", "of ", "\t", "(52)"],
    *["In charge: ", "Photo by ", "From left: ", "“", "”", "Namhae Mayor "],
]  # fmt: skip


CASES = re.findall(
    r"^## ([^\n]+)\n\n```\n(.*?)→\n(.*?)```",
    (Path(__file__).parent / "cases" / "linking.md").read_text(encoding="utf-8"),
    re.S | re.M,
)


def passage(text: str) -> Passage:
    return Passage(0, "1", *clean(text, [(0, len(text))]))


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_records_are_slices_and_point_at_each_other(text: str) -> None:
    release = pressparse.parse(text + "\nx")
    source = text + "\nx"
    ids = [person.id for person in release.people]
    assert len(ids) == len(set(ids))
    mentions = [mention for person in release.people for mention in person.mentions]
    for span in [*mentions, *release.titles]:
        assert source[span.start : span.end] == span.text
    assert all(person.mentions for person in release.people)
    assert {title.person for title in release.titles} <= {None, *ids}
    taken = sorted((span.start, span.end) for span in [*mentions, *release.titles])
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(taken))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_case(text: str, expected: str) -> None:
    people = pressparse.parse(text).people
    found = [f"{person.name} | {person.title or '-'} | {person.organization or '-'}" for person in people]
    assert found == expected.split("\n")[:-1]


def test_the_table_is_read() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize(
    ("text", "length", "strength"),
    [
        ("Tak Bo-mi", 2, "sure"),
        ("Bo-mi Tak", 2, "sure"),
        ("TAK BO-MI", 2, "sure"),
        ("Kwon Minseo", 2, "likely"),
        ("MinSeo Kwon", 2, "likely"),
        ("Kwon Min Seo", 3, "likely"),
        ("Min Seo Kwon", 3, "likely"),
        ("Hwangbo Yul", 2, "likely"),
        ("Kwon Yul", 2, "possible"),
    ],
)
def test_the_shapes_of_korean_names(text: str, length: int, strength: str) -> None:
    assert shape_at(words_of(text), 0) == (length, strength)


@pytest.mark.parametrize(
    "text", ["Jeollanam-do Province", "Mapo-gu Office", "Korea Times", "tak bo-mi", "Sanna-Leena Kwon"]
)
def test_what_only_looks_like_a_korean_name(text: str) -> None:
    assert shape_at(words_of(text), 0) is None


@pytest.mark.parametrize("name", ["Tak Bo-mi", "Bo-mi Tak", "TAK Bomi", "BoMi Tak", "Tak Bo Mi"])
def test_one_name_in_every_order_and_hyphenation(name: str) -> None:
    assert split(name.split()) == ("tak", "bomi")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Korea Salt Institute (KSI) opened.", {"KSI": "Korea Salt Institute"}),
        ("the Ministry of Justice (hereinafter 'MOJ')", {"MOJ": "Ministry of Justice"}),
        ("the Ministry of Justice (Minister Tak Bo-mi, hereinafter MOJ)", {"MOJ": "Ministry of Justice"}),
        ("the Korea Tide Agency (Administrator: Tak Bo-mi, KTA)", {"KTA": "Korea Tide Agency"}),
        ("KSI (Korea Salt Institute) opened.", {"KSI": "Korea Salt Institute"}),
        ("the Reef Board of Peru (CONARE) said", {"CONARE": "Reef Board of Peru"}),
        ("the Korea Reef Infrastructure Agency (RIA)", {"RIA": "Korea Reef Infrastructure Agency"}),
        ("The gate (right) and the lamp (LED) were lit.", {}),
    ],
)
def test_abbreviations_of_bodies(text: str, expected: dict[str, str]) -> None:
    assert introduced([passage(text)]) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Ministry of Trade, Industry and Energy", "Korea Research Institute of Salt and Ocean Engineering",
        "2040 Tide Bureau", "Women's Policy Bureau", "Division of Harbor Law", "Asia and Pacific Division",
        "Committee on Foreign Affairs", "Growers' Cooperative", "Korea Miners' Insurance and Welfare Service",
        "Namhae Hydrologic and Volcanic Agency", "Society of Farmers, Bakers and Brewers",
        "Korean Glass and Ceramics Workers' Union", "Women's and Children's Rights Foundation",
    ],
)  # fmt: skip
def test_how_far_the_name_of_a_body_reaches(body: str) -> None:
    words = words_of(f"{body} said")
    assert phrase_end(words, 0) == len(words) - 1


@pytest.mark.parametrize(
    "body",
    [
        "Ministry of Science and ICT",
        "Bank of Korea",
        "Trade, Industry and Energy",
        "Salt Museum",
        "Land and Sea Council",
        "Texas A&M University",
        "Divers' Union",
    ],
)
def test_where_the_name_of_a_body_begins(body: str) -> None:
    words = words_of(f"at {body} Minister")
    assert phrase_begin(words, len(words) - 1) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "Minister ",
        "Minister Tak said. ",
        "Tak Bo-mi, Director of X; ",
        "Mr. ",
        "Trade and ",
        "X (ABC) ",
        "Photo by ",
        "of the ",
        "Growers' ",
        "Salt and Tide ",
        "A&M ",
        "the company's CEO, visited Hanbit ",
        "The Minister for Ports, Ida Marsh, ",
        "Tak Bo-mi (Salt Institute, Director); ",
    ],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(length: int) -> float:
        words_of.cache_clear()
        return cpu_seconds(_link, passage((piece * (length // len(piece) + 1))[:length]))

    seconds(2_000)
    short, long = min(seconds(10_000) for _ in range(2)), seconds(80_000)
    assert long < 8 * short * 4 + 0.5


def _link(text: Passage) -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from pressparse.context import Context
    from pressparse.extractors import people, titles
    from pressparse.linking import link_people
    from pressparse.outline.nodes import Node, Outline
    from pressparse.source import Source

    node = Node("paragraph", "body", None, [(0, len(text.text))], id="1")
    context = Context(
        source=Source(text.text, None, "txt", None, "0"), outline=Outline([node], {"1": node}, [text], None, [], None),
        docs=[Doc(Vocab(), words=["x"])],
    )  # fmt: skip
    posts = titles.find(context)
    link_people(context, people.find(context, posts), posts)


def test_evidence_is_given_where_it_is_asked_for() -> None:
    text = "□ Minister of Justice Tak Bo-mi spoke. The Minister left."
    release = pressparse.parse(text, evidence=True)
    [person] = release.people
    assert person.evidence is not None
    assert person.evidence.rule == "after a post"
    assert person.evidence.words == ["Minister of Justice"]
    assert [title.evidence.rule for title in release.titles if title.evidence] == [
        "post; beside a name",
        "post; stands for a person named elsewhere",
    ]
    assert all(record.evidence is None for record in pressparse.parse(text).people)
