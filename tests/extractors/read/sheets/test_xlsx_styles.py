"""White type on a white ground is not read, on a ground it is; what a condition strikes out is doubted."""

import io

import openpyxl
import pytest
from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.table import Table as SheetTable

from extractors.read import read
from schemas.document import Table
from schemas.trust import Doubt

WHITE = Font(color="FFFFFFFF")
BLUE = PatternFill("solid", fgColor="FF1F4E78")
PAPER = PatternFill("solid", fgColor="FFFFFFFF")


def made(change):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("姓名", "年龄"), ("甲一", 30), ("乙二", 40)):
        sheet.append(row)
    change(sheet)
    stream = io.BytesIO()
    book.save(stream)
    (page,) = read(stream.getvalue(), "名单.xlsx").pages
    (table,) = [block for block in page.blocks if isinstance(block, Table)]
    return table, page.note


@pytest.mark.parametrize(
    ("border", "doubted"),
    [
        pytest.param(Border(diagonal=Side("thin"), diagonalUp=True), True, id="a-slanting-line"),
        pytest.param(Border(diagonal=Side("thin"), diagonalDown=True), True, id="the-other-way"),
        pytest.param(Border(diagonal=Side("thin")), False, id="one-that-is-not-drawn"),
        pytest.param(Border(top=Side("thin")), False, id="a-rule"),
    ],
)
def test_a_line_that_slants_through_a_cell_leaves_it_for_a_person(border, doubted):
    table, _ = made(lambda sheet: setattr(sheet["A3"], "border", border))
    assert [cell.address for cell in table.cells if Doubt.OVERLAID in cell.doubts] == (["A3"] if doubted else [])


@pytest.mark.parametrize(
    ("fill", "seen"),
    [
        pytest.param(None, False, id="no-ground"),
        pytest.param(PAPER, False, id="a-white-ground"),
        pytest.param(BLUE, True, id="a-dark-ground"),
    ],
)
def test_a_row_in_white(fill, seen):
    def change(sheet):
        for cell in sheet[3]:
            cell.font = WHITE
            if fill is not None:
                cell.fill = fill

    table, note = made(change)
    assert ("乙二" in [cell.text for cell in table.cells]) is seen
    assert ("不显示的内容未计入" in note) is not seen
    assert table.rows_left_out == (0 if seen else 1)


def test_the_head_of_a_table_whose_look_lays_the_ground_is_read():
    def change(sheet):
        sheet.add_table(SheetTable(displayName="名单", ref="A1:B3"))
        for cell in sheet[1]:
            cell.font = WHITE

    table, _ = made(change)
    assert "姓名" in [cell.text for cell in table.cells]


@pytest.mark.parametrize("look", [Font(strike=True), WHITE])
def test_what_a_condition_strikes_out_or_whitens_is_doubted(look):
    table, note = made(lambda sheet: sheet.conditional_formatting.add("A3:B3", FormulaRule(["TRUE"], font=look)))
    gone = [cell.text for cell in table.cells if Doubt.MARKED_AS_GONE in cell.doubts]
    assert gone == ["乙二", "40"]
    assert "按条件" in note


def test_a_condition_that_only_colours_says_nothing():
    table, _ = made(lambda sheet: sheet.conditional_formatting.add("A3:B3", FormulaRule(["TRUE"], fill=BLUE)))
    assert not any(cell.doubts for cell in table.cells)


def test_a_name_struck_out_leaves_its_row_in_doubt_and_a_whole_row_none():
    def strike(cells):
        for cell in cells:
            cell.font = Font(strike=True)

    table, _ = made(lambda sheet: strike([sheet["A3"]]))
    assert [cell.text for cell in table.cells if Doubt.MARKED_AS_GONE in cell.doubts] == [""]
    table, _ = made(lambda sheet: strike(sheet[3]))
    assert table.rows == 2


@pytest.mark.parametrize(
    ("ink", "seen"),
    [
        pytest.param("FF1F4E78", False, id="in-the-colour-of-its-ground"),
        pytest.param("FF1F4E79", True, id="in-another"),
    ],
)
def test_type_in_the_colour_of_its_own_ground_is_seen_by_nobody(ink, seen):
    def dark(sheet):
        sheet["A3"].fill, sheet["A3"].font = BLUE, Font(color=ink)

    table, note = made(dark)
    assert ("乙二" in [cell.text for cell in table.cells]) is seen
    assert ("A3" in note) is not seen


@pytest.mark.parametrize(
    ("code", "doubted"),
    [pytest.param(";;;", True, id="shows-nothing"), pytest.param("0.00", False, id="shows-two-places")],
)
def test_a_condition_whose_format_shows_nothing_leaves_the_cells_in_doubt(code, doubted):
    def conditional(sheet):
        hidden = DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode=code))
        sheet.conditional_formatting.add("B2:B3", Rule(type="expression", formula=["B2>35"], dxf=hidden))

    table, note = made(conditional)
    assert ("按条件" in note) is doubted
    assert any(cell.doubts for cell in table.cells) is doubted


def coloured(*addresses, fill=BLUE, wide=5):
    """The empty cells that are left for a person, in a sheet with these cells filled."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["姓名", "年龄", "学历", "职称", "满意"][:wide])
    for number in (2, 3):
        sheet.append([f"甲{number}", 30, "本科", "工程师"][: wide - 1])
    for address in addresses:
        sheet[address].fill = fill
    stream = io.BytesIO()
    book.save(stream)
    (page,) = read(stream.getvalue(), "名单.xlsx").pages
    cells = [cell for block in page.blocks if isinstance(block, Table) for cell in block.cells]
    return [cell.address for cell in cells if Doubt.NOT_READ in cell.doubts]


@pytest.mark.parametrize(
    ("addresses", "left"),
    [
        pytest.param(["E2"], ["E2"], id="one-coloured-cell"),
        pytest.param(["E2", "E3"], ["E2", "E3"], id="in-each-row"),
        pytest.param([f"{column}2" for column in "ABCDE"], [], id="a-row-in-a-colour"),
        pytest.param(["G2"], [], id="beside-the-list"),
        pytest.param(["A2"], [], id="a-written-cell"),
    ],
)
def test_a_colour_in_an_empty_cell_of_a_plain_row_may_be_the_answer(addresses, left):
    assert coloured(*addresses) == left


def test_white_is_no_colour_and_few_cells_beside_say_nothing():
    assert coloured("E2", fill=PAPER) == []
    assert coloured("C2", wide=3) == []
