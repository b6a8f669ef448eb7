"""Imports point one way: from the command line down to the records, as docs/architecture.md draws it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pressparse

PACKAGE = Path(pressparse.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

# From the ground up. A room may import the rooms of lower layers and itself, never one of its own layer or above.
LAYERS = [
    {"errors", "records", "source", "lexicons"},
    {"readers", "words", "glyphs", "userwords"},
    {"outline", "romanization", "vocabulary"},
    {"organizations", "given", "marks", "mentions", "language"},
    {"abbreviations", "context"},
    {"extractors", "linking"},
    {"pipeline"},
    {"exporters", "evaluation"},
    {"batch", "schema", "results"},
    {"api", "render", "diff", "verify", "doctor"},
    {"spacy_component"},
    {"cli"},
    {"__init__", "__main__"},
]
LAYER = {room: layer for layer, rooms in enumerate(LAYERS) for room in rooms}

# Libraries that one part of the house keeps to itself. Names that only a type checker needs are free.
OWNERS = {
    "spacy": {"language", "spacy_component"},
    "typer": {"cli"},
    "rich": {"render"},
    "pydantic": {"records", "schema"},
    "dateparser": {"extractors"},
    "lxml": {"readers"},
    "olefile": {"readers"},
    "pypdfium2": {"readers"},
    "jinja2": {"exporters"},
    "markupsafe": {"exporters"},
    "pyarrow": {"exporters"},
    "pebble": {"batch"},
    "distributed": {"batch"},
    "dask": {"batch"},
    "fsspec": {"batch"},
}


def room_of(module: str) -> str:
    """The room that "pressparse.outline.nodes" is in: "outline"."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(path: Path, *, at_run_time: bool = False) -> Iterator[str]:
    """The modules that a file imports anywhere, each with the names taken from it where those may be modules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(node)
        for branch in ast.walk(tree)
        if at_run_time and isinstance(branch, ast.If) and ast.unparse(branch.test) == "TYPE_CHECKING"
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative imports hide which room is meant"
            if node.module == "pressparse":
                yield from (f"pressparse.{alias.name}" for alias in node.names if alias.name in LAYER)
            else:
                yield str(node.module)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def test_every_room_has_a_layer():
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in FILES}
    assert rooms <= set(LAYER), "a new room: give it a layer here and in docs/architecture.md"


def test_the_document_names_every_room_and_draws_the_same_layers():
    document = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    for path in PACKAGE.iterdir():
        if path.suffix == ".py" or (path.is_dir() and any(path.glob("*.py"))):
            name = path.name + ("/" if path.is_dir() else "")
            assert f"`{name}`" in document, f"docs/architecture.md says nothing of {name}"
    drawing = document.partition("## Imports point down\n\n")[2].partition("\n\n")[0]
    assert [set(line.split()) for line in reversed(drawing.splitlines())] == LAYERS


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_down(path):
    room = room_of(name_of(path))
    for module in imports(path):
        if module.split(".")[0] == "pressparse" and room_of(module) != room:
            assert LAYER[room_of(module)] < LAYER[room], f"{room} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_libraries_stay_in_their_rooms(path):
    for module in imports(path, at_run_time=True):
        owners = OWNERS.get(module.split(".")[0])
        assert owners is None or room_of(name_of(path)) in owners, f"{module} belongs to {owners}"


def test_extractors_do_not_know_each_other():
    extractors = PACKAGE / "extractors"
    for path in extractors.rglob("*.py"):
        own = path.relative_to(extractors).parts[0].removesuffix(".py")
        for module in imports(path):
            parts = module.split(".")
            if parts[:2] == ["pressparse", "extractors"]:
                assert parts[2:3] == [own], f"{path.name} imports {module}"


def test_only_the_pipeline_composes():
    for path in FILES:
        if room_of(name_of(path)) not in {"pipeline", "extractors"}:
            assert not any(module.startswith("pressparse.extractors") for module in imports(path)), path


def test_files_are_short():
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_drawer_for_odds_and_ends():
    assert not {path.name for path in FILES} & {"utils.py", "helpers.py", "common.py", "misc.py"}
