"""The steering corpus, where it lies beside the checkout: one release in every format, and real documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pressparse.readers import read

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")


def bare(text: str) -> str:
    """`text` without white space and the artefact of the original conversion."""
    return re.sub(r"\s+", "", text.replace("[bookmark: _GoBack]", ""))


def text_of(name: str) -> str:
    return read(CORPUS / name).text


@pytest.mark.parametrize(
    "name",
    [
        "txt_seed_utf16le_bom.txt", "txt_seed_utf8bom.txt", "seed_literal.docx", "seed_autolist.docx",
        "seed_literal.pdf", "seed_autolist.pdf",
    ],
)  # fmt: skip
def test_the_seed_in_every_format(name: str) -> None:
    assert bare(text_of(f"made/{name}")) == bare(text_of("seed/gist-visit.txt"))


@pytest.mark.parametrize("name", ["html_br.html", "html_p.html", "html_tbl.html"])
def test_the_seed_on_a_web_page(name: str) -> None:
    body = bare(text_of("seed/gist-visit.txt"))
    title, first = body.split("□", 1)
    text = bare(text_of(f"made/{name}"))
    assert text.startswith(title)
    assert text.endswith("□" + first)
    assert "메뉴" not in text
    assert "개인정보" not in text


@pytest.mark.parametrize(
    ("name", "heads"),
    [("seed_autolist_wingdings.docx", "□○"), ("seed_autonum.docx", "1가"), ("seed_msit.hwpx", None)],
)
def test_the_seed_with_other_heads(name: str, heads: str | None) -> None:
    glyphs = re.compile(r"[□∘○]|(?<=\n)(?:[1-6]|[가나])\.")
    seed = bare(glyphs.sub("", text_of("seed/gist-visit.txt")))
    found = text_of(f"made/{name}")
    body = bare(glyphs.sub("", found))
    assert seed in body or seed == body.split("2020.6.30.(Tue)")[-1].split("담당부서")[0]
    if heads:
        assert [line[0] for line in found.split("\n")[1:3]] == list(heads)


def test_korean_pages_and_texts() -> None:
    assert text_of("made/txt_ko_cp949.txt") == text_of("made/txt_ko_utf8.txt")
    assert bare(text_of("made/txt_ko_utf8.txt"))[:40] in bare(text_of("made/html_ko_euckr.html"))


def test_torture() -> None:
    text = text_of("made/torture.docx")
    once = ["□ P1 symbol-run bullet", "INSERTED", "LINKTEXT INLINESDT SMARTTAG", "BLOCKSDT", "FIELDRESULT", "NESTED"]
    for part in [*once, "TEXTBOX line", "MERGED", "□ LAST"]:
        assert text.count(part) == 1, part
    assert "DELETED" not in text
    assert "HIDDEN" not in text


def test_twins_have_the_same_paragraphs() -> None:
    assert text_of("real/moef-2024q1-odi.hwp") == text_of("real/moef-2024q1-odi.hwpx")


def test_a_plan_and_its_pdf() -> None:
    pages = text_of("real/2022_nikl_plan.pdf")
    whole, paragraphs = bare(pages), {bare(line) for line in pages.split("\n")}
    lines = [line for line in text_of("real/2022_nikl_plan.hwp").split("\n") if line.strip()]
    body = [bare(line) for line in lines if "\t" not in line]  # rows are compared cell by cell below
    assert all(line in whole for line in body)
    assert sum(line in paragraphs for line in body) / len(body) > 0.9
    cells = [bare(cell) for line in lines for cell in line.split("\t")]
    assert all(cell in whole for cell in cells)


def test_automatic_heads_of_a_real_document() -> None:
    lines = text_of("real/number-bullet.hwp").split("\n")
    assert [line[0] for line in lines[:4]] == ["❑", "☑", "•", "-"]
