"""Old and foreign workbooks say what the XLSX of the same content says."""

from __future__ import annotations

import contextlib
import struct
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.read import media_type as media_types
from extractors.read import ole, read
from extractors.read.sheets import xls_looks
from schemas.document import Document, Paragraph, Table
from schemas.errors import UnreadableDocument
from schemas.trust import Doubt
from tests.builders import old_files
from tests.builders.old_files import (
    BORDERED,
    GENERAL,
    MONTH,
    PERCENT,
    STRUCK,
    WHITE,
    WHITE_ON_BLUE,
    WHITE_ON_WHITE,
    ods,
    xls,
)

LIST = {
    (2, 1): "序号",
    (2, 2): "企业名称",
    (2, 3): "占比",
    (2, 4): "年月",
    (3, 1): 1,
    (3, 2): "示例公司",
    (3, 3): 0.853,
    (3, 4): 45717,
}
LOOKS = {(3, 3): PERCENT, (3, 4): MONTH}


def table(document: Document) -> Table:
    (block,) = document.pages[0].blocks
    assert isinstance(block, Table)
    return block


def texts(document: Document) -> dict[str | None, str]:
    return {cell.address: cell.text for cell in table(document).cells}


def test_numbers_dates_and_percentages_read_as_a_person_sees_them():
    found = read(xls(LIST, styles=LOOKS), "名单.xls")
    assert texts(found) | {"B4": "1", "C4": "示例公司", "D4": "85.3%", "E4": "2025-03"} == texts(found)
    assert found.media_type == media_types.XLS
    assert found.pages[0].sheet == "名单"
    natives = {cell.address: cell.native for cell in table(found).cells}
    assert natives["D4"] == Decimal("0.853")
    assert natives["B4"] == 1


def test_wps_sheets_are_the_same_file_under_another_name():
    assert read(xls(LIST), "名单.et").media_type == media_types.ET


def test_merged_cells_are_one_cell_with_spans():
    cells = {(0, 0): "示例企业名单", **{(1, at): f"列{at}" for at in range(3)}}
    first = table(read(xls(cells, merges=[(0, 0, 0, 2)]), "a.xls")).cells[0]
    assert (first.text, first.rowspan, first.colspan) == ("示例企业名单", 1, 3)


def test_hidden_rows_and_columns_are_left_out_and_counted():
    found = read(xls(LIST, hidden_rows=[3], hidden_columns=[4]), "a.xls")
    assert set(texts(found)) == {"B3", "C3", "D3"}
    assert "隐藏行 1 行" in found.pages[0].note
    assert "隐藏列 E" in found.pages[0].note


def test_empty_rows_with_borders_keep_a_list_whole():
    cells = {(0, 0): "序号", (0, 1): "名称", (3, 0): "合计", (3, 1): "2"}
    blanks = [(row, column) for row in (1, 2) for column in (0, 1)]
    assert table(read(xls(cells, blanks=blanks, styles={(0, 0): BORDERED}), "a.xls")).rows == 4
    assert all(not isinstance(block, Table) or block.rows == 1 for block in read(xls(cells), "a.xls").pages[0].blocks)


def test_a_hidden_sheet_is_marked():
    assert read(xls(LIST, hidden=True), "a.xls").pages[0].hidden
    assert not read(xls(LIST), "a.xls").pages[0].hidden


def test_a_cell_far_off_costs_no_memory():
    with pytest.raises(UnreadableDocument, match="相距极远"):
        read(xls({(0, 0): "甲", (65535, 255): "乙"}), "a.xls")
    assert read(xls({(0, 0): "甲", (9999, 9): "乙"}), "a.xls").pages


