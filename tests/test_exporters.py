"""The exporters beside JSON: what is written for releases made here, hostile ones among them."""

from __future__ import annotations

import builtins
import csv as stdlib_csv
import io
import json as stdlib_json
import re
import sys
import time
import zipfile
from pathlib import Path

import pytest

from pressparse import spacy_component
from pressparse.cli import destinations
from pressparse.errors import UsageError
from pressparse.exporters import KINDS, csv, formats, html, jsonld, lines, sqlite, tables
from tests.made_releases import EMPTY, FERRY, HARBOR, HOSTILE, bullets, failure, made

ALL = [
    made(HARBOR, path="in/harbor.txt", with_text=True),
    made(FERRY, path="in/ferry.txt", with_text=True),
    made(HOSTILE, path="in/hostile.txt", with_text=True),
    made(EMPTY, path="in/empty.txt", with_text=True),
    failure(),
]


def written(name: str, results=ALL, **options) -> bytes:
    file = io.BytesIO()
    formats.load(name).write(iter(results), file, **options)
    return file.getvalue()


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(stdlib_csv.DictReader(file))


@pytest.mark.parametrize("name", formats.FORMATS)
def test_every_exporter_keeps_the_protocol(name):
    if name == "parquet":
        pytest.importorskip("pyarrow")
    exporter = formats.load(name)
    assert formats.guess(f"x{exporter.SUFFIX}") == name
    results = ALL[:1] if name == "json" else ALL
    assert written(name, results) == written(name, results), "the same results give the same bytes"
    assert written(name, results, kinds=["dates"]) != written(name, results)


def test_formats_by_suffix():
    assert formats.guess("a.b/Report.HTML") == "html"
    assert formats.guess("a/b") is None
    with pytest.raises(UsageError, match="'xml' is no format; there are json"):
        formats.load("xml")


# ---------------------------------------------------------------- CSV


def test_csv_has_a_file_for_each_record_type(tmp_path):
    csv.write_folder(ALL, tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(tables.sheets())
    quotes = read_csv(tmp_path / "quotes.csv")
    assert [row["speaker"] for row in quotes[:2]] == ["Noh Dal-seop", "Pyo Garam"]
    assert list(quotes[0]) == [
        "path", "issued", "issuer", "number", "kind", "speaker", "speaker_id", "cue", "text", "start", "end", "node",
        "rule", "words", "sha256",
    ]  # fmt: skip
    source = ALL[0].text
    assert source[int(quotes[1]["start"]) : int(quotes[1]["end"])] == quotes[1]["text"]
    assert read_csv(tmp_path / "failures.csv")[0]["error"] == "empty"
    assert read_csv(tmp_path / "initiatives.csv")[0]["amount_value"] == "2000000000000.0"


def test_csv_leaves_out_what_is_not_asked_for(tmp_path):
    csv.write_folder(ALL, tmp_path, kinds=["people"])
    names = {path.stem for path in tmp_path.iterdir()}
    assert names == {"releases", "outline", "people", "person_mentions", "failures"}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "－1", "＠x", "＋1"]
)
def test_csv_neutralises_formulas(text, tmp_path):
    release = ALL[1].model_copy(update={"issuer": text, "warnings": [text, "b"]})
    csv.write_folder([release], tmp_path)
    row = read_csv(tmp_path / "releases.csv")[0]
    assert row["issuer"] == "'" + text
    assert row["warnings"] == f"'{text}; b"


def test_csv_of_a_hostile_release_has_no_formula_in_any_cell(tmp_path):
    csv.write_folder(ALL, tmp_path)
    cells = [cell for path in tmp_path.iterdir() for row in read_csv(path) for cell in row.values()]
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝＋－＠]", cell)]
    assert '\'=HYPERLINK("http://bad.example","x")' in cells
    assert "'=cmd|' /C calc'!A0 is <img src=x onerror=alert(1)> fun" in cells


def test_csv_with_a_mark_for_excel(tmp_path):
    csv.write_folder(ALL, tmp_path, bom=True)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in tmp_path.iterdir())


def test_csv_archive(tmp_path):
    with zipfile.ZipFile(io.BytesIO(written("csv", bom=True))) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(f"{name}.csv" for name in tables.sheets())
        csv.write_folder(ALL, tmp_path, bom=True)
        assert archive.read("dates.csv") == (tmp_path / "dates.csv").read_bytes()


