"""Own words that do not hang together are told, each with its line and what to do."""

import pytest

from pipeline.rulebook.known_words import unknown_words
from pipeline.rulebook.parse import parse
from tests.builders.language import FORM, RULEBOOK, write_language


def told(folder, *changes, form=FORM):
    text = RULEBOOK
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return [one.message for one in unknown_words(parse(write_language(folder, text, form)))]


def test_a_sound_one_has_nothing_to_tell(tmp_path):
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("share_of: debts", "share_of: debt", "不认识的度量“debt”"),
        ("share_of: debts", "share_of: mentors", "单位不同"),
        (
            "rd_cost: {title: 研发费用, unit: 万元, read: [form,",
            "rd_cost: {title: 研发费用, unit: 万元, read: [form, operations,",
            "没有“rd_cost”这一列",
        ),
        (
            "mentors: {title: 创业导师数, unit: 名}",
            "mentors: {title: 创业导师数, unit: 名, read: [form, {list: right}]}",
            "不认识的名单“right”",
        ),
        (
            "mentors: {title: 创业导师数, unit: 名}",
            "mentors: {title: 创业导师数, unit: 名, read: [form, {list: rights, where: {kind: [甲]}}]}",
            "没有“kind”这一列",
        ),
        (
            "mentors: {title: 创业导师数, unit: 名}",
            "mentors: {title: 创业导师数, unit: 名, read: [form, {list: rights, sum: class}]}",
            "不是数量，不能求和",
        ),
        ("measure: rd_share\n", "measure: research_share\n", "不认识的度量“research_share”"),
        ("3%-5%: 10", "3%-4%: 10", "没有前后相接"),
        ("when: {way: points}", "when: {filled: stars}", "不认识的空格“stars”"),
        ("when: {way: points}", "when: {met: nobody}", "不认识的条件“nobody”"),
        ("papers: [credit_report]", "papers: [credit_reports]", "不认识的材料种类“credit_reports”"),
        ("{for: others, at_least: 30}", "{for: {starr: 五星}, at_least: 30}", "for 里有不认识的度量“starr”"),
        ("at_least: 10, years: 2, article: 第二条（四）", "equals: 多, article: 第二条（四）", ""),
    ],
)
def test_what_is_amiss(tmp_path, old, new, said):
    messages = told(tmp_path, (old, new))
    assert any(said in one for one in messages) if said else messages == []


def test_a_measure_of_the_form_has_its_blank_there(tmp_path):
    form = FORM.replace("  - 研发费用{rd_cost}万元\n", "")
    assert any("表格里没有空格“{rd_cost}”" in one for one in told(tmp_path, form=form))
