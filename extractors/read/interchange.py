"""The rows of a sheet that a program saved as plain records: SYLK (``ID;P…``) or DIF (``TABLE``, ``0,1``).

Out:    the rows as texts, or None where the text is neither.
Raises: nothing; a record that is not understood holds no cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_ACROSS, MOST_DOWN = 16_384, 1_048_576
"""Columns and rows taken; what claims a place beyond them is no list that anybody fills in."""

_SYLK = re.compile(r"ID;[^\n]{0,200}\n(?:B;|P;|F;|O;|C;)")
_DIF = re.compile(r"TABLE\n0,1\n")


def rows(text: str) -> Iterator[list[str]] | None:
    """The rows of the sheet; empty cells are empty texts."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _SYLK.match(text):
        return _sylk(text.splitlines())
    return _dif(text.splitlines()) if _DIF.match(text) else None


def _sylk(lines: list[str]) -> Iterator[list[str]]:
    cells: dict[tuple[int, int], str] = {}
    x = y = 1
    for line in lines:
        if line[:2] not in ("C;", "F;"):
            continue
        # A semicolon within a value is doubled.
        for field in line[2:].replace(";;", "\0").split(";"):
            kind, value = field[:1], field[1:].replace("\0", ";")
            if kind == "X" and value.isdecimal():
                x = int(value[:9])
            elif kind == "Y" and value.isdecimal():
                y = int(value[:9])
            elif kind == "K" and line[0] == "C" and 0 < x <= MOST_ACROSS and 0 < y <= MOST_DOWN:
                cells[y - 1, x - 1] = value[1:-1] if value[:1] == '"' else value
    down, across = (1 + max((place[axis] for place in cells), default=-1) for axis in (0, 1))
    for row in range(down):
        yield [cells.get((row, column), "") for column in range(across)]


def _dif(lines: list[str]) -> Iterator[list[str]]:
    grid: list[list[str]] = []
    start = lines.index("DATA") + 3 if "DATA" in lines else len(lines)
    for head, value in zip(lines[start::2], lines[start + 1 :: 2], strict=False):
        kind, _, number = head.partition(",")
        if kind == "-1":
            if value != "BOT":
                break
            grid.append([])
        elif grid and len(grid[-1]) < MOST_ACROSS:
            grid[-1].append(number if kind == "0" else value.strip('"'))
    yield from grid
