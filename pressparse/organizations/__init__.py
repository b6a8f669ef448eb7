"""The grammar of bodies' names: how far a capitalised phrase reaches, and what its words say it is."""

from __future__ import annotations

from pressparse.organizations.backward import phrase_begin
from pressparse.organizations.forward import phrase_end
from pressparse.organizations.parts import body, part

__all__ = ["body", "part", "phrase_begin", "phrase_end"]
