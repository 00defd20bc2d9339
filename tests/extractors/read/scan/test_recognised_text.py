"""Blocks of a recognised page have the doubts of the characters within them, and stand where the page was scanned."""

from __future__ import annotations

from extractors.read.scan.recognised_text import RecognisedText
from extractors.read.scan.straightening import STRAIGHT
from schemas.document import Cell, Paragraph, Table
from schemas.trust import NONE, Doubt

HERE = (15.0, 15.0)


def shown(*blocks, doubtful=()):
    return RecognisedText(doubtful, STRAIGHT, 1.0)(blocks)


def test_each_doubt_goes_to_the_block_that_holds_its_place():
    first = Paragraph("注册资本", (10, 10, 50, 20))
    second = Paragraph("五百万元", (10, 30, 50, 40))
    doubtful = ((Doubt.RECOGNISED, (HERE,)), (Doubt.OVERLAID, (HERE, (20.0, 35.0))))
    one, other = shown(first, second, doubtful=doubtful)
    assert one.doubts == {Doubt.RECOGNISED, Doubt.OVERLAID}
    assert other.doubts == {Doubt.OVERLAID}


def test_a_cell_crossed_out_is_doubted_and_its_neighbour_is_not():
    cells = (Cell(0, 0, text="120", bbox=(10, 10, 20, 20)), Cell(0, 1, text="130", bbox=(20, 10, 30, 20)))
    [table] = shown(Table(cells, 1, 2, (10, 10, 30, 20)), doubtful=((Doubt.OVERLAID, (HERE,)),))
    assert [cell.doubts for cell in table.cells] == [{Doubt.OVERLAID}, NONE]


def test_the_star_of_a_seal_is_no_text():
    assert shown(Paragraph("★", (0, 0, 5, 5)), Paragraph("公司", (0, 10, 20, 20))) == (
        Paragraph("公司", (0, 10, 20, 20)),
    )
