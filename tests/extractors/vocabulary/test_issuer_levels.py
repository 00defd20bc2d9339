"""A line tells a level as a title, as an issuer, or as what was recognised."""

import pytest

from extractors.vocabulary.issuer_levels import highest, level_in


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("关于公布省级中小企业公共服务示范平台名单的通知", "省级"),
        ("示例省工业和信息化厅关于公布第八批平台名单的通知", "省级"),
        ("示例省经济和信息化厅文件", "省级"),
        ("内蒙古自治区工业和信息化厅", "省级"),
        ("新疆生产建设兵团工业和信息化局", "省级"),
        ("上海市经济和信息化委员会", "省级"),
        ("青岛市工业和信息化局", "省级"),
        ("现认定甲城示例有限公司等单位为示例省中小企业公共服务示范平台，有效期三年。", "省级"),
        ("工业和信息化部办公厅关于公布国家中小企业公共服务示范平台名单的通知", "国家部委"),
        ("国家知识产权局", "国家部委"),
        ("中国中小企业协会", "全国性行业协会"),
        ("贵阳市工业和信息化局", "市级"),
        ("示例省贵阳市工业和信息化局", "市级"),
        ("关于公布2023年贵阳市中小企业公共服务示范平台名单的通知", "市级"),
        ("关于认定市级示范平台的通知", "市级"),
        ("贵阳市南明区工业和信息化局", "县级"),
    ],
)
def test_a_line_that_tells_it(line, level):
    assert level_in(line) == level


@pytest.mark.parametrize(
    "line",
    [
        "各市经济和信息化局：",
        "根据省级主管部门的要求，",
        "抄送：示例省工业和信息化厅",
        "择优推荐为省级中小企业公共服务示范平台。",
        "示例信函〔2023〕89号",
        "",
    ],
)
def test_a_line_that_only_mentions_one(line):
    assert level_in(line) == ""


def test_the_highest_of_several():
    assert highest(["市级", "省级", "县级"]) == "省级"
    assert highest([]) == ""
