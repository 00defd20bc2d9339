"""The call sheet has the columns of the regulation's own form, prints on A4, and never runs what applicants wrote."""

import json
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from tests.builders.commands import sample
from tests.builders.sampling import enterprise, fill, results, screening, sixty

RATINGS = ["很满意", "基本满意", "不满意"]
FAILED = ["空号", "拒访", "否认接受服务"]
# The heads of each regulation's 推荐表, annex 1 (data/regulations).
FORMS = {
    "liaocheng-2021": ["抽样企业名称", "被访人员姓名", "职务", "联系电话", "接受服务内容"],
    "zhengzhou": ["抽样企业名称", "被访人员姓名", "职务", "联系电话"],
}


def draw(inbox: Path, out: Path, *more: str) -> Path:
    result = sample(["draw", str(inbox), "--seed", "s", "--out", str(out), *more])
    assert result.exit_code == 0, result.output
    return out


def heads(path: Path) -> list[str]:
    page = load_workbook(path).worksheets[0]
    start = next(row for row in page.iter_rows() if row[0].value == "序号")[0].row
    pairs = zip(page[start], page[start + 1], strict=True)
    return [str(lower.value or upper.value) for upper, lower in pairs]


@pytest.mark.parametrize("rulebook", list(FORMS))
def test_columns_are_those_of_the_regulations_form(tmp_path: Path, rulebook: str) -> None:
    out = draw(sixty(tmp_path / "r", rulebook), tmp_path / "s", "--size", "12", "--reserves", "2")
    wanted = ["序号", *FORMS[rulebook], *RATINGS, *FAILED, "备注"]
    assert heads(out / "callsheet.xlsx") == wanted
    table = docx.Document(str(out / "callsheet.docx")).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == wanted
    assert table.rows[0].cells[wanted.index("很满意")].text == "对所受服务的总体评价"


def test_phones_are_whole_the_banner_warns_and_a4_lies_across(tmp_path: Path) -> None:
    out = draw(sixty(tmp_path / "r"), tmp_path / "s", "--size", "12", "--reserves", "2")
    page = load_workbook(out / "callsheet.xlsx").worksheets[0]
    texts = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert "内部" in texts[0]
    assert sum(text.startswith("1990000") for text in texts) == 14
    assert "候补2" in texts
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)


def test_what_the_applicant_claims_is_not_told_to_the_caller(tmp_path: Path) -> None:
    out = draw(sixty(tmp_path / "r"), tmp_path / "s", "--size", "12")
    page = load_workbook(out / "callsheet.xlsx").worksheets[0]
    rows = [row for row in page.iter_rows(values_only=True) if str(row[0]).isdigit()]
    assert all("满意" not in str(cell) for row in rows for cell in row)


def test_the_same_draw_gives_the_same_bytes(tmp_path: Path) -> None:
    inbox = sixty(tmp_path / "r")
    first, second = (draw(inbox, tmp_path / name, "--size", "12") for name in ("a", "b"))
    for name in ("frame.csv", "sample.csv", "callsheet.xlsx", "callsheet.docx"):
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_a_formula_in_a_name_stays_text(tmp_path: Path) -> None:
    rows = [enterprise(1, name="=HYPERLINK(1)示例")]
    out = draw(results(tmp_path / "r", screening(enterprises=rows)), tmp_path / "s", "--size", "1")
    page = load_workbook(out / "callsheet.xlsx").worksheets[0]
    cell = next(cell for row in page.iter_rows() for cell in row if "HYPERLINK" in str(cell.value))
    assert cell.data_type == "s"


HOSTILE = [
    "@SUM(1+1)示例",
    "+示例<b>&amp;</b>",
    "-2+3|cmd' /C calc'!A0示例",
    "=1+1示例\u202e",
    "示例</w:t>\x00\x1f]]>公司",
]


def test_hostile_names_stay_text_from_the_frame_to_the_evaluation(tmp_path: Path) -> None:
    rows = [enterprise(number, name=name, contact=f"=联系{name}") for number, name in enumerate(HOSTILE, 1)]
    out = draw(results(tmp_path / "r", screening(enterprises=rows)), tmp_path / "s", "--size", "5")
    page = load_workbook(out / "callsheet.xlsx").worksheets[0]
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in page.iter_rows() for cell in row)
    assert any("+示例<b>&amp;</b>" in str(cell.value) for row in page.iter_rows() for cell in row)
    table = docx.Document(str(out / "callsheet.docx")).tables[0]
    assert any("+示例<b>&amp;</b>" in row.cells[1].text for row in table.rows)
    assert sample(["verify", str(out)]).exit_code == 0
    result = sample(["evaluate", str(fill(out / "callsheet.xlsx", dict.fromkeys("12345", "否认接受服务")))])
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    assert (record["answered"], len(record["differences"])) == (5, 5)
    told = docx.Document(str(out / "evaluation.docx")).tables[-1]
    assert any("+示例<b>&amp;</b>" in row.cells[0].text for row in told.rows)


def test_the_sheet_for_dossiers_names_the_regulation(tmp_path: Path) -> None:
    out = draw(results(tmp_path / "r", screening()), tmp_path / "s", "--of", "dossiers", "--size", "1")
    page = load_workbook(out / "callsheet.xlsx").worksheets[0]
    assert "某办法" in [cell.value for row in page.iter_rows() for cell in row]


@pytest.mark.parametrize("of", ["dossiers", "staff", "vouchers"])
def test_every_population_has_its_sheet(tmp_path: Path, of: str) -> None:
    staff = [{"name": "甲一", "education": "本科", "evidence": {}}]
    vouchers = [{"number": "1", "date": "2025-01-01", "amount": 3.5, "evidence": {}}]
    inbox = results(tmp_path / "r", screening(staff=staff, vouchers=vouchers))
    out = draw(inbox, tmp_path / "s", "--of", of, "--size", "1")
    assert "未能核实" in heads(out / "callsheet.xlsx")
    assert docx.Document(str(out / "callsheet.docx")).tables


def test_strata_are_named_in_chinese_and_reserves_say_theirs(tmp_path: Path) -> None:
    out = draw(sixty(tmp_path / "r"), tmp_path / "s", "--size", "12", "--reserves", "4", "--strata", "fee")
    page = load_workbook(out / "callsheet.xlsx").worksheets[0]
    texts = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert any("按“收费情况”分层" in text for text in texts)
    assert sum("所属层：" in text for text in texts) == 16
