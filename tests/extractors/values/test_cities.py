"""An address is placed by the national table, by the names that it begins with."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.values.cities import divisions_of, every_division


@pytest.mark.parametrize(
    ("address", "place"),
    [
        pytest.param("河南省郑州市金水区示例路1号", "河南省郑州市金水区", id="in-full"),
        pytest.param("450000 中国 河南省郑州市", "河南省郑州市", id="postcode-and-country"),
        pytest.param("郑州高新区示例街2号", "河南省郑州市", id="a-zone-of-the-city"),
        pytest.param("中国（河南）自由贸易试验区郑州片区（郑东）示例路", "河南省郑州市", id="a-free-trade-zone"),
        pytest.param("河南省巩义市示例镇", "河南省郑州市巩义市", id="county-level-city"),
        pytest.param("尚志市示例镇", "黑龙江省哈尔滨市尚志市", id="county-level-city-alone"),
        pytest.param("巴彦县示例镇", "黑龙江省哈尔滨市巴彦县", id="county-alone"),
        pytest.param("临清市", "山东省聊城市临清市", id="another-county-level-city"),
        pytest.param("河南兰考产业集聚区", "河南省开封市兰考县", id="a-zone-of-a-county"),
        pytest.param("昆山经济技术开发区", "江苏省苏州市昆山市", id="a-zone-of-a-county-level-city"),
        pytest.param("济源市示例街", "河南省济源市", id="county-level-city-of-the-province"),
        pytest.param("新疆生产建设兵团第八师石河子市", "新疆维吾尔自治区石河子市", id="a-city-of-the-corps"),
        pytest.param("吉林长春市示例区", "吉林省长春市", id="province-cut-short"),
        pytest.param("吉林市示例区", "吉林省吉林市", id="a-city-called-like-its-province"),
        pytest.param("湖南湘西州凤凰县", "湖南省湘西土家族苗族自治州凤凰县", id="prefecture-cut-short"),
        pytest.param("海南藏族自治州共和县", "青海省海南藏族自治州共和县", id="a-prefecture-called-like-a-province"),
        pytest.param("秦皇岛青龙县", "河北省秦皇岛市青龙满族自治县", id="autonomous-county-cut-short"),
        pytest.param("阿克苏地区阿克苏市", "新疆维吾尔自治区阿克苏地区阿克苏市", id="a-prefecture-and-its-city"),
        pytest.param("锡林浩特市", "内蒙古自治区锡林郭勒盟锡林浩特市", id="a-league"),
        pytest.param("北京市示例区", "北京市", id="municipality"),
        pytest.param("浦东新区示例路", "上海市浦东新区", id="district-of-a-municipality"),
        pytest.param("东莞市示例镇", "广东省东莞市", id="a-city-without-counties"),
        pytest.param("金水区示例路3号", "河南省郑州市金水区", id="a-district-that-one-city-has"),
        pytest.param("朝阳市示例街", "辽宁省朝阳市", id="a-city-called-like-districts"),
        pytest.param("上海市四川北路", "上海市", id="a-road-called-like-a-province"),
    ],
)
def test_one_place(address, place):
    assert [str(found) for found in divisions_of(address)] == [place]


@pytest.mark.parametrize(
    ("address", "cities"),
    [
        pytest.param("鼓楼区示例路", {"南京市", "徐州市", "福州市", "开封市"}, id="in-four-cities"),
        pytest.param("江苏省鼓楼区示例路", {"南京市", "徐州市"}, id="the-province-said"),
        pytest.param("开封市鼓楼区示例路", {"开封市"}, id="the-city-said"),
        pytest.param("吉林高新区", {"", "吉林市"}, id="the-province-or-its-city"),
    ],
)
def test_names_that_several_have(address, cities):
    assert {found.city for found in divisions_of(address)} == cities


@pytest.mark.parametrize(
    "address",
    ["中山路8号", "四川北路1号", "朝阳路2号", "高新区", "郑东新区示例路", "泰皇岛市海港区", "杭州湾新区", "甲城市", ""],
)
def test_what_the_table_cannot_place(address):
    assert divisions_of(address) == ()


def test_the_table_is_complete_to_the_county():
    every = list(every_division())
    assert len({one.province for one in every}) == 34
    # 293 cities and 40 prefectures; the counties of 2023 (民政部: 2 844), those without a city counted with the cities.
    assert len({(one.province, one.city) for one in every if one.city}) >= 333
    assert len([one for one in every if one.county or one.city]) >= 333 + 2840


@settings(max_examples=200)
@given(st.sampled_from(list(every_division())), st.sampled_from(["示例路1号", "", "12号"]))
def test_every_division_is_found_by_its_full_name(division, behind):
    assert divisions_of(f"{division}{behind}") == (division,)
