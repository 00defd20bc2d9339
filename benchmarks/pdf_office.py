"""How well are lists without borders read that Excel and Word exported as PDF (here: LibreOffice)?

``python benchmarks/pdf_office.py [-v] [--unseen] [FOLDER]``; the folder keeps the exported pages between runs.
``--unseen`` makes lists of other sizes, widths and alignments, which the reader was not written on.
Everything is made up from a seed; no name, firm or number is anybody's.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from pdf_made import HANZI, SURNAMES
from pdf_tables import Placed, score

from extractors.content.tables import grids
from extractors.read.pdf import reader as pdf_reader

Cellish = tuple[str, int, int]
"""Text, rows covered, columns covered."""


@dataclass
class Sheet:
    """One list as a person set it: columns with their widths (in characters), head rows, body rows."""

    name: str
    head: list[list[Cellish | None]]
    body: list[list[str]]
    widths: list[float]
    title: str = "示例名单"
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    font: str = "Noto Sans CJK SC"
    size: float = 10.0
    title_size: float = 16.0
    align: str = "left"
    valign: str = "center"
    landscape: bool = False
    word: bool = False
    merged_title: bool = True

    def truth(self) -> Placed:
        """Every cell with the rows and columns it covers."""
        cells: Placed = []
        for number, row in enumerate([*self.head, *[[(text, 1, 1) for text in line] for line in self.body]]):
            for column, cell in enumerate(row):
                if cell is not None:
                    text, down, across = cell
                    cells.append((number, column, number + down, column + across, text))
        return cells


def plain_head(labels: Sequence[str]) -> list[list[Cellish | None]]:
    """A head of one row."""
    return [[(label, 1, 1) for label in labels]]


class Maker:
    """Makes up what stands in lists."""

    def __init__(self, seed: str) -> None:
        self.rng = random.Random(seed)  # noqa: S311 -- made-up pages, no secret

    def hanzi(self, low: int, high: int) -> str:
        """So many hanzi."""
        return "".join(self.rng.choice(HANZI) for _ in range(self.rng.randint(low, high)))

    def firm(self, *, long: bool = True) -> str:
        """A firm's name."""
        return f"{self.hanzi(2, 4)}示例{self.hanzi(2, 8 if long else 3)}有限{self.rng.choice(['', '责任'])}公司"

    def person(self) -> str:
        """A person's name."""
        return self.rng.choice(SURNAMES) + self.hanzi(1, 2)

    def phone(self) -> str:
        """A number nobody has."""
        return f"199{self.rng.randint(0, 99999999):08d}"

    def pick(self, *choices: str) -> str:
        """One of these."""
        return self.rng.choice(choices)


def rows(count: int, row: Callable[[int], list[str]]) -> list[list[str]]:
    """So many rows, numbered from 1."""
    return [row(number) for number in range(1, count + 1)]


def lists(*, unseen: bool = False) -> list[Sheet]:
    """All lists, each for Excel and for Word."""
    rng = random.Random("unseen")  # noqa: S311 -- made-up pages, no secret
    made: list[Sheet] = []
    for word in (False, True):
        for font, size in (("Noto Sans CJK SC", 10.0), ("Noto Sans Mono CJK SC", 9.0), ("Noto Sans CJK HK", 10.5)):
            for kind in (marks, wrapped_heads, text_only, sparse, two_heads, staff, years, empty_column, long_cells):
                seed = f"{kind.__name__}-{'word' if word else 'excel'}-{font}-{size}{'-unseen' * unseen}"
                sheet = kind(Maker(seed))
                sheet.name, sheet.font, sheet.size, sheet.word = seed.replace(" ", ""), font, size, word
                sheet.valign = {10.0: "center", 9.0: "bottom", 10.5: "top"}[size]
                if unseen:
                    sheet.size = rng.choice([8.0, 9.5, 11.0, 12.0])
                    sheet.title_size = sheet.size + rng.choice([0, 2, 8])
                    sheet.align, sheet.valign = rng.choice(["left", "center"]), rng.choice(["top", "center", "bottom"])
                    sheet.widths = [width * rng.uniform(0.9, 1.3) + sheet.size / 10 for width in sheet.widths]
                    sheet.landscape = sheet.landscape or rng.random() < 0.4
                made.append(sheet)
    return made


