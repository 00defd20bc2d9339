"""Lists of titles as bureaus keep them: everything read or named, nothing guessed."""

import io
from itertools import islice

import pytest
from openpyxl import Workbook

from extractors.read import read
from pipeline.standing.titles.import_list import read_list
from schemas.uscc import check_character, inner_check_character


def code(number):
    """A sound code, made up."""
    body = f"MA{number:06d}"
    first = f"91410105{body}{inner_check_character(body)}"
    return first + check_character(first)


def sheet(*rows, merges=(), name="名单"):
    book = Workbook()
    made = book.active
    made.title = name
    for row in rows:
        made.append(row)
    for area in merges:
        made.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return read(out.getvalue(), "名单.xlsx")


def titles(*rows, merges=()):
    return read_list(sheet(*rows, merges=merges)).titles


HEAD = ["序号", "平台名称", "统一社会信用代码", "县（市、区）", "认定日期"]


@pytest.mark.parametrize(
    "said",
    [
        "2023年6月30日",
        "2023.6.30",
        "2023-06-30",
        "2023/6/30",
        "20230630",
        "二〇二三年六月三十日",
        "二○二三年六月三十日",
    ],
)
def test_a_day_however_written(said):
    (title,) = titles(HEAD, [1, "样例平台", code(1), "样例区", said])
    assert title.day.iso == "2023-06-30"
    assert title.doubts == ()


def test_number_and_day_stand_in_the_merged_heading():
    rows = [
        ["样例市示范平台名单"],
        ["（样工信〔2023〕45 号　二〇二三年六月三十日）"],
        ["序号", "单位名称", "县区"],
        [1, "甲公司", "甲区"],
    ]
    (title,) = titles(*rows, merges=["A1:C1", "A2:C2"])
    assert (title.number, title.day.iso) == ("样工信〔2023〕45号", "2023-06-30")


@pytest.mark.parametrize("brackets", ["〔2023〕", "[2023]", "（2023）", "【2023】", "(2023)"])
def test_brackets_of_a_number_are_made_one(brackets):
    (title,) = titles([f"样工信发{brackets}12号"], HEAD, [1, "甲公司", "", "甲区", "2023-06-30"], merges=["A1:E1"])
    assert title.number == "样工信发〔2023〕12号"


def test_each_batch_within_a_list_has_its_own_heading():
    rows = [
        ["第一批（样工信〔2023〕1号，2023年6月30日）"],
        ["序号", "单位名称", "县区"],
        [1, "甲公司", "甲区"],
        ["第二批（样工信〔2024〕2号，2024年2月29日）"],
        [2, "乙公司", "甲区"],
    ]
    one, two = titles(*rows, merges=["A1:C1", "A4:C4"])
    assert (one.number, one.day.iso) == ("样工信〔2023〕1号", "2023-06-30")
    assert (two.number, two.day.iso) == ("样工信〔2024〕2号", "2024-02-29")


def test_a_head_of_two_rows_gives_begin_and_end():
    rows = [["序号", "平台名称", "有效期", None], [None, None, "起", "止"], [1, "甲公司", "2023-06-30", "2026-06-30"]]
    (title,) = titles(*rows, merges=["C1:D1", "A1:A2", "B1:B2"])
    assert (title.since.iso, title.until.iso) == ("2023-06-30", "2026-06-30")


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("2023年6月30日至2026年6月29日", "2023-06-30", "2026-06-29"),
        ("2023.6.30-2026.6.29", "2023-06-30", "2026-06-29"),
        ("至2026年6月29日", "", "2026-06-29"),
        ("2023年6月至2026年6月", "2023-06", "2026-06"),
    ],
)
def test_a_term_in_one_cell(said, since, until):
    (title,) = titles(["平台名称", "有效期"], ["甲公司", said])
    assert (title.since.iso, title.until.iso) == (since, until)


