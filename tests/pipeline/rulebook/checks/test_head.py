"""The head of a rulebook names its regulation: number, issuer, place, days."""

import pytest

from tests.builders.clauses import said_of, said_of_example


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("number: 秦工信规〔2020〕2号", "number: 秦工信规〔2020〕3号", "找不到文号", id="number"),
        pytest.param("number: 秦工信规〔2020〕2号", "number: 未载明", "规则文件里没有写", id="number-left-out"),
        pytest.param("region: 秦皇岛市", "region: 示例市", "找不到地区", id="place"),
        pytest.param("issuer: 秦皇岛市工业和信息化局", "issuer: 示例市商务局", "制定机关", id="issuer"),
        pytest.param("  from: 2020-11-12\n", "", "请补上 from", id="no-beginning"),
        pytest.param("  from: 2020-11-12\n  until: 2022-11-12\n", "  from: 2020-11-12\n", "请补上 until", id="no-end"),
        pytest.param("article: 第十八条", "article: 第一条", "没有说何时施行", id="article"),
    ],
)
def test_each_fault_of_the_head_is_told(tmp_path, old, new, says):
    assert any(says in message for message in said_of("qinhuangdao-2020", tmp_path, (old, new)))


@pytest.mark.parametrize("issuer", ["秦皇岛市工信局", "市工业和信息化局", "秦皇岛市工业和信息化局"])
def test_an_issuer_may_be_named_in_short(tmp_path, issuer):
    assert said_of("qinhuangdao-2020", tmp_path, ("issuer: 秦皇岛市工业和信息化局", f"issuer: {issuer}")) == []


def test_a_text_without_a_number_contradicts_none(tmp_path):
    assert said_of_example(tmp_path, ("示工信发〔2025〕1号", "示工信发〔2025〕2号")) == []


@pytest.mark.parametrize(("number", "says"), [("LCCR-2021-0050004", False), ("LCCR-2021-0050005", True)])
def test_the_number_of_its_registration(tmp_path, number, says):
    told = said_of("liaocheng-2021", tmp_path, ("registration: LCCR-2021-0050004", f"registration: {number}"))
    assert any("登记号" in message for message in told) is says
