"""A rulebook that needs every word, and an example: from the file of a dossier to its findings, without code."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import pytest

from pipeline.intake import inbox as intake_inbox
from pipeline.results.as_json import screening_json
from pipeline.screen import Settings, screen
from schemas.regulation.catalogue import while_speaking
from tests.builders.language import write_language

AS_OF = date(2026, 3, 15)
PLATFORM = (
    ("申请单位名称：甲城示例服务有限公司", ""),
    ("注册日期：2018年3月5日", "单位性质：有限责任公司"),
    ("注册地址：广东省韶关市武江区示例路1号", ""),
    ("上年末总资产：400万元", "负债总额：300万元"),
    ("研发费用：12万元", "申报星级 □四星 ☑五星"),
    ("创业导师3名", "在孵企业15家"),
)
YEARS = (
    ("年度", "营业收入", "服务收入", "服务中小企业户数"),
    ("2023", "200", "90", "40"),
    ("2024", "220", "100", "44"),
    ("2025", "240", "120", "49"),
)
RIGHTS = (("名称", "类别", "授权日期"), ("一种装置", "Ⅰ类", "2023-01-02"), ("一种软件", "Ⅱ类", "2024-03-02"))
ENTERPRISE = (
    ("企业名称", "甲城示例科技有限公司"),
    ("注册日期", "2018年3月5日"),
    ("法定代表人", "甲一"),
    ("注册地址", "南京市玄武区示例路1号"),
    ("联系人", "甲一"),
    ("联系电话", "025-55550000"),
    ("资产总额（万元）", "1000"),
    ("负债总额（万元）", "500"),
    ("营业收入总额（万元）", "2000"),
    ("主营业务收入总额（万元）", "1500"),
    ("上上年度主营业务收入（万元）", "1400"),
    ("研发费用总额（万元）", "60"),
)
PROPERTY = (
    ("序号", "知识产权名称", "类别", "获得方式", "授权日期"),
    ("1", "一种装置", "Ⅰ类", "自主研发", "2023-01-02"),
    ("2", "一种软件", "Ⅱ类", "受让", "2024-03-02"),
)


def paper(inbox: Path, title: str, *tables: tuple[str, tuple[tuple[str, ...], ...]]) -> None:
    document = docx.Document()
    document.add_paragraph(title)
    for above, rows in tables:
        document.add_paragraph(above)
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    (inbox / "甲").mkdir(parents=True, exist_ok=True)
    document.save(str(inbox / "甲" / f"{title}.docx"))


def screened(inbox: Path, rulebook: str) -> dict:
    (entry,) = intake_inbox.entries(inbox)
    done = screen(entry, Settings(AS_OF, rulebook))
    with while_speaking(done.own):
        return json.loads(json.dumps(screening_json(done)))


@pytest.fixture(scope="module")
def platform(tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("platform")
    (folder / "rules").mkdir()
    tables = (("一、基本情况", PLATFORM), ("近年运营情况（单位：万元）", YEARS), ("知识产权清单", RIGHTS))
    paper(folder / "inbox", "示例省产业服务平台申请表", *tables)
    return screened(folder / "inbox", str(write_language(folder / "rules")))


@pytest.fixture(scope="module")
def enterprise(tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("enterprise")
    paper(folder, "创新型中小企业自评表", ("基本情况", ENTERPRISE), ("知识产权清单", PROPERTY))
    return screened(folder, "auto")


def statuses(result: dict) -> dict:
    return {one["rule"]: one["status"] for one in result["findings"]}


def test_its_blanks_lists_and_measures_are_read(platform):
    assert platform["application"]["rd_cost"]["value"] == 12
    assert platform["application"]["star"]["value"] == "五星"
    assert [row["class"] for row in platform["tables"]["rights"]] == ["Ⅰ类", "Ⅱ类"]
    figures = {one["measure"]: one["value"] for one in platform["figures"] if one["source"] == "arithmetic"}
    assert figures == {"debt_ratio": 75, "service_share": 50, "rd_share": 5, "mentors_per": 1}


@pytest.mark.parametrize(
    ("rule", "status"),
    [
        pytest.param("condition.debt_ratio", "pass", id="just-the-upper-bound"),
        pytest.param("condition.enterprises_served", "pass", id="others-need-fewer"),
        pytest.param("condition.income_or_research", "pass", id="one-of-two"),
        pytest.param("condition.enterprise_growth", "pass", id="each-step-and-the-whole"),
        pytest.param("condition.mentors_per", "pass", id="one-for-five"),
        pytest.param("condition.good_standing", "review", id="no-paper-to-look-into"),
        pytest.param("condition.score.research", "review", id="on-a-shared-edge"),
        pytest.param("condition.score", "review", id="ten-or-twenty-of-fifteen"),
        pytest.param("material.4.2", "fail", id="no-audit"),
        pytest.param("material.4.6", "pass", id="its-own-list-is-a-paper"),
    ],
)
def test_each_word_is_judged(platform, rule, status):
    assert statuses(platform)[rule] == status


def test_a_shared_edge_is_an_interval(platform):
    points = {one["rule"]: one.get("points") for one in platform["findings"]}
    assert points["condition.score.research"] == points["condition.score"] == [10, 20]


def test_an_example_is_known_by_its_title_and_says_that_it_is_one(enterprise):
    assert enterprise["rulebook"]["id"] == "innovative-sme-2022"
    assert "示例，未与原文核对" in enterprise["rulebook"]["unheld"]


@pytest.mark.parametrize(
    ("item", "points"),
    [
        ("property", [15, 15]),
        ("rd_share", [10, 15]),
        ("main_growth", [10, 10]),
        ("debt_ratio", [10, 10]),
        ("field", [5, 10]),
        ("main_share", [20, 20]),
    ],
)
def test_the_points_of_an_innovative_enterprise(enterprise, item, points):
    found = {one["rule"]: one.get("points") for one in enterprise["findings"]}
    assert found[f"condition.score.{item}"] == points


def test_all_of_its_points_are_surely_enough(enterprise):
    whole = next(one for one in enterprise["findings"] if one["rule"] == "condition.score")
    assert (whole["status"], whole["points"]) == ("pass", [70, 80])


def test_papers_of_the_way_that_it_does_not_go_are_not_asked(enterprise):
    assert statuses(enterprise)["material.5"] == "not_applicable"
    assert statuses(enterprise)["material.6"] == "fail"
