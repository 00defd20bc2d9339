"""What a rule says in our words is what its clause says (contract §11)."""

import pytest

from tests.builders.clauses import said_of_example

GROWTH = "asks: 近两年服务企业数量稳步增长"
SERVED = "asks: 一年服务不少于70家"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(GROWTH, "asks: 近两年服务企业数量逐年增长", "“逐年”不是第二条（二）的话", id="weighty-word"),
        pytest.param(SERVED, "asks: 每年服务不少于70家", "“每年”不是第二条（二）的话", id="every-year"),
        pytest.param(GROWTH, "asks: 近三年服务企业数量稳步增长", "“三年”不是第二条（二）的话", id="more-years"),
        pytest.param(GROWTH, "asks: 服务企业数量稳定", "没有提到“增长”", id="no-growth"),
        pytest.param(SERVED, "asks: 一年服务不少于80家", "写的是80家", id="number"),
        pytest.param(SERVED, "asks: 一年服务不少于70户次", "写的是70户次", id="unit"),
        pytest.param(SERVED, "asks: 一年服务不超过70家", "说成了上限", id="direction"),
        pytest.param(SERVED, "asks: 集聚服务机构不少于70家", "说的是“集聚服务机构数”", id="measure"),
        pytest.param(SERVED, "asks: 满意度达标", "说的不是“年服务中小企业数”", id="without-a-number"),
    ],
)
def test_each_sentence_that_says_something_else_is_told(tmp_path, old, new, says):
    assert any(says in message for message in said_of_example(tmp_path, (old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GROWTH, "asks: 服务企业数量近两年增长"),
        (SERVED, "asks: 年服务中小企业70家以上"),
        (SERVED, "asks: 服务企业数达到七十家"),
        ("asks: 服务人员不少于15人", "asks: 从事服务的人员15人以上"),
    ],
)
def test_other_words_for_the_same_are_no_fault(tmp_path, old, new):
    assert said_of_example(tmp_path, (old, new)) == []


def test_a_rule_written_twice_is_told(tmp_path):
    line = "  - {measure: operating_years, at_least: 3, article: 第二条（一）, asks: 运营满三年}\n"
    assert any("写了两次" in message for message in said_of_example(tmp_path, (line, line + line)))
