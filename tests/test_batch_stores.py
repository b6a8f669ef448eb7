"""A run that is taken up again: what is left of it is done, and its outputs are those of an undisturbed one."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from pressparse import batch
from pressparse.batch import jobs, resume
from pressparse.batch.engines.here import Here
from pressparse.batch.jobs import Job, Result
from pressparse.batch.stores import Store, using
from pressparse.batch.stores.folder import Folder
from pressparse.batch.stores.lines import Lines
from pressparse.context import Options
from pressparse.errors import UsageError
from pressparse.exporters import KINDS
from pressparse.readers import Limits, read
from tests.made_releases import failure

NAMES = ("a.txt", "b/c.txt", "b/d.txt", "e.txt")


class Place:
    """A folder of inputs and a store of their outputs; `done` notes which inputs were really extracted."""

    def __init__(self, folder: Path, *, form: str) -> None:
        self.inputs = folder / "in"
        self.out = folder / "out"
        self.form = form
        self.done: list[str] = []
        for name in NAMES:
            path = self.inputs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"□ {name}", encoding="utf-8")

    def store(self) -> Store:
        plan = batch.plan([str(self.inputs)])
        if self.form == "jsonl":
            return Lines(self.out / "all.jsonl")
        return Folder(self.out, places=batch.mirror(plan.inputs, self.out, suffix=".json"))

    def run(self, *, issued: str | None = None, max_failures: int | None = None) -> dict[str, str]:
        """What became of each input; the extraction is a stand-in that gives the text of the file back."""
        self.done.clear()
        job = Job(
            options=Options(text=issued is not None), limits=Limits(), model="m", kinds=KINDS,
            form="jsonl" if self.form == "jsonl" else "json",
        )  # fmt: skip
        steps = resume.run(
            batch.plan([str(self.inputs)]).inputs, job=job, store=self.store(), start=lambda _: Here(job),
            max_failures=max_failures,
        )  # fmt: skip
        return {step.input.name.as_posix(): str(step.entry.outcome) for step in steps}

    def extract(self, _: Job, inputs: Sequence[batch.Input]) -> list[Result]:
        return [self._result(item) for item in inputs]

    def _result(self, item: batch.Input) -> Result:
        assert item.path is not None
        self.done.append(item.name.as_posix())
        source = read(item.path)
        if "broken" in source.text:
            return Result(b'{"error":1}\n', None, error=("damaged", "It is broken."))
        return Result(json.dumps({"text": source.text}).encode() + b"\n", source.sha256)

    def outputs(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.out.rglob("*") if path.is_file()}

    def manifest(self) -> list[dict]:
        (path,) = self.out.glob("*manifest.jsonl")
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(params=["json", "jsonl"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    made = Place(tmp_path, form=request.param)
    monkeypatch.setattr(jobs, "extract", made.extract)
    return made


def test_first_run(place: Place) -> None:
    assert place.run() == dict.fromkeys(NAMES, "ok")
    assert [entry["input"] for entry in place.manifest()] == [str(place.inputs / name) for name in NAMES]
    assert len(place.outputs()) == (2 if place.form == "jsonl" else 5)


def test_manifest_names_the_outputs(place: Place) -> None:
    place.run()
    for number, entry in enumerate(place.manifest(), start=1):
        data = (place.out / entry["output"]).read_bytes()
        if place.form == "jsonl":
            assert entry["line"] == number
            data = data.splitlines()[number - 1]
        assert json.loads(data)["text"].removeprefix("□ ") in entry["input"]


def test_second_run_does_nothing(place: Place) -> None:
    place.run()
    before = place.outputs()
    assert place.run() == dict.fromkeys(NAMES, "unchanged")
    assert place.done == []
    after = place.outputs()
    changed = [name for name in before if before[name] != after[name]]
    assert [name for name in changed if "manifest" not in name] == []


def test_what_changed_is_done(place: Place) -> None:
    place.run()
    (place.inputs / "b" / "c.txt").write_text("□ other", encoding="utf-8")
    (place.inputs / "b" / "new.txt").write_text("□ new", encoding="utf-8")
    (place.inputs / "e.txt").unlink()
    assert place.run() == {"a.txt": "unchanged", "b/c.txt": "ok", "b/d.txt": "unchanged", "b/new.txt": "ok"}
    assert place.done == ["b/c.txt", "b/new.txt"]
    assert len(place.manifest()) == 4


def test_a_touched_file_has_not_changed(place: Place) -> None:
    place.run()
    (place.inputs / "a.txt").touch()
    place.run()
    assert place.done == []


def test_other_options_do_all_anew(place: Place) -> None:
    place.run()
    assert set(place.run(issued="2024-01-01").values()) == {"ok"}


def test_output_that_was_tampered_with_is_made_anew(place: Place) -> None:
    place.run()
    before = place.outputs()
    victim = place.out / ("all.jsonl" if place.form == "jsonl" else "a.txt.json")
    victim.write_bytes(victim.read_bytes().replace(b"a.txt", b"b.txt"))
    assert place.run()["a.txt"] == "ok"
    assert place.done == ["a.txt"]
    assert {n: d for n, d in place.outputs().items() if "manifest" not in n} == {
        n: d for n, d in before.items() if "manifest" not in n
    }


def test_failures_are_tried_again(place: Place) -> None:
    (place.inputs / "a.txt").write_text("broken", encoding="utf-8")
    assert place.run()["a.txt"] == "failed"
    entry = place.manifest()[0]
    assert entry["error"] == {"type": "damaged", "message": "It is broken."}
    assert place.run()["a.txt"] == "failed"
    assert place.done == ["a.txt"]
    (place.inputs / "a.txt").write_text("mended", encoding="utf-8")
    assert place.run()["a.txt"] == "ok"


def test_stop_after_failures(place: Place) -> None:
    """A file of lines that is not all there is not put in place; what is done waits in the journal."""
    (place.inputs / "a.txt").write_text("broken", encoding="utf-8")
    assert place.run(max_failures=1) == {"a.txt": "failed"} | dict.fromkeys(NAMES[1:], "skipped")
    assert [entry["outcome"] for entry in place.manifest()] == ["failed", "skipped", "skipped", "skipped"]
    assert not (place.out / "all.jsonl").exists()
    assert place.run() == {"a.txt": "failed"} | dict.fromkeys(NAMES[1:], "ok")


def test_an_early_stop_costs_nothing_that_was_there(place: Place) -> None:
    place.run()
    before = place.outputs()
    (place.inputs / "a.txt").write_text("broken", encoding="utf-8")
    place.run(issued="2024-01-01", max_failures=1)
    assert place.outputs().get("all.jsonl") == before.get("all.jsonl")
    assert place.run() == {"a.txt": "failed"} | dict.fromkeys(NAMES[1:], "unchanged")


def test_other_inputs_into_the_same_folder_forget_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path, form="json")
    monkeypatch.setattr(jobs, "extract", place.extract)
    place.run()
    whole = place.inputs
    place.inputs = whole / "b"
    assert set(place.run().values()) == {"ok"}  # as its outputs have other names
    assert len(place.manifest()) == 2
    place.inputs = whole
    assert set(place.run().values()) == {"unchanged"}


def test_two_files_of_lines_are_made_in_one_folder_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path, form="jsonl")
    monkeypatch.setattr(jobs, "extract", place.extract)
    with using(Lines(place.out / "other.jsonl")):
        place.run()
    one, other = Lines(place.out / "all.jsonl"), Lines(place.out / "other.jsonl")
    assert not {one._part, one._manifest, one._journal_path} & {other._part, other._manifest, other._journal_path}


def test_two_runs_at_once(place: Place) -> None:
    pytest.importorskip("fcntl")
    with using(place.store()), pytest.raises(UsageError, match="Another run is writing"):
        place.run()


def test_nothing_is_left_of_a_run_that_did_nothing(place: Place) -> None:
    with using(place.store()):
        pass
    assert place.outputs() == {}


def test_every_torn_journal_is_taken_up(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is killed leaves some first part of its journal: of each length of it the next run makes the same."""
    place.run()
    whole = place.outputs()
    journal = _journal_of_a_run_that_did_not_end(place, monkeypatch)
    data = journal.read_bytes()
    for length in range(0, len(data), 7):
        for path in place.out.glob("*.jsonl"):
            path.unlink()
        journal.write_bytes(data[:length])
        outcomes = place.run()
        assert len(outcomes) == 4
        assert [name for name, outcome in outcomes.items() if outcome == "ok"] == place.done
        assert {n: d for n, d in place.outputs().items() if "manifest" not in n} == {
            n: d for n, d in whole.items() if "manifest" not in n
        }, length
    assert place.done == [NAMES[-1]]


