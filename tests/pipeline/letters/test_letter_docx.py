"""The letter says everything at once, asks and does not accuse, and shows whatever a dossier says as text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pytest

from pipeline.letters import letter as letters
from pipeline.letters import letter_docx
from pipeline.results.batch import ReportContext
from schemas.days.reckoning import DayFrom, ReckoningDay
from schemas.days.rounds import CallForApplications, Round
from schemas.decisions import AppliedDecision, Choice, Decision
from schemas.dossier import Screening
from schemas.figures import figures_frame, figures_of
from schemas.findings import MaterialResult
from schemas.status import MaterialStatus, Status, VerdictStatus
from tests.builders.contents import APPLICANT, figure
from tests.builders.reports import BLANK, DIFFER, FAULTS, HOSTILE, LAPSED, MISSING, SHORT, contents, screening


def tables(data: bytes | None) -> list[list[list[str]]]:
    assert data is not None
    return [
        [[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(io.BytesIO(data)).tables
    ]


def text(data: bytes | None) -> str:
    assert data is not None
    paragraphs = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    return paragraphs + "".join(cell for table in tables(data) for row in table for cell in row)


def letter(of: Screening) -> bytes | None:
    return letter_docx.render(ReportContext(of))


def test_one_letter_asks_for_everything() -> None:
    asked, explained = tables(letter(screening()))
    assert asked == [
        ["序号", "材料名称", "问题", "补正要求", "依据"],
        ["1", "认证证书", "未见“认证证书”", "请提交“认证证书”", "第九条（一）"],
        ["2", "报告", "“报告”中未见“规划情况”", "请按要求补正后重新提交“报告”：报告应写明三部分", "第九条（二）"],
        ["3", "申报表（附件1）", "申报表“手机”未填写", "请按原表逐项填写、更正后重新提交", "第九条（三）"],
        ["4", "服务企业名单", "服务企业名单“联系电话”栏1 处格式不对（199000）", "请按原表逐项填写、更正后重新提交", ""],
        ["5", "文件“审计.pdf”", "文件设有打开密码，无法读取", "请提供未加密版本", ""],
    ]
    assert explained[1][1:] == [
        "从业人数",
        "申报表 12 人（form.pdf）\n名单逐行统计 11 人（roster.pdf）",
        "相差 1 人。请说明以何处为准；填写有误的，请更正并重新提交",
    ]
    assert len(explained) == 3


def test_every_statement_of_one_matter_stands_in_one_row() -> None:
    more = [
        figure("staff_count", 12, "audit"),
        figure("staff_count", 13, "special_audit"),
    ]
    seen = contents()
    seen = replace(seen, figures=figures_frame([*figures_of(seen.figures), *more]))
    explained = tables(letter(screening(seen=seen)))[1]
    rows = [row for row in explained if row[1] == "从业人数"]
    assert len(rows) == 1
    assert [line.partition("（")[0] for line in rows[0][2].split("\n")] == [
        "申报表 12 人",
        "名单逐行统计 11 人",
        "审计报告 12 人",
        "专项审计报告 13 人",
    ]
    assert "相差" not in rows[0][3]


def test_what_follows_from_another_row_has_none_of_its_own() -> None:
    share = replace(DIFFER, rule="crosscheck.qualified_staff_share", caused_by=DIFFER.rule)
    said = tables(letter(screening(findings=(*FAULTS, share))))[1]
    assert [row[1] for row in said].count("从业人数") == 1
    assert not any("占比" in row[1] for row in said)


def test_a_declaration_in_anothers_name_is_one_row_that_asks_for_a_new_one() -> None:
    other = figure("applicant_name", "乙城另一有限公司", "declaration")
    own = figure("applicant_name", APPLICANT)
    differs = replace(DIFFER, rule="crosscheck.applicant_name", actual="两处不同", evidence=other.evidence)
    unsealed = MaterialResult(
        "9.9",
        "真实性声明",
        MaterialStatus.PARTIAL,
        optional=False,
        article="第九条",
        note="未见单位公章",
        evidence=other.evidence,
    )
    seen = replace(contents(), figures=figures_frame([own, other]), applicant=APPLICANT)
    data = letter(replace(screening(findings=(differs,), seen=seen), materials=(unsealed,)))
    rows = [row for row in tables(data)[0] if row[1] == "真实性声明"]
    assert len(rows) == 1
    assert rows[0][2].startswith("（1）未见单位公章\n（2）所载单位名称为“乙城另一有限公司”")
    assert "请以本单位名义重新出具并提交“真实性声明”" in rows[0][3]
    assert "申请单位名称" not in text(data)


def test_a_regulation_that_may_have_lapsed_is_warned_of_at_the_head_of_the_draft() -> None:
    for verdict in (VerdictStatus.SUPPLEMENT, VerdictStatus.INELIGIBLE):
        assert f"{LAPSED.message}确认仍适用后再发出" in text(letter(screening(verdict)))
    in_force = tuple(finding for finding in FAULTS if finding is not LAPSED)
    held = replace(LAPSED, status=Status.PASS)
    assert "确认仍适用" not in text(letter(screening(findings=(*in_force, held))))


def test_words_of_the_bureau_do_not_go_out() -> None:
    corrected = replace(SHORT, actual="申报表 12 万元（经办人更正）；审计报告 13 万元（至少此数，经办人更正）")
    of = screening(VerdictStatus.INELIGIBLE, (corrected,))
    assert "经办人更正" not in text(letter(of))
    for word in ("甲处", "乙处", "仅为下限", "由图像识别"):
        assert word not in text(letter(screening())) + text(letter(of))


def test_what_is_quoted_as_the_regulations_demand_is_the_clauses_own() -> None:
    asked = replace(SHORT, asks="资产总额不低于30万元")
    assert tables(letter(screening(VerdictStatus.INELIGIBLE, (asked,))))[0][1][2] == "资产总额不低于30万元"


def test_blanks_of_one_paper_are_numbered_in_one_row() -> None:
    email = replace(BLANK, rule="form.application.legal_representative", message="申报表“法人代表”未填写，请补正。")
    asked = tables(letter(screening(findings=(BLANK, email))))[0]
    assert "（1）申报表“手机”未填写\n（2）申报表“法人代表”未填写" in asked[-2][2]


def test_number_deadline_contact_and_seal_are_left_to_the_clerk() -> None:
    said = text(letter(screening()))
    for part in ("补正通知书", f"{APPLICANT}：", "【机关代字】", "请于【", "联系人：【", "（盖章）", "送达回执"):
        assert part in said
    assert "申报事项：样例市中小企业公共服务平台认定申请" in said


@pytest.mark.parametrize(
    ("kind", "speaks", "silent"),
    [
        pytest.param("query", "现将需要核实说明的数据一次性告知", "补正", id="only-explanations"),
        pytest.param("supplement", "现将需要补正的材料和需要核实说明的数据一次性告知", "收到说明后", id="both"),
    ],
)
def test_a_letter_speaks_only_of_what_it_asks(kind: str, speaks: str, silent: str) -> None:
    said = text(letter_docx.document(letters.asked_for(ReportContext(screening()), kind)))
    assert speaks in said
    assert silent not in said


def test_a_letter_that_asks_for_papers_alone_wants_no_explanation() -> None:
    said = text(letter(screening(findings=())))
    assert "将上述材料一次性以" in said
    assert "说明的数据" not in said


def test_phones_of_third_parties_are_masked_and_the_applicants_own_is_not() -> None:
    own = replace(BLANK, message="申报表“联系电话”所填“19911110000”格式不对，请补正。")
    said = text(letter(screening(findings=(*FAULTS, own))))
    assert "199****0001" in said
    assert "19900000001" not in said
    assert "19911110000" in said


@pytest.mark.parametrize("word", ["造假", "虚假", "弄虚", "通过", "行政许可", "视为受理", "违法"])
def test_words_that_accuse_or_claim_are_not_used(word: str) -> None:
    ineligible = screening(VerdictStatus.INELIGIBLE)
    for data in (letter(screening()), letter(ineligible), letter_docx.render_supplement(ReportContext(ineligible))):
        assert word not in text(data)


def test_what_falls_short_has_a_letter_of_its_own() -> None:
    told = ReportContext(screening(VerdictStatus.INELIGIBLE))
    assert tables(letter_docx.render(told)) == [
        [
            ["序号", "项目", "《办法》的要求", "材料所载", "依据"],
            ["1", "资产总额", "不少于 30 万元", "申报表 12 万元", "第七条（一）"],
        ]
    ]
    assert "见随附的《补正通知书》" in text(letter_docx.render(told))
    assert tables(letter_docx.render_supplement(told)) == tables(letter(screening()))


def test_without_anything_to_hand_in_there_is_no_second_letter() -> None:
    files = contents().files[:1]
    only = replace(
        screening(VerdictStatus.INELIGIBLE, (SHORT,)), materials=(), contents=replace(contents(), files=files)
    )
    assert letter_docx.render_supplement(ReportContext(only)) is None
    assert "补正通知书" not in text(letter_docx.render(ReportContext(only)))


@pytest.mark.parametrize("verdict", [VerdictStatus.COMPLETE, VerdictStatus.REVIEW, VerdictStatus.UNREADABLE])
def test_verdicts_that_call_for_no_letter(verdict: VerdictStatus) -> None:
    told = ReportContext(screening(verdict))
    assert letter_docx.render(told) is None
    assert letter_docx.render_supplement(told) is None


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_dossier_says_is_text(hostile: str) -> None:
    material = replace(screening().materials[0], note=hostile)
    of = replace(screening(findings=(MISSING,), seen=contents(hostile)), materials=(material,))
    data = letter(of)
    problem = tables(data)[0][1][2]
    shown = problem.replace("\u2060", "")
    if len(hostile) > 1000:
        assert len(shown) < 1000
        assert "共 10000 字" in shown
    else:
        assert shown == hostile.replace("\u202e", "〔U+202E〕").replace("\x07\x0c", "")
    assert not re.search("[\u202a-\u202e]", text(data))


def test_the_same_screening_gives_the_same_bytes() -> None:
    assert letter(screening()) == letter(screening())


def test_a_call_is_spoken_of_only_where_somebody_wrote_it_down() -> None:
    assert "申报通知" not in text(letter(screening()))
    assert "逾期" not in text(letter(screening()))
    call = CallForApplications("关于组织申报样例平台的通知", "样工信〔2026〕9号")
    said = text(letter(replace(screening(), round=Round(notice=call))))
    assert "和《关于组织申报样例平台的通知》（样工信〔2026〕9号），对你单位" in said
    assert "逾期未提交的，按《关于组织申报样例平台的通知》（样工信〔2026〕9号）的规定办理" in said


def test_the_days_to_answer_are_those_of_the_round() -> None:
    assert "请自收到本通知之日起 5 个工作日内，将" in text(letter(replace(screening(), round=Round(supplement_days=5))))


def test_every_letter_says_the_day_of_reckoning_and_where_it_comes_from() -> None:
    received = replace(contents(), reckoned=ReckoningDay(date(2026, 3, 12), DayFrom.RECEIVED))
    filed = replace(contents(), reckoned=ReckoningDay(date(2025, 12, 30), DayFrom.FILED))
    for render in (letter_docx.render, letter_docx.render_supplement):
        one = screening(VerdictStatus.INELIGIBLE, seen=received)
        said = text(render(ReportContext(one)))
        assert "收件日期：2026年3月12日" in said
        assert "年限和年度以收件日期（2026年3月12日）为准，上年度为2025年" in said
        said = text(render(ReportContext(replace(one, contents=filed))))
        assert "收件日期：【" in said
        assert "以申报表所载填报日期（2025年12月30日）为准，上年度为2024年" in said


@pytest.mark.parametrize(
    ("rule", "second", "said"),
    [
        pytest.param(SHORT.rule, "", True, id="condition-waived-by-one"),
        pytest.param(SHORT.rule, "李四", False, id="condition-waived-by-two"),
        pytest.param(MISSING.rule, "", False, id="a-paper-needs-no-second"),
    ],
)
def test_a_waiver_takes_a_point_out_of_the_letter_once_it_holds(rule: str, second: str, said: bool) -> None:
    decision = Decision("甲", rule, Choice.WAIVE, "张三", date(2026, 3, 1), "已现场核实", second=second)
    context = ReportContext(
        screening(VerdictStatus.INELIGIBLE), decisions={rule: AppliedDecision(decision, stale=False)}
    )
    letters = (letter_docx.render(context), letter_docx.render_supplement(context))
    told = "".join(text(letter) for letter in letters if letter)
    what = "不少于 30 万元" if rule == SHORT.rule else "认证证书"
    assert (what in told) is said
