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


def noted(kind, body):
    aside = "".join(
        f'<w:{kind} w:id="{number}" w:type="{sort}">{p(words)}</w:{kind}>'
        for number, sort, words in (
            (0, "separator", ""),
            (2, "normal", "其中不含劳务派遣人员"),
            (3, "normal", "见附表"),
        )
    )
    part = f"<w:{kind}s {WORD}>{aside}</w:{kind}s>"
    return read(docx(body, laid_in=((f"{kind}s", f"{kind}s.xml", part.encode()),)), "表.docx")


@pytest.mark.parametrize(("kind", "called"), [("footnote", "脚注"), ("endnote", "尾注")])
def test_footnotes_and_endnotes_are_told_and_no_text(kind, called):
    document = noted(kind, p("从业人数15", f'<w:r><w:{kind}Reference w:id="2"/></w:r>'))
    assert [block.text for block in document.pages[0].blocks] == ["从业人数15"]
    assert document.note == f"{called} 2 处未计入正文：“其中不含劳务派遣人员”、“见附表”"


def test_notes_that_nothing_refers_to_are_not_told():
    assert noted("footnote", p("从业人数15")).note == ""
