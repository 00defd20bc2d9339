"""A comment of a DOCX is no text; it hangs on the paragraph or cell that refers to it."""

from __future__ import annotations

import pytest

from extractors.read import read
from schemas.document import Table
from schemas.trust import Doubt
from tests.builders.office_files import WORD, docx, p, run, tbl, tc, tr

REFERENCE = '<w:r><w:commentReference w:id="0"/></w:r>'
RANGE = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/>'


def commented(body, words="应为12"):
    comments = f'<w:comments {WORD}><w:comment w:id="0" w:author="审核">{p(words)}</w:comment></w:comments>'
    return read(docx(body, laid_in=(("comments", "comments.xml", comments.encode()),)), "表.docx")


@pytest.mark.parametrize(
    ("body", "address"),
    [
        (p("从业人数11人", REFERENCE), "段1"),
        (p() + p("从业人数", RANGE.format(run("11人"))), "段1"),
        (tbl(tr(tc("从业人数"), tc(inner=p("11", REFERENCE)))), "表1!R1C2"),
        (tbl(tr(tc("从业人数"), tc(inner=p(inner=REFERENCE)))), "表1!R1C2"),
    ],
    ids=["by-its-reference", "by-its-range", "in-a-cell", "in-an-empty-cell"],
)
def test_where_a_comment_hangs(body, address):
    document = commented(body)
    assert [(one.text, one.cell) for one in document.comments] == [("应为12", address)]
    assert f"{address}“应为12”" in document.note
    texts = [
        (cell.address, cell.doubts)
        for block in document.pages[0].blocks
        for cell in (block.cells if isinstance(block, Table) else ())
    ] or [(block.cell, block.doubts) for block in document.pages[0].blocks]
    assert [place for place, doubts in texts if Doubt.COMMENTED in doubts] == [address]
    assert "应为12" not in str(document.pages)


def test_a_comment_that_nothing_refers_to_is_told_and_hangs_nowhere():
    document = commented(p("从业人数11人"))
    assert [one.cell for one in document.comments] == [None]
    assert "应为12" in document.note
    assert not document.pages[0].blocks[0].doubts


def test_a_comment_without_words_is_none():
    assert commented(p("从业人数11人", REFERENCE), words=" ").comments == ()
