"""Made-up PDF pages with borderless and ruled tables whose truth is known, in many styles.

Everything is drawn by reportlab from a seed; no name, firm or number is anybody's.
"""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

WORDS = (
    "annual survey of regional output households capital transport measure income total share change public"
    " growth index rate value level services education health energy price labour market trade period estimate"
).split()
PLACES = "Northland Eastmere Southport Westhaven Midvale Highmoor Lowfield Redcliff Greyford Stonebay Oakham".split()
HANZI = "示例样本测试演示清河云山平湖松江东岭南浦北雁蓝桥星垣春润秋实青禾麦岸启帆"
SURNAMES = "赵钱孙李周吴郑王冯陈"
LEVELS = ["本科", "大专", "硕士", "博士", "中专", "高中"]
LEVEL = ("three", "rows", "grid", "frame", "columns")
TITLES = ["工程师", "高级工程师", "会计师", "经济师", "无", "讲师", ""]


@dataclass
class Style:
    """How a table is set.

    ``rules``: none, three (top, head, foot), rows (below every row), zebra, frame (a box, a line below the head),
    columns (the same with lines between the columns), or grid.
    """

    font: str = "Helvetica"
    size: float = 9.0
    leading: float = 1.2
    row_gap: float = 4.0
    column_gap: float = 14.0
    rules: str = "none"
    head_bold: bool = True


@dataclass
class Made:
    """One table: head rows of (text, colspan), body rows of texts; widths and alignments by column."""

    widths: list[float]
    aligns: list[str]
    head: list[list[tuple[str, int]]]
    body: list[list[str]]
    style: Style = field(default_factory=Style)

    def grid(self) -> list[list[tuple[str, int]]]:
        """All rows as (text, colspan)."""
        return [*self.head, *([(text, 1) for text in row] for row in self.body)]


@dataclass
class Sheet:
    """One made-up document and the tables that it truly holds."""

    name: str
    pdf: bytes
    tables: list[list[list[tuple[str, int]]]]


