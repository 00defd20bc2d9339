"""An act about a dossier's result: written as ``dossier decide`` writes it, judged again, told what came of it.

Whoever acts has seen one version of the dossier; where it is another by now, nothing is written (``Stale``). The
judging runs in a warm process; while a screening holds the results, the act is written and the screening takes it up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console import events
from console.acts import new_batch
from console.acts.seat import Seat
from console.events import Actor
from console.models import DossierWork
from console.results import mirror
from console.warm.judging import UNREAD, judged_again
from console.warm.process import JUDGING, NoAnswer
from extractors.kept.store import default_folder
from pipeline import wording
from pipeline.decisions.change import Outdated, seen
from pipeline.results.changes import ChangedFinding, changes, stands
from pipeline.results.one_writer import Busy
from pipeline.results.written import data_at
from schemas.errors import UsageError
from schemas.status import Status

_SECONDS = 120
_MOST = 8

ReviewAct = Callable[[Seat], str]


class Stale(UsageError):
    """The dossier is another than the one that was seen."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was done, in words, and what it changed elsewhere."""

    did: str
    later: str
    changed: Sequence[ChangedFinding]

    def told(self) -> str:
        """All of it, a line each."""
        lines = [f"{self.did}。{self.later}"]
        for one in self.changed[:_MOST]:
            was = wording.STATUSES[Status(one.before)] if one.before else "无此提示"
            now = wording.STATUSES[Status(one.after)] if one.after else "不再提示"
            lines.append(f"由此：{wording.rule_title(one.rule)}，{was} → {now}")
        if len(self.changed) > _MOST:
            lines.append(f"等 {len(self.changed)} 项。")
        return "\n".join(lines)


def version(results: Path, dossier: DossierWork) -> str:
    """What somebody sees of a dossier: what was decided about it, and what its screening says."""
    try:
        said = hashlib.sha256(data_at(results / dossier.folder)).hexdigest()
    except OSError:
        said = ""
    return f"{seen(results, dossier.key)}.{said[:16]}"


def settled(by: Actor, seat: Seat, dossier: DossierWork, given: str, act: ReviewAct) -> Settled:
    """The act done. Stale where somebody else was first, UsageError where it cannot be; then nothing is written."""
    results = seat.out
    if given != version(results, dossier):
        raise Stale("其间这个卷宗有了变化，本次没有写入。请看过现在的内容再办理；您填写的文字还在。")
    before = stands(results, dossier.key)
    try:
        did = act(seat)
    except Outdated as error:
        raise Stale(str(error)) from error
    except Busy as error:
        raise Stale("同时核定的人多，没有轮到，本次没有写入。请再试一次；您填写的文字还在。") from error
    events.noted(by, "核定", dossier, did=did)
    later = _judged_again(by, seat, dossier)
    mirror.decided_here(dossier.batch, dossier, results)
    return Settled(did, later, changes(before, stands(results, dossier.key)))


def _judged_again(by: Actor, seat: Seat, dossier: DossierWork) -> str:
    try:
        told = JUDGING.ask(judged_again, seat.out, dossier.key, default_folder(), seconds=_SECONDS)
    except (UsageError, NoAnswer) as error:
        return f"核定已写入，但未能立即重新判断（{error}）；重新初审后各报告中会注明。"
    if told != UNREAD:
        return told
    new_batch.screened(by, seat.person, dossier.batch)
    return "材料需要重新读取，已排入后台，完成后提示会更新。"
