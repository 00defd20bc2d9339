"""A place that is to be doubted makes the block that holds it doubtful, and no other."""

from __future__ import annotations

from extractors.layout.doubtful import doubted_at
from schemas.document import Cell, Paragraph, Table
from schemas.trust import Doubt, is_sure

LABEL = Paragraph("总资产", (10, 10, 50, 20))
CELLS = (Cell(0, 0, "甲", bbox=(10, 40, 50, 60)), Cell(0, 1, "乙", bbox=(50, 40, 90, 60)))
TABLE = Table(CELLS, 1, 2, (10, 40, 90, 60))


def unsure(*boxes) -> list[str]:
    label, table = doubted_at((box, Doubt.OVERLAID) for box in boxes)((LABEL, TABLE))
    return [one.text for one in (label, *table.cells) if not is_sure(one.doubts)]


def test_the_cell_or_paragraph_that_holds_the_middle_is_doubted():
    assert unsure((60, 45, 70, 55)) == ["乙"]
    assert unsure((20, 12, 30, 18)) == ["总资产"]


def test_what_stands_in_no_block_is_of_the_paragraph_on_its_line():
    assert unsure((80, 12, 90, 18)) == ["总资产"]
    assert unsure((80, 200, 90, 210)) == []


def test_each_doubt_stays_with_its_place():
    shown = doubted_at([((60, 45, 70, 55), Doubt.COMMENTED), ((20, 12, 30, 18), Doubt.PARTLY_SHOWN)])((LABEL, TABLE))
    assert shown[0].doubts == {Doubt.PARTLY_SHOWN}
    assert [cell.doubts for cell in shown[1].cells] == [frozenset(), {Doubt.COMMENTED}]


def test_nothing_is_doubted_without_reason():
    assert unsure() == []
