"""The generator of releases: the same bytes for the same seed, no two texts alike, and broken files that are broken."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pressparse.errors import InputError
from pressparse.readers import read
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

from releases import BROKEN, write_releases


def test_the_same_seed_makes_the_same_bytes_and_a_longer_run_begins_alike(tmp_path: Path) -> None:
    short = write_releases(tmp_path / "short", count=8, seed=3)
    long = write_releases(tmp_path / "long", count=12, seed=3)
    found = {path.relative_to(tmp_path / "long"): path.read_bytes() for path in long}
    assert len(found) == 12
    assert all(found[path.relative_to(tmp_path / "short")] == path.read_bytes() for path in short)
    other = {path.read_bytes() for path in write_releases(tmp_path / "other", count=12, seed=4)}
    assert other.isdisjoint(found.values())


def test_texts_differ_in_size_format_and_wording(tmp_path: Path) -> None:
    paths = write_releases(tmp_path, count=120)
    assert {path.suffix for path in paths} == {".txt", ".html", ".docx"}
    assert len({path.parent for path in paths}) > 20
    texts = [read(path).text for path in paths]
    sizes = sorted(len(text.split()) for text in texts)
    assert 80 < sizes[0] < 250
    assert sizes[-1] > 1_500
    lines = [line for text in texts for line in text.splitlines() if len(line) > 80]
    assert len(set(lines)) > len(lines) * 0.97


def test_broken_files_are_broken_in_every_way_and_say_so(tmp_path: Path) -> None:
    paths = write_releases(tmp_path, count=150, broken=0.5)
    broken = [path for path in paths if "-broken-" in path.name]
    assert len(broken) == 75
    assert {path.stem.split("-broken-")[1] for path in broken} == set(BROKEN)
    for path in broken:
        with pytest.raises(InputError):
            read(path)
    for path in set(paths) - set(broken):
        assert read(path).text
