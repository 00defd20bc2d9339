"""A list says yes to a question by one of its rows, or by its own title for all."""

import pytest

from extractors.content.tables import grids
from extractors.lists.affirmed import affirmed
from extractors.lists.find import listings
from tests.builders.documents import document, table

HEAD = ["序号", "企业名称", "是否小微企业", "联系人", "联系电话", "是否签订合同"]


def said(*rows, title="服务企业名单", path="名单.docx", head=HEAD):
    made = document([title, table([head, *rows])], path=path)
    (listing,) = [one for one in listings(grids(made)) if one.table == "enterprises"]
    return set(affirmed(listing, path))


def row(micro, signed):
    return ["1", "甲示例有限公司", micro, "张三", "13900000000", signed]


@pytest.mark.parametrize(
    ("micro", "signed", "says"),
    [("是", "是", {"is_micro", "contract_signed"}), ("否", "是", {"contract_signed"}), ("", "", set())],
)
def test_by_a_row(micro, signed, says):
    assert said(row(micro, signed), row("否", "否")) == says


PLAIN = ["序号", "企业名称", "联系人", "联系电话", "服务内容"]
PLAIN_ROW = ["1", "甲示例有限公司", "张三", "13900000000", "咨询"]


@pytest.mark.parametrize(
    ("title", "path", "says"),
    [
        ("签订服务协议的小微企业名单", "名单.docx", {"is_micro", "contract_signed"}),
        ("服务的小型微型企业名单", "名单.docx", {"is_micro"}),
        ("服务的中小微企业名单", "名单.docx", set()),
        ("服务企业名单", "10/签订协议的小微企业名单.docx", {"is_micro", "contract_signed"}),
        ("服务的中小企业名单", "名单.docx", set()),
    ],
)
def test_by_its_title_or_the_name_of_its_file(title, path, says):
    assert said(PLAIN_ROW, title=title, path=path, head=PLAIN) == says
