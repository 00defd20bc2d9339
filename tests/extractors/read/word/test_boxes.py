"""A short text box laid over a printed blank is the blank's value; a longer one is a text of its own."""

import pytest

from extractors.read import read
from schemas.document import Paragraph
from tests.builders.office_files import docx, p


def box(text, style="margin-left:60pt;margin-top:0"):
    inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("|"))
    shape = f'<v:shape style="{style}"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def texts(body):
    return [block.text for block in read(docx(body), "表.docx").pages[0].blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("line", "inner", "shown"),
    [
        pytest.param("上年末总资产      万元", box("326.40"), ["上年末总资产326.40万元"], id="over-the-gap"),
        pytest.param("从业人数____人", box("12"), ["从业人数12人"], id="over-the-rule-to-write-on"),
        pytest.param("上年末总资产万元", box("326.40"), ["上年末总资产万元", "326.40"], id="no-gap-to-fill"),
        pytest.param(
            "上年末总资产    万元", box("326.40", "margin-left:60pt;margin-top:90pt"),
            ["上年末总资产    万元", "326.40"], id="far-below-the-line",
        ),
        pytest.param("总资产    万元", box("甲|乙"), ["总资产    万元", "甲", "乙"], id="two-lines-are-no-value"),
    ],
)  # fmt: skip
def test_a_box_beside_or_over_a_line(line, inner, shown):
    assert texts(p(line, inner)) == shown


def test_two_boxes_fill_the_gaps_under_which_they_lie():
    inner = box("620", "margin-left:160pt") + box("12", "margin-left:50pt")
    assert texts(p("从业人数    人，场地面积    平方米", inner)) == ["从业人数12人，场地面积620平方米"]
