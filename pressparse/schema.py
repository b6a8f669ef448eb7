"""The JSON Schema of what `extract` writes, made from the typed records."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from pressparse.exporters import KINDS
from pressparse.records import SCHEMA_VERSION, Failure, Release

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build() -> dict[str, Any]:
    """The schema of one release or failure, that is of a JSON export and of each line of a JSON Lines export."""
    schema = TypeAdapter(Release | Failure).json_schema(mode="serialization")
    for name in ("Release", "Failure"):
        record = schema["$defs"][name]
        record["properties"]["schema"] = {"const": SCHEMA_VERSION}
        # `--only` leaves whole record types out.
        record["required"] = ["schema", *(field for field in record["required"] if field not in KINDS)]
    return {"$schema": DIALECT, "title": "A press release read by pressparse", **schema}
