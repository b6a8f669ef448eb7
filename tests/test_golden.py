"""The samples give what stands in their .json; `pytest --update-golden tests/test_golden.py` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressparse

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def test_there_are_samples():
    assert len(SAMPLES) >= 8


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_sample(sample, request, monkeypatch):
    monkeypatch.chdir(ROOT)
    export = pressparse.parse_file(sample.relative_to(ROOT)).model_dump_json(indent=2) + "\n"
    golden = sample.with_suffix(".json")
    if request.config.getoption("--update-golden"):
        golden.write_text(export, encoding="utf-8")
    assert golden.read_text(encoding="utf-8").splitlines() == export.splitlines()
