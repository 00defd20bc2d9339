"""What one condition of the file may ask, and what is said where it is not written so."""

from decimal import Decimal

import pytest

from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from tests.builders.language import RULEBOOK, write_language

BOOK = "  - {measure: legal_person, equals: 法人, article: 第二条（一）, asks: 具有独立法人资格}\n"


def conditions(folder, more=""):
    book = parse(write_language(folder, RULEBOOK.replace(BOOK, BOOK + more))).rulebook
    return {one.rule: one for one in book.conditions}


def test_every_way_to_ask(tmp_path):
    found = conditions(tmp_path)
    assert found["debt_ratio"].at_most == 75
    assert [bound.at_least for bound in found["enterprises_served"].bounds] == [60, 30]
    assert [way[0].measure for way in found["income_or_research"].any_of] == ["service_share", "rd_cost"]
    assert (found["enterprise_growth"].at_least, found["enterprise_growth"].steps) == (10, 2)
    assert found["good_standing"].none_of.years == 3


def test_a_member_has_its_rules_article_and_a_sentence(tmp_path):
    member = conditions(tmp_path)["income_or_research"].any_of[0][0]
    assert (member.article, member.asks) == ("第二条（三）", "服务收入占营业收入的比重不少于50%")


def test_a_number_may_be_bounded_on_both_sides(tmp_path):
    found = conditions(
        tmp_path, "  - {measure: staff_count, at_least: 5, at_most: 9, article: 第二条（一）, asks: 甲}\n"
    )
    assert (found["staff_count"].at_least, found["staff_count"].at_most) == (Decimal(5), Decimal(9))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{measure: staff_count, article: 第二条（一）, asks: 甲}", "须写且只写一个要求"),
        ("{measure: staff_count, at_least: 1, equals: 甲, article: 第二条（一）, asks: 甲}", "须写且只写一个要求"),
        ("{any_of: [{measure: staff_count, at_least: 1}], article: 第二条（一）, asks: 甲}", "缺少键“id”"),
        ("{measure: staff_count, bounds: [{for: 珠三角}], article: 第二条（一）, asks: 甲}", "须写 at_least"),
        ("{measure: debt_ratio, at_most: 80, article: 第二条（二）, asks: 甲}", "请各加一个 id"),
    ],
)
def test_what_is_amiss_is_said_in_the_line(tmp_path, written, said):
    with pytest.raises(RulebookError, match=said):
        conditions(tmp_path, f"  - {written}\n")


def test_two_on_one_measure_go_by_their_names(tmp_path):
    more = "  - {id: debt_of_branch, measure: debt_ratio, at_most: 80, article: 第二条（二）, asks: 甲}\n"
    assert {"debt_ratio", "debt_of_branch"} <= set(conditions(tmp_path, more))
