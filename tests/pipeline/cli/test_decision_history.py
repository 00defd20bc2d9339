"""How a decision came about, for whoever asks; a record that was changed says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.decisions import log, taking_back
from pipeline.decisions import record as decisions_record
from schemas.decisions import Choice
from tests.builders.commands import dossier
from tests.builders.decided import desk, results
from tests.builders.reports import DIFFER, MISSING


@pytest.fixture
def out(tmp_path: Path) -> Path:
    results(tmp_path)
    decisions_record.decide(desk(tmp_path), MISSING.rule, Choice.WAIVE)
    decisions_record.decide(desk(tmp_path, "另一人示例"), DIFFER.rule, Choice.ACCEPT)
    taking_back.withdraw(tmp_path, "甲", MISSING.rule, "经办人示例")
    return tmp_path


def test_every_change_about_it_the_oldest_first(out: Path):
    shown = dossier("decide", out, "甲", MISSING.rule, "history")
    lines = shown.output.splitlines()
    assert shown.exit_code == 0
    assert [line.partition(".")[0] for line in lines] == ["1", "3"]
    assert "经办人示例 核定：waive，原件如此" in lines[0]
    assert "撤回：不再有核定" in lines[1]


def test_a_record_that_was_changed(out: Path):
    path = out / log.LOG
    path.write_text(path.read_text(encoding="utf-8").replace("原件如此", "原件不同"), encoding="utf-8")
    shown = dossier("decide", out, "甲", MISSING.rule, "history")
    assert shown.exit_code == 2
    assert "核对不一致" in shown.stderr
