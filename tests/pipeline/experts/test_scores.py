"""Marks read back: what is no clear mark is asked for, with its cell."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.experts import score_sheet
from pipeline.experts.scores import read_scores
from schemas.errors import UsageError
from tests.builders.experts import fill
from tests.pipeline.experts.test_score_sheet import TASK


def sheet(folder: Path) -> Path:
    path = folder / "赵评.xlsx"
    path.write_bytes(score_sheet.render(TASK))
    return path


def test_totals_are_exact_sums_whatever_the_digits_are_written_in(tmp_path: Path) -> None:
    read = read_scores(fill(sheet(tmp_path), {"D01": ["３５.５分", 0.1], "D02": ["—", "60"]}))
    assert read.totals == {"D01": Decimal("35.6"), "D02": Decimal(60)}
    assert (read.expert, read.unclear) == ("赵评", ())


@pytest.mark.parametrize(
    ("mark", "what"),
    [
        (None, "没有填写"),
        ("优", "不是数字"),
        (41, "超过满分 40"),
        (-1, "不小于 0"),
        ("NaN", "不小于 0"),
        ("1e9", "超过"),
    ],
)
def test_what_is_no_mark_is_asked_with_its_cell_and_gives_no_total(tmp_path: Path, mark: object, what: str) -> None:
    read = read_scores(fill(sheet(tmp_path), {"D01": [mark, 50], "D02": ["—", 0]}))
    (asked,) = read.unclear
    assert what in asked.what
    assert asked.place == "赵评.xlsx C6"
    assert read.totals == {"D01": None, "D02": Decimal(0)}


def test_the_highest_mark_itself_counts(tmp_path: Path) -> None:
    assert read_scores(fill(sheet(tmp_path), {"D01": [40, 60], "D02": ["—", 0]})).totals["D01"] == 100


def test_sorted_rows_are_found_by_their_dossier(tmp_path: Path) -> None:
    path = fill(sheet(tmp_path), {"D01": [1, 2], "D02": ["—", 3]})
    book = load_workbook(path)
    page = book.worksheets[0]
    upper, lower = ([cell.value for cell in page[row]] for row in (6, 7))
    for at, (one, other) in enumerate(zip(lower, upper, strict=True), 1):
        page.cell(6, at).value, page.cell(7, at).value = one, other
    book.save(path)
    assert read_scores(path).totals == {"D01": Decimal(3), "D02": Decimal(3)}


def test_a_row_that_is_gone_is_asked_for(tmp_path: Path) -> None:
    path = fill(sheet(tmp_path), {"D01": [1, 2], "D02": ["—", 3]})
    book = load_workbook(path)
    book.worksheets[0].delete_rows(6)
    book.save(path)
    read = read_scores(path)
    assert read.totals["D01"] is None
    assert [one.what for one in read.unclear] == ["“D01”的一行不见了"]


def test_another_workbook_is_refused_with_what_to_use(tmp_path: Path) -> None:
    path = tmp_path / "别的.xlsx"
    path.write_bytes(b"PK")
    with pytest.raises(UsageError, match="experts draw"):
        read_scores(path)
