"""The ledger as a clerk keeps it by commands."""

import json
import re

import docx
import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from pipeline.cli.main import app
from tests.builders.sampling import results, screening

run = CliRunner()
CODE = "91410105MA3982595E"


def did(*arguments):
    """What the command printed; it must have ended well."""
    result = run.invoke(app, ["standing", *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*arguments):
    """What is said of a wrong call: one line, status 2."""
    result = run.invoke(app, ["standing", *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 2, result.output
    return result.stderr


def shown(folder, day):
    return json.loads(did("show", folder, "--as-of", day, "--format", "json"))


def due(folder, day, until):
    return json.loads(did("due", folder, "--as-of", day, "--until", until, "--format", "json"))["dues"]


@pytest.fixture
def listed(tmp_path):
    """A list of two titles as a bureau keeps it."""
    book = Workbook()
    sheet = book.active
    sheet.append(["郑州市中小企业公共服务示范平台名单"])
    sheet.append(["（样工信〔2023〕45号　二〇二三年六月三十日）"])
    sheet.append(["序号", "单位名称", "统一社会信用代码", "县（市、区）", "认定日期"])
    sheet.append([1, "甲公司", CODE, "金水区", "2023年6月30日"])
    sheet.append([2, "乙公司", "", "新郑市", ""])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A2:E2")
    book.save(tmp_path / "名单.xlsx")
    return tmp_path / "名单.xlsx"


@pytest.fixture
def ledger(tmp_path, listed):
    did("import", tmp_path / "台账", listed, "--name", "张三")
    return tmp_path / "台账"


def test_an_import_names_the_regulation_and_every_doubt(tmp_path, listed):
    said = did("import", tmp_path / "台账", listed)
    assert "《郑州市中小企业公共服务示范平台认定管理暂行办法》：名单 2 行，写入 2 条" in said
    assert "“乙公司”：没有统一社会信用代码" in said


def test_the_same_list_again_writes_nothing_twice(ledger, listed):
    said = did("import", ledger, listed)
    assert "写入 0 条" in said
    assert said.count("已有同一认定") == 2


def test_show_tells_states_and_the_assumed_day(ledger):
    one, two = shown(ledger, "2026-06-30")["platforms"]
    assert (one["state"], one["ends"], one["start_assumed"]) == ("last_year", "2026-06-30", True)
    assert two["key"] == "乙公司"
    assert "本年期满可再申报" in did("show", ledger, "--as-of", "2026-06-30")


def test_due_lists_what_who_when_and_the_article(ledger):
    reports = [one for one in due(ledger, "2025-07-01", "2025-07-31") if one["kind"] == "report"]
    found = {(one["subject"], one["due"], one["article"]) for one in reports if one["period"] == "2025H1"}
    assert found == {("金水区", "2025-07-31", "第十三条"), ("新郑市", "2025-07-31", "第十三条")}
    assert "各开发区、区县（市）工信部门" in did("due", ledger, "--as-of", "2025-07-01", "--until", "2025-07-31")


def test_a_recorded_report_is_no_longer_due(ledger):
    told = ["--period", "2025年上半年", "--received", "2025年7月20日"]
    did("record", ledger, "金水区", "report", *told, "--name", "张三")
    left = [one["subject"] for one in due(ledger, "2025-07-21", "2025-07-31") if one["period"] == "2025H1"]
    assert "金水区" not in left
    assert "新郑市" in left


def test_a_loss_bars_and_taking_it_back_lifts_it(ledger):
    did("record", ledger, CODE, "lost", "--day", "2024-03-05", "--ground", "第十四条", "--number", "样工信〔2024〕9号")
    assert shown(ledger, "2026-03-15")["platforms"][0]["barred_until"] == "2027-03-05"
    assert "不得申报" in did("show", ledger, "--as-of", "2026-03-15")
    did("void", ledger, "3", "--reason", "记错单位", "--name", "李四")
    assert shown(ledger, "2026-03-15")["platforms"][0]["state"] == "last_year"
    assert "已经作废" in refused("void", ledger, "3", "--reason", "再来一次")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["丙公司", "report", "--period", "2025", "--received", "2026-01-10"], "台账中没有“丙公司”"),
        ([CODE, "report", "--period", "2025"], "--received"),
        ([CODE, "report", "--period", "去年", "--received", "2026-01-10"], "不是期间"),
        ([CODE, "report", "--period", "2025", "--received", "2026-02-30"], "不是日期"),
        ([CODE, "inspection", "--day", "2026-01-10", "--result", "良好", "--inspector", "市局"], "合格、整改、不合格"),
        ([CODE, "inspection", "--day", "2026-01-10", "--result", "合格", "--inspector", "路人"], "--inspector"),
        ([CODE, "lost", "--day", "2026-01-10", "--ground", "第一条", "--number", "1"], "不是《郑州市"),
        ([CODE, "changed", "--since", "2026-01-10"], "至少写明一项"),
        ([CODE, "promoted"], "没有“promoted”这种事项"),
        ([CODE, "publicity"], "--first-day"),
    ],
)
def test_what_is_not_whole_is_refused_and_nothing_written(ledger, arguments, said):
    before = (ledger / "events.jsonl").read_bytes()
    assert said in refused("record", ledger, *arguments)
    assert (ledger / "events.jsonl").read_bytes() == before


