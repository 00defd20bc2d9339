"""办法: the state of each on the day asked for; the article's own words beside its rules; an own one with its check."""

import pytest

from tests.builders.console import own_rulebook, shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one, one.browser("zhang")


@pytest.mark.parametrize(("day", "state"), [("2021-12-31", "尚未施行"), ("2022-01-01", "现行"), ("2027-01-01", "已过")])
def test_the_state_is_that_of_the_day(place, day, state):
    import re

    text = place[1].get("/rules", {"on": day}).content.decode()
    row = next(row for row in re.findall(r"<tr>.*?</tr>", text, re.DOTALL) if "liaocheng" in row)
    assert state in row


def test_a_day_that_is_none_is_today(place):
    assert place[1].get("/rules", {"on": "x"}).status_code == 200


def test_a_rule_stands_beside_the_words_of_its_article(place):
    text = shown(place[1].get("/rules/of/harbin"))
    assert "没有发现问题" in text
    assert "不少于" in text
    assert place[1].get("/rules/of/none").status_code == 404


def test_an_own_one_tells_what_its_check_found(place):
    one, client = place
    home = own_rulebook(one.folder)
    assert "没有发现问题" in shown(client.get("/rules/of/yichang"))
    path = home / "yichang.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("at_least: 120", "at_least: 130"), encoding="utf-8")
    assert "发现 3 个问题" in shown(client.get("/rules/of/yichang"))
    path.write_text("id: [", encoding="utf-8")
    assert client.get("/rules/of/yichang").status_code == 200
    assert "规则文件还不能使用" in shown(client.get("/rules"))
