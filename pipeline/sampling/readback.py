"""What do the answers on a filled call sheet say? Ticks and words alike; what is unclear stays unclear."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from extractors import values
from pipeline import names
from pipeline.sampling.callsheet import DATA_SHEET, PRINTED
from pipeline.sampling.words import Outcome, Paper, common, paper
from schemas.errors import UsageError
from schemas.names import enterprise_key

AUDITED = "audited"
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one unit: its outcome (None: not filled in), and whether the row was unclear.

    ``unit`` is what the sheet knows of it; ``cell`` is where the answer stands; ``audited`` the amount found.
    """

    unit: Record
    outcome: Outcome | None
    unclear: bool
    sheet: str
    cell: str
    remarks: str
    audited: Decimal | None = None

    @property
    def role(self) -> str:
        """picked, certain, reserve or risk."""
        return str(self.unit["role"])


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled call sheet: what it is about, and an answer for every unit on it."""

    about: Record
    paper: Paper
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where on the sheet the head ends and which column is which."""

    row: int
    columns: Mapping[str, int]
    outcomes: Mapping[int, Outcome]


def read_callsheet(path: Path) -> Filled:
    """The answers on the sheet. UsageError where it is no call sheet of ours."""
    book = _opened(path)
    try:
        if DATA_SHEET not in book.sheetnames:
            raise UsageError(
                f"{path.name} 不是本程序打印的核实表（缺少工作表“{DATA_SHEET}”）。请用 sample draw 写出的文件填写。"
            )
        about, units = _data(book[DATA_SHEET], path)
        form = paper(str(about["of"]))
        for page in book.worksheets:
            rows = [[_text(cell) for cell in row] for row in page.iter_rows(values_only=True)]
            heads = None if page.title == DATA_SHEET else _heads(rows, form)
            if heads is not None:
                return Filled(about, form, tuple(_answers(rows, heads, form, units, page.title)))
    finally:
        book.close()
    raise UsageError(
        f"{path.name} 中找不到核实表的表头（{'、'.join(one.head for one in form.outcomes)}）。请勿改动表头。"
    )


def _opened(path: Path) -> Any:  # noqa: ANN401  openpyxl is untyped
    try:
        return load_workbook(names.reachable(path), data_only=True)
    except FileNotFoundError as error:
        raise UsageError(f"没有 {path} 这个文件。") from error
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, InvalidFileException) as error:
        raise UsageError(
            f"{path.name} 打不开，不是 XLSX 工作簿。请用 sample draw 写出的 callsheet.xlsx 填写。"
        ) from error


def _data(page: Any, path: Path) -> tuple[Record, list[Record]]:  # noqa: ANN401
    try:
        about, *units = [json.loads(row[0]) for row in page.iter_rows(values_only=True, max_col=1) if row[0]]
        if {"of", "population", "strata"} <= set(about) and all(
            {"label", "role", "unit"} <= set(unit) for unit in units
        ):
            return about, units
    except (ValueError, TypeError):
        pass
    raise UsageError(f"{path.name} 的工作表“{DATA_SHEET}”有改动，无法读取。请用 sample draw 写出的文件填写。")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "√" if value else ""
    return str(value).strip()


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _heads(rows: Sequence[Sequence[str]], form: Paper) -> _Heads | None:
    """The head: the first rows that name at least two outcomes between them."""
    outcomes = {_plain(outcome.head): outcome for outcome in form.outcomes}
    titles = {_plain(head): key for key, head in form.columns}
    titles |= {_plain(common().number): "number", _plain(common().remarks): "remarks"}
    for at in range(len(rows)):
        found: dict[int, Outcome] = {}
        columns: dict[str, int] = {}
        for row in rows[at : at + 2]:
            for column, text in enumerate(map(_plain, row)):
                if text in outcomes:
                    found[column] = outcomes[text]
                elif text in titles:
                    columns.setdefault(titles[text], column)
        first = {_plain(text) for text in rows[at]}
        if len(found) >= 2 and first & (set(outcomes) | set(titles)):
            below = rows[at + 1] if at + 1 < len(rows) else []
            deep = any(_plain(text) in outcomes for text in below)
            return _Heads(at + (1 if deep else 0), columns, found)
    return None


