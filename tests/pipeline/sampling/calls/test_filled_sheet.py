"""The printed sheet stays the printed sheet: sorted rows are found, its validations and hidden data stay."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from pipeline.sampling.calls.call_log import Call
from pipeline.sampling.calls.filled_sheet import TICK, with_calls
from pipeline.sampling.callsheet.callsheet import DATA_SHEET
from pipeline.sampling.callsheet.readback import layout_of, read_callsheets
from tests.pipeline.sampling.calls.test_call_log import folder

__all__ = ["folder"]


def test_the_box_is_ticked_in_the_row_of_the_unit_though_rows_were_sorted(folder: Path) -> None:
    path = folder / "callsheet.xlsx"
    book = load_workbook(path)
    page = book.worksheets[0]
    layout = layout_of(path)
    rows = sorted(row for places in layout.rows.values() for row in places)
    upper, lower = rows[0] + 1, rows[-1] + 1
    for column in range(1, page.max_column + 1):
        one, other = page.cell(upper, column), page.cell(lower, column)
        one.value, other.value = other.value, one.value
    book.save(path)
    unit = read_callsheets([path]).answers[0].key
    path.write_bytes(with_calls(path, {unit: Call(unit, "refused")}))
    ticked = load_workbook(path).worksheets[0].cell(lower, layout.outcomes["refused"] + 1)
    assert ticked.value == TICK
    found = {answer.key: answer for answer in read_callsheets([path]).answers}
    assert found[unit].outcome is not None
    assert sum(answer.outcome is not None for answer in found.values()) == 1


def test_choices_in_the_boxes_and_the_hidden_data_stay(folder: Path) -> None:
    path = folder / "callsheet.xlsx"
    before = load_workbook(path)
    unit = read_callsheets([path]).answers[0].key
    path.write_bytes(with_calls(path, {unit: Call(unit, "satisfied")}))
    after = load_workbook(path)
    assert after[DATA_SHEET].sheet_state == "hidden"
    assert len(after.worksheets[0].data_validations.dataValidation) == len(
        before.worksheets[0].data_validations.dataValidation
    )
    assert after.worksheets[0].print_title_rows == before.worksheets[0].print_title_rows
