"""The watch goes on whatever happens: shares that come off, faulty files, disks that are full."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.watching.still import Changes, Sightings
from pipeline.watching.watcher import WatchClock, Watcher
from schemas.errors import RulebookError, UsageError


@dataclass
class Desk:
    """A watched inbox whose clock stands still until it is told otherwise."""

    place: Path
    now: float = 0.0
    told: list[str] = field(default_factory=list)
    rounds: list[Changes] = field(default_factory=list)
    error: Exception | None = None

    def screen(self, changes: Changes) -> Collection[str]:
        self.rounds.append(changes)
        if self.error:
            raise self.error
        return changes.whole

    def put(self, name: str, text: str = "申报表") -> None:
        (self.place / "收件" / name).mkdir(parents=True, exist_ok=True)
        (self.place / "收件" / name / "表.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def watcher(desk: Desk) -> Watcher:
    def wait(seconds: float) -> None:
        desk.now += seconds

    return Watcher(
        desk.place / "收件",
        desk.place / "结果",
        desk.screen,
        desk.told.append,
        Sightings(10.0),
        5.0,
        lambda: [desk.place / "round.yaml"],
        WatchClock(lambda: desk.now, wait),
    )


def looks(watcher: Watcher, desk: Desk, seconds: float) -> None:
    until = desk.now + seconds
    while desk.now < until:
        desk.now += max(1.0, watcher.step())


def test_what_comes_in_is_screened_once(watcher: Watcher, desk: Desk) -> None:
    desk.put("甲")
    looks(watcher, desk, 60)
    assert [one.ready for one in desk.rounds] == [("甲",)]
    desk.put("乙")
    looks(watcher, desk, 60)
    assert [one.ready for one in desk.rounds] == [("甲",), ("乙",)]


def test_what_is_still_coming_in_is_left_out(watcher: Watcher, desk: Desk) -> None:
    desk.put("甲")
    looks(watcher, desk, 8)
    desk.put("乙")
    looks(watcher, desk, 5)
    assert [(one.ready, one.waiting) for one in desk.rounds] == [(("甲",), ("乙",))]
    looks(watcher, desk, 20)
    assert desk.rounds[-1].ready == ("乙",)


def test_a_share_that_comes_off_takes_nothing_away(watcher: Watcher, desk: Desk) -> None:
    desk.put("甲")
    looks(watcher, desk, 20)
    (desk.place / "收件").rename(desk.place / "别处")
    looks(watcher, desk, 30)
    (desk.place / "收件").mkdir()
    looks(watcher, desk, 30)
    (desk.place / "收件").rmdir()
    (desk.place / "别处").rename(desk.place / "收件")
    looks(watcher, desk, 60)
    assert len(desk.rounds) == 1
    assert [line for line in desk.told if "收件夹" in line] == [
        f"收件夹 {desk.place / '收件'} 暂时无法打开，已有结果保持不变，等待中。",
        f"收件夹 {desk.place / '收件'} 为空，已有结果保持不变，等待中。",
    ]


def test_removed_and_renamed_are_told(watcher: Watcher, desk: Desk) -> None:
    for name in ("甲", "乙", "丙"):
        desk.put(name, f"{name}的申报表" * len(desk.told or name))
    looks(watcher, desk, 30)
    (desk.place / "收件" / "甲").rename(desk.place / "收件" / "甲二")
    (desk.place / "收件" / "乙" / "表.txt").unlink()
    (desk.place / "收件" / "乙").rmdir()
    looks(watcher, desk, 30)
    assert any("卷宗“甲”已改名为“甲二”" in line for line in desk.told)
    assert any("已不在收件夹中：乙" in line for line in desk.told)


@pytest.mark.parametrize(
    "error", [UsageError("磁盘已满"), RulebookError("第 3 行"), ZeroDivisionError("乙公司")], ids=repr
)
def test_whatever_goes_wrong_is_told_once_and_tried_again(watcher: Watcher, desk: Desk, error: Exception) -> None:
    desk.put("甲")
    desk.error = error
    looks(watcher, desk, 130)
    assert 2 <= len(desk.rounds) <= 3
    assert len(desk.told) == 1
    assert "乙公司" not in desk.told[0]
    desk.error = None
    looks(watcher, desk, 130)
    count = len(desk.rounds)
    assert desk.rounds[-1].ready == ("甲",)
    looks(watcher, desk, 300)
    assert len(desk.rounds) == count


def test_a_file_beside_that_is_mended_is_tried_at_once(watcher: Watcher, desk: Desk) -> None:
    desk.put("甲")
    desk.error = RulebookError("round.yaml 第 1 行")
    looks(watcher, desk, 20)
    desk.error = None
    (desk.place / "round.yaml").write_text("supplement_days: 5", encoding="utf-8")
    looks(watcher, desk, 10)
    assert len(desk.rounds) == 2
    (desk.place / "round.yaml").write_text("supplement_days: 10", encoding="utf-8")
    looks(watcher, desk, 10)
    assert (desk.rounds[-1].ready, len(desk.rounds)) == ((), 3)


def test_an_inbox_that_takes_long_to_look_at_is_looked_at_less_often(desk: Desk, watcher: Watcher) -> None:
    desk.put("甲")
    ticks = iter(range(0, 10_000, 30))
    watcher.clock = WatchClock(lambda: float(next(ticks)))
    assert watcher.step() >= 5 * 30


def test_it_is_ended_from_outside_alone(watcher: Watcher, desk: Desk) -> None:
    def wait(_seconds: float) -> None:
        desk.now += 5
        if desk.now > 50:
            raise KeyboardInterrupt

    watcher.clock = WatchClock(lambda: desk.now, wait)
    desk.put("甲")
    with pytest.raises(KeyboardInterrupt):
        watcher.run()
    assert len(desk.rounds) == 1
