"""Pictures on a sheet and in its cells are read or told; check boxes show their state in the cell under them."""

import io

import pytest
from PIL import Image

from extractors.read import read
from extractors.read.office_package import Package
from extractors.read.sheets.drawn import cell_pictures, large
from schemas.document import Table
from schemas.trust import Doubt
from tests.builders.office_files import cell, data, relations, row, xlsx

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
X = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
FIRST = data(row(1, cell("A1", "姓名"), cell("B1", "满意")), row(2, cell("A2", "甲"), cell("B2", "")))


def picture(wide, high):
    target = io.BytesIO()
    Image.new("RGB", (wide, high), "white").save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "taken"),
    [(picture(300, 300), True), (picture(299, 300), False), (b"\x89PNG cut", True)],
    ids=["large-enough-for-writing", "an-icon", "what-does-not-open"],
)
def test_which_pictures_may_hold_writing(content, taken):
    package = Package(xlsx(FIRST, parts={"xl/media/1.png": content}), "名单.xlsx")
    assert (large(package, "xl/media/1.png") is not None) is taken


def test_a_picture_that_cannot_be_read_may_hold_what_is_missing():
    anchor = f'<xdr:wsDr {X} {A} {R}><xdr:oneCellAnchor><a:blip r:embed="rId1"/></xdr:oneCellAnchor></xdr:wsDr>'
    book = xlsx(
        FIRST + '<drawing r:id="rId1"/>',
        related=(("rId1", "drawing", "../drawings/d.xml"),),
        parts={
            "xl/drawings/d.xml": anchor,
            "xl/drawings/_rels/d.xml.rels": relations(("rId1", "image", "../media/1.png")),
            "xl/media/1.png": b"\x89PNG cut",
        },
    )
    document = read(book, "名单.xlsx")
    assert document.unread == ("工作表“表1”的图片 1 张",)
    assert "图中文字未读取" in document.note


def test_pictures_in_cells_are_known_by_their_names():
    images = (
        f'<cellImages {X} {A} {R}><pic><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="ID_1"/></xdr:nvPicPr>'
        '<a:blip r:embed="rId1"/></xdr:pic></pic></cellImages>'
    )
    book = xlsx(
        FIRST,
        parts={
            "xl/cellimages.xml": images,
            "xl/_rels/cellimages.xml.rels": relations(("rId1", "image", "media/1.png")),
            "xl/media/1.png": picture(10, 10),
        },
    )
    package = Package(book, "名单.xlsx")
    listed = package.relations("xl/workbook.xml") | {
        "rId70": type(package.relations("xl/workbook.xml")["rId1"])("cellImage", "xl/cellimages.xml")
    }
    assert cell_pictures(package, listed) == {"ID_1": "xl/media/1.png"}


@pytest.mark.parametrize(
    "held",
    [
        '<c r="B2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
        '<c r="B2" t="e" vm="1"><v>#VALUE!</v></c>',
    ],
)
def test_a_cell_that_holds_a_picture_is_not_empty(held):
    sheet = data(row(1, cell("A1", "姓名"), cell("B1", "满意")), row(2, cell("A2", "甲"), held))
    (table,) = read(xlsx(sheet), "名单.xlsx").pages[0].blocks
    assert isinstance(table, Table)
    assert next(each for each in table.cells if each.address == "B2").doubts == {Doubt.NOT_READ}


@pytest.mark.parametrize(("state", "mark"), [('checked="Checked"', "☑"), ("", "□")])
def test_a_check_box_shows_its_state_in_its_cell(state, mark):
    corner = "<xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    anchor = f"<anchor><from {X}>{corner}</from></anchor>"
    controls = f'<controls><control r:id="rId1"><controlPr>{anchor}</controlPr></control></controls>'
    book = xlsx(
        FIRST + controls,
        related=(("rId1", "ctrlProp", "../ctrlProps/c.xml"),),
        parts={"xl/ctrlProps/c.xml": f'<formControlPr objectType="CheckBox" {state}/>'},
    )
    (table,) = read(book, "名单.xlsx").pages[0].blocks
    assert isinstance(table, Table)
    assert next(each.text for each in table.cells if each.address == "B2") == mark


def drawn_on(inner, wide=40):
    """A sheet of two rows with this anchor on it, and a small picture at hand as rId1."""
    return xlsx(
        FIRST + '<drawing r:id="rId1"/>',
        related=(("rId1", "drawing", "../drawings/d.xml"),),
        parts={
            "xl/drawings/d.xml": f"<xdr:wsDr {X} {A} {R}>{inner}</xdr:wsDr>",
            "xl/drawings/_rels/d.xml.rels": relations(("rId1", "image", "../media/1.png")),
            "xl/media/1.png": picture(wide, 40),
        },
    )


def anchored(row_at, column, last_row=None, last_column=None):
    def end(name, at_row, at_column):
        return f"<xdr:{name}><xdr:col>{at_column}</xdr:col><xdr:row>{at_row}</xdr:row></xdr:{name}>"

    to = "" if last_row is None else end("to", last_row, last_column)
    return f'<xdr:twoCellAnchor>{end("from", row_at, column)}{to}<a:blip r:embed="rId1"/></xdr:twoCellAnchor>'


@pytest.mark.parametrize(
    ("anchor", "unread"),
    [
        pytest.param(anchored(1, 1), ["B2"], id="over-an-empty-cell"),
        pytest.param(anchored(1, 1, 2, 2), ["B2"], id="a-little-over-its-edge"),
        pytest.param(anchored(1, 0), [], id="over-a-cell-with-words"),
        pytest.param(anchored(1, 1, 9, 9), [], id="a-large-one-stands-for-no-cell"),
    ],
)
def test_a_small_picture_in_an_empty_cell_is_what_nobody_read(anchor, unread):
    (table,) = [block for block in read(drawn_on(anchor), "名单.xlsx").pages[0].blocks if isinstance(block, Table)]
    assert [each.address for each in table.cells if Doubt.NOT_READ in each.doubts] == unread


