"""What was decided is taken back, all of it or step by step; what somebody wrote by hand is not overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.decisions import file as decisions_file
from pipeline.decisions import own, taking_back
from pipeline.decisions import record as decisions_record
from pipeline.decisions.file import Decided
from pipeline.decisions.own import NewFinding
from schemas.decisions import Choice
from schemas.errors import UsageError
from tests.builders.decided import desk, results
from tests.builders.reports import DIFFER, MISSING


@pytest.fixture
def out(tmp_path: Path) -> Path:
    results(tmp_path)
    for choice in (Choice.ACCEPT, Choice.WAIVE):
        decisions_record.decide(desk(tmp_path), MISSING.rule, choice)
    decisions_record.decide(desk(tmp_path), DIFFER.rule, Choice.WAIVE)
    return tmp_path


def stands(out: Path, rule: str = MISSING.rule) -> list[Choice]:
    return [one.decision for one in decisions_file.load(out).about("甲", rule).decisions]


def test_step_by_step_to_the_beginning(out: Path):
    taking_back.undo(out, "甲", MISSING.rule)
    assert stands(out) == [Choice.ACCEPT]
    taking_back.undo(out, "甲", MISSING.rule)
    assert stands(out) == []
    with pytest.raises(UsageError, match="没有关于"):
        taking_back.undo(out, "甲", MISSING.rule)
    assert stands(out, DIFFER.rule) == [Choice.WAIVE]


def test_what_was_withdrawn_comes_back(out: Path):
    assert taking_back.withdraw(out, "甲", MISSING.rule) == 1
    assert stands(out) == []
    taking_back.undo(out, "甲", MISSING.rule)
    assert stands(out) == [Choice.WAIVE]


def test_after_an_undo_one_may_decide_anew_and_undo_that(out: Path):
    taking_back.undo(out, "甲", MISSING.rule)
    decisions_record.decide(desk(out), MISSING.rule, Choice.OVERRULE)
    taking_back.undo(out, "甲", MISSING.rule)
    assert stands(out) == [Choice.ACCEPT]


def test_an_own_finding_is_taken_back_like_any_other(out: Path):
    own.add(desk(out), NewFinding("合同到期"))
    assert taking_back.withdraw(out, "甲", "own.1") == 1
    taking_back.undo(out, "甲", "own.1")
    assert [one.text for _, one in decisions_file.load(out).own] == ["合同到期"]


def test_what_is_not_there_cannot_be_withdrawn(out: Path):
    with pytest.raises(UsageError, match="没有关于"):
        taking_back.withdraw(out, "乙", MISSING.rule)


def test_what_somebody_wrote_by_hand_is_not_undone(out: Path):
    decisions_file.save(out, Decided())
    with pytest.raises(UsageError, match="已被直接修改"):
        taking_back.undo(out, "甲", MISSING.rule)
    assert decisions_file.load(out) == Decided()
