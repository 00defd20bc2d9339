"""OFD pages read as PDF pages do: text in order, ruled tables, templates, pictures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read import media_type as media_types
from extractors.read import read
from extractors.read.ofd.page import deltas
from schemas.document import Document, Paragraph, Table
from schemas.errors import UnreadableDocument
from tests.builders.old_files import line, ofd, said

GRID = "".join(line(20, y, 120, y) for y in (50, 60, 70)) + "".join(line(x, 50, x, 70) for x in (20, 70, 120))


def texts(document: Document, page: int = 0) -> list[str]:
    return [block.text for block in document.pages[page].blocks if isinstance(block, Paragraph)]


def test_text_reads_with_its_place_in_points():
    found = read(ofd(said("关于认定示范平台的通知", 50, 30, 6)), "通知.ofd")
    (block,) = found.pages[0].blocks
    assert found.media_type == media_types.OFD
    assert block.text == "关于认定示范平台的通知"
    assert block.bbox == pytest.approx((50 * 72 / 25.4, 30 * 72 / 25.4, 116 * 72 / 25.4, 36 * 72 / 25.4), abs=1)
    assert found.place(found.pages[0], block).page == 1


def test_ruled_lines_make_a_table():
    words = said("从业人数", 22, 53) + said("示例", 80, 53) + said("总资产", 22, 63) + said("万元", 80, 63)
    (table,) = read(ofd(GRID + words), "表.ofd").pages[0].blocks
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (2, 2)
    assert [cell.text for cell in table.cells] == ["从业人数", "示例", "总资产", "万元"]


def test_a_template_lies_under_every_page():
    found = read(
        ofd(said("第一页正文内容示例", 30, 60), said("第二页正文内容示例", 30, 60), template=said("示例平台", 30, 40)),
        "a.ofd",
    )
    assert [texts(found, page)[0] for page in (0, 1)] == ["示例平台", "示例平台"]


def test_a_matrix_scales_and_moves_the_text():
    moved = said("示例平台申报材料", 20, 20, 2.0, CTM="2 0 0 2 10 10")
    (block,) = read(ofd(moved), "a.ofd").pages[0].blocks
    assert block.text == "示例平台申报材料"
    assert block.bbox[0] == pytest.approx(30 * 72 / 25.4, abs=1)
    assert block.bbox[3] - block.bbox[1] == pytest.approx(4 * 72 / 25.4, abs=1)


def test_words_far_apart_stay_apart():
    (text,) = texts(read(ofd(said("注册资本金额", 20, 20) + said("服务收入金额", 70, 20)), "a.ofd"))[:1]
    assert "注册资本金额服务" not in text


def test_a_page_of_one_picture_is_a_scan():
    page = read(ofd('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="1"/>'), "a.ofd").pages[0]
    assert page.kind == "scan"
    assert not page.blocks


def test_invisible_text_is_not_read():
    found = read(ofd(said("看得见的正文内容", 20, 20) + said("看不见的正文内容", 20, 40, Visible="false")), "a.ofd")
    assert texts(found) == ["看得见的正文内容"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("1 2.5 3", [1, 2.5, 3], id="plain"),
        pytest.param("g 3 2.5 1", [2.5, 2.5, 2.5, 1], id="run"),
        pytest.param("1 g 2 4", [1, 4, 4], id="run-at-the-end"),
        pytest.param("g 1000000000 1", [1] * 9, id="no-longer-than-the-text"),
        pytest.param("1 g", [1], id="run-cut-short"),
        pytest.param("1 x 2", [1], id="no-number"),
        pytest.param(None, [], id="none"),
    ],
)
def test_steps_between_letters(text, found):
    assert deltas(text, 9) == found


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9))))
def test_a_run_says_what_its_numbers_say(runs):
    short = " ".join(f"g {count} {value}" for count, value in runs)
    long = [value for count, value in runs for _ in range(count)]
    assert deltas(short, 1000) == long


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ofd(said("示例", 1, 1))[:-50], id="cut"),
        pytest.param(ofd(), id="no-pages"),
        pytest.param(ofd("", more={"OFD.xml": "<a"}), id="no-xml"),
    ],
)
def test_a_damaged_ofd_says_so(data):
    with pytest.raises(UnreadableDocument, match="损坏"):
        read(data, "a.ofd")


def test_a_damaged_page_costs_itself_alone():
    broken = ofd(said("第一页正文内容示例", 30, 60), "", more={"Doc_0/Pages/P1/Content.xml": "<a"})
    assert [page.kind for page in read(broken, "a.ofd").pages] == ["text", "unreliable_text"]


def test_entities_are_not_followed():
    evil = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    with pytest.raises(UnreadableDocument, match="实体"):
        read(ofd("", more={"Doc_0/Document.xml": evil}), "a.ofd")


@pytest.mark.parametrize("root", ["/Doc_0/Document.xml", "Doc_0/Document.xml", "./Doc_0/Document.xml"])
def test_a_document_that_is_listed_twice_is_read_once(root):
    listed = f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>"
    bodies = f'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016">{listed * 30}</ofd:OFD>'
    found = read(ofd(said("关于认定示范平台的通知", 50, 30, 6), more={"OFD.xml": bodies}), "通知.ofd")
    assert [texts(found, page) for page in range(len(found.pages))] == [["关于认定示范平台的通知"]]