@pytest.mark.parametrize(
    ("shape", "told", "unread"),
    [
        ('<c:chart xmlns:c="c"/>', "图表 1 个", ()),
        ('<d:relIds xmlns:d="d"/>', "SmartArt 图形 1 个", ("工作表“表1”的 SmartArt 图形 1 个",)),
    ],
)
def test_charts_and_diagrams_are_told(shape, told, unread):
    document = read(drawn_on(f"<xdr:twoCellAnchor>{shape}</xdr:twoCellAnchor>"), "名单.xlsx")
    assert told in document.note
    assert document.unread == unread


def over(shape, ends):
    (top, left, from_off), (bottom, right, to_off) = ends
    corners = "".join(
        f"<xdr:{end}><xdr:col>{column}</xdr:col><xdr:colOff>{off}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{off}</xdr:rowOff></xdr:{end}>"
        for end, row, column, off in (("from", top, left, from_off), ("to", bottom, right, to_off))
    )
    return f"<xdr:wsDr {X} {A} {R}><xdr:twoCellAnchor>{corners}{shape}</xdr:twoCellAnchor></xdr:wsDr>"


LINE = '<xdr:cxnSp><xdr:spPr><a:prstGeom prst="line"/></xdr:spPr></xdr:cxnSp>'
LABEL = (
    '<xdr:sp><xdr:spPr><a:prstGeom prst="line"/></xdr:spPr><xdr:txBody><a:p><a:t>注</a:t></a:p></xdr:txBody></xdr:sp>'
)
BOX = '<xdr:sp><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:sp>'
RING = BOX.replace("rect", "ellipse")
ROUND_PICTURE = '<xdr:pic><a:blip r:embed="rId9"/><xdr:spPr><a:prstGeom prst="ellipse"/></xdr:spPr></xdr:pic>'
THREE = data(*(row(at, cell(f"A{at}", f"甲{at}"), cell(f"B{at}", f"乙{at}")) for at in (1, 2, 3)))


@pytest.mark.parametrize(
    ("shape", "ends", "doubted"),
    [
        (LINE, ((1, 0, 9), (1, 1, 9)), ["A2", "B2"]),
        (LINE, ((1, 0, 9), (2, 1, 0)), ["A2"]),
        (LINE, ((1, 1, 9), (2, 1, 9)), ["B2", "B3"]),
        (LABEL, ((1, 0, 9), (1, 1, 9)), []),
        (BOX, ((1, 0, 9), (1, 1, 9)), []),
        (RING, ((1, 0, 9), (1, 0, 99)), ["A2"]),
        (ROUND_PICTURE, ((1, 0, 9), (1, 0, 99)), []),
    ],
    ids=["over-a-row", "to-the-edge-of-the-next", "over-two", "written-on", "a-box", "a-ring", "a-round-picture"],
)
def test_what_a_line_is_drawn_over_is_left_for_a_person(shape, ends, doubted):
    book = xlsx(
        THREE + '<drawing r:id="rId1"/>',
        related=(("rId1", "drawing", "../drawings/d.xml"),),
        parts={"xl/drawings/d.xml": over(shape, ends)},
    )
    (table,) = (block for block in read(book, "名单.xlsx").pages[0].blocks if isinstance(block, Table))
    assert [one.address for one in table.cells if Doubt.OVERLAID in one.doubts] == doubted


def box(text):
    words = "".join(f"<a:p><a:t>{line}</a:t></a:p>" for line in text.split("|"))
    return f'<xdr:sp><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr><xdr:txBody>{words}</xdr:txBody></xdr:sp>'


GAP = data(row(1, cell("A1", "甲"), cell("B1", "职称")), row(2, cell("A2", "赵"), cell("C2", "后")))


@pytest.mark.parametrize(
    ("text", "ends", "filled", "doubted", "apart"),
    [
        pytest.param("工程师", ((1, 1, 0), (1, 1, 9)), "工程师", [], 0, id="over-an-empty-cell"),
        pytest.param("工程师", ((1, 0, 9), (1, 0, 99)), None, ["A2"], 1, id="over-a-written-cell"),
        pytest.param("工程师", ((1, 0, 9), (1, 1, 9)), None, ["A2"], 1, id="over-both"),
        pytest.param("工程师", ((6, 1, 0), (6, 1, 9)), None, [], 1, id="below-the-list"),
        pytest.param("工程师|会计师", ((1, 1, 0), (1, 1, 9)), None, [], 1, id="two-lines-are-a-text-of-their-own"),
        pytest.param("说明" * 21, ((1, 1, 0), (1, 1, 9)), None, [], 1, id="a-long-text-is-one-too"),
        pytest.param("工程师", ((0, 0, 0), (3, 3, 0)), None, [], 1, id="a-large-box"),
    ],
)  # fmt: skip
def test_a_small_box_of_text_over_an_empty_cell_is_what_stands_there(text, ends, filled, doubted, apart):
    book = xlsx(
        GAP + '<drawing r:id="rId1"/>',
        related=(("rId1", "drawing", "../drawings/d.xml"),),
        parts={"xl/drawings/d.xml": over(box(text), ends)},
    )
    blocks = read(book, "名单.xlsx").pages[0].blocks
    cells = [one for block in blocks if isinstance(block, Table) for one in block.cells]
    assert next((one.text for one in cells if one.address == "B2" and one.text), None) == filled
    assert [one.address for one in cells if Doubt.OVERLAID in one.doubts] == doubted
    assert sum(not isinstance(block, Table) for block in blocks) == apart
