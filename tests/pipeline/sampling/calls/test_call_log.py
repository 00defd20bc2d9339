"""A call is put down once and for all, and the sheet says the same as if it had been filled in by hand."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline import hash_chain
from pipeline.hash_chain import Signature
from pipeline.sampling.calls.call_log import FILE, Call, attempts, entries, noted, sheets_in
from pipeline.sampling.callsheet.readback import Answer, read_callsheets
from pipeline.timeless import CREATED
from schemas.errors import UsageError
from tests.builders.commands import sample
from tests.builders.sampling import enterprise, results, screening

NOW = Signature("张三", "2026-05-01T09:00:00+08:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = results(tmp_path / "r", screening(enterprises=[enterprise(number) for number in range(40)]))
    out = tmp_path / "样本"
    done = sample(["draw", str(made), "--size", "6", "--reserves", "3", "--seed", "一", "--out", str(out)])
    assert done.exit_code == 0, done.output
    return out


def answers(folder: Path) -> list[Answer]:
    return list(read_callsheets(sheets_in(folder)).answers)


def test_the_last_call_counts_and_every_call_is_kept(folder: Path) -> None:
    unit = answers(folder)[2].key
    noted(folder, Call(unit), NOW)
    noted(folder, Call(unit, "dissatisfied"), NOW)
    noted(folder, Call(unit, "very_satisfied", "=王五", "经理", "电话询问", "原先记错"), NOW)
    found = next(answer for answer in answers(folder) if answer.key == unit)
    assert found.outcome is not None
    assert (found.outcome.id, found.doubt) == ("very_satisfied", "")
    assert attempts(entries(folder)) == {unit: 3}
    assert hash_chain.read(folder / FILE)[1] == []


def test_words_go_into_the_forms_columns_and_never_become_formulas(folder: Path) -> None:
    unit = answers(folder)[0].key
    noted(folder, Call(unit, "satisfied", "=王五", "经理", "", "回访"), NOW)
    noted(folder, Call(unit, "satisfied", "=王五", "经理", "", "再次回访"), NOW)
    cells = [cell for row in load_workbook(folder / "callsheet.xlsx").worksheets[0].iter_rows() for cell in row]
    (named,) = [cell for cell in cells if cell.value == "=王五"]
    assert named.data_type == "s"
    (remark,) = [cell.value for cell in cells if "通话：" in str(cell.value)]
    assert remark.endswith("通话：再次回访")
    assert remark.count("通话：") == 1


def test_what_was_typed_in_by_hand_about_others_stays(folder: Path) -> None:
    book = load_workbook(folder / "callsheet.xlsx")
    page = book.worksheets[0]
    boxes = [cell for row in page.iter_rows() for cell in row if cell.value == "□"]
    boxes[0].value = "√"
    book.save(folder / "callsheet.xlsx")
    first, second = answers(folder)[:2]
    noted(folder, Call(second.key, "denied"), NOW)
    again = answers(folder)
    assert again[0].outcome == first.outcome is not None
    assert again[1].outcome is not None and again[1].outcome.id == "denied"  # noqa: PT018  one says nothing alone


def test_the_same_calls_give_the_same_bytes(folder: Path) -> None:
    noted(folder, Call(answers(folder)[0].key, "satisfied"), NOW)
    before = (folder / "callsheet.xlsx").read_bytes()
    noted(folder, Call(answers(folder)[0].key, "satisfied"), NOW)
    assert (folder / "callsheet.xlsx").read_bytes() == before


def test_the_sheet_does_not_tell_in_which_second_it_was_filled_in(folder: Path) -> None:
    noted(folder, Call(answers(folder)[0].key, "satisfied"), NOW)
    properties = load_workbook(folder / "callsheet.xlsx").properties
    assert properties.created == properties.modified == CREATED.replace(tzinfo=None)


def test_who_was_not_drawn_and_what_is_no_outcome_are_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="不在样本中"):
        noted(folder, Call("别家公司", "satisfied"), NOW)
    with pytest.raises(UsageError, match="没有“好”这种结果"):
        noted(folder, Call(answers(folder)[0].key, "好"), NOW)
    assert not (folder / FILE).exists()


def test_calls_put_down_at_once_are_all_kept(folder: Path) -> None:
    units = [answer.key for answer in answers(folder)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda unit: noted(folder, Call(unit, "satisfied"), NOW), units))
    assert len(entries(folder)) == len(units)
    assert all(answer.outcome is not None for answer in answers(folder))
