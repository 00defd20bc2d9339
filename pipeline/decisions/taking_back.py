"""How is what was decided taken back: all of it about one thing, or the last change alone?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.decisions import file as decisions_file
from pipeline.decisions import log
from pipeline.decisions.change import changed
from pipeline.decisions.file import Decided
from pipeline.decisions.log import UNDONE, WITHDRAWN, Change
from pipeline.decisions.record import signed
from schemas.errors import UsageError


def withdraw(out: Path, dossier: str, what: str, name: str = "", expected: str | None = None) -> int:
    """Take back whatever was decided about this finding, value or file, and say how much that was."""

    def made(now: Decided) -> Change:
        gone = now.about(dossier, what)
        if not len(gone):
            raise UsageError(f"卷宗“{dossier}”没有关于 {what} 的核定。")
        return Change(WITHDRAWN, dossier, what, gone, Decided())

    return len(changed(out, made, signed(name), expected).before)


def undo(out: Path, dossier: str, what: str, name: str = "", expected: str | None = None) -> Change:
    """Take back the last change about it: what stood there before stands again. Once more goes one change further."""

    def made(now: Decided) -> Change:
        entries, _ = log.read(out)
        last = log.last_that_stands(log.about(entries, dossier, what))
        if last is None:
            raise UsageError(f"没有关于卷宗“{dossier}” {what} 的改动可以撤销。")
        before = decisions_file.from_record(_record(last, "before"), out / log.LOG)
        return Change(UNDONE, dossier, what, _standing(now, last, out), before, int(last["no"]))

    return changed(out, made, signed(name), expected)


def _standing(now: Decided, last: Mapping[str, Any], out: Path) -> Decided:
    """What that change put there. UsageError where it is not there any more: somebody wrote into the file by hand."""
    after = decisions_file.from_record(_record(last, "after"), out / log.LOG)
    if len(now.without(after)) != len(now) - len(after):
        raise UsageError(f"{decisions_file.FILE} 中的该项核定已被直接修改，不能撤销；请直接编辑，或重新核定。")
    return after


def _record(entry: Mapping[str, Any], key: str) -> object:
    return entry.get(key) or {}
