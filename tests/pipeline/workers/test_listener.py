"""Whoever looks on hears of files and pages; whoever does not is not asked."""

from __future__ import annotations

import time

from pipeline.workers import WorkListener, WorkPlan, journal, outcomes
from pipeline.workers.journal import Step
from schemas.process import heartbeat

_SEEN = 0.3
"""Seconds that somebody at a screen can see; what goes by faster is not told."""


def _read(name: str) -> str:
    journal.begins(Step.OPENED, f"{name}.zip")
    for page, of in ((0, 0), (1, 2), (2, 0)):
        time.sleep(_SEEN)
        if page:
            heartbeat.beat(page, of)
        else:
            journal.begins(Step.READ, f"{name}.pdf")
    time.sleep(_SEEN)
    journal.begins(Step.PICTURED, f"{name}.pdf")
    return name


def test_files_and_pages_are_told_in_order() -> None:
    heard: list[tuple[str, str, int, int]] = []
    told: WorkListener[str] = WorkListener(page=lambda *page: heard.append(page))
    assert dict(outcomes(["甲"], _read, WorkPlan(1, contained=True), told)) == {"甲": "甲"}
    assert heard == [("甲", "甲.pdf", 0, 0), ("甲", "甲.pdf", 1, 2), ("甲", "甲.pdf", 2, 0)]


def test_nobody_need_listen() -> None:
    assert dict(outcomes(["甲"], _read, WorkPlan(1, contained=True))) == {"甲": "甲"}
    WorkListener().again("甲", "")
