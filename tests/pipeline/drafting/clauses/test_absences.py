"""Clauses on what must not have happened."""

from __future__ import annotations

import pytest

from pipeline.drafting.clauses.absences import absences

TEXT = "(九)近三年内未发生安全生产事故,未被列入严重失信主体名单。"


def test_the_papers_that_would_show_it_are_looked_into():
    (point,) = absences("第四条（九）", TEXT, ["credit_report"])
    rule = point.choice.writes[0].rule
    assert point.chosen == "absence"
    assert rule["none_of"] == {"papers": ["credit_report"], "words": ["安全生产事故", "严重失信主体名单"], "years": 3}


def test_without_such_papers_it_is_left_to_people():
    (point,) = absences("第四条（九）", TEXT, [])
    assert point.chosen == "manual"
    assert [one.id for one in point.choices] == ["manual", "absence"]


@pytest.mark.parametrize("text", ["运营三年以上", "无法人资格的除外", "近两年服务企业数量稳步增长"])
def test_other_clauses_are_none(text):
    assert list(absences("第四条（一）", text, ["credit_report"])) == []


@pytest.mark.parametrize(
    "text", ["近三年内受到行政处罚或者被列入失信被执行人名单的,不得申报。", "有下列情形之一的,不予受理:"]
)
def test_who_may_not_apply_is_said_the_other_way_round(text):
    found = [one.choice.writes[0].rule["none_of"] for one in absences("第八条", text, ["credit_report"])]
    wanted = {"papers": ["credit_report"], "words": ["行政处罚", "失信被执行人名单"], "years": 3}
    assert found == ([wanted] if "下列" not in text else [])


def test_an_item_of_such_a_list_says_only_the_case():
    item = "近两年内发生安全生产责任事故的;"
    (point,) = absences("一（三）2", item, ["credit_report"], "(三)有下列情形之一的,不予受理:")
    assert point.choice.writes[0].rule["none_of"] == {
        "papers": ["credit_report"],
        "words": ["安全生产责任事故"],
        "years": 2,
    }
    assert list(absences("一（三）2", item, ["credit_report"], "(三)申报条件:")) == []
