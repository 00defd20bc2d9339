"""For whom, 或, nothing of a kind, who is qualified: held against the clause."""

import pytest

from pipeline.rulebook.hold import examine
from tests.builders.language import RULEBOOK, write_language


def told(folder, old="", new=""):
    assert not old or old in RULEBOOK
    return "\n".join(examine(write_language(folder, RULEBOOK.replace(old, new) if old else RULEBOOK))[0])


def test_a_sound_rulebook_stands(tmp_path):
    assert told(tmp_path) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{for: 珠三角, at_least: 60}", "{for: 广东省, at_least: 60}", "没有提到“广东省”"),
        (
            "{for: 珠三角, at_least: 60}, {for: others, at_least: 30}",
            "{for: 珠三角, at_least: 30}, {for: others, at_least: 60}",
            "对“珠三角”写的是 60家",
        ),
        (", {for: others, at_least: 30}]", "]", "bounds 里没有写 others"),
        ("at_most: 75", "at_least: 75", "是上限，规则写成了“不少于”"),
        ("words: [严重失信]", "words: [欠缴税款]", "没有提到“欠缴税款”"),
        ("join: or", "join: and", "写的是“或”"),
        ("education: 本科", "education: 硕士", "没有提到“硕士”"),
    ],
)
def test_what_the_clause_does_not_say(tmp_path, old, new, said):
    assert said in told(tmp_path, old, new)


def test_two_that_the_clause_joins_with_or_are_one_rule(tmp_path):
    old = RULEBOOK[RULEBOOK.index("  - id: income_or_research") : RULEBOOK.index("  - {measure: enterprise_growth")]
    new = (
        "  - {measure: service_share, at_least: 50, article: 第二条（三）, asks: 服务收入占营业收入的比重不低于50%}\n"
        "  - {measure: rd_cost, at_least: 100, article: 第二条（三）, asks: 研发费用不少于100万元}\n"
    )
    assert "应合为一条 any_of" in told(tmp_path, old, new)


def test_two_that_it_does_not_join_are_two(tmp_path):
    old = "  - {measure: debt_ratio, at_most: 75, article: 第二条（一）, asks: 资产负债率不超过75%}\n"
    new = (
        "  - id: both\n    article: 第二条（一）\n    asks: 具有独立法人资格，资产负债率不超过75%\n"
        "    any_of: [{measure: debt_ratio, at_most: 75}]\n"
    )
    assert "没有写“或”" in told(tmp_path, old, new)
