"""What the tests share: a small release, the command line in this process and in one of its own."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from typer.testing import CliRunner, Result

from pressparse.cli.app import app

ROOT = Path(__file__).resolve().parent.parent

# One text costs a run of the model, so the default is small; `--hypothesis-profile=thorough` is for a night.
settings.register_profile(
    "default", max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=10_000, derandomize=False)
settings.load_profile("default")

RELEASE = """\
Ministry of Oceans and Fisheries
Date: Wednesday, May 7, 2025

Ministry of Oceans and Fisheries to launch the 'Quiet Harbor Project'

□ The Ministry of Oceans and Fisheries (Minister Noh Dal-seop) announced on May 7 that it will launch
   the 'Quiet Harbor Project' in June 2025.
 ∘ Minister Noh Dal-seop said, “Every harbor deserves one calm night a week.”
 ∘ The project covers △ night lighting △ engine noise △ training.
"""


def cpu_seconds(call: Callable[..., object], *arguments: object) -> float:
    """The CPU time of a call without the collector's, which looks at all that other tests have left."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        call(*arguments)
        return time.process_time() - begun
    finally:
        gc.enable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write samples/*.json anew from what is extracted")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A file with a release of our own."""
    path = tmp_path / "harbor.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture
def run() -> Callable[..., Result]:
    """The command line in this process, where the model is loaded once for all tests."""

    def invoke(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)

    return invoke


@pytest.fixture
def spawn() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`python -m pressparse` of this checkout in a process of its own; `flags` are for Python."""

    def start(*arguments: object, flags: tuple[str, ...] = (), **more: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *flags, "-m", "pressparse", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False, **more
        )

    return start
