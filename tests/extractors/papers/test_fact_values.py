"""What stands behind a label is read as what the label asks for, or not at all."""

from __future__ import annotations

import pytest

from extractors.papers.fact_values import read_fact


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        pytest.param("subject", "甲城示例服务有限公司（公章）", "甲城示例服务有限公司", id="a-seal-note"),
        pytest.param("subject", "甲城示例（公 章", "甲城示例", id="an-open-seal-note"),
        pytest.param("subject", "甲城示例有限公司类型有限责任公司", "甲城示例有限公司", id="labels-run-together"),
        pytest.param("subject", "其他有限责任公司（自然人投资）", None, id="a-kind-of-company"),
        pytest.param("subject", "法定代表人", None, id="a-label"),
        pytest.param("legal_representative", "甲 一 ，男", "甲一", id="a-person"),
        pytest.param("legal_representative", "某某协会会员代表大会", None, id="too-long-for-a-person"),
        pytest.param("made_on", "二〇二五年三月五日", "2025-03-05", id="a-day-in-hanzi"),
        pytest.param("uscc", "9123 0100 MA1B2C3D4E", "91230100MA1B2C3D4E", id="a-spaced-code"),
        pytest.param("uscc", "9123", None, id="too-short-for-a-code"),
        pytest.param("area", "建筑面积1,234.5㎡", "1234.5", id="square-metres"),
        pytest.param("valid_until", "2020年1月1日至2030年1月1日", "2030-01-01", id="the-later-day"),
        pytest.param("valid_until", "2020年1月1日至长期", "长期", id="for-ever"),
        pytest.param("year", "2024年1月至2025 年 12 月", "2025", id="the-year-a-period-ends-in"),
        pytest.param("year", "202512", "2025", id="a-month-in-figures"),
        pytest.param("year", "202513", None, id="no-such-month"),
        pytest.param("address", "某市某路1号", "某市某路1号", id="any-words"),
        pytest.param("address", "无", None, id="nothing-said"),
        pytest.param("county", "东昌府区", "东昌府区", id="who-recommends"),
        pytest.param("survey_opinion", "（  章  ）   年  月  日", None, id="only-what-is-printed"),
        pytest.param("survey_opinion", "同意（章）", "同意", id="words-beside-what-is-printed"),
        pytest.param("effect", "四、县区中小企业主管部门组织测评情况", None, id="the-next-part-of-the-form"),
        pytest.param("list_holder", "甲城示例服务有限公司", "甲城示例服务有限公司", id="whose-list"),
        pytest.param("list_holder", "序号 企业名称", None, id="the-heads-of-the-list"),
    ],
)
def test_read_fact(key, text, value):
    assert read_fact(key)(text) == value
