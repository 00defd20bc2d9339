"""一个平台 in the browser: its events with what was taken back, a form of each kind, acts that come back to it."""

import pytest

from tests.builders.console import office, shown
from tests.builders.ledger import ZHENGZHOU, code, small

OF = f"/standing/platform?of={code(1)}&on=2026-06-15"


@pytest.fixture
def client(tmp_path):
    with office(tmp_path / "office") as one:
        one.person("zhang", "decides", name="张三")
        small(one.folder / "台账")
        yield one.browser("zhang")


def test_the_page_tells_term_article_hint_events_and_what_was_taken_back(client):
    said = shown(client.get(OF))
    for part in (ZHENGZHOU, "2027-06-30", "第十四条", "连续两次", "已作废：记错单位", "2026H1"):
        assert part in said
    assert client.get("/standing/platform?of=没有的公司").status_code == 404


@pytest.mark.parametrize(
    ("kind", "heads"),
    [
        ("report", "收到日期"),
        ("inspection", "由谁检查"),
        ("lost", "决定文号"),
        ("publicity", "没有的写“无”"),
        ("known", "截止日"),
    ],
)
def test_each_kind_has_its_form(client, kind, heads):
    assert heads in shown(client.get(f"{OF}&record={kind}"))
    assert "记入台账" not in shown(client.get(f"{OF}&record=promoted"))


def test_an_event_is_put_down_and_shown_and_taken_back(client):
    form = {"about": code(1), "kind": "penalty", "day": "2026-06-01", "source": "样税罚〔2026〕1号", "on": "2026-06-15"}
    after = client.post("/standing/record", form, follow=True)
    assert "已记入第 11 号：处罚处分" in shown(after)
    assert "样税罚〔2026〕1号" in shown(after)
    gone = client.post("/standing/void", {"about": code(1), "number": "11", "reason": "记错"}, follow=True)
    assert "第 11 号记录已作废（第 12 号）" in shown(gone)
    assert "已作废：记错" in shown(gone)


def test_what_is_not_whole_is_said_and_what_was_told_stays_in_the_form(client):
    form = {"about": code(1), "kind": "report", "period": "去年", "received": "2026-06-01", "on": "2026-06-15"}
    after = client.post("/standing/record", form, follow=True)
    assert "“去年”不是期间" in shown(after)
    assert "--period" not in shown(after)
    assert 'value="去年"' in after.content.decode()
    assert "不是一条" not in shown(after)
    refused = client.post("/standing/void", {"about": code(1), "number": "x", "reason": "记错"}, follow=True)
    assert "台账中没有第 0 号记录" in shown(refused)


def test_a_platform_nobody_knew_is_put_down_with_its_county(client):
    form = {
        "about": code(9),
        "kind": "known",
        "name": "庚示例服务有限公司",
        "county": "惠济区",
        "rulebook": "zhengzhou",
    }
    form |= {"day": "2025-06-30", "number": "样工信〔2025〕1号", "to": "list"}
    after = shown(client.post("/standing/record", form, follow=True))
    assert "庚示例服务有限公司" in after
    assert "惠济区" in after
    assert client.get("/standing/new").status_code == 200
