"""Exports read back: verify, diff, report and eval on files made here, without a model."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from pressparse import results
from pressparse.cli.diff import diff
from pressparse.cli.doctor import doctor
from pressparse.cli.eval import evaluate
from pressparse.cli.report import report
from pressparse.cli.verify import verify
from pressparse.errors import DamagedInput, InputMissing, NothingMatched
from pressparse.evaluation import read_gold
from tests.made_releases import FERRY, HARBOR, failure, made

app = typer.Typer()
for command in (diff, doctor, report, verify):
    app.command()(command)
app.command("eval")(evaluate)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Sources, their gold and an export of them in one folder, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    for place in ("in", "gold"):
        (tmp_path / place).mkdir()
    found = []
    for name, marked in (("harbor", HARBOR), ("ferry", FERRY)):
        path = tmp_path / "in" / f"{name}.txt"
        path.write_text(read_gold(marked)[0], encoding="utf-8")
        (tmp_path / "gold" / f"{name}.gold.txt").write_text(marked, encoding="utf-8")
        found.append(made(marked, path=f"in/{name}.txt"))
    save(tmp_path / "out.jsonl", [*found, failure()])
    return tmp_path


def save(path, found) -> None:
    path.write_text("".join(each.model_dump_json() + "\n" for each in found), encoding="utf-8")


def load(path):
    return [stored.result for stored in results.read(path)]


def change(folder, **fields) -> None:
    """Write new.jsonl: out.jsonl with `fields` of the harbor release changed."""
    first, *rest = load(folder / "out.jsonl")
    save(folder / "new.jsonl", [first.model_copy(update=fields), *rest])


class TestReading:
    def test_lines_objects_and_folders(self, folder):
        lines = load(folder / "out.jsonl")
        assert [type(result).__name__ for result in lines] == ["Release", "Release", "Failure"]
        (folder / "made").mkdir()
        for number, release in enumerate(lines):
            (folder / "made" / f"{number}.json").write_text(release.model_dump_json(indent=2), encoding="utf-8")
        assert load(folder / "made") == lines

    def test_types_that_were_left_out_are_known(self, folder):
        (folder / "x.jsonl").write_text(made(HARBOR).model_dump_json(exclude={"quotes", "people"}) + "\n\n")
        (stored,) = results.read(folder / "x.jsonl")
        assert stored.kinds == {"dates", "titles", "initiatives"}
        assert stored.where.endswith("x.jsonl:1")

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("hello", "x.jsonl:1: this is not JSON"),
            ("[1]", "x.jsonl:1: this is no export"),
            ('\n{"a": 1}', "x.jsonl:2: this is no export"),
            ('{"schema": 2}', "schema 2 is not the one of this version"),
            ('{"schema": 1}', "the field source does not fit"),
            ("[" * 100_000, "this is not JSON"),
        ],
    )
    def test_what_is_no_export(self, folder, text, why):
        (folder / "x.jsonl").write_text(text, encoding="utf-8")
        with pytest.raises(DamagedInput, match=why):
            load(folder / "x.jsonl")

    def test_what_is_not_there(self, folder):
        with pytest.raises(InputMissing):
            load(folder / "none.jsonl")
        with pytest.raises(NothingMatched):
            load(folder / "in")


class TestVerify:
    def test_all_holds(self, folder):
        result = run("verify", "out.jsonl")
        assert (result.exit_code, result.stdout) == (0, "")
        assert "2 of 2 releases hold, with " in result.stderr

    def test_root(self, folder, monkeypatch, tmp_path_factory):
        monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
        assert run("verify", folder / "out.jsonl").exit_code == 1
        assert run("verify", folder / "out.jsonl", "--root", folder).exit_code == 0

    def test_a_wrong_span_is_found(self, folder):
        date = load(folder / "out.jsonl")[0].dates[0]
        change(folder, dates=[date.model_copy(update={"start": date.start + 1, "end": date.end + 1})])
        result = run("verify", "new.jsonl")
        assert result.exit_code == 1
        assert "new.jsonl:1: in/harbor.txt: one of the dates, at " in result.stdout
        assert "'ay 7, 2025\\n' in the source and not 'May 7, 2025'" in result.stdout

    @pytest.mark.parametrize("end", [10**6, 0])
    def test_a_span_outside_of_the_text(self, folder, end):
        date = load(folder / "out.jsonl")[0].dates[0]
        change(folder, dates=[date.model_copy(update={"end": end})])
        assert "is not within the text" in run("verify", "new.jsonl").stdout

    def test_every_sort_of_span_is_looked_at(self, folder):
        release = load(folder / "out.jsonl")[0]
        wrong = {"text": "not what stands there"}
        broken = {
            "title": release.title.model_copy(update=wrong),
            "subtitles": [release.title.model_copy(update=wrong)],
            "outline": [release.outline[0].model_copy(update=wrong), *release.outline[1:]],
        }
        for kind in ("dates", "titles", "quotes"):
            broken[kind] = [getattr(release, kind)[0].model_copy(update=wrong)]
        for kind in ("people", "initiatives"):
            first = getattr(release, kind)[0]
            broken[kind] = [first.model_copy(update={"mentions": [first.mentions[0].model_copy(update=wrong)]})]
        for name, value in broken.items():
            change(folder, **{name: value})
            assert "and not 'not what stands there'" in run("verify", "new.jsonl").stdout, name

    def test_another_file(self, folder):
        (folder / "in" / "ferry.txt").write_text("Something else\n", encoding="utf-8")
        assert "out.jsonl:2: in/ferry.txt: the file has changed since" in run("verify", "out.jsonl").stdout
        (folder / "in" / "ferry.txt").unlink()
        assert "There is no file in/ferry.txt" in run("verify", "out.jsonl").stdout

    def test_what_else_can_be_wrong(self, folder):
        release = load(folder / "out.jsonl")[0]
        quote = release.quotes[0].model_copy(update={"speaker_id": "p9", "node": "99"})
        source = release.source.model_copy(update={"characters": 3})
        change(folder, quotes=[quote], source=source, text="other")
        out = run("verify", "new.jsonl").stdout
        assert "not 3\n" in out
        assert "the text in the export is not that of the source" in out
        assert "stands in the node '99', which is not there" in out
        assert "of the person 'p9', who is not there" in out

    def test_standard_input_cannot_be_proven(self, folder):
        release = load(folder / "out.jsonl")[0]
        change(folder, source=release.source.model_copy(update={"path": None}))
        result = run("verify", "new.jsonl")
        assert (result.exit_code, "read from standard input" in result.stdout) == (1, True)


class TestDiff:
    def test_nothing(self, folder):
        assert (run("diff", "out.jsonl", "out.jsonl").exit_code, run("diff", "out.jsonl", "out.jsonl").stdout) == (
            0,
            "",
        )

    def test_each_sort_of_change(self, folder):
        release = load(folder / "out.jsonl")[0]
        dates = [release.dates[0].model_copy(update={"value": "2025-05-08"}), *release.dates[2:]]
        person = release.people[1].model_copy(update={"id": "p7", "name": "Pyo Ga-ram"})
        initiative = release.initiatives[0].model_copy(update={"kind": "plan", "amount": None})
        change(
            folder, dates=dates, people=[release.people[0], person], issuer="Harbor Bureau",
            quotes=[*release.quotes, release.quotes[1].model_copy(update={"start": 3, "end": 5, "text": "ni"})],
            initiatives=[initiative, *release.initiatives[1:]],
        )  # fmt: skip
        result = run("diff", "out.jsonl", "new.jsonl")
        assert result.exit_code == 1
        assert result.stdout.splitlines() == [
            "~ in/harbor.txt: release: Ministry to launch the 'Quiet Harbor Project' "
            '(issuer: "Ministry of Oceans and Fisheries" → "Harbor Bureau")',
            '~ in/harbor.txt: date: May 7, 2025 (value: "2025-05-07" → "2025-05-08")',
            "- in/harbor.txt: date: June 2025 to February 2026",
            '~ in/harbor.txt: person: Pyo Ga-ram (name: "Pyo Garam" → "Pyo Ga-ram")',
            '~ in/harbor.txt: title: Director (person: "Pyo Garam" → "p2")',
            '~ in/harbor.txt: quote: Engines can wait. (speaker_id: "Pyo Garam" → "p2")',
            "+ in/harbor.txt: quote: ni",
            '~ in/harbor.txt: initiative: Quiet Harbor Project (kind: "project" → "plan"; amount: '
            '{"text": "2 trillion won", "value": 2000000000000.0, "currency": "KRW"} → null)',
        ]
        lines = [json.loads(line) for line in run("diff", "out.jsonl", "new.jsonl", "--json").stdout.splitlines()]
        assert [line["change"] for line in lines] == ["~", "~", "-", "~", "~", "~", "+", "~"]
        summary = run("diff", "out.jsonl", "new.jsonl", "--summary").stdout
        assert "     1 - date\n     1 ~ date\n" in summary

    def test_ids_alone_are_no_change(self, folder):
        release = load(folder / "out.jsonl")[0]
        again = {"p1": "p8", "p2": "p9"}
        change(
            folder,
            people=[person.model_copy(update={"id": again[person.id]}) for person in release.people],
            titles=[title.model_copy(update={"person": again.get(title.person)}) for title in release.titles],
            quotes=[quote.model_copy(update={"speaker_id": again[quote.speaker_id]}) for quote in release.quotes],
        )
        assert run("diff", "out.jsonl", "new.jsonl").stdout == ""

    def test_another_text_is_compared_by_words(self, folder):
        save(
            folder / "new.jsonl",
            [made("A new first line.\n\n" + HARBOR, path="in/harbor.txt"), *load(folder / "out.jsonl")[1:]],
        )
        kinds = {line.split(": ")[1] for line in run("diff", "out.jsonl", "new.jsonl").stdout.splitlines()}
        assert kinds <= {"release", "node"}

    def test_releases_come_and_go(self, folder):
        save(folder / "new.jsonl", [load(folder / "out.jsonl")[0], failure("in/ferry.txt")])
        lines = run("diff", "out.jsonl", "new.jsonl").stdout.splitlines()
        assert lines[0].startswith("- in/=bad.txt: release: failed: The file is empty. Really.")
        assert lines[1].startswith("~ in/ferry.txt: release: failed")

    def test_types_that_one_side_lacks_are_not_compared(self, folder):
        (folder / "new.jsonl").write_text(
            "".join(result.model_dump_json(exclude={"quotes"}) + "\n" for result in load(folder / "out.jsonl"))
        )
        assert run("diff", "out.jsonl", "new.jsonl").exit_code == 0

    def test_ids_say_nothing_where_one_side_has_no_people(self, folder):
        (folder / "new.jsonl").write_text(
            "".join(result.model_dump_json(exclude={"people"}) + "\n" for result in load(folder / "out.jsonl"))
        )
        assert run("diff", "out.jsonl", "new.jsonl").stdout == ""

    def test_wrong_usage(self, folder):
        assert run("diff", "out.jsonl").exit_code == 2
        assert run("diff", "out.jsonl", "none.jsonl").exit_code == 2, "1 would say that something changed"


class TestEval:
    def test_a_perfect_export(self, folder):
        result = run("eval", "gold", "out.jsonl")
        assert result.exit_code == 0
        assert result.stdout.splitlines()[0] == "2 releases"
        assert result.stdout.splitlines()[-1].split() == ["mean", "1.000", "1.000"]

    def test_errors_and_json(self, folder):
        release = load(folder / "out.jsonl")[0]
        change(folder, dates=[release.dates[0].model_copy(update={"value": "1999"}), *release.dates[2:]])
        scores = json.loads(run("eval", "gold", "new.jsonl", "--json").stdout)
        assert scores["dates"] == {
            "gold": 6, "predicted": 5, "found": 5, "right": 4, "precision": 1.0, "recall": 5 / 6,
            "found_f1": 10 / 11, "right_f1": 8 / 11,
        }  # fmt: skip
        out = run("eval", "gold", "new.jsonl", "--errors").stdout
        assert "harbor\tdates\tmissed\t" in out
        assert "harbor\tdates\twrong\t" in out

    def test_a_folder_and_a_release_that_is_missing(self, folder):
        (folder / "pred").mkdir()
        (folder / "pred" / "harbor.txt.json").write_text(load(folder / "out.jsonl")[0].model_dump_json())
        result = run("eval", "gold", "pred")
        assert "there is no export of ferry in pred" in result.stderr
        assert "quotes           4     2" in result.stdout

    def test_gold_that_is_none(self, folder):
        (folder / "gold" / "bad.gold.txt").write_text("[[D:2025|never closed")
        result = run("eval", "gold", "out.jsonl")
        assert (result.exit_code, "bad.gold.txt is no gold release: the mark D:2025" in result.stderr) == (1, True)
        assert run("eval", "in", "out.jsonl").exit_code == 3


class TestReport:
    def test_of_an_export(self, folder):
        assert run("report", "out.jsonl").exit_code == 0
        page = (folder / "report.html").read_text(encoding="utf-8")
        assert "<h1><bdi>2 press releases</bdi></h1>" in page
        assert run("report", "out.jsonl", "-o", "-").stdout == page

    def test_exports_and_releases_do_not_mix(self, folder):
        result = run("report", "out.jsonl", "in")
        assert (result.exit_code, "is an export and the others are releases" in result.stderr) == (2, True)


class TestDoctor:
    def test_healthy(self, folder):
        result = run("doctor")
        assert result.exit_code == 0, result.stdout
        assert "ok      model " in result.stdout
        assert "full-text search" in result.stdout

    def test_a_model_that_is_missing(self, folder):
        result = run("doctor", "--model", "no_such_model", "--json")
        assert result.exit_code == 1
        assert [check["name"] for check in json.loads(result.stdout) if check["verdict"] == "missing"] == [
            "model no_such_model"
        ]

    def test_settings_that_are_broken(self, folder):
        (folder / "pressparse.toml").write_text("lexicon = 3\n")
        result = run("doctor")
        assert (result.exit_code, "BROKEN  pressparse.toml" in result.stdout) == (1, True)
