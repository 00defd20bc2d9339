"""The table of divisions comes from a script: zones are left out, and what has no city stands apart."""

from pathlib import Path

import pytest
import yaml

from scripts import make_divisions

PROVINCES = "code,name\n11,北京市\n41,河南省\n44,广东省\n"
CITIES = "code,name,provinceCode\n1101,市辖区,11\n4101,郑州市,41\n4190,省直辖县级行政区划,41\n4419,东莞市,44\n"
AREAS = """code,name,cityCode,provinceCode
110101,东城区,1101,11
410105,金水区,4101,41
410171,郑州经济技术开发区,4101,41
410181,巩义市,4101,41
419001,济源市,4190,41
441900,东莞市,4419,44
"""


@pytest.fixture
def table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str]]:
    for name, text in (("provinces", PROVINCES), ("cities", CITIES), ("areas", AREAS)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    make_divisions.main(tmp_path)
    written: dict[str, dict[str, str]] = yaml.safe_load(capsys.readouterr().out)
    return written


def test_counties_stand_behind_their_city_without_the_zones(table: dict[str, dict[str, str]]) -> None:
    assert table["河南省"] == {"郑州市": "金水区 巩义市", "直辖": "济源市"}


def test_a_municipality_has_counties_and_no_city_and_some_cities_have_no_county(
    table: dict[str, dict[str, str]],
) -> None:
    assert table["北京市"] == {"直辖": "东城区"}
    assert table["广东省"] == {"东莞市": ""}


def test_provinces_that_the_statistics_leave_out_are_there(table: dict[str, dict[str, str]]) -> None:
    assert table["台湾省"] == {}
