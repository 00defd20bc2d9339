"""The very same run is told from what it told the last time, and only while all that it wrote lies there."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.kept import store, version
from pipeline.again import whole_run
from pipeline.again.whole_run import RegisterLine, RunCall, RunSummary

SUMMARY = RunSummary("2026-03-15", (RegisterLine(("甲", "公司"), "review"),), 1)


@pytest.fixture
def call(tmp_path: Path) -> RunCall:
    store.use(tmp_path / "kept")
    (tmp_path / "收件" / "甲").mkdir(parents=True)
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果" / "batch.json").write_bytes(b"{}")
    made = RunCall(tmp_path / "收件", tmp_path / "结果", ("2026-03-15",), "auto", (tmp_path / "round.yaml",))
    whole_run.keep(made.out, whole_run.fingerprint(made), ["batch.json", "甲/letter.docx"], SUMMARY)
    return made


def again(call: RunCall) -> RunSummary | None:
    return whole_run.unchanged(call.out, whole_run.fingerprint(call))


def test_the_same_run_again(call: RunCall):
    assert again(call) == SUMMARY


def test_anything_else_that_was_said(call: RunCall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert again(replace(call, said=("2026-03-16",))) is None
    assert again(replace(call, rulebook="harbin")) is None
    (tmp_path / "round.yaml").write_text("supplement_days: 5", encoding="utf-8")
    assert again(call) is None
    (tmp_path / "round.yaml").unlink()
    assert again(call) == SUMMARY
    monkeypatch.setattr(version, "of_program", lambda: "another")
    assert again(call) is None


@pytest.mark.parametrize("name", ["收件/甲/一.txt", "收件/乙.pdf", "结果/batch.json", "结果/甲/letter.docx"])
def test_anything_that_was_written(call: RunCall, tmp_path: Path, name: str):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    assert again(call) is None


def test_what_is_passed_over_changes_nothing(call: RunCall, tmp_path: Path):
    (tmp_path / "收件" / "Thumbs.db").write_bytes(b"x")
    (tmp_path / "结果" / "notes.txt").write_bytes(b"own")
    assert again(call) == SUMMARY


def test_what_cannot_be_looked_at_has_no_fingerprint(call: RunCall, tmp_path: Path):
    gone = replace(call, inbox=tmp_path / "没有")
    assert whole_run.fingerprint(gone) == ""
    assert again(gone) is None


def test_looking_loads_nothing_that_reads_or_judges():
    heavy = ("numpy", "pandas", "pandera", "pypdfium2", "docx", "jinja2", "extractors.layout", "schemas.rulebook")
    line = f"import sys, pipeline.cli.screen; print([name for name in {heavy} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True)  # noqa: S603  a line of ours
    assert said.stdout.strip() == "[]"
