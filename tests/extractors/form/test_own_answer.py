"""A blank ends where the next printed label begins, whether or not the form knows that label."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractors.content.tables import grids
from extractors.form.own_answer import once, own_answer
from extractors.form.read import read_form
from extractors.values.text import one_width, unspaced
from extractors.values.units import units
from extractors.vocabulary.blank_forms import load_forms
from extractors.vocabulary.labels import hits, labels_for, vocabulary
from schemas.application import BLANKS, Entry
from schemas.data_files import data_folder
from schemas.trust import NONE, Doubt, Doubts
from tests.builders.documents import document, table

COUNTED, LEFT = (frozenset({doubt}) for doubt in (Doubt.COUNTED_APART, Doubt.LEAVES_OUT))
APART = frozenset({Doubt.COUNTED_APART, Doubt.LEAVES_OUT})
FORMS = load_forms(data_folder() / "forms")
TITLE = "哈尔滨市中小企业公共服务平台申报表"
FILLED = {
    "applicant_name": ("平台建设单位（盖章）：", "哈尔滨示例信息咨询有限公司"),
    "registered_on": ("注册日期：", "2018年3月5日"),
    "organisation_type": ("单位性质：", "有限责任公司"),
    "legal_representative": ("法人代表：", "张示例"),
    "registered_address": ("注册地址：", "哈尔滨市道里区示例路1号"),
    "contact_name": ("联系人：", "李示例"),
    "contact_phone": ("联系电话：", "0451-55550000"),
    "mobile": ("手机：", "13800000000"),
    "website": ("网址及备案号（已建网站的填写）：", "www.example.com"),
    "email": ("邮箱：", "a@example.com"),
    "registered_capital": ("注册资本", "500万元"),
    "total_assets": ("上年末总资产", "320.5万元"),
    "premises_area": ("服务场地面积：", "300平方米"),
    "staff_count": ("从业人数", "20人"),
}
SEEN = (
    " 统一社会信用代码：91230100MA0000001X",
    " 上年末负债总额120万元",
    "，参保人数15人",
    "；QQ：123456",
    "\n实缴资本300万元",
    " 通讯地址：哈尔滨市道外区示例路2号",
    "【社保编号】230001",
    "｜账号=1234567",
    "（统一社会信用代码：91230100MA0000001X）",
    " 登记机关 示例市市场监督管理局",
)
SHAPED = ("registered_on", "contact_phone", "mobile", "email", "registered_capital", "total_assets", "staff_count")


def entries(changed: dict[str, str], *, beside: bool = False) -> dict[str, Entry]:
    """The entries of a complete form whose answers are changed; ``beside``: label and answer in two cells."""
    answers = {key: changed.get(key, answer) for key, (_, answer) in FILLED.items()}
    rows = [[label, answers[key]] if beside else [label + answers[key]] for key, (label, _) in FILLED.items()]
    paper = document([TITLE, table(rows)])
    form = read_form(paper, grids(paper), FORMS)
    assert form is not None
    return {entry.key: entry for entry in form.entries}


PLAIN = {key: entry.value for key, entry in entries({}).items()}


@pytest.mark.parametrize("beside", [False, True], ids=["in-one-cell", "in-the-next-cell"])
@pytest.mark.parametrize("tail", SEEN)
@pytest.mark.parametrize("key", FILLED)
def test_a_label_that_the_form_does_not_know_ends_the_value(key: str, tail: str, beside: bool) -> None:
    read = entries({key: FILLED[key][1] + tail}, beside=beside)
    assert {other: entry.value for other, entry in read.items()} == PLAIN
    assert Doubt.RUN_ON not in read[key].doubts


@pytest.mark.parametrize("tail", ["；（含税）", "、（约）", "/（备注：以执照为准）", "，（审计数）"])
@pytest.mark.parametrize("key", ["contact_phone", "mobile", "email"])
def test_a_mark_before_a_remark_is_no_part_of_a_number(key: str, tail: str) -> None:
    assert entries({key: FILLED[key][1] + tail})[key].value == PLAIN[key]


@pytest.mark.parametrize(
    ("before", "key"),
    [
        pytest.param(" 其中办公面积200平米", "premises_area", id="a-label-that-others-use"),
        pytest.param("/紧急联系电话：13800002222", "contact_phone", id="a-longer-label-behind-a-mark"),
        pytest.param(" 办公电话转8001", "contact_phone", id="another-telephone"),
        pytest.param(" 邮寄地址：示例市示例路2号", "registered_address", id="another-address"),
        pytest.param("；法人代表/", "legal_representative", id="the-label-itself-with-nothing"),
    ],
)
def test_the_form_s_own_label_counts_before_others(before: str, key: str) -> None:
    """Put into a blank that stands before it."""
    assert entries({"applicant_name": FILLED["applicant_name"][1] + before})[key].value == PLAIN[key]


@pytest.mark.parametrize("tail", ["登记机关：示例市市场监督管理局", "负债总额120万元", "QQ：123456"])
@pytest.mark.parametrize("key", FILLED)
def test_a_label_without_a_gap_ends_it_or_is_told(key: str, tail: str) -> None:
    entry = entries({key: FILLED[key][1] + tail})[key]
    told = Doubt.RUN_ON in entry.doubts
    words = BLANKS[key].kind == "text" and "：" not in tail
    assert told or entry.value == PLAIN[key] or words


@pytest.mark.parametrize("remark", ["（约）", "（其中兼职6人）", "（不含兼职6人）", "，其中兼职6人", "，不含兼职6人"])
def test_a_remark_behind_a_number_leaves_it_as_it_was_written(remark: str) -> None:
    entry = entries({"staff_count": f"20人{remark}"})["staff_count"]
    assert (entry.value, entry.doubts - APART) == (PLAIN["staff_count"], frozenset())


@pytest.mark.parametrize(
    ("remark", "apart"),
    [
        *(("（含兼职2人）", COUNTED), ("，不含退休6人", LEFT), ("(不含兼职6)", LEFT), ("（未计退休6人）", LEFT)),
        *(("（其中兼职6人）", NONE), ("（含兼职）", NONE), (" 含税：20", NONE), ("", NONE)),
    ],
)
def test_a_remark_that_counts_some_in_or_out_is_told(remark: str, apart: Doubts) -> None:
    assert entries({"staff_count": f"20人{remark}"})["staff_count"].doubts == apart


@pytest.mark.parametrize("more", ["（实际22人）", "，另有兼职6人", "，应为22人", " 或22人"])
def test_words_that_make_the_number_another_are_for_a_person(more: str) -> None:
    assert Doubt.RUN_ON in entries({"staff_count": f"20人{more}"})["staff_count"].doubts


@pytest.mark.parametrize("answer", ["20至30人", "20-30人", "二十来个吧"])
def test_what_is_no_one_number_stays_as_it_was_written(answer: str) -> None:
    assert entries({"staff_count": answer})["staff_count"].value == answer or Doubt.RUN_ON in (
        entries({"staff_count": answer})["staff_count"].doubts
    )


def test_a_blank_left_blank_before_another_label_stays_blank() -> None:
    read = entries({"total_assets": "____万元 上年末负债总额：120万元", "staff_count": " 参保人数：15人"})
    assert (read["total_assets"].value, read["staff_count"].value) == (None, None)


def test_a_number_led_by_words_that_nobody_knows_is_no_answer_for_certain() -> None:
    entry = entries({"staff_count": "参保人数15人"})["staff_count"]
    assert entry.value != PLAIN["staff_count"]
    assert Doubt.RUN_ON in entry.doubts


@pytest.mark.parametrize("key", [key for key in FILLED if key != "website"])
@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_the_same_text_several_times_is_that_text_once(key: str, between: str) -> None:
    assert entries({key: between.join([FILLED[key][1]] * 3)})[key].value == PLAIN[key]


@pytest.mark.parametrize(
    ("text", "said"),
    [("2020", "2020"), ("500500", "500500"), ("1380000000013800000000", "13800000000"), ("一一", "一一")],
)
def test_digits_that_may_be_one_number_are_left(text: str, said: str) -> None:
    assert once(text) == said


def test_the_record_number_of_a_web_site_belongs_to_its_answer() -> None:
    answer = "www.example.com 备案号：示ICP备00000001号"
    assert entries({"website": answer})["website"].value == answer
    assert entries({"website": f"{answer} 公众号：示例"})["website"].value == answer


def test_running_text_keeps_the_labels_in_it() -> None:
    text = "2024年 项目名称：示例项目，金额：10万元"
    assert own_answer(BLANKS["government_support"], text).text == text


LETTERS = st.text(alphabet="参保社科档案登记核备账户负债实缴银团辅助调研统计机关室编目册", min_size=2, max_size=8)
ENDS = st.sampled_from(["", *vocabulary().label_ends])
ANSWERS = st.sampled_from(["91230100MA0000001X", "15人", "120万元", "示例市场监督管理局", "甲乙丙", "123456"])


@st.composite
def others(draw: st.DrawFn, parts: list[str], marks: list[str]) -> str:
    """Another blank, behind a gap: a label that no form has, however it is marked, and its answer."""
    label, words = draw(LETTERS) + draw(ENDS), vocabulary()
    assume(not hits(f"{label}：", labels_for(None)))
    assume(not label.startswith((*units().remarks, *words.revisions, *words.site_parts)))
    return draw(st.sampled_from(parts)) + label + draw(st.sampled_from(marks)) + draw(ANSWERS)


@given(
    key=st.sampled_from(sorted(FILLED)),
    other=others(
        [" ", "　", "  ", "\n", "；", "，", "。", "|", "｜", "、", "；\n", "\t"], ["：", ":", " ：", "=", "﹕"]
    ),
)
def test_any_label_behind_a_gap_ends_any_blank(key: str, other: str) -> None:
    read = entries({key: FILLED[key][1] + other})
    assert {blank: entry.value for blank, entry in read.items()} == PLAIN
    assert Doubt.RUN_ON not in read[key].doubts


@given(
    key=st.sampled_from(SHAPED),
    other=others(["", " ", "，", "\n", "（", "【"], ["：", ":", "", " ", "】", "—", "为"]),
)
def test_what_has_a_shape_of_its_own_is_never_another_value(key: str, other: str) -> None:
    whole = FILLED[key][1] + other
    entry = entries({key: whole})[key]
    kept_whole = unspaced(one_width(str(entry.value))) == unspaced(one_width(whole))
    assert entry.value == PLAIN[key] or Doubt.RUN_ON in entry.doubts or kept_whole


@given(key=st.sampled_from(sorted(FILLED)), other=others(["（", "【", "("], ["："]))
def test_a_label_in_a_bracket_is_cut_or_told(key: str, other: str) -> None:
    entry = entries({key: FILLED[key][1] + other})[key]
    assert entry.value == PLAIN[key] or Doubt.RUN_ON in entry.doubts


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("total_assets", "320.5（审计数）万元"),
        ("staff_count", "20（含兼职2人）人"),
        ("premises_area", "300（含会议室80）平方米"),
    ],
)
def test_a_remark_between_a_number_and_its_unit(key: str, answer: str) -> None:
    entry = entries({key: answer})[key]
    assert (entry.value, entry.doubts - APART) == (PLAIN[key], frozenset())


@pytest.mark.parametrize("word", ["—", "无", "/", "－"])
def test_a_stroke_before_the_printed_unit_says_that_there_is_none(word: str) -> None:
    entry = entries({"premises_area": f"{word}平方米"})["premises_area"]
    assert (entry.value, entry.text) == (None, word)


def test_a_number_in_a_text_box_behind_the_printed_unit_is_read_and_told() -> None:
    entry = entries({"total_assets": "万元 320.5"})["total_assets"]
    assert entry.value == PLAIN["total_assets"]
    assert Doubt.RUN_ON in entry.doubts


def test_the_heading_of_the_next_section_ends_a_blank() -> None:
    for key in ("applicant_name", "staff_count", "registered_on"):
        assert entries({key: f"{FILLED[key][1]}\n一、平台基本情况"})[key].value == PLAIN[key]


@pytest.mark.parametrize(
    ("text", "value", "certain"),
    [
        pytest.param("298.10万元 326.40", "298.10万元", False, id="another-number-behind"),
        pytest.param("11人12", "11人", False, id="without-a-gap"),
        pytest.param("298.10→326.40万元", "298.10", False, id="an-arrow"),
        pytest.param("326.40万元", "326.40万元", True, id="one-number"),
    ],
)
def test_two_numbers_in_one_blank_are_for_a_person(text, value, certain):
    own = own_answer(BLANKS["total_assets" if "万" in text else "staff_count"], text)
    assert own.certain is certain
    assert certain is False or own.text == value