def test_the_unit_that_runs_the_platform_is_the_one_kept():
    (title,) = titles(["平台名称", "运营单位名称", "县区"], ["样例服务平台", "甲公司", "甲区"])
    assert (title.name, title.platform) == ("甲公司", "样例服务平台")


def test_a_county_merged_over_rows_holds_for_each():
    rows = [["单位名称", "县区"], ["甲公司", "甲区"], ["乙公司", None], ["丙公司", "同上"]]
    assert [one.county for one in titles(*rows, merges=["B2:B3"])] == ["甲区", "甲区", "甲区"]


def test_totals_and_notes_are_passed_over_by_name():
    read_ = read_list(sheet(HEAD, [1, "甲公司", "", "甲区", "2023-06-30"], ["合计：1家"], merges=["A3:E3"]))
    assert len(read_.titles) == 1
    assert any("合计" in one for one in read_.passed)


def test_a_row_without_a_name_is_named():
    read_ = read_list(sheet(HEAD, [1, "", "", "甲区", "2023-06-30"], [2, "乙公司", "", "甲区", "2023-06-30"]))
    assert [one.name for one in read_.titles] == ["乙公司"]
    assert any("没有平台名称" in one for one in read_.passed)


@pytest.mark.parametrize(
    ("said", "doubt"), [("去年夏天", "未能读出"), ("2023年6月", "只写到月"), ("2023-02-30", "未能读出")]
)
def test_a_day_that_cannot_be_read_is_a_doubt(said, doubt):
    (title,) = titles(HEAD, [1, "甲公司", "", "甲区", said])
    assert title.day.day is None
    assert any(doubt in one for one in title.doubts)


def test_a_month_takes_its_day_from_a_heading_that_agrees_and_only_then():
    row = [1, "甲公司", "", "甲区", "2023年6月"]
    (agreeing,) = titles(["样工信〔2023〕1号 2023年6月30日"], HEAD, row, merges=["A1:E1"])
    assert agreeing.day.iso == "2023-06-30"
    assert "日取自标题" in agreeing.doubts[0]
    (other,) = titles(["样工信〔2023〕1号 2023年7月3日"], HEAD, row, merges=["A1:E1"])
    assert other.day.day is None


def test_two_days_in_a_heading_choose_none():
    rows = [["2023年6月1日公示，2023年6月30日认定"], ["单位名称", "县区"], ["甲公司", "甲区"]]
    (title,) = titles(*rows, merges=["A1:B1"])
    assert title.day.day is None
    assert "未能确定" in title.doubts[0]


def test_a_head_said_again_on_the_next_page_is_no_row():
    rows = [HEAD, [1, "甲公司", "", "甲区", "2023-06-30"], HEAD, [2, "乙公司", "", "甲区", "2023-06-30"]]
    assert [one.name for one in titles(*rows)] == ["甲公司", "乙公司"]


def test_a_sheet_without_names_is_said_to_be_left_out():
    assert "没有“名称”一栏" in read_list(sheet(["说明", "页码"], ["略", 1])).passed[0]


def test_five_hundred_platforms_and_nothing_lost():
    counties = ["甲区", "乙区", "丙县", "丁市"]
    rows = [["样例市中小企业公共服务示范平台名单"], ["样工信〔2023〕45号 二〇二三年六月三十日"], HEAD]
    days = ["2023年6月30日", "二〇二三年六月三十日", "2023.6.30", ""]
    rows += [[at, f"样例{at:03d}有限公司", code(at), counties[at % 4], days[at % 4]] for at in range(1, 501)]
    found = titles(*rows, merges=["A1:E1", "A2:E2"])
    assert [one.name for one in found] == [f"样例{at:03d}有限公司" for at in range(1, 501)]
    assert {one.day.iso for one in found} == {"2023-06-30"}
    assert {one.number for one in found} == {"样工信〔2023〕45号"}
    assert len({one.code for one in found}) == 500
    assert [one.doubts for one in islice(found, 3)] == [(), (), ()]
