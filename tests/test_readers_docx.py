"""DOCX: what Word shows, in the order in which it shows it."""

from __future__ import annotations

import pytest

from pressparse.readers import read_bytes
from pressparse.source import Location, Source
from tests.office_files import W, make_docx, make_zip, word_paragraph, word_parts

P = word_paragraph


def lines(source: Source) -> list[str]:
    return source.text.rstrip("\n").split("\n")


def read(body: str, **others: str) -> list[str]:
    return lines(read_bytes(make_docx(body, **others), path="a.docx"))


def numbering(*levels: str, more: str = "") -> str:
    """Definition 5 with these levels (form, text, font) as list 1; `more` goes at the end."""
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}</w:numbering>'
    )


def level(depth: int, form: str, text: str, font: str = "", more: str = "") -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>{fonts}'
    return f'<w:lvl w:ilvl="{depth}">{inside}</w:lvl>'


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return P(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("form", "text", "font", "heads"),
    [
        ("bullet", "\uf06f", "Wingdings", ["□", "□"]),
        ("bullet", "\uf0a7", "Wingdings", ["▪", "▪"]),
        ("bullet", "\uf0d8", "Wingdings", ["➢", "➢"]),
        ("bullet", "o", "Wingdings", ["□", "□"]),
        ("bullet", "o", "Courier New", ["o", "o"]),  # Word's own second-level bullet
        ("bullet", "\uf0b7", "Symbol", ["•", "•"]),
        ("bullet", "\uf0b7", "", ["•", "•"]),
        ("bullet", "\uf0ff", "Wingdings", ["\uf0ff", "\uf0ff"]),  # no line in the lexicon: the code stays
        ("bullet", "∘", "Batang", ["∘", "∘"]),
        ("decimal", "%1.", "", ["1.", "2."]),
        ("decimal", "(%1)", "", ["(1)", "(2)"]),
        ("ganada", "%1.", "", ["가.", "나."]),
        ("chosung", "%1.", "", ["ㄱ.", "ㄴ."]),
        ("upperRoman", "%1.", "", ["I.", "II."]),
        ("lowerLetter", "%1)", "", ["a)", "b)"]),
        ("decimalEnclosedCircle", "%1", "", ["①", "②"]),
        ("decimalZero", "%1", "", ["01", "02"]),
        ("koreanDigital", "%1.", "", ["일.", "이."]),
        ("numberInDash", "%1", "", ["- 1 -", "- 2 -"]),
        ("decimalFullWidth", "%1.", "", ["１.", "２."]),
        ("cardinalText", "%1.", "", ["1.", "2."]),  # spelled out in words by Word; digits here
    ],
)
def test_list_heads(form: str, text: str, font: str, heads: list[str]) -> None:
    found = read(item("one") + item("two"), numbering=numbering(level(0, form, text, font)))
    assert found == [f"{heads[0]} one", f"{heads[1]} two"]


def test_levels_count_below_each_other() -> None:
    levels = numbering(
        level(0, "decimal", "%1."), level(1, "ganada", "%2."), level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>")
    )
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1) + item("g", 2)
    assert read(body, numbering=levels) == ["1. a", "가. b", "나. c", "1.2.1 d", "2. e", "가. f", "2.1.1 g"]


