"""Pairing of quotation marks: every kind, broken in every way that converted files break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.marks import Quoted, find_quoted
from pressparse.outline.passages import Passage, clean
from tests.conftest import cpu_seconds

GLYPHS = list("\"'“”‘’‚„«»「」『』《》≪≫<>‹›〈〉【】`´\ue001")

PAIRED = [
    ("straight", 'He said, "We go" and left.', ["We go"]),
    ("curly", "He said, “We go” and left.", ["We go"]),
    ("apostrophes", "‘We can’t go, it’s the farmers’ road,’ he said", ["We can’t go, it’s the farmers’ road,"]),
    ("mixed: curly opens, straight closes", 'He said, “We go."', ["We go."]),
    ("mixed: single opens, double closes", "‘We go” he said, and ‘They stay’.", ["We go", "They stay"]),
    ("opened with a closing glyph", "”We go” and ’They stay’ again", ["We go", "They stay"]),
    ("closed with an opening glyph", "“We go.“ He left.", ["We go."]),
    ("low commas", ",,We go‘‘ he said", ["We go"]),
    ("doubled singles", "``We go'' and ‘‘They stay’’", ["We go", "They stay"]),
    ("nested", "“He told me, ‘Go,’ and I went.”", ["He told me, ‘Go,’ and I went.", "Go,"]),
    ("nested in the same glyph", '"He told me, "Go," and I went."', ['He told me, "Go," and I went.', "Go,"]),
    ("no space around", "“AI,”he said,“is here”", ["AI,", "is here"]),
    ("corner, angle and lens brackets", "「Harbor Act」『Prize』《Fair》≪Days≫〈Plan〉【Big Tent】", [
        "Harbor Act", "Prize", "Fair", "Days", "Plan", "Big Tent",
    ]),
    ("less-than signs as brackets", "the <Harbor Plan> and < Night Plan >", ["Harbor Plan", "Night Plan"]),
    ("guillemets either way", "« We go » and »They stay«", ["We go", "They stay"]),
    ("private-use glyphs of a converted file", "the \uf0a1Harbor Plan\uf0a2 is", ["Harbor Plan"]),
    ("possessive inside a name", "the ‘Harbor Residents’ Fund’ of 40 billion", ["Harbor Residents’ Fund"]),
    ("possessive behind a name", "the ‘Harbor Plans’ and the Citizens’ rally", ["Harbor Plans"]),
    ("a name that begins with a number", "the ‘10 Tasks for Ports’ in ‘21 and ‘22", ["10 Tasks for Ports"]),
    ("a name without space around", "the‘Plan’will start", ["Plan"]),
    ("a name with an apostrophe", "‘Come, Let’s Sail!’ contest", ["Come, Let’s Sail!"]),
    ("spaces inside", "“ We go ” he said", ["We go"]),
    ("ends in a number", "“We start in 2035” he said", ["We start in 2035"]),
    ("an abbreviation in brackets", "(“MOU”)", ["MOU"]),
]  # fmt: skip

NOTHING = [
    ("apostrophes", "Korea's fund, O'Brien's boat, Citizens’ rally, rock 'n' roll, 1980's, Jindo‘s"),
    ("years", "in ’21, ‘22, '20s, ’24.1.16. and ’21~’25"),
    ("less than", "p < 5 and q > 3, a<5, x -> y => z"),
    ("captions", "<Photo 1> the quay 【Reference】 <Table 2-1>"),
    ("markup and addresses", "<br> and <https://example.kr> and <press@example.kr>"),
    ("inches", 'a 6" pipe'),
    ("empty", "“” and ‘ ’ and 「」"),
]


def passages_of(*texts: str) -> list[Passage]:
    return [Passage(index, str(index + 1), *clean(text, [(0, len(text))])) for index, text in enumerate(texts)]


def inside(passages: list[Passage], quoted: Quoted) -> str:
    first, last = passages[quoted.passage], passages[quoted.end_passage]
    if first is last:
        return first.raw[quoted.start : quoted.end]
    return first.raw[quoted.start :] + " / " + last.raw[: quoted.end]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in PAIRED])
def test_paired(text: str, expected: list[str]) -> None:
    passages = passages_of(text)
    assert [inside(passages, quoted) for quoted in find_quoted(passages)] == expected


@pytest.mark.parametrize("text", [pytest.param(case[1], id=case[0]) for case in NOTHING])
def test_no_mark_at_all(text: str) -> None:
    assert find_quoted(passages_of(text)) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["“First, it joins.", "Second, it ‘gives’ room.”"], ["First, it joins. / Second, it ‘gives’ room.", "gives"]),
        (["said, “First, it joins.", "“Second, it gives room.”"], ["First, it joins.", "Second, it gives room."]),
        (["“First it", "was 'in between'", "and last.” he said"], ["First it / and last.", "in between"]),
        (["“Open for good", "no mark", "no mark", "no mark", "“Closed”"], ["Open for good", "Closed"]),
    ],
)  # fmt: skip
def test_over_passages(texts: list[str], expected: list[str]) -> None:
    passages = passages_of(*texts)
    assert [inside(passages, quoted) for quoted in find_quoted(passages)] == expected


def test_depth_counts_the_marks_around() -> None:
    found = find_quoted(passages_of("“He said ‘go to the <Fair> now’ and left.” ‘Late’"))
    assert [quoted.depth for quoted in found] == [0, 1, 2, 0]


def test_marks_are_reported_with_their_place() -> None:
    (quoted,) = find_quoted(passages_of("She said, ``We go''."))
    assert (quoted.open, quoted.close, quoted.outer_start, quoted.outer_end) == ("``", "''", 10, 19)


@given(st.lists(st.one_of(st.sampled_from(GLYPHS), st.sampled_from(["a", "s", " ", "21", "."])), max_size=60))
def test_any_marks_at_all(pieces: list[str]) -> None:
    passages = passages_of("".join(pieces[:30]) or "x", "".join(pieces[30:]) or "x")
    reached: list[tuple[int, int]] = []
    for quoted in find_quoted(passages):
        assert (quoted.passage, quoted.start) < (quoted.end_passage, quoted.end)
        assert inside(passages, quoted).strip()
        while reached and reached[-1] <= (quoted.passage, quoted.outer_start):
            reached.pop()
        assert quoted.depth == len(reached)
        reached.append((quoted.end_passage, quoted.outer_end))


@pytest.mark.parametrize(
    "piece",
    ["“", "”", '"', "'", "‘a", "s’ ", "<a", "“a ‘b", "'21 A", '” "x', "“\"'‘’”", "”1", "''1", "«’›`", "<@", "“\n□ ’"],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        return cpu_seconds(find_quoted, passages_of(piece * count))

    small, large = min(seconds(10_000) for _ in range(2)), seconds(80_000)
    # Eight times the text: far from the 64 times of a quadratic search, with room for a busy machine.
    assert large < 24 * small + 0.2


@pytest.mark.parametrize(("opening", "closing"), [("“- ", ".’ "), ("‘- ", ".” "), ("« - ", "」. "), ("「 ( ", ".»")])
def test_strays_of_two_kinds_never_nest_deep(opening: str, closing: str) -> None:
    """Who reads each stretch in marks reads a text as often as it is nested."""
    found = find_quoted(passages_of(opening * 2_000 + closing * 2_000))
    assert found
    assert max(quoted.depth for quoted in found) < 30
