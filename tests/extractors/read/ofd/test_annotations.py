"""What annotations show over an OFD page is read with it; what says nothing of its own is not."""

from __future__ import annotations

import pytest

from extractors.read import read
from schemas.document import Paragraph
from schemas.trust import Doubt
from tests.builders.old_files import ofd, said

NAME = 'xmlns:ofd="http://www.ofdspec.org/2016"'
DOCUMENT = (
    f"<ofd:Document {NAME}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    '</ofd:CommonData><ofd:Pages><ofd:Page ID="0" BaseLoc="Pages/P0/Content.xml"/></ofd:Pages>'
    "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>"
)
OVERVIEW = (
    f'<ofd:Annotations {NAME}><ofd:Page PageID="0"><ofd:FileLoc>P0/Annot.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>'
)
LABEL = said("上年末总资产示例一栏", 20, 20)


def annotated(shown: str, kind: str = "Stamp", visible: str = "true", page: str = LABEL) -> bytes:
    note = f'<ofd:Annot Type="{kind}" Visible="{visible}">{shown}</ofd:Annot>'
    return ofd(
        page,
        more={
            "Doc_0/Document.xml": DOCUMENT,
            "Doc_0/Annots/Annotations.xml": OVERVIEW,
            "Doc_0/Annots/P0/Annot.xml": f"<ofd:PageAnnot {NAME}>{note}</ofd:PageAnnot>",
        },
    )


def typed(text: str, x: float = 60, y: float = 20) -> str:
    return f'<ofd:Appearance Boundary="{x} {y} 60 10">{said(text, 0, 0)}</ofd:Appearance>'


def words(data: bytes) -> tuple[str, str]:
    page = read(data, "表.ofd").pages[0]
    text = "".join(block.text for block in page.blocks if isinstance(block, Paragraph)).replace(" ", "")
    return text, page.note


def test_a_typed_note_stands_where_its_boundary_is_and_is_told():
    text, note = words(annotated(typed("三百万元")))
    assert text == "上年末总资产示例一栏三百万元"
    assert "注释" in note


@pytest.mark.parametrize(("kind", "visible"), [("Link", "true"), ("Watermark", "true"), ("Stamp", "false")])
def test_what_says_nothing_or_is_not_seen_is_left_out(kind, visible):
    assert words(annotated(typed("三百万元"), kind, visible))[0] == "上年末总资产示例一栏"


def test_a_white_area_hides_the_words_beneath_and_what_is_typed_on_it_counts():
    cover = (
        '<ofd:PathObject Boundary="60 19 60 8" Fill="true" Stroke="false"><ofd:FillColor Value="255 255 255"/>'
        "<ofd:AbbreviatedData>M 0 0 L 60 0 L 60 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    text, note = words(ofd(LABEL + said("旧值", 62, 20) + cover + said("新值", 62, 20)))
    assert text == "上年末总资产示例一栏新值"
    assert "遮盖" in note


def test_a_pale_watermark_across_the_page_is_set_apart():
    pale = '<ofd:FillColor Value="200 200 200"/>'
    mark = said("样本", 22, 19, 10).replace("<ofd:TextCode", f"{pale}<ofd:TextCode")
    page = read(ofd(LABEL + mark), "表.ofd").pages[0]
    assert [block.text for block in page.blocks] == ["上年末总资产示例一栏"]
    assert [one.text for one in page.furniture] == ["样本"]


def test_annotations_that_do_not_open_are_told():
    data = ofd(
        LABEL,
        more={
            "Doc_0/Document.xml": DOCUMENT,
            "Doc_0/Annots/Annotations.xml": OVERVIEW,
            "Doc_0/Annots/P0/Annot.xml": "<broken",
        },
    )
    text, note = words(data)
    assert text == "上年末总资产示例一栏"
    assert "无法打开" in note


@pytest.mark.parametrize(
    ("shown", "kind", "told"),
    [
        ('<ofd:Remark>应为 12</ofd:Remark><ofd:Appearance Boundary="20 20 30 5"/>', "Highlight", ["应为 12"]),
        ('<ofd:Remark> </ofd:Remark><ofd:Appearance Boundary="20 20 30 5"/>', "Highlight", []),
        (f"<ofd:Remark>三百万元</ofd:Remark>{typed('三百万元')}", "Stamp", []),
    ],
    ids=["a-marked-passage", "without-words", "the-words-of-a-typed-note"],
)
def test_what_was_written_to_other_readers_is_told_and_makes_the_place_doubtful(shown, kind, told):
    document = read(annotated(shown, kind), "表.ofd")
    assert [one.text for one in document.comments] == told
    assert ("批注" in document.note) is bool(told)
    assert any(Doubt.COMMENTED in block.doubts for block in document.pages[0].blocks) is bool(told)
