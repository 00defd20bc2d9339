"""What a rulebook brings along: its titles in place of ours, its sources, and several together."""

import pytest

from schemas.measures import MEASURES, SOURCES, Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import NO_WORDS, OwnList, OwnWords, QualifiedMeaning, spoken_words, together
from schemas.regulation.recipes import CountedRows
from schemas.tables import Column, ListSpec

ONE = OwnWords(measures=(Measure("a", "甲", "人"),))
OTHER = OwnWords(measures=(Measure("a", "乙", "家"), Measure("b", "丙", "家")))


def test_nothing_is_nothing():
    assert not NO_WORDS
    assert ONE
    assert spoken_words() is NO_WORDS


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        (QualifiedMeaning("本科", "中级", "or"), "本科及以上学历或中级及以上职称人员"),
        (QualifiedMeaning("本科", "中级", "and"), "本科及以上学历且中级及以上职称人员"),
        (QualifiedMeaning("本科", "中级"), "本科及以上学历和中级及以上职称人员"),
        (QualifiedMeaning("硕士", ""), "硕士及以上学历人员"),
        (QualifiedMeaning("", "高级", skill="技师"), "高级及以上职称或技师及以上技能等级人员"),
    ],
)
def test_our_measure_of_qualified_staff_goes_by_its_name(meaning, said):
    with while_speaking(OwnWords(qualified=meaning)):
        assert MEASURES["qualified_staff_share"].title == f"{said}占比"
    assert MEASURES["qualified_staff_share"].title == "大专及以上学历和中级及以上职称人员占比"


def test_a_list_that_is_counted_is_a_source_by_its_own_title():
    spec = ListSpec("patents", "专利清单", "name", (Column("name", "名称"),))
    own = OwnWords(measures=(Measure("n", "数", "项", rows=(CountedRows("patents"),)),), lists=(OwnList(spec, ()),))
    with while_speaking(own):
        assert SOURCES["list.patents"] == "专利清单"
    assert "list.patents" not in SOURCES


def test_of_one_word_of_two_rulebooks_the_first_counts():
    assert together([]) is NO_WORDS
    assert together([NO_WORDS, ONE, ONE]) is ONE
    assert {one.id: one.title for one in together([ONE, OTHER]).measures} == {"a": "甲", "b": "丙"}
