"""Each place of a finding is shown: pages with a frame, tables and lines with a mark, within a small file."""

from __future__ import annotations

import base64
import io
from dataclasses import replace

import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from pipeline.evidence import page_images
from pipeline.evidence import render as evidence_render
from pipeline.evidence.picture_budget import PictureBudget
from pipeline.evidence.pictures import PageImage, TableImage, TextImage
from pipeline.evidence.render import drawn
from pipeline.intake.inbox import Received
from pipeline.reports.evidence_views import PageShot, TableShot, TextShot, gallery, links, shots
from schemas.document import Cell, Document, Page, Paragraph, Table
from schemas.locator import Locator
from schemas.status import Status
from schemas.tables import Row, list_frame
from tests.builders.reports import DIFFER, screening

PDF = "申报表.pdf"
BOX = (72.0, 100.0, 200.0, 120.0)


def pdf(pages: int = 2) -> bytes:
    out = io.BytesIO()
    made = canvas.Canvas(out, pagesize=(595, 842), invariant=True)
    for number in range(pages):
        made.drawString(72, 842 - 115, f"Page {number + 1}")
        made.showPage()
    made.save()
    return out.getvalue()


def paged(pages: int = 2, **more: object) -> Document:
    made = tuple(replace(Page(number, width=595.0, height=842.0), **more) for number in range(1, pages + 1))
    return Document(PDF, "", "application/pdf", made)


def finding_at(*places: Locator) -> object:
    return screening(findings=(replace(DIFFER, evidence=places),))


def picture(source: object) -> Image.Image:
    assert isinstance(source, PageImage)
    head, _, data = source.uri.partition(",")
    assert head == "data:image/jpeg;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def test_a_strip_of_the_page_is_drawn_around_what_is_spoken_of() -> None:
    place = Locator(PDF, 2, bbox=BOX)
    made = drawn(finding_at(place), [paged()], [Received(PDF, pdf())])
    (source,) = made.sources
    assert isinstance(source, PageImage)
    assert (source.page, source.top, source.bottom) == (2, 40.0, 180.0)
    shown = picture(source)
    assert abs(shown.width / shown.height - 595 / 140) < 0.1
    assert min(shown.convert("L").crop((90, 80, 200, 110)).getextrema()) < 100
    (shot,) = shots(made, [place])
    assert isinstance(shot, PageShot)
    assert shot.boxes == (BOX,)
    assert shot.label == "申报表.pdf 第2页"


def test_places_on_one_page_share_its_picture() -> None:
    places = [Locator(PDF, 1, bbox=(72.0, top, 200.0, top + 20)) for top in (100.0, 130.0, 780.0)]
    made = drawn(finding_at(*places), [paged()], [Received(PDF, pdf())])
    assert len(made.sources) == 1
    assert [made.at(place).number for place in places] == [1, 2, 3]  # type: ignore[union-attr]
    assert links(made, places) == ([replace(links(made, places)[0][0], mark=1)], 1)


def test_a_page_that_was_read_turned_is_shown_turned() -> None:
    made = drawn(
        finding_at(Locator(PDF, 1)), [paged(1, rotation=90, width=842.0, height=595.0)], [Received(PDF, pdf(1))]
    )
    shown = picture(made.sources[0])
    assert shown.width > shown.height


def test_a_photograph_is_shown() -> None:
    out = io.BytesIO()
    Image.new("RGB", (3000, 4000), "white").save(out, "PNG")
    photo = Document("执照.png", "", "image/png", (Page(1, width=631.5, height=842.0, kind="scan"),))
    made = drawn(finding_at(Locator("执照.png", 1)), [photo], [Received("执照.png", out.getvalue())])
    assert picture(made.sources[0]).height < 1200


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken", b"no picture"])
@pytest.mark.parametrize("media_type", ["application/pdf", "image/png"])
def test_a_file_that_does_not_open_has_no_picture(data: bytes, media_type: str) -> None:
    document = replace(paged(), media_type=media_type)
    assert drawn(finding_at(Locator(PDF, 1)), [document], [Received(PDF, data)]).sources == ()


def test_no_more_is_drawn_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_render, "PictureBudget", lambda: PictureBudget(pages=2))
    places = [Locator(PDF, number) for number in range(1, 6)]
    made = drawn(finding_at(*places), [paged(5)], [Received(PDF, pdf(5))])
    assert len(made.sources) == 2
    monkeypatch.setattr(evidence_render, "PictureBudget", lambda: PictureBudget(bytes=1))
    made = drawn(finding_at(*places), [paged(5)], [Received(PDF, pdf(5))])
    assert len(made.sources) == 1
    assert made.at(places[-1]) is None


