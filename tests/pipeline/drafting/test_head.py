"""Title, issuer, number, place and days, as the text gives them; what it does not say is said so."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.drafting.head import UNSTATED, head, region_of
from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.hold import read_text
from schemas.data_files import data_folder
from tests.builders.regulations import MADE_UP


def of(text: str):
    return head(read_regulation(text), text)


def test_the_made_up_one():
    said = of(MADE_UP)
    assert said["title"] == "宜昌市示范服务平台认定管理办法（试行）"
    assert said["issuer"] == "宜昌市经济和信息化局"
    assert said["region"] == "宜昌市"
    assert said["in_force"] == {"from": date(2025, 3, 1), "until": date(2028, 3, 1), "article": "第五条"}
    assert str(said["number"]).startswith(UNSTATED)


def test_without_a_date_a_person_is_to_ask():
    said = of(MADE_UP.replace("自2025年3月1日起施行，有效期三年", "自发布之日起施行"))
    assert "from" not in said["in_force"]
    assert said["in_force"]["note"]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("liaocheng-2021", "聊工信发〔2021〕115号"),
        ("qinhuangdao-2020", "秦工信规〔2020〕2号"),
        ("zhengzhou", "正文未载明文号"),
    ],
)
def test_the_number_of_the_notice(name, number):
    assert of(read_text(data_folder() / "regulations" / f"{name}.txt")[0])["number"] == number


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("宜昌市示范平台办法", "宜昌市"),
        ("国家示范平台办法", "全国"),
        ("示范平台办法", ""),
        ("河北省示范平台办法", "河北省"),
    ],
)
def test_the_place_is_how_the_title_begins(title, region):
    assert region_of(title) == region
