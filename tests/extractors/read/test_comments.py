"""A comment makes the place it hangs on doubtful, and is quoted in the document's note."""

from __future__ import annotations

import pytest

from extractors.read.comments import hung, shortened
from schemas.document import Cell, Comment, Document, Page, Paragraph, Table
from schemas.trust import Doubt

CELLS = (
    Cell(0, 0, "从业人数", bbox=(10, 40, 50, 54), address="A1"),
    Cell(0, 1, "11", bbox=(50, 40, 90, 54), address="B1"),
)
BLOCKS = (Paragraph("总资产326.40", (10, 10, 90, 24), "段1"), Table(CELLS, 1, 2, (10, 40, 90, 54)))


def doubted(*comments, sheet=None, number=1):
    document = hung(Document("表", "", "", (Page(number, BLOCKS, sheet=sheet),), note="原有", comments=comments))
    paragraph, table = document.pages[0].blocks
    return [one.text for one in (paragraph, *table.cells) if Doubt.COMMENTED in one.doubts], document.note


@pytest.mark.parametrize(
    ("comment", "where"),
    [
        (Comment("应为12", cell="B1"), ["11"]),
        (Comment("应为12", cell="段1"), ["总资产326.40"]),
        (Comment("应为12", page=1, bbox=(60, 42, 70, 50)), ["11"]),
        (Comment("应为12", page=1, bbox=(60, 50, 80, 70)), ["11"]),
        (Comment("应为12", page=2, bbox=(60, 42, 70, 50)), []),
        (Comment("应为12"), []),
    ],
    ids=["cell", "paragraph", "box", "a-sign-as-high-as-two-rows", "another-page", "nowhere"],
)
def test_where_a_comment_hangs(comment, where):
    found, note = doubted(comment)
    assert found == where
    assert note.startswith("原有；批注 1 处未计入正文")
    assert "“应为12”" in note


def test_a_cell_of_the_same_address_on_another_sheet_is_not_meant():
    assert doubted(Comment("应为12", sheet="二", cell="B1"), sheet="一")[0] == []
    assert doubted(Comment("应为12", sheet="一", cell="B1"), sheet="一")[0] == ["11"]


def test_many_comments_are_counted_and_the_first_are_quoted():
    note = doubted(*(Comment(f"第{number}条", cell="B1") for number in range(1, 8)))[1]
    assert "批注 7 处" in note
    assert "第5条" in note
    assert "第6条" not in note


def test_a_document_without_comments_is_the_same():
    document = Document("表", "", "", (Page(1, BLOCKS),))
    assert hung(document) is document


@pytest.mark.parametrize(("length", "whole"), [(24, True), (25, False)])
def test_a_long_comment_is_quoted_short(length, whole):
    assert (shortened("字" * length) == "字" * length) is whole
