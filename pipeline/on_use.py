"""Which modules are loaded only where something of them is used? A decision, a help text, a warm run need few."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class _OnUse:
    """Stands for a module, and has all that it has."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the module has
        return getattr(import_module(self._name), name)


def on_use(module: str) -> Any:  # noqa: ANN401  as above; beside it stands the import that type checkers see
    """The module of this name, loaded with the first of its names that is asked for. ImportError then."""
    return _OnUse(module)