def marks(m: Maker) -> Sheet:
    """A tick under one of two narrow sub-columns, the other empty on this page."""
    head: list[list[Cellish | None]] = [
        [(t, 2, 1) for t in ("序号", "企业名称", "联系人", "联系电话", "服务内容")] + [("满意度", 1, 2), None],
        [None, None, None, None, None, ("满意", 1, 1), ("不满意", 1, 1)],
    ]
    body = rows(18, lambda i: [str(i), m.firm(), m.person(), m.phone(), m.pick("政策咨询", "〃", "技术培训"), "√", ""])
    return Sheet("", head, body, [5, 26, 8, 14, 12, 7, 8], title="服务企业名单及评价")


def wrapped_heads(m: Maker) -> Sheet:
    """Neighbouring heads that are both wrapped."""
    labels = ("企业名称", "是否小微企业", "是否签订服务协议", "服务收费（万元）", "联系电话", "备注")
    body = rows(15, lambda i: [m.firm(), m.pick("是", "否"), m.pick("是", "否"), f"{i}.{i % 7}", m.phone(), ""])
    return Sheet("", plain_head(labels), body, [26, 8.5, 8.5, 9, 13, 10], above=["填报单位：示例服务中心"])


def text_only(m: Maker) -> Sheet:
    """No figures but the serial number, names first."""
    labels = ("企业名称", "联系人", "服务内容", "服务方式", "是否满意")
    body = rows(
        16,
        lambda _: [
            m.firm(), m.person(), m.pick("政策咨询", "创业辅导", "法律服务"), m.pick("上门", "线上", "电话"),
            m.pick("满意", "不满意"),
        ],
    )  # fmt: skip
    return Sheet("", plain_head(labels), body, [26, 9, 14, 10, 10], below=["注：可另附页"])


def sparse(m: Maker) -> Sheet:
    """Cells left blank here and there."""
    labels = ("序号", "姓名", "职称", "学历", "年龄", "毕业院校", "职务")
    body = rows(
        16,
        lambda i: [
            str(i), m.person(), m.pick("", "工程师", "会计师"), m.pick("本科", "大专", ""), m.pick("", "34", "41"),
            m.hanzi(2, 4) + "示例大学", m.pick("", "经理", "专员"),
        ],
    )  # fmt: skip
    return Sheet("", plain_head(labels), body, [5, 9, 12, 8, 7, 20, 10], title="人员名单", above=["单位：人"])


def two_heads(m: Maker) -> Sheet:
    """Heads that span figures, a unit line above."""
    head: list[list[Cellish | None]] = [
        [("项目", 2, 1), ("2024年", 1, 2), None, ("2025年", 1, 2), None, ("备注", 2, 1)],
        [None, ("收入", 1, 1), ("支出", 1, 1), ("收入", 1, 1), ("支出", 1, 1), None],
    ]
    body = rows(9, lambda i: [m.hanzi(4, 7) + "服务", f"{i * 13}.20", f"{i * 7}.10", f"{i * 17}.00", f"{i * 9}.50", ""])
    return Sheet("", head, body, [22, 11, 11, 11, 11, 8], title="服务收支情况", above=["单位：万元"], align="center")


def staff(m: Maker) -> Sheet:
    """A list centred in its columns, notes below."""
    labels = ("姓 名", "性别", "年龄", "学 历", "职称", "从业年限（年）", "证书编号")
    body = rows(
        14,
        lambda i: [
            m.person(), m.pick("男", "女"), str(25 + i), m.pick("本科", "硕士研究生"), m.pick("工程师", "无"),
            str(i % 9 + 1), f"示例{i:06d}",
        ],
    )  # fmt: skip
    labels = tuple(label.replace(" ", "") for label in labels)
    return Sheet(
        "", plain_head(labels), body, [10, 7, 7, 13, 10, 9, 14], title="专业人员", align="center",
        below=["备注：不少于10人", "填表日期：2026年3月1日"], title_size=12,
    )  # fmt: skip