CELL = "<table:table-cell {0}><text:p>{1}</text:p></table:table-cell>"
TEXT = 'office:value-type="string"'
STYLES = """
<number:percentage-style style:name="N1"><number:number/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="N2"><number:year/><number:text>年</number:text><number:month/></number:date-style>
<number:number-style style:name="N3">
<number:text>共</number:text><number:number/><number:text>家</number:text></number:number-style>
<style:style style:name="p" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="m" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="u" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="child" style:family="table-cell" style:parent-style-name="u"/>
"""


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        pytest.param('office:value-type="float" office:value="12"', "12", id="no-trailing-zero"),
        pytest.param('table:style-name="p" office:value-type="percentage" office:value="0.853"', "85.3%", id="percent"),
        pytest.param('office:value-type="percentage" office:value="0.853"', "85.3%", id="percent-without-style"),
        pytest.param('office:value-type="date" office:date-value="2025-03-01"', "2025-03-01", id="date"),
        pytest.param(
            'table:style-name="m" office:value-type="date" office:date-value="2025-03-01"', "2025-03", id="month"
        ),
        pytest.param('office:value-type="time" office:time-value="PT09H30M00S"', "09:30", id="time"),
        pytest.param('table:style-name="u" office:value-type="float" office:value="60"', "共60家", id="unit"),
        pytest.param(
            'table:style-name="child" office:value-type="float" office:value="60"', "共60家", id="parent-style"
        ),
        pytest.param('office:value-type="boolean" office:boolean-value="true"', "TRUE", id="truth"),
    ],
)
def test_an_ods_cell_shows(stored: str, shown: str):
    assert texts(read(ods(row(cell("项目"), CELL.format(stored, "所见")), STYLES), "a.ods"))["B1"] == shown


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(text: str, attributes: str = "") -> str:
    return CELL.format(f"{TEXT} {attributes}", text)


def test_ods_repeats_spans_and_hidden_rows():
    rows = (
        row(cell("标题", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>"),
        row(cell("是", 'table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="2"'),
        row(cell("藏"), attributes='table:visibility="collapse"'),
        row(cell("筛"), cell("选"), attributes='table:visibility="filter"'),
        row("<table:table-cell/>", attributes='table:number-rows-repeated="1048571"'),
    )
    found = read(ods("".join(rows)), "a.ods")
    assert texts(found) == {"A1": "标题", "A2": "是", "B2": "是", "A3": "是", "B3": "是", "A5": "筛", "B5": "选"}
    assert "隐藏行 1 行未计入" in found.pages[0].note


@pytest.mark.parametrize(("times", "kept"), [(10_000, 10_000), (10_001, 10_000), (1_048_577, 10_000)])
def test_an_ods_that_repeats_a_row_too_often_is_read_so_far_and_says_so(times, kept):
    rows = row(cell("姓名")) + row(cell("甲"), attributes=f'table:number-rows-repeated="{times}"')
    found = read(ods(rows), "a.ods")
    assert sum(text == "甲" for text in texts(found).values()) == kept
    assert ("重复" in found.pages[0].note) is bool(found.unread) is (times > kept)


def test_an_ods_of_too_many_cells_is_refused():
    rows = row(cell("1", 'table:number-columns-repeated="201"'), attributes='table:number-rows-repeated="10000"')
    with pytest.raises(UnreadableDocument, match="庞大"):
        read(ods(rows), "a.ods")


@pytest.mark.parametrize(
    ("data", "path"),
    [
        pytest.param(xls(LIST, locked=True), "a.xls", id="xls"),
        pytest.param(ods("", manifest="<encryption-data/>"), "a.ods", id="ods"),
        pytest.param(old_files.word(locked=True), "a.doc", id="doc"),
        pytest.param(old_files.word(locked=True), "a.wps", id="wps"),
        pytest.param(old_files.ofd("", more={"Encryptions.xml": "<x/>"}), "a.ofd", id="ofd"),
    ],
)
def test_a_locked_file_says_so(data: bytes, path: str):
    with pytest.raises(UnreadableDocument, match="密码"):
        read(data, path)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        pytest.param(xls(LIST)[:700], "a.xls", id="xls-cut"),
        pytest.param(old_files.word()[:700], "a.doc", id="doc-cut"),
        pytest.param(ods("")[:-40], "a.ods", id="ods-cut"),
    ],
)
def test_a_damaged_file_says_so(data: bytes, path: str):
    with pytest.raises(UnreadableDocument, match="损坏"):
        read(data, path)


def test_a_word_file_in_book_fonts_is_no_workbook():
    assert (
        media_types.media_type(old_files.compound({"WordDocument": "Bookman Book\0".encode("utf-16-le")}), "a")
        == media_types.DOC
    )


def test_an_empty_sheet_is_blank():
    page = read(xls({}), "a.xls").pages[0]
    assert page.kind == "blank"
    assert not any(isinstance(block, Paragraph) for block in page.blocks)


def test_sizes_that_are_only_stated_reserve_no_memory():
    lie = struct.pack("<HHLLHHH", 0x200, 14, 0, 0xFFFFFFFF, 0, 0xFFFF, 0) + struct.pack("<HHLL", 0xFC, 8, 1, 0xFFFFFFFF)
    tame, area = xls_looks.tamed(lie + struct.pack("<HHHHHd", 0x203, 14, 9, 3, 0, 1.5))
    assert tame[4:18] == bytes(14)
    assert struct.unpack_from("<L", tame, 26)[0] < 100
    assert area == 10 * 4


@given(st.integers(0, 300_000))
def test_a_stream_survives_a_container_of_its_own(size):
    stream = bytes(range(256)) * (size // 256 + 1)
    found = ole.Compound(ole.alone("Workbook", stream[:size])).read("Workbook")
    assert found is not None
    assert found[:size] == stream[:size]


@settings(deadline=None)
@given(st.data())
def test_a_workbook_with_changed_bytes_raises_nothing_but_unreadable(drawn):
    whole = bytearray(xls(LIST, styles=LOOKS))
    for _ in range(drawn.draw(st.integers(1, 4))):
        whole[drawn.draw(st.integers(0, len(whole) - 1))] = drawn.draw(st.integers(0, 255))
    with contextlib.suppress(UnreadableDocument):
        assert read(bytes(whole), "a.xls").path == "a.xls"


@pytest.mark.parametrize(
    ("style", "conditions", "seen"),
    [
        (WHITE, False, False),
        (WHITE_ON_WHITE, False, False),
        (WHITE_ON_BLUE, False, True),
        (GENERAL, False, True),
        (WHITE, True, True),
    ],
)
def test_white_type_is_seen_on_a_ground_alone_or_where_a_condition_may_lay_one(style, conditions, seen):
    cells = {(0, 0): "姓名", (0, 1): "年龄", (1, 0): "甲", (1, 1): 46, (2, 0): "乙", (2, 1): 39}
    found = read(xls(cells, styles={(2, 0): style, (2, 1): style}, conditions=conditions), "名单.xls")
    assert ("乙" in texts(found).values()) is seen
    assert table(found).rows_left_out == (0 if seen else 1)
    assert ("A3、B3" in found.note) is not seen


def test_a_name_struck_out_alone_leaves_its_row_for_a_person():
    cells = {(0, 0): "姓名", (0, 1): "年龄", (1, 0): "甲", (1, 1): 46, (2, 0): "乙", (2, 1): 39}
    found = table(read(xls(cells, styles={(2, 0): STRUCK}), "名单.xls"))
    assert {cell.address for cell in found.cells if Doubt.MARKED_AS_GONE in cell.doubts} == {"A3"}


def ods_list(style):
    cells = "".join(f"<table:table-cell{style}><text:p>{one}</text:p></table:table-cell>" for one in ("乙", "三十九"))
    head = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in ("姓名", "年龄"))
    first = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in ("甲", "四十六"))
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in (head, first, cells))