def test_lists_of_one_definition_count_on_unless_one_starts_anew() -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    anew = second.replace('"2"', '"3"', 1).replace(
        "</w:num>", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", 0, 2) + item("c", 0, 3) + item("d", 0, 3)
    assert read(body, numbering=numbering(level(0, "decimal", "%1."), more=second + anew)) == [
        "1. a",
        "2. b",
        "7. c",
        "8. d",
    ]


def test_heads_through_styles() -> None:
    member = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Base">{member}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    body = P("through two styles", '<w:pStyle w:val="Child"/>')
    body += P("taken out", '<w:pStyle w:val="Child"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    levels = numbering(level(0, "bullet", "□"), level(1, "bullet", "∘"))
    assert read(body, numbering=levels, styles=styles) == ["∘ through two styles", "taken out"]


@pytest.mark.parametrize(("form", "head"), [("koreanDigital", "일영"), ("koreanCounting", "십")])
def test_ten_in_korean(form: str, head: str) -> None:
    ten = level(0, form, "%1").replace('<w:start w:val="1"/>', '<w:start w:val="10"/>')
    assert read(item("a"), numbering=numbering(ten)) == [f"{head} a"]


@pytest.mark.parametrize(
    ("own", "named"),
    [
        ('<w:ilvl w:val="1"/>', ""),  # the level from the style, the list from the style below it
        ("", '<w:pStyle w:val="Upper"/>'),  # the level names the style
        ('<w:ilvl w:val="1"/>', '<w:pStyle w:val="Upper"/>'),
    ],
)
def test_level_and_list_from_two_styles(own: str, named: str) -> None:
    def style(name: str, base: str, member: str) -> str:
        based = f'<w:basedOn w:val="{base}"/><w:pPr><w:numPr>{member}</w:numPr></w:pPr>'
        return f'<w:style w:type="paragraph" w:styleId="{name}">{based}</w:style>'

    styles = style("Base", "", '<w:numId w:val="1"/>') + style("Upper", "Base", own) + style("Top", "Upper", "")
    body = "".join(P(name, f'<w:pStyle w:val="{name}"/>') for name in ("Base", "Upper", "Top", "Base"))
    levels = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", more=named))
    found = read(body, numbering=levels, styles=f"<w:styles {W}>{styles}</w:styles>")
    assert found == ["1. Base", "1.1 Upper", "1.2 Top", "2. Base"]


def test_heads_through_a_list_style() -> None:
    link = '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="L"/></w:abstractNum>'
    link += '<w:num w:numId="4"><w:abstractNumId w:val="6"/></w:num>'
    member = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:styles {W}><w:style w:type="numbering" w:styleId="L">{member}</w:style></w:styles>'
    assert read(item("a", 0, 4), numbering=numbering(level(0, "bullet", "◆"), more=link), styles=styles) == ["◆ a"]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"{RUN.format('a')}<w:ins>{RUN.format('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>", "ab"),
        (f'<w:moveFrom>{RUN.format("gone")}</w:moveFrom><w:moveTo>{RUN.format("come")}</w:moveTo>', "come"),
        (f"<w:hyperlink>{RUN.format('link')}</w:hyperlink><w:smartTag>{RUN.format(' tag')}</w:smartTag>", "link tag"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN.format('control')}</w:sdtContent></w:sdt>", "control"),
        ('<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>' + RUN.format("text"), "text"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06F"/><w:t xml:space="preserve"> a</w:t></w:r>', "□ a"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0a7</w:t></w:r>', "▪"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>", "a\nb\tc-d"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:softHyphen/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>" + RUN.format("seen"), "seen"),
        (
            FIELD.format("begin") + "<w:r><w:instrText>DATE</w:instrText></w:r>" + RUN.format("no")
            + FIELD.format("separate") + RUN.format("May 7") + FIELD.format("end"),
            "May 7",
        ),
        (f"<w:r><w:ruby><w:rt>{RUN.format('a')}</w:rt><w:rubyBase>{RUN.format('b')}</w:rubyBase></w:ruby></w:r>", "b"),
    ],
)  # fmt: skip
def test_what_runs_show(inside: str, text: str) -> None:
    assert "\n".join(read(f"<w:p>{inside}</w:p>")) == text


def table(*rows: list[str]) -> str:
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def test_tables() -> None:
    header = table([P("Embargo"), P("2025. 5. 7.")], [P("Contact"), ""])
    layout = table([P("□ one") + P("∘ two")], [P("label"), P("□ three") + P("□ four"), P("x"), P("y")])
    assert read(P("before") + header + P("after") + layout) == [
        "before", "", "Embargo\t2025. 5. 7.", "Contact", "", "after", "",
        "□ one", "∘ two", "label", "□ three", "□ four", "x\ty",
    ]  # fmt: skip


def test_a_table_in_a_cell() -> None:
    assert read(table([P("a") + table([P("b"), P("c")])])) == ["a", "", "b\tc"]


BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_text_boxes_once_and_after_their_paragraph() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = f"<mc:Choice><w:drawing>{BOX.format(P('in the box'))}</w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict>{BOX.format(P('in the box'))}</w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent {mc}>{choice}{fallback}</mc:AlternateContent></w:r>"
    body = f"<w:p>{RUN.format('with a box')}{both}</w:p>"
    assert read(body + P("after")) == ["with a box", "in the box", "after"]


def test_notes_stand_after_the_paragraph_that_calls_them() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="7">{P("the first")}</w:footnote></w:footnotes>'
    body = f'<w:p>{RUN.format("said")}<w:r><w:footnoteReference w:id="7"/></w:r>{RUN.format(" so")}</w:p>'
    assert read(body + P("next"), footnotes=notes) == ["said so", "1) the first", "next"]


def test_headers_and_footers_are_kept_apart() -> None:
    header = f"<w:hdr {W}>{P('Ministry of Harbors')}</w:hdr>"
    source = read_bytes(make_docx(P("text"), header1=header, footer1=f"<w:ftr {W}>{P('- 3 -')}</w:ftr>"), path=None)
    assert source.text == "text\n"
    assert source.warnings == ("page headers and footers were left out: Ministry of Harbors",)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert read(P("one ", deleted) + P("two") + P("last", deleted)) == ["one two", "last"]


def test_strict_namespaces() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    parts = word_parts(item("strict"), numbering=numbering(level(0, "bullet", "□")))
    data = make_zip({name: str(content).replace(W, strict) for name, content in parts.items()})
    assert lines(read_bytes(data, path=None)) == ["□ strict"]


def test_locations() -> None:
    source = read_bytes(make_docx(P("a") + table([P("b"), P("c")]) + P("d")), path=None)
    assert [(source.text[start], location) for start, location in source.locations] == [
        ("a", Location(path="body/p[1]")),
        ("b", Location(path="body/tbl[1]/tr[1]/tc[1]/p[1]")),
        ("d", Location(path="body/p[2]")),
    ]
