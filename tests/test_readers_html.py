"""HTML: the release, without what stands around it on the page."""

from __future__ import annotations

import pytest

from pressparse.errors import LimitExceeded
from pressparse.readers import read_bytes


def read(body: str, *, head: str = "") -> list[str]:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), path="a.html").text.rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>□ one\n two</p><p>∘ three</p>", ["□ one two", "∘ three"]),
        ("<p>□ one<br>∘ two<br/>∘ three</p>", ["□ one", "∘ two", "∘ three"]),
        ("<p>one</p><p>&nbsp;</p><p></p><p>two</p>", ["one", "", "two"]),
        ("<p>a<b>b</b> <i>c</i>d</p>", ["ab cd"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>R&amp;D &lt;x&gt; &#8217;25</p>", ["R&D <x> ’25"]),
        ("<pre>a\n  b</pre>", ["a", "  b"]),
        ("<q>so</q> she said", ["“so” she said"]),
        ("<table><tr><th>Embargo</th><td>May 7</td></tr></table>", ["Embargo\tMay 7"]),
        ("<table><tr><td><p>□ one</p><p>∘ two</p></td></tr></table>", ["□ one", "∘ two"]),
        ("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>", ["a", "", "b\tc"]),
        ("<table><form><tr><td>□ a</td></tr><tr><td>∘ b</td></tr></form></table>", ["□ a", "∘ b"]),
        ("<table><td>a</td><td>b</td><tr><td>c</td></tr></table>", ["a\tb", "c"]),
        ("<table><tbody><td>a</td></tbody><tbody><th>b</th></tbody></table>", ["a", "b"]),
        ("<table><tr><div><td>a</td></div><form><td>b</td></form></tr></table>", ["a\tb"]),
        ("<table>a <b>b</b> c<tr>d<td>e</td> <td>f</td></tr><p>g</p></table>", ["a b c", "d", "e\tf", "g"]),
        ("<table><caption>a</caption><tr><td>b</td></tr></table>", ["a", "b"]),
        ("<table><tr><table><tr><td>a</td></tr></table></tr><tr><td>b</td></tr></table>", ["a", "b"]),
        ("<table><tr hidden><td>a</td></tr><tr><td hidden>b</td><td>c</td></tr><script>d</script></table>", ["c"]),
        ("<p>&#61607; a \uf06f b</p>", ["▪ a □ b"]),  # Wingdings codes without their font
        ("<p><font face='Wingdings'>o</font> a <span style='font-family: Wingdings'>§</span></p>", ["□ a ▪"]),
        ("<p style='font-family:\"Wingdings\",serif'>o<span style='font:7.0pt Batang'>o</span></p>", ["□o"]),
        ("<table><tr><td style='font-family: Wingdings'>o</td><td>o</td></tr></table>", ["□\to"]),
        ("<dl><dt>Contact</dt><dd>Harbor Division</dd></dl>", ["Contact", "Harbor Division"]),
    ],
)
def test_blocks(body: str, lines: list[str]) -> None:
    assert read(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ["• a", "◦ b", "• c"]),
        ("<ul><li>□ a</li><li>○ b</li></ul>", ["□ a", "○ b"]),  # the author's own heads
        ("<ul style='list-style: none'><li>a</li></ul>", ["a"]),
        ("<ul><li>“a”</li></ul>", ["• “a”"]),
        ("<ol><li>a</li><li>b</li></ol>", ["1. a", "2. b"]),
        ("<ol start='3' type='a'><li>a</li><li value='7'>b</li></ol>", ["c. a", "g. b"]),
        ("<ol reversed><li>a</li><li>b</li></ol>", ["2. a", "1. b"]),
        ("<ol><li>1) a</li></ol>", ["1) a"]),
        ("<ol start='0'><li>a</li><li>b</li></ol>", ["0. a", "1. b"]),
        ("<ol start='0' reversed><li>a</li><li>b</li></ol>", ["0. a", "-1. b"]),
        ("<ol><li><p>a</p><p>b</p></li><li>\n<div><p>c</p></div></li></ol>", ["1. a", "b", "2. c"]),
        ("<ul><li><p> </p><p>a</p></li><li></li></ul><p>b</p>", ["• a", "b"]),
        ("<ul><li><p>□ a</p></li></ul>", ["□ a"]),
        ("<ol><li><table><tr><td>a</td></tr></table>b</li></ol>", ["1.", "", "a", "", "b"]),
    ],
)
def test_lists(body: str, lines: list[str]) -> None:
    assert read(body) == lines


