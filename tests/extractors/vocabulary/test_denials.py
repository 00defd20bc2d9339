"""How papers say that there is nothing."""

import pytest

from extractors.vocabulary.denials import denials


@pytest.mark.parametrize(
    ("text", "denied"),
    [("暂无记录", True), ("无", True), ("0条", True), ("未列入严重失信名单", True), ("2条", False), ("10条", False)],
)
def test_a_cell_or_line_of_its_own(text, denied):
    assert (denials().alone.search(text) is not None) is denied


@pytest.mark.parametrize(
    ("text", "denied"), [("未被列入", True), ("行政处罚0条", True), ("行政处罚10条", False), ("列入", False)]
)
def test_beside_a_word(text, denied):
    assert (denials().beside.search(text) is not None) is denied
