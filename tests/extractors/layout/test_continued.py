"""A table that goes on over a page edge is known by where its columns stand, and by nothing else."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layout.continued import OpenPage, below, joined, last_table, marked
from schemas.document import Block, Cell, Page, Paragraph, Table

WIDTH, HEIGHT = 600.0, 800.0
NEAR = 12.0
"""Two hundredths of the page's width."""


def ruled(xs: tuple[float, ...], top: float, bottom: float, *texts: str) -> Table:
    """A table of one row, its columns between these edges."""
    cells = tuple(
        Cell(0, column, texts[column] if column < len(texts) else "示例", bbox=(left, top, right, bottom))
        for column, (left, right) in enumerate(itertools.pairwise(xs))
    )
    return Table(cells, 1, len(cells), (xs[0], top, xs[-1], bottom))


def words(xs: tuple[tuple[float, float], ...], top: float, bottom: float) -> Table:
    """A table without lines: room stands between its columns."""
    cells = tuple(Cell(0, column, "示例", bbox=(x0, top, x1, bottom)) for column, (x0, x1) in enumerate(xs))
    return Table(cells, 1, len(cells), (xs[0][0], top, xs[-1][1], bottom))


def pages(*each: tuple[Block, ...]) -> list[Page]:
    return [Page(number, blocks, width=WIDTH, height=HEIGHT) for number, blocks in enumerate(each, start=1)]


def tables(done: tuple[Page, ...]) -> list[Table]:
    return [block for page in done for block in page.blocks if isinstance(block, Table)]


LOW = ruled((72.0, 172.0, 272.0), 600.0, 700.0)


@pytest.mark.parametrize(("off", "continued"), [(0.0, True), (NEAR, True), (NEAR + 0.1, False), (-NEAR - 0.1, False)])
def test_a_column_that_stands_further_off_than_a_fiftieth_of_the_page_is_another(off: float, continued: bool):
    table = ruled((72.0, 172.0 + off, 272.0), 60.0, 90.0)
    _, second = tables(marked(pages((LOW,), (table,))))
    assert (second.continues and not second.recut) is continued


@pytest.mark.parametrize(("off", "continued"), [(0.0, True), (NEAR, True), (NEAR + 0.1, False)])
def test_rows_of_a_form_that_are_cut_otherwise_go_on_within_the_same_outline(off: float, continued: bool):
    table = ruled((72.0, 122.0, 222.0, 272.0 + off), 60.0, 90.0)
    _, second = tables(marked(pages((LOW,), (table,))))
    assert (second.continues, second.recut) == (continued, continued)


@pytest.mark.parametrize(("bottom", "continued"), [(480.0, False), (480.1, True)])
def test_an_outline_alone_is_not_enough_where_the_table_ended_high_on_the_page(bottom: float, continued: bool):
    high = ruled((72.0, 172.0, 272.0), 100.0, bottom)
    _, second = tables(marked(pages((high,), (ruled((72.0, 122.0, 272.0, 272.0), 60.0, 90.0),))))
    assert second.continues is continued


@pytest.mark.parametrize(
    ("above", "continued"),
    [
        pytest.param((), True, id="nothing-above"),
        pytest.param((Paragraph("（续表）"),), True, id="a-paging-mark"),
        pytest.param((Paragraph("接上表"),), True, id="another-paging-mark"),
        pytest.param((Paragraph("设备清单"),), False, id="a-title"),
    ],
)
def test_a_title_above_begins_another_table(above: tuple[Paragraph, ...], continued: bool):
    _, second = tables(marked(pages((LOW,), (*above, ruled((72.0, 172.0, 272.0), 60.0, 90.0)))))
    assert second.continues is continued


def test_words_below_a_table_end_it():
    _, second = tables(marked(pages((LOW, Paragraph("注")), (ruled((72.0, 172.0, 272.0), 60.0, 90.0),))))
    assert not second.continues


@pytest.mark.parametrize(
    ("columns", "continued"),
    [
        pytest.param(((72.0, 100.0), (200.0, 290.0)), True, id="set-to-the-left"),
        pytest.param(((90.0, 120.0), (230.0, 260.0)), True, id="set-to-the-right"),
        pytest.param(((84.0, 108.0), (215.0, 245.0)), True, id="set-in-the-middle"),
        pytest.param(((85.0, 105.0), (230.0, 300.0)), False, id="set-nowhere"),
    ],
)
def test_columns_without_lines_are_the_same_at_one_of_their_edges_or_in_the_middle(
    columns: tuple[tuple[float, float], ...], continued: bool
):
    upper = words(((72.0, 120.0), (200.0, 260.0)), 600.0, 700.0)
    _, second = tables(marked(pages((upper,), (words(columns, 60.0, 90.0),))))
    assert second.continues is continued


def test_the_head_is_known_on_the_third_page_though_the_second_did_not_repeat_it():
    head = replace(LOW, cells=tuple(replace(cell, header=True, text="企业") for cell in LOW.cells))
    again = ruled((72.0, 172.0, 272.0), 60.0, 90.0, "企业", "企业")
    done = tables(marked(pages((head,), (replace(LOW),), (again,))))
    assert [any(cell.header for cell in table.cells) for table in done] == [True, False, True]


@pytest.mark.parametrize(("top", "last"), [(695.9, False), (696.0, True)])
def test_only_the_foot_of_the_page_may_follow_the_table_that_ends_it(top: float, last: bool):
    (page,) = pages((LOW, Paragraph("共 2 页", (72.0, top, 100.0, top + 10))))
    assert (last_table(page) == LOW) is last


def test_a_page_without_a_layout_stays_as_it_is_and_parts_what_stands_around_it():
    upper, damaged, lower = pages((LOW,), (), (ruled((72.0, 172.0, 272.0), 60.0, 90.0),))
    assert below(upper, OpenPage(damaged)) == damaged
    assert joined(OpenPage(page) for page in (upper, damaged, lower)) == (upper, damaged, lower)


EDGES = st.lists(st.integers(7, 60), min_size=2, max_size=5, unique=True).map(
    lambda xs: tuple(10.0 * x for x in sorted(xs))
)


@given(st.lists(st.tuples(EDGES, st.booleans()), min_size=1, max_size=5))
def test_to_ask_again_changes_nothing(made: list[tuple[tuple[float, ...], bool]]):
    # Scanned pages of a PDF are read later than the others, and then all are asked again.
    done = marked(
        pages(*(((Paragraph("设备清单"),) if titled else ()) + (ruled(xs, 60.0, 700.0),) for xs, titled in made))
    )
    assert marked(done) == done
