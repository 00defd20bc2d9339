"""A workbook is read as a person sees it, every cell with its address."""

import io
from datetime import date, time
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read import read
from extractors.read.converted import libreoffice
from extractors.read.sheets.notes import notes
from extractors.read.sheets.number_formats import number_format, plain, shown, stored_number
from extractors.read.sheets.sheet import Book, Room, S, column_number, letters
from extractors.read.sheets.xlsx_cells import read_sheet
from schemas.document import Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument
from schemas.trust import Doubt
from tests.builders.office_files import cell, data, formats, grid, number, row, xlsx


def opened(*sheets: str, **parts: str) -> Document:
    return read(xlsx(*sheets, **parts), "演示.xlsx")


def page(sheet: str, **parts: str) -> Page:
    return opened(sheet, **parts).pages[0]


def tables(sheet: str, **parts: str) -> list[list[list[str]]]:
    """The tables of a sheet as rows of text."""
    found = []
    for block in page(sheet, **parts).blocks:
        if isinstance(block, Table):
            lines = [[""] * block.columns for _ in range(block.rows)]
            for each in block.cells:
                lines[each.row][each.column] = each.text
            found.append(lines)
    return found


def lone(sheet: str, **parts: str) -> list[tuple[str | None, str]]:
    return [(block.cell, block.text) for block in page(sheet, **parts).blocks if isinstance(block, Paragraph)]


def test_a_list_under_its_title_is_one_table_with_addresses():
    sheet = data(grid(2, "服务企业名单", "序号|企业名称", "1|示例一公司"))
    (table,) = page(sheet).blocks
    assert isinstance(table, Table)
    assert [(each.address, each.row, each.column) for each in table.cells if each.text == "示例一公司"] == [
        ("B4", 2, 1)
    ]


def test_a_merged_title_is_one_cell():
    sheet = data(grid(1, "服务企业名单||", "序号|名称|备注")) + '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    (table,) = page(sheet).blocks
    assert isinstance(table, Table)
    assert (table.cells[0].text, table.cells[0].colspan, table.columns, len(table.cells)) == ("服务企业名单", 3, 3, 4)


def test_tables_one_below_the_other_are_apart():
    assert tables(data(grid(1, "姓名|学历", "甲|本科") + grid(5, "名称|数量", "仪器|2"))) == [
        [["姓名", "学历"], ["甲", "本科"]],
        [["名称", "数量"], ["仪器", "2"]],
    ]


def test_tables_side_by_side_are_apart():
    assert tables(data(grid(1, "姓名|学历||名称|数量", "甲|本科||仪器|2"))) == [
        [["姓名", "学历"], ["甲", "本科"]],
        [["名称", "数量"], ["仪器", "2"]],
    ]


def test_a_merged_title_over_two_lists_does_not_join_them():
    sheet = (
        data(grid(1, "附件2", "姓名|学历||名称|数量", "甲|本科||仪器|2"))
        + '<mergeCells><mergeCell ref="A1:E1"/></mergeCells>'
    )
    assert lone(sheet) == [("A1", "附件2")]
    assert [lines[0] for lines in tables(sheet)] == [["姓名", "学历"], ["名称", "数量"]]


def bordered(n: int, *columns: str) -> str:
    return row(n, *(cell(f"{column}{n}", style=1) for column in columns))


def test_empty_template_rows_with_borders_keep_a_list_whole():
    sheet = data(grid(1, "序号|名称", "1|示例") + bordered(3, "A", "B") + bordered(4, "A", "B") + grid(5, "合计|1"))
    assert tables(sheet, styles=formats()) == [[["序号", "名称"], ["1", "示例"], ["", ""], ["", ""], ["合计", "1"]]]


def test_rows_after_a_blank_row_are_not_lost():
    sheet = data(grid(1, "序号|名称", "1|示例") + grid(4, "2|测试"))
    assert tables(sheet) == [[["序号", "名称"], ["1", "示例"]], [["2", "测试"]]]


