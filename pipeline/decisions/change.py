"""How is what clerks decided changed, several of them at once, so that nothing is lost and all of it is on record?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.decisions import file as decisions_file
from pipeline.decisions import log
from pipeline.decisions.file import Decided
from pipeline.decisions.log import Change
from pipeline.hash_chain import Signature
from pipeline.results.one_writer import DECISIONS, one_writer
from schemas.errors import UsageError

_WAIT = 60.0
"""Seconds until one gives up: a change takes some hundredths, and twenty clerks may decide at once."""


class Outdated(UsageError):
    """What was seen when this was decided is not what holds now."""


def changed(out: Path, made: Callable[[Decided], Change], signature: Signature, expected: str | None = None) -> Change:
    """Read, change and write decisions.yaml, and add the line to its log, with nobody in between.

    ``made`` works out the change from what holds now. ``expected``: the fingerprint of the file as it was when the
    clerk looked (``log.fingerprint``), or of what was decided about this one dossier (``seen``); Outdated where it is
    neither by now.
    """
    return changed_together(out, lambda now: [made(now)], signature, expected)[0]


def changed_together(
    out: Path, made: Callable[[Decided], Sequence[Change]], signature: Signature, expected: str | None = None
) -> Sequence[Change]:
    """The same for several changes about one dossier: the file is written once, with all of them or none."""
    with one_writer(out, DECISIONS, _WAIT):
        now = decisions_file.load(out)
        changes = made(now)
        if expected is not None and expected not in (log.fingerprint(out), _fingerprint(now, changes[0].dossier)):
            raise Outdated("其间另有人核定过这批卷宗，本次没有写入。请重新查看后再核定。")
        log.note_outside(out, signature)
        # The file first: that a line is missing is seen by the fingerprint; a decision that is missing is seen by none.
        for change in changes:
            now = now.without(change.before).plus(change.after)
        decisions_file.save(out, now)
        for change in changes:
            log.add(out, change, signature)
    return changes


def seen(out: Path, dossier: str) -> str:
    """The fingerprint of all that is decided about this dossier: others may be decided about without changing it."""
    return _fingerprint(decisions_file.load(out), dossier)


def _fingerprint(now: Decided, dossier: str) -> str:
    return hashlib.sha256(decisions_file.as_yaml(now.of(dossier))).hexdigest()
