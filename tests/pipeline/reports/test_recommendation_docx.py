"""推荐表 is filled in as far as the dossier says it; whatever a person must write stays blank."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

from pipeline.reports import recommendation_docx, recommendation_xlsx
from pipeline.results.batch import ReportContext
from pipeline.rulebook.find import load
from schemas.application import application_frame
from schemas.decisions import AppliedDecision, Choice
from schemas.forms import FormSpec
from schemas.status import VerdictStatus
from tests.builders.contents import APPLICANT, entry
from tests.builders.decided import marked
from tests.builders.reports import contents, screening


def form(rulebook: str) -> FormSpec | None:
    return next((one for one in load(rulebook).forms.values() if one.kind == "recommendation_form"), None)


def told(rulebook: str, verdict: VerdictStatus = VerdictStatus.COMPLETE, name: str = APPLICANT) -> ReportContext:
    from dataclasses import replace

    seen = replace(contents(), application=application_frame([entry("applicant_name", name)]))
    return ReportContext(screening(verdict, (), seen), decisions=marked("甲"), recommendation=form(rulebook))


@pytest.mark.parametrize("rulebook", ["liaocheng-2021", "zhengzhou", "qinhuangdao-2020"])
def test_the_form_has_the_applicants_name_and_room_to_write(rulebook: str) -> None:
    data = recommendation_docx.render(told(rulebook))
    assert data is not None
    made = docx.Document(io.BytesIO(data))
    text = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert APPLICANT in text
    assert "{" not in text
    empty = [table for table in made.tables if len(table.rows) == 1]
    assert empty
    assert all(not cell.text for table in empty for cell in table.rows[0].cells)
    assert recommendation_docx.render(told(rulebook)) == data


def test_the_enterprises_to_be_asked_are_left_to_the_recommending_bureau() -> None:
    data = recommendation_docx.render(told("liaocheng-2021"))
    assert data is not None
    sample = next(table for table in docx.Document(io.BytesIO(data)).tables if len(table.columns) > 2)
    heads = [cell.text for cell in sample.rows[0].cells]
    assert heads[:2] == ["抽样企业名称", "被访人员姓名"]
    assert heads[-3:] == ["很满意", "基本满意", "不满意"]
    assert len(sample.rows) == 11
    assert not any(cell.text for row in sample.rows[1:] for cell in row.cells)


def test_a_name_that_looks_like_a_blank_is_text() -> None:
    data = recommendation_docx.render(told("zhengzhou", name="{applicant_name}\\1<b>"))
    assert data is not None
    assert "{applicant_name}\\1<b>" in "".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize(
    ("rulebook", "verdict"), [("harbin", VerdictStatus.COMPLETE), ("zhengzhou", VerdictStatus.UNREADABLE)]
)
def test_where_there_is_no_form_or_nothing_to_fill_in(rulebook: str, verdict: VerdictStatus) -> None:
    assert recommendation_docx.render(told(rulebook, verdict)) is None
    assert recommendation_xlsx.render(told(rulebook, verdict)) is None


@pytest.mark.parametrize(("rulebook", "sampled"), [("liaocheng-2021", True), ("qinhuangdao-2020", False)])
def test_the_workbook_has_the_same_blanks(rulebook: str, sampled: bool) -> None:
    data = recommendation_xlsx.render(told(rulebook))
    assert data is not None
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["推荐表", *(["组织测评"] if sampled else []), "主要数据"]
    lines = {row[0].value: row[1].value for row in book["推荐表"].iter_rows(min_row=2)}
    assert lines.pop("示范平台承担单位名称") == APPLICANT
    assert "推荐单位（盖章）" in lines
    assert set(lines.values()) == {None}
    if sampled:
        assert [cell.value for cell in book["组织测评"][1]][-3:] == ["很满意", "基本满意", "不满意"]
        assert book["组织测评"].max_row == 11
    assert {row[0].value: row[1].value for row in book["主要数据"].iter_rows()}["运营单位名称"] == APPLICANT


@pytest.mark.parametrize("decisions", [{}, marked("甲", Choice.DECLINE)])
def test_nobody_is_recommended_whom_no_person_marked(decisions: dict[str, AppliedDecision]) -> None:
    from dataclasses import replace

    applied = told("zhengzhou")
    for report in (recommendation_docx, recommendation_xlsx):
        assert report.render(applied) is not None
        assert report.render(replace(applied, decisions=decisions)) is None


def test_in_a_review_procedure_nobody_is_recommended() -> None:
    from dataclasses import replace

    applied = told("zhengzhou")
    reviewed = replace(applied, screening=replace(applied.screening, procedure="review"))
    for report in (recommendation_docx, recommendation_xlsx):
        assert report.render(applied) is not None
        assert report.render(reviewed) is None
