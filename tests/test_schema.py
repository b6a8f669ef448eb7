"""Every export is what the JSON Schema says."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


@pytest.fixture
def validator(run):
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("options", [[], ["--text", "--explain", "--reported"], ["--only", "dates"]])
def test_exports_validate(run, validator, options):
    exports = [json.loads(line) for line in run("extract", *SAMPLES, *options).stdout.splitlines()]
    assert len(exports) == len(SAMPLES)
    for export in exports:
        validator.validate(export)


def test_failures_validate(run, validator, tmp_path):
    (tmp_path / "empty.txt").touch()
    (failure,) = [json.loads(line) for line in run("extract", tmp_path).stdout.splitlines()]
    validator.validate(failure)
    assert failure["error"]["type"] == "empty"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda export: export.pop("source"),
        lambda export: export.pop("schema"),
        lambda export: export.update(schema=2),
        lambda export: export.update(extra=1),
        lambda export: export["dates"][0].update(start=-1),
        lambda export: export["outline"][0].update(kind="sentence"),
    ],
)
def test_what_is_no_export_does_not_validate(run, validator, release, spoil):
    export = json.loads(run("extract", release).stdout)
    validator.validate(export)
    spoil(export)
    assert not validator.is_valid(export)
