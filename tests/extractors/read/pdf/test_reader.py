"""A PDF as a whole: which files open, which pages can be believed, what is furniture."""

from __future__ import annotations

import io
import random
import tracemalloc

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.layout import page_kind
from extractors.read.pdf import drawing as pdf_drawing
from extractors.read.pdf import reader as pdf_reader
from extractors.read.pdf.reader import read
from schemas.errors import UnreadableDocument
from tests.builders.pdf_pages import HEIGHT, SONG, WIDTH, document, made, page, texts, together, written
from tests.builders.shared import SHARED


def _picture() -> ImageReader:
    return ImageReader(Image.new("L", (40, 40), 128))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "空", id="empty"),
        pytest.param(b"%PDF-1.4\nnothing of the kind", "损坏", id="damaged"),
        pytest.param(made(written((72, 72, "示例")), encrypt=StandardEncryption("geheim", "x")), "加密", id="password"),
    ],
)
def test_unreadable_files_say_why_and_what_to_ask_for(data: bytes, says: str):
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "示例.pdf", "")
    assert says in caught.value.reason
    assert caught.value.ask.startswith("请申请人")


def test_a_file_with_an_owner_password_alone_opens():
    data = made(written((72, 72, "示例文件")), encrypt=StandardEncryption("", "owner"))
    assert texts(read(data, "示例.pdf", "").pages[0]) == ["示例文件"]


def test_truncated_files_are_read_or_refused_but_never_crash():
    data = made(written((72, 72, "示例文件")))
    for size in range(0, len(data), 97):
        try:
            read(data[:size], "示例.pdf", "")
        except UnreadableDocument:
            continue


def test_a_page_without_anything_is_blank():
    assert page(lambda canvas: None).kind == "blank"  # noqa: ARG005 -- draws nothing


def test_a_full_picture_is_a_scan_and_says_so():
    seen = page(lambda canvas: canvas.drawImage(_picture(), 0, 0, WIDTH, HEIGHT))
    assert seen.kind == "scan"
    assert "图片" in seen.note


def test_a_scan_in_strips_is_a_scan():
    def strips(canvas: Canvas) -> None:
        for i in range(62):
            canvas.drawImage(_picture(), 0, i * HEIGHT / 62, WIDTH, HEIGHT / 62)

    assert page(strips).kind == "scan"


def test_the_invisible_layer_under_a_scan_is_not_believed():
    def scan(canvas: Canvas) -> None:
        canvas.drawImage(_picture(), 0, 0, WIDTH, HEIGHT)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("这里是识别软件写入的隐藏文字层")
        canvas.drawText(text)

    seen = page(scan)
    assert seen.kind == "scan"
    assert not seen.blocks
    assert "隐藏" in seen.note


@pytest.mark.parametrize(
    ("share", "kind"),
    [pytest.param(0.05, "text", id="a-seal-is-no-page"), pytest.param(0.08, "mixed", id="a-certificate-may-speak")],
)
def test_pictures_beside_text(share: float, kind: str):
    side = (share * WIDTH * HEIGHT) ** 0.5
    draw = together(
        written((72, 72, "这一页有文字，也有一张图片")), lambda c: c.drawImage(_picture(), 150, 300, side, side)
    )
    assert page(draw).kind == kind


def test_letters_drawn_as_curves_are_no_text():
    def curves(canvas: Canvas) -> None:
        for i in range(200):
            canvas.bezier(72 + i, 700, 80 + i, 710, 90 + i, 690, 100 + i, 700)

    assert page(curves).kind == "vector"


def test_fluent_mojibake_is_told_from_names():
    rng = random.Random(7)
    garbage = [bytes([rng.randint(0x81, 0xFE), rng.randint(0x80, 0xFE)]).decode("gbk", "ignore") for _ in range(200)]
    assert page_kind.is_gibberish("".join(garbage))
    assert not page_kind.is_gibberish("序号姓名年龄学历赵睿涵钱鑫淼孙婷李璟雯周昊昱吴琪瑶郑煜宸王梓萱本科大专" * 3)
    assert not page_kind.is_gibberish("The annual survey of regional output was published in spring. " * 5)
    assert page_kind.is_gibberish("Wkh dqqxdo vxuyhb ri uhjlrqdo rxwsxw zdv sxeolvkhg lq vsulqj. " * 5)


