"""Make the pictures of the README anew from a sample: docs/inspect.svg and, with Chromium, docs/report.png.

python benchmarks/pictures.py
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from pathlib import Path

from rich import _export_format
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout, also where another pressparse is installed

import pressparse  # noqa: E402
from pressparse import render  # noqa: E402
from pressparse.exporters import html  # noqa: E402
from pressparse.records import Release  # noqa: E402

SAMPLE = "samples/mot-sg-ferry.txt"
LINES, COLUMNS = 44, 80
FONT = re.compile(r"@font-face \{\{.*?\}\}", re.S)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def main() -> None:
    """Write both pictures into docs/."""
    found = pressparse.parse_file(ROOT / SAMPLE)
    release = found.model_copy(update={"source": found.source.model_copy(update={"path": SAMPLE})})
    (ROOT / "docs" / "inspect.svg").write_text(inspected(release), encoding="utf-8")
    if CHROMIUM is None:
        print("Chromium is not installed (Debian: apt-get install chromium); docs/report.png stays as it is.")
    else:
        photograph(release, ROOT / "docs" / "report.png")


def inspected(release: Release) -> str:
    """What `pressparse inspect` shows in a terminal: its first lines, by rich's own export."""
    shown = Console(file=io.StringIO(), width=COLUMNS, force_terminal=True, color_system="standard", highlight=False)
    render.show(release, console=shown)
    picture = Console(file=io.StringIO(), width=COLUMNS, record=True, highlight=False)
    for line in shown.file.getvalue().splitlines()[:LINES]:  # type: ignore[attr-defined]
        picture.print(Text.from_ansi(line))
    # A picture that asks a server for its font would tell that server who reads the README.
    template = FONT.sub("", _export_format.CONSOLE_SVG_FORMAT)
    title = f"pressparse inspect {SAMPLE}"
    svg = picture.export_svg(title=title, theme=MONOKAI, code_format=template, unique_id="inspect")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def photograph(release: Release, path: Path) -> None:
    """A screenshot of the marked text in the report."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "report.html")
        with page.open("wb") as file:
            html.write([release], file)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        view = browser.new_context(viewport={"width": 960, "height": 800}).new_page()
        view.goto(f"{page.as_uri()}#releases")
        view.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    main()
