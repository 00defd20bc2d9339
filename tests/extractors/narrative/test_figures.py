"""The report's prose gives figures of the last full year, and of nothing else."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.narrative.figures import prose_figures
from schemas.locator import Locator
from schemas.trust import NONE, Doubt

AS_OF = date(2026, 3, 15)
PLACE = Locator("申请报告.docx", cell="段7")


def read(*paragraphs: str) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for figure in prose_figures([(paragraph, PLACE) for paragraph in paragraphs], AS_OF):
        value = int(figure.value) if isinstance(figure.value, Decimal) else figure.value
        found.setdefault(figure.measure.removeprefix("function."), []).append(value)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "2025 年组织政策宣讲、供需对接等信息服务活动 12 次，线下服务企业 157 家。",
            {"information.activities": [12], "information.offline_enterprises": [157]},
            id="count-and-households",
        ),
        pytest.param(
            "全年举办项目推介、技术对接等活动十二场次。", {"technology.activities": [12]}, id="chinese-numeral"
        ),
        pytest.param(
            "信息、技术服务活动分别开展8次、6次。",
            {"information.activities": [8], "technology.activities": [6]},
            id="dealt-out",
        ),
        pytest.param("信息、技术服务活动共开展20次。", {}, id="two-functions-one-number"),
        pytest.param(
            "全年开展8场信息服务活动、6场技术服务活动。",
            {"information.activities": [8], "technology.activities": [6]},
            id="number-first",
        ),
        pytest.param("2024年、2025年分别举办技术服务活动7次、10次。", {"technology.activities": [10]}, id="by-year"),
        pytest.param("去年共举办创业项目洽谈活动8场，较上年增加3场。", {"startup.activities": [8]}, id="difference"),
        pytest.param("技术服务活动由2024年的7次增加到10次。", {"technology.activities": [10]}, id="from-to"),
        pytest.param(
            "2025年计划培训2000人次，实际培训2356人次。", {"training.person_times": [2356]}, id="plan-then-done"
        ),
        pytest.param("线上、线下分别培训500人次、645人次。", {"training.person_times": [1145]}, id="two-ways"),
        pytest.param("全年培训3,205人次，其中线上1,200人次。", {"training.person_times": [3205]}, id="whole-and-part"),
        pytest.param("全年组织诊断咨询活动12次，其中公益性9次。", {"consulting.activities": [9]}, id="only-public"),
        pytest.param("全年组织管理咨询活动12次。", {}, id="consulting-not-said-to-be-public"),
        pytest.param(
            "开展银企对接活动6场，帮助中小企业融资3.5亿元。",
            {"financing.activities": [6], "financing.financing_amount": [35000]},
            id="money-in-wan",
        ),
        pytest.param(
            "全年为42家企业获得贷款1.2亿元、股权融资0.3亿元，合计1.5亿元。",
            {"financing.financing_amount": [15000]},
            id="total-wins",
        ),
        pytest.param(
            "2025年新增担保额4.2亿元，在保余额8亿元。", {"financing.guarantee_amount": [42000]}, id="flow-not-stock"
        ),
        pytest.param("全年企业融资需求3.5亿元。", {}, id="need-is-not-money"),
        pytest.param("提供的公益性服务和低收费服务占总服务量的四成。", {"free_service_share": [40]}, id="share"),
        pytest.param("公益性、低收费服务占总服务量的百分之三十二点五。", {"free_service_share": [32]}, id="in-words"),
        pytest.param(
            "公益性或低收费服务406次，占32%。", {"free_service_share": [32]}, id="subject-in-the-clause-before"
        ),
        pytest.param("公益性服务不低于总服务量的20%。", {}, id="a-promise-without-a-year"),
        pytest.param(
            "线下服务企业数量为96，培训人次：1860",
            {"information.offline_enterprises": [96], "training.person_times": [1860]},
            id="unit-before-the-number",
        ),
        pytest.param("对小型微型企业的公益性服务给予30%的优惠。", {}, id="discount-is-no-share"),
        pytest.param("服务“专精特新”、瞪羚等企业12家。", {"titled_enterprises_served": [12]}, id="titled"),
        pytest.param("辅导12家企业申报专精特新。", {}, id="helped-to-apply"),
        pytest.param("2025年线上线下共服务企业300家。", {}, id="not-offline-alone"),
    ],
)
def test_a_sentence(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "上一年度（2024年）同类技术服务活动为7次。",
        "2026年计划举办技术服务活动20场。",
        "3月，平台举办财税培训班，培训120人次。",
        "成立以来累计培训12000人次。",
        "近三年分别举办技术服务活动5次、7次、10次。",
        "按照申报条件，年培训应达1000人次以上。",
        "案例：某企业员工参加技术服务活动5次。",
        "员工每年参加不少于40学时的业务学习。",
        "37家企业的27人到场，参会企业45家。",
        "举办技术服务活动近百场。",
        "举办技术服务活动8-10场。",
    ],
)
def test_not_of_the_last_year_or_no_number(text):
    assert read(text) == {}


def test_a_year_holds_until_another_is_named():
    assert read("2024年，培训800人次；技术服务活动5场。", "2025年，培训900人次；技术服务活动6场。") == {
        "training.person_times": [900],
        "technology.activities": [6],
    }


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("七、下一步发展规划和年度目标", False),
        ("三、服务平台工作业绩与规划情况", True),
        ("2024年工作回顾", False),
        ("2025年工作回顾", True),
    ],
)
def test_headings_set_the_period(heading, counts):
    assert bool(read(heading, "举办技术服务活动20场。")) is counts


def test_a_plan_holds_for_its_subheadings():
    assert read("五、发展规划", "（一）技术服务", "举办各类活动20场。") == {}
    assert read("五、发展规划", "六、技术服务", "举办各类活动20场。") == {"technology.activities": [20]}


def test_headings_and_lead_ins_name_the_function():
    assert read("（一）信息服务", "全年组织各类活动11场。", "（二）技术服务", "全年组织各类活动7场。") == {
        "information.activities": [11],
        "technology.activities": [7],
    }
    assert read("信息服务方面，建有门户。全年组织活动11场。") == {"information.activities": [11]}


def test_two_statements_are_both_kept():
    assert read("全年培训1145人次。", "2025年共培训1200人次。") == {"training.person_times": [1145, 1200]}


def test_or_more_is_a_lower_bound():
    exact, more = (prose_figures([(text, PLACE)], AS_OF)[0] for text in ("全年培训1000人次。", "全年培训1000余人次。"))
    assert (exact.doubts, more.doubts) == (NONE, {Doubt.LOWER_BOUND})


def test_heads_are_at_least_as_many_times():
    figure = prose_figures([("全年培训1145人。", PLACE)], AS_OF)[0]
    assert (figure.measure, figure.doubts) == ("function.training.person_times", {Doubt.LOWER_BOUND})


def test_whom_the_platform_mainly_trains():
    assert read("主要开展员工岗前培训和在岗培训，2025年度培训员工320人，平均课时62学时。") == {
        "training.employees_trained": [320],
        "training.training_hours": [62],
        "training.focus": ["employees"],
    }
    assert "training.focus" not in read("2025年度培训员工320人。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平台主要服务功能为信息服务、培训服务。", {"information", "training"}),
        ("申报功能：信息、技术、培训服务", {"information", "technology", "training"}),
        ("具备创业服务功能。", {"startup"}),
        ("申报的服务功能为信息服务，不申报融资服务功能。", {"information"}),
        ("服务功能：☑信息服务 □技术服务 ☑法律服务", {"information", "legal"}),
        ("主要提供技术咨询服务、政策信息与供需对接服务。", set()),
        ("今后将具备融资服务功能。", set()),
    ],
)
def test_claims(text, expected):
    assert {measure.split(".")[0] for measure in read(text) if measure.endswith("claimed")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本平台申报类型为综合性平台。", ["综合性"]),
        ("平台类型：□综合性平台 ☑专业性平台", ["专业性"]),
        ("平台类别：专业性", ["专业性"]),
        ("力争打造综合性服务平台。", None),
        ("本平台定位为综合性服务平台。", None),
        ("本公司是一家综合性服务平台。", None),
        ("本单位申报综合性平台认定。", None),
        ("申报综合性平台或专业性平台均可。", None),
    ],
)
def test_platform_type(text, expected):
    assert read(text).get("platform_type") == expected


def test_the_figure_quotes_its_sentence():
    figure = prose_figures([("学员评价良好。全年共培训 1145 人次。", PLACE)], AS_OF)[0]
    assert figure.text == "全年共培训 1145 人次。"
    assert figure.evidence == (PLACE.quoting("全年共培训 1145 人次。"),)


@given(st.integers(min_value=2, max_value=999_999))
def test_any_number_reads_back(number):
    assert read(f"2025年度培训{number:,}人次。") == {"training.person_times": [number]}


def test_another_year_s_number_in_a_bracket_leaves_the_stated_one_alone() -> None:
    text = "2025年开展信息服务活动8次（2024年为6次），线下服务企业64家（上年54家）。"
    stated = {
        figure.measure: figure.value for figure in prose_figures([(text, Locator("报告.docx"))], date(2026, 3, 15))
    }
    assert stated["function.information.activities"] == 8
    assert stated["function.information.offline_enterprises"] == 64


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025年培训中小企业人员1200人次。", 2025),
        ("培训中小企业人员1200人次。", None),
    ],
)
def test_the_year_that_the_sentence_names_goes_with_the_figure(text, year):
    (found,) = prose_figures([("三、培训服务", Locator("报告.docx")), (text, Locator("报告.docx"))], AS_OF)
    assert (found.value, found.year) == (1200, year)
