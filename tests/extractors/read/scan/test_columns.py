"""A column of one kind shows what was misread in it; what may be something else stays, and nothing is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read.scan.columns import with_columns_agreed
from schemas.document import Cell, Table
from schemas.trust import Doubt

PHONES = ["19900000001", "19900000002", "19900000003", "19900000004", "19900000005"]


def column(*texts: str) -> Table:
    cells = [Cell(0, 0, "列", header=True), *(Cell(row, 0, text) for row, text in enumerate(texts, start=1))]
    return Table(tuple(cells), len(cells), 1)


def read(*texts: str) -> list[str]:
    return [cell.text for cell in with_columns_agreed(column(*texts)).cells[1:]]


@pytest.mark.parametrize(
    ("others", "text", "meant"),
    [
        pytest.param(PHONES, "199003|1347", "19900311347", id="a-stroke-for-a-one"),
        pytest.param(PHONES, "1990017144 2", "19900171442", id="wrapped"),
        pytest.param(PHONES, "0451-5550031", "0451-5550031", id="another-kind-of-number"),
        pytest.param(PHONES, "见附件", "见附件", id="words"),
        pytest.param(["薛杰艳", "韦鑫川", "喻川刚", "喻莹", "潘雪雪"], "史海永.", "史海永", id="a-speck-after-a-name"),
        pytest.param(["薛杰艳", "韦鑫川", "喻川刚", "喻莹", "潘雪雪"], "John Smith", "John Smith", id="a-foreign-name"),
        pytest.param(["薛杰艳", "韦鑫川", "喻川刚", "喻莹", "潘雪雪"], "ト云", "卜云", id="a-sign-of-another-script"),
        pytest.param(
            ["甲乙公司", "丙丁公司", "戊己公司", "庚辛公司", "壬癸公司"], "子丑公. . 司", "子丑公司", id="specks-within"
        ),
        pytest.param(["是", "否", "是", "是", "否"], ". 是", "是", id="a-speck-beside-an-answer"),
        pytest.param(["1", "2", "3", "4", "5"], ":6", "6", id="a-speck-before-a-number"),
        pytest.param(["1", "2", "3", "4", "5"], "b", "6", id="one-sign-for-the-number"),
        pytest.param(["1", "2", "3", "4", "5"], "8", "8", id="another-number-is-not-set-right"),
        pytest.param(["3", "9", "27", "4", "51"], "l2", "l2", id="numbers-that-count-nothing"),
        pytest.param(PHONES, ".\n19900311347", "19900311347", id="a-speck-on-a-line-of-its-own"),
        pytest.param(["是", "否", "是", "是", "否"], "是•", "是", id="a-round-speck"),
    ],
)
def test_a_cell_among_others(others, text, meant):
    assert read(*others, text) == [*others, meant]


def test_what_was_put_right_is_doubted_and_a_wrapped_number_is_not():
    cells = with_columns_agreed(column(*PHONES, "199003|1347", "1990017144 2")).cells
    assert Doubt.RECOGNISED in cells[6].doubts
    assert Doubt.RECOGNISED not in cells[7].doubts


NAMES = ["薛杰艳", "韦鑫川", "喻川刚", "喻莹", "潘雪雪"]
ANSWERS = ["是", "否", "是", "是", "否"]
AGES = ["35", "41", "28", "52", "30"]


@pytest.mark.parametrize(
    ("others", "text", "odd"),
    [
        pytest.param(PHONES, "199950[0031", True, id="a-mark-in-a-telephone"),
        pytest.param(PHONES, "1990003113", True, id="a-telephone-that-lost-a-digit"),
        pytest.param(PHONES, "0451-5550031", False, id="a-fixed-line"),
        pytest.param(PHONES, "无", False, id="no-telephone"),
        pytest.param(PHONES, "/", False, id="a-stroke-for-none"),
        pytest.param(AGES, "3f", True, id="a-letter-in-a-number"),
        pytest.param(AGES, "35岁", False, id="a-number-with-its-unit"),
        pytest.param(NAMES, "沈A海", True, id="a-letter-within-a-name"),
        pytest.param(NAMES, "公[i]", True, id="marks-in-a-name"),
        pytest.param(NAMES, "卜トき", True, id="kana-in-a-name"),
        pytest.param(NAMES, "阿不都·买买提", False, id="a-name-with-a-point"),
        pytest.param(NAMES, "北川ABC（示例）公司", False, id="a-name-with-letters"),
        pytest.param(ANSWERS, "尼", True, id="no-answer"),
        pytest.param(ANSWERS, "否", False, id="an-answer"),
        pytest.param(["甲3", "乙、丙", "丁 5", "见附件", "—"], "公[i]", False, id="a-column-of-no-kind"),
    ],
)
def test_what_stays_odd_in_its_column_is_doubted(others, text, odd):
    cell = with_columns_agreed(column(*others, text)).cells[-1]
    assert (cell.text, bool(cell.doubts)) == (text, odd)


@pytest.mark.parametrize(("known", "meant"), [(4, "19900311347"), (3, "199003|1347")])
def test_few_cells_tell_nothing(known, meant):
    assert read(*PHONES[:known], "199003|1347")[-1] == meant


@given(st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), max_size=12), max_size=12))
def test_no_cell_appears_or_goes_and_agreeing_twice_changes_nothing(texts):
    once = with_columns_agreed(column(*texts))
    assert [cell.row for cell in once.cells] == list(range(len(texts) + 1))
    assert all(after.text or not before.strip() for before, after in zip(texts, once.cells[1:], strict=True))


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        pytest.param("1384", True, id="digits-alone"),
        pytest.param("13.84", False, id="an-amount"),
        pytest.param("0", False, id="nothing-earned"),
        pytest.param("1 384,00", False, id="no-amount-of-two-places"),
    ],
)
def test_a_point_may_be_lost_among_amounts(text, odd):
    cells = with_columns_agreed(column("8.05", "12.00", "1,300.50", "77.10", "6.66", text)).cells
    assert (Doubt.RECOGNISED in cells[6].doubts) == odd


def test_a_day_is_put_right_and_doubted():
    cells = with_columns_agreed(column("2025-03-01", "2025-03-07", "2025-11-20", "2025-10-09", "2025 12-31")).cells
    assert (cells[5].text, cells[5].doubts) == ("2025-12-31", {Doubt.RECOGNISED})


def test_a_word_that_is_nearly_the_usual_one_stays_and_is_doubted():
    cells = with_columns_agreed(column(*["管理咨询"] * 4, "管埋咨询")).cells
    assert (cells[5].text, cells[5].doubts) == ("管埋咨询", {Doubt.RECOGNISED})
    assert not any(cell.doubts for cell in cells[:5])