def _journal_of_a_run_that_did_not_end(place: Place, monkeypatch: pytest.MonkeyPatch) -> Path:
    (place.inputs / "a.txt").touch()
    for path in place.out.rglob("*.json*"):
        path.unlink()
    with monkeypatch.context() as patched:
        store = place.store()
        patched.setattr(place, "store", lambda: store)
        patched.setattr(store, "finish", lambda _: None)
        place.run()
    (journal,) = place.out.glob(".*.journal")
    return journal


def test_a_doubled_file_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path, form="jsonl")
    monkeypatch.setattr(jobs, "extract", place.extract)
    place.run()
    path = place.out / "all.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole * 2)
    assert set(place.run().values()) == {"unchanged"}
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "line", [b"nonsense\n", b'{"input": ["x"], "outcome": "ok"}\n', b"[" * 100_000 + b"\n", b"\xff\n"]
)
def test_a_manifest_of_somebody_else_is_no_obstacle(line: bytes, place: Place) -> None:
    place.run()
    (path,) = place.out.glob("*manifest.jsonl")
    path.write_bytes(line + path.read_bytes())
    assert set(place.run().values()) == {"unchanged"}


def test_limits_that_change_no_output_change_no_settings() -> None:
    def settings(limit: str) -> str:
        limits = Limits().override([limit])
        return Job(options=Options(), limits=limits, model="m", kinds=KINDS, form="json").settings()

    assert settings("release_seconds=1") == settings("release_seconds=900") == settings("memory_bytes=9")
    assert settings("characters=1") != settings("characters=2")


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes in the file system")
    os.mkfifo(tmp_path / "pipe.txt")
    item = batch.Input(tmp_path / "pipe.txt", Path("pipe.txt"))
    assert resume._digest(item) is None
    assert item.is_own


