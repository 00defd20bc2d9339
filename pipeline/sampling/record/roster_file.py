"""What does a list of people hold that a bureau keeps as CSV or XLSX: inspectors, experts?"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook

from pipeline import file_names
from schemas.errors import UsageError
from schemas.names import enterprise_key

_NOBODY = frozenset({"", "无", "-", "—"})


def rows(path: Path, whose: str) -> list[list[str]]:
    """The rows of the first sheet as text. UsageError where the file cannot be opened; ``whose`` names the list."""
    return [[str(cell or "").strip() for cell in row] for row in _cells(path, whose)]


def enterprises(listed: str) -> frozenset[str]:
    """The units of one cell, by their keys (schemas.names): 甲公司、乙公司."""
    for mark in "，,；;\n/":
        listed = listed.replace(mark, "、")
    return frozenset(enterprise_key(name) for name in listed.split("、")) - _NOBODY


def _cells(path: Path, whose: str) -> Sequence[Sequence[object]]:
    target = file_names.reachable(path)
    if not target.is_file():
        raise UsageError(f"没有 {path} 这个文件。")
    if path.suffix.lower() == ".csv":
        data = target.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030", "replace")
        return list(csv.reader(io.StringIO(text, newline="")))
    try:
        book = load_workbook(target, read_only=True, data_only=True)
    except Exception as error:
        raise UsageError(f"{path.name} 打不开。{whose}请用 XLSX 或 CSV。") from error
    try:
        return list(book.worksheets[0].iter_rows(values_only=True))
    finally:
        book.close()