RELEASE = "<p>□ The Ministry announced the Quiet Harbor Project on May 7, and began it at once.</p>"


@pytest.mark.parametrize(
    "around",
    [
        "<script>var a = '□ no';</script>",
        "<style>p {}</style>",
        "<noscript>no</noscript>",
        "<nav><a href='/'>no</a></nav>",
        "<div id='gnb'><ul><li>no</li></ul></div>",
        "<div class='left_menu'>no</div>",
        "<div class='sideBar'>no</div>",
        "<div class='footer'>no</div>",
        "<footer>no</footer>",
        "<div role='navigation'>no</div>",
        "<ul><li><a>no</a></li><li><a>not</a></li><li><a>nor</a></li></ul>",
        "<p hidden>no</p>",
        "<p style='color: red; display : none'>no</p>",
        "<span class='blind'>no</span>",
        "<select><option>no</option></select>",
        "<button>no</button>",
        "<!-- no -->",
        "<template><p>no</p></template>",
    ],
)
def test_what_is_left_out(around: str) -> None:
    assert read(around + RELEASE + around) == [
        "□ The Ministry announced the Quiet Harbor Project on May 7, and began it at once."
    ]


def test_the_release_is_kept_whatever_its_name() -> None:
    assert read(f"<div class='menu search'>{RELEASE * 3}</div><p>x</p>")[0].startswith("□ The Ministry")
    assert read("<div class='overflow-hidden research'><p>kept</p></div>" + RELEASE)[0] == "kept"


def test_main_is_the_page_where_it_holds_the_headings() -> None:
    assert read(f"<div>aside</div><main><h1>Title</h1>{RELEASE}</main>")[0] == "Title"
    assert read(f"<h1>Title</h1><main>{RELEASE}</main>")[0] == "Title"


def test_main_is_not_the_page_where_the_text_stands_beside_it() -> None:
    assert read(f"<p>Title</p><main><h1>Site</h1></main>{RELEASE}")[0] == "Title"
    menu = f"<div class='menu'>{'no ' * 99}</div><script>{'no() ' * 99}</script>"
    assert read(f"{menu}<div>aside</div><main><h1>Title</h1>{RELEASE}</main>{menu}")[0] == "Title"
    assert read(f"<div class='footer'>{RELEASE}</div><main><h1>Site</h1></main>")[0].startswith("□ The Ministry")


def test_declarations_in_the_document_type_are_no_text() -> None:
    page = b'<?xml version="1.0"?>\n<!DOCTYPE html [\n<!ENTITY a "b">\n]>\n<p>a &amp; b</p>'
    source = read_bytes(page, path="a.html")
    assert source.text == "a & b\n"
    assert [place.line for _, place in source.locations] == [5]


def test_deep_nesting_in_a_table_is_told_of() -> None:
    with pytest.raises(LimitExceeded):
        read(f"<table>{'<form>' * 5000}<tr><td>a</td></tr></table>".replace("form", "ins"))


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="euc-kr">', "cp949"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">', "cp949"),
        ("", "cp949"),
        ("", "utf-8"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "cp949"),  # the page is wrong about itself
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="no-such-charset">', "cp949"),
        ("", "utf-16"),
        ('<meta charset="shift_jis">', "cp932"),
    ],
)
def test_charsets(declared: str, encoding: str) -> None:
    text = "□ 해양수산부 발표" if encoding != "cp932" else "□ 海洋省の発表、静かな港"
    page = f"<html><head>{declared}</head><body><p>{text}</p></body></html>"
    assert read_bytes(page.encode(encoding), path="a.html").text == text + "\n"


def test_encoding_option_goes_before_the_page() -> None:
    page = '<html><meta charset="euc-kr"><body><p>caf\xe9</p></body></html>'.encode("latin-1")
    assert read_bytes(page, path=None, encoding="latin-1").text == "café\n"


def test_locations_are_lines() -> None:
    source = read_bytes(b"<html>\n<body>\r\n<p>a</p>\n\n<p>b</p></body></html>", path=None)
    assert [(source.text[start], place.line) for start, place in source.locations] == [("a", 3), ("b", 5)]
