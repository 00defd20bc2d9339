"""Notes on the forms that ask a number, and the list that they stand on."""

from __future__ import annotations

from decimal import Decimal

from pipeline.drafting.notes import notes
from pipeline.drafting.points import DraftMark
from tests.builders.drafts import chapter


def of(annex: str):
    return list(notes(chapter("（一）资产总额不低于200万元。", behind=f"\n附件1\n{annex}")))


def test_a_note_counts_the_rows_of_the_list_above_it():
    (found,) = of("人员名单\n姓名 学历\n备注：不少于8人\n")
    rule = found.choice.writes[0].rule
    assert (rule["table"], rule["measure"], rule["at_least"]) == ("staff", "staff_count", Decimal(8))


def test_a_note_on_a_list_that_nobody_knows_is_asked():
    (found,) = of("作品名录\n备注：不少于8家\n")
    assert found.mark is DraftMark.ASKED
    assert not found.choice.writes


def test_a_number_in_the_head_of_a_column_is_asked_of_each_row():
    (found,) = of("上年度主要服务内容（服务规模或服务收入占30%以上） 服务规模\n")
    rule = found.choice.writes[0].rule
    assert (rule["table"], rule["column"], rule["at_least"]) == ("services", "revenue_share", Decimal(30))
    assert "measure" not in rule


def test_an_annex_without_numbers_has_no_note():
    assert of("人员名单\n备注：请如实填写\n") == []