def years(m: Maker) -> Sheet:
    """Three years across seven figures."""
    labels = (
        "年度",
        "营业收入",
        "其中：服务收入",
        "利润总额",
        "上缴税金",
        "服务中小企业户（次）数",
        "其中：签订服务协议户数",
    )
    body = [[str(2023 + i), *(f"{m.rng.randint(100, 9000) / 100:.2f}" for _ in range(4)), "40", "31"] for i in range(3)]
    return Sheet("", plain_head(labels), body, [8, 11, 10, 11, 11, 13, 13], title="平台运营管理（单位：万元）")


def empty_column(m: Maker) -> Sheet:
    """A column nobody filled in."""
    labels = ("序号", "设备名称", "型号", "数量", "购置时间", "原值（元）", "存放地点")
    body = rows(
        14,
        lambda i: [
            str(i), m.hanzi(2, 4) + "仪", "", str(i % 4 + 1), f"202{i % 6}-0{i % 9 + 1}", f"{i * 1370}", m.hanzi(2, 3),
        ],
    )  # fmt: skip
    return Sheet("", plain_head(labels), body, [6, 18, 10, 7, 12, 11, 12], landscape=True, title="设备清单")


def long_cells(m: Maker) -> Sheet:
    """Cells of several lines beside cells of one."""
    labels = ("序号", "服务产品", "服务内容", "服务对象", "收费标准")
    body = rows(
        8,
        lambda i: [
            str(i), m.hanzi(3, 5) + "辅导", "，".join(m.hanzi(6, 9) for _ in range(m.rng.randint(1, 5))), "中小企业",
            m.pick("免费", f"{i}00元/次", "面议"),
        ],
    )  # fmt: skip
    return Sheet("", plain_head(labels), body, [6, 16, 30, 12, 12], title="服务产品")


def excel(sheet: Sheet, path: Path) -> None:
    """The list as a workbook of one sheet without borders."""
    book = openpyxl.Workbook()
    page = book.active
    width = len(sheet.widths)
    for number, chars in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = chars
    row = 1
    page.cell(row, 1, sheet.title).font = Font(name=sheet.font, size=sheet.title_size)
    page.cell(row, 1).alignment = Alignment(horizontal="center")
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    for line in sheet.above:
        row += 1
        page.cell(row, 1, line).font = Font(name=sheet.font, size=sheet.size)
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    row += 1
    for text, r, c, down, across in ((t, *at) for t, *at in _laid(sheet)):
        cell = page.cell(row + r, c + 1, text or None)
        cell.font = Font(name=sheet.font, size=sheet.size, bold=r < len(sheet.head) and sheet.size > 10)
        cell.alignment = Alignment(horizontal=sheet.align, vertical=sheet.valign, wrap_text=True)
        if down > 1 or across > 1:
            page.merge_cells(start_row=row + r, end_row=row + r + down - 1, start_column=c + 1, end_column=c + across)
    for number, lines in enumerate(_lines(sheet)):
        page.row_dimensions[row + number].height = lines * sheet.size * 1.45 + 4
    row += len(sheet.head) + len(sheet.body)
    for line in sheet.below:
        page.cell(row, 1, line).font = Font(name=sheet.font, size=sheet.size)
        row += 1
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    book.save(path)


