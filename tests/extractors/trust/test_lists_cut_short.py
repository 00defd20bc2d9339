"""Lists that go on where no row was read any more: how many rows they have is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractors.content.tables import grids
from extractors.dossier import extract
from extractors.lists.find import listings
from extractors.reading import DocumentReading
from extractors.trust.lists_cut_short import lists_cut_short
from schemas.document import Document, Table
from schemas.dossier import ReadDossier
from schemas.trust import is_sure
from tests.builders.documents import PDF, document, table

HEAD = ["序号", "服务企业名称", "联系人", "联系方式", "备注"]


def rows(numbers: range) -> list[list[str]]:
    return [
        [str(number) if number else "", f"示例{chr(0x4E00 + number)}企业有限公司", "赵一", "13900000000", ""]
        for number in numbers
    ]


def broken(read: Document) -> frozenset[str]:
    found = grids(read)
    lists = listings(found)
    return lists_cut_short(
        [DocumentReading(read, [], found, lists, None, {}, [])], {"enterprises": [one for one in lists if one.rows]}
    )


ONE = table([HEAD, *rows(range(1, 4))])


@pytest.mark.parametrize(
    ("after", "lost"),
    [
        pytest.param(["司", table(rows(range(5, 8)))], True, id="its-numbers-go-on-below-loose-words"),
        pytest.param(["司", table(rows(range(7, 9)))], False, id="numbers-too-far-on"),
        pytest.param(["司", table(rows(range(1, 4)))], False, id="numbers-from-the-start"),
        pytest.param(["司", table([["", "司", "", "", ""], *rows(range(4, 6))])], True, id="the-rest-of-a-row-first"),
        pytest.param(["4  示例丁企业有限公司  赵一  13900000000"], True, id="the-next-row-as-loose-text"),
        pytest.param(["4、示例丁企业的服务记录见附件"], False, id="a-numbered-sentence"),
        pytest.param([table(rows(range(4, 8)))], False, id="taken-into-the-list"),
        pytest.param(["设备清单", table([HEAD, *rows(range(4, 6))])], False, id="a-list-of-its-own"),
        pytest.param([], False, id="nothing-after-it"),
    ],
)
def test_a_numbered_list(after, lost):
    assert broken(document([ONE], after, path="名单.pdf", media_type=PDF)) == ({"enterprises"} if lost else frozenset())


@pytest.mark.parametrize(
    ("right", "first", "lost"),
    [
        (500.0, ["", "示例企业有限公司", "赵一", "13900000000", "是"], True),
        (500.0, ["", "名称", "主任", "说明", "是否"], False),
        (520.0, ["", "示例企业有限公司", "赵一", "13900000000", "是"], False),
    ],
)
def test_a_list_without_numbers_goes_on_in_a_table_of_its_edges_that_begins_with_no_head(right, first, lost):
    def placed(texts: list[list[str]], right: float) -> Table:
        made = table(texts)
        cells = tuple(
            replace(c, address=None, bbox=(50.0 + 90 * c.column, 90.0 + 15 * c.row, 140.0 + 90 * c.column, 105.0))
            for c in made.cells
        )
        return replace(made, cells=cells, bbox=(50.0, 90.0, right, 700.0))

    one = placed([HEAD[1:], *(row[1:] for row in rows(range(1, 4)))], 500.0)
    two = placed([first[1:]], right)
    assert broken(document([one], ["司", two], path="名单.pdf", media_type=PDF)) == (
        {"enterprises"} if lost else frozenset()
    )


@pytest.mark.parametrize("lost", [True, False])
def test_the_number_of_rows_is_sure_only_where_none_was_lost(lost):
    after = ["司", table(rows(range(5, 8)))] if lost else []
    contents = extract(
        ReadDossier("示例", [document([ONE], after, path="名单.pdf", media_type=PDF)], []), date(2026, 1, 1)
    )
    figures = contents.figures
    counted = figures[(figures["measure"] == "enterprises_served") & (figures["source"] == "roster")]
    assert [is_sure(doubts) for doubts in counted["doubts"]] == [not lost]
