"""Inspectors are drawn by lot, without those who must stand back, and the draw can be redone."""

from collections import Counter
from pathlib import Path

import pytest

from pipeline.sampling.record.inspectors import Inspector, assign, read_roster
from schemas.errors import UsageError
from tests.builders.commands import sample
from tests.builders.sampling import results, screening

UNITS = [{"unit": f"卷{number}", "applicant": f"示例{number}有限公司"} for number in range(12)]
FOUR = [Inspector(name, frozenset()) for name in ("甲一", "乙二", "丙三", "丁四")]


def test_two_to_each_and_the_work_is_shared() -> None:
    teams = assign(UNITS, FOUR, 2, "s")
    assert all(len(set(team)) == 2 for team in teams)
    assert set(Counter(name for team in teams for name in team).values()) == {6}


def test_nobody_inspects_whom_they_must_not() -> None:
    barred = [Inspector("甲一", frozenset({"示例3有限公司", "卷4"})), *FOUR[1:]]
    for seed in range(30):
        teams = assign(UNITS, barred, 2, str(seed))
        assert "甲一" not in teams[3] + teams[4]
        assert any("甲一" in team for team in teams)


def test_too_few_left_are_said() -> None:
    with pytest.raises(UsageError, match="卷0"):
        assign(UNITS, [Inspector(name, frozenset({"卷0"})) for name in ("甲一", "乙二")], 2, "s")


def test_a_roster_is_read_whatever_its_coding(tmp_path: Path) -> None:
    for coding in ("utf-8-sig", "gb18030"):
        path = tmp_path / f"{coding}.csv"
        path.write_bytes("姓名,回避\n甲 一,示例（1）有限公司、卷2\n乙二,无\n".encode(coding))
        assert read_roster(path) == [
            Inspector("乙二", frozenset()),
            Inspector("甲一", frozenset({"示例(1)有限公司", "卷2"})),
        ]


def test_assignment_is_logged_and_verified(tmp_path: Path) -> None:
    inbox = results(tmp_path / "r", *(screening(f"卷{number}") for number in range(1, 7)))
    out = tmp_path / "s"
    call = ["draw", str(inbox), "--of", "dossiers", "--size", "3", "--seed", "s", "--out", str(out)]
    assert sample(call).exit_code == 0
    roster = tmp_path / "名单.csv"
    roster.write_text("姓名,回避\n甲一,\n乙二,\n丙三,卷1\n", encoding="utf-8")
    assert sample(["inspectors", str(out), "--roster", str(roster), "--seed", "t"]).exit_code == 0
    assert sample(["verify", str(out)]).exit_code == 0
    path = out / "inspectors.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("甲一", "戊五"), encoding="utf-8")
    assert sample(["verify", str(out)]).exit_code == 1


def test_one_inspector_alone_is_refused(tmp_path: Path) -> None:
    inbox = results(tmp_path / "r", screening("卷1"))
    assert sample(["draw", str(inbox), "--of", "dossiers", "--size", "1", "--out", str(tmp_path / "s")]).exit_code == 0
    roster = tmp_path / "名单.csv"
    roster.write_text("姓名\n甲一\n乙二\n", encoding="utf-8")
    assert sample(["inspectors", str(tmp_path / "s"), "--roster", str(roster), "--each", "1"]).exit_code == 2
