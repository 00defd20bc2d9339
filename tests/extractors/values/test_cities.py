"""An address tells its city where it begins with one."""

import pytest

from extractors.values.cities import city_of


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("河南省郑州市金水区示例路1号", "郑州市"),
        ("郑州高新区示例街2号", "郑州市"),
        ("吉林长春市示例区", "长春市"),
        ("吉林市示例区", "吉林市"),
        ("河南省巩义市示例镇", "巩义市"),
        ("湖南湘西州示例县", "湘西土家族苗族自治州"),
        ("北京市示例区", "北京市"),
        ("中山路8号", None),
        ("金水区示例路3号", None),
        ("", None),
    ],
)
def test_city(address, city):
    assert city_of(address) == city
