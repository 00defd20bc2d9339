"""Every word one may use, with its meaning, from where it is defined."""

from __future__ import annotations

from extractors.vocabulary.papers import vocabulary
from pipeline.rulebook import key_words
from schemas.measures import MEASURES
from schemas.tables import LISTS


def test_every_measure_kind_and_list_is_there():
    assert set(key_words.measures()) | {name for name in MEASURES if name.startswith("function.")} == set(MEASURES)
    assert set(key_words.papers()) == set(vocabulary().kinds)
    assert set(key_words.lists()) == set(LISTS)


def test_meanings_name_units_parts_and_columns():
    assert key_words.measures()["total_assets"] == "资产总额（万元）"
    assert key_words.measures_of_functions()["person_times"] == "年培训人次（人次）"
    assert "service_fee（服务收费）" in key_words.papers()["five_openness"]
    assert "education（学历）" in key_words.lists()["staff"]
    assert key_words.functions()["legal"] == "法律服务"
    assert "西部大开发政策区域" in key_words.regions()
    assert "省级" in key_words.levels()
    assert key_words.blanks()["staff_count"] == "从业人数（人）"


def test_behind_a_key_stand_the_words_that_are_known_there():
    assert "total_assets" in key_words.words_behind("measure")
    assert "person_times" in key_words.words_behind("measure")
    assert "lease" in key_words.words_behind("paper")
    assert key_words.words_behind("asks") == ()
