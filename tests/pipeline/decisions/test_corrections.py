"""From decisions.yaml to every report: a corrected value is judged, shown as the clerk's, and survives a re-run."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from typer.testing import Result

from pipeline import batch
from pipeline.batch import rendered
from pipeline.decisions import file as decisions_file
from pipeline.decisions import record as decisions_record
from pipeline.decisions import taking_back
from pipeline.decisions.file import FILE, Decided
from pipeline.decisions.record import Desk, Who
from pipeline.demo import AS_OF as SAMPLED_ON
from pipeline.demo import write
from pipeline.progress import Lines
from pipeline.reports import register_xlsx
from pipeline.results.audience import Audience
from pipeline.results.batch import Batch, ReportContext
from pipeline.results.masking import masked, masked_decisions
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.clerk_input import Amended, Correction, CorrectionStatus, Naming
from schemas.decisions import AppliedDecision, Choice, Decision
from schemas.errors import UsageError
from schemas.locator import Locator
from tests.builders.commands import dossier
from tests.builders.contents import AS_OF, place
from tests.builders.reports import contents, screening

DAY = date(2026, 3, 20)
WHO = Who("经办人示例", DAY, "原件如此")
ASSETS = "application.total_assets"


def screen(base: Path) -> Batch:
    return batch.run(base / "收件", base / "结果", Settings(SAMPLED_ON), WorkPlan(1), Lines(io.StringIO()))


def told(base: Path) -> dict[str, Any]:
    return dict(json.loads((base / "结果" / "甲" / "screening.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up dossier of Word files and workbooks, screened once."""
    base = tmp_path_factory.mktemp("批次")
    write(base / "全部")
    dossier = base / "收件" / "甲"
    dossier.mkdir(parents=True)
    for path in (base / "全部" / "01-哈尔滨-齐全").iterdir():
        if path.suffix in (".docx", ".xlsx"):
            shutil.copy(path, dossier)
    screen(base)
    return base


@pytest.fixture
def base(screened: Path, tmp_path: Path) -> Path:
    """A copy of it, to decide on."""
    shutil.copytree(screened, tmp_path, dirs_exist_ok=True)
    return tmp_path


def desk(base: Path) -> Desk:
    return decisions_record.opened(base / "结果", "甲", WHO)


def figures(base: Path, measure: str) -> dict[str, tuple[object, str]]:
    stated = [one for one in told(base)["figures"] if one["measure"] == measure and not one["reading"]]
    return {one["source"]: (one["value"], one.get("corrected_from", "")) for one in stated}


def test_corrections_are_judged_shown_and_kept_over_runs(base: Path) -> None:
    before = told(base)
    assert figures(base, "total_assets")["form"] == (118.5, "")
    decisions_record.correct(desk(base), ASSETS, "20.5")
    decisions_record.correct(desk(base), "tables.staff.1.name", "赵更正")
    decisions_record.correct(desk(base), "figures.satisfaction.roster", "50")
    screen(base)
    after = told(base)
    assert figures(base, "total_assets")["form"] == (20.5, "118.5 万元")
    assert figures(base, "satisfaction")["roster"][0] == 50
    entry = after["application"]["total_assets"]
    assert (entry["value"], entry["evidence"]) == (20.5, before["application"]["total_assets"]["evidence"])
    assert after["tables"]["staff"][0]["name"] == "赵更正"
    finding = next(one for one in after["findings"] if one["rule"] == "crosscheck.total_assets")
    assert (finding["status"], "20.5 万元（经办人更正）" in finding["actual"]) == ("fail", True)
    assert [(one["what"], one["read"], one["standing"]) for one in after["corrections"]] == [
        (ASSETS, "118.5", "applied"),
        ("tables.staff.1.name", before["tables"]["staff"][0]["name"], "applied"),
        ("figures.satisfaction.roster", after["corrections"][2]["read"], "applied"),
    ]
    kept = (base / "结果" / FILE).read_bytes()
    screen(base)
    assert (told(base), (base / "结果" / FILE).read_bytes()) == (after, kept)


