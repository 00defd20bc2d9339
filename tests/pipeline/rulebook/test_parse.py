"""A rulebook file is read strictly: what is wrong is said with its line and what to do."""

from decimal import Decimal

import pytest

from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from schemas.rulebook import Demand
from tests.builders.rulebooks import FORM, RULEBOOK, write_city


def test_a_bound_and_its_relaxation_are_decimals(tmp_path):
    staff = parse(write_city(tmp_path)).rulebook.conditions[-1]
    assert (staff.at_least, staff.relaxation.to) == (Decimal(15), Decimal(8))
    assert staff.relaxation.organisation_types == ("社会团体",)


def test_the_measures_of_a_function_bear_its_name(tmp_path):
    training = parse(write_city(tmp_path)).rulebook.functions.functions[0]
    assert training.paths[0][0].measure == "function.training.person_times"
    assert training.paths[0][0].article == "第三条（一）"


@pytest.mark.parametrize(
    ("given", "alternatives"),
    [
        pytest.param("paper: lease", ((Demand("lease"),),), id="one-paper"),
        pytest.param("any_of: [lease, audit_report]", ((Demand("lease"),), (Demand("audit_report"),)), id="either"),
        pytest.param("all_of: [lease, audit_report]", ((Demand("lease"), Demand("audit_report")),), id="both"),
        pytest.param(
            "any_of: [[lease, declaration], {paper: audit_report, parts: [service_accounts]}]",
            ((Demand("lease"), Demand("declaration")), (Demand("audit_report", ("service_accounts",)),)),
            id="both-or-one-with-a-part",
        ),
    ],
)
def test_what_proves_an_item(tmp_path, given, alternatives):
    text = RULEBOOK.replace("paper: business_licence", given)
    assert (
        parse(write_city(tmp_path, text)).rulebook.procedures["application"].materials[1].alternatives == alternatives
    )


def test_a_clause_relaxes_every_condition_of_the_articles_it_covers(tmp_path):
    clause = "relaxations:\n  - {article: 第二条末款, asks: 可放宽, covers: [第二条（一）], when: {region: [示例区]}}\n"
    conditions = parse(write_city(tmp_path, RULEBOOK + clause)).rulebook.conditions
    covered = {one.measure for one in conditions if one.relaxation and one.relaxation.regions == ("示例区",)}
    assert covered == {"operating_years", "total_assets"}


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        pytest.param("issuer:", "isuer:", 3, "不认识的键“isuer”", id="misspelt-key"),
        pytest.param("region: 示例市\n", "", 1, "缺少键“region”", id="missing-key"),
        pytest.param("at_least: 70", "at_least: 70家", 11, "不带单位的数字", id="number-with-a-unit"),
        pytest.param("at_least: 70", "at_least: 7*10", 11, "不带单位的数字", id="an-expression"),
        pytest.param("at_least: 70", "at_least: -70", 11, "不带单位的数字", id="below-nothing"),
        pytest.param("at_least: 70, ", "", 11, "须写且只写一个要求", id="no-bound"),
        pytest.param("at_least: 70", "at_least: 70, equals: 七十", 11, "须写且只写一个要求", id="two-bounds"),
        pytest.param("at_least: 70", "at_least: 70, at_least: 80", 11, "写了两次", id="key-twice"),
        pytest.param("rising: true", "rising: 是", 12, "true 或 false", id="not-a-truth"),
        pytest.param("from: 2025-03-01", "from: 2025年3月1日", 6, "写作 2022-01-01", id="not-a-date"),
        pytest.param('item: "4.2"', "item: 第四条二", 36, "材料的编号写作", id="item-number"),
        pytest.param('item: "4.2"', 'item: "4.1"', 36, "写了两次", id="item-twice"),
        pytest.param("organisation_type: [社会团体]", "region: 火星", 18, "不认识的区域“火星”", id="unknown-region"),
        pytest.param("[example-application]", "[no-such-form]", 7, "找不到表格文件", id="no-such-form"),
        pytest.param("application:\n", "appeal:\n", 30, "程序只能是", id="unknown-procedure"),
        pytest.param("title: 申请表", "title: ", 35, "不能留空", id="empty-text"),
        pytest.param("  at_least: 1\n", "", 20, "须写且只写一个", id="functions-without-a-number"),
        pytest.param("conditions:\n", "conditions: {\n", 9, "不是有效的 YAML", id="not-yaml"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, old, new, line, says):
    assert old in RULEBOOK
    with pytest.raises(RulebookError) as error:
        parse(write_city(tmp_path, RULEBOOK.replace(old, new, 1)))
    assert says in str(error.value)
    assert f"第 {line} 行" in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("{staff_count}", "{staf_count}", "不认识的空格", id="unknown-blank"),
        pytest.param("{staff_count}", "{staff_count", "花括号不成对", id="open-brace"),
        pytest.param("table: operations", "table: operation", "不认识的名单", id="unknown-list"),
        pytest.param("营业收入: revenue", "营业收入: income", "没有“income”这一栏", id="unknown-column"),
        pytest.param("id: example-application", "id: other", "应与文件名一致", id="another-id"),
    ],
)
def test_what_is_wrong_in_a_form_is_said(tmp_path, old, new, says):
    with pytest.raises(RulebookError, match=says):
        parse(write_city(tmp_path, form=FORM.replace(old, new, 1)))


def test_an_empty_file_and_another_encoding_are_said(tmp_path):
    path = write_city(tmp_path, "")
    with pytest.raises(RulebookError, match="空的"):
        parse(path)
    path.write_bytes(RULEBOOK.encode("gb18030"))
    with pytest.raises(RulebookError, match="UTF-8"):
        parse(path)
