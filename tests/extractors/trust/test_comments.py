"""A comment on a cell of the form or of a list is told with the value it hangs on; any other with none."""

from __future__ import annotations

import pytest

from extractors.trust.comments import comments_in
from schemas.application import Entry
from schemas.document import Comment, Document
from schemas.locator import Locator
from schemas.tables import Row
from schemas.trust import NONE, Doubt

COMMENTED = frozenset({Doubt.COMMENTED})


def found(comment, place, doubts=COMMENTED):
    entry = Entry("staff_count", 11, "人", "11", place.doubted(doubts))
    (hung,) = comments_in([Document("申报表.pdf", "", "", (), comments=(comment,))], [entry], {})
    return hung.on, hung.stated, hung.place.text


@pytest.mark.parametrize(
    ("comment", "place", "on"),
    [
        (Comment("应为12", page=1, bbox=(60, 42, 70, 50)), Locator("申报表.pdf", 1, bbox=(50, 40, 90, 54)), True),
        (Comment("应为12", page=2, bbox=(60, 42, 70, 50)), Locator("申报表.pdf", 1, bbox=(50, 40, 90, 54)), False),
        (Comment("应为12", page=1, bbox=(160, 42, 170, 50)), Locator("申报表.pdf", 1, bbox=(50, 40, 90, 54)), False),
        (Comment("应为12", cell="表1!R2C2"), Locator("申报表.pdf", cell="表1!R2C2"), True),
        (Comment("应为12", cell="表1!R2C2"), Locator("另一份.pdf", cell="表1!R2C2"), False),
        (Comment("应为12"), Locator("申报表.pdf", cell="表1!R2C2"), False),
    ],
)
def test_the_value_on_which_a_comment_hangs(comment, place, on):
    assert found(comment, place) == (("从业人数", "11", "应为12") if on else ("", "", "应为12"))


def test_a_value_that_is_not_doubted_bears_none():
    assert found(Comment("应为12", cell="表1!R2C2"), Locator("申报表.pdf", cell="表1!R2C2"), NONE)[0] == ""


def test_a_cell_of_a_list():
    place = Locator("名单.xlsx", sheet="名单", cell="B2", text="46", doubts=COMMENTED)
    rows = {"staff": [Row({"age": 46}, place, {"age": place})]}
    document = Document("名单.xlsx", "", "", (), comments=(Comment("应为61", sheet="名单", cell="B2"),))
    (hung,) = comments_in([document], [], rows)
    assert (hung.on, hung.stated) == ("人员名单“年龄”", "46")


def test_documents_without_comments_give_none():
    assert comments_in([Document("申报表.pdf", "", "", ())], [], {}) == ()
