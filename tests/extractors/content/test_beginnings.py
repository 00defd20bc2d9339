"""Each logical table begins with a block of its own; what goes on it overleaf begins none."""

from __future__ import annotations

import pytest

from extractors.content.beginnings import beginnings
from extractors.content.tables import grids
from tests.builders.documents import PDF, document, table

ROWS = [["序号", "名称"], ["1", "甲"]]


@pytest.mark.parametrize(
    ("pages", "begun"),
    [
        pytest.param([["一行", table(ROWS)]], {1: 0}, id="behind-a-line"),
        pytest.param([[table(ROWS), "一行", table(ROWS)]], {0: 0, 2: 1}, id="two-on-a-page"),
        pytest.param([[table(ROWS)], [table(ROWS, continues=True), "一行"]], {0: 0}, id="over-a-page-edge"),
        pytest.param([["一行"]], {}, id="none"),
    ],
)
def test_beginnings(pages, begun):
    paper = document(*pages, media_type=PDF)
    assert beginnings(paper, grids(paper)) == begun


def test_tables_of_a_word_file_have_no_place_of_their_own():
    paper = document([table(ROWS), table(ROWS)])
    assert beginnings(paper, grids(paper)) == {0: 0, 1: 1}
