"""A rulebook is held against its regulation both ways; any bound changed is noticed."""

import re
from dataclasses import replace

import pytest

from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import available
from pipeline.rulebook.parse import parse
from schemas.data_files import data_folder
from tests.builders.rulebooks import REGULATION, RULEBOOK, write_city

TEXTS = {name: data_folder() / "regulations" / f"{name}.txt" for name in available()}
FILES = {name: data_folder() / "rulebooks" / f"{name}.yaml" for name in available()}
# A bound as a rulebook writes it: at_least: 30, to: 100, {综合性: 3, 专业性: 1}.
BOUND = re.compile(r"(?<=at_least: )\d+|(?<=to: )\d+|(?<=性: )\d+")
BOUNDS = [(name, match.span()) for name, file in FILES.items() for match in BOUND.finditer(file.read_text("utf-8"))]


def regulation(name):
    return read_regulation(TEXTS[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", available())
def test_ours_say_what_the_regulations_say(name):
    assert check(parse(FILES[name]), regulation(name)) == []


def with_bound(name, span, value, folder):
    text = FILES[name].read_text(encoding="utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(text[: span[0]] + value + text[span[1] :], encoding="utf-8")
    return check(parse(path), regulation(name))


def neighbours(name, span):
    """The bound by one more, and whichever other bounds the same rulebook has just before and after it."""
    text = FILES[name].read_text(encoding="utf-8")
    now = text[slice(*span)]
    spans = [other for book, other in BOUNDS if book == name]
    at = spans.index(span)
    others = {text[slice(*other)] for other in spans[max(0, at - 2) : at + 3]}
    return sorted({str(int(now) + 1), *others} - {now})


@pytest.mark.parametrize(("name", "span"), BOUNDS, ids=[f"{name}-{span[0]}" for name, span in BOUNDS])
def test_any_bound_changed_is_noticed(name, span, tmp_path):
    for value in neighbours(name, span):
        assert with_bound(name, span, value, tmp_path), value


@pytest.mark.parametrize("name", available())
def test_any_condition_dropped_is_noticed(name):
    parsed, text = parse(FILES[name]), regulation(name)
    whole = parsed.rulebook
    for dropped in whole.conditions:
        if dropped.at_least is None and not dropped.rising:
            continue
        parsed.rulebook = replace(whole, conditions=tuple(one for one in whole.conditions if one is not dropped))
        assert any("没有对应的规则" in problem.message for problem in check(parsed, text)), dropped.measure


@pytest.mark.parametrize("name", available())
def test_any_material_dropped_leaves_its_item_uncovered(name):
    parsed, text = parse(FILES[name]), regulation(name)
    whole = parsed.rulebook
    application = whole.procedures["application"]
    items = {one.article for one in application.materials}
    for article in items:
        left = tuple(one for one in application.materials if one.article != article)
        fewer = replace(application, materials=left)
        parsed.lines[fewer] = parsed.lines[application]
        parsed.rulebook = replace(whole, procedures={"application": fewer})
        problems = check(parsed, text)
        assert any(f"{article}没有对应的材料" in problem.message for problem in problems)


def example(folder, rulebook=RULEBOOK, text=REGULATION):
    return check(parse(write_city(folder, rulebook)), read_regulation(text))


def test_a_clerks_own_rulebook_is_sound(tmp_path):
    assert example(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        pytest.param("article: 第二条（三）", "article: 第二条（九）", 14, "办法里没有第二条（九）", id="no-such-item"),
        pytest.param("article: 第二条末款", "article: 第三条末款", 18, "办法里没有第三条末款", id="no-last-paragraph"),
        pytest.param("at_least: 70,", "at_least: 71,", 11, "该处写的是：七十家", id="another-number"),
        pytest.param("at_least: 12000", "at_least: 1.2", 10, "1.2亿元", id="bound-in-another-unit"),
        pytest.param("measure: satisfaction", "measure: satisfactoin", 13, "不认识的度量", id="unknown-measure"),
        pytest.param(
            "measure: satisfaction, at_least: 85",
            "measure: satisfaction, equals: 增长",
            13,
            "应写 at_least",
            id="wrong-bound",
        ),
        pytest.param("paper: business_licence", "paper: licence", 36, "不认识的材料种类“licence”", id="unknown-paper"),
        pytest.param(
            "paper: business_licence", "paper: audit_report, parts: [seal]", 36, "没有“seal”这一部分", id="unknown-part"
        ),
        pytest.param("lists: [operations]", "lists: [staff]", 30, "没有名单“staff”", id="list-not-on-the-form"),
        pytest.param("form: example-application", "form: other", 30, "没有列在 forms 里", id="form-not-named"),
        pytest.param("from: 2025-03-01", "from: 2025-03-02", 6, "找不到日期 2025-03-02", id="begins-another-day"),
        pytest.param("until: 2028-03-01", "until: 2029-03-01", 6, "推算不出这一天", id="ends-another-day"),
        pytest.param("title: 示例市", "title: 样例市", 1, "找不到题名", id="another-regulation"),
    ],
)
def test_each_fault_is_said_with_its_line(tmp_path, old, new, line, says):
    assert old in RULEBOOK
    problems = example(tmp_path, RULEBOOK.replace(old, new, 1))
    assert any(says in problem.message and problem.line == line for problem in problems), problems


def test_a_clause_without_a_rule_names_the_line_of_the_text(tmp_path):
    text = REGULATION.replace("从事服务的人员不少于", "固定场所不少于 200 平方米，从事服务的人员不少于")
    (problem,) = example(tmp_path, text=text)
    assert "第二条（三）（办法文本第 12 行）的“" in problem.message
    assert "200平方米" in problem.message


def test_a_clause_left_to_people_by_name_is_accounted_for(tmp_path):
    text = REGULATION.replace("从事服务的人员不少于", "固定场所不少于 200 平方米，从事服务的人员不少于")
    manual = "manual:\n  - {article: 第二条（三）, text: 固定场所不少于200平方米, why: 场地面积由现场核实}\n"
    assert example(tmp_path, RULEBOOK + manual, text) == []


@pytest.mark.parametrize(
    ("covers", "says"),
    [
        pytest.param("[第二条（三）]", None, id="as-the-clause-names-them"),
        pytest.param("[第二条（一）, 第二条（三）]", "没有提到第二条（一）", id="one-too-many"),
        pytest.param("[第二条]", "还提到第二条（三）", id="one-left-out"),
    ],
)
def test_a_clause_covers_the_items_that_it_names(tmp_path, covers, says):
    clause = f"relaxations:\n  - {{article: 第二条末款, asks: 可放宽, covers: {covers}}}\n"
    messages = [problem.message for problem in example(tmp_path, RULEBOOK + clause)]
    assert any(says in message for message in messages) if says else not messages


def test_without_a_text_only_the_words_are_checked(tmp_path):
    path = write_city(tmp_path, RULEBOOK.replace("at_least: 70,", "at_least: 71,"))
    assert check(parse(path), None) == []
