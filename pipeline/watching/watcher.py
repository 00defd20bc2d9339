"""How does an inbox stay screened: look, wait until what came in lies still, screen it, and look again?

Whatever goes wrong costs one round: a broken rulebook file, a full disk, another program that writes the results, an
inbox that is not there for a while. What is told twice is told once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.watching.sight import SeenDossier, look, states
from pipeline.watching.still import Changes, Sightings
from pipeline.workers import explained
from schemas.errors import RulebookError, UsageError

Screen = Callable[[Changes], Collection[str]]
"""Screens what has come in whole; the dossiers that have been looked at, or stand as they were."""

_SHARE = 5
"""Looking takes at most so small a part of the time (1 of 5): a large inbox on a slow share is looked at less often."""

_AGAIN = 60.0
"""Seconds until a round that went wrong is tried again, though nothing has changed."""


@dataclass(frozen=True, slots=True)
class WatchClock:
    """Time, and how one waits; for tests, another one."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Watcher:
    """One inbox that is watched.

    ``every``: seconds from look to look. ``beside``: files that results depend on besides (round.yaml, decisions.yaml
    …). ``tell``: a line for whoever watches.
    """

    inbox: Path
    out: Path
    screen: Screen
    tell: Callable[[str], None]
    sightings: Sightings
    every: float
    beside: Callable[[], Collection[Path]] = tuple
    clock: WatchClock = field(default_factory=WatchClock)
    _told: str = ""
    _beside: tuple[object, ...] | None = None
    _failed: float | None = None

    def run(self) -> None:
        """For ever; KeyboardInterrupt ends it, and whatever was being screened is finished next time."""
        while True:
            self.clock.wait(self.step())

    def step(self) -> float:
        """One look and what follows from it; in how many seconds to look again."""
        begun = self.clock.now()
        seen = look(self.inbox, self.out)
        pause = (self.clock.now() - begun) * _SHARE
        if not seen:
            self._nothing(seen)
            return max(pause, self.every)
        changes = self.sightings.note(seen, begun)
        beside = states(self.beside())
        if self._is_due(changes, beside):
            self._round(changes, beside)
        left = self.sightings.next_still(self.clock.now())
        return max(pause, min(self.every, left or self.every))

    def _nothing(self, seen: dict[str, SeenDossier] | None) -> None:
        """A share that has come off looks like an empty inbox: results are never taken away for that."""
        what = "为空" if seen is not None else "暂时无法打开"
        self._say(f"收件夹 {self.inbox} {what}，已有结果保持不变，等待中。")

    def _is_due(self, changes: Changes, beside: tuple[object, ...]) -> bool:
        if self._failed is not None and self.clock.now() - self._failed < _AGAIN and beside == self._beside:
            return False
        anything = changes.any or beside != self._beside or self._failed is not None
        return bool(changes.whole) and anything

    def _round(self, changes: Changes, beside: tuple[object, ...]) -> None:
        self._failed = None
        try:
            self.sightings.screened(self.screen(changes))
        except (UsageError, RulebookError) as error:
            self._went_wrong(str(error))
        except Exception as error:  # noqa: BLE001  whatever goes wrong costs this round alone
            self._went_wrong(explained(error))
        else:
            self._told = ""
            self._tell_gone(changes)
        self._beside = beside

    def _tell_gone(self, changes: Changes) -> None:
        for old, new in changes.renamed.items():
            self.tell(f"卷宗“{old}”已改名为“{new}”。原有核定记在“{old}”名下，需沿用的请改回原名，或重新核定。")
        removed = [one for one in changes.gone if one not in changes.renamed]
        if removed:
            self.tell(f"已不在收件夹中：{'、'.join(removed)}。汇总中不再列出，原有结果文件夹保留。")

    def _went_wrong(self, why: str) -> None:
        self._failed = self.clock.now()
        self._say(f"本次未能完成：{why}\n一分钟后再试；有关文件改正后立即重试。")

    def _say(self, line: str) -> None:
        if line != self._told:
            self.tell(line)
        self._told = line
