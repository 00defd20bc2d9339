"""What holds of every settings class: each tolerance says what it measures, and lies where its benchmark holds."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import ModuleType

import pytest

from extractors.layout.tolerance import measured


def groups(module: ModuleType) -> list[object]:
    """The settings objects of a module."""
    return [value for name, value in sorted(vars(module).items()) if name.isupper() and is_dataclass(value)]


def assert_measured(group: object) -> None:
    """Each tolerance has its meaning; a range has its benchmark and holds the value."""
    for name, known in measured(group).items():
        value = getattr(group, name)
        assert known.means, name
        assert (known.holds is None) == (known.benchmark == ""), name
        assert known.holds is None or known.holds[0] <= value <= known.holds[1], name


def assert_frozen(group: object) -> None:
    """Nobody changes a tolerance on the way."""
    with pytest.raises(AttributeError):
        setattr(group, next(iter(measured(group))), 1)
