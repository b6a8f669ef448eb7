"""Many releases at once: inputs found, each with one outcome, and outputs that are whole or not there."""

from pressparse.batch.inputs import Input, Plan, plan
from pressparse.batch.outputs import OutputFailed, is_folder, mirror, writing
from pressparse.batch.runs import Outcome, run

__all__ = ["Input", "Outcome", "OutputFailed", "Plan", "is_folder", "mirror", "plan", "run", "writing"]