@pytest.mark.parametrize(
    ("right", "count"),
    [pytest.param("姓名|学历", 2, id="the-heading-begins-anew"), pytest.param("电话|备注", 1, id="one-list-goes-on")],
)
def test_a_blank_column_with_borders(right, count):
    blank = [cell(f"C{n}", style=1) for n in (1, 2)]
    head, line = f"姓名|学历||{right}", "甲|本科||乙|大专"
    rows = [
        row(n, *(cell(f"{chr(65 + x)}{n}", text) if text else blank[n - 1] for x, text in enumerate(texts.split("|"))))
        for n, texts in enumerate((head, line), 1)
    ]
    assert len(tables(data(*rows), styles=formats())) == count


def test_a_lone_text_is_a_paragraph_with_its_address():
    assert lone(data(grid(3, "注：以上为演示数据", column="B"))) == [("B3", "注：以上为演示数据")]


def test_hidden_rows_and_columns_are_left_out_and_noted():
    rows = (
        grid(1, "姓名|年龄|学历", "甲|35|本科") + row(3, cell("A3", "乙"), extra='hidden="1"') + grid(4, "丙|40|大专")
    )
    sheet = '<cols><col min="2" max="2" hidden="1"/></cols>' + data(rows)
    assert tables(sheet) == [[["姓名", "学历"], ["甲", "本科"], ["丙", "大专"]]]
    assert page(sheet).note == "隐藏行 1 行未计入、隐藏列 B 未计入"


@pytest.mark.parametrize(
    ("height", "width", "seen"),
    [
        pytest.param("0.75", "9", [["姓名", "年龄", "学历"], ["丙", "40", "大专"]], id="a-row-of-one-pixel"),
        pytest.param("6", "9", [["姓名", "年龄", "学历"], ["甲", "35", "本科"], ["丙", "40", "大专"]], id="a-low-row"),
        pytest.param("15", "0.3", [["年龄", "学历"], ["35", "本科"], ["40", "大专"]], id="a-column-of-two-pixels"),
        pytest.param(
            "15", "1.5", [["姓名", "年龄", "学历"], ["甲", "35", "本科"], ["丙", "40", "大专"]], id="a-narrow-column"
        ),
    ],
)
def test_rows_and_columns_too_small_to_show_anything(height, width, seen):
    rows = (
        row(1, cell("A1", "姓名") + cell("B1", "年龄") + cell("C1", "学历"))
        + row(2, cell("A2", "甲") + cell("B2", "35") + cell("C2", "本科"), extra=f'ht="{height}" customHeight="1"')
        + row(3, cell("A3", "丙") + cell("B3", "40") + cell("C3", "大专"))
    )
    found = tables(f'<cols><col min="1" max="1" width="{width}" customWidth="1"/></cols>' + data(rows))
    assert found == [seen]


@pytest.mark.parametrize(
    ("criteria", "names"),
    [
        pytest.param('<filterColumn colId="0"/>', ["姓名", "甲", "乙"], id="hidden-by-an-active-filter"),
        pytest.param("", ["姓名", "甲"], id="filter-buttons-only"),
    ],
)
def test_rows_that_a_filter_hides_are_kept(criteria, names):
    rows = grid(1, "姓名|年龄", "甲|35") + row(3, cell("A3", "乙"), extra='hidden="1"')
    (lines,) = tables(data(rows) + f'<autoFilter ref="A1:B3">{criteria}</autoFilter>')
    assert [line[0] for line in lines] == names


def test_hidden_sheets_are_kept_and_marked():
    document = opened(data(grid(1, "明")), data(grid(1, "暗")), names=("明表", "暗表"), 暗表='state="veryHidden"')
    assert [(each.number, each.sheet, each.hidden) for each in document.pages] == [
        (1, "明表", False),
        (2, "暗表", True),
    ]


def test_a_formula_shows_its_stored_value_and_is_noted_without_one():
    line = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c><c r="C1" t="str"><f>"甲"</f><v>甲</v></c>'
    document = opened(data(row(1, line)))
    assert tables(data(row(1, line))) == [[["2", "", "甲"]]]
    assert "公式没有保存计算结果：B1" in document.note