class Pen:
    """Draws paragraphs and tables down one page."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)
        self.left, self.right, self.y = 72.0, A4[0] - 72.0, A4[1] - 72.0
        self.tables: list[list[list[tuple[str, int]]]] = []

    def sheet(self, name: str) -> Sheet:
        """The finished document."""
        self.canvas.save()
        return Sheet(name, self.buffer.getvalue(), self.tables)

    def prose(self, sentences: int = 4, *, hanzi: bool = False, size: float = 10.0) -> None:
        """A justified-looking paragraph of nonsense."""
        font = "STSong-Light" if hanzi else "Times-Roman"
        text = self.hanzi_text(sentences * 24) if hanzi else self.english_text(sentences * 13)
        for line in wrapped(text, font, size, self.right - self.left):
            self.canvas.setFont(font, size)
            self.canvas.drawString(self.left, self.y - size, line)
            self.y -= size * 1.3
        self.y -= size

    def title(self, text: str, *, font: str = "Helvetica-Bold", size: float = 11.0) -> None:
        """A line above a table."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(self.left, self.y - size, text)
        self.y -= size * 2

    def english_text(self, count: int) -> str:
        """So many words of nonsense."""
        words = [self.rng.choice(WORDS) for _ in range(count)]
        return " ".join(words).capitalize() + "."

    def hanzi_text(self, count: int) -> str:
        """So many hanzi of nonsense."""
        said = "".join(self.rng.choice(HANZI) for _ in range(count))
        return "，".join(said[i : i + 11] for i in range(0, len(said), 11)) + "。"

    def table(self, made: Made, *, left: float | None = None) -> None:
        """Draw the table at the pen's height and remember its truth."""
        style, canvas = made.style, self.canvas
        x0 = self.left if left is None else left
        starts = [x0]
        for width in made.widths:
            starts.append(starts[-1] + width + style.column_gap)
        x1 = starts[-1] - style.column_gap
        top = self.y - 1
        self._rule(style, LEVEL, x0, x1)
        for number, row in enumerate(made.grid()):
            self._row(made, row, number, starts)
            is_head = number == len(made.head) - 1
            last = number == len(made.grid()) - 1
            if style.rules in {"rows", "grid"} or is_head or last:
                self._rule(style, LEVEL, x0, x1)
        self._uprights(style, (x0 - 4, *starts[1:-1], x1 + 4), (top, self.y + 2))
        self.y -= 14
        self.tables.append(made.grid())
        canvas.setFillGray(0)

    def _uprights(self, style: Style, xs: Sequence[float], ys: tuple[float, float]) -> None:
        if style.rules in {"grid", "columns"}:
            for x in (xs[0], *(x - style.column_gap / 2 for x in xs[1:-1]), xs[-1]):
                self.canvas.line(x, ys[0], x, ys[1])
        elif style.rules == "frame":
            self.canvas.line(xs[0], ys[0], xs[0], ys[1])
            self.canvas.line(xs[-1], ys[0], xs[-1], ys[1])

    def _rule(self, style: Style, kinds: tuple[str, ...], x0: float, x1: float) -> None:
        if style.rules in kinds:
            self.canvas.setLineWidth(0.6)
            self.canvas.line(x0 - 4, self.y - 1, x1 + 4, self.y - 1)
            self.y -= 3

    def _row(self, made: Made, row: list[tuple[str, int]], number: int, starts: list[float]) -> None:
        style, head = made.style, number < len(made.head)
        font = style.font + "-Bold" if head and style.head_bold and style.font == "Helvetica" else style.font
        column, cells, height = 0, [], 0.0
        for text, span in row:
            width = starts[column + span] - style.column_gap - starts[column]
            lines = wrapped(text, font, style.size, width)
            align = "center" if span > 1 else made.aligns[column]
            cells.append((starts[column], width, lines, align, span))
            height = max(height, len(lines) * style.size * style.leading)
            column += span
        if style.rules == "zebra" and number % 2:
            self.canvas.setFillGray(0.88)
            tall = height + style.row_gap
            self.canvas.rect(starts[0] - 3, self.y - tall, starts[-1] - starts[0], tall, 0, 1)
            self.canvas.setFillGray(0)
        for x, width, lines, align, span in cells:
            self.canvas.setFont(font, style.size)
            self._cell(style, (x, width, align), lines, height if head else 0.0)
            if span > 1 and style.rules == "three" and lines:
                self.canvas.line(x, self.y - height - 1, x + width, self.y - height - 1)
        self.y -= height + style.row_gap

    def _cell(self, style: Style, place: tuple[float, float, str], lines: list[str], height: float) -> None:
        x, width, align = place
        step = style.size * style.leading
        y = self.y - max(height - len(lines) * step, 0.0) - style.size
        for line in lines:
            if align == "right":
                self.canvas.drawRightString(x + width, y, line)
            elif align == "center":
                self.canvas.drawCentredString(x + width / 2, y, line)
            else:
                self.canvas.drawString(x, y, line)
            y -= step


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """The text broken into lines: at blanks, or anywhere between hanzi."""
    if not text:
        return []
    units = list(text) if any("\u3400" <= char <= "\u9fff" for char in text) else text.split(" ")
    glue = "" if len(units) == len(text) else " "
    lines = [units[0]]
    for unit in units[1:]:
        longer = lines[-1] + glue + unit
        if pdfmetrics.stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(unit)
    return lines


def number(rng: random.Random, digits: int = 4, places: int = 1) -> str:
    return f"{rng.uniform(1, 10**digits):,.{places}f}"


def statistics(rng: random.Random, style: Style, *, columns: int = 5, rows: int = 9, spanning: bool = False) -> Made:
    """A table of places and figures; heads may wrap, one may span."""
    heads = [[("Region", 1), *[(rng.choice(WORDS).title() + " " + rng.choice(WORDS), 1) for _ in range(columns - 1)]]]
    if spanning:
        heads.insert(0, [("", 1), (f"{rng.choice(WORDS).title()} {rng.choice(WORDS)}", 2), ("", columns - 3)])
        heads[0] = [cell if cell[0] else ("", cell[1]) for cell in heads[0]]
        if columns - 3 >= 2:
            heads[0][2] = (f"{rng.choice(WORDS).title()} {rng.choice(WORDS)} {rng.choice(WORDS)}", columns - 3)
    body = [
        [
            rng.choice(PLACES) + (" " + rng.choice(WORDS) if rng.random() < 0.3 else ""),
            *[number(rng) for _ in range(columns - 1)],
        ]
        for _ in range(rows)
    ]
    width = (450 - style.column_gap * columns) / (columns + 0.6)
    return Made([width * 1.6, *[width] * (columns - 1)], ["left", *["right"] * (columns - 1)], heads, body, style)