def test_the_allowance_keeps_a_report_below_five_megabytes() -> None:
    assert page_images.PictureBudget().bytes * 4 / 3 < 4_000_000


def table(rows: int = 6) -> Document:
    cells = [
        Cell(row, column, f"{row}-{column}", address=f"表1!R{row + 1}C{column + 1}", header=row == 0)
        for row in range(rows)
        for column in range(2)
    ]
    lines = tuple(Paragraph(f"第{number}段", cell=f"段{number}") for number in range(1, 6))
    return Document("名单.docx", "", "application/docx", (Page(1, (*lines, Table(tuple(cells), rows, 2))),))


def test_a_table_is_drawn_with_its_head_the_marked_row_and_its_neighbours() -> None:
    place = Locator("名单.docx", cell="表1!R4C2")
    made = drawn(finding_at(place), [table()], [])
    (source,) = made.sources
    assert isinstance(source, TableImage)
    (shot,) = shots(made, [place])
    assert isinstance(shot, TableShot)
    assert [(row.number, row.gap) for row in shot.rows] == [(1, False), (3, True), (4, False), (5, False)]
    assert [mark for cell, mark in shot.rows[2].cells] == [0, 1]


def test_a_marked_cell_is_drawn_below_the_head_of_its_own_list() -> None:
    """A form is one table of several lists: the nearest head above a row is its own."""
    at = [Locator("名单.docx", cell=f"表1!R{row}C1") for row in (4, 6, 12, 13)]
    first, second = (
        list_frame(name, [Row({key: "甲"}, place, {key: place})])
        for name, key, place in (("investors", "name", at[1]), ("partners", "name", at[3]))
    )
    screening = finding_at(Locator("名单.docx", cell="表1!R16C2"))
    held = replace(
        screening.contents,
        tables={"investors": first, "partners": second},
        table_places={"investors": at[0], "partners": at[2]},
    )
    made = drawn(replace(screening, contents=held), [table(20)], [])
    (shot,) = shots(made, [Locator("名单.docx", cell="表1!R16C2")])
    assert isinstance(shot, TableShot)
    assert [row.number for row in shot.rows] == [1, 12, 15, 16, 17]
    (upper,) = shots(made, [at[1]])
    assert isinstance(upper, TableShot)
    assert [row.number for row in upper.rows] == [1, 4, 5, 6, 7]


def test_a_merged_cell_reaches_only_over_rows_that_are_drawn() -> None:
    cells = [
        Cell(0, 0, "甲", rowspan=9, address="A1"),
        *(Cell(row, 1, str(row), address=f"B{row + 1}") for row in range(9)),
    ]
    sheet = Document("表.xlsx", "", "application/xlsx", (Page(1, (Table(tuple(cells), 9, 2),), sheet="S"),))
    made = drawn(finding_at(Locator("表.xlsx", sheet="S", cell="B2")), [sheet], [])
    (source,) = made.sources
    assert isinstance(source, TableImage)
    assert source.rows[0][0].rowspan == 3


def test_a_line_is_drawn_with_its_neighbours() -> None:
    place = Locator("名单.docx", cell="段3")
    made = drawn(finding_at(place), [table()], [])
    (source,) = made.sources
    assert isinstance(source, TextImage)
    (shot,) = shots(made, [place])
    assert isinstance(shot, TextShot)
    assert shot.lines == (("第2段", 0), ("第3段", 1), ("第4段", 0))
    assert gallery(made) == [shot]


def test_an_address_that_is_not_there_has_no_picture() -> None:
    place = Locator("名单.docx", cell="表9!R1C1")
    made = drawn(finding_at(place), [table()], [])
    assert made.at(place) is None
    assert shots(made, [place]) == []


def test_what_matters_most_is_drawn_first() -> None:
    passed = replace(DIFFER, rule="crosscheck.revenue", status=Status.PASS, evidence=(Locator(PDF, 1),))
    failed = replace(DIFFER, evidence=(Locator(PDF, 2),))
    made = drawn(screening(findings=(passed, failed)), [paged()], [Received(PDF, pdf())])
    assert made.at(Locator(PDF, 2)) is not None
