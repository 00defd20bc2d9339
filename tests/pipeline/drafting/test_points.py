"""Points keep their ids, and say what they write."""

from __future__ import annotations

from pipeline.drafting.points import Draft, DraftChoice, DraftMark, Point, Written, full_width, members, numbered


def one(name: str = "甲") -> Point:
    choices = (DraftChoice("yes", "写", (Written("conditions", {"measure": "revenue"}),)), DraftChoice("no", "不写"))
    return Point(name, "conditions", "第二条", "甲", DraftMark.CERTAIN, choices, "yes")


def test_two_points_on_the_same_words_are_told_apart_in_order():
    assert [point.id for point in numbered([one(), one(), one("乙")])] == ["甲", "甲#2", "乙"]


def test_a_draft_writes_what_is_chosen():
    draft = Draft("city", (one(), one("乙").answer("no")))
    assert [point.id for point, _ in draft.written("conditions")] == ["甲"]
    assert draft.sections("cond") == ("conditions",)


def test_signs_are_wide_again_and_lists_are_lists_of_rules():
    assert full_width("甲,乙;(丙):丁") == "甲，乙；（丙）：丁"
    assert members({"a": [{"b": 1}, "c"]}, "a") == [{"b": 1}]
    assert members({}, "a") == []
