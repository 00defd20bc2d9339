"""Classes, points and thresholds, held against the table."""

import pytest

from pipeline.rulebook.hold import examine
from tests.builders.language import RULEBOOK, write_language


def told(folder, old, new):
    assert old in RULEBOOK
    return "\n".join(examine(write_language(folder, RULEBOOK.replace(old, new)))[0])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("5%以上: 20", "5%以上: 18", "“5%以上”是 20 分，写成了 18 分"),
        ("5%以上: 20, 3%-5%: 10", "6%以上: 20, 3%-6%: 10", "里没有“6%以上”这一档"),
        ("of_each: {创新能力: 10}", "of_each: {创新能力: 12}", "要求的不是 12 分"),
        ("  at_least: 15\n", "  at_least: 25\n", "没有 25分"),
        ("      measure: rd_share\n", "      measure: debt_ratio\n", "说的不是“资产负债率”"),
        ("      title: 研发费用占营业收入比重\n", "      title: 知识产权数量\n", "不是附件1 一（一）1的指标"),
    ],
)
def test_what_the_table_does_not_say(tmp_path, old, new, said):
    assert said in told(tmp_path, old, new)


def test_a_way_around_that_was_left_out(tmp_path):
    old = "  direct:\n    - {measure: patents, at_least: 1, asks: 拥有发明专利证书}\n"
    assert "请写在 direct 里" in told(tmp_path, old, "")
