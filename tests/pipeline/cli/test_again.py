"""A decision is followed at once: its dossier is judged again, and the clerk is told what came of it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.kept.store import default_folder
from pipeline import batch
from pipeline.decisions import file as decisions_file
from pipeline.progress import Lines
from pipeline.results.one_writer import RESULTS, one_writer
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from tests.builders.commands import dossier

SIGNED = ("--name", "经办人示例", "--reason", "原件如此", "--date", "2026-03-20")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    for name in ("甲", "乙"):
        (tmp_path / "收件" / name).mkdir(parents=True)
        (tmp_path / "收件" / name / "申请报告.txt").write_text("申请报告\n本单位", encoding="utf-8")
    screen(tmp_path)
    return tmp_path


def screen(base: Path, cache: Path | None = None, out: str = "结果") -> None:
    settings = Settings(date(2026, 3, 15), "harbin", cache=cache or default_folder())
    batch.run(base / "收件", base / out, settings, WorkPlan(1), Lines(io.StringIO()))


def told(base: Path, name: str = "甲") -> dict[str, Any]:
    return dict(json.loads((base / "结果" / name / "screening.json").read_text(encoding="utf-8")))


def decide(base: Path, *words: str) -> str:
    done = dossier("decide", base / "结果", "甲", *words)
    assert done.exit_code == 0, done.output
    return done.output


def test_an_own_finding_is_counted_at_once(base: Path):
    said = decide(base, "own", "add", "--text", "法定代表人不符合条件", "--disposition", "ineligible", *SIGNED)
    assert "own.1：另提一项" in said
    assert "需补正 → 有不符合条件的项目" in said
    assert "经办人提出的第 1 项：无此提示 → 不符合" in said
    assert told(base)["verdict"] == {"status": "ineligible", "reasons": ["own.1"]}
    listed = json.loads((base / "结果" / "batch.json").read_text(encoding="utf-8"))["dossiers"]
    assert {entry["id"]: entry["verdict"] for entry in listed} == {"甲": "ineligible", "乙": "supplement"}


def test_an_own_finding_stands_in_the_frame_that_was_given(base: Path):
    where = ("--file", "申请报告.txt", "--pages", "1", "--box", "72,100,300,130")
    decide(base, "own", "add", "--text", "合同已到期", *where, *SIGNED)
    found = next(one for one in told(base)["findings"] if one["rule"] == "own.1")
    assert found["evidence"][0]["bbox"] == [72.0, 100.0, 300.0, 130.0]


def test_what_is_written_is_what_a_full_run_writes(base: Path):
    decide(base, "own", "add", "--text", "合同已到期", *SIGNED)
    decide(base, "material.11.1", "waive", *SIGNED)
    (base / "新").mkdir()
    (base / "新" / decisions_file.FILE).write_bytes((base / "结果" / decisions_file.FILE).read_bytes())
    settings = Settings(date(2026, 3, 15), "harbin")
    batch.run(base / "收件", base / "新", settings, WorkPlan(1), Lines(io.StringIO()))
    for path in sorted(path for path in (base / "新").rglob("*") if path.is_file()):
        assert path.read_bytes() == (base / "结果" / path.relative_to(base / "新")).read_bytes(), path.name


def test_undoing_says_so_and_judges_again(base: Path):
    before = told(base)
    decide(base, "own", "add", "--text", "合同已到期", *SIGNED)
    assert "已撤销最近一次改动" in decide(base, "own.1", "undo")
    assert told(base) == before


def test_the_others_are_left_as_they_are(base: Path):
    (base / "收件" / "乙" / "申请报告.txt").write_text("changed meanwhile", encoding="utf-8")
    before = (base / "结果" / "乙" / "screening.json").read_bytes()
    decide(base, "own", "add", "--text", "合同已到期", *SIGNED)
    assert (base / "结果" / "乙" / "screening.json").read_bytes() == before


def test_later_only_writes_it_down(base: Path):
    before = told(base)
    assert "重新运行 dossier screen" in decide(base, "own", "add", "--text", "合同已到期", "--later", *SIGNED)
    assert told(base) == before
    screen(base)
    assert told(base)["findings"][-1]["rule"] == "own.1"


def test_while_the_batch_is_screened_it_is_left_to_that_run(base: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batch, "_WAIT", 0)
    with one_writer(base / "结果", RESULTS, 0):
        assert "正在初审" in decide(base, "own", "add", "--text", "合同已到期", *SIGNED)
    assert len(decisions_file.load(base / "结果").own) == 1


def test_where_the_inbox_is_gone_the_decision_stands(base: Path):
    (base / "收件").rename(base / "移走")
    said = decide(base, "own", "add", "--text", "合同已到期", *SIGNED)
    assert "不存在" in said
    assert "重新运行 dossier screen" in said
    assert len(decisions_file.load(base / "结果").own) == 1


def test_no_day_in_the_future(base: Path):
    tomorrow = ("--name", "甲", "--reason", "乙", "--date", "2999-01-01")
    done = dossier("decide", base / "结果", "甲", "material.11.1", "waive", *tomorrow)
    assert done.exit_code == 2
    assert "晚于今天" in done.stderr
    assert not (base / "结果" / decisions_file.FILE).exists()


def test_the_settings_are_those_of_the_batch(base: Path):
    settings = replace(Settings(date(2025, 1, 1), "zhengzhou"), cache=default_folder())
    batch.run(base / "收件", base / "结果", settings, WorkPlan(1), Lines(io.StringIO()))
    decide(base, "own", "add", "--text", "合同已到期", *SIGNED)
    assert (told(base)["as_of"], told(base)["rulebook"]["id"]) == ("2025-01-01", "zhengzhou")
