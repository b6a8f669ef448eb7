"""What the repository must not hold: where packages come from, and paths of somebody's machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Spelled apart, as this file is searched too.
HOSTS = ["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.(com|org)"]
FORBIDDEN = re.compile("|".join([*HOSTS, r"(?<![\w.])/" + "work/"]))


def tracked() -> list[Path]:
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip("no git here, so there is no telling what is tracked")
    return [ROOT / name for name in run.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_hosts_and_no_machine_paths():
    found = {}
    for path in tracked():
        if match := FORBIDDEN.search(path.read_bytes().decode("utf-8", "replace")):
            found[str(path.relative_to(ROOT))] = match[0]
    assert found == {}


def test_the_package_is_typed_and_has_one_version():
    import pressparse

    assert (ROOT / "pressparse" / "py.typed").exists()
    assert f"## {pressparse.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
