"""Situations of scanned pages: made by drawing a page, rendering it, and spoiling the picture as a scanner does."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractors import read as extractors_read
from extractors.layout.geometry import Edge, Glyph
from extractors.read.ocr import engine as ocr_engine
from extractors.read.pdf import reader as pdf_reader
from extractors.read.scan import amounts as scan_amounts
from extractors.read.scan import checkboxes, misreadings, text_boxes
from extractors.read.scan import glyphs as scan_glyphs
from extractors.read.scan import images as scan_images
from extractors.read.scan import orientation as scan_orientation
from extractors.read.scan import reader as scan_reader
from extractors.read.scan import rules as scan_rules
from extractors.read.scan.glyphs import Scored
from extractors.read.seals import removal as seals_removal
from schemas.document import Cell, Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument
from schemas.trust import is_sure

SIZE = (420, 300)
ROWS = [
    ["No.", "Model name", "Count", "Price"],
    ["1", "Spectrometer", "2", "12.50"],
    ["2", "Microscope", "11", "3.75"],
    ["3", "Test bench", "4", "108.20"],
]


def drawn(draw, size=SIZE, dpi=150) -> Image.Image:
    """A page drawn by code, as a picture."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    draw(canvas)
    canvas.save()
    return pdfium.PdfDocument(stream.getvalue())[0].render(scale=dpi / 72).to_pil().convert("RGB")


def spoiled(image: Image.Image, angle: float = 0.0) -> Image.Image:
    """The picture as a scanner gives it: askew, grey and grainy."""
    turned = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor="white", expand=angle % 90 == 0)
    grain = np.random.default_rng(7).normal(0, 4, (turned.height, turned.width, 1))
    return Image.fromarray(np.clip(np.asarray(turned, np.float32) * 0.9 + 12 + grain, 0, 255).astype(np.uint8))


def as_pdf(*images: Image.Image, dpi=150) -> bytes:
    stream = io.BytesIO()
    images[0].save(stream, "PDF", resolution=dpi, save_all=True, append_images=images[1:])
    return stream.getvalue()


def as_file(image: Image.Image, kind: str = "PNG", **more) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()


def a_table(canvas: Canvas) -> None:
    xs, top, high = (40, 90, 220, 300, 380), 240, 24
    canvas.setFont("Helvetica", 14)
    canvas.drawString(130, 265, "List of equipment")
    canvas.setFont("Helvetica", 11)
    for number, row in enumerate(ROWS):
        for column, text in enumerate(row):
            canvas.drawString(xs[column] + 5, top - high * number - 16, text)
    for number in range(len(ROWS) + 1):
        canvas.line(xs[0], top - high * number, xs[-1], top - high * number)
    for x in xs:
        canvas.line(x, top, x, top - high * len(ROWS))


def some_lines(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 13)
    for number, text in enumerate(("Statement of truth", "All copies agree with the originals.", "Date: 2026-03-09")):
        canvas.drawString(50, (250, 205, 90)[number], text)


@cache
def table_page(angle: float = 0.0) -> Page:
    return read_pdf(as_pdf(spoiled(drawn(a_table), angle))).pages[0]


def read_pdf(data: bytes, wanted=None) -> Document:
    return scan_reader.recognised(pdf_reader.read(data, "scan.pdf", ""), data, wanted)


def texts(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Paragraph)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


@pytest.mark.parametrize("angle", [0.0, 0.9, -1.6])
def test_a_ruled_table_keeps_its_cells_however_it_lay_on_the_glass(angle):
    (table,) = [block for block in table_page(angle).blocks if isinstance(block, Table)]
    assert rows(table) == ROWS
    assert all(cell.header == (cell.row == 0) for cell in table.cells)


def test_boxes_stand_where_the_scan_shows_them():
    (table,) = [block for block in table_page(0.0).blocks if isinstance(block, Table)]
    assert table.bbox == pytest.approx((40, 60, 380, 156), abs=3)


