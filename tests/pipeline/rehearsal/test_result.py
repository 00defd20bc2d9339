"""What is kept of a rehearsal, what has changed, and what a clerk reads."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pipeline.rehearsal.amounts import StatedAmounts
from pipeline.rehearsal.cases import RehearsalCase
from pipeline.rehearsal.rehearse import RehearsalOutcome
from pipeline.rehearsal.result import as_json, conclusion, differences, lines, read, said
from schemas.errors import UsageError

WHOLE = RehearsalOutcome(
    RehearsalCase("complete", "齐全的一份", "", "", "application", StatedAmounts({}), "complete"),
    "complete",
    "",
    (),
    holds=True,
)
SHORT = RehearsalOutcome(
    RehearsalCase(
        "condition.staff_count",
        "从业人数：9 人",
        "condition.staff_count",
        "第七条（五）",
        "application",
        StatedAmounts({}),
        "complete",
    ),
    "fail",
    "",
    (),
    holds=True,
)


def test_the_same_rehearsal_is_the_same_file_and_differs_in_nothing(tmp_path):
    text = as_json("harbin", [WHOLE, SHORT])
    path = tmp_path / "rehearsal.json"
    path.write_text(text, encoding="utf-8")
    assert json.loads(text)["cases"][1]["status"] == "fail"
    assert list(differences(read(path), [WHOLE, SHORT])) == []


def test_what_is_found_otherwise_new_or_gone_is_told(tmp_path):
    path = tmp_path / "rehearsal.json"
    path.write_text(as_json("harbin", [WHOLE, SHORT]), encoding="utf-8")
    other = replace(SHORT, status="pass", holds=False)
    assert list(differences(read(path), [WHOLE, other])) == ["从业人数：9 人：上次不符合，这次符合"]
    assert list(differences(read(path), [WHOLE])) == ["不再有：从业人数：9 人"]
    assert list(differences({}, [WHOLE])) == ["新增：齐全的一份"]


def test_a_file_of_another_kind_is_told(tmp_path):
    path = tmp_path / "rehearsal.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(UsageError, match="不是演练结果"):
        read(path)


def test_what_a_clerk_reads():
    amiss = replace(SHORT, holds=False, status="pass", why="这条规则没有起作用")
    assert list(lines([WHOLE, SHORT, amiss])) == [
        "√ 齐全的一份：齐全",
        "√ 从业人数：9 人（第七条（五））：不符合，其他规则不变",
        "× 从业人数：9 人（第七条（五））：符合　←　这条规则没有起作用",
    ]
    assert "1 条规则都能单独发现" in conclusion([WHOLE, SHORT])
    assert "1 份的结果与预期不同" in conclusion([WHOLE, amiss])
    assert said("review") == "需人工核实"