@pytest.mark.parametrize(
    ("code", "value", "text", "native"),
    [
        ("General", "12", "12", Decimal(12)),
        ("General", "12.0", "12", Decimal("12.0")),
        ("General", "85.299999999999997", "85.3", Decimal("85.3")),
        ("General", "1.38E+10", "13800000000", Decimal("1.38E+10")),
        ("#,##0.00", "1234567.5", "1234567.5", Decimal("1234567.5")),
        ("0%", "0.85", "85%", Decimal("0.85")),
        ("0.00%", "0.8533", "85.33%", Decimal("0.8533")),
        ("0.00&quot;万元&quot;", "320.5", "320.5万元", Decimal("320.5")),
        ("General&quot;人&quot;", "12", "12人", Decimal(12)),
        ("0!.0,&quot;万&quot;", "12345", "1.2345万", Decimal("1.2345")),
        ("0!.0,", "186000", "18.6", Decimal("18.6")),
        ("0\\.0,", "96000", "9.6", Decimal("9.6")),
        ("#,##0,", "186000", "186", Decimal(186)),
        ("0.00,,", "1860000", "1.86", Decimal("1.86")),
        ("0!.0000", "3000", "0.3", Decimal("0.3")),
        ("000000", "10010", "010010", Decimal(10010)),
        ("000-0000-0000", "13800000000", "138-0000-0000", Decimal(13800000000)),
        ("yyyy-mm-dd", "43164", "2018-03-05", date(2018, 3, 5)),
        ("[$-804]yyyy&quot;年&quot;m&quot;月&quot;", "43164", "2018-03", date(2018, 3, 5)),
        ("yyyy&quot;年&quot;", "43164", "2018", date(2018, 3, 5)),
        ("m/d", "43164", "2018-03-05", date(2018, 3, 5)),
        ("h:mm", "0.5", "12:00", time(12)),
        ("[h]:mm", "1.5", "1.5", Decimal("1.5")),
        ("yyyy-mm-dd", "-5", "-5", Decimal(-5)),
        ("yyyy-mm-dd", "1", "1900-01-01", date(1900, 1, 1)),
    ],
)
def test_numbers_under_their_formats(code, value, text, native):
    (table,) = page(data(row(1, number("A1", value, 1), number("B1", "1"))), styles=formats(code)).blocks
    assert isinstance(table, Table)
    assert (table.cells[0].text, table.cells[0].native) == (text, native)


def test_a_workbook_that_counts_from_1904():
    sheet = data(row(1, number("A1", "41702", 1)))
    assert lone(sheet, styles=formats("yyyy-mm-dd"), properties='<workbookPr date1904="1"/>') == [("A1", "2018-03-05")]


def test_truths_errors_and_text_numbers():
    line = '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>' + cell("C1", "13800000000")
    (table,) = page(data(row(1, line))).blocks
    assert isinstance(table, Table)
    assert [(each.text, each.native) for each in table.cells] == [
        ("TRUE", True),
        ("#REF!", None),
        ("13800000000", None),
    ]


def test_shared_strings_without_phonetics_and_controls():
    strings = "<si><r><t>张</t></r><r><t>三_x000D_</t></r><rPh><t>zhang</t></rPh></si>"
    assert lone(data(row(1, '<c r="A1" t="s"><v>0</v></c>')), strings=strings) == [("A1", "张三")]


def test_a_tick_in_a_symbol_font_is_a_mark():
    styles = (
        '<fonts><font/><font><name val="Wingdings 2"/></font></fonts><borders><border/></borders>'
        '<cellXfs><xf/><xf fontId="1"/></cellXfs>'
    )
    line = '<c r="A1" s="1" t="inlineStr"><is><t>R</t></is></c>' + cell("B1", "R")
    assert tables(data(row(1, line)), styles=styles) == [[["☑", "R"]]]