def described(rng: random.Random, style: Style, *, rows: int = 6) -> Made:
    """Wrapped descriptions beside short codes and dates."""
    body = [
        [
            f"{rng.choice('ABCDEF')}{rng.randint(10, 99)}",
            " ".join(rng.choice(WORDS) for _ in range(rng.randint(4, 14))).capitalize(),
            rng.choice(["yes", "no", "partly"]),
            f"{rng.randint(1, 28)} May {rng.randint(2019, 2025)}",
        ]
        for _ in range(rows)
    ]
    heads = [[(head, 1) for head in ("Code", "Description", "Met", "Date")]]
    return Made([40, 190, 50, 80], ["left", "left", "center", "left"], heads, body, style)


def sparse(rng: random.Random, style: Style, *, rows: int = 10) -> Made:
    """Figures with many blanks."""
    body = [
        [rng.choice(PLACES), *[number(rng, 3, 2) if rng.random() < 0.5 else "" for _ in range(4)]] for _ in range(rows)
    ]
    for row in body:
        row[rng.randint(1, 4)] = number(rng, 3, 2)
    heads = [[("Site", 1), *[(str(year), 1) for year in range(2021, 2025)]]]
    return Made([110, 60, 60, 60, 60], ["left", *["right"] * 4], heads, body, style)


def roster(rng: random.Random, style: Style, *, rows: int = 18, align: str = "left") -> Made:
    """A Chinese list of people without rules."""
    body = [
        [
            str(index + 1),
            rng.choice(SURNAMES) + "".join(rng.choice(HANZI) for _ in range(rng.choice([1, 2, 2]))),
            str(rng.randint(22, 60)),
            rng.choice(LEVELS),
            "".join(rng.choice(HANZI) for _ in range(4)) + "学院",
            rng.choice(TITLES),
        ]
        for index in range(rows)
    ]
    heads = [[(head, 1) for head in ("序号", "姓名", "年龄", "学历", "毕业学校", "职称")]]
    return Made([36, 60, 36, 50, 110, 70], [align] * 6, heads, body, style)


def clients(rng: random.Random, style: Style, *, rows: int = 12) -> Made:
    """A Chinese list of enterprises, long names wrapped."""
    body = [
        [
            str(index + 1),
            "".join(rng.choice(HANZI) for _ in range(rng.randint(4, 14))) + "示例有限公司",
            rng.choice(SURNAMES) + rng.choice(HANZI),
            f"1990000{rng.randint(1000, 9999)}",
            rng.choice(["管理咨询", "技术服务", "政策辅导与项目申报服务"]),
            rng.choice(["√", "满意", ""]),
        ]
        for index in range(rows)
    ]
    heads = [[(head, 1) for head in ("序号", "服务企业名称", "联系人", "联系电话", "服务内容", "满意度")]]
    return Made([30, 120, 44, 72, 80, 44], ["center", "left", "center", "center", "left", "center"], heads, body, style)


def sheets() -> list[Sheet]:
    """The whole collection: every style, each with paragraphs about it."""
    made: list[Sheet] = []
    for rules in ("none", "three", "rows", "zebra", "frame", "columns", "grid"):
        for seed in range(4):
            rng = random.Random(f"{rules}{seed}")  # noqa: S311 -- made-up pages, no secret
            tight = Style(rules=rules, row_gap=rng.choice([1.0, 3.0, 6.0]), column_gap=rng.choice([9.0, 14.0, 22.0]))
            loose = Style(rules=rules, row_gap=rng.choice([4.0, 7.0]))
            song = Style("STSong-Light", 10, 1.25, rng.choice([3.0, 6.0, 10.0]), 12, rules)
            made += [
                _english(f"statistics-{rules}-{seed}", rng, [statistics(rng, tight, columns=rng.choice([3, 4, 6]))]),
                _english(f"spanning-{rules}-{seed}", rng, [statistics(rng, tight, columns=5, spanning=True)]),
                _english(f"described-{rules}-{seed}", rng, [described(rng, loose)]),
                _english(f"sparse-{rules}-{seed}", rng, [sparse(rng, tight)]),
                _english(f"two-{rules}-{seed}", rng, [statistics(rng, tight, rows=5), sparse(rng, tight, rows=6)]),
                _chinese(f"roster-{rules}-{seed}", rng, [roster(rng, song, align=rng.choice(["left", "center"]))]),
                _chinese(f"clients-{rules}-{seed}", rng, [clients(rng, song)]),
            ]
    return made


