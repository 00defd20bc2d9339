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


def sided(place, rule, number):
    """What is shown beside the place of this number, and on which sides both are."""
    from console.review.pane import Looked, beside, pane, side_of
    from console.review.places import places_of

    results, read = place
    found = places_of(read.finding(rule), read)
    here = pane(results, read, found.places, Looked(number))
    other = beside(results, read, found, here)
    return side_of(found, here), other.side if other else "", other, here


def differing(place):
    """A rule that two sources on different pages state."""
    from console.review.places import places_of

    results, read = place
    for one in read.screening.findings:
        found = places_of(one, read)
        spots = {(place.file, place.at.page) for reading in found.readings for place in reading.places[:1]}
        if len(spots) > 1:
            return one.rule, found.readings
    raise AssertionError(results)


def test_beside_one_source_stands_what_another_says(place):
    rule, readings = differing(place)
    first, second = readings[0].places[0], next(one.places[0] for one in readings[1:] if one.places)
    here, there, other, shown = sided(place, rule, first.number)
    assert (here, there) == ("甲", "乙")
    assert (other.number, other.page) != (shown.number, shown.page)
    assert sided(place, rule, second.number)[:2] == ("乙", "甲")


def test_where_one_source_alone_speaks_nothing_stands_beside_it(place):
    rule = next(one.rule for one in place[1].screening.findings if one.rule.startswith("material.") and one.evidence)
    assert sided(place, rule, 1)[2] is None
