"""Every row of the audit of the five texts that was wrong or missing has its rule now, or its reason stands here."""

from __future__ import annotations

import csv

import pytest

from pipeline.rulebook.find import available, load
from tests.builders.contents import contents
from tests.builders.judged import judged
from tests.builders.shared import SHARED

LATER = ("after recognition", "expert review", "due list", "outcome/notice", "ranking", "-")
"""Rows of other issues: the ledger, the experts, the rounds (tests/pipeline/standing, experts, rounds)."""
RULES = {
    "national-2017": {
        "12(一)": "condition.legal_person",
        "12(二)": "condition.enterprises_served condition.enterprise_growth note.served",
        "12(三)": "condition.partner_institutions",
        "12(四)": "condition.superior_recognition",
        "12(六)": "condition.staff_count",
        "12末款": "condition.total_assets condition.staff_count",
        "13": "condition.functions",
        "16": "material.recommendation",
        "17(一)": "material.17.1 form.application.applicant_name",
        "17(六)": "material.17.6",
        "17(七)": "material.17.7",
        "附件2": "form.application.applicant_name",
    },
    "harbin": {
        "7(一)": "condition.legal_person",
        "7(三)": "condition.partner_institutions",
        "11(五)": "material.11.5",
        "11(六)": "material.11.6b",
        "附表4": "note.list_holder",
    },
    "liaocheng-2021": {
        "7(一)": "condition.legal_person",
        "7(二)": "condition.titled_enterprises_served condition.enterprise_growth",
        "7(三)": "condition.partner_institutions",
        "7(四)": "condition.free_service_share",
        "7末款": "condition.total_assets condition.staff_count",
        "11": "survey.size survey.members survey.method",
        "12(四)": "material.12.4a material.12.4b",
        "12(七)": "material.12.7",
        "12(八)": "material.12.8",
        "12(九)": "material.12.9",
        "12(十)": "material.12.10a",
        "12(十一)": "material.12.11a material.12.11b",
        "附件1": "note.recommending_county note.recommended_on survey.size survey.method survey.filled",
        "附件2": "form.application.filed_on",
        "附件2 申请表 三": "note.services condition.free_service_share",
        "附件2 四": "note.list_total",
    },
    "qinhuangdao-2020": {
        "18": "rulebook.in_force",
        "5(一)": "condition.legal_person",
        "5(四)": "condition.enterprises_served",
        "7": "material.recommendation",
        "8(三)": "material.8.3",
        "8(六)": "material.8.6a crosscheck.enterprises_served",
        "13": "material.13.2",
        "附件1": "note.recommending_county note.recommended_on",
        "附件2": "condition.enterprises_served form.application.filed_on crosscheck.enterprises_served",
        "附件3": "note.13.2 note.effect note.survey_scope note.survey_quality note.survey_opinion",
    },
    "zhengzhou": {
        "6(一)": "condition.legal_person condition.registered_in",
        "6(二)": "condition.total_assets condition.service_revenue",
        "6(三)": "condition.enterprise_growth",
        "7": "condition.functions",
        "9(三)": "material.9.3a",
        "9(十)": "material.9.10a",
        "10": "material.recommendation",
        "附件1": "note.recommending_county note.recommended_on survey.size survey.method survey.filled",
        "附件2 封面": "form.application.filed_on",
        "附件2": "note.list_total",
        "附件3": "note.declaration_signed note.declaration_dated",
    },
}
"""Regulation → article of the audit → the rules that answer its rows."""
REMAIN = {
    ("national-2017", "9"): "三年内的企业是服务的对象，不是对申报单位的要求",
    ("national-2017", "20"): "通知由 round.yaml 写明",
    ("harbin", "10"): "通知由 round.yaml 写明",
    ("liaocheng-2021", "15"): "通知由 round.yaml 写明",
    ("zhengzhou", "15"): "推荐省级由人择优",
    ("liaocheng-2021", "21"): "三年内不得申报由台账判断（history.bar）",
    ("zhengzhou", "14"): "三年内不得申报由台账判断（history.bar）",
    ("liaocheng-2021", "文头"): "登记号写在 registration，不是要判断的",
    ("zhengzhou", "附件2 三"): "“主要服务内容”说明合作内容，是否填写不判断",
}
"""Rows that have no rule, and why."""


def rows():
    listed = csv.DictReader((SHARED / "cases" / "law.csv").read_text("utf-8-sig").splitlines())
    told = (row for row in listed if row["verdict"] in ("wrong", "missing"))
    return [(row["regulation"], row["article"]) for row in told if row["why"] not in LATER]


@pytest.mark.needs_shared
def test_no_row_that_was_wrong_or_missing_is_without_its_rule():
    lacking = [row for row in rows() if row not in REMAIN and row[1] not in RULES[row[0]]]
    assert lacking == []


@pytest.mark.parametrize("name", available())
def test_the_rules_are_there(name):
    found = {rule for one in load(name).procedures for rule in judged(name, contents(), one).findings}
    asked = {rule for rules in RULES[name].values() for rule in rules.split()}
    assert asked <= found, asked - found


def test_the_number_of_registration_is_kept():
    assert load("liaocheng-2021").registration == "LCCR-2021-0050004"
