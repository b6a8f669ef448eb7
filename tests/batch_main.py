"""The command line with releases that do harm, as a program: `python -m tests.batch_main extract …`.

"SEGFAULT" in a file kills the worker that is given it, and "HANG" keeps it for ever. Workers import this module too, as
they do with every main module.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence

from pressparse.batch import jobs
from pressparse.batch.inputs import Input

_whole = jobs.extract


def extract(job: jobs.Job, inputs: Sequence[Input]) -> list[jobs.Result]:
    for item in inputs:
        data = item.path.read_bytes() if item.path is not None and item.path.is_file() else b""
        if b"SEGFAULT" in data:
            os.kill(os.getpid(), signal.SIGSEGV)
        while b"HANG" in data:
            time.sleep(1)
    return _whole(job, inputs)


jobs.extract = extract

if __name__ == "__main__":
    from pressparse.cli import main

    main()
