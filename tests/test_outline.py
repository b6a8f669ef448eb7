"""The block grammar: layouts as a table (cases/outline.md) and what must hold of any text at all."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.outline import build
from pressparse.outline.nodes import Outline
from pressparse.source import Source

CASES = re.findall(
    r"^## (.+?)\n\n```\n(.*?)\n→\n(.*?)\n```",
    (Path(__file__).parent / "cases" / "outline.md").read_text(encoding="utf-8"),
    re.S | re.M,
)
FRAGMENTS = [
    *"□○-–·△▲①※*|<>[]\"'“”‘’「」≪≫:.\t\n ",
    *["\n\n", "1. ", "(1) ", "[Photo 1] ", "<Reference> ", "[bookmark: _GoBack]", "Annex 1.", "End.", "Contact: "],
    *["044-202-0000", "\u200b", "\ufeff", "\u3000", "\U000f02b1", "𠀀", "Minister", "said", "the plan"],
]


def outline_of(text: str) -> Outline:
    return build(Source(text, None, "text", None, ""))


@pytest.mark.parametrize(("layout", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_layout(layout: str, expected: str) -> None:
    nodes = outline_of(layout).nodes.values()
    lines = []
    for node in nodes:
        own = re.sub(r"\n\s*", "·", layout[node.start : node.end].strip())
        lines.append(" ".join(filter(None, [node.id, node.kind, node.marker, own])))
    assert lines == expected.split("\n")


@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=60).map("".join))
def test_passages_lead_back_to_the_source(text: str) -> None:
    outline = outline_of(text)
    seen: set[int] = set()
    starts = [passage.offsets[0] for passage in outline.passages]
    assert starts == sorted(starts)
    for passage in outline.passages:
        assert len(passage.text) == len(passage.raw) == len(passage.offsets)
        assert list(passage.offsets) == sorted(set(passage.offsets))
        assert seen.isdisjoint(passage.offsets)
        seen.update(passage.offsets)
        for character, offset in zip(passage.raw, passage.offsets, strict=True):
            assert character == text[offset] or character == " "
        assert passage.node in outline.nodes


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_nothing_visible_is_lost(text: str) -> None:
    outline = outline_of(text)
    kept = {offset for passage in outline.passages for offset in passage.offsets}
    for node in outline.nodes.values():
        assert 0 <= node.start <= node.end <= len(text)
    lost = "".join(c for offset, c in enumerate(text) if offset not in kept and c.isalnum() and c not in "①")
    # Digits and letters are lost only in artefacts and numbered markers.
    assert not re.sub(r"bookmarkGoBack|[1oO]|\U000f02b1", "", lost)


@pytest.mark.parametrize("piece", ["□ ", "- a\n", "[", "△ ", "Ministry of ", " | ", "(1) ", '"', "\t", "1.1.1."])
def test_hostile_layouts_are_read(piece: str) -> None:
    assert outline_of(piece * 20_000).nodes is not None
