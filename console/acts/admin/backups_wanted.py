"""Where back-ups go, whether one is made every day, how many stay; and one now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from console import events, house
from console.acts.enqueue import queued
from console.events import Actor
from console.models import Job, Person
from console.typed import whole
from schemas.errors import UsageError


def chosen(by: Actor, root: Path, form: Mapping[str, str]) -> None:
    """What the form says, from now on. UsageError where it cannot be."""
    keep, to = whole(form.get("keep", "").strip(), 1, house.MOST_KEPT), form.get("to", "").strip()
    if keep is None:
        raise UsageError(f"保留的备份应为 1 至 {house.MOST_KEPT} 份。")
    if to and not (Path(to).is_absolute() and Path(to).is_dir()):
        raise UsageError(f"备份文件夹“{to[:200]}”不存在。请写出完整路径，或空着放在办理资料文件夹内。")
    rules = replace(house.of(root), backup_to=to, backup_nightly=form.get("daily") == "1", backup_keep=keep)
    house.write(root, rules)
    events.noted(by, "修改备份设置", to=to, daily=rules.backup_nightly, keep=keep)


def asked(by: Actor, person: Person) -> Job:
    """A back-up now; where one is waiting or running already, that one."""
    return queued(by, Job(kind="backup", by=person), "要求备份")


def trial_asked(by: Actor, person: Person) -> Job:
    """The last back-up laid back as a trial now."""
    return queued(by, Job(kind="restore", by=person), "要求试恢复备份")