def test_verify_ends_with_one_where_a_byte_was_changed(ledger):
    assert "一致" in did("verify", ledger)
    path = ledger / "events.jsonl"
    path.write_bytes(path.read_bytes().replace("甲公司".encode(), "丁公司".encode(), 1))
    result = run.invoke(app, ["standing", "verify", str(ledger)])
    assert result.exit_code == 1
    assert "与其校验值不符" in result.stdout


def test_show_of_one_platform_tells_its_events(ledger):
    did("record", ledger, "甲公司", "inspection", "--day", "2025-05-10", "--result", "合格", "--inspector", "县级")
    said = did("show", ledger, "--as-of", "2026-03-15", "--platform", CODE)
    assert "检查" in said
    assert "乙公司" not in said


def test_show_writes_a_workbook(ledger, tmp_path):
    did("show", ledger, "--as-of", "2026-03-15", "--out", tmp_path / "register.xlsx")
    book = load_workbook(tmp_path / "register.xlsx")
    assert book.sheetnames == ["台账", "到期", "提示（由人认定）", "记录"]
    assert book["台账"]["B2"].value == "甲公司"


@pytest.fixture
def screened(tmp_path):
    told = screening("D01", "harbin", operations=[{"year": 2025, "revenue": 100, "enterprises_served": 40}])
    return results(tmp_path / "结果", told)


def test_add_takes_over_names_and_figures_and_nothing_personal(tmp_path, screened):
    folder = tmp_path / "新台账"
    did("add", folder, screened, "--number", "样工信〔2026〕3号", "--day", "2026-06-30", "--dossier", "D01")
    entry = json.loads((folder / "events.jsonl").read_text("utf-8"))
    assert entry["platform"]["name"] == "甲城示例服务有限公司"
    assert entry["figures"] == {"2025": {"enterprises_served": 40, "revenue": 100}}
    # Eleven digits in a row are no phone number in a hash.
    assert len(entry.pop("screening_sha256")) == 64
    assert not re.search(r"1\d{10}", re.sub(r"[0-9a-f]{64}", "", json.dumps(entry)))
    again = refused("add", folder, screened, "--number", "样工信〔2026〕3号", "--day", "2026-06-30", "--dossier", "D01")
    assert "已有文号" in again
    assert "没有卷宗" in refused("add", folder, screened, "--number", "1", "--day", "2026-06-30", "--dossier", "D09")


