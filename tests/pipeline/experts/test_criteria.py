"""What is judged: the clauses no program decides, or those that the call gives marks."""

import pytest

from pipeline.experts.criteria import check_weights, criteria
from schemas.days.rounds import ExpertMarks
from schemas.errors import UsageError
from tests.builders.experts import finding, judged


def test_every_judgement_clause_is_asked_but_those_that_do_not_apply() -> None:
    record = judged("D01", "品牌", "制度")
    record["findings"].append(finding("judgement.演练", "not_applicable", expected="有演练"))
    assert [one.head for one in criteria(record, ExpertMarks())] == ["有品牌（第八条）", "有制度（第八条）"]


def test_with_weights_only_the_weighed_ones_are_asked_and_say_their_highest_mark() -> None:
    (one,) = criteria(judged("D01", "品牌", "制度"), ExpertMarks({"制度": 40}))
    assert (one.id, one.most, one.head) == ("制度", 40, "有制度（第八条）满分40")


def test_a_weight_of_no_clause_is_refused_with_those_there_are() -> None:
    records = {"D01": judged("D01", "品牌")}
    check_weights(records, ExpertMarks({"品牌": 10}))
    with pytest.raises(UsageError, match=r"荣誉.*可用的有：品牌"):
        check_weights(records, ExpertMarks({"荣誉": 10}))