def test_a_lying_layer_gives_no_text():
    rng = random.Random(3)
    said = "".join(bytes([rng.randint(0x81, 0xA0), rng.randint(0x80, 0xFE)]).decode("gbk", "ignore") for _ in range(90))
    seen = page(written(*((72.0, 72.0 + 20 * i, said[i * 28 : i * 28 + 28]) for i in range(3))))
    assert seen.kind == "unreliable_text"
    assert not seen.blocks
    assert "不可信" in seen.note


def test_running_heads_and_page_numbers_are_furniture_and_titles_are_not():
    def one(number: int) -> list[tuple[float, float, str]]:
        return [(200, 40, "示例公司申报材料"), (72, 90, f"第{number}部分的标题"), (280, 800, f"第 {number} 页")]

    seen = document(*(written(*one(n), size=9) for n in (1, 2, 3)))
    assert [texts(p) for p in seen.pages] == [["第1部分的标题"], ["第2部分的标题"], ["第3部分的标题"]]
    assert {p.text for p in seen.pages[0].furniture} == {"示例公司申报材料", "第1页"}


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_text_reads_upright_however_the_page_is_turned(rotation: int):
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(rotation)
        canvas.setFont(SONG, 12)
        canvas.drawString(-100, 100, "上面一行文字")
        canvas.drawString(-100, 0, "下面一行文字")

    seen = page(turned)
    assert seen.rotation == rotation
    assert texts(seen) == ["上面一行文字", "下面一行文字"]
    box = seen.blocks[0].bbox
    assert box is not None
    assert box[2] - box[0] == pytest.approx(72, abs=1)


def test_boxes_count_from_the_corner_of_what_the_page_shows():
    def cropped(canvas: Canvas) -> None:
        canvas.setCropBox((50, 40, 450, 740))
        canvas.drawString(60, 700, "示例")

    seen = page(cropped)
    assert (seen.width, seen.height) == (400, 700)
    box = seen.blocks[0].bbox
    assert box is not None
    assert box[0] == pytest.approx(10, abs=1)
    assert 25 < box[1] < 40


def test_a_drawing_without_end_leaves_the_text(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_drawing, "MOST_SEGMENTS", 500)

    def scribble(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "图形很多的一页文字内容")
        for i in range(600):
            canvas.line(i, 1e9 if i % 2 else 0, i, -1e9)

    seen = page(scribble)
    assert texts(seen) == ["图形很多的一页文字内容"]
    assert "未识别表格线" in seen.note


def test_more_pages_than_any_dossier_has_are_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 2)
    seen = document(*(written((72, 100, "正文一行示例文字")) for _ in range(3)))
    assert len(seen.pages) == 2
    assert "只读取了前 2 页" in seen.note


def test_bookmarks_are_the_outline():
    def marked(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "第一章的正文内容")
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry("第一章", "a")

    assert document(marked).outline == (("第一章", 1),)


def test_pages_are_not_kept():
    data = made(*(written(*((72.0, 60.0 + 14 * i, "示例文字" * 10) for i in range(50))) for _ in range(12)))
    tracemalloc.start()
    read(data, "示例.pdf", "")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12_000_000


def test_reading_twice_gives_the_same():
    data = made(written((72, 72, "示例")))
    assert read(data, "a.pdf", "") == read(io.BytesIO(data).read(), "a.pdf", "")


def test_what_stands_off_the_page_is_not_read():
    assert texts(
        page(written((72, 72, "看得见的一行示例文字"), (-300, 200, "页面之外的文字"), (72, 900, "页脚之外")))
    ) == [
        "看得见的一行示例文字",
    ]


@pytest.mark.needs_shared
def test_real_documents_are_read_or_say_why_not():
    for path in sorted((SHARED / "realdocs").rglob("*.pdf")):
        seen = read(path.read_bytes(), path.name, "")
        assert all(page.note for page in seen.pages if page.kind not in {"text", "blank"}), path.name
