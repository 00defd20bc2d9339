"""Every tolerance says what it measures, and no condition of the layout holds a bare one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.layout import settings
from extractors.layout.borderless import settings as borderless
from extractors.layout.tolerance import measured

ROOM = Path(settings.__file__).parent
SETTINGS = [
    value
    for module in (settings, borderless)
    for name, value in sorted(vars(module).items())
    if name.isupper() and not isinstance(value, str)
]
FREE = (0.0, 0.5, 1.0, 2.0)
"""Nothing, a half, the whole and twice as much are no tolerances."""


def bare(source: str) -> Iterator[float]:
    """The fractions that stand in comparisons."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, float) and part.value not in FREE:
                    yield part.value


@pytest.mark.parametrize("file", sorted(ROOM.rglob("*.py")), ids=lambda file: file.relative_to(ROOM).as_posix())
def test_no_condition_holds_a_bare_tolerance(file: Path):
    assert list(bare(file.read_text("utf-8"))) == []


def test_the_guard_sees_what_it_looks_for():
    assert list(bare("if a < 0.3 * b and c > 0.5 * d: pass")) == [0.3]


@pytest.mark.parametrize("group", SETTINGS, ids=lambda group: type(group).__name__)
def test_each_tolerance_says_what_it_measures_and_lies_in_its_range(group: object):
    for name, known in measured(group).items():
        value = getattr(group, name)
        assert known.means, name
        assert (known.holds is None) == (known.benchmark == ""), name
        assert known.holds is None or known.holds[0] <= value <= known.holds[1], name
