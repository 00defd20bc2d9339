"""What the rest of its column tells of a cell that was misread: numbers that count on, days, telephones, marks.

In:     a table that was recognised.
Out:    the table; what its column shows to be a misreading is put right, and doubted; so is what stays odd in it.
Raises: nothing.

A column is of one kind where most of its cells are. Nothing is made up: a sign is taken for the one that looks like
it and is of the kind, dirt at the ends of a cell is left out, and a number that the others count on to is set only
where what was read is that number but for a sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.read.scan.doubtful.days import misread_days
from extractors.read.scan.doubtful.usual_words import nearly_usual
from extractors.read.scan.settings import COLUMN
from schemas.document import Cell, Table
from schemas.trust import Doubt

_DIRT = " \n.,，。;；:：、'’‘`\"“”·•∙●…|-_^~"
"""Signs that specks and the ends of rules are read as."""

_LIKE_HANZI = str.maketrans("トニハ", "卜二八", " .,，。…")
_LIKE_DIGITS = str.maketrans("|lI!丨OoＯ〇Q", "1111100000")
_NAME = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff·]*[\u4e00-\u9fff]")
_ANSWER = re.compile(r"[是否有无√×○]")
_ODD = re.compile(
    r"[^\w\s()（）·.,，、&/\-—]|_|(?<![A-Za-zＡ-Ｚａ-ｚ])[A-Za-zＡ-Ｚａ-ｚ](?![A-Za-zＡ-Ｚａ-ｚ])|[\u3040-\u30ff]"
)
"""What stands in no name: marks of other kinds, a letter alone, kana."""

_ODD_IN_NUMBERS = re.compile(r"[^\d\s()（）+\-—/、.,，;；:：%％¥￥\u4e00-\u9fff]")
_NEARLY_TELEPHONE = re.compile(r"(?!\d{11}$)1\d{7,13}")
"""A mobile number that lost or gained digits; another kind of number begins otherwise, or is far shorter."""
_DIGITS = re.compile(r"\d{2,}")
_TELEPHONE = re.compile(r"1\d{10}")
_AMOUNT = re.compile(r"\d[\d,]*\.\d{2}")
_POINT_LOST = re.compile(r"\d{3,}")
"""Digits alone among amounts with two places: whether a point was lost, the picture does not say any more."""


def with_columns_agreed(table: Table) -> Table:
    """The table with those cells put right that their columns show to be misread."""
    columns: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text.strip() and not cell.header and cell.colspan == 1:
            columns.setdefault(cell.column, []).append(cell)
    better = {}
    for column in columns.values():
        if len(column) >= COLUMN.fewest:
            better.update(_agreed(column))
    if not better:
        return table
    cells = (better.get((cell.row, cell.column), cell) for cell in table.cells)
    return replace(table, cells=tuple(cells))


def _agreed(column: Sequence[Cell]) -> dict[tuple[int, int], Cell]:
    """The cells of one column that read otherwise than they were read."""
    found = {}
    counted, days, odd = _counted(column), misread_days(column), nearly_usual(column)
    kinds = [kind for kind in (_TELEPHONE, _DIGITS, _AMOUNT, _NAME, _ANSWER) if _share(column, kind) >= COLUMN.most]
    for cell in column:
        was = cell.text.strip()
        text = counted.get(cell.row) or days.get(cell.row) or _like(was, kinds)
        if text and text != was:
            # A number that was wrapped is the same number without its blank.
            doubts = cell.doubts if "".join(was.split()) == text else cell.doubts | {Doubt.RECOGNISED}
            found[cell.row, cell.column] = replace(cell, text=text, doubts=doubts)
        elif cell.row in odd or cell.row in days or (kinds and _is_odd(was, kinds[0])):
            found[cell.row, cell.column] = replace(cell, doubts=cell.doubts | {Doubt.RECOGNISED})
    return found


def _is_odd(text: str, kind: re.Pattern[str]) -> bool:
    """Whether a text that is not of its column's kind looks like a misreading of one that is."""
    if kind.fullmatch(text):
        return False
    if kind is _TELEPHONE and _NEARLY_TELEPHONE.fullmatch(text):
        return True
    if kind is _AMOUNT and _POINT_LOST.fullmatch(text):
        return True
    if kind in (_TELEPHONE, _DIGITS, _AMOUNT):
        return _ODD_IN_NUMBERS.search(text) is not None
    return kind is _ANSWER or _ODD.search(text) is not None


def _share(column: Sequence[Cell], kind: re.Pattern[str]) -> float:
    return sum(kind.fullmatch(cell.text.strip()) is not None for cell in column) / len(column)


def _like(text: str, kinds: Sequence[re.Pattern[str]]) -> str:
    """The text as one of the kinds; "" where it is none, even so."""
    for kind in kinds:
        if kind.fullmatch(text):
            return text
        bare = text.strip(_DIRT)
        hanzi = kind in (_NAME, _ANSWER)
        other = bare.translate(_LIKE_HANZI) if hanzi else bare.translate(_LIKE_DIGITS).replace(" ", "")
        found = next((text for text in (bare, other) if kind.fullmatch(text)), "")
        if found:
            return found
    return ""


def _counted(column: Sequence[Cell]) -> dict[int, str]:
    """The number of each row where the column counts on and a row was read as nearly that number."""
    steps = [int(text) - cell.row for cell in column if (text := cell.text.strip()).isascii() and text.isdecimal()]
    if not steps:
        return {}
    step = max(set(steps), key=steps.count)
    if steps.count(step) < COLUMN.most * len(column):
        return {}
    return {
        cell.row: str(cell.row + step)
        for cell in column
        if cell.row + step > 0 and _nearly(cell.text.strip(), str(cell.row + step))
    }


def _nearly(text: str, number: str) -> bool:
    """Whether a text is a number but for signs that were read for it, or beside it."""
    digits = "".join(char for char in text.translate(_LIKE_DIGITS) if char.isascii() and char.isdecimal())
    if digits == number:
        return True
    same = sum(one == other for one, other in zip(text, number, strict=False))
    return len(text) == len(number) and same >= len(number) - 1 and not text.isdecimal()
