"""Which marks did an expert give? A filled 评分表 read back; what is no clear mark is asked, never guessed.

In:     the sheet as printed, saved by Office or WPS as XLSX, XLS, ET or ODS; rows may be sorted, columns moved.
Out:    the expert's total for each dossier, None where a mark is missing or unclear, with what is wrong and where.
Raises: UsageError where the file is no score sheet of ours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from extractors.values.text import comparable
from pipeline.experts.score_sheet import DOSSIER, OF, OPINION
from pipeline.sampling.callsheet.filled_files import FilledFile, FilledGrid, Record, read_filled
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class Unclear:
    """One thing to ask the expert: of which dossier, what is wrong, in which cell of which file."""

    dossier: str
    expert: str
    what: str
    place: str


@dataclass(frozen=True, slots=True)
class ExpertScores:
    """One expert's sheet: dossier → total mark (None where it does not come out); what the expert wrote beside it."""

    expert: str
    rulebook: str
    seed: str
    totals: Mapping[str, Decimal | None]
    opinions: Mapping[str, str]
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True)
class _SheetLayout:
    """Where on the sheet the rows of dossiers and the columns of marks are."""

    grid: FilledGrid
    head: int
    dossier: int
    opinion: int
    marks: Mapping[str, int]


def read_scores(path: Path) -> ExpertScores:
    """The marks of one sheet."""
    try:
        filled = read_filled(path)
    except UsageError as error:
        raise UsageError(_not_ours(path)) from error
    if filled.about.get("of") != OF:
        raise UsageError(_not_ours(path))
    grid = _found(filled)
    if grid is None:
        raise UsageError(f"{path.name} 的栏头有改动，找不到“{DOSSIER}”或评分各栏。请用 experts draw 写出的评分表填写。")
    totals: dict[str, Decimal | None] = {}
    opinions: dict[str, str] = {}
    unclear: list[Unclear] = []
    for unit in filled.units:
        dossier = str(unit["unit"])
        wrong = list(_read(filled, grid, unit, totals, opinions))
        unclear += [Unclear(dossier, str(filled.about["expert"]), what, place) for what, place in wrong]
    about = filled.about
    return ExpertScores(
        str(about["expert"]), str(about["rulebook"]), str(about["seed"]), totals, opinions, tuple(unclear)
    )


def _not_ours(path: Path) -> str:
    return f"{path.name} 不是本程序打印的专家评分表，或已打不开。请用 experts draw 写出的评分表填写。"


def _found(filled: FilledFile) -> _SheetLayout | None:
    wanted = {comparable(str(one["head"])): key for key, one in filled.about["columns"].items()}
    for grid in filled.grids:
        for at, row in enumerate(grid.rows):
            shown = [comparable(cell) for cell in row]
            marks = {wanted[head]: column for column, head in enumerate(shown) if head in wanted}
            if DOSSIER in shown and len(marks) == len(wanted):
                opinion = shown.index(OPINION) if OPINION in shown else -1
                return _SheetLayout(grid, at, shown.index(DOSSIER), opinion, marks)
    return None


def _read(
    filled: FilledFile, on: _SheetLayout, unit: Record, totals: dict[str, Decimal | None], opinions: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Puts the dossier's total where all its marks are clear; yields what is wrong, and where."""
    dossier = str(unit["unit"])
    totals[dossier] = None
    rows = [at for at, row in enumerate(on.grid.rows) if at > on.head and _at(row, on.dossier) == dossier]
    if len(rows) != 1:
        yield (f"“{dossier}”的一行不见了" if not rows else f"“{dossier}”有 {len(rows)} 行"), filled.name
        return
    row = on.grid.rows[rows[0]]
    opinions[dossier] = _at(row, on.opinion) if on.opinion >= 0 else ""
    marks: list[Decimal] = []
    for key in unit["asked"]:
        column = filled.about["columns"][key]
        mark, wrong = _mark(_at(row, on.marks[key]), column["most"])
        if mark is None:
            yield f"“{column['head']}”{wrong}", f"{filled.name} {on.grid.cell(rows[0], on.marks[key])}"
        else:
            marks.append(mark)
    if len(marks) == len(unit["asked"]):
        totals[dossier] = sum(marks, Decimal(0))


def _mark(text: str, most: int | None) -> tuple[Decimal | None, str]:
    """The mark that a cell says, or why it says none."""
    said = unicodedata.normalize("NFKC", text).strip().removesuffix("分").strip()
    if not said:
        return None, "没有填写"
    try:
        mark = Decimal(said)
    except InvalidOperation:
        return None, f"所填“{text}”不是数字"
    if not mark.is_finite() or mark < 0:
        return None, f"所填“{text}”不是不小于 0 的数字"
    if most is not None and mark > most:
        return None, f"所填“{text}”超过满分 {most}"
    return mark, ""


def _at(row: tuple[str, ...], column: int) -> str:
    return row[column].strip() if column < len(row) else ""