def test_a_value_may_be_corrected_again_and_the_correction_withdrawn(base: Path) -> None:
    before = told(base)
    decisions_record.correct(desk(base), ASSETS, "20.5")
    screen(base)
    decisions_record.correct(desk(base), ASSETS, "21")
    screen(base)
    assert [(one["value"], one["read"], one["standing"]) for one in told(base)["corrections"]] == [
        ("21", "118.5", "applied")
    ]
    assert taking_back.withdraw(base / "结果", "甲", ASSETS) == 1
    screen(base)
    assert told(base) == before


def test_a_correction_is_not_applied_once_the_file_has_changed(base: Path) -> None:
    form = told(base)["application"]["total_assets"]["evidence"]["file"]
    decisions_record.correct(desk(base), ASSETS, "20.5")
    decisions_record.name_paper(desk(base), form, None, "none")
    changed = docx.Document(str(base / "收件" / "甲" / form))
    changed.add_paragraph("补充一页。")
    changed.save(str(base / "收件" / "甲" / form))
    screen(base)
    after = told(base)
    assert after["application"]["total_assets"]["value"] == 118.5
    assert [one["standing"] for one in (*after["corrections"], *after["papers_told"])] == ["stale", "stale"]
    page = (base / "结果" / "甲" / "report.html").read_text(encoding="utf-8")
    assert "其中 2 处未采用，请重新核对" in page


def test_a_paper_is_what_the_clerk_says(base: Path) -> None:
    items = {one["item"]: one["status"] for one in told(base)["materials"]}
    assert items["11.3a"] == "missing"
    decisions_record.name_paper(desk(base), (file := "14 其他证明材料.docx"), None, "营业执照")
    screen(base)
    after = told(base)
    material = next(one for one in after["materials"] if one["item"] == "11.3a")
    assert (material["status"], [place["file"] for place in material["evidence"]]) == ("present", [file])
    page = (base / "结果" / "甲" / "report.html").read_text(encoding="utf-8")
    assert "经办人指明：营业执照（经办人示例，2026-03-20）" in page


