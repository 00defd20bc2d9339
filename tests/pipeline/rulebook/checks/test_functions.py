"""A function's and, or, branches and name are those of its clause."""

import pytest

from tests.builders.clauses import said_of

AGENTS = """        - - {measure: activities,       at_least: 4,     asks: 服务机构：一年组织投融资服务活动不少于4次}
          - {measure: financing_amount, at_least: 10000, asks: 服务机构：帮助中小企业融资不少于1亿元}
        - - {measure: guarantee_amount"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(
            AGENTS, AGENTS.replace("        - - {measure: g", "          - {measure: g"), "之间写的是“或”", id="or"
        ),
        pytest.param(
            AGENTS, AGENTS.replace("          - {measure: f", "        - - {measure: f"), "同时达到", id="and"
        ),
        pytest.param("    - id: startup", "    - id: legal", "说的是创业服务", id="another-name"),
        pytest.param(
            "at_least: 50,  when: {function.training.focus: employees}",
            "at_least: 50",
            "只对“主要开展员工",
            id="branch",
        ),
    ],
)
def test_each_fault_of_a_function_is_told(tmp_path, old, new, says):
    assert any(says in message for message in said_of("harbin", tmp_path, (old, new)))