def cell_style(name, text="", ground="", parent="", inner=""):
    """A style of cells in an OpenDocument workbook."""
    built_on = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{built_on}>'
        f"<style:text-properties{text}/><style:table-cell-properties{ground}/>{inner}</style:style>"
    )


ON_BLUE, ON_WHITE = ' fo:background-color="#003366"', ' fo:background-color="transparent"'
IN_WHITE = cell_style("w", ' fo:color="#ffffff"')


@pytest.mark.parametrize(
    ("styles", "seen"),
    [
        (IN_WHITE, False),
        (cell_style("w", ' fo:color="#ffffff"', ON_WHITE), False),
        (cell_style("p", ' fo:color="#ffffff"') + cell_style("w", parent="p"), False),
        (cell_style("p", "", ON_BLUE) + cell_style("w", ' fo:color="#ffffff"', parent="p"), True),
        (cell_style("w", ' fo:color="#ffffff"', ON_BLUE), True),
        (
            cell_style("w", ' fo:color="#ffffff"', inner='<style:map style:condition="x" style:apply-style-name="y"/>'),
            True,
        ),
        (cell_style("w", ' fo:color="#c0c0c0"'), True),
    ],
)
def test_white_type_in_an_open_document(styles, seen):
    found = read(ods(ods_list(' table:style-name="w"'), styles=styles), "名单.ods")
    assert ("乙" in texts(found).values()) is seen
    assert table(found).rows_left_out == (0 if seen else 1)


def test_a_name_struck_out_alone_in_an_open_document_leaves_its_row_for_a_person():
    struck = cell_style("w", ' style:text-line-through-style="solid"')
    rows = ods_list("").replace("<table:table-cell><text:p>乙", '<table:table-cell table:style-name="w"><text:p>乙')
    found = table(read(ods(rows, styles=struck), "名单.ods"))
    assert {cell.address for cell in found.cells if Doubt.MARKED_AS_GONE in cell.doubts} == {"A3"}
