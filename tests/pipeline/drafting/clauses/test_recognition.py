"""A condition that is a recognition is met by the item of the checklist that asks for it."""

from __future__ import annotations

from pipeline.drafting.clauses.recognition import by_recognition
from pipeline.drafting.points import DraftMark
from tests.builders.drafts import chapter

CONDITION = "（一）获得省级示范平台认定或国家部委的相关认定。"


def test_the_condition_names_the_item():
    regulation = chapter(CONDITION, "（一）营业执照；\n（二）省级示范平台认定的文件。")
    (found,) = by_recognition(regulation, "第二条")
    assert found.choice.writes[0].rule["material"] == "3.2"
    assert found.mark is DraftMark.CONFIRM


def test_without_such_an_item_there_is_no_condition():
    assert by_recognition(chapter(CONDITION), "第二条") == []
