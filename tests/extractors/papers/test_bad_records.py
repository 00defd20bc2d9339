"""A credit report tells of a bad record where it counts one, says that there is one or shows its details."""

import pytest

from extractors.content.lines import Text
from extractors.papers.bad_records import bad_records
from schemas.locator import Locator


def lines(*texts):
    return [Text(text, Locator("信用.pdf", page=at), at) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "行政处罚信息  查询结果：1 条",
        "严重失信信息 共 2 条",
        "失信被执行人：3条",
        "该企业存在严重失信记录",
        "2024年受到行政处罚",
        "行政处罚决定书文号：示市监罚〔2024〕9号",
        "列入原因：通过登记的住所无法联系",
    ],
)
def test_a_passage_to_look_at(line):
    (place,) = bad_records("credit_report", lines("信用中国", line))
    assert (place.page, place.text) == (2, line)


@pytest.mark.parametrize(
    "line",
    [
        "行政处罚信息  查询结果：0 条",
        "严重失信信息  查询结果：0 条，无严重失信记录",
        "行政管理信息  共 3 条",
        "信用承诺信息  共 1 条",
        "未发现不良记录和失信记录。",
        "如存在失信行为，依法惩戒",
        "列入经营异常名录信息",
        "行政处罚决定书文号：无",
        "列入原因：",
        "报告编号 2026030500000106",
    ],
)
def test_what_tells_of_none(line):
    assert bad_records("credit_report", lines("信用中国", line)) == ()


def test_a_row_counts_what_stands_beside():
    place = Locator("信用.pdf", page=1)
    row = [Text("行政处罚", place, 1, (1, 2), False), Text("1", place, 1, (1, 2), False)]
    clean = [Text("行政处罚", place, 1, (1, 3), False), Text("0", place, 1, (1, 3), False)]
    assert [one.text for one in bad_records("credit_report", row + clean)] == ["行政处罚 1"]


def test_other_papers_tell_of_none():
    assert bad_records("lease", lines("行政处罚信息 共 1 条")) == ()
