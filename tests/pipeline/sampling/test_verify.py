"""A changed byte in the frame, the sample or the log is found."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.sampling import log
from pipeline.sampling.cli import app
from pipeline.sampling.log import Signature
from pipeline.sampling.verify import verify
from tests.pipeline.sampling.made import sixty

run = CliRunner()


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    out = tmp_path / "样本"
    call = ["draw", str(sixty(tmp_path / "结果")), "--of", "enterprises", "--size", "12", "--reserves", "3"]
    result = run.invoke(
        app, [*call, "--seed", "种子", "--out", str(out), "--by", "测试员", "--at", "2026-03-15T09:00:00"]
    )
    assert result.exit_code == 0, result.output
    return out


def test_an_untouched_draw_stands(drawn: Path) -> None:
    assert verify(drawn) == []
    assert run.invoke(app, ["verify", str(drawn)]).exit_code == 0


@pytest.mark.parametrize("name", ["frame.csv", "sample.csv", "log.jsonl"])
def test_any_changed_byte_is_found(drawn: Path, name: str) -> None:
    path = drawn / name
    original = path.read_bytes()
    for at in range(0, len(original), max(1, len(original) // 25)):
        changed = bytearray(original)
        changed[at] ^= 1
        path.write_bytes(bytes(changed))
        assert verify(drawn), at
    path.write_bytes(original)
    assert verify(drawn) == []


def test_a_rewritten_log_with_sound_hashes_but_other_picks_is_found(drawn: Path) -> None:
    frame, draw = [json.loads(line) for line in (drawn / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    (drawn / "log.jsonl").unlink()
    draw["picks"][0], draw["reserves"][0] = draw["reserves"][0], draw["picks"][0]
    for entry in (frame, draw):
        facts = {
            key: value for key, value in entry.items() if key not in ("no", "event", "at", "by", "previous", "hash")
        }
        log.append(drawn / "log.jsonl", entry["event"], Signature(entry["by"], entry["at"]), facts)
    assert any("picks" in problem for problem in verify(drawn))


def test_a_line_taken_out_of_the_log_is_found(drawn: Path) -> None:
    lines = (drawn / "log.jsonl").read_bytes().splitlines(keepends=True)
    (drawn / "log.jsonl").write_bytes(b"".join(lines[1:]))
    result = run.invoke(app, ["verify", str(drawn)])
    assert result.exit_code == 1
    assert "接不上" in result.output


def test_a_missing_frame_is_said(drawn: Path) -> None:
    (drawn / "frame.csv").unlink()
    assert verify(drawn) == ["缺少 frame.csv"]


def test_the_log_says_who_and_when_and_freezes_the_frame_first(drawn: Path) -> None:
    entries, problems = log.read(drawn / "log.jsonl")
    assert problems == []
    assert [(entry["event"], entry["by"], entry["at"]) for entry in entries] == [
        ("frame", "测试员", "2026-03-15T09:00:00"),
        ("draw", "测试员", "2026-03-15T09:00:00"),
    ]
    assert entries[0]["frame_sha256"] == entries[1]["frame_sha256"]
    assert entries[1]["plan"]["size"] == 12


def test_a_folder_without_a_draw_is_wrong_usage(tmp_path: Path) -> None:
    assert run.invoke(app, ["verify", str(tmp_path)]).exit_code == 2
