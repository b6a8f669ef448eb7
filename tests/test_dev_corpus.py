"""One script over whole corpora: extract → sqlite → verify → diff → eval, and nobody complains."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pressparse.evaluation import read_gold
from tests.conftest import ROOT

# The shared development corpus stands beside a checkout of the project's founders; the other is everybody's.
CORPORA = {"dev": ROOT.parent / "shared" / "gold" / "dev", "benchmarks": ROOT / "benchmarks" / "gold"}

SCRIPT = """
set -euo pipefail
pressparse() { "$PYTHON" -W error::UserWarning -W error::RuntimeWarning -W error::FutureWarning -m pressparse "$@"; }
pressparse extract releases/ -o old.jsonl
pressparse extract releases/ -o new.jsonl
pressparse extract releases/ -o releases.db
pressparse extract releases/ -o releases.db
pressparse verify new.jsonl
pressparse diff old.jsonl new.jsonl
pressparse eval gold/ new.jsonl > scores.txt
"""


@pytest.mark.parametrize("corpus", CORPORA)
def test_script(corpus, tmp_path):
    marked = sorted(CORPORA[corpus].glob("*.gold.txt"))
    if not marked:
        pytest.skip(f"no gold releases in {CORPORA[corpus].name} here")
    for folder in ("releases", "gold"):
        (tmp_path / folder).mkdir()
    for path in marked:
        text, _ = read_gold(path.read_text(encoding="utf-8"))
        (tmp_path / "releases" / path.name.replace(".gold.txt", ".txt")).write_text(text, encoding="utf-8")
        (tmp_path / "gold" / path.name).write_bytes(path.read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHON": sys.executable, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        ["bash", "-c", SCRIPT], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (run.returncode, run.stdout) == (0, "")
    # What extract and verify always say, and not a word more.
    *extracted, said = run.stderr.splitlines()
    counts = f"pressparse: {len(marked)} ok, 0 unchanged, 0 failed, 0 skipped."
    assert extracted == [counts] * SCRIPT.count("pressparse extract")
    assert said.startswith(f"pressparse: {len(marked)} of {len(marked)} releases hold, with ")
    with closing(sqlite3.connect(tmp_path / "releases.db")) as database:
        assert database.execute("SELECT count(*) FROM releases").fetchone() == (len(marked),)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert Path(tmp_path / "scores.txt").read_text(encoding="utf-8").startswith(f"{len(marked)} releases\n")
