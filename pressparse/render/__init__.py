"""Releases for eyes, on a terminal or in a plain pipe. Source text never goes through rich's markup."""

from pressparse.render.overview import Row, row_of, show_overview
from pressparse.render.progress import progress_line
from pressparse.render.release import show

__all__ = ["Row", "progress_line", "row_of", "show", "show_overview"]