def test_a_recognised_page_stays_a_scan_and_says_so():
    page = table_page()
    assert (page.kind, page.recognised) == ("scan", "all")
    assert "识别" in page.note


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_scanned_sideways_or_upside_down_is_read_upright(turn):
    upright = drawn(some_lines)
    page = read_pdf(as_pdf(spoiled(upright, turn))).pages[0]
    assert texts(page)[0] == "Statement of truth"
    assert page.rotation == turn
    assert (page.width, page.height) == pytest.approx(SIZE, abs=1)


class Asking:
    """Wants the second page in full, and keeps what it was told."""

    def __init__(self, *, enough: bool = False, likely: bool = False) -> None:
        self.told: list[tuple[str, ...]] = []
        self.titles: list[tuple[str, ...]] = []
        self._enough, self._likely = enough, likely

    def likely(self) -> bool:
        return self._likely

    def settled(self, titles: tuple[str, ...]) -> bool:
        self.titles.append(titles)
        return self._enough

    def whole(self, page: int, lines: tuple[str, ...], *, tabular: bool = False) -> bool:
        assert not tabular
        self.told.append(lines)
        return page == 2


@pytest.mark.parametrize("likely", [pytest.param(False, id="glanced-at"), pytest.param(True, id="looked-at-closely")])
def test_only_the_top_is_read_of_a_page_that_nobody_wants(likely):
    data = as_pdf(drawn(some_lines), drawn(a_table))
    wanted = Asking(likely=likely)
    document = read_pdf(data, wanted)
    assert [page.recognised for page in document.pages] == ["top", "all"]
    assert wanted.told[0] == ("Statement of truth", "All copies agree with the originals.")
    assert any(isinstance(block, Table) for block in document.pages[1].blocks)
    again = scan_reader.recognised(document, data)
    assert [page.recognised for page in again.pages] == ["all", "all"]
    assert "Date: 2026-03-09" in "".join(texts(again.pages[0]))


def a_certificate(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 30)
    canvas.drawString(110, 240, "CERTIFICATE")
    canvas.setFont("Helvetica", 13)
    canvas.drawString(50, 190, "awarded for the best essay of the year")


def test_where_the_largest_line_says_what_a_page_is_nothing_else_is_read():
    wanted = Asking(enough=True)
    (page,) = read_pdf(as_pdf(drawn(a_certificate)), wanted).pages
    assert (page.recognised, [text.replace(" ", "") for text in texts(page)]) == ("top", ["CERTIFICATE"])
    assert (wanted.titles, wanted.told) == ([("CERTIFICATE",)], [])


def test_lines_of_one_size_are_titles_together():
    wanted = Asking(enough=True)
    read_pdf(as_pdf(drawn(some_lines)), wanted)
    assert wanted.titles == [("Statement of truth", "All copies agree with the originals.")]


@pytest.mark.parametrize(
    ("score", "junk"),
    [pytest.param(0.41, False, id="wavering"), pytest.param(0.39, True, id="a-speck")],
)
def test_a_lone_tick_is_believed_sooner_than_writing(score, junk):
    box = np.array([[10, 10], [40, 10], [40, 40], [10, 40]], np.float32)
    (tick,) = scan_glyphs.glyphs(box, ocr_engine.RecognisedLine(("√",), (0.5,), (score,)), 0.48)
    (letter,) = scan_glyphs.glyphs(box, ocr_engine.RecognisedLine(("台",), (0.5,), (0.54,)), 0.48)
    assert (tick.junk, letter.junk) == (junk, True)


