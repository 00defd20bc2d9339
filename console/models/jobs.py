"""What is the machine doing, how far is it, and who asked for it?"""

from __future__ import annotations

from django.db import models

from console.models.batches import OfficeBatch
from console.models.people import Person

TITLES = {
    "screen": "初审",
    "demo": "准备演示批次",
    "titles": "导入名单",
    "backup": "备份",
    "rehearse": "演练办法",
    "restore": "试恢复备份",
    "wipe": "删除到期批次",
}
"""What each kind of job is called."""


class JobState(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting", "等待"
    RUNNING = "running", "进行中"
    DONE = "done", "完成"
    FAILED = "failed", "未完成"
    STOPPED = "stopped", "已停止"


OPEN = (JobState.WAITING, JobState.RUNNING)
"""A job in one of these is still to come to an end."""


class Job(models.Model):
    """Something that takes longer than a page may: done by the worker, one at a time, in order.

    ``beat`` is the worker's last sign of life; ``stop`` is that somebody wants it to end.
    """

    kind = models.CharField(max_length=20)
    batch = models.ForeignKey(OfficeBatch, models.CASCADE, null=True, related_name="jobs")
    asked = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    now = models.CharField(max_length=255, blank=True)
    message = models.TextField(blank=True)
    stop = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.PROTECT)
    made = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True)
    beat = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)

    @property
    def title(self) -> str:
        """What it is, in words."""
        what = TITLES.get(self.kind, self.kind)
        if self.kind == "rehearse":
            return f"{what}：{self.asked.get('title', '')}"
        return f"{what}：{self.batch.name}" if self.batch else what

    @property
    def is_open(self) -> bool:
        """Whether it is still to come to an end."""
        return self.state in OPEN
