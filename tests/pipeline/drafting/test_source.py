"""Texts in every encoding and format become lines, and rows of forms."""

from __future__ import annotations

import io

import docx
import pytest

from pipeline.drafting.source import source
from schemas.errors import UsageError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "办法.txt"
    path.write_bytes("第一条 为规范认定\n姓名\t年龄\n".encode(encoding))
    read = source(path)
    assert read.text.startswith("第一条 为规范认定")
    assert read.rows[1].cells == ("姓名", "年龄")
    assert read.rows[1].of_table


def test_a_word_file_with_a_table(tmp_path):
    document = docx.Document()
    document.add_paragraph("示范平台申报表")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "注册日期：", "单位性质："
    held = io.BytesIO()
    document.save(held)
    path = tmp_path / "附件.docx"
    path.write_bytes(held.getvalue())
    rows = [row for row in source(path).rows if any(row.cells)]
    assert rows[0].cells == ("示范平台申报表",)
    assert rows[1].cells == ("注册日期：", "单位性质：")
    assert rows[1].of_table


def test_marks_of_markdown_are_no_words(tmp_path):
    path = tmp_path / "办法.md"
    path.write_text("# 申请表\n- （一）<u>甲</u>\\_\\_\n", encoding="utf-8")
    assert [row.cells for row in source(path).rows] == [("申请表",), ("（一）甲__",)]


def test_a_file_that_is_not_there_or_none_is_told(tmp_path):
    with pytest.raises(UsageError, match="找不到"):
        source(tmp_path / "没有.txt")
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(UsageError, match="无法读取"):
        source(broken)
