"""A real process that watches an inbox: half-copied files, a broken dossier, a new name; and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.builders.commands import dossier

ROOT = Path(__file__).resolve().parents[3]
_PATIENCE = 240
"""Seconds until a test gives up waiting: machines are busy."""

WINDOWS = sys.platform == "win32"
STOPS = [signal.CTRL_BREAK_EVENT] if WINDOWS else [signal.SIGINT, signal.SIGTERM]


class Watching:
    """A process that watches ``place``/收件 into ``place``/结果."""

    def __init__(self, place: Path, process: subprocess.Popen[bytes]) -> None:
        self.place, self.process = place, process
        self.inbox, self.out = place / "收件", place / "结果"

    def listed(self) -> dict[str, dict[str, Any]]:
        """Dossier → what batch.json says of it."""
        path = self.out / "batch.json"
        try:
            return {one["id"]: one for one in json.loads(path.read_text(encoding="utf-8"))["dossiers"]}
        except (OSError, ValueError):
            return {}

    def said(self) -> str:
        """What it has told so far."""
        return (self.place / "log").read_text(encoding="utf-8")

    def wait(self, until: Callable[[], bool]) -> None:
        """Until that is so."""
        end = time.monotonic() + _PATIENCE
        while not until():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)


@contextmanager
def watching(place: Path, *options: str) -> Iterator[Watching]:
    (place / "收件").mkdir(exist_ok=True)
    call = ["watch", str(place / "收件"), "--out", str(place / "结果"), "--rulebook", "harbin", "--jobs", "1"]
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", *call, "--every", "0.2", *options]
    group: dict[str, Any] = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if WINDOWS else {}
    with (place / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603  our own program
            command, stderr=log, env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, **group
        )
        try:
            yield Watching(place, process)
        finally:
            process.kill()
            process.wait()


def test_an_inbox_over_a_morning(tmp_path: Path) -> None:
    with watching(tmp_path, "--quiet", "3") as watch:
        half = watch.inbox / "甲" / "申请报告.txt"
        half.parent.mkdir()
        (watch.inbox / "坏.zip").write_bytes(b"PK\x03\x04 not an archive")
        with half.open("w", encoding="utf-8") as copy:
            grown = time.monotonic() + 8
            while time.monotonic() < grown:
                copy.write("申请报告\n本单位从业人数 12 人。\n")
                copy.flush()
                assert "甲" not in watch.listed()
                time.sleep(0.2)
        watch.wait(lambda: "甲" in watch.listed())
        assert watch.listed()["坏"]["verdict"] == "unreadable"
        said = (watch.out / "甲" / "screening.json").read_text(encoding="utf-8")
        assert half.stat().st_size > 0
        half.parent.rename(watch.inbox / "乙")
        watch.wait(lambda: set(watch.listed()) == {"乙", "坏"})
        assert "卷宗“甲”已改名为“乙”" in watch.said()
        assert (watch.out / "甲" / "screening.json").read_text(encoding="utf-8") == said
        (watch.inbox / "坏.zip").unlink()
        watch.wait(lambda: set(watch.listed()) == {"乙"})
        (watch.inbox / "乙" / "声明.txt").write_text("声明", encoding="utf-8")
        watch.wait(lambda: watch.said().count("\n") > 0 and "声明.txt" in _files(watch.out / "乙"))


def _files(folder: Path) -> list[str]:
    return [one["path"] for one in json.loads((folder / "screening.json").read_text(encoding="utf-8"))["files"]]


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.name)
def test_it_stops_cleanly_and_goes_on_with_the_bytes_of_a_plain_run(tmp_path: Path, stop: signal.Signals) -> None:
    with watching(tmp_path, "--quiet", "0", "--as-of", "2026-03-15") as watch:
        for name in ("甲", "乙"):
            (watch.inbox / name).mkdir()
            (watch.inbox / name / "申请报告.txt").write_text(f"申请报告\n{name}", encoding="utf-8")
        watch.wait(lambda: bool(watch.listed()))
        watch.process.send_signal(stop)
        assert watch.process.wait(_PATIENCE) == 0
        assert "已停止监看" in watch.said()
        assert not [path for path in tmp_path.rglob("*") if path.name.endswith(".part")]
    with watching(tmp_path, "--quiet", "0", "--as-of", "2026-03-15") as watch:
        watch.wait(lambda: set(watch.listed()) == {"甲", "乙"} and "结果已更新" in watch.said())
    plain = tmp_path / "另一处"
    options = ("--rulebook", "harbin", "--as-of", "2026-03-15", "--jobs", "1")
    assert dossier("screen", tmp_path / "收件", "--out", plain, *options).exit_code == 0
    for path in plain.rglob("*"):
        if path.is_file():
            assert (tmp_path / "结果" / path.relative_to(plain)).read_bytes() == path.read_bytes(), path


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_being_stopped_in_the_middle_leaves_no_process_behind(tmp_path: Path) -> None:
    with watching(tmp_path, "--quiet", "0") as watch:
        for number in range(8):
            (watch.inbox / f"D{number}").mkdir()
            (watch.inbox / f"D{number}" / "申请报告.txt").write_text("申请报告\n" * 2000, encoding="utf-8")
        watch.wait(lambda: bool(_children(watch.process.pid)))
        children = _children(watch.process.pid)
        watch.process.send_signal(signal.SIGTERM)
        assert watch.process.wait(_PATIENCE) == 0
        end = time.monotonic() + _PATIENCE
        while any(_runs(child) for child in children):
            assert time.monotonic() < end
            time.sleep(0.1)


def _children(parent: int) -> list[int]:
    """The processes that this one started."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = place.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[1]) == parent:
            found.append(int(place.parent.name))
    return found


def _runs(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--quiet", "-1"], "须为正数"),
        (["--every", "0"], "须为正数"),
        (["--as-of", "tomorrow"], "2026-03-15"),
        (["--office", "none.yaml"], "不是文件"),
    ],
)
def test_a_wrong_call_is_told_before_anything_is_watched(tmp_path: Path, options: list[str], message: str) -> None:
    done = dossier("watch", tmp_path, *options)
    assert done.exit_code == 2
    assert message in done.stderr
    assert dossier("watch", tmp_path / "none").exit_code == 2
