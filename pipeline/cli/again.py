"""What does a decision change at once? Its dossier is judged again from what was read before, and the clerk told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extractors.kept.store import default_folder
from pipeline import batch, wording
from pipeline.cli.said import say
from pipeline.file_names import shown
from pipeline.results.changes import NOTHING, Stands, changes, stands
from pipeline.results.one_writer import Busy
from schemas.dossier import Screening
from schemas.errors import UsageError
from schemas.status import Status, VerdictStatus

_MOST = 12
"""Findings told on the terminal; the report has all."""

_LATER = "重新运行 dossier screen（同一收件夹和 --out）后，各报告中会注明。"


@dataclass(slots=True)
class _Redone:
    """Tells what came of the dossier as soon as its files are written: those of a large batch take longer."""

    out: Path
    dossier: str
    before: Stands

    def begin(self, total: int) -> None:
        """One dossier is soon done."""

    def done(self, screening: Screening) -> None:
        """Of the others nothing was asked."""
        if screening.id == self.dossier:
            after = stands(self.out, self.dossier)
            _tell(self.before, after)
            self.before = after

    def again(self, dossier: str, why: str) -> None:
        """A process died."""
        say(f"{shown(dossier)}：{why}", err=True)

    def end(self) -> None:
        """No more will come."""


@contextmanager
def judged_again(out: Path, dossier: str, cache: Path | None, *, later: bool) -> Iterator[None]:
    """What is decided within is followed by a new judgement of the dossier; ``later``: by the next run."""
    before = stands(out, dossier)
    yield
    if later:
        say(_LATER)
        return
    try:
        batch.again(out, [dossier], cache or default_folder(), _Redone(out, dossier, before))
    except Busy:
        say("这批卷宗正在初审，本次核定会一并采用。")
        return
    except UsageError as error:
        say(f"{error}\n{_LATER}")


def _tell(before: Stands, after: Stands) -> None:
    """The verdict before and after, and the findings that became others."""
    if NOTHING in (before, after):
        return
    words = [wording.VERDICTS[VerdictStatus(one)] for one in (before.verdict, after.verdict)]
    say(f"初审提示：{words[0]}" if words[0] == words[1] else f"初审提示：{words[0]} → {words[1]}")
    changed = changes(before, after)
    if changed:
        say("由此变化：")
    for one in changed[:_MOST]:
        was = wording.STATUSES[Status(one.before)] if one.before else "无此提示"
        now = wording.STATUSES[Status(one.after)] if one.after else "不再提示"
        say(f"  {wording.rule_title(one.rule)}：{was} → {now}。{wording.visible(one.message)}")
    if len(changed) > _MOST:
        say(f"  等 {len(changed)} 项，见报告。")