def _english(name: str, rng: random.Random, tables: list[Made]) -> Sheet:
    pen = Pen(rng)
    pen.prose(3)
    for index, table in enumerate(tables, start=1):
        pen.title(f"Table {index}. {rng.choice(WORDS).title()} by region")
        pen.table(table)
        pen.prose(4)
    return pen.sheet(name)


def _chinese(name: str, rng: random.Random, tables: list[Made]) -> Sheet:
    pen = Pen(rng)
    pen.prose(3, hanzi=True)
    for table in tables:
        pen.title("示例名单", font="STSong-Light", size=14)
        pen.table(table)
        pen.prose(2, hanzi=True)
    return pen.sheet(name)


def plain() -> list[Sheet]:
    """Pages without any table: prose, two columns, label lines, contents, numbered clauses."""
    made = []
    for seed in range(3):
        rng = random.Random(f"plain{seed}")  # noqa: S311 -- made-up pages, no secret
        pen = Pen(rng)
        for _ in range(6):
            pen.prose(5, hanzi=bool(seed % 2))
        made.append(pen.sheet(f"prose-{seed}"))
        made.append(_two_columns(rng, hanzi=bool(seed % 2)))
        made.append(_labels(rng))
        made.append(_contents(rng))
    return made


def _two_columns(rng: random.Random, *, hanzi: bool) -> Sheet:
    pen = Pen(rng)
    left, right, top = pen.left, pen.right, pen.y
    for begin, end in ((left, (left + right) / 2 - 9), ((left + right) / 2 + 9, right)):
        pen.left, pen.right, pen.y = begin, end, top
        for _ in range(6):
            pen.prose(5, hanzi=hanzi, size=9)
    return pen.sheet("two-columns")


def _labels(rng: random.Random) -> Sheet:
    pen = Pen(rng)
    pen.title("示例申请表", font="STSong-Light", size=16)
    pen.canvas.setFont("STSong-Light", 12)
    labels = (
        ("联系人：", "联系电话："),
        ("注册日期：", "单位性质："),
        ("注册资本：", "上年末总资产："),
        ("手机：", "传真："),
    )
    for left, right in labels:
        pen.canvas.drawString(72, pen.y, left + "".join(rng.choice(HANZI) for _ in range(rng.randint(2, 6))))
        pen.canvas.drawString(320, pen.y, right + str(rng.randint(100, 99999)))
        pen.y -= 24
    pen.prose(4, hanzi=True, size=12)
    pen.canvas.setFont("STSong-Light", 12)
    pen.canvas.drawString(90, pen.y, "甲方（盖章）：")
    pen.canvas.drawString(330, pen.y, "乙方（盖章）：")
    pen.canvas.drawString(90, pen.y - 24, "代表人：")
    pen.canvas.drawString(330, pen.y - 24, "代表人：")
    return pen.sheet("labels")


def _contents(rng: random.Random) -> Sheet:
    pen = Pen(rng)
    pen.title("目录", font="STSong-Light", size=16)
    for index in range(14):
        pen.canvas.setFont("STSong-Light", 11)
        said = f"第{index + 1}章 " + "".join(rng.choice(HANZI) for _ in range(rng.randint(4, 12)))
        room = 430 - pdfmetrics.stringWidth(said, "STSong-Light", 11)
        dots = "." * int(room / pdfmetrics.stringWidth(".", "STSong-Light", 11))
        pen.canvas.drawString(72, pen.y, f"{said}{dots}{index + 3}")
        pen.y -= 20
    return pen.sheet("contents")
