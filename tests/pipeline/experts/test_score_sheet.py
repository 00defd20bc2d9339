"""What an expert fills in: marks are open, names are locked, a clause that is not asked is marked so."""

import io

from openpyxl import load_workbook

from pipeline.experts.criteria import Criterion
from pipeline.experts.roster import Expert
from pipeline.experts.score_sheet import SheetTask, render

BRAND, RULES = Criterion("brand", "有品牌", "第八条", 40), Criterion("rules", "有制度", "第九条", 60)
TASK = SheetTask(
    Expert("赵评", "教授", "示例大学"),
    "harbin",
    "某办法",
    "一",
    {"D01": "=甲公司", "D02": "乙公司"},
    {"D01": [BRAND, RULES], "D02": [RULES]},
)


def test_only_marks_and_opinions_are_open_and_names_never_become_formulas() -> None:
    page = load_workbook(io.BytesIO(render(TASK))).worksheets[0]
    assert page.protection.sheet
    assert [cell.value for cell in page[5]] == [
        "卷宗",
        "申报单位",
        "有品牌（第八条）满分40",
        "有制度（第九条）满分60",
        "意见",
    ]
    assert [cell.protection.locked for cell in page[6]] == [True, True, False, False, False]
    assert (page["B6"].value, page["B6"].data_type) == ("=甲公司", "s")


def test_a_clause_that_is_not_asked_of_a_dossier_is_locked_with_a_dash() -> None:
    page = load_workbook(io.BytesIO(render(TASK))).worksheets[0]
    assert (page["C7"].value, page["C7"].protection.locked) == ("—", True)
    assert (page["D7"].value, page["D7"].protection.locked) == (None, False)


def test_office_refuses_a_mark_above_the_highest() -> None:
    page = load_workbook(io.BytesIO(render(TASK))).worksheets[0]
    bounds = {str(one.sqref): (one.formula1, one.formula2) for one in page.data_validations.dataValidation}
    assert bounds == {"C6:C7": ("0", "40"), "D6:D7": ("0", "60")}


def test_the_same_task_gives_the_same_bytes() -> None:
    assert render(TASK) == render(TASK)