@pytest.mark.parametrize(
    ("wide", "decoded"),
    [pytest.param(4000, 2000, id="twice-as-large-as-read"), pytest.param(3990, 2000, id="less-than-that")],
)
def test_a_photograph_is_as_large_on_paper_however_it_was_decoded(wide, decoded):
    photo = Image.new("RGB", (wide, wide * 3 // 4), "white")
    photo.paste((0, 0, 0), (wide // 2, 0, wide, wide * 3 // 4))
    (frame,) = scan_images.frames(as_file(photo, "JPEG"), "photo.jpg")
    assert max(frame.picture.shape) == decoded
    assert frame.scale * decoded == pytest.approx(842, abs=1)
    assert abs(int((frame.picture[100, :, 0] > 128).sum()) - decoded // 2) <= 2


def test_a_page_with_text_is_left_alone():
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=SIZE)
    some_lines(canvas)
    canvas.save()
    document = pdf_reader.read(stream.getvalue(), "text.pdf", "")
    assert scan_reader.recognised(document, stream.getvalue()) is document


def test_what_a_picture_on_a_page_of_text_says_is_added_but_not_sure():
    from reportlab.lib.utils import ImageReader

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.setFont("Helvetica", 12)
    canvas.drawString(60, 780, "The certificate of the applicant follows.")
    canvas.drawImage(ImageReader(drawn(some_lines)), 80, 300, 420, 300)
    canvas.save()
    page = read_pdf(stream.getvalue()).pages[0]
    said = {block.text: is_sure(block.doubts) for block in page.blocks}
    assert page.kind == "mixed"
    assert said["The certificate of the applicant follows."]
    assert said["Statement of truth"] is False


def a_page(*, under: str = "", over: str = "", at: float = 20, box=(0, 0, 595, 842)) -> bytes:
    """A PDF page with a picture of some lines, and text drawn before and after it."""
    from reportlab.lib.utils import ImageReader

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.drawString(60, at, under)
    canvas.drawImage(ImageReader(drawn(some_lines)), *box)
    canvas.drawString(60, at, over)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(a_page(over="Source: archive of the bureau, no. 17"), "scan", id="a-line-stamped-at-the-foot"),
        pytest.param(a_page(over="Seen and copied by the bureau", at=420), "mixed", id="a-line-in-the-middle"),
        pytest.param(a_page(under="Nobody sees this line of text", at=420), "scan", id="text-under-the-picture"),
        pytest.param(a_page(over="As the copy below shows.", box=(0, 0, 595, 600)), "mixed", id="most-of-a-page"),
    ],
)
def test_a_scan_with_a_line_of_text_is_still_a_scan(data, kind):
    assert pdf_reader.read(data, "scan.pdf", "").pages[0].kind == kind


def test_pictures_on_pages_of_text_are_read_though_no_page_is_a_scan():
    data = a_page(over="The certificate of the applicant follows.", at=780, box=(80, 300, 420, 300))
    assert "Statement of truth" in texts(extractors_read.read(data, "report.pdf").pages[0])


def test_a_page_that_does_not_open_costs_no_other():
    data = as_pdf(drawn(some_lines), drawn(some_lines))
    document = pdf_reader.read(data, "scan.pdf", "")
    broken = replace(document.pages[0], number=3, kind="unreliable_text")
    read = scan_reader.recognised(replace(document, pages=(document.pages[0], broken)), data)
    assert [page.recognised for page in read.pages] == ["all", "no"]


@pytest.mark.parametrize(
    ("size", "longer"),
    [
        pytest.param((595, 842), 1754, id="a4"),
        pytest.param((298, 421), 877, id="a6"),
        pytest.param((298, 419), 1754, id="called-smaller-than-a6"),
        pytest.param((842, 1300), 2708, id="a3-with-a-margin"),
        pytest.param((921, 1302), 1754, id="called-larger-than-a3"),
    ],
)
def test_what_a_page_says_of_its_size_is_not_believed_beyond_reason(size, longer):
    page = pdfium.PdfDocument(as_pdf(Image.new("L", size, 255), dpi=72))[0]
    frame = scan_reader.rendered(page)
    assert max(frame.picture.shape) == pytest.approx(longer, abs=2)
    assert frame.picture.shape[1] * frame.scale == pytest.approx(size[0], abs=1)


def test_a_table_stands_where_the_page_counts_it_though_it_counts_pixels_for_points():
    read = [read_pdf(as_pdf(spoiled(drawn(a_table)), dpi=dpi)).pages[0] for dpi in (150, 36)]
    (table,), (larger,) = ([block for block in page.blocks if isinstance(block, Table)] for page in read)
    assert rows(larger) == rows(table) == ROWS
    assert larger.bbox == pytest.approx([4.1667 * side for side in table.bbox], abs=8)
    assert read[1].width == pytest.approx(4.1667 * read[0].width, abs=2)


def test_a_volume_whose_later_pictures_are_cut_off_is_read_as_far_as_it_goes():
    stream = io.BytesIO()
    drawn(some_lines).save(stream, "TIFF", save_all=True, append_images=[drawn(a_table)], compression=None)
    whole = stream.getvalue()
    document = scan_reader.read(whole[: len(whole) * 3 // 5], "scan.tif", "")
    assert len(document.pages) == 1
    assert "第 2 页" in document.note


@pytest.mark.parametrize("size", [(1, 3000), (3000, 1), (1, 1)])
def test_pictures_too_thin_for_writing_are_empty_pages(size):
    assert scan_reader.read(as_file(Image.new("L", size)), "line.png", "").pages[0].blocks == ()


def test_a_picture_beyond_all_measure_is_said_to_be_too_large():
    with pytest.raises(UnreadableDocument, match="图片过大"):
        scan_reader.read(as_file(Image.new("1", (20000, 20000))), "plan.png", "")


def test_a_photograph_without_writing_gives_an_empty_page():
    grain = np.random.default_rng(3).normal(128, 6, (300, 400, 3)).clip(0, 255).astype(np.uint8)
    page = scan_reader.read(as_file(Image.fromarray(grain)), "photo.png", "").pages[0]
    assert page.blocks == ()
    assert "未发现文字" in page.note


@pytest.mark.parametrize(
    ("kind", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("BMP", "image/bmp"), ("WEBP", "image/webp")]
)
def test_image_files_are_read_by_content(kind, media_type):
    document = scan_reader.read(as_file(drawn(some_lines), kind), "file.dat", "")
    assert document.media_type == media_type
    assert texts(document.pages[0])[0] == "Statement of truth"


def test_the_turn_that_a_camera_noted_is_undone():
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = drawn(some_lines).rotate(90, expand=True)
    page = scan_reader.read(as_file(photo, "JPEG", exif=exif), "photo.jpg", "").pages[0]
    assert texts(page)[0] == "Statement of truth"
    assert page.width > page.height


def test_every_frame_of_a_tiff_is_a_page():
    stream = io.BytesIO()
    drawn(some_lines).save(stream, "TIFF", save_all=True, append_images=[drawn(a_table)], dpi=(150, 150))
    document = scan_reader.read(stream.getvalue(), "scan.tif", "")
    assert [page.number for page in document.pages] == [1, 2]
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx(SIZE, abs=1)


def test_a_broken_image_file_is_unreadable():
    with pytest.raises(UnreadableDocument, match="损坏"):
        scan_reader.read(as_file(drawn(some_lines))[:400], "photo.png", "")


def boxes(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    for x, label in ((60, "Letter"), (160, "Visit"), (260, "Other")):
        canvas.rect(x, 200, 10, 10)
        canvas.drawString(x + 14, 201, label)
    canvas.lines([(162, 205, 165, 202), (165, 202, 169, 209)])
    canvas.rect(260, 200, 10, 10, fill=1)


def test_a_tick_box_is_judged_by_its_ink():
    page = scan_reader.read(as_file(spoiled(drawn(boxes)), dpi=(150, 150)), "form.png", "").pages[0]
    assert "".join(texts(page)).replace(" ", "") == "□Letter☑Visit■Other"


def test_squares_are_found_by_size_and_sides():
    ink = np.zeros((120, 240), np.uint8)
    for x, side in ((20, 18), (80, 18), (150, 60)):
        ink[20 : 20 + side, x : x + side] = 1
        ink[22 : 18 + side, x + 2 : x - 2 + side] = 0
    ink[34:40, 80:98] = 0
    (square,) = checkboxes.squares(ink, 150)
    assert (square.x0, square.sign) == (pytest.approx(20, abs=1), "□")


@pytest.mark.parametrize(("said", "means"), [("V", "√"), ("✓", "√"), ("☒", "☑"), ("VI", "VI"), ("", "")])
def test_a_lone_sign_in_a_cell(said, means):
    assert checkboxes.sign(said) == means


def test_a_red_seal_is_taken_off_the_writing_under_it():
    page = np.full((600, 420, 3), 255, np.uint8)
    rows_, columns = np.ogrid[:600, :420]
    ring = np.abs(np.hypot(rows_ - 300, columns - 210) - 60) < 4
    page[ring] = (60, 60, 220)
    page[295:305, 100:320] = 20
    cleaned = seals_removal.without_seals(page)
    assert (cleaned[ring & (np.abs(rows_ - 300) > 8)] > 200).all()
    assert (cleaned[297:303, 100:320] < 90).all()


def test_red_titles_stay():
    page = np.full((600, 420, 3), 255, np.uint8)
    page[60:90, 60:360] = (40, 40, 220)
    assert (seals_removal.without_seals(page) == page).all()


def test_what_was_recognised_is_not_recognised_again(monkeypatch):
    picture = np.asarray(drawn(some_lines), np.uint8)
    first = ocr_engine.detect(picture, 900)
    monkeypatch.setattr(ocr_engine, "_models", lambda: pytest.fail("read twice"))
    assert (ocr_engine.detect(picture, 900) == first).all()


@pytest.mark.parametrize("slope", [0.0, 2.0, -3.5])
def test_the_skew_is_that_of_most_lines(slope):
    fall = np.tan(np.radians(slope)) * 300
    quads = np.array(
        [[[50, y], [350, y + fall], [350, y + fall + 20], [50, y + 20]] for y in (40, 90, 140)], np.float32
    )
    assert scan_orientation.skew(quads) == pytest.approx(slope, abs=0.05)


def inked(*bodies: tuple[int, int, int, int]) -> tuple[np.ndarray, tuple[list[Edge], list[Edge]]]:
    """The ink of two cells side by side, 300 by 60 pixels each, at 150 dpi, and their rules."""
    ink = np.zeros((80, 640), np.uint8)
    for x0, y0, x1, y1 in bodies:
        ink[y0:y1, x0:x1] = 1
    return ink, ([Edge(y, 10, 610) for y in (10, 70)], [Edge(x, 10, 70) for x in (10, 310, 610)])


def boxed(x0: float, y0: float, x1: float, y1: float) -> np.ndarray:
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


@pytest.mark.parametrize(
    ("bodies", "lines", "strokes"),
    [
        pytest.param([(20, 30, 34, 48), (40, 30, 54, 48)], 1, 0, id="two-letters"),
        pytest.param([(20, 30, 34, 48), (270, 30, 284, 48)], 2, 0, id="letters-at-both-ends-of-a-cell"),
        pytest.param([(150, 38, 168, 41)], 0, 1, id="a-dash-or-the-hanzi-one"),
        pytest.param([(152, 32, 166, 35), (148, 44, 170, 47)], 1, 0, id="the-hanzi-two"),
        pytest.param([(150, 11, 168, 14)], 0, 0, id="what-is-left-of-a-rule"),
    ],
)
def test_what_no_line_covers_in_a_cell(bodies, lines, strokes):
    ink, rules = inked(*bodies)
    found = text_boxes.uncovered(ink, text_boxes.cells_of(rules, 72 / 150), [], 150)
    assert tuple(map(len, found)) == (lines, strokes)


def test_specks_at_both_ends_of_a_cell_do_not_read_its_line_again():
    ink, rules = inked((20, 30, 34, 48), (100, 28, 200, 50), (270, 30, 284, 48))
    lines, _ = text_boxes.uncovered(ink, text_boxes.cells_of(rules, 72 / 150), [boxed(96, 26, 204, 52)], 150)
    assert all(line[:, 0].max() < 96 or line[:, 0].min() > 204 for line in lines)


@pytest.mark.parametrize(
    ("column", "read"),
    [
        pytest.param(["No.", "一", "二"], "一", id="it-counts-in-hanzi"),
        pytest.param(["Fee", "一", "12.5"], "—", id="it-holds-numbers"),
        pytest.param(["No.", "—", "三"], "一", id="a-dash-where-hanzi-count"),
        pytest.param(["Note", "_", "-"], "—", id="nothing-but-strokes"),
        pytest.param(["Fee", "一二", "12.5"], "一二", id="more-than-a-stroke"),
    ],
)
def test_a_lone_stroke_is_told_by_its_column(column, read):
    cells = tuple(Cell(row, 0, text, header=row == 0) for row, text in enumerate(column))
    assert misreadings.with_strokes(Table(cells, 3, 1)).cells[1].text == read


def test_a_stroke_that_nothing_tells_is_not_sure():
    cells = (Cell(0, 0, "Note", header=True), Cell(1, 0, "一"), Cell(2, 0, "seen"))
    assert [is_sure(cell.doubts) for cell in misreadings.with_strokes(Table(cells, 3, 1)).cells] == [True, False, True]


def test_a_part_of_a_letter_is_no_box():
    ink = np.zeros((80, 200), np.uint8)
    for side, x in ((14, 100), (22, 160)):
        ink[30 : 30 + side, x : x + side] = 1
        ink[32 : 28 + side, x + 2 : x + side - 2] = 0
    letter = Glyph("提", 36.0, 12.0, 48.0, 26.4, 14.4, 0, False)
    said = checkboxes.with_checkboxes(
        [Scored(letter, 1.0), Scored(letter._replace(x0=64.0, x1=75.0), 1.0)], ink, 72 / 150
    )
    assert [one.glyph.text for one in said] == ["提", "提", "□"]


@pytest.mark.parametrize(
    ("x0", "marks"), [pytest.param(64.0, [], id="within-a-hanzi"), pytest.param(50.0, ["□"], id="beside-it")]
)
def test_a_square_within_a_hanzi_is_a_part_of_it(x0, marks):
    ink = np.zeros((80, 200), np.uint8)
    ink[24:41, 136:153] = 1
    ink[26:39, 138:151] = 0
    letter = Glyph("理", x0, 14.5, x0 + 14, 28.9, 14.4, 0, False)
    beside = Glyph("层", 78.0, 8.5, 92.4, 22.9, 14.4, 0, False)
    said = checkboxes.with_checkboxes([Scored(letter, 1.0), Scored(beside, 1.0)], ink, 72 / 150)
    assert [one.glyph.text for one in said] == ["理", "层", *marks]


def ruled(*bars: tuple[int, int, int, int], size=(300, 700)) -> np.ndarray:
    """Ink in bars (from left, top, to right, bottom) at 150 dpi."""
    ink = np.zeros(size, np.uint8)
    for x0, y0, x1, y1 in bars:
        ink[y0:y1, x0:x1] = 1
    return ink


FRAME = ((20, 20, 620, 23), (20, 220, 620, 223), (20, 20, 23, 223), (617, 20, 620, 223))
NO_TEXT = np.zeros((0, 4, 2), np.float32)


@pytest.mark.parametrize(
    ("bars", "whole"),
    [
        pytest.param([(20, 120, 200, 123), (280, 120, 620, 123)], True, id="a-seal-hides-a-part-of-it"),
        pytest.param([(20, 120, 200, 123), (300, 120, 620, 123)], False, id="more-than-a-seal-hides"),
        pytest.param([(20, 120, 200, 123), (280, 120, 400, 123)], True, id="hidden-twice"),
        pytest.param([(60, 120, 200, 123), (280, 120, 400, 123)], False, id="two-blanks-in-one-cell"),
        pytest.param(
            [(20, 120, 200, 123), (280, 120, 620, 123), (200, 20, 203, 223), (280, 20, 283, 223)],
            False,
            id="a-merged-cell-between-columns",
        ),
    ],
)
def test_a_rule_that_breaks_off_in_the_midst_of_a_cell_goes_on_beyond(bars, whole):
    level, _ = scan_rules.rules(ruled(*FRAME, *bars), NO_TEXT, 150)
    assert any(edge.start < 30 and edge.end >= 400 for edge in level if 110 < edge.at < 130) == whole


@pytest.mark.parametrize(
    ("bottom", "reaches"), [pytest.param(213, True, id="just-before-it"), pytest.param(190, False, id="far-before-it")]
)
def test_a_faint_rule_that_ends_before_a_thick_frame_reaches_it(bottom, reaches):
    ink = ruled(*FRAME, (20, 120, 620, 123), (300, 20, 303, bottom))
    _, upright = scan_rules.rules(ink, NO_TEXT, 150)
    (edge,) = [edge for edge in upright if 290 < edge.at < 310]
    assert round(edge.end) == pytest.approx(221 if reaches else 121, abs=3)


@pytest.mark.parametrize(
    ("quad", "columns"),
    [
        pytest.param(boxed(100, 21, 500, 45), 0, id="a-stroke-of-a-letter-in-the-midst-of-a-line"),
        pytest.param(boxed(100, 30, 296, 40), 1, id="a-rule-beside-the-text"),
        pytest.param(boxed(100, 26, 500, 38), 1, id="a-rule-higher-than-the-text-that-runs-across-it"),
    ],
)
def test_in_a_row_as_low_as_its_letters_a_stroke_is_no_rule(quad, columns):
    ink = ruled(*FRAME, (20, 44, 620, 46), (300, 20, 303, 46))
    _, upright = scan_rules.rules(ink, np.stack([quad]), 150)
    assert sum(290 < edge.at < 310 for edge in upright) == columns


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        pytest.param("69.558,687.59", "69,558,687.59", id="a-point-for-the-first-comma"),
        pytest.param("509,510.514.92", "509,510,514.92", id="a-point-for-the-last-comma"),
        pytest.param("79.651.862.50", "79.651.862.50", id="points-only-say-nothing"),
        pytest.param("981.477.00", "981.477.00", id="one-group-may-be-anything"),
        pytest.param("1,234,567.89", "1,234,567.89", id="nothing-wrong"),
        pytest.param("69.558,687.591", "69.558,687.591", id="three-places-are-no-amount"),
        pytest.param("合计 69.558,687.59 元", "合计 69,558,687.59 元", id="within-words"),
    ],
)
def test_commas_taken_for_points(seen, meant):
    assert scan_amounts.with_commas(seen) == meant


@pytest.mark.parametrize(
    ("bars", "lines"),
    [
        pytest.param([(300, 110, 345, 114)], 2, id="a-dash-of-large-type"),
        pytest.param([(300, 110, 380, 114)], 3, id="a-blank-to-fill-in"),
        pytest.param([(300, 110, 345, 114), (300, 20, 303, 114), (342, 20, 345, 114)], 3, id="a-side-of-a-small-cell"),
    ],
)
def test_a_dash_is_no_rule(bars, lines):
    ink = ruled((20, 20, 620, 23), (20, 220, 620, 223), *bars)
    level, _ = scan_rules.rules(ink, np.stack([boxed(30, 95, 120, 130)]), 150)
    assert len(level) == lines


@pytest.mark.parametrize(
    ("pages", "seen"), [(scan_reader.LONG_SCAN - 1, []), (scan_reader.LONG_SCAN, [3, 4]), (7, [4, 5, 6, 7])]
)
def test_of_a_long_scan_the_later_half_of_the_pages_is_foreseen(monkeypatch, pages, seen):
    noted = []
    monkeypatch.setattr(scan_reader, "_read", lambda _pdf, page, _scope: noted.append(page.number))
    data = as_pdf(*[Image.new("RGB", (60, 40), "white")] * pages)
    scans = tuple(Page(number, kind="scan") for number in range(1, pages + 1))
    scan_reader.foresee(Document("a.pdf", "", "application/pdf", scans), data, None)
    assert noted == seen


def test_of_what_is_no_pdf_and_of_what_does_not_open_nothing_is_foreseen():
    for data in (b"no pdf", b"%PDF-1.7 cut short"):
        extractors_read.foresee(data, "a.pdf", None)
