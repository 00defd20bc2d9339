"""A DOCX is read as a person sees it, every block with its place."""

import io

import docx as python_docx
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.read import read
from schemas.document import Document, Paragraph, Table
from schemas.errors import UnreadableDocument
from schemas.trust import Doubt
from tests.builders.office_files import TYPES, WORD, docx, p, run, tbl, tc, tr, zipped


def opened(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), "演示.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for page in opened(body, **parts).pages for block in page.blocks if isinstance(block, Paragraph)]


def tables(body: str) -> list[Table]:
    return [block for page in opened(body).pages for block in page.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[tuple[str, str, int, int]]:
    return [(cell.address or "", cell.text, cell.rowspan, cell.colspan) for cell in table.cells]


def field(instruction: str, result: str = "", data: str = "") -> str:
    def sign(kind: str, inner: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'

    shown = sign("separate") + run(result) if result else ""
    return f"{sign('begin', data)}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{sign('end')}"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_blocks_keep_their_order_and_places():
    page = opened(p("一、基本情况") + p() + tbl(tr(tc("姓名"), tc("张三"))) + p("二、人员")).pages[0]
    places = [b.cell if isinstance(b, Paragraph) else [c.address for c in b.cells] for b in page.blocks]
    assert places == ["段1", ["表1!R1C1", "表1!R1C2"], "段2"]


def test_merged_cells_are_one_cell_with_spans():
    (table,) = tables(
        tbl(
            tr(tc("满意度", '<w:gridSpan w:val="2"/>'), tc("备注", '<w:vMerge w:val="restart"/>')),
            tr(tc("满意"), tc("不满意"), tc("", "<w:vMerge/>")),
        )
    )
    assert cells(table) == [
        ("表1!R1C1", "满意度", 1, 2),
        ("表1!R1C3", "备注", 2, 1),
        ("表1!R2C1", "满意", 1, 1),
        ("表1!R2C2", "不满意", 1, 1),
    ]


def test_a_row_that_starts_late_keeps_its_columns():
    (table,) = tables(tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"), properties='<w:gridBefore w:val="1"/>')))
    assert cells(table)[-1] == ("表1!R2C2", "丙", 1, 1)


def test_a_merge_that_goes_on_from_nothing_is_a_cell_of_its_own():
    (table,) = tables(tbl(tr(tc("甲", "<w:vMerge/>")), tr(tc("乙"))))
    assert [cell.text for cell in table.cells] == ["甲", "乙"]


def test_a_cell_taken_out_while_changes_were_tracked_is_none():
    (table,) = tables(tbl(tr(tc("甲"), tc("旧", "<w:cellDel/>"), tc("乙")), tr(tc("丙"), tc("丁"))))
    assert [(cell.row, cell.column, cell.text) for cell in table.cells] == [
        (0, 0, "甲"),
        (0, 1, "乙"),
        (1, 0, "丙"),
        (1, 1, "丁"),
    ]


def pictured(frame: str, words: str, size: str = 'cx="400000" cy="160000"') -> frozenset[Doubt]:
    drawing = (
        f'<w:r><w:drawing><wp:{frame} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:extent {size}/><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId10"/>'
        f"</wp:{frame}></w:drawing></w:r>"
    )
    (table,) = tables(tbl(tr(tc(inner=p(words, drawing)), tc("旁"))))
    return table.cells[0].doubts


@pytest.mark.parametrize(
    ("frame", "words", "doubts"),
    [
        pytest.param("inline", "从业人数人", {Doubt.NOT_READ}, id="where-a-value-would-stand"),
        pytest.param("anchor", "（盖章）", set(), id="over-the-words-as-a-seal"),
        pytest.param("inline", "", {Doubt.NOT_READ}, id="alone-in-its-cell"),
    ],
)
def test_a_small_picture_among_words_may_be_the_value(frame, words, doubts):
    assert pictured(frame, words) == doubts


WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
DRAWN_IN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def shaped(inner: str) -> str:
    return f'<w:r><w:drawing><s:wsp xmlns:s="{WPS}" xmlns:a="{DRAWN_IN}">{inner}</s:wsp></w:drawing></w:r>'


RING = '<s:spPr><a:prstGeom prst="ellipse"/></s:spPr>'
IN_IT = f"<s:txbx><w:txbxContent>{p('另附一段说明')}{p('不是某一处空白的值')}</w:txbxContent></s:txbx>"
OVAL = '<w:r><w:pict><v:oval xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>'
SEAL = f'<w:r><w:drawing><pic xmlns:a="{DRAWN_IN}"><a:prstGeom prst="ellipse"/></pic></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("drawing", "doubts"),
    [
        pytest.param(shaped(RING), {Doubt.OVERLAID}, id="a-ring"),
        pytest.param(OVAL, {Doubt.OVERLAID}, id="an-old-one"),
        pytest.param(shaped(RING + IN_IT), set(), id="a-round-box-of-text"),
        pytest.param(SEAL, set(), id="a-round-picture"),
        pytest.param(shaped('<s:spPr><a:prstGeom prst="rect"/></s:spPr>'), set(), id="a-rectangle"),
    ],
)
def test_a_ring_drawn_round_a_word_is_for_a_person(drawing: str, doubts: set[Doubt]):
    (block, *_) = opened(p("性质：租用□ 自有□", drawing)).pages[0].blocks
    assert block.doubts == doubts


def test_a_document_that_is_only_referred_to_may_hold_what_is_missing():
    document = read(docx('<w:subDoc r:id="rId99"/>' + p("人员名单见所附文件")), "演示.docx")
    assert document.unread == ("嵌入对象或插入内容 1 处",)


def bound(text: str, stored: str, style: str = "") -> Document:
    item = "{11111111-2222-3333-4444-555555555555}"
    binding = f'<w:dataBinding w:xpath="/f/a" w:storeItemID="{item}"/>'
    content = control(run(text, style), ("<w:showingPlcHdr/>" if style else "") + binding)
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    named = f'<d:datastoreItem xmlns:d="{space}" d:itemID="{item}"/>'
    rels = (
        f'<Relationships xmlns="{TYPES_OF_RELATIONS}">'
        '<Relationship Id="r" Type="x/customXmlProps" Target="props.xml"/></Relationships>'
    )
    laid_in = (
        ("customXml", "item.xml", f"<f><a>{stored}</a></f>".encode()),
        ("other", "props.xml", named.encode()),
        ("other", "_rels/item.xml.rels", rels.encode()),
    )
    return read(docx(p(inner=run("总资产") + content + run("万元")), laid_in=laid_in), "演示.docx")


TYPES_OF_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


@pytest.mark.parametrize(
    ("text", "stored", "shown", "doubts"),
    [
        pytest.param("118.50", "118.50", "总资产118.50万元", set(), id="both-the-same"),
        pytest.param("99.00", "118.50", "总资产118.50万元", {Doubt.TWO_VALUES}, id="the-text-is-an-old-one"),
        pytest.param("单击此处输入文字。", "118.50", "总资产118.50万元", set(), id="the-text-is-still-the-prompt"),
        pytest.param("99.00", "", "总资产99.00万元", set(), id="the-data-are-blank"),
    ],
)
def test_a_control_shows_what_the_data_say_that_it_is_bound_to(text, stored, shown, doubts):
    prompt = '<w:rStyle w:val="PlaceholderText"/>' if "单击" in text else ""
    document = bound(text, stored, prompt)
    (block,) = (one for one in document.pages[0].blocks if isinstance(one, Paragraph))
    assert (block.text, set(block.doubts)) == (shown, doubts)
    assert ("不一致" in document.note) is bool(doubts)


def test_a_nested_table_is_a_table_of_its_own_and_its_text_stands_once():
    outer, inner = tables(tbl(tr(tc("外", inner=tbl(tr(tc("内")))), tc("旁"))) + p("后"))
    assert cells(outer) == [("表1!R1C1", "外", 1, 1), ("表1!R1C2", "旁", 1, 1)]
    assert cells(inner) == [("表2!R1C1", "内", 1, 1)]


def test_repeated_heading_rows_are_marked():
    (table,) = tables(tbl(tr(tc("序号"), properties="<w:tblHeader/>"), tr(tc("1"))))
    assert [cell.header for cell in table.cells] == [True, False]


def test_paragraphs_of_a_cell_are_lines():
    (table,) = tables(tbl(tr(tc("示例公司", inner=p("哈尔滨分公司")))))
    assert table.cells[0].text == "示例公司\n哈尔滨分公司"


def test_tracked_changes_are_read_as_accepted_and_noted():
    removed = "<w:del><w:r><w:delText>80</w:delText></w:r></w:del>"
    document = opened(p("总资产", f"{removed}<w:ins>{run('120')}</w:ins>"))
    assert document.pages[0].blocks[0] == Paragraph("总资产120", cell="段1")
    assert "按接受修订后读取" in document.note


def test_a_deleted_paragraph_end_joins_what_follows():
    assert texts(p("哈尔滨", properties="<w:rPr><w:del/></w:rPr>") + p("演示公司")) == ["哈尔滨演示公司"]


def test_a_deleted_row_is_no_row():
    (table,) = tables(tbl(tr(tc("甲")), tr(tc("乙"), properties="<w:del/>")))
    assert table.rows == 1


def test_hidden_text_is_left_out_and_noted():
    document = opened(p("明", run("暗", "<w:vanish/>")))
    assert document.pages[0].blocks[0] == Paragraph("明", cell="段1")
    assert "隐藏文字" in document.note


@pytest.mark.parametrize(("state", "mark"), [("1", "☑"), ("0", "□")])
@pytest.mark.parametrize("level", ["run", "block"])
def test_a_checkbox_control_is_a_mark(state, mark, level):
    box = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
    body = p("", control(run("☒"), box) + run("是")) if level == "run" else control(p("☒", run("是")), box)
    assert texts(body) == [f"{mark}是"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        pytest.param('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☑", id="ticked"),
        pytest.param('<w:checkBox><w:default w:val="0"/></w:checkBox>', "□", id="left-at-its-default"),
        pytest.param(
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="企业"/><w:listEntry w:val="协会"/></w:ddList>',
            "协会",
            id="chosen-from-a-list",
        ),
    ],
)
def test_legacy_form_fields(data, shown):
    assert texts(p("类型", field("FORMFIELD", data=f"<w:ffData>{data}</w:ffData>"))) == [f"类型{shown}"]


def test_a_field_shows_its_result_and_not_its_instruction():
    assert texts(p("人数", field(" FORMTEXT ", "12"))) == ["人数12"]


def test_a_box_and_a_tick_laid_over_each_other_are_a_ticked_box():
    assert texts(p("", field(r"eq \o\ac(□,√)") + run("是"))) == ["☑是"]


@pytest.mark.parametrize(
    ("font", "code", "mark"),
    [("Wingdings", "F0FE", "☑"), ("Wingdings", "F0A8", "□"), ("Wingdings", "F0FC", "√"), ("Wingdings 2", "F052", "☑"),
     ("Wingdings 2", "00A3", "□"), ("Wingdings 3", "F0A8", "•"), ("Wingdings", "F0D8", "➢")],
)  # fmt: skip
def test_symbols_are_marks(font, code, mark):
    assert texts(p("", f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')) == [mark]
    as_text = run(chr(int(code, 16)), f'<w:rFonts w:ascii="{font}"/>')
    assert texts(p("", as_text)) == [mark]


def test_a_private_code_point_whose_font_is_lost_is_a_mark():
    assert texts(p("\uf0fe满意\uf0a8不满意\uf052是")) == ["☑满意□不满意☑是"]


def test_a_prompt_is_a_blank_and_a_filled_control_is_not():
    style = '<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>'
    prompt = control(run("此处填写", '<w:rStyle w:val="a3"/>'), "<w:showingPlcHdr/>")
    filled = control(run("演示中心"), "<w:showingPlcHdr/>")
    assert texts(p("甲", prompt) + p("乙", filled), styles=style) == ["甲", "乙演示中心"]


@pytest.mark.parametrize(
    ("height", "seen"),
    [
        pytest.param('<w:trHeight w:val="10" w:hRule="exact"/>', ["甲", "丙"], id="held-at-half-a-point"),
        pytest.param('<w:trHeight w:val="10"/>', ["甲", "乙", "丙"], id="at-least-that"),
        pytest.param('<w:trHeight w:val="300" w:hRule="exact"/>', ["甲", "乙", "丙"], id="held-at-fifteen"),
    ],
)
def test_a_row_too_low_to_show_anything(height: str, seen: list[str]):
    (table,) = tables(tbl(tr(tc("甲")), tr(tc("乙"), properties=height), tr(tc("丙"))))
    assert [cell.text for cell in table.cells] == seen


def test_the_prompt_of_a_list_is_a_blank_without_its_style_too():
    assert texts(p("甲", control(run("选择一项。"), "<w:showingPlcHdr/>"))) == ["甲"]
    assert texts(p("甲", control(run("选择一项。")))) == ["甲选择一项。"]


def test_controls_around_rows_and_cells_are_unwrapped():
    (table,) = tables(tbl(control(tr(tc("甲"), control(tc("乙")))), tr(tc("丙"), tc("丁"))))
    assert [cell.text for cell in table.cells] == ["甲", "乙", "丙", "丁"]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{p('盖章处')}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    twice = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    assert texts(p("申请单位", twice)) == ["申请单位", "盖章处"]


def test_breaks_and_tabs():
    assert texts(p("甲", "<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>")) == ["甲\t乙\n丙"]


def numbering(*levels: tuple[str, str]) -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (kind, pattern) in enumerate(levels)
    )
    instance = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{instance}'


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def test_automatic_numbers_stand_before_their_headings():
    lists = numbering(("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    body = "".join(
        p(text, properties=numbered(level))
        for level, text in [(0, "概况"), (1, "人员"), (1, "场地"), (0, "服务"), (1, "培训"), (2, "内容")]
    )
    assert texts(body, numbering=lists) == ["一、概况", "（一）人员", "（二）场地", "二、服务", "（一）培训", "1. 内容"]


def test_a_style_numbers_its_paragraphs():
    style = f'<w:style w:type="paragraph" w:styleId="标题1"><w:pPr>{numbered(0)}</w:pPr></w:style>'
    style += '<w:style w:type="paragraph" w:styleId="标题1甲"><w:basedOn w:val="标题1"/></w:style>'
    body = p("概况", properties='<w:pStyle w:val="标题1"/>') + p("服务", properties='<w:pStyle w:val="标题1甲"/>')
    assert texts(body, numbering=numbering(("chineseCounting", "%1、")), styles=style) == ["一、概况", "二、服务"]


def test_a_numbered_column_shows_its_numbers():
    body = tbl(*(tr(f"<w:tc>{p(properties=numbered(0))}</w:tc>", tc(name)) for name in ("甲", "乙")))
    page = read(docx(body, numbering=numbering(("decimal", "%1"))), "演示.docx").pages[0]
    table = page.blocks[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["1", "甲", "2", "乙"]


def test_sections_are_pages_with_their_own_headers():
    reference = '<w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11900" w:h="16840"/>'
    body = p("封面", properties="<w:sectPr/>") + p("正文") + f"<w:sectPr>{reference}</w:sectPr>"
    first, second = opened(body, header=p("演示公司申报材料")).pages
    assert (first.number, first.furniture, second.number) == (1, (), 2)
    assert [line.text for line in second.furniture] == ["演示公司申报材料"]
    assert second.width == 595.0


PICTURE = '<w:r><w:drawing><wp:inline><wp:extent cx="{0}" cy="{0}"/><a:blip/></wp:inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(p("", PICTURE.format(5_000_000)), "scan", id="nothing-but-a-picture"),
        pytest.param(p("营业执照", PICTURE.format(5_000_000)), "mixed", id="a-page-as-a-picture-under-a-title"),
        pytest.param(p("营业执照", PICTURE.format(500_000)), "text", id="a-logo"),
        pytest.param(p(), "blank", id="nothing"),
    ],
)
def test_pictures_are_told(body, kind):
    assert opened(body).pages[0].kind == kind


def pasted(identifier: str, side: int = 5_000_000) -> str:
    blip = f'<a:blip r:embed="{identifier}"/>'
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="{side}" cy="{side}"/>{blip}</wp:inline></w:drawing></w:r>'


def certificate(*lines: str) -> bytes:
    """A picture of some lines of writing."""
    image = Image.new("RGB", (900, 60 + 90 * len(lines)), "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((60, 40 + 90 * number), line, fill="black", font=ImageFont.load_default(size=44))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def test_a_pasted_certificate_is_a_page_of_its_own_after_the_text():
    body = p("附件如下", pasted("rId10")) + p("以上属实")
    text, picture = opened(body, pictures=(certificate("Certificate of quality", "Issued 2025-06-01"),)).pages
    assert [block.text for block in text.blocks] == ["附件如下", "以上属实"]
    assert (text.kind, text.note, picture.kind, picture.recognised) == ("text", "", "scan", "all")
    assert [(line.text, line.cell) for line in picture.blocks] == [
        ("Certificate of quality", "图1行1"),
        ("Issued 2025-06-01", "图1行2"),
    ]
    assert "图1" in picture.note


def test_what_is_read_in_a_picture_stands_on_another_page_than_the_text_beside_it():
    document = opened(p("附件如下", pasted("rId10")), pictures=(certificate("Certificate of quality"),))
    places = [document.place(page, page.blocks[0]) for page in document.pages]
    assert [(place.page, place.leaf) for place in places] == [(None, None), (2, None)]


@pytest.mark.parametrize(
    ("body", "kinds", "note"),
    [
        pytest.param(p("", pasted("rId10")), ["scan"], "", id="nothing-but-the-picture"),
        pytest.param(p("", pasted("rId10") + pasted("rId10")), ["scan"], "", id="the-same-picture-twice"),
        pytest.param(
            p("甲", pasted("rId10") + pasted("rId11")), ["mixed", "scan"], "1 张", id="one-that-does-not-open"
        ),
        pytest.param(p("甲", pasted("rId10") + pasted("rId9")), ["mixed", "scan"], "1 张", id="one-that-is-not-there"),
        pytest.param(p("甲", pasted("rId10", 1_500_000)), ["text"], "1 张", id="one-too-small-for-writing"),
    ],
)
def test_pictures_that_are_read_and_that_are_not(body, kinds, note):
    pages = opened(body, pictures=(certificate("Certificate of quality"), b"no picture")).pages
    assert [page.kind for page in pages] == kinds
    assert note in pages[0].note
    assert ("未读取" in pages[0].note) == bool(note)


def test_a_chart_is_said_to_be_unread():
    chart = '<w:r><w:drawing><wp:inline><c:chart xmlns:c="urn:x"/></wp:inline></w:drawing></w:r>'
    assert "图表 1 个" in opened(p("甲", chart)).note


def test_strict_names_are_understood():
    body = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{p("严格")}</w:body></w:document>'
    document = read(zipped({"[Content_Types].xml": TYPES, "word/document.xml": body}), "严格.docx")
    assert document.pages[0].blocks == (Paragraph("严格", cell="段1"),)


def test_entities_are_refused():
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><w:document {WORD}><w:body>{p("&a;")}</w:body></w:document>'
    with pytest.raises(UnreadableDocument, match="实体定义"):
        read(zipped({"[Content_Types].xml": TYPES, "word/document.xml": bomb}), "炸弹.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(UnreadableDocument, match="体积异常"):
        opened(" " * (20 * 2**20))


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_file_that_was_cut_off_is_damaged(keep):
    whole = docx(p("演示"))
    with pytest.raises(UnreadableDocument, match="损坏"):
        read(whole[: int(len(whole) * keep)], "演示.docx")


def test_what_python_docx_writes_is_read():
    written = python_docx.Document()
    written.add_paragraph("第一条", style="List Number")
    table = written.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "合并"
    table.cell(1, 2).text = "末"
    buffer = io.BytesIO()
    written.save(buffer)
    first, second = read(buffer.getvalue(), "演示.docx").pages[0].blocks
    assert first == Paragraph("1. 第一条", cell="段1")
    assert isinstance(second, Table)
    assert cells(second) == [("表1!R1C1", "合并", 2, 2), ("表1!R1C3", "", 1, 1), ("表1!R2C3", "末", 1, 1)]


@pytest.mark.parametrize(
    ("border", "doubted"),
    [('<w:tl2br w:val="single"/>', True), ('<w:tr2bl w:val="single"/>', True), ('<w:tl2br w:val="nil"/>', False)],
)
def test_a_line_that_slants_through_a_cell_leaves_it_for_a_person(border, doubted):
    crossed = tc("11", f"<w:tcBorders>{border}</w:tcBorders>")
    (table,) = read(docx(tbl(tr(tc("从业人数"), crossed))), "表.docx").pages[0].blocks
    assert [Doubt.OVERLAID in cell.doubts for cell in table.cells] == [False, doubted]
