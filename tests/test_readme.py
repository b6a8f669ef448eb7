"""Every command and every piece of Python in the README is run, and prints what the README says."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
FENCES = FENCE.findall(README)
TOOLS = {"jq", "sqlite-utils", "duckdb"}


class Command(NamedTuple):
    line: str
    output: str


def commands() -> list[Command]:
    """The "$ " lines of the console fences, each with what stands below it."""
    found = []
    for language, body in FENCES:
        if language == "console":
            for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
                line, _, output = part.partition("\n")
                while line.endswith("\\"):
                    more, _, output = output.partition("\n")
                    line = line.removesuffix("\\") + more.strip()
                found.append(Command(line, output))
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with the samples, in which the commands run one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "samples").mkdir()
    for sample in (ROOT / "samples").glob("*.txt"):
        shutil.copy(sample, folder / "samples")
    shutil.copytree(ROOT / "benchmarks" / "gold", folder / "benchmarks" / "gold")
    (folder / "bin").mkdir()
    script = folder / "bin" / "pressparse"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m pressparse "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return folder


def matches(expected: str, found: str) -> bool:
    """Whether the output is as shown; a line "..." stands for any lines, and one ending in "..." for any rest."""
    pattern = ""
    for line in expected.rstrip("\n").split("\n"):
        if line.strip() == "...":
            pattern += r"(?:.*\n)*?"
        elif line.endswith("..."):
            pattern += re.escape(line.removesuffix("...")) + r".*\n"
        else:
            pattern += re.escape(line) + r"\n"
    return re.fullmatch(pattern, found.rstrip("\n") + "\n") is not None


def test_links_and_pictures_are_there():
    targets = re.findall(r"\]\(([^)#]+)", README)
    assert {"docs/inspect.svg", "docs/report.png", "docs/exports.md"} <= set(targets)
    assert [target for target in targets if not (ROOT / target).exists()] == []
    assert "url(" not in re.sub(r"url\(#", "", (ROOT / "docs" / "inspect.svg").read_text(encoding="utf-8"))


def test_every_fence_is_tested():
    assert {language for language, _ in FENCES} <= {"console", "pycon", "sh"}
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for language, body in FENCES:
        if language == "sh":  # the commands that install, which the checks run in a fresh environment
            for word in ("pip install", "pressparse extract samples/", "pytest"):
                assert word in body
                assert word in script
    assert len(commands()) > 5


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.line[:60])
def test_command(command, place):
    for tool in TOOLS:
        if re.search(rf"(^|\| ){tool}\b", command.line) and not (
            shutil.which(tool) or (Path(sys.executable).parent / tool).exists()
        ):
            pytest.skip(f"{tool} is not installed")
    path = os.pathsep.join([str(place / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.line],
        cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in run.stdout
    if command.output.strip():
        assert matches(command.output, run.stdout), run.stdout
    else:
        assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("number", range(sum(language == "pycon" for language, _ in FENCES)))
def test_python(number, place, monkeypatch):
    body = [body for language, body in FENCES if language == "pycon"][number]
    for module in re.findall(r"^>>> import (\w+)", body, re.M):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    if "add_pipe" in body:  # an installed pressparse is found by its entry point; this may be a checkout
        importlib.import_module("pressparse.spacy_component")
    monkeypatch.chdir(place)
    monkeypatch.setenv("COLUMNS", "80")
    example = doctest.DocTestParser().get_doctest(body, {}, "README", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    report: list[str] = []
    runner.run(example, out=report.append)
    assert not runner.summarize(verbose=False).failed, "".join(report)
