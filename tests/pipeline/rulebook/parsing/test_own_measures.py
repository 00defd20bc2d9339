"""Where a measure of a rulebook's own is read, or what it is worked out from."""

from decimal import Decimal

import pytest

from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from schemas.regulation.recipes import CountedPapers, CountedRows, Quotient, StatementRow
from tests.builders.language import RULEBOOK, write_language

MORE = "  mentors: {title: 创业导师数, unit: 名}\n"


def measures(folder, more=""):
    own = parse(write_language(folder, RULEBOOK.replace(MORE, MORE + more))).rulebook.own
    return {one.id: one for one in own.measures}


def test_blanks_quotients_rows_of_accounts_and_papers(tmp_path):
    found = measures(tmp_path)
    assert found["debts"].stated_in == ("form",)
    assert found["rd_cost"].statement == StatementRow(("研发费用",))
    assert found["rd_share"].quotient == Quotient("rd_cost", "revenue")
    assert found["mentors_per"].quotient == Quotient("mentors", "tenants", Decimal(5))
    assert found["patents"].papers == CountedPapers(("patent",))
    assert found["rd_share"].stated_in == ()


def test_a_list_is_counted_or_summed(tmp_path):
    more = "  ones: {title: 甲, unit: 项, read: [{list: rights, where: {class: [Ⅰ类]}}]}\n"
    found = measures(tmp_path, more)["ones"]
    assert found.rows == (CountedRows("rights", (("class", ("Ⅰ类",)),)),)
    assert found.counted("list.rights").columns == ("class",)


@pytest.mark.parametrize(
    ("unit", "said", "absolute", "relative"),
    [
        ("万元", "", None, "0.01"),
        ("人", "", "0", None),
        ("'%'", "", "0.5", None),
        ("万元", ", tolerance: 2%", None, "0.02"),
        ("万元", ", tolerance: exact", "0", None),
        ("人", ", tolerance: 3", "3", None),
    ],
)
def test_how_far_two_places_may_differ(tmp_path, unit, said, absolute, relative):
    found = measures(tmp_path, f"  own: {{title: 甲, unit: {unit}{said}, read: [{{papers: [patent]}}]}}\n")["own"]
    assert found.absolute == (Decimal(absolute) if absolute else None)
    assert found.relative == (Decimal(relative) if relative else None)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("total_assets: {title: 甲, unit: 万元}", "程序已有的度量"),
        ("Own: {title: 甲, unit: 人}", "小写英文字母"),
        ("own: {title: 甲}", "要写单位"),
        ("own: {title: 甲, unit: 人, kind: amount}", "kind 写"),
        ("own: {title: 甲, share_of: debts}", "占比写 share_of"),
        ("own: {title: 甲, share_of: debts, in: revenue, growth_of: revenue}", "只能写一个"),
        ("own: {title: 甲, unit: 人, read: [somewhere]}", "read 写从哪里读"),
        ("own: {title: 甲, unit: 万元, read: [{audit: [甲], statement: cash}]}", "income"),
        ("own: {title: 甲, unit: 人, from: debts}", "要和 growth_of 写在一起"),
    ],
)
def test_what_is_amiss(tmp_path, written, said):
    with pytest.raises(RulebookError, match=said):
        measures(tmp_path, f"  {written}\n")
