"""How is a finding of the clerk's own written down, and which number does it get?"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.decisions import log
from pipeline.decisions.change import changed
from pipeline.decisions.file import OWN_DISPOSITIONS, Decided
from pipeline.decisions.log import DECIDED, Change
from pipeline.decisions.record import Desk, signed
from schemas.clerk_input import OwnFinding
from schemas.errors import UsageError
from schemas.locator import Box
from schemas.status import Disposition

_LONGEST = 2000
"""Characters: what is longer is a report, and no point of one."""


@dataclass(frozen=True, slots=True)
class NewFinding:
    """What a clerk has found: in words, under which article, where it stands, and what becomes of it.

    ``box``: the frame drawn on the page, as ``Locator.bbox``.
    """

    text: str
    article: str = ""
    file: str = ""
    page: int | None = None
    disposition: str = Disposition.SUPPLEMENT
    box: Box | None = None


def add(desk: Desk, found: NewFinding) -> OwnFinding:
    """Write it beside the results, under a number that this dossier has never had. UsageError where it is not whole."""
    _check(desk, found)
    written: list[OwnFinding] = []

    def made(now: Decided) -> Change:
        entries, _ = log.read(desk.out)
        standing = [own.number for _, own in now.of(desk.dossier).own]
        number = max(log.numbers_given(entries, desk.dossier), *standing, 0) + 1
        own = OwnFinding(
            number,
            found.text.strip(),
            Disposition(found.disposition),
            desk.who.name,
            desk.who.day,
            found.article.strip(),
            found.file,
            found.page,
            found.box,
        )
        written.append(own)
        return Change(DECIDED, desk.dossier, own.rule, Decided(), Decided(own=((desk.dossier, own),)))

    changed(desk.out, made, signed(desk.who.name), desk.expected)
    return written[-1]


def _check(desk: Desk, found: NewFinding) -> None:
    if not found.text.strip() or len(found.text) > _LONGEST:
        raise UsageError(f"请用 --text 写明发现的问题（不超过 {_LONGEST} 字）。")
    if found.disposition not in OWN_DISPOSITIONS:
        raise UsageError(f"--disposition 应为 {'、'.join(OWN_DISPOSITIONS)}。")
    if found.file and desk.sha256(found.file) is None:
        raise UsageError(f"卷宗“{desk.dossier}”没有文件“{found.file}”。")
    if found.page is not None and not found.file:
        raise UsageError("写明页码（--pages）时，请同时写明文件（--file）。")
    if found.box is not None and found.page is None:
        raise UsageError("画了方框（--box）时，请同时写明文件（--file）和页码（--pages）。")
