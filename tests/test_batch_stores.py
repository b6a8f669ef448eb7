"""A run that is taken up again: what is left of it is done, and its outputs are those of an undisturbed one."""

from __future__ import annotations

import json
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
    (place.inputs / "a.txt").write_text("broken", encoding="utf-8")
    assert place.run(max_failures=1) == {"a.txt": "failed"} | dict.fromkeys(NAMES[1:], "skipped")
    assert [entry["outcome"] for entry in place.manifest()] == ["failed", "skipped", "skipped", "skipped"]
    assert place.run() == {"a.txt": "failed"} | dict.fromkeys(NAMES[1:], "ok")


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
