"""The annexes: notes, lists, the papers of the re-check."""

import pytest

from tests.builders.clauses import said_of

NOTE = "  - {table: staff, measure: staff_count, at_least: 20, text: 备注：不少于20人, source: 附件2}\n"


BLANK = "title: 服务机构名称, source: 附表4"
ROWS = "{table: services, column: revenue_share, at_least: 30, text: 服务规模或服务收入占30%以上"


@pytest.mark.parametrize(
    ("rulebook", "old", "new", "says"),
    [
        pytest.param("harbin", BLANK, BLANK.replace("名称", "地址"), "附件里找不到“服务机构地址”", id="no-such-blank"),
        pytest.param("harbin", "fact: list_holder", "fact: county", "不是“county”所读的栏目", id="read-as-another"),
        pytest.param(
            "harbin", "paper: enterprise_list, fact", "paper: lease, fact", "没有“lease”这种材料", id="not-in-the-annex"
        ),
        pytest.param(
            "liaocheng-2021",
            "figure: roster.total, title: 上一年度共服务企业",
            "figure: roster.total, title: 填报日期",
            "不是名单的合计",
            id="no-total",
        ),
        pytest.param(
            "harbin", "paper: enterprise_list, fact", "paper: roll, fact", "不认识的材料种类", id="no-such-paper"
        ),
        pytest.param("harbin", "fact: list_holder", "fact: holder", "不认识的所填内容", id="no-such-answer"),
        pytest.param(
            "liaocheng-2021", "figure: roster.total", "figure: total", "不认识的数据来源", id="no-such-figure"
        ),
        pytest.param(
            "liaocheng-2021", ROWS, ROWS.replace("at_least: 30", "at_least: 20"), "没有 20%", id="of-each-row"
        ),
        pytest.param(
            "liaocheng-2021", ROWS, ROWS.replace("revenue_share", "income"), "没有“income”一栏", id="no-column"
        ),
        pytest.param("liaocheng-2021", f"  - {ROWS}, source: 附件2 申请表 三}}\n", "", "没有列出", id="left-out"),
    ],
)
def test_each_fault_of_what_rests_on_nothing_is_told(tmp_path, rulebook, old, new, says):
    assert any(says in message for message in said_of(rulebook, tmp_path, (old, new)))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(NOTE, NOTE.replace("20人", "30人"), "附件里找不到", id="not-in-the-annexes"),
        pytest.param(NOTE, NOTE.replace("at_least: 20", "at_least: 21"), "没有 21人", id="number"),
        pytest.param(
            NOTE, NOTE.replace("measure: staff_count", "measure: qualified_staff_count"), "不是 qualified", id="measure"
        ),
        pytest.param(NOTE, NOTE.replace("table: staff", "table: equipment"), "不是名单 equipment", id="list"),
        pytest.param(f"notes:\n{NOTE}", "notes: []\n", "notes 里没有列出", id="left-out"),
        pytest.param(
            "lists: [operations, services, partners]", "lists: [operations, services]", "“partners”", id="no-list"
        ),
    ],
)
def test_each_fault_of_the_annexes_is_told(tmp_path, old, new, says):
    assert any(says in message for message in said_of("harbin", tmp_path, (old, new)))


def test_the_papers_of_a_recheck_want_their_procedure(tmp_path):
    from schemas.data_files import data_folder

    whole = (data_folder() / "rulebooks" / "harbin.yaml").read_text(encoding="utf-8")
    review = whole[whole.index("  review:\n") :]
    assert any("procedures 里没有 review" in message for message in said_of("harbin", tmp_path, (review, "")))
