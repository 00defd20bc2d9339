"""What is hidden for good is said to be left out; what a filter or a collapsed group hides is said to be taken in."""

from extractors.read.sheets.notes import notes
from extractors.read.sheets.sheet import SheetCells


def sheet(**more):
    return SheetCells(rows={n: {1: ("字", None)} for n in range(1, 6)}, **more)


def test_each_way_of_hiding_has_its_word():
    hidden = sheet(hidden_rows={2, 3, 4}, collapsed_rows={3}, hidden_columns=[(1, 1)])
    said = list(notes(hidden, frozenset({2})))
    assert said == ["隐藏行 1 行未计入", "被筛选隐藏的 1 行已计入", "折叠分组中的 1 行已计入", "隐藏列 A 未计入"]


def test_columns_of_a_collapsed_group_are_taken_in_and_told():
    assert list(notes(sheet(collapsed_columns=[(1, 2)]), frozenset())) == ["折叠分组中的列 A 已计入"]


def test_nothing_is_said_of_an_ordinary_sheet():
    assert list(notes(sheet(), frozenset())) == []


def test_formulas_worked_out_and_left():
    said = "；".join(notes(sheet(worked_out=3, unevaluated=[(2, 2)]), frozenset()))
    assert "3 个公式没有保存计算结果，已由本机的 LibreOffice 计算" in said
    assert "B2" in said


def test_what_was_struck_or_chosen_is_told():
    said = list(notes(sheet(struck=2, chosen_by_look=True), frozenset()))
    assert said[0] == "划去的内容 2 处未计入"
    assert "按已选读取" in said[1]