@pytest.mark.parametrize(
    ("what", "value", "says"),
    [
        (ASSETS, "很多", "应为数字"),
        ("application.wealth", "1", "可以更正的有"),
        ("tables.staff.999.name", "赵", "没有第 999 行"),
        ("tables.staff.1.wage", "1", "栏目"),
        ("figures.revenue.survey", "1", "没有读到"),
        ("figures.wealth.form", "1", "可以更正的有"),
    ],
)
def test_what_cannot_be_corrected_is_said_at_once(base: Path, what: str, value: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        decisions_record.correct(desk(base), what, value)
    assert not (base / "结果" / FILE).exists()


@pytest.mark.parametrize(
    ("file", "kind", "says"),
    [("无.pdf", "lease", "没有文件"), (None, "小说", "没有“小说”"), (None, "审计报告附", "没有")],
)
def test_what_cannot_be_named(base: Path, file: str | None, kind: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        decisions_record.name_paper(desk(base), file or told(base)["files"][0]["path"], None, kind)


def test_a_second_screening_points_out_what_the_first_did_not_tell(base: Path) -> None:
    rule = "material.11.3a"
    decisions_record.decide(desk(base), rule, Choice.WAIVE)
    screen(base)
    again = replace(Settings(SAMPLED_ON), since=base / "结果")
    batch.run(base / "收件", base / "再次", again, WorkPlan(1), Lines(io.StringIO()))
    letter = docx.Document(str(base / "再次" / "甲" / "letter.docx"))
    first = letter.tables[0].rows[1].cells[1].text
    assert first == "法人证书或营业执照"
    assert any("需补正的材料第 1 项，所依据的材料前次已经提交" in one.text for one in letter.paragraphs)
    with pytest.raises(UsageError, match="另选文件夹"):
        batch.run(base / "收件", base / "结果", again, WorkPlan(1), Lines(io.StringIO()))
    with pytest.raises(UsageError, match="没有初审结果"):
        batch.run(base / "收件", base / "三次", replace(again, since=base), WorkPlan(1), Lines(io.StringIO()))
    assert not (base / "三次").exists()


def test_masked_results_cannot_be_decided_on(base: Path) -> None:
    public = replace(Settings(SAMPLED_ON), audience=Audience.PUBLIC)
    batch.run(base / "收件", base / "公开", public, WorkPlan(1), Lines(io.StringIO()))
    with pytest.raises(UsageError, match="隐去个人信息"):
        decisions_record.opened(base / "公开", "甲", WHO)


def test_what_is_written_by_hand_is_text_whatever_it_looks_like(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        "corrections:\n"
        "- {dossier: 01, what: application.postcode, value: 050000, name: 甲, date: 2026-03-20, reason: 1}\n"
        "papers:\n"
        "- {dossier: 01, file: 扫描.pdf, pages: 2-4, kind: lease, name: 甲, date: 2026-03-20, reason: yes}\n",
        encoding="utf-8",
    )
    said = decisions_file.load(tmp_path).told("01")
    assert (said.corrections[0].value, said.corrections[0].reason) == ("050000", "1")
    assert (said.namings[0].pages, said.namings[0].reason) == ((2, 4), "yes")
    assert not decisions_file.load(tmp_path).told("1")


@pytest.mark.parametrize(
    "text",
    [
        "corrections: [{dossier: 甲}]",
        "corrections: [{dossier: 甲, what: a, name: n, date: 2026-01-01, reason: r}]",
        "corrections: [{dossier: 甲, what: a, value: [1], name: n, date: 2026-01-01, reason: r}]",
        "corrections: [{dossier: 甲, what: a, value: 1, name: n, date: 昨天, reason: r}]",
        "papers: [{dossier: 甲, file: a, kind: b, pages: 4-2, name: n, date: 2026-01-01, reason: r}]",
        "papers: [{dossier: 甲, file: a, name: n, date: 2026-01-01, reason: r}]",
        "values: []",
    ],
)
def test_a_file_that_is_not_in_order_is_refused_before_anything_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="decisions"):
        decisions_file.load(tmp_path)


VALUE = Correction(ASSETS, "320.5", "经办人示例", DAY, "电话 13800001234 问过", "")
PAPER = Naming("扫描件.pdf", "lease", "经办人示例", DAY, "翻看原件", (2, 4))
AMENDED = (
    Amended(VALUE, CorrectionStatus.APPLIED, "3205", "320.5", place(cell="表1!R1C1")),
    Amended(PAPER, CorrectionStatus.STALE, "其他证明材料", "场所租赁合同", Locator("扫描件.pdf", page=2)),
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    said = Decided((), (("甲", VALUE),), (("甲", PAPER),))
    decisions_file.save(tmp_path, said)
    assert decisions_file.load(tmp_path) == said


def test_every_report_shows_both_values_and_what_was_left_aside() -> None:
    one = screening(seen=replace(contents(), amended=AMENDED))
    made = rendered(ReportContext(one)).files
    page = made["report.html"].decode()
    for said in ("3205", "320.5", "经办人示例，2026-03-20", "更正之后原件已有变化，未采用", "第2至4页"):
        assert said in page
    tables = openpyxl.load_workbook(io.BytesIO(made["tables.xlsx"]))["申报表"]
    assert [cell.value for cell in tables[1]][-1] == "经办人更正"
    assert "读作 3205，经办人更正为 320.5" in str(tables["F3"].value)
    register = openpyxl.load_workbook(io.BytesIO(register_xlsx.render(Batch(AS_OF, (one,), {"甲": "甲"}))))
    assert [cell.value for cell in register["经办人更正"][2]][2:5] == ["申报表：上年末总资产", "3205", "320.5"]
    row = dict(
        zip([cell.value for cell in register.active[1]], [cell.value for cell in register.active[2]], strict=True)
    )
    assert row["经办人核定"] == "2 项，其中 1 项须重新核对"


def test_without_corrections_no_report_speaks_of_them() -> None:
    made = rendered(ReportContext(screening())).files
    assert "经办人更正" not in openpyxl.load_workbook(io.BytesIO(made["tables.xlsx"])).sheetnames
    assert 'id="amended"' not in made["report.html"].decode()


def test_a_reason_is_masked_like_everything_else() -> None:
    one = masked(screening(seen=replace(contents(), amended=AMENDED)), Audience.APPLICANT)
    assert one.contents.amended[0].told.reason == "电话 138****1234 问过"


def test_a_corrected_phone_is_masked_and_the_public_does_not_learn_who_corrected_it() -> None:
    phone = Amended(
        replace(VALUE, what="tables.enterprises.1.phone", value="87654321"),
        CorrectionStatus.APPLIED,
        "8765432",
        "87654321",
    )
    seen = replace(contents(), amended=(phone,))
    shown = masked(screening(seen=seen), Audience.PUBLIC).contents.amended[0]
    assert (shown.value, shown.read, shown.told.value, shown.told.name) == ("****21", "****32", "****21", "经****")
    own = masked(screening(seen=seen), Audience.INTERNAL).contents.amended[0]
    assert own == phone
    over = {"a": AppliedDecision(Decision("甲", "a", Choice.WAIVE, "经办人示例", DAY, "问过 13800001234"), stale=False)}
    public = masked_decisions(over, seen, Audience.PUBLIC)["a"].decision
    assert (public.name, public.reason) == ("经****", "问过 138****1234")
    assert masked_decisions(over, seen, Audience.APPLICANT)["a"].decision.name == "经办人示例"


def run(base: Path, *said: str) -> Result:
    return dossier("decide", base / "结果", "甲", *said)


def test_the_command_corrects_names_and_takes_back(base: Path) -> None:
    signed = ("--name", "经办人示例", "--reason", "原件如此", "--date", "2026-03-20")
    assert "申报表：上年末总资产：更正为“20.5”" in run(base, ASSETS, "correct", "--value", "20.5", *signed).output
    file = "14 其他证明材料.docx"
    assert "指明为 lease" in run(base, file, "paper", "--kind", "租赁合同", *signed).output
    assert "经办人豁免" in run(base, "material.11.3a", "waive", *signed).output
    said = decisions_file.load(base / "结果")
    assert [len(part) for part in (said.decisions, said.corrections, said.namings)] == [1, 1, 1]
    for what in (ASSETS, file, "material.11.3a"):
        assert "撤回 1 项核定" in run(base, what, "withdraw").output
    assert decisions_file.load(base / "结果") == Decided()


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ((ASSETS, "correct", "--name", "甲", "--reason", "乙"), "--value"),
        ((ASSETS, "correct", "--value", "1", "--reason", "乙"), "姓名"),
        (("14 其他证明材料.docx", "paper", "--name", "甲", "--reason", "乙"), "--kind"),
        (("14 其他证明材料.docx", "paper", "--kind", "审计", "--name", "甲", "--reason", "乙"), "几种材料"),
        (
            ("14 其他证明材料.docx", "paper", "--kind", "lease", "--pages", "2", "--name", "甲", "--reason", "乙"),
            "只有 1 页",
        ),
        ((ASSETS, "improve", "--name", "甲", "--reason", "乙"), "无法识别"),
        ((ASSETS, "withdraw"), "没有关于"),
        ((ASSETS, "correct", "--value", "1", "--name", "甲", "--reason", "乙", "--date", "昨天"), "不是日期"),
    ],
)
def test_the_command_says_what_it_lacks(base: Path, said: tuple[str, ...], error: str) -> None:
    result = run(base, *said)
    assert result.exit_code == 2
    assert error in result.stderr
    assert not (base / "结果" / FILE).exists()
