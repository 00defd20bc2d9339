"""What people are told: the sentence that reports a verdict is made from the counts that stand under it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import validators
from pipeline import wording
from schemas.days.reckoning import DayFrom, ReckoningDay
from schemas.findings import Finding, MaterialResult
from schemas.locator import Locator
from schemas.status import Disposition, MaterialStatus, Status, VerdictStatus
from tests.builders.reports import BLANK, DIFFER, OPEN, SHORT, contents, screening

JUDGED = Finding("judgement.prospects", Status.REVIEW, "第七条（一）", "由人判断。", disposition=Disposition.NOTE)
OWN = Finding("own.1", Status.FAIL, "", "合同已到期", disposition=Disposition.SUPPLEMENT)
PASSED = replace(SHORT, status=Status.PASS, disposition=Disposition.VERIFY)
AGREED = replace(DIFFER, status=Status.PASS)


def item(status: MaterialStatus, *, optional: bool = False) -> MaterialResult:
    return MaterialResult("9.1", "证书", status, optional, "第九条（一）", "", (), None)


def said(*findings: Finding, materials: tuple[MaterialResult, ...] = ()) -> str:
    return wording.sentence(replace(screening(VerdictStatus.REVIEW, findings), materials=materials))


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (SHORT, "1 项条件不符合"),
        (BLANK, "1 处填写需补正"),
        (DIFFER, "1 处数据不一致"),
        (OPEN, "1 项需人工核实"),
        (OWN, "1 项经办人提出需补正"),
    ],
)
def test_each_kind_of_fault_is_counted_and_what_is_only_noted_is_not(finding: Finding, words: str) -> None:
    assert words in said(finding)
    assert words.replace("1", "2", 1) in said(finding, replace(finding, rule=f"{finding.rule}.more"))
    assert words not in said(replace(finding, disposition=Disposition.NOTE))


@pytest.mark.parametrize(
    ("status", "words"),
    [(MaterialStatus.MISSING, "1 项材料缺少"), (MaterialStatus.PARTIAL, "1 项材料不完整")],
)
def test_materials_are_counted_but_for_those_that_nobody_need_hand_in(status: MaterialStatus, words: str) -> None:
    assert words in said(materials=(item(status),))
    assert words not in said(materials=(item(status, optional=True),))


def test_where_nothing_was_found_it_says_what_was_looked_at_and_what_was_not() -> None:
    sentence = said(PASSED, AGREED, JUDGED, materials=(item(MaterialStatus.PRESENT),))
    assert sentence.startswith("1 项材料均已见到，1 项条件、1 项勾稽核对未发现问题。")
    assert "程序未作判断" in sentence
    assert "未作判断" not in said(PASSED)


def test_functions_feed_one_condition_and_count_for_nothing_by_themselves() -> None:
    function = replace(OPEN, rule="condition.function.training.person_times")
    assert "需人工核实" not in said(function)


def test_a_dossier_that_nobody_could_open_is_not_counted() -> None:
    assert wording.sentence(screening(VerdictStatus.UNREADABLE, ())) == "未能初审，请见下面的原因。"


def test_the_day_of_reckoning_with_where_it_comes_from() -> None:
    held = replace(contents(), reckoned=ReckoningDay(date(2026, 3, 9), DayFrom.FILED))
    one = replace(screening(), contents=held)
    assert wording.reckoned(one) == "年限和年度以申报表所载填报日期（2026年3月9日）为准，上年度为2025年"
    assert wording.reckoned_from(one) == "2026年3月9日（申报表所载填报日期）"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("从业人数20人", "申报表.docx 表2第3行第4列“从业人数20人”"),
        ("长" * 25, f"申报表.docx 表2第3行第4列“{'长' * 24}…”"),
        (None, "申报表.docx 表2第3行第4列"),
    ],
)
def test_a_place_is_told_with_the_words_by_which_a_person_finds_it(text: str | None, said: str) -> None:
    assert wording.found_at(Locator("申报表.docx", cell="表2!R3C4", text=text)) == said


def test_every_rule_that_the_validators_name_has_a_title_for_people() -> None:
    """Or the report would head a finding with an English word."""
    named = re.compile(r'"((?:rulebook|reading|crosscheck|note|survey|history|condition|form)\.[a-z_]+)"')
    sources = (Path(validators.__file__).parent).rglob("*.py")
    rules = {rule for source in sources for rule in named.findall(source.read_text(encoding="utf-8"))}
    assert len(rules) > 15
    assert [rule for rule in sorted(rules) if not re.search("[\u4e00-\u9fff]", wording.rule_title(rule))] == []
