"""dossier experts rank, and its confirmed order on the way to the public list."""

from pathlib import Path

from openpyxl import load_workbook

from tests.builders.commands import dossier
from tests.builders.experts import fill, judged, roster
from tests.builders.sampling import results


def test_marks_become_an_order_that_a_person_confirms_and_publishes(tmp_path: Path) -> None:
    made = results(tmp_path / "r", judged("D01", "品牌"), judged("D02", "品牌"))
    out = tmp_path / "评审"
    dossier("experts", "draw", made, "--roster", roster(tmp_path / "专家.xlsx"), "--each", "5", "--out", out)
    sheets = [fill(path, {"D01": [70], "D02": [90]}) for path in sorted((out / "评分表").iterdir())]
    called = dossier("experts", "rank", out, made, *sheets)
    assert (called.exit_code, called.stderr) == (0, "")
    book = load_workbook(out / "评审汇总.xlsx")
    page = book.worksheets[0]
    assert [page.cell(row, 2).value for row in (2, 3)] == ["D02", "D01"]
    ledger = tmp_path / "台账"
    before = dossier("standing", "publish", ledger, made, "--first-day", "2026-05-06", "--order", out / "评审汇总.xlsx")
    assert before.exit_code == 2
    assert "还没有填写" in before.stderr
    page.cell(3, page.max_column).value = 1
    book.save(out / "评审汇总.xlsx")
    after = dossier("standing", "publish", ledger, made, "--first-day", "2026-05-06", "--order", out / "评审汇总.xlsx")
    assert (after.exit_code, after.stderr) == (0, "")
    assert "公示 1 个平台" in after.stdout


def test_an_unclear_mark_is_told_with_its_cell(tmp_path: Path) -> None:
    made = results(tmp_path / "r", judged("D01", "品牌"))
    out = tmp_path / "评审"
    dossier("experts", "draw", made, "--roster", roster(tmp_path / "专家.xlsx"), "--each", "1", "--out", out)
    (sheet,) = (out / "评分表").iterdir()
    called = dossier("experts", "rank", out, made, fill(sheet, {"D01": ["优"]}))
    assert "所填“优”不是数字" in called.stderr
    assert "C6" in called.stderr