class TestPlan:
    """What is refused before any work."""

    def mirror(self, *names: str) -> None:
        batch.mirror([batch.Input(Path("in") / name, Path(name)) for name in names], Path("out"), suffix=".json")

    @pytest.mark.parametrize("names", [("a.txt", "a.txt.json/b.txt"), ("manifest.jsonl/a.txt",)])
    def test_a_file_where_a_folder_has_to_be(self, names):
        with pytest.raises(UsageError, match="which is a file"):
            self.mirror(*names)

    def test_two_inputs_for_one_output(self):
        inputs = [batch.Input(Path(folder) / "a.txt", Path("a.txt")) for folder in ("one", "two")]
        with pytest.raises(UsageError, match="both be written"):
            batch.mirror(inputs, Path("out"), suffix=".json")

    def test_an_output_that_is_an_input(self, run, release):
        before = release.read_bytes()
        for inputs in ([release], [release.parent]):
            result = run("extract", *inputs, "-o", release)
            assert result.exit_code == 2
            assert "is an input too" in result.stderr
        assert release.read_bytes() == before

    def test_the_name_of_a_manifest(self, run, release):
        assert run("extract", release.parent, "-o", release.parent / "x.manifest.jsonl").exit_code == 2

    def test_one_file_by_two_names_is_one(self, release, monkeypatch):
        monkeypatch.chdir(release.parent)
        assert len(batch.plan([release.name, str(release), str(release.parent)]).inputs) == 1

    def test_bad_options_touch_nothing(self, run, release, tmp_path):
        out = tmp_path / "out"
        for options in (["-j", "0"], ["--engine", "spark"], ["--scheduler", "tcp://x:1"], ["-j", "0", "--dry-run"]):
            assert run("extract", release.parent, "-o", out, *options).exit_code == 2
        assert not out.exists()

    def test_dry_run_changes_nothing(self, run, release, tmp_path):
        out = tmp_path / "out"
        result = run("extract", release, release.with_name("*.pdf"), "-o", f"{out}/", "--dry-run")
        assert result.stdout == f"to do\t{release}\t{release.name}.json\n"
        assert result.stderr.splitlines()[-1] == "pressparse: 1 to do, 0 unchanged; nothing was done."
        assert result.exit_code == 1  # as the real run's: nothing was found for the pattern
        assert not out.exists()


def test_a_name_that_is_too_long_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path, form="json")
    monkeypatch.setattr(jobs, "extract", place.extract)
    long = "n" * 250 + ".txt"  # a name may have 255 bytes, which ".json" goes over
    (place.inputs / long).write_text("□ long", encoding="utf-8")
    outcomes = place.run()
    assert outcomes.pop(long) == "failed"
    assert set(outcomes.values()) == {"ok"}
    assert [entry["error"]["type"] for entry in place.manifest() if entry["error"]] == ["output"]


def test_results_travel_as_records() -> None:
    made = failure()
    result = Result(made.model_dump_json().encode(), None, error=(made.error.type, made.error.message))
    assert jobs.decode(result) == made


class TestAddresses:
    """Inputs that fsspec reads, here through its scheme for files."""

    @pytest.fixture(autouse=True)
    def _needs_fsspec(self):
        pytest.importorskip("fsspec")

    def test_a_folder_is_mirrored(self, place):
        inputs = batch.plan([f"file://{place.inputs}"]).inputs
        assert [item.name.as_posix() for item in inputs] == list(NAMES)
        assert [str(item) for item in inputs] == [f"file://{place.inputs / name}" for name in NAMES]

    def test_hidden_files_and_other_suffixes_are_left_out(self, place):
        for name in (".hidden.txt", "~$lock.docx", "data.csv"):
            (place.inputs / name).write_text("x")
        assert len(batch.plan([f"file://{place.inputs}"]).inputs) == 4
        assert len(batch.plan([f"file://{place.inputs}/b/*"]).inputs) == 2

    def test_releases_are_read(self, tmp_path, run, release):
        found = run("extract", f"file://{release}", f"file://{tmp_path}/nope.txt")
        done, missing = map(json.loads, found.stdout.splitlines())
        assert done["source"]["path"] == f"file://{release}"
        assert done["quotes"]
        assert missing["error"]["type"] == "input-missing"

    def test_what_is_done_is_left(self, tmp_path, run, release):
        for _ in range(2):
            found = run("extract", f"file://{release.parent}", "-o", tmp_path / "out")
        assert found.stderr == "pressparse: 0 ok, 1 unchanged, 0 failed, 0 skipped.\n"

    def test_no_such_scheme(self, run):
        found = run("extract", "nosuch://bucket/a.txt")
        assert found.exit_code == 2
        assert "nosuch" in found.stderr
