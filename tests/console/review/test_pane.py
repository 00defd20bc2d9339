"""What is shown in the middle: the page of the place, its boxes, the table with its cell; never more than there is."""

import pytest

from console.papers.shelf import ShownBlock
from pipeline.evidence.pictures import DrawnCell
from tests.builders.console import at_work


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (_, batch, results):
        from console.results.read_back import screening_at

        row = batch.dossiers.order_by("order").last()
        yield results, screening_at(results / row.folder)


def shown(place, rule, **looked):
    from console.review.pane import Looked, pane
    from console.review.places import places_of

    results, read = place
    return pane(results, read, places_of(read.finding(rule), read).places, Looked(**looked))


def pictured(place):
    """A rule whose first place is a box on a page."""
    found = place[1].screening.findings
    return next(one.rule for one in found if one.evidence and one.evidence[0].bbox and one.evidence[0].page)


def test_a_box_lies_on_its_page(place):
    seen = shown(place, pictured(place))
    assert seen.pictured
    assert len(seen.boxes) >= 1
    for box in seen.boxes:
        assert 0 <= box.left < box.left + box.width <= seen.width
        assert 0 <= box.top < box.top + box.height <= seen.height
    assert sum(box.current for box in seen.boxes) == 1


def test_without_a_place_there_is_nothing_until_a_file_is_chosen(place):
    assert shown(place, "material.11.3b") is None
    assert shown(place, "material.11.3b", file=1).file.path


def test_a_page_that_is_not_there_is_the_last(place):
    seen = shown(place, pictured(place), page=999)
    assert seen.page == seen.pages


@pytest.mark.parametrize("file", [999, 0])
def test_a_file_that_is_not_there_is_none(place, file):
    assert (shown(place, "material.11.3b", file=file)) is None


def test_cells_of_a_word_file_are_marked(place):
    results, read = place
    office = (".docx", ".xlsx")
    rule = next(one.rule for one in read.screening.findings for at in one.evidence[:1] if at.file.endswith(office))
    seen = shown(place, rule)
    assert not seen.pictured
    addresses = {(block.sheet, cell.address) for block in seen.blocks for row in block.rows for cell in row}
    assert set(seen.marks) <= addresses
    assert results


def test_of_a_long_table_the_rows_around_the_marked_one_are_shown():
    from console.review.pane import _near

    rows = tuple((DrawnCell(str(at), f"A{at}"),) for at in range(1000))
    block = _near([ShownBlock("s", rows, table=True)], {("s", "A500")})[0]
    told = [row[0].address for row in block.rows]
    assert told[:2] == ["A0", "A1"]
    assert "A500" in told
    assert len(told) < 100
