"""Situations of scanned files: how much of each page is worth reading?"""

from __future__ import annotations

import pytest

from extractors.papers.ocr_scope import ocr_scope


@pytest.mark.parametrize(
    ("path", "likely"),
    [
        pytest.param("09 学历职称证书.pdf", False, id="certificates-by-name"),
        pytest.param("06人员证书/IMG_0012.jpg", False, id="certificates-by-folder"),
        pytest.param("营业执照副本.jpg", True, id="a-licence"),
        pytest.param("扫描件.pdf", True, id="says-nothing"),
    ],
)
def test_a_file_is_known_by_its_name_before_it_is_read(path, likely):
    assert ocr_scope(path).likely() is likely


@pytest.mark.parametrize(
    ("titles", "settled"),
    [
        pytest.param(("毕业证书",), True, id="a-certificate"),
        pytest.param(("普通高等学校", "毕业证书"), True, id="under-the-school-s-name"),
        pytest.param(("专业技术职称资格证书",), True, id="a-title-of-rank"),
        pytest.param(("检验检测机构资质认定证书",), False, id="of-the-organisation"),
        pytest.param(("荣誉证书",), False, id="whose-words-may-be-quoted"),
        pytest.param(("毕业证书", "营业执照"), False, id="two-papers-on-one-sheet"),
        pytest.param(("北川示例大学",), False, id="no-title"),
    ],
)
def test_titles_that_settle_what_a_page_is(titles, settled):
    assert ocr_scope("扫描件.pdf").settled(titles) is settled


def test_the_page_after_a_certificate_is_glanced_at_and_one_with_a_statement_is_read():
    asked = ocr_scope("扫描件.pdf")
    assert asked.settled(("毕业证书",))
    assert not asked.likely()
    assert not asked.whole(2, ("姓名：示例",))
    assert asked.whole(3, ("资产负债表", "单位：元"))
    assert asked.likely()


def test_a_page_full_of_short_lines_is_read_whatever_its_file_is_called():
    asked = ocr_scope("微信图片_20260308100319.jpg")
    assert not asked.whole(1, ("政策宣讲会",))
    assert ocr_scope("微信图片_20260308100319.jpg").whole(1, ("序号", "服务对象名称"), tabular=True)
    assert not ocr_scope("09 证书.pdf").whole(1, ("毕业证书",), tabular=True)