def _lines(sheet: Sheet) -> list[int]:
    """How many lines the highest cell of each row needs, as Excel would have set the row's height."""
    needed = [1] * (len(sheet.head) + len(sheet.body))
    for text, r, c, down, across in _laid(sheet):
        width = sum(sheet.widths[c : c + across])
        units = sum(1.95 if ord(char) > 0x2E80 else 1.1 for char in text) * sheet.size / 10
        needed[r] = max(needed[r], -int(-(units / (width - 1)) // 1) if down == 1 else 1)
    return needed


def _laid(sheet: Sheet) -> list[tuple[str, int, int, int, int]]:
    return [(text, r, c, r1 - r, c1 - c) for r, c, r1, c1, text in sheet.truth()]


def word(sheet: Sheet, path: Path) -> None:
    """The list as a document with a table without borders."""
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if sheet.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    _paragraph(paper.add_paragraph(), sheet.title, sheet, sheet.title_size).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in sheet.above:
        _paragraph(paper.add_paragraph(), line, sheet, sheet.size)
    table = paper.add_table(len(sheet.head) + len(sheet.body), len(sheet.widths))
    table.autofit = False
    room = (section.page_width - section.left_margin - section.right_margin) / sum(sheet.widths)
    for number, chars in enumerate(sheet.widths):
        table.columns[number].width = int(chars * room)
        for cell in table.columns[number].cells:
            cell.width = int(chars * room)
    vertical = {"center": "CENTER", "top": "TOP", "bottom": "BOTTOM"}[sheet.valign]
    for text, r, c, down, across in _laid(sheet):
        cell = table.cell(r, c)
        if down > 1 or across > 1:
            cell = cell.merge(table.cell(r + down - 1, c + across - 1))
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT[vertical]
        paragraph = _paragraph(cell.paragraphs[0], text, sheet, sheet.size)
        if sheet.align == "center":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in sheet.below:
        _paragraph(paper.add_paragraph(), line, sheet, sheet.size)
    paper.save(path)


def _paragraph(paragraph: docx.text.paragraph.Paragraph, text: str, sheet: Sheet, size: float):  # noqa: ANN202 -- untyped library
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), sheet.font
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 -- no other way to name hanzi fonts
    fonts.set(qn("w:eastAsia"), sheet.font)
    if not sheet.landscape:
        paragraph.paragraph_format.space_after = Pt(0)
    grid = OxmlElement("w:snapToGrid")
    grid.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(grid)  # noqa: SLF001 -- untyped library
    return paragraph


def exported(sheets: Sequence[Sheet], folder: Path) -> None:
    """Write all lists and let LibreOffice export them."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = []
    for sheet in sheets:
        path = folder / f"{sheet.name}.{'docx' if sheet.word else 'xlsx'}"
        if not path.with_suffix(path.suffix + ".pdf").exists() and not (folder / f"{sheet.name}.pdf").exists():
            (word if sheet.word else excel)(sheet, path)
            wanted.append(str(path))
    soffice = shutil.which("soffice")
    if wanted and soffice:
        home = f"-env:UserInstallation=file://{tempfile.gettempdir()}/pdf_office_profile"
        command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *wanted]
        subprocess.run(command, check=True, capture_output=True, timeout=600)


def found(data: bytes) -> list[Placed]:
    """The logical tables the reader sees."""
    tables = []
    for grid in grids(pdf_reader.read(data, "made.pdf", "")):
        spots = {id(spot): spot for row in grid.rows for spot in row if spot is not None}
        tables.append([(s.row, s.column, s.row + s.rowspan, s.column + s.colspan, s.text) for s in spots.values()])
    return tables


def main() -> None:
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(folders[0] if folders else temporary)
        sheets = lists(unseen="--unseen" in sys.argv)
        exported(sheets, folder)
        kinds: dict[str, list[float]] = {}
        for sheet in sheets:
            seen = found((folder / f"{sheet.name}.pdf").read_bytes())
            value = score([sheet.truth()], seen)
            kinds.setdefault("-".join(sheet.name.split("-")[:2]), []).append(value)
            if "-v" in sys.argv and value < 0.98:
                print(f"  {sheet.name:50} {value:.2f}")
    for kind, values in sorted(kinds.items()):
        print(f"{kind:32} {statistics.mean(values):6.2f}")
    every = [value for values in kinds.values() for value in values]
    print(f"{'ALL':32} {statistics.mean(every):6.3f}   perfect {sum(v > 0.999 for v in every)} of {len(every)}")


if __name__ == "__main__":
    main()