def test_publicity_counts_working_days(tmp_path, screened):
    folder = tmp_path / "新台账"
    did("publish", folder, screened, "--first-day", "2026-02-12", "--dossier", "D01", "--site", "市工业和信息化局网站")
    (one,) = shown(folder, "2026-02-20")["platforms"]
    assert (one["state"], one["until"]) == ("in_publicity", "2026-02-26")
    assert "中国中小企业哈尔滨网" in one["notes"][0]


def words(path):
    made = docx.Document(path)
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def test_letters_are_drafts_with_the_articles_and_days(ledger, tmp_path):
    out = tmp_path / "文书"
    did("letters", ledger, "--as-of", "2026-02-10", "--out", out)
    names = {path.name for path in out.iterdir()}
    assert {"2026年期满提醒名单.docx", "有效平台名单.docx", "催报-金水区.docx", "催报汇总.xlsx"} <= names
    assert not any("告知书" in name for name in names)
    expiry = words(out / "2026年期满提醒名单.docx")
    assert "第十四条" in expiry
    assert "2026年6月30日" in expiry
    assert "【" in expiry
    assert "2025年度" in words(out / "催报-金水区.docx")


def test_a_loss_is_drafted_only_where_a_person_proposes_it(ledger, tmp_path):
    for day in ("2025-05-01", "2025-06-01"):
        did("record", ledger, CODE, "inspection", "--day", day, "--result", "不合格", "--inspector", "市局")
    out = tmp_path / "文书"
    did("letters", ledger, "--as-of", "2026-02-10", "--out", out)
    assert not any("告知书" in path.name for path in out.iterdir())
    did("letters", ledger, "--as-of", "2026-02-10", "--out", out, "--propose", f"{CODE}=twice")
    said = words(out / "拟取消告知书-甲公司.docx")
    assert "第十三条" in said
    assert "拟取消你单位" in said
    assert "2025-05-01" not in said
    assert "不得再次申报" not in said
    barred = words_of_proposal(ledger, tmp_path / "另", "unlawful", "拟撤销告知书-甲公司.docx")
    assert "三年内不得再次申报" in barred


def words_of_proposal(ledger, out, ground, name):
    did("letters", ledger, "--as-of", "2026-02-10", "--out", out, "--propose", f"{CODE}={ground}")
    return words(out / name)


def test_a_bureaus_own_template_goes_first(ledger, tmp_path):
    own = ledger / "templates"
    own.mkdir()
    made = docx.Document()
    made.add_paragraph("本局格式：{{ object }}")
    made.save(own / "valid.docx")
    did("letters", ledger, "--as-of", "2026-02-10", "--out", tmp_path / "文书")
    assert words(tmp_path / "文书" / "有效平台名单.docx") == "本局格式：郑州市中小企业公共服务示范平台"


def test_what_a_name_holds_is_never_obeyed(tmp_path):
    folder = tmp_path / "台账"
    name = "{{ 7*7 }}公司"
    did("record", folder, name, "known", "--day", "2025-06-30", "--rulebook", "zhengzhou", "--number", "1号")
    did("letters", folder, "--as-of", "2026-02-10", "--out", tmp_path / "文书")
    assert "49公司" not in words(tmp_path / "文书" / "有效平台名单.docx")


def test_what_the_office_wrote_down_of_itself_is_filled_in(ledger, tmp_path):
    (tmp_path / "office.yaml").write_text("name: 样例局\nsign: 样工信\ncontact: 王示例\n", encoding="utf-8")
    did("letters", ledger, "--as-of", "2026-02-10", "--out", tmp_path / "文书")
    told = [
        "\n".join(one.text for one in docx.Document(path).paragraphs) for path in (tmp_path / "文书").glob("*.docx")
    ]
    contacts = [text for text in told if "联系人" in text]
    assert contacts
    for text in contacts:
        assert "联系人：王示例    联系电话：【            】" in text
        assert "样工信〔【年份】〕【序号】号" in text
        assert "样例局（盖章）" in text