def test_a_declared_million_of_rows_is_not_believed():
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 4000))
    far = row(1_048_576, '<c r="XFD1048576" s="1"/>')
    sheet = '<dimension ref="A1:XFD1048576"/>' + data(grid(1, "姓名|学历", "甲|本科") + empty + far)
    assert tables(sheet, styles=formats()) == [[["姓名", "学历"], ["甲", "本科"]]]


def test_a_merge_over_the_whole_sheet_is_bounded():
    sheet = data(grid(1, "甲|乙", "丙|丁")) + '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    assert tables(sheet) == [[["甲", "乙"], ["丙", "丁"]]]


def test_texts_at_the_far_corners_do_not_hang():
    lines = (row(n, cell(f"A{n}", "甲"), cell(f"XFD{n}", "乙")) for n in range(1, 4000, 2))
    assert len(lone(data(*lines))) == 4000


def test_cells_without_addresses_follow_each_other():
    line = "<row><c><v>1</v></c><c><v>2</v></c></row>"
    assert tables(data(line, line)) == [[["1", "2"], ["1", "2"]]]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        pytest.param(5, "", id="room-for-all"),
        pytest.param(4, "最后 1 行未读取", id="room-for-all-but-the-last-row"),
        pytest.param(1, "最后 2 行未读取", id="room-for-the-first-row-only"),
    ],
)
def test_a_workbook_without_end_is_read_as_far_as_there_is_room(cells, said):
    book = Book((), (), room=Room(cells=cells))
    sheet = read_sheet(
        f'<worksheet xmlns="{S[1:-1]}">{data(grid(1, "甲|乙", "丙|丁", "戊"))}</worksheet>'.encode(), book
    )
    remarks = list(notes(sheet, frozenset()))
    assert remarks == ([f"内容过多，{said}"] if said else [])


def test_a_text_that_the_file_does_not_hold_is_said_to_be_missing():
    document = opened(data(row(1, number("A1", "1"), '<c r="B1" t="s"><v>9</v></c>')))
    assert "1 个单元格的文字在文件中缺失" in document.note


def test_what_cannot_be_a_number_stays_text():
    assert lone(data(row(1, '<c r="A1"><v>1E+999999999</v></c>'))) == [("A1", "1E+999999999")]


@pytest.mark.parametrize("sheet", ["<sheetData><row", "<sheetData><row r='1'></sheetData>"])
def test_a_damaged_sheet_is_said_so(sheet):
    with pytest.raises(UnreadableDocument, match="损坏"):
        opened(sheet)


def test_what_openpyxl_writes_is_read(monkeypatch):
    monkeypatch.setenv(libreoffice.VARIABLE, "no-such-program")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["购买时间", "价格", "合计"])
    sheet.append([date(2018, 3, 5), 12.5, "=B2*2"])
    buffer = io.BytesIO()
    book.save(buffer)
    document = read(buffer.getvalue(), "演示.xlsx")
    (table,) = document.pages[0].blocks
    assert isinstance(table, Table)
    assert [each.text for each in table.cells[3:]] == ["2018-03-05", "12.5", ""]
    assert "C2" in document.note
    assert table.cells[5].doubts == {Doubt.NOT_READ}


@given(st.integers(1, 16_384))
def test_column_letters_read_back(column):
    assert column_number(letters(column)) == column


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_reads_back_from_its_text(value):
    stored = stored_number(str(value))
    assert stored == value
    assert Decimal(plain(value)) == value


@given(st.text(max_size=30), st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**7), max_value=10**7))
def test_no_number_format_breaks_the_reader(code, value):
    assert isinstance(shown(value, number_format(0, code))[0], str)


@pytest.mark.parametrize(
    ("code", "says"), [(r"\1\.0#", "1.3"), (r'"共"0"家"', "共3家"), (r'"No."0', "No3"), (r"0\.0", "0.3"), ("0.00", "3")]
)
def test_signs_that_a_format_sets_before_the_digits(code: str, says: str):
    assert shown(Decimal(3), number_format(0, code))[0] == says
