"""The grammar of bodies' names: how far a capitalised phrase reaches, and what its words say it is."""

from __future__ import annotations

from pressparse.organizations.backward import phrase_begin
from pressparse.organizations.fields import abstract
from pressparse.organizations.forward import phrase_end
from pressparse.organizations.owners import owned
from pressparse.organizations.parts import OF, body, part

__all__ = ["OF", "abstract", "body", "owned", "part", "phrase_begin", "phrase_end"]
