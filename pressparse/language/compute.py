"""The matrix products under the model: BLIS as spaCy ships it, or numpy where numpy is faster on this machine.

BLIS picks its kernel by the processor's name and takes a generic one for names that it does not know, which some cloud
machines have; numpy's OpenBLAS goes by what the processor can do. On such a machine (AMD EPYC, 2 cores) one product
was 3.1 times as fast, the model's named entities 1.3 times, and not one of them changed (benchmarks/compute.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from thinc.api import NumpyOps, Ops, get_current_ops

_SHAPE = (200, 96, 288)
"""Rows, inner width and columns of the probe: a sentence through one layer of the small model."""
_ROUNDS = 5
_WORTH_IT = 1.5
"""How many times as fast numpy must be. The two round differently in the last place, so that every process of a machine
should choose alike: BLIS without a kernel is far over this, BLIS with one far below, whatever else the machine does."""


class NumpyProducts(NumpyOps):  # type: ignore[misc]  # thinc's compiled part is not typed
    """spaCy's operations on the CPU, with matrix products made by numpy."""

    def gemm(
        self,
        x: Any,
        y: Any,
        out: Any = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Any:
        """The product of two matrices, each transposed first where asked; thinc's signature."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def fastest_ops() -> Ops:
    """The operations to load a model with: the current ones, or numpy's products where a short probe favours them.

    The probe takes about a millisecond. On a GPU the current ones stay.
    """
    current = get_current_ops()
    if type(current) is not NumpyOps:
        return current
    rows, inner, columns = _SHAPE
    left: Any = np.linspace(0, 1, rows * inner, dtype="float32").reshape(rows, inner)
    right: Any = np.linspace(0, 1, columns * inner, dtype="float32").reshape(columns, inner)
    ours = NumpyProducts()
    numpy_time = _best(lambda: ours.gemm(left, right, trans2=True))
    blis_time = _best(lambda: current.gemm(left, right, trans2=True))
    return ours if numpy_time * _WORTH_IT < blis_time else current


def _best(product: Callable[[], object]) -> float:
    """The least of a few timings, in seconds."""
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        product()
        times.append(time.perf_counter() - start)
    return min(times)
