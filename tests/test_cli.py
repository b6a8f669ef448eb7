"""The command line: what goes to stdout, what to stderr, which codes, and what a start costs."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import pressparse
from pressparse import batch
from pressparse.errors import UsageError

ROOT = Path(pressparse.__file__).parent.parent
IMPORTED = re.compile(r"\| +([\w.]+)$", re.M)


def lines(data: bytes | str) -> list[dict]:
    return [json.loads(line) for line in (data.decode() if isinstance(data, bytes) else data).splitlines()]


class TestExtract:
    def test_one_input_gives_one_indented_object(self, run, release):
        result = run("extract", release)
        assert result.exit_code == 0
        assert result.stdout.startswith('{\n  "schema": 1,')
        assert json.loads(result.stdout)["source"]["path"] == str(release)
        assert result.stderr == ""

    def test_folder_gives_json_lines_in_sorted_order(self, run, release):
        for name in ("b/2.txt", "b/1.TXT", "a.text", "ignored.json", ".hidden.txt", "~$lock.docx"):
            path = release.parent / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(release.read_bytes())
        result = run("extract", release.parent / "in")
        names = [Path(line["source"]["path"]).relative_to(release.parent / "in") for line in lines(result.stdout)]
        assert names == [Path("a.text"), Path("b/1.TXT"), Path("b/2.txt")]

    def test_folder_of_one_is_a_batch(self, run, release):
        assert len(lines(run("extract", release.parent).stdout)) == 1

    def test_one_input_given_twice_counts_once(self, run, release):
        assert len(lines(run("extract", release, release.parent).stdout)) == 1

    def test_pattern_is_expanded(self, run, release):
        assert len(lines(run("extract", release.parent / "**" / "*.txt").stdout)) == 1

    def test_a_name_that_looks_like_a_pattern_is_a_name(self, run, release):
        odd = release.rename(release.with_name("[1] h?.txt"))
        assert json.loads(run("extract", odd).stdout)["source"]["path"] == str(odd)

    def test_standard_input(self, run, release):
        export = json.loads(run("extract", "-", stdin=release.read_bytes()).stdout)
        assert export["source"]["path"] is None
        assert export["outline"]

    def test_only_leaves_the_other_record_types_out(self, run, release):
        export = json.loads(run("extract", release, "--only", "dates,people").stdout)
        assert {"dates", "people", "outline"} <= export.keys()
        assert not {"titles", "quotes", "initiatives"} & export.keys()

    def test_issued_goes_before_the_release(self, run, release):
        export = json.loads(run("extract", release, "--issued", "2024-01-31").stdout)
        assert (export["issued"], export["issued_from"]) == ("2024-01-31", "option")

    def test_text(self, run, release):
        assert json.loads(run("extract", release, "--text").stdout)["text"] == release.read_text(encoding="utf-8")
        assert "text" not in json.loads(run("extract", release).stdout)

    def test_encoding(self, run, tmp_path):
        path = tmp_path / "korean.txt"
        path.write_bytes("□ 국립 수산 과학원 (NIFS)은 2025. 5. 7. 발표".encode("cp949"))
        for options in ([], ["--encoding", "cp949"]):
            assert json.loads(run("extract", path, *options).stdout)["source"]["encoding"] == "cp949"

    def test_explain_gives_evidence(self, run, release):
        plain, explained = (json.loads(run("extract", release, *options).stdout) for options in ([], ["--explain"]))
        assert not any("evidence" in date for date in plain["dates"])
        assert explained["dates"]
        assert all(date["evidence"]["rule"] for date in explained["dates"])

    def test_verbose_counts_on_stderr_alone(self, run, release):
        quiet, verbose = run("extract", release), run("extract", release, "-v")
        assert re.search(r"harbor\.txt: \d+ dates, \d+ people", verbose.stderr)
        assert verbose.stdout == quiet.stdout


class TestOutput:
    def test_file(self, run, release, tmp_path):
        target = tmp_path / "new" / "out.json"
        result = run("extract", release, "-o", target)
        assert (result.exit_code, result.stdout) == (0, "")
        assert target.read_text(encoding="utf-8") == run("extract", release).stdout

    def test_folder_mirrors_the_inputs(self, run, release, tmp_path):
        tree = tmp_path / "tree"
        (tree / "2024").mkdir(parents=True)
        (tree / "2024" / "a.txt").write_bytes(release.read_bytes())
        (tree / "2024" / "a.json").write_text("{}")  # as the gold releases stand beside their texts
        run("extract", tree, "-o", tmp_path / "OUT")
        assert sorted(path.name for path in (tmp_path / "OUT").rglob("*.*")) == ["a.txt.json", "manifest.jsonl"]
        assert json.loads((tmp_path / "OUT/2024/a.txt.json").read_text(encoding="utf-8"))["outline"]

    def test_jsonl_suffix_gives_lines_for_one_input_too(self, run, release, tmp_path):
        run("extract", release, "-o", tmp_path / "out.jsonl")
        assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 1

    def test_several_inputs_are_no_json_object(self, run, release, tmp_path):
        result = run("extract", release.parent, "-o", tmp_path / "out.json")
        assert result.exit_code == 2
        assert ".jsonl" in result.stderr

    def test_two_inputs_for_one_output_are_refused(self, run, release, tmp_path):
        (tmp_path / "twin").mkdir()
        twin = tmp_path / "twin" / release.name
        twin.write_bytes(release.read_bytes())
        result = run("extract", release, twin, "-o", tmp_path / "OUT")
        assert result.exit_code == 2
        assert not (tmp_path / "OUT").exists()

    def test_failed_input_leaves_an_older_output_alone(self, run, tmp_path):
        (tmp_path / "out.json").write_text("old")
        assert run("extract", tmp_path / "nope.txt", "-o", tmp_path / "out.json").exit_code == 1
        assert (tmp_path / "out.json").read_text() == "old"

    def test_nothing_half_written_is_left(self, run, release, tmp_path, monkeypatch):
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "all.jsonl").write_text("old")

        def interrupted(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setattr("pressparse.batch.jobs.extract", interrupted)
        result = run("extract", release.parent, "-o", tmp_path / "out" / "all.jsonl")
        assert result.exit_code == 130
        assert [path.read_text() for path in (tmp_path / "out").iterdir()] == ["old"]

    def test_link_and_device_stay_what_they_are(self, run, release, tmp_path):
        (tmp_path / "real.json").write_text("old")
        (tmp_path / "link.json").symlink_to("real.json")
        run("extract", release, "-o", tmp_path / "link.json")
        assert (tmp_path / "link.json").is_symlink()
        assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))
        assert run("extract", release, "-o", "/dev/null").exit_code == 0
        assert Path("/dev/null").is_char_device()

    def test_place_that_cannot_be_written(self, run, release, tmp_path):
        (tmp_path / "file").write_text("")
        result = run("extract", release, "-o", tmp_path / "file" / "out.json")
        assert result.exit_code == 1
        assert "cannot be written" in result.stderr


class TestErrors:
    @pytest.mark.parametrize(
        ("arguments", "code", "words"),
        [
            (["nope.txt"], 1, "There is no file nope.txt"),
            (["empty-folder"], 3, "Nothing to read in empty-folder"),
            (["*.nope"], 3, "Nothing to read"),
            ([""], 2, "empty path"),
            (["harbor.txt", "--only", "dates,foo"], 2, "'foo' is no record type"),
            (["harbor.txt", "--issued", "30.6.2020"], 2, "no day of issue"),
            (["harbor.txt", "--encoding", "klingon"], 2, "klingon"),
            (["harbor.txt", "--limit", "foo=1"], 2, "foo=1"),
            (["harbor.txt", "--limit", "characters=10"], 1, "--limit"),
            (["empty.txt"], 1, "empty"),
            (["binary.txt"], 1, "binary"),
        ],
    )
    def test_one_sentence_and_a_code(self, run, release, tmp_path, monkeypatch, arguments, code, words):
        (tmp_path / "empty-folder").mkdir()
        (tmp_path / "empty.txt").write_bytes(b"")
        (tmp_path / "binary.txt").write_bytes(bytes(range(32)) * 40)
        monkeypatch.chdir(tmp_path)
        result = run("extract", *arguments)
        assert result.exit_code == code
        assert result.stdout == ""
        assert words in result.stderr
        assert result.stderr.count("\n") == 1
        assert "Traceback" not in result.stderr

    @pytest.mark.parametrize("arguments", [[], ["--nope"], ["a.txt", "--issued"]])
    def test_wrong_usage(self, run, arguments):
        result = run("extract", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")

    @pytest.mark.parametrize("name", ["en_core_web_nope", "en_core_web_md"])
    def test_missing_model_says_how_to_get_it(self, run, release, name):
        result = run("extract", release, "--model", name)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
        assert name in result.stderr
        assert "python -m " in result.stderr

    def test_broken_model(self, run, release, tmp_path):
        (tmp_path / "model").mkdir()
        (tmp_path / "model" / "meta.json").write_text("{}")
        result = run("extract", release, "--model", tmp_path / "model")
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1

    def test_bad_file_never_stops_a_batch(self, run, release, tmp_path):
        (tmp_path / "a.txt").write_bytes(b"")
        (tmp_path / "z.txt").write_bytes(release.read_bytes())
        result = run("extract", tmp_path, tmp_path / "missing.txt")
        failed, done, missing, last = lines(result.stdout)
        assert result.exit_code == 1
        assert failed["error"]["type"] == "empty"
        assert missing["error"]["type"] == "input-missing"
        assert "outline" in done
        assert "outline" in last
        assert "2 ok, 0 unchanged, 2 failed, 0 skipped." in result.stderr

    def test_broken_extractor_costs_its_release_alone(self, run, release, tmp_path, monkeypatch):
        from pressparse import pipeline

        (tmp_path / "poison.txt").write_text("□ poison")
        whole = pipeline._extract

        def extract(context):
            if "poison" in context.source.text:
                raise RuntimeError("tripped")
            return whole(context)

        monkeypatch.setattr(pipeline, "_extract", extract)
        result = run("extract", tmp_path)
        done, failed = lines(result.stdout)
        assert "outline" in done
        assert failed["error"]["type"] == "internal"
        assert "RuntimeError: tripped" in failed["error"]["message"]
        assert "Traceback" not in result.stderr

    def test_traceback_at_vv(self, run, tmp_path, spawn):
        result = spawn("extract", tmp_path / "nope.txt", "-vv")
        assert "Traceback" in result.stderr

    def test_file_name_cannot_speak_to_the_terminal(self, run, tmp_path):
        result = run("extract", tmp_path / "\x1b[31mred.txt")
        assert "\x1b" not in result.stderr

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
    def test_file_name_that_is_no_text(self, run, release):
        odd = os.fsencode(release.parent) + b"/caf\xe9.txt"
        os.rename(release, odd)
        assert lines(run("extract", release.parent).stdout)[0]["source"]["path"].endswith("caf\\xe9.txt")


class TestProcess:
    def test_closed_pipe_ends_quietly(self, release, tmp_path):
        for number in range(18):  # more than fits into a pipe, and more than is extracted at once
            (tmp_path / f"{number}.txt").write_text(release.read_text(encoding="utf-8") * 3, encoding="utf-8")
        command = f"{sys.executable} -m pressparse extract {tmp_path} | head -c 5"
        result = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert (result.returncode, result.stdout, result.stderr) == (0, '{"sch', "")

    def test_interrupt(self, tmp_path):
        command = [sys.executable, "-m", "pressparse", "extract", "-"]
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        time.sleep(6)  # it waits for standard input by now, also on a busy machine
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        assert (process.returncode, out, err) == (130, "", "pressparse: interrupted.\n")

    @pytest.mark.parametrize(
        ("arguments", "never"),
        [
            (["--help"], {"spacy", "pydantic", "dateparser", "rich"}),
            (["--version"], {"spacy", "pydantic", "dateparser", "rich"}),
            (["extract", "-h"], {"spacy", "dateparser", "rich"}),
            (["schema"], {"spacy", "dateparser", "rich"}),
            (["--show-completion", "bash"], {"spacy", "dateparser"}),
        ],
    )
    def test_start_imports_little(self, spawn, arguments, never):
        result = spawn(*arguments, flags=("-X", "importtime"), cwd=ROOT)
        assert result.returncode == 0
        imported = {name.partition(".")[0] for name in IMPORTED.findall(result.stderr)}
        assert "pressparse" in imported
        assert not imported & never

    def test_completion_completes(self, spawn):
        environment = {"_PRESSPARSE_COMPLETE": "complete_bash", "COMP_WORDS": "pressparse in", "COMP_CWORD": "1"}
        command = [sys.executable, "-m", "pressparse"]
        result = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
        )
        assert result.stdout.strip() == "inspect"

    def test_version(self, run):
        assert run("--version").stdout == f"pressparse {pressparse.__version__}\n"


class TestInspect:
    def test_without_colour_the_records_are_marked(self, run, release):
        result = run("inspect", release)
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
        assert "{d… dates}" in result.stdout
        assert "“{q1 Every harbor deserves one calm night a week.}”" in " ".join(result.stdout.split())
        assert all(len(line) <= 80 and line == line.rstrip() for line in result.stdout.splitlines())

    def test_only(self, run, release):
        shown = run("inspect", release, "--only", "quotes").stdout
        assert "quotes (1)" in shown
        assert "dates (" not in shown

    def test_source_text_is_no_markup_and_no_escape(self, run, tmp_path):
        path = tmp_path / "hostile.txt"
        path.write_text("□ [bookmark: _GoBack] [/x] [bold]A[/bold] \x1b[31mred \u202edexter\n", encoding="utf-8")
        shown = run("inspect", path).stdout
        assert "[/x] [bold]A[/bold] ␛[31mred" in shown
        assert "\u202e" not in shown

    def test_missing_file(self, run):
        assert run("inspect", "nope.txt").exit_code == 1


def test_a_pipe_in_a_folder_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("□ The hall opened on June 3, 2024.\n", encoding="utf-8")
    os.mkfifo(tmp_path / "never-written.txt")
    plan = batch.plan([str(tmp_path)])
    assert [item.path for item in plan.inputs] == [tmp_path / "a.txt"]


def test_an_empty_output_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="empty output"):
        batch.is_folder("")