def test_csv_of_one_type():
    file = io.BytesIO()
    csv.write_sheet(ALL, file, kinds=["quotes"])
    rows = list(stdlib_csv.DictReader(io.StringIO(file.getvalue().decode(), newline="")))
    assert [row["path"] for row in rows] == [
        "in/harbor.txt",
        "in/harbor.txt",
        "in/ferry.txt",
        "in/ferry.txt",
        "in/hostile.txt",
    ]
    with pytest.raises(UsageError, match="one type with --only"):
        csv.write_sheet(ALL, io.BytesIO())


# ---------------------------------------------------------------- Parquet


def test_parquet(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(written("parquet")))
    assert table.num_rows == 4
    first = table.to_pylist()[0]
    assert first["quotes"][0]["speaker"] == "Noh Dal-seop"
    assert first["initiatives"][0]["dates"] == ["2025-06/2026-02"]
    formats.load("parquet").write_folder(ALL, tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(tables.sheets())
    assert parquet.read_table(tmp_path / "quotes.parquet").num_rows == 5
    assert parquet.read_table(tmp_path / "failures.parquet").to_pylist()[0]["path"] == "in/=bad.txt"


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch):
    for module in [name for name in sys.modules if name.split(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, module)
    real = builtins.__import__

    def refuse(name, *rest):
        if name.split(".")[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match=r"pip install 'pressparse\[parquet\]'"):
        written("parquet")


# ---------------------------------------------------------------- JSON-LD


def test_jsonld():
    graph = stdlib_json.loads(written("jsonld"))
    assert graph["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in graph["@graph"]}
    assert len(nodes) == len(graph["@graph"])
    kinds = {node["@type"] for node in graph["@graph"]}
    assert kinds >= {"NewsArticle", "Person", "Quotation", "Event", "Legislation", "Project"}
    for node in graph["@graph"]:
        for reference in [*node.get("mentions", []), node.get("isPartOf"), node.get("subjectOf")]:
            assert reference is None or reference["@id"] in nodes
    forum = next(node for node in graph["@graph"] if node["@type"] == "Event")
    assert (forum["startDate"], forum["endDate"]) == ("2024-11-19", "2024-11-19")
    said = [node["creator"] for node in graph["@graph"] if node["@type"] == "Quotation"]
    assert nodes[said[0]["@id"]]["name"] == "Noh Dal-seop"
    assert {"@type": "Organization", "name": "Ferry Union"} in said


@pytest.mark.parametrize(
    ("dates", "start"),
    [
        (["2020-07-02/2020-07-03"], ("2020-07-02", "2020-07-03")),
        (["{2020-03-22,2020-03-08}"], ("2020-03-08", "2020-03-22")),
        (["2024/.."], ("2024", "2024")),
        (["2021-H2"], (None, None)),
        (["2021-Q3", "202X"], (None, None)),
    ],
)
def test_jsonld_events_have_iso_dates(dates, start):
    event = ALL[1].initiatives[0].model_copy(update={"dates": dates})
    graph = stdlib_json.loads(written("jsonld", [ALL[1].model_copy(update={"initiatives": [event]})]))["@graph"]
    assert (graph[-1].get("startDate"), graph[-1].get("endDate")) == start


# ---------------------------------------------------------------- lines


def test_lines_lead_to_the_place():
    for line in written("lines").decode().splitlines():
        match = re.fullmatch(r"(in/\S+):(\d+):(\d+): (\w+): (.+)", line)
        assert match, line
        path, row, column, kind, text = match.groups()
        if kind == "error":
            assert (path, row, column, text) == ("in/=bad.txt", "1", "1", "The file is empty. Really.")
            continue
        source = next(release.text for release in ALL if release.source.path == path)
        rest = "\n".join(source.split("\n")[int(row) - 1 :])[int(column) - 1 :]
        shown = text.encode().replace(b"\\u202e", "\u202e".encode()).replace(b"\\u202c", "\u202c".encode()).decode()
        assert " ".join(rest.split()).startswith(" ".join(shown.split()))


def test_lines_need_the_text():
    assert lines.NEEDS_TEXT
    with pytest.raises(UsageError, match=r"in/release.txt: line numbers need the text"):
        written("lines", [made(HARBOR)])


def test_lines_cannot_move_a_cursor():
    out = written("lines").decode()
    assert "\\u202egpj.exe\\u202c Plan" in out
    assert all(character.isprintable() or character == "\n" for character in out)


# ---------------------------------------------------------------- HTML, without a browser


def test_html_is_one_page_that_asks_for_nothing():
    page = written("html").decode()
    assert "<script>alert(1)" not in page
    assert "<script>document" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>Mal" not in page
    assert "&lt;b&gt;Mal&lt;/b&gt; Ory" in page
    assert "<img" not in page
    assert "{{ 7 * 7 }} {% raw %} ${x}" in page
    assert "\u202e" not in page
    assert "[U+202E]gpj.exe[U+202C] Plan" in page
    outside = re.findall(r"""(?:src|href|action|data)=["']([^"'#][^"']*)""", page)
    assert outside == ["data:,"]
    assert not re.search(r"\bstyle=|@import|url\(", page)


def test_html_ids_are_unique_and_links_lead_to_them():
    page = written("html").decode()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= set(ids)
    for number, release in enumerate(ALL[:4], start=1):
        for kind in KINDS:
            for index, record in enumerate(getattr(release, kind), start=1):
                entry = f"r{number}-{kind[0]}{index}"
                assert entry in links, "the text leads to the record"
                for at, _ in enumerate(getattr(record, "mentions", [record]), start=1):
                    assert f"{entry}-at{at}" in links, "the record leads to the text"


def test_html_is_well_formed_where_marks_cross():
    from html.parser import HTMLParser

    crossing = made(
        "#person a | Ann Example | | \n#release issued= issuer=\n"
        "□ [[P:a|Ann Example]] said, “[[Q:a|in [[D:2025|2025]] we begin the work]]” and left.\n"
    )
    date, quote = crossing.dates[0], crossing.quotes[0]
    ahead = date.model_copy(update={"start": quote.start - 4, "end": date.end, "text": crossing.outline[0].text[:0]})
    page = written("html", [crossing.model_copy(update={"dates": [date, ahead, date]})]).decode()
    stack: list[str] = []

    class Balanced(HTMLParser):
        def handle_starttag(self, tag, attributes):
            if tag not in {"meta", "link", "input", "img"}:
                stack.append(tag)

        def handle_endtag(self, tag):
            assert stack.pop() == tag

    Balanced().feed(page)
    assert stack == []
    shown = re.sub(r"<a class=.tag.*?</a>|<[^>]+>", "", page)
    assert "Ann Example said, “in 2025 we begin the work” and left." in shown


@pytest.mark.parametrize("name", ["csv", "jsonld", "lines", "html", "sqlite"])
def test_ten_thousand_bullets_hold(name):
    many = bullets(10_000)
    with_text = many.model_copy(update={"text": "x" * many.source.characters})
    began = time.monotonic()
    assert len(written(name, [with_text])) > 100_000
    assert time.monotonic() - began < 10


# ---------------------------------------------------------------- where they go


def test_destinations(tmp_path):
    destinations.write(ALL, str(tmp_path / "out"), name="csv", kinds=KINDS)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.csv" for name in tables.sheets()}
    destinations.write(ALL, str(tmp_path / "a" / "page.html"), name="html", kinds=KINDS)
    assert (tmp_path / "a" / "page.html").read_bytes() == written("html")
    destinations.write(ALL, str(tmp_path / "dates.csv"), name="csv", kinds=["dates"], bom=True)
    assert (tmp_path / "dates.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")
    destinations.write(ALL, str(tmp_path / "all.zip"), name="csv", kinds=KINDS)
    assert zipfile.is_zipfile(tmp_path / "all.zip")
    with pytest.raises(UsageError, match="one type with --only"):
        destinations.write(ALL, str(tmp_path / "all.csv"), name="csv", kinds=KINDS)
    assert not (tmp_path / "all.csv").exists()
    with pytest.raises(UsageError, match="goes into one file"):
        destinations.write(ALL, f"{tmp_path}/", name="html", kinds=KINDS)
    with pytest.raises(UsageError, match="--bom is for CSV"):
        destinations.write(ALL, str(tmp_path / "x.html"), name="html", kinds=KINDS, bom=True)


def test_a_folder_is_whole_or_as_it_was(tmp_path):
    destinations.write(ALL, str(tmp_path), name="csv", kinds=KINDS)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def broken():
        yield ALL[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        destinations.write(broken(), str(tmp_path), name="csv", kinds=KINDS)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_html_of_nothing():
    page = written("html", []).decode()
    assert "<h1><bdi>0 press releases</bdi></h1>" in page
    assert html.SUFFIX == ".html"
    assert jsonld.CONTEXT in written("jsonld", []).decode()


def test_every_record_type_has_its_places():
    """What docs/architecture.md lists under "How to add an extractor"."""
    assert set(KINDS) == set(lines.NOUNS) == set(spacy_component.LABELS)
    assert set(KINDS) <= {table.name for table in tables.TABLES}
    schema = (Path(sqlite.__file__).parent / "schema.sql").read_text(encoding="utf-8")
    style = (Path(html.__file__).parent / "report.css").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"CREATE TABLE IF NOT EXISTS {kind} " in schema
        assert f"mark.{kind} " in style
