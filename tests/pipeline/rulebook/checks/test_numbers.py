"""A number is held against its clause by value, unit, measure and direction."""

import pytest

from tests.builders.clauses import said_of_example
from tests.builders.rulebooks import REGULATION


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(
            "measure: enterprises_served", "measure: partner_institutions", "说的不是“集聚服务机构数”", id="measure"
        ),
        pytest.param("at_least: 12000", "at_least: 12001", "1.2亿元", id="one-more"),
        pytest.param("article: 第二条（三）", "article: 第二条（二）", "没有 15人", id="article"),
    ],
)
def test_each_change_of_a_number_is_told(tmp_path, old, new, says):
    assert any(says in message for message in said_of_example(tmp_path, (old, new)))


def test_an_upper_bound_is_no_lower_bound(tmp_path):
    text = REGULATION.replace("服务的人员不少于 15 人", "服务的人员不超过 15 人")
    assert any("是上限" in message for message in said_of_example(tmp_path, text=text))
