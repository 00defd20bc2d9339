"""The command line: one Chinese line and status 2 for a wrong call, JSON alone on standard output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.chinese import plain_usage
from pipeline.cli.main import app
from schemas.process import release


def dossier(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as users run it."""
    call = [sys.executable, "-X", "utf8", "-c", "from pipeline.cli import main; main()", *arguments]
    return subprocess.run(call, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  our own command


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["screen"], "缺少参数 收件夹"),
        (["screen", "x", "--没有"], "没有 --没有 这个选项"),
        (["screen", "x", "--jobs", "两"], "参数 --jobs 的内容不对：应为整数"),
        (["extract", "x", "--format", "csv"], "应为 json、xlsx 之一"),
        (["sceen"], "没有 sceen 这个命令"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    assert plain_usage(app, arguments) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.err.count("\n") == 1
    assert not shown.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["screen", "没有的收件夹"], "不存在"),
        (["screen", ".", "--as-of", "昨天"], "不是日期"),
        (["screen", ".", "--executor", "ray"], "executor"),
        (["screen", ".", "--jobs", "-1"], "正整数"),
        (["screen", ".", "--rulebook", "没有这部办法"], "没有这部办法"),
        (["extract", "没有.pdf"], "不存在"),
        (["extract", "."], "文件夹"),
    ],
)
def test_wrong_values(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "甲").mkdir()
    monkeypatch.chdir(tmp_path)
    assert plain_usage(app, arguments) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["甲"]


def test_status_and_line_of_a_wrong_call() -> None:
    shown = dossier("screen", "没有的收件夹")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.count("\n") == 1


def test_extract_prints_json_alone(tmp_path: Path) -> None:
    (tmp_path / "说明 一.txt").write_text("第一行\n第二行", encoding="utf-8")
    shown = dossier("extract", str(tmp_path / "说明 一.txt"))
    assert shown.returncode == 0
    record = json.loads(shown.stdout)
    assert (record["contract"], record["file"], record["status"]) == ("dossier/1", "说明 一.txt", "read")
    assert record["pages"][0]["blocks"][0]["type"] == "paragraph"


def test_extract_of_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"no pdf at all \x00\x01")
    shown = dossier("extract", str(tmp_path / "坏.pdf"))
    assert shown.returncode == 1
    assert json.loads(shown.stdout)["status"] == "unreadable"
    assert "坏.pdf" in shown.stderr


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert plain_usage(app, ["--version"]) == 0
    assert capsys.readouterr().out == f"dossier-intake {release.version()}\n"
