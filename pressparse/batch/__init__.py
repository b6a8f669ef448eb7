"""Many releases at once: a plan, an engine that does the work, and outputs and outcomes that are whole or not there.

    inputs → resume ─→ supervision ─→ engines ─→ jobs → runs
                └─→ stores (outputs, manifest)

Nothing here is imported before it is needed: a process that only hands work to others never loads the extractors.
"""

from pressparse.batch.inputs import Input, Plan, plan
from pressparse.batch.outputs import OutputFailed, is_folder, mirror, spare, writing

__all__ = ["Input", "OutputFailed", "Plan", "is_folder", "mirror", "plan", "spare", "writing"]
