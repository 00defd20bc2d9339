"""Every tolerance says what it measures, and no condition of the layout holds a bare one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractors.layout import tolerance as layout_tolerance
from extractors.layout.tolerance import Measured, measured, tolerance

ROOM = Path(layout_tolerance.__file__).parent
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


@dataclass(frozen=True, slots=True)
class Made:
    known: float = tolerance(0.4, "em of something", (0.3, 0.6), "pdf_office")
    guessed: int = tolerance(3, "lines of something")


def test_a_settings_class_has_the_values_themselves_and_what_is_known_of_them():
    assert (Made().known, Made().guessed, Made(known=0.5).known) == (0.4, 3, 0.5)
    assert measured(Made()) == {
        "known": Measured("em of something", (0.3, 0.6), "pdf_office"),
        "guessed": Measured("lines of something", None, ""),
    }