def _answers(
    rows: Sequence[Sequence[str]], heads: _Heads, form: Paper, units: Sequence[Record], sheet: str
) -> list[Answer]:
    """An answer for every unit that was drawn, in their order; a row that was taken out is no answer."""
    placed = _placed(rows, heads, form, units)
    answers = []
    for at, unit in enumerate(units):
        row = placed.get(at)
        if row is None:
            answers.append(Answer(unit, None, False, sheet, "", ""))
            continue
        outcome, unclear, column = _outcome(rows[row], heads, form)
        cell = f"{get_column_letter(column + 1)}{row + 1}"
        remarks = _at(rows[row], heads.columns.get("remarks"))
        audited = values.amount(_at(rows[row], heads.columns.get(AUDITED)), "元")
        answers.append(Answer(unit, outcome, unclear, sheet, cell, remarks, audited))
    return answers


def _placed(rows: Sequence[Sequence[str]], heads: _Heads, form: Paper, units: Sequence[Record]) -> dict[int, int]:
    """Which row each unit stands in: by its label, else by its name (rows may have been sorted or renumbered)."""
    first = form.columns[0][0]
    by_label: dict[str, int] = {}
    by_name: dict[str, int] = {}
    for row in range(heads.row + 1, len(rows)):
        by_label.setdefault(_plain(_at(rows[row], heads.columns.get("number"))).removesuffix(".0"), row)
        by_name.setdefault(enterprise_key(_at(rows[row], heads.columns.get(first))), row)
    placed: dict[int, int] = {}
    for at, unit in enumerate(units):
        labelled = by_label.get(_plain(str(unit["label"])))
        name = enterprise_key(str(unit.get("name", "")))
        written = enterprise_key(_at(rows[labelled], heads.columns.get(first))) if labelled is not None else ""
        if labelled is not None and (form.of != "enterprises" or not written or written == name):
            placed[at] = labelled
        elif name in by_name:
            placed[at] = by_name[name]
    return placed


def _at(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _outcome(row: Sequence[str], heads: _Heads, form: Paper) -> tuple[Outcome | None, bool, int]:
    """What a row says: its outcome, whether it is unclear, and the column that says it."""
    said: dict[str, tuple[Outcome, int]] = {}
    for column, outcome in heads.outcomes.items():
        text = _at(row, column)
        ticked = values.mark(text)
        if ticked:
            said[outcome.id] = (outcome, column)
        elif ticked is None and text:
            # A word in a box counts for what it says where it fits the box, or the box is of no account.
            meant = _meant(text, form) or outcome
            chosen = outcome if (meant.answered, meant.agrees) == (outcome.answered, outcome.agrees) else meant
            said[chosen.id] = (chosen, column)
    first = next(iter(heads.outcomes))
    if not said:
        remark = heads.columns.get("remarks")
        told = _meant(_own_words(_at(row, remark), form), form)
        at = first if told is None or remark is None else remark
        return told, False, at
    if len(said) > 1:
        return None, True, first
    outcome, column = next(iter(said.values()))
    return outcome, False, column


def _own_words(remarks: str, form: Paper) -> str:
    """The remarks without what the sheet was printed with."""
    printed = (*form.aside.values(), *PRINTED)
    return " ".join(part for part in remarks.replace(";", "；").split("；") if not part.strip().startswith(printed))


def _meant(text: str, form: Paper) -> Outcome | None:
    """The outcome that these words name; the longest word decides (不满意 holds 满意)."""
    hits = [(len(word), outcome) for outcome in form.outcomes for word in outcome.words if word in _plain(text)]
    return max(hits, key=lambda hit: hit[0])[1] if hits else None
