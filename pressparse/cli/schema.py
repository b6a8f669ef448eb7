"""`pressparse schema`: the contract of the output, for validators and code generators."""

from __future__ import annotations

import json

from pressparse.cli.messages import guarded


def schema() -> None:
    """Print the JSON Schema of what extract writes.

    It is of draft 2020-12, and holds for a JSON export and for each line of JSON Lines.
    """
    with guarded(verbose=0):
        from pressparse.schema import build

        print(json.dumps(build(), indent=2), flush=True)  # noqa: T201
