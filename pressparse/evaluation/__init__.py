"""How right an export is: gold releases with inline marks, and the measures that compare records with them."""

from pressparse.evaluation.gold import GoldError, read_gold
from pressparse.evaluation.measures import Counts, Difference, compare, mean, total

__all__ = ["Counts", "Difference", "GoldError", "compare", "mean", "read_gold", "total"]
