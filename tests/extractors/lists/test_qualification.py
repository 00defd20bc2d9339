"""Levels of education and title, with the traps of real rosters."""

from __future__ import annotations

import pytest
import yaml

from extractors.lists.qualification import education_level, qualified, title_level
from schemas.data_files import data_folder


@pytest.mark.parametrize(
    "text",
    [
        "大专",
        "专科",
        "大学",
        "本 科",
        "硕研",
        "全日制本科",
        "专升本",
        "自考本科",
        "中专/大专",
        "本科（在读硕士）",
        "MBA",
        "本",
    ],
)
def test_college(text):
    assert education_level(text) == "college"


@pytest.mark.parametrize("text", ["高中", "中专", "中等专科学校", "技校", "职高", "初中", "大专以下", "高中/中专"])
def test_below_college(text):
    assert education_level(text) == "below"


@pytest.mark.parametrize(
    "text", ["函授", "电大", "大专在读", "本科（肄业）", "中央党校研究生", "预备技师", "全日制", "高中/大专在读"]
)
def test_education_that_only_a_person_can_tell(text):
    assert education_level(text) == "unclear"


@pytest.mark.parametrize("text", ["", "无", "/", "—"])
def test_no_education_stated(text):
    assert education_level(text) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param("助理研究员", "intermediate", id="assistant-in-name-only"),
        pytest.param("研究实习员", "junior", id="below-it"),
        pytest.param("会计师", "intermediate", id="accountant"),
        pytest.param("助理会计师", "junior", id="assistant-accountant"),
        pytest.param("初级会计师", "junior", id="junior-accountant"),
        pytest.param("会计师（初级）", "junior", id="level-in-brackets"),
        pytest.param("会计员", "junior", id="bookkeeper"),
        pytest.param("会计", "none", id="bookkeeping-post"),
        pytest.param("注册会计师", "unclear", id="licence"),
        pytest.param("注册会计师/高级会计师", "senior", id="licence-and-title"),
        pytest.param("工程师/PMP", "intermediate", id="two-in-one"),
        pytest.param("项目经理/工程师", "intermediate", id="post-and-title"),
        pytest.param("助理工程师/PMP", "unclear", id="licence-may-raise-it"),
        pytest.param("工程师（电子）", "intermediate", id="speciality-behind"),
        pytest.param("电子工程师", "intermediate", id="speciality-in-front"),
        pytest.param("中级工程师", "intermediate", id="not-a-skilled-worker"),
        pytest.param("中级工", "none", id="skilled-worker"),
        pytest.param("高级工", "unclear", id="skill-grade"),
        pytest.param("高工", "senior", id="short-for-senior-engineer"),
        pytest.param("高级技师", "unclear", id="skill-grade-high"),
        pytest.param("中级", "intermediate", id="level-alone"),
        pytest.param("初级", "junior", id="junior-alone"),
        pytest.param("中级 经济师", "intermediate", id="white-space"),
        pytest.param("经济师(中级)", "intermediate", id="level-behind"),
        pytest.param("工程师（申报中）", "unclear", id="applied-for"),
        pytest.param("二级建造师", "junior", id="lower-licence"),
        pytest.param("一级建造师", "unclear", id="higher-licence"),
        pytest.param("二级律师", "senior", id="lawyer-by-grade"),
        pytest.param("律师", "unclear", id="lawyer-without-grade"),
        pytest.param("主任", "none", id="post"),
        pytest.param("主任医师", "senior", id="chief-physician"),
        pytest.param("总经理", "none", id="general-manager"),
        pytest.param("高级经理", "none", id="senior-manager"),
        pytest.param("仓库管理员", "none", id="storekeeper"),
        pytest.param("讲师", "intermediate", id="lecturer"),
        pytest.param("企业讲师", "none", id="trainer"),
        pytest.param("无", "none", id="none-said"),
        pytest.param("", "none", id="blank"),
        pytest.param("某某某", "unclear", id="unknown-word"),
    ],
)
def test_title(text, level):
    assert title_level(text) == level


@pytest.mark.parametrize(
    ("education", "title", "union", "intersection"),
    [
        ("本科", "工程师", True, True),
        ("本科", "无", True, False),
        ("中专", "工程师", True, False),
        ("中专", "助理工程师", False, False),
        ("本科", "注册会计师", True, None),
        ("中专", "注册会计师", None, False),
        ("", "无", None, False),
        ("", "高工", True, None),
        ("函授", "PMP", None, None),
    ],
)
def test_both_readings_of_and(education, title, union, intersection):
    read = qualified(education, title)
    assert (read.union, read.intersection) == (union, intersection)


@pytest.mark.parametrize("name", ["education", "titles"])
def test_no_word_has_two_levels(name):
    raw = yaml.safe_load((data_folder() / "vocabulary" / f"{name}.yaml").read_text(encoding="utf-8"))
    words = [
        word.upper() for key, listed in raw.items() if isinstance(listed, list) and key != "open" for word in listed
    ]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("level", ["senior", "intermediate", "junior", "unclear", "none"])
def test_every_word_of_the_vocabulary_is_read_at_its_level(level):
    raw = yaml.safe_load((data_folder() / "vocabulary" / "titles.yaml").read_text(encoding="utf-8"))
    assert {word: title_level(word) for word in raw[level]} == dict.fromkeys(raw[level], level)
