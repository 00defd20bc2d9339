"""office.yaml is read where it lies, every key may be left out, and what is wrong in it is said in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reports import office_file
from schemas.errors import RulebookError, UsageError
from schemas.office import NO_OFFICE, Office, OfficeColumn, OfficeSummary


def written(folder: Path, text: str) -> Path:
    path = folder / "office.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_beside_the_results_or_where_it_is_given(tmp_path: Path) -> None:
    out = tmp_path / "结果"
    assert office_file.load(out) == NO_OFFICE
    path = written(tmp_path, "name: 样例局")
    assert office_file.load(out).name == "样例局"
    (tmp_path / "x").mkdir()
    other = written(tmp_path / "x", "name: 另一局")
    assert office_file.load(out, other).name == "另一局"
    path.unlink()
    with pytest.raises(UsageError, match="不是文件"):
        office_file.load(out, path)


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    text = """\
name: 样例市工业和信息化局
sign: 样工信
signs: {supplement: 样工信补}
contact: 王示例
telephone: 03701234567
address: 样例路1号
how: 窗口
days: 5
answer_days: 10
summary:
  title: 推荐汇总表
  columns:
    - 序号
    - {title: 单位全称, from: 运营单位名称, width: 5.5}
    - {title: 县区意见}
"""
    columns = (OfficeColumn("序号", "序号"), OfficeColumn("单位全称", "运营单位名称", 5.5), OfficeColumn("县区意见"))
    assert office_file.read(written(tmp_path, text)) == Office(
        "样例市工业和信息化局",
        "样工信",
        {"supplement": "样工信补"},
        "王示例",
        "03701234567",
        "样例路1号",
        "窗口",
        5,
        10,
        OfficeSummary("推荐汇总表", columns),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nmae: 样例局", "是不是“name”"),
        ("name:", "不能留空"),
        ("- name", "键: 值"),
        ("days: 五", "整数"),
        ("days: 0", "1 至 250"),
        ("answer_days: 251", "1 至 250"),
        ("signs: {praise: 甲}", "不认识的键“praise”"),
        ("summary: {title: 表}", "缺少键“columns”"),
        ("summary: {title: 表, columns: []}", "1 至 40 栏"),
        ("summary: {title: 表, columns: [运营单位]}", "是不是“运营单位名称”"),
        ("summary: {title: 表, columns: [{title: 甲, from: 乙}]}", "没有“乙”一栏"),
        ("summary: {title: 表, columns: [{title: 甲, width: 21}]}", "不大于 20"),
        ("name：样例局", "键: 值"),
        ("", "文件是空的"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RulebookError, match=message):
        office_file.read(written(tmp_path, text))
